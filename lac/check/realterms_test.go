package check_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// TestRealTermsSayWhy sees that a claim in real terms that is left open for want of an
// index says so, beside the nearest figure, and that a policy may take the index on
// record for the one that is meant.
func TestRealTermsSayWhy(t *testing.T) {
	data := formData(t)
	c := lac.Claim{ID: "c", Gist: "c", Form: lac.FormChange, Period: lac.Year(2024), Baseline: lac.Year(2023),
		Measure: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.Chile, Flow: lac.Export, Real: true},
		Stated:  lac.Stated{Value: quantity("2.2 percent"), Digits: 2}}
	f := find(t, data, c, check.Default())
	if f.Verdict != check.Insufficient || !slices.Contains(f.Missing, "By which index of prices the claim is in real terms.") {
		t.Errorf("%s, missing %q", f.Verdict, f.Missing)
	}
	if len(f.Readings) == 0 || check.Text(f.Readings[0].Interval, f.Readings[0].Unit) != "2.197 percent" ||
		!strings.Contains(strings.Join(f.Readings[0].Notes, " "), "from 2023 to 2024 two indexes may draw apart by 15 percent") {
		t.Errorf("readings %+v", f.Readings)
	}
	p := check.Default()
	p.Deflator = p.Deflator.Sub(p.Deflator)
	if f := find(t, data, c, p); f.Verdict != check.Supported {
		t.Errorf("by the index on record: %s", f.Verdict)
	}
	// Two amounts of one time are deflated alike, by whatever index.
	c.Form, c.Baseline, c.Stated, c.Direction = lac.FormComparison, lac.Period{}, lac.Stated{}, lac.Up
	c.Of = c.Measure
	c.Of.Flow, c.Measure.Flow = lac.Export, lac.Import
	if f := find(t, data, c, check.Default()); f.Verdict != check.Supported { // 42 and 20
		t.Errorf("two flows of one year: %s", f.Verdict)
	}
}
