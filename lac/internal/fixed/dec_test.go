package fixed_test

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

var (
	nines38 = strings.Repeat("9", 38)
	tiny    = "0." + strings.Repeat("0", 37) + "1"
)

func parse(t interface {
	Helper()
	Fatalf(string, ...any)
}, s string) fixed.Dec {
	t.Helper()
	d, err := fixed.Parse(s)
	if err != nil {
		t.Fatalf("Parse(%q): %v", s, err)
	}
	return d
}

// decs draws numbers of every length and scale, often round or at a limit.
func decs() *rapid.Generator[fixed.Dec] {
	return rapid.Custom(func(t *rapid.T) fixed.Dec {
		s := rapid.OneOf(
			rapid.StringMatching(`[0-9]{1,38}`),
			rapid.StringMatching(`[1-9][0-9]{0,5}0{0,32}`),
			rapid.StringMatching(`9{30,38}`),
			rapid.StringMatching(`[0-9]{1,18}`),
		).Draw(t, "digits")
		scale := rapid.OneOf(rapid.IntRange(0, 38), rapid.IntRange(0, 6)).Draw(t, "scale")
		s = strings.Repeat("0", max(0, scale+1-len(s))) + s
		s = s[:len(s)-scale] + "." + s[len(s)-scale:] + "0"
		if rapid.Bool().Draw(t, "neg") {
			s = "-" + s
		}
		return parse(t, s)
	})
}

// coefScale returns x as coef × 10^-scale with the least scale, for an x that
// is a decimal fraction of at most 400 digits after the point.
func coefScale(x *big.Rat) (coef *big.Int, scale int, ok bool) {
	y, ten := new(big.Rat).Set(x), big.NewRat(10, 1)
	for ; !y.IsInt(); scale++ {
		if scale == 400 {
			return nil, 0, false
		}
		y.Mul(y, ten)
	}
	return y.Num(), scale, true
}

// check fails unless d, err is what an exact operation with the result want
// returns.
func check(t interface {
	Helper()
	Fatalf(string, ...any)
}, op string, d fixed.Dec, err error, want *big.Rat) {
	t.Helper()
	coef, scale, ok := coefScale(want)
	limit := new(big.Int).Exp(big.NewInt(10), big.NewInt(38), nil)
	if !ok || scale > 38 || coef.CmpAbs(limit) >= 0 {
		if err != fixed.ErrRange || d != (fixed.Dec{}) {
			t.Fatalf("%s = %v, %v; want ErrRange", op, d, err)
		}
		return
	}
	if err != nil {
		t.Fatalf("%s: %v; want %v", op, err, want)
	}
	if d.Rat().Cmp(want) != 0 {
		t.Fatalf("%s = %v; want %v", op, d, want)
	}
	if d.Scale() != scale {
		t.Fatalf("%s = %v has scale %d; want %d", op, d, d.Scale(), scale)
	}
	if d.IsZero() && d != (fixed.Dec{}) || (d == fixed.Dec{}) != (want.Sign() == 0) {
		t.Fatalf("%s: zero is not canonical", op)
	}
}

func TestNew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coef := rapid.Int64().Draw(t, "coef")
		scale := rapid.IntRange(-60, 80).Draw(t, "scale")
		d, err := fixed.New(coef, scale)
		p := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(scale, -scale))), nil))
		if scale > 0 {
			p.Inv(p)
		}
		check(t, "New", d, err, p.Mul(p, new(big.Rat).SetInt64(coef)))
		check(t, "FromInt64", fixed.FromInt64(coef), nil, new(big.Rat).SetInt64(coef))
	})
	for _, scale := range []int{math.MinInt, math.MaxInt} {
		if d, err := fixed.New(10, scale); err != fixed.ErrRange {
			t.Errorf("New(10, %d) = %v, %v; want ErrRange", scale, d, err)
		}
		if d, err := fixed.New(0, scale); err != nil || !d.IsZero() {
			t.Errorf("New(0, %d) = %v, %v; want 0", scale, d, err)
		}
	}
}

func TestArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, e := decs().Draw(t, "d"), decs().Draw(t, "e")
		x, y := d.Rat(), e.Rat()

		z, err := d.Add(e)
		check(t, "Add", z, err, new(big.Rat).Add(x, y))
		z, err = d.Sub(e)
		check(t, "Sub", z, err, new(big.Rat).Sub(x, y))
		z, err = d.Mul(e)
		check(t, "Mul", z, err, new(big.Rat).Mul(x, y))
		check(t, "Neg", d.Neg(), nil, new(big.Rat).Neg(x))
		check(t, "Abs", d.Abs(), nil, new(big.Rat).Abs(x))

		if got, want := d.Cmp(e), x.Cmp(y); got != want {
			t.Fatalf("%v.Cmp(%v) = %d; want %d", d, e, got, want)
		}
		if d.Cmp(d) != 0 || d.Cmp(d.Neg()) != x.Sign() {
			t.Fatalf("Cmp of %v and its negative", d)
		}
		if d.Sign() != x.Sign() || d.IsZero() != (x.Sign() == 0) || d.IsInteger() != x.IsInt() {
			t.Fatalf("%v: Sign %d, IsZero %t, IsInteger %t", d, d.Sign(), d.IsZero(), d.IsInteger())
		}
		n, ok := d.Int64()
		if want := x.IsInt() && x.Num().IsInt64(); ok != want || ok && n != x.Num().Int64() || !ok && n != 0 {
			t.Fatalf("%v.Int64() = %d, %t", d, n, ok)
		}
		// The sum of d and a close neighbour is where digits cancel.
		if near, err := d.Add(e); err == nil {
			z, err = near.Sub(d)
			check(t, "d+e-d", z, err, y)
		}
	})
}

func TestText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decs().Draw(t, "d")
		s := d.String()
		if got := parse(t, s); got != d {
			t.Fatalf("%v comes back as %v", d, got)
		}
		if got := string(d.AppendText([]byte("x"))); got != "x"+s {
			t.Fatalf("AppendText gives %q", got)
		}
		// An independent rendering.
		if want := d.Rat().FloatString(d.Scale()); s != want {
			t.Fatalf("String gives %q; want %q", s, want)
		}
	})
}

func TestDecimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decs().Draw(t, "d")
		x := d.Decimal()
		if x.String() != d.String() {
			t.Fatalf("Decimal of %v is %v", d, x)
		}
		back, err := fixed.FromDecimal(x)
		check(t, "FromDecimal", back, err, d.Rat())

		// Other forms of a number, and numbers with too many digits.
		y := decimal.NewFromBigInt(x.Coefficient(), rapid.Int32Range(-90, 45).Draw(t, "exp"))
		y = y.Mul(decimal.NewFromBigInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(rapid.Int64Range(0, 60).Draw(t, "zeros")), nil), 0))
		back, err = fixed.FromDecimal(y)
		check(t, "FromDecimal", back, err, y.Rat())
	})
}

func TestFromDecimalHostile(t *testing.T) {
	big10 := func(n int64) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil) }
	tests := []struct {
		name string
		in   decimal.Decimal
		want string // empty for ErrRange
	}{
		{"zero value", decimal.Decimal{}, "0"},
		{"zero with a huge exponent", decimal.New(0, math.MaxInt32), "0"},
		{"zero with a tiny exponent", decimal.New(0, math.MinInt32), "0"},
		{"huge exponent", decimal.New(1, 999999999), ""},
		{"largest exponent", decimal.New(-1, math.MaxInt32), ""},
		{"least exponent", decimal.New(1000, math.MinInt32), ""},
		{"many zeros after the point", decimal.NewFromBigInt(big10(100_000), -100_000), "1"},
		{"too few of them", decimal.NewFromBigInt(big10(100_000), -99_963), "1" + strings.Repeat("0", 37)},
		{"one fewer", decimal.NewFromBigInt(big10(100_000), -99_962), ""},
		{"many binary zeros", decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 300_000), -100_000), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := fixed.FromDecimal(tt.in)
			if tt.want == "" {
				if err != fixed.ErrRange {
					t.Errorf("got %v, %v; want ErrRange", d, err)
				}
			} else if err != nil || d.String() != tt.want {
				t.Errorf("got %v, %v; want %s", d, err, tt.want)
			}
		})
	}
}

func TestWideIntermediates(t *testing.T) {
	tests := []struct{ x, op, y, want string }{
		{"1e37", "+", "-999999999999999999999999999999999999.5", "9000000000000000000000000000000000000.5"},
		{"1e37", "+", "1e-38", ""},
		{nines38, "+", "1", ""},
		{nines38, "-", nines38, "0"},
		{"0." + nines38, "+", "1e-38", "1"},
		{"9." + nines38[1:], "+", "1e-37", "10"},
		{"99999999999999999999999999999999999999", "+", "-0.5", ""},
		{"1e-19", "*", "1e-19", tiny},
		{"1e-19", "*", "1e-20", ""},
		{"5e-38", "*", "2", "0." + strings.Repeat("0", 36) + "1"},
		{"2e-30", "*", "5e-9", tiny},
		{"1e20", "*", "1e-20", "1"},
		{"12500000000000000000000000000000000000", "*", "0.00000000000000000000000000000000000008", "1"},
		{nines38, "*", nines38, ""},
		{nines38, "*", "1", nines38},
	}
	for _, tt := range tests {
		x, y := parse(t, tt.x), parse(t, tt.y)
		var z fixed.Dec
		var err error
		switch tt.op {
		case "+":
			z, err = x.Add(y)
		case "-":
			z, err = x.Sub(y)
		case "*":
			z, err = x.Mul(y)
		}
		if tt.want == "" {
			if err != fixed.ErrRange {
				t.Errorf("%s %s %s = %v, %v; want ErrRange", tt.x, tt.op, tt.y, z, err)
			}
		} else if err != nil || z.String() != tt.want {
			t.Errorf("%s %s %s = %v, %v; want %s", tt.x, tt.op, tt.y, z, err, tt.want)
		}
	}
}

func TestInt64Limits(t *testing.T) {
	tests := []struct {
		in   string
		want int64
		ok   bool
	}{
		{"9223372036854775807", math.MaxInt64, true},
		{"9223372036854775808", 0, false},
		{"-9223372036854775808", math.MinInt64, true},
		{"-9223372036854775809", 0, false},
		{"18446744073709551616", 0, false},
		{"0.5", 0, false},
	}
	for _, tt := range tests {
		if n, ok := parse(t, tt.in).Int64(); n != tt.want || ok != tt.ok {
			t.Errorf("%s: Int64() = %d, %t; want %d, %t", tt.in, n, ok, tt.want, tt.ok)
		}
	}
	if d := fixed.FromInt64(math.MinInt64); d.String() != "-9223372036854775808" {
		t.Errorf("FromInt64(MinInt64) = %v", d)
	}
}

func TestNoAllocs(t *testing.T) {
	x, y := parse(t, "1234567890123.45"), parse(t, "-98765.4321")
	text := []byte("-1234567890123456.789")
	var s fixed.Sum
	buf := make([]byte, 0, 64)
	tests := []struct {
		name string
		f    func()
	}{
		{"Parse string", func() { _, _ = fixed.Parse("-1234567890123456.789") }},
		{"Parse bytes", func() { _, _ = fixed.Parse(text) }},
		{"Parse 38 digits", func() { _, _ = fixed.Parse("12345678901234567890123456789012345.678") }},
		{"Parse refused", func() { _, _ = fixed.Parse("1e99999") }},
		{"Add", func() { _, _ = x.Add(y) }},
		{"Mul", func() { _, _ = x.Mul(y) }},
		{"Cmp", func() { _ = x.Cmp(y) }},
		{"AppendText", func() { _ = x.AppendText(buf) }},
		{"Sum", func() { s.Add(x); s.Add(y); s.Merge(s) }},
	}
	for _, tt := range tests {
		// Few enough runs for Merge to stay within 319 bits.
		if n := testing.AllocsPerRun(20, tt.f); n != 0 {
			t.Errorf("%s allocates %v times", tt.name, n)
		}
	}
}

func BenchmarkAdd(b *testing.B) {
	x, y := parse(b, "1234567890.12"), parse(b, "98.7654")
	for b.Loop() {
		if _, err := x.Add(y); err != nil {
			b.Fatal(err)
		}
	}
}

// Numbers in ascending order, by hand; each is compared with each.
func TestCmp(t *testing.T) {
	ascending := []string{
		"-" + nines38, "-1e37", "-2", "-1.5", "-1.25", "-1", "-0.5", "-0.25", "-1e-38", "0", "1e-38", "0.25", "0.3", "0.5", "1", "1.25", "1.5", "2",
		"1e37", nines38,
	}
	for i, x := range ascending {
		for j, y := range ascending {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = +1
			}
			if got := parse(t, x).Cmp(parse(t, y)); got != want {
				t.Errorf("%s compared with %s is %d, want %d", x, y, got, want)
			}
		}
	}
}

func TestFromInt64(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 1: "1", -1: "-1", math.MaxInt64: "9223372036854775807", math.MinInt64: "-9223372036854775808"} {
		if got := fixed.FromInt64(n); got != parse(t, want) {
			t.Errorf("%d is %v", n, got)
		}
		if got, err := fixed.New(n, 0); got != parse(t, want) || err != nil {
			t.Errorf("%d is %v, %v", n, got, err)
		}
	}
	if got, err := fixed.New(0, math.MinInt); got != (fixed.Dec{}) || err != nil {
		t.Errorf("0 with many zeros is %v, %v", got, err)
	}
	for _, scale := range []int{math.MinInt, -39, -38, 39} {
		if got, err := fixed.New(1, scale); err != fixed.ErrRange {
			t.Errorf("10^%d is %v, %v", -scale, got, err)
		}
	}
}
