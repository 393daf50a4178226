package check

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// attain looks on each basis for the first year of the window in which the level
// was reached.
func (k *checker) attain(f *PledgeFinding, windowOpen bool) {
	m := f.Pledge.Measure
	m.Sector = ""
	best := map[string]Reading{} // by series
	var order []string
	whole := true // whether every year has a deciding figure that is bounded
	for year := range f.Pledge.Window.Years() {
		if year.Last().After(f.AsOf) {
			break
		}
		bounded := false
		for _, fig := range k.figures(m, year) {
			fig, ok := k.inUnit(fig, f.Unit)
			if !ok || fig.interval.Lower.IsNone() {
				continue
			}
			bounded = bounded || fig.why == "" && !fig.interval.Upper.IsNone()
			a := Reading{Basis: fig.basis, Interval: fig.interval, Says: fig.says, Allows: fig.allows, Unit: fig.unit, Verdict: Undecided,
				Deciding: fig.why == "", Why: fig.why, Records: fig.records, Arithmetic: fig.work, Differs: fig.differs, books: fig.books}
			a.Basis.Period = year
			if interval.From(fig.says.Lower).Within(interval.From(f.Target.Lower)) {
				a.Verdict = Met
			}
			key := fig.series + "|" + fig.why
			old, known := best[key]
			if !known {
				order = append(order, key)
			}
			if !known || old.Verdict != Met && (a.Verdict == Met || a.Interval.Lower.Cmp(old.Interval.Lower) > 0) {
				best[key] = a
			}
		}
		whole = whole && bounded
	}
	var met, highest *Reading
	for _, key := range order {
		a := best[key]
		f.Attained = append(f.Attained, a)
		if !a.Deciding {
			continue
		}
		if a.Verdict == Met && (met == nil || a.Basis.Period.Compare(met.Basis.Period) < 0) {
			met = &a
		}
		if highest == nil || a.Interval.Lower.Cmp(highest.Interval.Lower) > 0 {
			highest = &a
		}
	}
	f.Attained = telling(f.Attained)
	slices.SortStableFunc(f.Attained, func(a, b Reading) int {
		order := cmp.Or(-compareBool(a.Deciding, b.Deciding), -compareBool(a.Verdict == Met, b.Verdict == Met))
		if order == 0 && a.Verdict == Met {
			order = a.Basis.Period.Compare(b.Basis.Period)
		}
		return order
	})
	if met != nil {
		highest = met
	}
	if highest != nil {
		f.Delivered = interval.From(highest.Interval.Lower)
		work, _, reached := working(f.Arithmetic).join(highest.Arithmetic)
		f.Arithmetic = work.then(OpBound, f.Delivered, f.Unit, "so much was reached at least", reached)
	}
	switch {
	case met != nil:
		f.State, f.Records = Met, met.Records
		f.Notes = append(f.Notes, fmt.Sprintf("Reached in %s: %s on %s (%s).", met.Basis.Period, Text(met.Interval, f.Unit), met.Basis.Books, met.Basis.Definition))
		var not []string
		for _, a := range f.Attained {
			if a.Deciding && a.Verdict != Met {
				not = append(not, fmt.Sprintf("%s (%s; highest %s)", a.Basis.Books, a.Basis.Definition, Text(a.Interval, f.Unit)))
			}
		}
		if len(not) > 0 {
			f.Notes = append(f.Notes, "Not shown to be reached on: "+strings.Join(not, "; ")+".")
		}
	case highest == nil:
	case windowOpen:
		f.State = Behind
		f.Notes = append(f.Notes, fmt.Sprintf("Highest so far: %s.", Text(f.Delivered, f.Unit)))
	case !whole:
		f.Notes = append(f.Notes, fmt.Sprintf("Not reached in the records, which lack some years; highest: %s.", Text(f.Delivered, f.Unit)))
	default:
		f.State = Missed
		f.Notes = append(f.Notes, fmt.Sprintf("Not reached on any basis in the records; highest: %s.", Text(f.Delivered, f.Unit)))
	}
}

// A PledgeFinding is how a pledge stands on a day.
type PledgeFinding struct {
	Pledge lac.Pledge `json:"pledge"`
	AsOf   lac.Date   `json:"as_of"`
	State  Verdict    `json:"state"` // NotDue, OnTrack, Behind, Met, Missed or Unmeasurable
	// Delivered is what records and published figures of the window show so
	// far; a lower bound.
	Delivered interval.Interval `json:"delivered"`
	// Target is the whole that was promised: years times a yearly quantity.
	Target interval.Interval `json:"target"`
	Unit   lac.Unit          `json:"unit"`
	// Due is what the pace rule asks for by that day; none where it has no say, and
	// of a pledge that is not due.
	Due        interval.Bound `json:"due"`
	Pace       Pace           `json:"pace,omitempty"`
	Elapsed    string         `json:"elapsed,omitempty"` // days gone by of the window's
	Arithmetic []Step         `json:"arithmetic,omitempty"`
	// Attained says of a level to be reached whether it was, on each basis: Met
	// by the end of the first year whose figure reaches it, which is the period of
	// the basis; else Undecided, with the highest figure and its year. The figures
	// of years do not date it more closely.
	Attained []Reading `json:"attained,omitempty"`
	// Said is what was said of the same measure from the pledge on.
	Said []Saying `json:"said,omitempty"`
	// Repeats are the IDs of pledges of as much of the same for a time in
	// common: likely one promise, named more than once.
	Repeats []string `json:"repeats,omitempty"`
	Records []string `json:"records,omitempty"`
	Notes   []string `json:"notes,omitempty"`
}

// aim finds the whole that was promised; false if it is not known.
func (f *PledgeFinding) aim() bool {
	p := f.Pledge
	target := p.Target.Value.Amount().Rat()
	f.Target = interval.Point(target)
	work := working(nil).then(OpRead, f.Target, f.Unit, "pledged: "+Amount(p.Target.Value), Operand{Record: p.ID, Value: f.Target})
	if p.PerYear {
		years, whole := wholeYears(p.Window)
		if !whole {
			f.Target = interval.Interval{}
			f.Notes = append(f.Notes, "A yearly quantity over a window that is not whole years: the target is not known.")
			return false
		}
		f.Target = interval.Point(new(big.Rat).Mul(target, big.NewRat(years, 1)))
		text := fmt.Sprintf("%s a year for %d years", Amount(p.Target.Value), years)
		work = work.then(OpMultiply, f.Target, f.Unit, text, work.last(), constant(years))
		f.Notes = append(f.Notes, text+".")
	}
	f.Arithmetic = work
	return true
}

// elapse says how much of the window has gone by; false if it has no end or no
// beginning.
func (f *PledgeFinding) elapse() (gone, whole int64, ok bool) {
	w := f.Pledge.Window
	if w.First().IsZero() || w.Last().IsZero() {
		return 0, 0, false
	}
	whole = int64(w.First().DaysUntil(w.Last()) + 1)
	gone = min(max(int64(w.First().DaysUntil(f.AsOf)+1), 0), whole)
	f.Elapsed = fmt.Sprintf("%d of %d days", gone, whole)
	return gone, whole, true
}

// due finds what the pace rule asks for by the day.
func (f *PledgeFinding) due(rule Pace) {
	gone, whole, ok := f.elapse()
	if !ok {
		return
	}
	w := f.Pledge.Window
	switch {
	case gone == whole:
	case rule == PaceYears:
		whole = max(1, yearsBetween(w.First(), w.Last().AddDays(1)))
		gone = min(yearsBetween(w.First(), f.AsOf.AddDays(1)), whole)
	case rule == PaceEnd:
		gone = 0
	}
	part := big.NewRat(gone, whole)
	due := new(big.Rat).Mul(f.Target.Lower.Rat(), part)
	f.Due, f.Pace = interval.Closed(due), rule
	text := fmt.Sprintf("due by %s under the rule %q: %d/%d of the target = %s", f.AsOf, rule, gone, whole, amountOf(due, f.Unit))
	f.Arithmetic = working(f.Arithmetic).then(OpMultiply, interval.Point(due), f.Unit, text,
		Operand{Step: len(f.Arithmetic), Value: interval.Point(f.Target.Lower.Rat())}, Operand{Value: interval.Point(part)})
}

// wholeYears returns how many years from its first day a window lasts, if it
// ends with one of them.
func wholeYears(window lac.Period) (int64, bool) {
	first, next := window.First(), window.Last().AddDays(1)
	whole := !first.IsZero() && !next.IsZero() && first.Month() == next.Month() && first.Day() == next.Day()
	return int64(next.Year() - first.Year()), whole
}

// compare finds the state of a pledge of which deliveries are recorded. What is
// recorded is a lower bound: a closed window is missed on what the records show,
// and the note says so.
func (f *PledgeFinding) compare(closedBy bool) {
	delivered := f.Delivered.Lower
	switch {
	case interval.From(delivered).Within(interval.From(f.Target.Lower)):
		f.State = Met
	case closedBy:
		f.State = Missed
		f.Notes = append(f.Notes, "On what the records show; what they do not show may have been delivered.")
	case f.Due.IsNone():
		f.State = Unmeasurable
	case delivered.Cmp(f.Due) >= 0:
		f.State = OnTrack
	default:
		f.State = Behind
	}
}

// yearsBetween returns the whole years from one day to another.
func yearsBetween(from, to lac.Date) int64 {
	years := to.Year() - from.Year()
	if to.Month() < from.Month() || to.Month() == from.Month() && to.Day() < from.Day() {
		years--
	}
	return int64(max(years, 0))
}
