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

// begin reads the header.
func (r *Reader) begin(text *feed.Text) (feed.Next[lac.TradeRecord], error) {
	rows, err := feed.OpenTable(text, r.MaxRowBytes)
	if err != nil {
		return nil, err
	}
	t := &table{Table: rows, source: r.source(), procedure: rows.At("STAT_PROCEDURE", "STAT_REGIME"), kg: rows.At("QUANTITY_KG", "QUANTITY_IN_KG")}
	var missing []string
	// Until 2022 files had numbers of their own in DECLARANT and PARTNER, beside the codes.
	if t.reporter = t.At("DECLARANT_ISO"); t.reporter < 0 {
		t.reporter = t.OneOf(&missing, "REPORTER")
	}
	if t.partner = t.At("PARTNER_ISO"); t.partner < 0 {
		t.partner = t.OneOf(&missing, "PARTNER")
	}
	t.goods = t.OneOf(&missing, "PRODUCT_NC")
	t.flow, t.period = t.OneOf(&missing, "FLOW"), t.OneOf(&missing, "PERIOD")
	t.euros = t.OneOf(&missing, "VALUE_EUR", "VALUE_IN_EUROS")
	if missing != nil {
		return nil, feed.Missing("a table of Comext", missing, t.Header)
	}
	return t.next, nil
}

func (t *table) next() (lac.TradeRecord, *lac.RowError, error) {
	c, err := t.NextCells()
	if err != nil {
		return lac.TradeRecord{}, nil, err
	}
	r := lac.TradeRecord{
		ID: c.ID(t.source, ""), Source: t.source,
		Reporter:  c.Area(t.reporter, area),
		Partner:   c.Area(t.partner, area),
		Value:     c.Amount(t.euros, euro, 1),
		NetWeight: c.Quantity(t.kg, lac.UnitKilograms, 1),
		Breakdown: lac.Breakdown{Customs: c.Text(t.procedure)},
	}
	switch c.Text(t.flow) {
	case "1":
		r.Flow, r.Valuation = lac.Import, lac.CIF
	case "2":
		r.Flow, r.Valuation = lac.Export, lac.FOB
	default:
		c.Fail(t.flow, fmt.Errorf("%w: want 1, imports, or 2, exports", lac.ErrUnknownCode))
	}
	if !r.Value.IsReported() {
		r.Valuation = lac.NotStated
	}
	if period := c.Text(t.period); len(period) == 6 && period[4:] == "52" {
		if r.Period, err = lac.ParsePeriod(period[:4]); err != nil {
			c.Fail(t.period, err)
		}
	} else {
		r.Period = c.Month(t.period, t.period)
	}
	if c.Rejected == nil {
		r.Commodity = c.Commodity(t.goods, feed.HarmonizedSystem(r.Period))
	}
	if c.Rejected != nil {
		return lac.TradeRecord{}, c.Rejected, nil
	}
	return r, nil, nil
}

// areas are Eurostat's codes that are not those of ISO, by what package lac has for
// them.
var areas = map[string]string{
	"XS": "SRB", "EL": "GRC", "XC": "XCE", "XL": "XME", "UK": "GBR", "XU": "GBR", "XI": "GBR", "EU": "EU", "WORLD": "001",
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
