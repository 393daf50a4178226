// Package projects adds up and counts development projects, each undertaking once.
//
// An undertaking is what people count as one project. Its money may stand in several
// records: of a parent and its parts, of those who pass money on, or of two sources.
// [Of] reads the projects of a dataset into a [List], which knows these records.
//
// [List.Totals] adds up the transactions of one type that a [Query] selects:
// [Totals] has a [Total] for each [Key], with the number of undertakings, and their
// jobs as a [StatedTotal]. [List.Select] gives the undertakings behind a total, and
// [List.Matches] each [Match] of two records of one undertaking.
package projects
