package figure_test

import (
	"html"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac/figure"
)

// spelled writes the figures of a text that count or measure as "span=value unit",
// with the unit of money, shares and multiples alone.
func spelled(text string, figures []figure.Figure) []string {
	var out []string
	for _, f := range figures {
		if f.Role != "" || f.Stated.Vague != "" || f.Kind == figure.KindOrdinal || !f.Stated.Value.IsReported() {
			continue
		}
		s := f.Core.Of(text) + "=" + f.Stated.Value.Amount().String()
		if f.Kind == figure.KindRange {
			s += ".." + f.Stated.High.Amount().String()
		}
		r := figure.Rows(text, []figure.Figure{f})
		if u := string(f.Stated.Value.Unit()); r[0].Unit != "" {
			s += " " + r[0].Unit
		} else if f.Kind == figure.KindNumber && u == "times" {
			s += " times"
		}
		out = append(out, s)
	}
	return out
}

// Sums of money and percentages by span and value, in every language.
func TestMoneyAndPercent(t *testing.T) {
	for _, row := range moneyRows(t) {
		if got := strings.Join(spelled(row.text, checkFigures(t, row.text, row.lang)), " | "); got != row.want {
			t.Errorf("%v %s\n got %s\nwant %s", row.lang, row.text, got, row.want)
		}
	}
}

// The same sentences as they come out of pages and mail have the same figures, and
// each is at the words that it has without what was put between.
func TestMoneyInNoise(t *testing.T) {
	long := func(word string) bool {
		return len(word) > 5 && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLower(r) || unicode.Is(unicode.Han, r) }) < 0
	}
	inWords := func(mark string) func(string) string {
		return func(text string) string {
			words := strings.Split(text, " ")
			for i, w := range words {
				if r := []rune(w); long(w) {
					words[i] = string(r[:3]) + mark + string(r[3:])
				}
			}
			return strings.Join(words, " ")
		}
	}
	replace := func(pairs ...string) func(string) string { return strings.NewReplacer(pairs...).Replace }
	none := func(text string) string { return text }
	entities := func(text string) string {
		var b strings.Builder
		for _, r := range html.EscapeString(text) {
			switch r {
			case 'é', 'ó', '€', '£', '¥', 'ã', 'ç':
				b.WriteString(map[rune]string{'é': "&eacute;", 'ó': "&#243;", '€': "&euro;", '£': "&#xA3;", '¥': "&yen;", 'ã': "&atilde;", 'ç': "&ccedil;"}[r])
			default:
				b.WriteRune(r)
			}
		}
		return b.String()
	}
	groups := regexp.MustCompile(`\d \d`)
	var wide, narrow []string
	for d := range 10 {
		wide = append(wide, string(rune('0'+d)), string(rune('０'+d)))
		narrow = append(narrow, string(rune('０'+d)), string(rune('0'+d)))
	}
	for name, noise := range map[string]struct {
		put, take func(string) string
		skip      func(moneyRow) bool
	}{
		"soft hyphens":    {inWords("\u00ad"), replace("\u00ad", ""), nil},
		"zero width":      {inWords("\u200b"), replace("\u200b", ""), nil},
		"ends of lines":   {inWords("-\n"), replace("-\n", ""), nil},
		"lines":           {replace(" ", "\n"), replace("\n", " "), func(r moneyRow) bool { return strings.Contains(r.text, ". ") || groups.MatchString(r.text) }},
		"no-break spaces": {replace(" ", "\u00a0"), replace("\u00a0", " "), nil},
		"thin spaces":     {replace(" ", "\u202f"), replace("\u202f", " "), nil},
		"entities":        {entities, html.UnescapeString, nil},
		"tags":            {func(text string) string { return "<p>" + html.EscapeString(text) + "</p>" }, html.UnescapeString, nil},
		"full width":      {replace(wide...), replace(narrow...), func(r moneyRow) bool { return strings.ContainsAny(r.text, "０１２３４５６７８９") }},
		"capitals":        {strings.ToUpper, none, func(r moneyRow) bool { return strings.ContainsAny(r.text, "1234567890") }},
	} {
		for _, row := range moneyRows(t) {
			if noise.skip != nil && noise.skip(row) {
				continue
			}
			text := noise.put(row.text)
			got := spelled(text, checkFigures(t, text, row.lang))
			for i := range got {
				got[i] = noise.take(got[i])
			}
			want := row.want
			if name == "capitals" {
				got, want = slices.Collect(foldedCores(got)), strings.ToLower(want)
			}
			if got := strings.Join(got, " | "); got != want {
				t.Errorf("%s: %v %q\n got %s\nwant %s", name, row.lang, text, got, want)
			}
		}
	}
}

// foldedCores returns figures in small letters.
func foldedCores(figures []string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, f := range figures {
			if !yield(strings.ToLower(f)) {
				return
			}
		}
	}
}

type moneyRow struct {
	lang       language.Tag
	text, want string
}

func moneyRows(t *testing.T) []moneyRow {
	data, err := os.ReadFile("testdata/money.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var rows []moneyRow
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != 3 {
			t.Fatalf("%q: not three columns", line)
		}
		rows = append(rows, moneyRow{language.MustParse(cells[0]), cells[1], cells[2]})
	}
	return rows
}
