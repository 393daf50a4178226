// Package extract reads what a text states: its claims, and who makes them. It
// follows rules that can be read, in English, Spanish, Portuguese and Chinese; it
// knows no model and no network, and the same text gives the same answer.
//
// [Claims] returns every claim of a text, and [Statement] the text as a statement
// that package check can hold against records. The figures of a text are read by
// package figure:
//
//	st, claims := extract.Statement(text, extract.Options{Date: day, Records: data})
//	findings, err := check.Statement(data, st, check.Default())
//
// # What a claim is
//
// A [Claim] has a form ([lac.ClaimForm]), which the words around a figure decide:
// "rose 5 percent" is a change, "5 percent of exports" a share, "access for 5
// percent of households" a coverage. The figure of a fall is below zero: "fell 5
// percent" is a change by -5 percent, "halved" a multiple of 0.5. A sum or a count
// is a pledge where the nearest finite verb promises it or aims at it, and a
// forecast where that verb expects it; what an institution committed in a year
// that is over is a level. What is said of all of a set is a coverage of 100
// percent, with their number, if the text gives it, as [Claim.Whole]. Some claims
// rest on no figure: "Africa's largest trading partner", "doubled", "in
// every country with diplomatic ties", "the forum was held in May".
//
// Dates, durations, ordinals and numbers in names, references, set phrases such
// as "both sides", and what ought to be are no claims.
//
// Times are resolved against [Options.Date]: "last year", "a decade ago", "the
// first three quarters", "over the next three years". "A decade ago" is counted
// from the period of the claim where it has one.
//
// # From a claim to a measure
//
// A claim about trade, projects, jobs, scholarships, training, loans, direct investment
// or a meeting gets the [lac.Measure] that package check reads. Whatever else it lacks
// is named in [Claim.Missing]; a claim with nothing missing is in the statement.
//
// About trade this is strict: who sells to whom, which goods, of which time, and
// whether it is said to be so must all be understood. An average of months, a part of
// the goods without a code, trade with others too, a condition, a question and what
// somebody denies stay unmapped. [Statement] also maps what rests on no figure: that
// a year was a record, that one flow was more than another, that two sides have
// diplomatic relations. What "did not reach" a figure is under it; what
// "did not exceed" it is at most that.
//
// About loans and direct investment it is as strict: who lends to, or invests in,
// whom. Loans of one bank, of banks other than the lender's policy banks, for a
// purpose or on terms stay unmapped, and so do debt, credit lines and what was paid
// out or back.
//
// # What the rules cannot do
//
// They read sentences, not arguments. Pronouns are followed to the speaker and to
// the trade spoken of before; "the region" and "both sides" are taken to be the two
// sides that the text names first together. Irony and quotation within quotation
// are not seen. [Undated] names the times that need the date of the text.
package extract
