package xlsx_test

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/gcdf"
	"github.com/sinolac/sinolac/lac/load"
)

// AidData's workbook has days as Excel keeps them, and a sheet before the records.
func TestGCDFAsAWorkbook(t *testing.T) {
	path := workbook(t, func(f *excelize.File) {
		_, err := f.NewSheet("GCDF_3.0")
		try(t, err)
		for i, row := range [][]any{
			{"AidData Record ID", "Recommended For Aggregates", "AidData Parent ID", "Umbrella", "Financier Country", "Recipient", "Recipient ISO-3", "Commitment Year", "Completion Year", "Title", "Description", "Status", "Flow Type", "Flow Class", "Sector Code", "Sector Name", "Infrastructure", "Commitment Date (MM/DD/YYYY)", "Amount (Original Currency)", "Original Currency", "Amount (Constant USD 2021)", "Amount (Nominal USD)", "Adjusted Amount (Constant USD 2021)"},
			{101, "Yes", "", "No", "China", "Peru", "PER", 2015, 2018, "Bank lends for a \"road\", in two parts", "", "Completion", "Loan", "OOF-like", 210, "TRANSPORT AND STORAGE", "Yes", time.Date(2015, 5, 23, 0, 0, 0, 0, time.UTC), 100000000, "USD", 120000000.5, 100000000, 120000000.5},
			{},
			{102, "Yes", "", "No", "China", "Peru", "PER", 2015, 2018, "Bank lends for a port", "", "Completion", "Loan", "OOF-like", 210, "TRANSPORT AND STORAGE", "Yes", time.Date(2015, 5, 23, 0, 0, 0, 0, time.UTC), 100000000, "USD"},
		} {
			try(t, f.SetSheetRow("GCDF_3.0", fmt.Sprintf("A%d", i+1), &row))
		}
		try(t, f.SetCellFormula("GCDF_3.0", "U4", "1+1"))
	})
	rewrite(t, path, ` t="str"`, "") // with it the result is an empty text
	w := open(t, path)
	var notes []*lac.RowError
	w.Notes = func(e *lac.RowError) { notes = append(notes, e) }
	r := gcdf.NewReader(w.CSV("GCDF_3.0"))
	projects, rejected, err := r.ReadAll(t.Context())
	if err != nil || len(projects) != 1 || len(rejected) != 1 || len(notes) != 1 {
		t.Fatalf("%d projects, rejected %v, noted %v, %v", len(projects), rejected, notes, err)
	}
	if p := projects[0]; p.Title != `Bank lends for a "road", in two parts` || p.Transactions[0].Date.String() != "2015-05-23" {
		t.Errorf("%+v", p)
	}
	if rejected[0].Line != 4 || !strings.Contains(notes[0].Error(), "never computed") {
		t.Errorf("%v, %v", rejected[0], notes[0])
	}
	text := w.CSV("GCDF_3.0")
	f, err := load.Read(t.Context(), text, "gcdf.xlsx", load.Options{})
	if err != nil || f.Report.Format != load.GCDF || f.Report.Records != 1 || f.Report.Rejected != 1 {
		t.Errorf("%v, %v", f.Report, err)
	}
	if err := text.Close(); err != nil {
		t.Error(err)
	}
	if _, err := io.ReadAll(w.CSV("no such sheet")); err == nil {
		t.Error("no error of a sheet that there is not")
	}
}
