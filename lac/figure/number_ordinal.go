package figure

import (
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// ending reads the ordinal or the part of a fraction at token k that ends a number.
func (s *scanner) ending(i, k int, n number, a *accumulator, words bool) (number, bool) {
	w := s.tokens[k].sense
	value, ok := a.sum()
	if !ok {
		return number{}, false
	}
	whole, isWhole := value.Int64()
	one := isWhole && whole == 1
	if q, ok := s.compoundPart(i, k, n, whole, isWhole); ok {
		return q, true
	}
	if w.ordinal > 1 && isWhole && whole > 0 && s.has(k+1, flagPart) { // tres cuartas partes
		return s.fraction(i, k+2, whole, w.ordinal, n.digits)
	}
	if w.parts > 0 && isWhole && whole > 0 && ((w.many || w.flags&flagBothParts != 0) && !one || !w.many && one && s.partOf(k)) {
		return s.fraction(i, k+1, whole, w.parts, n.digits)
	}
	if w.ordinal > 0 && (words || w.ordinal >= 100 && isWhole && s.lex.Hyphens) { // 10 thousandth
		return s.ordinal(i, k, a)
	}
	if s.lex.Avos != "" && !s.nested && isWhole && whole > 0 && w.class == classCardinal && k == n.to {
		// três doze avos
		s.nested = true
		q, ok := s.cardinal(k)
		s.nested = false
		if ok && s.has(q.to, flagAvos) {
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
	if !s.lex.Hyphens && (k+1 >= len(s.tokens) || s.tokens[k+1].kind != tokenWord || next != nil && next.flags&flagStop != 0) {
		return true // un millonésimo
	}
	return next != nil && next.flags&flagOf != 0
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

// ordinalSuffix makes an ordinal of digits that a suffix of one follows: 21st, 2º.
func (s *scanner) ordinalSuffix(n *number) {
	j := n.to
	if !n.lone.plain || j >= len(s.tokens) || s.tokens[j].spaced {
		return
	}
	if s.text[s.tokens[j].start:s.tokens[j].end] == "." && s.lex.DottedOrdinals && j+1 < len(s.tokens) && !s.tokens[j+1].spaced {
		j++
	}
	if w := s.sense(j); w != nil && w.flags&flagOrdinalSuffix != 0 {
		n.form, n.to = formOrdinal, j+1
		n.numeral = s.span(n.from, n.to)
	}
}
