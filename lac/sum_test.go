package lac_test

import (
	"errors"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac"
	"pgregory.net/rapid"
)

func TestSumAgreesWithRationals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(anyMoney(), 0, 30).Draw(t, "values")
		want, reported := new(big.Rat), 0
		for _, m := range values {
			if m.IsReported() {
				want.Add(want, m.Amount().Rat())
				reported++
			}
		}
		total, err := lac.Sum(slices.Values(values), same[lac.Money])
		if err != nil {
			t.Fatal(err)
		}
		if total.Decimal().Rat().Cmp(want) != 0 || total.Records != reported || total.Missing != len(values)-reported {
			t.Errorf("%v, want %s of %d records", total, want.FloatString(38), reported)
		}
		if total.IsComplete() != (reported > 0 && reported == len(values)) {
			t.Errorf("%v: IsComplete() = %v", total, total.IsComplete())
		}
		m, err := total.Money()
		switch {
		case reported == 0:
			if !errors.Is(err, lac.ErrMissing) || m.IsReported() {
				t.Errorf("the sum of nothing is %v, %v", m, err)
			}
		case !fits(want):
			if !errors.Is(err, lac.ErrRange) || m.IsReported() {
				t.Errorf("a sum that does not fit is %v, %v", m, err)
			}
		case err != nil || m.Amount().Rat().Cmp(want) != 0 || m.Currency() != lac.USD:
			t.Errorf("sum %v, %v, want %s", m, err, want.FloatString(38))
		}
		shuffled := rapid.Permutation(values).Draw(t, "order")
		if again := must(lac.Sum(slices.Values(shuffled), same[lac.Money])); !again.Equal(total) {
			t.Errorf("in another order: %v, want %v", again, total)
		}
		// Any split of the work merges to the same total.
		cut := rapid.IntRange(0, len(values)).Draw(t, "cut")
		left := must(lac.Sum(slices.Values(values[:cut]), same[lac.Money]))
		right := must(lac.Sum(slices.Values(values[cut:]), same[lac.Money]))
		if merged := must(left.Merge(right)); !merged.Equal(total) {
			t.Errorf("split at %d: %v, want %v", cut, merged, total)
		}
	})
}

func TestSumOfNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(anyNumber(), 1, 30).Draw(t, "values")
		total, err := lac.Sum(slices.Values(values), same[decimal.Decimal])
		if err != nil {
			t.Fatal(err)
		}
		want := decimal.Sum(values[0], values[1:]...)
		if !total.Decimal().Equal(want) || total.Records != len(values) || !total.IsComplete() || total.Unit() != "" {
			t.Errorf("%v, want %v of %d records", total, want, len(values))
		}
		if got := must(lac.Sum(slices.Values(rapid.Permutation(values).Draw(t, "order")), same[decimal.Decimal])); !got.Equal(total) {
			t.Errorf("in another order: %v, want %v", got, total)
		}
		cut := rapid.IntRange(0, len(values)).Draw(t, "cut")
		left := must(lac.Sum(slices.Values(values[:cut]), same[decimal.Decimal]))
		right := must(lac.Sum(slices.Values(values[cut:]), same[decimal.Decimal]))
		if merged := must(left.Merge(right)); !merged.Equal(total) {
			t.Errorf("split at %d: %v, want %v", cut, merged, total)
		}
		groups := must(lac.GroupBy(slices.Values(values), decimal.Decimal.Sign, same[decimal.Decimal]))
		var whole lac.Total
		for _, g := range groups {
			whole = must(whole.Merge(g))
		}
		if !whole.Equal(total) {
			t.Errorf("the groups add up to %v, want %v", whole, total)
		}
	})
}

func TestSumRefusesNumbers(t *testing.T) {
	one := decimal.New(1, 0)
	for name, d := range map[string]decimal.Decimal{
		"finer than 38 places":       decimal.New(1, -39),
		"as fine as can be":          decimal.New(1, -1<<31),
		"of more than 96 digits":     decimal.New(1, 96),
		"of a billion digits":        decimal.New(1, 1_000_000_000),
		"of more digits than memory": decimal.New(-1, 1<<31-1),
	} {
		t.Run(name, func(t *testing.T) {
			total, err := lac.Sum(slicesOf(one, d), same[decimal.Decimal])
			if !errors.Is(err, lac.ErrRange) || !total.Equal(lac.Total{}) || len(err.Error()) > 100 {
				t.Errorf("Sum = %v, %v; want ErrRange", total, err)
			}
			groups, err := lac.GroupBy(slicesOf(one, d), func(decimal.Decimal) string { return "one group" }, same[decimal.Decimal])
			if !errors.Is(err, lac.ErrRange) || groups != nil || !strings.Contains(err.Error(), "one group") {
				t.Errorf("GroupBy = %v, %v; want ErrRange", groups, err)
			}
		})
	}
	large := decimal.New(1, 95)
	if total, err := lac.Sum(slicesOf(large, decimal.New(1, -38), large.Neg()), same[decimal.Decimal]); err != nil || !total.Decimal().Equal(decimal.New(1, -38)) {
		t.Errorf("what came and went left %v, %v", total, err)
	}
}

func TestSumAllocatesNothingPerRecord(t *testing.T) {
	allocs := func(sum func(n int)) (few, many int) {
		return int(testing.AllocsPerRun(10, func() { sum(10) })), int(testing.AllocsPerRun(10, func() { sum(1000) }))
	}
	numbers, amounts, counts := make([]decimal.Decimal, 1000), make([]lac.Money, 1000), make([]lac.Quantity, 1000)
	for i := range numbers {
		numbers[i] = decimal.New(12345678901, -int32(i%4))
		amounts[i] = must(lac.NewMoney(numbers[i], lac.USD))
		counts[i] = must(lac.NewQuantity(numbers[i], lac.UnitJobs))
	}
	for name, sum := range map[string]func(n int){
		"numbers":    func(n int) { _, _ = lac.Sum(slices.Values(numbers[:n]), same[decimal.Decimal]) },
		"amounts":    func(n int) { _, _ = lac.Sum(slices.Values(amounts[:n]), same[lac.Money]) },
		"quantities": func(n int) { _, _ = lac.Sum(slices.Values(counts[:n]), same[lac.Quantity]) },
		"groups": func(n int) {
			_, _ = lac.GroupBy(slices.Values(numbers[:n]), decimal.Decimal.Sign, same[decimal.Decimal])
		},
	} {
		if few, many := allocs(sum); few != many {
			t.Errorf("%s: %d allocations for 10 records, %d for 1000", name, few, many)
		}
	}
}

func TestSumRefusesMixedUnits(t *testing.T) {
	var unsafe *lac.UnsafeSumError
	_, err := lac.Sum(slicesOf(money("512820920000 CNY"), money("22520038832 USD")), same[lac.Money])
	if !errors.As(err, &unsafe) || unsafe.Guard != lac.GuardCurrency || !errors.Is(err, lac.ErrCurrencyMismatch) || !errors.Is(err, lac.ErrUnsafeSum) {
		t.Errorf("yuan and dollars: %v", err)
	}
	_, err = lac.Sum(slicesOf(quantity("1 kg"), quantity("1 t")), same[lac.Quantity])
	if !errors.Is(err, lac.ErrUnitMismatch) || !errors.Is(err, lac.ErrUnsafeSum) {
		t.Errorf("kilograms and tonnes: %v", err)
	}
	yuan := must(lac.Sum(slicesOf(money("1 CNY")), same[lac.Money]))
	dollars := must(lac.Sum(slicesOf(money("1 USD")), same[lac.Money]))
	if _, err = yuan.Merge(dollars); !errors.Is(err, lac.ErrCurrencyMismatch) {
		t.Errorf("merging yuan and dollars: %v", err)
	}
	_, err = lac.GroupBy(slicesOf(money("1 CNY"), money("1 USD")), func(lac.Money) string { return "one group" }, same[lac.Money])
	if !errors.Is(err, lac.ErrCurrencyMismatch) || !strings.Contains(err.Error(), "one group") {
		t.Errorf("grouping yuan and dollars: %v", err)
	}
	// Amounts that are not reported have no currency to differ in.
	if total, err := lac.Sum(slicesOf(lac.Money{}, money("1 CNY"), lac.Money{}), same[lac.Money]); err != nil || total.Missing != 2 {
		t.Errorf("yuan and nothing: %v, %v", total, err)
	}
}

func TestSumNeverOverflows(t *testing.T) {
	most := money(strings.Repeat("9", 38) + " USD")
	least := money("0." + strings.Repeat("0", 37) + "1 USD")
	total := must(lac.Sum(slicesOf(most, most, least, most.Neg(), most.Neg()), same[lac.Money]))
	if m, err := total.Money(); err != nil || m != least {
		t.Errorf("what came and went left %v, %v", m, err)
	}
	total = must(lac.Sum(slicesOf(most, least), same[lac.Money]))
	if _, err := total.Money(); !errors.Is(err, lac.ErrRange) {
		t.Errorf("76 digits as money: %v", err)
	}
	if want := strings.Repeat("9", 38) + "." + strings.Repeat("0", 37) + "1"; total.Decimal().String() != want {
		t.Errorf("Decimal() = %v", total.Decimal())
	}
}
