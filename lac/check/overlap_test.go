package check_test

import (
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// A year beside months of it is the year; of spans that overlap and are less than the
// year the longest is what there was at least.
func TestYearBesideMonthsOfIt(t *testing.T) {
	first := lac.DateOf(2022, 1, 1)
	months := []lac.TradeRecord{
		row("jan", "PER", lac.Export, lac.Month(2022, 1), 9), row("feb", "PER", lac.Export, lac.Month(2022, 2), 8),
		row("up2", "PER", lac.Export, lac.Days(first, lac.DateOf(2022, 2, 28)), 17), row("up6", "PER", lac.Export, lac.Days(first, lac.DateOf(2022, 6, 30)), 55),
		row("other", "PER", lac.Import, lac.Month(2022, 1), 3), // of which there is no year
	}
	for claim, want := range map[string]struct {
		rows     []lac.TradeRecord
		interval string
		verdict  check.Verdict
	}{
		"level trade CHN PER flow=export 2022 | atleast 120e9 USD": {append(months, row("all", "PER", lac.Export, lac.Year(2022), 120)), "120000000000", check.Supported},
		"level trade CHN PER flow=export 2022 | over 120e9 USD":    {append(months, row("all", "PER", lac.Export, lac.Year(2022), 120)), "120000000000", check.Insufficient},
		"level trade CHN PER flow=export 2022 | atleast 55e9 USD":  {months, "[55000000000, ∞)", check.Supported},
		"level trade CHN PER flow=export 2022 | atleast 70e9 USD":  {months, "[55000000000, ∞)", check.Insufficient},
		"level trade CHN PER flow=import 2022 | atleast 3e9 USD":   {months, "[3000000000, ∞)", check.Supported},
	} {
		f := find(t, build(t, lac.Records{Trade: want.rows}), parseClaim(t, claim), check.Default())
		if f.Verdict != want.verdict || len(f.Readings) != 1 || f.Readings[0].Interval.String() != want.interval {
			t.Errorf("%s: %s, readings %+v; want %s on %s", claim, f.Verdict, f.Readings, want.verdict, want.interval)
		}
	}
}

// An estimate supports what it says itself and no more, and the reading says what it is.
func TestEstimateSupportsWhatItSays(t *testing.T) {
	estimate := row("e", "PER", lac.Export, lac.Year(2022), 41)
	estimate.Status = lac.Estimated
	data := build(t, lac.Records{Trade: []lac.TradeRecord{estimate}})
	for claim, want := range map[string]check.Verdict{
		"level trade CHN PER flow=export 2022 | atleast 41e9 USD": check.Supported,
		"level trade CHN PER flow=export 2022 | over 41e9 USD":    check.Insufficient,
		"level trade CHN PER flow=export 2022 | 41e9 USD":         check.Insufficient,
		"level trade CHN PER flow=export 2022 | atleast 44e9 USD": check.Insufficient,
		"level trade CHN PER flow=export 2022 | atleast 50e9 USD": check.Contradicted,
	} {
		f := find(t, data, parseClaim(t, claim), check.Default())
		if f.Verdict != want || len(f.Readings) != 1 || f.Readings[0].Basis.Status != lac.Estimated || !strings.Contains(strings.Join(f.Readings[0].Notes, " "), "estimated") {
			t.Errorf("%s: %s, readings %+v; want %s", claim, f.Verdict, f.Readings, want)
		}
	}
}
