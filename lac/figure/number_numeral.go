package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

const (
	doubtDotGroups   = "the dot is read as grouping digits; it may split decimals"
	doubtDotSplits   = "the dot is read as splitting decimals; it may group digits"
	doubtCommaGroups = "the comma is read as grouping digits; it may split decimals"
	doubtCommaSplits = "the comma is read as splitting decimals; it may group digits"
	doubtScale       = "the scale is a word of another language; it may be a misspelt one of this"
	doubtLong        = "the number needs more than 38 digits"
)

// maxGroups is the most groups of digits that one number is made of.
const maxGroups = 14

// separator returns the mark at position at that may stand between digits: a dot,
// a comma, an apostrophe, or ' ' for any space that does not end the line. It is
// 0 if there is none.
func separator(text string, at int) (sep byte, size int) {
	if at >= len(text) {
		return 0, 0
	}
	switch c := text[at]; {
	case c == '.' || c == ',' || c == '\'' || c == ' ':
		return c, 1
	case c < utf8.RuneSelf:
		return 0, 0
	}
	switch r, size := utf8.DecodeRuneInString(text[at:]); r {
	case '’', '\u02BC':
		return '\'', size
	case '\u00A0', '\u202F', '\u2009':
		return '_', size // a space that keeps its sides together
	case '·':
		return '.', size
	}
	return 0, 0
}

// groupsAt returns the groups of digits at position at, as far as separators
// join them.
func groupsAt(text string, at int, b []digitGroup) []digitGroup {
	end, n := digitRun(text, at)
	b = append(b, digitGroup{at, end, n, 0})
	for len(b) < maxGroups {
		sep, size := separator(text, end)
		if sep == 0 {
			break
		}
		start := end + size
		next, n := digitRun(text, start)
		if n == 0 || sep == ' ' && n != 3 {
			break
		}
		end = next
		b = append(b, digitGroup{start, end, n, sep})
	}
	return b
}

// grouped returns the number of groups from the first on that one separator
// groups, by threes or, with commas, as in India. It is 1 if there is none.
func grouped(g []digitGroup) int {
	if len(g) < 2 || g[0].n > 3 {
		return 1
	}
	sep := g[1].sep
	n := 1
	for n < len(g) && g[n].sep == sep && g[n].n == 3 {
		n++
	}
	if n > 1 {
		return n
	}
	if sep == ',' && g[0].n <= 2 {
		for n = 1; n < len(g) && g[n].sep == sep && g[n].n == 2; n++ {
		}
		if n > 1 && n < len(g) && g[n].sep == sep && g[n].n == 3 {
			return n + 1
		}
	}
	return 1
}

// readNumeral reads the number in digits at position at.
func (s *scanner) readNumeral(at int) (numeral, int) {
	var buf [maxGroups]digitGroup
	g := groupsAt(s.text, at, buf[:0])
	if len(g) == 1 {
		return s.evaluate(g, 1, "")
	}
	n := grouped(g)
	if n > 1 && (g[1].sep == ' ' || g[1].sep == '_' || g[1].sep == '\'') {
		// A plain space also stands between two numbers: it groups where the
		// language has it so, or where there are three groups.
		if g[1].sep == ' ' && n == 2 && (!s.lex.SpaceGroups || s.numbered()) && s.text[g[1].start:g[1].end] != "000" {
			n = 1
		}
		if s.text[g[0].start] == '0' || len(g) > n && g[n].sep == g[1].sep {
			n = 1 // a telephone
		}
		if n > 1 {
			if len(g) > n && (g[n].sep == '.' || g[n].sep == ',') {
				return s.evaluate(g[:n+1], n, "")
			}
			return s.evaluate(g[:n], n, "")
		}
	}
	sep := g[1].sep
	if sep != '.' && sep != ',' {
		return s.evaluate(g[:1], 1, "")
	}
	more := func(i int) bool { return len(g) > i && (g[i].sep == '.' || g[i].sep == ',') } // group i goes on
	switch {
	case n > 1 && more(n) && g[n].sep != sep:
		return s.evaluate(g[:n+1], n, "") // 1,234.5
	case n > 2 && !more(n):
		return s.evaluate(g[:n], n, "") // 1,234,567
	case n == 2 && !more(2):
		return s.single(g[:2])
	case more(2) && g[2].sep == sep:
		if sep == ',' { // a list without spaces
			return s.evaluate(g[:1], 1, "")
		}
		return s.code(g)
	case more(2):
		// 2.5,3.5: a list of decimals, or a number with two splitting marks.
		return s.evaluate(g[:2], 1, "")
	}
	if sep == ',' && g[0].start > 1 && s.text[g[0].start-1] == ',' && isDigit(rune(s.text[g[0].start-2])) {
		return s.evaluate(g[:1], 1, "") // the last of a list without spaces
	}
	if sep == ',' && !s.conv.comma {
		if g[1].n == 3 || s.conv.sure {
			return s.evaluate(g[:1], 1, "")
		}
		return s.evaluate(g[:2], 1, doubtCommaSplits)
	}
	return s.evaluate(g[:2], 1, "")
}

// filled reports whether the three digits of g are no decimals, which people do not
// fill up to three places: 6,800 in Spanish, where many group by commas. Elsewhere, as
// of 6.800 in English, only 12.000 is taken for such.
func filled(text string, g digitGroup, many bool) bool {
	digits := text[g.start:g.end]
	return digits == "000" || many && digits[2] == '0'
}

// single reads two groups of digits with one separator that may group them: the
// second has three digits.
func (s *scanner) single(g []digitGroup) (numeral, int) {
	comma := g[1].sep == ','
	splits := comma == s.conv.comma
	if s.text[g[0].start] == '0' {
		return s.evaluate(g, 1, "") // 0.123: nothing groups after a zero
	}
	if splits && !s.conv.sure && comma && s.lex.TwoWays && s.millions(g[1].end) {
		return s.evaluate(g, 2, "") // nobody gives millions to three decimals: 451,591 millones
	}
	if splits && !s.conv.sure && filled(s.text, g[1], comma && s.lex.LongScale) {
		// People do not fill decimals up to three places: 6,800.
		splits = false
	}
	doubt := ""
	if s.conv.mixed || !s.conv.sure && (s.guessed || s.lex.TwoWays && splits) {
		switch {
		case comma && splits:
			doubt = doubtCommaSplits
		case comma:
			doubt = doubtCommaGroups
		case splits:
			doubt = doubtDotSplits
		default:
			doubt = doubtDotGroups
		}
	}
	if splits {
		return s.evaluate(g, 1, doubt)
	}
	return s.evaluate(g, 2, doubt)
}

// millions reports whether the word behind a place in the text is the one for a million.
func (s *scanner) millions(at int) bool {
	const million = 1_000_000
	rest := strings.TrimLeft(s.text[at:min(at+40, len(s.text))], " \u00a0\u202f")
	end := strings.IndexFunc(rest, func(c rune) bool { return !unicode.IsLetter(c) })
	if end < 0 {
		end = len(rest)
	}
	return s.lex.Scales[strings.ToLower(rest[:end])] == million
}

// evaluate returns the number of the first n groups before the point and the
// rest behind it, with its end in the text.
func (s *scanner) evaluate(g []digitGroup, n int, doubt string) (numeral, int) {
	var buf [fixed.MaxDigits + 2]byte
	b := buf[:0]
	num := numeral{plain: len(g) == 1, doubt: doubt}
	end := g[len(g)-1].end
	first := s.text[g[0].start]
	num.zero = g[0].n > 1 && first == '0'
	for i, group := range g {
		if i == n {
			b = append(b, '.')
		}
		for at := group.start; at < group.end; {
			d := s.text[at]
			at++
			if num.digits == 0 && d == '0' {
				if i < n {
					continue
				}
			} else {
				num.digits++
			}
			if num.digits > fixed.MaxDigits || len(b) == cap(b) {
				num.state, num.doubt = numeralLong, doubtLong
				return num, end
			}
			b = append(b, d)
		}
		if i < n {
			num.whole = num.digits
		}
	}
	if len(b) == 0 || b[0] == '.' {
		b = append([]byte{'0'}, b...)
	}
	var err error
	if num.value, err = fixed.Parse(b); err != nil {
		num.state, num.doubt = numeralLong, doubtLong
	}
	if num.digits == 0 {
		num.digits = 1
	}
	return s.exponent(num, end)
}

// numbered reports whether the word before what is read now has a number of its
// own: May 5 300 people came.
func (s *scanner) numbered() bool {
	i := len(s.tokens)
	if s.month(i - 1) {
		return true
	}
	p, _ := s.matchBefore(i, 1<<roleReference|1<<roleName)
	return p != nil
}

// times reads the power of ten of 3.2×10^6 behind a number that ends at end, as the
// end of the power and its exponent; 0 if there is none.
func (s *scanner) times(end int) (stop int, exponent string) {
	at := end
	space := func() {
		for at < len(s.text) && s.text[at] == ' ' && at < end+4 {
			at++
		}
	}
	space()
	switch {
	case at < len(s.text) && (s.text[at] == 'x' || s.text[at] == 'X' || s.text[at] == '*'):
		at++
	case strings.HasPrefix(s.text[at:], "×"):
		at += len("×")
	default:
		return 0, ""
	}
	space()
	if !strings.HasPrefix(s.text[at:], "10^") {
		return 0, ""
	}
	at += len("10^")
	sign := ""
	for _, minus := range []string{"-", "−", "–"} {
		if strings.HasPrefix(s.text[at:], minus) {
			sign, at = "-", at+len(minus)
			break
		}
	}
	stop, n := digitRun(s.text, at)
	if n == 0 || n > 2 {
		return 0, ""
	}
	return stop, sign + s.text[at:stop]
}

// exponent reads the power of ten of 3.2e6 or 3.2×10^6 behind a number that ends at
// end.
func (s *scanner) exponent(num numeral, end int) (numeral, int) {
	if strings.HasPrefix(s.text[end:], "^") && num.value == ten && num.plain {
		digits := end + 1
		if strings.HasPrefix(s.text[digits:], "-") {
			digits++
		}
		if stop, n := digitRun(s.text, digits); n == 1 || n == 2 {
			if v, err := fixed.Parse("1e" + s.text[end+1:stop]); err == nil {
				num.value, num.plain = v, false
				return num, stop // 10^6
			}
		}
	}
	if stop, e := s.times(end); stop > 0 && num.state == numeralKnown {
		if power, err := fixed.Parse("1e" + e); err == nil {
			if v, err := num.value.Mul(power); err == nil {
				num.value, num.plain = v, false
				return num, stop
			}
		}
		return num, end
	}
	if end+1 >= len(s.text) || s.text[end]|0x20 != 'e' || num.state != numeralKnown {
		return num, end
	}
	at := end + 1
	if s.text[at] == '-' || s.text[at] == '+' {
		at++
	}
	stop, n := digitRun(s.text, at)
	if n == 0 || n > 2 || stop-at != n {
		return num, end
	}
	if r, _ := utf8.DecodeRuneInString(s.text[stop:]); isLetter(r) {
		return num, end
	}
	power, err := fixed.Parse("1" + s.text[end:stop])
	if err != nil {
		return num, end
	}
	v, err := num.value.Mul(power)
	if err != nil {
		return num, end
	}
	num.value, num.plain = v, false
	return num, stop
}

// code reads digits and dots that spell no number: 12.05.2020, 192.168.1.1.
func (s *scanner) code(g []digitGroup) (numeral, int) {
	end := g[len(g)-1].end
	for len(g) == maxGroups && end < len(s.text) { // as long as it goes on
		sep, size := separator(s.text, end)
		next, n := digitRun(s.text, end+size)
		if sep != '.' || n == 0 {
			break
		}
		end = next
	}
	return numeral{state: numeralCode}, end
}
