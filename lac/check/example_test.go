package check_test

import (
	"fmt"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
)

func ExampleClaim() {
	data, err := almanac.Dataset()
	if err != nil {
		fmt.Println(err)
		return
	}
	double := lac.Claim{
		ID: "double", Form: lac.FormMultiple, Gist: "trade doubled in ten years",
		Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.LatinAmericaCaribbean},
		Period:  lac.Year(2024), Baseline: lac.Year(2014),
		Stated: lac.Stated{Text: "double", Value: lac.QuantityOf(2, lac.UnitTimes)},
	}
	f, err := check.Claim(data, double, check.Default())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(f.Verdict)
	for _, r := range f.Readings {
		fmt.Println(r.Interval.Lower.Decimal(3), r.Verdict, "-", r.Basis.Books)
	}
	// Output:
	// mixed
	// 1.967 supported - China customs (GACC)
	// 1.866 contradicted - CELAC's own books
}

func ExamplePolicy_Interval() {
	stated := lac.Stated{Text: "$518.4 billion", Value: lac.QuantityOf(518_400_000_000, "USD"), Digits: 4}
	for _, p := range []check.Policy{check.Default(), check.Strict()} {
		i, err := p.Interval(stated)
		fmt.Println(p.Name, i, err)
	}
	// Output:
	// default [518350000000, 518500000000) <nil>
	// strict [518350000000, 518450000000) <nil>
}

func ExamplePledge() {
	data, err := almanac.Dataset()
	if err != nil {
		fmt.Println(err)
		return
	}
	target := data.Record("pledge-forum-1-trade-target").(lac.Pledge)
	f := check.Pledge(data, target, lac.DateOf(2025, 6, 9), check.Default())
	fmt.Println(f.State)
	fmt.Println(f.Notes[0])
	// Output:
	// met
	// Reached in 2024: 518.467 bn USD on China customs (GACC) (customs' own Latin America row, as published).
}
