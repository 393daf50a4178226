// Package projects adds up and counts development projects, each undertaking once.
//
// An undertaking is what people count as one project. It may stand in several
// records: of a parent and its parts, of those who pass money on, of phases and
// loans, or of two sources. [Of] reads the projects of a dataset into a [List], which
// knows these records.
//
// [List.Totals] adds up the transactions of one type that a [Query] selects:
// [Totals] has a [Total] for each [Key], with the number of undertakings, and their
// jobs as a [StatedTotal]. [List.Select] gives each [Undertaking] behind a total, and
// [List.Undertakings] those of projects that the caller chooses: this is how to count
// projects. [List.Matches] gives each [Match] of two records of one undertaking.
//
// # A parent and its parts
//
// Amounts of a project and of its parts are not added, and none is dropped that is
// not shown to be in another record. A family of projects has the larger of the
// parent's own amount and the sum of its parts, in each recipient: the parts count,
// and of the parent what they do not have. A parent of 1000 with a part of 100 is
// 1000; one of 500 for Peru and 500 for Chile with a part of 450 in Peru is 500 and
// 500. Nobody says whether the parts were meant to come on top: [Total.Overlap] is how
// much more it would be then. What a transaction passes on to another project is
// counted there, and the rest where it comes from.
package projects
