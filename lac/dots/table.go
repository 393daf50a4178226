package dots

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A table is one that is being read, with the columns that its forms have in common.
type table struct {
	*feed.Table
	source                       string
	stats                        *lac.Stats
	reporter, partner, indicator int            // columns
	periods                      []periodColumn // of tables with a column for each period
}

type periodColumn struct {
	column int
	period lac.Period
}

// findPeriods finds the columns of periods. It errs if two are of the same.
func (t *table) findPeriods(missing *[]string) error {
	seen := map[lac.Period]bool{}
	for i, name := range t.Header {
		p, err := parsePeriod(name)
		if err != nil || name == "" {
			continue
		}
		if seen[p] {
			return fmt.Errorf("%w: header: two columns are of the period %v", lac.ErrSyntax, p)
		}
		seen[p] = true
		t.periods = append(t.periods, periodColumn{i, p})
	}
	if t.periods == nil {
		*missing = append(*missing, "of periods")
	}
	return nil
}

// parsePeriod returns a period as the Fund writes it: 2021, 2021M5, 2021-M05, 2021Q2.
func parsePeriod(s string) (lac.Period, error) { return lac.ParsePeriod(isoPeriod(s)) }

func isoPeriod(s string) string {
	if len(s) < 6 || strings.Trim(s[:4], "0123456789") != "" {
		return s
	}
	switch rest := strings.TrimPrefix(s[4:], "-"); {
	case rest[0] == 'M' && len(rest) == 2:
		return s[:4] + "-0" + rest[1:]
	case rest[0] == 'M':
		return s[:4] + "-" + rest[1:]
	case rest[0] == 'Q':
		return s[:4] + "-" + rest
	}
	return s
}

// A measure is an indicator of which there are records.
type measure struct {
	flow      lac.TradeFlow
	valuation lac.Valuation
}

// measures are by the codes of the bulk files; IMTS has them without the T.
var measures = map[string]measure{
	"TXG_FOB_USD": {lac.Export, lac.FOB}, "TMG_CIF_USD": {lac.Import, lac.CIF}, "TMG_FOB_USD": {lac.Import, lac.FOB},
}

// record returns what the records of a row have in common.
func (t *table) record(reporter, partner lac.Area, of measure) lac.TradeRecord {
	r := lac.TradeRecord{
		Source: t.source, Reporter: reporter, Partner: partner, Flow: of.flow, Valuation: of.valuation, Commodity: lac.AllGoods,
	}
	if of == (measure{lac.Import, lac.FOB}) {
		r.Breakdown.Detail = "fob" // the same imports as those valued CIF
	}
	return r
}

// isEmpty reports whether a cell says that there is no figure.
func isEmpty(cell string) bool { return cell == "" || cell == "NaN" }

// hasFigures reports whether a row has a figure for some period.
func (t *table) hasFigures(c *feed.Cells) bool {
	return slices.ContainsFunc(t.periods, func(p periodColumn) bool { return !isEmpty(c.Text(p.column)) })
}

// figures adds a record for each period of which a row has a figure, so many times
// which is its amount.
func (t *table) figures(c *feed.Cells, base lac.TradeRecord, times int64, add func(lac.TradeRecord)) {
	if c.Rejected != nil {
		return
	}
	for _, p := range t.periods {
		if isEmpty(c.Text(p.column)) {
			continue
		}
		r := base
		r.ID, r.Period = c.ID(t.source, "-"+p.period.String()), p.period
		r.Value = c.Amount(p.column, lac.USD, times)
		add(r)
	}
}

// newBulk reads the header of a bulk file.
func newBulk(t table) (feed.Next[lac.TradeRecord], error) {
	if n := len(t.Header); n > 1 && t.Header[n-1] == "" {
		t.Header = t.Header[:n-1] // rows end with a comma, and so does the header
	}
	var missing []string
	t.reporter, t.partner = t.OneOf(&missing, "Country Name"), t.OneOf(&missing, "Counterpart Country Name")
	t.indicator = t.OneOf(&missing, "Indicator Code")
	if err := t.findPeriods(&missing); err != nil {
		return nil, err
	}
	if missing != nil {
		return nil, feed.Missing("a table of the IMF's Direction of Trade Statistics", missing, t.Header)
	}
	attribute := t.At("Attribute")
	return t.Trade(t.stats, func(c *feed.Cells, add func(lac.TradeRecord)) {
		of, known := measures[c.Text(t.indicator)]
		if !known || t.isOfGroup(c) || attribute >= 0 && c.Text(attribute) != "Value" {
			return
		}
		t.figures(c, t.record(c.Area(t.reporter, area), c.Area(t.partner, area), of), 1_000_000, add)
	}), nil
}

// isOfGroup reports whether a side of a row is a group of the Fund's own.
func (t *table) isOfGroup(c *feed.Cells) bool {
	return groups[strings.ToLower(c.Text(t.reporter))] || groups[strings.ToLower(c.Text(t.partner))]
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
