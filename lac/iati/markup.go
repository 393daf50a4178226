package iati

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/xmlscan"
)

// A markup is the text of one activity as it is being written.
type markup struct {
	record string
	text   strings.Builder
	open   []string
	errs   []error
}

func (m *markup) fail(field, text string, err error) {
	m.errs = append(m.errs, &lac.FieldError{Record: m.record, Field: field, Text: text, Err: err})
}

// begin opens an element. Attributes are names with their values; those that are
// empty are not written unless the name ends in "!".
func (m *markup) begin(field, name string, attrs ...string) {
	m.tag(field, name, attrs)
	m.text.WriteString(">\n")
	m.open = append(m.open, name)
}

func (m *markup) end() {
	name := m.open[len(m.open)-1]
	m.open = m.open[:len(m.open)-1]
	m.indent()
	m.text.WriteString("</" + name + ">\n")
}

// empty writes an element without content.
func (m *markup) empty(field, name string, attrs ...string) {
	m.tag(field, name, attrs)
	m.text.WriteString("/>\n")
}

// leaf writes an element that holds text.
func (m *markup) leaf(field, name, text string, attrs ...string) {
	m.tag(field, name, attrs)
	m.text.WriteString(">")
	m.escape(field, text, textEscapes)
	m.text.WriteString("</" + name + ">\n")
}

func (m *markup) tag(field, name string, attrs []string) {
	m.indent()
	m.text.WriteString("<" + name)
	for i := 0; i < len(attrs); i += 2 {
		attr, always := strings.CutSuffix(attrs[i], "!")
		if value := attrs[i+1]; value != "" || always {
			m.text.WriteString(" " + attr + `="`)
			m.escape(field, value, attrEscapes)
			m.text.WriteString(`"`)
		}
	}
}

func (m *markup) indent() {
	for range len(m.open) + 1 {
		m.text.WriteString("  ")
	}
}

// Line ends and tabs are kept in attributes only as references.
var (
	textEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;")
	attrEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;", "\n", "&#10;", "\t", "&#9;", `"`, "&quot;")
)

// escape writes a text, which must be one of XML characters: others cannot be
// written at all.
func (m *markup) escape(field, text string, escapes *strings.Replacer) {
	if !isText(text) {
		m.fail(field, text, fmt.Errorf("%w: a character that XML does not have", lac.ErrSyntax))
	}
	_, _ = escapes.WriteString(&m.text, text) // to memory
}

// isText reports whether a text is of XML characters in UTF-8.
func isText(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return !xmlscan.IsChar(r) })
}
