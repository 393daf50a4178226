package chart_test

import (
	"math/big"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/chart"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/interval"
)

// A reading that decides nothing has no verdict in the picture.
func TestNoVerdictOfWhatDecidesNothing(t *testing.T) {
	point := func(n int64) interval.Interval { return interval.Point(big.NewRat(n, 1)) }
	reading := func(n int64, v check.Verdict, deciding bool) check.Reading {
		return check.Reading{Interval: point(n), Says: point(n), Allows: point(n), Unit: lac.UnitProjects, Verdict: v, Deciding: deciding}
	}
	f := check.Finding{
		Claim: lac.Claim{ID: "c", Form: lac.FormCount, Gist: "g"}, Stated: point(10), Unit: lac.UnitProjects, Verdict: check.Supported,
		Readings: []check.Reading{reading(10, check.Supported, true), reading(12, check.Contradicted, false)},
	}
	p, err := chart.Claim(f, language.English)
	if err != nil {
		t.Fatal(err)
	}
	svg, err := p.SVG(chart.Style{})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{string(svg), p.Alt} {
		if !strings.Contains(text, "shown, decides nothing") || !strings.Contains(text, "Supported") || strings.Contains(text, "Contradicted") {
			t.Error(text)
		}
	}
}
