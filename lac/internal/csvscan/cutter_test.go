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
			rows := cutter.Cut(data, at, n)
			if rows.Len() == 0 {
				s.Next()
				at += max(s.Offset(), 1)
				continue
			}
			if s.Line() != 1 || rows.Begin(0) != at {
				t.Fatalf("at %d of %q: rows begin at %d", at, in, rows.Begin(0))
			}
			for i := range rows.Len() {
				row, err := s.Next()
				if err != nil || row.Len() != width && !(row.Len() == width+1 && len(row.Field(width)) == 0) || s.Line() != i+2 {
					t.Fatalf("row %d at %d of %q: cut, but the scanner says %v, %v", i, at, in, row, err)
				}
				var got, want []string
				for j := range width {
					field := rows.Field(i, j)
					text := in[field.Begin:field.End]
					if field.Begin > 0 && in[field.Begin-1] == '"' {
						text = strings.ReplaceAll(text, `""`, `"`)
					}
					got, want = append(got, text), append(want, string(row.Field(j)))
				}
				if end := rows.Begin(i + 1); !slices.Equal(got, want) || end != at+s.Offset() {
					t.Fatalf("row %d at %d of %q: %q to %d, want %q to %d", i, at, in, got, end, want, at+s.Offset())
				}
			}
			at = rows.Begin(rows.Len())
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
		at, count := 0, 0
		for {
			cut := cutter.Cut(data, at, len(text))
			if cut.Len() == 0 {
				break
			}
			at = cut.Begin(cut.Len())
			if count += cut.Len(); at != count*len(row) {
				t.Fatalf("%d rows of %q: to %d", count, row, at)
			}
		}
		if count != rows {
			t.Errorf("%q: %d rows, want %d", row, count, rows)
		}
	}
}
