package lac_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
)

func excludedOf(t lac.Total) string {
	var s []string
	for g, n := range t.Excluded() {
		s = append(s, fmt.Sprintf("%s:%d", g, n))
	}
	return strings.Join(s, " ")
}

// What each part left out is left out of the whole, by rule.
func TestMergeKeepsWhatWasLeftOut(t *testing.T) {
	five := must(lac.TotalOf(lac.MoneyOf(5, lac.USD).Amount(), "USD"))
	a := five.Excluding(lac.GuardRegion, 2).Excluding(lac.GuardBooks, 1)
	b := five.Excluding(lac.GuardRegion, 3).Excluding(lac.GuardDuplicate, 4)
	if got, want := excludedOf(a), "both books of one flow:1 region beside members:2"; got != want {
		t.Errorf("left out %s, want %s", got, want)
	}
	if got := excludedOf(five.Excluding(lac.GuardRegion, 0)); got != "" || excludedOf(five) != "" {
		t.Errorf("none left out is %q, and of the first total %q", got, excludedOf(five))
	}
	for _, pair := range [][2]lac.Total{{a, b}, {b, a}} {
		sum := must(pair[0].Merge(pair[1]))
		if got, want := excludedOf(sum), "both books of one flow:1 duplicate row:4 region beside members:5"; got != want {
			t.Errorf("left out %s, want %s", got, want)
		}
	}
	for _, pair := range [][2]lac.Total{{a, five}, {five, a}, {a, {}}, {{}, a}} {
		if got := excludedOf(must(pair[0].Merge(pair[1]))); got != excludedOf(a) {
			t.Errorf("left out %s, want %s", got, excludedOf(a))
		}
	}
	if excludedOf(a) != "both books of one flow:1 region beside members:2" {
		t.Error("merging changes a part")
	}
	for g := range a.Excluded() {
		if g != lac.GuardBooks {
			t.Errorf("the first is %s", g)
		}
		break
	}
}

// Two totals are equal only if they are in every part.
func TestTotalsDifferInEveryPart(t *testing.T) {
	total := func(amount int64, unit lac.Unit, missing int) lac.Total {
		quantities := []lac.Quantity{lac.QuantityOf(amount, unit)}
		return must(lac.Sum(slices.Values(append(quantities, make([]lac.Quantity, missing)...)), same[lac.Quantity]))
	}
	two := must(total(2, "jobs", 1).Merge(total(3, "jobs", 0)))
	different := []lac.Total{
		{}, total(5, "jobs", 1), total(5, "jobs", 2), total(6, "jobs", 1), total(5, "people", 1), two,
		total(5, "jobs", 1).Excluding(lac.GuardRegion, 1), total(5, "jobs", 1).Excluding(lac.GuardBooks, 1), total(5, "jobs", 1).Excluding(lac.GuardBooks, 2),
		must(total(2, "jobs", 1).Merge(total(4, "jobs", 0))),
	}
	for i, a := range different {
		for j, b := range different {
			if a.Equal(b) != (i == j) {
				t.Errorf("%v, without %s, and %v, without %s: equal %t", a, excludedOf(a), b, excludedOf(b), a.Equal(b))
			}
		}
	}
}

func TestSumCountsQuantitiesNotReported(t *testing.T) {
	total, err := lac.Sum(slices.Values([]lac.Quantity{lac.QuantityOf(2, "jobs"), {}, lac.QuantityOf(3, "jobs"), {}, {}}), same[lac.Quantity])
	if err != nil || total.Missing != 3 || total.Records != 2 || total.IsComplete() {
		t.Errorf("%v, %v", total, err)
	}
	if q, err := total.Quantity(); err != nil || q != lac.QuantityOf(5, "jobs") {
		t.Errorf("%v, %v", q, err)
	}
}

func TestDivRoundPlaces(t *testing.T) {
	one, three := lac.MoneyOf(1, lac.USD), lac.MoneyOf(3, lac.USD)
	for places, want := range map[int32]string{0: "0", 1: "0.3", 30: "0." + strings.Repeat("3", 30)} {
		if got, err := one.DivRound(three, places); err != nil || got.String() != want {
			t.Errorf("to %d places: %v, %v", places, got, err)
		}
	}
	for _, places := range []int32{-1, 31, 1 << 30, -1 << 31} {
		if got, err := one.DivRound(three, places); !errors.Is(err, lac.ErrRange) {
			t.Errorf("to %d places: %v, %v", places, got, err)
		}
	}
}

// Both books of one flow are refused; what only looks like them is added up.
func TestBooksOfOneFlowAndOfOthers(t *testing.T) {
	tests := []struct {
		rule    string
		lines   []string
		refused bool
	}{
		{"a pair", []string{"s CHN CHL export 2022 TOTAL 5 USD", "s CHL CHN import 2022 TOTAL 6 USD"}, true},
		{"a group and its member", []string{"s CHN CELAC export 2022 TOTAL 5 USD", "s CHL CHN import 2022 TOTAL 6 USD"}, true},
		{"the group reports", []string{"s CELAC CHN import 2022 TOTAL 5 USD", "s CHN CHL export 2022 TOTAL 6 USD"}, true},
		{"groups with a member in common", []string{"s CHN CELAC export 2022 TOTAL 5 USD", "s PACALL CHN import 2022 TOTAL 6 USD"}, true},
		{"groups that share one that neither holds", []string{"s CHN MERCOSUR export 2022 TOTAL 5 USD", "s ANDEAN CHN import 2022 TOTAL 6 USD"}, false},
		{"no member", []string{"s CHN CELAC export 2022 TOTAL 5 USD", "s USA CHN import 2022 TOTAL 6 USD"}, false},
		{"a member's trade with another", []string{"s CHN CELAC export 2022 TOTAL 5 USD", "s CHL USA import 2022 TOTAL 6 USD"}, false},
		{"the other flow", []string{"s CHN CELAC export 2022 TOTAL 5 USD", "s CHL CHN export 2022 TOTAL 6 USD"}, false},
		{"another year", []string{"s CHN CELAC export 2022 TOTAL 5 USD", "s CHL CHN import 2023 TOTAL 6 USD"}, false},
		{"one reporter's two flows", []string{"s CHN CELAC export 2022 TOTAL 5 USD", "s CHN CELAC import 2022 TOTAL 6 USD"}, false},
		{"trade within a group", []string{"s CELAC CELAC export 2022 TOTAL 5 USD", "s CELAC CELAC import 2022 TOTAL 6 USD"}, false},
	}
	for _, tt := range tests {
		data := must(lac.NewDataset(records(tt.lines...)))
		totals, err := data.Totals(lac.TradeQuery{})
		var unsafe *lac.UnsafeSumError
		switch errors.As(err, &unsafe); {
		case tt.refused != (err != nil), err != nil && unsafe.Guard != lac.GuardBooks:
			t.Errorf("%s: %v", tt.rule, err)
		case err == nil && totals.Len() != 1:
			t.Errorf("%s: %d totals", tt.rule, totals.Len())
		}
	}
}
