package figure_test

import (
	"strings"
)

// The spellers write whole numbers below 10^15 in words, by the rules of each
// language's grammar. They share nothing with the lexicons that they test.

var speakEnglish = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
var speakEnglishTens = strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")

// An englishStyle is how a writer spells: with "and" (British), hyphens, commas.
type englishStyle struct{ and, hyphen, comma bool }

func (st englishStyle) spell(n int64) string {
	if n == 0 {
		return "zero"
	}
	var groups []string
	scales := []struct {
		by   int64
		name string
	}{{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}, {1e3, "thousand"}}
	rest := n
	for _, s := range scales {
		if rest >= s.by {
			groups = append(groups, st.hundreds(rest/s.by)+" "+s.name)
			rest %= s.by
		}
	}
	sep := " "
	if st.comma {
		sep = ", "
	}
	out := strings.Join(groups, sep)
	switch {
	case rest == 0:
	case out == "":
		out = st.hundreds(rest)
	case rest < 100 && st.and:
		out += " and " + st.hundreds(rest)
	case rest < 100:
		out += " " + st.hundreds(rest)
	default:
		out += sep + st.hundreds(rest)
	}
	return out
}

func (st englishStyle) hundreds(n int64) string {
	var out string
	if n >= 100 {
		out = speakEnglish[n/100] + " hundred"
		n %= 100
		if n == 0 {
			return out
		}
		if st.and {
			out += " and"
		}
		out += " "
	}
	if n < 20 {
		return out + speakEnglish[n]
	}
	out += speakEnglishTens[n/10]
	if n%10 == 0 {
		return out
	}
	if st.hyphen {
		return out + "-" + speakEnglish[n%10]
	}
	return out + " " + speakEnglish[n%10]
}

// ordinal returns the place of a number spelled by st.
func (st englishStyle) ordinal(n int64) string {
	words := st.spell(n)
	i := strings.LastIndexAny(words, " -") + 1
	last := words[i:]
	switch last {
	case "one":
		last = "first"
	case "two":
		last = "second"
	case "three":
		last = "third"
	case "five":
		last = "fifth"
	case "eight":
		last = "eighth"
	case "nine":
		last = "ninth"
	case "twelve":
		last = "twelfth"
	default:
		if strings.HasSuffix(last, "y") {
			last = strings.TrimSuffix(last, "y") + "ie"
		}
		last += "th"
	}
	return words[:i] + last
}

var (
	speakSpanish         = strings.Fields("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve")
	speakSpanishTens     = strings.Fields("- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa")
	speakSpanishHundreds = strings.Fields("- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos")
)

// spellSpanish spells on the long scale. Before a noun, uno is un.
func spellSpanish(n int64, beforeNoun bool) string {
	switch {
	case n >= 1e12:
		return joinWords(many(n/1e12, "un billón", "billones", spellSpanish), n%1e12, beforeNoun, spellSpanish)
	case n >= 1e6:
		return joinWords(many(n/1e6, "un millón", "millones", spellSpanish), n%1e6, beforeNoun, spellSpanish)
	case n >= 1e3:
		return joinWords(many(n/1e3, "mil", "mil", spellSpanish), n%1e3, beforeNoun, spellSpanish)
	case n == 100:
		return "cien"
	case n > 100:
		return joinWords(speakSpanishHundreds[n/100], n%100, beforeNoun, spellSpanish)
	case n >= 30:
		if n%10 == 0 {
			return speakSpanishTens[n/10]
		}
		return speakSpanishTens[n/10] + " y " + spellSpanish(n%10, beforeNoun)
	case n == 1 && beforeNoun:
		return "un"
	case n == 21 && beforeNoun:
		return "veintiún"
	}
	return speakSpanish[n]
}

func many(n int64, one, more string, spell func(int64, bool) string) string {
	if n == 1 {
		return one
	}
	return spell(n, true) + " " + more
}

func joinWords(head string, rest int64, beforeNoun bool, spell func(int64, bool) string) string {
	if rest == 0 {
		return head
	}
	return head + " " + spell(rest, beforeNoun)
}

var (
	speakPortuguese         = strings.Fields("zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove")
	speakPortugueseTens     = strings.Fields("- - vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
	speakPortugueseHundreds = strings.Fields("- cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos")
)

// spellPortuguese spells on the short scale of Brazil. "e" comes before the last
// group if that is below a hundred or a whole number of hundreds.
func spellPortuguese(n int64) string {
	for _, s := range []struct {
		by        int64
		one, more string
	}{{1e12, "um trilhão", "trilhões"}, {1e9, "um bilhão", "bilhões"}, {1e6, "um milhão", "milhões"}, {1e3, "mil", "mil"}} {
		if n < s.by {
			continue
		}
		head := s.one
		if n/s.by > 1 {
			head = spellPortuguese(n/s.by) + " " + s.more
		}
		rest := n % s.by
		switch {
		case rest == 0:
			return head
		case rest < 100 || rest < 1000 && rest%100 == 0:
			return head + " e " + spellPortuguese(rest)
		}
		return head + " " + spellPortuguese(rest)
	}
	switch {
	case n == 100:
		return "cem"
	case n > 100 && n%100 == 0:
		return speakPortugueseHundreds[n/100]
	case n > 100:
		return speakPortugueseHundreds[n/100] + " e " + spellPortuguese(n%100)
	case n >= 20 && n%10 == 0:
		return speakPortugueseTens[n/10]
	case n > 20:
		return speakPortugueseTens[n/10] + " e " + speakPortuguese[n%10]
	}
	return speakPortuguese[n]
}

// spellChinese spells in simplified characters: 一百零五, 十二万三千, 一万零一亿.
func spellChinese(n int64) string {
	if n == 0 {
		return "零"
	}
	if n >= 1e12 {
		head, rest := spellChinese(n/1e8)+"亿", n%1e8
		switch {
		case rest == 0:
			return head
		case rest < 1e7:
			head += "零"
		}
		if 10 <= rest && rest < 20 || 1e5 <= rest && rest < 2e5 {
			head += "一" // 零一十五
		}
		return head + spellChinese(rest)
	}
	digits := []rune("零一二三四五六七八九")
	var groups []int64 // of four digits, lowest first
	for ; n > 0; n /= 10000 {
		groups = append(groups, n%10000)
	}
	out := ""
	zero := false
	for i := len(groups) - 1; i >= 0; i-- {
		g := groups[i]
		if g == 0 {
			zero = out != ""
			continue
		}
		if out != "" && (zero || g < 1000) {
			out += "零"
		}
		zero = false
		gap := false
		for _, s := range []struct {
			by   int64
			name string
		}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
			d := g / s.by % 10
			if d == 0 {
				gap = gap || g >= s.by
				continue
			}
			if gap {
				out += "零"
				gap = false
			}
			if d == 1 && s.by == 10 && out == "" {
				out = "十" // 十五, not 一十五
				continue
			}
			out += string(digits[d]) + s.name
		}
		out += []string{"", "万", "亿"}[i]
	}
	return out
}
