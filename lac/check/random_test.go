package check_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
)

// shuffled is the almanac with its records in another order, and one record more
// that no claim of the region is about.
var shuffled = sync.OnceValues(func() (*lac.Dataset, error) {
	r, err := almanac.Records()
	if err != nil {
		return nil, err
	}
	random := rand.New(rand.NewPCG(1, 2))
	mix := func(n int, swap func(i, j int)) { random.Shuffle(n, swap) }
	mix(len(r.Sources), func(i, j int) { r.Sources[i], r.Sources[j] = r.Sources[j], r.Sources[i] })
	mix(len(r.Trade), func(i, j int) { r.Trade[i], r.Trade[j] = r.Trade[j], r.Trade[i] })
	mix(len(r.Observations), func(i, j int) { r.Observations[i], r.Observations[j] = r.Observations[j], r.Observations[i] })
	mix(len(r.Pledges), func(i, j int) { r.Pledges[i], r.Pledges[j] = r.Pledges[j], r.Pledges[i] })
	mix(len(r.Ties), func(i, j int) { r.Ties[i], r.Ties[j] = r.Ties[j], r.Ties[i] })
	mix(len(r.Rates), func(i, j int) { r.Rates[i], r.Rates[j] = r.Rates[j], r.Rates[i] })
	fiji, tonga := country("FJI"), country("TON")
	r.Trade = append(r.Trade, lac.TradeRecord{ID: "far-away", Source: r.Sources[0].ID, Reporter: fiji, Partner: tonga, Flow: lac.Export,
		Period: lac.Year(2020), Commodity: lac.AllGoods, Value: lac.MoneyOf(7, lac.USD)})
	return lac.NewDataset(r)
})

// drawClaim returns a valid claim of any form, on the measures, areas and years
// that the almanac knows something of.
func drawClaim(t *rapid.T) lac.Claim {
	areas := []lac.Area{lac.China, lac.LatinAmericaCaribbean, lac.CELAC, lac.Brazil, lac.Mexico, lac.Peru, lac.Cuba, lac.Haiti, lac.World, lac.UnitedStates, lac.EuropeanUnion, lac.Caribbean}
	measure := func(name string) lac.Measure {
		m := lac.Measure{
			Subject: rapid.SampledFrom([]lac.Subject{lac.SubjectTrade, lac.SubjectTrade, lac.SubjectTrade, lac.SubjectProjects, lac.SubjectScholarships,
				lac.SubjectTies, lac.SubjectFDIStock, lac.SubjectGDP, lac.SubjectJobs}).Draw(t, name),
			Reporter: rapid.SampledFrom(areas).Draw(t, "reporter"), Partner: rapid.SampledFrom(areas).Draw(t, "partner"),
		}
		if m.Subject == lac.SubjectTrade {
			m.Flow = rapid.SampledFrom([]lac.TradeFlow{"", lac.Export, lac.Import, lac.Turnover, lac.Balance}).Draw(t, "flow")
			m.Real = rapid.IntRange(0, 9).Draw(t, "real") == 0
		}
		return m
	}
	when := func(name string) lac.Period {
		y := rapid.IntRange(1999, 2026).Draw(t, name)
		switch rapid.IntRange(0, 5).Draw(t, "kind of time") {
		case 0:
			return lac.Years(y, y+rapid.IntRange(0, 6).Draw(t, "more"))
		case 1:
			return lac.Month(y, 5)
		}
		return lac.Year(y)
	}
	unit := rapid.SampledFrom([]string{"USD", "CNY", "percent", "percentage-points", "times", "rank", "years", "projects", "countries", "scholarships", "t"}).Draw(t, "unit")
	value := rapid.Int64Range(-3_000, 600_000).Draw(t, "value")
	text := fmt.Sprintf("%d %s", value, unit)
	if unit == "USD" || unit == "CNY" {
		text = fmt.Sprintf("%de6 %s", value, unit)
	}
	c := lac.Claim{
		ID: "random", Gist: "random",
		Form: rapid.SampledFrom([]lac.ClaimForm{lac.FormLevel, lac.FormLevel, lac.FormAverage, lac.FormChange, lac.FormMultiple, lac.FormShare, lac.FormRatio, lac.FormComparison,
			lac.FormRecord, lac.FormTrend, lac.FormRank, lac.FormStreak, lac.FormCount, lac.FormCoverage, lac.FormPledge, lac.FormPledged, lac.FormTies, lac.FormEvent}).Draw(t, "form"),
		Measure: measure("subject"), Period: when("year"), Baseline: when("base"),
		Stated: lac.Stated{Value: quantity(text), Digits: rapid.IntRange(0, 4).Draw(t, "digits"),
			Comparator: rapid.SampledFrom([]lac.Comparator{"", lac.Over, lac.AtLeast, lac.Under, lac.UpTo, lac.Nearly, lac.About}).Draw(t, "hedge")},
		Direction: rapid.SampledFrom([]lac.Direction{lac.Up, lac.Down}).Draw(t, "direction"),
		Over:      rapid.SampledFrom([]lac.CoverageSet{lac.WithTies, lac.AllMembers}).Draw(t, "over"),
		Place:     rapid.IntRange(1, 3).Draw(t, "place"),
		Books:     rapid.SampledFrom([]lac.Area{0, 0, lac.China, lac.Brazil}).Draw(t, "books"),
	}
	switch c.Form {
	case lac.FormShare, lac.FormRatio, lac.FormComparison:
		c.Of = measure("of")
	case lac.FormEvent:
		c.Measure.Subject = lac.SubjectTies
	}
	return c
}

// holdsTogether checks what must be true of every claim: it has a finding, which
// does not depend on the order of the records or on others that it is not about,
// replays as it was, reads back from JSON as it was, and can be said in words.
func holdsTogether(t *rapid.T) {
	data, err := dataset()
	if err != nil {
		t.Fatal(err)
	}
	other, err := shuffled()
	if err != nil {
		t.Fatal(err)
	}
	c := drawClaim(t)
	if c.Validate() != nil {
		t.Skip("not a claim")
	}
	policy := rapid.SampledFrom([]check.Policy{check.Default(), check.Strict(), check.Loose()}).Draw(t, "policy")
	f, err := check.Claim(data, c, policy)
	if err != nil {
		return // a figure in a unit that is not the form's
	}
	b, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	g, err := check.Claim(other, c, policy)
	if err != nil {
		t.Fatalf("with the records in another order: %v", err)
	}
	g.Dataset = f.Dataset
	again, err := json.Marshal(g)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(b), string(again)); diff != "" {
		t.Fatalf("with the records in another order:\n%s", diff)
	}
	differences, err := check.Replay(data, b)
	if err != nil || len(differences) > 0 {
		t.Fatalf("replay: %v %v", err, differences)
	}
	var back check.Finding
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if back.Digest() != f.Digest() {
		t.Fatalf("the digest is %s, and %s after JSON", f.Digest(), back.Digest())
	}
	for _, tag := range []language.Tag{language.English, language.Spanish, language.Portuguese, language.Chinese} {
		if f.Sentence(tag) == "" || f.Word(tag) == "" {
			t.Fatalf("nothing to say in %v", tag)
		}
	}
}

func TestRandomClaimsHoldTogether(t *testing.T) { rapid.Check(t, holdsTogether) }

func FuzzRandomClaims(f *testing.F) { f.Fuzz(rapid.MakeFuzz(holdsTogether)) }

// A verdict is the same in another unit of the same thing, and in whatever language it is
// said: telling a finding changes nothing in it.
func TestVerdictsDoNotDependOnUnits(t *testing.T) {
	data := readRecords(t, filepath.Join(examFolder("exam"), "macro.jsonl"))
	verdicts := map[check.Verdict]bool{}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(170, 250).Draw(t, "hundred thousand tonnes")
		year := rapid.IntRange(2018, 2024).Draw(t, "year")
		c := lac.Claim{ID: "weight", Gist: "weight", Period: lac.Year(year), Baseline: lac.Year(2018),
			Form:    rapid.SampledFrom([]lac.ClaimForm{lac.FormLevel, lac.FormAverage, lac.FormChange}).Draw(t, "form"),
			Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: country("CHL"), Partner: lac.China, Flow: lac.Export, Figure: lac.FigureNetWeight},
			Stated: lac.Stated{Digits: rapid.IntRange(0, 3).Draw(t, "digits"),
				Comparator: rapid.SampledFrom([]lac.Comparator{"", lac.Over, lac.AtLeast, lac.Under, lac.UpTo, lac.Nearly, lac.About}).Draw(t, "hedge")}}
		if c.Form == lac.FormChange {
			n -= 180 // what there was in 2018
		}
		var found []check.Finding
		for _, stated := range []lac.Quantity{lac.QuantityOf(n*100_000, lac.UnitTonnes), lac.QuantityOf(n*100_000_000, lac.UnitKilograms)} {
			c.Stated.Value = stated
			f, err := check.Claim(data, c, check.Default())
			if err != nil {
				t.Fatal(err)
			}
			before := f.Digest()
			for _, tag := range sentenceTags {
				if f.Sentence(tag) == "" || f.Digest() != before {
					t.Fatalf("told in %v it is another finding", tag)
				}
			}
			found = append(found, f)
		}
		if found[0].Verdict != found[1].Verdict {
			t.Fatalf("%s in tonnes, %s in kilograms: %s %s", found[0].Verdict, found[1].Verdict, found[0].Margin(), found[1].Margin())
		}
		verdicts[found[0].Verdict] = true
	})
	if !testing.Short() && !(verdicts[check.Supported] && verdicts[check.Contradicted]) {
		t.Errorf("verdicts %v alone", verdicts)
	}
}
