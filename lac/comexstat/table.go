package comexstat

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A table is one that is being read.
type table struct {
	*feed.Table
	source                             string
	flow                               lac.TradeFlow
	year, month, goods, country, value int // columns
	weight, transport                  int
	details                            []int
}

// begin reads the header.
func (r *Reader) begin(text *feed.Text) (feed.Next[lac.TradeRecord], error) {
	rows, err := feed.OpenTable(text, r.MaxRowBytes)
	if err != nil {
		return nil, err
	}
	t := &table{Table: rows, source: r.source(), flow: r.Flow, weight: rows.At("KG_LIQUIDO"), transport: rows.At("CO_VIA")}
	var missing []string
	t.year, t.month = t.OneOf(&missing, "CO_ANO"), t.OneOf(&missing, "CO_MES")
	t.goods = t.OneOf(&missing, "CO_NCM", "SH4")
	t.country, t.value = t.OneOf(&missing, "CO_PAIS"), t.OneOf(&missing, "VL_FOB")
	if missing != nil {
		return nil, feed.Missing("a table of Comex Stat", missing, t.Header)
	}
	for _, name := range []string{"SG_UF_NCM", "SG_UF_MUN", "CO_URF", "CO_MUN"} {
		if i := t.At(name); i >= 0 {
			t.details = append(t.details, i)
		}
	}
	switch name := strings.ToUpper(r.Name); {
	case t.flow == lac.Export || t.flow == lac.Import:
	case t.flow != "":
		return nil, fmt.Errorf("%w: flow %q: Comex Stat has exports and imports", lac.ErrUnknownCode, t.flow)
	case strings.HasPrefix(name, "IMP") || t.At("VL_FRETE") >= 0:
		t.flow = lac.Import
	case strings.HasPrefix(name, "EXP"):
		t.flow = lac.Export
	default:
		return nil, fmt.Errorf("%w: neither the table nor the file's name says whether it has exports or imports: set Reader.Flow", lac.ErrMissing)
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
		Reporter:  lac.Brazil,
		Partner:   c.Area(t.country, country),
		Flow:      t.flow,
		Period:    c.Month(t.year, t.month),
		Value:     c.Amount(t.value, lac.USD, 1),
		NetWeight: c.Quantity(t.weight, lac.UnitKilograms, 1),
		Breakdown: lac.Breakdown{Transport: c.Text(t.transport)},
	}
	if c.Rejected == nil {
		r.Commodity = c.Commodity(t.goods, edition(r.Period))
	}
	var details []string
	for _, i := range t.details {
		details = append(details, c.Text(i))
	}
	r.Breakdown.Detail = strings.Join(details, " ")
	if r.Value.IsReported() {
		r.Valuation = lac.FOB
	}
	if c.Rejected != nil {
		return lac.TradeRecord{}, c.Rejected, nil
	}
	return r, nil, nil
}

// edition returns the edition of the Harmonized System that the NCM is based on.
// That of 2022 came into force in Mercosur on 1 April.
func edition(month lac.Period) string {
	if first := month.First(); first.Year() == 2022 && first.Month() < 4 {
		return "H5"
	}
	return feed.HarmonizedSystem(month)
}
