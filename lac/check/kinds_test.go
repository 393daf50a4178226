package check_test

import (
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// Kinds of mistakes that a checker must not make, over the almanac. The comments
// are worked out by hand, in billions.
func TestKindsOfMistakes(t *testing.T) {
	for _, tt := range []struct {
		kind, claim string
		books       lac.Area
		want        check.Verdict
	}{
		// The hedge is as wide as its digits: from 250, and from 280.
		{"236.5 is not nearly 260", "level trade CHN 419 2015 | nearly 260e9 USD", 0, no},
		{"263.6 is not about 290", "level trade CHN 419 2014 | about 290e9 USD", 0, no},
		// The source prints 489, which is from 488.5.
		{"a rounded source leaves an open edge open", "level trade CHN 419 2023 | over 489e9 USD", 0, open},
		{"a rounded source does not reach 490", "level trade CHN 419 2023 | over 490e9 USD", 0, no},
		{"at least what is printed", "level trade CHN 419 2024 | atleast 518.467e9 USD", 0, yes},
		// 257.8/216.6 is 19.02 percent by first figures; the customs said 18.8.
		{"growth of figures that were revised apart", "change trade CHN 419 2017 since 2016 | 18.8 percent", 0, open},
		{"growth far off", "change trade CHN 419 2024 since 2023 | 10 percent", 0, no},
		// China's 1338.663 yuan are 186.036, 182.3 to 189.8 at an average rate; Brazil's own 163.6 are alone.
		{"a conversion widens", "level trade CHN CHL 2024 | 61.67e9 USD", 0, open},
		{"the same in yuan", "level trade CHN BRA 2024 | 1.3387e12 CNY", 0, yes},
		{"far beyond both books", "level trade CHN BRA 2024 | 250e9 USD", 0, no},
		{"the books that are named come first", "level trade CHN BRA 2024 | 163.6e9 USD", lac.Brazil, yes},
		{"the other side's are not named", "level trade CHN BRA 2024 | 163.6e9 USD", lac.China, no},
		// Brazil's books alone have both years: 2.05 percent more. China said 3.5.
		{"the other side's growth alone", "change trade CHN BRA 2024 since 2023 | 3.5 percent", 0, open},
		// The customs' row is 3688.874, CELAC's 33 members 3669.742 of it.
		{"a part of the region does not contradict it", "level trade CHN 419 2024 | 3.69e12 CNY", 0, yes},
		// Without Mexico 221.27, with it 999.83.
		{"a name with two meanings", "level trade CHN 013 2024 | 221e9 CNY", 0, mixed},
		{"nine months against a year", "change trade CHN 419 2024-01/2024-09 since 2023 | -20 percent", 0, open},
		{"a year against a quarter", "multiple trade CHN 419 2024 since 2025-Q1 | over 4 times", 0, open},
		{"a part of a year is no more than the year", "level trade CHN 419 2024-01/2024-06 | 600e9 USD", 0, no},
		// 320.05 + 451.591 + 485.79 + 489 + 518.467 = 2264.898.
		{"years add up", "level trade CHN 419 2020/2024 | over 2.2e12 USD", 0, yes},
		{"years do not add up to more", "level trade CHN 419 2020/2024 | over 2.3e12 USD", 0, no},
		{"yearly ranks do not place a half-year", "rank trade 419 CHN 2015-01/2015-06 | 2 rank", 0, open},
		{"thirteen years in a row are ten too", "streak trade 419 USA ../2015 place 1 | 10 years", 0, yes},
		{"records of finance are no projects", "count projects CHN 419 kind=infrastructure status=completed ../2021-12-31 | over 200 projects", 0, open},
		{"states with ties", "count ties CHN CELAC 2025-06-09 | 26 countries", 0, yes},
		{"states with ties before CELAC was", "count ties CHN 419 2010-12-31 | 21 countries", 0, yes},
		{"territories have no ties to have", "coverage projects CHN 005 ../2021-12-31 over diplomatic-ties", 0, yes},
		{"another day in the other's time", "event ties CHN PAN 2017-06-12", 0, mixed},
		{"another source's day", "event ties CHN ARG 1972-03-19", 0, mixed},
		{"a wrong day", "event ties CHN PAN 2017-06-10", 0, no},
		{"never, when the source looked", "event ties CHN HTI 2024", 0, no},
		{"was it pledged: 3,500", "pledge scholarships CHN 419 2025-06-09 refers pledge-forum-4-scholarships | 10000 scholarships", 0, no},
		{"pledged, and not due", "pledge scholarships CHN 419 2025-06-09 refers pledge-forum-4-scholarships | 3500 scholarships", 0, check.NotDue},
		{"what three years make", "pledge visits CHN 419 2025-06-09 refers pledge-forum-4-party-members | 900 people", 0, check.NotDue},
		{"not made by that day", "pledge scholarships CHN 419 2024-06-09 refers pledge-forum-4-scholarships | 3500 scholarships", 0, check.Unmeasurable},
	} {
		c := parseClaim(t, tt.claim)
		c.Books = tt.books
		if f := find(t, almanacData(t), c, check.Default()); f.Verdict != tt.want {
			t.Errorf("%s: %s: %s, want %s", tt.kind, tt.claim, f.Verdict, tt.want)
		}
	}
}

// The place of a meeting is compared, in the claim's own field or in its words.
func TestPlaceOfAMeeting(t *testing.T) {
	for _, tt := range []struct {
		meeting, where, gist string
		want                 check.Verdict
	}{
		{"meeting-forum-3", "Beijing", "", no},
		{"meeting-forum-3", "online", "", yes},
		{"meeting-forum-3", "", "The third ministerial meeting took place in Beijing", no},
		{"meeting-forum-2", "Santiago, Chile", "", yes},
		{"meeting-forum-2", "", "The second ministerial meeting", yes},
		{"meeting-forum-2", "Chile", "", yes},
		{"meeting-forum-2", "Uruguay", "", no},
		{"meeting-forum-2", "Arica", "", open}, // it may be a part of Santiago, for all that is known
		{"meeting-forum-3", "Mexico", "", open},
		{"meeting-forum-4", "Pekín", "", yes},
		{"meeting-forum-4", "北京", "", yes},
		{"meeting-forum-4", "Shanghái", "", no},
	} {
		c := lac.Claim{ID: "c", Form: lac.FormEvent, Refers: tt.meeting, Where: tt.where, Gist: tt.gist}
		if f := find(t, almanacData(t), c, check.Default()); f.Verdict != tt.want {
			t.Errorf("%+v: %s", tt, f.Verdict)
		}
	}
}

// One heading of the goods is no total: it bounds levels from below and gives no
// rank and no share.
func TestPartOfTheGoods(t *testing.T) {
	heading, err := lac.ParseCommodity("H6:2603")
	if err != nil {
		t.Fatal(err)
	}
	year := lac.Year(2022)
	brazil, world := row("b", "BRA", lac.Export, year, 11), row("w", "001", lac.Export, year, 25)
	brazil.Commodity, world.Commodity = heading, heading
	data := build(t, lac.Records{Trade: []lac.TradeRecord{brazil, world}})
	for claim, want := range map[string]check.Verdict{
		"level trade CHN BRA flow=export 2022 | 21e9 USD":               open,
		"level trade CHN BRA flow=export 2022 | 11e9 USD":               open,
		"level trade CHN BRA flow=export 2022 | under 10e9 USD":         no,
		"level trade CHN BRA flow=export goods=H6:2603 2022 | 11e9 USD": yes,
		"level trade CHN BRA flow=export goods=H6:26 2022 | 11e9 USD":   open,
		"share trade CHN BRA flow=export 2022 of 001 | 44 percent":      open,
		"rank trade CHN BRA flow=export 2022 | 1 rank":                  open,
	} {
		if f := find(t, data, parseClaim(t, claim), check.Default()); f.Verdict != want {
			t.Errorf("%s: %s, want %s", claim, f.Verdict, want)
		}
	}
}

// A heading that no edition has changed is one series over editions; a subheading is
// none, though a code of whatever edition is read in any.
func TestEditionsOfACode(t *testing.T) {
	coded := func(id, code string, year int, bn int64) lac.TradeRecord {
		r := row(id, "BRA", lac.Export, lac.Year(year), bn)
		r.Commodity = commodity(t, code)
		return r
	}
	data := build(t, lac.Records{Trade: []lac.TradeRecord{
		coded("a", "H4:2603", 2013, 4), coded("b", "H6:2603", 2022, 12), coded("c", "H4:850440", 2013, 3), coded("d", "H6:850440", 2022, 9)}})
	for claim, want := range map[string]check.Verdict{
		"multiple trade CHN BRA flow=export goods=H6:2603 2022 since 2013 | 3 times":      yes,
		"multiple trade CHN BRA flow=export goods=H4:2603 2022 since 2013 | 4 times":      no,
		"level trade CHN BRA flow=export goods=H0:2603 2013 | 4e9 USD":                    yes,
		"change trade CHN BRA flow=export goods=HS:2603 2022 since 2013 | 200 percent":    yes,
		"multiple trade CHN BRA flow=export goods=H6:850440 2022 since 2013 | 3 times":    open,
		"multiple trade CHN BRA flow=export goods=HS:850440 2022 since 2013 | 3 times":    open,
		"level trade CHN BRA flow=export goods=HS:850440 2022 | 9e9 USD":                  yes,
		"level trade CHN BRA flow=export goods=H6:850440 2013 | 3e9 USD":                  open,
		"change trade CHN BRA flow=export goods=H6:26 2022 since 2013 | over 100 percent": open,
	} {
		f := find(t, data, parseClaim(t, claim), check.Default())
		if f.Verdict != want {
			t.Errorf("%s: %s, want %s", claim, f.Verdict, want)
		}
		confirmArithmetic(t, claim, f)
	}
}

// Where members of the whole have no record, the share of one that has is at most what
// it is of the others.
func TestShareIsBoundedFromAbove(t *testing.T) {
	own := func(id, reporter string, bn int64) lac.TradeRecord {
		r := row(id, "CHN", lac.Export, lac.Year(2023), bn)
		r.Reporter = country(reporter)
		return r
	}
	of := func(id, partner string, bn int64) lac.TradeRecord {
		return row(id, partner, lac.Import, lac.Year(2022), bn)
	}
	// 37 of 69 without Colombia are 53.6 percent at most.
	data := build(t, lac.Records{Trade: []lac.TradeRecord{own("a", "CHL", 37), own("b", "PER", 23), own("c", "MEX", 9), of("d", "CHL", 37), of("e", "PER", 23), of("f", "MEX", 9)}})
	for claim, want := range map[string]check.Verdict{
		"share trade CHN CHL flow=import 2022 of PACALL | over 60 percent":  no,
		"share trade CHN CHL flow=import 2022 of PACALL | under 55 percent": yes,
		"share trade CHN CHL flow=import 2022 of PACALL | over 40 percent":  open,
		"share trade CHN CHL flow=import 2022 of PACALL | 53.6 percent":     open,
	} {
		if f := find(t, data, parseClaim(t, claim), check.Default()); f.Verdict != want {
			t.Errorf("%s: %s, want %s", claim, f.Verdict, want)
		}
	}
	for figure, want := range map[string]check.Verdict{"over 60 percent": no, "under 55 percent": yes, "over 40 percent": open} {
		c := lac.Claim{ID: "c", Form: lac.FormShare, Period: lac.Year(2023), Stated: statedAs(figure), Gist: figure,
			Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.Chile, Partner: lac.China, Flow: lac.Export},
			Of:      lac.Measure{Subject: lac.SubjectTrade, Reporter: country("PACALL"), Partner: lac.China, Flow: lac.Export}}
		if f := find(t, data, c, check.Default()); f.Verdict != want {
			t.Errorf("%s on own books: %s, want %s", figure, f.Verdict, want)
		}
	}
}

// The United States publish imports without the freight and insurance that records of
// UN Comtrade have in them: 590 bn may be 536.4 there, not 500. China publishes them with both.
func TestFreightIsNoContradiction(t *testing.T) {
	imports := func(id, reporter, partner string) lac.TradeRecord {
		r := row(id, partner, lac.Import, lac.Year(2022), 590)
		r.Reporter, r.Valuation = country(reporter), lac.CIF
		return r
	}
	exports := row("c", "CHN", lac.Export, lac.Year(2022), 150)
	exports.Reporter, exports.Valuation = lac.UnitedStates, lac.FOB
	sold := row("s", "CHN", lac.Export, lac.Year(2022), 150)
	sold.Reporter, sold.Valuation = country("COL"), lac.FOB
	data := build(t, lac.Records{Trade: []lac.TradeRecord{imports("a", "USA", "CHN"), imports("b", "CHN", "KOR"), exports,
		imports("e", "ECU", "CHN"), imports("f", "COL", "CHN"), sold}})
	for claim, want := range map[string]check.Verdict{
		"level trade USA CHN flow=import 2022 | 540e9 USD":         open,
		"level trade USA CHN flow=import 2022 | 505e9 USD":         no,
		"level trade USA CHN flow=import 2022 | over 600e9 USD":    no,
		"level trade USA CHN flow=import 2022 | 590e9 USD":         yes,
		"level trade USA CHN flow=balance 2022 | -390e9 USD":       open, // 150 less 540
		"level trade USA CHN flow=balance 2022 | -440e9 USD":       yes,
		"level trade USA CHN flow=balance 2022 | under -500e9 USD": no,
		"level trade CHN KOR flow=import 2022 | 540e9 USD":         no,
		"level trade ECU CHN flow=import 2022 | 540e9 USD":         open,
		"level trade COL CHN flow=import 2022 | 540e9 USD":         no, // Colombia's own are with freight
		"level trade COL CHN flow=balance 2022 | -390e9 USD":       open,
	} {
		if f := find(t, data, parseClaim(t, claim), check.Default()); f.Verdict != want {
			t.Errorf("%s: %s, want %s", claim, f.Verdict, want)
		}
	}
}

// What a book lacks is put in from others, as bounds that are shown and do not decide:
// the 25 members with both figures have 491.676 bn, and China's books have 8.915 bn with
// the other eight, converted: from 8.915*0.98/1.25 = 6.989 to 8.915*1.02*1.25 = 11.366.
func TestIncompleteLevelIsShownWithItsBounds(t *testing.T) {
	f := find(t, almanacData(t), claim(t, almanacData(t), "trade-2024"), check.Default())
	for _, r := range f.Readings {
		if !strings.Contains(r.Why, "put in from China's books") {
			continue
		}
		if got := check.Text(r.Interval, r.Unit); got != "from 498.665 bn to 503.042 bn USD" {
			t.Error(got)
		}
		if r.Deciding || r.Verdict != check.Contradicted || len(r.Records) < 50+8 {
			t.Errorf("deciding=%v, %s, %d records", r.Deciding, r.Verdict, len(r.Records))
		}
		return
	}
	t.Error("no such reading")
}

// TestTheOtherSideAlone holds claims of trade that the reporter's own books lack against
// its partner's. A figure that they print is supported, as mirror data are used; that
// exports are beyond a figure is not, where freight or the gap of another year may make
// the difference; and trade of both ways is as well known by one side as by the other.
func TestTheOtherSideAlone(t *testing.T) {
	r := func(id, reporter, partner string, f lac.TradeFlow, year, bn int) lac.TradeRecord {
		row := row(id, partner, f, lac.Year(year), int64(bn))
		row.Reporter, row.Valuation = country(reporter), lac.CIF
		if f == lac.Export {
			row.Valuation = lac.FOB
		}
		return row
	}
	data := build(t, lac.Records{Trade: []lac.TradeRecord{
		r("a", "CHN", "CUB", lac.Import, 2022, 105), r("b", "CHN", "CUB", lac.Export, 2022, 50),
		// Of Chile's exports both have a year: China's imports are 40 percent more.
		r("c", "CHN", "CHL", lac.Import, 2022, 130), r("d", "CHN", "CHL", lac.Import, 2021, 140), r("e", "CHL", "CHN", lac.Export, 2021, 100),
	}})
	for claim, want := range map[string]check.Verdict{
		"level trade CUB CHN flow=export 2022 | 105e9 USD":        yes,  // China's customs have it
		"level trade CUB CHN flow=export 2022 | over 100e9 USD":   open, // 95.5 without a tenth of freight
		"level trade CUB CHN flow=export 2022 | over 95e9 USD":    yes,  // 105/1.1 = 95.45
		"level trade CUB CHN flow=import 2022 | under 52e9 USD":   open, // 55 with freight
		"level trade CUB CHN flow=import 2022 | under 56e9 USD":   yes,
		"level trade CUB CHN flow=turnover 2022 | over 150e9 USD": yes,  // 155, whosever
		"level trade CHL CHN flow=export 2022 | over 100e9 USD":   open, // 130/1.4 = 92.9
		"level trade CHL CHN flow=export 2022 | over 90e9 USD":    yes,
		"level trade CHN CHL flow=import 2022 | over 125e9 USD":   yes, // its own
	} {
		for name, p := range map[string]check.Policy{"default": check.Default(), "strict": check.Strict(), "loose": check.Loose()} {
			if f := find(t, data, parseClaim(t, claim), p); f.Verdict != want {
				t.Errorf("%s, %s: %s, want %s", claim, name, f.Verdict, want)
			}
		}
	}
}

// A place that one source has year after year is told once, with the years; what is
// worked out of a source's figures is not told as its words.
func TestPlacesOfManyYearsAreOneReading(t *testing.T) {
	c := lac.Claim{ID: "second", Form: lac.FormRank, Period: lac.Year(2024), Gist: "second-largest trading partner",
		Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.LatinAmericaCaribbean, Partner: lac.China, Flow: lac.Turnover},
		Stated:  lac.Stated{Text: "second", Value: lac.QuantityOf(2, lac.UnitRank)}}
	f, err := check.Claim(almanacData(t), c, check.Default())
	if err != nil {
		t.Fatal(err)
	}
	spells := 0
	for _, r := range f.Readings {
		if strings.HasPrefix(r.Basis.Books, "place as stated, UN Comtrade through WITS") {
			spells++
			if r.Basis.Period != lac.Years(2003, 2019) || len(r.Records) != 17 {
				t.Errorf("%v of %d records", r.Basis.Period, len(r.Records))
			}
		}
	}
	if spells != 1 {
		t.Errorf("%d readings of the places that WITS' lists give", spells)
	}
	for _, s := range f.Said {
		if strings.Contains(s.By, "WITS") {
			t.Errorf("%s is said to have stated %s of %v", s.By, s.Stated, s.Period)
		}
	}
}
