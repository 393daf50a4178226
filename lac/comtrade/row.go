package comtrade

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// fields are the fields of one row, whatever it is made of.
type fields interface {
	field(c column) []byte                // none if there is no such column
	place(c column) (name string, at int) // of the field: the column's name, and the byte column; 0: nowhere
}

// A rowParser makes a record of the fields of one row and keeps the first error.
type rowParser struct {
	fields
	tariffLines bool // rows may be lines of national tariffs
	rejected    *lac.RowError
}

// record returns the record without ID and source, or why there is none.
func (p *rowParser) record() (lac.TradeRecord, *lac.RowError) {
	r := lac.TradeRecord{
		Reporter:  p.area(colReporterISO, colReporterCode),
		Partner:   p.area(colPartnerISO, colPartnerCode),
		Flow:      p.flow(),
		Period:    p.period(),
		Commodity: p.commodity(),
		Value:     p.money(colValue),
		NetWeight: p.quantity(colNetWeight, lac.UnitKilograms),
		Breakdown: lac.Breakdown{
			Partner2:  p.partner2(),
			Customs:   p.part(colCustoms, "C00"),
			Transport: p.part(colTransport, "0"),
			Supply:    p.part(colSupply, "0"),
		},
	}
	if p.estimated() {
		r.Status = lac.Estimated
	}
	r.Valuation = p.valuation(r.Flow, r.Value)
	r.Quantity, r.Note = p.supplementary()
	if guess := p.guess(r); guess != "" {
		r.Note = strings.TrimPrefix(r.Note+"; "+guess, "; ")
	}
	r.Breakdown.Detail = p.detail(r)
	if p.rejected != nil {
		return lac.TradeRecord{}, p.rejected
	}
	return r, nil
}

// estimated reports whether UN Comtrade has estimated the figure: nobody reported it,
// and it is no sum of what was reported.
func (p *rowParser) estimated() bool {
	return isFalse(p.text(colReported)) && isFalse(p.text(colAggregate))
}

// guess says which figures of a record beside the value UN Comtrade has estimated. The
// flag is 2 for the quantity, 4 for the net weight and 6 for both.
func (p *rowParser) guess(r lac.TradeRecord) string {
	flag := p.code(colFlag)
	quantity := r.Quantity.IsReported() && (isTrue(p.text(colQuantityEstimated)) || flag == "2" || flag == "6")
	weight := r.NetWeight.IsReported() && (isTrue(p.text(colWeightEstimated)) || flag == "4" || flag == "6")
	switch {
	case quantity && weight:
		return "quantity and net weight estimated"
	case quantity:
		return "quantity estimated"
	case weight:
		return "net weight estimated"
	}
	return ""
}

func isTrue(s string) bool { return s == "1" || strings.EqualFold(s, "true") }

func isFalse(s string) bool { return s == "0" || strings.EqualFold(s, "false") }

// text returns a field without surrounding space; empty if it says nothing.
func (p *rowParser) text(c column) string {
	s := strings.TrimSpace(feed.String(p.field(c)))
	if absent(s) {
		return ""
	}
	return s
}

// code returns a code, of which pandas may have made a number.
func (p *rowParser) code(c column) string { return whole(p.text(c)) }

func (p *rowParser) reject(c column, err error) {
	if p.rejected != nil {
		return
	}
	name, at := p.place(c)
	p.rejected = &lac.RowError{Column: at, Field: name, Text: feed.Shorten(p.text(c)), Err: err}
}

// area reads an area by its number or, if there is none that package lac knows,
// by its ISO code. They must not contradict each other, as they do where the
// columns of a table have shifted.
func (p *rowParser) area(iso, code column) lac.Area {
	letters, number := p.text(iso), p.code(code)
	if number == europeEUNES {
		return lac.EuropeEUNES
	}
	named := areaByLetters(letters)
	a, err := areaByNumber(number)
	switch {
	case err == nil && a.IsCountry() && named != a && (named != 0 || isRest(letters)):
		err = fmt.Errorf("%w: %v by its number, but %v is %q", lac.ErrUnknownCode, a, iso, feed.Shorten(letters))
	case err != nil && named != 0 && !errors.Is(err, lac.ErrSyntax):
		return named
	}
	if err != nil {
		p.reject(code, err)
		return 0
	}
	return a
}

// areaByLetters returns the area that an ISO column names, 0 if it names none for
// certain: A79 stands for two rests, _KS and the like are of UN Comtrade alone.
func areaByLetters(s string) lac.Area {
	if len(s) > 3 || isNumber(s) {
		return 0
	}
	a, _ := lac.ParseArea(s)
	return a
}

// isRest reports whether an ISO column has the form of the codes of rests, such
// as A79.
func isRest(s string) bool { return strings.ContainsAny(s, "0123456789") }

func areaByNumber(s string) (lac.Area, error) {
	if s == "" {
		return 0, lac.ErrMissing
	}
	if !isNumber(s) || len(s) > 3 {
		return 0, fmt.Errorf("%w: want a number of up to three digits", lac.ErrSyntax)
	}
	n, _ := strconv.Atoi(s)
	if a := lac.AreaOf(n); a != 0 {
		return a, nil
	}
	return 0, fmt.Errorf("area %q: %w", s, lac.ErrUnknownCode)
}

func (p *rowParser) flow() lac.TradeFlow {
	s := p.code(colFlow)
	if s == "" {
		p.reject(colFlow, lac.ErrMissing)
		return ""
	}
	flow, ok := flows[s]
	if !ok && len(s) > 2 {
		flow, ok = flows[strings.ToLower(s)]
	}
	if ok {
		return flow
	}
	err := fmt.Errorf("%w: want M, X, RM or RX", lac.ErrUnknownCode)
	if part, ok := partFlows[s]; ok {
		err = fmt.Errorf("%w: %s, which M or X has in it: want M, X, RM or RX", lac.ErrUnknownCode, part)
	}
	p.reject(colFlow, err)
	return ""
}

// period reads 2022 or 202205 from the column period, or else from refYear and,
// in monthly data, refMonth.
func (p *rowParser) period() lac.Period {
	c := colPeriod
	s := p.code(c)
	if s == "" {
		c = colRefYear
		s = p.code(c)
		if s != "" && p.text(colFreq) == "M" {
			c = colRefMonth
			month := p.code(c)
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
	edition, code := editionOf(p.text(colClassification)), p.code(colCommodity)
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

// supplementary reads the supplementary quantity. In a unit that cannot be
// expressed it is kept as a note.
func (p *rowParser) supplementary() (lac.Quantity, string) {
	unit := p.text(colUnit)
	switch kindOf(unit) {
	case noUnit:
		return lac.Quantity{}, ""
	case validUnit:
		return p.quantity(colQuantity, unitOf(unit)), ""
	}
	q := p.quantity(colQuantity, lac.UnitPieces) // for its number alone
	if !q.IsReported() {
		return lac.Quantity{}, ""
	}
	return lac.Quantity{}, fmt.Sprintf("quantity %v in %q", q.Amount(), feed.Shorten(string(unitOf(unit))))
}

// part returns the code of a breakdown, empty if it is that of the total.
func (p *rowParser) part(c column, total string) string {
	s := p.code(c)
	if s == total {
		return ""
	}
	return s
}

// detail returns what tells a line of a national tariff from others that are equal in
// all that a record keeps: of several national codes UN Comtrade prints the six digits
// that they share. Rows that are not broken down are no such lines.
func (p *rowParser) detail(r lac.TradeRecord) string {
	if !p.tariffLines || r.Breakdown == (lac.Breakdown{}) || r.Commodity.Depth() < 6 {
		return ""
	}
	var parts []string
	for _, c := range [...]column{colAltQuantity, colGrossWeight, colCIF, colFOB} {
		if s := p.text(c); s != "" {
			parts = append(parts, c.String()+" "+feed.Shorten(s))
		}
	}
	return strings.Join(parts, ", ")
}

// partner2 returns the second partner, none if it is the World.
func (p *rowParser) partner2() lac.Area {
	switch p.code(colPartner2Code) {
	case "0":
		return 0
	case "":
		if p.text(colPartner2ISO) == "" {
			return 0
		}
	}
	if a := p.area(colPartner2ISO, colPartner2Code); a != lac.World {
		return a
	}
	return 0
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
