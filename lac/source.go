package lac

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// A Source says where records come from. Every record names one by its ID, and
// a [Dataset] refuses a record whose source it does not hold.
type Source struct {
	ID        string `json:"id"`
	Publisher string `json:"publisher"`
	Title     string `json:"title"`
	URL       string `json:"url,omitempty"`
	Published Period `json:"published,omitzero"` // when it was published, to the precision that is known
	Retrieved Date   `json:"retrieved,omitzero"` // the day on which it was read
	Licence   string `json:"licence,omitempty"`  // of the data, as the publisher names it
	// Basis says whose books or which statistic the source prints, such as
	// "China customs (GACC)". Figures on different bases are different
	// readings, not errors of one another.
	Basis string `json:"basis"`
	// Window is the time that the source observes. What lies outside it is
	// unknown to the source, not absent from the world. Zero: not stated.
	Window Period `json:"window,omitzero"`
	// Voice is the government whose own words the source carries, as opposed to
	// its statistics. Such a figure restates what that government claims: it is
	// no independent evidence for it.
	Voice Area `json:"voice,omitzero"`
	// Largest says that the source lists only so many of the largest partners
	// for each flow and year: a partner that is not listed is no larger than the
	// smallest that is. 0: the source does not leave out the smaller ones.
	Largest int `json:"largest,omitempty"`
	// Grade is the kind of page that the source is, for a reader who weighs it.
	Grade SourceGrade `json:"grade,omitempty"`
}

// A SourceGrade says what kind of page a source is. It decides nothing.
type SourceGrade string

const (
	GradeStatistics  SourceGrade = "statistics"  // of an agency, a bank or a research database
	GradeOfficial    SourceGrade = "official"    // text of a government or an international organisation
	GradePress       SourceGrade = "press"       // press, or a page that repeats others
	GradePartyPress  SourceGrade = "party-press" // press of a government that is a party to what it reports
	GradeDerived     SourceGrade = "derived"     // computed from other sources
	GradeUnconfirmed SourceGrade = "unconfirmed" // no page to show, or one that does not say whose figures they are
)

var sourceGrades = []SourceGrade{GradeStatistics, GradeOfficial, GradePress, GradePartyPress, GradeDerived, GradeUnconfirmed}

// Validate reports what is wrong with s, as a join of [*FieldError]: an ID of at
// most 200 bytes, a publisher and a basis must be there, URL must be one, and Grade be known.
func (s Source) Validate() error {
	v := validation{record: s.ID}
	v.id(s.ID)
	v.require("publisher", s.Publisher)
	v.require("basis", s.Basis)
	checkWord(&v, "grade", s.Grade, sourceGrades)
	if s.URL != "" {
		if _, err := url.Parse(s.URL); err != nil {
			v.add("url", s.URL, ErrSyntax)
		}
	}
	return v.err()
}

// An Evidence says how well a figure is attested. Empty means [Published].
type Evidence string

const (
	// Published figures stand in a document or file that the source names.
	Published Evidence = "published"
	// Derived figures are computed from published ones; the note says how.
	Derived Evidence = "derived"
	// Unconfirmed figures are known from memory alone, or from a page that does not say
	// whose they are. No verdict rests on one.
	Unconfirmed Evidence = "unconfirmed"
)

var evidences = []Evidence{Published, Derived, Unconfirmed}

// validation collects the field errors of one record.
type validation struct {
	record string
	errs   []error
}

func (v *validation) add(field, text string, err error) {
	v.errs = append(v.errs, &FieldError{Record: v.record, Field: field, Text: shortened(text), Err: err})
}

func (v *validation) require(field, text string) {
	if text == "" {
		v.add(field, "", ErrMissing)
	}
}

// check adds an error unless ok.
func (v *validation) check(ok bool, field, text string, err error) {
	if !ok {
		v.add(field, text, err)
	}
}

// checkWord checks a word that is empty or one of a few, and says of which.
func checkWord[T ~string](v *validation, field string, got T, known []T) {
	if got != "" && !slices.Contains(known, got) {
		v.add(field, string(got), wantOne(known))
	}
}

// wantOne returns an [ErrUnknownCode] that names what is known.
func wantOne[T ~string](known []T) error {
	words := make([]string, len(known))
	for i, w := range known {
		words[i] = string(w)
	}
	last := len(words) - 1
	return fmt.Errorf("%w: want %s or %s", ErrUnknownCode, strings.Join(words[:last], ", "), words[last])
}

func (v *validation) id(id string) {
	v.require("id", id)
	v.check(len(id) <= 200, "id", id, ErrSyntax)
}

// head checks the fields that every record has.
func (v *validation) head(id, source string) {
	v.id(id)
	v.require("source", source)
}

// area checks an area that must be there.
func (v *validation) area(field string, a Area) {
	if a == 0 {
		v.add(field, "", ErrMissing)
	} else {
		v.check(a.IsValid(), field, a.String(), ErrUnknownCode)
	}
}

func (v *validation) evidence(e Evidence) {
	checkWord(v, "evidence", e, evidences)
}

// money checks that an amount that must not be negative is not.
func (v *validation) money(field string, m Money) {
	v.check(m.Sign() >= 0, field, m.String(), fmt.Errorf("%w: negative", ErrRange))
}

// decimal checks that a plain decimal is of a size that Money has too, and
// reports whether it is: sums and texts of others may take gigabytes.
func (v *validation) decimal(field string, d decimal.Decimal) bool {
	_, err := fixed.FromDecimal(d)
	ok := err == nil && -100 <= d.Exponent() && d.Exponent() <= 100
	v.check(ok, field, "", ErrRange)
	return ok
}

// nested adds the errors of a part of the record under the part's name, each
// error of a join by itself. An error that is of no field is the part's own.
func (v *validation) nested(field string, err error) {
	switch e := err.(type) {
	case nil:
	case *FieldError:
		v.add(field+"."+e.Field, e.Text, e.Err)
	case interface{ Unwrap() []error }:
		for _, e := range e.Unwrap() {
			v.nested(field, e)
		}
	default:
		v.add(field, "", err)
	}
}

func (v *validation) err() error { return errors.Join(v.errs...) }
