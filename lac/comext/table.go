package comext

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A table is one that is being read.
type table struct {
	*feed.Table
	source                                                       string
	reporter, partner, goods, flow, procedure, period, euros, kg int // columns
}

// euro is the currency of all values.
var euro = func() lac.Currency {
	c, err := lac.ParseCurrency("EUR")
	if err != nil {
		panic(err)
	}
	return c
}()

func (t *table) row(c *feed.Cells, add func(lac.TradeRecord)) {
	r := lac.TradeRecord{
		ID: c.ID(t.source, ""), Source: t.source,
		Reporter:  c.Area(t.reporter, area),
		Partner:   c.Area(t.partner, area),
		Value:     c.Amount(t.euros, euro, 1),
		NetWeight: c.Quantity(t.kg, lac.UnitKilograms, 1),
		Breakdown: lac.Breakdown{Customs: c.Text(t.procedure)},
	}
	r.Flow, r.Valuation = flowOf(c, t.flow)
	if period := c.Text(t.period); len(period) == 6 && period[4:] == "52" {
		r.Period = c.Period(t.period, func(s string) (lac.Period, error) { return lac.ParsePeriod(s[:4]) })
	} else {
		r.Period = c.Month(t.period, t.period)
	}
	if c.Rejected == nil {
		r.Commodity = c.Commodity(t.goods, feed.HarmonizedSystem(r.Period))
	}
	add(r)
}

// flowOf returns the flow that column i says, and how the members value it.
func flowOf(c *feed.Cells, i int) (lac.TradeFlow, lac.Valuation) {
	switch c.Text(i) {
	case "1":
		return lac.Import, lac.CIF
	case "2":
		return lac.Export, lac.FOB
	}
	c.Fail(i, fmt.Errorf("%w: want 1, imports, or 2, exports", lac.ErrUnknownCode))
	return "", lac.NotStated
}

// areas are Eurostat's codes that are not those of ISO, by what package lac has for
// them.
var areas = map[string]string{
	"XS": "SRB", "EL": "GRC", "XC": "XCE", "XL": "XME", "UK": "GBR", "XU": "GBR", "XI": "GBR", "EU": "EU", "EU27_2020": "EU", "WORLD": "001",
}

// area returns the area of one of Eurostat's codes.
func area(code string) (lac.Area, error) {
	code = strings.ToUpper(code)
	if to, ok := areas[code]; ok {
		return lac.ParseArea(to)
	}
	if len(code) == 2 && code[0] == 'Q' && code != "QA" {
		return lac.AreasNES, nil // stores, high seas, what is not specified or secret
	}
	if len(code) != 2 {
		return 0, fmt.Errorf("%w: want a code of two letters", lac.ErrUnknownCode)
	}
	return lac.ParseArea(code)
}
