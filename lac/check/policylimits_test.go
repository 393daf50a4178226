package check_test

import (
	"errors"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// The limits of a policy's numbers belong to them; what lies one step beyond does not.
func TestPolicyLimits(t *testing.T) {
	for _, tt := range []struct {
		name string
		set  func(p *check.Policy)
		want error
	}{
		{"a tolerance of all", func(p *check.Policy) { p.Word = decimal.New(1, 0) }, nil},
		{"of more", func(p *check.Policy) { p.Word = decimal.New(1001, -3) }, lac.ErrRange},
		{"of none", func(p *check.Policy) { p.Word = decimal.Decimal{} }, nil},
		{"of less", func(p *check.Policy) { p.Word = decimal.New(-1, -3) }, lac.ErrRange},
		{"of 38 places", func(p *check.Policy) { p.Word = decimal.New(1, -38) }, nil},
		{"of 39 places", func(p *check.Policy) { p.Word = decimal.New(1, -39) }, lac.ErrRange},
		{"an exponent that fills the memory", func(p *check.Policy) { p.Word = decimal.New(1, 999_999_999) }, lac.ErrRange},
		{"nothing with 38 zeros", func(p *check.Policy) { p.Word = decimal.New(0, 38) }, nil},
		{"nothing with 39", func(p *check.Policy) { p.Word = decimal.New(0, 39) }, lac.ErrRange},
		{"a number of 128 bits", func(p *check.Policy) { p.Units = bits(128) }, nil},
		{"a number of 129", func(p *check.Policy) { p.Units = bits(129) }, lac.ErrRange},
		{"no pace", func(p *check.Policy) { p.Pace = "" }, nil},
		{"a word for nothing", func(p *check.Policy) { p.Vague = map[string]int64{"some": 0} }, nil},
		{"a word for less", func(p *check.Policy) { p.Vague = map[string]int64{"some": -1} }, lac.ErrRange},
		{"a word in capitals", func(p *check.Policy) { p.Vague = map[string]int64{"Some": 3} }, lac.ErrRange},
		{"a thousand years", func(p *check.Policy) { p.GapYears = 1000 }, nil},
		{"no year around", func(p *check.Policy) { p.GapYears = 0 }, nil},
		{"a year more", func(p *check.Policy) { p.GapYears = 1001 }, lac.ErrRange},
		{"years before", func(p *check.Policy) { p.EverYears = -1 }, lac.ErrRange},
		{"other years say nothing", func(p *check.Policy) { p.Nearest = decimal.Decimal{} }, nil},
		{"as much as in the nearest year", func(p *check.Policy) { p.Nearest = decimal.New(1, 0) }, nil},
		{"less than that", func(p *check.Policy) { p.Nearest = decimal.New(99, -2) }, lac.ErrRange},
	} {
		p := check.Default()
		tt.set(&p)
		if err := p.Validate(); !errors.Is(err, tt.want) || (err == nil) != (tt.want == nil) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
}

// bits returns the least number of so many bits, with 38 places: of 129, it is 3.4.
func bits(n uint) decimal.Decimal {
	return decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), n-1), -38)
}
