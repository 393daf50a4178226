// Package parquet gives the rows of a Parquet file, as extracts of UN Comtrade and of
// AidData's dataset circulate, to the readers of the library:
//
//	f, err := parquet.Open("comtrade-2022.parquet")
//	if err != nil { … }
//	defer f.Close()
//	f.Doubles = true // pandas wrote the amounts in binary
//	r := comtrade.NewReader(f.CSV())
//
// A table of one's own is read with a mapping, by [tabular.NewRowReader] of [File.Rows], and a
// file of whatever source by [load.Read] of [File.CSV]. It is a module of its own, so
// that the library does not depend on what reads Parquet.
//
// # What a cell is
//
// Texts are as they are, and must be UTF-8. Integers and decimals are written to the
// last digit, logical values as true or false, dates in ISO 8601. A timestamp at midnight is
// its day, for so do the tools of data frames keep dates; any other has its time, and Z if it
// is in UTC. What is null is an empty cell.
//
// A column in binary floating point (FLOAT, DOUBLE) is refused with its name: which number
// was meant is not in the file. Set [File.Doubles] to take the shortest decimal that
// stands for the same binary number. It is the number that was written wherever that had up
// to 15 digits (6 in a FLOAT), and no rest of a sum in binary, such as 0.1 + 0.2. NaN, with
// which data frames say that there is no value, is an empty cell then, and an infinite
// number rejects its row.
//
// Columns that hold lists, groups, or bytes that are no text are refused with their
// names too. [File.Columns] leaves them out.
//
// # Limits
//
// Row groups are read one after another and pages one of each column at a time. A file
// ends with an error before its pages of one row group would take more than 512 MiB, if
// its lengths do not fit each other, or if a page holds more than it says. Pages may be
// compressed with Snappy, Zstandard, gzip, Brotli, LZ4_RAW or LZ4, in the frames of Hadoop or
// without them, or not at all. Encrypted files are refused, and pages with LZO.
//
// [tabular.NewRowReader]: https://pkg.go.dev/github.com/sinolac/sinolac/lac/tabular#NewRowReader
// [load.Read]: https://pkg.go.dev/github.com/sinolac/sinolac/lac/load#Read
package parquet
