package iati_test

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/iati"
)

// repeated gives a piece over and over, up to a number of bytes.
func repeated(piece string, bytes int) io.Reader {
	return &repeat{text: strings.Repeat(piece, 1+(1<<16)/len(piece)), left: bytes / len(piece) * len(piece)}
}

type repeat struct {
	text    string
	left, i int
}

func (r *repeat) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), r.left)], r.text[r.i:])
	r.i = (r.i + n) % len(r.text)
	r.left -= n
	return n, nil
}

// filled returns a document in which a piece follows a mark over and over, up to a
// number of bytes.
func filled(mark, piece string, bytes int) io.Reader {
	before, after, ok := strings.Cut(document(), mark)
	if !ok {
		panic("the document does not have " + mark)
	}
	return io.MultiReader(strings.NewReader(before+mark), repeated(piece, bytes), strings.NewReader(after))
}

// packed compresses what a reader gives, as it is read.
func packed(r io.Reader) io.Reader {
	out, in := io.Pipe()
	go func() {
		z, _ := gzip.NewWriterLevel(in, gzip.BestSpeed) // a level that there is
		_, err := io.Copy(z, r)
		in.CloseWithError(errors.Join(err, z.Close()))
	}()
	return out
}

// TestHostile reads files that are made to exhaust a reader: each ends with a clear
// error, in a memory that does not grow with the file.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("gigabytes in a short run")
	}
	const gigabyte, large, limit = 1 << 30, 1 << 26, 1 << 20
	laughs := `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>` + document("A road.", "&lol2;")
	for _, tt := range []struct {
		rule  string
		in    io.Reader
		ends  bool // reading ends, rather than rejects the activity
		words string
	}{
		{"entities that expand", strings.NewReader(laughs), true, "document type"},
		{"a text without end", filled("A road.", "x", gigabyte), false, "too long"},
		{"an attribute without end", filled("A-2", "x", gigabyte), false, "too long"},
		{"a comment without end", filled("A road.", "<!-- -->", large), false, "too long"},
		{"attributes without end", filled("<activity-status", ` a="1"`, large), false, "too long"},
		{"elements without end", filled("<budget>", "<narrative/>", large), false, "the standard has no such element"},
		{"narratives without end", filled("<narrative>Road</narrative>", "<narrative/>", large), false, "too long"},
		{"sectors without end", filled(`<sector code="21020" percentage="100"/>`, `<sector code="21020" percentage="1"/>`, large), false, "too long"},
		{"nesting", filled("<budget>", "<x:a>", large), true, "nested too deep"},
		{"nesting where nothing is read", filled("<budget>", "<contact-info>", large), true, "nested too deep"},
		{"blanks", filled("<budget>", " ", large), false, "too long"},
		{"NUL", filled("A road.", "\x00", 100), false, "not an XML character"},
		{"no UTF-8", filled("A road.", "\xff", 100), false, "not an XML character"},
		{"digits", filled(">1", "<!-- -->0", 10_000), false, "a number of 1113 bytes"},
		{"a bomb of gzip", packed(filled("A road.", " ", large)), false, "too long"},
		{"a bomb of blanks after the end", packed(io.MultiReader(strings.NewReader(document()), repeated(" ", large), strings.NewReader("<"))), true, "unexpected EOF"},
		{"a truncated gzip", io.LimitReader(packed(filled("A road.", "x", 1<<16)), 500), true, "unexpected EOF"},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			r := iati.NewReader(tt.in)
			r.MaxActivityBytes = limit
			_, rejected, err := r.ReadAll(context.Background())
			runtime.ReadMemStats(&after)
			got := err
			if !tt.ends && err == nil && len(rejected) == 1 {
				got = rejected[0]
				if !errors.Is(got, lac.ErrRange) && !errors.Is(got, lac.ErrSyntax) {
					t.Errorf("%v", got)
				}
			}
			if got == nil || !strings.Contains(got.Error(), tt.words) || tt.ends != (err != nil) || len(got.Error()) > 10_000 {
				t.Errorf("rejected %v, %v; want %q", rejected, err, tt.words)
			}
			if used := after.TotalAlloc - before.TotalAlloc; used > 64*limit {
				t.Errorf("%d MiB allocated", used>>20)
			}
		})
	}
}

// TestHostileRules reads activities of a mebibyte that make the rules work hard:
// each takes a time that does not grow with its square.
func TestHostileRules(t *testing.T) {
	var lists, targets strings.Builder
	for i := range 10_000 {
		n := strings.Repeat("7", 3+i%3) + string(rune('a'+i%26)) + strings.Repeat("b", i%50)
		lists.WriteString(`<sector vocabulary="` + n + `" code="x"/>`)
		targets.WriteString(`<target><dimension name="` + n + `" value="1"/></target>`)
	}
	for range 10_000 {
		targets.WriteString(`<actual/>`)
	}
	records, rejected, err := readAll(document(`<sector code="21020" percentage="100"/>`, strings.Repeat(`<sector vocabulary="9" code="1" percentage="0.01"/>`, 10_000)))
	if err != nil || len(records) != 1 || len(rejected) != 0 || len(records[0].Sectors) != 10_000 {
		t.Errorf("rejected %v, %v", rejected, err)
	}
	records, rejected, err = readAll(document("</indicator>", `<period><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/>`+targets.String()+"</period></indicator>"))
	if err != nil || len(records) != 1 || len(records[0].Results[0].Indicators[0].Periods) != 20_000 {
		t.Errorf("rejected %v, %v", rejected, err)
	}
	if records, rejected, err = readAll(document(`<sector code="21020" percentage="100"/>`, lists.String())); err != nil || len(records) != 1 || len(rejected) != 0 {
		t.Errorf("rejected %v, %v", rejected, err)
	}
}

// TestLongFile reads a hundred megabytes of activities, of which nothing stays.
func TestLongFile(t *testing.T) {
	head, rest, _ := strings.Cut(document(), "\n")
	activity, foot, _ := strings.Cut(rest, "</iati-activities>")
	r := iati.NewReader(io.MultiReader(strings.NewReader(head), repeated(activity, 100<<20), strings.NewReader("</iati-activities>"+foot)))
	live := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before, n := live(), 0
	for _, err := range r.All(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n%20_000 == 0 {
			if now := live(); now > before+4<<20 {
				t.Fatalf("%d KiB are kept after %d activities", (now-before)>>10, n)
			}
		}
	}
	if n < 50_000 {
		t.Errorf("%d activities", n)
	}
}
