package main

import (
	"bytes"
	"context"
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

var fixtures = filepath.Join("..", "..", "testdata")

// start runs the program.
func start(args []string, stdout, stderr io.Writer) error {
	return run(context.Background(), program.Streams{In: strings.NewReader(""), Out: stdout, Err: stderr}, args)
}

func ledger(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if err := start(args, &out, &errs); err != nil {
		t.Fatalf("%v\n%s", err, errs.String())
	}
	return out.String()
}

// The golden is rewritten where LAC_UPDATE_GOLDEN is set; read it before you keep
// it.
func TestText(t *testing.T) {
	got := ledger(t, "-on", "2025-06-09")
	golden := filepath.Join(fixtures, "golden", "pledges.txt")
	if os.Getenv("LAC_UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// Only an address, which cannot be broken, may be wider than the page.
func TestLinesAreAsWideAsThePage(t *testing.T) {
	for line := range strings.Lines(ledger(t, "-on", "2025-06-09")) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > 100 && !strings.HasPrefix(line, "http") {
			t.Errorf("%d columns: %s", n, line)
		}
	}
}

// block returns the lines of the pledge whose first line has a text.
func block(t *testing.T, ledger, text string) string {
	t.Helper()
	for b := range strings.SplitSeq(ledger, "\n\n") {
		for line := range strings.Lines(b) {
			if line[0] >= 'A' && line[0] <= 'Z' && strings.HasSuffix(line, "  "+text+"\n") {
				return b
			}
		}
	}
	t.Fatalf("no pledge %q in\n%s", text, ledger)
	return ""
}

// 160 of 1095 days make 3500 · 160/1095 = 511.416 scholarships due, of 520 that
// are recorded by the day; 10000 · 160/1095 = 1461.187 places, of 900.
func TestPace(t *testing.T) {
	programs := filepath.Join(fixtures, "pledges", "programs.json")
	for _, tt := range []struct {
		name, pledge string
		args, want   []string
	}{
		{"on track by days", "3,500 scholarships: government", nil, []string{"ON TRACK", "at least 520 scholarships, by scholarships-2025", "511.416 scholarships by 2025-06-09"}},
		{"behind by days", "10,000 training places: opportunity", nil, []string{"BEHIND", "at least 900 places", "1,461.187 places by 2025-06-09"}},
		{"met before its time", "300 training places: poverty reduction", nil, []string{"MET", "at least 310 places"}},
		{"a yearly quantity at no meeting", "50 training places a year: course", nil, []string{"100 places in the whole window"}},
		{"nothing is due before the end", "10,000 training places: opportunity", []string{"-policy", "loose"}, []string{"ON TRACK", "asks for 0 places by"}},
		{"a policy of one's own, by years", "10,000 training places: opportunity", []string{"-policy", filepath.Join(fixtures, "claims", "policy.json")}, []string{"ON TRACK", "asks for 0 places by"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := block(t, ledger(t, append([]string{"-on", "2025-06-09", "-data", programs}, tt.args...)...), tt.pledge)
			for _, want := range tt.want {
				if !strings.Contains(b, want) {
					t.Errorf("no %q in\n%s", want, b)
				}
			}
		})
	}
}

// On an earlier day less had been promised, delivered and reached.
func TestOn(t *testing.T) {
	if got := ledger(t, "-on", "2014-01-01"); !strings.Contains(got, "None is on record by then.") || strings.Contains(got, "forum") {
		t.Error(got)
	}
	trade := block(t, ledger(t, "-on", "2023-12-31"), "500 bn USD: trade")
	if !strings.HasPrefix(trade, "BEHIND") || strings.Contains(trade, "by 2024-12-31") {
		t.Error(trade)
	}
	trade = block(t, ledger(t, "-on", "2025-06-09"), "500 bn USD: trade")
	if !strings.HasPrefix(trade, "MET") || !strings.Contains(trade, "by 2024-12-31: 518.467 bn USD in 2024; China customs (GACC)") {
		t.Error(trade)
	}
}

func TestRefused(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "policy.json")
	if err := os.WriteFile(broken, []byte(`{"name":"x","paec":"days"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for want, args := range map[string][]string{
		`invalid value "June"`:            {"-on", "June"},
		`invalid value ""`:                {"-on", ""},
		`policy "lax": want default`:      {"-policy", "lax"},
		`field "paec": unknown code`:      {"-policy", broken},
		"none.csv: no such file":          {"-data", "none.csv"},
		`unexpected argument "2025-06-09`: {"2025-06-09"},
		"there is no flag -x":             {"-x"},
	} {
		var out bytes.Buffer
		if err := start(args, &out, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), want) || out.Len() > 0 {
			t.Errorf("%q: %v, want %s\n%s", args, err, want, out.String())
		}
	}
}

// Rows of a file that were rejected do not go unsaid.
func TestRejected(t *testing.T) {
	var out, errs bytes.Buffer
	err := start([]string{"-on", "2025-06-09", "-data", filepath.Join(fixtures, "gcdf", "rejected.csv")}, &out, &errs)
	if err == nil || !strings.Contains(err.Error(), "rows of the files were rejected, as said above: 9") || !strings.Contains(errs.String(), "9 rejected") || out.Len() == 0 {
		t.Errorf("%v\n%s", err, errs.String())
	}
}

func TestCommandLines(t *testing.T) { programtest.Hold(t, t.Context(), source, run) }
