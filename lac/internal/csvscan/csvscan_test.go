package csvscan_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// scanAll returns each row as "line: field@line:column|…", each malformed row
// as its error, and the error at the end unless that is io.EOF.
func scanAll(s *csvscan.Scanner) []string {
	var got []string
	for {
		row, err := s.Next()
		var malformed *csvscan.RowError
		switch {
		case errors.As(err, &malformed):
			got = append(got, "error: "+err.Error())
			continue
		case err == io.EOF:
			return got
		case err != nil:
			return append(got, "end: "+err.Error())
		}
		var fields []string
		for i := range row.Len() {
			line, column := row.Position(i)
			fields = append(fields, fmt.Sprintf("%s@%d:%d", row.Field(i), line, column))
		}
		got = append(got, fmt.Sprintf("%d: %s", row.Line(), strings.Join(fields, "|")))
	}
}

func TestScan(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"empty", "", nil},
		{"empty lines are no rows", "\n\r\na\n\n\nb", []string{"3: a@3:1", "6: b@6:1"}},
		{"byte order mark", "\uFEFFa,b\n", []string{"1: a@1:1|b@1:3"}},
		{"line ends", "a,b\r\nc,d\ne,f", []string{"1: a@1:1|b@1:3", "2: c@2:1|d@2:3", "3: e@3:1|f@3:3"}},
		{"last field empty", "a,\r\nb,", []string{"1: a@1:1|@1:3", "2: b@2:1|@2:3"}},
		{"quoted", "\"a\",\"\",\"x,\"\"y\"\"\"\r\n", []string{`1: a@1:1|@1:5|x,"y"@1:8`}},
		{"newline in quotes", "\"a\nb\",c,\"d\r\ne\",f\ng", []string{"1: a\nb@1:1|c@2:4|d\r\ne@2:6|f@3:4", "4: g@4:1"}},
		{"carriage return alone is data", "a\rb,c\r", []string{"1: a\rb@1:1|c\r@1:5"}},
		{"NUL and bytes that are no UTF-8", "a\x00,\xf4\n", []string{"1: a\x00@1:1|\xf4@1:4"}},
		{"bare quote", "a,b\"c,d\ne", []string{"error: line 1, column 3: " + csvscan.ErrBareQuote.Error(), "2: e@2:1"}},
		{"text after quote", "a,\"b\"c,d\r\ne", []string{"error: line 1, column 3: " + csvscan.ErrAfterQuote.Error(), "2: e@2:1"}},
		{"open quote takes one line", "a\nb,\"c\nd\ne\n", []string{
			"1: a@1:1", "error: line 2, column 3: " + csvscan.ErrOpenQuote.Error(), "3: d@3:1", "4: e@4:1"}},
		{"stray quotes take one line each", "\"a\nb\n\"c\nd\n", []string{
			"error: line 1, column 1: " + csvscan.ErrAfterQuote.Error(), "2: b@2:1",
			"error: line 3, column 1: " + csvscan.ErrOpenQuote.Error(), "4: d@4:1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, scanAll(csvscan.NewScanner(strings.NewReader(tt.in)))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			one := csvscan.NewScanner(iotest.OneByteReader(strings.NewReader(tt.in)))
			if diff := cmp.Diff(tt.want, scanAll(one)); diff != "" {
				t.Errorf("byte by byte (-want +got)\n%s", diff)
			}
		})
	}
}

func TestComma(t *testing.T) {
	s := csvscan.NewScanner(strings.NewReader("a,b\tc\n\"d\te\"\t\n"))
	s.Comma = '\t'
	if diff := cmp.Diff([]string{"1: a,b@1:1|c@1:5", "2: d\te@2:1|@2:7"}, scanAll(s)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// In tables of bars, quotation marks that make no sense are text, a line at a time.
func TestBars(t *testing.T) {
	const in = "\"a\"|\"b|c\"\n1|a \"b\" c|\"d\"\r\n2|\"e\" f|\"g \"h\"\"|\n\"3\n4|\"5\n\"6\"|\"7"
	want := []string{
		"1: a@1:1|b|c@1:5",
		`2: 1@2:1|a "b" c@2:3|d@2:11`,
		`3: 2@3:1|"e" f@3:3|g "h"@3:9|@3:17`,
		`4: "3@4:1`,
		`5: 4@5:1|"5@5:3`,
		`6: 6@6:1|"7@6:5`,
	}
	for _, r := range []io.Reader{strings.NewReader(in), iotest.OneByteReader(strings.NewReader(in))} {
		s := csvscan.NewScanner(r)
		s.Comma = '|'
		if diff := cmp.Diff(want, scanAll(s)); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
	s := csvscan.NewScanner(strings.NewReader("\"1234567890\n1|\"2|3|4\n\"5\"6\n1\"|2|3|4|\n"))
	s.Comma, s.MaxRowBytes, s.MaxFields = '|', 9, 4
	if diff := cmp.Diff([]string{"error: line 1: row too long: more than 9 bytes", "2: 1@2:1|\"2@2:3|3@2:6|4@2:8", `3: "5"6@3:1`, "error: line 4: too many fields: more than 4"}, scanAll(s)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// FuzzBars holds that a row of bars is never malformed for its quotation marks, and that
// each line stands in one row.
func FuzzBars(f *testing.F) {
	for _, s := range []string{"\"a\"|\"b|c\"\n1|a \"b\" c|\"d\"\r\n", "4|\"5\n\"6\"|\"7", "\"\"|\"\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		s := csvscan.NewScanner(strings.NewReader(in))
		s.Comma, s.MaxRowBytes, s.MaxFields = '|', 1<<8, 1<<5
		for line := 0; ; {
			before := s.Line()
			row, err := s.Next()
			if err == io.EOF {
				break
			}
			if errors.Is(err, csvscan.ErrBareQuote) || errors.Is(err, csvscan.ErrAfterQuote) || errors.Is(err, csvscan.ErrOpenQuote) {
				t.Fatal(err)
			}
			if err == nil && (row.Line() <= line || row.Line() < before) {
				t.Fatalf("a row on line %d after one on %d", row.Line(), line)
			}
			if err == nil {
				line = row.Line()
			}
		}
	})
}

func TestLimits(t *testing.T) {
	s := csvscan.NewScanner(strings.NewReader("12345678\n123456789\n\"1\n2\n3\n4\n5\"\nab\n1,2,3\n1,2,3,4\n"))
	s.MaxRowBytes, s.MaxFields = 9, 3
	want := []string{
		"1: 12345678@1:1",
		"error: line 2: row too long: more than 9 bytes",
		"error: line 3: row too long: more than 9 bytes",
		"4: 2@4:1", "5: 3@5:1", "6: 4@6:1",
		"error: line 7, column 1: quotation mark inside a field without quotation marks",
		"8: ab@8:1",
		"9: 1@9:1|2@9:3|3@9:5",
		"error: line 10: too many fields: more than 3",
	}
	if diff := cmp.Diff(want, scanAll(s)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestReaderError(t *testing.T) {
	broken := io.MultiReader(strings.NewReader("a\nb,c"), iotest.ErrReader(errors.New("broken")))
	got := scanAll(csvscan.NewScanner(broken))
	if diff := cmp.Diff([]string{"1: a@1:1", "end: broken"}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// FuzzScan holds well-formed text against encoding/csv, and any text against
// the promise that scanning ends.
func FuzzScan(f *testing.F) {
	for _, s := range []string{"", "a,b\nc,d\n", "\"a\"\"\n,\",\n", "a\"b\nc", "\"", "\n\n,\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		s := csvscan.NewScanner(strings.NewReader(in))
		var got [][]string
		failed := false
		for {
			row, err := s.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				failed = true
				continue
			}
			var fields []string
			for i := range row.Len() {
				fields = append(fields, string(row.Field(i)))
			}
			got = append(got, fields)
		}
		if strings.Contains(in, "\r") || strings.HasPrefix(in, "\uFEFF") {
			return // encoding/csv has rules of its own for these
		}
		r := csv.NewReader(strings.NewReader(in))
		r.FieldsPerRecord = -1
		want, err := r.ReadAll()
		if failed != (err != nil) {
			t.Fatalf("malformed: got %v, encoding/csv says %v", failed, err)
		}
		if diff := cmp.Diff(want, got); err == nil && diff != "" {
			t.Errorf("(-encoding/csv +got)\n%s", diff)
		}
	})
}
