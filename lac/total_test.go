package lac_test

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"math/big"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
)

var (
	_ encoding.BinaryMarshaler   = lac.Total{}
	_ encoding.BinaryAppender    = lac.Total{}
	_ encoding.BinaryUnmarshaler = (*lac.Total)(nil)
)

func slicesOf[T any](values ...T) iter.Seq[T] { return slices.Values(values) }

func same[T any](v T) T { return v }

// excludingTotals are totals with records left out under one rule or more.
var excludingTotals = sync.OnceValue(func() []lac.Total {
	queries := []struct {
		partner lac.Area
		rows    []string
	}{
		{0, []string{"comtrade CHN BRA export 2022 TOTAL 61969970590 USD", "comtrade CHN BRA export 2022 TOTAL 61969970590 USD"}},
		{0, []string{"comtrade CHN CHL import 2022 TOTAL 44486040476 USD", "comtrade CHN CHL import 2022 H6:26 20000000000 USD", "comtrade CHN CHL import 2022 H6:2603 18000000000 USD"}},
		{lac.LatinAmericaCaribbean, []string{"gacc CHN 419 export 2022 TOTAL 252978000000 USD", "gacc CHN BRA export 2022 TOTAL 61969970590 USD", "gacc CHN CHL export 2022 TOTAL - -"}},
		{0, []string{"press CHN 419 turnover 2013 TOTAL 261600000000 USD unconfirmed"}},
	}
	var totals []lac.Total
	for _, q := range queries {
		d := must(lac.NewDataset(records(q.rows...)))
		for _, t := range must(d.Totals(lac.TradeQuery{Partner: q.partner})).All() {
			for _, flow := range []lac.TradeFlow{lac.Export, lac.Import, lac.Turnover} {
				for range t.Flow(flow).Excluded() {
					totals = append(totals, t.Flow(flow))
					break
				}
			}
		}
	}
	return totals
})

// anyTotal draws a total in dollars, of nothing to a dozen values.
func anyTotal() *rapid.Generator[lac.Total] {
	return rapid.Custom(func(t *rapid.T) lac.Total {
		values := rapid.SliceOfN(anyMoney(), 0, 12).Draw(t, "values")
		total := must(lac.Sum(slices.Values(values), same[lac.Money]))
		if rapid.Bool().Draw(t, "excluding") {
			total = must(total.Merge(rapid.SampledFrom(excludingTotals()).Draw(t, "exclusions")))
		}
		return total
	})
}

// anyMoney draws an amount in dollars, or none.
func anyMoney() *rapid.Generator[lac.Money] {
	return rapid.Custom(func(t *rapid.T) lac.Money {
		if rapid.IntRange(0, 5).Draw(t, "absent") == 0 {
			return lac.Money{}
		}
		m, err := lac.ParseMoney(numeral().Draw(t, "amount") + " USD")
		if err != nil {
			return lac.Money{}
		}
		return m
	})
}

// anyNumber draws a number that a sum takes, most often a short one.
func anyNumber() *rapid.Generator[decimal.Decimal] {
	return rapid.Custom(func(t *rapid.T) decimal.Decimal {
		if rapid.Bool().Draw(t, "short") {
			return decimal.New(rapid.Int64Range(-1e15, 1e15).Draw(t, "coefficient"), rapid.Int32Range(-3, 2).Draw(t, "exponent"))
		}
		c, _ := new(big.Int).SetString(rapid.StringMatching(`-?[0-9]{1,90}`).Draw(t, "digits"), 10)
		return decimal.NewFromBigInt(c, rapid.Int32Range(-38, 5).Draw(t, "exponent"))
	})
}

// anyNumbers draws a total of plain numbers.
func anyNumbers() *rapid.Generator[lac.Total] {
	return rapid.Map(rapid.SliceOfN(anyNumber(), 0, 12), func(values []decimal.Decimal) lac.Total {
		return must(lac.Sum(slices.Values(values), same[decimal.Decimal]))
	})
}

func TestTotalOfNumbersHasNoUnit(t *testing.T) {
	numbers := must(lac.Sum(slicesOf(decimal.New(55, -1), decimal.Decimal{}, decimal.New(5, -1)), same[decimal.Decimal]))
	if got, want := numbers.String(), "6 (3 records, 0 missing)"; got != want {
		t.Errorf("String() = %q, want %q", got, want)
	}
	if got, want := string(must(json.Marshal(numbers))), `{"sum":"6","records":3,"missing":0}`; got != want {
		t.Errorf("JSON %s, want %s", got, want)
	}
	if q, err := numbers.Quantity(); !errors.Is(err, lac.ErrUnitMismatch) || q.IsReported() {
		t.Errorf("as a quantity: %v, %v", q, err)
	}
	if m, err := numbers.Money(); !errors.Is(err, lac.ErrUnitMismatch) || m.IsReported() {
		t.Errorf("as money: %v, %v", m, err)
	}
	var back lac.Total
	if err := back.UnmarshalBinary(must(numbers.MarshalBinary())); err != nil || !back.Equal(numbers) {
		t.Errorf("%v comes back as %v, %v", numbers, back, err)
	}

	nothing := must(lac.Sum(slicesOf[decimal.Decimal](), same[decimal.Decimal]))
	if !nothing.Equal(lac.Total{}) {
		t.Errorf("the sum of no numbers is %v", nothing)
	}
	missing := must(lac.Sum(slicesOf(lac.Money{}), same[lac.Money]))
	for _, unitless := range []lac.Total{numbers, must(lac.Sum(slicesOf(decimal.Decimal{}), same[decimal.Decimal]))} {
		for _, other := range []lac.Total{
			must(lac.Sum(slicesOf(money("6 USD")), same[lac.Money])),
			must(lac.Sum(slicesOf(money("0 USD")), same[lac.Money])),
			must(lac.Sum(slicesOf(quantity("6 jobs")), same[lac.Quantity])),
		} {
			for _, pair := range [][2]lac.Total{{unitless, other}, {other, unitless}} {
				var unsafe *lac.UnsafeSumError
				got, err := pair[0].Merge(pair[1])
				if !errors.As(err, &unsafe) || unsafe.Guard != lac.GuardCurrency || !errors.Is(err, lac.ErrUnitMismatch) ||
					!strings.Contains(err.Error(), "no unit") || !got.Equal(lac.Total{}) {
					t.Errorf("%v and %v merge to %v, %v", pair[0], pair[1], got, err)
				}
			}
			if got, err := missing.Merge(other); err != nil || got.Unit() != other.Unit() || got.Missing != 1 {
				t.Errorf("a missing amount and %v merge to %v, %v", other, got, err)
			}
		}
		for _, pair := range [][2]lac.Total{{unitless, missing}, {missing, unitless}} {
			got, err := pair[0].Merge(pair[1])
			if err != nil || got.Records != unitless.Records || got.Missing != 1 || got.Unit() != "" || !got.Decimal().Equal(unitless.Decimal()) {
				t.Errorf("%v and %v merge to %v, %v", pair[0], pair[1], got, err)
			}
		}
	}
}

func TestMergeIsAssociativeAndCommutative(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		totals := rapid.SampledFrom([]*rapid.Generator[lac.Total]{anyTotal(), anyNumbers()}).Draw(t, "totals")
		a, b, c := totals.Draw(t, "a"), totals.Draw(t, "b"), totals.Draw(t, "c")
		before := string(must(a.MarshalBinary())) + string(must(b.MarshalBinary()))
		ab, ba := must(a.Merge(b)), must(b.Merge(a))
		if !ab.Equal(ba) {
			t.Errorf("a+b = %v, b+a = %v", ab, ba)
		}
		left, right := must(ab.Merge(c)), must(a.Merge(must(b.Merge(c))))
		if !left.Equal(right) || string(must(left.MarshalBinary())) != string(must(right.MarshalBinary())) {
			t.Errorf("(a+b)+c = %v, a+(b+c) = %v", left, right)
		}
		if zero := must(a.Merge(lac.Total{})); !zero.Equal(a) {
			t.Errorf("a+0 = %v, want %v", zero, a)
		}
		if after := string(must(a.MarshalBinary())) + string(must(b.MarshalBinary())); after != before {
			t.Error("merging changed what was merged")
		}
	})
}

func TestGroupByAgreesWithSum(t *testing.T) {
	type keyed struct {
		key   int
		value lac.Money
	}
	one := rapid.Custom(func(t *rapid.T) keyed {
		return keyed{rapid.IntRange(0, 4).Draw(t, "key"), anyMoney().Draw(t, "value")}
	})
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOfN(one, 0, 30).Draw(t, "records")
		groups, err := lac.GroupBy(slices.Values(all), func(k keyed) int { return k.key }, func(k keyed) lac.Money { return k.value })
		if err != nil {
			t.Fatal(err)
		}
		want := map[int]lac.Total{}
		var whole lac.Total
		for _, k := range all {
			alone := must(lac.Sum(slicesOf(k.value), same[lac.Money]))
			want[k.key] = must(want[k.key].Merge(alone))
		}
		for _, g := range groups {
			whole = must(whole.Merge(g))
		}
		if diff := cmp.Diff(want, groups); diff != "" {
			t.Errorf("groups differ (-want +got):\n%s", diff)
		}
		if sum := must(lac.Sum(slices.Values(all), func(k keyed) lac.Money { return k.value })); !sum.Equal(whole) {
			t.Errorf("the groups add up to %v, want %v", whole, sum)
		}
	})
}

func TestTotalOfQuantitiesIsNotMoney(t *testing.T) {
	total := must(lac.Sum(slicesOf(quantity("900 jobs"), quantity("100 jobs")), same[lac.Quantity]))
	if q, err := total.Quantity(); err != nil || q != quantity("1000 jobs") || total.Unit() != lac.UnitJobs {
		t.Errorf("%v, %v", q, err)
	}
	if m, err := total.Money(); !errors.Is(err, lac.ErrUnitMismatch) || m.IsReported() {
		t.Errorf("jobs as money: %v, %v", m, err)
	}
}

func TestTotalSaysWhatItRestsOn(t *testing.T) {
	total := must(lac.Sum(slicesOf(money("61969970590 USD"), lac.Money{}, money("0.5 USD")), same[lac.Money]))
	if got, want := total.String(), "61969970590.5 USD (2 records, 1 missing)"; got != want {
		t.Errorf("String() = %q, want %q", got, want)
	}
	if got, want := (lac.Total{Missing: 3}).String(), "no sum (0 records, 3 missing)"; got != want {
		t.Errorf("String() = %q, want %q", got, want)
	}
	if got, want := string(must(json.Marshal(total))), `{"sum":"61969970590.5 USD","records":2,"missing":1}`; got != want {
		t.Errorf("JSON %s, want %s", got, want)
	}
	if got, want := string(must(json.Marshal(lac.Total{}))), `{"sum":"","records":0,"missing":0}`; got != want {
		t.Errorf("JSON %s, want %s", got, want)
	}
	if got := fmt.Sprint(excludingTotals()); len(excludingTotals()) != 4 {
		t.Errorf("totals with exclusions: %s", got)
	}
}

func BenchmarkSum(b *testing.B) {
	all := manyRecords(100_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := lac.Sum(slices.Values(all), lac.TradeRecord.Amount); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGroupBy(b *testing.B) {
	all := manyRecords(100_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := lac.GroupBy(slices.Values(all), func(r lac.TradeRecord) lac.Period { return r.Period }, lac.TradeRecord.Amount); err != nil {
			b.Fatal(err)
		}
	}
}

func TestTotalOf(t *testing.T) {
	one := must(lac.TotalOf(decimal.RequireFromString("2.5"), "USD"))
	if want := must(lac.Sum(slices.Values([]lac.Money{money("2.5 USD")}), func(m lac.Money) lac.Money { return m })); !one.Equal(want) {
		t.Errorf("%v, want %v", one, want)
	}
	if _, err := lac.TotalOf(decimal.New(1, 0), "no unit!"); !errors.Is(err, lac.ErrSyntax) {
		t.Errorf("an invalid unit: %v", err)
	}
	if _, err := lac.TotalOf(decimal.New(1, 1_000_000_000), "USD"); !errors.Is(err, lac.ErrRange) {
		t.Errorf("a number with a billion digits: %v", err)
	}
	twice := one.Excluding(lac.GuardMatch, 1).Excluding(lac.GuardMatch, 2)
	for g, n := range twice.Excluded() {
		if g != lac.GuardMatch || n != 3 {
			t.Errorf("%d %s", n, g)
		}
	}
	for g := range one.Excluded() {
		t.Errorf("%s is excluded of the total that Excluding was called on", g)
	}
}
