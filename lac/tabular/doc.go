// Package tabular reads and writes the records of package lac as tables and as
// JSON Lines: the form in which people keep records of their own.
//
//	r, err := tabular.Open[lac.TradeRecord]("trade.csv")
//	if err != nil { … }
//	defer r.Close()
//	for record, err := range r.All(ctx) {
//		var rejected *lac.RowError
//		switch {
//		case errors.As(err, &rejected): // one row, with the cell at fault; reading goes on
//		case err != nil:
//			return err // the end
//		default:
//			…
//		}
//	}
//
// A [Writer] writes a table, [WriteDir] a folder of them from a dataset, which
// [ReadDir] reads, and checks against a manifest. Every field of every valid record comes back as it was, and what
// was written is written again to the same bytes.
//
// # Columns
//
// A table has the records of one family and begins with a header. Columns may come
// in any order, and only those that records cannot do without must be there. They
// have the names of the JSON fields; [Columns] lists them.
//
//   - An empty cell is the zero value: not stated.
//   - Areas, currencies, periods, dates and commodities are in the text form of their
//     types: PER, 2015/2019, H6:2603.
//   - An amount is a plain number with its unit in a column of its own: value and
//     value.currency, net_weight and net_weight.unit. Where that column is not there
//     the unit stands in the cell: "12.5 USD".
//   - A part is columns with a point: measure.subject, figure.value,
//     figure.value.unit.
//   - A list is one cell. Areas are PER; CHL and, with percentages, PER 60.5; CHL 39.5;
//     one area alone has all of it. Any other list is its JSON. To read, each
//     element may also have columns of its own, counted from 0:
//     transactions[0].value, transactions[0].value.currency.
//
// A record's ID and Source may be left to the reader: see [Reader].
//
// # Tables of other making
//
// A [Mapping] says in what a table differs: names of columns, constants, units
// such as millions of dollars, codes of another list, marks in numbers, forms of dates,
// years or flows side by side, texts made of several columns. It is data,
// which [ParseMapping] reads from JSON. What it does not declare is not done, and a
// column that is neither known nor declared is an error, so that nothing is lost
// unseen. [Reader.Ignored] names the columns that were left out on purpose.
//
// # Lines
//
// JSON Lines hold records of every family, one on each line, as package lac writes
// them in JSON, with their family:
//
//	{"family":"ties","id":"t1","source":"s","a":"CHN","b":"PER","event":"established","date":"1971-11-02"}
//
// Reading is strict where encoding/json is not: a field that no record has, a field
// that stands twice, a number in place of an amount with its unit, or text that is
// not Unicode rejects the line.
//
// # Text
//
// Tables are UTF-8, with or without a byte order mark; a cell that is not is read as
// ISO-8859-1. Lines must be UTF-8. Either may end in CRLF and be compressed with
// gzip or ZIP. Tables are quoted as RFC 4180 says whatever is between cells.
//
// Texts are written as they are, also those that a spreadsheet would take for
// formulas, for any mark before them would change them: set [Writer.NoFormulas] for
// tables of texts that are not trusted. Spreadsheets also make dates of cells such
// as 2024-05 when they open a table: import such columns as text.
//
// # Limits
//
// A row is rejected if it is longer than MaxRowBytes, 16 MiB by default, or if the
// lists of its record would take more than 32 MiB; a table may have 4096 columns.
// Reading takes a few times that much memory whatever the file, and time in
// proportion to what the file unpacks to.
package tabular
