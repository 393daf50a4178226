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
