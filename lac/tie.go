package lac

import (
	"cmp"
	"slices"
)

// A TieEvent is what happened to the diplomatic relations of two areas.
type TieEvent string

const (
	TiesEstablished TieEvent = "established"
	TiesSuspended   TieEvent = "suspended" // suspended or broken off
	TiesResumed     TieEvent = "resumed"
	// TiesNone says that there had never been relations when the source looked.
	TiesNone TieEvent = "none"
)

// A Tie is one dated event of the diplomatic relations between two areas.
type Tie struct {
	ID     string   `json:"id"`
	Source string   `json:"source"`
	A      Area     `json:"a"`
	B      Area     `json:"b"`
	Event  TieEvent `json:"event"`
	Date   Period   `json:"date"` // to the precision that the source gives
	// Also are other days that are given for the event: by other sources, or by the
	// clocks of the other side.
	Also []Period `json:"also,omitempty"`
	// Through is the last day up to which what the event brought is known to have
	// lasted, unless a later event ends it. What came after is not known. Zero: the
	// records do not say.
	Through  Date     `json:"through,omitzero"`
	Evidence Evidence `json:"evidence,omitempty"`
	Note     string   `json:"note,omitempty"`
}

// Validate reports what is wrong with t, as a join of [*FieldError]: ID, source, both
// areas, event and date must be there.
func (t Tie) Validate() error {
	v := validation{record: t.ID}
	v.head(t.ID, t.Source)
	v.area("a", t.A)
	v.area("b", t.B)
	if events := []TieEvent{TiesEstablished, TiesSuspended, TiesResumed, TiesNone}; !slices.Contains(events, t.Event) {
		v.add("event", string(t.Event), wantOne(events))
	}
	v.check(!t.Date.IsZero(), "date", "", ErrMissing)
	v.evidence(t.Evidence)
	return v.err()
}

func tieKey(a, b Area) [2]Area { return [2]Area{min(a, b), max(a, b)} }

func indexTies(ties []Tie) map[[2]Area][]Tie {
	index := map[[2]Area][]Tie{}
	for _, t := range ties {
		k := tieKey(t.A, t.B)
		index[k] = append(index[k], t)
	}
	for _, events := range index {
		slices.SortFunc(events, func(a, b Tie) int {
			return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.ID, b.ID))
		})
	}
	return index
}
