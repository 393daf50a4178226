package main

import (
	"bytes"
	"errors"
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

func TestCommandLines(t *testing.T) { programtest.Hold(t, t.Context(), source, run) }
