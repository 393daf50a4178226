package dots

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A table is one that is being read.
type table struct {
	*feed.Table
	source                                  string
	stats                                   *lac.Stats
	reporter, partner, indicator, attribute int // columns
	periods                                 []periodColumn
}

type periodColumn struct {
	column int
	period lac.Period
}

// indicators are those that are records.
var indicators = map[string]struct {
	flow      lac.TradeFlow
	valuation lac.Valuation
}{
	"TXG_FOB_USD": {lac.Export, lac.FOB}, "TMG_CIF_USD": {lac.Import, lac.CIF}, "TMG_FOB_USD": {lac.Import, lac.FOB},
}

// isoPeriod returns the ISO 8601 form of a period as the Fund writes it.
func isoPeriod(s string) string {
	if len(s) < 6 || strings.Trim(s[:4], "0123456789") != "" {
		return s
	}
	switch rest := s[5:]; {
	case s[4] == 'Q' && len(rest) == 1:
		return s[:4] + "-Q" + rest
	case s[4] == 'M' && len(rest) == 1:
		return s[:4] + "-0" + rest
	case s[4] == 'M':
		return s[:4] + "-" + rest
	}
	return s
}

func (t *table) next(into []feed.Result[lac.TradeRecord]) ([]feed.Result[lac.TradeRecord], error) {
	c, err := t.NextCells()
	if err != nil {
		return nil, err
	}
	measure, known := indicators[c.Text(t.indicator)]
	ofGroup := groups[strings.ToLower(c.Text(t.reporter))] || groups[strings.ToLower(c.Text(t.partner))]
	if c.Rejected == nil && (!known || ofGroup || t.attribute >= 0 && c.Text(t.attribute) != "Value") {
		t.stats.LeftOut++
		return into, nil
	}
	base := lac.TradeRecord{
		Source: t.source, Reporter: c.Area(t.reporter, area), Partner: c.Area(t.partner, area),
		Flow: measure.flow, Valuation: measure.valuation, Commodity: lac.AllGoods,
	}
	if measure.flow == lac.Import && measure.valuation == lac.FOB {
		base.Breakdown.Detail = "fob" // the same imports as those valued CIF
	}
	if c.Rejected != nil {
		return append(into, feed.Result[lac.TradeRecord]{Rejected: c.Rejected}), nil
	}
	for _, p := range t.periods {
		if c.Text(p.column) == "" {
			continue
		}
		r := base
		r.ID, r.Period = c.ID(t.source, "-"+p.period.String()), p.period
		r.Value = c.Amount(p.column, lac.USD, 1_000_000)
		if !r.Value.IsReported() {
			r.Valuation = lac.NotStated
		}
		if c.Rejected != nil {
			into = append(into, feed.Result[lac.TradeRecord]{Rejected: c.Rejected})
			c.Rejected = nil
			continue
		}
		into = append(into, feed.Result[lac.TradeRecord]{Record: r})
	}
	return into, nil
}

// groups are the Fund's own, whose members have rows of their own.
var groups = map[string]bool{
	"advanced economies": true, "emerging and developing economies": true, "emerging market and developing economies": true, "euro area": true,
	"emerging and developing asia": true, "emerging and developing europe": true, "middle east": true, "middle east and central asia": true,
	"middle east, north africa, afghanistan, and pakistan": true, "western hemisphere": true, "sub-saharan africa": true, "export earnings: fuel": true,
	"export earnings: nonfuel": true, "commonwealth of independent states": true, "cis": true, "industrial countries": true, "developing countries": true,
}

// names are those of the Fund that neither package lac has nor a rule gives.
var names = map[string]string{
	"china, p.r.: mainland": "CHN", "china, p.r.: hong kong": "HKG", "china, p.r.: macao": "MAC", "china, p.r.: macau": "MAC",
	"taiwan province of china": "TWN", "congo, democratic republic of": "COD", "congo, dem. rep. of the": "COD", "congo, republic of": "COG", "congo, rep. of": "COG",
	"korea, republic of": "KOR", "korea, rep. of": "KOR", "korea, democratic people's rep. of": "PRK", "korea, dem. people's rep. of": "PRK",
	"micronesia, federated states of": "FSM", "micronesia": "FSM", "st. helena": "SHN", "curaçao and sint maarten": "ANT",
	"kosovo, rep. of": "XKX", "netherlands antilles": "ANT", "serbia and montenegro": "SCG", "countries & areas not specified": "899",
	"not specified (incl. confidential)": "899", "other countries not included elsewhere (ifs)": "899", "special categories": "899",
}

// area returns the area of a name as the Fund writes it: what stands behind a comma
// says what kind of state it is, and nothing else, but for the names above.
func area(name string) (lac.Area, error) {
	if code, ok := names[strings.ToLower(name)]; ok {
		return lac.ParseArea(code)
	}
	if a, err := lac.ParseArea(name); err == nil {
		return a, nil
	}
	head, rest, found := strings.Cut(name, ",")
	kind := strings.Contains(rest, "Rep") || strings.Contains(rest, "Kingdom") || strings.Contains(rest, "State") || strings.TrimSpace(rest) == "The"
	if found && kind {
		if a, err := lac.ParseArea(head); err == nil && a.IsCountry() {
			return a, nil
		}
	}
	return 0, fmt.Errorf("%w: no country, nor the World", lac.ErrUnknownCode)
}
