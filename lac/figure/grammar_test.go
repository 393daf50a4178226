package figure_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// A wordBox has the words that the rules of a language know, in a fixed order, and
// what stands between them.
type wordBox struct {
	tag   language.Tag
	words []string
}

var wordBoxes = func() []wordBox {
	var boxes []wordBox
	for _, l := range lexicon.All() {
		b := wordBox{tag: language.Make(l.Tag)}
		add := func(lists ...string) {
			for _, list := range lists {
				b.words = append(b.words, lexicon.List(list)...)
			}
		}
		for _, m := range []map[string]int64{l.Cardinals, l.Scales, l.Collectives, l.Ordinals, l.Parts, l.ManyParts, l.Suffixes, l.Times, l.Alone, l.Plurals} {
			for w := range m {
				b.words = append(b.words, w)
			}
		}
		for w := range l.Vague {
			b.words = append(b.words, w)
		}
		for _, m := range []map[string]string{l.Units, l.Ages, l.Counts, l.Money, l.Shared} {
			for _, names := range m {
				add(names)
			}
		}
		for _, h := range []lexicon.Hedges{l.Hedges, l.After} {
			add(h.Over, h.AtLeast, h.Under, h.UpTo, h.Nearly, h.About)
		}
		add(l.And, l.Articles, l.Halves, l.Point, l.Round, l.Minus, l.Halvings, l.Excluded, l.Openers, l.Degrees, l.Determiners, l.Some, l.From, l.To, l.Between, l.Together,
			l.Moves, l.FullOf, l.Measures, l.With, l.Names, l.Refs, l.DateOf, l.Years, l.Clock, l.Ones, l.Pronouns, l.NotOne, l.Comparatives, l.PartWords, l.Avos, l.NotVague,
			l.Weighs, l.Dimensions, l.According, l.PerWords, l.OutOf, l.In, l.Homonyms, l.Pieces, l.Copulas, l.Formal, l.ClockBefore, l.NotDozen, l.Populations, l.PageWords, l.OrdinalSuffixes)
		b.words = append(b.words, strings.FieldsFunc(l.Months+";"+l.ShortMonths, func(r rune) bool { return r == ';' || r == ' ' })...)
		slices.Sort(b.words)
		b.words = slices.Compact(b.words)
		boxes = append(boxes, b)
	}
	return boxes
}()

// marks are what may stand between words.
var grammarMarks = strings.Split("-|–|—|−|,|.|;|:|/|(|)|%|$|€|R$|US$|+|'|\"|*|×|^|½|\n|\n\n|-\n|\t| | |。|，|、|（|）|~|…|&|&nbsp;|<b>|</td><td>|[1]|²|\u00ad|\u200b|1|0|7|12|2024|1,234|1.234,5|3.5|１２|0.000|99999999999999999999999999999999999999|1e6|10^6|x|m|bn|G20|www.a.org/%20|\xff|é", "|")

// sentence builds a text of n pieces from the words of a language, numbers and
// marks, glued and spaced at random.
func (b wordBox) sentence(r *rand.Rand, n int) string {
	var s strings.Builder
	for range n {
		switch r.IntN(8) {
		case 0, 1, 2:
			s.WriteString(grammarMarks[r.IntN(len(grammarMarks))])
		case 3:
			w := b.words[r.IntN(len(b.words))]
			s.WriteString(strings.ToUpper(w))
		default:
			s.WriteString(b.words[r.IntN(len(b.words))])
		}
		if r.IntN(5) > 0 {
			s.WriteByte(' ')
		}
	}
	return s.String()
}

// Texts made of the words that the rules know find what the rules take for granted
// of their neighbours.
func FuzzGrammar(f *testing.F) {
	for i := range wordBoxes {
		f.Add(uint64(i), uint64(1), uint8(12))
	}
	f.Fuzz(func(t *testing.T, seed, stream uint64, n uint8) {
		r := rand.New(rand.NewPCG(seed, stream))
		b := wordBoxes[int(seed%uint64(len(wordBoxes)))]
		checkFigures(t, b.sentence(r, int(n%40)+1), b.tag)
	})
}

func TestGrammar(t *testing.T) {
	for i := range uint64(20000) {
		r := rand.New(rand.NewPCG(i, 9))
		b := wordBoxes[int(i)%len(wordBoxes)]
		text := b.sentence(r, 1+r.IntN(12))
		func() {
			defer func() {
				if e := recover(); e != nil {
					t.Fatalf("%v %q: %v", b.tag, text, e)
				}
			}()
			checkFigures(t, text, b.tag)
		}()
	}
	for _, of := range []struct{ lang, text string }{
		{"pt", "O comércio é um meio, não um fim."},
		{"en", "The forum of twenty twenty–twenty-one was held online."},
		{"zh", "20%以上5个国家"},
		{"es", "Millones de US$ 250"},
		{"fr", "MILLIARDS de $5 billion"},
	} {
		checkFigures(t, of.text, language.MustParse(of.lang))
	}
}
