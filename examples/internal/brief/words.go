package brief

import (
	"cmp"
	"fmt"
	"html/template"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/interval"
)

// wordsIn returns an interval in words of a language.
func wordsIn(tag language.Tag, i interval.Interval, u lac.Unit) string {
	return Say(tag, check.Text(i, u))
}

// Books returns whose books a basis has, in words of a language.
func Books(tag language.Tag, b check.Basis) string {
	if tag == language.English {
		return b.Books
	}
	if words := b.Words(tag); words != b.Books {
		return words
	}
	return Say(tag, b.Books)
}

// Say returns a line of evidence in a language: a definition, a step, a note.
func Say(tag language.Tag, line string) string {
	if tag == language.English {
		return line
	}
	return check.Translate(line, tag, ownWords()[tag])
}

// ownWords are the almanac's own words in the languages of the briefing.
var ownWords = sync.OnceValue(func() map[language.Tag]map[string]string {
	out := map[language.Tag]map[string]string{}
	for _, tag := range program.Languages {
		out[tag] = almanac.Words(tag)
	}
	return out
})

// line is Say for a page, which marks what is left in English, such as the notes of
// somebody's own records.
func line(tag language.Tag, text string) template.HTML {
	said := template.HTMLEscapeString(Say(tag, text))
	if tag == language.English || said != template.HTMLEscapeString(text) || !strings.ContainsFunc(text, unicode.IsLower) {
		return template.HTML(said)
	}
	return template.HTML(`<span lang="en">` + said + `</span>`)
}

// sentence returns a finding's sentence, with the almanac's own words for its claim.
func sentence(tag language.Tag, f check.Finding) string {
	f.Claim.Gist = Say(tag, f.Claim.Gist)
	return f.Sentence(tag)
}

// said returns a verdict within a sentence.
func said(tag language.Tag, v check.Verdict) string {
	if tag == language.English {
		return string(v)
	}
	return strings.ToLower(check.Finding{Verdict: v}.Word(tag))
}

// capitals returns a verdict in capitals.
func capitals(tag language.Tag, v check.Verdict) string { return strings.ToUpper(said(tag, v)) }

// decimals returns a number with the decimal mark of the language.
func decimals(tag language.Tag, number string) string {
	switch tag {
	case language.Spanish, language.Portuguese:
		return strings.ReplaceAll(number, ".", ",")
	}
	return number
}

// In returns words of the frame in a language of the briefing, by their key.
func In(tag language.Tag, key string) string {
	base, _ := tag.Base()
	switch base.String() {
	case "es":
		return cmp.Or(frameWords[key][0], key)
	case "pt":
		return cmp.Or(frameWords[key][1], key)
	case "zh":
		if words, ok := frameWords[key]; ok {
			return words[2]
		}
		return key
	}
	if long, ok := english[key]; ok {
		return long
	}
	return key
}

var months = [2][12]string{
	{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
	{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"},
}

// dayIn writes a day as a language does.
func dayIn(tag language.Tag, d lac.Date) string {
	base, _ := tag.Base()
	switch base.String() {
	case "es":
		return fmt.Sprintf("%d de %s de %d", d.Day(), months[0][d.Month()-1], d.Year())
	case "pt":
		return fmt.Sprintf("%d de %s de %d", d.Day(), months[1][d.Month()-1], d.Year())
	case "zh":
		return fmt.Sprintf("%d年%d月%d日", d.Year(), d.Month(), d.Day())
	}
	return fmt.Sprintf("%d %s %d", d.Day(), d.Month(), d.Year())
}
