package main

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// An answer is what a contestant finds, in a form in which all can be compared.
type answer map[string]sums

type sums struct{ value, weight decimal.Decimal }

// A result is what a contestant has when its clock stops. Calling it gives the
// answer, off the clock.
type result func() (answer, error)

// parseAnswer reads lines of key, value and weight.
func parseAnswer(lines [][3]string) (answer, error) {
	a := answer{}
	for _, l := range lines {
		v, err := decimal.NewFromString(l[1])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", l[0], err)
		}
		w, err := decimal.NewFromString(l[2])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", l[0], err)
		}
		a[l[0]] = sums{v, w}
	}
	return a, nil
}

// differs returns how b differs from a, nil if it does not. Approximate sums may
// be off by a thousand-millionth.
func (a answer) differs(b answer, approximate bool) error {
	if len(a) != len(b) {
		return fmt.Errorf("%d groups against %d", len(a), len(b))
	}
	same := func(x, y decimal.Decimal) bool {
		if approximate {
			return x.Sub(y).Abs().Shift(9).LessThanOrEqual(x.Abs())
		}
		return x.Equal(y)
	}
	for k, x := range a {
		y, ok := b[k]
		if !ok || !same(x.value, y.value) || !same(x.weight, y.weight) {
			return fmt.Errorf("group %q: %s and %s against %s and %s", k, x.value, x.weight, y.value, y.weight)
		}
	}
	return nil
}
