package figure

import (
	"github.com/sinolac/sinolac/lac"
)

// A Kind says what sort of number a figure is.
type Kind string

const (
	KindNumber   Kind = "number"   // a plain number, a fraction, a multiple (in [lac.UnitTimes]), a count of anything
	KindPercent  Kind = "percent"  // parts of a hundred, and percentage points
	KindOrdinal  Kind = "ordinal"  // a place in an order: 21st, second
	KindMoney    Kind = "money"    // an amount in a currency
	KindRange    Kind = "range"    // from one number to another, of any sort
	KindQuantity Kind = "quantity" // a number with a unit of measure: 420 km, 30 MW
)

// A Role says for what a number stands where it measures and counts nothing.
type Role string

const (
	RoleFigure    Role = ""          // it measures or counts, as far as its neighbours say
	RoleYear      Role = "year"      // a calendar year, a decade, a span of years
	RoleDate      Role = "date"      // a day of a month
	RoleTime      Role = "time"      // a time of day
	RoleName      Role = "name"      // part of a name: Group of 77, Agenda 2030
	RoleReference Role = "reference" // the number of a resolution, an article, a page, a telephone
	RolePronoun   Role = "pronoun"   // "one" for somebody or something: one of them, no one
)

// UnitNumber is the unit of figures that name no unit that [lac.Unit] can spell.
const UnitNumber lac.Unit = "number"

// A Span is a part of a text, as byte offsets. Both are on rune boundaries.
type Span struct{ Start, End int }

// Of returns the part of text that s is.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// A Figure is a number in a text, with what it counts and how it is hedged.
type Figure struct {
	// Stated is the figure as said. Its Text is that of Whole. The unit of its
	// Value is the ISO code of a currency, a unit of measure, [lac.UnitPercent],
	// [lac.UnitPoints], [lac.UnitTimes], [lac.UnitRank], the plural of what is
	// counted, or [UnitNumber]. Value is not reported for a number that needs
	// more than 38 digits, and Doubt says so.
	Stated lac.Stated
	Kind   Kind
	Role   Role
	// Core is number, scale and unit: "2.67 billion yuan", but "4,500" of "over
	// 4,500 trucks"; of a range, from its first number to its last. Whole is Core with
	// its hedge, or with what opens and closes a range. Numeral is the number alone,
	// without scale, "2.67"; of a range, its first.
	Core, Whole, Numeral Span
	// Noun is the word that the figure counts, "trucks"; empty if there is none.
	Noun Span
	// Ends are the two numbers of a range, each with its own unit if it has one, or
	// those of a part and its whole: one out of five. They are zero for other figures.
	Ends [2]Span
	// Numerator and Denominator are those of a fraction, such as two thirds, and
	// its exact value: Value is rounded to 15 significant digits where it has no
	// end as a decimal. Both are 0 for every other figure.
	Numerator, Denominator int64
	// Doubt says in words what stays ambiguous: whether a dot groups or
	// splits, which country's pesos are meant. Empty if nothing does.
	Doubt string
}
