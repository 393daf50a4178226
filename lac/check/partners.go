package check

import (
	"cmp"
	"maps"
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// partnersOf returns the trade of a reporter by partner, whatever the flow. Months
// and quarters are added up to the years that they fill.
func (ev *evidence) partnersOf(c competition) partners {
	return ev.partners.of(c, func() partners {
		p := partners{map[sourceTime]map[lac.Area]*flowAmounts{}, map[sourceTime]map[lac.Area]*rowsOf{}, map[string]error{}}
		trade := ev.between(c.reporter, 0, lac.Period{})
		wanted := cmp.Or(c.goods, lac.AllGoods)
		whole := map[sourceTime]bool{} // whether it has rows of all the time
		for r := range trade.Trade() {
			if r.Reporter != c.reporter || !wanted.Contains(r.Commodity) {
				continue
			}
			at := sourceTime{r.Source, c.within}
			if c.within.IsZero() {
				at.period = lac.Year(r.Period.Last().Year())
			}
			if r.Period.Last().IsZero() || !at.period.Contains(r.Period) {
				continue
			}
			whole[at] = whole[at] || r.Period == at.period
			if p.rows[at] == nil {
				p.rows[at] = map[lac.Area]*rowsOf{}
			}
			rows := p.rows[at][r.Partner]
			if rows == nil {
				rows = &rowsOf{sources: []string{r.Source}}
				p.rows[at][r.Partner] = rows
			}
			rows.add(r, wanted)
		}
		// In order, so that it is the latest year's refusal that is told of.
		for _, at := range slices.SortedFunc(maps.Keys(p.rows), sourceTime.compare) {
			q := lac.TradeQuery{Source: at.source, Reporter: c.reporter, AsPublished: true, Commodity: c.goods, Period: at.period}
			totals, err := trade.Totals(q, lac.ByPeriod, lac.ByPartner)
			if !whole[at] {
				totals, err = trade.Totals(q, lac.ByPartner)
			}
			if err != nil {
				p.refused[at.source] = err // other years stand as they are
				continue
			}
			p.totals[at] = map[lac.Area]*flowAmounts{}
			for key, t := range totals.All() {
				amounts := p.totals[at][key.Partner]
				if amounts == nil {
					amounts = new(flowAmounts)
					p.totals[at][key.Partner] = amounts
				}
				rows := p.rows[at][key.Partner]
				for i, a := range amountsOf(t) {
					// One partner's year may be printed and another's be its months.
					if f := flows[i]; a.recorded && (!whole[at] || rows == nil || key.Period == at.period || !slices.Contains(rows.spans, flowSpan{f, at.period})) {
						amounts[i].add(a)
					}
				}
			}
			for area, amounts := range p.totals[at] {
				if rows := p.rows[at][area]; rows != nil {
					for i, f := range flows {
						a := &amounts[i]
						a.whole = a.whole && rows.exact[i] && (rows.fills(f, at.period) || slices.Contains(rows.spans, flowSpan{f, at.period}))
					}
				}
			}
		}
		return p
	})
}

// fills reports whether the rows of a flow fill a period, each part once.
func (rows *rowsOf) fills(f lac.TradeFlow, period lac.Period) bool {
	days := 0
	for i, s := range rows.spans {
		if s.flow != f {
			continue
		}
		days += s.period.First().DaysUntil(s.period.Last()) + 1
		if slices.ContainsFunc(rows.spans[:i], func(t flowSpan) bool { return t.flow == f && t.period.Overlaps(s.period) }) {
			return false
		}
	}
	return days == period.First().DaysUntil(period.Last())+1
}

func (rows *rowsOf) add(r lac.TradeRecord, wanted lac.Commodity) {
	if i := slices.Index(flows[:], r.Flow); i >= 0 && r.Commodity == wanted {
		rows.exact[i] = true
	}
	if s := (flowSpan{r.Flow, r.Period}); !slices.Contains(rows.spans, s) {
		rows.spans = append(rows.spans, s)
	}
	rows.records = append(rows.records, r.ID)
	if e := evidenceOf(r.Evidence); !slices.Contains(rows.evidence, e) {
		rows.evidence = append(rows.evidence, e)
	}
	if v := valued(r); v != "" && !slices.Contains(rows.valuations, v) {
		rows.valuations = append(rows.valuations, v)
	}
}
