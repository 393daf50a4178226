// Package xlsx gives the rows of a sheet in an Excel workbook to package tabular:
//
//	w, err := xlsx.Open("trade.xlsx")
//	if err != nil { … }
//	defer w.Close()
//	r := tabular.NewRowReader[lac.TradeRecord](w.Rows("2024"))
//
// It is a module of its own, lest the library depend on what reads workbooks.
//
// # What a cell is
//
// Texts are as they are, the results of formulas as they were last computed, and
// logical values true or false. A number that is shown as a date is that day in ISO
// 8601.
//
// Excel keeps numbers in binary and writes what it keeps: 1.1 as
// 1.1000000000000001, and 0.1 + 0.2 as 0.30000000000000004. Which number was meant
// is not in the file, so a row with a number of more than the 15 digits that Excel
// shows is rejected. Set [Workbook.Shown] to take all numbers at 15 digits, rounded
// half away from zero, as Excel shows them; or format the column as text and enter
// the numbers again.
package xlsx

import (
	"errors"
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"github.com/sinolac/sinolac/lac"
)

// maxBytes is how large a workbook may be when it is unpacked. It is read whole.
const maxBytes = 256 << 20

// A Workbook is an open file.
type Workbook struct {
	// Shown takes numbers at 15 significant digits, as Excel shows them.
	Shown bool

	file  *excelize.File
	from  lac.Date     // day 0 of the workbook's calendar
	dates map[int]bool // which styles show dates
}

// Open opens a workbook in the format .xlsx. It errs if there is no such file, it
// is no workbook, or unpacks to more than 256 MiB.
func Open(path string) (*Workbook, error) {
	f, err := excelize.OpenFile(path, excelize.Options{UnzipSizeLimit: maxBytes, UnzipXMLSizeLimit: maxBytes, RawCellValue: true})
	if err != nil {
		return nil, fmt.Errorf("xlsx: %s: %w", path, err)
	}
	w := &Workbook{file: f, from: lac.DateOf(1899, 12, 30), dates: map[int]bool{}}
	props, err := f.GetWorkbookProps()
	if err != nil {
		return nil, fmt.Errorf("xlsx: %s: %w", path, errors.Join(err, f.Close()))
	}
	if props.Date1904 != nil && *props.Date1904 {
		w.from = lac.DateOf(1904, 1, 1)
	}
	return w, nil
}

// Close closes the file.
func (w *Workbook) Close() error { return w.file.Close() }

// Sheets returns the names of the sheets, in their order.
func (w *Workbook) Sheets() []string { return w.file.GetSheetList() }

// Rows returns the rows of a sheet, of the first if the name is empty. Empty cells
// at the end of a row are given up to the width of the first row, and an empty row
// has no cells. A [*lac.RowError] beside a row says that a cell of it is no value.
func (w *Workbook) Rows(sheet string) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		if sheet == "" {
			sheet = w.file.GetSheetName(0)
		}
		// This reads the sheet whole and errs on a malformed one, of which Rows
		// alone would give what is before the fault.
		if _, err := w.file.GetCellType(sheet, "A1"); err != nil {
			yield(nil, fmt.Errorf("xlsx: sheet %q: %w", sheet, err))
			return
		}
		rows, err := w.file.Rows(sheet)
		if err != nil {
			yield(nil, fmt.Errorf("xlsx: sheet %q: %w", sheet, err))
			return
		}
		width := 0
		for n := 1; rows.Next(); n++ {
			cells, err := rows.Columns()
			if err == nil {
				cells, err = w.row(sheet, n, cells)
			}
			if n == 1 {
				width = len(cells)
			}
			if short := width - len(cells); short > 0 && len(cells) > 0 {
				cells = append(cells, make([]string, short)...)
			}
			if !yield(cells, err) {
				break
			}
		}
		if err := errors.Join(rows.Error(), rows.Close()); err != nil {
			yield(nil, fmt.Errorf("xlsx: sheet %q: %w", sheet, err))
		}
	}
}

// row returns the values of a row's cells, none if all are empty.
func (w *Workbook) row(sheet string, n int, cells []string) ([]string, error) {
	if !slices.ContainsFunc(cells, func(s string) bool { return s != "" }) {
		return nil, nil
	}
	for i, stored := range cells {
		if stored == "" {
			continue
		}
		cell, err := excelize.CoordinatesToCellName(i+1, n)
		if err != nil {
			return nil, err
		}
		kind, err := w.file.GetCellType(sheet, cell)
		if err != nil {
			return nil, err
		}
		switch kind {
		case excelize.CellTypeBool:
			cells[i] = strconv.FormatBool(stored == "1")
		case excelize.CellTypeUnset, excelize.CellTypeNumber:
			style, err := w.file.GetCellStyle(sheet, cell)
			if err != nil {
				return nil, err
			}
			if cells[i], err = w.number(stored, style); err != nil {
				return nil, &lac.RowError{Line: n, Column: i + 1, Field: cell, Text: stored, Err: err}
			}
		}
	}
	return cells, nil
}

// number returns what a stored number means in a style.
func (w *Workbook) number(stored string, style int) (string, error) {
	isDate, known := w.dates[style]
	if !known {
		s, err := w.file.GetStyle(style)
		if err != nil {
			return "", err
		}
		isDate = showsDate(s)
		w.dates[style] = isDate
	}
	if isDate {
		return w.date(stored)
	}
	digits, err := shown(stored)
	if err == nil && digits != stored && !w.Shown {
		err = fmt.Errorf("%w: more than the %d digits that Excel shows", lac.ErrRange, maxDigits)
	}
	return digits, err
}

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

var quoted = regexp.MustCompile(`\[[^\]]*\]|\\.|"[^"]*"`)

// showsDate reports whether a style shows a number as a date: by one of the formats
// that every workbook has (ECMA-376, 18.8.30), or one with a day or year in it.
func showsDate(s *excelize.Style) bool {
	if s.CustomNumFmt != nil {
		return strings.ContainsAny(strings.ToLower(quoted.ReplaceAllString(*s.CustomNumFmt, "")), "dy")
	}
	return 14 <= s.NumFmt && s.NumFmt <= 17 || s.NumFmt == 22 || 27 <= s.NumFmt && s.NumFmt <= 36 || 50 <= s.NumFmt && s.NumFmt <= 58
}

// date returns the day of a number of days. Before March 1900 Excel counts a day
// that never was.
func (w *Workbook) date(stored string) (string, error) {
	days, err := strconv.Atoi(stored)
	if err != nil {
		return "", fmt.Errorf("%w: want a date without a time of day", lac.ErrSyntax)
	}
	day := w.from.AddDays(days)
	if days < 61 || day.IsZero() {
		return "", fmt.Errorf("%w: want a date from March 1900 on", lac.ErrRange)
	}
	return day.String(), nil
}
