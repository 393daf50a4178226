// Package claimreview writes and reads fact checks as schema.org ClaimReview in
// JSON-LD, the form that search engines and fact-check registers take.
//
// A [Review] is one fact check: who reviewed which claim of which statement, and
// with what [Rating]. [encoding/json] writes it; a [Reader] reads one, or a list
// or feed of them, from whoever published it:
//
//	out, err := json.MarshalIndent(review, "", "  ")
//
// # What becomes of what
//
// A claim of a [lac.Statement] and the words of a finding become these
// properties; reading goes the other way.
//
//	claimReviewed                  the claim's gist, or the statement's text
//	itemReviewed, a Claim          the words that the claim rests on (text)
//	  author                       its speaker: a Person with jobTitle and affiliation
//	  datePublished                the statement's date
//	  appearance, a CreativeWork   the source that printed the statement
//	reviewRating, a Rating         the verdict: see [RatingFor]
//	author, datePublished, url     the review's own
//	isBasedOn, CreativeWorks       the sources of the evidence
//
// What is read becomes a statement with the claim's text and no typed claims:
// package extract finds those. A review without the claim's words, its author or
// the day on which it was made is rejected with [lac.ErrMissing], for a statement
// needs them.
package claimreview
