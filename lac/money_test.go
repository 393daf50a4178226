package lac_test

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
)

func TestParseMoney(t *testing.T) {
	tests := []struct {
		rule, text, want string
		err              error
	}{
		{"an amount", "518467000000 USD", "518467000000 USD", nil},
		{"a zero is reported", "0 USD", "0 USD", nil},
		{"zeros behind the point say nothing", "518.4670 USD", "518.467 USD", nil},
		{"zeros in front say nothing", "000518.467 USD", "518.467 USD", nil},
		{"there is no negative zero", "-0.00 CNY", "0 CNY", nil},
		{"a negative amount", "-12.5 CNY", "-12.5 CNY", nil},
		{"an exponent", "5.18467e11 USD", "518467000000 USD", nil},
		{"a negative exponent", "125E-1 USD", "12.5 USD", nil},
		{"38 digits fit", strings.Repeat("9", 38) + " USD", strings.Repeat("9", 38) + " USD", nil},
		{"38 digits behind the point fit", "0." + strings.Repeat("9", 38) + " USD", "0." + strings.Repeat("9", 38) + " USD", nil},
		{"39 digits do not", "1" + strings.Repeat("0", 37) + "1 USD", "", lac.ErrRange},
		{"39 places do not", "0." + strings.Repeat("0", 38) + "1 USD", "", lac.ErrRange},
		{"10^38 does not", "1e38 USD", "", lac.ErrRange},
		{"a hostile exponent", "1e999999999 USD", "", lac.ErrRange},
		{"a hostile negative exponent", "1e-999999999 USD", "", lac.ErrRange},
		{"an exponent beyond integers", "1e99999999999999999999999999 USD", "", lac.ErrRange},
		{"a currency that does not exist", "1 ZZZ", "", lac.ErrUnknownCode},
		{"a number alone", "518.467", "", lac.ErrSyntax},
		{"a currency alone", " USD", "", lac.ErrSyntax},
		{"nothing", "", "", lac.ErrSyntax},
		{"currency first", "USD 518.467", "", nil},
		{"grouping by commas", "518,467 USD", "", lac.ErrSyntax},
		{"grouping by underscores", "518_467 USD", "", lac.ErrSyntax},
		{"two points", "247.381.000 USD", "", lac.ErrSyntax},
		{"a symbol", "$5 USD", "", lac.ErrSyntax},
		{"two spaces", "5  USD", "", nil},
		{"a point without a digit before it", ".5 USD", "", lac.ErrSyntax},
		{"a point without a digit behind it", "5. USD", "", lac.ErrSyntax},
		{"hexadecimal", "0x10 USD", "", lac.ErrSyntax},
		{"a fraction", "1/2 USD", "", lac.ErrSyntax},
		{"not a number", "NaN USD", "", lac.ErrSyntax},
		{"infinity", "Inf USD", "", lac.ErrSyntax},
		{"digits that are not ASCII", "５ USD", "", lac.ErrSyntax},
	}
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			m, err := lac.ParseMoney(tt.text)
			if tt.want != "" {
				if err != nil || m.String() != tt.want {
					t.Errorf("got %v, %v; want %s", m, err, tt.want)
				}
				return
			}
			if err == nil || m.IsReported() || tt.err != nil && !errors.Is(err, tt.err) {
				t.Errorf("got %v, %v; want %v", m, err, tt.err)
			}
		})
	}
}

func TestHostileAmountsAreRefusedUnread(t *testing.T) {
	// Copying 10 MB is quick; reading it as a number would outlast any time limit.
	digits := strings.Repeat("9", 10<<20)
	for name, parse := range map[string]func() error{
		"money":          func() error { _, err := lac.ParseMoney(digits + " USD"); return err },
		"money currency": func() error { _, err := lac.ParseMoney("1 " + digits); return err },
		"money one word": func() error { _, err := lac.ParseMoney(digits); return err },
		"amount":         func() error { _, err := lac.ParseAmount(digits, lac.USD); return err },
		"quantity":       func() error { _, err := lac.ParseQuantity(digits + " jobs"); return err },
		"quantity unit":  func() error { _, err := lac.ParseQuantity("1 " + digits); return err },
		"number":         func() error { _, err := lac.ParseNumber(digits, lac.UnitJobs); return err },
		"text":           func() error { var m lac.Money; return m.UnmarshalText([]byte(digits + " USD")) },
		"zeros":          func() error { _, err := lac.ParseNumber("0."+strings.Repeat("0", 1<<10), lac.UnitJobs); return err },
		"exponent":       func() error { _, err := lac.ParseNumber("1e999999999", lac.UnitJobs); return err },
		"decimal":        func() error { _, err := lac.NewMoney(decimal.New(1, 999999999), lac.USD); return err },
		"factor":         func() error { _, err := lac.MoneyOf(1, lac.USD).Mul(decimal.New(1, 999999999)); return err },
		"factor of none": func() error { _, err := lac.Money{}.Mul(decimal.New(1, 999999999)); return err },
		"small decimal":  func() error { _, err := lac.NewQuantity(decimal.New(1, -999999999), lac.UnitJobs); return err },
		"commodity":      func() error { _, err := lac.ParseCommodity("H6:" + digits); return err },
	} {
		err := parse()
		if err == nil {
			t.Fatalf("%s: no error", name)
		}
		if len(err.Error()) > 400 {
			t.Fatalf("%s: an error of %d bytes", name, len(err.Error()))
		}
	}
}

func TestMoneyAgreesWithRationals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y := numeral().Draw(t, "x"), numeral().Draw(t, "y")
		m, mErr := lac.ParseMoney(x + " USD")
		if (mErr == nil) != fits(rat(x)) || mErr != nil && !errors.Is(mErr, lac.ErrRange) {
			t.Fatalf("ParseMoney(%s USD) = %v, %v", x, m, mErr)
		}
		n, nErr := lac.ParseMoney(y + " USD")
		if mErr != nil || nErr != nil {
			return
		}
		a, b := rat(x), rat(y)
		if m.Amount().Rat().Cmp(a) != 0 {
			t.Errorf("%s is read as %v", x, m)
		}
		check := func(op string, got lac.Money, err error, want *big.Rat) {
			switch {
			case err == nil && got.Amount().Rat().Cmp(want) != 0:
				t.Errorf("%v %s %v = %v, want %s", m, op, n, got, want.FloatString(38))
			case err == nil && got.Currency() != lac.USD:
				t.Errorf("%v %s %v is in %v", m, op, n, got.Currency())
			case (err == nil) != fits(want) || err != nil && !errors.Is(err, lac.ErrRange):
				t.Errorf("%v %s %v = %v, %v, want %s", m, op, n, got, err, want.FloatString(38))
			case err != nil && got.IsReported():
				t.Errorf("%v %s %v: a value beside %v", m, op, n, err)
			}
		}
		sum, err := m.Add(n)
		check("+", sum, err, new(big.Rat).Add(a, b))
		difference, err := m.Sub(n)
		check("-", difference, err, new(big.Rat).Sub(a, b))
		product, err := m.Mul(n.Amount())
		check("*", product, err, new(big.Rat).Mul(a, b))
		check("neg", m.Neg(), nil, new(big.Rat).Neg(a))
		if c, err := m.Cmp(n); err != nil || c != a.Cmp(b) || m.Compare(n) != c {
			t.Errorf("%v.Cmp(%v) = %d, %v", m, n, c, err)
		}
		if (m == n) != (a.Cmp(b) == 0) {
			t.Errorf("%v == %v is %v: the form is not canonical", m, n, m == n)
		}
		if m.Sign() != a.Sign() {
			t.Errorf("%v.Sign() = %d", m, m.Sign())
		}
		places := rapid.IntRange(0, 30).Draw(t, "places")
		switch q, err := m.DivRound(n, int32(places)); {
		case b.Sign() == 0:
			if !errors.Is(err, lac.ErrRange) {
				t.Errorf("%v / 0: %v", m, err)
			}
		case err != nil || q.Rat().Cmp(half(new(big.Rat).Quo(a, b), places)) != 0:
			t.Errorf("%v / %v to %d places = %v, %v", m, n, places, q, err)
		}
		checkRoundTrip(t, m)
		again, err := lac.NewMoney(m.Amount(), m.Currency())
		if err != nil || again != m {
			t.Errorf("%v through a decimal is %v, %v", m, again, err)
		}
	})
}

func TestMoneyHasOneForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coefficient := rapid.Int64().Draw(t, "coefficient")
		places := rapid.IntRange(0, 18).Draw(t, "places")
		zeros := rapid.IntRange(0, 12).Draw(t, "zeros")
		d := decimal.New(coefficient, int32(-places))
		want := must(lac.NewMoney(d, lac.USD))
		long := decimal.NewFromBigInt(new(big.Int).Mul(big.NewInt(coefficient),
			new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(zeros)), nil)), int32(-places-zeros))
		for form, m := range map[string]lac.Money{
			"more zeros": must(lac.NewMoney(long, lac.USD)),
			"exponent":   money(fmt.Sprintf("%de-%d USD", coefficient, places)),
			"fixed":      money(d.StringFixed(int32(places+zeros)) + " USD"),
			"there and back": must(must(want.Add(money("0.1 USD"))).
				Sub(money("0.1 USD"))),
			"quantity": func() lac.Money { m, _ := want.Quantity().Money(); return m }(),
		} {
			if m != want || m.String() != want.String() {
				t.Errorf("%s: %#v is not %#v", form, m, want)
			}
		}
	})
}

func TestMoneyRefusesWhatDoesNotAgree(t *testing.T) {
	var absent lac.Money
	yuan, dollars := money("7.1217 CNY"), money("1 USD")
	for rule, tt := range map[string]struct {
		m, n lac.Money
		want error
	}{
		"two currencies":            {yuan, dollars, lac.ErrCurrencyMismatch},
		"not reported on the left":  {absent, dollars, lac.ErrMissing},
		"not reported on the right": {dollars, absent, lac.ErrMissing},
		"neither reported":          {absent, absent, lac.ErrMissing},
	} {
		t.Run(rule, func(t *testing.T) {
			_, add := tt.m.Add(tt.n)
			_, sub := tt.m.Sub(tt.n)
			_, compare := tt.m.Cmp(tt.n)
			_, div := tt.m.DivRound(tt.n, 2)
			for op, err := range map[string]error{"+": add, "-": sub, "cmp": compare, "/": div} {
				if !errors.Is(err, tt.want) {
					t.Errorf("%v %s %v: %v, want %v", tt.m, op, tt.n, err, tt.want)
				}
			}
		})
	}
}

func TestMoneyNotReportedIsNotZero(t *testing.T) {
	var absent lac.Money
	zero := lac.MoneyOf(0, lac.USD)
	if absent == zero || absent.IsReported() || !zero.IsReported() || absent.Compare(zero) >= 0 {
		t.Error("a missing amount is taken for 0 USD")
	}
	if absent.String() != "not reported" {
		t.Errorf("String() = %q", absent)
	}
	checkRoundTrip(t, absent)
	checkRoundTrip(t, zero)
	if v, err := absent.Value(); v != nil || err != nil {
		t.Errorf("Value() = %v, %v; want NULL", v, err)
	}
	if v, err := zero.Value(); v != "0 USD" || err != nil {
		t.Errorf("Value() of zero = %v, %v", v, err)
	}
	for _, m := range []lac.Money{lac.MoneyOf(1, 0), must0(lac.NewMoney(decimal.New(1, 0), 0)), must0(lac.ParseAmount("1", 0))} {
		if m.IsReported() {
			t.Errorf("an amount in no currency became %v", m)
		}
	}
	if absent.Neg() != absent || zero.Neg() != zero {
		t.Error("Neg made a second form of nothing or of zero")
	}
}

// must0 drops an error that another assertion makes visible.
func must0[T any](v T, _ error) T { return v }

func TestMoneyScan(t *testing.T) {
	m := money("5 USD")
	for _, src := range []any{int64(5), true, "5", "5 usd?", []byte("five USD"), time.Now()} {
		if err := m.Scan(src); err == nil || m != money("5 USD") {
			t.Errorf("Scan(%v) = %v, %v", src, m, err)
		}
	}
}

// TestUserStructsCompare: a program's own structs with this package's values in
// them go through cmp.Diff without an option.
func TestUserStructsCompare(t *testing.T) {
	type row struct {
		Partner   lac.Area
		Period    lac.Period
		Day       lac.Date
		Value     lac.Money
		Weight    lac.Quantity
		Commodity lac.Commodity
		Currency  lac.Currency
		Total     lac.Total
		ByYear    map[lac.Period]lac.TradeTotal
		Record    lac.TradeRecord
		Stated    lac.Stated
	}
	build := func(amount string) row {
		total := must(lac.Sum(slicesOf(money(amount)), same[lac.Money]))
		return row{
			Partner: lac.Brazil, Period: lac.Year(2024), Day: lac.DateOf(2025, time.June, 9), Value: money(amount),
			Weight: must(lac.ParseQuantity("12.5 kg")), Commodity: lac.AllGoods, Currency: lac.USD, Total: total,
			ByYear: map[lac.Period]lac.TradeTotal{lac.Year(2024): {Exports: total}},
			Record: lac.TradeRecord{ID: "x", Reporter: lac.China, Value: money(amount)},
			Stated: lac.Stated{Value: lac.QuantityOf(1000000, lac.UnitJobs)},
		}
	}
	if diff := cmp.Diff(build("1.50 USD"), build("1.5 USD")); diff != "" {
		t.Errorf("equal structs differ:\n%s", diff)
	}
	if cmp.Equal(build("1.5 USD"), build("1.6 USD")) {
		t.Error("different structs are equal")
	}
}

func BenchmarkParseMoney(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := lac.ParseMoney("109522043335.25 USD"); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzParseMoney(f *testing.F) {
	for _, s := range []string{"518.467 USD", "0 CNY", "-1e3 USD", "1e999999999 USD", "1 ZZZ", "99999999999999999999999999999999999999 BRL", " ", "5 USD "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := lac.ParseMoney(s)
		if err != nil {
			if m.IsReported() {
				t.Fatalf("ParseMoney(%q) = %v beside %v", s, m, err)
			}
			return
		}
		if !m.IsReported() {
			t.Fatalf("ParseMoney(%q) is not reported, without an error", s)
		}
		number, _, _ := strings.Cut(s, " ")
		if want, ok := new(big.Rat).SetString(number); !ok || m.Amount().Rat().Cmp(want) != 0 {
			t.Fatalf("ParseMoney(%q) = %v", s, m)
		}
		if again, err := lac.ParseMoney(m.String()); err != nil || again != m {
			t.Fatalf("%q is written %q, which is read as %v, %v", s, m, again, err)
		}
		checkRoundTrip(t, m)
	})
}

// TestCommaIsNamed holds that a number with commas is refused with what to do.
func TestCommaIsNamed(t *testing.T) {
	for _, text := range []string{"1,000", "1000,50"} {
		for _, err := range []error{second(lac.ParseAmount(text, lac.USD)), second(lac.ParseQuantity(text + " jobs"))} {
			if err == nil || !strings.Contains(err.Error(), "a comma may be a point or nothing") || !strings.Contains(err.Error(), text) {
				t.Errorf("%s: %v", text, err)
			}
		}
	}
}
