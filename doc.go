// Package sinolac is the root of a library for the record of cooperation
// between China and Latin America and the Caribbean: trade, projects, assistance
// programs and official statements, exact sums over them, and a checker that
// holds a statement's claims against the records. This package has no code; it
// is the map of the module.
//
// # Packages
//
//   - [github.com/sinolac/sinolac/lac]: the nouns. Money, quantities, periods,
//     areas, the record families, a dataset of them, and exact aggregation
//     that refuses what must not be added up.
//   - [github.com/sinolac/sinolac/lac/check]: the verb. A claim and a dataset
//     give a finding: a verdict, a reading for each basis, the margin, and the
//     records and sources behind it.
//   - [github.com/sinolac/sinolac/lac/almanac]: embedded facts, each with its
//     source, as a dataset.
//   - [github.com/sinolac/sinolac/lac/extract]: text to claims. Figures, hedges,
//     speakers and claims in English, Spanish, Portuguese and Chinese.
//   - [github.com/sinolac/sinolac/lac/load]: one call opens a file of any source
//     below, tells which it is, and reports what became of its rows.
//   - [github.com/sinolac/sinolac/lac/comtrade], gacc, wits, iati, gcdf: readers
//     of what UN Comtrade, China customs, the World Bank's WITS, IATI and AidData
//     publish; comtrade and iati write their forms too.
//   - [github.com/sinolac/sinolac/lac/tabular]: every record family as tables and
//     as JSON Lines, and tables of other making through a mapping.
//   - [github.com/sinolac/sinolac/lac/claimreview]: fact checks as schema.org
//     ClaimReview, written and read.
//
// # Where to begin
//
// To ask of embedded facts, begin with package almanac; with files, with Open in
// package load; with records of one's own, with NewDataset in package lac; with a
// large file of UN Comtrade's, with Reader.ReadInto in package comtrade. The
// program examples/briefing prints a briefing on one statement:
//
//	go run ./examples/briefing
//
// # Rules that hold everywhere
//
//   - A value is an exact decimal; an operation that cannot be exact errs.
//   - What is not reported is counted as missing, never taken as zero.
//   - A sum that would mix currencies, valuations, a group with its members, or
//     a total with its parts is refused, or counted once by a stated rule.
//   - A verdict names its evidence, and absence of a record is not evidence.
//
// # Direction of imports
//
// Package lac imports no other package of the module but its own internal ones;
// the checker, the extractor and the formats import lac, and never one another;
// package load imports every format and the almanac package tabular, and the
// examples use what a user can. Outside the standard
// library, a program that imports these packages builds with
// github.com/shopspring/decimal and golang.org/x/text alone.
package sinolac
