package iati

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// An activity makes a record of a tree.
type activity struct {
	tree
	version  version
	today    lac.Date // what is dated later is to come
	reporter lac.Participant
	currency elem            // the element that has default-currency
	notes    []*lac.RowError // what breaks a rule, the first maxFaults
}

// A version is what a document says it is a version of.
type version string

// isFirst reports whether the version is one of 1.01 to 1.05.
func (v version) isFirst() bool { return len(v) == 4 && v[:3] == "1.0" && '1' <= v[3] && v[3] <= '5' }

// isLater reports whether the version may add to those that are known.
func (v version) isLater() bool { return strings.HasPrefix(string(v), "2.") && v > "2.03" }

// of sets the version, and with it the schema.
func (a *activity) of(v version) {
	a.version, a.schema, a.lenient = v, activitySchema, v.isLater()
	if v.isFirst() {
		a.schema, a.lenient = firstSchema, true
	}
}

// wrong rejects the activity, or the part of it that e is in, for what is not in the
// form that the schema has.
func (a *activity) wrong(e elem, attribute, text string, err error) {
	a.problem(e.i, attribute, text, err)
}

// broken notes what breaks a rule of the standard and is in its form all the same.
func (a *activity) broken(e elem, attribute, text string, err error) {
	if len(a.notes) < maxFaults {
		a.notes = append(a.notes, a.at(e.i, attribute, text, err))
	}
}

// unknown notes of a code that no list has it. Of one that is not there the schema
// has said so.
func (a *activity) unknown(e elem, attribute string) {
	if e.has(attribute) {
		a.broken(e, attribute, e.attr(attribute), lac.ErrUnknownCode)
	}
}

// note says what a reader of the record must know: what was rejected of the activity,
// and what breaks a rule.
func (a *activity) note() string {
	var said []string
	for _, f := range a.faults {
		said = append(said, "rejected: "+remark(f.err))
	}
	for _, n := range a.notes {
		said = append(said, remark(n))
	}
	if len(said) > maxProblems {
		said = append(said[:maxProblems], "and more")
	}
	return strings.Join(said, "; ")
}

// remark returns an error without its place in the file.
func remark(e *lac.RowError) string {
	field := e.Field
	if _, after, ok := strings.Cut(field, "/"); ok {
		field = after
	}
	if e.Text == "" {
		return fmt.Sprintf("%s: %v", field, e.Err)
	}
	return fmt.Sprintf("%s %q: %v", field, e.Text, e.Err)
}
