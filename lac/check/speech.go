package check

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/grammar"
	"github.com/sinolac/sinolac/lac/interval"
)

// A speech is a language to speak.
type speech struct {
	grammar.Language
	tag language.Tag
}

// speeches are the languages of sentences, English first.
var speeches, speechMatcher = func() ([]speech, language.Matcher) {
	var all []speech
	var tags []language.Tag
	for _, l := range grammar.Languages() {
		tag := language.Make(l.Tag)
		tags = append(tags, tag)
		all = append(all, speech{l.Language, tag})
	}
	return all, language.NewMatcher(tags)
}()

func newSpeech(tag language.Tag) speech {
	_, i, confidence := speechMatcher.Match(tag)
	if confidence < language.High {
		i = 0
	}
	return speeches[i]
}

// Words returns a reading's figure in words of the language, as [Finding.Sentence] has
// them: "518.467 millones de dólares".
func (r Reading) Words(tag language.Tag) string {
	s := newSpeech(tag)
	if r.Interval.IsUnknown() {
		return s.Verdict(string(Undecided))
	}
	i := r.Interval
	if r.Unit.IsCounted() {
		i = i.Whole()
	}
	text := s.Figure(intervalFigure(i, r.Unit))
	if s.tag != language.English && strings.Contains(text, string(r.Unit)) {
		return s.Figure(intervalFigure(i, "")) // a word that is English
	}
	return text
}

// Words returns whose books they are in words of the language, as [Finding.Sentence]
// has them. Names of books that it does not know stay as they are recorded.
func (b Basis) Words(tag language.Tag) string {
	s := newSpeech(tag)
	out := grammar.Reading{Books: b.Books}
	s.keeper(&out, b)
	return s.Whose(out)
}

// keepers are the words with which sources of one country are recorded, around its
// name, and the offices that they mean.
var keepers = []struct{ before, after, office string }{
	{"", "'s customs", "customs"}, {"Customs of ", "", "customs"}, {"Central Bank of ", "", "bank"}, {"", "'s central bank", "bank"},
	{"Statistics office of ", "", "statistics"}, {"", "'s statistics office", "statistics"}, {"", "'s own books", ""}, {"", "'s books", ""}, {"", "'s own figures", ""},
}

// keeper says whose books a basis has: by its reporter, or in other languages than that
// in which sources are recorded by the country that its words name.
func (s speech) keeper(r *grammar.Reading, b Basis) {
	if b.Reporter != 0 {
		r.Own = s.name(b.Reporter)
	}
	if b.Reporter != 0 || s.tag == language.English || s.Books(b.Books) != b.Books {
		return
	}
	for _, k := range keepers {
		rest, before := strings.CutPrefix(b.Books, k.before)
		rest, after := strings.CutSuffix(rest, k.after)
		if !before || !after {
			continue
		}
		if area, err := lac.ParseArea(rest); err == nil {
			r.Own, r.Keeper = s.name(area), k.office
			return
		}
	}
}

// name returns an area's name; of a bloc the short one, where it has one in the
// language.
func (s speech) name(a lac.Area) grammar.Name {
	if a == 0 {
		return grammar.Name{}
	}
	return grammar.Name{Code: a.String(), Text: s.Short(a.String(), a.Name(s.tag))}
}

// intervalFigure returns an interval as a figure: a bound is a hedge.
func intervalFigure(i interval.Interval, u lac.Unit) grammar.Figure {
	f := grammar.Figure{Unit: unitText(u)}
	switch {
	case i.IsUnknown():
	case i.IsPoint():
		f.Value = i.Lower.Rat()
	case i.Upper.IsNone():
		f.Value, f.Hedge = i.Lower.Rat(), string(lac.AtLeast)
		if i.Lower.IsOpen() {
			f.Hedge = string(lac.Over)
		}
	case i.Lower.IsNone():
		f.Value, f.Hedge = i.Upper.Rat(), string(lac.UpTo)
		if i.Upper.IsOpen() {
			f.Hedge = string(lac.Under)
		}
	default:
		f.Value, f.High = i.Lower.Rat(), i.Upper.Rat()
	}
	return f
}

// unitText returns a unit as the grammar has it.
func unitText(u lac.Unit) string { return string(u) }
