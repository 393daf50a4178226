package check

import (
	"math/big"
	"strings"

	"golang.org/x/text/language"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// Amount returns a quantity as prose prints it: millions and billions by name,
// other whole numbers grouped by thousands, at most three decimal places.
func Amount(q lac.Quantity) string {
	if !q.IsReported() {
		return q.String()
	}
	return amountOf(q.Amount().Rat(), q.Unit())
}

// Text returns the interval as prose prints it, in the given unit: "518.467 bn
// USD", "at least 491.68 bn USD". Values are rounded to three decimal places, and of
// what is counted whole numbers are named alone: what rounds to 17,000 scholarships is
// "17,000 scholarships". [Interval.String] has the values exactly.
func Text(i interval.Interval, u lac.Unit) string {
	if u.IsCounted() {
		i = i.Whole()
	}
	switch {
	case i.IsUnknown():
		return "nothing known"
	case i.IsPoint():
		return amountOf(i.Lower.Rat(), u)
	case i.Upper.IsNone() && i.Lower.IsOpen():
		return "over " + amountOf(i.Lower.Rat(), u)
	case i.Upper.IsNone():
		return "at least " + amountOf(i.Lower.Rat(), u)
	case i.Lower.IsNone() && i.Upper.IsOpen():
		return "under " + amountOf(i.Upper.Rat(), u)
	case i.Lower.IsNone():
		return "at most " + amountOf(i.Upper.Rat(), u)
	}
	low := number(i.Lower.Rat(), u)
	if u == lac.UnitRank {
		low = ordinal(i.Lower.Rat())
	}
	if i.Lower.IsOpen() {
		low = "over " + low
	}
	s := "from " + low + " to "
	if i.Upper.IsOpen() {
		s += "under "
	}
	return s + amountOf(i.Upper.Rat(), u)
}

func amountOf(v *big.Rat, u lac.Unit) string {
	if u == lac.UnitRank {
		return ordinal(v)
	}
	s := number(v, u)
	if u == "" {
		return s
	}
	if u == lac.UnitTimes {
		return s + " times"
	}
	if s == "1" {
		u = singular(u)
	}
	return s + " " + string(u)
}

// singular returns the unit of one.
func singular(u lac.Unit) lac.Unit {
	if stem, ok := strings.CutSuffix(string(u), "ies"); ok {
		return lac.Unit(stem + "y")
	}
	if _, money := u.Currency(); money || u == lac.UnitPoints {
		return u
	}
	return lac.Unit(strings.TrimSuffix(string(u), "s"))
}

func number(v *big.Rat, u lac.Unit) string {
	_, money := u.Currency()
	size := new(big.Rat).Abs(v)
	for _, scale := range []struct {
		least int64
		name  string
	}{{1_000_000_000, " bn"}, {1_000_000, " mn"}} {
		least := new(big.Rat).SetInt64(scale.least)
		if size.Cmp(least) >= 0 && (money || u == "") {
			return rounded(new(big.Rat).Quo(v, least)) + scale.name
		}
	}
	return group(rounded(v))
}

// ordinal returns a rank as 1st, 2nd, 3rd.
func ordinal(v *big.Rat) string {
	s := rounded(v)
	suffix := "th"
	if !strings.HasSuffix(s, "11") && !strings.HasSuffix(s, "12") && !strings.HasSuffix(s, "13") {
		switch s[len(s)-1] {
		case '1':
			suffix = "st"
		case '2':
			suffix = "nd"
		case '3':
			suffix = "rd"
		}
	}
	return s + suffix
}

// rounded returns v with at most three decimal places, trailing zeros cut.
func rounded(v *big.Rat) string {
	return decimal.NewFromBigInt(v.Num(), 0).DivRound(decimal.NewFromBigInt(v.Denom(), 0), 3).String()
}

// group sets commas between thousands.
func group(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	whole, fraction, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return sign + whole
}

// name returns an area as prose prints it; a bloc by its short name.
func name(a lac.Area) string {
	if a.IsBloc() && a != lac.EuropeanUnion {
		return a.String()
	}
	return a.Name(language.English)
}

// names lists areas by name.
func names(areas []lac.Area) string {
	out := make([]string, len(areas))
	for i, a := range areas {
		out[i] = name(a)
	}
	return strings.Join(out, ", ")
}
