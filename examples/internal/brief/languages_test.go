package brief

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/examples/internal/program"
)

var (
	// asTheyAre is what stays as it is on a page of any language: the statement's words,
	// titles and publishers of sources, the style.
	asTheyAre = regexp.MustCompile(`(?s)<style>.*?</style>|<q>.*?</q>|<blockquote class="words".*?</blockquote>|<ol class="sources">.*?</ol>`)
)

// functionWords are words that no English sentence does without, and that neither
// Spanish nor Portuguese has.
var functionWords = []string{"the", "of", "and", "with", "by", "from", "for", "is", "are", "not", "than", "which", "that", "was", "were", "at", "in", "on", "its", "their", "this", "have", "has"}

// englishWord returns a function word of English in a text, and its line.
func englishWord(text string) (word, line string) {
	for line := range strings.SplitSeq(text, "\n") {
		for _, word := range strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if slices.Contains(functionWords, strings.ToLower(word)) {
				return word, line
			}
		}
	}
	return "", ""
}

// No English word is left on a page, nor in a text, of another language, but for what
// sources are called and what was said.
func TestNoEnglishLeft(t *testing.T) {
	b := almanacBriefing(t)
	names := func(text string) string {
		var all []string
		for _, s := range b.Sources {
			all = append(all, s.Publisher)
		}
		for _, f := range b.Findings {
			for _, s := range f.Said {
				all = append(all, s.By)
			}
		}
		slices.SortFunc(all, func(a, b string) int { return len(b) - len(a) }) // some have others in them
		for _, name := range all {
			text = strings.ReplaceAll(text, name, "")
		}
		return text
	}
	for _, tag := range []language.Tag{language.Spanish, language.Portuguese, language.Chinese} {
		b.Lang = tag
		page := names(html.UnescapeString(tags.ReplaceAllString(asTheyAre.ReplaceAllString(pageOf(t, b), ""), "\n")))
		if word, line := englishWord(page); word != "" {
			t.Errorf("%v page: %q in %q", tag, word, line)
		}
		var text bytes.Buffer
		if err := b.WriteText(&text, program.Streams{}); err != nil {
			t.Fatal(err)
		}
		body, _, _ := strings.Cut(text.String(), "\n"+In(tag, "Sources")+"\n")
		body = regexp.MustCompile(`(?s)“.*?” ?[(（]`).ReplaceAllString(body, "")
		body = names(regexp.MustCompile(`\n +`).ReplaceAllString(body, " "))
		if word, line := englishWord(body); word != "" {
			t.Errorf("%v text: %q in %q", tag, word, line)
		}
	}
}

// The test above can fail: an English note is found.
func TestEnglishIsFound(t *testing.T) {
	b := almanacBriefing(t)
	b.Lang = language.Spanish
	b.Findings[0].Notes = append(b.Findings[0].Notes, "a note of the newsroom's own")
	page := pageOf(t, b)
	if !strings.Contains(page, `<span lang="en">a note of the newsroom&#39;s own</span>`) {
		t.Error("the note is not marked as English")
	}
	if word, _ := englishWord(tags.ReplaceAllString(asTheyAre.ReplaceAllString(page, ""), "\n")); word == "" {
		t.Error("the note is not found")
	}
}
