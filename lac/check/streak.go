package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/indicator"
	"github.com/sinolac/sinolac/lac/interval"
)

// streak counts back the years in which the place was held.
func (k *checker) streak(f *Finding) {
	lists := k.listings()
	var readings []Reading
	for _, rule := range k.rules() {
		for _, source := range sourcesOf(lists) {
			if r, ok := k.streakReading(lists, fieldBasis{source, rule}); ok {
				readings = append(readings, r)
			}
		}
	}
	finish(f, readings)
	f.leaveOpen()
	if f.Verdict == Insufficient {
		f.Missing = append(f.Missing, fmt.Sprintf("The partners' trade in the years up to %d; years with data: %s.", k.asOf().Year(), yearsOf(lists)))
	}
}

// streakReading counts on one basis, back to the year that breaks the run; what
// was before is shown too. A year whose place the data leave open is a year
// without data.
func (k *checker) streakReading(lists []*listing, b fieldBasis) (Reading, bool) {
	last := k.asOf().Year()
	held := map[int]bool{}
	place := interval.Point(big.NewRat(int64(k.claim.Place), 1))
	var records []string
	sources := []string{b.source}
	var operands []Operand
	var broken field
	for _, l := range lists {
		if l.source != b.source {
			continue
		}
		c, ok := k.contest(l, b.rule)
		verdict := judge(c.place, place)
		if !ok || verdict == Undecided {
			continue
		}
		held[c.period.Last().Year()] = verdict == Supported
		operands = append(operands, Operand{Of: c.period.String(), Value: c.place})
		if !broken.period.IsZero() { // the listings come by year, the latest first
			continue
		}
		ids, from := c.cited()
		records = append(records, ids...)
		for _, id := range from {
			if !slices.Contains(sources, id) {
				sources = append(sources, id)
			}
		}
		if verdict == Contradicted {
			broken = c
		}
	}
	if len(held) == 0 {
		return Reading{}, false
	}
	s := indicator.StreakOf(held, last)
	slices.Sort(records)
	src, _ := k.ev.data.Source(b.source)
	i := interval.From(interval.Closed(big.NewRat(int64(s.Years), 1)))
	if s.Broken != 0 {
		i.Upper = interval.Closed(big.NewRat(int64(last-s.Broken), 1))
	}
	r := Reading{
		Basis: Basis{Books: src.Basis, Sources: sources, Definition: b.rule, Period: k.claim.Period,
			Evidence: []lac.Evidence{lac.Published}},
		Interval: i, Unit: lac.UnitYears, Verdict: judge(i, k.stated), Records: slices.Compact(records),
		Why: k.bar(b.source, ""), Streak: &s, Margin: amountMargin("the years in a row", i, k.stated, lac.UnitYears),
	}
	r.Deciding = r.Why == ""
	var text []string
	for _, part := range []struct {
		text  string
		years string
	}{{"held in ", yearList(held, true)}, {"not held in ", yearList(held, false)}} {
		if part.years != "" {
			text = append(text, part.text+part.years)
		}
	}
	r.Arithmetic = working(nil).then(OpRun, i, lac.UnitYears, strings.Join(text, "; "), operands...)
	if s.Broken != 0 {
		note := fmt.Sprintf("Broken in %d: the run can have begun in %d at the earliest.", s.Broken, s.Broken+1)
		if gap := broken.margin(place).Text; gap != "" {
			note = fmt.Sprintf("Broken in %d (%s): the run can have begun in %d at the earliest.", s.Broken, gap, s.Broken+1)
		}
		r.Notes = append(r.Notes, note)
	}
	if len(s.Unknown) > 0 {
		r.Notes = append(r.Notes, "No deciding data for "+spans(s.Unknown)+".")
	}
	return r, true
}
