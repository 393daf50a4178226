// Package load opens a file, tells which source it is from, and reads it into
// records for a dataset, with a report of how each row was read.
//
//	file, err := load.Open(context.Background(), "TradeData.csv", load.Options{})
//	if err != nil { … }
//	fmt.Print(file.Report)
//	data, err := load.Dataset(file) // and others
//
// [FS] does the same in a file system, such as an embedded one.
//
// # Which files
//
// A file is known by what it begins with, not by its name: each format's reader is
// asked whether it can begin to read, and the first that can does. Files may be
// compressed with gzip, or be the one file in a ZIP archive, and in any of the
// encodings that spreadsheets and agencies use. Of a web page, under whatever name, the
// tables are read. [Format] lists the formats. A table of
// one's own making is read with a mapping: see [Options].
//
// # What the report counts
//
// Rows are what the source has: rows of a table, activities, objects. Always, Rows
// = Records + Rejected. Rejects and notes are grouped by reason. Beside them stand
// records that were given twice. What sums leave out, and by which rule, is found by
// [File.Sums], which adds up: opening a file does not.
package load
