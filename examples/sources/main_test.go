package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/examples/internal/program/programtest"
)

// sources runs the program and returns what it prints and its exit status.
func sources(args ...string) (stdout, stderr string, status int) {
	var out, errs bytes.Buffer
	err := run(context.Background(), program.Streams{In: strings.NewReader(trade), Out: &out, Err: &errs}, args)
	if err != nil {
		fmt.Fprintln(&errs, err)
	}
	return out.String(), errs.String(), program.Status(err)
}

// A pivot table does not say what its figures are; the command line does.
func TestPivotTables(t *testing.T) {
	name := filepath.Join(t.TempDir(), "pivot.csv")
	if err := os.WriteFile(name, []byte("Row Labels,Japan,Italy\nPeru,1.5,\nChile,,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, stderr, status := sources(name); status != 1 || !strings.Contains(stderr, "Options.CRS") {
		t.Errorf("status %d\n%s", status, stderr)
	}
	if stdout, stderr, status := sources("-crs", pivot, name); status != 0 || !strings.Contains(stdout, "2 rows = 2 records + 0 rejected") {
		t.Errorf("status %d\n%s%s", status, stdout, stderr)
	}
	if _, stderr, status := sources("-crs", `{"flwo":"commitment"}`, name); status != 2 || !strings.Contains(stderr, "flwo") {
		t.Errorf("status %d\n%s", status, stderr)
	}
}

func TestStatusTellsOfRejectedRowsAndFiles(t *testing.T) {
	rejected := filepath.Join("..", "..", "testdata", "comtrade", "rejected.csv")
	stdout, _, status := sources(rejected)
	if status != 1 || !strings.Contains(stdout, "rejected.csv: UN Comtrade\n") || !strings.Contains(stdout, "; the first: rejected.csv:") {
		t.Errorf("status %d\n%s", status, stdout)
	}
	_, stderr, status := sources("main.go", "none.csv")
	if status != 1 || !strings.Contains(stderr, "no source that is known begins with") || !strings.Contains(stderr, "none.csv: no such file") {
		t.Errorf("status %d\n%s", status, stderr)
	}
	if _, stderr, status = sources(); status != 2 || !strings.Contains(stderr, "no file: give files") {
		t.Errorf("status %d\n%s", status, stderr)
	}
}

func TestAMappingReadsASpreadsheet(t *testing.T) {
	folder := filepath.Join("..", "..", "testdata", "tabular")
	stdout, stderr, status := sources("-mapping", filepath.Join(folder, "spreadsheet.json"), filepath.Join(folder, "spreadsheet.csv"))
	if !strings.Contains(stdout, "spreadsheet.csv: table of records\n") {
		t.Errorf("status %d\n%s%s", status, stdout, stderr)
	}
	_, stderr, status = sources("-mapping", "main.go", filepath.Join(folder, "spreadsheet.csv"))
	if status != 2 || !strings.Contains(stderr, "main.go: ") {
		t.Errorf("status %d\n%s", status, stderr)
	}
}

// trade is what standard input has.
const trade = "id,source,reporter,partner,flow,period,commodity,value,value.currency\na,s,CHN,BRA,export,2024,TOTAL,12.50,USD\n"

func TestFoldersAndStandardInput(t *testing.T) {
	folder := t.TempDir()
	for name, text := range map[string]string{"a.csv": trade, "below/b.csv": strings.Replace(trade, "a,s", "b,s", 1), ".hidden": "x"} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	stdout, _, _ := sources(folder, "-")
	for _, want := range []string{"a.csv: table of records\n", "b.csv: table of records\n", "standard input: table of records\n"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("no %q in\n%s", want, stdout)
		}
	}
	if strings.Contains(stdout, "hidden") {
		t.Error(stdout)
	}
}

func TestCommandLines(t *testing.T) { programtest.Hold(t, t.Context(), source, run) }
