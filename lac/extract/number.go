package extract

import (
	"math/big"
	"math/bits"
	"strings"

	"github.com/sinolac/sinolac/lac/internal/fixed"

	"github.com/sinolac/sinolac/lac"
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
	inside   bool  // it stands before the number
	tight    int   // tokens at the end that hedge: 十几
}

type numberForm uint8

const (
	formCardinal numberForm = iota
	formOrdinal
	formFraction
	formMultiple
)

// A ratio is the exact value of a fraction, which may have no end as a decimal. It
// is 0/0 for other numbers.
type ratio struct{ num, den int64 }

// A part is a summand of a number in the making.
type part struct {
	value fixed.Dec
	room  int64 // what is added next must be less
	scale int64 // the last scale that multiplied it
	start int   // the token at which the number ended before this part
}

// An accumulator adds up the parts of a number: each is less than the room that
// the one before leaves, and a scale multiplies all parts that are less than it.
type accumulator struct {
	parts [10]part
	n     int
}

func (a *accumulator) top() *part {
	if a.n == 0 {
		return nil
	}
	return &a.parts[a.n-1]
}

// add adds a part; false if it does not fit after what is there.
func (a *accumulator) add(v fixed.Dec, room int64, start int) bool {
	if a.n == len(a.parts) {
		return false
	}
	if top := a.top(); top != nil && (v.Sign() <= 0 || v.Cmp(fixed.FromInt64(top.room)) >= 0) {
		return false
	}
	a.parts[a.n] = part{value: v, room: room, start: start}
	a.n++
	return true
}

// scale multiplies what is less than m by m. If that does not fit it returns how
// many parts belong together without it.
func (a *accumulator) scale(m int64, long bool) (keep int, ok bool) {
	by := fixed.FromInt64(m)
	k, thousands := a.n, false
	var sum fixed.Dec
	for k > 0 && a.parts[k-1].value.Cmp(by) < 0 {
		k--
		var err error
		if sum, err = sum.Add(a.parts[k].value); err != nil {
			return a.n, false
		}
		thousands = thousands || a.parts[k].scale >= 1000
	}
	if k == a.n {
		return a.n, false
	}
	if thousands && !long && a.n-k > 1 {
		return k + 1, false // five thousand and two | million
	}
	product, err := sum.Mul(by)
	if err != nil {
		return a.n, false
	}
	if k > 0 && product.Cmp(fixed.FromInt64(a.parts[k-1].room)) >= 0 {
		return k, false // two hundred | and three hundred
	}
	space := m
	if p := a.parts[k]; a.n-k == 1 && p.scale > 0 {
		if hi, lo := bits.Mul64(uint64(p.room), uint64(m)); hi == 0 && lo < 1<<62 {
			space = int64(lo) // 一万亿零一亿
		}
	}
	a.parts[k] = part{value: product, room: space, scale: m, start: a.parts[k].start}
	a.n = k + 1
	return a.n, true
}

func (a *accumulator) sum() (fixed.Dec, bool) {
	var sum fixed.Dec
	for _, p := range a.parts[:a.n] {
		var err error
		if sum, err = sum.Add(p.value); err != nil {
			return fixed.Dec{}, false
		}
	}
	return sum, true
}

// room returns what fits after n: less than its lowest digit that is not 0.
func room(n int64) int64 {
	r := int64(1)
	for n > 0 && n%10 == 0 {
		n /= 10
		r *= 10
	}
	return r
}

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
		if next := i + 1; next < len(s.tokens) && s.tokens[next].kind == tokenHan && s.lex.tag == "zh" && n.state == numeralKnown {
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
	case w.flags&flagHalved != 0:
		half, _ := quotient(1, 2, 1)
		return number{from: i, to: i + 1, value: half, mantissa: half, form: formMultiple, numeral: s.span(i, i+1)}, true
	case w.flags&flagTimes != 0 && w.class == classNone:
		return number{from: i, to: i + 1, value: fixed.FromInt64(w.value), mantissa: fixed.FromInt64(w.value), form: formMultiple, numeral: s.span(i, i+1)}, true
	case w.vague != "" || w.plural > 0:
		if s.has(i-1, flagNotVague) || s.has(i+1, flagNotVague) {
			return number{}, false // as many as, how many
		}
		return s.vagueNumber(i)
	case w.alone > 0:
		return s.fraction(i, i+1, 1, w.alone, 0)
	case w.class == classHalf:
		return s.half(i)
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
	case w.class == classCardinal, w.class == classScale:
		return s.cardinal(i)
	case w.ordinal > 0:
		if w.ordinal == 2 && s.has(i-1, flagPer) && (next == nil || next.flags&flagStop != 0) && s.lex.hyphens && !s.dash(i+1) {
			return number{}, false // per second, in a second
		}
		return s.ordinal(i, i, &accumulator{})
	}
	return number{}, false
}

// cardinal reads a number whose parts add up, and the ordinal or the fraction
// that it may end in.
func (s *scanner) cardinal(i int) (number, bool) {
	var a accumulator
	n := number{from: i, to: i}
	words := true // there are no digits
	article := false
	j := i
	for j < len(s.tokens) {
		k := j
		joined := false
		if a.n > 0 {
			if q, m := s.andPart(j, &a); m > 0 {
				if a.addPart(q) {
					j, n.to = m, m
					n.numeral = s.widen(n.numeral, m-1)
					continue
				}
				sum, _ := a.sum()
				if whole, ok := sum.Int64(); ok && a.top().scale < 1000 && whole < 1<<40 {
					return s.fraction(i, m, whole*q.den+q.num, q.den, 0)
				}
			}
			if k = s.join(j, &a); k < 0 {
				break
			}
			joined = k > j
		}
		t := &s.tokens[k]
		if t.kind == tokenNumeral {
			d := &s.numerals[t.numeral]
			if d.state != numeralKnown || d.zero && a.n > 0 {
				if a.n == 0 {
					return number{from: i, to: i + 1, long: true, numeral: s.span(i, i+1), lone: d, doubt: d.doubt}, true
				}
				break
			}
			if a.n > 0 && (!d.value.IsInteger() || joined || a.top().scale < 1000 || !s.lex.longScale && !s.scaleAt(k+1)) || !a.add(d.value, 0, n.to) {
				break
			}
			if a.n == 1 {
				n.digits, n.lone, n.doubt, words = d.digits, d, d.doubt, false
			}
			n.numeral = s.widen(n.numeral, k)
			if a.n == 1 {
				if q, ok := s.mixed(k, d.value); ok {
					return q, true
				}
			}
			j, n.to = k+1, k+1
			continue
		}
		w := t.sense
		if w == nil || t.kind != tokenWord {
			break
		}
		switch {
		case w.suffix > 0 && a.n == 1 && n.lone != nil && !joined && s.suffixAt(k):
			if _, ok := a.scale(w.suffix, true); !ok {
				a.n = min(a.n, 1)
				break
			}
			n.mantissa, n.scale, n.lone = n.lone.value, fixed.FromInt64(w.suffix), nil
			n.to = k + 1
			return s.finish(n, &a, words, article)
		case w.flags&flagArticle != 0 && a.n == 0 && w.class != classCardinal:
			article = true
			j = k + 1
			continue
		case w.class == classCardinal:
			if !a.add(fixed.FromInt64(w.value), room(w.value), n.to) {
				break
			}
			n.numeral = s.widen(n.numeral, k)
			if w.flags&flagArticle != 0 && i == k {
				article = true
			}
			j, n.to = k+1, k+1
			if w.flags&flagOne != 0 && a.n == 1 {
				n.pronoun = true
			}
			continue
		case w.class == classScale:
			if a.n == 0 {
				a.add(fixed.FromInt64(1), 0, i)
				article = true
			} else if top := a.top(); top.scale > w.value && s.lex.longScale {
				a.add(fixed.FromInt64(1), 0, n.to) // un millón mil
			} else if top.scale < 1000 {
				if v, ok := a.sum(); ok {
					n.mantissa = v
				}
			}
			keep, ok := a.scale(w.value, s.lex.longScale || a.top().scale > 0)
			if !ok {
				if keep < a.n {
					n.to = a.parts[keep].start
					a.n = keep
					n.numeral.End = min(n.numeral.End, s.tokens[n.to-1].end)
				}
				break
			}
			n.scale = fixed.FromInt64(w.value)
			if w.value < 1000 || article && n.numeral == (Span{}) {
				n.numeral = s.widen(n.numeral, k)
			}
			j, n.to, n.pronoun, n.lone = k+1, k+1, false, nil
			continue
		case w.class == classCollective && a.n <= 1 && (a.n == 1 || article || i == k):
			if a.n == 0 {
				if !article && w.value == 2 {
					return number{}, false // couple, pair: nouns of their own
				}
				a.add(fixed.FromInt64(1), 0, i)
			}
			if _, ok := a.scale(1, true); ok || a.parts[0].scale > 0 {
				break
			}
			v, err := a.parts[0].value.Mul(fixed.FromInt64(w.value))
			if err != nil {
				break
			}
			a.parts[0].value, a.parts[0].room = v, 0
			n.numeral, n.to, n.pronoun, n.lone = s.widen(n.numeral, k), k+1, false, nil
			return s.finish(n, &a, words, false)
		case w.flags&flagPoint != 0 && a.n > 0 && a.top().scale == 0 && !joined:
			end := s.decimals(k+1, a.top())
			if end == 0 {
				break
			}
			n.numeral = s.widen(n.numeral, end-1)
			j, n.to, n.pronoun = end, end, false
			continue
		}
		if a.n > 0 && n.to > 0 {
			if q, ok := s.ending(i, k, n, &a, words); ok {
				return q, true
			}
		}
		break
	}
	if a.n == 0 {
		return number{}, false
	}
	if words && s.lex.hyphens && a.n == 1 && n.to == i+1 {
		if y, ok := s.yearInWords(i); ok {
			return y, true
		}
	}
	return s.finish(n, &a, words, article)
}

// yearInWords reads a year as two numbers below a hundred: nineteen eighty-four.
func (s *scanner) yearInWords(i int) (number, bool) {
	century, w := s.sense(i), s.sense(i+1)
	if century.value < 15 || century.value > 20 || w == nil || w.class != classCardinal || w.value < 10 || s.tokens[i+1].kind != tokenWord {
		return number{}, false
	}
	end := s.behindTens(i + 1)
	v := century.value*100 + w.value
	if ones := s.sense(end - 1); end > i+2 {
		if w.value < 20 {
			return number{}, false
		}
		v += ones.value
	}
	if next := s.sense(end); next != nil && next.class == classScale {
		return number{}, false
	}
	d := fixed.FromInt64(v)
	return number{from: i, to: end, value: d, mantissa: d, digits: 4, year: true, numeral: s.span(i, end)}, true
}

// join returns the token that may go on with a number at token j: behind a hyphen
// or the word for "and" where the language has them there. It is negative if the
// number ends.
func (s *scanner) join(j int, a *accumulator) int {
	w := s.sense(j)
	top := a.top()
	if s.lex.hyphens && top.scale >= 1000 && s.mark(j) == "," {
		// one million, two hundred thousand
		if next, scale := s.sense(j+1), s.sense(s.behindTens(j+1)); next != nil && next.class == classCardinal && scale != nil && (scale.class == classScale || scale.ordinal >= 100) {
			return j + 1
		}
		return -1
	}
	if s.lex.hyphens && s.dash(j) && j+1 < len(s.tokens) && !s.tokens[j].spaced && !s.tokens[j+1].spaced {
		if next := s.sense(j + 1); next != nil && s.tokens[j+1].kind == tokenWord {
			if next.flags&flagAnd != 0 && j+3 < len(s.tokens) && s.dash(j+2) {
				return j + 3
			}
			return j + 1
		}
		return -1
	}
	if w == nil || w.flags&flagAnd == 0 {
		return j
	}
	next := s.sense(j + 1)
	switch {
	case s.lex.loose:
	case s.lex.tens:
		if next == nil || next.class != classCardinal || next.value > 9 || top.room != 10 {
			return -1
		}
	case top.scale == 0:
		return -1
	}
	if j+1 < len(s.tokens) && s.tokens[j+1].kind != tokenWord {
		return -1
	}
	if next == nil || next.class != classCardinal && next.class != classScale && next.ordinal == 0 {
		return -1
	}
	return j + 1
}

// behindTens returns the token behind the number below a hundred at token i.
func (s *scanner) behindTens(i int) int {
	i++
	if s.dash(i) {
		i++
	}
	if w := s.sense(i); w != nil && w.class == classCardinal && w.value < 10 {
		i++
	}
	return i
}

// andPart reads the fraction of "two and a half", "two and two thirds" and "two
// million and a half" at token j, and returns the token behind it; 0 if there is
// none.
func (s *scanner) andPart(j int, a *accumulator) (ratio, int) {
	if s.dash(j) && s.lex.hyphens {
		j++ // two-and-a-half
	}
	if !s.has(j, flagAnd) {
		return ratio{}, 0
	}
	j++
	skip := func() {
		if s.dash(j) && s.lex.hyphens {
			j++
		}
	}
	skip()
	num := int64(1)
	w := s.sense(j)
	switch {
	case w == nil:
		return ratio{}, 0
	case w.class == classCardinal && 0 < w.value && w.value < 10:
		num = w.value
		j++
		skip()
	case w.flags&flagArticle != 0:
		j++
		skip()
	case w.class != classHalf:
		return ratio{}, 0
	}
	w = s.sense(j)
	if w == nil || w.class != classHalf && (w.parts == 0 || (num > 1) != w.many) {
		return ratio{}, 0
	}
	den := max(w.parts, 2)
	if s.tokens[j-1].kind == tokenWord && num > 1 && den >= 10 && a.top().room > num {
		return ratio{}, 0 // treinta y cinco centésimas
	}
	if num >= den || !w.many && den >= 100 { // one hundred and one thousandth is a place
		return ratio{}, 0
	}
	return ratio{num, den}, j + 1
}

// addPart adds a fraction to a whole last part, or of its scale if that is a
// thousand or more; false if the fraction has no end as a decimal.
func (a *accumulator) addPart(q ratio) bool {
	top := a.top()
	by := int64(1)
	if top.scale >= 1000 {
		by = top.scale
	}
	add, ok := quotient(q.num, q.den, by)
	if !ok || !top.value.IsInteger() {
		return false
	}
	v, err := top.value.Add(add)
	if err != nil {
		return false
	}
	top.value, top.room = v, 0
	return true
}

// quotient returns num/den × by if it ends as a decimal.
func quotient(num, den, by int64) (fixed.Dec, bool) {
	n := fixed.FromInt64(num)
	n, err := n.Mul(fixed.FromInt64(by))
	if err != nil || den <= 0 {
		return fixed.Dec{}, false
	}
	for _, step := range []struct{ by, times int64 }{{2, 5}, {5, 2}} {
		for den%step.by == 0 {
			den /= step.by
			tenth, err := fixed.New(step.times, 1)
			if err != nil {
				return fixed.Dec{}, false
			}
			if n, err = n.Mul(tenth); err != nil {
				return fixed.Dec{}, false
			}
		}
	}
	if den > 1 {
		whole, ok := n.Int64()
		if !ok || whole%den != 0 {
			return fixed.Dec{}, false
		}
		return fixed.FromInt64(whole / den), true
	}
	return n, true
}

// decimals reads the digits in words behind a point, from token j on, into p. It
// returns the token behind, 0 if there are none.
func (s *scanner) decimals(j int, p *part) int {
	var b [fixed.MaxDigits]byte
	digits := b[:0]
	end := 0
	for ; j < len(s.tokens); j++ {
		w := s.sense(j)
		if s.tokens[j].kind == tokenHan {
			if w == nil || w.class != classCardinal || w.value > 9 {
				break
			}
		} else if w == nil || w.class != classCardinal || w.value > 99 || s.tokens[j].kind != tokenWord {
			break
		}
		if len(digits)+2 > len(b) {
			break
		}
		if w.value > 9 {
			if len(digits) > 0 {
				break
			}
			tens, ones := w.value/10, w.value%10
			end = j + 1
			if next := s.sense(j + 1); ones == 0 && next != nil && next.class == classCardinal && 0 < next.value && next.value < 10 {
				ones, end = next.value, j+2
			} else if s.dash(j+1) || next != nil && next.flags&flagAnd != 0 {
				if next := s.sense(j + 2); ones == 0 && next != nil && next.class == classCardinal && 0 < next.value && next.value < 10 {
					ones, end = next.value, j+3
				}
			}
			digits = append(digits, byte('0'+tens), byte('0'+ones))
			break
		}
		digits = append(digits, byte('0'+w.value))
		end = j + 1
	}
	if end == 0 || !p.value.IsInteger() {
		return 0
	}
	v, err := fixed.Parse(p.value.String() + "." + string(digits))
	if err != nil {
		return 0
	}
	p.value, p.room = v, 0
	return end
}

// ending reads the ordinal or the part of a fraction at token k that ends a number.
func (s *scanner) ending(i, k int, n number, a *accumulator, words bool) (number, bool) {
	w := s.tokens[k].sense
	value, ok := a.sum()
	if !ok {
		return number{}, false
	}
	whole, isWhole := value.Int64()
	one := isWhole && whole == 1
	if w.ordinal > 1 && isWhole && whole > 0 && s.has(k+1, flagPart) { // tres cuartas partes
		return s.fraction(i, k+2, whole, w.ordinal, n.digits)
	}
	if w.parts > 0 && isWhole && whole > 0 && (w.many && !one || !w.many && one && s.partOf(k)) {
		return s.fraction(i, k+1, whole, w.parts, n.digits)
	}
	if w.ordinal > 0 && (words || w.ordinal >= 100 && isWhole && s.lex.hyphens) { // 10 thousandth
		return s.ordinal(i, k, a)
	}
	if s.lex.avos != "" && isWhole && whole > 0 && w.class == classCardinal && k == n.to {
		// três doze avos
		if q, ok := s.number(k); ok && s.has(q.to, flagAvos) && q.from == k {
			if den, ok := q.value.Int64(); ok && den > 0 {
				return s.fraction(i, q.to+1, whole, den, n.digits)
			}
		}
	}
	return number{}, false
}

// partOf reports whether the singular part at token k is one, and not an ordinal:
// "one third" always, "one hundredth" if something is divided.
func (s *scanner) partOf(k int) bool {
	w := s.tokens[k].sense
	if w.parts < 100 {
		return w.parts != 2 || w.class == classHalf || w.ordinal != 2
	}
	next := s.sense(k + 1)
	return next != nil && next.flags&flagOf != 0
}

// ordinal reads the ordinal whose last part begins at token k, after what a holds.
func (s *scanner) ordinal(i, k int, a *accumulator) (number, bool) {
	end := 0
	for k < len(s.tokens) {
		w := s.sense(k)
		if w == nil || w.ordinal == 0 || s.tokens[k].kind != tokenWord {
			break
		}
		if end > 0 && s.lex.hyphens {
			break // third second
		}
		ok := false
		if w.ordinal >= 100 && a.n > 0 {
			_, ok = a.scale(w.ordinal, true)
		}
		if !ok {
			ok = a.add(fixed.FromInt64(w.ordinal), room(w.ordinal), k)
		}
		if !ok {
			break
		}
		k++
		end = k
		if s.dash(k) && !s.lex.hyphens {
			k++
		}
	}
	v, ok := a.sum()
	if end == 0 || !ok || s.dash(end) && s.is(end+1, "feira") {
		return number{}, false
	}
	if s.has(i, flagAccording) && end == i+1 && end < len(s.tokens) {
		if c := s.text[s.tokens[end].start]; s.has(end, flagDeterminer) || 'A' <= c && c <= 'Z' {
			return number{}, false // segundo o ministro
		}
	}
	if den, whole := v.Int64(); whole && den > 1 && s.has(end, flagPart) { // la tercera parte
		return s.fraction(i, end+1, 1, den, 0)
	}
	return number{from: i, to: end, value: v, mantissa: v, form: formOrdinal, numeral: s.span(i, end)}, true
}

// oneOf reads one part without a number: "a third of", "half" at token k.
func (s *scanner) oneOf(i, k int) (number, bool) {
	w := s.tokens[k].sense
	if w.class == classHalf {
		q, ok := s.half(k)
		q.from = i
		q.numeral = s.span(i, q.to)
		return q, ok
	}
	if i == k && w.ordinal > 0 {
		return s.ordinal(i, k, &accumulator{})
	}
	if i == k {
		return number{}, false
	}
	// "a third party" is an ordinal, "a third of it" and "by a third." a fraction.
	next := s.sense(k + 1)
	end := k+1 >= len(s.tokens) || s.tokens[k+1].kind == tokenMark || s.tokens[k+1].kind == tokenBreak
	if !end && (next == nil || next.flags&(flagOf|flagStop|flagAnd|flagComparative) == 0) {
		if w.ordinal > 0 {
			return s.ordinal(k, k, &accumulator{})
		}
		return number{}, false
	}
	return s.fraction(i, k+1, 1, w.parts, 0)
}

// half reads "half", "half a million", "half million" at token i.
func (s *scanner) half(i int) (number, bool) {
	j := i + 1
	if w := s.sense(j); w != nil && w.flags&flagArticle != 0 || s.dash(j) {
		j++
	}
	w := s.sense(j)
	if w != nil && (w.class == classScale && w.value >= 100 || w.class == classCollective && w.value > 2) {
		v, ok := quotient(1, 2, w.value)
		if !ok {
			return number{}, false
		}
		half, _ := quotient(1, 2, 1)
		n := number{from: i, to: j + 1, value: v, mantissa: half, scale: fixed.FromInt64(w.value), numeral: s.span(i, i+1)}
		// half a million million: no more than one further scale
		return n, true
	}
	if s.lex.hyphens {
		return s.fraction(i, i+1, 1, 2, 0)
	}
	return number{}, false
}

// fraction returns num/den as the number of tokens from i to end, times a scale
// that follows: three quarters of a million.
func (s *scanner) fraction(i, end int, num, den int64, digits int) (number, bool) {
	if den == 0 {
		return number{}, false
	}
	n := number{from: i, to: end, form: formFraction, digits: digits, numeral: s.span(i, end)}
	by := int64(1)
	j := end
	if w := s.sense(j); w != nil && w.flags&flagOf != 0 {
		j++
	}
	if w := s.sense(j); w != nil && w.flags&flagArticle != 0 {
		j++
	}
	if w := s.sense(j); w != nil && w.class == classScale && w.value >= 1000 && s.tokens[j].kind == tokenWord && (j == end || j == end+2) {
		by, n.to, n.form = w.value, j+1, formCardinal
		n.scale = fixed.FromInt64(by)
	}
	n.setRatio(num, den, by)
	return n, true
}

// setRatio sets the value to num/den × by, rounded to 15 significant digits if it
// has no end.
func (n *number) setRatio(num, den, by int64) {
	if by == 1 {
		n.ratio = ratio{num, den}
	}
	if v, ok := quotient(num, den, by); ok {
		n.value, n.mantissa = v, v
		return
	}
	r := new(big.Rat).SetFrac64(num, den)
	r.Mul(r, new(big.Rat).SetInt64(by))
	if r.Num().IsInt64() && r.Denom().IsInt64() {
		n.ratio = ratio{r.Num().Int64(), r.Denom().Int64()}
	}
	// The number of digits before the point decides how many come behind it.
	whole := new(big.Int).Quo(r.Num(), r.Denom()).String()
	places := 15 - len(whole)
	if whole == "0" {
		places = 15 + zerosBehindPoint(num, den)
	}
	v, err := fixed.Parse(strings.TrimSuffix(r.FloatString(max(places, 0)), "."))
	if err != nil {
		n.long, n.doubt = true, doubtLong
	}
	n.value, n.mantissa = v, v
}

// zerosBehindPoint returns the number of zeros before the first digit of num/den < 1.
func zerosBehindPoint(num, den int64) int {
	zeros := 0
	for n := uint64(num); n > 0 && zeros < 18; zeros++ {
		hi, lo := bits.Mul64(n, 10)
		if hi > 0 || lo >= uint64(den) {
			break
		}
		n = lo
	}
	return zeros
}

// slashed reads a fraction in digits: 3/4.
func (s *scanner) slashed(i int) (number, bool) {
	num, den, end := s.slash(i)
	if end == 0 || num > den && den > 16 || num == 24 && den == 7 || s.tokens[i].start > 0 && (s.text[s.tokens[i].start-1] == '/' || s.text[s.tokens[i].start-1] == '-') {
		return number{}, false
	}
	q, ok := s.fraction(i, end, num, den, 0)
	return q, ok
}

// slash returns the two sides of a slash at token i, and the token behind; 0 if
// it is no fraction.
func (s *scanner) slash(i int) (num, den int64, end int) {
	if i+2 >= len(s.tokens) || s.text[s.tokens[i+1].start:s.tokens[i+1].end] != "/" || s.tokens[i+1].spaced || s.tokens[i+2].spaced || s.tokens[i+2].kind != tokenNumeral {
		return 0, 0, 0
	}
	if i+3 < len(s.tokens) && !s.tokens[i+3].spaced && s.text[s.tokens[i+3].start:s.tokens[i+3].end] == "/" {
		return 0, 0, 0 // a date
	}
	a, b := &s.numerals[s.tokens[i].numeral], &s.numerals[s.tokens[i+2].numeral]
	num, ok1 := a.value.Int64()
	den, ok2 := b.value.Int64()
	if !ok1 || !ok2 || a.state != numeralKnown || b.state != numeralKnown || !a.plain || !b.plain || a.zero || b.zero || den < 2 || den > 1000 || num == 0 {
		return 0, 0, 0
	}
	return num, den, i + 3
}

// mixed reads a whole number with a fraction: 2 1/2, 2½.
func (s *scanner) mixed(k int, whole fixed.Dec) (number, bool) {
	w, ok := whole.Int64()
	if !ok || k+1 >= len(s.tokens) || w > 1<<40 {
		return number{}, false
	}
	t := &s.tokens[k+1]
	num, den, end := int64(0), int64(0), 0
	if q, ok := fractionMarks[s.mark(k+1)]; ok {
		num, den, end = q.num, q.den, k+2
	} else if t.kind == tokenNumeral && t.spaced {
		num, den, end = s.slash(k + 1)
	}
	if end == 0 || num >= den {
		return number{}, false
	}
	q, ok := s.fraction(k, end, w*den+num, den, 0)
	if q.form == formFraction {
		q.form = formCardinal
	}
	return q, ok
}

// fractionMarks are the characters that are fractions.
var fractionMarks = map[string]ratio{
	"½": {1, 2}, "⅓": {1, 3}, "⅔": {2, 3}, "¼": {1, 4}, "¾": {3, 4}, "⅕": {1, 5}, "⅖": {2, 5}, "⅗": {3, 5}, "⅘": {4, 5},
	"⅙": {1, 6}, "⅚": {5, 6}, "⅛": {1, 8}, "⅜": {3, 8}, "⅝": {5, 8}, "⅞": {7, 8},
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
		if s.is(i, "few") && !s.article(i-1) {
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
		if article && !s.measuredBy(n.to) || s.has(n.from, flagOne) && s.has(n.from-1, flagNotOne) && !s.dash(n.to) {
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
		n.ordinalSuffix(s)
	}
	return n, true
}

// measuredBy reports whether a unit of measure stands at token i: un metro.
func (s *scanner) measuredBy(i int) bool {
	p, _ := s.matchAfter(i, func(p *phrase) bool {
		return p.role == roleUnit && p.exact == "" && (p.unit.class == unitMeasure || p.unit.class == unitPercent)
	})
	return p != nil
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

var thousand = fixed.FromInt64(1000)

// scaled reports whether n is its mantissa times one scale.
func (n *number) scaled() bool {
	v, err := n.mantissa.Mul(n.scale)
	return err == nil && !n.scale.IsZero() && v == n.value
}

// ordinalSuffix makes an ordinal of digits that one follows: 21st, 2º.
func (n *number) ordinalSuffix(s *scanner) {
	j := n.to
	if !n.lone.plain || j >= len(s.tokens) || s.tokens[j].spaced {
		return
	}
	if s.text[s.tokens[j].start:s.tokens[j].end] == "." && s.lex.tag != "en" && j+1 < len(s.tokens) && !s.tokens[j+1].spaced {
		j++
	}
	if w := s.sense(j); w != nil && w.flags&flagOrdinalSuffix != 0 {
		n.form, n.to = formOrdinal, j+1
		n.numeral = s.span(n.from, n.to)
	}
}
