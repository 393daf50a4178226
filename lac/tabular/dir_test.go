package tabular_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

// fixtures has records of every family in records.jsonl, and the same as tables in
// records/. The tables are rewritten where LAC_UPDATE_GOLDEN is set; read them
// before they are accepted.
const fixtures = "../../testdata/tabular"

func TestFixturesAreWrittenToTheSameBytes(t *testing.T) {
	lines, err := os.ReadFile(filepath.Join(fixtures, "records.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	records, rejected, err := tabular.NewLineReader(bytes.NewReader(lines)).ReadAll(t.Context())
	if err != nil || rejected != nil {
		t.Fatal(rejected, err)
	}
	data, err := lac.NewDataset(records)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := tabular.NewLineWriter(&b).WriteDataset(data); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(lines), b.String()); diff != "" {
		t.Errorf("lines (-want +got)\n%s", diff)
	}

	golden := filepath.Join(fixtures, "records")
	if os.Getenv("LAC_UPDATE_GOLDEN") != "" {
		if err := tabular.WriteDir(golden, data); err != nil {
			t.Fatal(err)
		}
	}
	tables, rejected, err := tabular.ReadDir(context.Background(), os.DirFS(golden), nil)
	if err != nil || rejected != nil {
		t.Fatal(rejected, err)
	}
	if diff := cmp.Diff(records, tables); diff != "" {
		t.Errorf("records of lines and tables (-lines +tables)\n%s", diff)
	}
	again, err := lac.NewDataset(tables)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := tabular.WriteDir(dir, again); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(filesIn(t, golden), filesIn(t, dir)); diff != "" {
		t.Errorf("tables (-want +got)\n%s", diff)
	}
}

// filesIn returns the files of a folder by their names.
func filesIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		texts[e.Name()] = string(text)
	}
	return texts
}

func TestSpreadsheet(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(fixtures, "spreadsheet.json"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := tabular.Open[lac.TradeRecord](filepath.Join(fixtures, "spreadsheet.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	if r.Mapping, err = tabular.ParseMapping(text); err != nil {
		t.Fatal(err)
	}
	r.Source = "desk"
	got := outcome(r, func(r lac.TradeRecord) string {
		return fmt.Sprintf("%s %v %s %v %v %q", r.ID, r.Partner, r.Flow, r.Period, r.Value, r.Note)
	})
	want := []string{
		`desk#2 PER import 2023 25312400000 USD ""`,
		`desk#3 PER import 2024 not reported "aún no publicado"`,
		`desk#4 DOM export 2024 4013000000 USD "según \"aduana\""`,
		`rejected spreadsheet.csv:5:3: field País "Atlántida": area "Atlántida": unknown code`,
		`rejected spreadsheet.csv:6:19: field Importe (US$ millones) "1.23": malformed: want groups of three digits`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Nº"}, r.Ignored()); diff != "" {
		t.Errorf("ignored (-want +got)\n%s", diff)
	}
}

func TestReadDir(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	const ties = tieHeader + "t,s,CHN,PER,none,1971,\n"
	other := map[string]tabular.Mapping{"ties.csv": {Columns: map[string]string{"x": "id"}, Constants: map[string]string{"evidence": "derived"}}}
	tests := []struct {
		name     string
		folder   fstest.MapFS
		mappings map[string]tabular.Mapping
		ties     int
		rejected string
		err      error
	}{
		{"several tables of a family", fstest.MapFS{"ties.csv": file(ties), "ties-2024.tsv": file(strings.ReplaceAll(ties, ",", "\t")), "ties-a-b.csv.gz": file(packed(t, ties))}, nil, 3, "", nil},
		{"other files and folders", fstest.MapFS{"ties.csv": file(ties), "README.md": file("x"), "old.csv/ties.csv": file("x")}, nil, 1, "", nil},
		{"a table of no family", fstest.MapFS{"tie.csv": file(ties)}, nil, 0, "", lac.ErrUnknownCode},
		{"a rejected row", fstest.MapFS{"ties.csv": file(ties + "u,s\n")}, nil, 1, "ties.csv:3: malformed: 2 cells, but the header has 7", nil},
		{"a table that is none", fstest.MapFS{"ties.csv": file("")}, nil, 0, "", lac.ErrSyntax},
		{"a mapping", fstest.MapFS{"ties.csv": file("x" + strings.TrimPrefix(ties, "id"))}, other, 1, "", nil},
		{"a mapping without its file", fstest.MapFS{"ties-2024.csv": file(ties)}, other, 1, "", fs.ErrNotExist},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			records, rejected, err := tabular.ReadDir(context.Background(), tt.folder, tt.mappings)
			if len(records.Ties) != tt.ties || !errors.Is(err, tt.err) {
				t.Errorf("%d ties, %v", len(records.Ties), err)
			}
			if got := fmt.Sprint(rejected); got != "["+tt.rejected+"]" {
				t.Errorf("rejected %s", got)
			}
		})
	}
}

func TestWriteDirWhereNoFolderCanBe(t *testing.T) {
	data, err := lac.NewDataset()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := tabular.WriteDir(file, data); err == nil {
		t.Error("wrote into a file")
	}
}
