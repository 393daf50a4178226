package iati

import (
	"fmt"

	"github.com/sinolac/sinolac/lac"
)

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
	a.inOrder(root, &p)
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
		if !t.planned && day.After(a.today) {
			a.broken(e, "iso-date", day.String(), fmt.Errorf("%w: an actual day in the future", lac.ErrRange))
		}
		p.Stages = append(p.Stages, lac.Stage{Status: t.status, Date: day.Period(), Planned: t.planned})
	} else {
		a.unknown(e, "type")
	}
}

// inOrder notes an end before the start of its kind, planned or actual.
func (a *activity) inOrder(root elem, p *lac.Project) {
	for _, start := range p.Stages {
		for _, end := range p.Stages {
			if start.Planned == end.Planned && start.Status == lac.StatusImplementation && end.Status == lac.StatusCompleted && end.Date.First().Before(start.Date.First()) {
				a.broken(root.child("activity-date"), "", end.Date.String(), fmt.Errorf("%w: the activity ends before it starts, on %s", lac.ErrRange, start.Date))
				return
			}
		}
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
