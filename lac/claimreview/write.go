package claimreview

import (
	"encoding/json"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// The types of schema.org that a review is made of, with the properties that it
// uses, in the order in which they are written.
type (
	claimReview struct {
		Context       string         `json:"@context"`
		Type          string         `json:"@type"`
		URL           string         `json:"url"`
		Date          lac.Date       `json:"datePublished,omitzero"`
		Language      string         `json:"inLanguage,omitempty"`
		Author        organization   `json:"author"`
		ClaimReviewed string         `json:"claimReviewed"`
		ItemReviewed  claim          `json:"itemReviewed"`
		Rating        rating         `json:"reviewRating"`
		IsBasedOn     []creativeWork `json:"isBasedOn,omitempty"`
	}
	claim struct {
		Type       string        `json:"@type"`
		Text       string        `json:"text,omitempty"`
		Language   string        `json:"inLanguage,omitempty"`
		Author     person        `json:"author"`
		Date       lac.Date      `json:"datePublished,omitzero"`
		Appearance *creativeWork `json:"appearance,omitempty"`
	}
	person struct {
		Type        string        `json:"@type"`
		Name        string        `json:"name"`
		JobTitle    string        `json:"jobTitle,omitempty"`
		Affiliation *organization `json:"affiliation,omitempty"`
	}
	organization struct {
		Type string `json:"@type"`
		Name string `json:"name"`
		URL  string `json:"url,omitempty"`
	}
	creativeWork struct {
		Type      string        `json:"@type"`
		Name      string        `json:"name,omitempty"`
		URL       string        `json:"url,omitempty"`
		Date      lac.Date      `json:"datePublished,omitzero"`
		License   string        `json:"license,omitempty"`
		Publisher *organization `json:"publisher,omitempty"`
	}
	rating struct {
		Type        string      `json:"@type"`
		Value       json.Number `json:"ratingValue,omitempty"`
		Best        json.Number `json:"bestRating,omitempty"`
		Worst       json.Number `json:"worstRating,omitempty"`
		Name        string      `json:"alternateName"`
		Explanation string      `json:"ratingExplanation,omitempty"`
	}
)

// JSONLD returns r as a ClaimReview of schema.org in JSON-LD, the form that search
// engines and registers take. It has not all of r: of the statement the claim alone,
// and of sources no day or basis. It errs as [Review.Validate].
func (r Review) JSONLD() ([]byte, error) {
	if err := r.Validate(); err != nil {
		return nil, err
	}
	gist, words, by, _ := r.claimed()
	speaker := person{Type: "Person", Name: by.Name, JobTitle: by.Office}
	if by.Organisation != "" {
		speaker.Affiliation = &organization{Type: "Organization", Name: by.Organisation}
	}
	out := claimReview{
		Context: "https://schema.org", Type: "ClaimReview",
		URL: r.URL, Date: r.Date, Language: r.Language,
		Author:        organization{"Organization", r.Author.Name, r.Author.URL},
		ClaimReviewed: gist,
		ItemReviewed: claim{Type: "Claim", Text: words, Language: r.Statement.Language, Author: speaker, Date: r.Statement.Date,
			Appearance: work(r.Source)},
		Rating: rating{"Rating", number(r.Rating.Value), number(r.Rating.Best), number(r.Rating.Worst), r.Rating.Name, r.Rating.Explanation},
	}
	if out.ItemReviewed.Appearance != nil {
		out.ItemReviewed.Appearance.Date = r.Statement.Date
	}
	for _, s := range r.Evidence {
		if w := work(s); w != nil {
			out.IsBasedOn = append(out.IsBasedOn, *w)
		}
	}
	return json.Marshal(out)
}

// work returns a source as the work that it is, nil for the zero Source. Only an
// address is a licence to schema.org.
func work(s lac.Source) *creativeWork {
	if s == (lac.Source{}) {
		return nil
	}
	w := creativeWork{Type: "CreativeWork", Name: s.Title, URL: s.URL}
	if isURL(s.Licence) {
		w.License = s.Licence
	}
	if s.Publisher != "" {
		w.Publisher = &organization{Type: "Organization", Name: s.Publisher}
	}
	return &w
}

func number(d decimal.NullDecimal) json.Number {
	if !d.Valid {
		return ""
	}
	return json.Number(d.Decimal.String())
}
