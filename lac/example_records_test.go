package lac_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
)

func ExampleArea() {
	for _, s := range []string{"BR", "076", "Brasil", "巴西", "Dominican Rep.", "Dominica", "419", "celac"} {
		a, _ := lac.ParseArea(s)
		fmt.Println(a, a.Name(language.English))
	}
	// Output:
	// BRA Brazil
	// BRA Brazil
	// BRA Brazil
	// BRA Brazil
	// DOM Dominican Republic
	// DMA Dominica
	// 419 Latin America and the Caribbean
	// CELAC Community of Latin American and Caribbean States
}

func ExampleParseArea_unknown() {
	_, err := lac.ParseArea("Korea") // which one?
	fmt.Println(errors.Is(err, lac.ErrUnknownCode), err)
	_, err = lac.ParseArea("")
	fmt.Println(errors.Is(err, lac.ErrSyntax), err)
	// Output:
	// true area "Korea": unknown code
	// true area "": malformed
}

func ExampleProject_Validate() {
	p := lac.Project{
		ID: "p1", Source: "register", Title: "Solar park", Status: lac.StatusCommitment,
		Sectors: []lac.SectorShare{
			{Sector: lac.Sector{Purpose: "2321", Field: "energy"}, Percent: decimal.NewFromInt(100)},
		},
		Areas: []lac.AreaShare{
			{Area: lac.Chile, Percent: decimal.NewFromInt(60)},
			{Area: lac.Argentina, Percent: decimal.NewFromInt(30)},
		},
	}
	err := p.Validate()
	fmt.Println(err)

	var field *lac.FieldError
	fmt.Println(errors.As(err, &field), field.Field, errors.Is(err, lac.ErrRange))
	// Output:
	// record "p1": field areas "90": out of range: percentages add up to 90, not 100
	// record "p1": field sectors[0].sector.purpose "2321": malformed
	// true areas true
}

func ExampleStatement_Words() {
	text := "Trade reached $518.4 billion in 2024."
	words := "$518.4 billion in 2024"
	start := strings.Index(text, words)
	s := lac.Statement{
		ID: "s1", Source: "ministry", Speakers: []lac.Speaker{{Name: "A spokesperson"}},
		Date: lac.DateOf(2025, 6, 9), Language: "en", Text: text,
		Claims: []lac.Claim{{
			ID: "trade-2024", Form: lac.FormLevel, Gist: "Trade in 2024",
			Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.LatinAmericaCaribbean, Flow: lac.Turnover},
			Period:  lac.Year(2024),
			Stated:  lac.Stated{Text: "$518.4 billion", Value: lac.QuantityOf(518_400_000_000, "USD"), Digits: 4},
			Start:   start, End: start + len(words),
		}},
	}
	c := s.Claims[0]
	fmt.Printf("%q is %v\n", s.Words(c), c.Stated.Value)
	fmt.Println(s.Validate())

	s.Claims[0].End = 100
	fmt.Println(s.Validate())
	// Output:
	// "$518.4 billion in 2024" is 518400000000 USD
	// <nil>
	// record "s1": field claims[0].end "100": out of range: beyond the text
}

// A published count is kept as it was published, beside the records that it may
// sum up and never among them.
func ExampleObservation() {
	o := lac.Observation{
		ID: "jobs-2024", Source: "press",
		Measure: lac.Measure{Subject: lac.SubjectJobs, Reporter: lac.China, Partner: lac.LatinAmericaCaribbean},
		Period:  lac.Years(2000, 2024),
		Figure:  lac.Stated{Text: "over a million jobs", Value: lac.QuantityOf(1_000_000, lac.UnitJobs), Comparator: lac.Over},
	}
	fmt.Println(o.Figure, o.Validate())

	o.Figure = lac.Stated{}
	fmt.Println(o.Validate())
	// Output:
	// over a million jobs <nil>
	// record "jobs-2024": field figure: not reported
}

func ExampleCurrency() {
	c, err := lac.ParseCurrency("cny")
	fmt.Println(c, c == lac.CNY, err)
	_, err = lac.ParseCurrency("XXX") // in ISO 4217: no currency
	fmt.Println(errors.Is(err, lac.ErrUnknownCode))
	// Output:
	// CNY true <nil>
	// true
}

// A program's deliveries are what records show; its pledge is what was said.
func ExampleProgram() {
	p := lac.Program{
		ID: "seminars", Source: "ministry", Title: "Seminars on poverty reduction", Kind: lac.Training,
		Provider: lac.China, Recipients: []lac.Area{lac.CELAC}, Window: lac.Years(2025, 2027),
		Pledged: lac.QuantityOf(300, lac.UnitPlaces),
		Delivered: []lac.Delivery{
			{Period: lac.Year(2025), Area: lac.Peru, Places: lac.QuantityOf(40, lac.UnitPlaces)},
			{Period: lac.Year(2025), Area: lac.Chile, Places: lac.QuantityOf(35, lac.UnitPlaces)},
		},
	}
	total, err := lac.Sum(slices.Values(p.Delivered), func(d lac.Delivery) lac.Quantity { return d.Places })
	fmt.Println(total, err, p.Validate())
	// Output:
	// 75 places (2 records, 0 missing) <nil> <nil>
}

// A yearly quantity says so; it is never read as the whole.
func ExamplePledge() {
	p := lac.Pledge{
		ID: "party-members", Source: "press", Made: lac.DateOf(2025, 5, 13).Period(), Window: lac.Years(2025, 2027),
		Measure: lac.Measure{Subject: "visits", Reporter: lac.China, Partner: lac.CELAC},
		Target:  lac.Stated{Text: "300", Value: lac.QuantityOf(300, lac.UnitPeople), Digits: 3},
		PerYear: true,
	}
	fmt.Println(p.Target, p.Made, p.Window, p.Validate())
	p.Window = lac.Period{}
	fmt.Println(p.Validate())
	// Output:
	// 300 2025-05-13 2025/2027 <nil>
	// record "party-members": field window: not reported
}

func ExampleSource() {
	s := lac.Source{ID: "gacc", Publisher: "China customs", Title: "Trade by partner, 2024", Basis: "China customs (GACC)"}
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{s}})
	if err != nil {
		fmt.Println(err)
		return
	}
	found, ok := data.Source("gacc")
	fmt.Println(found.Basis, ok)
	_, err = lac.NewDataset(lac.Records{Meetings: []lac.Meeting{{ID: "m", Source: "nobody", Title: "A meeting", Date: lac.Year(2025)}}})
	fmt.Println(err)
	// Output:
	// China customs (GACC) true
	// record "m": field source "nobody": unknown source
}

// Ecuador has not reported 2024, and Colombia neither year. The plain sum falls from
// 300 to 261 million; that of those who have both years rises from 250 to 261.
func ExampleDataset_LikeForLike() {
	records := lac.Records{Sources: []lac.Source{{ID: "un", Publisher: "UN", Basis: "UN Comtrade"}}}
	for _, r := range []struct {
		reporter       lac.Area
		year, millions int
	}{{lac.Peru, 2023, 240}, {lac.Peru, 2024, 250}, {lac.Bolivia, 2023, 10}, {lac.Bolivia, 2024, 11}, {lac.Ecuador, 2023, 50}} {
		records.Trade = append(records.Trade, lac.TradeRecord{
			ID: fmt.Sprint(r.reporter, r.year), Source: "un", Reporter: r.reporter, Partner: lac.China, Flow: lac.Export,
			Period: lac.Year(r.year), Commodity: lac.AllGoods, Value: lac.MoneyOf(int64(r.millions)*1_000_000, lac.USD),
		})
	}
	data, err := lac.NewDataset(records)
	if err != nil {
		fmt.Println(err)
		return
	}
	q := lac.TradeQuery{Reporter: lac.AndeanCommunity, Partner: lac.China, Flow: lac.Export, Period: lac.Years(2023, 2024)}
	totals, leftOut, err := data.LikeForLike(q, lac.ByYear)
	for key, t := range totals.All() {
		fmt.Println(key.Period, t.Exports)
	}
	fmt.Println("left out:", leftOut, err)
	// Output:
	// 2023 250000000 USD (2 records, 0 missing)
	// 2024 261000000 USD (2 records, 0 missing)
	// left out: [COL ECU] <nil>
}
