package lac

import (
	"fmt"
	"unicode/utf8"
)

// A ClaimForm is the shape of what a claim says.
type ClaimForm string

const (
	FormLevel    ClaimForm = "level"    // a measure was so much
	FormChange   ClaimForm = "change"   // it rose or fell by so much, or so many percent, since the baseline
	FormMultiple ClaimForm = "multiple" // it was so many times the baseline, in UnitTimes
	FormShare    ClaimForm = "share"    // it was such a part of a whole, in UnitPercent
	FormRank     ClaimForm = "rank"     // it held such a place, in UnitRank
	FormStreak   ClaimForm = "streak"   // it held that place for so many years in a row, in UnitYears
	FormCount    ClaimForm = "count"    // there were so many
	FormCoverage ClaimForm = "coverage" // every member of a set has one
	FormPledge   ClaimForm = "pledge"   // so much will be done
	FormEvent    ClaimForm = "event"    // this took place
	FormPosition ClaimForm = "position" // a view that no record can confirm or deny
)

// IsValid reports whether f is one of the constants.
func (f ClaimForm) IsValid() bool {
	switch f {
	case FormLevel, FormChange, FormMultiple, FormShare, FormRank, FormStreak, FormCount,
		FormCoverage, FormPledge, FormEvent, FormPosition:
		return true
	}
	return false
}

// A CoverageSet is the dated set over which a coverage claim speaks.
type CoverageSet string

const (
	// WithTies is the members of the measure's partner area that have
	// diplomatic relations with its reporter on the last day of the period:
	// see [Dataset.TiesOn].
	WithTies CoverageSet = "diplomatic-ties"
	// AllMembers is all members of the measure's partner area on that day.
	AllMembers CoverageSet = "members"
)

// A Claim is one thing that a statement says and that records may bear on.
type Claim struct {
	ID      string    `json:"id"`
	Form    ClaimForm `json:"form"`
	Measure Measure   `json:"measure,omitzero"`
	// Period is the time that the claim is about. A count or coverage without
	// a stated start is open at the start: ../2025-06-09.
	Period Period `json:"period,omitzero"`
	// Baseline is the earlier time that a change or multiple compares with.
	Baseline Period `json:"baseline,omitzero"`
	Stated   Stated `json:"stated,omitzero"`
	// Of is the whole of a share and the set of a coverage claim.
	Of   Measure     `json:"of,omitzero"`
	Over CoverageSet `json:"over,omitempty"`
	// Place is the rank that a streak claim says was held.
	Place int `json:"place,omitempty"`
	// Refers is the ID of the record that the claim is about: the pledge that
	// it announces, the meeting that it mentions.
	Refers string `json:"refers,omitempty"`
	// Speaker is the name of the one among the statement's speakers who said it.
	Speaker string `json:"speaker,omitempty"`
	// Start and End are byte offsets of the claim's words in the statement's
	// text; both are 0 for a claim without a text.
	Start int `json:"start,omitempty"`
	End   int `json:"end,omitempty"`
	// Gist is the claim in a few words, for headings.
	Gist string `json:"gist"`
}

// Validate reports what is wrong with c, as a join of [*FieldError]: an ID and a
// form must be there, and the fields that the form needs: a baseline for
// [FormChange] and [FormMultiple], Of for [FormShare], Place for [FormStreak],
// Over for [FormCoverage], Refers for [FormEvent] unless its measure is of
// [SubjectTies], and for every form but [FormEvent] and [FormPosition] a measure
// and a period, with a stated figure unless it is [FormCoverage].
func (c Claim) Validate() error {
	v := validation{record: c.ID}
	v.id(c.ID)
	v.check(c.Form.IsValid(), "form", string(c.Form), ErrUnknownCode)
	v.nested("stated", c.Stated.validate())
	if c.Form != FormPosition && c.Form != FormEvent {
		v.nested("measure", c.Measure.validate())
		v.check(!c.Period.IsZero(), "period", "", ErrMissing)
		v.check(!c.Stated.IsZero() || c.Form == FormCoverage, "stated", "", ErrMissing)
	}
	switch c.Form {
	case FormChange, FormMultiple:
		v.check(!c.Baseline.IsZero(), "baseline", "", ErrMissing)
	case FormShare:
		v.nested("of", c.Of.validate())
	case FormStreak:
		v.check(c.Place > 0, "place", "", ErrMissing)
	case FormCoverage:
		v.check(c.Over == WithTies || c.Over == AllMembers, "over", string(c.Over), ErrUnknownCode)
	case FormEvent:
		if c.Measure.Subject == SubjectTies {
			v.nested("measure", c.Measure.validate())
			v.check(!c.Period.IsZero(), "period", "", ErrMissing)
		} else {
			v.require("refers", c.Refers)
		}
	}
	v.check(c.Start >= 0 && c.Start <= c.End, "start", fmt.Sprint(c.Start), ErrRange)
	return v.err()
}

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
