package comtrade_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/sinolac/sinolac/lac/comtrade"
)

// FuzzReader holds any bytes against three promises: reading ends without a
// panic, every row is a record or rejected, and every record is valid.
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
	bulk, err := os.ReadFile(filepath.Join(fixtures, "bulk.tsv"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(bulk)
	f.Add([]byte(header + row("32", "1e36") + row("0", "\"1\n\"") + row("999", "-0")))
	f.Fuzz(func(t *testing.T, in []byte) {
		r := comtrade.NewReader(bytes.NewReader(in))
		r.MaxRowBytes = 1 << 12
		records, rejected, err := r.ReadAll(context.Background())
		s := r.Stats()
		if s.Rows != s.Records+s.Rejected || s.Records != len(records) || min(s.Rejected, 10_000) != len(rejected) {
			t.Fatalf("%d records, %d rejected, %+v, %v", len(records), len(rejected), s, err)
		}
		ids := map[string]bool{}
		for _, record := range records {
			if err := record.Validate(); err != nil {
				t.Error(err)
			}
			if ids[record.ID] {
				t.Errorf("two records %s", record.ID)
			}
			ids[record.ID] = true
		}
		for _, e := range rejected {
			if e.Line < 1 || e.Column < 0 || len(e.Error()) > 1000 {
				t.Errorf("error at line %d, column %d of %d bytes", e.Line, e.Column, len(e.Error()))
			}
		}
	})
}
