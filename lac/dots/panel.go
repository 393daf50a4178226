package dots

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A measureColumn is a column of a panel with the figures of one measure.
type measureColumn struct {
	column int
	code   string
	measure
}

// newPanel reads the header of the other form of a bulk file: a row a country,
// counterpart and period, with a column for each indicator, whose name ends in its code.
func newPanel(t table) (feed.Next[lac.TradeRecord], error) {
	var missing []string
	t.reporter, t.partner = t.OneOf(&missing, "Country Name"), t.OneOf(&missing, "Counterpart Country Name")
	period, attribute := t.At("Time Period"), t.At("Attribute")
	var of []measureColumn
	seen := map[string]bool{}
	for i, name := range t.Header {
		open := strings.LastIndexByte(name, '(')
		code := strings.TrimSuffix(name[open+1:], ")")
		m, known := measures[code]
		switch {
		case !known:
			continue
		case seen[code]:
			return nil, fmt.Errorf("%w: header: two columns are of %s", lac.ErrSyntax, code)
		}
		seen[code] = true
		of = append(of, measureColumn{i, code, m})
	}
	if of == nil {
		missing = append(missing, "of exports or imports in US dollars, such as (TXG_FOB_USD)")
	}
	if missing != nil {
		return nil, feed.Missing("a table of the IMF's Direction of Trade Statistics", missing, t.Header)
	}
	return t.Trade(t.stats, func(c *feed.Cells, add func(lac.TradeRecord)) {
		if t.isOfGroup(c) || attribute >= 0 && c.Text(attribute) != "Value" {
			return
		}
		var reporter, partner lac.Area
		var on lac.Period
		for i, m := range of {
			if isEmpty(c.Text(m.column)) {
				continue
			}
			if on == (lac.Period{}) {
				reporter, partner, on = c.Area(t.reporter, area), c.Area(t.partner, area), c.Period(period, parsePeriod)
			}
			if c.Rejected != nil {
				return
			}
			r := t.record(reporter, partner, of[i].measure)
			r.ID, r.Period = c.ID(t.source, "-"+m.code), on
			r.Value = c.Amount(m.column, lac.USD, 1_000_000)
			add(r)
		}
	}), nil
}
