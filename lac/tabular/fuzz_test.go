package tabular_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

func seeds(f *testing.F, pattern string) [][]byte {
	f.Helper()
	names, err := filepath.Glob(filepath.Join(fixtures, pattern))
	if err != nil || len(names) == 0 {
		f.Fatal("no seeds", err)
	}
	var seeds [][]byte
	for _, name := range names {
		seed, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		seeds = append(seeds, seed)
	}
	return seeds
}

// FuzzReader holds any table and mapping against what [tabular.Reader] promises:
// reading ends, every row is a record or rejected, and records are valid and come
// back as they are when they are written and read again.
func FuzzReader(f *testing.F) {
	mapping := seeds(f, "spreadsheet.json")[0]
	f.Add(seeds(f, "spreadsheet.csv")[0], mapping)
	for _, table := range seeds(f, "records/*.csv") {
		f.Add(table, []byte(`{}`))
	}
	f.Add([]byte("title,areas,links[0].id,links[1].id,transactions\np,PER;CHL 1,a,,[]\n\"1\n"), []byte(`{"constants": {"id": "p"}, "units": {"jobs_direct.value": "1e3 jobs"}}`))
	f.Add([]byte("*\n"), []byte(`{"columns": {"*": "-"}, "missing": [""], "values": {"id": {"": "a"}}, "dates": "2006-2"}`))
	f.Fuzz(func(t *testing.T, table, mapping []byte) {
		m, err := tabular.ParseMapping(mapping)
		if err != nil {
			return
		}
		fuzzTable[lac.TradeRecord](t, table, m)
		fuzzTable[lac.Project](t, table, m)
		fuzzTable[lac.Statement](t, table, m)
		fuzzTable[lac.Program](t, table, m)
	})
}

func fuzzTable[R tabular.Record](t *testing.T, table []byte, m tabular.Mapping) {
	r := tabular.NewReader[R](bytes.NewReader(table))
	r.Mapping, r.Source, r.MaxRowBytes = m, "s", 1<<12
	records, rejected, err := r.ReadAll(t.Context())
	if s := r.Stats(); s.Rows != s.Records+s.Rejected || s.Records != len(records) || s.Rejected != len(rejected) {
		t.Fatalf("%d records, %d rejected, %+v, %v", len(records), len(rejected), s, err)
	}
	for _, e := range rejected {
		if e.Line < 2 || e.Column < 0 || len(e.Error()) > 2000 {
			t.Errorf("error at line %d, column %d of %d bytes", e.Line, e.Column, len(e.Error()))
		}
	}
	var b bytes.Buffer
	w := tabular.NewWriter[R](&b)
	for _, record := range records {
		if err := w.Write(record); err != nil {
			t.Errorf("%v\n%+v", err, record)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	again, rejected, err := tabular.NewReader[R](&b).ReadAll(t.Context())
	if err != nil || rejected != nil {
		t.Fatal(rejected, err)
	}
	if diff := cmp.Diff(records, again, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-read +read again)\n%s", diff)
	}
}

// FuzzLineReader holds any lines against the same promises, and the lines that are
// written against being written the same again.
func FuzzLineReader(f *testing.F) {
	for _, line := range bytes.SplitAfter(seeds(f, "records.jsonl")[0], []byte("\n")) {
		f.Add(line)
	}
	f.Add([]byte(`{"family":"rates","rate":1e5,"note":"\ud83d","note":null}` + "\n\n{\"a\":[[{}]]}"))
	f.Fuzz(func(t *testing.T, in []byte) {
		r := tabular.NewLineReader(bytes.NewReader(in))
		r.MaxRowBytes = 1 << 12
		var written bytes.Buffer
		w := tabular.NewLineWriter(&written)
		for record, err := range r.All(context.Background()) {
			if err != nil {
				if len(err.Error()) > 2000 {
					t.Errorf("error of %d bytes", len(err.Error()))
				}
				continue
			}
			if err := w.Write(record); err != nil {
				t.Errorf("%v\n%+v", err, record)
			}
		}
		if s := r.Stats(); s.Rows != s.Records+s.Rejected {
			t.Fatalf("%+v", s)
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		var again bytes.Buffer
		w = tabular.NewLineWriter(&again)
		for record, err := range tabular.NewLineReader(bytes.NewReader(written.Bytes())).All(context.Background()) {
			if err != nil {
				t.Fatal(err)
			}
			if err := w.Write(record); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(written.String(), again.String()); diff != "" {
			t.Errorf("(-written +written again)\n%s", diff)
		}
	})
}
