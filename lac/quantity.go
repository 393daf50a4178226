package lac

import (
	"database/sql/driver"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// A Unit says what a quantity counts or measures: a currency code such as
// "USD", a word such as "projects" or a symbol such as "MW". Units outside the
// list below are allowed, so that nothing that a source counts is lost; two
// units agree only if their texts are the same. The empty Unit means not stated.
type Unit string

// Units that figures of cooperation are in. A count's unit is the plural of what
// is counted.
const (
	UnitPercent      Unit = "percent"           // parts of a hundred
	UnitPoints       Unit = "percentage-points" // difference of two percentages
	UnitTimes        Unit = "times"             // a ratio, 2 for double
	UnitRank         Unit = "rank"              // a place in an order, 1 the first
	UnitYears        Unit = "years"
	UnitDays         Unit = "days"
	UnitCountries    Unit = "countries"
	UnitProjects     Unit = "projects"
	UnitJobs         Unit = "jobs"
	UnitPeople       Unit = "people"
	UnitPlaces       Unit = "places"   // on courses, visits and other programs
	UnitMeasures     Unit = "measures" // of policy, as an action plan lists them
	UnitMeetings     Unit = "meetings"
	UnitScholarships Unit = "scholarships" // awarded, one for each student
	UnitRecords      Unit = "records"
	UnitKilograms    Unit = "kg"
	UnitTonnes       Unit = "t"
	UnitKM           Unit = "km" // kilometres
	UnitMegawatts    Unit = "MW"
	UnitPieces       Unit = "u" // items, by UN Comtrade's abbreviation
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

// IsCounted reports whether u is one of the constants of which there are whole numbers
// alone: countries, projects, people.
func (u Unit) IsCounted() bool {
	switch u {
	case UnitYears, UnitDays, UnitCountries, UnitProjects, UnitJobs, UnitPeople, UnitPlaces, UnitMeasures, UnitMeetings,
		UnitScholarships, UnitRecords, UnitPieces:
		return true
	}
	return false
}

// Currency returns the currency whose code u is; false if u is none.
func (u Unit) Currency() (Currency, bool) {
	if len(u) != 3 || strings.ToUpper(string(u)) != string(u) {
		return 0, false
	}
	c, err := ParseCurrency(string(u))
	return c, err == nil
}

// A Quantity is an exact number with its unit. Like [Money] it has up to 38
// digits, one representation for one value, and is comparable with ==. The zero
// Quantity means not reported; it is not 0 of anything.
type Quantity struct {
	amount fixed.Dec
	unit   Unit
}

// NewQuantity returns amount in unit u. It errs with [ErrRange] if the amount
// needs more than 38 digits and with [ErrSyntax] if u is not valid.
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

// ParseQuantity reads a number, one space and a unit: "1000000 jobs", "1e6
// jobs". It errs with [ErrSyntax] on any other form and with [ErrRange] if the
// number needs more than 38 digits.
func ParseQuantity(s string) (Quantity, error) {
	number, unit, ok := strings.Cut(s, " ")
	if !ok {
		return Quantity{}, fmt.Errorf("quantity %s: %w: want number and unit", quote(s), ErrSyntax)
	}
	return ParseNumber(number, Unit(unit))
}

// ParseNumber reads a plain decimal numeral, as in [ParseQuantity] and with its
// errors, as a quantity in unit u.
func ParseNumber[T ~string | ~[]byte](number T, u Unit) (Quantity, error) {
	if !u.IsValid() {
		return Quantity{}, fmt.Errorf("quantity in unit %s: %w", quote(string(u)), ErrSyntax)
	}
	d, err := fixed.Parse(number)
	if err != nil {
		return Quantity{}, numeralError("number", string(number), err)
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

// Money returns q as money; false if its unit is not a currency.
func (q Quantity) Money() (Money, bool) {
	c, ok := q.unit.Currency()
	if !ok {
		return Money{}, false
	}
	return Money{q.amount, c}, true
}

// Sign returns -1, 0 or +1 as the number is negative, zero or positive; 0 for
// Quantity{}.
func (q Quantity) Sign() int { return q.amount.Sign() }

// Add returns q + r. It errs with [ErrMissing] if either is not reported, with
// [ErrUnitMismatch] if the units differ, and with [ErrRange] if the exact sum
// needs more than 38 digits.
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

// Equal reports whether q == r. It is there for go-cmp, which does not look into
// unexported fields.
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

// UnmarshalJSON implements [json.Unmarshaler]: the text as a string; null is Quantity{}.
func (q *Quantity) UnmarshalJSON(data []byte) error { return unmarshalJSON(q, data) }

// Value implements [driver.Valuer]: the text, or NULL for Quantity{}.
func (q Quantity) Value() (driver.Value, error) { return sqlValue(q, !q.IsReported()) }

// Scan implements [database/sql.Scanner] for text columns. A column of numbers has no
// unit and is refused: [Quantity.ScanIn] says which it is in.
func (q *Quantity) Scan(src any) error { return numberAlone(src, sqlScan(q, src)) }

// ScanIn returns what a column of numbers in one unit is scanned into, to set q. It
// takes what [Money.ScanIn] does, and errs with [ErrUnitMismatch] at a text that names
// another unit.
func (q *Quantity) ScanIn(u Unit) interface{ Scan(src any) error } {
	return numberColumn[Quantity]{q, func(text string) (Quantity, error) {
		number, unit, named := strings.Cut(text, " ")
		if named && Unit(unit) != u {
			return Quantity{}, fmt.Errorf("quantity %s in a column of %s: %w", quote(text), quote(string(u)), ErrUnitMismatch)
		}
		return ParseNumber(number, u)
	}}
}
