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
// A [Policy] turns the words of a figure into an [Interval]: "518.4" is anything
// that rounds or truncates to it under [Default], only what rounds to it under
// [Strict]. Policies are data; write your own, in Go or JSON.
//
// # What a reading is
//
// A reading is one basis's answer: China's books or its partners', one source's
// table or another's, the community's 33 members or the customs' own row, the
// figure first published or the latest, as published or converted. Which there
// are is a matter of the records: none is chosen by hand. A [Basis] says what a
// reading rests on.
//
// It is an interval, for incomplete records bound a sum from below and a whole of
// which something is missing bounds a share from above; two incomplete books say
// nothing about their ratio. That is read on the reporters which have both years,
// and decides if they are at least half of the members. Only where the policy
// declares a source complete, as a [Scope] with a reason, does missing mean none.
//
// # How a verdict is reached
//
// A reading is [Supported] if its interval lies inside the stated one,
// [Contradicted] if the two do not meet, else [Undecided]. A claim is supported
// or contradicted if all deciding readings agree, [Mixed] if they differ and
// [Insufficient] if none decides. "Not in the records" is never "false".
// Figures that no source confirms, that were converted at an average rate, or
// that are the claimant's own words are shown and do not decide.
// Only in a rank may a rival's figure be converted; its basis then names the rate.
//
// # What an opponent needs
//
// All arithmetic is exact: ratios are compared by their products, and rounded
// only to be printed. A reading has it as [Step]s with operands, records and
// results. A finding's JSON has one form, and its [Finding.Digest] changes with
// anything in it: the claim, the policy, a record ID, the dataset's digest. With
// the same data Replay comes to the same finding, or says field by field where it
// does not.
//
// A finding also says what else was stated of the same measure ([Saying]), what
// the base years beside the claim's would give ([Variant]), and how much of a
// published total the records explain ([Reconciled]).
package check
