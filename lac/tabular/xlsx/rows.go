package xlsx

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/sinolac/sinolac/lac"
	"github.com/xuri/excelize/v2"
)

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
