package check

import (
	"fmt"
	"math/big"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// Conflicts of a statement's own figures.
const (
	ConflictParts ConflictKind = "parts" // parts do not add up to the total
	ConflictRatio ConflictKind = "ratio" // a change, multiple or share does not follow from the figures
	ConflictTwice ConflictKind = "twice" // two figures for one thing
)

// Consistency returns what does not fit together in a statement: first its own
// figures against each other, then each claim against the records, where it is
// not supported and the way in which it is wrong has a name. What the dataset
// says nothing about is no conflict.
//
// Figures of one statement are held against each other as rounded; where they
// would fit if digits were cut, and the policy grants that, the text says so. It
// errs as [Claim].
func Consistency(data *lac.Dataset, s lac.Statement, p Policy) ([]Conflict, error) {
	var own []stated
	for _, c := range s.Claims {
		if c.Stated.IsZero() || c.Form == lac.FormEvent || c.Form == lac.FormPosition {
			continue
		}
		rounded := p
		rounded.Truncation = false
		i, err := rounded.Interval(c.Stated)
		if err != nil {
			return nil, fmt.Errorf("statement %s: claim %s: %w", s.ID, c.ID, err)
		}
		cut, _ := p.Interval(c.Stated) // errs as the other
		own = append(own, stated{c, i, cut})
	}
	conflicts := sums(own)
	conflicts = append(conflicts, ratios(own)...)
	conflicts = append(conflicts, repeated(own)...)
	ev := newEvidence(data, p)
	for _, c := range s.Claims {
		f, err := ev.claim(c)
		if err != nil {
			return nil, fmt.Errorf("statement %s: %w", s.ID, err)
		}
		if conflict, ok := ev.trap(f); ok {
			conflicts = append(conflicts, conflict)
		}
	}
	return conflicts, nil
}

// stated is a claim with what its figure means.
type stated struct {
	lac.Claim
	interval interval.Interval // of what rounds to it
	cut      interval.Interval // of what the policy grants
}

// doubt returns what is to be added where figures that do not fit as rounded fit
// if digits were cut.
func doubt(fit bool) string {
	if fit {
		return " If digits were cut, not rounded, it can be."
	}
	return ""
}

func (s stated) text() string {
	if s.Stated.Text != "" {
		return fmt.Sprintf("%q", s.Stated.Text)
	}
	return figureText(s.Stated)
}

// unit returns the unit of the claim's figure.
func (s stated) unit() lac.Unit { return s.Stated.Value.Unit() }

// of returns what claims must share for their figures to be parts of one total.
func (s stated) of() [4]any {
	m := normal(s.Measure)
	m.Flow = ""
	return [4]any{s.Form, m, s.Period, s.unit()}
}

// sums finds totals of trade whose exports and imports, as stated beside them, do
// not add up, and shares of one whole that are more than it.
func sums(own []stated) []Conflict {
	var out []Conflict
	for _, total := range own {
		if total.Form != lac.FormLevel || total.Measure.Subject != lac.SubjectTrade || flowOf(total.Measure) != lac.Turnover {
			continue
		}
		var x, m *stated
		for i := range own {
			if part := &own[i]; part.of() == total.of() {
				switch part.Measure.Flow {
				case lac.Export:
					x = part
				case lac.Import:
					m = part
				}
			}
		}
		if x == nil || m == nil {
			continue
		}
		if sum := x.interval.Add(m.interval); !sum.Meets(total.interval) {
			out = append(out, Conflict{Kind: ConflictParts, Claims: []string{x.ID, m.ID, total.ID},
				Text: fmt.Sprintf("Exports of %s and imports of %s make %s, not %s.", x.text(), m.text(), Text(sum, x.unit()), total.text()) + doubt(x.cut.Add(m.cut).Meets(total.cut))})
		}
	}
	return append(out, shares(own)...)
}

// shares finds shares of different countries in one whole that are more than it.
func shares(own []stated) []Conflict {
	var out []Conflict
	type whole struct {
		of     lac.Measure
		period lac.Period
		from   lac.Area
	}
	sum, ids, seen := map[whole]*big.Rat{}, map[whole][]string{}, map[whole]map[lac.Area]bool{}
	var order []whole
	for _, s := range own {
		if s.Form != lac.FormShare || !s.Measure.Partner.IsCountry() || s.interval.Lower.IsNone() {
			continue
		}
		w := whole{s.Of, s.Period, s.Measure.Reporter}
		if sum[w] == nil {
			sum[w], seen[w] = new(big.Rat), map[lac.Area]bool{}
			order = append(order, w)
		}
		if !seen[w][s.Measure.Partner] {
			seen[w][s.Measure.Partner] = true
			sum[w].Add(sum[w], s.interval.Lower.Rat())
			ids[w] = append(ids[w], s.ID)
		}
	}
	for _, w := range order {
		if sum[w].Cmp(big.NewRat(100, 1)) > 0 {
			out = append(out, Conflict{Kind: ConflictParts, Claims: ids[w],
				Text: fmt.Sprintf("Shares of one whole come to %s at least.", amountOf(sum[w], lac.UnitPercent))})
		}
	}
	return out
}

// ratios finds changes, multiples and shares that the figures stated beside them
// do not give.
func ratios(own []stated) []Conflict {
	level := func(m lac.Measure, period lac.Period) (stated, bool) {
		for _, s := range own {
			if s.Form == lac.FormLevel && normal(s.Measure) == normal(m) && s.Period == period {
				return s, true
			}
		}
		return stated{}, false
	}
	var out []Conflict
	for _, s := range own {
		a, ok1 := level(s.Measure, s.Period)
		b, ok2 := level(s.Measure, s.Baseline)
		if s.Form == lac.FormShare {
			b, ok2 = level(s.Of, s.Period)
		}
		if !ok1 || !ok2 || a.unit() != b.unit() {
			continue
		}
		got, ok := s.from(a.interval, b.interval, a.unit())
		if !ok || got.Meets(s.interval) {
			continue
		}
		cut, _ := s.from(a.cut, b.cut, a.unit())
		out = append(out, Conflict{Kind: ConflictRatio, Claims: []string{a.ID, b.ID, s.ID},
			Text: fmt.Sprintf("%s and %s give %s, not %s.", a.text(), b.text(), Text(got, s.unit()), s.text()) + doubt(cut.Meets(s.cut))})
	}
	return out
}

// from returns what a claim's figure should be by the two figures that it rests
// on, which are in unit.
func (s stated) from(a, b interval.Interval, unit lac.Unit) (interval.Interval, bool) {
	switch ratio := a.NotNegative().Div(b.NotNegative()); {
	case s.Form == lac.FormMultiple:
		return ratio, true
	case s.Form == lac.FormShare:
		return ratio.Mul(big.NewRat(100, 1)), true
	case s.Form == lac.FormChange && s.unit() == lac.UnitPercent:
		return ratio.Mul(big.NewRat(100, 1)).Shift(big.NewRat(-100, 1)), true
	case s.Form == lac.FormChange && s.unit() == unit:
		return a.Sub(b), true
	}
	return interval.Interval{}, false
}

// repeated finds two figures for one thing that cannot both be right.
func repeated(own []stated) []Conflict {
	var out []Conflict
	for i, a := range own {
		for _, b := range own[i+1:] {
			if a.Form == b.Form && normal(a.Measure) == normal(b.Measure) && normal(a.Of) == normal(b.Of) && a.Period == b.Period &&
				a.Baseline == b.Baseline && a.Place == b.Place && a.Refers == b.Refers && a.unit() == b.unit() && !a.cut.Meets(b.cut) {
				out = append(out, Conflict{Kind: ConflictTwice, Claims: []string{a.ID, b.ID},
					Text: fmt.Sprintf("Once %s, once %s of the same.", a.text(), b.text())})
			}
		}
	}
	return out
}
