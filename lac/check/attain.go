package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// An Attainment is what one basis says of a level that was to be reached.
type Attainment struct {
	Basis Basis `json:"basis"`
	// On is the last day of the first year whose figure reaches the level; zero
	// if none does. The figures of years do not date it more closely.
	On       lac.Date          `json:"on,omitzero"`
	Interval interval.Interval `json:"interval"` // the figure of that year, else the highest
	Deciding bool              `json:"deciding"`
	Why      string            `json:"why,omitempty"`
	Records  []string          `json:"records"`

	work working
}

// levels holds the subjects that a pledge brings to a level, year by year, rather
// than delivers piece by piece.
var levels = map[lac.Subject]bool{lac.SubjectTrade: true, lac.SubjectFDIStock: true}

// attain looks on each basis for the first year of the window in which the level
// was reached.
func (k *checker) attain(f *PledgeFinding, windowOpen bool) {
	m := f.Pledge.Measure
	m.Sector = ""
	best := map[string]Attainment{} // by series
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
			a := Attainment{Basis: fig.basis, Interval: fig.interval, Deciding: fig.why == "", Why: fig.why, Records: fig.records, work: fig.work}
			if interval.From(fig.says.Lower).Within(interval.From(f.Target.Lower)) {
				a.On = year.Last()
			}
			key := fig.series + "|" + fig.why
			old, known := best[key]
			if !known {
				order = append(order, key)
			}
			if !known || old.On.IsZero() && (!a.On.IsZero() || a.Interval.Lower.Cmp(old.Interval.Lower) > 0) {
				best[key] = a
			}
		}
		whole = whole && bounded
	}
	var met, highest *Attainment
	for _, key := range order {
		a := best[key]
		f.Attained = append(f.Attained, a)
		if !a.Deciding {
			continue
		}
		if !a.On.IsZero() && (met == nil || a.On.Before(met.On)) {
			met = &a
		}
		if highest == nil || a.Interval.Lower.Cmp(highest.Interval.Lower) > 0 {
			highest = &a
		}
	}
	slices.SortStableFunc(f.Attained, func(a, b Attainment) int {
		return cmp.Or(-compareBool(a.Deciding, b.Deciding), -compareBool(!a.On.IsZero(), !b.On.IsZero()), a.On.Compare(b.On))
	})
	if met != nil {
		highest = met
	}
	if highest != nil {
		f.Delivered = interval.From(highest.Interval.Lower)
		work, _, reached := working(f.Arithmetic).join(highest.work)
		f.Arithmetic = work.then(OpBound, f.Delivered, f.Unit, "so much was reached at least", reached)
	}
	switch {
	case met != nil:
		f.State, f.Records = Met, met.Records
		f.Notes = append(f.Notes, fmt.Sprintf("Reached in %s: %s on %s (%s).", met.Basis.Period, Text(met.Interval, f.Unit), met.Basis.Books, met.Basis.Definition))
		var not []string
		for _, a := range f.Attained {
			if a.Deciding && a.On.IsZero() {
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
