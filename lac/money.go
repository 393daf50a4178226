package lac

import (
	"database/sql/driver"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// A Money is an exact decimal amount in one currency. Amounts have up to 38
// significant digits, up to 38 of them after the point; what needs more is
// [ErrRange], never rounded. One value has one representation (1.0 and 1 are
// the same), so Money is comparable with == and fit for a map key.
//
// The zero Money means not reported. It is not 0 USD: sums count it as missing.
type Money struct {
	amount   fixed.Dec
	currency Currency
}

// NewMoney returns amount in the given currency. It errs with [ErrRange] if the
// amount needs more than 38 digits and with [ErrUnknownCode] if c is not valid.
func NewMoney(amount decimal.Decimal, c Currency) (Money, error) {
	if !c.IsValid() {
		return Money{}, fmt.Errorf("money in currency %s: %w", quote(c.String()), ErrUnknownCode)
	}
	d, err := fixed.FromDecimal(amount)
	if err != nil {
		return Money{}, fmt.Errorf("money in %v: %w", c, rangeError(err))
	}
	return Money{d, c}, nil
}

// MoneyOf returns a whole number of currency units; the zero Money if c is not
// valid.
func MoneyOf(units int64, c Currency) Money {
	if !c.IsValid() {
		return Money{}
	}
	return Money{fixed.FromInt64(units), c}
}

// ParseMoney reads an amount, one space and a currency code: "518.467 USD". The
// amount is a plain decimal numeral, optionally with an exponent ("518.467e9");
// it has no grouping and no symbol. It errs with [ErrSyntax] on any other form,
// with [ErrRange] if the amount needs more than 38 digits or is written with
// more than 100 bytes, and with [ErrUnknownCode] if there is no such currency.
func ParseMoney(s string) (Money, error) {
	number, code, ok := strings.Cut(s, " ")
	if !ok {
		return Money{}, fmt.Errorf("money %s: %w: want amount and currency code", quote(s), ErrSyntax)
	}
	c, err := ParseCurrency(code)
	if err != nil {
		return Money{}, fmt.Errorf("money %s: %w", quote(s), err)
	}
	return ParseAmount(number, c)
}

// ParseAmount reads a plain decimal numeral, as in [ParseMoney] and with its
// errors, as an amount in currency c.
func ParseAmount[T ~string | ~[]byte](number T, c Currency) (Money, error) {
	if !c.IsValid() {
		return Money{}, fmt.Errorf("money in currency %s: %w", quote(c.String()), ErrUnknownCode)
	}
	d, err := fixed.Parse(number)
	if err != nil {
		return Money{}, numeralError("amount", string(number), err)
	}
	return Money{d, c}, nil
}

// IsReported reports whether m is an amount at all: false for Money{}.
func (m Money) IsReported() bool { return m.currency != 0 }

// Amount returns the amount as a decimal; zero for Money{}.
func (m Money) Amount() decimal.Decimal { return m.amount.Decimal() }

// Currency returns the currency; the zero Currency for Money{}.
func (m Money) Currency() Currency { return m.currency }

// Sign returns -1, 0 or +1 as the amount is negative, zero or positive.
func (m Money) Sign() int { return m.amount.Sign() }

// Neg returns m with the opposite sign.
func (m Money) Neg() Money { return Money{m.amount.Neg(), m.currency} }

// Add returns m + n. It errs with [ErrMissing] if either is not reported, with
// [ErrCurrencyMismatch] if the currencies differ, and with [ErrRange] if the
// exact sum does not fit.
func (m Money) Add(n Money) (Money, error) { return m.combine("+", n, fixed.Dec.Add) }

// Sub returns m - n, with the errors of [Money.Add].
func (m Money) Sub(n Money) (Money, error) { return m.combine("-", n, fixed.Dec.Sub) }

func (m Money) combine(op string, n Money, f func(a, b fixed.Dec) (fixed.Dec, error)) (Money, error) {
	if err := m.agree(n); err != nil {
		return Money{}, fmt.Errorf("computing [%v %s %v]: %w", m, op, n, err)
	}
	d, err := f(m.amount, n.amount)
	if err != nil {
		return Money{}, fmt.Errorf("computing [%v %s %v]: %w", m, op, n, rangeError(err))
	}
	return Money{d, m.currency}, nil
}

// agree returns why m and n cannot meet in one operation, if they cannot.
func (m Money) agree(n Money) error {
	switch {
	case !m.IsReported() || !n.IsReported():
		return ErrMissing
	case m.currency != n.currency:
		return ErrCurrencyMismatch
	}
	return nil
}

// Mul returns m times an exact factor. It errs with [ErrMissing] if m is not
// reported and with [ErrRange] if the exact product needs more than 38 digits.
func (m Money) Mul(factor decimal.Decimal) (Money, error) {
	if !m.IsReported() {
		return Money{}, fmt.Errorf("computing [%v * factor]: %w", m, ErrMissing)
	}
	f, err := fixed.FromDecimal(factor)
	if err != nil {
		return Money{}, fmt.Errorf("computing [%v * factor]: %w", m, rangeError(err))
	}
	d, err := m.amount.Mul(f)
	if err != nil {
		return Money{}, fmt.Errorf("computing [%v * %v]: %w", m, f, rangeError(err))
	}
	return Money{d, m.currency}, nil
}

// Cmp compares two amounts of one currency and returns -1, 0 or +1, with the
// errors of [Money.Add].
func (m Money) Cmp(n Money) (int, error) {
	if err := m.agree(n); err != nil {
		return 0, fmt.Errorf("comparing [%v, %v]: %w", m, n, err)
	}
	return m.amount.Cmp(n.amount), nil
}

// Equal reports whether m == n. It is there for go-cmp, which does not look into
// unexported fields.
func (m Money) Equal(n Money) bool { return m == n }

// Compare orders amounts for sorting: by currency code, then by amount; what is
// not reported comes first. Use [Money.Cmp] to compare what must be comparable.
func (m Money) Compare(n Money) int {
	if c := int(m.currency) - int(n.currency); c != 0 {
		return c
	}
	return m.amount.Cmp(n.amount)
}

// maxPlaces is the most decimal places that a quotient is rounded to.
const maxPlaces = 30

// DivRound returns the ratio m/n, rounded once, half away from zero, to the
// given number of decimal places. It errs with [ErrMissing] if either is not
// reported, with [ErrCurrencyMismatch] if the currencies differ, and with
// [ErrRange] if n is zero or places is not from 0 to 30.
func (m Money) DivRound(n Money, places int32) (decimal.Decimal, error) {
	if err := m.agree(n); err != nil {
		return decimal.Decimal{}, fmt.Errorf("computing [%v / %v]: %w", m, n, err)
	}
	if places < 0 || places > maxPlaces {
		return decimal.Decimal{}, fmt.Errorf("computing [%v / %v] to %d places: %w", m, n, places, ErrRange)
	}
	if n.Sign() == 0 {
		return decimal.Decimal{}, fmt.Errorf("computing [%v / %v]: %w: division by zero", m, n, ErrRange)
	}
	return m.Amount().DivRound(n.Amount(), places), nil
}

// AppendText appends amount, space and currency code; nothing for Money{}.
func (m Money) AppendText(b []byte) ([]byte, error) {
	if !m.IsReported() {
		return b, nil
	}
	b = append(m.amount.AppendText(b), ' ')
	return m.currency.AppendText(b)
}

// String returns the text form, "not reported" for Money{}.
func (m Money) String() string {
	if !m.IsReported() {
		return "not reported"
	}
	b, _ := m.AppendText(nil)
	return string(b)
}

// MarshalText implements [encoding.TextMarshaler]; empty for Money{}.
func (m Money) MarshalText() ([]byte, error) { return m.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]; empty text is Money{}.
func (m *Money) UnmarshalText(text []byte) error { return unmarshal(m, text, ParseMoney) }

// UnmarshalJSON implements [json.Unmarshaler]: the text as a string; null is Money{}.
func (m *Money) UnmarshalJSON(data []byte) error { return unmarshalJSON(m, data) }

// Value implements [driver.Valuer]: the text, or NULL for Money{}.
func (m Money) Value() (driver.Value, error) { return sqlValue(m, !m.IsReported()) }

// Scan implements [database/sql.Scanner] for text columns. A column of numbers has no
// currency and is refused: [Money.ScanIn] says which it is in.
func (m *Money) Scan(src any) error { return numberAlone(src, sqlScan(m, src)) }

// ScanIn returns what a column of amounts in one currency is scanned into, to set m:
//
//	err := rows.Scan(&r.ID, r.Value.ScanIn(lac.USD))
//
// It takes whole numbers, the decimals of drivers and text; NULL is Money{}. It errs at a
// float, which is not the amount that was meant, and with [ErrCurrencyMismatch] at a text
// that names another currency.
func (m *Money) ScanIn(c Currency) interface{ Scan(src any) error } {
	return numberColumn[Money]{m, func(text string) (Money, error) {
		number, code, named := strings.Cut(text, " ")
		if named && code != c.String() {
			return Money{}, fmt.Errorf("money %s in a column of %v: %w", quote(text), c, ErrCurrencyMismatch)
		}
		return ParseAmount(number, c)
	}}
}

// numeralError says which text is no numeral. One with a comma is not guessed at.
func numeralError(what, text string, err error) error {
	if err == fixed.ErrSyntax && strings.Contains(text, ",") {
		return fmt.Errorf("%s %s: %w: a comma may be a point or nothing", what, quote(text), ErrSyntax)
	}
	return fmt.Errorf("%s %s: %w", what, quote(text), rangeError(err))
}

// rangeError restates an error of the arithmetic as one of this package's own.
func rangeError(err error) error {
	switch err {
	case fixed.ErrRange:
		return ErrRange
	case fixed.ErrSyntax:
		return ErrSyntax
	}
	return err
}
