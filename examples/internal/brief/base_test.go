package brief

import (
	"strings"
	"testing"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
)

// A briefing speaks as of one day: the claims on pledges, the list of them, the meetings
// and the heading.
func TestBriefingIsOfOneDay(t *testing.T) {
	data, err := almanac.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	s := almanacBriefing(t).Statement
	for on, open := range map[lac.Date]check.Verdict{
		lac.DateOf(2024, 1, 1):   check.Unmeasurable, // they were promised in May 2025
		lac.DateOf(2025, 6, 9):   check.NotDue,
		lac.DateOf(2026, 11, 30): check.NotDue,
		lac.DateOf(2028, 1, 1):   check.Unmeasurable, // the window has closed, and nothing is recorded
	} {
		b, err := Of(data, s, on, check.Default())
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range b.Findings {
			if f.Claim.Form == lac.FormPledge && f.Verdict != open {
				t.Errorf("%v: %s is %s", on, f.Claim.ID, f.Verdict)
			}
		}
		for _, p := range b.Pledges {
			if p.AsOf != on || p.Pledge.Made.First().After(on) {
				t.Errorf("%v: %s, made %v, as of %v", on, p.Pledge.ID, p.Pledge.Made, p.AsOf)
			}
		}
		for _, m := range b.Meetings {
			if m.Date.First().After(on) {
				t.Errorf("%v: meeting of %v", on, m.Date)
			}
		}
		var text strings.Builder
		if err := b.WriteText(&text, program.Streams{}); err != nil || !strings.Contains(text.String(), "Pledges as of "+on.String()) {
			t.Errorf("%v: another day in the heading: %v", on, err)
		}
	}
}
