package chart_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/chart"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/indicator"
)

var update = flag.Bool("update", false, "write the drawings of testdata anew")

func usd(t *testing.T, amount string) lac.Money {
	t.Helper()
	m, err := lac.ParseAmount(amount, lac.USD)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func total(t *testing.T, amount string) lac.Total {
	t.Helper()
	sum, err := lac.Sum(func(yield func(lac.Money) bool) { yield(usd(t, amount)) }, func(m lac.Money) lac.Money { return m })
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// finding returns what the almanac says of a claim of its own statement.
func finding(t *testing.T, id string) check.Finding {
	t.Helper()
	data, err := almanac.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range data.Record(almanac.Statement20250609).(lac.Statement).Claims {
		if c.ID == id {
			f, err := check.Claim(data, c, check.Default())
			if err != nil {
				t.Fatal(err)
			}
			return f
		}
	}
	t.Fatalf("no claim %s", id)
	return check.Finding{}
}

func place(id, name, latitude, longitude string, status lac.ProjectStatus) chart.Place {
	l := lac.Location{Name: name, Latitude: decimal.RequireFromString(latitude), Longitude: decimal.RequireFromString(longitude)}
	return chart.Place{Project: lac.Project{ID: id, Source: "own", Title: name, Status: status, Locations: []lac.Location{l}}, Location: l}
}

var places = []chart.Place{
	place("a", "Chancay", "-11.593", "-77.277", lac.StatusCompleted),
	place("b", "Kingston", "17.97", "-76.79", lac.StatusCompleted),
	place("c", "Bogotá", "4.61", "-74.08", lac.StatusImplementation),
	place("d", "Lisbon", "38.72", "-9.14", lac.StatusPledge),
}

// pictures are one of each kind, by name.
func pictures(t *testing.T, tag language.Tag) map[string]chart.Picture {
	t.Helper()
	out := map[string]chart.Picture{}
	keep := func(name string) func(chart.Picture, error) {
		return func(p chart.Picture, err error) {
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			out[name] = p
		}
	}
	sources := []string{"own figures"}
	growing := map[int]lac.Money{2019: usd(t, "1.5e9"), 2020: usd(t, "2e9"), 2022: usd(t, "2.25e9"), 2023: usd(t, "3e9"), 2024: usd(t, "1e9")}
	covered := map[int]chart.Coverage{2019: {20, 20}, 2020: {19, 20}, 2022: {20, 20}, 2023: {20, 20}, 2024: {4, 20}}
	keep("claim")(chart.Claim(finding(t, "trade-double"), tag))
	keep("years")(chart.Years("A < B", []chart.Series{{"all", growing, covered}, {"exports", map[int]lac.Money{2019: usd(t, "1e9"), 2024: usd(t, "1.2e9")}, nil}}, sources, tag))
	keep("multiples")(chart.Multiples("Small", []chart.Series{{"Peru", growing, nil}, {"Chile", map[int]lac.Money{2020: usd(t, "4e8")}, nil}}, nil, tag))
	ranked, err := indicator.Rank([]lac.Area{lac.Brazil, lac.Chile, lac.Peru}, func(a lac.Area) lac.Money {
		return map[lac.Area]lac.Money{lac.Brazil: usd(t, "188e9"), lac.Chile: usd(t, "61.5e9"), lac.Peru: usd(t, "43e9")}[a]
	})
	if err != nil {
		t.Fatal(err)
	}
	keep("partners")(chart.Partners("Partners", ranked, sources, tag))
	keep("bars")(chart.Bars("Bars", []string{"grants", "loans"}, []chart.Bar{{"energy", []lac.Money{usd(t, "10"), usd(t, "30")}}, {"roads", []lac.Money{{}, usd(t, "5")}}, {"water", []lac.Money{{}, {}}}}, nil, tag))
	keep("mirrors")(chart.Mirrors("Mirror", []chart.Mirror{{"China–Brazil", indicator.MirrorGap{Own: total(t, "163.6e9"), Mirror: total(t, "188.2e9")}}, {"China–Cuba", indicator.MirrorGap{Own: total(t, "5e8")}}}, sources, tag))
	window, err := lac.ParsePeriod("2025/2027")
	if err != nil {
		t.Fatal(err)
	}
	students, err := lac.NewQuantity(decimal.NewFromInt(3500), lac.UnitScholarships)
	if err != nil {
		t.Fatal(err)
	}
	day := lac.DateOf(2026, 3, 6)
	keep("pledges")(chart.Pledges("Pledges", []check.PledgeFinding{
		{Pledge: lac.Pledge{ID: "p1", Window: window, Target: lac.Stated{Value: students}}, AsOf: day, State: check.NotDue},
		{Pledge: lac.Pledge{ID: "p2", Made: lac.Year(2015), Target: lac.Stated{Value: usd(t, "500e9").Quantity()}}, AsOf: day, State: check.Met},
	}, sources, tag))
	keep("map")(chart.Map("Map", places, sources, tag))
	return out
}

// The drawings stand in testdata; each was looked at before it was kept.
func TestDrawings(t *testing.T) {
	for name, p := range pictures(t, language.English) {
		for _, s := range []struct {
			suffix string
			style  chart.Style
		}{{"", chart.Style{}}, {"-narrow-dark", chart.Style{Width: 360, Dark: true}}} {
			got, err := p.SVG(s.style)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			file := filepath.Join("testdata", name+s.suffix+".svg")
			if *update {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s is drawn otherwise; look at it, and keep it with -update", file)
			}
		}
	}
}

// Each picture is well-formed XML with a label, in each language, and an image.
func TestForms(t *testing.T) {
	for _, tag := range []language.Tag{language.English, language.Spanish, language.Portuguese, language.Chinese} {
		for name, p := range pictures(t, tag) {
			svg, err := p.SVG(chart.Style{})
			if err != nil {
				t.Fatal(err)
			}
			d := xml.NewDecoder(bytes.NewReader(svg))
			var label string
			for first := true; ; first = false {
				token, err := d.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatalf("%v %s: %v", tag, name, err)
				}
				if e, ok := token.(xml.StartElement); ok && first {
					for _, a := range e.Attr {
						if a.Name.Local == "aria-label" {
							label = a.Value
						}
					}
				}
			}
			if want := p.Title + ". " + p.Alt; label != want || p.Alt == "" {
				t.Errorf("%v %s: label %q, want %q", tag, name, label, want)
			}
			if tag == language.Spanish || tag == language.Portuguese {
				continue // drawn like English, and slowly
			}
			image, err := p.PNG(chart.Style{Width: 500})
			switch {
			case tag == language.Chinese:
				if !errors.Is(err, chart.ErrNoGlyph) {
					t.Errorf("%s in Chinese: %v, want that the font lacks a character", name, err)
				}
			case err != nil:
				t.Errorf("%v %s: %v", tag, name, err)
			default:
				if got, err := png.DecodeConfig(bytes.NewReader(image)); err != nil || got.Width != 500 || got.Height < 60 {
					t.Errorf("%v %s: %v %v", tag, name, got, err)
				}
			}
		}
	}
}

// What a picture says in words: gaps as gaps, bounds as bounds, both books.
func TestAlt(t *testing.T) {
	got := pictures(t, language.English)
	for name, want := range map[string]string{
		"claim":     "Depends on whose books: stated 1.9–2.1; China customs · customs’ own Latin America row, as published: 1.966–1.967, Supported; CELAC’s books · the 25 reporters with both years: 1.866, Contradicted",
		"years":     "all: 2019: 1,500 … 2024: 1,000 (no figure: 2021); exports: 2019: 1,000 … 2024: 1,200 (no figure: 2020, 2021, 2022, 2023)",
		"multiples": "Peru: 2019: 1,500 … 2024: 1,000 (no figure: 2021); Chile: 2020: 400 (no figure: 2019, 2021, 2022, 2023, 2024)",
		"bars":      "energy 40; roads ≥ 5; water no figure",
		"mirrors":   "China–Brazil: 163.6 / 188.2 (gap +24.6); China–Cuba: no figure",
		"map":       "completed 2; under way 1; pledged 1",
	} {
		want = strings.NewReplacer("1,500", "1.5", "1,000", "1", "1,200", "1.2", "2020: 400 (", "2020: 0.4 (").Replace(want)
		if got[name].Alt != want {
			t.Errorf("%s:\n got %s\nwant %s", name, got[name].Alt, want)
		}
	}
}

func TestRefusals(t *testing.T) {
	euros, err := lac.ParseMoney("1 EUR")
	if err != nil {
		t.Fatal(err)
	}
	one := usd(t, "1")
	tag := language.English
	second := func(_ chart.Picture, err error) error { return err }
	for name, c := range map[string]struct{ got, want error }{
		"two currencies": {second(chart.Years("", []chart.Series{{Values: map[int]lac.Money{1: one, 2: euros}}}, nil, tag)), lac.ErrCurrencyMismatch},
		"in bars":        {second(chart.Bars("", []string{"a", "b"}, []chart.Bar{{Parts: []lac.Money{one, euros}}}, nil, tag)), lac.ErrCurrencyMismatch},
		"no year":        {second(chart.Years("", nil, nil, tag)), chart.ErrNoFigure},
		"no bar":         {second(chart.Bars("", nil, nil, nil, tag)), chart.ErrNoFigure},
		"no side":        {second(chart.Mirrors("", nil, nil, tag)), chart.ErrNoFigure},
		"no pledge":      {second(chart.Pledges("", nil, nil, tag)), chart.ErrNoFigure},
		"no place":       {second(chart.Map("", nil, nil, tag)), chart.ErrNoFigure},
		"no earth":       {second(chart.Map("", []chart.Place{place("x", "x", "91", "0", "")}, nil, tag)), lac.ErrRange},
		"an event":       {second(chart.Claim(finding(t, "forum-meeting"), tag)), chart.ErrNoLine},
		"a view":         {second(chart.Claim(finding(t, "position-fields"), tag)), chart.ErrNoLine},
	} {
		if !errors.Is(c.got, c.want) {
			t.Errorf("%s: %v, want %v", name, c.got, c.want)
		}
	}
	if _, err := chart.Bars("", []string{"a"}, []chart.Bar{{Parts: []lac.Money{one.Neg()}}}, nil, tag); err == nil {
		t.Error("a negative part is drawn")
	}
	if _, err := (chart.Picture{}).SVG(chart.Style{}); err == nil {
		t.Error("the zero Picture is drawn")
	}
	for _, width := range []int{-1, 10, 1 << 20} {
		if _, err := pictures(t, tag)["bars"].SVG(chart.Style{Width: width}); err == nil {
			t.Errorf("width %d is drawn", width)
		}
	}
	if _, err := pictures(t, tag)["bars"].PNG(chart.Style{Font: []byte("no font")}); err == nil {
		t.Error("a font that is none is taken")
	}
}

// RFC 7946: longitude first, a FeatureCollection also of nothing.
func TestGeoJSON(t *testing.T) {
	got, err := chart.GeoJSON(places[:1])
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[-77.277,-11.593]},"properties":{"title":"Chancay","place":"Chancay","status":"completed","source":"own"}}]}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got, err := chart.GeoJSON(nil); err != nil || string(got) != `{"type":"FeatureCollection","features":[]}` || !json.Valid(got) {
		t.Errorf("nothing: %s %v", got, err)
	}
	if _, err := chart.GeoJSON([]chart.Place{place("x", "x", "0", "-180.5", "")}); !errors.Is(err, lac.ErrRange) {
		t.Errorf("outside the earth: %v", err)
	}
}
