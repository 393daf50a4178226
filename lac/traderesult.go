package lac

import (
	"iter"
	"sort"

	"github.com/sinolac/sinolac/lac/internal/tally"
)

// TradeTotals are the totals of a query, in the order of their keys. The zero
// TradeTotals has none.
type TradeTotals struct {
	// Keys and totals are put together when they are asked for: of a million
	// totals, most are not.
	of     tally.Totals
	keys   []TradeKey // by number, without their commodities
	byGood bool
	view   *tradeView
	q      TradeQuery
	read   []keyedTotal // in place of all of these: totals that were read back
}

// Len returns the number of keys.
func (t TradeTotals) Len() int { return max(t.of.Len(), len(t.read)) }

// All returns every key with its total, in the order of the keys.
func (t TradeTotals) All() iter.Seq2[TradeKey, TradeTotal] {
	return func(yield func(TradeKey, TradeTotal) bool) {
		for _, k := range t.read {
			if !yield(*k.Key, *k.Total) {
				return
			}
		}
		for i := range t.of.Len() {
			e := t.of.At(i)
			if !yield(t.key(e), t.total(e)) {
				return
			}
		}
	}
}

// Get returns the total of one key; false if it does not occur. Without a
// dimension the key is the zero TradeKey.
func (t TradeTotals) Get(k TradeKey) (TradeTotal, bool) {
	if i, ok := t.findRead(k); ok {
		return *t.read[i].Total, true
	}
	e, ok := t.find(k)
	if !ok {
		return TradeTotal{}, false
	}
	return t.total(e), true
}

// find returns the entry of a key; false if it does not occur.
func (t *TradeTotals) find(k TradeKey) (tally.Entry, bool) {
	i, ok := sort.Find(t.of.Len(), func(i int) int { return k.Compare(t.key(t.of.At(i))) })
	if !ok {
		return 0, false
	}
	return t.of.At(i), true
}

// Equal reports whether t and u have the same keys with the same totals.
func (t TradeTotals) Equal(u TradeTotals) bool {
	if t.Len() != u.Len() {
		return false
	}
	next, stop := iter.Pull2(u.All())
	defer stop()
	for k, a := range t.All() {
		l, b, _ := next()
		if k != l || !a.Exports.Equal(b.Exports) || !a.Imports.Equal(b.Imports) || !a.ReExports.Equal(b.ReExports) ||
			!a.ReImports.Equal(b.ReImports) || !a.Published.Equal(b.Published) {
			return false
		}
	}
	return true
}

func (t *TradeTotals) key(e tally.Entry) TradeKey {
	k := t.keys[t.of.Key(e)]
	if t.byGood {
		k.Commodity = t.view.dict.goods.values[t.of.Good(e)]
	}
	return k
}

func (t *TradeTotals) total(e tally.Entry) TradeTotal {
	var total TradeTotal
	t.of.Amounts(e, func(a *tally.Amount) {
		of := total.flow(tradeFlows[a.Flow])
		switch {
		case a.Rows == 0:
		case a.Fate == tally.Added:
			of.Records += a.Rows
			of.unit = t.view.dict.units.Values[a.Unit]
			a.AddTo(&of.sum)
		default:
			of.leaveOut(a.Fate, a.Rows)
		}
		of.Missing += a.Missing
		a.LeftOut(of.leaveOut)
	})
	return total
}

// leaveOut notes that n rows with a fate are not in the total.
func (t *Total) leaveOut(f tally.Fate, n int) {
	if t.excluded == nil {
		t.excluded = map[Guard]int{}
	}
	t.excluded[guardOf(f)] += n
}

// guardOf returns the rule by which rows with a fate are left out.
func guardOf(f tally.Fate) Guard {
	switch f {
	case tally.Unconfirmed:
		return GuardUnconfirmed
	case tally.OfGroup:
		return GuardRegion
	case tally.Finer:
		return GuardCommodity
	case tally.Part:
		return GuardBreakdown
	case tally.Duplicate:
		return GuardDuplicate
	}
	return ""
}

// A keyedTotal is a key with its total, and what that covers, as JSON has it.
type keyedTotal struct {
	Key      *TradeKey                   `json:"key"`
	Total    *TradeTotal                 `json:"total"`
	Coverage map[TradeFlow]TradeCoverage `json:"coverage,omitempty"` // by flow; of all flows together under none
}

// findRead returns the place of a key among those that were read.
func (t *TradeTotals) findRead(k TradeKey) (int, bool) {
	return sort.Find(len(t.read), func(i int) int { return k.Compare(*t.read[i].Key) })
}
