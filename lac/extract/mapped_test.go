package extract_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
)

// TestSentencesMapToTheMeasureThatTheyAreAbout holds the claims that package check
// is given from a sentence against those that a reader would give it. A claim that
// is mapped to another measure would get a false verdict.
func TestSentencesMapToTheMeasureThatTheyAreAbout(t *testing.T) {
	for line := range strings.Lines(fixture(t, "mapped.tsv") + fixture(t, "finance.tsv")) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || cells[0] == "lang" {
			continue
		}
		if len(cells) != 4 {
			t.Fatalf("malformed line %q", line)
		}
		lang, kind, text, want := cells[0], cells[1], cells[2], cells[3]
		t.Run(lang+" "+kind, func(t *testing.T) {
			st, all := extract.Statement(text, extract.Options{Language: language.Make(lang), Date: lac.DateOf(2025, 6, 9)})
			var got []string
			for _, c := range st.Claims {
				if c.Form != lac.FormPosition {
					got = append(got, mappedText(c))
				}
			}
			if mapped := strings.Join(got, " + "); mapped != want && !(want == "-" && mapped == "") {
				t.Errorf("%s\n got %s\nwant %s", text, mapped, want)
				for _, c := range all {
					t.Logf("%s %s %v %q missing %q", c.Form, c.Stated.Text, c.Period, text[c.Start:c.End], c.Missing)
				}
			}
		})
	}
}

// mappedText writes a claim as the tables of this package's tests have it.
func mappedText(c lac.Claim) string {
	words := []string{string(c.Form), measureText(c.Measure), c.Period.String()}
	if c.Form == lac.FormLevel && c.Measure.Flow == lac.Balance {
		words[0] = ""
	}
	add := func(before, s string) {
		if s != "" {
			words = append(words, strings.TrimSpace(before+" "+s))
		}
	}
	if !c.Baseline.IsZero() {
		add("vs", c.Baseline.String())
	}
	add("", string(c.Direction))
	if c.Threshold.IsReported() {
		add("beyond", c.Threshold.String())
	}
	if c.Stated.Value.IsReported() {
		hedge := c.Stated.Comparator
		if hedge == "" {
			hedge = lac.Equal
		}
		add(string(hedge), c.Stated.Value.String())
	}
	if c.Of != (lac.Measure{}) {
		add("of", measureText(c.Of))
	}
	if c.Books != 0 {
		add("books", c.Books.String())
	}
	return strings.TrimSpace(strings.Join(words, " "))
}

func measureText(m lac.Measure) string {
	words := []string{string(m.Subject)}
	switch {
	case m.Subject == lac.SubjectTrade && m.Flow == lac.Balance:
		words[0] = "balance of"
	case m.Subject == lac.SubjectTrade:
		words[0] = string(m.Flow)
	}
	words = append(words, m.Reporter.String())
	if m.Partner != 0 {
		words = append(words, m.Partner.String())
	}
	if m.Commodity != 0 {
		words = append(words, m.Commodity.String())
	}
	if m.Sector != "" {
		words = append(words, m.Sector)
	}
	if m.Kind != "" {
		words = append(words, string(m.Kind))
	}
	if m.Figure != "" {
		words = append(words, map[lac.Figure]string{lac.FigureNetWeight: "weight"}[m.Figure])
	}
	if m.Real {
		words = append(words, "real")
	}
	return strings.Join(words, " ")
}
