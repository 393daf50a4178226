package figure

import (
	"math/bits"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// A number is what a run of tokens spells, without unit and hedge.
type number struct {
	from, to int // its tokens
	value    fixed.Dec
	high     fixed.Dec // of an approximate number such as 两三百, if between is set
	between  bool
	long     bool // too long for a value
	ratio    ratio
	form     numberForm
	digits   int
	mantissa fixed.Dec // what the last scale multiplied, or value
	scale    fixed.Dec // that scale, 0 for none
	numeral  Span
	hedge    lac.Comparator // that stands inside: 30余万
	vague    string
	code     bool     // digits that spell no number
	lone     *numeral // the digits, if the number is nothing else
	pronoun  bool     // it is the word for one
	year     bool     // it is a year in words
	doubt    string
	unit     *unit // that the number itself names: 百分之三十
	tight    int   // tokens at the end that hedge: 十几

	collective bool // it ends in a noun of number: dozen
}

type numberForm uint8

const (
	formCardinal numberForm = iota
	formOrdinal
	formFraction
	formMultiple
)

// number reads the number that begins at token i; false if none does.
func (s *scanner) number(i int) (number, bool) {
	t := &s.tokens[i]
	switch t.kind {
	case tokenHan:
		return s.hanNumber(i)
	case tokenNumeral:
		n := &s.numerals[t.numeral]
		if n.state == numeralCode {
			return number{from: i, to: i + 1, code: true, numeral: s.span(i, i+1)}, true
		}
		if q, ok := s.slashed(i); ok {
			return q, true
		}
		if next := i + 1; next < len(s.tokens) && s.tokens[next].kind == tokenHan && s.lex.Characters && n.state == numeralKnown {
			return s.hanNumber(i)
		}
		return s.cardinal(i)
	case tokenWord:
		if t.sense == nil {
			return number{}, false
		}
		return s.inWords(i)
	case tokenMark:
		if q, ok := fractionMarks[s.mark(i)]; ok {
			return s.fraction(i, i+1, q.num, q.den, 0)
		}
	}
	return number{}, false
}

// inWords reads a number that begins with a word.
func (s *scanner) inWords(i int) (number, bool) {
	w := s.tokens[i].sense
	next := s.sense(i + 1)
	switch {
	case (w.class == classCardinal || w.class == classScale) && i-1 >= s.taken && s.percentAt(i-1):
		return number{}, false // por ciento, without a number
	case w.flags&flagHalved != 0:
		half, _ := quotient(1, 2, 1)
		return number{from: i, to: i + 1, value: half, mantissa: half, form: formMultiple, numeral: s.span(i, i+1)}, true
	case w.flags&flagTimes != 0 && w.class == classNone:
		return number{from: i, to: i + 1, value: fixed.FromInt64(w.value), mantissa: fixed.FromInt64(w.value), form: formMultiple, numeral: s.span(i, i+1)}, true
	case w.plural > 0 && s.scaledMoney(i):
		return number{}, false // millones de US$ 250
	case w.vague != "" || w.plural > 0:
		if s.has(i-1, flagNotVague) || s.has(i+1, flagNotVague) {
			return number{}, false // as many as, how many
		}
		return s.vagueNumber(i)
	case w.alone > 0:
		return s.fraction(i, i+1, 1, w.alone, 0)
	case w.parts > 0 && w.ordinal == 0 && w.class == classNone:
		next := s.sense(i + 1)
		if next == nil || next.class != classScale || next.value < 1000 || s.tokens[i+1].kind != tokenWord {
			return number{}, false
		}
		return s.fraction(i, i+1, 1, w.parts, 0) // quarter million
	case w.class == classHalf:
		return s.half(i)
	case w.flags&flagPoint != 0 && w.class == classNone:
		return s.pointed(i)
	case w.flags&flagArticle != 0 && w.class != classCardinal || w.flags&flagArticle != 0 && next != nil && next.class != classNone && next.class != classCardinal:
		// a million, a dozen, a third of
		if next == nil {
			return number{}, false
		}
		if next.class == classHalf || next.parts > 0 {
			return s.oneOf(i, i+1)
		}
		if next.class == classScale || next.class == classCollective {
			return s.cardinal(i)
		}
		return number{}, false
	case w.class == classScale && s.dash(i-1) && s.glued(i):
		return number{}, false // multi-million
	case w.class == classCardinal, w.class == classScale:
		return s.cardinal(i)
	case w.ordinal > 0:
		if w.ordinal == 2 && s.has(i-1, flagPer) && (next == nil || next.flags&flagStop != 0) && s.lex.Hyphens && !s.dash(i+1) {
			return number{}, false // per second, in a second
		}
		return s.ordinal(i, i, &accumulator{})
	}
	return number{}, false
}

// pointed reads a percentage whose number begins with the word for the point:
// point five percent.
func (s *scanner) pointed(i int) (number, bool) {
	var p part
	end := s.decimals(i+1, &p)
	if end == 0 || !s.percentAt(end) {
		return number{}, false
	}
	n := number{from: i, to: end, value: p.value, mantissa: p.value, numeral: s.span(i, end)}
	n.countDigits()
	return n, true
}

// scaledMoney reports whether the scale at token i is that of an amount behind it
// whose currency stands between.
func (s *scanner) scaledMoney(i int) bool {
	w := s.sense(i)
	if w.class != classScale || !s.has(i+1, flagOf) {
		return false
	}
	p, j := s.matchAfter(i+2, func(p *phrase) bool { return p.role == roleUnit && p.unit.class == lexicon.Money })
	return p != nil && j < len(s.tokens) && s.tokens[j].kind == tokenNumeral
}

// vagueNumber reads a word in place of a number, with the scale that may follow:
// several, several hundred, tens of thousands.
func (s *scanner) vagueNumber(i int) (number, bool) {
	w := s.tokens[i].sense
	n := number{from: i, to: i + 1, vague: w.vague, numeral: s.span(i, i+1)}
	by := w.plural
	if by == 0 {
		by = 1
	}
	for j := i + 1; j < len(s.tokens); {
		next := s.sense(j)
		if next != nil && next.flags&flagOf != 0 {
			j++
			next = s.sense(j)
		}
		m := int64(0)
		if next != nil && next.plural > 0 {
			m = next.plural
		} else if next != nil && (next.class == classScale || next.class == classCollective && next.value == 12) && j == n.to {
			m = next.value
		}
		if m == 0 {
			break
		}
		if hi, lo := bits.Mul64(uint64(by), uint64(m)); hi > 0 || lo > 1<<60 {
			break
		}
		by *= m
		j++
		n.to = j
	}
	switch {
	case by == 1:
		if s.has(i, flagLacking) && !s.article(i-1) {
			return number{}, false // few is less than expected, a few is several
		}
	case by == 12 || by == 10:
		n.vague = "dozens"
	case by == 100:
		n.vague = "hundreds"
	default:
		v, ok := quotient(2*by, 1, 1)
		if !ok {
			return number{}, false
		}
		n.value, n.mantissa, n.hedge, n.vague = v, v, lac.AtLeast, s.text[s.tokens[i].start:s.tokens[n.to-1].end]
	}
	return n, true
}

// finish makes a number of what a holds.
func (s *scanner) finish(n number, a *accumulator, words, article bool) (number, bool) {
	v, ok := a.sum()
	if !ok {
		n.long, n.doubt = true, doubtLong
		return n, true
	}
	if n.to == n.from+1 && n.scale.IsZero() && v == fixed.FromInt64(1) && words {
		if article && !s.measuredBy(n.to) && !s.partsAt(n.to) || s.has(n.from, flagOne) && s.has(n.from-1, flagNotOne) && !s.dash(n.to) {
			return number{}, false // un, una: an article; this one
		}
	}
	n.value = v
	if n.scale.IsZero() {
		n.mantissa = v
	}
	if words && (!article || a.n > 1) {
		n.countDigits()
	}
	if a.n > 1 && n.lone != nil {
		n.lone = nil
	}
	if n.pronoun && (a.n > 1 || !n.scale.IsZero()) {
		n.pronoun = false
	}
	if n.lone != nil {
		s.ordinalSuffix(&n)
	}
	return n, true
}

// partsAt reports whether the words between parts and their whole stand at token
// i: um em cada quatro.
func (s *scanner) partsAt(i int) bool {
	p, j := s.matchAfter(i, func(p *phrase) bool { return p.role == roleOutOf })
	return p != nil && s.startsNumber(j)
}

// measuredBy reports whether a unit of measure stands at token i: un metro.
func (s *scanner) measuredBy(i int) bool {
	p, _ := s.unitAfter(i, func(p *phrase) bool {
		return p.exact == "" && (p.unit.class == lexicon.Measure || p.unit.class == lexicon.Percent || p.unit.class == lexicon.Money && !p.homonym)
	})
	return p != nil
}

// shorten ends n before the part that does not belong to it, if there is one.
func (s *scanner) shorten(n *number, a *accumulator, keep int) {
	if keep < a.n {
		n.to = a.parts[keep].start
		a.n = keep
		n.numeral.End = min(n.numeral.End, s.tokens[n.to-1].end)
	}
}

// countDigits sets the number of digits that a number in words gives: those of 250
// in two hundred and fifty thousand.
func (n *number) countDigits() {
	v := n.value
	scaled := n.scaled() && n.scale.Cmp(thousand) >= 0
	if scaled {
		v = n.mantissa
	}
	text := v.String()
	for !scaled && !strings.Contains(text, ".") && strings.HasSuffix(text, "000") {
		text = text[:len(text)-3]
	}
	n.digits = max(len(strings.TrimLeft(strings.Replace(text, ".", "", 1), "-0")), 1)
}

var ten, thousand = fixed.FromInt64(10), fixed.FromInt64(1000)

// by returns what the mantissa of n is multiplied by, 0 if nothing.
func (n *number) by() fixed.Dec {
	if n.scaled() {
		return n.scale
	}
	by, err := n.scale.Mul(thousand) // 7 mil millones
	if err != nil || n.scale.IsZero() {
		return fixed.Dec{}
	}
	if v, err := n.mantissa.Mul(by); err != nil || v != n.value {
		return fixed.Dec{}
	}
	return by
}

// scaled reports whether n is its mantissa times one scale.
func (n *number) scaled() bool {
	v, err := n.mantissa.Mul(n.scale)
	return err == nil && !n.scale.IsZero() && v == n.value
}
