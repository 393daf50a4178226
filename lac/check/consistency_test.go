package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
)

var withLAC = lac.Measure{Subject: lac.SubjectTrade, Flow: lac.Turnover, Reporter: lac.China, Partner: lac.LatinAmericaCaribbean}

// said returns a claim of trade with the region: "export 2011 121.7e9 USD" with as
// many digits as the figure has.
func said(id string, flow lac.TradeFlow, period, figure string) lac.Claim {
	c := lac.Claim{ID: id, Form: lac.FormLevel, Measure: withLAC, Stated: statedAs(figure)}
	c.Measure.Flow = flow
	c.Period = periodOf(period)
	return c
}

func periodOf(s string) lac.Period {
	p, err := lac.ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

// statedAs reads a figure with its hedge, such as "over 121.7e9 USD"; the digits
// are those before the exponent.
func statedAs(s string) lac.Stated {
	out := lac.Stated{Text: s}
	f := strings.Fields(s)
	hedges := map[string]lac.Comparator{"over": lac.Over, "atleast": lac.AtLeast, "under": lac.Under, "upto": lac.UpTo, "nearly": lac.Nearly, "about": lac.About}
	if h, ok := hedges[f[0]]; ok {
		out.Comparator, f = h, f[1:]
	}
	if f[0] == "word" { // a bare word: no digits
		out.Value = quantity(f[1] + " " + f[2])
		return out
	}
	if len(f) == 1 {
		out.Vague = f[0]
		return out
	}
	if len(f) == 4 { // from to unit
		out.Comparator, out.High, f = lac.Between, quantity(f[2]+" "+f[3]), []string{f[1], f[3]}
	}
	digits, _, _ := strings.Cut(strings.TrimLeft(strings.Replace(strings.TrimPrefix(f[0], "-"), ".", "", 1), "0"), "e")
	out.Value, out.Digits = quantity(f[0]+" "+f[1]), max(1, len(digits))
	return out
}

func statementOf(claims ...lac.Claim) lac.Statement {
	return lac.Statement{ID: "said", Source: "s", Date: lac.DateOf(2025, 6, 9), Language: "en", Speakers: []lac.Speaker{{Name: "N"}}, Claims: claims}
}

// The errors that were found in published statements. Each is caught by a check,
// or the row says why none can.
func TestTraps(t *testing.T) {
	latvia := row("latvia", "LVA", lac.Turnover, lac.Year(2014), 0)
	latvia.Value = lac.MoneyOf(1_464_000_000, lac.USD)
	change := lac.Claim{ID: "growth", Form: lac.FormChange, Measure: withLAC, Period: lac.Year(2018), Baseline: lac.Year(2017)}
	as := func(c lac.Claim, figure string) lac.Claim { c.Stated = statedAs(figure); return c }
	on := func(c lac.Claim, m lac.Measure) lac.Claim { c.Measure = m; return c }
	fdi := withLAC
	fdi.Subject, fdi.Flow = lac.SubjectFDIFlow, ""
	loan := lac.Measure{Subject: "finance", Reporter: lac.China, Partner: lac.Bolivia}
	services := withLAC
	services.Flow, services.Sector = lac.Export, "goods-and-services"
	dominica := lac.Claim{ID: "ties", Form: lac.FormEvent, Period: periodOf("2018-04-30"),
		Measure: lac.Measure{Subject: lac.SubjectTies, Reporter: lac.China, Partner: country("DMA")}}
	tests := []struct {
		trap   string
		claims []lac.Claim
		more   []lac.TradeRecord
		want   []string // kind and claims
		cannot string   // why no check catches it
	}{
		{trap: "digit dropped: exports 48,790 + imports 158,610 = 307,400 million",
			claims: []lac.Claim{said("x", lac.Export, "2018", "48.790e9 USD"), said("m", lac.Import, "2018", "158.610e9 USD"), said("t", lac.Turnover, "2018", "307.400e9 USD")},
			// 48.79 is a third of 148.79: no power of ten and no tenth of it, so the records only speak against it.
			// CELAC's own books have 324.13 at least, above the total.
			want: []string{"parts x m t", "records x"}},
		{trap: "sum mismatch: 121.7 + 119 = 240.7, printed 241.5",
			// As rounded the parts are below 121.75 and 119.5, 241.25 together, and the total is from 241.45.
			// Each is on the customs' books and not on the IMF's: 118.4, 118.2, 236.6.
			claims: []lac.Claim{said("x", lac.Export, "2011", "121.7e9 USD"), said("m", lac.Import, "2011", "119e9 USD"), said("t", lac.Turnover, "2011", "241.5e9 USD")},
			want:   []string{"parts x m t", "basis x", "basis m", "basis t"}},
		{trap: "the same within rounding: 243 + 245 = 489 is no conflict of its own", // 242.5+244.5 = 487 to 490
			claims: []lac.Claim{said("x", lac.Export, "2023", "245e9 USD"), said("m", lac.Import, "2023", "243e9 USD"), said("t", lac.Turnover, "2023", "489e9 USD")},
			want:   nil}, // CELAC's 28 reporters of imports have 272.7 bn, within the gap between two books of 245
		{trap: "stock as flow: 387 bn invested in 2017 is what was held at its end",
			claims: []lac.Claim{on(said("f", "", "2017", "387e9 USD"), fdi)}, want: []string{"stock-flow f"}},
		{trap: "thousands separator: 247.381 millones read as 247.381 million",
			claims: []lac.Claim{said("d", lac.Turnover, "2017-01/2017-11", "247.381e6 USD")}, want: []string{"scale d"}},
		{trap: "scale words: 12億6000万 read as 12.6 bn for 1.26 bn",
			claims: []lac.Claim{said("d", lac.Turnover, "1979", "12.6e9 USD")}, want: []string{"scale d"}},
		{trap: "abbreviation 中拉: 1.464 bn in 2014 is trade with Latvia, on the records of the region alone",
			claims: []lac.Claim{said("l", lac.Turnover, "2014", "1.464e9 USD")}, want: []string{"magnitude l"}},
		{trap: "abbreviation 中拉, with a record of Latvia",
			claims: []lac.Claim{said("l", lac.Turnover, "2014", "1.464e9 USD")}, more: []lac.TradeRecord{latvia}, want: []string{"entity l"}},
		{trap: "entity: Dominica for the Dominican Republic", claims: []lac.Claim{dominica}, want: []string{"entity ties"}},
		{trap: "scale: a loan of 350 bn to Bolivia",
			// GACC 2024: exports and imports with Bolivia are 16.4 bn CNY, 2.3 bn USD: 350 bn is over 150 times as much.
			claims: []lac.Claim{on(said("loan", "", "2024-02", "350e9 USD"), loan)}, want: []string{"scale loan"}},
		{trap: "official against own table: 427.4 bn for nine months of 2024, the customs' table 391.93",
			claims: []lac.Claim{said("n", lac.Turnover, "2024-01/2024-09", "427.4e9 USD")}, want: []string{"records n"}},
		{trap: "basis: 269 bn in 2014 is on one page, 263.6 on the customs' books",
			claims: []lac.Claim{said("b", lac.Turnover, "2014", "269e9 USD")}, want: []string{"basis b"}},
		{trap: "goods for goods and services: 113.9 bn in 2016",
			claims: []lac.Claim{on(said("g", "", "2016", "113.9e9 USD"), services)}, want: []string{"scope g"}},
		{trap: "percent as dollars: a rise of 18.95 USD",
			// 307.4/257.8 = 1.1924: 19.2 percent, and 18.95 percent is about that.
			claims: []lac.Claim{as(change, "18.95 USD")}, want: []string{"percent growth"}},
		{trap: "garbled: five countries of the lake",
			cannot: "there is no figure to compare: the text has to be mended before it is a claim"},
	}
	records, err := almanac.Records()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		data := almanacData(t)
		if tt.more != nil {
			extra := lac.Records{Sources: []lac.Source{{ID: "s", Publisher: "p", Basis: "b"}}, Trade: tt.more}
			if data, err = lac.NewDataset(records, extra); err != nil {
				t.Fatal(err)
			}
		}
		conflicts, err := check.Consistency(data, statementOf(tt.claims...), check.Default())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range conflicts {
			got = append(got, fmt.Sprintf("%s %s", c.Kind, strings.Join(c.Claims, " ")))
			if c.Text == "" || slices.Contains([]check.ConflictKind{check.ConflictParts, check.ConflictRatio, check.ConflictTwice}, c.Kind) != (len(c.Records) == 0) {
				t.Errorf("%s: conflict %+v", tt.trap, c)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%+v", tt.trap, diff, conflicts)
		}
	}
}

// A statement is held against itself before it is held against the records.
func TestOwnFigures(t *testing.T) {
	share := func(id, partner, percent string) lac.Claim {
		c := said(id, lac.Turnover, "2024", percent+" percent")
		c.Form, c.Of = lac.FormShare, c.Measure
		c.Measure.Partner = country(partner)
		return c
	}
	ratio := func(form lac.ClaimForm, figure string) lac.Claim {
		c := said("r", lac.Turnover, "2024", figure)
		c.Form, c.Baseline = form, lac.Year(2014)
		return c
	}
	now, then := said("now", lac.Turnover, "2024", "518.4e9 USD"), said("then", lac.Turnover, "2014", "263.6e9 USD")
	again := said("again", lac.Turnover, "2024", "427.4e9 USD")
	for name, tt := range map[string]struct {
		claims []lac.Claim
		want   []string
	}{
		"518.4 is 1.967 times 263.6":                    {[]lac.Claim{now, then, ratio(lac.FormMultiple, "1.97 times")}, nil},
		"518.4 is not 2.5 times 263.6":                  {[]lac.Claim{now, then, ratio(lac.FormMultiple, "2.5 times")}, []string{"ratio now then r"}},
		"it is 96.7 percent more":                       {[]lac.Claim{now, then, ratio(lac.FormChange, "96.7 percent")}, nil},
		"it is not 50 percent more":                     {[]lac.Claim{now, then, ratio(lac.FormChange, "50 percent")}, []string{"ratio now then r"}},
		"it is 254.8 bn more":                           {[]lac.Claim{now, then, ratio(lac.FormChange, "254.8e9 USD")}, nil},
		"it is not 200 bn more":                         {[]lac.Claim{now, then, ratio(lac.FormChange, "200e9 USD")}, []string{"ratio now then r"}},
		"two figures for one year":                      {[]lac.Claim{now, again}, []string{"twice now again"}},
		"the same figure, once hedged":                  {[]lac.Claim{now, said("again", lac.Turnover, "2024", "over 500e9 USD")}, nil},
		"shares of 60 and 50 percent":                   {[]lac.Claim{share("a", "BRA", "60"), share("b", "CHL", "50")}, []string{"parts a b"}},
		"shares of 60 and 40 percent, rounding granted": {[]lac.Claim{share("a", "BRA", "60"), share("b", "CHL", "40")}, nil},
	} {
		conflicts, err := check.Consistency(build(t, lac.Records{}), statementOf(tt.claims...), check.Default())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range conflicts {
			got = append(got, fmt.Sprintf("%s %s", c.Kind, strings.Join(c.Claims, " ")))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// The statement of 9 June 2025 does not contradict itself; that trade doubled
// depends on the books.
func TestStatementIsConsistent(t *testing.T) {
	data := almanacData(t)
	conflicts, err := check.Consistency(data, statement(t, data), check.Default())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range conflicts {
		got = append(got, fmt.Sprintf("%s %s", c.Kind, strings.Join(c.Claims, " ")))
	}
	if diff := cmp.Diff([]string{"basis trade-double"}, got); diff != "" {
		t.Errorf("conflicts (-want +got):\n%s", diff)
	}
}
