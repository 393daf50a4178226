package check_test

import (
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/interval"
)

// stating returns a stated figure.
func stating(value string, hedge lac.Comparator) lac.Stated {
	return lac.Stated{Value: quantity(value), Comparator: hedge}
}

// reads returns a deciding reading of one value.
func reads(books string, own lac.Area, value string, v check.Verdict) check.Reading {
	q := quantity(value)
	return check.Reading{Basis: check.Basis{Books: books, Reporter: own}, Interval: interval.Point(q.Amount().Rat()), Unit: q.Unit(), Verdict: v, Deciding: true}
}

// atLeast makes a lower bound of a reading.
func atLeast(r check.Reading) check.Reading {
	r.Interval = interval.From(r.Interval.Lower)
	return r
}

// undecided makes a reading one that does not decide.
func undecided(r check.Reading) check.Reading {
	r.Deciding, r.Verdict = false, check.Undecided
	return r
}

// differing adds to a reading in what it differs from the claim.
func differing(r check.Reading, all ...check.ScopeDifference) check.Reading {
	r.Differs = all
	return r
}

// based changes what a reading rests on.
func based(r check.Reading, change func(*check.Basis)) check.Reading {
	change(&r.Basis)
	return r
}

// TestSentencesByForm holds a sentence for each form, with its hedges and
// verdicts, in four languages: each was read and corrected by hand. They are
// rewritten where LAC_UPDATE_GOLDEN is set.
func TestSentencesByForm(t *testing.T) {
	customs := "China customs (GACC)"
	m := func(s lac.Subject, a, b lac.Area, flow lac.TradeFlow) lac.Measure {
		return lac.Measure{Subject: s, Reporter: a, Partner: b, Flow: flow}
	}
	trade := m(lac.SubjectTrade, lac.China, lac.Brazil, lac.Turnover)
	exports := m(lac.SubjectTrade, lac.China, lac.Mexico, lac.Export)
	imports := m(lac.SubjectTrade, lac.China, lac.Chile, lac.Import)
	balance := m(lac.SubjectTrade, lac.China, lac.DominicanRepublic, lac.Balance)
	region := m(lac.SubjectTrade, lac.LatinAmericaCaribbean, lac.China, lac.Turnover)
	world := m(lac.SubjectTrade, lac.China, lac.World, lac.Export)
	gdp := m(lac.SubjectGDP, lac.Brazil, 0, "")
	people := m(lac.SubjectPopulation, lac.Peru, 0, "")
	scholarships := m(lac.SubjectScholarships, lac.China, lac.CELAC, "")
	infrastructure := lac.Measure{Subject: lac.SubjectProjects, Kind: lac.Infrastructure, Reporter: lac.China, Partner: lac.Caribbean}
	ties := m(lac.SubjectTies, lac.China, lac.CELAC, "")
	honduras := m(lac.SubjectTies, lac.China, lac.Honduras, "")
	month, quarter := lac.Month(2024, 5), lac.Days(lac.DateOf(2025, 1, 1), lac.DateOf(2025, 3, 31))
	half := lac.Days(lac.DateOf(2024, 1, 1), lac.DateOf(2024, 6, 30))
	since2007, ever := period(t, "2007/.."), period(t, "../2024")

	var b strings.Builder
	for _, f := range []struct {
		name string
		check.Finding
	}{
		{"level, supported", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormLevel, Measure: trade, Period: lac.Year(2024), Stated: stating("188.2e9 USD", "")},
			Readings: []check.Reading{reads(customs, 0, "188.166e9 USD", check.Supported)}}},
		{"level, contradicted, more than", check.Finding{Verdict: check.Contradicted, Claim: lac.Claim{Form: lac.FormLevel, Measure: exports, Period: month, Stated: stating("9e9 USD", lac.Over)},
			Readings: []check.Reading{reads("", lac.China, "7.5e9 USD", check.Contradicted)}}},
		{"level, not enough, at most", check.Finding{Verdict: check.Insufficient, Claim: lac.Claim{Form: lac.FormLevel, Measure: imports, Period: quarter, Stated: stating("12e9 USD", lac.UpTo)},
			Readings: []check.Reading{undecided(atLeast(reads("", lac.Chile, "8e9 USD", check.Undecided)))}}},
		{"level, mixed, in yuan", check.Finding{Verdict: check.Mixed, Claim: lac.Claim{Form: lac.FormLevel, Measure: m(lac.SubjectTrade, lac.China, lac.Bahamas, lac.Turnover), Period: lac.Year(2023), Stated: stating("1.5e12 CNY", lac.Nearly)},
			Readings: []check.Reading{reads(customs, 0, "1.49e12 CNY", check.Supported), reads("", lac.Bahamas, "1.1e12 CNY", check.Contradicted)}}},
		{"level, no record", check.Finding{Verdict: check.Insufficient, Claim: lac.Claim{Form: lac.FormLevel, Measure: m(lac.SubjectTrade, lac.EuropeanUnion, lac.CELAC, lac.Turnover), Period: half, Stated: stating("1e6 EUR", lac.About)}}},
		{"level, of goods", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormLevel, Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.Chile, Flow: lac.Import, Commodity: commodity(t, "HS:26")}, Period: lac.Year(2022), Stated: stating("30e9 USD", lac.AtLeast)},
			Readings: []check.Reading{reads("UN Comtrade, China reporting", 0, "31.2e9 USD", check.Supported)}}},
		{"level, of years together", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormLevel, Measure: m(lac.SubjectFDIFlow, lac.China, lac.LatinAmericaCaribbean, ""), Period: lac.Years(2005, 2020), Stated: stating("150e9 USD", lac.Under)},
			Readings: []check.Reading{reads("China MOFCOM, investment", 0, "148e9 USD", check.Supported)}}},
		{"surplus, supported", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormLevel, Measure: balance, Period: lac.Year(2024), Stated: stating("4.1e9 USD", "")},
			Readings: []check.Reading{reads(customs, 0, "4.12e9 USD", check.Supported)}}},
		{"deficit, more than, contradicted", check.Finding{Verdict: check.Contradicted, Claim: lac.Claim{Form: lac.FormLevel, Measure: m(lac.SubjectTrade, lac.Mexico, lac.China, lac.Balance), Period: lac.Year(2024), Stated: stating("-130e9 USD", lac.Under)},
			Readings: []check.Reading{reads("", lac.Mexico, "-119.9e9 USD", check.Contradicted)}}},
		{"average", check.Finding{Verdict: check.Contradicted, Claim: lac.Claim{Form: lac.FormAverage, Measure: trade, Period: lac.Years(2015, 2019), Stated: stating("100e9 USD", lac.About)},
			Readings: []check.Reading{reads(customs, 0, "89e9 USD", check.Contradicted)}}},
		{"change, a rise", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormChange, Measure: exports, Period: lac.Year(2024), Baseline: lac.Year(2023), Stated: stating("6.5 percent", "")},
			Readings: []check.Reading{reads(customs, 0, "6.52 percent", check.Supported)}}},
		{"change, a fall of more than", check.Finding{Verdict: check.Contradicted, Claim: lac.Claim{Form: lac.FormChange, Measure: imports, Period: lac.Year(2023), Baseline: lac.Year(2022), Stated: stating("-5 percent", lac.Under)},
			Readings: []check.Reading{reads(customs, 0, "-3.1 percent", check.Contradicted)}}},
		{"change, a fall of nearly, but it rose", check.Finding{Verdict: check.Contradicted, Claim: lac.Claim{Form: lac.FormChange, Measure: trade, Period: lac.Year(2023), Baseline: lac.Year(2022), Stated: stating("-2 percent", lac.Nearly)},
			Readings: []check.Reading{reads("", lac.Brazil, "1 percent", check.Contradicted)}}},
		{"change of a share", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormChange, Measure: exports, Of: world, Period: lac.Year(2024), Baseline: lac.Year(2014), Stated: stating("1.2 percentage-points", "")},
			Readings: []check.Reading{reads(customs, 0, "1.17 percentage-points", check.Supported)}}},
		{"real terms", check.Finding{Verdict: check.Insufficient, Claim: lac.Claim{Form: lac.FormChange, Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.Peru, Flow: lac.Export, Real: true}, Period: lac.Year(2024), Baseline: lac.Year(2019), Stated: stating("20 percent", lac.AtLeast)}}},
		{"multiple, double", check.Finding{Verdict: check.Mixed, Claim: lac.Claim{Form: lac.FormMultiple, Measure: trade, Period: lac.Year(2024), Baseline: lac.Year(2014), Stated: stating("2 times", "")},
			Readings: []check.Reading{reads(customs, 0, "2.17 times", check.Contradicted), reads("", lac.Brazil, "2.03 times", check.Supported)}}},
		{"multiple, three times", check.Finding{Verdict: check.Contradicted, Claim: lac.Claim{Form: lac.FormMultiple, Measure: imports, Period: lac.Year(2024), Baseline: lac.Year(2004), Stated: stating("3 times", lac.Over)},
			Readings: []check.Reading{reads(customs, 0, "2.4 times", check.Contradicted)}}},
		{"share", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormShare, Measure: exports, Of: world, Period: lac.Year(2024), Stated: stating("2.5 percent", lac.About)},
			Readings: []check.Reading{reads(customs, 0, "2.52 percent", check.Supported)}}},
		{"ratio to GDP", check.Finding{Verdict: check.Contradicted, Claim: lac.Claim{Form: lac.FormRatio, Measure: m(lac.SubjectTrade, lac.Brazil, lac.China, lac.Export), Of: gdp, Period: lac.Year(2023), Stated: stating("10 percent", lac.Over)},
			Readings: []check.Reading{reads("", lac.Brazil, "4.8 percent", check.Contradicted)}}},
		{"ratio to people", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormRatio, Measure: m(lac.SubjectTrade, lac.Peru, lac.China, lac.Export), Of: people, Period: lac.Year(2023), Stated: stating("680 USD", "")},
			Readings: []check.Reading{reads("", lac.Peru, "681.3 USD", check.Supported)}}},
		{"comparison of partners", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormComparison, Direction: lac.Up, Measure: imports, Of: m(lac.SubjectTrade, lac.China, lac.Peru, lac.Import), Period: lac.Year(2024)},
			Readings: []check.Reading{reads(customs, 0, "12e9 USD", check.Supported)}}},
		{"comparison of years, by so much", check.Finding{Verdict: check.Contradicted, Claim: lac.Claim{Form: lac.FormComparison, Direction: lac.Down, Measure: exports, Period: lac.Year(2023), Baseline: lac.Year(2022), Stated: stating("5e9 USD", "")},
			Readings: []check.Reading{reads(customs, 0, "3.9e9 USD", check.Contradicted)}}},
		{"record, ever", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormRecord, Direction: lac.Up, Measure: trade, Period: lac.Year(2024), Baseline: ever},
			Readings: []check.Reading{reads(customs, 0, "188.2e9 USD", check.Supported)}}},
		{"record, lowest since", check.Finding{Verdict: check.Contradicted, Claim: lac.Claim{Form: lac.FormRecord, Direction: lac.Down, Measure: imports, Period: lac.Year(2023), Baseline: lac.Years(2013, 2023)},
			Readings: []check.Reading{reads(customs, 0, "43e9 USD", check.Contradicted)}}},
		{"record, first time above", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormRecord, Direction: lac.Up, Measure: region, Period: lac.Year(2024), Baseline: ever, Threshold: quantity("500e9 USD")},
			Readings: []check.Reading{reads(customs, 0, "518.467e9 USD", check.Supported)}}},
		{"trend, rising", check.Finding{Verdict: check.Contradicted, Claim: lac.Claim{Form: lac.FormTrend, Direction: lac.Up, Measure: exports, Period: lac.Years(2015, 2024), Stated: stating("10 years", "")},
			Readings: []check.Reading{reads(customs, 0, "4 years", check.Contradicted)}}},
		{"trend, above a threshold", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormTrend, Direction: lac.Up, Measure: trade, Period: lac.Years(2020, 2024), Threshold: quantity("100e9 USD"), Stated: stating("5 years", lac.AtLeast)},
			Readings: []check.Reading{reads(customs, 0, "7 years", check.Supported)}}},
		{"rank, second", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormRank, Measure: region, Period: lac.Year(2019), Stated: stating("2 rank", "")},
			Readings: []check.Reading{reads("UN Comtrade through WITS, LCN region reporting", 0, "2 rank", check.Supported)}}},
		{"rank, first as a market", check.Finding{Verdict: check.Contradicted, Claim: lac.Claim{Form: lac.FormRank, Measure: m(lac.SubjectTrade, lac.Uruguay, lac.China, lac.Export), Period: lac.Year(2012), Stated: stating("1 rank", "")},
			Readings: []check.Reading{reads("", lac.Uruguay, "2 rank", check.Contradicted)}}},
		{"rank, one of the three largest", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormRank, Measure: m(lac.SubjectTrade, lac.Colombia, lac.China, lac.Turnover), Period: lac.Year(2023), Stated: stating("3 rank", lac.UpTo)},
			Readings: []check.Reading{reads("", lac.Colombia, "2 rank", check.Supported)}}},
		{"streak", check.Finding{Verdict: check.Contradicted, Claim: lac.Claim{Form: lac.FormStreak, Place: 1, Measure: m(lac.SubjectTrade, lac.Brazil, lac.China, lac.Turnover), Period: ever, Stated: stating("20 years", lac.AtLeast)},
			Readings: []check.Reading{reads("", lac.Brazil, "16 years", check.Contradicted)}}},
		{"count of projects, one", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormCount, Measure: infrastructure, Period: period(t, "../2025-06-09"), Stated: stating("20 projects", lac.Over)},
			Readings: []check.Reading{atLeast(reads("AidData GCDF 3.0", 0, "31 projects", check.Supported))}}},
		{"count of countries with ties", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormCount, Measure: ties, Period: period(t, "../2026-01-01"), Stated: stating("26 countries", "")},
			Readings: []check.Reading{reads("Chinese government", 0, "26 countries", check.Supported)}}},
		{"coverage", check.Finding{Verdict: check.Contradicted, Claim: lac.Claim{Form: lac.FormCoverage, Over: lac.AllMembers, Measure: infrastructure, Period: period(t, "../2025")},
			Witnesses: []check.Witness{{Area: lac.Cuba, State: check.Covered}, {Area: lac.Jamaica, State: check.Covered}, {Area: lac.Haiti, State: check.Without}, {Area: lac.Bahamas, State: check.Unknown}}}},
		{"pledge, behind", check.Finding{Verdict: check.Behind, Claim: lac.Claim{Form: lac.FormPledge, Measure: scholarships, Period: period(t, "../2025-06-09"), Stated: stating("6000 scholarships", "")},
			Readings: []check.Reading{reads("Chinese government", 0, "1200 scholarships", check.Undecided)}}},
		{"pledged", check.Finding{Verdict: check.Contradicted, Claim: lac.Claim{Form: lac.FormPledged, Measure: scholarships, Period: lac.Month(2025, 5), Stated: stating("10000 scholarships", "")},
			Readings: []check.Reading{reads("forum document", 0, "3500 scholarships", check.Contradicted)}}},
		{"ties since", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormTies, Measure: m(lac.SubjectTies, lac.China, lac.CostaRica, ""), Period: since2007},
			Readings: []check.Reading{{Basis: check.Basis{Books: "China Ministry of Foreign Affairs", Period: period(t, "2007-06-01")}, Interval: interval.Point(big.NewRat(1, 1)), Verdict: check.Supported, Deciding: true}}}},
		{"event of ties", check.Finding{Verdict: check.Contradicted, Claim: lac.Claim{Form: lac.FormEvent, Measure: honduras, Period: lac.Month(2023, 4)},
			Readings: []check.Reading{{Basis: check.Basis{Books: "China Ministry of Foreign Affairs", Period: period(t, "2023-03-26")}, Verdict: check.Contradicted, Deciding: true}}}},
		{"change between quarters", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormChange, Measure: imports, Period: quarter, Baseline: lac.Days(lac.DateOf(2024, 1, 1), lac.DateOf(2024, 3, 31)), Stated: stating("4 percent", lac.Over)},
			Readings: []check.Reading{reads(customs, 0, "4.2 percent", check.Supported)}}},
		{"multiple of a half-year", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormMultiple, Measure: exports, Period: half, Baseline: lac.Days(lac.DateOf(2014, 1, 1), lac.DateOf(2014, 6, 30)), Stated: stating("2 times", lac.AtLeast)},
			Readings: []check.Reading{reads(customs, 0, "2.3 times", check.Supported)}}},
		{"level, without some members", check.Finding{Verdict: check.Insufficient, Claim: lac.Claim{Form: lac.FormLevel, Measure: region, Period: lac.Year(2024), Stated: stating("518.4e9 USD", "")},
			Readings: []check.Reading{differing(atLeast(reads("", lac.CELAC, "510e9 USD", check.Undecided)), check.ScopeDifference{Of: "partner", Is: "part", Areas: []lac.Area{lac.Cuba, lac.Haiti}})}}},
		{"level, without many, of one flow", check.Finding{Verdict: check.Insufficient, Claim: lac.Claim{Form: lac.FormLevel, Measure: region, Period: lac.Year(2024), Stated: stating("518.4e9 USD", "")},
			Readings: []check.Reading{differing(atLeast(reads("", lac.CELAC, "300e9 USD", check.Undecided)),
				check.ScopeDifference{Of: "partner", Is: "part", Areas: []lac.Area{lac.Cuba, lac.Haiti, lac.Jamaica, lac.Dominica}}, check.ScopeDifference{Of: "flow", Is: "part", Word: "export"})}}},
		{"level, of a part of the time", check.Finding{Verdict: check.Contradicted, Claim: lac.Claim{Form: lac.FormLevel, Measure: exports, Period: lac.Year(2024), Stated: stating("9e9 USD", lac.Under)},
			Readings: []check.Reading{differing(atLeast(reads("", lac.China, "10e9 USD", check.Contradicted)), check.ScopeDifference{Of: "period", Is: "part"}, check.ScopeDifference{Of: "goods", Is: "part", Word: "H6:2603"})}}},
		{"count of one stage", check.Finding{Verdict: check.Insufficient, Claim: lac.Claim{Form: lac.FormCount, Measure: infrastructure, Period: period(t, "../2025-06-09"), Stated: stating("300 projects", lac.Over)},
			Readings: []check.Reading{differing(atLeast(reads("AidData GCDF 3.0", 0, "169 projects", check.Undecided)),
				check.ScopeDifference{Of: "subject", Is: "part", Word: "completed"}, check.ScopeDifference{Of: "period", Is: "part", Period: period(t, "2014-07-17/2019-07-16")})}}},
		{"at most, as what is compared is more", check.Finding{Verdict: check.Insufficient, Claim: lac.Claim{Form: lac.FormLevel, Measure: exports, Period: lac.Year(2024), Stated: stating("9e9 USD", "")},
			Readings: []check.Reading{differing(check.Reading{Basis: check.Basis{Reporter: lac.China}, Unit: "USD", Interval: interval.To(interval.Closed(big.NewRat(12e9, 1))), Verdict: check.Undecided, Deciding: true},
				check.ScopeDifference{Of: "flow", Is: "whole"}, check.ScopeDifference{Of: "period", Is: "whole", Period: lac.Years(2024, 2025)})}}},
		{"agreement, supported", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormEvent, Measure: lac.Measure{Subject: lac.SubjectAgreement, Sector: "belt-and-road", Reporter: lac.China, Partner: lac.TrinidadAndTobago}, Period: lac.Month(2018, 5)},
			Readings: []check.Reading{{Basis: check.Basis{Books: "press", Period: period(t, "2018-05-15")}, Verdict: check.Supported, Deciding: true}}}},
		{"agreement, another time", check.Finding{Verdict: check.Insufficient, Claim: lac.Claim{Form: lac.FormEvent, Measure: lac.Measure{Subject: lac.SubjectAgreement, Sector: "free-trade", Reporter: lac.China, Partner: lac.Ecuador}, Period: lac.Year(2022)},
			Readings: []check.Reading{{Basis: check.Basis{Books: "press", Period: period(t, "2023-05-10")}, Verdict: check.Undecided}}}},
		{"agreement, ended", check.Finding{Verdict: check.Supported, Claim: lac.Claim{Form: lac.FormEvent, Measure: lac.Measure{Subject: lac.SubjectAgreement, Sector: "belt-and-road-exit", Reporter: lac.China, Partner: lac.Panama}, Period: lac.Month(2025, 2)},
			Readings: []check.Reading{{Basis: check.Basis{Books: "press", Period: period(t, "2025-02-06")}, Verdict: check.Supported, Deciding: true}}}},
		{"agreement, nothing on record", check.Finding{Verdict: check.Insufficient, Claim: lac.Claim{Form: lac.FormEvent, Measure: m(lac.SubjectAgreement, lac.China, lac.Paraguay, ""), Period: lac.Year(2024)}}},
		{"mixed, both sides' books", check.Finding{Verdict: check.Mixed, Claim: lac.Claim{Form: lac.FormLevel, Measure: trade, Period: lac.Year(2022), Stated: stating("171e9 USD", "")},
			Readings: []check.Reading{
				based(reads("China's books", lac.China, "171e9 USD", check.Supported), func(b *check.Basis) { b.Valuation = "exports FOB, imports CIF" }),
				based(reads("Brazil's own books", lac.Brazil, "150e9 USD", check.Contradicted), func(b *check.Basis) { b.Valuation = "exports FOB, imports CIF" })}}},
		{"mixed, one flow on both sides' books", check.Finding{Verdict: check.Mixed, Claim: lac.Claim{Form: lac.FormLevel, Measure: exports, Period: lac.Year(2022), Stated: stating("77.5e9 USD", "")},
			Readings: []check.Reading{
				based(reads("China's books", lac.China, "77.5e9 USD", check.Supported), func(b *check.Basis) { b.Valuation = "exports FOB" }),
				based(reads("Mexico's own books", lac.Mexico, "119e9 USD", check.Contradicted), func(b *check.Basis) { b.Valuation = "imports CIF" })}}},
		{"mixed, by the bloc's members", check.Finding{Verdict: check.Mixed, Claim: lac.Claim{Form: lac.FormRank, Measure: m(lac.SubjectTrade, lac.Uruguay, lac.China, lac.Export), Period: lac.Year(2023), Stated: stating("1 rank", "")},
			Readings: []check.Reading{
				based(reads("UN Comtrade through WITS, single countries", 0, "1 rank", check.Supported), func(b *check.Basis) { b.Definition = "the EU's members apart" }),
				based(reads("UN Comtrade through WITS, single countries", 0, "2 rank", check.Contradicted), func(b *check.Basis) { b.Definition = "the EU as one partner" })}}},
		{"mixed, by the meaning of a name", check.Finding{Verdict: check.Mixed, Claim: lac.Claim{Form: lac.FormCount, Measure: m(lac.SubjectTies, lac.China, lac.Mercosur, ""), Period: period(t, "2025-06-09"), Stated: stating("4 countries", "")},
			Readings: []check.Reading{
				reads("recorded events of relations", 0, "5 countries", check.Contradicted),
				based(reads("recorded events of relations", 0, "4 countries", check.Supported), func(b *check.Basis) { b.Definition, b.Without = "without", []lac.Area{lac.Venezuela} })}}},
		{"mixed, by the edition", check.Finding{Verdict: check.Mixed, Claim: lac.Claim{Form: lac.FormLevel, Measure: trade, Period: lac.Year(2022), Stated: stating("171.3e9 USD", "")},
			Readings: []check.Reading{
				based(reads(customs, 0, "171.3e9 USD", check.Supported), func(b *check.Basis) { b.Vintage = "first" }),
				based(reads(customs, 0, "172.1e9 USD", check.Contradicted), func(b *check.Basis) { b.Vintage = "latest" })}}},
		{"position", check.Finding{Verdict: check.NotCheckable, Claim: lac.Claim{Form: lac.FormPosition, Gist: "Cooperation is open"}}},
	} {
		f.Unit = f.Claim.Stated.Value.Unit()
		if f.Unit == "" && len(f.Readings) > 0 {
			f.Unit = f.Readings[0].Unit
		}
		b.WriteString("# " + f.name + "\n")
		for _, tag := range sentenceTags {
			b.WriteString(f.Sentence(tag) + "\n")
		}
	}
	golden := filepath.Join("..", "..", "testdata", "check", "sentences-by-form.txt")
	if os.Getenv("LAC_UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
}

func period(t *testing.T, text string) lac.Period {
	t.Helper()
	p, err := lac.ParsePeriod(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func commodity(t *testing.T, text string) lac.Commodity {
	t.Helper()
	c, err := lac.ParseCommodity(text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
