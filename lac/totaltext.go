package lac

import (
	"bytes"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// totalText is a Total as JSON has it. Its sum is text, with a unit if it has one,
// and empty if no record is in it.
type totalText struct {
	Sum      *string       `json:"sum"`
	Records  *int          `json:"records"`
	Missing  *int          `json:"missing"`
	Excluded map[Guard]int `json:"excluded,omitempty"`
}

// MarshalJSON writes the sum as text with its unit, the counts, and what was left
// out by rule.
func (t Total) MarshalJSON() ([]byte, error) {
	sum := ""
	if t.Records > 0 {
		sum = t.sumText()
	}
	return json.Marshal(totalText{&sum, &t.Records, &t.Missing, t.excluded})
}

// UnmarshalJSON reads what [Total.MarshalJSON] writes; null is the zero Total. It
// errs with [ErrSyntax] if a field but excluded is absent, or another is there, or
// they contradict each other, and with [ErrRange] on a sum of more digits than one
// can have.
func (t *Total) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*t = Total{}
		return nil
	}
	var in totalText
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	fail := func(err error) error { return fmt.Errorf("total %s: %w", quoteBytes(data), err) }
	if err := d.Decode(&in); err != nil {
		return fail(ErrSyntax)
	}
	if in.Sum == nil || in.Records == nil || in.Missing == nil || *in.Records < 0 || *in.Missing < 0 || (*in.Records == 0) != (*in.Sum == "") {
		return fail(ErrSyntax)
	}
	got := Total{Records: *in.Records, Missing: *in.Missing}
	for g, n := range in.Excluded {
		if g == "" || n <= 0 {
			return fail(ErrSyntax)
		}
		got.excludeRule(g, n)
	}
	if got.Records > 0 {
		number, unit, hasUnit := strings.Cut(*in.Sum, " ")
		got.unit = Unit(unit)
		if hasUnit && !got.unit.IsValid() {
			return fail(ErrSyntax)
		}
		n, err := parsePlain(number)
		if err == nil {
			err = rangeError(got.sum.AddDecimal(n))
		}
		if err != nil {
			return fail(err)
		}
	}
	*t = got
	return nil
}

func (t *Total) excludeRule(g Guard, n int) {
	if t.excluded == nil {
		t.excluded = map[Guard]int{}
	}
	t.excluded[g] += n
}

// Value implements [driver.Valuer]: the JSON, or NULL for the zero Total.
func (t Total) Value() (driver.Value, error) {
	if t.Equal(Total{}) {
		return nil, nil
	}
	b, err := t.MarshalJSON()
	return string(b), err
}

// Scan implements [database/sql.Scanner] for columns of text or JSON; NULL is the
// zero Total.
func (t *Total) Scan(src any) error {
	text, ok := sqlText(src)
	switch {
	case !ok:
		return fmt.Errorf("scan %T: %w: want text", src, ErrSyntax)
	case text == nil:
		*t = Total{}
		return nil
	}
	return t.UnmarshalJSON(text)
}

// parsePlain reads a plain decimal numeral without an exponent, of at most as many
// digits as a sum has.
func parsePlain(s string) (decimal.Decimal, error) {
	const most = 2 + fixed.MaxWhole + fixed.MaxScale // with a sign and a point
	if len(s) > most {
		return decimal.Decimal{}, fmt.Errorf("%w: %d digits", ErrRange, len(s))
	}
	whole, fraction, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if !allDigits(whole) || point && !allDigits(fraction) {
		return decimal.Decimal{}, ErrSyntax
	}
	return decimal.NewFromString(s)
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
