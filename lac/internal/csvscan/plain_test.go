package csvscan_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

func pack(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPlain(t *testing.T) {
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
		"UTF-16":           {"\xff\xfea\x00", "", false, csvscan.ErrUTF16},
		"UTF-16 in gzip":   {pack(t, "\xfe\xff\x00a"), "", true, csvscan.ErrUTF16},
		"an archive":       {"PK\x03\x04", "", false, csvscan.ErrArchive},
		"gzip cut":         {"\x1f\x8b\x08", "", true, io.ErrUnexpectedEOF},
		"no gzip":          {"\x1f\x8b, but no more than that", "", true, gzip.ErrHeader},
		"gzip cut in text": {pack(t, long)[:30], long, true, io.ErrUnexpectedEOF},
	} {
		for _, in := range []io.Reader{strings.NewReader(tt.in), iotest.OneByteReader(strings.NewReader(tt.in))} {
			text, start, packed, err := csvscan.Plain(in)
			var got []byte
			if err == nil {
				if !strings.HasPrefix(tt.text, string(start)) {
					t.Errorf("%s: starts with %.20q", name, start)
				}
				got, err = io.ReadAll(text)
			}
			if !errors.Is(err, tt.err) || packed != tt.packed || err == nil && string(got) != tt.text {
				t.Errorf("%s: %d bytes, packed %v, %v", name, len(got), packed, err)
			}
		}
	}
	broken := errors.New("broken")
	text, _, _, err := csvscan.Plain(io.MultiReader(strings.NewReader("a,b\n"), iotest.ErrReader(broken)))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(text); string(got) != "a,b\n" || !errors.Is(err, broken) {
		t.Errorf("%q, %v", got, err)
	}
}

func TestScannerOfTabs(t *testing.T) {
	s := csvscan.NewScanner(strings.NewReader("a,b\t\"c\td\"\t\n"))
	s.Comma = '\t'
	row, err := s.Next()
	if err != nil || row.Len() != 3 || string(row.Field(0)) != "a,b" || string(row.Field(1)) != "c\td" || len(row.Field(2)) != 0 {
		t.Errorf("%+v, %v", row, err)
	}
	if _, column := row.Position(1); column != 5 {
		t.Errorf("column %d, want 5", column)
	}
}
