package wits

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A bulk is a bulk download that is being read.
type bulk struct {
	*feed.Table
	source                                                       string
	edition, reporter, goods, partner, year, flow, value, weight int // columns
}

// bulkFlows are the flows by their names, of which gross ones have re-exports in them.
var bulkFlows = map[string]lac.TradeFlow{
	"gross exp.": lac.Export, "gross imp.": lac.Import, "export": lac.Export, "import": lac.Import,
	"re-export": lac.ReExport, "re-import": lac.ReImport, "re-exp.": lac.ReExport, "re-imp.": lac.ReImport,
	"re-exp": lac.ReExport, "re-imp": lac.ReImport, "gross exp": lac.Export, "gross imp": lac.Import,
}

// isBulk reports whether a header is that of a bulk download.
func isBulk(t *feed.Table) bool { return t.At("TradeFlowName") >= 0 && t.At("ReporterISO3") >= 0 }

// newBulk reads the header of a bulk download.
func newBulk(rows *feed.Table, source string) (*bulk, error) {
	b := &bulk{Table: rows, source: source, weight: rows.At("NetWeight in KGM")}
	var missing []string
	b.edition = b.OneOf(&missing, "Nomenclature")
	b.reporter = b.OneOf(&missing, "ReporterISO3")
	b.goods = b.OneOf(&missing, "ProductCode")
	b.partner = b.OneOf(&missing, "PartnerISO3")
	b.year = b.OneOf(&missing, "Year")
	b.flow = b.OneOf(&missing, "TradeFlowName")
	b.value = b.OneOf(&missing, "TradeValue in 1000 USD")
	if missing != nil {
		return nil, feed.Missing("a bulk download of WITS", missing, rows.Header)
	}
	return b, nil
}

func (b *bulk) row(c *feed.Cells, add func(lac.TradeRecord)) {
	r := lac.TradeRecord{
		ID: c.ID(b.source, ""), Source: b.source,
		Reporter:  c.Area(b.reporter, bulkArea),
		Partner:   c.Area(b.partner, bulkArea),
		Flow:      bulkFlows[strings.ToLower(c.Text(b.flow))],
		Period:    c.Year(b.year),
		Value:     c.Amount(b.value, lac.USD, 1000),
		NetWeight: c.Quantity(b.weight, lac.UnitKilograms, 1),
	}
	switch {
	case r.Flow == "":
		c.Fail(b.flow, fmt.Errorf("%w: want gross or other exports or imports", lac.ErrUnknownCode))
	case r.Flow == lac.Export || r.Flow == lac.ReExport:
		r.Valuation = lac.FOB
	default:
		r.Valuation = lac.CIF
	}
	if strings.EqualFold(c.Text(b.goods), "total") {
		r.Commodity = lac.AllGoods
	} else {
		r.Commodity = c.Commodity(b.goods, c.Text(b.edition))
	}
	add(r)
}

// bulkArea returns the area of a code of WITS, which are those of ISO but for a few.
func bulkArea(code string) (lac.Area, error) {
	switch strings.ToUpper(code) {
	case "WLD":
		return lac.World, nil
	case "EUN":
		return lac.EuropeanUnion, nil
	case "UNS":
		return lac.AreasNES, nil
	case "OAS":
		return lac.OtherAsia, nil
	case "ROM":
		return lac.ParseArea("ROU")
	case "ZAR":
		return lac.ParseArea("COD")
	case "TMP":
		return lac.ParseArea("TLS")
	}
	return lac.ParseArea(code)
}
