package fixed

import (
	"math/bits"
)

// maxText is the length in bytes beyond which Parse refuses a text unseen.
const maxText = 100

// Parse returns the number that s spells:
//
//	[+-]? digits ('.' digits)? ([eE] [+-]? digits)?
//
// with ASCII digits and nothing around or between them. Leading zeros are
// allowed. It returns [ErrSyntax] for any other text and [ErrRange] for a
// number that is not a [Dec], since it never rounds. Literals that are long
// only to make work are refused whatever they stand for: texts of more than
// 100 bytes, with ErrRange if the first 100 could be of a number, and
// exponents of more than three digits, with ErrRange.
func Parse[T ~string | ~[]byte](s T) (Dec, error) {
	if len(s) > maxText {
		for i := range maxText {
			switch c := s[i]; {
			case isDigit(c), c == '+', c == '-', c == '.', c == 'e', c == 'E':
			default:
				return Dec{}, ErrSyntax
			}
		}
		return Dec{}, ErrRange
	}

	i, neg := 0, false
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		neg = s[i] == '-'
		i++
	}
	// Zeros are held back until a digit other than 0 follows, so that coef
	// never ends in one and more than 38 digits in it are too many for good.
	var coef u128
	digits, zeros, frac, run := 0, 0, 0, 0
	dot, tooLong := false, false
	for ; i < len(s); i++ {
		c := s[i]
		if c == '.' && !dot && run > 0 {
			dot, run = true, 0
			continue
		}
		if !isDigit(c) {
			break
		}
		run++
		if dot {
			frac++
		}
		if c == '0' {
			if digits > 0 {
				zeros++
			}
			continue
		}
		digits += zeros + 1
		switch {
		case digits <= 19:
			coef.lo = coef.lo*pow10[zeros+1].lo + uint64(c-'0')
		case digits <= MaxDigits:
			coef, _ = coef.mul(pow10[zeros+1])
			coef, _ = coef.add(u128{lo: uint64(c - '0')})
		default:
			tooLong = true
		}
		zeros = 0
	}
	if run == 0 {
		return Dec{}, ErrSyntax
	}

	exp := 0
	if i < len(s) && (s[i] == 'e' || s[i] == 'E') {
		i++
		negExp := false
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			negExp = s[i] == '-'
			i++
		}
		first := i
		for ; i < len(s) && isDigit(s[i]); i++ {
			exp = exp*10 + int(s[i]-'0') // which more than three digits make of no use
		}
		if i == first {
			return Dec{}, ErrSyntax
		}
		tooLong = tooLong || i-first > 3
		if negExp {
			exp = -exp
		}
	}
	if i < len(s) {
		return Dec{}, ErrSyntax
	}
	if tooLong {
		return Dec{}, ErrRange
	}
	return canonical(neg, coef, exp+zeros-frac)
}

// String returns d in plain notation, as [Dec.AppendText] writes it.
func (d Dec) String() string {
	var buf [MaxDigits + 3]byte
	return string(d.AppendText(buf[:0]))
}

// AppendText appends d in plain notation to b and returns the extended slice:
// a sign if d is negative, at least one digit before the point, no exponent, no
// trailing zeros after the point, no point in an integer. [Parse] gives d back.
func (d Dec) AppendText(b []byte) []byte {
	// One 0 before the point and 38 after it make 39 digits.
	var buf [MaxDigits + 1]byte
	// coef < 10^38 < 2^127, so hi < 10^19 as Div64 wants.
	q, r := bits.Div64(d.hi, d.lo, pow10[19].lo)
	i := len(buf)
	for ; r > 0 || q > 0; r /= 10 {
		if len(buf)-i == 19 {
			r, q = q, 0
		}
		i--
		buf[i] = byte('0' + r%10)
	}
	for len(buf)-i <= int(d.scale) {
		i--
		buf[i] = '0'
	}
	if d.neg {
		b = append(b, '-')
	}
	point := len(buf) - int(d.scale)
	b = append(b, buf[i:point]...)
	if d.scale > 0 {
		b = append(b, '.')
		b = append(b, buf[point:]...)
	}
	return b
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
