// Package feedtest holds readers of trade against what each of them promises.
package feedtest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
)

// A Reader is what readers of trade have in common.
type Reader interface {
	All(ctx context.Context) iter.Seq2[lac.TradeRecord, error]
	ReadAll(ctx context.Context) ([]lac.TradeRecord, []*lac.RowError, error)
	Stats() lac.Stats
	SourceRecord() lac.Source
}

// Line returns what a record says, in a line.
func Line(r lac.TradeRecord) string {
	text := fmt.Sprintf("%s %v %v %v %v %v %v", r.ID, r.Reporter, r.Flow, r.Partner, r.Period, r.Commodity, r.Value)
	if r.Valuation != lac.NotStated {
		text += " " + string(r.Valuation)
	}
	if r.NetWeight.IsReported() {
		text += " " + r.NetWeight.String()
	}
	if r.Breakdown != (lac.Breakdown{}) {
		text += fmt.Sprintf(" %s/%s/%s", r.Breakdown.Customs, r.Breakdown.Transport, r.Breakdown.Detail)
	}
	return text
}

// Records holds what a reader gives against the lines of its records and, after them,
// the texts of its errors. Records must be valid and name the source, whose ID is
// given, and so many rows must be left out.
func Records(t *testing.T, r Reader, source string, leftOut int, want []string) {
	t.Helper()
	records, rejected, err := r.ReadAll(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, record := range records {
		if err := record.Validate(); err != nil {
			t.Error(err)
		}
		got = append(got, Line(record))
	}
	for _, e := range rejected {
		got = append(got, e.Error())
	}
	if !slices.Equal(want, got) {
		t.Errorf("want\n%s\ngot\n%s", strings.Join(want, "\n"), strings.Join(got, "\n"))
	}
	if s := r.Stats(); s.Rows != s.Records+s.Rejected || s.Records != len(records) || s.LeftOut != leftOut {
		t.Errorf("%+v, want %d left out", s, leftOut)
	}
	if s := r.SourceRecord(); s.Validate() != nil || s.ID != source {
		t.Errorf("%+v, want the source %s", s, source)
	}
}

// Opens holds that a file of the given name is opened and read as its text is, and
// that no file is an error.
func Opens[R interface {
	Reader
	Close() error
}](t *testing.T, open func(path string) (R, error), name, text string, read Reader) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if _, err := open(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	r, err := open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	want, _, err := read.ReadAll(t.Context())
	if err != nil || len(want) == 0 {
		t.Fatalf("%d records, %v", len(want), err)
	}
	if got, _, err := r.ReadAll(t.Context()); err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v; want %v", got, err, want)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

// Refuses holds that a reader takes no table of other columns for its own.
func Refuses[R Reader](t *testing.T, open func(text string) R) {
	t.Helper()
	if _, _, err := open("a,b\n1,2\n").ReadAll(t.Context()); !errors.Is(err, lac.ErrSyntax) || !strings.Contains(err.Error(), "expected also the columns") {
		t.Error(err)
	}
}

// Fuzz holds any bytes against three promises: reading ends without a panic, every row
// is a record or rejected, and every record is valid, with an ID of its own. The
// readers should bound their rows, so that long ones are met.
func Fuzz[R Reader](f *testing.F, open func(text string) R, seeds ...string) {
	for _, seed := range seeds {
		header, _, _ := strings.Cut(seed, "\n")
		f.Add(seed)
		f.Add(header + "\n\xff,\"")
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := open(text)
		records, rejected, err := r.ReadAll(context.Background())
		s := r.Stats()
		if s.Rows != s.Records+s.Rejected || s.Records != len(records) || min(s.Rejected, 10_000) != len(rejected) {
			t.Fatalf("%d records, %d rejected, %+v, %v", len(records), len(rejected), s, err)
		}
		ids := map[string]bool{}
		for _, x := range records {
			if err := x.Validate(); err != nil || ids[x.ID] {
				t.Errorf("%s: %v", x.ID, err)
			}
			ids[x.ID] = true
		}
		for _, e := range rejected {
			if e.Line < 1 || e.Column < 0 || len(e.Error()) > 1000 {
				t.Errorf("at line %d, column %d: %d bytes", e.Line, e.Column, len(e.Error()))
			}
		}
	})
}
