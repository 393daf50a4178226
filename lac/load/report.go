package load

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// A Report says how a file was read. It reads back from its JSON.
type Report struct {
	Name   string `json:"name"`
	Format Format `json:"format"`
	Form   string `json:"form,omitempty"` // the title of the [Form] of a table that is of one
	lac.Stats
	// Rejects are why rows were rejected, and Notes with which doubts records were
	// read all the same: by reason, the most frequent first.
	Rejects Reasons `json:"rejects,omitempty"`
	Notes   Reasons `json:"noted,omitempty"`
	// Duplicates are records that stand in the file, or in those before it, with
	// the same ID and content. They are among Records, and once in the dataset.
	Duplicates int `json:"duplicates,omitempty"`
	// Ignored are the columns that the file has and no record needs, where the
	// reader says so.
	Ignored []string `json:"ignored,omitempty"`
	// Err is what ended reading before the end of the file, if anything did.
	Err error `json:"-"`
}

// Reasons are the reasons for which rows of a file were rejected or noted.
type Reasons []Reason

// A Reason is one of them, in one field of the rows.
type Reason struct {
	Field  string        `json:"field,omitempty"` // as in the file, without ordinals; empty where the row as a whole is meant
	Reason string        `json:"reason"`
	Rows   int           `json:"rows"`
	First  *lac.RowError `json:"first"`
}

// reasons are the sentinels by which rows are grouped.
var reasons = []error{lac.ErrMissing, lac.ErrUnknownCode, lac.ErrRange, lac.ErrCurrencyMismatch, lac.ErrUnitMismatch, lac.ErrDuplicateID, lac.ErrSyntax}

const (
	maxReasons   = 100
	otherReasons = "other reasons"
)

// add counts an error of a row by its field and reason.
func (r *Reasons) add(e *lac.RowError) {
	first := firstOf(e.Err)
	field, reason := ungrouped(e.Field), ungrouped(first.Error())
	for _, sentinel := range reasons {
		if errors.Is(first, sentinel) {
			reason = sentinel.Error()
			break
		}
	}
	find := func() int {
		return slices.IndexFunc(*r, func(x Reason) bool { return x.Field == field && x.Reason == reason })
	}
	i := find()
	if i < 0 && len(*r) >= maxReasons { // a hostile file has as many as it likes
		field, reason = "", otherReasons
		i = find()
	}
	if i < 0 {
		*r = append(*r, Reason{Field: field, Reason: reason, First: e})
		i = len(*r) - 1
	}
	(*r)[i].Rows++
}

// firstOf returns the first of errors that are joined: the one whose place a RowError
// has.
func firstOf(err error) error {
	for {
		joined, ok := err.(interface{ Unwrap() []error })
		if !ok || len(joined.Unwrap()) == 0 {
			return err
		}
		err = joined.Unwrap()[0]
	}
}

// count counts what a reader read at once: it keeps the first of the rejected rows
// and counts them all.
func (r *Report) count(rejected []*lac.RowError, all lac.Stats) {
	for _, e := range rejected {
		r.Rejects.add(e)
	}
	r.Stats = all
}

// ungrouped returns a text without the ordinals in brackets that would make a
// reason of its own of each: transaction[3]/value is transaction/value.
func ungrouped(s string) string {
	var b strings.Builder
	for s != "" {
		before, after, found := strings.Cut(s, "[")
		b.WriteString(before)
		s = after
		if !found {
			break
		}
		digits := strings.TrimLeft(after, "0123456789")
		if len(digits) < len(after) && strings.HasPrefix(digits, "]") {
			s = digits[1:]
			continue
		}
		b.WriteByte('[')
	}
	return b.String()
}

// order puts the most frequent reasons first.
func (r Reasons) order() {
	slices.SortStableFunc(r, func(a, b Reason) int { return cmp.Compare(b.Rows, a.Rows) })
}

// lines writes a line for each reason.
func (r Reasons) lines(b *strings.Builder, what string) {
	for _, reason := range r {
		fmt.Fprintf(b, "  %s %d: %s %s; the first: %v\n", what, reason.Rows, cmp.Or(reason.Field, "the row"), reason.Reason, reason.First)
	}
}

// String returns the report as lines of text.
func (r Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", r.Name, cmp.Or(r.Form, r.Format.Title()))
	fmt.Fprintf(&b, "  %v\n", lac.Stats{Rows: r.Rows, Records: r.Records, Rejected: r.Rejected})
	r.Rejects.lines(&b, "rejected")
	r.Notes.lines(&b, "noted")
	if r.LeftOut > 0 {
		fmt.Fprintf(&b, "  rows of other things: %d\n", r.LeftOut)
	}
	if r.Duplicates > 0 {
		fmt.Fprintf(&b, "  given twice: %d, counted once\n", r.Duplicates)
	}
	if len(r.Ignored) > 0 {
		fmt.Fprintf(&b, "  columns left out: %s\n", strings.Join(r.Ignored, ", "))
	}
	if r.Err != nil {
		fmt.Fprintf(&b, "  not read to its end: %v\n", r.Err)
	}
	return b.String()
}

// A plainReport is a Report without methods.
type plainReport Report

// MarshalJSON returns the report as an object, with Err as its text.
func (r Report) MarshalJSON() ([]byte, error) {
	ended := ""
	if r.Err != nil {
		ended = r.Err.Error()
	}
	return json.Marshal(struct {
		plainReport
		Err string `json:"error,omitempty"`
	}{plainReport(r), ended})
}

// UnmarshalJSON reads what MarshalJSON returns. Err has the same text, and wraps
// nothing.
func (r *Report) UnmarshalJSON(text []byte) error {
	var v struct {
		plainReport
		Err string `json:"error,omitempty"`
	}
	if err := json.Unmarshal(text, &v); err != nil {
		return err
	}
	*r = Report(v.plainReport)
	if v.Err != "" {
		r.Err = errors.New(v.Err)
	}
	return nil
}
