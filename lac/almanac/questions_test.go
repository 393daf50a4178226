package almanac_test

import (
	"slices"
	"testing"

	"github.com/sinolac/sinolac/lac"
)

// What a desk asks, with the figure that the almanac must have, whose books it is
// from, and how well it is attested.
func TestQuestions(t *testing.T) {
	data := load(t)
	for _, q := range []struct {
		question string
		measure  lac.Measure
		period   string
		want     string // value, and basis of the source
		evidence lac.Evidence
	}{
		{"what did the United States export to the region in 2009", trade("USA", "419", lac.Export), "2009", "238440900000 USD, US Census Bureau", ""},
		{"and to the members of CELAC in 2017", trade("USA", "CELAC", lac.Export), "2017", "388798300000 USD, US Census Bureau", ""},
		{"what did China trade with the region in 2025, in yuan", trade("CHN", "419", lac.Turnover), "2025", "3930000000000 CNY, China customs (GACC)", ""},
		{"and in dollars: a conversion, marked as one", trade("CHN", "419", lac.Turnover), "2025", "565280000000 USD, Xinhua, converted in February 2026", lac.Derived},
		{"what did China trade in the first five months of 2025", trade("CHN", "419", lac.Turnover), "2025-01/2025-05", "209690400000 USD, China customs (GACC)", ""},
		{"what did it sell", trade("CHN", "419", lac.Export), "2025-01/2025-05", "116492600000 USD, China customs (GACC)", ""},
		{"what did it buy", trade("CHN", "419", lac.Import), "2025-01/2025-05", "93197800000 USD, China customs (GACC)", ""},
		{"and in May 2025", trade("CHN", "419", lac.Turnover), "2025-05", "47505200000 USD, China customs (GACC)", ""},
		{"what did it sell in eleven months of 2025", trade("CHN", "419", lac.Export), "2025-01/2025-11", "271680000000 USD, China customs (GACC)", ""},
		{"China's trade with Peru in 2025", trade("CHN", "PER", lac.Turnover), "2025", "50960000000 USD, China customs (GACC)", ""},
		{"with Chile", trade("CHN", "CHL", lac.Turnover), "2025", "66900000000 USD, China customs (GACC)", ""},
		{"with Ecuador", trade("CHN", "ECU", lac.Turnover), "2025", "17300000000 USD, China customs (GACC)", ""},
		{"China's trade with Brazil in 2024, in dollars", trade("CHN", "BRA", lac.Turnover), "2024", "188170000000 USD, China customs (GACC)", ""},
		{"what it bought there", trade("CHN", "BRA", lac.Import), "2024", "116090000000 USD, China customs (GACC)", ""},
		{"and sold", trade("CHN", "BRA", lac.Export), "2024", "72080000000 USD, China customs (GACC)", ""},
		{"with Guyana, by its embassy", trade("CHN", "GUY", lac.Turnover), "2024", "1400000000 USD, Chinese government by press", ""},
		{"with Mexico, by its ambassador", trade("CHN", "MEX", lac.Turnover), "2024", "109400000000 USD, Chinese government by press", ""},
		{"what Chile's customs service says it sold to China", trade("CHL", "CHN", lac.Export), "2024", "37996000000 USD, Chile's customs service by press", ""},
		{"and bought", trade("CHL", "CHN", lac.Import), "2024", "19325000000 USD, Chile's customs service by press", ""},
		{"China's trade with the region in the first quarter of 2026", trade("CHN", "419", lac.Turnover), "2026-Q1", "986130000000 CNY, China customs (GACC)", ""},
		{"what it bought there in March 2026", trade("CHN", "419", lac.Import), "2026-03", "154730000000 CNY, China customs (GACC)", ""},
		{"what it bought from Brazil in the first two months of 2025", trade("CHN", "BRA", lac.Import), "2025-01/2025-02", "98820000000 CNY, China customs (GACC)", ""},
		{"its trade with Peru from January to July 2025", trade("CHN", "PER", lac.Turnover), "2025-01/2025-07", "26682000000 USD, Chinese government by press", ""},
		{"with Chile: one file has it, which names no source", trade("CHN", "CHL", lac.Turnover), "2024", "61482000000 USD, China customs (GACC)", lac.Unconfirmed},
		{"with how many members China traded more than the United States in 2024", lac.Measure{Subject: "countries-trade-china-above-us", Reporter: area("419"), Partner: area("CHN")}, "2024", "8 countries, US and China books", lac.Derived},
		{"China's loans to Venezuela", lac.Measure{Subject: "loans", Reporter: area("CHN"), Partner: area("VEN")}, "2005/2021", "62200000000 USD, China-Latin America Finance Database", ""},
		{"China's trade with the world in 2025", trade("CHN", "001", lac.Turnover), "2025", "45470000000000 CNY, China customs (GACC)", ""},
		{"China's trade with Uruguay in 2000", trade("CHN", "URY", lac.Turnover), "2000", "344000000 USD, China customs (GACC)", lac.Unconfirmed},
		{"what the EU sold to the region in 2009", trade("EU", "CELAC", lac.Export), "2009", "66000000000 EUR, Eurostat by press", ""},
		{"what the EU bought from it in 2000", trade("EU", "CELAC", lac.Import), "2000", "54000000000 EUR, Eurostat by press", ""},
		{"is China second among single countries in 2019", rank("419", "CHN"), "2019", "2 rank, UN Comtrade through WITS, single countries", lac.Derived},
		{"and in 2003", rank("419", "CHN"), "2003", "2 rank, UN Comtrade through WITS, single countries", lac.Derived},
		{"is China Chile's first partner in 2009", rank("CHL", "CHN"), "2009", "1 rank, UN Comtrade through WITS, single countries", lac.Derived},
		{"and in 2008", rank("CHL", "CHN"), "2008", "2 rank, UN Comtrade through WITS, single countries", lac.Derived},
		{"is China Brazil's first partner in 2009", rank("BRA", "CHN"), "2009", "1 rank, UN Comtrade through WITS, single countries", lac.Derived},
		{"Peru's in 2014", rank("PER", "CHN"), "2014", "1 rank, UN Comtrade through WITS, single countries", lac.Derived},
		{"Mexico's in 2019", rank("MEX", "CHN"), "2019", "2 rank, UN Comtrade through WITS, single countries", lac.Derived},
		{"Uruguay's in 2015", rank("URY", "CHN"), "2015", "1 rank, UN Comtrade through WITS, single countries", lac.Derived},
		{"what rank ECLAC gives China in 2022", rank("419", "CHN"), "2022", "2 rank, ECLAC", ""},
		{"what rank the EU gives itself in 2020", rank("419", "EU"), "2020", "3 rank, European Union", ""},
		{"China's share of the region's exports in 2022", share("CHN", lac.Export), "2022", "13 percent, ECLAC", ""},
		{"of its imports", share("CHN", lac.Import), "2022", "22 percent, ECLAC", ""},
		{"the United States' share of its exports in 2024", share("USA", lac.Export), "2024", "44 percent, ECLAC", ""},
		{"projects of the monitor of 2020", projects(), "2005/2019", "86 projects, Red ALC-China, academic count", ""},
		{"of 2021", projects(), "2005/2020", "138 projects, Red ALC-China, academic count", ""},
		{"of 2023", projects(), "2005/2022", "228 projects, Red ALC-China, academic count", ""},
		{"the jobs of the monitor of 2021", of("jobs"), "2005/2020", "600663 jobs, Red ALC-China, academic count", ""},
		{"loans of 2015 as first published", of("loans"), "2015", "29000000000 USD, China-Latin America Finance Database", ""},
		{"and as revised", of("loans"), "2015", "21500000000 USD, China-Latin America Finance Database", ""},
		{"loans from 2005 to 2021", of("loans"), "2005/2021", "134000000000 USD, China-Latin America Finance Database", ""},
		{"direct investment of 2024", of("fdi-flow"), "2024", "14710000000 USD, China MOFCOM, investment", ""},
		{"what was pledged in scholarships from 2015 to 2024, but for 2019 to 2021", of("scholarships-pledged"), "2015/2024", "11000 scholarships, derived", lac.Derived},
		{"and in training", of("training-places-pledged"), "2015/2024", "9000 places, derived", lac.Derived},
	} {
		period, err := lac.ParsePeriod(q.period)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for o := range data.Observations() {
			if o.Measure != q.measure || o.Period != period {
				continue
			}
			source, _ := data.Source(o.Source)
			answer := o.Figure.Value.String() + ", " + source.Basis
			got = append(got, answer)
			if answer == q.want {
				if o.Evidence == "" {
					o.Evidence = lac.Published
				}
				if want := q.evidence; o.Evidence != want && (want != "" || o.Evidence != lac.Published) {
					t.Errorf("%s: %s is %s", q.question, o.ID, o.Evidence)
				}
			}
		}
		if !slices.Contains(got, q.want) {
			t.Errorf("%s? got %q, want %q", q.question, got, q.want)
		}
	}
}

func area(code string) lac.Area {
	a, err := lac.ParseArea(code)
	if err != nil {
		panic(err)
	}
	return a
}

func trade(reporter, partner string, flow lac.TradeFlow) lac.Measure {
	return lac.Measure{Subject: lac.SubjectTrade, Reporter: area(reporter), Partner: area(partner), Flow: flow}
}

func rank(reporter, partner string) lac.Measure {
	return lac.Measure{Subject: lac.SubjectTradeRank, Reporter: area(reporter), Partner: area(partner)}
}

func share(partner string, flow lac.TradeFlow) lac.Measure {
	return lac.Measure{Subject: "trade-share", Reporter: lac.LatinAmericaCaribbean, Partner: area(partner), Flow: flow}
}

func of(subject lac.Subject) lac.Measure {
	return lac.Measure{Subject: subject, Reporter: lac.China, Partner: lac.LatinAmericaCaribbean}
}

func projects() lac.Measure {
	m := of(lac.SubjectProjects)
	m.Kind = lac.Infrastructure
	return m
}

// Relations as they stood: known through 6 March 2026, and unknown after it.
func TestTiesAreKnownThroughADay(t *testing.T) {
	data := load(t)
	for _, tt := range []struct {
		day                   lac.Date
		held, absent, unknown int
	}{
		{lac.DateOf(1980, 1, 1), 12, 18, 0},
		{lac.DateOf(2026, 1, 1), 26, 7, 0},
		{lac.DateOf(2026, 3, 6), 26, 7, 0},
		{lac.DateOf(2026, 3, 7), 0, 0, 33},
	} {
		n := map[lac.TieState]int{}
		for _, a := range lac.LatinAmericaCaribbean.States(tt.day) {
			state, _ := data.TiesOn(lac.China, a, tt.day)
			n[state]++
		}
		if n[lac.TiesHeld] != tt.held || n[lac.TiesAbsent] != tt.absent || n[lac.TiesUnknown] != tt.unknown {
			t.Errorf("%v: %v", tt.day, n)
		}
	}
}
