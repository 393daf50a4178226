package gacc

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A query is a table that the customs' query site gives: a row a month, partner and
// tariff code, and a place or mode of trade where those were asked for.
type query struct {
	*feed.Table
	source                       string
	flow                         lac.TradeFlow
	currency                     lac.Currency
	month, partner, goods, value int // columns
	other                        int // the column of the value in the other currency, -1 if there is none
	stats                        *lac.Stats
	quantities                   []quantityColumns
	details                      []int
}

// A quantityColumns has a quantity beside its unit.
type quantityColumns struct{ number, unit int }

// units are the customs' units, as package lac has them.
var units = map[string]lac.Unit{
	"千克": lac.UnitKilograms, "公斤": lac.UnitKilograms, "kilogram": lac.UnitKilograms, "kilograms": lac.UnitKilograms, "kg": lac.UnitKilograms,
	"吨": lac.UnitTonnes, "克": "g", "克拉": "carat", "立方米": "m3", "平方米": "m2", "米": "m", "千米": lac.UnitKM, "升": "l", "千升": "thousand l",
	"千瓦时": "kWH", "双": "pairs", "副": "pairs", "对": "pairs", "打": "dozens", "千个": "thousands", "千支": "thousands", "千块": "thousands",
	"台": lac.UnitPieces, "辆": lac.UnitPieces, "个": lac.UnitPieces, "件": lac.UnitPieces, "只": lac.UnitPieces, "支": lac.UnitPieces, "架": lac.UnitPieces,
	"艘": lac.UnitPieces, "条": lac.UnitPieces, "头": lac.UnitPieces, "张": lac.UnitPieces, "块": lac.UnitPieces, "把": lac.UnitPieces, "套": lac.UnitPieces, "set": lac.UnitPieces,
}

// isQuery reports whether a header is that of a query.
func isQuery(t *feed.Table) bool { return t.At("数据年月", "Date of data") >= 0 }

// newQuery reads the header of a query. Of a value in yuan and in dollars that in currency is
// taken, in yuan if it is zero.
func newQuery(rows *feed.Table, source, name string, flow lac.TradeFlow, currency lac.Currency, stats *lac.Stats) (*query, error) {
	q := &query{Table: rows, source: source, flow: flow, stats: stats, quantities: []quantityColumns{
		{rows.At("第一数量", "Quantity"), rows.At("第一计量单位", "Unit")},
		{rows.At("第二数量", "Supplimentary Quantity", "Supplementary Quantity"), rows.At("第二计量单位", "Supplimentary Unit", "Supplementary Unit")},
	}}
	var missing []string
	q.month = q.OneOf(&missing, "数据年月", "Date of data")
	q.partner = q.OneOf(&missing, "贸易伙伴名称", "Trading partner")
	q.goods = q.OneOf(&missing, "商品编码", "Commodity code")
	yuan, dollars := q.At("人民币", "Renminbi(Yuan)"), q.At("美元", "US dollar")
	switch {
	case yuan < 0 && dollars < 0:
		missing = append(missing, "人民币, 美元")
	case yuan < 0 || dollars >= 0 && currency == lac.USD:
		q.value, q.other, q.currency = dollars, yuan, lac.USD
	default:
		q.value, q.other, q.currency = yuan, dollars, lac.CNY
	}
	if missing != nil {
		return nil, feed.Missing("a query of China customs", missing, rows.Header)
	}
	for _, name := range []string{"贸易方式名称", "贸易方式编码", "注册地名称", "注册地编码", "收发货人注册地名称", "收发货人注册地编码", "Trade mode", "Location of registration"} {
		if i := q.At(name); i >= 0 {
			q.details = append(q.details, i)
		}
	}
	name = strings.ToLower(name)
	exports := strings.Contains(name, "export") || strings.Contains(name, "出口") && !strings.Contains(name, "进出口")
	imports := strings.Contains(name, "import") || strings.Contains(name, "进口")
	switch {
	case q.flow == lac.Export || q.flow == lac.Import:
	case q.flow != "":
		return nil, fmt.Errorf("%w: flow %q: want export or import", lac.ErrUnknownCode, q.flow)
	case exports && !imports:
		q.flow = lac.Export
	case imports && !exports:
		q.flow = lac.Import
	default:
		return nil, fmt.Errorf("%w: neither the table of 数据年月, 贸易伙伴 and 商品编码 nor its name says whether it has exports or imports: say so, as with Reader.Flow or a mapping", lac.ErrMissing)
	}
	return q, nil
}

func (q *query) row(c *feed.Cells, add func(lac.TradeRecord)) {
	c.Grouping = ','
	r := lac.TradeRecord{
		ID: c.ID(q.source, ""), Source: q.source,
		Reporter: lac.China,
		Partner:  c.Area(q.partner, partnerOf),
		Flow:     q.flow,
		Period:   c.Month(q.month, q.month),
		Value:    c.Amount(q.value, q.currency, 1),
	}
	if c.Rejected == nil {
		r.Commodity = c.Commodity(q.goods, feed.HarmonizedSystem(r.Period))
	}
	for _, of := range q.quantities {
		unit := units[strings.ToLower(c.Text(of.unit))]
		quantity := c.Quantity(of.number, cmp.Or(unit, lac.UnitPieces), 1)
		switch {
		case !quantity.IsReported():
		case unit == lac.UnitKilograms:
			r.NetWeight = quantity
		case unit != "" && !r.Quantity.IsReported():
			r.Quantity = quantity
		default:
			r.Note = strings.TrimPrefix(fmt.Sprintf("%s; quantity %v in %q", r.Note, quantity.Amount(), feed.Shorten(c.Text(of.unit))), "; ")
		}
	}
	var details []string
	for _, i := range q.details {
		details = append(details, c.Text(i))
	}
	r.Breakdown.Detail = strings.TrimSpace(strings.Join(details, " "))
	r.Valuation = lac.CIF
	if r.Flow == lac.Export {
		r.Valuation = lac.FOB
	}
	if q.other >= 0 && c.Text(q.other) != "" {
		q.stats.LeftOut++
	}
	add(r)
}
