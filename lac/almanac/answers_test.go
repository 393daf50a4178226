package almanac_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
)

// More of what a desk asks, answered through the dataset's own questions. The
// answers are worked out by hand from the sources.
func TestAnswers(t *testing.T) {
	data := load(t)
	sum := func(source, reporter, partner string, flow lac.TradeFlow, year int) string {
		totals, err := data.Totals(lac.TradeQuery{Source: source, Reporter: area(reporter), Partner: area(partner), Flow: flow, Period: lac.Year(year), AsPublished: partner == "419" || reporter == "419"})
		if err != nil {
			return err.Error()
		}
		total, _ := totals.Get(lac.TradeKey{})
		return total.Flow(flow).String()
	}
	ties := func(code string, day lac.Date) string {
		state, tie := data.TiesOn(lac.China, area(code), day)
		return fmt.Sprint(state, " ", tie.Date)
	}
	firstPartner := func(code string) string {
		var years []string
		for o := range data.Observations() {
			if o.Measure.Subject == lac.SubjectTradeRank && o.Measure.Reporter == area(code) && o.Period.IsYear() && o.Evidence != lac.Unconfirmed && o.Figure.Value == lac.QuantityOf(1, lac.UnitRank) {
				years = append(years, o.Period.String())
			}
		}
		slices.Sort(years)
		return strings.Join(slices.Compact(years), " ")
	}
	indicator := func(subject lac.Subject, code string, year int) string {
		var out []string
		for o := range data.Observations() {
			if o.Measure.Subject == subject && o.Measure.Reporter == area(code) && o.Period == lac.Year(year) {
				out = append(out, o.Figure.Value.String())
			}
		}
		return strings.Join(out, " ")
	}
	// of divides what a party's books say of one flow of 2024 by its product or its people.
	of := func(source, reporter, partner string, flow lac.TradeFlow, subject lac.Subject, whose string) string {
		totals, err := data.Totals(lac.TradeQuery{Source: source, Reporter: area(reporter), Partner: area(partner), Flow: flow, Period: lac.Year(2024)})
		if err != nil {
			return err.Error()
		}
		total, _ := totals.Get(lac.TradeKey{})
		for o := range data.Observations() {
			if o.Measure.Subject == subject && o.Measure.Reporter == area(whose) && o.Period == lac.Year(2024) && o.Source != "bea-gdp" {
				ratio := total.Flow(flow).Decimal().DivRound(o.Figure.Value.Amount(), 6)
				if subject == lac.SubjectGDP {
					return ratio.Shift(2).Round(2).String() + " percent"
				}
				return ratio.Round(2).String() + " dollars"
			}
		}
		return ""
	}
	rate := func(year int) string {
		for r := range data.Rates() {
			if r.Quote == lac.CNY && r.Period == lac.Year(year) {
				return r.Rate.String()
			}
		}
		return ""
	}
	members := func(bloc lac.Area, day lac.Date) string { return fmt.Sprint(len(bloc.Members(day))) }
	for _, q := range []struct{ question, got, want string }{
		{"what did China buy from Peru in 2024, in yuan", sum("gacc-2024-table", "CHN", "PER", lac.Import, 2024), "209297740000 CNY (1 records, 0 missing)"},
		{"and what does Peru say, in dollars", sum("comtrade-cipf-mirror", "PER", "CHN", lac.Export, 2024), "24839120163.187 USD (1 records, 0 missing)"},
		{"what did it sell to Mexico", sum("gacc-2024-table", "CHN", "MEX", lac.Export, 2024), "641998290000 CNY (1 records, 0 missing)"},
		{"and what does Mexico say it bought", sum("comtrade-cipf-mirror", "MEX", "CHN", lac.Import, 2024), "129792555883 USD (1 records, 0 missing)"},
		{"what did China buy from Brazil in 2022", sum("comtrade-2022-chn", "CHN", "BRA", lac.Import, 2022), "109522043335 USD (1 records, 0 missing)"},
		{"Costa Rica's sales to China in 2024", sum("comtrade-cipf-mirror", "CRI", "CHN", lac.Export, 2024), "383469164.3 USD (1 records, 0 missing)"},
		{"the United States' sales to Mexico in 2024", sum("census-country", "USA", "MEX", lac.Export, 2024), "334041359045 USD (1 records, 0 missing)"},
		{"its purchases from Guatemala in 2010", sum("census-country", "USA", "GTM", lac.Import, 2010), "3522648526 USD (1 records, 0 missing)"},
		{"its sales to Brazil in 2000", sum("census-country", "USA", "BRA", lac.Export, 2000), "15320800000 USD (1 records, 0 missing)"},
		{"its sales to the 33 members in 2012: 394160.1 million", sum("census-country", "USA", "CELAC", lac.Export, 2012)[:7], "3941601"},
		{"what the region sold to China in 2019, on its own books", sum("wits-lcn", "419", "CHN", lac.Export, 2019), "123736730000 USD (1 records, 0 missing)"},
		{"what it bought from the United States in 2019", sum("wits-lcn", "419", "USA", lac.Import, 2019), "316503100000 USD (1 records, 0 missing)"},
		{"what it bought from China in 2002", sum("wits-lcn", "419", "CHN", lac.Import, 2002), "12399870000 USD (1 records, 0 missing)"},
		{"since when is China Chile's first partner", firstPartner("CHL"), "2009 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2022"},
		{"since when is it Brazil's", firstPartner("BRA"), "2009 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2022"},
		{"when was it Peru's", firstPartner("PER"), "2012 2014 2015 2016 2017 2018 2019 2022"},
		{"Uruguay's", firstPartner("URY"), "2015 2017 2018 2019 2022"},
		{"was it ever Mexico's", firstPartner("MEX"), ""},
		{"Paraguay's, as one page has it and others do not", firstPartner("PRY"), ""},
		{"which members have no ties on 1 January 2026", without(data, lac.DateOf(2026, 1, 1)), "BLZ GTM HTI KNA LCA PRY VCT"},
		{"which had none on the eve of 2017", without(data, lac.DateOf(2016, 12, 31)), "BLZ DOM GTM HND HTI KNA LCA NIC PAN PRY SLV VCT"},
		{"since when does Costa Rica", ties("CRI", lac.DateOf(2020, 1, 1)), "held 2007-06-01"},
		{"did it on 31 May 2007", ties("CRI", lac.DateOf(2007, 5, 31)), "absent 2007-06-01"},
		{"since when has Belize none", ties("BLZ", lac.DateOf(2020, 1, 1)), "absent 1989-10-23"},
		{"and Honduras on 6 March 2026", ties("HND", lac.DateOf(2026, 3, 6)), "held 2023-03-26"},
		{"and after it: not known", ties("HND", lac.DateOf(2026, 3, 7)), " 2023-03-26"},
		{"how many members had the EU in 2014", members(lac.EuropeanUnion, lac.DateOf(2014, 6, 1)), "28"},
		{"and in 2021", members(lac.EuropeanUnion, lac.DateOf(2021, 1, 1)), "27"},
		{"the Andean Community in 1975, with Venezuela and Chile", members(lac.AndeanCommunity, lac.DateOf(1975, 1, 1)), "6"},
		{"and in 2007, with neither", members(lac.AndeanCommunity, lac.DateOf(2007, 1, 1)), "4"},
		{"CARICOM in 1990", members(lac.CARICOM, lac.DateOf(1990, 1, 1)), "13"},
		{"in 2005, counting Haiti, which was suspended", members(lac.CARICOM, lac.DateOf(2005, 1, 1)), "15"},
		{"and in 2007", members(lac.CARICOM, lac.DateOf(2007, 1, 1)), "15"},
		{"Mercosur on the day of Bolivia's entry, counting Venezuela, which is suspended", members(lac.Mercosur, lac.DateOf(2024, 8, 7)), "6"},
		{"what was promised in 2018", pledgesOf(data, "meeting-forum-2"), ""},
		{"what in December 2021", pledgesOf(data, "meeting-forum-3"), "1000 people; 3000 places; 5000 scholarships"},
		{"AidData's records of projects in Bolivia", projectRecords(data, "BOL"), "65, of infrastructure 14"},
		{"in Jamaica", projectRecords(data, "JAM"), "72, of infrastructure 20"},
		{"how many people had Peru in 2020", indicator(lac.SubjectPopulation, "PER", 2020), "33304756 people"},
		{"and Guyana's product", indicator(lac.SubjectGDP, "GUY", 2020), "5471000000 USD"},                // 6863.0743 x 797,202 = 5,471,256,558.9
		{"prices of the United States in 2017", indicator(lac.SubjectDeflator, "USA", 2017), "100 times"}, // the year of the chained dollars
		{"and in 2024", indicator(lac.SubjectDeflator, "USA", 2024), "125.23 times"},                      // 29184.9 / 23305.0
		{"what did China sell to Mexico in 2024, in dollars", sum("comtrade-2024-chn", "CHN", "MEX", lac.Export, 2024), "90229344099 USD (1 records, 0 missing)"},
		{"to Bolivia", sum("comtrade-2024-chn", "CHN", "BOL", lac.Export, 2024), "1012707916 USD (1 records, 0 missing)"},
		{"to the 18 members of which the dollars are known", sum("comtrade-2024-chn", "CHN", "CELAC", lac.Export, 2024), "269186135083 USD (18 records, 0 missing)"},
		{"what did Mexico sell to China, by its own books", sum("comtrade-cipf-mirror", "MEX", "CHN", lac.Export, 2024), "9076026006 USD (1 records, 0 missing)"},
		{"the United States' sales to Brazil in 2024", sum("census-country", "USA", "BRA", lac.Export, 2024), "49666976323 USD (1 records, 0 missing)"},
		{"its purchases there", sum("census-country", "USA", "BRA", lac.Import, 2024), "42316323621 USD (1 records, 0 missing)"},
		{"how many people had Brazil in 2024", indicator(lac.SubjectPopulation, "BRA", 2024), "211998573 people"},
		{"and the United States", indicator(lac.SubjectPopulation, "USA", 2024), "340003797 people"},
		{"Mexico's product in 2024", indicator(lac.SubjectGDP, "MEX", 2024), "1856365616165.94 USD"},
		{"Cuba's, of which the World Bank has none", indicator(lac.SubjectGDP, "CUB", 2024), ""},
		{"what part of Chile's product goes to China", of("comtrade-cipf-mirror", "CHL", "CHN", lac.Export, lac.SubjectGDP, "CHL"), "11.45 percent"}, // 37,820,913,947.83 / 330,267,137,371.592
		{"and of Uruguay's", of("comtrade-cipf-mirror", "URY", "CHN", lac.Export, lac.SubjectGDP, "URY"), "1.72 percent"},                            // 1,393,788,912 / 80,961,511,073.58
		{"what does China sell for each Mexican", of("comtrade-2024-chn", "CHN", "MEX", lac.Export, lac.SubjectPopulation, "MEX"), "689.51 dollars"}, // 90,229,344,099 / 130,861,007
		{"and Mexico buy, by its own books", of("comtrade-cipf-mirror", "MEX", "CHN", lac.Import, lac.SubjectPopulation, "MEX"), "991.84 dollars"},   // 129,792,555,883 / 130,861,007
		{"since when has El Salvador relations", ties("SLV", lac.DateOf(2020, 1, 1)), "held 2018-08-21"},
		{"had the Dominican Republic on 30 April 2018", ties("DOM", lac.DateOf(2018, 4, 30)), "absent 2018-05-01"},
		{"had Panama on 13 June 2017", ties("PAN", lac.DateOf(2017, 6, 13)), "held 2017-06-13"},
		{"CELAC in 2021, counting Brazil, which stayed away", members(lac.CELAC, lac.DateOf(2021, 1, 1)), "33"},
		{"what was promised in Brasília in July 2014", pledgesOf(data, "meeting-2014-leaders"), "1000 people; 1000 people; 400 places; 6000 places; 6000 scholarships"},
		{"how many yuan was a dollar in 2024", rate(2024), "7.1957"},
		{"and in 2014", rate(2014), "6.162"},
		{"the product of the United States in 2014", indicator(lac.SubjectGDP, "USA", 2014), "17608100000000 USD"},
	} {
		if q.got != q.want {
			t.Errorf("%s? %q, want %q", q.question, q.got, q.want)
		}
	}
}

// without lists the members of CELAC without relations with China on a day.
func without(data *lac.Dataset, day lac.Date) string {
	var out []string
	for _, a := range lac.CELAC.Members(day) {
		if state, _ := data.TiesOn(lac.China, a, day); state == lac.TiesAbsent {
			out = append(out, a.String())
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func pledgesOf(data *lac.Dataset, meeting string) string {
	var out []string
	for p := range data.Pledges() {
		if p.Meeting == meeting {
			out = append(out, p.Target.Value.String())
		}
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

func projectRecords(data *lac.Dataset, code string) string {
	var all, infrastructure int64
	for o := range data.Observations() {
		if o.Table != "" && o.Measure.Partner == area(code) {
			n := o.Figure.Value.Amount().IntPart()
			all += n
			if o.Measure.Kind == lac.Infrastructure {
				infrastructure += n
			}
		}
	}
	return fmt.Sprintf("%d, of infrastructure %d", all, infrastructure)
}

// Of investment and contracts the customs say nothing: the ministry of commerce does.
func TestCustomsStateTradeAlone(t *testing.T) {
	data := load(t)
	for o := range data.Observations() {
		s, _ := data.Source(o.Source)
		if s.Basis == "China customs (GACC)" && o.Measure.Subject != lac.SubjectTrade && o.Measure.Subject != lac.SubjectTradeRank {
			t.Errorf("%s: %s on the customs' books", o.ID, o.Measure.Subject)
		}
	}
}

// A source has a link, unless it has none to give, and every one says its grade.
func TestSourcesHaveLinksAndGrades(t *testing.T) {
	none := map[string]string{
		"unsourced":               "recalled, no page",
		"sum-of-pledges":          "computed here",
		"salon-report-2025-06-09": "the publisher of the report is not recorded",
	}
	for s := range load(t).Sources() {
		if s.Grade == "" {
			t.Errorf("%s has no grade", s.ID)
		}
		if s.URL == "" && none[s.ID] == "" || strings.Contains(s.URL, "...") || s.URL != "" && !strings.HasPrefix(s.URL, "http") {
			t.Errorf("%s: link %q", s.ID, s.URL)
		}
		for _, mirror := range []string{"coursehero", "github.com/mpawliuk", "wiwiki", "findatwiki", "pinocchiopedia", "wikibrief"} {
			if strings.Contains(s.URL, mirror) {
				t.Errorf("%s links to a mirror: %s", s.ID, s.URL)
			}
		}
	}
}
