package interval_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// bounds draws a bound: none, in or out, on a grid on which bounds often meet.
func bound(t *rapid.T, name string) interval.Bound {
	v := big.NewRat(rapid.Int64Range(-12, 12).Draw(t, name), rapid.SampledFrom([]int64{1, 2, 3}).Draw(t, name+" denominator"))
	switch rapid.IntRange(0, 4).Draw(t, name+" kind") {
	case 0:
		return interval.Bound{}
	case 1, 2:
		return interval.Open(v)
	}
	return interval.Closed(v)
}

// some draws an interval that holds a value.
func some(t *rapid.T, name string) interval.Interval {
	lower, upper := bound(t, name+" lower"), bound(t, name+" upper")
	if lower.IsNone() || upper.IsNone() {
		return interval.Between(lower, upper)
	}
	switch c := lower.Cmp(upper); {
	case c > 0:
		return interval.Between(upper, lower)
	case c == 0:
		return interval.Point(lower.Rat())
	}
	return interval.Between(lower, upper)
}

// value draws a value of i.
func value(t *rapid.T, name string, i interval.Interval) *big.Rat {
	var in []*big.Rat
	for n := int64(-200); n <= 200; n++ { // a finer grid than that of bounds
		if v := big.NewRat(n, 12); interval.Point(v).Within(i) {
			in = append(in, v)
		}
	}
	return rapid.SampledFrom(in).Draw(t, name)
}

// An operation on intervals holds the results of the operation on their values.
func TestArithmeticHoldsItsValues(t *testing.T) {
	for name, tt := range map[string]struct {
		of    func(i, j interval.Interval) interval.Interval
		value func(a, b *big.Rat) *big.Rat
	}{
		"add":  {interval.Interval.Add, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }},
		"sub":  {interval.Interval.Sub, func(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }},
		"hull": {interval.Interval.Hull, func(a, b *big.Rat) *big.Rat { return a }},
		"div": {interval.Interval.Div, func(a, b *big.Rat) *big.Rat {
			if b.Sign() == 0 {
				return nil
			}
			return new(big.Rat).Quo(a, b)
		}},
	} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				i, j := some(t, "i"), some(t, "j")
				a, b := value(t, "a", i), value(t, "b", j)
				if v := tt.value(a, b); v != nil && !interval.Point(v).Within(tt.of(i, j)) {
					t.Errorf("%v %s %v = %v without %v of %v and %v", i, name, j, tt.of(i, j), v, a, b)
				}
			})
		})
	}
}

// Within is that every value is in the other, Meets that one is, and what is
// widened holds what was.
func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i, j := some(t, "i"), some(t, "j")
		v := value(t, "v", i)
		in := interval.Point(v).Within(j)
		if i.Within(j) && !in {
			t.Errorf("%v is within %v without %v", i, j, v)
		}
		if in && !i.Meets(j) {
			t.Errorf("%v does not meet %v, which has %v too", i, j, v)
		}
		if i.Meets(j) != j.Meets(i) {
			t.Errorf("%v meets %v but not the reverse", i, j)
		}
		if w := i.Widen(big.NewRat(1, 7)); !i.Within(w) {
			t.Errorf("%v widened is %v", i, w)
		}
		if n := i.Neg().Neg(); !n.Equal(i) {
			t.Errorf("%v negated twice is %v", i, n)
		}
		if i.Equal(j) != (i.Within(j) && j.Within(i)) {
			t.Errorf("%v = %v: %t", i, j, i.Equal(j))
		}
	})
}

func TestWiden(t *testing.T) {
	tenth := big.NewRat(1, 10)
	for _, tt := range []struct {
		i    interval.Interval
		want string
	}{
		{interval.Of(100), "[90, 110]"},
		{interval.Of(-100), "[-110, -90]"},
		{interval.From(interval.Open(big.NewRat(100, 1))), "(90, ∞)"},
		{interval.Between(interval.Closed(big.NewRat(-10, 1)), interval.Open(big.NewRat(10, 1))), "[-11, 11)"},
		{interval.Interval{}, "(-∞, ∞)"},
	} {
		if got := tt.i.Widen(tenth).String(); got != tt.want {
			t.Errorf("%v widened by a tenth: %s, want %s", tt.i, got, tt.want)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := some(t, "i")
		b, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got interval.Interval
		if err := json.Unmarshal(b, &got); err != nil || got.String() != want.String() {
			t.Errorf("%s: %v, %v; want %v", b, got, err, want)
		}
	})
	for text, want := range map[string]error{
		`"1e999999999"`: lac.ErrSyntax, `"1/0"`: lac.ErrSyntax, `"` + strings.Repeat("9", 2000) + `"`: lac.ErrRange,
		`{"lower":{"value":"x"}}`: lac.ErrSyntax, `[1]`: nil,
	} {
		var i interval.Interval
		if err := json.Unmarshal([]byte(text), &i); err == nil || want != nil && !errors.Is(err, want) {
			t.Errorf("%.40s: %v, want %v", text, err, want)
		}
	}
	third := interval.Interval{}
	if err := json.Unmarshal([]byte(`"1/3"`), &third); err != nil || third.String() != "1/3" {
		t.Errorf("a third: %v, %v", third, err)
	}
}

func ExampleInterval_Div() {
	// At least 11 of a whole that is printed as 25: of the share the least is known.
	part := interval.From(interval.Closed(big.NewRat(11, 1)))
	whole := interval.Between(interval.Closed(big.NewRat(49, 2)), interval.Open(big.NewRat(51, 2)))
	fmt.Println(part.Div(whole))
	// Output: (22/51, ∞)
}

// Every interval with bounds at 0, 1 or 2, or none, against its values on a grid that
// has some inside, between and outside of them all.
func TestWithinAndMeetsAreOfValues(t *testing.T) {
	var lowers []interval.Bound
	for n := range int64(3) {
		lowers = append(lowers, interval.Open(big.NewRat(n, 1)), interval.Closed(big.NewRat(n, 1)))
	}
	lowers = append(lowers, interval.Bound{})
	type valued struct {
		interval.Interval
		values []bool
	}
	var all []valued
	for _, lower := range lowers {
		for _, upper := range lowers {
			v := valued{Interval: interval.Between(lower, upper)}
			some := false
			for n := int64(-2); n <= 6; n++ { // halves from -1 to 3
				x := big.NewRat(n, 2)
				in := true
				if !lower.IsNone() {
					c := x.Cmp(lower.Rat())
					in = in && (c > 0 || c == 0 && !lower.IsOpen())
				}
				if !upper.IsNone() {
					c := x.Cmp(upper.Rat())
					in = in && (c < 0 || c == 0 && !upper.IsOpen())
				}
				v.values = append(v.values, in)
				some = some || in
			}
			if some {
				all = append(all, v)
			}
		}
	}
	for _, i := range all {
		for _, j := range all {
			within, meets, onlyI := true, false, false
			for n, in := range i.values {
				within = within && (!in || j.values[n])
				meets = meets || in && j.values[n]
				onlyI = onlyI || in != j.values[n]
			}
			if i.Within(j.Interval) != within {
				t.Errorf("%v within %v: %t", i, j, !within)
			}
			if i.Meets(j.Interval) != meets {
				t.Errorf("%v meets %v: %t", i, j, !meets)
			}
			if hull := i.Hull(j.Interval); !i.Within(hull) || !j.Within(hull) {
				t.Errorf("%v does not hold %v and %v", hull, i, j)
			}
		}
	}
}

func TestBoundsOfEveryKind(t *testing.T) {
	third := big.NewRat(-1, 3)
	for _, tt := range []struct {
		bound   interval.Bound
		rat     *big.Rat
		open    bool
		rounded string
		text    string
	}{
		{interval.Bound{}, nil, false, "0", "∞"},
		{interval.Closed(nil), nil, false, "0", "∞"},
		{interval.Open(nil), nil, false, "0", "∞"},
		{interval.Closed(third), third, false, "-0.33", "-1/3"},
		{interval.Open(big.NewRat(5, 2)), big.NewRat(5, 2), true, "2.5", "2.5"},
		{interval.Closed(new(big.Rat)), new(big.Rat), false, "0", "0"},
	} {
		got := tt.bound.Rat()
		if (got == nil) != (tt.rat == nil) || got != nil && got.Cmp(tt.rat) != 0 || tt.bound.IsNone() != (tt.rat == nil) || tt.bound.IsOpen() != tt.open {
			t.Errorf("%v: %v, none %t, open %t", tt.text, got, tt.bound.IsNone(), tt.bound.IsOpen())
		}
		if d := tt.bound.Decimal(2); d.String() != tt.rounded || tt.bound.String() != tt.text {
			t.Errorf("%v: rounded %v, text %v", tt.text, d, tt.bound)
		}
		if got != nil {
			if got.Add(got, big.NewRat(1, 1)); tt.bound.Rat().Cmp(tt.rat) != 0 {
				t.Error("the caller's copy is the bound itself")
			}
		}
	}
	for _, tt := range []struct {
		of             interval.Interval
		point, unknown bool
	}{
		{interval.Interval{}, false, true},
		{interval.Of(3), true, false},
		{interval.From(interval.Closed(third)), false, false},
		{interval.To(interval.Open(third)), false, false},
		{interval.Between(interval.Closed(third), interval.Open(third)), false, false},
		{interval.Between(interval.Closed(third), interval.Closed(new(big.Rat))), false, false},
	} {
		if tt.of.IsPoint() != tt.point || tt.of.IsUnknown() != tt.unknown {
			t.Errorf("%v: point %t, unknown %t", tt.of, tt.of.IsPoint(), tt.of.IsUnknown())
		}
	}
}

func TestBoundReadsJSON(t *testing.T) {
	longest := strings.Repeat("7", 1000)
	for text, want := range map[string]error{
		`null`: nil, `"2.5"`: nil, `"-1/3"`: nil, `"` + longest + `"`: nil,
		`"` + longest + `7"`: lac.ErrRange, `"1e9"`: lac.ErrSyntax, `""`: lac.ErrSyntax, `"1/0"`: lac.ErrSyntax,
	} {
		b := interval.Open(big.NewRat(7, 1))
		err := json.Unmarshal([]byte(text), &b)
		if !errors.Is(err, want) || (err == nil) != (want == nil) {
			t.Errorf("%.20s: %v, want %v", text, err, want)
		}
		if before := err == nil && b.IsOpen(); before || err != nil && (b.IsNone() || b.Rat().Cmp(big.NewRat(7, 1)) != 0) {
			t.Errorf("%.20s reads as %.20v", text, b)
		}
	}
	b := interval.Closed(big.NewRat(7, 1))
	if err := json.Unmarshal([]byte(`5`), &b); err == nil {
		t.Error("a number without quotation marks is no bound: it may have been rounded")
	}
}

// What is divided by 0 has no bound, 0 divided by what is not is 0, and a value times 0
// is 0.
func TestArithmeticWithZero(t *testing.T) {
	r := func(n int64) *big.Rat { return big.NewRat(n, 1) }
	between := func(a, b int64) interval.Interval {
		return interval.Between(interval.Closed(r(a)), interval.Closed(r(b)))
	}
	for _, tt := range []struct{ name, got, want string }{
		{"0 to 4 by 2", between(0, 4).Div(interval.Of(2)).String(), "[0, 2]"},
		{"4 by 0 to 2", interval.Of(4).Div(between(0, 2)).String(), "[2, ∞)"},
		{"4 by 0", interval.Of(4).Div(interval.Of(0)).String(), interval.Interval{}.String()},
		{"4 by -1 to 2", interval.Of(4).Div(between(-1, 2)).String(), interval.Interval{}.String()},
		{"-1 to 2 by 4", between(-1, 2).Div(interval.Of(4)).String(), interval.Interval{}.String()},
		{"0 by more than 2", interval.Of(0).Div(interval.From(interval.Open(r(2)))).String(), interval.Between(interval.Bound{}, interval.Closed(r(0))).String()},
		{"times 0", interval.Between(interval.Open(r(1)), interval.Closed(r(2))).Mul(r(0)).String(), "0"},
		{"times -2", interval.Between(interval.Open(r(1)), interval.Closed(r(2))).Mul(r(-2)).String(), "[-4, -2)"},
		{"times 2", interval.Between(interval.Open(r(1)), interval.Closed(r(2))).Mul(r(2)).String(), "(2, 4]"},
		{"a tenth wider", between(-10, 20).Widen(big.NewRat(1, 10)).String(), "[-11, 22]"},
		{"no wider", between(-10, 20).Widen(r(0)).String(), "[-10, 20]"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s is %s, want %s", tt.name, tt.got, tt.want)
		}
	}
}

func TestWhole(t *testing.T) {
	half := func(n int64) *big.Rat { return big.NewRat(n, 2) }
	for _, tt := range []struct {
		name     string
		in, want interval.Interval
	}{
		{"what rounds to 17,000", interval.Between(interval.Closed(half(33_999)), interval.Open(half(34_002))), interval.Of(17_000)},
		{"between open ends", interval.Between(interval.Open(half(4)), interval.Open(half(8))), interval.Of(3)},
		{"several between them", interval.Between(interval.Open(half(4)), interval.Open(half(10))), interval.Between(interval.Open(half(4)), interval.Open(half(10)))},
		{"nearly ten", interval.Between(interval.Closed(half(17)), interval.Open(half(20))), interval.Of(9)},
		{"nearly a hundred", interval.Between(interval.Closed(half(181)), interval.Open(half(200))), interval.Between(interval.Closed(half(182)), interval.Open(half(200)))},
		{"below zero", interval.Between(interval.Closed(half(-7)), interval.Closed(half(-3))), interval.Between(interval.Closed(half(-6)), interval.Closed(half(-4)))},
		{"over 200", interval.From(interval.Open(half(400))), interval.From(interval.Open(half(400)))},
		{"at least 2.5", interval.From(interval.Closed(half(5))), interval.From(interval.Closed(half(6)))},
		{"under 2.5", interval.To(interval.Open(half(5))), interval.To(interval.Closed(half(4)))},
		{"without a whole number", interval.Between(interval.Open(half(4)), interval.Open(half(6))), interval.Between(interval.Open(half(4)), interval.Open(half(6)))},
		{"a point", interval.Of(3), interval.Of(3)},
		{"a half", interval.Point(half(3)), interval.Point(half(3))},
		{"nothing known", interval.Interval{}, interval.Interval{}},
	} {
		if got := tt.in.Whole(); !got.Equal(tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}
