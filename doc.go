// Package sinolac is the root of a library for the record of cooperation
// between China and Latin America and the Caribbean: trade, projects, assistance
// programs and official statements, exact sums over them, and a checker that
// holds a statement's claims against the records. This package has no code; it
// is the map of the module.
//
// # Packages
//
//   - [github.com/sinolac/sinolac/lac]: the nouns and the sums. Money, quantities,
//     periods, areas, the record families, a dataset of them, and exact totals of
//     trade that refuse what must not be added up and say what they cover.
//   - [github.com/sinolac/sinolac/lac/projects], indicator, interval: totals and
//     matching of projects, the one place where undertakings are counted; growth,
//     shares, ranks, streaks, reconciliation; bounds and their arithmetic.
//   - [github.com/sinolac/sinolac/lac/check]: claims against a dataset. A finding has
//     a verdict, a reading for each side's books, the margin, and the records and
//     sources behind it, and can be said in four languages.
//   - [github.com/sinolac/sinolac/lac/figure]: text to numbers, money and quantities.
//   - [github.com/sinolac/sinolac/lac/extract]: text to speakers and claims.
//   - [github.com/sinolac/sinolac/lac/almanac]: embedded facts, each with its
//     source, as a dataset.
//   - [github.com/sinolac/sinolac/lac/load]: one call opens a file of any source
//     below, tells which it is, and reports how its rows were read.
//   - [github.com/sinolac/sinolac/lac/comtrade], gacc, wits, comexstat, baci, atlas,
//     dots, comext, census, aduana, iati, gcdf: readers of what agencies publish, a
//     package a source; comtrade and iati write their forms too.
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
// Every import goes down: internal packages, which know nothing of package lac;
// lac; interval, indicator, projects, figure and the formats, which never import one
// another; check, extract, almanac and load; the examples. Outside the standard
// library, a program that imports these packages builds with
// github.com/shopspring/decimal and golang.org/x/text alone.
package sinolac
