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
	periods                    []string
	measures                   []string // any of them is right, as package check is given it; - is none
	fails                      string   // what is still read wrong: found, form, period, speaker, measure
}

// noClaim is the form of words that are marked because they are no claim.
const noClaim = "none"

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
		if !ok || len(fields) < 4 || len(fields) > 6 || len(strings.Fields(fields[1])) != 3 {
			t.Fatalf("malformed mark %q", mark)
		}
		what := strings.Fields(fields[1])
		m := marked{start: out.Len(), form: what[0], value: what[1], unit: what[2], speaker: strings.Trim(fields[3], "-")}
		if len(fields) > 4 && fields[4] != "" {
			m.measures = strings.Split(fields[4], " or ")
		}
		if len(fields) > 5 {
			m.fails = fields[5]
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
				check := func(what string, right bool, format string, args ...any) {
					switch known := strings.Contains(m.fails, what); {
					case !right && !known:
						t.Errorf("%q: "+format, append([]any{words}, args...)...)
					case right && known:
						t.Errorf("%q: %s is right now: take that out of its mark", words, what)
					}
				}
				i := slices.IndexFunc(claims, func(c extract.Claim) bool {
					return c.Start < m.end && c.End > m.start && (c.Stated.Value.Amount().String() == m.value || string(c.Form) == m.form || m.form == noClaim)
				})
				if m.form == noClaim {
					check("found", i < 0, "a claim is found")
				} else {
					check("found", i >= 0, "not found")
				}
				if i < 0 {
					continue
				}
				taken[i] = true
				c := claims[i]
				if m.form != noClaim {
					form := string(c.Form) + " " + c.Stated.Value.Amount().String()
					check("form", form == m.form+" "+m.value, "%s, want %s %s", form, m.form, m.value)
					if m.periods != nil {
						check("period", slices.Contains(m.periods, quarterMonths(c.Period)), "period %v, want %v", c.Period, m.periods)
					}
					check("speaker", c.Speaker == m.speaker, "said by %q, want %q", c.Speaker, m.speaker)
				}
				mapped, periods := mappedAt(st, c)
				if m.measures != nil {
					check("measure", slices.Contains(m.measures, mapped), "measure %s, want %q", mapped, m.measures)
				}
				if mapped != "-" && m.measures != nil && !slices.Contains(m.measures, mapped) {
					t.Errorf("%q: mapped to %s, which is wrong", words, mapped) // known or not
				}
				if m.measures != nil && m.periods != nil && periodForms[c.Form] && mapped != "-" && !slices.Contains(m.periods, periods) {
					t.Errorf("%q: mapped to the time %s, want %v", words, periods, m.periods)
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

// periodForms are the forms whose claim is checked at the time that is marked.
var periodForms = map[lac.ClaimForm]bool{lac.FormLevel: true, lac.FormChange: true, lac.FormShare: true}

// mappedAt returns the measure of the claim of a statement that has the words of c, and
// its time; - if there is none.
func mappedAt(st lac.Statement, c extract.Claim) (measure, period string) {
	for _, m := range st.Claims {
		if m.Start == c.Start && m.End == c.End && m.Form != lac.FormPosition && m.Form != lac.FormRecord {
			text := measureText(m.Measure)
			if m.Of != (lac.Measure{}) {
				text += " of " + measureText(m.Of)
			}
			return text, quarterMonths(m.Period)
		}
	}
	return "-", ""
}
