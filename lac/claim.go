package lac

import (
	"fmt"
	"slices"
)

// A ClaimForm is the shape of what a claim says.
type ClaimForm string

const (
	FormLevel      ClaimForm = "level"      // a measure was so much; over several years, all of them together
	FormAverage    ClaimForm = "average"    // it was so much a year, on the average of the period's years
	FormChange     ClaimForm = "change"     // it, or its share of a whole, rose or fell by so much since the baseline
	FormMultiple   ClaimForm = "multiple"   // it was so many times the baseline, in UnitTimes
	FormShare      ClaimForm = "share"      // it was such a part of a whole, in UnitPercent
	FormRatio      ClaimForm = "ratio"      // it was so much for each unit of another measure: percent of GDP, dollars a head
	FormComparison ClaimForm = "comparison" // it was more, or less, than another measure, or than itself at another time
	FormRecord     ClaimForm = "record"     // it was the highest, or lowest, of all the periods compared
	FormTrend      ClaimForm = "trend"      // it rose, fell, or stayed beyond a threshold for so many years running, in UnitYears
	FormRank       ClaimForm = "rank"       // it held such a place, in UnitRank
	FormStreak     ClaimForm = "streak"     // it held that place for so many years in a row, in UnitYears
	FormCount      ClaimForm = "count"      // there were so many
	FormCoverage   ClaimForm = "coverage"   // every member of a set has one
	FormPledge     ClaimForm = "pledge"     // so much will be done: how far it has been
	FormPledged    ClaimForm = "pledged"    // so much was promised in the period, done or not
	FormTies       ClaimForm = "ties"       // the two sides have diplomatic relations on the period's last day, or (Down) none, since its first year or day if it has several years
	FormEvent      ClaimForm = "event"      // this took place; of relations, that they began, or (Down) ended
	FormPosition   ClaimForm = "position"   // a view that no record can confirm or deny
)

// IsValid reports whether f is one of the constants.
func (f ClaimForm) IsValid() bool { return slices.Contains(claimForms, f) }

var claimForms = []ClaimForm{
	FormLevel, FormAverage, FormChange, FormMultiple, FormShare, FormRatio, FormComparison, FormRecord, FormTrend,
	FormRank, FormStreak, FormCount, FormCoverage, FormPledge, FormPledged, FormTies, FormEvent, FormPosition,
}

// A Direction is the way that a comparison, a record or a trend points, and whether
// relations are there.
type Direction string

const (
	Up   Direction = "up"   // more, highest, rising, above; relations that two sides have or take up
	Down Direction = "down" // less, lowest, falling, below; relations that they do not have or break off
)

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
	// Baseline is the earlier time that a change or multiple compares with, the
	// time of a comparison's other side (zero: the same), and the times among
	// which a record is one: ../2024 of all times, 2013/2024 since 2013.
	Baseline Period `json:"baseline,omitzero"`
	Stated   Stated `json:"stated,omitzero"`
	// Of is the whole of a share, or of a change of one; what a ratio divides by;
	// a comparison's other side (zero: the same measure); the set of a coverage claim.
	Of   Measure     `json:"of,omitzero"`
	Over CoverageSet `json:"over,omitempty"`
	// Direction says which way a comparison, a record or a trend points. Of diplomatic
	// relations, [Down] is that there are none, or in an event that they ended; empty is [Up].
	Direction Direction `json:"direction,omitempty"`
	// Threshold is what a trend stays above or below, and what a record is the
	// first time above or below.
	Threshold Quantity `json:"threshold,omitzero"`
	// Place is the rank that a streak claim says was held.
	Place int `json:"place,omitempty"`
	// Where is the town or country in which an event took place, or "online".
	Where string `json:"where,omitempty"`
	// Refers is the ID of the record that the claim is about: the pledge that
	// it announces, the meeting that it mentions.
	Refers string `json:"refers,omitempty"`
	// Books says whose statistics the claim speaks of, where it does: "according to
	// Chinese customs". Zero: it does not say, or the figure is its own side's.
	Books Area `json:"books,omitzero"`
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
// form must be there, and what the form needs.
//
//   - A measure and a period: every form but [FormPosition], and [FormEvent] that
//     refers to a record.
//   - A stated figure: every form but those, [FormCoverage], [FormTies],
//     [FormComparison], [FormRecord] and [FormTrend], which may have one.
//   - A baseline: [FormChange], [FormMultiple]; a measure in Of: [FormShare], [FormRatio].
//   - A direction: [FormComparison], [FormRecord], [FormTrend]; [FormTrend] a
//     number of years or a period of several. [FormTies], and a [FormEvent] of
//     [SubjectTies], may have one; no other event is [Down].
//   - Place: [FormStreak]; Over: [FormCoverage]; Refers: [FormEvent], unless its
//     measure is of [SubjectTies] or [SubjectAgreement].
func (c Claim) Validate() error {
	v := validation{record: c.ID}
	v.id(c.ID)
	if !c.Form.IsValid() {
		v.add("form", string(c.Form), wantOne(claimForms))
	}
	v.nested("stated", c.Stated.validate())
	if c.Form == FormEvent && c.Measure.Subject != SubjectTies && c.Measure.Subject != SubjectAgreement {
		v.require("refers", c.Refers)
	} else if c.Form != FormPosition {
		v.nested("measure", c.Measure.validate())
		v.check(!c.Period.IsZero(), "period", "", ErrMissing)
	}
	switch c.Form {
	case FormPosition, FormEvent, FormCoverage, FormTies, FormComparison, FormRecord, FormTrend:
	default:
		v.check(!c.Stated.IsZero(), "stated", "", ErrMissing)
	}
	switch c.Form {
	case FormChange, FormMultiple:
		v.check(!c.Baseline.IsZero(), "baseline", "", ErrMissing)
	case FormShare, FormRatio:
		v.nested("of", c.Of.validate())
	case FormComparison, FormRecord, FormTrend:
		if directions := []Direction{Up, Down}; !slices.Contains(directions, c.Direction) {
			v.add("direction", string(c.Direction), wantOne(directions))
		}
	case FormTies, FormEvent:
		v.check(c.Direction == "" || c.Direction == Up || c.Direction == Down, "direction", string(c.Direction), ErrUnknownCode)
		v.check(c.Direction != Down || c.Form == FormTies || c.Measure.Subject == SubjectTies, "direction", string(c.Direction), ErrRange)
	case FormStreak:
		v.check(c.Place > 0, "place", "", ErrMissing)
	case FormCoverage:
		if sets := []CoverageSet{WithTies, AllMembers}; !slices.Contains(sets, c.Over) {
			v.add("over", string(c.Over), wantOne(sets))
		}
	}
	switch c.Form {
	case FormChange, FormComparison:
		if c.Of != (Measure{}) {
			v.nested("of", c.Of.validate())
		}
	}
	if c.Form == FormComparison {
		v.check(c.Of != (Measure{}) || !c.Baseline.IsZero(), "of", "", fmt.Errorf("%w: nothing to compare with", ErrMissing))
	}
	v.check(c.Books == 0 || c.Books.IsValid(), "books", c.Books.String(), ErrUnknownCode)
	v.check(c.Start >= 0 && c.Start <= c.End, "start", fmt.Sprint(c.Start), ErrRange)
	return v.err()
}
