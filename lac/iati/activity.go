package iati

import (
	"errors"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// An activity makes a record of a tree.
type activity struct {
	tree
	version  version
	currency string   // default-currency
	leftOut  []string // what is said in the note
}

// A version is what a document says it is a version of.
type version string

// isKnown reports whether the rules of the version are known, beyond its form:
// its code lists and what must add up. A later version may have others.
func (v version) isKnown() bool { return v == "2.01" || v == "2.02" || v == "2.03" }

// wrong rejects the activity for what is not in the form that the schema has.
func (a *activity) wrong(e elem, attribute, text string, err error) {
	a.problem(e.i, attribute, text, err)
}

// broken rejects the activity for what breaks a rule of its version. Where the
// version is not known the value is left out, and the note says so.
func (a *activity) broken(e elem, attribute, text string, err error) {
	if a.version.isKnown() {
		a.problem(e.i, attribute, text, err)
		return
	}
	field := a.path(e.i)
	if _, after, ok := strings.Cut(field, "/"); ok {
		field = after
	}
	if attribute != "" {
		field += "/@" + attribute
	}
	a.leftOut = append(a.leftOut, fmt.Sprintf("%s %q: %v", field, shorten(text), err))
}

// unknown says of a code that no list has it.
func (a *activity) unknown(e elem, attribute string) {
	a.broken(e, attribute, e.attr(attribute), lac.ErrUnknownCode)
}

// note says what was left out, and why.
func (a *activity) note() string {
	n := len(a.leftOut)
	if n == 0 {
		return ""
	}
	note := fmt.Sprintf("left out, as the rules of version %q are not known: ", shorten(string(a.version))) + strings.Join(a.leftOut[:min(n, maxProblems)], "; ")
	if n > maxProblems {
		note += fmt.Sprintf("; and %d more", n-maxProblems)
	}
	return note
}

// project returns the record of the activity. It is of use only if there are no
// problems.
func (a *activity) project(source string) lac.Project {
	root := elem{&a.tree, 0}
	a.leftOut, a.currency = nil, root.attr("default-currency")
	p := lac.Project{ID: root.child("iati-identifier").text(), Source: source}
	switch {
	case p.ID == "":
		p.ID = fmt.Sprintf("%s#%d", source, a.ordinal)
	case len(p.ID) > 200:
		a.wrong(root.child("iati-identifier"), "", p.ID, fmt.Errorf("%w: longer than 200 bytes", lac.ErrRange))
	}
	title := root.child("title")
	p.Titles = title.narratives()
	if len(p.Titles) > 0 {
		p.Title = p.Titles[0].Text
	} else if title.exists() {
		a.wrong(title, "", "", lac.ErrMissing)
	}
	if len(p.Titles) == 1 && p.Titles[0].Language == "" {
		p.Titles = nil
	}
	for d := range root.all("description") {
		p.Descriptions = append(p.Descriptions, d.narratives()...)
	}
	a.participants(root, &p)
	if e := root.child("activity-status"); e.exists() {
		p.Status = read(a, e, "code", activityStatuses)
	}
	for e := range root.all("activity-date") {
		day := a.date(e, "iso-date")
		if t, ok := dateTypes.value(e.attr("type")); ok {
			p.Stages = append(p.Stages, lac.Stage{Status: t.status, Date: day.Period(), Planned: t.planned})
		} else {
			a.unknown(e, "type")
		}
	}
	p.Areas = a.areas(root)
	p.Sectors = a.sectors(root)
	for e := range root.all("location") {
		if l := a.location(e); l.Name != "" || !l.Latitude.IsZero() || !l.Longitude.IsZero() {
			p.Locations = append(p.Locations, l)
		}
	}
	p.FinanceType = a.financeType(root.child("default-finance-type"))
	for e := range root.all("budget") {
		p.Budgets = append(p.Budgets, a.budget(e))
	}
	for e := range root.all("transaction") {
		p.Transactions = append(p.Transactions, a.transaction(e))
	}
	for e := range root.all("related-activity") {
		a.link(e, &p)
	}
	for e := range root.all("result") {
		p.Results = append(p.Results, a.result(e))
	}
	p.Note = a.note()
	return p
}

// read returns what a code stands for.
func read[T comparable](a *activity, e elem, attribute string, list codeList[T]) T {
	v, ok := list.value(e.attr(attribute))
	if !ok {
		a.unknown(e, attribute)
	}
	return v
}

// readOr is read with a code that holds where there is none.
func readOr[T comparable](a *activity, e elem, attribute, missing string, list codeList[T]) T {
	if e.attr(attribute) == "" {
		v, _ := list.value(missing)
		return v
	}
	return read(a, e, attribute, list)
}

func (a *activity) participants(root elem, p *lac.Project) {
	for e := range root.all("reporting-org", "participating-org") {
		o := a.organisation(e, "activity-id")
		if e.node().name == "reporting-org" {
			o.Role = reporting
			o.Secondary = a.boolean(e, "secondary-reporter", false)
		} else {
			o.Role = read(a, e, "role", organisationRoles)
		}
		p.Participants = append(p.Participants, o)
	}
}

// organisation returns an organisation without its role. The attribute names its
// own record of the activity.
func (a *activity) organisation(e elem, activityID string) lac.Participant {
	if !e.exists() {
		return lac.Participant{}
	}
	o := lac.Participant{Name: e.narrative(), Ref: e.attr("ref"), Type: e.attr("type"), Activity: e.attr(activityID)}
	if o.Type != "" && !organisationTypes[o.Type] {
		a.unknown(e, "type")
		o.Type = ""
	}
	return o
}

func (a *activity) link(e elem, p *lac.Project) {
	l := lac.Link{Kind: read(a, e, "type", relatedTypes), ID: e.attr("ref")}
	switch {
	case l.ID == "":
		a.broken(e, "ref", "", lac.ErrMissing)
	case l.ID == p.ID && (l.Kind == lac.PartOf || l.Kind == lac.HasPart):
		a.broken(e, "ref", l.ID, fmt.Errorf("%w: an activity is not part of itself", lac.ErrRange))
	case l.Kind != "":
		p.Links = append(p.Links, l)
	}
}

// financeType returns the code of a finance type.
func (a *activity) financeType(e elem) string {
	code := e.attr("code")
	if code == "" || len(code) <= 4 && strings.Trim(code, "0123456789") == "" {
		return code
	}
	a.unknown(e, "code")
	return ""
}

func (a *activity) location(e elem) lac.Location {
	l := lac.Location{Name: e.child("name").narrative()}
	pos := e.child("point").child("pos")
	text := pos.text()
	if !pos.exists() || text == "" {
		return l
	}
	const axes = 2
	parts := strings.Fields(text)
	if len(parts) != axes {
		a.wrong(pos, "", text, fmt.Errorf("%w: want latitude and longitude", lac.ErrSyntax))
		return l
	}
	for i, to := range [axes]*decimal.Decimal{&l.Latitude, &l.Longitude} {
		v, err := parseDecimal(parts[i])
		if most := decimal.NewFromInt(90 * int64(i+1)); err == nil && v.Abs().GreaterThan(most) {
			err = fmt.Errorf("%w: beyond %s degrees", lac.ErrRange, most)
		}
		if err != nil {
			a.wrong(pos, "", text, err)
		}
		*to = v
	}
	return l
}

// date returns the day in an attribute of type xsd:date, which may say a time
// zone: the day is that of the zone.
func (a *activity) date(e elem, attribute string) lac.Date {
	if !e.has(attribute) {
		return lac.Date{} // the schema has said so if it must be there
	}
	text := e.attr(attribute)
	day, zone := text, ""
	if len(text) > len("2006-01-02") {
		day, zone = text[:len("2006-01-02")], text[len("2006-01-02"):]
	}
	d, err := lac.ParseDate(day)
	if err == nil && !isZone(zone) {
		err = lac.ErrSyntax
	}
	if err != nil {
		a.wrong(e, attribute, text, cause(err))
		return lac.Date{}
	}
	return d
}

// isZone reports whether a text is a time zone of XML Schema, or none.
func isZone(s string) bool {
	if s == "" || s == "Z" {
		return true
	}
	if len(s) != len("+00:00") || s[0] != '+' && s[0] != '-' || s[3] != ':' {
		return false
	}
	for _, i := range [...]int{1, 2, 4, 5} {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// boolean returns an attribute of type xsd:boolean.
func (a *activity) boolean(e elem, attribute string, missing bool) bool {
	if !e.has(attribute) {
		return missing
	}
	switch text := e.attr(attribute); text {
	case "true", "1":
		return true
	case "false", "0":
	default:
		a.wrong(e, attribute, text, fmt.Errorf("%w: want true or false", lac.ErrSyntax))
	}
	return false
}

// plain returns a text of type xsd:decimal in the form that package lac reads:
// without exponent, and with a digit before and after the point.
func plain(text string) (string, error) {
	digits := strings.TrimLeft(text, "+-")
	whole, part, point := strings.Cut(digits, ".")
	switch {
	case len(text) > 100:
		return "", fmt.Errorf("%w: a number of %d bytes", lac.ErrRange, len(text))
	case len(text)-len(digits) > 1, whole+part == "", strings.Trim(whole+part, "0123456789") != "":
		return "", fmt.Errorf("%w: want a decimal number", lac.ErrSyntax)
	case !point:
		return text, nil
	}
	sign := text[:len(text)-len(digits)]
	return sign + "0" + whole + "." + part + "0", nil
}

// parseDecimal reads a text of type xsd:decimal.
func parseDecimal(text string) (decimal.Decimal, error) {
	number, err := plain(text)
	if err != nil {
		return decimal.Decimal{}, err
	}
	d, err := fixed.Parse(number)
	switch {
	case errors.Is(err, fixed.ErrRange):
		err = lac.ErrRange
	case err != nil:
		err = lac.ErrSyntax
	}
	return d.Decimal(), err
}

// cause returns the sentinel that an error of package lac wraps: a RowError gives
// the operands itself.
func cause(err error) error {
	for _, sentinel := range []error{lac.ErrSyntax, lac.ErrUnknownCode, lac.ErrRange} {
		if errors.Is(err, sentinel) {
			return sentinel
		}
	}
	return err
}
