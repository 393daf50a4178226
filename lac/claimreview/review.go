package claimreview

import (
	"errors"
	"fmt"
	"net/url"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// A Review is a fact check of one claim. Its JSON has all of it, and reads back as it
// was; [Review.JSONLD] is the form that is published.
type Review struct {
	URL      string       `json:"url,omitempty"`      // of the page that carries the review
	Date     lac.Date     `json:"date,omitzero"`      // on which it was published
	Language string       `json:"language,omitempty"` // BCP 47
	Author   Organization `json:"author,omitzero"`
	// Statement is the one that made the claim, and Claim the ID of the claim in
	// it; empty: the statement's text as a whole.
	Statement lac.Statement `json:"statement"`
	Claim     string        `json:"claim,omitempty"`
	Source    lac.Source    `json:"source,omitzero"` // that printed the statement
	Rating    Rating        `json:"rating,omitzero"`
	Evidence  []lac.Source  `json:"evidence,omitempty"` // on which the rating rests
}

// An Organization is who publishes reviews.
type Organization struct {
	Name string `json:"name,omitempty"`
	URL  string `json:"url,omitempty"`
}

// A Rating is a verdict as a word and, where it lies on the scale, as numbers of the
// publisher's own scale.
type Rating struct {
	Name        string              `json:"name,omitempty"` // the verdict's word
	Value       decimal.NullDecimal `json:"value,omitzero"`
	Best        decimal.NullDecimal `json:"best,omitzero"`
	Worst       decimal.NullDecimal `json:"worst,omitzero"`
	Explanation string              `json:"explanation,omitempty"` // in a sentence or two
}

// RatingFor returns the rating that stands for a verdict of package check, or a
// state of a pledge. Google's scale runs from 1, false, to 5, true; a verdict
// that is neither of them, nor between, has no number, which readers would take for one:
//
//	supported, met                     5
//	mixed                              3
//	contradicted, missed               1
//	insufficient, not checkable, and
//	every other state of a pledge      none
func RatingFor(verdict, explanation string) Rating {
	r := Rating{Name: verdict, Explanation: explanation}
	value := map[string]int64{"supported": 5, "met": 5, "mixed": 3, "contradicted": 1, "missed": 1}[verdict]
	if value != 0 {
		number := func(n int64) decimal.NullDecimal { return decimal.NewNullDecimal(decimal.NewFromInt(n)) }
		r.Value, r.Best, r.Worst = number(value), number(5), number(1)
	}
	return r
}

// claimed returns the claim in few words, the words that it rests on, and the
// speaker who said it; false if the statement has no such claim.
func (r Review) claimed() (gist, words string, by lac.Speaker, ok bool) {
	gist, words = r.Statement.Text, r.Statement.Text
	speaker := ""
	if r.Claim != "" {
		for _, c := range r.Statement.Claims {
			if c.ID == r.Claim {
				gist, words, speaker, ok = c.Gist, r.Statement.Words(c), c.Speaker, true
			}
		}
		if !ok {
			return "", "", lac.Speaker{}, false
		}
	}
	if gist == "" {
		gist = words
	}
	for i, s := range r.Statement.Speakers {
		if s.Name == speaker || speaker == "" && i == 0 {
			by = s
		}
	}
	return gist, words, by, true
}

// Validate reports what is missing that schema.org's consumers ask for, as a join
// of [*lac.FieldError]: the address, the author's name, the verdict's word, and
// a claim with words of which the statement has a speaker.
func (r Review) Validate() error {
	var errs []error
	add := func(field, text string, err error) {
		errs = append(errs, &lac.FieldError{Record: r.Statement.ID, Field: field, Text: text, Err: err})
	}
	if u, err := url.Parse(r.URL); r.URL == "" {
		add("url", "", lac.ErrMissing)
	} else if err != nil || u.Host == "" {
		add("url", r.URL, lac.ErrSyntax)
	}
	if r.Author.Name == "" {
		add("author.name", "", lac.ErrMissing)
	}
	if r.Rating.Name == "" {
		add("reviewRating.alternateName", "", lac.ErrMissing)
	}
	gist, _, by, ok := r.claimed()
	if !ok {
		add("claimReviewed", r.Claim, fmt.Errorf("%w: the statement has no such claim", lac.ErrUnknownCode))
	} else if gist == "" {
		add("claimReviewed", "", lac.ErrMissing)
	} else if by.Name == "" {
		add("itemReviewed.author", "", lac.ErrMissing)
	}
	return errors.Join(errs...)
}
