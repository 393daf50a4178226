package lac

import (
	"slices"

	"github.com/sinolac/sinolac/lac/internal/tally"
)

// Totals returns exact totals of the trade records that q selects, a key for
// each combination of the dimensions that occurs. Without a dimension there is
// one key, the zero [TradeKey]; if q selects nothing there is none.
//
// What must not be added up within a key is refused with [*UnsafeSumError] or
// counted once; [Guard] lists the rules. Records marked [Unconfirmed] are always
// left out. The answer does not depend on the number of processors, which it
// all uses.
func (d *Dataset) Totals(q TradeQuery, by ...Dimension) (TradeTotals, error) {
	return d.totals(q, by, nil)
}

// totals is Totals but for records of pairs that without reports; it may be nil.
func (d *Dataset) totals(q TradeQuery, by []Dimension, without func(reporter, partner Area) bool) (TradeTotals, error) {
	p, err := d.plan(q, by, without)
	if err != nil {
		return TradeTotals{}, err
	}
	return p.totals(), nil
}

// Select returns the trade records that [Dataset.Totals] adds up for q with no
// dimension, after every rule, in the order of [Dataset.Trade], and errs as it does.
func (d *Dataset) Select(q TradeQuery) ([]TradeRecord, error) {
	p, err := d.plan(q, nil, nil)
	if err != nil {
		return nil, err
	}
	var records []TradeRecord
	p.Rows(func(at tally.RowAt) { records = append(records, d.trade.record(at)) })
	return records, nil
}

// plan adds up, or returns why that must not be.
func (d *Dataset) plan(q TradeQuery, by []Dimension, without func(reporter, partner Area) bool) (*tradePlan, error) {
	if err := q.validate(by); err != nil {
		return nil, err
	}
	asked := newQuestion(d.trade.dict, q, by)
	asked.heads.without = without
	query := asked.query(slices.Index(d.trade.dict.goods.values, wantedCommodity(q)))
	if c := wantedCommodity(q); !c.IsTotal() || slices.ContainsFunc(d.trade.dict.goods.values, Commodity.IsService) {
		query.Matches = make([]bool, len(d.trade.dict.goods.values))
		for i, g := range d.trade.dict.goods.values {
			query.Matches[i] = c.Contains(g)
		}
	}
	query.Reporters = query.Reporters || without != nil
	query.Partners = query.Partners || without != nil
	p := &tradePlan{tally.NewPlan(d.index(), query), asked, d.trade}
	return p, p.run()
}

// A question is a query and its dimensions, about what a dictionary numbers.
type question struct {
	q     TradeQuery
	by    []Dimension
	keys  keyMaker
	heads *headSelector
}

func newQuestion(d *tradeDict, q TradeQuery, by []Dimension) *question {
	return &question{q, by, newKeyMaker(d, by), newHeadSelector(q, d)}
}

// query returns the question in numbers; wanted is that of the commodity asked for.
func (a *question) query(wanted int) tally.Query {
	return tally.Query{
		Figure:     a.q.Figure.column(),
		ByGood:     slices.Contains(a.by, ByCommodity),
		ByReporter: a.keys.by[ByReporter],
		Reporters:  a.q.Reporter != 0 || a.keys.by[ByReporter],
		Partners:   a.q.Partner != 0 || a.keys.by[ByPartner],
		Wanted:     wanted,
		Select: func(h tally.Head) (key uint32, fate tally.Fate, ok bool) {
			if fate, ok = a.heads.fate(h); ok {
				key = a.keys.number(h)
			}
			return key, fate, ok
		},
		KeyRanks: func() []uint32 { return tally.Ranks(a.keys.keys, TradeKey.Compare) },
	}
}

// A tradePlan answers a question about the records of a view.
type tradePlan struct {
	*tally.Plan
	asked *question
	view  *tradeView
}

// run adds up, or returns why that must not be.
func (p *tradePlan) run() error {
	if r := p.Run(); r != nil {
		return p.view.refusal(p.asked.q, r)
	}
	return nil
}

// Narrow returns a dataset with those trade records of d alone that a query with
// the given reporter, partner and period can select, whatever its other fields; a
// zero argument stands for all of them. Records of other families are those of d.
// Such a query has the same answer on both; where it selects few of many records,
// the narrow dataset has it sooner.
func (d *Dataset) Narrow(reporter, partner Area, within Period) *Dataset {
	periods := make([]bool, len(d.trade.dict.periods.Values))
	for i, p := range d.trade.dict.periods.Values {
		periods[i] = within.IsZero() || within.Contains(p)
	}
	var t TradeTable
	for _, n := range d.pairs().rows(reporter, partner) {
		at := d.trade.At(int(n))
		if !periods[d.trade.dict.ids.Heads.At(d.trade.Blocks[at.Block].Heads.At(at.Row)).Period] {
			continue
		}
		r := d.trade.record(at)
		// The dictionary of a table within the limits has room for a part of it.
		if row, err := t.dict.row(&r); err == nil {
			t.rows.Append(&row)
		}
	}
	n := &Dataset{records: d.records, trade: t.view(), sources: d.sources, byID: d.byID, ties: d.ties}
	n.makeIndexes()
	return n
}

// totals puts together what was added up.
func (p *tradePlan) totals() TradeTotals {
	return TradeTotals{of: p.Plan.Totals(), keys: p.asked.keys.keys, byGood: slices.Contains(p.asked.by, ByCommodity), view: p.view, q: p.asked.q}
}
