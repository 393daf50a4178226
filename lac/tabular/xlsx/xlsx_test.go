package xlsx_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
	"github.com/sinolac/sinolac/lac/tabular/xlsx"
)

// workbook makes a file with one sheet and calls fill on it.
func workbook(t testing.TB, fill func(f *excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := errors.Join(f.SaveAs(path), f.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

func open(t testing.TB, path string) *xlsx.Workbook {
	t.Helper()
	w, err := xlsx.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.Close() })
	return w
}

// show returns the rows of the first sheet as text.
func show(w *xlsx.Workbook) []string {
	var got []string
	for cells, err := range w.Rows("") {
		if err != nil {
			got = append(got, err.Error())
		} else {
			got = append(got, strings.Join(cells, "|"))
		}
	}
	return got
}

func try(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestCells(t *testing.T) {
	path := workbook(t, func(f *excelize.File) {
		day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
		try(t, err)
		format := `yyyy"年"m"月"d"日"`
		custom, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		try(t, err)
		words := `0.00" days"`
		number, err := f.NewStyle(&excelize.Style{CustomNumFmt: &words})
		try(t, err)
		try(t, f.SetSheetRow("Sheet1", "A1", &[]any{"text", "whole", "flag", "date", "more"}))
		try(t, f.SetSheetRow("Sheet1", "A2", &[]any{"00123", 1234567, true, "", "x"}))
		try(t, f.SetSheetRow("Sheet1", "A4", &[]any{" Perú ", 0.25, false}))
		for cell, style := range map[string]int{"D2": day, "D4": custom, "E4": number} {
			try(t, f.SetCellDefault("Sheet1", cell, "45425"))
			try(t, f.SetCellStyle("Sheet1", cell, cell, style))
		}
		try(t, f.SetCellFormula("Sheet1", "A5", "1/0"))
		try(t, f.SetCellValue("Sheet1", "B5", "12345678901234567890"))
	})
	want := []string{"text|whole|flag|date|more", "00123|1234567|true|2024-05-13|x", "", " Perú |0.25|false|2024-05-13|45425", "|12345678901234567890|||"}
	if diff := cmp.Diff(want, show(open(t, path))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestLooks holds that a number means what the style shows: a month is a month.
func TestLooks(t *testing.T) {
	for _, tt := range []struct{ format, stored, want string }{
		{"mmm-yy", "45413", "2024-05"},
		{`mmmm" de "yyyy`, "45413", "2024-05"},
		{"mmm-yy", "45425", "2024-05-13"},
		{"yyyy", "45292", "2024"},
		{"dd/mm/yyyy", "45413", "2024-05-01"},
		{"0.0%", "0.6", "60%"},
		{"0%", "1.1000000000000001", `1:1: field A1 "1.1000000000000001": out of range: more than the 15 digits that Excel shows`},
		{"[h]:mm", "45413", "45413"},
	} {
		w := open(t, workbook(t, func(f *excelize.File) {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &tt.format})
			try(t, err)
			try(t, f.SetCellDefault("Sheet1", "A1", tt.stored))
			try(t, f.SetCellStyle("Sheet1", "A1", "A1", style))
		}))
		if diff := cmp.Diff([]string{tt.want}, show(w)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.format, diff)
		}
	}
}

// rewrite replaces a text in the parts of a workbook.
func rewrite(t *testing.T, path, old, new string) {
	t.Helper()
	in, err := zip.OpenReader(path)
	try(t, err)
	var b bytes.Buffer
	out, found := zip.NewWriter(&b), false
	for _, part := range in.File {
		r, err := part.Open()
		try(t, err)
		text, err := io.ReadAll(r)
		try(t, err)
		found = found || strings.Contains(string(text), old)
		to, err := out.Create(part.Name)
		try(t, err)
		_, err = to.Write([]byte(strings.ReplaceAll(string(text), old, new)))
		try(t, err)
	}
	try(t, errors.Join(in.Close(), out.Close(), os.WriteFile(path, b.Bytes(), 0o666)))
	if !found {
		t.Fatalf("no part has %s", old)
	}
}

// TestFormulas holds that a formula without a result is not read as an empty cell.
func TestFormulas(t *testing.T) {
	path := workbook(t, func(f *excelize.File) {
		try(t, f.SetSheetRow("Sheet1", "A1", &[]any{"id", "value"}))
		try(t, f.SetCellValue("Sheet1", "A2", "p"))
		try(t, f.SetCellFormula("Sheet1", "B2", "500*2"))
	})
	rewrite(t, path, ` t="str"`, "") // with it the result is an empty text
	w := open(t, path)
	want := []string{"id|value", "2:2: field B2: not reported: a formula that was never computed: open the workbook in a spreadsheet and save it"}
	if diff := cmp.Diff(want, show(w)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestMergedCells holds that a text is that of all rows that it is merged over, that a
// number is not, and that a merged head is none.
func TestMergedCells(t *testing.T) {
	w := open(t, workbook(t, func(f *excelize.File) {
		for i, row := range [][]any{{"id", "area", "value"}, {"p", "BOL", 5}, {"q", nil, 6}, {"r", nil, nil}, {"s", "PER", 7}} {
			try(t, f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row))
		}
		try(t, f.MergeCell("Sheet1", "B2", "B4"))
		try(t, f.MergeCell("Sheet1", "C3", "C4"))
	}))
	want := []string{"id|area|value", "p|BOL|5", "q|BOL|6", "4:3: field C4: malformed: the number in C3 is merged over rows 3 to 4: it is not known whose it is", "s|PER|7"}
	if diff := cmp.Diff(want, show(w)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	w = open(t, workbook(t, func(f *excelize.File) {
		try(t, f.SetSheetRow("Sheet1", "A1", &[]any{"Projects"}))
		try(t, f.SetSheetRow("Sheet1", "A2", &[]any{"id", "value"}))
		try(t, f.MergeCell("Sheet1", "A1", "B1"))
	}))
	if got := show(w); !strings.Contains(got[0], `the head "Projects" in row 1 is merged over 2 columns`) {
		t.Error(got)
	}
}

// TestHiddenRowsAreSaid holds that what nobody sees is read and noted.
func TestHiddenRowsAreSaid(t *testing.T) {
	w := open(t, workbook(t, func(f *excelize.File) {
		for i, row := range [][]any{{"id", "value"}, {"p", 5}, {"q", 6}} {
			try(t, f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row))
		}
		try(t, f.SetRowVisible("Sheet1", 3, false))
		try(t, f.SetColVisible("Sheet1", "B", false))
	}))
	var notes []*lac.RowError
	w.Notes = func(n *lac.RowError) { notes = append(notes, n) }
	if diff := cmp.Diff([]string{"id|value", "p|5", "q|6"}, show(w)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	want := []string{`1: field B: column B of sheet "Sheet1" is hidden, and is read`, `3: row 3 of sheet "Sheet1" is hidden, and is read`}
	if diff := cmp.Diff(want, texts(notes)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestNumbersAreAsStoredOrAsShown(t *testing.T) {
	tests := []struct{ stored, want, shown string }{
		{"0.1", "0.1", "0.1"},
		{"1.1000000000000001", "", "1.1"},
		{"0.30000000000000004", "", "0.3"},
		{"-2.2999999999999998", "", "-2.3"},
		{"9.9999999999999996E-2", "", "0.1"},
		{"123456789012345", "123456789012345", "123456789012345"},
		{"1234567890123450000", "1234567890123450000", "1234567890123450000"},
		{"1234567890123456", "", "1234567890123460"},
		{"1.5E+300", "1.5E+300", "1.5E+300"},
		{"0", "0", "0"},
	}
	for _, tt := range tests {
		t.Run(tt.stored, func(t *testing.T) {
			w := open(t, workbook(t, func(f *excelize.File) { try(t, f.SetCellDefault("Sheet1", "A1", tt.stored)) }))
			want := tt.want
			if want == "" {
				want = fmt.Sprintf("1:1: field A1 %q: out of range: more than the 15 digits that Excel shows", tt.stored)
			}
			got := show(w)
			w.Shown = true
			if diff := cmp.Diff([]string{want, tt.shown}, append(got, show(w)...)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestDates(t *testing.T) {
	for _, tt := range []struct {
		stored string
		from04 bool
		want   string
	}{
		{"61", false, "1900-03-01"},
		{"60", false, `1:1: field A1 "60": out of range: want a date from March 1900 on`},
		{"45425.5", false, `1:1: field A1 "45425.5": malformed: want a date without a time of day`},
		{"99999999", false, `1:1: field A1 "99999999": out of range: want a date from March 1900 on`},
		{"43963", true, "2024-05-13"},
	} {
		w := open(t, workbook(t, func(f *excelize.File) {
			day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
			try(t, err)
			try(t, f.SetCellDefault("Sheet1", "A1", tt.stored))
			try(t, f.SetCellStyle("Sheet1", "A1", "A1", day))
			try(t, f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &tt.from04}))
		}))
		if diff := cmp.Diff([]string{tt.want}, show(w)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.stored, diff)
		}
	}
}

func TestRecordsOfASheet(t *testing.T) {
	path := workbook(t, func(f *excelize.File) {
		_, err := f.NewSheet("Comercio")
		try(t, err)
		for i, row := range [][]any{
			{"País", "Año", "Importe (US$ millones)", "Nota"},
			{"Perú", 2024, "1.5", "a"},
			{},
			{"Atlántida", 2024, 1},
			{"Chile", 2024, time.Date(2024, 5, 13, 0, 0, 0, 0, time.UTC)},
		} {
			try(t, f.SetSheetRow("Comercio", fmt.Sprintf("A%d", i+1), &row))
		}
		try(t, f.SetCellDefault("Comercio", "A6", "Brasil"))
		try(t, f.SetCellDefault("Comercio", "B6", "2024"))
		try(t, f.SetCellDefault("Comercio", "C6", "1.1000000000000001"))
	})
	w := open(t, path)
	if diff := cmp.Diff([]string{"Sheet1", "Comercio"}, w.Sheets()); diff != "" {
		t.Error(diff)
	}
	r := tabular.NewRowReader[lac.TradeRecord](w.Rows("Comercio"))
	r.Source, r.Name = "desk", "book.xlsx"
	r.Mapping = tabular.Mapping{
		Columns:   map[string]string{"País": "partner", "Año": "period", "Importe (US$ millones)": "value", "Nota": "note"},
		Constants: map[string]string{"reporter": "CHN", "flow": "import", "commodity": "TOTAL"},
		Units:     map[string]string{"value": "1000000 USD"},
	}
	records, rejected, err := r.ReadAll(t.Context())
	if err != nil || len(records) != 1 || records[0].ID != "desk#2" || records[0].Value.String() != "1500000 USD" {
		t.Errorf("%v, %v", records, err)
	}
	want := []string{
		`book.xlsx:4:1: field País "Atlántida": area "Atlántida": unknown code`,
		`book.xlsx:5:3: field Importe (US$ millones) "2024-05-13": malformed: want a number`,
		`book.xlsx:6:3: field C6 "1.1000000000000001": out of range: more than the 15 digits that Excel shows`,
	}
	if diff := cmp.Diff(want, texts(rejected)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func texts(errs []*lac.RowError) []string {
	var s []string
	for _, e := range errs {
		s = append(s, e.Error())
	}
	return s
}

// A sheet that breaks off is an error, not one that has ended.
func TestMalformedWorkbooks(t *testing.T) {
	whole, err := os.ReadFile(workbook(t, func(f *excelize.File) { try(t, f.SetSheetRow("Sheet1", "A1", &[]any{"a", "b"})) }))
	try(t, err)
	write := func(text []byte) string {
		path := filepath.Join(t.TempDir(), "bad.xlsx")
		try(t, os.WriteFile(path, text, 0o666))
		return path
	}
	for name, path := range map[string]string{
		"no file": filepath.Join(t.TempDir(), "none.xlsx"), "no workbook": write([]byte("a,b\n")), "cut short": write(whole[:len(whole)/2]),
		"unpacks to too much": write(edited(t, whole, func(sheet []byte) []byte { return append(sheet, make([]byte, 300<<20)...) })),
	} {
		if w, err := xlsx.Open(path); err == nil || w != nil || !strings.HasPrefix(err.Error(), "xlsx: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
	w := open(t, write(edited(t, whole, func(sheet []byte) []byte { return sheet[:bytes.Index(sheet, []byte("</row>"))] })))
	for cells, err := range w.Rows("") {
		if err == nil {
			t.Errorf("got %q of a malformed sheet", cells)
		}
	}
	for cells, err := range open(t, write(whole)).Rows("none") {
		if err == nil {
			t.Errorf("got %q of no sheet", cells)
		}
	}
}

// edited returns a workbook with another text of its sheet.
func edited(t *testing.T, book []byte, edit func([]byte) []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	try(t, err)
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		r, err := f.Open()
		try(t, err)
		var text bytes.Buffer
		_, err = text.ReadFrom(r)
		try(t, err)
		w, err := out.Create(f.Name)
		try(t, err)
		content := text.Bytes()
		if strings.HasSuffix(f.Name, "sheet1.xml") {
			content = edit(content)
		}
		_, err = w.Write(content)
		try(t, err)
	}
	try(t, out.Close())
	return b.Bytes()
}

// Sheets that no program wrote end in rows or an error.
func TestMadeUpSheets(t *testing.T) {
	book, err := os.ReadFile(workbook(t, func(*excelize.File) {}))
	try(t, err)
	const begin, end = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`, `</sheetData></worksheet>`
	for _, tt := range []struct{ name, rows, want string }{
		{"texts in the cell", `<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1"><v>1.10</v></c></row>`, "a|1.10"},
		{"a style that is not there", `<row r="1"><c r="A1" s="99"><v>1</v></c></row>`, "style"},
		{"a number that is none", `<row r="1"><c r="A1"><v>0x1p-2</v></c></row>`, "malformed: want a number"},
		{"a cell beyond the last column", `<row r="1"><c r="XFE1"><v>1</v></c></row>`, "column"},
		{"no rows", ``, ""},
	} {
		path := filepath.Join(t.TempDir(), "book.xlsx")
		try(t, os.WriteFile(path, edited(t, book, func([]byte) []byte { return []byte(begin + tt.rows + end) }), 0o666))
		if got := strings.Join(show(open(t, path)), "\n"); !strings.Contains(got, tt.want) {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}
