package xlsx

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"github.com/sinolac/sinolac/lac"
)

// A cellKind is what an oldCell holds.
type cellKind byte

const (
	cellNumber     cellKind = iota // the bits of a binary64
	cellHundredths                 // those of a hundred times the number
	cellInteger                    // a number with a sign
	cellCents                      // a hundred times the number, with a sign
	cellText                       // the place of a text among those of the sheet
	cellLogical
	cellError
	cellUncomputed
)

// An oldCell is one that is not empty. Rows and columns count from 0.
type oldCell struct {
	row, column, style uint16
	kind               cellKind
	value              uint64
}

// A table is the cells of a sheet in the old form.
type table struct {
	cells         []oldCell
	texts         []string // after those of the workbook
	hiddenRows    map[int]bool
	hiddenColumns map[int]bool
	merges        []*merge
}

// errorTexts are what error cells show ([MS-XLS], 2.5.10).
var errorTexts = map[uint64]string{0x00: "#NULL!", 0x07: "#DIV/0!", 0x0f: "#VALUE!", 0x17: "#REF!", 0x1d: "#NAME?", 0x24: "#NUM!", 0x2a: "#N/A"}

// table reads a sheet, the first if the name is empty.
func (o *old) table(sheet string) (*table, error) {
	i := slices.IndexFunc(o.sheets, func(s oldSheet) bool { return sheet == "" || s.name == sheet })
	if i < 0 {
		return nil, fmt.Errorf("%w: the workbook has no such sheet", lac.ErrMissing)
	}
	t := &table{hiddenRows: map[int]bool{}, hiddenColumns: map[int]bool{}}
	awaited := -1 // the formula whose result is the text that follows
	err := o.records(o.sheets[i].at, func(kind int, parts [][]byte) error {
		text := &oldText{parts: slices.Clone(parts)}
		data := parts[0]
		cell := func() oldCell {
			return oldCell{row: uint16(text.number(2)), column: uint16(text.number(2)), style: uint16(text.number(2))}
		}
		add := func(c oldCell, kind cellKind, value uint64) {
			c.kind, c.value = kind, value
			t.cells = append(t.cells, c)
		}
		switch kind {
		case recRow:
			row := text.number(2)
			text.skip(10)
			if text.number(1)&0x20 != 0 {
				t.hiddenRows[row] = true
			}
		case recColumns:
			first, last := text.number(2), text.number(2)
			text.skip(4)
			if text.number(1)&1 != 0 {
				for c := first; c <= min(last, 255); c++ {
					t.hiddenColumns[c] = true
				}
			}
		case recMerged:
			for n := text.number(2); n > 0 && !text.failed; n-- {
				m := &merge{}
				m.first.row, m.last.row = text.number(2)+1, text.number(2)+1
				m.first.column, m.last.column = text.number(2)+1, text.number(2)+1
				t.merges = append(t.merges, m)
			}
		case recTextAt:
			add(cell(), cellText, uint64(text.number(4)))
		case recText, recRichText:
			c := cell()
			add(c, cellText, t.text(o, text.string(text.number(2))))
		case recNumber:
			c := cell()
			add(c, cellNumber, uint64(text.number(8)))
		case recRK:
			c := cell()
			kind, value := rk(text.number(4))
			add(c, kind, value)
		case recMulRK:
			c := oldCell{row: uint16(text.number(2)), column: uint16(text.number(2))}
			for range (len(data) - 6) / 6 {
				c.style = uint16(text.number(2))
				kind, value := rk(text.number(4))
				add(c, kind, value)
				c.column++
			}
		case recBoolErr:
			c := cell()
			value := uint64(text.number(1))
			kind := cellLogical
			if text.number(1) != 0 {
				kind = cellError
			}
			add(c, kind, value)
		case recFormula:
			awaited = -1
			c := cell()
			result := uint64(text.number(8))
			always := text.number(2)&1 != 0
			switch {
			case always && (result == 0 || result>>48 == 0xffff && result&0xff == 3): // 0 or an empty text
				add(c, cellUncomputed, 0)
			case result>>48 != 0xffff:
				add(c, cellNumber, result)
			case result&0xff == 0:
				awaited = len(t.cells)
				add(c, cellUncomputed, 0)
			case result&0xff == 1:
				add(c, cellLogical, result>>16&0xff)
			case result&0xff == 2:
				add(c, cellError, result>>16&0xff)
			}
		case recComputed:
			if s := text.string(text.number(2)); awaited >= 0 {
				t.cells[awaited].kind, t.cells[awaited].value = cellText, t.text(o, s)
			}
			awaited = -1
		}
		if text.failed {
			return errOld
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(t.cells, func(a, b oldCell) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column))
	})
	return t, nil
}

// text keeps a text that is not among those of the workbook and returns its place.
func (t *table) text(o *old, s string) uint64 {
	t.texts = append(t.texts, s)
	return uint64(len(o.strings) + len(t.texts) - 1)
}

// rk returns a number as short records keep it: 30 bits of a whole number or the highest 30
// of a binary64, of the number or of a hundred times it ([MS-XLS], 2.5.218).
func rk(n int) (cellKind, uint64) {
	switch n & 3 {
	case 0:
		return cellNumber, uint64(n) << 32
	case 1:
		return cellHundredths, uint64(n-1) << 32
	case 2:
		return cellInteger, uint64(int64(int32(n)) >> 2)
	}
	return cellCents, uint64(int64(int32(n)) >> 2)
}

// oldRows gives the rows of a sheet as rows does.
func (w *Workbook) oldRows(sheet string, oneHead bool, yield func([]string, error) bool) error {
	t, err := w.old.table(sheet)
	if err != nil {
		return err
	}
	if sheet == "" {
		sheet = w.old.sheets[0].name
	}
	merged, err := w.oldMerged(t)
	if err != nil {
		return err
	}
	width, rest := 0, t.cells
	for n := 1; len(rest) > 0; n++ {
		if t.hiddenRows[n-1] {
			w.note(n, "", fmt.Errorf("row %d of sheet %q is hidden, and is read", n, sheet))
		}
		end := slices.IndexFunc(rest, func(c oldCell) bool { return int(c.row) >= n })
		if end < 0 {
			end = len(rest)
		}
		cells, err := w.oldRow(t, n, width, rest[:end], merged)
		rest = rest[end:]
		if width == 0 && len(cells) > 0 {
			width = len(cells)
			if oneHead {
				err = errors.Join(err, headMerged(sheet, n, merged))
			}
			for c := range width {
				if t.hiddenColumns[c] {
					name, _ := excelize.ColumnNumberToName(c + 1) // of a valid number
					w.note(1, name, fmt.Errorf("column %s of sheet %q is hidden, and is read", name, sheet))
				}
			}
		}
		if !yield(cells, err) {
			return nil
		}
	}
	return nil
}

// oldMerged returns the merges of a sheet as merged does.
func (w *Workbook) oldMerged(t *table) (map[place]*merge, error) {
	out := map[place]*merge{}
	for _, m := range t.merges {
		i, ok := slices.BinarySearchFunc(t.cells, m.first, func(c oldCell, p place) int {
			return cmp.Or(cmp.Compare(int(c.row)+1, p.row), cmp.Compare(int(c.column)+1, p.column))
		})
		if ok {
			m.number = t.cells[i].kind < cellText
			m.text, _ = w.oldValue(t, t.cells[i]) // its own row says why it is no value
		}
		if err := m.spread(out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// oldRow returns the values of a row's cells, none if all are empty.
func (w *Workbook) oldRow(t *table, n, width int, of []oldCell, merged map[place]*merge) ([]string, error) {
	if len(of) == 0 {
		return nil, nil
	}
	cells := make([]string, max(width, int(of[len(of)-1].column)+1))
	for _, c := range of {
		text, err := w.oldValue(t, c)
		if err != nil {
			name, _ := excelize.CoordinatesToCellName(int(c.column)+1, n) // of a valid place
			return nil, &lac.RowError{Line: n, Column: int(c.column) + 1, Field: name, Text: text, Err: err}
		}
		cells[c.column] = text
	}
	for i, text := range cells {
		m := merged[place{i + 1, n}]
		if m == nil || text != "" || m.first.column != i+1 || m.first.row >= n {
			continue
		}
		if m.number {
			return nil, m.rejected(i+1, n)
		}
		cells[i] = m.text
	}
	return cells, nil
}

// oldValue returns the value of a cell. Beside an error it is what the cell shows.
func (w *Workbook) oldValue(t *table, c oldCell) (string, error) {
	switch c.kind {
	case cellText:
		if c.value < uint64(len(w.old.strings)) {
			return w.old.strings[c.value], nil
		}
		if i := c.value - uint64(len(w.old.strings)); i < uint64(len(t.texts)) {
			return t.texts[i], nil
		}
		return "", fmt.Errorf("%w: a text that is not in the workbook", lac.ErrSyntax)
	case cellLogical:
		return strconv.FormatBool(c.value != 0), nil
	case cellError:
		return errorTexts[c.value], fmt.Errorf("%w: the cell has an error", lac.ErrSyntax)
	case cellUncomputed:
		return "", errUncomputed
	}
	var d decimal.Decimal
	entered := true
	var err error
	switch c.kind {
	case cellNumber, cellHundredths:
		d, entered, err = binary64(c.value).decimal()
	case cellInteger, cellCents:
		d = decimal.NewFromInt(int64(c.value))
	}
	if c.kind == cellHundredths || c.kind == cellCents {
		d = d.Shift(-2)
	}
	if err != nil {
		return "", err
	}
	if !entered && !w.Shown {
		exact, _, _ := binary64(c.value).exact() // it did not err above
		return significant(exact, 17).String(), errDigits
	}
	return w.number(d.String(), int(c.style))
}
