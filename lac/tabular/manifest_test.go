package tabular_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

// TestHalfWrittenFoldersAreNoticed holds that no table of a folder can be cut, emptied,
// changed or removed without a word, whichever family it is of.
func TestHalfWrittenFoldersAreNoticed(t *testing.T) {
	tables, _, err := tabular.ReadDir(context.Background(), os.DirFS(filepath.Join(fixtures, "records")), nil)
	if err != nil {
		t.Fatal(err)
	}
	data, err := lac.NewDataset(tables)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		rule   string
		change func(path, text string) error
	}{
		{"cut at a line end", func(path, text string) error {
			lines := strings.SplitAfter(strings.TrimSuffix(text, "\n"), "\n")
			return os.WriteFile(path, []byte(strings.Join(lines[:len(lines)-1], "")), 0o666)
		}},
		{"emptied but for the header", func(path, text string) error {
			header, _, _ := strings.Cut(text, "\n")
			return os.WriteFile(path, []byte(header+"\n"), 0o666)
		}},
		{"cut in the midst", func(path, text string) error { return os.WriteFile(path, []byte(text[:len(text)/2]), 0o666) }},
		{"changed to one as long", func(path, text string) error {
			return os.WriteFile(path, []byte(strings.Replace(text, "\n", " ", 1)), 0o666)
		}},
		{"removed", func(path, _ string) error { return os.Remove(path) }},
	} {
		for _, family := range []string{"sources", "trade", "projects", "programs", "statements", "meetings", "pledges", "observations", "ties", "memberships", "rates"} {
			dir := t.TempDir()
			if err := tabular.WriteDir(dir, data); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(dir, family+".csv")
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := tt.change(path, string(text)); err != nil {
				t.Fatal(err)
			}
			if _, _, err := tabular.ReadDir(context.Background(), os.DirFS(dir), nil); !errors.Is(err, tabular.ErrIncomplete) || !strings.Contains(err.Error(), family+".csv") {
				t.Errorf("%s %s: %v", family, tt.rule, err)
			}
		}
	}
}

// TestWritingThatIsBrokenOffSaysSo holds that a folder is not complete before all of it
// is written: here a record is refused, after tables that are good.
func TestWritingThatIsBrokenOffSaysSo(t *testing.T) {
	dir := t.TempDir()
	good, err := lac.NewDataset(lac.Records{Sources: []lac.Source{{ID: "s", Publisher: "p", Title: "t", Basis: "b"}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := tabular.WriteDir(dir, good); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "rates.csv.d"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Remove(filepath.Join(dir, "rates.csv")), os.Mkdir(filepath.Join(dir, "rates.csv"), 0o777)); err != nil {
		t.Fatal(err)
	}
	if err := tabular.WriteDir(dir, good); err == nil {
		t.Fatal("a folder is in the place of a table")
	}
	if _, _, err := tabular.ReadDir(context.Background(), os.DirFS(dir), nil); !errors.Is(err, tabular.ErrIncomplete) || !strings.Contains(err.Error(), "broken off") {
		t.Error(err)
	}
	for _, text := range []string{"", "{", `{"complete":true,"files":[{}]}`, strings.Repeat(" ", 2<<20)} {
		if err := os.WriteFile(filepath.Join(dir, "manifest.json"), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, _, err := tabular.ReadDir(context.Background(), os.DirFS(dir), nil); err == nil {
			t.Errorf("manifest %.20q is taken", text)
		}
	}
}
