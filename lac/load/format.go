package load

import "cmp"

// A Format is a form of files of one source.
type Format string

const (
	Comtrade    Format = "comtrade"    // UN Comtrade: tables and the API's JSON
	IATI        Format = "iati"        // IATI activities
	GCDF        Format = "gcdf"        // AidData's Global Chinese Development Finance Dataset
	GACC        Format = "gacc"        // China customs: months by country, and the query site's table
	WITS        Format = "wits"        // the World Bank's WITS: trade summaries and bulk downloads
	ComexStat   Format = "comexstat"   // Brazil's Comex Stat
	BACI        Format = "baci"        // CEPII's BACI
	Atlas       Format = "atlas"       // the Atlas of Economic Complexity: by partner and product
	DOTS        Format = "dots"        // the IMF's Direction of Trade Statistics, IMTS since
	Comext      Format = "comext"      // Eurostat's Comext: bulk files and series
	Census      Format = "census"      // the US Census Bureau: trade by country
	Aduana      Format = "aduana"      // Chile's customs
	CRS         Format = "crs"         // the OECD's Creditor Reporting System: aggregates
	ClaimReview Format = "claimreview" // schema.org ClaimReview in JSON-LD
	Table       Format = "table"       // a table of package tabular
	Lines       Format = "lines"       // JSON Lines of package tabular
	Bundle      Format = "bundle"      // the JSON of lac.Records
)

// titles are the names of formats for readers.
var titles = map[Format]string{
	Comtrade:    "UN Comtrade",
	GCDF:        "AidData GCDF",
	GACC:        "China customs (GACC)",
	WITS:        "WITS trade summary",
	ComexStat:   "Comex Stat of Brazil",
	BACI:        "BACI of CEPII",
	Atlas:       "Atlas of Economic Complexity",
	DOTS:        "IMF Direction of Trade Statistics",
	Comext:      "Eurostat Comext",
	Census:      "US Census Bureau",
	Aduana:      "customs of Chile",
	CRS:         "OECD CRS, aggregates",
	IATI:        "IATI activities",
	ClaimReview: "ClaimReview",
	Table:       "table of records",
	Lines:       "JSON Lines of records",
	Bundle:      "JSON of records",
}

// Title returns the format's name for readers.
func (f Format) Title() string { return cmp.Or(titles[f], string(f)) }
