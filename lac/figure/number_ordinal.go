package figure

import (
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// partOf reports whether the singular part at token k is one, and not an ordinal:
// "one third" always, "one hundredth" if something is divided.
func (s *scanner) partOf(k int) bool {
	w := s.tokens[k].sense
	if w.parts < 100 {
		return w.parts != 2 || w.class == classHalf || w.ordinal != 2
	}
	next := s.sense(k + 1)
	if !s.lex.Hyphens && (k+1 >= len(s.tokens) || s.tokens[k+1].kind != tokenWord || next != nil && next.flags&flagStop != 0) {
		return true // un millonésimo
	}
	return next != nil && next.flags&flagOf != 0
}

// joinedPart reports whether the part at token k, in the singular, is one of those
// that whole counts: a three-quarter share, two-third million, three quarter million.
func (s *scanner) joinedPart(k int, whole int64) bool {
	w := s.tokens[k].sense
	if !s.lex.Hyphens || whole >= w.parts {
		return false
	}
	if s.dash(k-1) && s.glued(k-1) && s.glued(k) {
		return true
	}
	next := s.sense(k + 1)
	return w.ordinal == 0 && next != nil && next.class == classScale && next.value >= 1000
}

// compoundPart reads a part whose name is of two words, at token k behind a whole
// number: one thirty-second of, two twenty-fifths.
func (s *scanner) compoundPart(i, k int, n number, whole int64, isWhole bool) (number, bool) {
	w := s.tokens[k].sense
	if !s.lex.Hyphens || !isWhole || whole <= 0 || k != n.to || w.class != classCardinal || w.value < 20 || !s.dash(k+1) {
		return number{}, false
	}
	ones := s.sense(k + 2)
	if ones == nil || s.tokens[k+2].kind != tokenWord || ones.ordinal == 0 && ones.parts == 0 {
		return number{}, false
	}
	den := max(ones.ordinal, ones.parts)
	if den > 9 || whole > 1 != ones.many || whole == 1 && !s.has(k+3, flagOf) {
		return number{}, false
	}
	return s.fraction(i, k+3, whole, w.value+den, n.digits)
}

// ordinal reads the ordinal whose last part begins at token k, after what a holds.
func (s *scanner) ordinal(i, k int, a *accumulator) (number, bool) {
	end := 0
	for k < len(s.tokens) {
		w := s.sense(k)
		if w == nil || w.ordinal == 0 || s.tokens[k].kind != tokenWord {
			break
		}
		if end > 0 && s.lex.Hyphens {
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
		if s.dash(k) && !s.lex.Hyphens {
			k++
		}
	}
	v, ok := a.sum()
	if end == 0 || !ok || s.dash(end) && s.has(end+1, flagWeekday) {
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
		if !ok {
			return number{}, false
		}
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
	if dashed := s.sense(k + 2); s.dash(k+1) && s.glued(k+2) && dashed != nil && dashed.class == classScale && dashed.value >= 1000 && w.ordinal == 0 {
		return s.fraction(i, k+1, 1, w.parts, 0) // a quarter-million
	}
	if next != nil && next.class == classScale && next.value >= 1000 && w.ordinal == 0 {
		return s.fraction(i, k+1, 1, w.parts, 0) // a quarter million
	}
	end := k+1 >= len(s.tokens) || s.tokens[k+1].kind == tokenMark || s.tokens[k+1].kind == tokenBreak
	if !end && (next == nil || next.flags&(flagOf|flagStop|flagAnd|flagComparative) == 0) {
		if w.ordinal > 0 {
			return s.ordinal(k, k, &accumulator{})
		}
		return number{}, false
	}
	return s.fraction(i, k+1, 1, w.parts, 0)
}
