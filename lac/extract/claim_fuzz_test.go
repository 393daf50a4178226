package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
)

// fixture returns a text of testdata/extract.
func fixture(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "testdata", "extract", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

var languages = []language.Tag{language.Und, language.English, language.Spanish, language.Portuguese, language.Chinese}

// invariants are what holds of the claims of any text.
func invariants(t *testing.T, text string, o extract.Options) {
	t.Helper()
	last := 0
	for _, c := range extract.Claims(text, o) {
		if c.Start < last || c.Start >= c.End || c.End > len(text) {
			t.Fatalf("claim at %d:%d of %d bytes, after one at %d", c.Start, c.End, len(text), last)
		}
		last = c.Start
		if words := text[c.Start:c.End]; utf8.ValidString(text) && !utf8.ValidString(words) {
			t.Fatalf("%q splits a character", words)
		}
		if !c.Form.IsValid() || c.Form == lac.FormPosition {
			t.Fatalf("form %q", c.Form)
		}
		if strings.TrimSpace(text[c.Start:c.End]) != text[c.Start:c.End] {
			t.Fatalf("%q begins or ends with space", text[c.Start:c.End])
		}
	}
	st, _ := extract.Statement(text, o)
	for _, c := range st.Claims {
		if err := c.Validate(); err != nil {
			t.Fatalf("%q: %v", st.Words(c), err)
		}
	}
}

func FuzzClaims(f *testing.F) {
	for _, name := range []string{"statement-en.txt", "statement-es.txt", "statement-pt.txt", "statement-zh.txt"} {
		// By the sentence: long seeds are slow to mutate.
		for _, text := range strings.FieldsFunc(fixture(f, name), func(r rune) bool { return r == '\n' || r == '.' || r == '。' }) {
			f.Add(text)
		}
	}
	for _, seed := range []string{
		"", ".", "of 68 countries, 23", "no one has more than", "twice", "\xff5 percent\xfe of", "one in two of", "the 21st", "May 11,",
		"“5” (5) [5] —5—", "since since 2013 2013", "over the next 99999999999 years", "9999 years ago", "between 1900 and 2100 and", "10 years",
		"rose by from to by 5", "所有国家", "连续多年", "2025年13月99日", "he said he said, said", "Mr. No. 5 U.S.A.", "'s's's", "a-b-c-5-d", "31 February 2024", "May 18-22, 2023",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		// The length chooses: ten times over would cost too much.
		o := extract.Options{Language: languages[len(text)%len(languages)]}
		if len(text)%2 == 0 {
			o.Date = lac.DateOf(2025, 6, 9)
		}
		invariants(t, text, o)
	})
}

// Text that is made to be slow is read like any other: rules look at a bounded
// number of words.
func TestHostileTextIsRead(t *testing.T) {
	const size = 1 << 14
	for _, unit := range []string{
		"7", "[", "\"", "and ", "of 5 ", "5 of ", "all countries ", "5 percent, ", "said ", "Aa ", "between 5 and ", "-", "'s", "since 2013 ", "第", "的", "U.S.", "no ", "\xff", "$5 billion ", "the first three ", "largest ", "one in ",
	} {
		text := strings.Repeat(unit, size/len(unit))
		for _, lang := range []language.Tag{language.English, language.Chinese} {
			invariants(t, text, extract.Options{Language: lang, Date: lac.DateOf(2025, 6, 9)})
		}
	}
}

func BenchmarkClaims(b *testing.B) {
	for _, lang := range []string{"en", "es", "pt", "zh"} {
		b.Run(lang, func(b *testing.B) {
			text := strings.Repeat(fixture(b, "statement-"+lang+".txt"), 50)
			o := extract.Options{Language: language.Make(lang), Date: lac.DateOf(2025, 6, 9)}
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				extract.Claims(text, o)
			}
		})
	}
	for name, unit := range map[string]string{"digits": "7", "brackets": "[(", "and": "and ", "ofs": "5 of ", "shares": "5 percent, ", "all": "all countries "} {
		b.Run("hostile/"+name, func(b *testing.B) {
			text := strings.Repeat(unit, 1<<20/len(unit))
			o := extract.Options{Language: language.English}
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				extract.Claims(text, o)
			}
		})
	}
}
