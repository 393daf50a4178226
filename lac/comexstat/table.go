package comexstat

import (
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

func (t *table) row(c *feed.Cells, add func(lac.TradeRecord)) {
	r := lac.TradeRecord{
		ID: c.ID(t.source, ""), Source: t.source,
		Reporter:  lac.Brazil,
		Partner:   c.Area(t.country, country),
		Flow:      t.flow,
		Valuation: lac.FOB,
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
	add(r)
}

// edition returns the edition of the Harmonized System that the NCM is based on.
// That of 2022 came into force in Mercosur on 1 April.
func edition(month lac.Period) string {
	if first := month.First(); first.Year() == 2022 && first.Month() < 4 {
		return "H5"
	}
	return feed.HarmonizedSystem(month)
}
