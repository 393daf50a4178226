package feed_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

func pack(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// zipped returns an archive of files by their names.
func zipped(t *testing.T, files map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestOpen(t *testing.T) {
	long := strings.Repeat("0123456789", 10_000)
	for name, tt := range map[string]struct {
		in, text string
		plain    bool
		err      error
	}{
		"text":                     {"a,b\n", "a,b\n", true, nil},
		"nothing":                  {"", "", true, nil},
		"one byte":                 {"a", "a", true, nil},
		"compressed":               {pack(t, long), long, false, nil},
		"two members":              {pack(t, "a") + pack(t, "b"), "ab", false, nil},
		"a mark":                   {"\uFEFFa", "\uFEFFa", true, nil},
		"UTF-16":                   {"\xff\xfea\x00\xfa\x00", "aú", false, nil},
		"UTF-16 unmarked":          {"a\x00,\x00b\x00\n\x00", "a,b\n", false, nil},
		"UTF-16 in gzip":           {pack(t, "\xfe\xff\x00a"), "a", false, nil},
		"an archive":               {zipped(t, map[string]string{"a.csv": "a,b\n", "__MACOSX/a.csv": "x"}), "a,b\n", false, nil},
		"an archive with a readme": {zipped(t, map[string]string{"a.csv": "a,b\n", "Readme.txt": "x", "docs/guide.pdf": "x"}), "a,b\n", false, nil},
		"an archive of 2":          {zipped(t, map[string]string{"a.csv": "a,b\n", "b.csv": "x"}), "", false, lac.ErrSyntax},
		"a workbook":               {zipped(t, map[string]string{"xl/workbook.xml": "<a/>"}), "", false, lac.ErrSyntax},
		"an archive cut":           {"PK\x03\x04", "", false, lac.ErrSyntax},
		"Parquet":                  {"PAR1\x15\x04", "", false, lac.ErrSyntax},
		"a web page":               {"\n<!DOCTYPE html><html>", "", false, lac.ErrSyntax},
		"CR alone":                 {"a,b\r1,2\r", "a,b\n1,2\n", false, nil},
		"CRLF":                     {"a,b\r\n1,2\r\n", "a,b\r\n1,2\r\n", true, nil},
		"XML":                      {"<a>\r</a>", "<a>\r</a>", true, nil},
		"GBK":                      {"\xd4\xc2\xb7\xdd,\xd6\xc7\xc0\xfb\n", "月份,智利\n", false, nil},
		"Big5":                     {"\xb4\xbc\xa7Q,\xa4\xe9\xa5\xbb\n", "智利,日本\n", false, nil},
		"Latin-1":                  {"Per\xfa,EXPORTA\xc7\xc3O,C\xf4te\n", "Per\xfa,EXPORTA\xc7\xc3O,C\xf4te\n", true, nil},
		"gzip cut":                 {"\x1f\x8b\x08", "", false, io.ErrUnexpectedEOF},
		"no gzip":                  {"\x1f\x8b, but no more than that", "", false, gzip.ErrHeader},
		"gzip cut in text":         {pack(t, long)[:30], long, false, io.ErrUnexpectedEOF},
	} {
		for _, in := range []io.Reader{strings.NewReader(tt.in), iotest.OneByteReader(strings.NewReader(tt.in))} {
			text, err := feed.OpenText(in, "")
			var got []byte
			if err == nil {
				if !strings.HasPrefix(tt.text, string(text.Start)) {
					t.Errorf("%s: starts with %.20q", name, text.Start)
				}
				got, err = io.ReadAll(text)
			}
			if !errors.Is(err, tt.err) || err == nil && (text.Plain != tt.plain || string(got) != tt.text) {
				t.Errorf("%s: %.60q, %v", name, got, err)
			}
		}
	}
	if _, err := feed.OpenText(strings.NewReader("a"), "ebcdic"); !errors.Is(err, lac.ErrUnknownCode) {
		t.Errorf("an unknown encoding: %v", err)
	}
	broken := errors.New("broken")
	text, err := feed.OpenText(io.MultiReader(strings.NewReader("a,b\n"), iotest.ErrReader(broken)), "")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(text); string(got) != "a,b\n" || !errors.Is(err, broken) {
		t.Errorf("%q, %v", got, err)
	}
}

func TestOpenFile(t *testing.T) {
	folder := t.TempDir()
	empty, full := filepath.Join(folder, "empty"), filepath.Join(folder, "full")
	for path, text := range map[string]string{empty: "", full: "a"} {
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	f, regular, err := feed.OpenFile(full)
	if err != nil || !regular {
		t.Fatalf("%v, regular %v", err, regular)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	if _, _, err := feed.OpenFile(empty); !errors.Is(err, lac.ErrSyntax) || !errors.Is(err, feed.ErrEmpty) {
		t.Errorf("an empty file: %v", err)
	}
	if _, _, err := feed.OpenFile(folder); err == nil || !strings.Contains(err.Error(), "is a directory") {
		t.Errorf("a directory: %v", err)
	}
	if _, _, err := feed.OpenFile(filepath.Join(folder, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
}

func TestString(t *testing.T) {
	for in, want := range map[string]string{"": "", "Perú": "Perú", "Per\xfa": "Perú", "a\x00": "a\x00"} {
		if got := feed.String([]byte(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestShorten(t *testing.T) {
	long := strings.Repeat("é", 100)
	if got := feed.Shorten(long); got != strings.Repeat("é", 40)+"…" {
		t.Errorf("%q", got)
	}
	if got := feed.Shorten("é"); got != "é" {
		t.Errorf("%q", got)
	}
}
