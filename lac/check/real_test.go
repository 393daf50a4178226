package check_test

import (
	"context"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/comtrade"
	"github.com/sinolac/sinolac/lac/gcdf"
)

// realFile returns a dataset of one of UN Comtrade's files.
func realFile(t *testing.T, name string) *lac.Dataset {
	t.Helper()
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA does not name a folder with UN Comtrade's files")
	}
	r, err := comtrade.Open(filepath.Join(dir, "comtrade", name))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	records, _, err := r.ReadAll(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return build(t, lac.Records{Sources: []lac.Source{r.SourceRecord()}, Trade: records})
}

// What China, the United States and Germany reported of 2022. Turnover in
// billions: China 6309.599, of it with the United States 761.713, South Korea
// 362.289, Japan 357.424, Germany 227.625, Brazil 171.492 and the EU's 27
// members 847.821; the United States 5434.992, with Canada 801.511, Mexico
// 783.555, China 729.525 and the EU's members 918.986; Germany 3274.995, with
// China 319.986, the United States 265.299 and the Netherlands 230.058.
func TestClaimsOfARealYear(t *testing.T) {
	checkCases(t, realFile(t, "annual-2022-chn-usa-deu.csv"), []claimCase{
		// The World's row: 3593.601435602 + 2715.997517261 = 6309.599; 6250 is 59.599 below. On the partners' side two of 250 report.
		{claim: "level trade CHN 001 2022 | 6.3e12 USD", verdict: yes,
			margin: "flips at 6250 bn USD, 59.599 bn USD lower", readings: []string{
				"6309.599 bn USD supported China's books (the source's own row for World)",
				"at least 1172.395 bn USD undecided World's own books (World, 2 of 250 members with both figures)",
			}},
		// 251.46271828 + 231.501354139 = 482.964; 482.964 - 432 = 50.964, 528 - 482.964 = 45.036. That it is 483.344 at most with territories says less, and is left out.
		{claim: "level trade CHN CELAC 2022 | about 480e9 USD", verdict: yes,
			margin: "flips at 490 bn USD, 7.036 bn USD higher", readings: []string{
				"482.964 bn USD supported China's books (CELAC, 33 members)",
			}},
		// China's books 761.713, the United States' own 729.525.
		{claim: "level trade CHN USA 2022 | 761.7e9 USD", verdict: mixed,
			margin: "flips at 761.65 bn USD, 62.94 mn USD lower", readings: []string{
				"761.713 bn USD supported China's books (United States)",
				"729.525 bn USD contradicted United States's own books (United States)",
			}},
		// Both books: 729.525 and 761.713.
		{claim: "level trade USA CHN 2022 | over 700e9 USD", verdict: yes,
			margin: "flips at 700 bn USD, 29.525 bn USD lower", readings: []string{
				"729.525 bn USD supported United States's books (China)",
				"761.713 bn USD supported China's own books (China)",
			}},
		// China's books 227.625, Germany's 319.986, 19.986 above the edge.
		{claim: "level trade CHN DEU 2022 | over 300e9 USD", verdict: mixed,
			margin: "flips at 300 bn USD, 19.986 bn USD lower", readings: []string{
				"227.625 bn USD contradicted China's books (Germany)",
				"319.986 bn USD supported Germany's own books (Germany)",
			}},
		// 482.964072/6309.598953 = 7.654 percent; 7.65 percent are 482.684.
		{claim: "share trade CHN CELAC 2022 of 001 | 7.7 percent", verdict: yes,
			margin: "flips at 482.684 bn USD, 279.753 mn USD lower", readings: []string{
				"7.654 percent supported China's books (CELAC, 33 members, of the source's own row for World)",
			}},
		// 761.712940/6309.598953 = 12.072 percent; 12 percent are 757.152.
		{claim: "share trade CHN USA 2022 of 001 | over 12 percent", verdict: yes,
			margin: "flips at 757.152 bn USD, 4.561 bn USD lower", readings: []string{
				"12.072 percent supported China's books (United States, of the source's own row for World)",
			}},
		// 729.525/5434.992 = 13.423 percent; 13.5 percent are 733.724.
		{claim: "share trade USA CHN 2022 of 001 | about 15 percent", verdict: no,
			margin: "flips at 733.724 bn USD, 4.199 bn USD higher", readings: []string{
				"13.423 percent contradicted United States's books (China, of the source's own row for World)",
			}},
		// First with the members apart; the EU's 27 together have 847.821 - 761.713 = 86.108 more.
		{claim: "rank trade CHN USA 2022 | 1 rank", verdict: mixed,
			margin: "European Union is ahead by 86.108 bn USD; South Korea is behind by 399.424 bn USD", readings: []string{
				"1st supported UN Comtrade, as reported (the EU's members apart)",
				"2nd contradicted UN Comtrade, as reported (the EU as one partner)",
			}},
		// 11th: behind Russia's 190.272 by 18.780, before Indonesia's 149.088 by 22.404; with the EU as one, Germany is in it and the EU in its place.
		{claim: "rank trade CHN BRA 2022 | upto 11 rank", verdict: yes,
			margin: "Russia is ahead by 18.78 bn USD; Indonesia is behind by 22.404 bn USD", readings: []string{
				"11th supported UN Comtrade, as reported (the EU's members apart)",
				"11th supported UN Comtrade, as reported (the EU as one partner)",
			}},
		// Third after Canada and Mexico, or fourth after the EU too.
		{claim: "rank trade USA CHN 2022 | 3 rank", verdict: mixed,
			margin: "Mexico is ahead by 54.03 bn USD; Japan is behind by 494.775 bn USD", readings: []string{
				"3rd supported UN Comtrade, as reported (the EU's members apart)",
				"4th contradicted UN Comtrade, as reported (the EU as one partner)",
			}},
		// 319.986 - 265.299 = 54.687 before the United States; the EU as one is no partner of its member. Its partners' exports and imports add up to those with the World.
		{claim: "rank trade DEU CHN 2022 | 1 rank", verdict: yes,
			margin: "United States is behind by 54.687 bn USD", readings: []string{
				"1st supported UN Comtrade, as reported (the EU's members apart)",
			}},
		// One year of data: first in it, or not if the EU is one; of the years before nothing is known.
		{claim: "streak trade CHN USA 2022 place 1 | many", verdict: open,
			margin: "decided at 5 years, 4 years higher", readings: []string{
				"0 years contradicted UN Comtrade, as reported (the EU as one partner)",
				"at least 1 year undecided UN Comtrade, as reported (the EU's members apart)",
			}},
	})
}

// What else is said of that year, by places and sums of the file: the first verdict is
// what an expert would say, the others are defensible too.
func TestMoreClaimsOfARealYear(t *testing.T) {
	data := realFile(t, "annual-2022-chn-usa-deu.csv")
	for claim, want := range map[string][]check.Verdict{
		// Exports, in billions: the United States 582.8, Hong Kong 297.5 … Thailand 78.5, Mexico 77.5: 15th, or 14th with the EU in
		// place of the Netherlands and Germany.
		"rank trade CHN MEX flow=export 2022 | 15 rank":      {mixed},
		"rank trade CHN MEX flow=export 2022 | upto 15 rank": {yes},
		"rank trade CHN MEX flow=export 2022 | 10 rank":      {no},
		// Imports: other Asia 238.1, South Korea, Japan, the United States, Australia, Russia, Germany, Malaysia 109.9, Brazil 109.5;
		// China's own re-imports, 122.9, are no partner.
		"rank trade CHN BRA flow=import 2022 | 9 rank":  {yes},
		"rank trade CHN BRA flow=import 2022 | 10 rank": {no},
		// 109.522/2715.998 = 4.03 percent.
		"share trade CHN BRA flow=import 2022 of 001 | 4 percent":      {yes},
		"share trade CHN BRA flow=import 2022 of 001 | over 5 percent": {no},
		// 251.463/3593.601 = 6.998 percent; 109.522/231.501 = 47.31 percent.
		"share trade CHN CELAC flow=export 2022 of 001 | 7 percent":       {yes},
		"share trade CHN BRA flow=import 2022 of CELAC | 47.3 percent":    {yes},
		"share trade CHN BRA flow=import 2022 of CELAC | over 50 percent": {no},
		// 77.535 - 17.430 = 60.105; 61.970 - 109.522 = -47.552.
		"level trade CHN MEX flow=balance 2022 | 60.1e9 USD":  {yes},
		"level trade CHN MEX flow=balance 2022 | -60.1e9 USD": {no},
		"level trade CHN BRA flow=balance 2022 | -47.6e9 USD": {yes},
		// The Census counts imports at their customs value, 690.6 in all; with freight they make 729.5. China has 761.7.
		"level trade USA CHN 2022 | 690.6e9 USD": {open},
		// Germany's own 319.986; China's 227.625.
		"level trade DEU CHN 2022 | 320e9 USD": {mixed, yes},
		"level trade DEU CHN 2022 | 450e9 USD": {no},
		// Canada 354.9, Mexico, China, Japan, the United Kingdom, the Netherlands, Germany, South Korea 71.5, Brazil 53.6.
		"rank trade USA BRA flow=export 2022 | upto 10 rank": {yes},
		"rank trade USA BRA flow=export 2022 | upto 5 rank":  {no},
		// Of 2021 the file has nothing.
		"change trade CHN BRA 2022 since 2021 | 5 percent": {open},
		"level trade CHN BRA 2022-01/2022-06 | 85e9 USD":   {open},
		"level trade CHN BRA 2022-01/2022-06 | 205e9 USD":  {no}, // no half-year is more than its year, 171.492
	} {
		if f := find(t, data, parseClaim(t, claim), check.Default()); !slices.Contains(want, f.Verdict) {
			t.Errorf("%s: %s, want %s: %s", claim, f.Verdict, want, readingsOf(f))
		}
	}
}

// China's imports from the world as the API of UN Comtrade gave them, year by
// year, with breakdowns beside the totals.
func TestClaimsOfRealImports(t *testing.T) {
	checkCases(t, realFile(t, "pandas-chn-imports-2000-2024.csv"), []claimCase{
		// 2585.134598079/1959.234625162 = 1.3195; 2585.135/1.25 = 2068.108, 2585.135/1.4 = 1846.525: 1959.235 is 108.873 and 112.710 away.
		{claim: "multiple trade CHN 001 flow=import 2024 since 2014 | 1.3 times", verdict: yes,
			margin: "flips if 2014 were at least 2068.108 bn USD", readings: []string{
				"1.319 times supported China's books (the source's own row for World)",
			}},
		// 2679.412/2069.568 = 1.29467: 29.467; 29.5 percent more would need 2679.412/1.295 = 2069.044.
		{claim: "change trade CHN 001 flow=import 2021 since 2020 | 30 percent", verdict: no,
			margin: "flips if 2020 were at most 2069.044 bn USD", readings: []string{
				"29.467 percent contradicted China's books (the source's own row for World)",
			}},
		// 2585.135/225.093731 = 11.485; 2585.135/11 = 235.012. The row of 2000 is neither
		// reported nor a sum of what was: an estimate, which may be a tenth off.
		{claim: "multiple trade CHN 001 flow=import 2024 since 2000 | over 11 times", verdict: open,
			margin: "flips if 2000 were at least 235.012 bn USD", readings: []string{
				"11.485 times undecided China's books (the source's own row for World)",
			}},
	})
}

// The almanac's least numbers of undertakings are no more than AidData's records come
// to, as package projects counts them, and not much less.
func TestUndertakingsOfTheAlmanac(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA does not name a folder with AidData's file")
	}
	r, err := gcdf.Open(filepath.Join(dir, "gcdf", "gcdf-3.0-geocoded.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	records, _, err := r.ReadAll(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	data := build(t, lac.Records{Sources: []lac.Source{r.SourceRecord()}, Projects: records})
	for claim, id := range map[string]string{
		"count projects CHN 419 kind=infrastructure ../2021-12-31 | over 1 projects":                  "obs-projects-infrastructure-2000-2021-undertakings",
		"count projects CHN 419 kind=infrastructure status=completed ../2021-12-31 | over 1 projects": "obs-projects-infrastructure-2000-2021-undertakings-completed",
	} {
		want, ok := almanacData(t).Record(id).(lac.Observation)
		if !ok {
			t.Fatalf("the almanac has no %s", id)
		}
		f := find(t, data, parseClaim(t, claim), check.Default())
		least := want.Figure.Value.Amount().Rat()
		most := new(big.Rat).Mul(least, big.NewRat(115, 100))
		if n := f.Readings[0].Interval.Lower.Rat(); len(f.Readings) != 1 || n.Cmp(least) < 0 || n.Cmp(most) > 0 {
			t.Errorf("%s: %v, the almanac has %v", claim, n, want.Figure.Value)
		}
	}
}
