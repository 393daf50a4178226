package extract_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// A wordBox has the words that the rules of a language know of claims, in a fixed
// order.
type wordBox struct {
	tag   language.Tag
	words []string
}

var wordBoxes = func() []wordBox {
	var boxes []wordBox
	for _, l := range lexicon.All() {
		b := wordBox{tag: language.Make(l.Tag)}
		for _, table := range []string{l.Claims.Words, l.Claims.Topics, l.Claims.Parties, l.Claims.Pairs, l.Claims.Goods, l.Claims.Books} {
			for line := range strings.Lines(table) {
				_, phrases, _ := strings.Cut(line, ":")
				for phrase := range strings.SplitSeq(phrases, ";") {
					word, _, _ := strings.Cut(strings.TrimSpace(phrase), "/")
					b.words = append(b.words, word)
				}
			}
		}
		b.words = append(b.words, strings.FieldsFunc(l.Months+";"+l.ShortMonths, func(r rune) bool { return r == ';' || r == ' ' })...)
		b.words = append(b.words, lexicon.List(l.Claims.Numbers)...)
		b.words = append(b.words, lexicon.List(l.Frequent)...)
		slices.Sort(b.words)
		b.words = slices.Compact(b.words)
		boxes = append(boxes, b)
	}
	return boxes
}()

var grammarMarks = strings.Split(",|.|;|:|(|)|\"|“|”|-|—|?|!|。|，|%|$5 billion|5.2 percent|2024|2013年|3,500|23|one in five|1-6月|Q2|Wang Wentao|Xi|&nbsp;|<b>|</p><p>|\u00ad|-\n|\n|\n\n|[1]|> |'s|\u200b|９|貿易|12亿美元|first|第三|\xff|Mr.|U.S.", "|")

func (b wordBox) sentence(r *rand.Rand, n int) string {
	var s strings.Builder
	for range n {
		switch r.IntN(8) {
		case 0, 1, 2:
			s.WriteString(grammarMarks[r.IntN(len(grammarMarks))])
		case 3:
			s.WriteString(strings.ToUpper(b.words[r.IntN(len(b.words))]))
		default:
			s.WriteString(b.words[r.IntN(len(b.words))])
		}
		if r.IntN(6) > 0 {
			s.WriteByte(' ')
		}
	}
	return s.String()
}

func grammarOptions(b wordBox, dated bool) extract.Options {
	o := extract.Options{Language: b.tag}
	if dated {
		o.Date = lac.DateOf(2025, 6, 9)
	}
	return o
}

// Texts made of the words that the rules know find what the rules take for granted
// of their neighbours.
func FuzzClaimGrammar(f *testing.F) {
	for i := range wordBoxes {
		f.Add(uint64(i), uint64(1), uint8(20))
	}
	f.Fuzz(func(t *testing.T, seed, stream uint64, n uint8) {
		b := wordBoxes[int(seed%uint64(len(wordBoxes)))]
		invariants(t, b.sentence(rand.New(rand.NewPCG(seed, stream)), int(n%60)+1), grammarOptions(b, stream%2 == 0))
	})
}

func TestClaimGrammar(t *testing.T) {
	for i := range uint64(4000) {
		b := wordBoxes[int(i)%len(wordBoxes)]
		text := b.sentence(rand.New(rand.NewPCG(i, 5)), 1+int(i%40))
		func() {
			defer func() {
				if e := recover(); e != nil {
					t.Fatalf("%v %q: %v", b.tag, text, e)
				}
			}()
			invariants(t, text, grammarOptions(b, i%2 == 0))
		}()
		if t.Failed() {
			t.Fatalf("%v %q", b.tag, text)
		}
	}
}

// Texts that random ones have found to be read beyond their end.
func TestGrammarThatWasHard(t *testing.T) {
	for _, text := range []string{
		"Vamos dobrar o comércio até 2030.",
		"\u200b\" JUIL févr . \n JUILLET Q2: CETTE l de mai % avril - ",
		"Millones de US$ 250",
		"貿易 2024% 最高值",
		"贸易额增长12%，创历史最高值。",
		"Trade, 5 percent, a record high",
	} {
		for _, b := range wordBoxes {
			invariants(t, text, grammarOptions(b, true))
		}
	}
}
