package lac

import (
	"fmt"
	"unicode/utf8"
)

// A Speaker is who said something, in which office.
type Speaker struct {
	Name         string `json:"name"`
	Office       string `json:"office,omitempty"`
	Organisation string `json:"organisation,omitempty"`
}

// A Statement is what officials said on an occasion, as a publisher reports it.
type Statement struct {
	ID        string    `json:"id"`
	Source    string    `json:"source"`
	Speakers  []Speaker `json:"speakers"`
	Event     string    `json:"event,omitempty"`
	Date      Date      `json:"date"`
	Place     string    `json:"place,omitempty"`
	Language  string    `json:"language"` // BCP 47
	Publisher string    `json:"publisher,omitempty"`
	Title     string    `json:"title,omitempty"`
	Text      string    `json:"text"`
	Claims    []Claim   `json:"claims"`
	Note      string    `json:"note,omitempty"`
}

// Words returns the words of the statement's text that claim c rests on, empty
// if its offsets name none or lie outside the text.
func (s Statement) Words(c Claim) string {
	if c.Start < 0 || c.End > len(s.Text) || c.Start >= c.End {
		return ""
	}
	return s.Text[c.Start:c.End]
}

// Validate reports what is wrong with s and its claims, as a join of
// [*FieldError]: ID, source, date, language and a speaker must be there, the text
// be UTF-8, and each claim have an ID of its own and words that lie in the text.
func (s Statement) Validate() error {
	v := validation{record: s.ID}
	v.head(s.ID, s.Source)
	v.check(!s.Date.IsZero(), "date", "", ErrMissing)
	v.require("language", s.Language)
	v.check(utf8.ValidString(s.Text), "text", "", fmt.Errorf("%w: not UTF-8", ErrSyntax))
	v.check(len(s.Speakers) > 0, "speakers", "", ErrMissing)
	seen := map[string]bool{}
	for i, c := range s.Claims {
		field := fmt.Sprintf("claims[%d]", i)
		v.nested(field, c.Validate())
		v.check(!seen[c.ID], field+".id", c.ID, ErrDuplicateID)
		seen[c.ID] = true
		v.check(c.End <= len(s.Text), field+".end", fmt.Sprint(c.End), fmt.Errorf("%w: beyond the text", ErrRange))
		if words := s.Words(c); !utf8.ValidString(words) {
			v.add(field+".start", words, fmt.Errorf("%w: splits a character", ErrRange))
		}
	}
	return v.err()
}
