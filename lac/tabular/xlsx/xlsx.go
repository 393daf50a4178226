// Package xlsx gives the rows of a sheet in an Excel workbook to package tabular:
//
//	w, err := xlsx.Open("trade.xlsx")
//	if err != nil { … }
//	defer w.Close()
//	r := tabular.NewRowReader[lac.TradeRecord](w.Rows("2024"))
//
// It is a module of its own, lest the library depend on what reads workbooks.
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
	"iter"
	"slices"
	"strconv"

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

// A look is how a style shows a number.
type look int

const (
	asNumber look = iota
	asDay
	asMonth
	asYear
	asPercent
)

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

// Rows returns the rows of a sheet, of the first if the name is empty. Empty cells
// at the end of a row are given up to the width of the first row, and an empty row
// has no cells. A [*lac.RowError] beside a row says that a cell of it is no value.
func (w *Workbook) Rows(sheet string) iter.Seq2[[]string, error] { return w.rows(sheet, true) }

// rows returns the rows of a sheet. With oneHead the first must be the names of columns.
func (w *Workbook) rows(sheet string, oneHead bool) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		if w.old != nil {
			if err := w.oldRows(sheet, oneHead, yield); err != nil {
				yield(nil, fmt.Errorf("xlsx: sheet %q: %w", sheet, err))
			}
			return
		}
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
		merged, err := w.merged(sheet)
		if err != nil {
			yield(nil, fmt.Errorf("xlsx: sheet %q: %w", sheet, err))
			return
		}
		width := 0
		for n := 1; rows.Next(); n++ {
			cells, err := rows.Columns()
			if rows.GetRowOpts().Hidden {
				w.note(n, "", fmt.Errorf("row %d of sheet %q is hidden, and is read", n, sheet))
			}
			if err == nil {
				cells, err = w.row(sheet, n, width, cells, merged)
			}
			if width == 0 && len(cells) > 0 {
				width = len(cells)
				err = errors.Join(err, w.hiddenColumns(sheet, width))
				if oneHead {
					err = errors.Join(err, headMerged(sheet, n, merged))
				}
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

// hiddenColumns notes which of the first columns are hidden.
func (w *Workbook) hiddenColumns(sheet string, width int) error {
	if w.Notes == nil {
		return nil
	}
	for c := 1; c <= width; c++ {
		name, err := excelize.ColumnNumberToName(c)
		if err != nil {
			return err
		}
		if visible, err := w.file.GetColVisible(sheet, name); err != nil {
			return err
		} else if !visible {
			w.note(1, name, fmt.Errorf("column %s of sheet %q is hidden, and is read", name, sheet))
		}
	}
	return nil
}

// row returns the values of a row's cells, none if all are empty.
func (w *Workbook) row(sheet string, n, width int, cells []string, merged map[place]*merge) ([]string, error) {
	if !slices.ContainsFunc(cells, func(s string) bool { return s != "" }) {
		return nil, nil
	}
	for len(cells) < width {
		cells = append(cells, "")
	}
	for i, stored := range cells {
		cell, err := excelize.CoordinatesToCellName(i+1, n)
		if err != nil {
			return nil, err
		}
		reject := func(err error) error {
			return &lac.RowError{Line: n, Column: i + 1, Field: cell, Text: stored, Err: err}
		}
		if m := merged[place{i + 1, n}]; m != nil && stored == "" && m.first.column == i+1 && m.first.row < n {
			first, err := excelize.CoordinatesToCellName(m.first.column, m.first.row)
			if err != nil {
				return nil, err
			}
			if kind, err := w.file.GetCellType(sheet, first); err != nil {
				return nil, err
			} else if kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber {
				return nil, m.rejected(i+1, n)
			}
			cells[i] = m.text
			continue
		}
		if stored == "" {
			if formula, err := w.file.GetCellFormula(sheet, cell); err != nil {
				return nil, err
			} else if kind, _ := w.file.GetCellType(sheet, cell); formula != "" && kind != excelize.CellTypeFormula {
				return nil, reject(errUncomputed)
			}
			continue
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
				return nil, reject(err)
			}
		}
	}
	return cells, nil
}
