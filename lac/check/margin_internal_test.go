package check

import (
	"math/big"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// values reads an interval: "[1, 5)", "(, 5]" without a lower bound, "7" for a point.
func values(t *testing.T, s string) interval.Interval {
	rat := func(s string) *big.Rat {
		v, ok := new(big.Rat).SetString(s)
		if !ok {
			t.Fatalf("%q is no number", s)
		}
		return v
	}
	lower, upper, ok := strings.Cut(s, ", ")
	if !ok && strings.TrimLeft(s, "[(") == s {
		return interval.Point(rat(s))
	}
	var i interval.Interval
	if lower, isOpen := strings.CutPrefix(lower, "("); lower != "" {
		if i.Lower = interval.Closed(rat(strings.TrimPrefix(lower, "["))); isOpen {
			i.Lower = interval.Open(rat(lower))
		}
	}
	if upper, isOpen := strings.CutSuffix(upper, ")"); upper != "" {
		if i.Upper = interval.Closed(rat(strings.TrimSuffix(upper, "]"))); isOpen {
			i.Upper = interval.Open(rat(upper))
		}
	}
	return i
}

// The edge is the nearest bound of the stated interval at which the verdict flips: the
// values that flip it are those on the bound's other side.
func TestFlip(t *testing.T) {
	for _, tt := range []struct {
		rule, reading, stated string
		need, gap             string // none: no edge flips it
		decides               bool
	}{
		{"what is within leaves by the nearer bound", "4", "[0, 10)", "(, 0)", "4", false},
		{"which may be the upper one", "6", "[0, 10)", "[10, )", "4", false},
		{"the lower one of two as near", "5", "[0, 10)", "(, 0)", "5", false},
		{"a bound that is part of the interval does not do", "9", "[0, 10]", "(10, )", "1", false},
		{"one that is not does", "1", "(0, 10]", "(, 0]", "1", false},
		{"where there is no upper bound, by the lower one", "6", "(0, )", "(, 0]", "6", false},
		{"or the other way round", "-6", "(, 0]", "(0, )", "6", false},
		{"of a reading with two bounds each leaves by its own side", "[3, 8]", "[0, 10)", "[10, )", "2", false},
		{"or the lower one", "[1, 6]", "[0, 10)", "(, 0)", "1", false},
		{"what is above would have to be lower", "12", "[0, 10)", "(, 10)", "2", false},
		{"on the bound where that is part of the interval", "12", "[0, 10]", "(, 10]", "2", false},
		{"what is below would have to be higher", "-3", "[0, 10)", "[0, )", "3", false},
		{"above the bound where that is no part of it", "-3", "(0, 10)", "(0, )", "3", false},
		{"what stands on an open bound is no way off", "10", "[0, 10)", "(, 10)", "0", false},
		{"on the lower one too", "0", "(0, 10)", "(0, )", "0", false},
		{"a reading above has its lower bound to bring down", "[12, 15]", "[0, 10)", "(, 10)", "2", false},
		{"a reading below its upper one to bring up", "[-5, -3]", "[0, 10)", "[0, )", "3", false},
		{"a reading without an upper bound too", "[12, )", "[0, 10)", "(, 10)", "2", false},
		{"and one without a lower bound", "(, -3]", "[0, 10)", "[0, )", "3", false},
		{"a reading on both sides of the upper bound is decided when it is above", "[8, 12]", "[0, 10)", "[10, )", "2", true},
		{"or below the lower one, if that is nearer", "[-2, 1]", "[0, 10)", "(, 0)", "1", true},
		{"where there is no upper bound it is decided when it is within", "[9, 13]", "[10, )", "[10, )", "1", true},
		{"or all below", "[7, 11]", "[10, )", "(, 10)", "1", true},
		{"the same of an open bound", "[9, 13]", "(10, )", "(10, )", "1", true},
		{"where there is no lower bound it is decided when it is within", "[7, 11]", "(, 10]", "(, 10]", "1", true},
		{"or all above", "[9, 13]", "(, 10]", "(10, )", "1", true},
		{"where nothing is known no edge is near", "(, )", "[0, 10)", "", "", false},
		{"nor where a reading has no bound on the side of the interval's only one", "(, 12]", "[10, )", "(, 10)", "2", true},
		{"and what is everything is left by nothing", "5", "(, )", "", "", false},
	} {
		e, ok := flip(values(t, tt.reading), values(t, tt.stated))
		if ok != (tt.need != "") {
			t.Errorf("%s: %v of %v: %v, %t", tt.rule, tt.reading, tt.stated, e, ok)
			continue
		}
		if ok && (!e.need().Equal(values(t, tt.need)) || e.gap().Cmp(values(t, tt.gap).Lower.Rat()) != 0 || e.decides != tt.decides) {
			t.Errorf("%s: %s of %s: %v, %v off, decides %t", tt.rule, tt.reading, tt.stated, e.need(), e.gap(), e.decides)
		}
	}
}

// Margins are written as an editor would say them.
func TestMarginTexts(t *testing.T) {
	for _, tt := range []struct{ kind, reading, stated, want string }{
		{"amount", "6", "[0, 10)", "flips at 10 projects, 4 projects higher"},
		{"amount", "4", "(0, 10]", "flips at 0 projects, 4 projects lower"},
		{"amount", "8", "[9.5, 10.5)", "flips at 10 projects, 2 projects higher"},
		{"amount", "12", "[9.5, 10.5)", "flips at 10 projects, 2 projects lower"},
		{"amount", "[8, 12]", "[0, 10)", "decided at 10 projects, 2 projects higher"},
		{"count", "12", "[10, )", "2 projects above the stated figure"},
		{"count", "8", "[10, )", "2 projects short of the stated figure"},
		{"count", "10", "[10, )", "exactly at the claim's figure"},
		{"count", "12", "(9, 20]", "flips at 9 projects, 3 projects lower"},
		{"count", "12", "(, 15)", "flips at 15 projects, 3 projects higher"},
		{"count", "(, 12]", "(10, )", "decided at 10 projects, 2 projects lower"},
		{"count", "(, )", "[10, )", ""},
	} {
		margin := func(reading, stated interval.Interval, unit lac.Unit) Margin {
			return amountMargin("it", reading, stated, unit)
		}
		if tt.kind == "count" {
			margin = countMargin
		}
		if got := margin(values(t, tt.reading), values(t, tt.stated), lac.UnitProjects); got.Text != tt.want {
			t.Errorf("%s %s of %s: %q, want %q", tt.kind, tt.reading, tt.stated, got.Text, tt.want)
		}
	}
}

// A ratio flips by its second figure, a share by its part.
func TestMarginsOfPairs(t *testing.T) {
	pairOf := func(now, then string) pair {
		p := pair{now: figure{interval: values(t, now), unit: "USD"}, then: figure{interval: values(t, then), unit: "USD"}}
		p.then.basis.Period = lac.Year(2014)
		return p
	}
	for _, tt := range []struct{ rule, now, then, stated, need, gap, text string }{
		{"210 is 2.1 times 100", "210", "105", "[1.5, 2.1)", "(, 100]", "5", "flips if 2014 were at most 100 USD; exactly double would need 105 USD"},
		{"and just above two where 2.1 does too", "210", "105", "[1.5, 2.1]", "(, 100)", "5", "flips if 2014 were at most 100 USD; exactly double would need 105 USD"},
		{"210 is 1.75 times 120", "210", "105", "[1.75, 2.5)", "(120, )", "15", "flips if 2014 were at least 120 USD; exactly double would need 105 USD"},
		{"two itself needs no further word", "210", "84", "[2, )", "(105, )", "21", "flips if 2014 were at least 105 USD"},
		{"nor what is all above two", "210", "84", "[2.1, 4)", "(100, )", "16", "flips if 2014 were at least 100 USD"},
		{"nor what begins at two", "210", "80", "[2, 3)", "(, 70]", "10", "flips if 2014 were at most 70 USD"},
		{"or ends there", "210", "136", "[1.5, 2)", "(140, )", "4", "flips if 2014 were at least 140 USD"},
		{"or has no lower bound", "210", "210", "(, 1.5)", "(, 140]", "70", "flips if 2014 were at most 140 USD"},
		{"nor what is all below", "210", "210", "[0.25, 1.5)", "(, 140]", "70", "flips if 2014 were at most 140 USD"},
		{"no figure is no margin", "[200, 210]", "105", "[1.5, 2.1)", "", "", ""},
		{"on neither side", "210", "[100, 105]", "[1.5, 2.1)", "", "", ""},
		{"nothing is no divisor", "210", "0", "[1.5, 2.1)", "", "", ""},
		{"nor a loss", "210", "-5", "[1.5, 2.1)", "", "", ""},
		{"of nothing no divisor makes anything", "0", "105", "[1.5, 2.1)", "", "", ""},
		{"nor does any make nothing of something", "210", "105", "(0, )", "", "", ""},
	} {
		m := ratioMargin(pairOf(tt.now, tt.then), values(t, tt.stated))
		if m.IsZero() != (tt.text == "") {
			t.Errorf("%s: %+v", tt.rule, m)
			continue
		}
		if !m.IsZero() && (m.Text != tt.text || !m.Need.Equal(values(t, tt.need)) || m.Gap.Cmp(values(t, tt.gap).Lower) != 0) {
			t.Errorf("%s: %q, %v, %v", tt.rule, m.Text, m.Need, m.Gap)
		}
	}
	for _, tt := range []struct{ rule, part, whole, stated, need, gap string }{
		{"a fifth of 200 is 40", "32", "200", "[10, 20)", "[40, )", "8"},
		{"a tenth 20", "24", "200", "[10, 20)", "(, 20)", "4"},
		{"a part may be nothing", "0", "200", "[10, 20)", "[20, )", "20"},
		{"but not unknown", "[32, 33]", "200", "[10, 20)", "", ""},
		{"of a whole that is known", "32", "[200, 201]", "[10, 20)", "", ""},
		{"and is something", "32", "0", "[10, 20)", "", ""},
	} {
		m := shareMargin(pairOf(tt.part, tt.whole), values(t, tt.stated))
		if m.IsZero() != (tt.need == "") {
			t.Errorf("%s: %+v", tt.rule, m)
			continue
		}
		if !m.IsZero() && (!m.Need.Equal(values(t, tt.need)) || m.Gap.Cmp(values(t, tt.gap).Lower) != 0) {
			t.Errorf("%s: %v, %v", tt.rule, m.Need, m.Gap)
		}
	}
}
