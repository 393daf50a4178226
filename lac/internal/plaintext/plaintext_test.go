package plaintext_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/sinolac/sinolac/lac/internal/plaintext"
)

func packed(t *testing.T, s string) string {
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

func TestNewReader(t *testing.T) {
	broken := errors.New("broken")
	tests := []struct {
		name string
		in   io.Reader
		want string
		err  error
	}{
		{"plain", strings.NewReader("a,b"), "a,b", nil},
		{"one byte", strings.NewReader("a"), "a", nil},
		{"empty", strings.NewReader(""), "", nil},
		{"gzip", strings.NewReader(packed(t, "a,b")), "a,b", nil},
		{"gzip cut in its head", strings.NewReader("\x1f\x8b"), "", io.ErrUnexpectedEOF},
		{"gzip cut in its body", strings.NewReader(packed(t, "a,b")[:12]), "a", io.ErrUnexpectedEOF},
		{"UTF-16", strings.NewReader("\xff\xfea\x00"), "", plaintext.ErrUTF16},
		{"a reader that fails", iotest.ErrReader(broken), "", broken},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []byte
			r, err := plaintext.NewReader(tt.in)
			if err == nil {
				got, err = io.ReadAll(r)
			}
			if string(got) != tt.want || !errors.Is(err, tt.err) {
				t.Errorf("%q, %v; want %q, %v", got, err, tt.want, tt.err)
			}
		})
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
