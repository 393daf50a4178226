package figure_test

import (
	"regexp"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

var tags = []language.Tag{language.English, language.Spanish, language.Portuguese, language.Chinese, language.Und}

// checkFigures holds what every figure of any text must meet.
func checkFigures(t *testing.T, text string, tag language.Tag) []figure.Figure {
	t.Helper()
	figures := figure.Find(text, tag)
	last := 0
	inside := func(in, out figure.Span) bool {
		return out.Start <= in.Start && in.Start <= in.End && in.End <= out.End
	}
	whole := figure.Span{End: len(text)}
	valid := utf8.ValidString(text)
	for _, f := range figures {
		for _, s := range []figure.Span{f.Core, f.Whole, f.Numeral, f.Noun, f.Ends[0], f.Ends[1]} {
			if !inside(s, whole) {
				t.Fatalf("%v %+v: a span lies outside the text", tag, f)
			}
			if valid && !utf8.ValidString(s.Of(text)) {
				t.Fatalf("%v %+v: a span splits a character", tag, f)
			}
		}
		if !inside(f.Core, f.Whole) || !inside(f.Numeral, f.Core) || f.Core.Start == f.Core.End || f.Core.Start < last {
			t.Fatalf("%v %+v: spans are out of order after %d", tag, f, last)
		}
		last = f.Core.End
		if f.Stated.Text != f.Whole.Of(text) {
			t.Fatalf("%v %+v: the text is not that of the span", tag, f)
		}
		if (f.Kind == figure.KindRange) != f.Stated.High.IsReported() || (f.Stated.Comparator == lac.Between) != (f.Kind == figure.KindRange) {
			t.Fatalf("%v %+v: a range has two ends", tag, f)
		}
		if !f.Stated.Value.IsReported() && f.Stated.Vague == "" && f.Doubt == "" {
			t.Fatalf("%v %+v: no value, and nothing that says why", tag, f)
		}
		if f.Stated.Value.IsReported() && !f.Stated.Value.Unit().IsValid() {
			t.Fatalf("%v %+v: no unit", tag, f)
		}
		c := lac.Claim{ID: "c", Form: lac.FormEvent, Refers: "m", Gist: "g", Stated: f.Stated}
		if f.Doubt == "" {
			if err := c.Validate(); err != nil {
				t.Fatalf("%v %+v: %v", tag, f, err)
			}
		}
	}
	points := []rune(text)
	for _, r := range figure.Rows(text, figures) {
		if valid && string(points[r.Start:r.End]) != r.Text {
			t.Fatalf("row %+v is not at its place", r)
		}
		if (r.Value == "") == (r.Low == "") || (r.Low == "") != (r.High == "") {
			t.Fatalf("row %+v: a value or two ends", r)
		}
	}
	return figures
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"over 4,500 trucks worth some 2.67 billion yuan (roughly 407 million U.S. dollars)",
		"between two hundred and fifty and three hundred thousand tonnes, 5-10%, from 1 to 2",
		"one hundred and twenty-third, two thirds, a fifth of, 3/4, 2½, 1.234.567,89, 1e6, -5 °C",
		"más de 451 mil 591 millones de dólares, tres cuartas partes, 3.º, un tercio, veintiún mil",
		"cerca de R$ 5,5 bilhões, mil e duzentos, dois milhões e meio, 21ª, meia dúzia",
		"超过5184.67亿美元，三分之一，两三百人，翻一番，百分之三十，30余万，二〇二五年，第二十一，七成五，三又二分之一",
		"$5 and 30 cents; 2025-06-09; +1 202 555 0143; G20, COVID-19, COP31, 5G; no more than 1,00,000",
		"\xff1\xfe,2\x80 %", "１２３．５％", "一一一一", "12,34,567.8.9", "-–−", "$", "€1", "1 000 000", "0.000", "七七八八千千",
	} {
		for i := range tags {
			f.Add(seed, uint8(i))
		}
	}
	f.Fuzz(func(t *testing.T, text string, tag uint8) {
		checkFigures(t, text, tags[int(tag)%len(tags)])
	})
}

// Texts that are long only to make work are read in time that grows as they do,
// and in little memory: the suite's own deadline would end the test otherwise.
func TestFiguresOfHostileText(t *testing.T) {
	if testing.Short() { // it measures memory, and with the race detector a minute
		t.Skip("long")
	}
	const size = 1 << 16
	for name, piece := range map[string]string{
		"digits": "7", "zeros": "0", "grouped digits": "111,", "dotted digits": "1.", "spaced digits": "1 ", "brackets": "(", "and": "and ", "two and": "two and ",
		"hundred": "hundred ", "million": "million ", "one": "one ", "hyphens": "-", "joined digits": "1-", "slashes": "1/", "一": "一", "万": "万", "第": "第", "百分之": "百分之", "三分之": "三分之", "零": "零",
		"dollars": "$", "letters": "x", "invalid bytes": "\xff", "newlines": "\n", "a": "a ", "quotes": "'1", "half": "half a ", "twenty": "twenty-", "point": "one point ", "over": "over ",
		"from": "from 1 to ", "between": "between 1 and ", "e": "e ", "mil": "mil ", "y": "dos y ", "tens of": "tens of ", "1e1": "1e1", "+": "+1 ", "多": "3多", "accents": "é",
	} {
		text := strings.Repeat(piece, size/len(piece))
		for _, tag := range tags {
			t.Run(name+" "+tag.String(), func(t *testing.T) {
				checkFigures(t, text, tag)
			})
		}
	}
}

// All needs no memory that grows with the text or with its figures, beyond what the
// pieces of a megabyte need in turn.
func TestAllIsBounded(t *testing.T) {
	if testing.Short() { // it measures memory, and with the race detector a minute
		t.Skip("long")
	}
	const size, most = 2 << 20, 96 << 20
	for _, piece := range []string{"1 ", "5 of ", "billion ", "/", "百分之", "[1", "one in ", "(1) ", "Trade rose 5 percent to $4.2 billion in 2024. ", "<p>5&nbsp;%</p>", "1;2\n"} {
		text := strings.Repeat(piece, size/len(piece))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for range figure.All(text, language.English) {
		}
		runtime.ReadMemStats(&after)
		if n := after.TotalAlloc - before.TotalAlloc; n > most {
			t.Errorf("%q: %d bytes allocated for %d of text", piece, n, len(text))
		}
	}
}

var peer = regexp.MustCompile(`(?i)(?:US\$|R\$|[$€£¥])?\s?\d[\d.,]*\s?(?:%|percent|por ciento|por cento|thousand|million|billion|mil|millones|milhões|bilhões|[万亿])?(?:\s?(?:de )?(?:dollars|dólares|yuan|yuanes|yuans|euros|美元|元))?`)

func BenchmarkFigures(b *testing.B) {
	for _, of := range []struct {
		name, text string
		tag        language.Tag
	}{
		{"English", "Since the launch of the route in 2016 more than 4,500 trucks have gone abroad, with goods worth some 2.67 billion yuan, about 407 million U.S. dollars. " +
			"The two sides agreed to go on with what they had begun, said the minister, and to look for ways in which smaller firms might take part, too.\n", language.English},
		{"Spanish", "Desde que se abrió la ruta en 2016, más de 4.500 camiones salieron del país con bienes por unos 2.670 millones de yuanes, cerca de 407 millones de dólares. " +
			"Las dos partes acordaron seguir con lo que habían empezado, dijo la ministra, y buscar formas de que participen empresas más pequeñas.\n", language.Spanish},
		{"Portuguese", "Desde a abertura da rota em 2016, mais de 4.500 caminhões saíram do país com bens no valor de 2,67 bilhões de yuans, cerca de 407 milhões de dólares. " +
			"Os dois lados concordaram em seguir com o que haviam começado, disse a ministra, e em buscar formas de incluir empresas menores.\n", language.Portuguese},
		{"Chinese", "自2016年开通以来，已有超过4500辆卡车驶往国外，货物价值约26.7亿元人民币，约合4.07亿美元。双方同意继续推进已经开始的工作，部长表示，还要寻找让中小企业参与进来的办法。\n", language.Chinese},
	} {
		text := strings.Repeat(of.text, 1<<20/len(of.text))
		b.Run(of.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				figure.Find(text, of.tag)
			}
		})
		// What a program without this package would do, and get much less.
		b.Run(of.name+"/regexp", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				peer.FindAllStringIndex(text, -1)
			}
		})
	}
}
