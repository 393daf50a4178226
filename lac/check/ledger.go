package check

import (
	"cmp"
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// A LedgerPage is the pledges of one meeting, and how they stand.
type LedgerPage struct {
	// Meeting is the occasion; the zero Meeting for pledges that name none. One
	// of which no pledge with a quantity is on record has a page too.
	Meeting lac.Meeting     `json:"meeting,omitzero"`
	Pledges []PledgeFinding `json:"pledges,omitempty"`
}

// Ledger returns how all pledges that were made by a day stand on it, meeting by
// meeting in the order of their dates, those without a meeting last.
func Ledger(data *lac.Dataset, asOf lac.Date, policy Policy) []LedgerPage {
	ev := newEvidence(data, policy)
	pledges := map[string][]PledgeFinding{}
	for p := range data.Pledges() {
		if asOf.IsZero() || p.Made.First().After(asOf) {
			continue
		}
		meeting := p.Meeting
		if _, ok := data.Record(meeting).(lac.Meeting); !ok {
			meeting = ""
		}
		pledges[meeting] = append(pledges[meeting], ev.pledge(p, asOf))
	}
	var pages []LedgerPage
	for m := range data.Meetings() {
		if !asOf.IsZero() && !m.Date.First().After(asOf) {
			pages = append(pages, LedgerPage{m, pledges[m.ID]})
		}
	}
	slices.SortStableFunc(pages, func(a, b LedgerPage) int {
		return cmp.Or(a.Meeting.Date.Compare(b.Meeting.Date), cmp.Compare(a.Meeting.ID, b.Meeting.ID))
	})
	if rest := pledges[""]; len(rest) > 0 {
		pages = append(pages, LedgerPage{Pledges: rest})
	}
	return pages
}

// saidOf returns what was said of a pledge's measure from the pledge to a day,
// without the pledge itself; of a level to be reached, what was said of a time in
// its window.
func (ev *evidence) saidOf(p lac.Pledge, asOf lac.Date) []Saying {
	var out []Saying
	var before *Saying
	m := p.Measure
	if levels[m.Subject] {
		m.Sector = ""
	}
	for _, s := range ev.said[broad(m)] {
		day := s.when()
		if day.IsZero() || day.Before(p.Made.First()) || day.After(asOf) || s.Stated.Value.Unit() != p.Target.Value.Unit() ||
			levels[m.Subject] && !p.Window.Contains(s.Period) {
			continue
		}
		if before != nil {
			s.Changed = changed(*before, s)
		}
		before = &s
		if s.Record != p.ID {
			out = append(out, s)
		}
	}
	return out
}

// repeatsOf returns the pledges that are likely the same promise as p: between
// the same sides, of as much, for times that overlap, at another meeting.
func (ev *evidence) repeatsOf(p lac.Pledge) []string {
	var out []string
	for q := range ev.data.Pledges() {
		if q.ID != p.ID && q.Meeting != p.Meeting && broad(q.Measure) == broad(p.Measure) && q.Target.Value == p.Target.Value &&
			p.Target.Value.IsReported() && !q.Window.IsZero() && q.Window.Overlaps(p.Window) && q.Measure.Kind == p.Measure.Kind {
			out = append(out, q.ID)
		}
	}
	return out
}
