package chart

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// A scale holds all values between its ends, keeps their order, and has few round
// values in rising order.
func TestScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.Custom(func(t *rapid.T) *big.Rat {
			v := new(big.Rat).SetFrac64(rapid.Int64().Draw(t, "n"), rapid.Int64Range(1, 1<<40).Draw(t, "d"))
			return v
		})
		values := rapid.SliceOfN(number, 1, 8).Draw(t, "values")
		zero := rapid.Bool().Draw(t, "zero")
		most := rapid.IntRange(1, 12).Draw(t, "most")
		s := newScale(values, zero, 10, 500, most)
		if len(s.ticks) < 2 || len(s.ticks) > most+3 {
			t.Fatalf("%d ticks, want at most %d", len(s.ticks), most+3)
		}
		for i, tick := range s.ticks {
			if i > 0 && (tick.Cmp(s.ticks[i-1]) <= 0 || s.at(tick) < s.at(s.ticks[i-1])) {
				t.Fatalf("ticks %v do not rise", s.ticks)
			}
		}
		for _, v := range values {
			if v.Cmp(s.low) < 0 || v.Cmp(s.high) > 0 {
				t.Fatalf("%v lies outside %v to %v", v, s.low, s.high)
			}
			for _, u := range values {
				if v.Cmp(u) < 0 && s.at(v) > s.at(u) {
					t.Fatalf("%v at %d, %v at %d", v, s.at(v), u, s.at(u))
				}
			}
		}
		if zero && (s.low.Sign() > 0 || s.high.Sign() < 0) {
			t.Fatalf("%v to %v has no zero", s.low, s.high)
		}
		if s.at(s.low) != 10 || s.at(s.high) != 500 {
			t.Fatalf("the ends are at %d and %d", s.at(s.low), s.at(s.high))
		}
	})
}

func TestRoundStep(t *testing.T) {
	for v, want := range map[string]string{"1": "1", "11/10": "2", "21/10": "5/2", "3": "5", "6": "10", "700": "1000", "1/30": "1/20", "1/100": "1/100", "2001": "2500"} {
		in, _ := new(big.Rat).SetString(v)
		out, _ := new(big.Rat).SetString(want)
		if got := roundStep(in); got.Cmp(out) != 0 {
			t.Errorf("%s: %v, want %s", v, got, want)
		}
	}
}
