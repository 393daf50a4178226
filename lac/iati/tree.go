package iati

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/xmlscan"
)

// maxProblems is how many problems of one activity are told apart.
const maxProblems = 20

// Language is the only attribute of another namespace that means something.
const languageAttr = "xml:lang"

// A tree is what is read of one activity. It is filled again for the next one.
type tree struct {
	nodes    []node // nodes[0] is the activity
	attrs    []attr
	text     []byte
	counts   []int // of the open elements' children, by kind
	ordinal  int   // of the activity in its file, from 1
	problems []*lac.RowError
	further  int // problems beyond maxProblems
}

type node struct {
	name                     string
	schema                   *element
	repeats                  bool // there may be several
	ordinal                  int  // among its parent's children of that name, from 1
	parent, next, head, last int  // indexes of nodes, 0: none
	attrs, attrsEnd          int
	text, textEnd            int
	line, column             int
}

type attr struct {
	name         string
	value, end   int // in text
	line, column int
}

// errTooLong says that an activity is longer than a reader takes.
var errTooLong = fmt.Errorf("%w: the activity is too long", lac.ErrRange)

// fill reads the activity whose start tag the scanner has just given. Errors of
// its form become problems; what is returned ends reading. Elements that the
// schema does not have are problems unless lenient.
func (t *tree) fill(s *xmlscan.Scanner, start *xmlscan.Token, most int64, lenient bool) error {
	*t = tree{nodes: t.nodes[:0], attrs: t.attrs[:0], text: t.text[:0], counts: t.counts[:0], ordinal: t.ordinal}
	from, outside := s.Offset(), s.Depth()-1
	t.add(start, child{name: "iati-activity", element: activitySchema}, 0, t.ordinal)
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
			at = n.parent
		case xmlscan.Text:
			t.addText(at, tok)
		case xmlscan.Start:
			i, known := n.schema.named[string(tok.Name)]
			foreign := bytes.IndexByte(tok.Name, ':') >= 0 || hasOtherNamespace(tok)
			if !known || foreign {
				if !foreign && !lenient {
					t.problemAt(tok.Line, tok.Column, t.path(at)+"/"+string(tok.Name), "", fmt.Errorf("%w: the standard has no such element here", lac.ErrSyntax))
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
				t.problemAt(tok.Line, tok.Column, t.path(at)+"/"+c.name, "", fmt.Errorf("%w: the element is given more than once", lac.ErrRange))
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

// hasOtherNamespace reports whether an element without prefix is put into a
// namespace; the standard's own elements are in none.
func hasOtherNamespace(tok *xmlscan.Token) bool {
	for i := range tok.Attrs {
		if string(tok.Attrs[i].Name) == "xmlns" {
			return len(tok.Attrs[i].Value) > 0
		}
	}
	return false
}

// add puts an element under its parent and returns its index.
func (t *tree) add(tok *xmlscan.Token, c child, parent, ordinal int) int {
	i := len(t.nodes)
	t.nodes = append(t.nodes, node{
		name: c.name, schema: c.element, repeats: c.max == 0, ordinal: ordinal, parent: parent,
		attrs: len(t.attrs), text: len(t.text), line: tok.Line, column: tok.Column,
	})
	if i > 0 {
		p := &t.nodes[parent]
		if p.head == 0 {
			p.head = i
		} else {
			t.nodes[p.last].next = i
		}
		p.last = i
	}
	if tok.Err != nil {
		t.malformed(i, tok)
	}
	for j := range tok.Attrs {
		a := &tok.Attrs[j]
		name := c.element.attrName(a.Name)
		if name == "" {
			if bytes.IndexByte(a.Name, ':') < 0 && string(a.Name) != "xmlns" {
				t.problemAt(a.Line, a.Column, t.path(i)+"/@"+string(a.Name), string(a.Value), fmt.Errorf("%w: the standard has no such attribute here", lac.ErrSyntax))
			}
			continue
		}
		value := len(t.text)
		t.text = append(t.text, a.Value...)
		t.attrs = append(t.attrs, attr{name, value, len(t.text), a.Line, a.Column})
	}
	n := &t.nodes[i]
	n.attrsEnd, n.text = len(t.attrs), len(t.text)
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
		n.textEnd = len(t.text)
	default:
		if text := bytes.TrimSpace(tok.Text); len(text) > 0 {
			t.problemAt(tok.Line, tok.Column, t.path(at), string(text), fmt.Errorf("%w: text where the standard has none", lac.ErrSyntax))
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
			t.problemAt(n.line, n.column, t.path(at)+"/"+c.name, "", lac.ErrMissing)
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
	t.problemAt(line, column, t.path(at), text, fmt.Errorf("%w: %w", lac.ErrSyntax, err))
}

// problem reports a problem with an element, or with one of its attributes.
func (t *tree) problem(at int, attribute, text string, err error) {
	n := &t.nodes[at]
	line, column, field := n.line, n.column, t.path(at)
	if attribute != "" {
		field += "/@" + attribute
		for _, a := range t.attrs[n.attrs:n.attrsEnd] {
			if a.name == attribute {
				line, column = a.line, a.column
			}
		}
	}
	t.problemAt(line, column, field, text, err)
}

func (t *tree) problemAt(line, column int, field, text string, err error) {
	if t.isFull() {
		t.further++
		return
	}
	t.problems = append(t.problems, &lac.RowError{Line: line, Column: column, Field: shorten(field), Text: shorten(text), Err: err})
}

// shorten shortens a text to what an error message can carry.
func shorten(s string) string {
	const most = 200
	if len(s) > most {
		return strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}

// isFull reports whether there are as many problems as are told apart.
func (t *tree) isFull() bool { return len(t.problems) == maxProblems }

// rejection returns the problems as one error: the first of them, which wraps the
// others; nil if there are none.
func (t *tree) rejection() *lac.RowError {
	if len(t.problems) == 0 {
		return nil
	}
	first := t.problems[0]
	if len(t.problems) > 1 {
		errs := []error{first.Err}
		for _, p := range t.problems[1:] {
			errs = append(errs, p)
		}
		if t.further > 0 {
			errs = append(errs, fmt.Errorf("and %d more", t.further))
		}
		first.Err = errors.Join(errs...)
	}
	return first
}

// path returns where an element stands, as an XPath from the root element's child.
func (t *tree) path(at int) string {
	n := &t.nodes[at]
	name := n.name
	if n.repeats {
		name += "[" + strconv.Itoa(n.ordinal) + "]"
	}
	if at == 0 {
		return name
	}
	return t.path(n.parent) + "/" + name
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

// all returns the children of some names in their order.
func (e elem) all(names ...string) iter.Seq[elem] {
	return func(yield func(elem) bool) {
		if !e.exists() {
			return
		}
		for i := e.node().head; i != 0; i = e.t.nodes[i].next {
			for _, name := range names {
				if e.t.nodes[i].name == name && !yield(elem{e.t, i}) {
					return
				}
			}
		}
	}
}

// attr returns an attribute without blanks around it, empty if there is none.
func (e elem) attr(name string) string {
	if !e.exists() {
		return ""
	}
	n := e.node()
	for _, a := range e.t.attrs[n.attrs:n.attrsEnd] {
		if a.name == name {
			return strings.TrimSpace(string(e.t.text[a.value:a.end]))
		}
	}
	return ""
}

func (e elem) has(name string) bool {
	n := e.node()
	for _, a := range e.t.attrs[n.attrs:n.attrsEnd] {
		if a.name == name {
			return true
		}
	}
	return false
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
	for ; ; e.i = e.node().parent {
		if l := e.attr(languageAttr); l != "" || e.i == 0 {
			return l
		}
	}
}

// narratives returns the texts of an element by language.
func (e elem) narratives() []lac.Narrative {
	var out []lac.Narrative
	for n := range e.all("narrative") {
		if text := n.text(); text != "" {
			out = append(out, lac.Narrative{Language: n.language(), Text: text})
		}
	}
	return out
}

// narrative returns the first text of an element.
func (e elem) narrative() string {
	for n := range e.all("narrative") {
		if text := n.text(); text != "" {
			return text
		}
	}
	return ""
}

// unexpected makes an end of the input within a document what it is.
func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
