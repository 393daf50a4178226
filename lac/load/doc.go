// Package load opens a file, tells which source it is from, and reads it into
// records for a dataset, with a report of what became of each row.
//
//	file, err := load.Open("TradeData.csv", load.Options{})
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
// compressed with gzip. [Format] lists the formats. A table of one's own making is
// read with a mapping: see [Options].
//
// # What the report counts
//
// Rows are what the source has: rows of a table, activities, objects. Always, Rows
// = Records + Rejected. Beside them stand records that were given twice, and, for
// trade and projects, what sums leave out and by which rule: see [LeftOut].
package load
