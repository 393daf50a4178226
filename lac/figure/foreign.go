package figure

import "github.com/sinolac/sinolac/lac/internal/lexicon"

// addForeign notes which words, of no meaning in l, are scales of another language.
func (l *lexis) addForeign() {
	if l.Characters {
		return
	}
	for i, of := range lexicon.All() {
		for w, n := range of.Scales {
			p := pieces(w)
			if n < 1000 || len(p) != 1 || of.Tag == l.Tag || of.Characters {
				continue
			}
			if s := l.of(p[0]); s.class == classNone && s.suffix == 0 && s.plural == 0 && s.foreign == 0 {
				s.foreign = i + 1
			}
		}
	}
}

// foreign reads the figure that begins with the digits m if the words that follow
// are those of another language, as in a quotation: 171.490 millones de dólares. It
// adds the figure and returns the token behind it, 0 if there is none.
func (s *scanner) foreign(m *measured) int {
	if s.within || m.lone == nil || m.unit != nil && m.to > m.number.to || m.number.to >= len(s.tokens) || s.lex.Characters {
		return 0
	}
	k := m.number.to
	w := s.sense(k)
	if w == nil || w.foreign == 0 || s.tokens[k].kind != tokenWord {
		return 0
	}
	const longest = 200
	start := s.tokens[m.from].start
	end := start
	for i := m.from; i < len(s.tokens) && s.tokens[i].end-start <= longest; i++ {
		end = s.tokens[i].end
	}
	l := grammars[w.foreign-1].lexis()
	sub := &scanner{whole: s.whole, text: s.text[start:end], lex: l, conv: convention{comma: l.CommaSplits}, ands: -1, money: s.money, within: true}
	sub.tokenize(0)
	first := 0
	for first < len(sub.tokens) && sub.tokens[first].kind != tokenNumeral {
		first++
	}
	if first == len(sub.tokens) || sub.figure(first) == first || len(sub.figures) != 1 {
		return 0
	}
	f := sub.figures[0]
	for _, p := range []*Span{&f.Core, &f.Whole, &f.Numeral, &f.Noun, &f.Ends[0], &f.Ends[1]} {
		if *p != (Span{}) {
			p.Start, p.End = p.Start+start, p.End+start
		}
	}
	s.figures = append(s.figures, f)
	for k < len(s.tokens) && s.tokens[k].start < f.Core.End {
		k++
	}
	return k
}
