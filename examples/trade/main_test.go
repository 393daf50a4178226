package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/examples/internal/program/programtest"
	"github.com/sinolac/sinolac/lac"
)

// answerTo runs the program.
func answerTo(t *testing.T, stdin string, args ...string) (string, string, error) {
	t.Helper()
	var out, errs bytes.Buffer
	err := run(t.Context(), program.Streams{In: strings.NewReader(stdin), Out: &out, Err: &errs}, args)
	return out.String(), errs.String(), err
}

// Two reporters of the Pacific Alliance in one year, and a World row beside its
// part, as UN Comtrade's site has them.
const file = `typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate
C,A,20240101,2024,52,2024,604,PER,Peru,X,Export,156,CHN,China,0,W00,World,H6,HS,True,TOTAL,All Commodities,0,False,C00,TOTAL CPC,0,0,TOTAL MOT,-1,N/A,,False,-1,N/A,,False,,False,,False,,25000.5,25000.5,0,False,True
C,A,20240101,2024,52,2024,152,CHL,Chile,X,Export,156,CHN,China,0,W00,World,H6,HS,True,TOTAL,All Commodities,0,False,C00,TOTAL CPC,0,0,TOTAL MOT,-1,N/A,,False,-1,N/A,,False,,False,,False,,38000.25,38000.25,0,False,True
`

func TestAnswers(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want []string // in this order
	}{
		{[]string{"-reporter", "PACALL", "-partner", "China", "-by", "year", "-"}, []string{"2024", "63000.75 USD", "2 of 4 reporters, without COL MEX"}},
		{[]string{"-reporter", "PER", "-partner", "156", "-flow", "export", "-by", "reporter, year", "-as", "csv", "-"}, []string{"reporter,year,exports,records,covers", "PER,2024,25000.5 USD,1,all"}},
		{[]string{"-partner", "CHN", "-by", "reporter", "-as", "svg", "-"}, []string{"<svg", "Chile", "Peru"}},
		{[]string{"-by", "year", "-as", "json", "-"}, []string{`"totals"`, `"63000.75 USD"`}},
	} {
		out, errs, err := answerTo(t, file, tt.args...)
		if err != nil || errs != "" {
			t.Errorf("%q: %v %s", tt.args, err, errs)
		}
		rest := out
		for _, want := range tt.want {
			_, after, ok := strings.Cut(rest, want)
			if !ok {
				t.Errorf("%q: no %q in\n%s", tt.args, want, out)
			}
			rest = after
		}
	}
}

func TestNoAnswer(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"-reporter", "Atlantis"}, "Atlantis"},
		{[]string{"-by", "moon"}, `"moon"`},
		{[]string{"-as", "pdf"}, `"pdf"`},
		{[]string{"-flow", "gift"}, `"gift"`},
		{[]string{"-reporter", "JPN", "-"}, "no record answers: reporter JPN"},
		{[]string{"-as", "svg", "-"}, "one dimension"},
		{[]string{"no-such-file.csv"}, "no-such-file.csv"},
	} {
		if _, _, err := answerTo(t, file, tt.args...); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: %v, want %q", tt.args, err, tt.want)
		}
	}
	// What must not be added is refused with its remedy.
	twice := file + strings.Replace(strings.Split(file, "\n")[1], "156,CHN,China", "0,W00,World", 1) + "\n"
	_, _, err := answerTo(t, twice, "-reporter", "PER", "-by", "year", "-")
	var unsafe *lac.UnsafeSumError
	if !errors.As(err, &unsafe) || unsafe.Remedy == "" && !strings.Contains(err.Error(), "World") {
		t.Errorf("World beside its part: %v", err)
	}
	// A row that is no row: the answer stands on the others, and the status says so.
	out, errs, err := answerTo(t, strings.Replace(file, "38000.25,38000.25", "many,many", 1), "-by", "reporter", "-")
	if !errors.Is(err, program.ErrRejected) || !strings.Contains(out, "PER") || errs == "" {
		t.Errorf("%v\n%s\n%s", err, out, errs)
	}
}

// Files are added up one by one, and the parts merged: the answer is that of all of
// them. A part that is missing, or comes twice, is an error.
func TestParts(t *testing.T) {
	dir := t.TempDir()
	lines := strings.SplitAfter(file, "\n")
	var names, parts []string
	for i, row := range lines[1:3] {
		name := filepath.Join(dir, fmt.Sprintf("%d.csv", i))
		if err := os.WriteFile(name, []byte(lines[0]+row), 0o600); err != nil {
			t.Fatal(err)
		}
		names, parts = append(names, name), append(parts, name+".part")
		if out, errs, err := answerTo(t, "", "-by", "reporter,year", "-partial", parts[i], name); err != nil || out+errs != "" {
			t.Fatalf("%v\n%s%s", err, out, errs)
		}
	}
	list := filepath.Join(dir, "all")
	if err := os.WriteFile(list, []byte(strings.Join(names, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	want, _, err := answerTo(t, file, "-by", "reporter,year", "-")
	if err != nil {
		t.Fatal(err)
	}
	got, _, err := answerTo(t, "", "-by", "reporter,year", "-expect", list, "-merge", parts[1], parts[0])
	if err != nil || got != want {
		t.Errorf("%v\n%s\nwant\n%s", err, got, want)
	}
	// A file may come by a pipe, and a part go by one.
	part, errs, err := answerTo(t, file, "-by", "reporter,year", "-partial", "-", "-")
	if err != nil || errs != "" {
		t.Fatal(err, errs)
	}
	piped := filepath.Join(dir, "piped")
	if err := os.WriteFile(piped, []byte(part), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, _, err := answerTo(t, "", "-by", "reporter,year", "-merge", piped); err != nil || got != want {
		t.Errorf("by a pipe: %v\n%s\nwant\n%s", err, got, want)
	}
	for _, tt := range []struct {
		err  error
		args []string
	}{
		{lac.ErrMissing, []string{"-by", "reporter,year", "-expect", list, "-merge", parts[1]}},
		{lac.ErrSameInput, []string{"-by", "reporter,year", "-merge", parts[1], parts[0], parts[1]}},
		{lac.ErrRange, []string{"-by", "year", "-merge", parts[1]}},
		{lac.ErrSyntax, []string{"-by", "year", "-merge", names[1]}},
	} {
		if _, _, err := answerTo(t, "", tt.args...); !errors.Is(err, tt.err) {
			t.Errorf("%q: %v, want %v", tt.args, err, tt.err)
		}
	}
}

// A file is cut by bytes, anywhere: what is refused, and for which records, is as for
// the whole file, and so is the sum.
func TestBytes(t *testing.T) {
	t.Chdir(t.TempDir())
	chile := strings.Split(file, "\n")[2]
	world := strings.Replace(chile, "156,CHN,China", "0,W00,World", 1) + "\n"
	for name, tt := range map[string]struct{ text, refused string }{
		"sum":     {file, ""},
		"refused": {file + world, `(records ["comtrade:long#4" "comtrade:long#3"])`},
	} {
		if err := os.WriteFile("long.csv", []byte(tt.text), 0o600); err != nil {
			t.Fatal(err)
		}
		want, _, wantErr := answerTo(t, "", "-by", "year", "long.csv")
		if (wantErr == nil) != (tt.refused == "") || wantErr != nil && !strings.Contains(wantErr.Error(), tt.refused) {
			t.Fatalf("%s: whole: %v", name, wantErr)
		}
		args := []string{"-by", "year", "-expect", "all", "-merge"}
		for from := (len(tt.text) - 1) / 100 * 100; from >= 0; from -= 100 {
			part := fmt.Sprint(from, ".part")
			if out, errs, err := answerTo(t, "", "-by", "year", "-bytes", fmt.Sprintf("%d-%d", from, from+100), "-partial", part, "long.csv"); err != nil || out+errs != "" {
				t.Fatalf("%s: %v\n%s%s", name, err, out, errs)
			}
			args = append(args, part)
		}
		if err := os.WriteFile("all", []byte("long.csv\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		got, _, err := answerTo(t, "", args...)
		if got != want || fmt.Sprint(err) != fmt.Sprint(wantErr) {
			t.Errorf("%s: %v\n%s\nwant %v\n%s", name, err, got, wantErr, want)
		}
		if _, _, err := answerTo(t, "", args[:len(args)-1]...); !errors.Is(err, lac.ErrMissing) {
			t.Errorf("%s: without a part: %v", name, err)
		}
	}
	for _, args := range [][]string{
		{"-bytes", "5", "-partial", "p", "long.csv"}, {"-bytes", "5-5", "-partial", "p", "long.csv"}, {"-bytes", "-5", "-partial", "p", "long.csv"},
		{"-bytes", "5-6", "long.csv"}, {"-bytes", "5-6", "-partial", "p", "long.csv", "long.csv"},
	} {
		if _, _, err := answerTo(t, "", args...); program.Status(err) != program.StatusUsage {
			t.Errorf("%q: %v", args, err)
		}
	}
}

func TestCommandLines(t *testing.T) { programtest.Hold(t, t.Context(), source, run) }
