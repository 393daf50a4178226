package lac

import (
	"encoding/json"

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
