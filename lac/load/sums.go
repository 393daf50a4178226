package load

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/projects"
)

// Sums say what sums over the records of a file leave out, by rule, and why there
// are none over all of them together.
type Sums struct {
	LeftOut []LeftOut
	Unsafe  error // an [*lac.UnsafeSumError], or nil
}

// A LeftOut is a rule of a safe sum and the number of records that it leaves out.
type LeftOut struct {
	Rule    lac.Guard
	Records int
}

// Sums adds up the trade and the projects of the file, for which it builds a dataset
// of its records. It errs as [lac.NewDataset].
func (f *File) Sums() (Sums, error) {
	data, err := lac.NewDataset(f.Records)
	if err != nil {
		return Sums{}, err
	}
	var s Sums
	out := map[lac.Guard]int{}
	count := func(t lac.Total) {
		for rule, n := range t.Excluded() {
			out[rule] += n
		}
	}
	trade, err := data.Totals(lac.TradeQuery{}, lac.BySource, lac.ByReporter, lac.ByPartner, lac.ByFlow, lac.ByPeriod)
	var unsafe *lac.UnsafeSumError
	if errors.As(err, &unsafe) {
		s.Unsafe = unsafe
	}
	for _, t := range trade.All() {
		for _, flow := range []lac.TradeFlow{lac.Export, lac.Import, lac.ReExport, lac.ReImport, lac.Turnover} {
			count(t.Flow(flow))
		}
	}
	if currency, year, ok := basis(data); ok {
		totals, err := projects.Of(data).Totals(projects.Query{Type: lac.Commitment, Currency: currency, PriceYear: year})
		if errors.As(err, &unsafe) {
			s.Unsafe = unsafe
		}
		for _, t := range totals.All() {
			count(t.Amount)
		}
	}
	for rule, n := range out {
		s.LeftOut = append(s.LeftOut, LeftOut{rule, n})
	}
	slices.SortFunc(s.LeftOut, func(a, b LeftOut) int { return strings.Compare(string(a.Rule), string(b.Rule)) })
	return s, nil
}

// String returns the sums as lines of text, none if there is nothing to say.
func (s Sums) String() string {
	var b strings.Builder
	for _, out := range s.LeftOut {
		fmt.Fprintf(&b, "  left out of sums: %d, %s\n", out.Records, out.Rule)
	}
	if s.Unsafe != nil {
		fmt.Fprintf(&b, "  no sum of all: %v\n", s.Unsafe)
	}
	return b.String()
}

// basis returns the currency and price year of the first amount that projects
// have: which projects a sum leaves out is the same on another.
func basis(data *lac.Dataset) (lac.Currency, int, bool) {
	for p := range data.Projects() {
		for _, t := range p.Transactions {
			if t.Value.IsReported() {
				return t.Value.Currency(), t.PriceYear, true
			}
		}
	}
	return 0, 0, false
}
