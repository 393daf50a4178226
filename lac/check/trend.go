package check

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/indicator"
	"github.com/sinolac/sinolac/lac/interval"
)

// trend counts back the years in which a series rose, or fell, or stayed beyond a
// threshold. More years in a row than are stated are these too.
func (k *checker) trend(f *Finding) {
	c := k.claim
	last := c.Period.Last().Year()
	need, ok := k.trendYears(f)
	if !ok {
		f.Verdict = Insufficient
		f.Missing = append(f.Missing, "How many years running the claim speaks of.")
		return
	}
	f.Stated, k.stated, f.Unit = need, need, lac.UnitYears
	order, series := k.yearly(c.Measure, last-60, last, c.Threshold.Unit())
	var readings []Reading
	for _, s := range order {
		if r, ok := k.trendReading(series[s], last); ok {
			readings = append(readings, r)
		}
	}
	finish(f, k.hear(readings))
	if len(readings) == 0 {
		f.Missing = append(f.Missing, fmt.Sprintf("A series of figures by year up to %d.", last))
	}
}

// trendYears returns for how many years the trend must hold: as many as are stated,
// or those of the period, of which the first has nothing to rise from.
func (k *checker) trendYears(f *Finding) (interval.Interval, bool) {
	if !k.claim.Stated.IsZero() {
		need := f.Stated
		if k.claim.Stated.Comparator == "" || k.claim.Stated.Comparator == lac.Equal {
			need.Upper = interval.Bound{}
		}
		return need, true
	}
	n := 0
	if k.claim.Period.First().IsZero() {
		return interval.Interval{}, false
	}
	for range k.claim.Period.Years() {
		n++
	}
	if !k.claim.Threshold.IsReported() {
		n--
	}
	return interval.From(interval.Closed(big.NewRat(int64(n), 1))), n > 0
}

// trendReading counts on one series.
func (k *checker) trendReading(years map[int]figure, last int) (Reading, bool) {
	held := map[int]bool{}
	var used []int
	want := beyond(zero(), k.claim.Direction)
	if k.claim.Threshold.IsReported() {
		want = beyond(k.claim.Threshold.Amount().Rat(), k.claim.Direction)
	}
	for y, fig := range years {
		switch {
		case k.claim.Threshold.IsReported():
		case years[y-1].series == "":
			continue
		default:
			fig = k.differenceOf(pair{now: fig, then: years[y-1]}, fig.unit)
		}
		if v := weigh(fig.says, fig.allows, want); v != Undecided {
			held[y] = v == Supported
		}
	}
	if len(held) == 0 {
		return Reading{}, false
	}
	s := indicator.StreakOf(held, last)
	i := interval.From(interval.Closed(big.NewRat(int64(s.Years), 1)))
	if s.Broken != 0 {
		i.Upper = interval.Closed(big.NewRat(int64(last-s.Broken), 1))
	}
	for y := range years {
		if y >= s.Broken-1 {
			used = append(used, y)
		}
	}
	slices.Sort(used)
	slices.Reverse(used)
	r := Reading{Interval: i, Says: i, Allows: i, Unit: lac.UnitYears, Verdict: judge(i, k.stated), Deciding: true, Streak: &s,
		Margin: amountMargin("the years in a row", i, k.stated, lac.UnitYears)}
	r.Basis = years[used[0]].basis
	r.Basis.Period, r.Basis.Sources, r.books = k.claim.Period, nil, years[used[0]].books
	var operands []Operand
	for _, y := range used {
		fig := years[y]
		r.Records = append(r.Records, fig.records...)
		for _, id := range fig.basis.Sources {
			if !slices.Contains(r.Basis.Sources, id) {
				r.Basis.Sources = append(r.Basis.Sources, id)
			}
		}
		operands = append(operands, Operand{Of: lac.Year(y).String(), Value: fig.interval})
	}
	slices.Sort(r.Records)
	r.Records = slices.Compact(r.Records)
	text := "held in " + yearList(held, true)
	if no := yearList(held, false); no != "" {
		text += "; not in " + no
	}
	r.Arithmetic = working(nil).then(OpRun, i, lac.UnitYears, text, operands...)
	if s.Broken != 0 {
		r.Notes = append(r.Notes, fmt.Sprintf("Broken in %d.", s.Broken))
	}
	if len(s.Unknown) > 0 {
		r.Notes = append(r.Notes, "No deciding data for "+spans(s.Unknown)+".")
	}
	return r, true
}
