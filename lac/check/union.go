package check

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// union returns the European Union as one rival: the source's own row, or the sum
// of its members where the source has all of them, or its published trade with the
// region in the year, converted at the year's average rate, or between what its
// listed members have and what those that are not listed may have besides.
func (k *checker) union(of lac.Measure, u *lineup, l *listing) rival {
	if l.union != nil && l.union.interval.IsPoint() {
		return *l.union
	}
	v := rival{area: lac.EuropeanUnion, rows: &rowsOf{sources: []string{l.source}}}
	sum, most := new(big.Rat), interval.Closed(new(big.Rat))
	members := len(lac.EuropeanUnion.Members(l.period.Last()))
	unlisted := members
	for _, r := range l.rivals {
		if r.member {
			sum.Add(sum, r.interval.Lower.Rat())
			most = most.Add(r.interval.Upper)
			v.rows.records = append(v.rows.records, r.rows.records...)
			unlisted--
		}
	}
	if source, _ := k.ev.data.Source(l.source); source.Largest == 0 {
		unlisted = min(unlisted, 1) // what the world's row leaves is for all of them
	}
	for range unlisted {
		most = most.Add(l.rest)
	}
	v.interval = interval.Between(interval.Closed(sum), most)
	if v.interval.IsPoint() {
		u.notes = append(u.notes, fmt.Sprintf("The EU as the sum of its %d members.", members))
		return v
	}
	m := lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.EuropeanUnion, Partner: of.Reporter, Commodity: of.Commodity}
	ways := [][]lac.TradeFlow{{lac.Turnover}, {lac.Export, lac.Import}}
	if of.Flow != lac.Turnover {
		ways = [][]lac.TradeFlow{{of.Flow.Mirror()}}
	}
	for _, whole := range ways {
		total, rows, found := new(big.Rat), &rowsOf{sources: []string{l.source}}, 0
		var books, rate string
		for _, flow := range whole {
			m.Flow = flow
			figs := k.printed(m, l.period)
			if len(figs) == 0 || !figs[0].interval.IsPoint() || figs[0].why != "" {
				continue
			}
			fig, ok := k.inUnit(figs[0], l.unit)
			if !ok {
				continue
			}
			found++
			total.Add(total, fig.interval.Lower.Rat())
			rows.records = append(rows.records, fig.records...)
			for _, s := range fig.basis.Sources {
				if !slices.Contains(rows.sources, s) {
					rows.sources = append(rows.sources, s)
				}
			}
			books, rate = fig.basis.Books, fig.basis.Conversion
		}
		if found == len(whole) {
			v.interval, v.rows, u.conversion = interval.Point(total), rows, rate
			note := fmt.Sprintf("The EU by its own figures (%s)", books)
			if rate != "" {
				note += ", " + rate
			}
			u.notes = append(u.notes, note+".")
			return v
		}
	}
	u.notes = append(u.notes, fmt.Sprintf("No figure of the EU as a whole for %v: those of its members that are listed bound it.", l.period))
	return v
}
