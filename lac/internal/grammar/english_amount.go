package grammar

import (
	"math/big"
	"strings"
)

func (e english) Figure(f Figure) string {
	switch {
	case f.Quoted != "":
		return "“" + f.Quoted + "”"
	case f.Value == nil:
		return "nothing"
	case f.High != nil:
		return "between " + e.Amount(f.Value, rangeUnit(f.Unit)) + " and " + e.Amount(f.High, f.Unit)
	}
	return englishHedges[f.Hedge] + e.Amount(f.Value, f.Unit)
}

func (e english) Amount(v *big.Rat, unit string) string {
	if money(unit) {
		size, s := scaled(v, englishScales)
		number := grouped(size, ",", ".", 4) + s.word
		if symbol := englishSymbols[unit]; symbol != "" {
			if rest, ok := strings.CutPrefix(number, "-"); ok {
				return "-" + symbol + rest
			}
			return symbol + number
		}
		return number + " " + lookup(englishUnits, unit)
	}
	size, s := v, scale{}
	if new(big.Rat).Abs(v).Cmp(big.NewRat(1_000_000, 1)) >= 0 {
		size, s = scaled(v, englishScales)
	}
	number := grouped(size, ",", ".", 4) + s.word
	switch {
	case unit == "":
		return number
	case unit == "times" && whole(v) == 2:
		return "twice"
	case isOne(v) && englishOnes[unit] != "":
		return number + " " + englishOnes[unit]
	}
	return number + " " + lookup(englishUnits, unit)
}

// after returns a time with the space before it; nothing for no time.
func (e english) after(t Time) string {
	if t.IsZero() {
		return ""
	}
	return " " + e.Time(t)
}

func (e english) Time(t Time) string {
	k, _ := t.kind()
	switch k {
	case always:
		return ""
	case untilYear, untilDay:
		return "up to " + e.bare(Time{t.Last, t.Last})
	case sinceYear:
		return "since " + plain(t.First.Year)
	case sinceDay:
		return "since " + e.day(t.First)
	case daySpan:
		return "on " + e.day(t.First)
	case yearsSpan, daysSpan:
		return "from " + e.bare(t)
	}
	return "in " + e.bare(t)
}

// bare returns a time without a preposition.
func (e english) bare(t Time) string {
	k, n := t.kind()
	year := plain(t.Last.Year)
	switch k {
	case yearSpan:
		return year
	case yearsSpan:
		return plain(t.First.Year) + " to " + year
	case halfSpan:
		return "the " + e.ordinal(n) + " half of " + year
	case quarterSpan:
		return "the " + e.ordinal(n) + " quarter of " + year
	case monthsSpan:
		return "the first " + e.small(n) + " months of " + year
	case monthSpan:
		return englishMonths[t.Last.Month-1] + " " + year
	case daysSpan:
		return e.day(t.First) + " to " + e.day(t.Last)
	case always:
		return ""
	}
	if t.Last.Month == 12 && t.Last.Day == 31 {
		return year
	}
	return e.day(t.Last)
}

func (english) day(d Day) string {
	return plain(d.Day) + " " + englishMonths[d.Month-1] + " " + plain(d.Year)
}

func (english) ordinal(n int) string {
	if n >= 1 && n <= len(englishOrdinals) {
		return englishOrdinals[n-1]
	}
	suffix := "th"
	if n/10%10 != 1 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return plain(n) + suffix
}

func (english) small(n int) string {
	if n >= 1 && n <= len(englishNumbers) {
		return englishNumbers[n-1]
	}
	return plain(n)
}

// rank returns what stands before largest: nothing, second-, 11th-.
func (e english) rank(n int) string {
	if n == 1 {
		return ""
	}
	return e.ordinal(n) + "-"
}
