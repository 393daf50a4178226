package figure

import "github.com/sinolac/sinolac/lac/internal/fixed"

// join returns the token that may go on with a number at token j: behind a hyphen
// or the word for "and" where the language has them there. It is negative if the
// number ends.
func (s *scanner) join(j int, a *accumulator) int {
	w := s.sense(j)
	top := a.top()
	if s.lex.Hyphens && top.scale >= 1000 && s.mark(j) == "," {
		// one million, two hundred thousand
		if next, scale := s.sense(j+1), s.sense(s.behindTens(j+1)); next != nil && next.class == classCardinal && scale != nil && (scale.class == classScale || scale.ordinal >= 100) {
			return j + 1
		}
		return -1
	}
	if s.lex.Hyphens && s.dash(j) && j+1 < len(s.tokens) && !s.tokens[j].spaced && !s.tokens[j+1].spaced {
		if next := s.sense(j + 1); next != nil && s.tokens[j+1].kind == tokenWord {
			if next.flags&flagAnd != 0 && j+3 < len(s.tokens) && s.dash(j+2) {
				return j + 3
			}
			return j + 1
		}
		return -1
	}
	if s.lex.Hyphens && s.dash(j) && j+1 < len(s.tokens) && s.tokens[j].spaced && s.tokens[j+1].spaced && s.tokens[j+1].kind == tokenWord && a.n == 1 && top.scale == 0 {
		// forty - six, one - third, one - half
		if next := s.sense(j + 1); next != nil && (top.room == 10 && next.class == classCardinal && 0 < next.value && next.value < 10 || next.parts > 2 && next.parts < 100 || next.class == classHalf && top.value == fixed.FromInt64(1)) {
			return j + 1
		}
	}
	if w == nil || w.flags&flagAnd == 0 {
		return j
	}
	if s.ands == 0 {
		return -1
	}
	s.ands--
	next := s.sense(j + 1)
	switch {
	case s.lex.Loose:
	case s.lex.Tens:
		if next == nil || next.class != classCardinal || next.value > 9 && (top.room != 20 || next.value > 19) || top.room != 10 && top.room != 20 || top.value == ten {
			return -1
		}
	case top.scale == 0:
		return -1
	}
	if j+1 < len(s.tokens) && s.tokens[j+1].kind == tokenNumeral && (s.lex.Hyphens || s.lex.Loose) {
		return j + 1 // 2 hundred and 45; see goesOn
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
	ones := i
	if s.dash(ones) {
		ones++
	}
	if w := s.sense(ones); w != nil && w.class == classCardinal && w.value < 10 && s.tokens[ones].kind == tokenWord {
		return ones + 1
	}
	return i // a dash alone is no part of it
}

// andPart reads the fraction of "two and a half", "two and two thirds" and "two
// million and a half" at token j, and returns the token behind it; 0 if there is
// none.
func (s *scanner) andPart(j int, a *accumulator) (ratio, int) {
	if s.dash(j) && s.lex.Hyphens {
		j++ // two-and-a-half
	}
	if !s.has(j, flagAnd) {
		return ratio{}, 0
	}
	j++
	skip := func() {
		if s.dash(j) && s.lex.Hyphens {
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
	case w.class == classCardinal && w.value < 100 && s.lex.Hyphens: // three and twenty-five hundredths
		num = w.value
		end := s.behindTens(j)
		if ones := s.sense(end - 1); end > j+1 {
			if w.value < 20 {
				return ratio{}, 0
			}
			num += ones.value
		}
		j = end
		skip()
	case w.flags&flagArticle != 0:
		j++
		skip()
	case w.class != classHalf:
		return ratio{}, 0
	}
	w = s.sense(j)
	if w == nil || w.class != classHalf && (w.parts == 0 || (num > 1) != w.many && !s.percentAt(j+1)) {
		return ratio{}, 0
	}
	den := max(w.parts, 2)
	if s.tokens[j-1].kind == tokenWord && num > 1 && den >= 10 && a.top().room > num && !(s.lex.Hyphens && a.top().room == 1) {
		return ratio{}, 0 // treinta y cinco centésimas
	}
	if num >= den || !w.many && den >= 100 { // one hundred and one thousandth is a place
		return ratio{}, 0
	}
	return ratio{num, den}, j + 1
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
