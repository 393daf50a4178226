package check_test

import (
	"fmt"
	"log"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
)

// What is kept from one statement to the next changes no finding, also where so much
// was asked that it was dropped in between.
func TestPreparedFindsTheSame(t *testing.T) {
	data := almanacData(t)
	s := statement(t, data)
	found, err := check.Statement(data, s, check.Strict())
	if err != nil {
		t.Fatal(err)
	}
	want := digests(found)
	ready := check.Prepare(data, check.Strict())
	other := lac.Statement{ID: "levels"}
	for _, area := range []lac.Area{lac.Brazil, lac.Mexico, lac.Peru, lac.Cuba, country("CHL"), country("ARG"), country("COL"), country("URY")} {
		for year := 1995; year < 2025; year++ {
			other.Claims = append(other.Claims, lac.Claim{ID: fmt.Sprintf("%v-%d", area, year), Gist: "level", Form: lac.FormLevel, Period: lac.Year(year),
				Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: area, Flow: lac.Turnover},
				Stated:  lac.Stated{Value: quantity("10e9 USD"), Digits: 1}})
		}
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			got, err := ready.Statement(s)
			if diff := cmp.Diff(want, digests(got)); err != nil || diff != "" {
				t.Errorf("%v\n%s", err, diff)
			}
			if _, err := ready.Statement(other); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	got, err := ready.Statement(s)
	if diff := cmp.Diff(want, digests(got)); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
	s.Claims = []lac.Claim{{ID: "no period", Form: lac.FormLevel}}
	if _, err := ready.Statement(s); err == nil {
		t.Error("no error for a claim without a period")
	}
}

func digests(findings []check.Finding) []string {
	var out []string
	for _, f := range findings {
		out = append(out, f.Digest())
	}
	return out
}

func ExamplePrepare() {
	data, err := almanac.Dataset()
	if err != nil {
		log.Fatal(err)
	}
	ready := check.Prepare(data, check.Default()) // once, for all that is asked of the records
	for _, billions := range []int64{30, 50} {
		findings, err := ready.Statement(lac.Statement{ID: "asked", Claims: []lac.Claim{{
			ID: "peru", Form: lac.FormLevel, Gist: "trade with Peru", Period: lac.Year(2024),
			Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.Peru, Flow: lac.Turnover},
			Stated:  lac.Stated{Value: lac.QuantityOf(billions*1_000_000_000, "USD"), Comparator: lac.Over},
		}}})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(findings[0].Sentence(language.English))
	}
	// Output:
	// Supported: trade between China and Peru in 2024 is said to have been more than $30 billion; according to China's own books it was $42.877 billion.
	// Contradicted: trade between China and Peru in 2024 is said to have been more than $50 billion; according to China's own books it was $42.877 billion.
}
