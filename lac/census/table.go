package census

import (
	"fmt"
	"strings"
	"time"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A table is one that is being read.
type table struct {
	*feed.Table
	source                         string
	code, name, goods, year, month int // columns
	values                         []valueColumn
	wide                           bool // a column a month, in millions
}

// A valueColumn has values of a flow, of a month that the row names if month is zero.
type valueColumn struct {
	column int
	flow   lac.TradeFlow
	month  time.Month
	suffix string
}

// findValues finds the columns of values.
func (t *table) findValues() {
	for _, v := range [...]struct {
		flow  lac.TradeFlow
		names []string
	}{{lac.Import, []string{"GEN_VAL_MO", "CON_VAL_MO"}}, {lac.Export, []string{"ALL_VAL_MO"}}} {
		if i := t.At(v.names...); i >= 0 {
			t.values = append(t.values, valueColumn{column: i, flow: v.flow, suffix: "-" + string(v.flow)})
		}
	}
	if t.values != nil {
		if len(t.values) == 1 {
			t.values[0].suffix = ""
		}
		return
	}
	for _, flow := range []lac.TradeFlow{lac.Import, lac.Export} {
		letter := strings.ToUpper(string(flow[:1]))
		for month := time.January; month <= time.December; month++ {
			if i := t.At(letter + month.String()[:3]); i >= 0 {
				t.wide = true
				t.values = append(t.values, valueColumn{i, flow, month, fmt.Sprintf("-%s-%02d", flow, month)})
			}
		}
	}
}

func (t *table) row(c *feed.Cells, add func(lac.TradeRecord)) {
	code, name := c.Text(t.code), c.Text(t.name)
	if isGroup(code, name) {
		return
	}
	base := lac.TradeRecord{Source: t.source, Reporter: lac.UnitedStates, Commodity: lac.AllGoods}
	if code == "-" || strings.HasPrefix(strings.ToUpper(name), "TOTAL FOR ALL") || code == "0015" {
		base.Partner = lac.World
	} else {
		base.Partner = c.Area(t.name, country)
	}
	if base.Partner == lac.AreasNES || base.Partner.String() == "PSE" {
		base.Breakdown.Detail = name // one of several
	}
	year := lac.Period{}
	if t.wide {
		year = c.Year(t.year)
	} else {
		base.Period = c.Month(t.year, t.month)
		year = base.Period
	}
	if goods := c.Text(t.goods); goods != "" && goods != "-" && c.Rejected == nil {
		base.Commodity = c.Commodity(t.goods, feed.HarmonizedSystem(year))
	}
	if c.Rejected != nil {
		return
	}
	for _, v := range t.values {
		if t.wide && (c.Text(v.column) == "" || isFuture(c.Text(v.column))) {
			continue // a month that is still to come
		}
		r, times := base, int64(1)
		if t.wide {
			r.Period, times = lac.Month(year.First().Year(), v.month), 1_000_000
		}
		r.Flow, r.ID = v.flow, c.ID(t.source, v.suffix)
		r.Value = c.Amount(v.column, lac.USD, times)
		add(r)
	}
}

// isFuture reports whether a figure is the 0 that the table has for months to come. No
// trade in a month is left out with them, which no sum misses.
func isFuture(s string) bool { return strings.Trim(s, "0.") == "" }

// isGroup reports whether a row is of a group of countries: 0003 is the European
// Union, 1XXX North America. The World is none.
func isGroup(code, name string) bool {
	if code == "0015" || strings.HasPrefix(strings.ToUpper(name), "WORLD") {
		return false
	}
	return strings.ContainsAny(code, "Xx") || len(code) == 4 && strings.HasPrefix(code, "00") ||
		len(code) < 4 && code != "-" && code != "" && strings.Trim(code, "0123456789") == ""
}

// names are those of the Bureau that package lac has not, in capitals.
var names = map[string]string{
	"KOREA, SOUTH": "KOR", "KOREA, NORTH": "PRK", "BURMA": "MMR", "BURMA (MYANMAR)": "MMR", "CONGO (BRAZZAVILLE)": "COG", "CONGO (KINSHASA)": "COD",
	"CONGO, REPUBLIC OF THE CONGO": "COG", "CONGO, DEMOCRATIC REPUBLIC OF THE CONGO (ZAIRE)": "COD", "MACEDONIA": "MKD", "MACAU": "MAC",
	"GAZA STRIP ADMINISTERED BY ISRAEL": "PSE", "WEST BANK ADMINISTERED BY ISRAEL": "PSE", "FEDERAL REPUBLIC OF GERMANY": "DEU", "GERMANY (FEDERAL REPUBLIC OF GERMANY)": "DEU",
	"VATICAN CITY": "VAT", "HEARD AND MCDONALD ISLANDS": "HMD", "ST HELENA": "SHN", "ST KITTS AND NEVIS": "KNA", "ST LUCIA": "LCA", "ST VINCENT AND THE GRENADINES": "VCT",
	"ST PIERRE AND MIQUELON": "SPM", "YEMEN (SANA)": "YEM", "SINT MAARTEN": "SXM", "CURACAO": "CUW", "WORLD, SEASONALLY ADJUSTED": "001", "WORLD, NOT SEASONALLY ADJUSTED": "001",
	"GAZA STRIP ADMIN. BY ISRAEL": "PSE", "WEST BANK ADMIN. BY ISRAEL": "PSE", "FALKLAND ISLANDS(ISLAS MALVIN": "FLK", "FRENCH SOUTHERN AND ANTARCTIC": "ATF",
	"SVALBARD, JAN MAYEN ISLAND": "SJM", "INTERNATIONAL ORGANIZATIONS": "899", "UNIDENTIFIED COUNTRIES": "899", "IRAQ-SAUDI ARABIA NEUTRAL ZONE": "899",
	"FEDERATED STATES OF MICRONESIA": "FSM", "UNITED KINGDOM": "GBR",
}

// country returns the area of a name.
func country(name string) (lac.Area, error) {
	if code, ok := names[strings.ToUpper(name)]; ok {
		return lac.ParseArea(code)
	}
	return lac.ParseArea(name)
}
