package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/examples/internal/brief"
	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/examples/internal/program/programtest"
	"github.com/sinolac/sinolac/lac"
)

// The goldens are rewritten where LAC_UPDATE_GOLDEN is set; read them before
// you keep them.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("..", "..", "testdata", "golden", name)
	if os.Getenv("LAC_UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// start runs the program.
func start(args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	return run(context.Background(), program.Streams{In: stdin, Out: stdout, Err: stderr}, args)
}

func briefing(t *testing.T, args ...string) (stdout, stderr []byte) {
	t.Helper()
	var out, errs bytes.Buffer
	if err := start(append([]string{"-on", "2025-06-09"}, args...), strings.NewReader(""), &out, &errs); err != nil {
		t.Fatalf("%v\n%s", err, errs.String())
	}
	return out.Bytes(), errs.Bytes()
}

func TestText(t *testing.T) {
	out, _ := briefing(t)
	golden(t, "briefing.txt", out)
}

func TestFull(t *testing.T) {
	out, _ := briefing(t, "-full")
	golden(t, "briefing-full.txt", out)
}

// The short briefing is told in each language, in lines that fit.
func TestShortInFourLanguages(t *testing.T) {
	for _, lang := range []string{"es", "pt", "zh"} {
		out, _ := briefing(t, "-lang", lang)
		golden(t, "briefing-"+lang+".txt", out)
		for line := range strings.Lines(string(out)) {
			if n := program.Columns(strings.TrimSuffix(line, "\n")); n > 100 && !strings.Contains(line, "http") {
				t.Errorf("%s: %d columns: %s", lang, n, line)
			}
		}
	}
}

// A text without a claim says so, and one sentence takes some ten lines.
func TestShortTexts(t *testing.T) {
	for _, tt := range []struct {
		text, want string
		lines      int
	}{
		{"Nice weather in Lima.", "No claim was found that records could answer.", 6},
		{"Trade between China and Latin America and the Caribbean reached $518.4 billion in 2024.", "1 claim holds", 12},
	} {
		var out, errs bytes.Buffer
		if err := start([]string{"-on", "2025-06-09", "-statement", "-"}, strings.NewReader(tt.text), &out, &errs); err != nil {
			t.Fatal(err)
		}
		if got := out.String(); !strings.Contains(got, tt.want) || strings.Count(got, "\n") > tt.lines {
			t.Errorf("%s\n%s", tt.text, got)
		}
	}
}

// The same statement in four languages has the same verdicts, and a text from
// standard input is briefed on like a file.
func TestStatementInFourLanguages(t *testing.T) {
	want := []string{
		"level supported", "multiple mixed", "rank insufficient", "streak insufficient", "count supported", "count insufficient",
		"coverage insufficient", "count insufficient", "count insufficient", "event supported", "pledge not due", "pledge not due",
	}
	for _, lang := range []string{"en", "es", "pt", "zh"} {
		t.Run(lang, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join("..", "..", "testdata", "extract", "statement-"+lang+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			var out, errs bytes.Buffer
			args := []string{"-on", "2025-06-09", "-date", "2025-06-09", "-json", "-statement", "-"}
			if err := start(args, bytes.NewReader(text), &out, &errs); err != nil {
				t.Fatal(err)
			}
			var b brief.Briefing
			if err := json.Unmarshal(out.Bytes(), &b); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range b.Findings {
				if f.Claim.Form != lac.FormPosition && f.Claim.Measure.Kind != lac.ProductionCapacity { // the English text alone counts these
					got = append(got, string(f.Claim.Form)+" "+string(f.Verdict))
				}
			}
			slices.Sort(got)
			if diff := cmp.Diff(slices.Sorted(slices.Values(want)), got); diff != "" {
				t.Errorf("verdicts (-want +got):\n%s", diff)
			}
			if len(b.Unchecked) > 0 {
				t.Errorf("unchecked: %v", b.Unchecked)
			}
		})
	}
}

// What the records know nothing of is listed with what is missing.
func TestUncheckedClaimsAreNamed(t *testing.T) {
	text := "China has built 1,400 bridges in Africa, and trade with Peru could reach $40 billion in 2026."
	for _, args := range [][]string{{"-full"}, {"-html", filepath.Join(t.TempDir(), "page.html")}} {
		var out, errs bytes.Buffer
		args = append(args, "-on", "2025-06-09", "-date", "2025-06-09", "-statement", "-")
		if err := start(args, strings.NewReader(text), &out, &errs); err != nil {
			t.Fatal(err)
		}
		got := out.String()
		if args[0] == "-html" {
			page, err := os.ReadFile(args[1])
			if err != nil {
				t.Fatal(err)
			}
			got = string(page)
		}
		for _, want := range []string{"Not held against the records", "1,400 bridges", "knows", "$40 billion", "it is a forecast"} {
			if !strings.Contains(got, want) {
				t.Errorf("no %q", want)
			}
		}
	}
}

func TestStrictPolicy(t *testing.T) {
	out, _ := briefing(t, "-full", "-policy", "strict")
	if want := " 1  CONTRADICTED "; !strings.Contains(string(out), want) {
		t.Errorf("no %q", want)
	}
}

func TestPage(t *testing.T) {
	page := filepath.Join(t.TempDir(), "page.html")
	briefing(t, "-html", page)
	got, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "briefing.html", got)
}

func TestJSON(t *testing.T) {
	out, _ := briefing(t, "-json")
	var b struct {
		Findings []struct {
			Claim   struct{ ID string }
			Verdict string
		}
		Years, Partners, Pledges, Sources []json.RawMessage
	}
	if err := json.Unmarshal(out, &b); err != nil {
		t.Fatal(err)
	}
	if len(b.Findings) != 17 || b.Findings[1].Claim.ID != "trade-double" || b.Findings[1].Verdict != "mixed" {
		t.Errorf("findings %+v", b.Findings)
	}
	if len(b.Years) == 0 || len(b.Partners) != 33 || len(b.Pledges) == 0 || len(b.Sources) == 0 {
		t.Errorf("%d years, %d partners, %d pledges, %d sources", len(b.Years), len(b.Partners), len(b.Pledges), len(b.Sources))
	}
}

func TestComtradeFileIsASource(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA is not set: the real file is not at hand")
	}
	out, stderr := briefing(t, "-full", "-data", filepath.Join(dir, "comtrade", "annual-2022-chn-usa-deu.csv"))
	if want := "1352 rows = 1352 records + 0 rejected"; !strings.Contains(string(stderr), want) {
		t.Errorf("stderr %q lacks %q", stderr, want)
	}
	text := strings.Join(strings.Fields(string(out)), " ")
	for _, want := range []string{
		"2022: 485.79 bn USD published; the members' records come to exports 251.46271828 and imports 231.501354139 bn",
		"territories of the region beside the members: 0.379665107 bn",
		"left over: 2.446262474 bn, 0.50 % of the published figure",
		"territories without a record: Anguilla, St. Barthélemy",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
}

// A file of the claim's own years is a reading of the claim.
func TestComtradeReadingsAppear(t *testing.T) {
	const header = "refYear,period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,partner2Code,classificationCode,cmdCode,customsCode,mosCode,motCode,primaryValue,cifvalue,fobvalue\n"
	path := filepath.Join(t.TempDir(), "two-years.csv")
	rows := header +
		"2014,2014,156,CHN,X,76,BRA,0,H4,TOTAL,C00,0,0,35000000000,,35000000000\n" +
		"2014,2014,156,CHN,M,76,BRA,0,H4,TOTAL,C00,0,0,51000000000,51000000000,\n" +
		"2024,2024,156,CHN,X,76,BRA,0,H6,TOTAL,C00,0,0,72000000000,,72000000000\n" +
		"2024,2024,156,CHN,M,76,BRA,0,H6,TOTAL,C00,0,0,116000000000,116000000000,\n"
	if err := os.WriteFile(path, []byte(rows), 0o644); err != nil {
		t.Fatal(err)
	}
	out, _ := briefing(t, "-full", "-data", path)
	text := strings.Join(strings.Fields(string(out)), " ")
	for _, want := range []string{
		"2.186 times: does not decide: 1 of 33 members, too few to stand for all. China's books; the one partner with both years; 2024", // 188/86
		"two-years.csv",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in:\n%s", want, text[:6000])
		}
	}
	if strings.Contains(text, "at least 188 bn USD") {
		t.Error("Brazil's 188 bn stand beside the whole region's 518.467 bn of the same books")
	}
}

// Bad input is a clear error with its place; rejected rows are printed and the
// others kept.
func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"missing file", []string{"-data", filepath.Join(dir, "none.csv")}, "none.csv"},
		{"directory", []string{"-data", dir}, "directory"},
		{"empty file", []string{"-data", write("empty.csv", "")}, "empty.csv"},
		{"other file", []string{"-data", write("other.csv", "a,b\n1,2\n")}, "other.csv"},
		{"unknown policy", []string{"-policy", "lax"}, `policy "lax"`},
		{"malformed day", []string{"-on", "June"}, "June"},
		{"missing statement", []string{"-statement", filepath.Join(dir, "none.txt")}, "none.txt"},
		{"unknown language", []string{"-statement", "-", "-lang", "x-"}, `language "x-"`},
		{"argument", []string{"x"}, `unexpected argument "x"`},
		{"page in no folder", []string{"-html", filepath.Join(dir, "no", "page.html")}, "page.html"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var out, errs bytes.Buffer
			err := start(tt.args, strings.NewReader(""), &out, &errs)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one that names %q", err, tt.want)
			}
			if out.Len() > 0 {
				t.Errorf("printed %q", out.String())
			}
		})
	}
}

// A malformed row, an unknown country and a file cut in the middle of a row are
// each named with their place; the briefing is printed from the other rows and
// the program fails all the same.
func TestRejectedRowsAreNamed(t *testing.T) {
	const header = "refYear,period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,partner2Code,classificationCode,cmdCode,customsCode,mosCode,motCode,primaryValue,cifvalue,fobvalue\n"
	path := filepath.Join(t.TempDir(), "rows.csv")
	rows := header +
		"2020,2020,156,CHN,X,76,BRA,0,H5,TOTAL,C00,0,0,34900000000,,34900000000\n" +
		"2020,2020,156,CHN,X,7777,QQQ,0,H5,TOTAL,C00,0,0,1,,1\n" +
		"2020,2020,156,CHN,X,152,CHL,0,H5,TOTAL,C00,0,0,12e,,1\n" +
		"2020,2020,156,CHN,X,604,\"PE"
	if err := os.WriteFile(path, []byte(rows), 0o644); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	err := start([]string{"-on", "2025-06-09", "-data", path}, strings.NewReader(""), &out, &errs)
	if err == nil || !strings.Contains(err.Error(), "rows of the files were rejected, as said above: 3") {
		t.Errorf("error %v, want one that counts the rejected rows", err)
	}
	if !strings.Contains(out.String(), "claims hold") {
		t.Error("no briefing from the other rows")
	}
	for _, want := range []string{"rows.csv:3:", "rows.csv:4:", "rows.csv:5:", `"7777"`, `"12e"`, "4 rows = 1 records + 3 rejected"} {
		if !strings.Contains(errs.String(), want) {
			t.Errorf("stderr lacks %q:\n%s", want, errs.String())
		}
	}
}

func TestCommandLines(t *testing.T) { programtest.Hold(t, t.Context(), source, run) }
