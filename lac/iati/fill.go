package iati

import (
	"bytes"
	"fmt"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/xmlscan"
)

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
