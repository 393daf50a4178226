package almanac_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
)

// A rule says how rows of the facts of one kind read as a measure. Side "$" is the
// area that the row names.
type rule struct {
	file              string
	measure, area     *regexp.Regexp
	subject           string
	reporter, partner string
	flow              string
}

func ruleOf(file, measure, area, subject, reporter, partner, flow string) rule {
	return rule{"facts-" + file + ".tsv", regexp.MustCompile("^(?:" + measure + ")$"), regexp.MustCompile(area), subject, reporter, partner, flow}
}

var rules = []rule{
	ruleOf("competition", "US exports to region", "CELAC33", "trade/", "USA", "CELAC", "export"),
	ruleOf("competition", "US imports from region", "CELAC33", "trade/", "USA", "CELAC", "import"),
	ruleOf("competition", "US exports to region", "", "trade/", "USA", "419", "export"),
	ruleOf("competition", "US imports from region", "", "trade/", "USA", "419", "import"),
	ruleOf("competition", "US total trade with region", "BEA", "trade/", "USA", "419", "turnover"),
	ruleOf("competition", "EU exports to region", "LAC33", "trade/", "EU", "CELAC", "export"),
	ruleOf("competition", "EU imports from region", "LAC33", "trade/", "EU", "CELAC", "import"),
	ruleOf("competition", "EU exports to region", "", "trade/", "EU", "419", "export"),
	ruleOf("competition", "EU imports from region", "", "trade/", "EU", "419", "import"),
	ruleOf("competition", "US share of LAC exports", "", "trade-share/", "419", "USA", "export"),
	ruleOf("competition", "US share of LAC imports", "", "trade-share/", "419", "USA", "import"),
	ruleOf("competition", "China share of LAC exports", "", "trade-share/", "419", "CHN", "export"),
	ruleOf("competition", "China share of LAC imports", "", "trade-share/", "419", "CHN", "import"),
	ruleOf("competition", "intraregional share of exports", "", "trade-share/", "419", "419", "export"),
	ruleOf("competition", "total goods exports", "", "trade/", "419", "001", "export"),
	ruleOf("competition", "rank stated", "China", "trade-rank/", "419", "CHN", ""),
	ruleOf("competition", "rank stated", "EU", "trade-rank/", "419", "EU", ""),
	ruleOf("competition", "rank of CELAC for the EU", "", "trade-rank/", "EU", "CELAC", ""),
	ruleOf("gacc-totals", "China total goods trade, world", "", "trade/", "CHN", "001", "turnover"),
	ruleOf("gacc-totals", "China trade with country", "", "trade/", "CHN", "$", "turnover"),
	ruleOf("gacc-totals", "China total trade with Latin America", "", "trade/", "CHN", "419", "turnover"),
	ruleOf("gacc-totals", "China imports from Latin America", "", "trade/", "CHN", "419", "import"),
	ruleOf("gacc-totals", "China exports to Latin America", "", "trade/", "CHN", "419", "export"),
	ruleOf("ranks-by-country", "total goods trade of China with partner", "", "trade/", "CHN", "$", "turnover"),
	ruleOf("ranks-by-country", "number of CELAC members .*", "", "countries-trade-china-above-us/", "419", "CHN", ""),
	ruleOf("ranks-by-country", "China rank stated", "", "trade-rank/", "$", "CHN", ""),
	ruleOf("finance-bri", "loan commitments(, cumulative)?", "", "loans/", "CHN", "$", ""),
	ruleOf("finance-bri", "loan commitments, cumulative, sector energy", "", "loans/energy", "CHN", "419", ""),
	ruleOf("finance-bri", "loan commitments, cumulative, sector infrastructure", "", "loans/infrastructure", "CHN", "419", ""),
	ruleOf("finance-bri", "loan commitments, cumulative, sector mining", "", "loans/mining", "CHN", "419", ""),
	ruleOf("finance-bri", "FDI flow(, non-financial)?", "", "fdi-flow/", "CHN", "419", ""),
	ruleOf("finance-bri", "FDI stock", "", "fdi-stock/", "CHN", "419", ""),
	ruleOf("finance-bri", "contracts signed(, cumulative)?", "", "contracts/", "CHN", "419", ""),
	ruleOf("finance-bri", "LAC firms set up in China, cumulative", "", "enterprises/", "419", "CHN", ""),
	ruleOf("finance-bri", "BRI memoranda, count", "", "agreement/belt-and-road", "CHN", "419", ""),
	ruleOf("jobs-infrastructure", "infrastructure projects (supported|implemented|by Chinese firms)", "", "projects/infrastructure", "CHN", "419", ""),
	ruleOf("jobs-infrastructure", "infrastructure projects by five Chinese firms", "", "projects/infrastructure five-firms", "CHN", "419", ""),
	ruleOf("jobs-infrastructure", "transport projects of Chinese interest", "", "projects/infrastructure transport", "CHN", "419", ""),
	ruleOf("jobs-infrastructure", "local jobs created|jobs by infrastructure projects", "", "jobs/", "CHN", "419", ""),
	ruleOf("jobs-infrastructure", "jobs created by Chinese firms", "", "jobs/chinese-firms", "CHN", "419", ""),
	ruleOf("jobs-infrastructure", "Chinese enterprises in LAC", "", "enterprises/", "CHN", "419", ""),
	ruleOf("forum-2", "delivered: government scholarships", "", "scholarships/", "CHN", "419", ""),
	ruleOf("forum-2", "delivered: training in China", "", "training-places/", "CHN", "419", ""),
	ruleOf("forum-2", "Latin American students in Chinese universities", "", "students/", "CHN", "419", ""),
}

// leftOut are the rows that the almanac does not carry, and why.
var leftOut = []struct{ file, measure, note, why string }{
	{"competition", "US total trade with region", "|exports plus imports.*|sum.*|values added here.*|share of .*|full year.*|up from .*|Peru and .*", "the sum of two rows"},
	{"competition", "LAC (ex|im)ports, .*", ".*", "in the trade records"},
	{"competition", ".*growth.*", ".*", "a change, not a level"},
	{"competition", "China share of exports", ".*", "a circulated post that names no data"},
	{"competition", "China total trade with region", ".*", "the sum of the 33 rows of the countries"},
	{"competition", "share of region (ex|im)ports", ".*", "computed from a file licensed for non-commercial use"},
	{"competition", "China rank by total goods trade.*", ".*", "in the years of ranks by country"},
	{"gacc-totals", ".*growth", ".*", "a change, not a level"},
	{"gacc-totals", ".*", ".*months not in the excerpt.*", "its months are not known"},
	{"gacc-totals", ".*", "99.4% of the region total.*", "the sum of the 33 rows of the countries"},
	{"gacc-totals", ".*", "still no stored page", "in the stated totals, unconfirmed"},
	{"ranks-by-country", "(China|EU27) (share|rank) (of|in) .*", ".*", "from a file licensed for non-commercial use"},
	{"ranks-by-country", "total goods trade of US with partner", ".*", "the sum of the two flows of the trade records"},
	{"finance-bri", ".*growth", ".*", "a change, not a level"},
	{"finance-bri", "FDI flow and stock, world", ".*", "two figures, below"},
	{"finance-bri", "BRI .*signed|BRI exit.*", ".*", "dated events, below"},
	{"forum-2", ".*pledged|young leaders.*|cooperation projects agreed|measures announced|credit line|party cadres invited", ".*", "pledges"},
	{"forum-2", "members joining the Belt and Road .*", ".*", "dated by its paper, below"},
	{"jobs-infrastructure", ".*", "no period|CONFLICT: nearly \\(13 May\\).*", "in the statement of 9 June 2025"},
	{"forum-2", "delivered: .*", ".*no start year|", "in the statement of 9 June 2025"},
	{"forum-2", "sum of pledges.*|change between plans|documents adopted", ".*", "computed from pledges, or no figure"},
}

// figures2026 reads the rows of the later facts by the rules.
func figures2026(t *testing.T) []string {
	var out []string
	for _, file := range []string{"competition", "gacc-totals", "ranks-by-country", "finance-bri", "jobs-infrastructure", "forum-2"} {
	rows:
		for _, f := range facts(t, "facts-"+file+".tsv") {
			if strings.HasPrefix(f["basis"], "derived") {
				continue // arithmetic on other rows
			}
			for _, l := range leftOut {
				if l.file == file && regexp.MustCompile("^("+l.measure+")$").MatchString(f["measure"]) && regexp.MustCompile("^("+l.note+")$").MatchString(f["note"]) {
					continue rows
				}
			}
			if strings.HasPrefix(f["measure"], "years China was ") || f["measure"] == "China first partner stated" {
				out = append(out, ranks(t, f)...)
				continue
			}
			i := slices.IndexFunc(rules, func(r rule) bool {
				return r.file == "facts-"+file+".tsv" && r.measure.MatchString(f["measure"]) && r.area.MatchString(f["area_parties"])
			})
			if i < 0 {
				t.Errorf("%s: no rule for %s, %s", file, f["measure"], f["area_parties"])
				continue
			}
			r := rules[i]
			side := func(s string) string {
				if s != "$" {
					return s
				}
				name := f["area_parties"][strings.LastIndexAny(f["area_parties"], " -")+1:]
				if name == "LAC" {
					return "419"
				}
				return name
			}
			value, c := amount(t, f)
			if f["value"] == "millions" {
				value, c = "millions", lac.Equal
			}
			subject, rest, _ := strings.Cut(r.subject, "/")
			out = append(out, published(subject, rest, side(r.reporter), side(r.partner), r.flow, moment(t, f["period"]), c, value))
		}
	}
	return append(out, inNotes(t)...)
}

// ranks expands a row that names several years or several countries.
func ranks(t *testing.T, f map[string]string) []string {
	var out []string
	place := "1 rank"
	if strings.Contains(f["measure"], "second") {
		place = "2 rank"
	}
	if f["measure"] == "China first partner stated" {
		for _, country := range strings.Fields(f["area_parties"]) {
			out = append(out, published("trade-rank", "", country, "CHN", "", period(t, f["period"]), lac.Equal, place))
		}
		return out
	}
	reporter := f["area_parties"]
	if reporter == "LCN" {
		reporter = "419"
	}
	for _, year := range strings.Split(f["value"], ",") {
		out = append(out, published("trade-rank", "", reporter, "CHN", "", period(t, year), lac.Equal, place))
	}
	return out
}

// inNotes are figures that stand in the note of a row or in words, with what the row
// must say for them to hold.
func inNotes(t *testing.T) []string {
	var out []string
	note := func(file, words, line string) {
		ok := slices.ContainsFunc(facts(t, "facts-"+file+".tsv"), func(f map[string]string) bool {
			return strings.Contains(strings.Join([]string{f["measure"], f["area_parties"], f["period"], f["value"], f["note"]}, "; "), words)
		})
		if !ok {
			t.Errorf("%s: nothing says %q", file, words)
		}
		out = append(out, line)
	}
	one := func(subject, rest, reporter, partner, flow, when string, c lac.Comparator, value string) string {
		return published(subject, rest, reporter, partner, flow, period(t, when), c, value)
	}
	note("competition", "US share of LAC exports; USA-LAC; 2024; 44; was 56 in 2000", one("trade-share", "", "419", "USA", "export", "2000", lac.Equal, "56 percent"))
	note("competition", "US share of LAC imports; USA-LAC; 2024; 28; was 46 in 2000", one("trade-share", "", "419", "USA", "import", "2000", lac.Equal, "46 percent"))
	note("competition", "1097; imports 611 and exports 486", one("trade", "", "USA", "419", "import", "2023", lac.Equal, "611000000000 USD"))
	note("competition", "1097; imports 611 and exports 486", one("trade", "", "USA", "419", "export", "2023", lac.Equal, "486000000000 USD"))
	note("competition", "2019-H1; 515263; imports 510265", one("trade", "", "419", "001", "import", "2019-01/2019-06", lac.Equal, "510265000000 USD"))
	note("finance-bri", "192.2 and 3139.93", one("fdi-flow", "", "CHN", "001", "", "2024", lac.Equal, "192200000000 USD"))
	note("finance-bri", "192.2 and 3139.93", one("fdi-stock", "", "CHN", "001", "", "2024", lac.Equal, "3139930000000 USD"))
	note("finance-bri", "PAN; 2017; signed", one("agreement", "belt-and-road", "CHN", "PAN", "", "2017", lac.Equal, "1 agreements"))
	note("finance-bri", "PAN; 2025-02-06", one("agreement", "belt-and-road-exit", "CHN", "PAN", "", "2025-02-06", lac.Equal, "1 agreements"))
	note("finance-bri", "TTO; 2018-05-15; signed", one("agreement", "belt-and-road", "CHN", "TTO", "", "2018-05-15", lac.Equal, "1 agreements"))
	note("finance-bri", "COL; 2025-05-14; signed", one("agreement", "belt-and-road", "CHN", "COL", "", "2025-05-14", lac.Equal, "1 agreements"))
	note("jobs-infrastructure", "426000 jobs", one("jobs", "five-firms", "CHN", "419", "", "2005/2024", lac.Equal, "426000 jobs"))
	note("forum-2", "17000; a second carrier of both numbers, with 13000 training positions", one("training-places", "", "CHN", "419", "", "../2025-12-31", lac.Equal, "13000 places"))
	note("forum-2", "members joining the Belt and Road (stated); LAC; 2025; 20", one("agreement", "belt-and-road", "CHN", "419", "", "../2025-12-10", lac.Over, "20 countries"))
	// Claims of the forum's facts.
	out = append(out,
		one("projects", "infrastructure", "CHN", "419", "", "2005/2020", lac.Equal, "138 projects"),
		one("jobs", "", "CHN", "419", "", "2005/2020", lac.Over, "600000 jobs"),
		one("finance", "infrastructure", "CHN", "419", "", "2005/2020", lac.Over, "94000000000 USD"),
		one("projects", "infrastructure", "CHN", "419", "", "../2025-05-13", lac.Over, "200 projects"),
		one("jobs", "", "CHN", "419", "", "../2025-05-13", lac.Nearly, "1000000 jobs"),
		one("contracts", "", "CHN", "419", "", "../2024", lac.Equal, "300610000000 USD"),
		one("contract-turnover", "", "CHN", "419", "", "../2024", lac.Equal, "190780000000 USD"),
		one("fdi-stock", "", "CHN", "419", "", "2017", lac.Equal, "387000000000 USD"),
	)
	return out
}

func TestObservationsAreThoseOfTheFacts(t *testing.T) {
	want := slices.Concat(statedTotals(t), rivals(t), figures2026(t))
	want = append(want, readSince(t)...)
	// The customs' table by month: September is in thousands of dollars.
	want = append(want, published("trade", "", "CHN", "419", "turnover", period(t, "2024-01/2024-09"), lac.Equal, money(t, "391930609", "e3 USD")))
	var got []string
	for o := range load(t).Observations() {
		m := o.Measure
		switch m.Subject {
		case "gdp", "population", "deflator", "scholarships-pledged", "training-places-pledged":
			continue // from the reference files, and computed from the pledges
		}
		if o.Table != "" || strings.HasPrefix(o.Coverage, "undertakings") {
			continue // cells of a table, and what package projects counts of the same records
		}
		rest := strings.TrimSpace(fmt.Sprint(m.Kind, " ", m.Sector))
		value := o.Figure.Value.String()
		if o.Figure.Vague != "" {
			value = o.Figure.Vague
		}
		c := o.Figure.Comparator
		if c == "" {
			c = lac.Equal
		}
		got = append(got, fmt.Sprintf("%s/%s %v>%v %s %v %s %s", m.Subject, rest, m.Reporter, m.Partner, m.Flow, o.Period, c, value))
	}
	slices.Sort(want)
	same(t, slices.Compact(want), compact(got))
}

// compact sorts lines and drops repeats: two pages that say the same are one fact here.
func compact(lines []string) []string {
	slices.Sort(lines)
	return slices.Compact(lines)
}
