package xlsx

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac"
)

// number returns what a stored number means in a style.
func (w *Workbook) number(stored string, style int) (string, error) {
	as, known := w.looks[style]
	if !known {
		if w.old != nil {
			as = w.old.lookOf(style)
		} else if s, err := w.file.GetStyle(style); err != nil {
			return "", err
		} else {
			as = lookOf(s)
		}
		w.looks[style] = as
	}
	if as == asDay || as == asMonth || as == asYear {
		return w.date(stored, as)
	}
	digits, err := shown(stored)
	if err == nil && digits != stored && !w.Shown {
		err = errDigits
	}
	if err == nil && as == asPercent {
		var d decimal.Decimal
		if d, err = decimal.NewFromString(digits); err == nil {
			digits = d.Shift(2).String() + "%"
		}
	}
	return digits, err
}

var (
	errUncomputed = fmt.Errorf("%w: a formula that was never computed: open the workbook in a spreadsheet and save it", lac.ErrMissing)
	errDigits     = fmt.Errorf("%w: more than the %d digits that Excel shows", lac.ErrRange, maxDigits)
)

// maxDigits is how many significant digits of a number Excel shows.
const maxDigits = 15

// shown returns a number at no more than maxDigits significant digits, half away
// from zero; as it is stored if it has no more.
func shown(stored string) (string, error) {
	malformed := fmt.Errorf("%w: want a number", lac.ErrSyntax)
	if len(stored) > 100 {
		return "", malformed
	}
	d, err := decimal.NewFromString(stored)
	if err != nil || d.Exponent() < -400 || d.Exponent() > 400 { // binary numbers are from 1e-324 to 1e309
		return "", malformed
	}
	all := d.Coefficient().String()
	if len(strings.TrimRight(all, "0")) <= maxDigits {
		return stored, nil
	}
	return d.Round(int32(maxDigits-len(all)) - d.Exponent()).String(), nil
}

// date returns the day of a number of days, or the month or year that is shown if the
// day is the first of it. Before March 1900 Excel counts a day that never was.
func (w *Workbook) date(stored string, as look) (string, error) {
	days, err := strconv.Atoi(stored)
	if err != nil {
		return "", fmt.Errorf("%w: want a date without a time of day", lac.ErrSyntax)
	}
	day := w.from.AddDays(days)
	if day.IsZero() || days < 61 && w.from.Year() == 1899 || days < 0 {
		return "", fmt.Errorf("%w: want a date from March 1900 on", lac.ErrRange)
	}
	switch {
	case as == asMonth && day.Day() == 1:
		return day.String()[:len("2006-01")], nil
	case as == asYear && day.Day() == 1 && day.Month() == 1:
		return day.String()[:len("2006")], nil
	}
	return day.String(), nil
}
