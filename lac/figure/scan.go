package figure

import (
	"cmp"
	"iter"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac/internal/readable"
)

func newScanner(text string, lang language.Tag) *scanner {
	s := &scanner{whole: text, ands: -1}
	var comma bool
	s.lex, comma, s.guessed = choose(text, lang)
	s.conv = readConvention(text, comma)
	return s
}

// all returns the figures of the text. It may be called once.
func (s *scanner) all() iter.Seq[Figure] {
	return func(yield func(Figure) bool) {
		for plain := range readable.Pieces(s.whole, readable.Of) {
			s.text = plain.Plain
			s.tables()
			for at := 0; at < len(s.text); {
				at = s.scan(at)
				for i := range s.figures {
					f := &s.figures[i]
					f.place(&plain)
					f.Stated.Text = f.Whole.Of(s.whole)
					if !yield(*f) {
						return
					}
				}
			}
		}
	}
}

// place moves the spans of f from the readable piece to the text.
func (f *Figure) place(plain *readable.Text) {
	for _, p := range []*Span{&f.Core, &f.Whole, &f.Numeral, &f.Noun, &f.Ends[0], &f.Ends[1]} {
		if *p != (Span{}) {
			p.Start, p.End = plain.Raw(p.Start, p.End)
		}
	}
}

// scan reads the figures of the tokens from position at on, and returns where they
// end.
func (s *scanner) scan(at int) int {
	at = s.tokenize(at)
	s.figures = s.figures[:0]
	s.taken, s.last = 0, amount{}
	for i := 0; i < len(s.tokens); {
		switch t := &s.tokens[i]; {
		case t.sense != nil && t.sense.flags&flagArticle != 0 && t.sense.class == classNone && !s.startsNumber(i+1):
			// the most frequent word of all: a
		case t.kind == tokenNumeral, t.sense != nil && t.sense.starts:
			if end := s.figure(i); end > i {
				i, s.taken = end, end
				continue
			}
		case t.sense != nil && t.sense.excludes:
			if end := s.excludedAt(i); end > i {
				i = end
				continue
			}
		}
		i++
	}
	return at
}

// figure reads the figure that begins at token i, adds it to what was found, and
// returns the token behind; i if there is none.
func (s *scanner) figure(i int) int {
	m, ok := s.measure(i)
	if !ok {
		return i
	}
	if m.code {
		return m.to
	}
	if end := s.chain(&m); end > 0 {
		return end
	}
	if s.inName(&m) {
		return m.to
	}
	if s.inHeading(&m) {
		return m.to
	}
	if k := m.number.to; m.lone != nil && s.dash(k) && s.glued(k) && s.glued(k+1) && s.tokens[k+1].kind == tokenWord && isUpper(s.text[s.tokens[k+1].start]) && s.startsNumber(k+1) {
		return k + 2 // 7-Eleven
	}
	s.head(&m)
	if end := s.foreign(&m); end > 0 {
		return end
	}
	if q, ok := s.outOf(&m); ok {
		m = q
	} else if q, ok := s.ofEach(&m); ok {
		m = q
	}
	f, end := s.rangeFrom(&m)
	if end == 0 && m.lone == nil {
		f, end = s.rangeOfWords(i, &m)
	}
	if m.between {
		f, end = s.pair(&m), m.to
	}
	if end == 0 {
		f, end = s.one(&m), m.to
	}
	s.elide(&f, &m, end)
	s.figures = append(s.figures, f)
	return end
}

// rangeOfWords reads the range whose first number, read as far as it goes, took
// the second for its own end: between thirty and two thousand. It tries the last
// word for "and" first.
func (s *scanner) rangeOfWords(i int, m *measured) (f Figure, end int) {
	const most = 4
	if p, from := s.matchBefore(m.from, 1<<roleBetween); p == nil || from < s.taken {
		return Figure{}, 0
	}
	for ands := most; ands >= 0 && end == 0; ands-- {
		s.ands = ands
		low, ok := s.measure(i)
		s.ands = -1
		if ok {
			f, end = s.rangeFrom(&low)
		}
	}
	return f, end
}

// chain returns the end of digits that more than one mark joins to others: a date
// as 2025-06-09 or 9/6/2025, a telephone. It is 0 if m is not the first of such.
func (s *scanner) chain(m *measured) int {
	if m.lone == nil && m.form != formFraction || s.tokens[m.number.from].kind != tokenNumeral {
		return 0
	}
	i, joints := m.number.from, 0
	phone := s.mark(i-1) == "+" && s.glued(i) && m.form != formFraction
	for i+2 < len(s.tokens) {
		mark := s.mark(i + 1)
		joined := (mark == "/" || s.dash(i+1)) && s.glued(i+1) && s.glued(i+2) && s.tokens[i+2].kind == tokenNumeral
		spaced := phone && s.tokens[i+1].kind == tokenNumeral
		if spaced {
			i++
		} else if joined {
			i += 2
		} else {
			break
		}
		joints++
	}
	if joints == 1 && s.mark(i-1) == "/" && m.lone != nil && m.lone.whole == 4 && s.numerals[s.tokens[i].numeral].whole == 2 {
		return i + 1 // 2023/24
	}
	if joints >= 2 || joints == 1 && s.numerals[s.tokens[i-2].numeral].zero || phone && joints > 0 {
		return i + 1
	}
	return 0
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
	if w.rival {
		f.Doubt = cmp.Or(f.Doubt, doubtScale)
	}
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
