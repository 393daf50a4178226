package tabular_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

var aTie = lac.Tie{ID: "t", Source: "s", A: lac.China, B: lac.Peru, Event: lac.TiesNone, Date: lac.Year(1971)}

func TestWriterRefuses(t *testing.T) {
	note := func(s string) lac.Tie { t := aTie; t.Note = s; return t }
	nowhere := lac.Project{ID: "p", Source: "s", Title: "t", Participants: []lac.Participant{{Area: 7}}}
	tests := []struct {
		name  string
		write func(*bytes.Buffer) error
		want  string // empty: written
	}{
		{"a record that is not valid", func(b *bytes.Buffer) error { return tabular.NewWriter[lac.Tie](b).Write(lac.Tie{ID: "t"}) }, "not reported"},
		{"text that is not UTF-8", func(b *bytes.Buffer) error { return tabular.NewWriter[lac.Tie](b).Write(note("\xff")) },
			`record "t": field note "\xff": malformed: not UTF-8`},
		{"a code that is none, in a list", func(b *bytes.Buffer) error { return tabular.NewWriter[lac.Project](b).Write(nowhere) },
			`record "p": field participants[0].area: area 0x7: unknown code`},
		{"a comma that is none", func(b *bytes.Buffer) error {
			w := tabular.NewWriter[lac.Tie](b)
			w.Comma = '"'
			return w.Write(aTie)
		}, "comma"},
		{"a formula", func(b *bytes.Buffer) error { return noFormulas(b, note("=1+1")) }, `record "t": field note "=1+1": malformed: a spreadsheet would take it for a formula`},
		{"a formula after a tab", func(b *bytes.Buffer) error { return noFormulas(b, note("\t=1+1")) }, "formula"},
		{"a text with a sign further on", func(b *bytes.Buffer) error { return noFormulas(b, note("1=1")) }, ""},
		{"a formula that is not refused", func(b *bytes.Buffer) error { return tabular.NewWriter[lac.Tie](b).Write(note("=1+1")) }, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.write(new(bytes.Buffer))
			if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %s", err, tt.want)
			}
		})
	}
}

func noFormulas(b *bytes.Buffer, t lac.Tie) error {
	w := tabular.NewWriter[lac.Tie](b)
	w.NoFormulas = true
	return w.Write(t)
}

// A number below zero begins as a formula does, and is none.
func TestNumbersAreNoFormulas(t *testing.T) {
	w := tabular.NewWriter[lac.Observation](new(bytes.Buffer))
	w.NoFormulas = true
	figure, err := lac.ParseQuantity("-3 percent")
	if err != nil {
		t.Fatal(err)
	}
	err = w.Write(lac.Observation{ID: "o", Source: "s", Period: lac.Year(2024), Figure: lac.Stated{Value: figure},
		Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.Peru}})
	if err != nil {
		t.Error(err)
	}
}

func TestARefusedRecordLeavesTheTableWhole(t *testing.T) {
	var b bytes.Buffer
	w := tabular.NewWriter[lac.Tie](&b)
	bad := aTie
	bad.Note = "\xff"
	for _, r := range []lac.Tie{aTie, bad, aTie} {
		if err := w.Write(r); (err != nil) != (r.Note != "") {
			t.Error(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	want := "id,source,a,b,event,date,also,through,evidence,note\nt,s,CHN,PER,none,1971,,,,\nt,s,CHN,PER,none,1971,,,,\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A list that is too long to be read as plain text is written as JSON.
func TestLongLists(t *testing.T) {
	for _, n := range []int{1000, 1001} {
		p := lac.Program{ID: "p", Source: "s", Title: "t", Kind: lac.Visits, Provider: lac.China, Recipients: slices.Repeat([]lac.Area{lac.Peru}, n)}
		var b bytes.Buffer
		w := tabular.NewWriter[lac.Program](&b)
		if err := errors.Join(w.Write(p), w.Flush()); err != nil {
			t.Fatal(err)
		}
		got, rejected, err := tabular.NewReader[lac.Program](&b).ReadAll(t.Context())
		if diff := cmp.Diff([]lac.Program{p}, got); diff != "" || rejected != nil || err != nil {
			t.Errorf("%d: %v, %v\n%s", n, rejected, err, diff)
		}
	}
}

// Other programs read the tables as they are meant.
func TestTablesAreCSV(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tie := validRecord[lac.Tie](t)
		var b bytes.Buffer
		w := tabular.NewWriter[lac.Tie](&b)
		if err := errors.Join(w.Write(tie), w.Flush()); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		// encoding/csv makes LF of CRLF.
		note := strings.ReplaceAll(tie.Note, "\r\n", "\n")
		if len(rows) != 2 || rows[1][0] != tie.ID || rows[1][len(rows[1])-1] != note {
			t.Errorf("%q", rows)
		}
	})
}

type failing struct{ left int }

func (f *failing) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errors.New("full")
	}
	return len(b), nil
}

func TestErrorsOfTheUnderlyingWriter(t *testing.T) {
	for _, room := range []int{0, 5000} {
		w := tabular.NewWriter[lac.Tie](&failing{room})
		err := w.WriteAll(func(yield func(lac.Tie) bool) {
			for range 1000 {
				if !yield(aTie) {
					return
				}
			}
		})
		if err == nil || err.Error() != "full" {
			t.Errorf("with room for %d bytes: %v", room, err)
		}
	}
}
