package csvscan_test

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// FuzzCut holds a Cutter against a Scanner: rows that it cuts are the
// scanner's.
func FuzzCut(f *testing.F) {
	for _, s := range []string{"a,b,c\na,b,c\na,x,c\n", "\"a\",\"\"\"b\",c,\r\n\"a\",\"\"\"b\",d\r\n", "1,2,3,\n1,2,3,\n1,2,\"3\"\r\n", "a,b,c\r\r\na,\"b\nc\",d\n",
		"a,b,\"c\"\"\nd\"\n", "\"a\",b\"c\"d,e\n", "a,,\"\n", ",,,\"\"\n", "\n\r\na,b,\r\na,b,,\r\n,,,\r\r\n"} {
		f.Add(s, uint8(0))
		f.Add(strings.Repeat(s, 90), uint8(7))
	}
	f.Fuzz(func(t *testing.T, in string, short uint8) {
		const width = 3
		data := append([]byte(in), make([]byte, csvscan.Slack)...)
		// The data may end in a row.
		n := len(in) - int(short)%(len(in)+1)
		cutter := csvscan.NewCutter(width)
		s := csvscan.NewScanner(nil)
		for at := 0; at < n; {
			s.Reset([]byte(in[at:]), 1, io.EOF)
			row, err := s.Next()
			marks, end, ok := cutter.Cut(data, at, n)
			if !ok {
				at += max(s.Offset(), 1)
				continue
			}
			if err != nil || row.Len() != width && !(row.Len() == width+1 && len(row.Field(width)) == 0) || s.Line() != 2 {
				t.Fatalf("at %d of %q: cut, but the scanner says %v, %v", at, in, row, err)
			}
			var got, want []string
			for i := range width {
				field := in[marks[i]+1 : marks[i+1]]
				if strings.HasPrefix(field, `"`) {
					field = strings.ReplaceAll(field[1:len(field)-1], `""`, `"`)
				}
				got, want = append(got, field), append(want, string(row.Field(i)))
			}
			if !slices.Equal(got, want) || end != at+s.Offset() {
				t.Fatalf("at %d of %q: %q to %d, want %q to %d", at, in, got, end, want, at+s.Offset())
			}
			at = end
		}
	})
}

// Rows that a Scanner reads and a Cutter need not are few.
func TestCutPlain(t *testing.T) {
	const rows = 500
	for _, row := range []string{"a,b,c\n", "\"a\",\"b,c\",\r\n", "\"a\"\"b\",,c,\r\n", "\"a\",\"b\",\"" + strings.Repeat("c", 100) + "\"\r\n"} {
		text := strings.Repeat(row, rows)
		data := append([]byte(text), make([]byte, csvscan.Slack)...)
		cutter := csvscan.NewCutter(3)
		at := 0
		for i := range rows {
			_, end, ok := cutter.Cut(data, at, len(text))
			if !ok || end != at+len(row) {
				t.Fatalf("row %d of %q: to %d, %v", i, row, end-at, ok)
			}
			at = end
		}
		if _, _, ok := cutter.Cut(data, at, len(text)); ok {
			t.Errorf("%q: a row after the last", row)
		}
	}
}
