package extract_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/extract"
)

// TestNoFalseVerdictFromText reads sentences as papers and officials write them, checks what
// is found in them, and sees that nothing is decided that a careful reader would not sign.
func TestNoFalseVerdictFromText(t *testing.T) {
	data := dataset(t)
	ready := check.Prepare(data, check.Default())
	signed, decidable := 0, 0
	for line := range strings.Lines(fixture(t, "verdicts.tsv")) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || cells[0] == "lang" {
			continue
		}
		if len(cells) != 3 {
			t.Fatalf("malformed line %q", line)
		}
		st, _ := extract.Statement(cells[2], extract.Options{Language: language.Make(cells[0]), Date: lac.DateOf(2025, 6, 9), Records: data})
		found, err := ready.Statement(st)
		if err != nil {
			t.Errorf("%s: %v", cells[2], err)
		}
		right := false
		for _, f := range found {
			switch f.Verdict {
			case check.Supported, check.Contradicted, check.Mixed:
				if !slices.Contains(strings.Fields(cells[1]), string(f.Verdict)) {
					t.Errorf("%s: %s %v is %s, want %s", cells[2], f.Claim.Form, f.Claim.Stated, f.Verdict, cells[1])
				}
				right = true
			}
		}
		if cells[1] != "-" {
			decidable++
			if right {
				signed++
			}
		}
	}
	if signed < 100 {
		t.Errorf("%d of %d sentences that can be decided are", signed, decidable)
	}
}
