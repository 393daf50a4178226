package figure_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac/figure"
)

// magnitude draws whole numbers of any length up to 15 digits, many of them with
// zeros inside.
func magnitude(t *rapid.T) int64 {
	digits := rapid.IntRange(1, 15).Draw(t, "digits")
	n := int64(0)
	for range digits {
		d := rapid.IntRange(0, 9).Draw(t, "digit")
		if rapid.IntRange(0, 2).Draw(t, "zero") == 0 {
			d = 0
		}
		n = n*10 + int64(d)
	}
	return n
}

// oneFigure checks that text has one figure of value and words, or none where the
// words are those of an article.
func oneFigure(t *rapid.T, before, words, after string, tag language.Tag, kind figure.Kind, value string) {
	t.Helper()
	text := before + words + after
	figures := figure.Find(text, tag)
	if len(figures) != 1 {
		t.Fatalf("%q: got %d figures %+v, want one of %s", text, len(figures), figures, value)
	}
	f := figures[0]
	if got := f.Stated.Value.Amount().String(); got != value || f.Core.Of(text) != words || f.Kind != kind {
		t.Fatalf("%q: got %s %s in %q, want %s %s in %q", text, f.Kind, got, f.Core.Of(text), kind, value, words)
	}
}

func TestNumberWordsEnglish(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := magnitude(t)
		st := englishStyle{rapid.Bool().Draw(t, "and"), rapid.Bool().Draw(t, "hyphen"), rapid.Bool().Draw(t, "comma")}
		oneFigure(t, "They counted ", st.spell(n), " there.", language.English, figure.KindNumber, strconv.FormatInt(n, 10))
		oneFigure(t, "They spent ", st.spell(n)+" euros", ".", language.English, figure.KindMoney, strconv.FormatInt(n, 10))
		if n > 0 {
			oneFigure(t, "It came ", st.ordinal(n), ".", language.English, figure.KindOrdinal, strconv.FormatInt(n, 10))
		}
		if upper := strings.ToUpper(st.spell(n)); n > 1 {
			oneFigure(t, "", upper, " were there", language.English, figure.KindNumber, strconv.FormatInt(n, 10))
		}
	})
}

func TestNumberWordsSpanish(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := magnitude(t)
		value := strconv.FormatInt(n, 10)
		oneFigure(t, "Contaron ", spellSpanish(n, false), ".", language.Spanish, figure.KindNumber, value)
		oneFigure(t, "Gastaron ", spellSpanish(n, false)+" por ciento", " allí.", language.Spanish, figure.KindPercent, value)
		if n > 1 {
			de := " "
			if n >= 1e6 && n%1e6 == 0 {
				de = " de "
			}
			oneFigure(t, "Gastaron ", spellSpanish(n, true)+de+"euros", " allí.", language.Spanish, figure.KindMoney, value)
		}
	})
}

func TestNumberWordsPortuguese(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := magnitude(t)
		if n == 1 {
			return // um is an article too
		}
		value := strconv.FormatInt(n, 10)
		oneFigure(t, "Contaram ", spellPortuguese(n), ".", language.Portuguese, figure.KindNumber, value)
		oneFigure(t, "Gastaram ", spellPortuguese(n)+" euros", " ali.", language.BrazilianPortuguese, figure.KindMoney, value)
	})
}

func TestNumberWordsChinese(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := magnitude(t)
		value := strconv.FormatInt(n, 10)
		oneFigure(t, "总数为 ", spellChinese(n), " 。", language.Chinese, figure.KindNumber, value)
		oneFigure(t, "共支出", spellChinese(n)+"欧元", "。", language.Chinese, figure.KindMoney, value)
	})
}

// numerals writes n with its thousands grouped by sep.
func grouped(n int64, sep string) string {
	digits := strconv.FormatInt(n, 10)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + sep + digits[i:]
	}
	return digits
}

func TestNumeralsInEachLanguage(t *testing.T) {
	for _, of := range []struct {
		name         string
		tag          language.Tag
		group, split string
		frame        string
	}{
		{"English", language.English, ",", ".", "They sold %s there."},
		{"Chinese", language.Chinese, ",", ".", "共售出 %s 。"},
		{"Spanish", language.Spanish, ".", ",", "Vendieron %s allí."},
		{"Spanish with spaces", language.Spanish, "\u00a0", ",", "Vendieron %s allí."},
		{"Spanish of Mexico", language.MustParse("es-MX"), ",", ".", "Vendieron %s allí."},
		{"Portuguese", language.Portuguese, ".", ",", "Venderam %s ali."},
	} {
		t.Run(of.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				n := magnitude(t)
				text, value := grouped(n, of.group), strconv.FormatInt(n, 10)
				if rapid.Bool().Draw(t, "split") {
					cents := fmt.Sprintf("%02d", rapid.IntRange(1, 99).Draw(t, "cents"))
					text += of.split + cents
					value += "." + strings.TrimRight(cents, "0")
				}
				before, after, _ := strings.Cut(of.frame, "%s")
				oneFigure(t, before, text, after, of.tag, figure.KindNumber, value)
				oneFigure(t, before, text+" kg", after, of.tag, figure.KindQuantity, value)
				oneFigure(t, before, text+"%", after, of.tag, figure.KindPercent, value)
				oneFigure(t, before, "US$"+text, after, of.tag, figure.KindMoney, value)
			})
		})
	}
}

// In English "and" joins the parts of a number and the ends of a range.
func TestRangesOfNumberWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low, high := magnitude(t), magnitude(t)
		if low > high {
			low, high = high, low
		}
		if low == high || low < 2 {
			return
		}
		for _, scale := range []int64{100, 1e3, 1e4, 1e6, 1e8, 1e9, 1e12} {
			if high%scale == 0 && low < high/scale {
				return // nine to ten thousand is 9000 to 10,000
			}
		}
		st := englishStyle{rapid.Bool().Draw(t, "and"), rapid.Bool().Draw(t, "hyphen"), false}
		american := st // with "and" inside, even people have to guess
		american.and = false
		for _, of := range []struct {
			text string
			tag  language.Tag
		}{
			{"It cost between " + american.spell(low) + " and " + american.spell(high) + " euros.", language.English},
			{"It has from " + st.spell(low) + " to " + st.spell(high) + " seats.", language.English},
			{"Costó de " + spellSpanish(low, false) + " a " + spellSpanish(high, false) + ".", language.Spanish},
			{"Custou de " + spellPortuguese(low) + " a " + spellPortuguese(high) + ".", language.Portuguese},
			{"要花" + spellChinese(low) + "至" + spellChinese(high) + "欧元。", language.Chinese},
		} {
			f := figure.Find(of.text, of.tag)
			if len(f) != 1 || f[0].Kind != figure.KindRange || f[0].Stated.Value.Amount().String() != strconv.FormatInt(low, 10) ||
				f[0].Stated.High.Amount().String() != strconv.FormatInt(high, 10) {
				t.Fatalf("%q: got %+v, want %d to %d", of.text, f, low, high)
			}
		}
	})
}

// Fractions of small numbers keep their exact value.
func TestFractionsInWords(t *testing.T) {
	names := map[int64][4]string{
		3: {"third", "tercio", "terço"}, 4: {"quarter", "cuarto", "quarto"}, 5: {"fifth", "quinto", "quinto"}, 6: {"sixth", "sexto", "sexto"},
		7: {"seventh", "séptimo", "sétimo"}, 8: {"eighth", "octavo", "oitavo"}, 9: {"ninth", "noveno", "nono"}, 10: {"tenth", "décimo", "décimo"},
	}
	for den, name := range names {
		for num := int64(1); num < den; num++ {
			many := "s"
			if num == 1 {
				many = ""
			}
			for _, of := range []struct {
				words string
				tag   language.Tag
			}{
				{englishStyle{}.spell(num) + " " + name[0] + many, language.English},
				{englishStyle{}.spell(num) + "-" + name[0] + many, language.English},
				{spellSpanish(num, true) + " " + name[1] + many, language.Spanish},
				{spellPortuguese(num) + " " + name[2] + many, language.Portuguese},
				{spellChinese(den) + "分之" + spellChinese(num), language.Chinese},
				{fmt.Sprintf("%d/%d", num, den), language.English},
			} {
				f := figure.Find(of.words, of.tag)
				if len(f) != 1 || f[0].Numerator != num || f[0].Denominator != den || f[0].Core.Of(of.words) != of.words {
					t.Errorf("%q: got %+v, want %d/%d", of.words, f, num, den)
				}
			}
		}
	}
}
