package iati

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"iter"
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

// languageAttr is the only attribute of another namespace that means something.
const languageAttr = "xml:lang"

// A tree is what is read of one activity. It is filled again for the next one.
type tree struct {
	nodes   []node // nodes[0] is the activity
	attrs   []attr
	text    []byte
	counts  []int // of the open elements' children, by kind
	ordinal int   // of the activity in its file, from 1
	schema  *element
	lenient bool // the schema may not have all that there is
	faults  []fault
	strange string // an element that the version does not have, if lenient
}

// A fault is what is wrong with the form of an activity, or of a part of it that is
// rejected alone.
type fault struct {
	part int // index of the part's element, 0: the activity
	err  *lac.RowError
}

// parts are the elements of an activity that are rejected alone where their form is
// wrong: the rest of the activity means the same without them.
var parts = map[string]bool{"transaction": true, "budget": true, "result": true, "location": true}

// A node is an element. Indexes are small, for a hostile activity has very many.
type node struct {
	name                     string
	schema                   *element
	line, column             int
	ordinal                  int32 // among its parent's children of that name, from 1
	parent, next, head, last int32 // indexes of nodes, 0: none
	attrs, text, textEnd     int32
	attrCount                uint8
	repeats                  bool // there may be several
	rejected                 bool // it is a part with a fault
}

type attr struct {
	name         string
	line, column int
	value, end   int32 // in text
}

// errTooLong says that an activity is longer than a reader takes.
var errTooLong = fmt.Errorf("%w: the activity is too long", lac.ErrRange)

// fill reads the activity whose start tag the scanner has just given. Errors of
// its form become problems; what is returned ends reading.
func (t *tree) fill(s *xmlscan.Scanner, start *xmlscan.Token, most int64) error {
	t.nodes, t.attrs, t.text, t.counts = t.nodes[:0], t.attrs[:0], t.text[:0], t.counts[:0]
	t.faults, t.strange = nil, ""
	from, outside := s.Offset(), s.Depth()-1
	t.add(start, child{name: "iati-activity", element: t.schema}, 0, t.ordinal)
	for at := 0; ; {
		tok, err := s.Next()
		if err != nil {
			return err
		}
		if s.Offset()-from > most {
			t.problem(0, "", "", errTooLong)
			return s.Skip(outside)
		}
		n := &t.nodes[at]
		switch tok.Kind {
		case xmlscan.End:
			t.close(at)
			if at == 0 {
				return nil
			}
			at = int(n.parent)
		case xmlscan.Text:
			t.addText(at, tok)
		case xmlscan.Start:
			i, known := n.schema.index[string(tok.Name)]
			if foreign := isForeign(tok); !known || foreign {
				switch {
				case foreign:
				case t.lenient && t.strange == "":
					t.strange = shorten(string(tok.Name))
				case !t.lenient:
					t.problemAt(at, tok.Line, tok.Column, t.path(at)+"/"+string(tok.Name), "", fmt.Errorf("%w: the standard has no such element here", lac.ErrSyntax))
				}
				if err := s.Skip(s.Depth() - 1); err != nil {
					return err
				}
				break
			}
			c := n.schema.children[i]
			count := &t.counts[len(t.counts)-len(n.schema.children)+i]
			*count++
			if *count == c.max+1 && c.max > 0 {
				t.problemAt(at, tok.Line, tok.Column, t.path(at)+"/"+c.name, "", fmt.Errorf("%w: the element is given more than once", lac.ErrRange))
			}
			if c.element == nil || t.isFull() {
				if err := s.Skip(s.Depth() - 1); err != nil {
					return err
				}
				break
			}
			at = t.add(tok, c, at, *count)
		}
	}
}

// isForeign reports whether an element is in a namespace, by a prefix or by itself;
// the standard's own elements are in none.
func isForeign(tok *xmlscan.Token) bool {
	for i := range tok.Attrs {
		if string(tok.Attrs[i].Name) == "xmlns" && len(tok.Attrs[i].Value) > 0 {
			return true
		}
	}
	return bytes.IndexByte(tok.Name, ':') >= 0
}

// add puts an element under its parent and returns its index.
func (t *tree) add(tok *xmlscan.Token, c child, parent, ordinal int) int {
	i := len(t.nodes)
	t.nodes = append(t.nodes, node{
		name: c.name, schema: c.element, repeats: c.max == 0, ordinal: int32(ordinal), parent: int32(parent),
		attrs: int32(len(t.attrs)), line: tok.Line, column: tok.Column,
	})
	if i > 0 {
		p := &t.nodes[parent]
		if p.head == 0 {
			p.head = int32(i)
		} else {
			t.nodes[p.last].next = int32(i)
		}
		p.last = int32(i)
	}
	if tok.Err != nil {
		t.malformed(i, tok)
	}
	for j := range tok.Attrs {
		a := &tok.Attrs[j]
		name := c.element.attrName(a.Name)
		if name == "" {
			if bytes.IndexByte(a.Name, ':') < 0 && string(a.Name) != "xmlns" && !t.lenient {
				t.problemAt(i, a.Line, a.Column, t.path(i)+"/@"+string(a.Name), string(a.Value), fmt.Errorf("%w: the standard has no such attribute here", lac.ErrSyntax))
			}
			continue
		}
		value := len(t.text)
		t.text = append(t.text, a.Value...)
		t.attrs = append(t.attrs, attr{name, a.Line, a.Column, int32(value), int32(len(t.text))})
		t.nodes[i].attrCount++
	}
	n := &t.nodes[i]
	n.text = int32(len(t.text))
	n.textEnd = n.text
	if tok.Err == nil {
		for _, a := range c.element.attrs {
			if a.required && !(elem{t, i}).has(a.name) {
				t.problem(i, a.name, "", lac.ErrMissing)
			}
		}
	}
	for range c.element.children {
		t.counts = append(t.counts, 0)
	}
	return i
}

// attrName returns the schema's own string for the name of an attribute that is
// read, empty for others.
func (e *element) attrName(name []byte) string {
	for i := range e.attrs {
		if e.attrs[i].name == string(name) {
			return e.attrs[i].name
		}
	}
	if string(name) == languageAttr {
		return languageAttr
	}
	return ""
}

func (t *tree) addText(at int, tok *xmlscan.Token) {
	n := &t.nodes[at]
	switch {
	case tok.Err != nil:
		t.malformed(at, tok)
	case n.schema.text:
		t.text = append(t.text, tok.Text...)
		n.textEnd = int32(len(t.text))
	default:
		if text := bytes.TrimSpace(tok.Text); len(text) > 0 {
			t.problemAt(at, tok.Line, tok.Column, t.path(at), string(text), fmt.Errorf("%w: text where the standard has none", lac.ErrSyntax))
		}
	}
}

// close checks that an element has what it must have.
func (t *tree) close(at int) {
	schema := t.nodes[at].schema
	counts := t.counts[len(t.counts)-len(schema.children):]
	for i, c := range schema.children {
		if counts[i] < c.min {
			n := &t.nodes[at]
			t.problemAt(at, n.line, n.column, t.path(at)+"/"+c.name, "", lac.ErrMissing)
		}
	}
	t.counts = t.counts[:len(t.counts)-len(schema.children)]
}

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

// An elem is an element of a tree.
type elem struct {
	t *tree
	i int // below 0: there is none
}

func (e elem) exists() bool { return e.i >= 0 }

func (e elem) node() *node { return &e.t.nodes[e.i] }

// child returns the first child of a name.
func (e elem) child(name string) elem {
	for c := range e.all(name) {
		return c
	}
	return elem{e.t, -1}
}

// all returns the children of a name in their order.
func (e elem) all(name string) iter.Seq[elem] {
	return func(yield func(elem) bool) {
		if !e.exists() {
			return
		}
		for i := e.node().head; i != 0; i = e.t.nodes[i].next {
			if e.t.nodes[i].name == name && !yield(elem{e.t, int(i)}) {
				return
			}
		}
	}
}

// find returns an attribute, nil if there is none.
func (e elem) find(name string) *attr {
	if !e.exists() {
		return nil
	}
	n := e.node()
	attrs := e.t.attrs[n.attrs : int(n.attrs)+int(n.attrCount)]
	for i := range attrs {
		if attrs[i].name == name {
			return &attrs[i]
		}
	}
	return nil
}

func (e elem) has(name string) bool { return e.find(name) != nil }

// attr returns an attribute without blanks around it, empty if there is none.
func (e elem) attr(name string) string {
	a := e.find(name)
	if a == nil {
		return ""
	}
	return strings.TrimSpace(string(e.t.text[a.value:a.end]))
}

// text returns the element's text without blanks around it.
func (e elem) text() string {
	if !e.exists() {
		return ""
	}
	n := e.node()
	return strings.TrimSpace(string(e.t.text[n.text:n.textEnd]))
}

// language returns the language of an element's text: xml:lang holds for all
// that is in an element.
func (e elem) language() string {
	for ; ; e.i = int(e.node().parent) {
		if l := e.attr(languageAttr); l != "" || e.i == 0 {
			return l
		}
	}
}

// narratives returns the texts of an element by language. In version 1 the element
// has one text, its own.
func (e elem) narratives() []lac.Narrative {
	var out []lac.Narrative
	if e.exists() && e.node().schema.text {
		if text := e.text(); text != "" {
			out = append(out, lac.Narrative{Language: e.language(), Text: text})
		}
		return out
	}
	for n := range e.all("narrative") {
		if text := n.text(); text != "" {
			out = append(out, lac.Narrative{Language: n.language(), Text: text})
		}
	}
	return out
}

// narrative returns the first text of an element.
func (e elem) narrative() string {
	if e.exists() && e.node().schema.text {
		return e.text()
	}
	for n := range e.all("narrative") {
		if text := n.text(); text != "" {
			return text
		}
	}
	return ""
}
