package iati

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/xmlscan"
)

// maxProblems is how many problems one error tells of, and one record's note.
const maxProblems = 20

// maxFaults is how many faults of form one activity may have, in all its parts, and
// how many notes. An activity with more faults is rejected as a whole.
const maxFaults = 1000

// malformed reports what the scanner found wrong with a token.
func (t *tree) malformed(at int, tok *xmlscan.Token) {
	line, column, text, err := tok.Line, tok.Column, "", tok.Err
	var syntax *xmlscan.SyntaxError
	if errors.As(err, &syntax) {
		line, column, text, err = syntax.Line, syntax.Column, syntax.Text, syntax.Err
	}
	t.problemAt(at, line, column, t.path(at), text, fmt.Errorf("%w: %w", lac.ErrSyntax, err))
}

// problem reports a problem with the form of an element, or of one of its attributes.
func (t *tree) problem(at int, attribute, text string, err error) {
	e := t.at(at, attribute, text, err)
	t.problemAt(at, e.Line, e.Column, e.Field, e.Text, err)
}

// at returns an error with the place of an element, or of one of its attributes.
func (t *tree) at(at int, attribute, text string, err error) *lac.RowError {
	n := &t.nodes[at]
	e := &lac.RowError{Line: n.line, Column: n.column, Field: t.path(at), Text: shorten(text), Err: err}
	if attribute != "" {
		e.Field += "/@" + attribute
		if a := (elem{t, at}).find(attribute); a != nil {
			e.Line, e.Column = a.line, a.column
		}
	}
	return e
}

// problemAt reports a problem with the form of what is in an element.
func (t *tree) problemAt(at, line, column int, field, text string, err error) {
	if t.isFull() {
		return
	}
	part := t.partOf(at)
	t.nodes[part].rejected = true
	t.faults = append(t.faults, fault{part, &lac.RowError{Line: line, Column: column, Field: shorten(strings.ToValidUTF8(field, "\uFFFD")), Text: shorten(text), Err: err}})
}

// partOf returns the index of the part of the activity that an element is in, 0 if it
// is in none.
func (t *tree) partOf(at int) int {
	for at > 0 {
		n := &t.nodes[at]
		if n.parent == 0 {
			if !parts[n.name] {
				return 0
			}
			break
		}
		at = int(n.parent)
	}
	return at
}

// shorten shortens a text to what an error message can carry.
func shorten(s string) string {
	const most = 200
	if len(s) > most {
		return strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}

// isFull reports whether there are more faults than are told apart.
func (t *tree) isFull() bool { return len(t.faults) == maxFaults }

// isRejected reports whether the activity is to be rejected as a whole: for its own
// form, or because of all its transactions none is left, so that it would seem to
// have no money.
func (t *tree) isRejected() bool {
	if t.nodes[0].rejected || t.isFull() {
		return true
	}
	lost, left := false, false
	for e := range (elem{t, 0}).all("transaction") {
		lost, left = lost || e.node().rejected, left || !e.node().rejected
	}
	return lost && !left
}

// rejections returns the faults, an error for each part that they reject; if they
// reject the activity, one for all.
func (t *tree) rejections() []*lac.RowError {
	whole := t.isRejected()
	slices.SortStableFunc(t.faults, func(f, g fault) int {
		if whole {
			f.part, g.part = 0, 0
		}
		return cmp.Or(cmp.Compare(f.part, g.part), cmp.Compare(f.err.Line, g.err.Line), cmp.Compare(f.err.Column, g.err.Column))
	})
	var out []*lac.RowError
	for from := 0; from < len(t.faults); {
		to := from + 1
		for to < len(t.faults) && (whole || t.faults[to].part == t.faults[from].part) {
			to++
		}
		out = append(out, joined(t.faults[from:to]))
		from = to
	}
	return out
}

// joined returns faults as one error: the first, which wraps those after it.
func joined(faults []fault) *lac.RowError {
	first := faults[0].err
	if len(faults) == 1 {
		return first
	}
	errs := []error{first.Err}
	for _, f := range faults[1:min(len(faults), maxProblems)] {
		errs = append(errs, f.err)
	}
	if len(faults) > maxProblems {
		errs = append(errs, errors.New("and more"))
	}
	first.Err = errors.Join(errs...)
	return first
}

// path returns where an element stands, as an XPath from the root element's child.
func (t *tree) path(at int) string {
	n := &t.nodes[at]
	name := n.name
	if n.repeats {
		name += "[" + strconv.Itoa(int(n.ordinal)) + "]"
	}
	if at == 0 {
		return name
	}
	return t.path(int(n.parent)) + "/" + name
}
