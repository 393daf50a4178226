package lac_test

import (
	"encoding"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"iter"
	"maps"
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

func TestTotalBinaryForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		totals := rapid.OneOf(anyTotal(), anyNumbers())
		a, b := totals.Draw(t, "a"), totals.Draw(t, "b")
		data := must(a.MarshalBinary())
		var got lac.Total
		if err := got.UnmarshalBinary(data); err != nil || !got.Equal(a) || !cmp.Equal(got, a) {
			t.Fatalf("%x of %v is read as %v, %v", data, a, got, err)
		}
		if !maps.Equal(maps.Collect(got.Excluded()), maps.Collect(a.Excluded())) {
			t.Errorf("exclusions of %v were lost", a)
		}
		if other := must(b.MarshalBinary()); a.Equal(b) != (string(data) == string(other)) {
			t.Errorf("%v and %v: Equal and binary form disagree", a, b)
		}
		for n := range data {
			if err := got.UnmarshalBinary(data[:n]); err == nil {
				t.Fatalf("%x cut to %d bytes is read as %v", data, n, got)
			}
		}
		if err := got.UnmarshalBinary(append(slices.Clone(data), 0)); err == nil {
			t.Fatalf("%x with a byte more is read as %v", data, got)
		}
		if !got.Equal(a) {
			t.Error("a failed reading changed the total")
		}
		at := rapid.IntRange(0, len(data)-1).Draw(t, "at")
		bad := slices.Clone(data)
		bad[at] ^= byte(rapid.IntRange(1, 255).Draw(t, "flip"))
		if err := got.UnmarshalBinary(bad); err == nil {
			t.Errorf("%x with byte %d changed is read as %v", data, at, got)
		}
	})
}

// sealed appends the checksum that a total's binary form ends in.
func sealed(data ...[]byte) []byte {
	body := slices.Concat(data...)
	return binary.BigEndian.AppendUint32(body, crc32.ChecksumIEEE(body))
}

func TestTotalBinaryRefuses(t *testing.T) {
	total := must(lac.Sum(slicesOf(money("5 USD"), lac.Money{}), same[lac.Money]))
	form := must(total.MarshalBinary())
	good := form[:len(form)-4]
	if string(sealed(good)) != string(form) {
		t.Fatalf("%x does not end in its checksum", form)
	}
	none := []byte{1, 0, 0, 0}                    // no records, none missing, no unit
	zero := must(lac.Total{}.MarshalBinary())[5:] // the sum of nothing
	zero = zero[:len(zero)-4]
	left := func(g lac.Guard, n byte) []byte { return append(append([]byte{byte(len(g))}, g...), n) }
	for rule, data := range map[string][]byte{
		"nothing":                        nil,
		"less than a checksum":           {1, 2, 3},
		"a checksum alone":               sealed(),
		"no checksum":                    good,
		"another version":                sealed([]byte{2}, good[1:]),
		"a count in a longer form":       sealed([]byte{1, 0x81, 0x00}, good[2:]),
		"a unit as long as memory":       sealed([]byte{1, 1, 1}, binary.AppendUvarint(nil, 1<<62)),
		"exclusions as many as memory":   sealed(none, binary.AppendUvarint(nil, 1<<40)),
		"a sum in dollars of no records": sealed([]byte{1, 0}, good[2:]),
		"a sum of no records":            sealed(none, []byte{0}, good[len(good)-3:]),
		"a unit that is none":            sealed([]byte(strings.Replace(string(good), "USD", "US$", 1))),
		"an exclusion under no rule":     sealed(none, []byte{1}, left("", 1), zero),
		"an exclusion of no records":     sealed(none, []byte{1}, left(lac.GuardRegion, 0), zero),
		"exclusions out of order":        sealed(none, []byte{2}, left(lac.GuardRegion, 1), left(lac.GuardBooks, 1), zero),
		"the same exclusion twice":       sealed(none, []byte{2}, left(lac.GuardRegion, 1), left(lac.GuardRegion, 1), zero),
	} {
		t.Run(rule, func(t *testing.T) {
			got := total
			if err := got.UnmarshalBinary(data); !errors.Is(err, lac.ErrSyntax) || !got.Equal(total) {
				t.Errorf("%x is read as %v, %v", data, got, err)
			}
		})
	}
	var got lac.Total
	if err := got.UnmarshalBinary(sealed(none, []byte{1}, left(lac.GuardRegion, 3), zero)); err != nil {
		t.Errorf("what these differ from is refused too: %v", err)
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

func FuzzTotalUnmarshalBinary(f *testing.F) {
	f.Add(must(lac.Total{}.MarshalBinary()))
	f.Add(must(must(lac.Sum(slicesOf(money("518.467 USD"), lac.Money{}, money("-1 USD")), same[lac.Money])).MarshalBinary()))
	f.Add(must(must(lac.Sum(slicesOf(decimal.New(12345678901, -3), decimal.New(-1, 95)), same[decimal.Decimal])).MarshalBinary()))
	for _, t := range excludingTotals() {
		f.Add(must(t.MarshalBinary()))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var total lac.Total
		if len(data) >= 4 && total.UnmarshalBinary(data) != nil {
			data = sealed(data[:len(data)-4]) // else no change would get past the checksum
		}
		if err := total.UnmarshalBinary(data); err != nil {
			if !errors.Is(err, lac.ErrSyntax) || !total.Equal(lac.Total{}) {
				t.Fatalf("%x is read as %v, %v", data, total, err)
			}
			return
		}
		if again := must(total.MarshalBinary()); string(again) != string(data) {
			t.Fatalf("%x is written %x", data, again)
		}
		_, _ = total.String(), must(json.Marshal(total))
		if twice, err := total.Merge(total); err != nil || twice.Records != 2*total.Records {
			t.Fatalf("%v twice is %v, %v", total, twice, err)
		}
	})
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
