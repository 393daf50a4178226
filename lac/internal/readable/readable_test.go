package readable_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac/internal/readable"
)

func TestOf(t *testing.T) {
	for _, of := range []struct{ rule, raw, plain string }{
		{"tags", "<p>A <b>big</b> port</p>", "\n\nA big port\n\n"},
		{"what is no tag stays", "a <b and c> d, 5 < 6", "a <b and c> d, 5 < 6"},
		{"cells", "<tr><td>1</td><td>2</td></tr>", "1 | 2 | \n"},
		{"scripts", "a<script>x=1</script>b", "a\nb"},
		{"entities", "5&nbsp;&euro; &amp; more &nothing; &", "5\u00a0€ & more &nothing; &"},
		{"hyphens at the end of a line", "bil-\nlion, twenty-\none, China-\nCELAC", "billion, twenty-one, China-\nCELAC"},
		{"hyphens before a tag that ends the line", "mi-<br>llones, mi\u00ad<BR />llones, 5-<b>6</b>, a->b, a - > b", "millones, millones, 5-6, a->b, a - > b"},
		{"soft hyphens and marks without width", "do\u00adl\u200blar\ufeffs\u200e", "dollars"},
		{"full-width", "５，１８４．７％，（Ａ）", "5,184.7%，（A）"},
		{"footnotes", "5 billion[1], 6%¹ and 3 km² [sic]", "5 billion, 6% and 3 km² [sic]"},
		{"powers", "3×10⁻⁶, 10<sup>6</sup>, km<sup>2</sup>, m<sup>3</sup>", "3×10^-6, 10^6, km², m³"},
		{"quoted mail", "> > a\n> b > c", "a\nb > c"},
		{"items", "It says:\n1. a\n2. b", "It says:\na\nb"},
		{"a number that ends a sentence is no item", "it rose to\n12. The", "it rose to\n12. The"},
		{"page numbers", "a\n\n12\n\nb\n- 3 -\nc\nPage 4 of 9", "a\n\n\n\nb\n\nc\n"},
		{"traditional", "貿易額五萬億圓", "贸易额五万亿圆"},
	} {
		t.Run(of.rule, func(t *testing.T) {
			if got := readable.Of(of.raw).Plain; got != of.plain {
				t.Errorf("%q: got %q, want %q", of.raw, got, of.plain)
			}
		})
	}
}

// Where a part of the plain text was in the raw one: in order, on rune boundaries,
// and the same text where nothing was changed.
func TestRaw(t *testing.T) {
	pieces := strings.Split("a|é|国|萬|５|1|.| |\n|-\n|<b>|</b>|</td>|&amp;|&nbsp;|\u00ad|\u200b|[1]|²|10⁶|> |- 3 -|<sup>2</sup>|,|。|<|&|$|\n\n", "|")
	rapid.Check(t, func(t *rapid.T) {
		raw := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30).Draw(t, "pieces"), "")
		text := readable.Of(raw)
		last := 0
		for at, c := range text.Plain {
			from, to := text.Raw(at, at+utf8.RuneLen(c))
			if start, end := text.At(from, to); start > at || end < at+utf8.RuneLen(c) || !utf8.ValidString(text.Plain[start:end]) {
				t.Fatalf("%q: %q at %d was at %d to %d, which is %d to %d", raw, c, at, from, to, start, end)
			}
			if from < 0 || to > len(raw) || from > to || from < last && to < last || !utf8.ValidString(raw[from:to]) {
				t.Fatalf("%q: %q at %d was at %d to %d", raw, c, at, from, to)
			}
			last = from
		}
	})
	text := readable.Of("up <b>5&nbsp;%</b>!")
	at := strings.Index(text.Plain, "5")
	if from, to := text.Raw(at, at+len("5\u00a0%")); "up <b>5&nbsp;%</b>!"[from:to] != "5&nbsp;%" {
		t.Errorf("got %d to %d", from, to)
	}
}

func TestDecode(t *testing.T) {
	const spanish, chinese, taiwan = "El comercio llegó a 5.000 millones de dólares, según el Perú.", "中国的贸易额为五千亿美元，同比增长。", "中國的貿易額為五千億美元，出口增長。"
	encode := func(e encoding.Encoding, s string) string {
		b, err := e.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for _, of := range []struct{ rule, data, want string }{
		{"UTF-8", spanish, spanish},
		{"UTF-8 with a mark", "\ufeff" + spanish, spanish},
		{"Latin-1", encode(charmap.ISO8859_1, spanish), spanish},
		{"Windows-1252", encode(charmap.Windows1252, "“Cinco” años – 3 €"), "“Cinco” años – 3 €"},
		{"GBK", encode(simplifiedchinese.GBK, chinese), chinese},
		{"Big5", encode(traditionalchinese.Big5, taiwan), taiwan},
		{"UTF-16 with a mark", encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), spanish), spanish},
		{"UTF-16 without", encode(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), spanish), spanish},
		{"declared", encode(charmap.ISO8859_1, `<meta charset="iso-8859-1">Ã`), `<meta charset="iso-8859-1">Ã`},
	} {
		if got, err := readable.Decode([]byte(of.data)); err != nil || got != of.want {
			t.Errorf("%s: got %q, %v; want %q", of.rule, got, err, of.want)
		}
	}
	for _, data := range []string{"a\xffb\x00c", "\x81\x8d\x8f\x90 text", "\xfe\xfd\xfc\xfb\xfa"} {
		if got, err := readable.Decode([]byte(data)); !errors.Is(err, readable.ErrEncoding) {
			t.Errorf("%q: got %q, %v", data, got, err)
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("<p>5&nbsp;%</p>\n1. a\n> b-\nc ５，１８４ [1] 10⁶ &#x;<sup>")
	f.Fuzz(func(t *testing.T, raw string) {
		text := readable.Of(raw)
		from, to := text.Raw(0, len(text.Plain))
		if from < 0 || to > len(raw) || from > to {
			t.Fatalf("%q: %d to %d", raw, from, to)
		}
	})
}

// A text whose characters stay as they are written has all at the same places.
func TestAsWritten(t *testing.T) {
	const raw = "<b>貿易額</b>達５萬&nbsp;億圓 in 2024"
	simple, written := readable.Of(raw), readable.AsWritten(raw)
	if written.Plain != "貿易額達5萬\u00a0億圓 in 2024" || len(written.Plain) != len(simple.Plain) {
		t.Errorf("got %q beside %q", written.Plain, simple.Plain)
	}
}

// The pieces of a text make up all of it, and end where something ends.
func TestPieces(t *testing.T) {
	raw := strings.Repeat("Trade rose. <b>It</b> fell to 5\u00a0percent.\n\n", 20000)
	at := 0
	for p := range readable.Pieces(raw, readable.Of) {
		start, end := p.Raw(0, len(p.Plain))
		if start != at || !strings.HasSuffix(raw[start:end], "\n\n") {
			t.Fatalf("a piece from %d to %d, after %d", start, end, at)
		}
		at = end
	}
	if at != len(raw) {
		t.Errorf("the pieces end at %d of %d", at, len(raw))
	}
}

// Text in an encoding that is none of those known is refused, however much of it
// could be read as one of them.
func TestOtherEncodingsAreRefused(t *testing.T) {
	const russian = "Товарооборот между двумя странами вырос на 5 процентов и достиг 240 миллиардов долларов."
	const nippon = "中国と中南米の貿易額は昨年五千億ドルに達し、前年より六パーセント増加した。"
	const spanish = "El comercio entre las dos regiones creció un 5 % y llegó a 240 mil millones de dólares según él."
	for _, of := range []struct {
		name string
		in   encoding.Encoding
		text string
	}{
		{"KOI8-R", charmap.KOI8R, russian}, {"Windows-1251", charmap.Windows1251, russian},
		{"Shift-JIS", japanese.ShiftJIS, nippon}, {"EUC-JP", japanese.EUCJP, nippon},
		{"EUC-KR", korean.EUCKR, "중국과 중남미의 무역액은 지난해 오천억 달러에 달해 전년보다 육 퍼센트 증가했다."},
		{"Latin-2", charmap.ISO8859_2, "Wymiana handlowa między dwoma krajami wzrosła o 5 procent i osiągnęła 240 miliardów dolarów."},
		{"Greek", charmap.Windows1253, "Το εμπόριο μεταξύ των δύο χωρών αυξήθηκε κατά 5 τοις εκατό."},
		{"Turkish", charmap.Windows1254, "İki ülke arasındaki ticaret geçen yıl yüzde 5 arttı ve 240 milyar dolara ulaştı."},
		{"Mac Roman", charmap.Macintosh, spanish}, {"code page 850", charmap.CodePage850, spanish},
	} {
		data, err := of.in.NewEncoder().String(of.text)
		if err != nil {
			t.Fatal(of.name, err)
		}
		if got, err := readable.Decode([]byte(data)); !errors.Is(err, readable.ErrEncoding) {
			t.Errorf("%s: got %q, %v", of.name, got, err)
		}
	}
}
