package main

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

// A publication says who publishes reviews, where and when.
type publication struct {
	url, author string
	date        lac.Date
	language    language.Tag
}

// writeReviews prints a ClaimReview of each finding, as one list.
func writeReviews(w io.Writer, data *lac.Dataset, s lac.Statement, policy check.Policy, p publication) error {
	switch {
	case p.url == "" || p.author == "":
		return errors.New("-claimreview needs -url and -author")
	case len(s.Speakers) == 0:
		return errors.New("-claimreview needs a statement, which has a speaker; this is a list of claims")
	}
	page, err := url.Parse(p.url)
	if err != nil {
		return fmt.Errorf("-url: %w", err)
	}
	findings, err := check.Statement(data, s, policy)
	if err != nil {
		return err
	}
	printed, ok := data.Source(s.Source)
	if !ok { // the statement need not be among the records
		printed = lac.Source{Publisher: s.Publisher, Title: s.Title}
	}
	var reviews []json.RawMessage
	for _, f := range findings {
		page.Fragment = f.Claim.ID
		r := claimreview.Review{
			URL: page.String(), Date: p.date, Language: p.language.String(),
			Author:    claimreview.Organization{Name: p.author},
			Statement: s, Claim: f.Claim.ID, Source: printed,
			Rating:   claimreview.RatingFor(string(f.Verdict), f.Sentence(p.language)),
			Evidence: evidence(data, f),
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
func evidence(data *lac.Dataset, f check.Finding) []lac.Source {
	var deciding, all []lac.Source
	seen := map[string]bool{}
	for _, r := range f.Readings { // those that decide come first
		for _, id := range r.Basis.Sources {
			s, ok := data.Source(id)
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
