// Package indicator has the figures that reports compute from exact amounts: growth,
// shares, ranks, streaks, concentration, and what two books of one trade, or a
// published total and the records behind it, leave unexplained.
//
// Of amounts: [Growth], [CAGR], [Shares], [HHI], [RCA] and [Rank], which gives each
// competitor as a [Ranked]. Of years: [StreakOf], which gives a [Streak]. Of two
// partners' books: [MirrorGapOf], which gives a [MirrorGap]. Of a published total
// and the records that should explain it: [Reconcile], which gives a
// [Reconciliation].
//
// A ratio is computed exactly and rounded once, at the end, to the places that the
// caller states.
package indicator
