package brief

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac/check"
)

// A frame is the words around the findings in one language.
type frame struct {
	title, sources, more string
	none                 string // no claim was found
	left                 string // claims that no record can answer, with their number
}

// frames are in the order of frameTags.
var (
	frameTags = []language.Tag{language.English, language.Spanish, language.Portuguese, language.Chinese}
	frames    = []frame{
		{"Briefing: ", "Sources: ", "More: -full for every reading, table and link, -html FILE for a page.",
			"No claim was found that records could answer.", "Not held against the records: %d more claims; -full says what each lacks."},
		{"Informe: ", "Fuentes: ", "Más: -full para todas las lecturas, tablas y enlaces, -html FILE para una página.",
			"No se halló ninguna afirmación que los registros puedan responder.", "Sin contrastar con los registros: otras %d afirmaciones; -full dice qué le falta a cada una."},
		{"Informe: ", "Fontes: ", "Mais: -full para todas as leituras, tabelas e links, -html FILE para uma página.",
			"Não se achou afirmação que os registros possam responder.", "Sem confronto com os registros: outras %d afirmações; -full diz o que falta a cada uma."},
		{"简报：", "来源：", "更多：-full 列出全部口径、表格与链接，-html FILE 生成网页。",
			"没有找到记录可以回答的说法。", "未与记录对照的说法另有%d项；-full 说明各缺什么。"},
	}
)

// WriteShort prints what the briefing comes to: a headline, a sentence for each
// claim, and the sources of these. It speaks English, Spanish, Portuguese or Chinese,
// and English for any other tag.
func (b Briefing) WriteShort(w io.Writer, tag language.Tag, s program.Streams) error {
	_, at, confidence := language.NewMatcher(frameTags).Match(tag)
	if confidence < language.High {
		at = 0
	}
	words, tag := frames[at], frameTags[at]
	out := &paper{most: s.Width()}
	out.wrap("", words.title+listed(tag, Say(tag, b.Heading()), Say(tag, b.Statement.Place), dayOf(tag, b.Statement.Date)))
	if len(b.Findings) == 0 {
		out.wrap("", words.none)
	} else {
		begin, end := s.Bold()
		out.WriteString(begin)
		out.wrap("", check.Headline(b.Findings, tag))
		out.WriteString(end)
		fmt.Fprintln(out)
	}
	var cited []string
	for i, f := range b.Findings {
		if f.Verdict == check.NotCheckable {
			continue // the headline counts views, which no record can answer
		}
		marks := ""
		for _, id := range sourcesOf(f) {
			n := slices.Index(cited, id)
			if n < 0 {
				n = len(cited)
				cited = append(cited, id)
			}
			marks += fmt.Sprintf("[%d]", n+1)
		}
		out.hanging(fmt.Sprintf("%2d. ", i+1), "    ", strings.TrimSpace(sentence(tag, f)+" "+marks))
	}
	if n := len(b.Unchecked); n > 0 {
		out.wrap("", fmt.Sprintf(words.left, n))
	}
	if len(cited) > 0 {
		var named []string
		for i, id := range cited {
			named = append(named, fmt.Sprintf("[%d] %s", i+1, publisherOf(b, id)))
		}
		fmt.Fprintln(out)
		out.wrap("", words.sources+strings.Join(named, "; "))
	}
	fmt.Fprintln(out, words.more)
	_, err := w.Write(out.Bytes())
	return err
}

// publisherOf names who a source is of.
func publisherOf(b Briefing, id string) string {
	if s, ok := b.Source(id); ok && s.Publisher != "" {
		return s.Publisher
	}
	return id
}
