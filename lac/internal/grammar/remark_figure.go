package grammar

import (
	"math/big"
	"strconv"
	"strings"
)

// readFigure reads a figure as evidence prints it.
func readFigure(text string) (Figure, bool) {
	if text == "nothing known" {
		return Figure{}, true
	}
	for _, h := range []struct{ word, hedge string }{{"at least ", "ge"}, {"at most ", "le"}, {"over ", "gt"}, {"under ", "lt"}} {
		if rest, ok := strings.CutPrefix(text, h.word); ok {
			f, ok := readAmount(rest)
			f.Hedge = h.hedge
			return f, ok
		}
	}
	rest, ok := strings.CutPrefix(text, "from ")
	if !ok {
		return readAmount(text)
	}
	low, high, ok := strings.Cut(rest, " to ")
	from, ok1 := readAmount(strings.TrimPrefix(low, "over "))
	to, ok2 := readAmount(strings.TrimPrefix(high, "under "))
	to.Value, to.High = from.Value, to.Value
	return to, ok && ok1 && ok2
}

// readAmount reads a number with its scale and unit.
func readAmount(text string) (Figure, bool) {
	number, unit, _ := strings.Cut(text, " ")
	power := int64(1)
	switch scale, rest, _ := strings.Cut(unit, " "); scale {
	case "bn":
		power, unit = 1_000_000_000, rest
	case "mn":
		power, unit = 1_000_000, rest
	}
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if digits, ok := strings.CutSuffix(number, end); ok {
			number, unit = digits, "rank"
		}
	}
	v, ok := new(big.Rat).SetString(strings.ReplaceAll(number, ",", ""))
	if !ok {
		return Figure{}, false
	}
	return Figure{Value: v.Mul(v, big.NewRat(power, 1)), Unit: ofMany(unit)}, !strings.Contains(unit, " ")
}

// ofMany returns a unit as units are named, of one too: years for year.
func ofMany(unit string) string {
	many := unit + "s"
	if stem, ok := strings.CutSuffix(unit, "y"); ok {
		many = stem + "ies"
	}
	if _, ok := remarkUnits[many]; ok || spanishUnits[many] != "" {
		return many
	}
	return unit
}

// readTime reads a period in the form of ISO 8601 that periods are printed in.
func readTime(text string) (Time, bool) {
	from, to, span := strings.Cut(text, "/")
	first, ok1 := readDays(from)
	if !span {
		return first, ok1
	}
	last, ok2 := readDays(to)
	return Time{first.First, last.Last}, ok1 && ok2
}

// readDays reads a year, a quarter, a month or a day.
func readDays(text string) (Time, bool) {
	if text == ".." {
		return Time{}, true
	}
	parts := strings.Split(text, "-")
	year, err := strconv.Atoi(parts[0])
	first, last := Day{year, 1, 1}, Day{year, 12, 31}
	if err != nil {
		return Time{}, false
	}
	if len(parts) == 1 {
		return Time{first, last}, true
	}
	if q, ok := strings.CutPrefix(parts[1], "Q"); ok {
		n, err := strconv.Atoi(q)
		first.Month, last.Month = 3*n-2, 3*n
		last.Day = lastDay(last)
		return Time{first, last}, err == nil && n >= 1 && n <= 4
	}
	month, err := strconv.Atoi(parts[1])
	if err != nil || month < 1 || month > 12 {
		return Time{}, false
	}
	first.Month, last.Month = month, month
	last.Day = lastDay(last)
	if len(parts) > 2 {
		day, err := strconv.Atoi(parts[2])
		if err != nil {
			return Time{}, false
		}
		first.Day, last.Day = day, day
	}
	return Time{first, last}, true
}
