package check

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
)

type flowAmount struct {
	recorded bool     // whether there is a record at all
	whole    bool     // whether no record lacks its value
	known    *big.Rat // nil: nothing
	unit     lac.Unit
}

// flowAmounts is a partner's trade by flow.
type flowAmounts [5]flowAmount

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

// add adds the amount of another part of the time.
func (a *flowAmount) add(b flowAmount) {
	if !a.recorded {
		*a = b
		return
	}
	a.whole = a.whole && b.whole
	switch {
	case b.known == nil:
	case a.known == nil:
		a.known, a.unit = b.known, b.unit
	case a.unit != b.unit:
		a.whole = false // no sum of two currencies; what is known is part of it
	default:
		a.known = new(big.Rat).Add(a.known, b.known)
	}
}

// of returns the amount of a flow.
func (a *flowAmounts) of(f lac.TradeFlow) *flowAmount { return &a[slices.Index(flows[:], f)] }

type flowSpan struct {
	flow   lac.TradeFlow
	period lac.Period
}

// A sourceTime is what a source has of a year, or of the claim's own period.
type sourceTime struct {
	source string
	period lac.Period
}

func (a sourceTime) compare(b sourceTime) int {
	return cmp.Or(cmp.Compare(a.source, b.source), a.period.Compare(b.period))
}

// rowsOf is the evidence behind a rival.
type rowsOf struct {
	records, sources []string
	valuations       []string
	evidence         []lac.Evidence
	exact            [len(flows)]bool // whether there is a row of just the goods asked for, by flow
	spans            []flowSpan       // of which there are rows
}

// partners is what the sources have of a reporter's trade, year by year.
type partners struct {
	totals  map[sourceTime]map[lac.Area]*flowAmounts
	rows    map[sourceTime]map[lac.Area]*rowsOf
	refused map[string]error
}

// A competition is whose partners are asked for, of which goods, and when: in
// single years, or in the period given.
type competition struct {
	reporter lac.Area
	goods    lac.Commodity
	within   lac.Period
}
