package check_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

var tradeWithBrazil = lac.Measure{Subject: lac.SubjectTrade, Flow: lac.Turnover, Reporter: lac.China, Partner: country("BRA")}

func country(code string) lac.Area {
	a, err := lac.ParseArea(code)
	if err != nil {
		panic(err)
	}
	return a
}

func quantity(s string) lac.Quantity {
	q, err := lac.ParseQuantity(s)
	if err != nil {
		panic(err)
	}
	return q
}

// row is a row of trade of China in billions, from source s.
func row(id, partner string, flow lac.TradeFlow, period lac.Period, bn int64) lac.TradeRecord {
	return lac.TradeRecord{ID: id, Source: "s", Reporter: lac.China, Partner: country(partner), Flow: flow, Period: period,
		Commodity: lac.AllGoods, Value: lac.MoneyOf(bn*1_000_000_000, lac.USD)}
}

// words returns the texts of steps.
func words(steps []check.Step) string {
	var b strings.Builder
	for _, s := range steps {
		b.WriteString(s.Text + " ")
	}
	return b.String()
}

func build(t testing.TB, r lac.Records) *lac.Dataset {
	t.Helper()
	if len(r.Sources) == 0 {
		r.Sources = []lac.Source{{ID: "s", Publisher: "p", Basis: "b"}}
	}
	data, err := lac.NewDataset(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Half a turnover, or nine months of a year, bounds the year from below and
// contradicts no claim of more.
func TestPartOfATradeFigureIsALowerBound(t *testing.T) {
	c := lac.Claim{ID: "c", Form: lac.FormLevel, Measure: tradeWithBrazil, Period: lac.Year(2024),
		Stated: lac.Stated{Value: quantity("180000000000 USD"), Digits: 2}}
	nine := lac.Days(lac.DateOf(2024, 1, 1), lac.DateOf(2024, 9, 30))
	year := lac.Year(2024)
	for name, tt := range map[string]struct {
		rows     []lac.TradeRecord
		interval string
		want     check.Verdict
	}{
		"one flow":      {[]lac.TradeRecord{row("x", "BRA", lac.Export, year, 70)}, "[70000000000, ∞)", check.Insufficient},
		"nine months":   {[]lac.TradeRecord{row("x", "BRA", lac.Export, nine, 50), row("m", "BRA", lac.Import, nine, 80)}, "[130000000000, ∞)", check.Insufficient},
		"both, whole":   {[]lac.TradeRecord{row("x", "BRA", lac.Export, year, 70), row("m", "BRA", lac.Import, year, 80)}, "150000000000", check.Contradicted},
		"beyond claims": {[]lac.TradeRecord{row("x", "BRA", lac.Export, nine, 191)}, "[191000000000, ∞)", check.Contradicted},
	} {
		f := find(t, build(t, lac.Records{Trade: tt.rows}), c, check.Default())
		if f.Verdict != tt.want || len(f.Readings) != 1 || f.Readings[0].Interval.String() != tt.interval {
			t.Errorf("%s: %s, readings %+v; want %s on %s", name, f.Verdict, f.Readings, tt.want, tt.interval)
		}
	}
}

// The region's books are its members': with one of them it is a lower bound.
func TestRegionAsReporterIsReadOnItsMembers(t *testing.T) {
	brazil := row("x", "CHN", lac.Export, lac.Year(2024), 100)
	brazil.Reporter = country("BRA")
	c := lac.Claim{ID: "c", Form: lac.FormLevel, Period: lac.Year(2024), Stated: lac.Stated{Value: quantity("180000000000 USD"), Digits: 2},
		Measure: lac.Measure{Subject: lac.SubjectTrade, Flow: lac.Export, Reporter: lac.LatinAmericaCaribbean, Partner: lac.China}}
	f := find(t, build(t, lac.Records{Trade: []lac.TradeRecord{brazil}}), c, check.Default())
	if len(f.Readings) != 1 || f.Readings[0].Interval.String() != "[100000000000, ∞)" || f.Verdict != check.Insufficient {
		t.Errorf("%s, readings %+v", f.Verdict, f.Readings)
	}
}

// A list of some partners places nobody first: others may be ahead. The world's
// row or a list of the largest says how far.
func TestRankNeedsTheWholeCompetition(t *testing.T) {
	year := lac.Year(2022)
	rows := []lac.TradeRecord{row("bx", "BRA", lac.Export, year, 60), row("bm", "BRA", lac.Import, year, 110),
		row("cx", "CHL", lac.Export, year, 20), row("cm", "CHL", lac.Import, year, 40)}
	world := func(bn int64) []lac.TradeRecord {
		return []lac.TradeRecord{row("wx", "001", lac.Export, year, bn), row("wm", "001", lac.Import, year, 150)}
	}
	c := lac.Claim{ID: "c", Form: lac.FormRank, Measure: tradeWithBrazil, Period: year, Stated: lac.Stated{Value: quantity("1 rank"), Digits: 1}}
	for name, tt := range map[string]struct {
		rows  []lac.TradeRecord
		want  check.Verdict
		place string
	}{
		"some partners":          {rows, check.Insufficient, "[1, ∞)"},
		"world leaves 5 over":    {slices.Concat(rows, world(85)), check.Supported, "1"},
		"world leaves 1000 over": {slices.Concat(rows, world(1080)), check.Insufficient, "[1, ∞)"},
		"half of Brazil":         {slices.Concat(rows[1:], world(85)), check.Supported, "1"},
	} {
		f := find(t, build(t, lac.Records{Trade: tt.rows}), c, check.Default())
		if f.Verdict != tt.want || f.Readings[0].Interval.String() != tt.place {
			t.Errorf("%s: %s, %v; want %s, %s", name, f.Verdict, f.Readings[0].Interval, tt.want, tt.place)
		}
	}
	almanacs := find(t, almanacData(t), c, check.Default())
	if almanacs.Verdict == check.Supported {
		t.Error("a list of CELAC's members makes Brazil China's largest partner")
	}
}

// A published row of the EU does not compete with its members, and is not added
// to them.
func TestUnionsOwnRowCountsOnce(t *testing.T) {
	year := lac.Year(2022)
	var rows []lac.TradeRecord
	for partner, bn := range map[string]int64{"BRA": 100, "DEU": 70, "EU": 90, "001": 300} {
		rows = append(rows, row(partner+"x", partner, lac.Export, year, bn), row(partner+"m", partner, lac.Import, year, bn))
	}
	c := lac.Claim{ID: "c", Form: lac.FormRank, Measure: tradeWithBrazil, Period: year, Stated: lac.Stated{Value: quantity("1 rank"), Digits: 1}}
	for _, r := range find(t, build(t, lac.Records{Trade: rows}), c, check.Default()).Readings {
		if r.Interval.Lower.String() != "1" || strings.Contains(words(r.Arithmetic), "320 bn") {
			t.Errorf("%s: %v (%q)", r.Basis.Definition, r.Interval, r.Arithmetic)
		}
	}
}

func cell(id, source, sector string, kind lac.ProjectKind, status lac.ProjectStatus, period lac.Period, n int64) lac.Observation {
	return lac.Observation{ID: id, Source: source, Table: "t", Period: period, Figure: lac.Stated{Value: lac.QuantityOf(n, lac.UnitProjects), Digits: 1},
		Measure: lac.Measure{Subject: lac.SubjectProjects, Reporter: lac.China, Partner: country("BRA"), Kind: kind, Sector: sector, Status: status}}
}

// Cells count for the claim's time, sector, stage and source only.
func TestTableCountsWhatTheClaimCounts(t *testing.T) {
	data := build(t, lac.Records{
		Sources: []lac.Source{{ID: "s", Publisher: "p", Basis: "b"}, {ID: "u", Publisher: "p", Basis: "b"},
			{ID: "v", Publisher: "p", Basis: "b", Voice: lac.China}},
		Observations: []lac.Observation{
			cell("a", "s", "health", "", lac.StatusCompleted, lac.Year(2005), 60),
			cell("b", "s", "energy", "", lac.StatusCompleted, lac.Year(2015), 60),
			cell("c", "s", "energy", "", lac.StatusImplementation, lac.Year(2015), 60),
			cell("d", "u", "energy", "", lac.StatusCompleted, lac.Year(2005), 60),
			cell("e", "v", "energy", "", lac.StatusCompleted, lac.Year(2005), 600),
		},
	})
	c := lac.Claim{ID: "c", Form: lac.FormCount, Measure: lac.Measure{Subject: lac.SubjectProjects, Reporter: lac.China, Partner: lac.CELAC},
		Stated: lac.Stated{Value: quantity("100 projects"), Comparator: lac.Over, Digits: 1}}
	for _, tt := range []struct {
		period, sector string
		status         lac.ProjectStatus
		want           check.Verdict
	}{
		{"../2020", "", "", check.Supported}, // 180 of s, never 60 of s with 60 of u
		{"../2020", "", lac.StatusCompleted, check.Supported},
		{"../2020", "energy", "", check.Supported},
		{"2013/..", "", "", check.Supported},
		{"../2020", "energy", lac.StatusCompleted, check.Insufficient},
		{"../2010", "", "", check.Insufficient},
		{"../2020", "health", "", check.Insufficient},
	} {
		c.Measure.Sector, c.Measure.Status = tt.sector, tt.status
		if err := c.Period.UnmarshalText([]byte(tt.period)); err != nil {
			t.Fatal(err)
		}
		if f := find(t, data, c, check.Default()); f.Verdict != tt.want {
			t.Errorf("%s %q %q: %s, want %s", tt.period, tt.sector, tt.status, f.Verdict, tt.want)
		}
	}
}

// A cell of none is no witness.
func TestZeroIsNoWitness(t *testing.T) {
	data := build(t, lac.Records{Observations: []lac.Observation{cell("z", "s", "health", "", lac.StatusCompleted, lac.Year(2015), 0)}})
	c := claim(t, almanacData(t), "livelihood")
	c.Over = lac.AllMembers
	for _, w := range find(t, data, c, check.Default()).Witnesses {
		if w.State == check.Covered {
			t.Errorf("%v is covered by nothing", w.Area)
		}
	}
}

// Another provider's places, and those after the claim, are not the claimant's.
func TestGivenPlacesAreTheClaimantsOwn(t *testing.T) {
	program := func(id string, provider lac.Area, year int) lac.Program {
		return lac.Program{ID: id, Source: "s", Title: "t", Kind: lac.Training, Provider: provider, Recipients: []lac.Area{lac.CELAC},
			Delivered: []lac.Delivery{{Period: lac.Year(year), Places: lac.QuantityOf(200, lac.UnitPlaces)}}}
	}
	c := claim(t, almanacData(t), "training")
	c.Stated = lac.Stated{Value: quantity("100 places"), Comparator: lac.Over, Digits: 1}
	for _, tt := range []struct {
		program lac.Program
		want    check.Verdict
	}{
		{program("p", lac.China, 2020), check.Supported},
		{program("p", country("IND"), 2020), check.Insufficient},
		{program("p", lac.China, 2026), check.Insufficient},
	} {
		if f := find(t, build(t, lac.Records{Programs: []lac.Program{tt.program}}), c, check.Default()); f.Verdict != tt.want {
			t.Errorf("%v %v: %s, want %s", tt.program.Provider, tt.program.Delivered[0].Period, f.Verdict, tt.want)
		}
	}
}

// A fall is stated in a negative figure: its interval must not be inside out.
func TestIntervalsOfAFall(t *testing.T) {
	for _, tt := range []struct {
		stated lac.Stated
		want   string
	}{
		{lac.Stated{Value: quantity("-8.4 percent"), Digits: 2}, "(-8.5, -8.35]"},
		{lac.Stated{Value: quantity("-10 percent"), Comparator: lac.Nearly}, "(-10, -9]"},
		{lac.Stated{Value: quantity("-10 percent"), Comparator: lac.About}, "[-11, -9]"},
		{lac.Stated{Value: quantity("-50 percent")}, "[-52.5, -47.5]"},
		{lac.Stated{Value: quantity("999999999999999 USD"), Digits: 15}, "[999999999999998.5, 1000000000000000)"},
	} {
		if got, err := check.Default().Interval(tt.stated); err != nil || got.String() != tt.want {
			t.Errorf("%v %s: %v, %v; want %s", tt.stated, tt.stated.Comparator, got, err, tt.want)
		}
	}
}

// An upper bound in another currency has no lower one to print.
func TestUpperBoundIsConverted(t *testing.T) {
	data := build(t, lac.Records{
		Observations: []lac.Observation{{ID: "o", Source: "s", Measure: tradeWithBrazil, Period: lac.Year(2024),
			Figure: lac.Stated{Value: quantity("700 CNY"), Comparator: lac.UpTo, Digits: 3}}},
		Rates: []lac.Rate{{ID: "r", Source: "s", Period: lac.Year(2024), Base: lac.USD, Quote: lac.CNY, Rate: decimal.NewFromInt(7)}},
	})
	c := lac.Claim{ID: "c", Form: lac.FormLevel, Measure: tradeWithBrazil, Period: lac.Year(2024), Stated: lac.Stated{Value: quantity("90 USD"), Digits: 2}}
	f := find(t, data, c, check.Default())
	if len(f.Readings) != 1 || f.Readings[0].Interval.String() != "(-∞, 100]" || f.Verdict != check.Insufficient {
		t.Errorf("readings %+v", f.Readings)
	}
}

func TestPolicyAndUnitAreChecked(t *testing.T) {
	p := check.Default()
	p.Word = decimal.New(1, 999_999_999) // written out it would take a gigabyte
	c := claim(t, almanacData(t), "trade-double")
	if _, err := check.Claim(almanacData(t), c, p); !errors.Is(err, lac.ErrRange) {
		t.Errorf("policy: %v", err)
	}
	c.Stated.Value = quantity("2 percent")
	if _, err := check.Claim(almanacData(t), c, check.Default()); !errors.Is(err, lac.ErrUnitMismatch) {
		t.Errorf("unit: %v", err)
	}
}

// What no end was named for cannot be late; money is not delivered by the piece;
// "more than" is not met by as many; a year that is not over has no total.
func TestPledgeTraps(t *testing.T) {
	pledge := lac.Pledge{ID: "pledge", Source: "s", Made: lac.Year(2015), Measure: lac.Measure{Subject: lac.SubjectTraining, Reporter: lac.China, Partner: lac.CELAC}}
	program := lac.Program{ID: "program", Source: "s", Title: "t", Kind: lac.Training, Provider: lac.China, Recipients: []lac.Area{lac.CELAC}, Fulfils: "pledge",
		Delivered: []lac.Delivery{{Period: lac.Year(2016), Places: lac.QuantityOf(100, lac.UnitPlaces)}}}
	project := lac.Project{ID: "project", Source: "s", Title: "t", Status: lac.StatusCompleted, Fulfils: "pledge",
		Areas: []lac.AreaShare{{Area: country("BRA"), Percent: decimal.NewFromInt(100)}}}
	data := build(t, lac.Records{Programs: []lac.Program{program}, Projects: []lac.Project{project}})
	for _, tt := range []struct {
		window, target string
		perYear        bool
		comparator     lac.Comparator
		want           check.Verdict
	}{
		{"2015/..", "1000 places", false, "", check.Unmeasurable},
		{"2015/2019", "66000000000 CNY", false, "", check.Unmeasurable},
		{"2015/2019", "100 places", false, lac.Over, check.Missed},
		{"2015/2019", "100 places", false, "", check.Met},
		{"2015-07-17/2020-07-16", "25 places", true, "", check.Missed}, // five years: 125
		{"2015/..", "100 places", true, "", check.Unmeasurable},
	} {
		p := pledge
		if err := p.Window.UnmarshalText([]byte(tt.window)); err != nil {
			t.Fatal(err)
		}
		p.PerYear, p.Target = tt.perYear, lac.Stated{Value: quantity(tt.target), Comparator: tt.comparator, Digits: 1}
		if f := check.Pledge(data, p, lac.DateOf(2025, 6, 9), check.Default()); f.State != tt.want {
			t.Errorf("%s in %s: %s, want %s (%q)", tt.target, tt.window, f.State, tt.want, f.Notes)
		}
	}
	level, _ := almanacData(t).Record("pledge-forum-1-trade-target").(lac.Pledge)
	if f := check.Pledge(almanacData(t), level, lac.DateOf(2024, 1, 2), check.Default()); f.State == check.Met {
		t.Error("the level of 2024 was reached on its second day")
	}
}

// An open end gives no day as of which a rank or a coverage holds.
func TestOpenEndDecidesNothing(t *testing.T) {
	data := almanacData(t)
	for _, id := range []string{"partner-rank", "partner-streak", "livelihood", "projects-pledged"} {
		c := claim(t, data, id)
		if err := c.Period.UnmarshalText([]byte("2013/..")); err != nil {
			t.Fatal(err)
		}
		if f := find(t, data, c, check.Default()); f.Verdict != check.Insufficient || len(f.Missing) == 0 {
			t.Errorf("%s: %s, missing %q", id, f.Verdict, f.Missing)
		}
	}
}

func FuzzClaim(f *testing.F) {
	data := almanacData(f)
	for _, c := range statement(f, data).Claims {
		b, err := json.Marshal(c)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte(`{"id":"x","form":"change","period":"2024","baseline":"2014","measure":{"subject":"trade","reporter":"CHN","partner":"BRA"},"stated":{"value":"-1e-38 percent","digits":38}}`))
	f.Add([]byte(`{"id":"x","form":"share","period":"2024","measure":{"subject":"trade","reporter":"CHN","partner":"419"},"of":{"subject":"trade","reporter":"CHN","partner":"001"},"stated":{"value":"8 percent"}}`))
	f.Add([]byte(`{"id":"x","form":"streak","place":9223372036854775807,"period":"9998","measure":{"subject":"trade","reporter":"419","partner":"EU"},"stated":{"value":"9 years"}}`))
	verdicts := []check.Verdict{check.Supported, check.Contradicted, check.Mixed, check.Insufficient, check.NotCheckable,
		check.NotDue, check.OnTrack, check.Behind, check.Met, check.Missed, check.Unmeasurable}
	f.Fuzz(func(t *testing.T, b []byte) {
		var c lac.Claim
		if json.Unmarshal(b, &c) != nil {
			return
		}
		for _, p := range []check.Policy{check.Default(), check.Strict()} {
			found, err := check.Claim(data, c, p)
			if err != nil {
				continue
			}
			if !slices.Contains(verdicts, found.Verdict) {
				t.Errorf("verdict %q", found.Verdict)
			}
			if _, err := json.Marshal(found); err != nil {
				t.Error(err)
			}
			for _, r := range found.Readings {
				_ = check.Text(r.Interval, r.Unit)
			}
		}
		if conflicts, err := check.Consistency(data, statementOf(c, c), check.Default()); err == nil {
			for _, conflict := range conflicts {
				if conflict.Text == "" || len(conflict.Claims) == 0 {
					t.Errorf("conflict %+v", conflict)
				}
			}
		}
		promised := lac.Pledge{ID: "p", Source: "s", Measure: c.Measure, Target: c.Stated, PerYear: c.Place > 0, Made: c.Period, Window: c.Period}
		if found := check.Pledge(data, promised, c.Period.Last(), check.Default()); !slices.Contains(verdicts, found.State) {
			t.Errorf("state %q", found.State)
		}
	})
}
