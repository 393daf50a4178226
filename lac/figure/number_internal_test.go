package figure

import (
	"testing"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

func dec(t *testing.T, s string) fixed.Dec {
	v, err := fixed.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// A quotient is exact or none.
func TestQuotient(t *testing.T) {
	for _, tt := range []struct {
		num, den, by int64
		want         string // none: it has no end, or is no number
	}{
		{1, 2, 1, "0.5"}, {3, 4, 1, "0.75"}, {1, 5, 1, "0.2"}, {7, 20, 1, "0.35"}, {1, 1, 1, "1"}, {0, 5, 1, "0"}, {-1, 8, 1, "-0.125"},
		{1, 4, 1000, "250"}, {1, 3, 3, "1"}, {2, 3, 6, "4"}, {1, 6, 12, "2"}, {5, 12, 12, "5"},
		{1, 3, 1, ""}, {1, 3, 1000, ""}, {1, 6, 1, ""}, {1, 7, 10, ""}, {1, 0, 1, ""}, {1, -2, 1, ""}, {1, 3, 4, ""},
	} {
		got, ok := quotient(tt.num, tt.den, tt.by)
		if ok != (tt.want != "") || ok && got != dec(t, tt.want) {
			t.Errorf("%d/%d × %d = %v, %t; want %s", tt.num, tt.den, tt.by, got, ok, tt.want)
		}
	}
}

// What has no end is rounded to 15 significant digits, and stays a ratio too.
func TestSetRatio(t *testing.T) {
	for _, tt := range []struct {
		num, den, by int64
		value        string
		ratio        ratio
	}{
		{1, 3, 1, "0.333333333333333", ratio{1, 3}},
		{2, 3, 1, "0.666666666666667", ratio{2, 3}},
		{1, 30, 1, "0.0333333333333333", ratio{1, 30}},
		{1, 300, 1, "0.00333333333333333", ratio{1, 300}},
		{2, 3, 1000, "666.666666666667", ratio{2000, 3}},
		{22, 7, 1, "3.14285714285714", ratio{22, 7}},
		{1, 3, 1e15, "333333333333333", ratio{1e15, 3}},
		{1, 3, 1e17, "33333333333333333", ratio{1e17, 3}},
		{3, 4, 1, "0.75", ratio{3, 4}},
		{3, 4, 1000, "750", ratio{}},
	} {
		var n number
		n.setRatio(tt.num, tt.den, tt.by)
		if n.value != dec(t, tt.value) || n.mantissa != n.value || n.ratio != tt.ratio || n.long {
			t.Errorf("%d/%d × %d: %v, %v; want %s, %v", tt.num, tt.den, tt.by, n.value, n.ratio, tt.value, tt.ratio)
		}
	}
	for _, tt := range []struct{ num, den, want int64 }{{1, 2, 0}, {1, 10, 0}, {1, 11, 1}, {1, 20, 1}, {1, 100, 1}, {9, 1000, 2}, {0, 3, 0}} {
		if got := zerosBehindPoint(tt.num, tt.den); int64(got) != tt.want {
			t.Errorf("%d/%d has %d zeros behind the point, want %d", tt.num, tt.den, got, tt.want)
		}
	}
}

func TestRoom(t *testing.T) {
	for n, want := range map[int64]int64{0: 1, 5: 1, 15: 1, 20: 10, 100: 100, 1500: 100, 1_000_000: 1_000_000} {
		if got := room(n); got != want {
			t.Errorf("after %d there is room for what is less than %d, want %d", n, got, want)
		}
	}
}

// An accumulator takes what fits: twenty-five, not twenty-ten; two hundred and fifty
// thousand, not two hundred and three hundred.
func TestAccumulator(t *testing.T) {
	type step struct {
		add   int64 // or
		scale int64
		long  bool
		keep  int // parts that belong together where a step does not fit; 0: it fits
	}
	number := func(n int64) step { return step{add: n} }
	by := func(m int64) step { return step{scale: m} }
	digits := func(n int64) step { return step{add: n, keep: -1} } // which leave no room
	fails := func(s step, keep int) step { s.keep = keep; return s }
	for _, tt := range []struct {
		words string
		steps []step
		want  int64
	}{
		{"twenty-five", []step{number(20), number(5)}, 25},
		{"twenty | ten", []step{number(20), fails(number(10), 1)}, 20},
		{"twenty | zero", []step{number(20), fails(number(0), 1)}, 20},
		{"zero", []step{number(0)}, 0},
		{"five | one", []step{number(5), fails(number(1), 1)}, 5},
		{"two hundred", []step{number(2), by(100)}, 200},
		{"two hundred and fifty-six thousand", []step{number(2), by(100), number(50), number(6), by(1000)}, 256_000},
		{"two million five hundred thousand", []step{number(2), by(1e6), number(5), by(100), by(1000)}, 2_500_000},
		{"two hundred and | three hundred", []step{number(2), by(100), number(3), fails(by(100), 1)}, 203},
		{"two hundred and ninety-nine", []step{number(2), by(100), number(90), number(9)}, 299},
		{"two hundred and | a hundred", []step{number(2), by(100), fails(number(100), 1)}, 200},
		{"a hundred | hundred", []step{number(100), fails(by(100), 1)}, 100},
		{"a thousand | thousand", []step{number(1), by(1000), fails(by(1000), 1)}, 1000},
		{"five thousand and two | million", []step{number(5), by(1000), number(2), fails(by(1e6), 1)}, 5002},
		{"cinco mil dos millones", []step{number(5), by(1000), number(2), {scale: 1e6, long: true}}, 5_002_000_000},
		{"siete mil millones", []step{number(7), by(1000), by(1e6)}, 7_000_000_000},
		{"siete mil millones quinientos mil", []step{number(7), by(1000), by(1e6), number(500), by(1000)}, 7_000_500_000},
		{"siete mil millones doscientos millones", []step{number(7), by(1000), by(1e6), number(200), by(1e6)}, 7_200_000_000},
		{"two trillion five thousand million", []step{number(2), by(1e12), number(5), by(1000), by(1e6)}, 2_005_000_000_000},
		{"two trillion five thousand million seven million", []step{number(2), by(1e12), number(5), by(1000), by(1e6), number(7), by(1e6)}, 2_005_007_000_000},
		{"two million | ten lakh", []step{number(2), by(1e6), number(10), fails(by(1e5), 1)}, 2_000_010},
		{"1500 thousand", []step{digits(1500), by(1000)}, 1_500_000},
		{"1500 million", []step{digits(1500), by(1e6)}, 1_500_000_000},
		{"fifteen hundred | thousand", []step{number(15), by(100), fails(by(1000), 1)}, 1500},
		{"三万万", []step{number(3), by(1e4), by(1e4)}, 300_000_000},
		{"三亿 | 亿", []step{number(3), by(1e8), fails(by(1e8), 1)}, 300_000_000},
	} {
		var a accumulator
		for _, s := range tt.steps {
			switch {
			case s.scale == 0:
				left := room(s.add)
				if s.keep < 0 {
					left = 0
				}
				if ok := a.add(fixed.FromInt64(s.add), left, 0); ok != (s.keep <= 0) {
					t.Errorf("%s: %d fits: %t", tt.words, s.add, ok)
				}
			default:
				keep, ok := a.scale(s.scale, s.long)
				if ok != (s.keep == 0) || !ok && keep != s.keep || ok && keep != a.n {
					t.Errorf("%s: times %d: %d, %t", tt.words, s.scale, keep, ok)
				}
			}
		}
		if sum, ok := a.sum(); !ok || sum != fixed.FromInt64(tt.want) {
			t.Errorf("%s is %v, want %d", tt.words, sum, tt.want)
		}
	}
	// Of room beyond all numbers there is as much as the last scale leaves.
	var vast accumulator
	vast.add(fixed.FromInt64(1), 1, 0)
	for _, m := range []int64{1e10, 1e12} {
		vast.scale(m, true)
	}
	if vast.add(fixed.FromInt64(5e12), 1, 0) || !vast.add(fixed.FromInt64(5e11), 1, 0) {
		t.Error("after so many times 1e12 what is less fits alone")
	}
	var a accumulator
	for _, m := range []int64{100, 1000, 1e4} {
		if keep, ok := a.scale(m, false); keep != 0 || ok {
			t.Errorf("nothing times %d is something", m)
		}
	}
	for i := range 11 {
		if ok := a.add(fixed.FromInt64(1), 1000, i); ok != (i < 10) {
			t.Errorf("part %d fits: %t", i, ok)
		}
	}
}

// A fraction is added to a whole, or is of its scale: two and a half million.
func TestAddPart(t *testing.T) {
	for _, tt := range []struct {
		whole, scale int64
		part         ratio
		want         string // none: it is not added
	}{
		{2, 0, ratio{1, 2}, "2.5"}, {2, 1e6, ratio{1, 2}, "2500000"}, {2, 1000, ratio{1, 4}, "2250"}, {2, 100, ratio{1, 4}, "200.25"}, {2, 0, ratio{1, 3}, ""},
	} {
		var a accumulator
		a.add(fixed.FromInt64(tt.whole), 1, 0)
		if tt.scale > 0 {
			a.scale(tt.scale, false)
		}
		ok := a.addPart(tt.part)
		if sum, _ := a.sum(); ok != (tt.want != "") || ok && (sum != dec(t, tt.want) || a.add(fixed.FromInt64(1), 1, 0)) {
			t.Errorf("%+v: %v, %t", tt, sum, ok)
		}
		if ok && tt.scale < 1000 && a.addPart(tt.part) {
			t.Errorf("%+v: a part of a part is added", tt)
		}
	}
}

// The digits that a number in words gives are those before its thousands.
func TestCountDigits(t *testing.T) {
	for _, tt := range []struct {
		value, mantissa, scale string
		digits                 int
		by                     string
	}{
		{"250000", "250", "1000", 3, "1000"},
		{"250000", "250000", "0", 3, "0"},
		{"1000000", "1000000", "0", 1, "0"},
		{"1500", "1500", "0", 4, "0"},
		{"200", "2", "100", 3, "100"},
		{"1500", "1.5", "1000", 2, "1000"},
		{"1000000", "1000", "1000", 4, "1000"},
		{"0.05", "0.05", "0", 1, "0"},
		{"0.050", "0.05", "0", 1, "0"},
		{"-12", "-12", "0", 2, "0"},
		{"0", "0", "0", 1, "0"},
		{"7000000000", "7", "1000000", 1, "1000000000"}, // siete mil millones
		{"7000000001", "7", "1000000", 10, "0"},
	} {
		n := number{value: dec(t, tt.value), mantissa: dec(t, tt.mantissa), scale: dec(t, tt.scale)}
		n.countDigits()
		if n.digits != tt.digits || n.by() != dec(t, tt.by) {
			t.Errorf("%+v: %d digits, times %v", tt, n.digits, n.by())
		}
	}
}

// What the numbers of a text show of a dot and a comma holds for all of them.
func TestReadConvention(t *testing.T) {
	dot, comma := convention{sure: true}, convention{comma: true, sure: true}
	for _, tt := range []struct {
		text   string
		usual  bool // whether a comma splits in the language
		want   convention
		reason string
	}{
		{"no number", true, convention{comma: true}, "nothing shows anything"},
		{"12 men", false, convention{}, "nothing shows anything"},
		{"1,234.5", true, dot, "what groups does not split"},
		{"1.234,5", false, comma, "what groups does not split"},
		{"1,234,567", true, dot, "two marks that group"},
		{"1.234.567", false, comma, "two marks that group"},
		{"1,23,456", true, dot, "groups of two, as in India"},
		{"2.5", true, dot, "one digit behind it"},
		{"2,5", false, comma, "one digit behind it"},
		{"9.5", true, dot, "one digit behind it"},
		{"2.5678", true, dot, "four digits behind it"},
		{"0.125", true, dot, "nothing groups after a zero"},
		{"0,125", false, comma, "nothing groups after a zero"},
		{"1.234", false, convention{}, "three digits may be a group"},
		{"1,234", true, convention{comma: true}, "three digits may be a group"},
		{"1234.567", true, convention{comma: true}, "three digits behind four show nothing"},
		{"12 500", false, convention{}, "spaces show nothing"},
		{"12,500", true, dot, "nobody fills decimals up to three places"},
		{"12.500", false, convention{}, "but once, in English, shows nothing"},
		{"12.500 and 6.800", false, comma, "and twice does"},
		{"12.500 and 6.800 and 7,000", false, convention{}, "unless the other mark does too"},
		{"12,500 and 12.000", true, convention{comma: true}, "unless the other mark does too"},
		{"2.5 and 2,5", true, convention{comma: true}, "one of each shows nothing"},
		{"2.5, 3.5 and 2,5", false, convention{}, "one of each shows nothing"},
		{"2.5, 3.5, 2,5 and 3,5", false, convention{mixed: true}, "two of each are two hands"},
		{"2.5, 3.5, 2,5 and 3,5", true, convention{comma: true, mixed: true}, "two of each are two hands"},
	} {
		if got := readConvention(tt.text, tt.usual); got != tt.want {
			t.Errorf("%q: %+v, want %+v: %s", tt.text, got, tt.want, tt.reason)
		}
	}
}
