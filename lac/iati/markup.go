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

// bare refuses a text with blanks around it, which a reader takes for none.
func (m *markup) bare(field, text string) {
	if strings.TrimSpace(text) != text {
		m.fail(field, text, fmt.Errorf("%w: blanks around it", lac.ErrSyntax))
	}
}

// narratives writes an element with a text in several languages.
func (m *markup) narratives(field, name string, texts []lac.Narrative, attrs ...string) {
	m.begin(field, name, attrs...)
	for i, n := range texts {
		if !isLanguage(n.Language) {
			m.fail(fmt.Sprintf("%s[%d].language", field, i), n.Language, lac.ErrSyntax)
		}
		m.leaf(field, "narrative", n.Text, languageAttr, n.Language)
	}
	if len(texts) == 0 {
		m.empty(field, "narrative")
	}
	m.end()
}

func (m *markup) narrative(field, name, text string, attrs ...string) {
	m.narratives(field, name, []lac.Narrative{{Text: text}}, attrs...)
}

// isLanguage reports whether a text is of XML Schema's type language, or empty.
func isLanguage(s string) bool {
	for i, sub := range strings.Split(s, "-") {
		if len(sub) > 8 || sub == "" && s != "" {
			return false
		}
		for _, c := range []byte(sub) {
			if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}

// period writes the two ends of a period, neither of which may be open.
func (m *markup) period(field string, p lac.Period) {
	if p.First().IsZero() || p.Last().IsZero() {
		m.fail(field, p.String(), fmt.Errorf("%w: want a first and a last day", lac.ErrMissing))
	}
	m.empty(field, "period-start", "iso-date", p.First().String())
	m.empty(field, "period-end", "iso-date", p.Last().String())
}

// day returns the text of a period that must be one day.
func (m *markup) day(field string, p lac.Period) string {
	first := p.First()
	if p.IsZero() {
		m.fail(field, "", lac.ErrMissing)
	} else if first != p.Last() || first.IsZero() {
		m.fail(field, p.String(), fmt.Errorf("%w: want a day", lac.ErrRange))
	}
	return first.String()
}
