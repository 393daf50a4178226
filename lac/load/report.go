package load

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

// A Report says what became of a file.
type Report struct {
	Name   string
	Format Format
	// Rows are what was read, after a table's header. Always, Rows = Records +
	// Rejected.
	Rows     int
	Records  int
	Rejected int
	Rejects  []Reject // by reason, the most frequent first
	// Others are rows of things that package lac has no records for; they are not
	// among Rows.
	Others int
	// Duplicates are records that stand in the file, or in those before it, with
	// the same ID and content. They are among Records, and once in the dataset.
	Duplicates int
	// LeftOut says what sums over the file's records leave out, and Unsafe why
	// there are none over all of them together.
	LeftOut []LeftOut
	Unsafe  error
	// Ignored are the columns that the file has and no record needs, where the
	// reader says so.
	Ignored []string
	// Err is what ended reading before the end of the file, if anything did.
	Err error
}

// A Reject is a reason for which rows were rejected.
type Reject struct {
	Field  string // as in the file, empty where the row as a whole is meant
	Reason string
	Rows   int
	First  *lac.RowError
}

// A LeftOut is a rule of a safe sum and the number of records that it leaves out.
type LeftOut struct {
	Rule    lac.Guard
	Records int
}

// reasons are the sentinels by which rows are rejected.
var reasons = []error{lac.ErrMissing, lac.ErrUnknownCode, lac.ErrRange, lac.ErrCurrencyMismatch, lac.ErrUnitMismatch, lac.ErrDuplicateID, lac.ErrSyntax}

// reject counts a rejected row by its field and reason.
func (r *Report) reject(e *lac.RowError) {
	r.Rows++
	r.Rejected++
	reason := e.Err.Error()
	for _, sentinel := range reasons {
		if errors.Is(e, sentinel) {
			reason = sentinel.Error()
			break
		}
	}
	i := slices.IndexFunc(r.Rejects, func(x Reject) bool { return x.Field == e.Field && x.Reason == reason })
	if i < 0 {
		if len(r.Rejects) == maxReasons { // a hostile file has as many as it likes
			e, reason = &lac.RowError{Source: e.Source, Line: e.Line, Field: "", Err: errors.New(otherReasons)}, otherReasons
			i = slices.IndexFunc(r.Rejects, func(x Reject) bool { return x.Reason == reason })
		}
		if i < 0 {
			r.Rejects = append(r.Rejects, Reject{Field: e.Field, Reason: reason, First: e})
			i = len(r.Rejects) - 1
		}
	}
	r.Rejects[i].Rows++
}

// count counts what a reader read at once: it keeps the first of the rejected rows
// and counts them all.
func (r *Report) count(rejected []*lac.RowError, all tabular.Stats) {
	for _, e := range rejected {
		r.reject(e)
	}
	r.Rows, r.Records, r.Rejected = all.Rows, all.Records, all.Rejected
}

const (
	maxReasons   = 100
	otherReasons = "other reasons"
)

// order puts the most frequent reasons first.
func (r *Report) order() {
	slices.SortStableFunc(r.Rejects, func(a, b Reject) int { return cmp.Compare(b.Rows, a.Rows) })
}

// String returns the report as lines of text.
func (r Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", r.Name, r.Format.Title())
	fmt.Fprintf(&b, "  %d rows = %d records + %d rejected\n", r.Rows, r.Records, r.Rejected)
	for _, reject := range r.Rejects {
		field := "the row"
		if reject.Field != "" {
			field = reject.Field
		}
		fmt.Fprintf(&b, "  rejected %d: %s %s; the first: %v\n", reject.Rows, field, reject.Reason, reject.First)
	}
	if r.Others > 0 {
		fmt.Fprintf(&b, "  rows of other things: %d\n", r.Others)
	}
	if r.Duplicates > 0 {
		fmt.Fprintf(&b, "  given twice: %d, counted once\n", r.Duplicates)
	}
	for _, out := range r.LeftOut {
		fmt.Fprintf(&b, "  left out of sums: %d, %s\n", out.Records, out.Rule)
	}
	if r.Unsafe != nil {
		fmt.Fprintf(&b, "  no sum of all: %v\n", r.Unsafe)
	}
	if len(r.Ignored) > 0 {
		fmt.Fprintf(&b, "  columns left out: %s\n", strings.Join(r.Ignored, ", "))
	}
	if r.Err != nil {
		fmt.Fprintf(&b, "  not read to its end: %v\n", r.Err)
	}
	return b.String()
}
