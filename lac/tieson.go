package lac

import "slices"

// A TieState is how the relations of two areas stand on a day.
type TieState string

const (
	TiesUnknown TieState = ""       // nothing recorded that decides it
	TiesHeld    TieState = "held"   // established or resumed
	TiesAbsent  TieState = "absent" // never established, or suspended
)

// TiesOn returns how the diplomatic relations between a and b, in either order,
// stand at the end of the given day, and the event that decides it: the latest
// one by that day. Inside the span of an event that is dated to a month or year
// only, the state is [TiesUnknown], and so it is on a day by which the event had
// happened by some of the dates that are given for it and not by others ([Tie.Also]). Before a first event that establishes
// relations there were none. Where no event decides, [TiesNone] holds both before
// and after the day on which its source looked. [Unconfirmed] events decide
// nothing. After the day through which the deciding event is known to hold
// ([Tie.Through]) the state is TiesUnknown, with that event: up to then it held.
// Without an event that decides, or on the zero Date, the state is
// TiesUnknown.
func (d *Dataset) TiesOn(a, b Area, day Date) (TieState, Tie) {
	if day.IsZero() {
		return TiesUnknown, Tie{}
	}
	var first, last, none Tie
	for _, t := range d.tiesOf(a, b) {
		switch {
		case t.Evidence == Unconfirmed:
		case t.Event == TiesNone:
			none = t
		case !t.Date.first.After(day):
			last = t
		case first.ID == "":
			first = t
		}
	}
	for _, t := range []Tie{last, first} {
		if t.datesPart(day) {
			return TiesUnknown, t
		}
	}
	switch {
	case last.ID != "" && (last.Date.last.After(day) || last.endsKnown(day)):
		return TiesUnknown, last
	case last.ID == "" && none.ID != "" && none.endsKnown(day):
		return TiesUnknown, none
	case last.Event == TiesEstablished || last.Event == TiesResumed:
		return TiesHeld, last
	case last.Event == TiesSuspended:
		return TiesAbsent, last
	case none.ID != "":
		return TiesAbsent, none
	}
	// Before the first event of a recorded history there were none.
	if first.Event == TiesEstablished {
		return TiesAbsent, first
	}
	return TiesUnknown, Tie{}
}

// datesPart reports whether t had happened by the end of the day by one of the dates that
// are given for it, and not by another.
func (t Tie) datesPart(day Date) bool {
	return slices.ContainsFunc(t.Also, func(p Period) bool { return p.first.After(day) != t.Date.first.After(day) })
}

// endsKnown reports whether day is after the last one for which t is known.
func (t Tie) endsKnown(day Date) bool { return !t.Through.IsZero() && day.After(t.Through) }

// tiesOf returns the events between a and b in the order of their dates.
func (d *Dataset) tiesOf(a, b Area) []Tie {
	return d.ties[tieKey(a, b)]
}
