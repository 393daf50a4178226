package load

import (
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/crs"
	"github.com/sinolac/sinolac/lac/tabular"
)

// Options say how to read a file. The zero Options are for files as their sources
// publish them.
type Options struct {
	// Format is the file's; empty: whichever begins as the file does.
	Format Format
	// Source is the ID of the source that records name. If empty it is the format
	// and the file's name without its endings, as in comtrade:TradeData.
	Source string
	// Mapping says in what a table of one's own making differs from the form of
	// package tabular.
	Mapping tabular.Mapping
	// Flow and Edition are for files that do not say, nor does their name, whether
	// they have exports or imports (China customs' queries, Comex Stat), or which
	// edition of the Harmonized System their codes are of (BACI).
	Flow    lac.TradeFlow
	Edition string
	// CRS is for pivot tables of the OECD's Creditor Reporting System, which do not say
	// what their figures are.
	CRS crs.Pivot
	// Strict ends reading at the first rejected row.
	Strict bool
}

// A File is what was read of one file.
type File struct {
	Records lac.Records // with the source that they name; trade in a [lac.TradeTable]
	Report  Report
}
