package iati

import (
	"iter"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// An elem is an element of a tree.
type elem struct {
	t *tree
	i int // below 0: there is none
}

func (e elem) exists() bool { return e.i >= 0 }

func (e elem) node() *node { return &e.t.nodes[e.i] }

// attr returns an attribute without blanks around it, empty if there is none.
func (e elem) attr(name string) string {
	a := e.find(name)
	if a == nil {
		return ""
	}
	return strings.TrimSpace(string(e.t.text[a.value:a.end]))
}

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
