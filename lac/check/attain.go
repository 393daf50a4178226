package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// levels holds the subjects that a pledge brings to a level, year by year, rather
// than delivers piece by piece.
var levels = map[lac.Subject]bool{lac.SubjectTrade: true, lac.SubjectFDIStock: true}

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
				Deciding: fig.why == "", Why: fig.why, Records: fig.records, Arithmetic: fig.work}
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
