package comtrade

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// A rowParser reads the fields of one row and keeps the first error.
type rowParser struct {
	*table
	row      *csvscan.Row
	rejected *lac.RowError
}

// text returns a field without surrounding space, empty if there is no such column.
func (p *rowParser) text(c column) string {
	if p.index[c] < 0 {
		return ""
	}
	return strings.TrimSpace(text(p.row.Field(p.index[c])))
}

func (p *rowParser) reject(c column, err error) {
	if p.rejected != nil {
		return
	}
	p.rejected = &lac.RowError{Line: p.row.Line(), Field: columnNames[c], Text: shorten(p.text(c)), Err: err}
	if i := p.index[c]; i >= 0 {
		_, p.rejected.Column = p.row.Position(i)
		p.rejected.Field = p.header[i]
	}
}

// area reads an area by its ISO code or else its number.
func (p *rowParser) area(iso, code column) lac.Area {
	letters, number := p.text(iso), p.text(code)
	if isAlpha3(letters) {
		if a, err := lac.ParseArea(letters); err == nil {
			return a
		}
	}
	if number == "" && letters == "W00" {
		return lac.World
	}
	a, err := areaByNumber(number)
	// Codes such as S19 and _X stand for rests and categories. Some of those
	// have a number that M49 gives to a country, such as 492 (Monaco).
	if err == nil && a.IsCountry() && letters != "" && letters != "N/A" && !isAlpha3(letters) {
		err = fmt.Errorf("%w: %v by its number, but %s %q is no country", lac.ErrUnknownCode, a, columnNames[iso], shorten(letters))
	}
	if err != nil {
		p.reject(code, err)
		return 0
	}
	return a
}

func isAlpha3(s string) bool {
	if len(s) != 3 {
		return false
	}
	for _, c := range []byte(s) {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

func areaByNumber(s string) (lac.Area, error) {
	if s == "" {
		return 0, lac.ErrMissing
	}
	if !isNumber(s) || len(s) > 3 {
		return 0, fmt.Errorf("%w: want a number of up to three digits", lac.ErrSyntax)
	}
	return lac.ParseArea(s)
}

func isNumber(s string) bool { return strings.Trim(s, "0123456789") == "" }

func (p *rowParser) flow() lac.TradeFlow {
	switch p.text(colFlow) {
	case "M":
		return lac.Import
	case "X":
		return lac.Export
	case "RM":
		return lac.ReImport
	case "RX":
		return lac.ReExport
	case "":
		p.reject(colFlow, lac.ErrMissing)
	default:
		p.reject(colFlow, fmt.Errorf("%w: want M, X, RM or RX", lac.ErrUnknownCode))
	}
	return ""
}

// period reads 2022 or 202205 from the column period, or else from refYear and,
// in monthly data, refMonth.
func (p *rowParser) period() lac.Period {
	c := colPeriod
	s := p.text(c)
	if s == "" {
		c = colRefYear
		s = p.text(c)
		if s != "" && p.text(colFreq) == "M" {
			c = colRefMonth
			month := p.text(c)
			if len(month) == 1 {
				month = "0" + month
			}
			s += month
		}
	}
	switch {
	case s == "":
		p.reject(c, lac.ErrMissing)
		return lac.Period{}
	case len(s) == 6 && isNumber(s):
		s = s[:4] + "-" + s[4:]
	case len(s) != 4:
		p.reject(c, fmt.Errorf("%w: want a year or a year and month", lac.ErrSyntax))
		return lac.Period{}
	}
	period, err := lac.ParsePeriod(s)
	if err != nil {
		p.reject(c, err)
	}
	return period
}

func (p *rowParser) commodity() lac.Commodity {
	edition, code := p.text(colClassification), p.text(colCommodity)
	switch "" {
	case edition:
		p.reject(colClassification, lac.ErrMissing)
		return 0
	case code:
		p.reject(colCommodity, lac.ErrMissing)
		return 0
	}
	c, err := lac.CommodityOf(edition, code)
	if err != nil {
		wrong := colCommodity
		if _, err := lac.CommodityOf(edition, "TOTAL"); err != nil {
			wrong = colClassification
		}
		p.reject(wrong, err)
	}
	return c
}

// money reads an amount in US dollars, which must not be negative.
func (p *rowParser) money(c column) lac.Money {
	s := p.text(c)
	if s == "" {
		return lac.Money{}
	}
	m, err := lac.ParseAmount(s, lac.USD)
	if err == nil && m.Sign() < 0 {
		err = errNegative
	}
	if err != nil {
		p.reject(c, err)
	}
	return m
}

// errNegative is a range error: trade values, weights and quantities are not
// negative, and a dataset refuses records in which they are.
var errNegative = fmt.Errorf("%w: negative", lac.ErrRange)

// quantity reads a number in which 0 stands for not reported.
func (p *rowParser) quantity(c column, u lac.Unit) lac.Quantity {
	s := p.text(c)
	if s == "" {
		return lac.Quantity{}
	}
	q, err := lac.ParseNumber(s, u)
	if err == nil && q.Sign() < 0 {
		err = errNegative
	}
	if err != nil {
		p.reject(c, err)
	}
	if q.Sign() == 0 {
		return lac.Quantity{}
	}
	return q
}

// units are the abbreviations of UN Comtrade's quantity units that are not
// units of package lac as they stand.
var units = map[string]lac.Unit{
	"m²":           "m2",
	"m³":           "m3",
	"2u":           "pairs",
	"12u":          "dozens",
	"1000u":        "thousands",
	"1000 kWh":     "MWh",
	"u (jeu/pack)": "packs",
	"U (jeu/pack)": "packs",
}

// A unitKind says what becomes of a quantity in a unit.
type unitKind uint8

const (
	noUnit    unitKind = iota // it is not looked at
	validUnit                 // it is the record's Quantity
	notedUnit                 // it goes to the Note
)

func kindOf(abbr string) unitKind {
	switch {
	case abbr == "" || abbr == "N/A":
		return noUnit
	case unitOf(abbr).IsValid():
		return validUnit
	}
	return notedUnit
}

func unitOf(abbr string) lac.Unit {
	if u, ok := units[abbr]; ok {
		return u
	}
	return lac.Unit(abbr)
}

// supplementary reads the supplementary quantity. In a unit that cannot be
// expressed it is kept as a note.
func (p *rowParser) supplementary() (lac.Quantity, string) {
	abbr := p.text(colUnit)
	switch kindOf(abbr) {
	case noUnit:
		return lac.Quantity{}, ""
	case validUnit:
		return p.quantity(colQuantity, unitOf(abbr)), ""
	}
	q := p.quantity(colQuantity, lac.UnitPieces) // for its number alone
	if !q.IsReported() {
		return lac.Quantity{}, ""
	}
	return lac.Quantity{}, fmt.Sprintf("quantity %v in %q", q.Amount(), shorten(abbr))
}

// part returns the code of a breakdown, empty if it is that of the total.
func (p *rowParser) part(c column, total string) string {
	s := p.text(c)
	if s == total {
		return ""
	}
	return s
}

// valuation says on which valuation the value v stands.
func (p *rowParser) valuation(f lac.TradeFlow, v lac.Money) lac.Valuation {
	cif, fob := p.money(colCIF), p.money(colFOB)
	switch {
	case !v.IsReported():
		return lac.NotStated
	case f == lac.Export || f == lac.ReExport:
		return lac.FOB
	case v == cif:
		return lac.CIF
	case v == fob:
		return lac.FOB
	}
	return lac.NotStated
}

// text returns b as text: as it stands if it is UTF-8, or else as ISO-8859-1.
func text(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	s := make([]rune, len(b))
	for i, c := range b {
		s[i] = rune(c)
	}
	return string(s)
}

// shorten cuts text to what an error is to keep of it.
func shorten(s string) string {
	const most = 80
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}
