package brief

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/claimreview"
)

// A Publication says who publishes reviews, where and when.
type Publication struct {
	URL      string // of the page with the reviews; each has its claim's ID in its anchor
	Anchor   string // before the claim's ID in its anchor
	Author   string
	Date     lac.Date     // zero: not said
	Language language.Tag // of the sentences
}

// WriteReviews prints a ClaimReview of each finding, as one list. Source finds
// sources by their IDs. It errs where no
// publisher is given, or the statement has no speaker.
func WriteReviews(w io.Writer, source func(id string) (lac.Source, bool), s lac.Statement, findings []check.Finding, p Publication) error {
	switch {
	case p.URL == "" || p.Author == "":
		return errors.New("a ClaimReview needs the address of its page and the name of its publisher")
	case len(s.Speakers) == 0:
		return errors.New("a ClaimReview needs a statement, which has a speaker")
	}
	page, err := url.Parse(p.URL)
	if err != nil {
		return fmt.Errorf("address of the reviews: %w", err)
	}
	printed, ok := source(s.Source)
	if !ok { // the statement need not be among the records
		printed = lac.Source{Publisher: s.Publisher, Title: s.Title}
	}
	var reviews []json.RawMessage
	for _, f := range findings {
		page.Fragment = p.Anchor + f.Claim.ID
		r := claimreview.Review{
			URL: page.String(), Date: p.Date, Language: p.Language.String(),
			Author:    claimreview.Organization{Name: p.Author},
			Statement: s, Claim: f.Claim.ID, Source: printed,
			Rating:   claimreview.RatingFor(string(f.Verdict), f.Sentence(p.Language)),
			Evidence: evidence(source, f),
		}
		text, err := r.JSONLD()
		if err != nil {
			return fmt.Errorf("claim %s: %w", f.Claim.ID, err)
		}
		reviews = append(reviews, text)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(reviews)
}

// evidence returns the sources of the readings that decide, of all readings if none
// does.
func evidence(source func(string) (lac.Source, bool), f check.Finding) []lac.Source {
	var deciding, all []lac.Source
	seen := map[string]bool{}
	for _, r := range f.Readings { // those that decide come first
		for _, id := range r.Basis.Sources {
			s, ok := source(id)
			if !ok || seen[id] {
				continue
			}
			seen[id] = true
			all = append(all, s)
			if r.Deciding {
				deciding = append(deciding, s)
			}
		}
	}
	if len(deciding) > 0 {
		return deciding
	}
	return all
}
