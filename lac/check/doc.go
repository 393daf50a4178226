// Package check holds claims against a dataset and says what it found, with the
// evidence.
//
// [Claim] checks one claim and [Statement] all claims of a statement. Each
// yields a [Finding]: a verdict, a [Reading] for every basis that the dataset
// holds, the margin by which the verdict stands, what is missing, and the IDs of
// the records behind it. [Pledge] says how a promise stands on a day.
//
// # What a stated figure means
//
// A [Policy] turns the words of a figure into an [Interval]: "518.4" is anything
// that rounds or truncates to it under [Default], only what rounds to it under
// [Strict]. Policies are data; write your own.
//
// # What a reading is
//
// A reading is one basis's answer: China's books or its partners', one source's
// table or another's, the community's 33 members or the customs' own row. It is
// an interval, for incomplete records bound a sum from below and say nothing
// about a ratio: that is read on the reporters which have both years, and decides
// if they are at least half of the members.
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
// All arithmetic is exact: ratios are compared by their products, and rounded
// only to be printed.
package check
