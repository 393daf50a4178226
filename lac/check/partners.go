package check

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// partners is what the sources have of a reporter's trade, year by year.
type partners struct {
	totals  map[sourceYear]map[lac.Area]*flowAmounts
	rows    map[sourceYear]map[lac.Area]*rowsOf
	refused map[string]error
}

type sourceYear struct {
	source string
	year   int
}

// flowAmounts is a partner's trade by flow.
type flowAmounts [5]flowAmount

type flowAmount struct {
	recorded bool     // whether there is a record at all
	whole    bool     // whether no record lacks its value
	known    *big.Rat // nil: nothing
	unit     lac.Unit
}

var flows = [...]lac.TradeFlow{lac.Export, lac.Import, lac.ReExport, lac.ReImport, lac.Turnover}

func amountsOf(t lac.TradeTotal) (out flowAmounts) {
	for i, f := range flows {
		total := t.Flow(f)
		out[i] = flowAmount{recorded: total.Records > 0 || total.Missing > 0, whole: total.IsComplete()}
		if total.Records > 0 {
			out[i].known, out[i].unit = total.Decimal().Rat(), total.Unit()
		}
	}
	return out
}

// of returns the amount of a flow.
func (a *flowAmounts) of(f lac.TradeFlow) *flowAmount { return &a[slices.Index(flows[:], f)] }

// partnersOf returns the trade of a reporter by partner, whatever the flow.
func (ev *evidence) partnersOf(reporter lac.Area, goods lac.Commodity) partners {
	m := lac.Measure{Reporter: reporter, Commodity: goods}
	return ev.partners.of(m, func() partners {
		p := partners{map[sourceYear]map[lac.Area]*flowAmounts{}, map[sourceYear]map[lac.Area]*rowsOf{}, map[string]error{}}
		trade := ev.between(reporter, 0, lac.Period{})
		sources := map[string]bool{}
		for r := range trade.Trade() {
			if r.Reporter != reporter || !r.Period.IsYear() || !cmp.Or(goods, lac.AllGoods).Contains(r.Commodity) {
				continue
			}
			sources[r.Source] = true
			at := sourceYear{r.Source, r.Period.Last().Year()}
			if p.rows[at] == nil {
				p.rows[at] = map[lac.Area]*rowsOf{}
			}
			rows := p.rows[at][r.Partner]
			if rows == nil {
				rows = &rowsOf{sources: []string{r.Source}}
				p.rows[at][r.Partner] = rows
			}
			rows.add(r)
		}
		for source := range sources {
			q := lac.TradeQuery{Source: source, Reporter: reporter, AsPublished: true, Commodity: goods}
			totals, err := trade.Totals(q, lac.ByPeriod, lac.ByPartner)
			if err != nil {
				p.refused[source] = err
				continue
			}
			for key, t := range totals.All() {
				if !key.Period.IsYear() {
					continue
				}
				at := sourceYear{source, key.Period.Last().Year()}
				if p.totals[at] == nil {
					p.totals[at] = map[lac.Area]*flowAmounts{}
				}
				amounts := amountsOf(t)
				p.totals[at][key.Partner] = &amounts
			}
		}
		return p
	})
}

// rowsOf is the evidence behind a rival.
type rowsOf struct {
	records, sources []string
	valuations       []string
	evidence         []lac.Evidence
}

func (rows *rowsOf) add(r lac.TradeRecord) {
	rows.records = append(rows.records, r.ID)
	if e := evidenceOf(r.Evidence); !slices.Contains(rows.evidence, e) {
		rows.evidence = append(rows.evidence, e)
	}
	if v := valued(r); v != "" && !slices.Contains(rows.valuations, v) {
		rows.valuations = append(rows.valuations, v)
	}
}
