package lac

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// Convert returns m in currency to at the average rate of exactly the given
// period, rounded half away from zero to places decimal places, and the rate
// used. A rate serves in both directions, two rates are never chained, and of
// several sources the one with the least ID is used. An amount that is in
// currency to already is returned as it is, with the zero Rate. Convert errs with
// [ErrMissing] if m is not reported or the dataset has no such rate, and with
// [ErrRange] if the result does not fit or places is not from 0 to 30.
func (d *Dataset) Convert(m Money, to Currency, period Period, places int32) (Money, Rate, error) {
	fail := func(err error) (Money, Rate, error) {
		return Money{}, Rate{}, fmt.Errorf("converting %v to %v in %v: %w", m, to, period, err)
	}
	switch {
	case !m.IsReported():
		return fail(ErrMissing)
	case places < 0 || places > maxPlaces:
		return fail(ErrRange)
	case m.currency == to:
		return m, Rate{}, nil
	}
	for _, r := range d.records.Rates {
		if r.Period != period {
			continue
		}
		var amount decimal.Decimal
		switch {
		case r.Base == m.currency && r.Quote == to:
			amount = m.Amount().Mul(r.Rate).Round(places)
		case r.Quote == m.currency && r.Base == to:
			amount = m.Amount().DivRound(r.Rate, places)
		default:
			continue
		}
		out, err := NewMoney(amount, to)
		if err != nil {
			return fail(err)
		}
		return out, r, nil
	}
	return fail(ErrMissing)
}
