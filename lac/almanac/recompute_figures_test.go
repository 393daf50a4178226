package almanac_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// A published is what an observation says: what it measures, of when, and how much.
func published(subject, rest, reporter, partner, flow string, when lac.Period, comparator lac.Comparator, value string) string {
	return fmt.Sprintf("%s/%s %v>%v %s %v %s %s", subject, rest, area(reporter), area(partner), flow, when, comparator, value)
}

// Totals of trade as customs, ministries, banks and the press stated them.
var (
	twoParts = regexp.MustCompile(`exports[ a-zA-Z]*([~>]?)([0-9.]+),?[ a-zA-Z]*imports[ a-zA-Z]*[~>]?([0-9.]+)`)
	hedges   = map[string]lac.Comparator{
		"over": lac.Over, "above": lac.Over, "more than": lac.Over, "upwards of": lac.Over, "almost": lac.Nearly, "nearly": lac.Nearly,
		"about": lac.About, "around": lac.About, "roughly": lac.About, "": lac.Equal,
	}
)

// hedge finds the word before a figure.
func hedge(text string) lac.Comparator {
	for word, c := range hedges {
		if word != "" && strings.Contains(text, word+" ") || word != "" && strings.Contains(text, "("+word+")") {
			return c
		}
	}
	return lac.Equal
}

func statedTotals(t *testing.T) []string {
	var out []string
	rows := facts(t, "facts-trade.tsv")
	for _, f := range rows {
		reporter, partner, flow := "CHN", "419", "turnover"
		switch m := f["measure"]; {
		case strings.Contains(m, "RMB") && f["period"] == "2024-01/2024-10":
			f["value_usd_bn"] = "" // in yuan, below
			out = append(out, published("trade", "", reporter, partner, flow, period(t, f["period"]), lac.Equal, money(t, "3.09", "e12 CNY")))
			continue
		case m == "exports":
			flow = "export"
		case m == "imports":
			flow = "import"
		case m == "LAC exports to China":
			reporter, partner, flow = "419", "CHN", "export"
		case m == "LAC imports from China":
			reporter, partner, flow = "419", "CHN", "import"
		case m != "total" || f["coverage"] == "CELAC-33" || strings.HasPrefix(f["period"], "target"):
			continue
		}
		if strings.Contains(f["basis"], "ECLAC") || strings.Contains(f["basis"], "LAC-side") {
			reporter, partner = "419", "CHN"
		}
		if strings.Contains(f["basis"], "WITS") || strings.Contains(f["basis"], "UN Comtrade") {
			continue // in the trade records, or a pledge
		}
		if f["period"] == "2018..2020" {
			for _, y := range []string{"2018", "2019", "2020"} {
				out = append(out, published("trade", "", reporter, partner, flow, period(t, y), lac.Over, money(t, "300", "e9 USD")))
			}
			continue
		}
		when := period(t, f["period"])
		out = append(out, published("trade", "", reporter, partner, flow, when, hedge(f["as_stated"]), money(t, f["value_usd_bn"], "e9 USD")))
		if exports := regexp.MustCompile(`exports derived ([0-9.]+)`).FindStringSubmatch(f["note"]); exports != nil {
			out = append(out, published("trade", "", reporter, partner, "export", when, lac.Equal, money(t, exports[1], "e9 USD")))
		}
		// The two flows behind a total, where the row notes them as the page's own.
		if parts := twoParts.FindStringSubmatch(f["note"] + f["basis"]); parts != nil && flow == "turnover" && !strings.Contains(f["note"], "typo") {
			c := map[string]lac.Comparator{"~": lac.About, ">": lac.Over, "": lac.Equal}[parts[1]]
			if !statedAlone(rows, f["period"], f["source"]) {
				out = append(out, published("trade", "", reporter, partner, "export", when, c, money(t, parts[2], "e9 USD")),
					published("trade", "", reporter, partner, "import", when, c, money(t, parts[3], "e9 USD")))
			}
		}
	}
	return out
}

// statedAlone reports whether the facts give the flows of a total in rows of their own.
func statedAlone(rows []map[string]string, when, source string) bool {
	return slices.ContainsFunc(rows, func(f map[string]string) bool {
		return f["period"] == when && f["source"] == source && f["measure"] == "exports"
	})
}

// The European Union's trade and the ranks that were stated.
func rivals(t *testing.T) []string {
	var out []string
	for _, f := range facts(t, "facts-rivals.tsv") {
		when := period(t, f["year"])
		partner := "419"
		if strings.Contains(f["coverage"], "CELAC") {
			partner = "CELAC"
		}
		switch m := f["measure"]; {
		case m == "rank stated":
			out = append(out, published("trade-rank", "", "419", "CHN", "", when, lac.Equal, f["value"]+" rank"))
		case strings.HasPrefix(m, "exports to"):
			out = append(out, published("trade", "", "EU", partner, "export", when, lac.Equal, money(t, f["value"], "e9 EUR")))
		case strings.HasPrefix(m, "imports from"):
			out = append(out, published("trade", "", "EU", partner, "import", when, lac.Equal, money(t, f["value"], "e9 EUR")))
		case strings.Contains(m, "services"):
			out = append(out, published("trade", "goods-and-services", "EU", partner, "turnover", when, lac.Equal, money(t, f["value"], "e9 EUR")))
		default:
			out = append(out, published("trade", "", "EU", partner, "turnover", when, lac.Equal, money(t, f["value"], "e9 EUR")))
			if parts := regexp.MustCompile(`exports ([0-9.]+), imports ([0-9.]+)`).FindStringSubmatch(f["note"]); parts != nil {
				out = append(out, published("trade", "", "EU", partner, "export", when, lac.Equal, money(t, parts[1], "e9 EUR")),
					published("trade", "", "EU", partner, "import", when, lac.Equal, money(t, parts[2], "e9 EUR")))
			}
		}
	}
	return out
}

var units = map[string]string{
	"USD mn": "e6 USD", "USD bn": "e9 USD", "EUR bn": "e9 EUR", "RMB bn": "e9 CNY",
	"percent": " percent", "rank": " rank", "projects": " projects", "jobs": " jobs", "countries": " countries",
	"enterprises": " enterprises", "students": " students", "scholarships": " scholarships", "places": " places", "firms": " enterprises",
}

// amount reads the value and the unit of a row, and the hedge that stands with the unit.
func amount(t *testing.T, f map[string]string) (value string, c lac.Comparator) {
	unit, word, _ := strings.Cut(f["unit"], " (")
	c, ok := hedges[strings.TrimSuffix(word, ")")]
	if !ok {
		c = lac.Equal
	}
	u := units[unit]
	if strings.HasPrefix(u, "e") {
		return money(t, f["value"], u), c
	}
	return strings.TrimSuffix(f["value"], ".0") + u, c
}

// moment reads the period of a row, which may be in words.
func moment(t *testing.T, s string) lac.Period {
	switch s {
	case "in recent years (2025-05-13)", "2025-05-13":
		return period(t, "../2025-05-13")
	case "2025 (policy paper)":
		return period(t, "2025")
	case "2025-06-09", "2025-03", "2017-10", "2018-12":
		return period(t, "../"+s)
	case "no period given":
		return period(t, "../2025-06-09")
	case "no period given (comment after May 2025)", "2025 (comment)":
		return period(t, "../2025-12-31")
	case "2019-H1":
		return period(t, "2019-01/2019-06")
	case "2022 (report of Nov 2023)":
		return period(t, "2022")
	case "end-2018":
		return period(t, "../2018")
	case "since 2012":
		return period(t, "2012/2024")
	case "to 2024":
		return period(t, "2024")
	case "by 2017":
		return period(t, "../2017")
	}
	s, _, _ = strings.Cut(strings.TrimPrefix(s, "end-"), " ")
	if years := regexp.MustCompile(`^(\d{4})-(\d{4})$`).FindStringSubmatch(s); years != nil {
		s = years[1] + "/" + years[2]
	}
	return period(t, s)
}

// Product and prices of the United States, from the reference files.
func TestIndicatorsAreThoseOfTheReferenceFiles(t *testing.T) {
	want := map[string]string{}
	for _, f := range table(t, "reference/gdp-us-year.csv") {
		if f["date"] < "2000" {
			continue
		}
		current, chained := decimal.RequireFromString(f["level-current"]), decimal.RequireFromString(f["level-chained"])
		want["gdp "+f["date"]] = current.Shift(9).String() + " USD"
		want["deflator "+f["date"]] = current.Mul(decimal.NewFromInt(100)).DivRound(chained, 3).String() + " times"
	}
	current, chained, quarters := decimal.Zero, decimal.Zero, 0
	for _, f := range table(t, "reference/gdp-us-quarter.csv") {
		if strings.HasPrefix(f["date"], "2024") {
			current, chained = current.Add(decimal.RequireFromString(f["level-current"])), chained.Add(decimal.RequireFromString(f["level-chained"]))
			quarters++
		}
	}
	if quarters != 4 {
		t.Fatalf("%d quarters of 2024", quarters)
	}
	want["gdp 2024"] = current.Shift(9).DivRound(decimal.NewFromInt(4), 0).String() + " USD"
	want["deflator 2024"] = current.Mul(decimal.NewFromInt(100)).DivRound(chained, 3).String() + " times"
	n := 0
	for o := range load(t).Observations() {
		if o.Source != "bea-gdp" {
			continue
		}
		n++
		key := fmt.Sprint(o.Measure.Subject, " ", o.Period)
		if got := o.Figure.Value.String(); got != want[key] {
			t.Errorf("%s: %s, the files give %s", key, got, want[key])
		}
	}
	if n != len(want) {
		t.Errorf("%d figures, the files give %d", n, len(want))
	}
}
