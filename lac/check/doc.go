// Package check holds claims against a dataset and says what it found, with the
// evidence.
//
// [Claim] checks one claim and [Statement] all claims of a statement. Each
// yields a [Finding]: a verdict, a [Reading] for every basis that the dataset
// holds, the [Margin] by which the verdict stands, what is missing, and the IDs
// of the records behind it. [Consistency] holds a statement's figures against each
// other and names the trap that a wrong one fell into: a [Conflict]. [Pledge] says
// how a promise stands on a day, [Ledger] how all of them do. [Replay] checks a
// finding that somebody wrote down once more.
//
// # What a stated figure means
//
// A [Policy] turns the words of a figure into an interval: "518.4" is anything
// that rounds or truncates to it under [Default], only what rounds to it under
// [Strict]. Policies are data; write your own, in Go or JSON. ASSUMPTIONS.md, beside this
// package, lists what can make a verdict wrong, each assumption with its field.
//
// # What a reading is
//
// A reading is one basis's answer: China's books or its partners', one source's
// table or another's, the community's 33 members or the customs' own row, the
// figure first published or the latest, as published or converted. Which there
// are is a matter of the records: none is chosen by hand. A [Basis] says what a
// reading rests on.
//
// Every figure has a scope, and so has the claim: whose trade with whom, which flow,
// goods and time, what is counted. Where they are equal the reading is a figure; a
// part of what is claimed is a lower bound, more than is claimed an upper one, and
// what is about something else is shown and does not decide. [Reading.Differs] says in
// words what differs. A ratio needs two figures that differ in its one dimension
// alone: two incomplete books are compared on the members that both have, and what
// is missing is bounded by the other side's books or by other years. Only where the
// policy declares a source complete, as a [Declaration], does missing mean none.
//
// # How a verdict is reached
//
// A reading says what its source says, to the source's precision, and allows what may
// be so besides: after a revision, or by the gap between two sides' books. It is
// [Supported] if what it says lies inside the stated interval, [Contradicted] if what
// it allows does not meet that, else [Undecided]. The widths are the policy's. Looser
// policies grant whatever stricter ones grant. A conversion or an estimate is no more
// precise than conversions and estimates are; an estimate supports besides that
// there was at least its very figure. What is said in real terms without an index of
// prices is as wide as two indexes may draw apart.
//
// A claim is supported or contradicted if all deciding readings agree, [Mixed] if
// they differ and [Insufficient] if none decides. "Not in the records" is never
// "false". The books that a claim names come first; where its own books do not
// decide, the other side's alone contradict only beyond the gap between the two.
// Figures that no source confirms, or that are the claimant's own words, are shown
// and do not decide.
//
// # What an opponent needs
//
// All arithmetic is exact: ratios are compared by their products, and rounded
// only to be printed. A reading has it as steps, each a [Step] with operands, records and
// results. A finding's JSON has one form, and its [Finding.Digest] changes with
// anything in it: the claim, the policy, a record ID, the dataset's digest. With
// the same data Replay comes to the same finding, or says field by field where it
// does not.
//
// A finding also says what else was stated of the same measure ([Saying]), what
// the base years beside the claim's would give, and how much of a
// published total the records explain ([Reconciled]).
package check
