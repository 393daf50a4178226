package check

import (
	"math/big"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/indicator"
	"github.com/sinolac/sinolac/lac/interval"
)

// reconcile takes each published total apart by the sums over areas on the
// reporter's books: what the members explain, the territories beside them, the
// rounding, and what is left. Books of other sides differ for other reasons.
func (k *checker) reconcile(figs []figure) []Reconciled {
	m := k.claim.Measure
	if m.Subject != lac.SubjectTrade || isGroup(m.Reporter) || !isGroup(m.Partner) {
		return nil
	}
	trade := k.ev.between(m.Reporter, m.Partner, k.claim.Period)
	var out []Reconciled
	for _, whole := range figs {
		seen := map[string]bool{} // sources: of two definitions the first has the territories beside it
		if whole.parts != nil || !whole.interval.IsPoint() || whole.why == unconfirmed {
			continue
		}
		published, ok := money(whole.interval.Lower, whole.unit)
		if !ok {
			continue
		}
		for _, sum := range figs {
			if sum.query == nil || sum.query.Reporter != m.Reporter || sum.unit != whole.unit || seen[sum.query.Source] {
				continue
			}
			seen[sum.query.Source] = true
			rounding := lac.MoneyOf(0, published.Currency())
			if whole.grain != nil {
				if half, ok := money(interval.Closed(new(big.Rat).Quo(whole.grain, big.NewRat(2, 1))), whole.unit); ok {
					rounding = half
				}
			}
			q := *sum.query
			var wider lac.Area
			if q.Partner == lac.CELAC {
				wider = lac.LatinAmericaCaribbean
			}
			if flow := flowOf(m); flow != lac.Turnover {
				q.Flow = flow
			}
			r, err := indicator.Reconcile(trade.Dataset, published, rounding, q, wider)
			if err != nil {
				k.refuse(q.Source, err)
				continue
			}
			out = append(out, Reconciled{
				PrintedIn: whole.records, Books: sum.basis.Books, Source: q.Source, Period: q.Period,
				Explained: r.IsExplained(), Reconciliation: r,
			})
		}
	}
	return out
}

// money returns a bound as money; false if it is not a decimal or not of a
// currency.
func money(b interval.Bound, unit lac.Unit) (lac.Money, bool) {
	c, ok := unit.Currency()
	if !ok || b.IsNone() {
		return lac.Money{}, false
	}
	places, exact := b.Rat().FloatPrec()
	if !exact || places > 38 {
		return lac.Money{}, false
	}
	m, err := lac.ParseAmount(b.Rat().FloatString(places), c)
	return m, err == nil
}
