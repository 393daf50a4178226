package gacc

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A query is a table that the customs' query site gives: a row a month, partner and
// tariff code, and a place or mode of trade where those were asked for.
type query struct {
	*feed.Table
	source                                       string
	flow                                         lac.TradeFlow
	currency                                     lac.Currency
	month, partner, goods, quantity, unit, value int // columns
	details                                      []int
}

// isQuery reports whether a header is that of a query.
func isQuery(t *feed.Table) bool { return t.At("数据年月", "Date of data") >= 0 }

// newQuery reads the header of a query.
func (r *Reader) newQuery(rows *feed.Table) (*query, error) {
	q := &query{Table: rows, source: r.source(), flow: r.Flow, currency: lac.USD, quantity: rows.At("第一数量", "Quantity"), unit: rows.At("第一计量单位", "Unit")}
	var missing []string
	q.month = q.OneOf(&missing, "数据年月", "Date of data")
	q.partner = q.OneOf(&missing, "贸易伙伴名称", "Trading partner")
	q.goods = q.OneOf(&missing, "商品编码", "Commodity code")
	if q.value = q.At("人民币", "Renminbi(Yuan)"); q.value >= 0 {
		q.currency = lac.CNY
	} else {
		q.value = q.OneOf(&missing, "美元", "US dollar")
	}
	if missing != nil {
		return nil, feed.Missing("a query of China customs", missing, rows.Header)
	}
	for _, name := range []string{"贸易方式名称", "贸易方式编码", "注册地名称", "注册地编码", "收发货人注册地名称", "收发货人注册地编码", "Trade mode", "Location of registration"} {
		if i := q.At(name); i >= 0 {
			q.details = append(q.details, i)
		}
	}
	name := strings.ToLower(r.Name)
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

func (q *query) next() (lac.TradeRecord, *lac.RowError, error) {
	c, err := q.NextCells()
	if err != nil {
		return lac.TradeRecord{}, nil, err
	}
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
	switch c.Text(q.unit) {
	case "千克", "公斤", "Kilogram", "kg":
		r.NetWeight = c.Quantity(q.quantity, lac.UnitKilograms, 1)
	}
	var details []string
	for _, i := range q.details {
		details = append(details, c.Text(i))
	}
	r.Breakdown.Detail = strings.Join(details, " ")
	switch {
	case !r.Value.IsReported():
	case r.Flow == lac.Export:
		r.Valuation = lac.FOB
	default:
		r.Valuation = lac.CIF
	}
	if c.Rejected != nil {
		return lac.TradeRecord{}, c.Rejected, nil
	}
	return r, nil, nil
}
