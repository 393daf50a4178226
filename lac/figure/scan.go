package figure

import (
	"cmp"
	"iter"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
	"github.com/sinolac/sinolac/lac/internal/readable"
)

// A scanner reads a text once, a few thousand tokens at a time.
type scanner struct {
	whole    string // the text as it is
	text     string // the piece of it that is read, made readable
	lex      *lexis
	conv     convention
	guessed  bool // the language is a guess
	tokens   []token
	numerals []numeral
	taken    int             // tokens before this one belong to figures
	figures  []Figure        // of the tokens
	ands     int             // how many words for and a number may have; negative: any
	nested   bool            // the parts of a fraction are read
	money    map[*unit]*unit // what moneyOf found
	last     amount          // the last of the sentence
	cells    []cell          // of the tables in text
	headings []Span          // of those tables
	within   bool            // it reads a figure within a text of another language
}

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

// sense returns what the lexicon says of token i, nil if nothing.
func (s *scanner) sense(i int) *sense {
	if i < 0 || i >= len(s.tokens) {
		return nil
	}
	return s.tokens[i].sense
}

// has reports whether token i has one of the flags.
func (s *scanner) has(i int, f flags) bool {
	w := s.sense(i)
	return w != nil && w.flags&f != 0
}

func (s *scanner) article(i int) bool { return s.has(i, flagArticle) }

// mark returns the text of token i if it is a mark, otherwise "".
func (s *scanner) mark(i int) string {
	if i < 0 || i >= len(s.tokens) || s.tokens[i].kind != tokenMark {
		return ""
	}
	return s.text[s.tokens[i].start:s.tokens[i].end]
}

// span returns the part of the text from token i to before token j.
func (s *scanner) span(i, j int) Span { return Span{s.tokens[i].start, s.tokens[j-1].end} }

// widen returns span with token k in it.
func (s *scanner) widen(span Span, k int) Span {
	if span == (Span{}) {
		return s.span(k, k+1)
	}
	span.End = s.tokens[k].end
	return span
}

// glued reports whether token i follows the one before without a space.
func (s *scanner) glued(i int) bool { return i > 0 && i < len(s.tokens) && !s.tokens[i].spaced }

// scaleAt reports whether token i is a scale of at least a thousand, or of
// Chinese any.
func (s *scanner) scaleAt(i int) bool {
	w := s.sense(i)
	return w != nil && w.class == classScale && (w.value >= 1000 || s.tokens[i].kind == tokenHan)
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
	if p, from := s.matchBefore(m.from, func(p *phrase) bool { return p.role == roleBetween }); p == nil || from < s.taken {
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

// one makes a figure of one number.
func (s *scanner) one(m *measured) Figure {
	f := Figure{Core: s.span(m.from, m.to), Numeral: m.numeral, Doubt: m.doubt}
	if m.to == m.number.to {
		f.Core.End = s.tokens[m.to-m.tight-1].end
	}
	unit := lac.Unit("")
	f.Kind = KindNumber
	switch {
	case m.form == formOrdinal:
		f.Kind, unit = KindOrdinal, lac.UnitRank
	case m.form == formMultiple:
		unit = lac.UnitTimes
	case m.unit != nil:
		unit = m.unit.unit
		f.Kind = m.unit.kind()
		f.Doubt = cmp.Or(f.Doubt, m.unit.doubt)
	}
	if m.unit != nil && m.unit.class == lexicon.Time || m.form == formMultiple && m.unit != nil {
		// A span of time and a multiple are numbers; what they count is a noun.
		f.Core.End = s.tokens[m.number.to-m.tight-1].end
		first := m.number.to
		if s.dash(first) {
			first++
		}
		f.Noun = s.span(first, m.to)
	}
	if unit == "" {
		f.Noun, unit = s.noun(m.to)
	}
	unit = cmp.Or(unit, UnitNumber)
	f.Stated.Digits = min(m.digits, fixed.MaxDigits)
	f.Stated.Vague = m.vague
	if !m.long && !(m.vague != "" && m.value.IsZero()) {
		f.Stated.Value = m.quantity(m.value, unit)
	}
	f.Numerator, f.Denominator, f.Ends = m.ratio.num, m.ratio.den, m.ends
	if m.negative {
		f.Numerator = -f.Numerator
	}
	f.Role = s.role(m)
	s.hedge(&f, m)
	return f
}

// kind returns the kind of figures in unit u.
func (u *unit) kind() Kind {
	switch u.class {
	case lexicon.Money:
		return KindMoney
	case lexicon.Percent:
		return KindPercent
	case lexicon.Times, lexicon.Time:
		return KindNumber
	}
	return KindQuantity
}
