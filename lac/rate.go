package lac

import (
	"encoding/json"
	"fmt"

	"github.com/shopspring/decimal"
)

// A Rate is the price of one unit of Base in units of Quote, averaged over a
// period.
type Rate struct {
	ID     string          `json:"id"`
	Source string          `json:"source"`
	Period Period          `json:"period"`
	Base   Currency        `json:"base"`
	Quote  Currency        `json:"quote"`
	Rate   decimal.Decimal `json:"rate"` // above 0: 7.1217 for Base USD and Quote CNY
	Note   string          `json:"note,omitempty"`
}

// UnmarshalJSON refuses numbers that are longer than one can be before it reads
// them.
func (r *Rate) UnmarshalJSON(data []byte) error {
	type plain Rate
	in := struct {
		*plain
		Rate number `json:"rate"`
	}{(*plain)(r), number{r.Rate}}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	r.Rate = in.Rate.Decimal
	return nil
}

// Validate reports what is wrong with r, as a join of [*FieldError]: every field
// but Note must be there, the currencies differ, and the rate be positive.
func (r Rate) Validate() error {
	v := validation{record: r.ID}
	v.head(r.ID, r.Source)
	v.check(!r.Period.IsZero(), "period", "", ErrMissing)
	v.check(r.Base.IsValid() && r.Base != r.Quote, "base", r.Base.String(), ErrUnknownCode)
	v.check(r.Quote.IsValid(), "quote", r.Quote.String(), ErrUnknownCode)
	if v.decimal("rate", r.Rate) {
		v.check(r.Rate.Sign() > 0, "rate", r.Rate.String(), ErrRange)
	}
	return v.err()
}

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
