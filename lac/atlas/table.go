package atlas

import (
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A table is one that is being read.
type table struct {
	*feed.Table
	source, edition                string
	year, reporter, partner, goods int // columns
	flows                          [2]int
}

// flows are the flows of a row, in the order of its columns.
var flows = [...]lac.TradeFlow{lac.Export, lac.Import}

// editions are the columns of products by the nomenclature that they are in.
var editions = [...]struct{ edition, column string }{
	{"H0", "hs_product_code"}, {"H0", "product_hs92_code"}, {"H4", "product_hs12_code"}, {"S2", "sitc_product_code"}, {"S2", "product_sitc_code"},
}

func (t *table) row(c *feed.Cells, add func(lac.TradeRecord)) {
	if goods := c.Text(t.goods); goods != "" && strings.Trim(goods, "0123456789") != "" && goods == strings.ToLower(goods) {
		return // travel, transport, ict, financial, unspecified services
	}
	base := lac.TradeRecord{
		Source:    t.source,
		Period:    c.Year(t.year),
		Reporter:  c.Area(t.reporter, area),
		Partner:   lac.World,
		Commodity: c.Commodity(t.goods, t.edition),
	}
	if t.partner >= 0 {
		base.Partner = c.Area(t.partner, area)
	}
	if c.Rejected != nil {
		return
	}
	for i, flow := range flows {
		r := base
		r.Flow, r.ID = flow, c.ID(t.source, "-"+string(flow))
		r.Value = c.Amount(t.flows[i], lac.USD, 1)
		add(r)
	}
}

func area(code string) (lac.Area, error) {
	if code == "ANS" {
		return lac.AreasNES, nil
	}
	return lac.ParseArea(code)
}
