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
	for _, s := range []string{"a,b,c\na,b,c\na,x,c\n", "\"a\",\"\"\"b\",c,\r\n\"a\",\"\"\"b\",d\r\n", "1,2,3,\n1,2,3,\n1,2,\"3\"\r\n", "a,b,c\r\r\na,\"b\nc\",d\n"} {
		f.Add(s, uint8(0))
		f.Add(s, uint8(9))
	}
	f.Add("\"123\",b,c\n\"1\",b,c\n\"124\",b,c\n\"129\",b,c\n", uint8(1))
	f.Fuzz(func(t *testing.T, in string, learn uint8) {
		const width = 3
		data := append([]byte(in), make([]byte, csvscan.Slack)...)
		cutter := csvscan.NewCutter([]int{7, -1, 8})
		if learn > 0 {
			cutter.Learning, cutter.Sampling = int(learn%4)+1, int(learn/4%4)+1
		}
		lines := strings.LastIndexByte(in, '\n') + 1
		var fields [9]string
		s := csvscan.NewScanner(nil)
		for at := 0; at < lines; {
			s.Reset([]byte(in[at:]), 1, io.EOF)
			row, err := s.Next()
			end, ok := cutter.Cut(data, at)
			if !ok {
				at += max(s.Offset(), 1)
				continue
			}
			if err != nil || row.Len() != width && !(row.Len() == width+1 && len(row.Field(width)) == 0) {
				t.Fatalf("at %d of %q: cut, but the scanner says %v, %v", at, in, row, err)
			}
			for _, c := range cutter.Changed {
				fields[c.Column] = in[c.Begin:c.End]
			}
			got, want := []string{fields[7], fields[8]}, []string{string(row.Field(0)), string(row.Field(2))}
			if !slices.Equal(got, want) || end != at+s.Offset() {
				t.Fatalf("at %d of %q: %q to %d, want %q to %d", at, in, got, end, want, at+s.Offset())
			}
			at = end
		}
	})
}
