package baci

import (
	"fmt"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A table is one that is being read.
type table struct {
	*feed.Table
	source, edition string
	column          []int // t, i, j, k or hs6, v, q
}

// editions are the marks of editions by what BACI calls them in the names of files: as in
// BACI_HS92_Y1995_V202401b.csv, and in baci92_1995.csv until 2016.
var editions = map[string]string{
	"HS92": "H0", "HS96": "H1", "HS02": "H2", "HS07": "H3", "HS12": "H4", "HS17": "H5", "HS22": "H6",
	"BACI92": "H0", "BACI96": "H1", "BACI02": "H2", "BACI07": "H3", "BACI12": "H4",
}

func (t *table) row(c *feed.Cells, add func(lac.TradeRecord)) {
	r := lac.TradeRecord{
		ID: c.ID(t.source, ""), Source: t.source,
		Period:    c.Year(t.column[0]),
		Reporter:  c.Area(t.column[1], country),
		Partner:   c.Area(t.column[2], country),
		Flow:      lac.Export,
		Valuation: lac.FOB,
		Commodity: t.goods(c),
		Value:     c.Amount(t.column[4], lac.USD, 1000),
		NetWeight: c.Quantity(t.column[5], lac.UnitKilograms, 1000),
	}
	add(r)
}

// goods returns the goods of a row. BACI's codes are all of six digits, so one of five has lost
// the zero before them, as programs that take it for a number write it.
func (t *table) goods(c *feed.Cells) lac.Commodity {
	code := c.Text(t.column[3])
	if len(code) == 5 {
		code = "0" + code
	}
	g, err := lac.CommodityOf(t.edition, code)
	if err == nil && len(code) != 6 {
		err = fmt.Errorf("%w: want six digits", lac.ErrSyntax)
	}
	if err != nil {
		c.Fail(t.column[3], err)
	}
	return g
}

// country returns the area of a number, which BACI writes without leading zeros.
func country(number string) (lac.Area, error) {
	if n := 3 - len(number); n > 0 {
		number = "000"[:n] + number
	}
	return lac.ParseArea(number)
}
