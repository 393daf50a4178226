package main

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// sources runs the program and returns what it prints and its exit status.
func sources(t *testing.T, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "sources")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	cmd := exec.Command(binary, args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	_ = cmd.Run() // the status says it
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

func TestStatusTellsOfRejectedRowsAndFiles(t *testing.T) {
	rejected := filepath.Join("..", "..", "testdata", "comtrade", "rejected.csv")
	stdout, _, status := sources(t, rejected)
	if status != 1 || !strings.Contains(stdout, "rejected.csv: UN Comtrade\n") || !strings.Contains(stdout, "; the first: rejected.csv:") {
		t.Errorf("status %d\n%s", status, stdout)
	}
	_, stderr, status := sources(t, "main.go", "none.csv")
	if status != 1 || !strings.Contains(stderr, "no source that is known begins with") || !strings.Contains(stderr, "none.csv: no such file") {
		t.Errorf("status %d\n%s", status, stderr)
	}
	if _, stderr, status = sources(t); status != 2 || !strings.Contains(stderr, "usage: sources") {
		t.Errorf("status %d\n%s", status, stderr)
	}
}

func TestAMappingReadsASpreadsheet(t *testing.T) {
	folder := filepath.Join("..", "..", "testdata", "tabular")
	stdout, stderr, status := sources(t, "-mapping", filepath.Join(folder, "spreadsheet.json"), filepath.Join(folder, "spreadsheet.csv"))
	if !strings.Contains(stdout, "spreadsheet.csv: table of records\n") {
		t.Errorf("status %d\n%s%s", status, stdout, stderr)
	}
	_, stderr, status = sources(t, "-mapping", "main.go", filepath.Join(folder, "spreadsheet.csv"))
	if status != 2 || !strings.Contains(stderr, "main.go: ") {
		t.Errorf("status %d\n%s", status, stderr)
	}
}
