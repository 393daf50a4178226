package lac

import (
	"database/sql/driver"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// A Unit says what a quantity counts or measures: a currency code such as
// "USD", or a lower-case word such as "projects". Words outside the list below
// are allowed, so that nothing that a source counts is lost; two units agree
// only if they are the same word. The empty Unit means not stated.
type Unit string

// The units that the library itself gives a meaning.
const (
	UnitPercent   Unit = "percent"           // parts of a hundred
	UnitPoints    Unit = "percentage-points" // difference of two percentages
	UnitTimes     Unit = "times"             // a ratio
	UnitRank      Unit = "rank"              // a place in an order, 1 the first
	UnitYears     Unit = "years"
	UnitDays      Unit = "days"
	UnitCountries Unit = "countries"
	UnitProjects  Unit = "projects"
	UnitJobs      Unit = "jobs"
	UnitPeople    Unit = "people"
	UnitPlaces    Unit = "places" // places on a course or programme
	UnitMeasures  Unit = "measures"
	UnitMeetings  Unit = "meetings"
	UnitGrants    Unit = "scholarships"
	UnitRecords   Unit = "records"
	UnitKilograms Unit = "kg"
	UnitTonnes    Unit = "t"
	UnitKM        Unit = "km"
	UnitMegawatts Unit = "MW"
	UnitPieces    Unit = "u"
)

// UnitOf returns the unit of amounts in currency c.
func UnitOf(c Currency) Unit { return Unit(c.String()) }

// IsValid reports whether u has the form of a unit: up to 32 ASCII letters,
// digits and inner hyphens, slashes or spaces, beginning with a letter.
func (u Unit) IsValid() bool {
	if u == "" || len(u) > 32 {
		return false
	}
	for i, c := range []byte(u) {
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		inner := i > 0 && ('0' <= c && c <= '9' || i < len(u)-1 && (c == '-' || c == ' ' || c == '/'))
		if !letter && !inner {
			return false
		}
	}
	return true
}

// Currency returns the currency that u is, if it is one.
func (u Unit) Currency() (Currency, bool) {
	if len(u) != 3 || strings.ToUpper(string(u)) != string(u) {
		return 0, false
	}
	c, err := ParseCurrency(string(u))
	return c, err == nil
}

// A Quantity is an exact number with its unit, as canonical and comparable as
// [Money]. The zero Quantity means not reported.
type Quantity struct {
	amount fixed.Dec
	unit   Unit
}

// NewQuantity returns amount in unit u; [ErrRange] if it needs more than 38
// digits, [ErrSyntax] if u is not valid.
func NewQuantity(amount decimal.Decimal, u Unit) (Quantity, error) {
	if !u.IsValid() {
		return Quantity{}, fmt.Errorf("quantity in unit %s: %w", quote(string(u)), ErrSyntax)
	}
	d, err := fixed.FromDecimal(amount)
	if err != nil {
		return Quantity{}, fmt.Errorf("quantity in %s: %w", u, rangeError(err))
	}
	return Quantity{d, u}, nil
}

// QuantityOf returns a whole number of units; the zero Quantity if u is not
// valid.
func QuantityOf(n int64, u Unit) Quantity {
	if !u.IsValid() {
		return Quantity{}
	}
	return Quantity{fixed.FromInt64(n), u}
}

// ParseQuantity reads a number and a unit, such as "1000000 jobs".
func ParseQuantity(s string) (Quantity, error) {
	number, unit, ok := strings.Cut(s, " ")
	if !ok {
		return Quantity{}, fmt.Errorf("quantity %s: %w: want number and unit", quote(s), ErrSyntax)
	}
	return ParseNumber(number, Unit(unit))
}

// ParseNumber reads a plain decimal numeral as a quantity in unit u.
func ParseNumber[T ~string | ~[]byte](number T, u Unit) (Quantity, error) {
	if !u.IsValid() {
		return Quantity{}, fmt.Errorf("quantity in unit %s: %w", quote(string(u)), ErrSyntax)
	}
	d, err := fixed.Parse(number)
	if err != nil {
		return Quantity{}, fmt.Errorf("number %s: %w", quote(string(number)), rangeError(err))
	}
	return Quantity{d, u}, nil
}

// Quantity returns m as a quantity whose unit is its currency.
func (m Money) Quantity() Quantity {
	if !m.IsReported() {
		return Quantity{}
	}
	return Quantity{m.amount, UnitOf(m.currency)}
}

// IsReported reports whether q is a quantity at all: false for Quantity{}.
func (q Quantity) IsReported() bool { return q.unit != "" }

// Amount returns the number; zero for Quantity{}.
func (q Quantity) Amount() decimal.Decimal { return q.amount.Decimal() }

// Unit returns the unit, empty for Quantity{}.
func (q Quantity) Unit() Unit { return q.unit }

// Money returns q as money, if its unit is a currency.
func (q Quantity) Money() (Money, bool) {
	c, ok := q.unit.Currency()
	if !ok {
		return Money{}, false
	}
	return Money{q.amount, c}, true
}

// Sign returns -1, 0 or +1.
func (q Quantity) Sign() int { return q.amount.Sign() }

// Add returns q + r; [ErrMissing], [ErrUnitMismatch] or [ErrRange].
func (q Quantity) Add(r Quantity) (Quantity, error) { return q.combine("+", r, fixed.Dec.Add) }

// Sub returns q - r, with the errors of [Quantity.Add].
func (q Quantity) Sub(r Quantity) (Quantity, error) { return q.combine("-", r, fixed.Dec.Sub) }

func (q Quantity) combine(op string, r Quantity, f func(a, b fixed.Dec) (fixed.Dec, error)) (Quantity, error) {
	if err := q.agree(r); err != nil {
		return Quantity{}, fmt.Errorf("computing [%v %s %v]: %w", q, op, r, err)
	}
	d, err := f(q.amount, r.amount)
	if err != nil {
		return Quantity{}, fmt.Errorf("computing [%v %s %v]: %w", q, op, r, rangeError(err))
	}
	return Quantity{d, q.unit}, nil
}

func (q Quantity) agree(r Quantity) error {
	switch {
	case !q.IsReported() || !r.IsReported():
		return ErrMissing
	case q.unit != r.unit:
		return ErrUnitMismatch
	}
	return nil
}

// Cmp compares two quantities of one unit and returns -1, 0 or +1, with the
// errors of [Quantity.Add].
func (q Quantity) Cmp(r Quantity) (int, error) {
	if err := q.agree(r); err != nil {
		return 0, fmt.Errorf("comparing [%v, %v]: %w", q, r, err)
	}
	return q.amount.Cmp(r.amount), nil
}

// Equal reports whether q == r, as go-cmp asks it.
func (q Quantity) Equal(r Quantity) bool { return q == r }

// AppendText appends number, space and unit; nothing for Quantity{}.
func (q Quantity) AppendText(b []byte) ([]byte, error) {
	if !q.IsReported() {
		return b, nil
	}
	return append(append(q.amount.AppendText(b), ' '), q.unit...), nil
}

// String returns the text form, "not reported" for Quantity{}.
func (q Quantity) String() string {
	if !q.IsReported() {
		return "not reported"
	}
	b, _ := q.AppendText(nil)
	return string(b)
}

// MarshalText implements [encoding.TextMarshaler]; empty for Quantity{}.
func (q Quantity) MarshalText() ([]byte, error) { return q.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler]; empty text is Quantity{}.
func (q *Quantity) UnmarshalText(text []byte) error { return unmarshal(q, text, ParseQuantity) }

// Value implements [driver.Valuer]: the text, or NULL for Quantity{}.
func (q Quantity) Value() (driver.Value, error) { return sqlValue(q, !q.IsReported()) }

// Scan implements [database/sql.Scanner] for text columns.
func (q *Quantity) Scan(src any) error { return sqlScan(q, src) }
