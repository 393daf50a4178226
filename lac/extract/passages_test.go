package extract_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
)

// A marked is a claim that a reader marked in a passage.
type marked struct {
	start, end                 int
	form, value, unit, speaker string
	measure                    string // as package check is given it, - for none; empty: not marked
	periods                    []string
}

// readPassage takes the marks out of a passage's text.
func readPassage(t *testing.T, text string) (string, []marked) {
	t.Helper()
	var out strings.Builder
	var marks []marked
	for {
		before, rest, ok := strings.Cut(text, "[[")
		out.WriteString(before)
		if !ok {
			return out.String(), marks
		}
		mark, after, ok := strings.Cut(rest, "]]")
		fields := strings.Split(mark, "|")
		if !ok || len(fields) != 4 && len(fields) != 5 || len(strings.Fields(fields[1])) != 3 {
			t.Fatalf("malformed mark %q", mark)
		}
		what := strings.Fields(fields[1])
		m := marked{start: out.Len(), form: what[0], value: what[1], unit: what[2], speaker: strings.Trim(fields[3], "-")}
		if len(fields) == 5 {
			m.measure = fields[4]
		}
		if fields[2] != "-" {
			m.periods = strings.Split(fields[2], " or ")
		}
		out.WriteString(fields[0])
		m.end = out.Len()
		marks = append(marks, m)
		text = after
	}
}

// TestPassages holds the claims found in passages of the press against those that a
// reader marked: each found, with its form and figure, its period and its speaker.
func TestPassages(t *testing.T) {
	for part := range strings.SplitSeq(fixture(t, "passages.txt"), "\n## ") {
		head, text, _ := strings.Cut(part, "\n")
		fields := strings.Fields(head)
		if strings.HasPrefix(part, "#") || len(fields) != 3 {
			continue
		}
		t.Run(fields[0], func(t *testing.T) {
			date, err := lac.ParseDate(fields[1])
			if err != nil {
				t.Fatal(err)
			}
			text, marks := readPassage(t, strings.TrimSpace(text))
			o := extract.Options{Language: language.Make(fields[2]), Date: date}
			claims := extract.Claims(text, o)
			st, _ := extract.Statement(text, o)
			taken := make([]bool, len(claims))
			for _, m := range marks {
				words := text[m.start:m.end]
				i := slices.IndexFunc(claims, func(c extract.Claim) bool {
					return c.Start < m.end && c.End > m.start && (c.Stated.Value.Amount().String() == m.value || string(c.Form) == m.form)
				})
				if i < 0 {
					t.Errorf("%q: not found", words)
					continue
				}
				taken[i] = true
				c := claims[i]
				if got := string(c.Form) + " " + c.Stated.Value.Amount().String(); got != m.form+" "+m.value {
					t.Errorf("%q: %s, want %s %s", words, got, m.form, m.value)
				}
				if m.periods != nil && !slices.Contains(m.periods, quarterMonths(c.Period)) {
					t.Errorf("%q: period %v, want %v", words, c.Period, m.periods)
				}
				if got := mappedAt(st, c); m.measure != "" && got != m.measure {
					t.Errorf("%q: measure %s, want %s", words, got, m.measure)
				}
				if c.Speaker != m.speaker {
					t.Errorf("%q: said by %q, want %q", words, c.Speaker, m.speaker)
				}
			}
			for i, c := range claims {
				if !taken[i] {
					t.Errorf("%q: %s %s: no claim is marked", text[c.Start:c.End], c.Form, c.Stated.Value)
				}
			}
		})
	}
}

// quarterMonths writes a period by its months, as the passages have it.
func quarterMonths(p lac.Period) string {
	s := p.String()
	if year, q, ok := strings.Cut(s, "-Q"); ok {
		return map[string]string{"1": year + "-01/" + year + "-03", "2": year + "-04/" + year + "-06", "3": year + "-07/" + year + "-09", "4": year + "-10/" + year + "-12"}[q]
	}
	return s
}

// mappedAt returns the measure of the claim of a statement that has the words of c, - if
// there is none.
func mappedAt(st lac.Statement, c extract.Claim) string {
	for _, m := range st.Claims {
		if m.Start == c.Start && m.End == c.End && m.Form != lac.FormPosition && m.Form != lac.FormRecord {
			text := measureText(m.Measure)
			if m.Of != (lac.Measure{}) {
				text += " of " + measureText(m.Of)
			}
			return text
		}
	}
	return "-"
}
