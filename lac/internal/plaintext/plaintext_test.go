package plaintext_test

import (
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

	"github.com/sinolac/sinolac/lac/internal/plaintext"
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

var errMalformed = errors.New("errMalformed")

func TestOpen(t *testing.T) {
	long := strings.Repeat("0123456789", 1000)
	for name, tt := range map[string]struct {
		in, text string
		packed   bool
		err      error
	}{
		"text":             {"a,b\n", "a,b\n", false, nil},
		"nothing":          {"", "", false, nil},
		"one byte":         {"a", "a", false, nil},
		"compressed":       {pack(t, long), long, true, nil},
		"two members":      {pack(t, "a") + pack(t, "b"), "ab", true, nil},
		"a mark":           {"\uFEFFa", "\uFEFFa", false, nil},
		"UTF-16":           {"\xff\xfea\x00", "", false, plaintext.ErrUTF16},
		"UTF-16 in gzip":   {pack(t, "\xfe\xff\x00a"), "", true, plaintext.ErrUTF16},
		"an archive":       {"PK\x03\x04", "", false, plaintext.ErrArchive},
		"gzip cut":         {"\x1f\x8b\x08", "", true, io.ErrUnexpectedEOF},
		"no gzip":          {"\x1f\x8b, but no more than that", "", true, gzip.ErrHeader},
		"gzip cut in text": {pack(t, long)[:30], long, true, io.ErrUnexpectedEOF},
	} {
		for _, in := range []io.Reader{strings.NewReader(tt.in), iotest.OneByteReader(strings.NewReader(tt.in))} {
			text, err := plaintext.Open(in, errMalformed)
			var got []byte
			if err == nil {
				if !strings.HasPrefix(tt.text, string(text.Start)) {
					t.Errorf("%s: starts with %.20q", name, text.Start)
				}
				got, err = io.ReadAll(text)
			}
			if text.Reader == nil && tt.err != nil && (errors.Is(tt.err, plaintext.ErrUTF16) || errors.Is(tt.err, plaintext.ErrArchive)) && !errors.Is(err, errMalformed) {
				t.Errorf("%s: %v is not %v", name, err, errMalformed)
			}
			if !errors.Is(err, tt.err) || text.Packed != tt.packed || err == nil && string(got) != tt.text {
				t.Errorf("%s: %d bytes, packed %v, %v", name, len(got), text.Packed, err)
			}
		}
	}
	broken := errors.New("broken")
	text, err := plaintext.Open(io.MultiReader(strings.NewReader("a,b\n"), iotest.ErrReader(broken)), errMalformed)
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
	f, regular, err := plaintext.OpenFile(full, errMalformed)
	if err != nil || !regular {
		t.Fatalf("%v, regular %v", err, regular)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	if _, _, err := plaintext.OpenFile(empty, errMalformed); !errors.Is(err, errMalformed) || !errors.Is(err, plaintext.ErrEmpty) {
		t.Errorf("an empty file: %v", err)
	}
	if _, _, err := plaintext.OpenFile(folder, errMalformed); err == nil || !strings.Contains(err.Error(), "is a directory") {
		t.Errorf("a directory: %v", err)
	}
	if _, _, err := plaintext.OpenFile(filepath.Join(folder, "none"), errMalformed); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
}

func TestString(t *testing.T) {
	for in, want := range map[string]string{"": "", "Perú": "Perú", "Per\xfa": "Perú", "a\x00": "a\x00"} {
		if got := plaintext.String([]byte(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestShorten(t *testing.T) {
	long := strings.Repeat("é", 100)
	if got := plaintext.Shorten(long); got != strings.Repeat("é", 40)+"…" {
		t.Errorf("%q", got)
	}
	if got := plaintext.Shorten("é"); got != "é" {
		t.Errorf("%q", got)
	}
}
