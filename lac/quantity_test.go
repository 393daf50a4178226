package lac_test

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
)

func quantity(s string) lac.Quantity { return must(lac.ParseQuantity(s)) }

func TestParseQuantity(t *testing.T) {
	tests := []struct {
		rule, text, want string
		err              error
	}{
		{"a count", "1000000 jobs", "1000000 jobs", nil},
		{"an exponent", "1e6 jobs", "1000000 jobs", nil},
		{"a length", "35.50 km", "35.5 km", nil},
		{"a unit in capitals", "300 MW", "300 MW", nil},
		{"money is a quantity too", "518.4e9 USD", "518400000000 USD", nil},
		{"a unit of two words", "6 countries visited", "6 countries visited", nil},
		{"a unit with a hyphen", "1.5 percentage-points", "1.5 percentage-points", nil},
		{"zero is reported", "0 projects", "0 projects", nil},
		{"a negative change", "-3.5 percent", "-3.5 percent", nil},
		{"a number alone", "1000000", "", lac.ErrSyntax},
		{"no number", "jobs", "", lac.ErrSyntax},
		{"unit first", "jobs 5", "", lac.ErrSyntax},
		{"nothing", "", "", lac.ErrSyntax},
		{"an empty unit", "5 ", "", lac.ErrSyntax},
		{"a unit that begins with a digit", "5 3d", "", lac.ErrSyntax},
		{"a unit that ends with a hyphen", "5 jobs-", "", lac.ErrSyntax},
		{"a sign for a unit", "5 %", "", lac.ErrSyntax},
		{"a unit that is not ASCII", "5 km²", "", lac.ErrSyntax},
		{"a unit beyond 32 bytes", "5 " + strings.Repeat("x", 33), "", lac.ErrSyntax},
		{"two spaces", "5  jobs", "", lac.ErrSyntax},
		{"grouped digits", "1,000,000 jobs", "", lac.ErrSyntax},
		{"39 digits", "1" + strings.Repeat("0", 38) + " jobs", "", lac.ErrRange},
	}
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			q, err := lac.ParseQuantity(tt.text)
			if tt.want != "" {
				if err != nil || q.String() != tt.want {
					t.Errorf("got %v, %v; want %s", q, err, tt.want)
				}
				checkRoundTrip(t, q)
				return
			}
			if !errors.Is(err, tt.err) || q.IsReported() {
				t.Errorf("got %v, %v; want %v", q, err, tt.err)
			}
		})
	}
}

func TestQuantityAgreesWithRationals(t *testing.T) {
	units := rapid.SampledFrom([]lac.Unit{lac.UnitJobs, lac.UnitTonnes, lac.UnitPoints, "USD", "km of road", "x"})
	rapid.Check(t, func(t *rapid.T) {
		x, y := numeral().Draw(t, "x"), numeral().Draw(t, "y")
		u := units.Draw(t, "unit")
		q, qErr := lac.ParseNumber(x, u)
		if (qErr == nil) != fits(rat(x)) || qErr != nil && !errors.Is(qErr, lac.ErrRange) {
			t.Fatalf("ParseNumber(%s) = %v, %v", x, q, qErr)
		}
		r, rErr := lac.ParseNumber([]byte(y), u)
		if qErr != nil || rErr != nil {
			return
		}
		a, b := rat(x), rat(y)
		check := func(op string, got lac.Quantity, err error, want *big.Rat) {
			if (err == nil) != fits(want) || err == nil && (got.Amount().Rat().Cmp(want) != 0 || got.Unit() != u) ||
				err != nil && (!errors.Is(err, lac.ErrRange) || got.IsReported()) {
				t.Errorf("%v %s %v = %v, %v, want %s", q, op, r, got, err, want.FloatString(38))
			}
		}
		sum, err := q.Add(r)
		check("+", sum, err, new(big.Rat).Add(a, b))
		difference, err := q.Sub(r)
		check("-", difference, err, new(big.Rat).Sub(a, b))
		if c, err := q.Cmp(r); err != nil || c != a.Cmp(b) {
			t.Errorf("%v.Cmp(%v) = %d, %v", q, r, c, err)
		}
		if (q == r) != (a.Cmp(b) == 0) || q.Sign() != a.Sign() {
			t.Errorf("%v and %v: the form is not canonical", q, r)
		}
		checkRoundTrip(t, q)
		if again, err := lac.NewQuantity(q.Amount(), u); err != nil || again != q {
			t.Errorf("%v through a decimal is %v, %v", q, again, err)
		}
	})
}

func TestQuantityRefusesWhatDoesNotAgree(t *testing.T) {
	var absent lac.Quantity
	for rule, tt := range map[string]struct {
		q, r lac.Quantity
		want error
	}{
		"kilograms and tonnes":  {quantity("1000 kg"), quantity("1 t"), lac.ErrUnitMismatch},
		"percent and points":    {quantity("5 percent"), quantity("5 percentage-points"), lac.ErrUnitMismatch},
		"dollars and yuan":      {quantity("1 USD"), quantity("1 CNY"), lac.ErrUnitMismatch},
		"jobs and not reported": {quantity("1 jobs"), absent, lac.ErrMissing},
		"not reported and jobs": {absent, quantity("1 jobs"), lac.ErrMissing},
	} {
		t.Run(rule, func(t *testing.T) {
			_, add := tt.q.Add(tt.r)
			_, sub := tt.q.Sub(tt.r)
			_, compare := tt.q.Cmp(tt.r)
			for op, err := range map[string]error{"+": add, "-": sub, "cmp": compare} {
				if !errors.Is(err, tt.want) {
					t.Errorf("%v %s %v: %v, want %v", tt.q, op, tt.r, err, tt.want)
				}
			}
		})
	}
}

func TestQuantityNotReportedIsNotZero(t *testing.T) {
	var absent lac.Quantity
	if absent == lac.QuantityOf(0, lac.UnitJobs) || absent.IsReported() || absent.String() != "not reported" {
		t.Error("a missing quantity is taken for a number")
	}
	checkRoundTrip(t, absent)
	for _, q := range []lac.Quantity{
		lac.QuantityOf(5, ""), lac.QuantityOf(5, "%"), must0(lac.ParseNumber("5", "")), must0(lac.NewQuantity(decimal.New(5, 0), "-")),
		lac.Money{}.Quantity(),
	} {
		if q.IsReported() {
			t.Errorf("a number without a unit became %v", q)
		}
	}
}

func TestQuantityAndMoney(t *testing.T) {
	if m, ok := quantity("518.4e9 USD").Money(); !ok || m != money("518400000000 USD") {
		t.Errorf("518.4e9 USD as money = %v, %v", m, ok)
	}
	for _, s := range []string{"5 jobs", "5 usd", "5 ZZZ", "5 km", "300 MW"} {
		if m, ok := quantity(s).Money(); ok || m.IsReported() {
			t.Errorf("%s is money: %v", s, m)
		}
	}
	if u := lac.UnitOf(lac.CNY); u != "CNY" || !u.IsValid() {
		t.Errorf("UnitOf(CNY) = %q", u)
	}
}

func FuzzParseQuantity(f *testing.F) {
	for _, s := range []string{"1000000 jobs", "1e6 km of road", "-0.0 percent", "1 a/b", "1e999999999 x", "5 %", " "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := lac.ParseQuantity(s)
		if err != nil {
			if q.IsReported() {
				t.Fatalf("ParseQuantity(%q) = %v beside %v", s, q, err)
			}
			return
		}
		if !q.IsReported() || !q.Unit().IsValid() {
			t.Fatalf("ParseQuantity(%q) = %#v", s, q)
		}
		if again, err := lac.ParseQuantity(q.String()); err != nil || again != q {
			t.Fatalf("%q is written %q, which is read as %v, %v", s, q, again, err)
		}
		checkRoundTrip(t, q)
	})
}
