package xlsx

import (
	"io"

	"github.com/sinolac/sinolac/lac/internal/feed"
)

// CSV returns a sheet, the first if the name is empty, as a table in CSV, for readers
// that take no rows: AidData's workbook is read by
//
//	r := gcdf.NewReader(w.CSV("GCDF_3.0"))
//
// and a sheet of any source by [load.Read]. Cells are as [Workbook.Rows] gives them. A
// row with a cell that is no value is one cell that says why, so that a reader of
// several columns rejects it; [Workbook.Notes] is told. Unlike there, what stands before
// the names of columns may be merged, as the titles of China customs' tables are. Close it when it is not read to
// its end.
//
// [load.Read]: https://pkg.go.dev/github.com/sinolac/sinolac/lac/load#Read
func (w *Workbook) CSV(sheet string) io.ReadCloser {
	return feed.CSV(w.rows(sheet, false), w.Notes)
}
