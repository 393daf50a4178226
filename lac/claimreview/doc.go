// Package claimreview writes and reads fact checks as schema.org ClaimReview in
// JSON-LD, the form that search engines and fact-check registers take.
//
// A [Review] is one fact check: who reviewed which claim of which statement, and
// with what [Rating]. [Review.JSONLD] writes it; a [Reader] reads them from whoever
// published them, in whatever stands around them: lists, graphs, feeds, articles, JSON
// Lines, and the scripts of web pages.
//
//	text, err := review.JSONLD()
//
// [encoding/json] writes all of a Review, in a form of its own, and reads it back as it
// was.
//
// # Properties and fields
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
// package extract finds those. Only the words of the claim and a day must be there, its
// own or the review's: else the review is rejected with [lac.ErrMissing]. The rest is
// read with a note where it is not what it should be: a speaker whom nobody names, a
// date in another form than ISO 8601, a year in place of a day, a number of a rating
// that is none, markup in the words, a review that is given twice.
package claimreview
