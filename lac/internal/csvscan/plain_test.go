package csvscan_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

func TestPlain(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, _ = io.WriteString(w, "a,b\n")
	_ = w.Close()
	for _, tt := range []struct{ name, in, want string }{
		{"text", "a,b\n", "a,b\n"}, {"gzip", packed.String(), "a,b\n"}, {"nothing", "", ""}, {"one byte", "\x1f", "\x1f"},
	} {
		r, err := csvscan.Plain(strings.NewReader(tt.in))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got, err := io.ReadAll(r); err != nil || string(got) != tt.want {
			t.Errorf("%s: %q, %v, want %q", tt.name, got, err, tt.want)
		}
	}
	failed := errors.New("failed")
	for _, tt := range []struct {
		name string
		in   io.Reader
		want error
	}{
		{"UTF-16", strings.NewReader("\xfe\xff\x00a"), csvscan.ErrUTF16},
		{"gzip cut in its header", strings.NewReader("\x1f\x8b\x08"), io.ErrUnexpectedEOF},
		{"what only begins as gzip", strings.NewReader("\x1f\x8b" + strings.Repeat("a", 20)), gzip.ErrHeader},
		{"a reader that fails", io.MultiReader(strings.NewReader("a"), failing{failed}), failed},
	} {
		if _, err := csvscan.Plain(tt.in); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
