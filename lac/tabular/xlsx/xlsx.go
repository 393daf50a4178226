// Package xlsx gives the rows of a sheet in an Excel workbook to package tabular:
//
//	w, err := xlsx.Open("trade.xlsx")
//	if err != nil { … }
//	defer w.Close()
//	r := tabular.NewRowReader[lac.TradeRecord](w.Rows("2024"))
//
// It is a module of its own, so that the library does not depend on what reads
// workbooks.
//
// Workbooks in Excel's old form, .xls as Excel 97 to 2003 wrote it and China customs
// gives, are read as well. There a number is in binary alone, and one that up to 15 digits
// stand for is that. A formula counts as never computed if its program says that it is to be
// computed and keeps 0 or nothing; others may keep the same of a result.
//
// # What a cell is
//
// Texts are as they are, the results of formulas as they were last computed, and
// logical values true or false. A number that is shown as a date is that day in ISO
// 8601, of a month or year that month or year; one that is shown as a percentage is a
// text with its sign. A formula that was never computed rejects its row, and so do an
// error and a number in a cell that is merged over several rows, for whose number it is
// is not known. A text in such a cell is that of all its rows. Rows and columns that are
// hidden are read as others, and [Workbook.Notes] is told.
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

	"github.com/xuri/excelize/v2"

	"github.com/sinolac/sinolac/lac"
)

// maxBytes is how large a workbook may be when it is unpacked. It is read whole.
const maxBytes = 256 << 20

// A Workbook is an open file.
type Workbook struct {
	// Shown takes numbers at 15 significant digits, as Excel shows them.
	Shown bool
	// Notes, if set, is called for what a reader of the sheet does not see: a row or
	// column that is hidden, before it is read.
	Notes func(*lac.RowError)

	file  *excelize.File
	old   *old         // in place of file
	from  lac.Date     // day 0 of the workbook's calendar
	looks map[int]look // of styles
}

// Open opens a workbook in the format .xlsx, or .xls as Excel 97 to 2003 write it, by
// what it is and not by its name. It errs if there is no such file, it is no workbook,
// or unpacks to more than 256 MiB, in the old form 64 MiB.
func Open(path string) (*Workbook, error) {
	if o, err := openOld(path); err != nil {
		return nil, fmt.Errorf("xlsx: %s: %w", path, err)
	} else if o != nil {
		w := &Workbook{old: o, from: lac.DateOf(1899, 12, 30), looks: map[int]look{}}
		if o.is1904 {
			w.from = lac.DateOf(1904, 1, 1)
		}
		return w, nil
	}
	f, err := excelize.OpenFile(path, excelize.Options{UnzipSizeLimit: maxBytes, UnzipXMLSizeLimit: maxBytes, RawCellValue: true})
	if err != nil {
		return nil, fmt.Errorf("xlsx: %s: %w", path, err)
	}
	w := &Workbook{file: f, from: lac.DateOf(1899, 12, 30), looks: map[int]look{}}
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
func (w *Workbook) Close() error {
	if w.old != nil {
		return nil
	}
	return w.file.Close()
}

// Sheets returns the names of the sheets, in their order.
func (w *Workbook) Sheets() []string {
	if w.old == nil {
		return w.file.GetSheetList()
	}
	var names []string
	for _, s := range w.old.sheets {
		names = append(names, s.name)
	}
	return names
}

func (w *Workbook) note(line int, field string, err error) {
	if w.Notes != nil {
		w.Notes(&lac.RowError{Line: line, Field: field, Err: err})
	}
}

// A place is the column and row of a cell, from 1.
type place struct{ column, row int }

// A merge is cells that are one, with the text of the first.
type merge struct {
	first, last place
	text        string
	number      bool // in the first of them
}

// spread puts a merge at each of its cells but the first. The cells that only look merged,
// in a sheet of millions, are bounded.
func (m *merge) spread(out map[place]*merge) error {
	const most = 1 << 20
	for row := m.first.row; row <= m.last.row; row++ {
		for column := m.first.column; column <= m.last.column; column++ {
			if len(out) == most {
				return fmt.Errorf("%w: more than %d cells are merged", lac.ErrRange, most)
			}
			out[place{column, row}] = m
		}
	}
	delete(out, m.first)
	return nil
}

// rejected returns why a row is rejected that has a cell of a merge with a number.
func (m *merge) rejected(column, row int) error {
	first, _ := excelize.CoordinatesToCellName(m.first.column, m.first.row) // of valid places
	cell, _ := excelize.CoordinatesToCellName(column, row)
	return &lac.RowError{Line: row, Column: column, Field: cell, Err: fmt.Errorf("%w: the number in %s is merged over rows %d to %d: it is not known whose it is", lac.ErrSyntax, first, m.first.row, m.last.row)}
}

// merged returns the merges by each of their cells but the first.
func (w *Workbook) merged(sheet string) (map[place]*merge, error) {
	all, err := w.file.GetMergeCells(sheet)
	if err != nil {
		return nil, err
	}
	out := map[place]*merge{}
	for _, m := range all {
		one := &merge{text: m.GetCellValue()}
		one.first.column, one.first.row, err = excelize.CellNameToCoordinates(m.GetStartAxis())
		if err == nil {
			one.last.column, one.last.row, err = excelize.CellNameToCoordinates(m.GetEndAxis())
		}
		if err != nil {
			return nil, err
		}
		if err := one.spread(out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// headMerged errs if a cell of the head in row n is merged with those beside it: then
// it is a title, or a head over heads.
func headMerged(sheet string, n int, merged map[place]*merge) error {
	for at, m := range merged {
		if at.row == n && m.first.row == n && m.last.column > m.first.column {
			return fmt.Errorf("xlsx: sheet %q: %w: the head %q in row %d is merged over %d columns; want one row with the name of each column", sheet, lac.ErrSyntax, m.text, n, m.last.column-m.first.column+1)
		}
	}
	return nil
}
