//go:build unix

package tabular_test

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/tabular"
)

// TestWriterThatIsKilled is the process that TestKillInTheMidst kills.
func TestWriterThatIsKilled(t *testing.T) {
	folder := os.Getenv("TABULAR_TEST_FOLDER")
	if folder == "" {
		t.Skip("runs as a process of its own")
	}
	data, err := almanac.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	if err := tabular.WriteDir(folder, data); err != nil {
		t.Fatal(err)
	}
}

// Tables whose writer was killed in the midst are not read, not even where there were
// whole ones before.
func TestKillInTheMidst(t *testing.T) {
	data, err := almanac.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := tabular.WriteDir(folder, data); err != nil {
		t.Fatal(err)
	}
	if _, _, err := tabular.ReadDir(context.Background(), os.DirFS(folder), nil); err != nil {
		t.Fatalf("before: %v", err)
	}
	// The pipe holds the writer up within a table for as long as it takes.
	table := filepath.Join(folder, "statements.csv")
	whole, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Remove(table), syscall.Mkfifo(table, 0o600)); err != nil {
		t.Fatal(err)
	}
	writer := exec.Command(os.Args[0], "-test.run=^TestWriterThatIsKilled$")
	writer.Env = append(os.Environ(), "TABULAR_TEST_FOLDER="+folder)
	if err := writer.Start(); err != nil {
		t.Fatal(err)
	}
	pipe, err := os.Open(table)
	if err != nil {
		t.Fatal(err)
	}
	defer pipe.Close()
	first := make([]byte, 10)
	if _, err := io.ReadFull(pipe, first); err != nil {
		t.Fatal(err)
	}
	if err := writer.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = writer.Wait() // it was killed
	for name, text := range map[string][]byte{"cut": first, "as it was before": whole} {
		if err := errors.Join(os.Remove(table), os.WriteFile(table, text, 0o600)); err != nil {
			t.Fatal(err)
		}
		if _, _, err := tabular.ReadDir(context.Background(), os.DirFS(folder), nil); !errors.Is(err, tabular.ErrIncomplete) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
