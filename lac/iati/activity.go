package iati

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// An activity makes a record of a tree.
type activity struct {
	tree
	version  version
	today    lac.Date // what is dated later is to come
	reporter lac.Participant
	currency elem            // the element that has default-currency
	notes    []*lac.RowError // what breaks a rule, the first maxFaults
}

// A version is what a document says it is a version of.
type version string

// isFirst reports whether the version is one of 1.01 to 1.05.
func (v version) isFirst() bool { return len(v) == 4 && v[:3] == "1.0" && '1' <= v[3] && v[3] <= '5' }

// isLater reports whether the version may add to those that are known.
func (v version) isLater() bool { return strings.HasPrefix(string(v), "2.") && v > "2.03" }

// of sets the version, and with it the schema.
func (a *activity) of(v version) {
	a.version, a.schema, a.lenient = v, activitySchema, v.isLater()
	if v.isFirst() {
		a.schema, a.lenient = firstSchema, true
	}
}

// wrong rejects the activity, or the part of it that e is in, for what is not in the
// form that the schema has.
func (a *activity) wrong(e elem, attribute, text string, err error) {
	a.problem(e.i, attribute, text, err)
}

// broken notes what breaks a rule of the standard and is in its form all the same.
func (a *activity) broken(e elem, attribute, text string, err error) {
	if len(a.notes) < maxFaults {
		a.notes = append(a.notes, a.at(e.i, attribute, text, err))
	}
}

// unknown notes of a code that no list has it. Of one that is not there the schema
// has said so.
func (a *activity) unknown(e elem, attribute string) {
	if e.has(attribute) {
		a.broken(e, attribute, e.attr(attribute), lac.ErrUnknownCode)
	}
}

// note says what a reader of the record must know: what was rejected of the activity,
// and what breaks a rule.
func (a *activity) note() string {
	var said []string
	for _, f := range a.faults {
		said = append(said, "rejected: "+remark(f.err))
	}
	for _, n := range a.notes {
		said = append(said, remark(n))
	}
	if len(said) > maxProblems {
		said = append(said[:maxProblems], "and more")
	}
	return strings.Join(said, "; ")
}

// remark returns an error without its place in the file.
func remark(e *lac.RowError) string {
	field := e.Field
	if _, after, ok := strings.Cut(field, "/"); ok {
		field = after
	}
	if e.Text == "" {
		return fmt.Sprintf("%s: %v", field, e.Err)
	}
	return fmt.Sprintf("%s %q: %v", field, e.Text, e.Err)
}

// project returns the record of the activity, without the parts that have faults. It
// is of use only if the activity is not rejected.
func (a *activity) project(source string) lac.Project {
	root := elem{&a.tree, 0}
	a.notes, a.currency = nil, root
	p := lac.Project{Source: source}
	a.identify(root, &p)
	for d := range root.all("description") {
		p.Descriptions = append(p.Descriptions, d.narratives()...)
	}
	a.participants(root, &p)
	if e := root.child("activity-status"); e.has("code") {
		p.Status = read(a, e, "code", activityStatuses)
	}
	for e := range root.all("activity-date") {
		a.stage(e, &p)
	}
	p.Areas = a.areas(root)
	p.Sectors = a.sectors(root)
	for e := range root.all("location") {
		if l := a.location(e); !e.node().rejected && (l.Name != "" || !l.Latitude.IsZero() || !l.Longitude.IsZero()) {
			p.Locations = append(p.Locations, l)
		}
	}
	p.FinanceType = a.financeType(root.child("default-finance-type"))
	for e := range root.all("budget") {
		if b := a.budget(e); !e.node().rejected {
			p.Budgets = append(p.Budgets, b)
		}
	}
	for e := range root.all("transaction") {
		t := a.transaction(e)
		if e.node().rejected {
			// That there was one, of an amount that is not known, is not lost.
			t = lac.Transaction{Type: t.Type, Date: t.Date, Note: "rejected: " + a.path(e.i)}
		}
		p.Transactions = append(p.Transactions, t)
	}
	for e := range root.all("related-activity") {
		a.link(e, &p)
	}
	for e := range root.all("result") {
		if r := a.result(e); !e.node().rejected {
			p.Results = append(p.Results, r)
		}
	}
	p.Note = a.note()
	return p
}

// identify reads the identifier and the titles.
func (a *activity) identify(root elem, p *lac.Project) {
	id := root.child("iati-identifier")
	p.ID = id.text()
	switch {
	case p.ID == "" && id.exists():
		p.ID = fmt.Sprintf("%s#%d", p.Source, a.ordinal)
		a.broken(id, "", "", fmt.Errorf("%w: the activity is called %s", lac.ErrMissing, p.ID))
	case p.ID == "":
		p.ID = fmt.Sprintf("%s#%d", p.Source, a.ordinal)
		a.broken(root, "", "", fmt.Errorf("%w: it has no iati-identifier and is called %s", lac.ErrMissing, p.ID))
	case len(p.ID) > 200:
		a.wrong(id, "", p.ID, fmt.Errorf("%w: longer than 200 bytes", lac.ErrRange))
	}
	for e := range root.all("title") { // of version 1, one in each language
		p.Titles = append(p.Titles, e.narratives()...)
	}
	if len(p.Titles) > 0 {
		p.Title = p.Titles[0].Text
	} else {
		at := root.child("title")
		if !at.exists() {
			at = root
		}
		p.Title = p.ID
		a.broken(at, "", "", fmt.Errorf("%w: the identifier stands for the title", lac.ErrMissing))
	}
	if len(p.Titles) == 1 && p.Titles[0].Language == "" {
		p.Titles = nil
	}
}

// stage reads a date on which the activity starts or ends.
func (a *activity) stage(e elem, p *lac.Project) {
	day := a.date(e, "iso-date")
	if day.IsZero() && a.version.isFirst() {
		return // there the date may be in words
	}
	if t, ok := a.dateType(e); ok {
		p.Stages = append(p.Stages, lac.Stage{Status: t.status, Date: day.Period(), Planned: t.planned})
	} else {
		a.unknown(e, "type")
	}
}

func (a *activity) dateType(e elem) (dateType, bool) {
	return dateTypes.value(a.code(e, "type", firstDateTypes))
}

// code returns a code of a list that had other codes in version 1. Of a later
// document that has one of those it is noted.
func (a *activity) code(e elem, attribute string, first map[string]string) string {
	given := e.attr(attribute)
	code, ok := first[strings.ToLower(given)]
	if !ok {
		return given
	}
	if !a.version.isFirst() {
		a.broken(e, attribute, given, fmt.Errorf("%w: a code of version 1, read as %s", lac.ErrUnknownCode, code))
	}
	return code
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
	a.reporter = lac.Participant{}
	for e := range root.all("reporting-org") {
		o := a.organisation(e, "")
		if !a.boolean(e, "secondary-reporter", false) {
			a.reporter = o
		} else {
			o.Secondary = true
		}
		o.Role = reporting
		p.Participants = append(p.Participants, o)
	}
	for e := range root.all("participating-org") {
		o := a.organisation(e, "activity-id")
		role, ok := organisationRoles.value(a.code(e, "role", firstRoles))
		if !ok {
			a.unknown(e, "role")
		}
		o.Role = role
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
	case l.ID == p.ID:
		a.broken(e, "ref", l.ID, fmt.Errorf("%w: an activity related to itself", lac.ErrRange))
	case l.Kind != "":
		p.Links = append(p.Links, l)
	}
}

// financeType returns the code of a finance type.
func (a *activity) financeType(e elem) string {
	code := e.attr("code")
	if e.exists() && !isFinanceType(code) {
		a.unknown(e, "code")
		return ""
	}
	return code
}

// isFinanceType reports whether a code may be of FinanceType, which grows.
func isFinanceType(code string) bool {
	return code != "" && len(code) <= 4 && strings.Trim(code, "0123456789") == ""
}

// location reads a place. The standard's schema takes any text for a point: one that
// is none is left out.
func (a *activity) location(e elem) lac.Location {
	l := lac.Location{Name: e.child("name").narrative()}
	at, first, second := e.child("point").child("pos"), "", ""
	text := at.text()
	if c := e.child("coordinates"); c.exists() { // version 1
		at, first, second = c, c.attr("latitude"), c.attr("longitude")
		text = first + " " + second
	} else if parts := strings.Fields(text); len(parts) == 2 {
		first, second = parts[0], parts[1]
	}
	if strings.TrimSpace(text) == "" {
		return l
	}
	latitude, err := parseDecimal(first)
	if plain, comma := strings.CutSuffix(first, ","); err != nil && comma {
		if latitude, err = parseDecimal(plain); err == nil {
			a.broken(at, "", text, fmt.Errorf("%w: latitude and longitude with a comma between them", lac.ErrSyntax))
		}
	}
	longitude, err2 := parseDecimal(second)
	if err = cmp.Or(err, err2); err == nil && !(onGlobe(latitude, 90) && onGlobe(longitude, 180)) {
		err = fmt.Errorf("%w: beyond 90 or 180 degrees", lac.ErrRange)
	} else if err != nil {
		err = fmt.Errorf("%w: want latitude and longitude", lac.ErrSyntax)
	}
	if err != nil {
		a.broken(at, "", text, err)
		return l
	}
	l.Latitude, l.Longitude = latitude, longitude
	return l
}

// onGlobe reports whether a coordinate is of no more than so many degrees.
func onGlobe(degrees decimal.Decimal, most int64) bool {
	return !degrees.Abs().GreaterThan(decimal.NewFromInt(most))
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
		a.wrong(e, attribute, text, feed.Cause(err))
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
