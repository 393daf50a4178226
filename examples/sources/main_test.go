package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
)

// sources runs the program and returns what it prints and its exit status.
func sources(args ...string) (stdout, stderr string, status int) {
	var out, errs bytes.Buffer
	status = run(args, &out, &errs)
	return out.String(), errs.String(), status
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
	if _, stderr, status = sources(); status != 2 || !strings.Contains(stderr, "usage: sources") {
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
