package check_test

import (
	"errors"
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
		{"a word for nothing", func(p *check.Policy) { p.Vague = map[string]int64{"some": 0} }, nil},
		{"a word for less", func(p *check.Policy) { p.Vague = map[string]int64{"some": -1} }, lac.ErrRange},
		{"a word in capitals", func(p *check.Policy) { p.Vague = map[string]int64{"Some": 3} }, lac.ErrRange},
		{"a thousand years", func(p *check.Policy) { p.GapYears = 1000 }, nil},
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
