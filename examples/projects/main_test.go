package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/examples/internal/program/programtest"
)

// start runs the program.
func start(args []string, stdout, stderr io.Writer) error {
	return run(context.Background(), program.Streams{In: strings.NewReader(""), Out: stdout, Err: stderr}, args)
}

// fixtures are what the golden's arguments name.
var fixtures = []string{filepath.Join("..", "..", "testdata", "gcdf", "release.csv"), filepath.Join("..", "..", "testdata", "projects", "ministry.xml")}

// The golden is rewritten where LAC_UPDATE_GOLDEN is set; read it before you keep
// it.
func TestText(t *testing.T) {
	var out, errs bytes.Buffer
	if err := start(fixtures, &out, &errs); err != nil || errs.Len() > 0 {
		t.Fatalf("%v\n%s", err, errs.String())
	}
	golden := filepath.Join("..", "..", "testdata", "golden", "projects.txt")
	if os.Getenv("LAC_UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(out.String(), "\n")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestFlags(t *testing.T) {
	for _, tt := range []struct {
		name string
		args []string
		want []string
		not  string
	}{
		{"one country", []string{"-recipient", "PER"}, []string{"Projects in Peru", "12,006,000"}, "Bolivia  "},
		{"a period", []string{"-from", "2012", "-to", "2014"}, []string{"of 2012/2014", "12,700,001", "120,000,000"}, "271,850,001"},
		{"a short list", []string{"-list", "2"}, []string{"and 4 more"}, "Embassy donates"},
		{"a bloc as it was", []string{"-on", "2005-01-01"}, []string{"nothing"}, "Ecuador"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out, errs bytes.Buffer
			if err := start(append(tt.args, fixtures...), &out, &errs); err != nil {
				t.Fatal(err)
			}
			for _, want := range tt.want {
				if !strings.Contains(out.String(), want) {
					t.Errorf("no %q in\n%s", want, out.String())
				}
			}
			if strings.Contains(out.String(), tt.not) {
				t.Errorf("%q in\n%s", tt.not, out.String())
			}
		})
	}
}

// Reasons of rejected rows are listed beside the report, which counts them.
func TestRejected(t *testing.T) {
	var out, errs bytes.Buffer
	if err := start([]string{filepath.Join("..", "..", "testdata", "gcdf", "rejected.csv")}, &out, &errs); !errors.Is(err, program.ErrRejected) {
		t.Fatal(err)
	}
	if n := strings.Count(errs.String(), "; the first: rejected.csv:"); n < 5 {
		t.Errorf("%d reasons:\n%s", n, errs.String())
	}
	if want := "11 rows, 9 rejected"; !strings.Contains(out.String(), want) {
		t.Errorf("no %q in\n%s", want, out.String())
	}
}

func TestRefused(t *testing.T) {
	for want, args := range map[string][]string{
		"no file":             nil,
		"no projects in":      {filepath.Join("..", "..", "testdata", "comtrade", "api.csv")},
		"-list -3":            {"-list", "-3", fixtures[0]},
		"-from -5":            {"-from", "-5", fixtures[0]},
		"-to 12345":           {"-to", "12345", fixtures[0]},
		"-recipient: want":    {"-recipient", "", fixtures[0]},
		`invalid value ""`:    {"-on", "", fixtures[0]},
		"no such file":        {"none.csv"},
		"no source that is":   {"main.go"},
		"ends before":         {"-from", "2020", "-to", "2010", fixtures[0]},
		"unknown code":        {"-recipient", "Atlantis", fixtures[0]},
		"there is no flag -x": {"-x"},
	} {
		if err := start(args, &bytes.Buffer{}, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", args, err, want)
		}
	}
}

func TestCommandLines(t *testing.T) { programtest.Hold(t, t.Context(), source, run) }
