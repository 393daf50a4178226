package iati

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
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
	if text := root.attr("last-updated-datetime"); text != "" {
		if p.Updated = dayOf(text); p.Updated.IsZero() {
			a.broken(root, "last-updated-datetime", text, fmt.Errorf("%w: want a day and time", lac.ErrSyntax))
		}
	}
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
