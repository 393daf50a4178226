package gcdf_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/gcdf"
	"github.com/sinolac/sinolac/lac/projects"
)

// FuzzReader holds any bytes against four promises: reading ends without a panic,
// every row is a project or rejected, every project is valid, and reading again
// gives the same.
func FuzzReader(f *testing.F) {
	names, err := filepath.Glob(filepath.Join(fixtures, "*.csv"))
	if err != nil || len(names) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, name := range names {
		seed, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(seed)
	}
	for _, title := range []string{"(Umbrella #1, project 2", "（link to#", "[#9[", "restructures (#2) loan", ", linked to #0"} {
		f.Add([]byte(table([]cell{{"Title", title}, {"AidData Parent ID", "1.0.0"}, {"OSM link", "a: http://b; c"}})))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		r := gcdf.NewReader(bytes.NewReader(in))
		r.MaxRowBytes = 1 << 14
		all, rejected, err := r.ReadAll(context.Background())
		s := r.Stats()
		if s.Rows != s.Records+s.Rejected || s.Records != len(all) || min(s.Rejected, 10_000) != len(rejected) {
			t.Fatalf("%d projects, %d rejected, %+v, %v", len(all), len(rejected), s, err)
		}
		for _, p := range all {
			if err := p.Validate(); err != nil {
				t.Error(err)
			}
			if len(p.Transactions) == 0 || len(p.Stages) == 0 {
				t.Errorf("%s has %d transactions and %d stages", p.ID, len(p.Transactions), len(p.Stages))
			}
			for _, l := range p.Links {
				if l.ID == p.ID {
					t.Errorf("%s is linked to itself", p.ID)
				}
			}
		}
		for _, e := range rejected {
			if e.Line < 2 || e.Column < 0 || len(e.Error()) > 1000 {
				t.Errorf("error at line %d, column %d of %d bytes", e.Line, e.Column, len(e.Error()))
			}
		}
		if data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{r.SourceRecord()}, Projects: all}); err == nil {
			_, _ = projects.Of(data).Totals(projects.Query{Type: lac.Commitment}, lac.ByRecipient, lac.BySector, lac.ByYear)
		}
	})
}
