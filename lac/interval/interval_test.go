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
