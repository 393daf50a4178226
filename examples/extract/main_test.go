package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/examples/internal/program/programtest"
)

// start runs the program.
func start(args []string, stdin string, stdout, stderr io.Writer) error {
	return run(context.Background(), program.Streams{In: strings.NewReader(stdin), Out: stdout, Err: stderr}, args)
}

func extracted(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if err := start(args, stdin, &out, &errs); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// The golden is rewritten where LAC_UPDATE_GOLDEN is set; read it before you keep
// it.
func TestText(t *testing.T) {
	got := extracted(t, "", "-date", "2025-06-09", filepath.Join("..", "..", "testdata", "extract", "statement-en.txt"))
	path := filepath.Join("..", "..", "testdata", "golden", "extract.txt")
	if os.Getenv("LAC_UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRows(t *testing.T) {
	const rows = `{"id":"a","date":"2024-09-06","text":"Beijing pledged nearly €51 billion over three years."}

{"id":"b","date":null,"lang":"zh","text":"中国连续15年是非洲最大贸易伙伴。"}
{"id":"c","date":"2024","text":"Nothing."}
`
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"claims", []string{"-jsonl", "-"}, `{"id":"a","claims":[{"span":"nearly €51 billion","start":16,"end":34,"kind":"pledge","subject":"nearly €51 billion","value":"51000000000","unit":"EUR","comparator":"near_below","period":"2024/2026","baseline_period":null,"parties":["CHN"]}]}
{"id":"b","claims":[{"span":"连续15年","start":2,"end":7,"kind":"streak","subject":"最大贸易伙伴","value":"15","unit":"years","comparator":"eq","period":null,"baseline_period":null,"parties":["CHN","AFR"]},{"span":"最大贸易伙伴","start":10,"end":16,"kind":"rank","subject":"最大贸易伙伴","value":"1","unit":"rank","comparator":"eq","period":null,"baseline_period":null,"parties":["CHN","AFR"]}]}
{"id":"c","claims":[]}
`},
		{"figures", []string{"-figures", "-jsonl", "-"}, `{"id":"a","figures":[{"text":"€51 billion","start":23,"end":34,"kind":"money","value":"51000000000","low":null,"high":null,"unit":"EUR"},{"text":"three","start":40,"end":45,"kind":"number","value":"3","low":null,"high":null,"unit":null}]}
{"id":"b","figures":[{"text":"15","start":4,"end":6,"kind":"number","value":"15","low":null,"high":null,"unit":null}]}
{"id":"c","figures":[]}
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(strings.Split(tt.want, "\n"), strings.Split(extracted(t, rows, tt.args...), "\n")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Offsets count code points, so that the words can be found again by any reader.
func TestOffsetsCountCodePoints(t *testing.T) {
	for _, lang := range []string{"en", "es", "pt", "zh"} {
		text, err := os.ReadFile(filepath.Join("..", "..", "testdata", "extract", "statement-"+lang+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		runes := []rune(string(text))
		n := 0
		_, claims, _ := strings.Cut(extracted(t, string(text)), "\n") // behind the line of the statement
		for line := range strings.Lines(claims) {
			var r claimRow
			if err := json.Unmarshal([]byte(line), &r); err != nil {
				t.Fatal(err)
			}
			if got := string(runes[r.Start:r.End]); got != r.Span || utf8.RuneCountInString(r.Span) != r.End-r.Start {
				t.Errorf("%s: %q at %d:%d is %q", lang, r.Span, r.Start, r.End, got)
			}
			n++
		}
		if n < 10 {
			t.Errorf("%s: %d claims", lang, n)
		}
	}
}

func TestBadInputIsNamed(t *testing.T) {
	tests := []struct {
		name, stdin string
		args        []string
		want        string
	}{
		{"missing file", "", []string{"none.txt"}, "none.txt"},
		{"malformed row", "{\"id\":\"a\",\"text\":\"\"}\n{", []string{"-jsonl", "-"}, "line 2"},
		{"malformed date", `{"id":"a","date":"May","text":""}`, []string{"-jsonl", "-"}, `"May"`},
		{"malformed language", "", []string{"-lang", "x-"}, `language "x-"`},
		{"malformed day", "", []string{"-date", "June"}, "June"},
		{"two files", "", []string{"a", "b"}, `"b"`},
		{"file beside rows", "", []string{"-jsonl", "-", "b"}, "exclude each other"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var out, errs bytes.Buffer
			err := start(tt.args, tt.stdin, &out, &errs)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one that names %q", err, tt.want)
			}
		})
	}
}

func TestCommandLines(t *testing.T) { programtest.Hold(t, t.Context(), source, run) }
