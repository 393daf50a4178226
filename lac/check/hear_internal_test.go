package check

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// What readings decide together does not depend on their order: neither the verdict, nor
// which of them decide, nor which are shown.
func TestReadingsAreHeardInAnyOrder(t *testing.T) {
	data, err := lac.NewDataset(lac.Records{})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[Verdict]bool{}
	left := 0 // left open by another
	rapid.Check(t, func(rt *rapid.T) {
		m := lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China,
			Partner: rapid.SampledFrom([]lac.Area{lac.Brazil, lac.CELAC, lac.CentralAmerica}).Draw(rt, "partner"),
			Flow:    rapid.SampledFrom([]lac.TradeFlow{lac.Turnover, lac.Export, lac.Balance}).Draw(rt, "flow")}
		k := checker{ev: newEvidence(data, Default()), policy: Default()}
		k.claim = lac.Claim{ID: "c", Measure: m, Period: lac.Year(2024),
			Form:   rapid.SampledFrom([]lac.ClaimForm{lac.FormLevel, lac.FormAverage, lac.FormShare, lac.FormChange}).Draw(rt, "form"),
			Books:  rapid.SampledFrom([]lac.Area{0, 0, lac.China, lac.Brazil}).Draw(rt, "books"),
			Stated: lac.Stated{Value: lac.MoneyOf(100, lac.USD).Quantity(), Digits: 3}}
		k.stated = rapid.SampledFrom([]interval.Interval{
			interval.Between(interval.Closed(rat(95)), interval.Closed(rat(105))), interval.From(interval.Open(rat(100))), interval.To(interval.Closed(rat(100))),
		}).Draw(rt, "stated")
		var readings []Reading
		for i := range rapid.IntRange(1, 6).Draw(rt, "readings") {
			readings = append(readings, k.drawReading(rt, i))
		}
		order := rapid.Permutation(readings).Draw(rt, "order")
		before := conclude(readings)
		want, wanted := k.heard(readings)
		got, all := k.heard(order)
		if got != want {
			rt.Fatalf("%s in one order, %s in another", want, got)
		}
		if diff := cmp.Diff(wanted, all); diff != "" {
			rt.Fatalf("readings (-one order +another):\n%s", diff)
		}
		if seen[want] = true; before != want {
			left++
		}
	})
	if len(seen) < 4 || left == 0 {
		t.Errorf("verdicts %v alone, %d of them changed by what is heard together", seen, left)
	}
}

func rat(a int64) *big.Rat { return big.NewRat(a, 1) }

// heard returns the verdict and what became of each reading.
func (k *checker) heard(readings []Reading) (Verdict, []string) {
	readings = k.hear(slices.Clone(readings))
	var all []string
	for _, r := range readings {
		all = append(all, fmt.Sprint(r.Records, r.Verdict, r.Deciding, r.Why, r.Allows, r.Notes))
	}
	slices.Sort(all)
	return conclude(readings), all
}

// drawReading draws a reading of either side's books, or of neither's: a figure or a
// bound, of all that a name stands for or of less, converted, estimated or an edition.
func (k *checker) drawReading(rt *rapid.T, i int) Reading {
	value := int64(rapid.SampledFrom([]int{30, 70, 93, 98, 100, 103, 120, 180, 300}).Draw(rt, "value"))
	r := Reading{
		Basis:    Basis{Books: fmt.Sprint(i), Definition: "d"},
		Interval: interval.Of(value), Unit: lac.UnitOf(lac.USD), Records: []string{fmt.Sprint(i)},
		Deciding: rapid.IntRange(0, 5).Draw(rt, "decides") > 0,
		books:    rapid.SampledFrom([]lac.Area{0, lac.China, lac.China, lac.Brazil, lac.CELAC, k.claim.Measure.Partner}).Draw(rt, "books"),
	}
	r.Basis.Conversion = rapid.SampledFrom([]string{"", "", "", "at a rate"}).Draw(rt, "conversion")
	r.Basis.Vintage = rapid.SampledFrom([]string{"", "", "first", "latest"}).Draw(rt, "vintage")
	r.Basis.Status = rapid.SampledFrom([]lac.ObsStatus{"", "", lac.Estimated}).Draw(rt, "status")
	r.Basis.Without = rapid.SampledFrom([][]lac.Area{nil, nil, {lac.Mexico}}).Draw(rt, "without")
	if rapid.IntRange(0, 3).Draw(rt, "part") == 0 {
		r.Interval = interval.From(r.Interval.Lower)
		r.Differs, r.Missing = []ScopeDifference{{Of: string(ofPartner), Is: isPart}}, []lac.Area{lac.Chile}
	}
	r.Says = r.Interval
	r.Allows = r.Says.Widen(big.NewRat(int64(rapid.IntRange(0, 10).Draw(rt, "allows")), 100))
	r.Verdict = k.weigh(r)
	return r
}
