package brief

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// capital begins a text with a capital, where it is words of the language and not a
// source's.
func capital(tag language.Tag, text string) string {
	if tag == language.English {
		return text
	}
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}

// basis returns what a reading rests on beside the books: definition, period,
// valuation and conversion, as say says them.
func basis[T ~string](tag language.Tag, b check.Basis, say func(language.Tag, string) T) []T {
	var out []T
	if b.Definition != "" {
		out = append(out, say(tag, b.Definition))
	}
	if !b.Period.IsZero() {
		out = append(out, T(During(tag, b.Period)))
	}
	if b.Valuation != "" {
		out = append(out, say(tag, b.Valuation))
	}
	if b.Conversion != "" {
		out = append(out, T(In(tag, "at "))+say(tag, b.Conversion))
	}
	return out
}

// steps returns a reading's arithmetic in words, where there is more to it than
// one figure.
func steps(tag language.Tag, r check.Reading) []string {
	var texts []string
	for _, s := range r.Arithmetic {
		if s.Op != check.OpBound { // the definition and the notes say so
			texts = append(texts, Say(tag, s.Text))
		}
	}
	const most = 6
	if n := len(texts); n > most { // the JSON has them all
		texts = append(append(texts[:most/2:most/2], Say(tag, fmt.Sprintf("%d more steps", n-most))), texts[n-most/2:]...)
	}
	if len(texts) == 1 && r.Unit != lac.UnitYears && r.Unit != lac.UnitRank {
		return nil
	}
	return texts
}

// beside returns what stands beside a finding's readings: other base years, and what
// else was stated.
func beside(tag language.Tag, f check.Finding) []string {
	return slices.Concat(baseYears(tag, f), elsewhere(tag, f))
}

// baseYears returns what the years beside a claim's base year would give, a line
// for each basis.
func baseYears(tag language.Tag, f check.Finding) []string {
	var order []string
	years := map[string][]string{}
	for _, v := range f.Window {
		books := Books(tag, v.Basis)
		if years[books] == nil {
			order = append(order, books)
		}
		years[books] = append(years[books], fmt.Sprintf(In(tag, "%v %s (%s)"), v.Basis.Period, wordsIn(tag, v.Interval, v.Unit), said(tag, v.Verdict)))
	}
	lines := make([]string, len(order))
	for i, books := range order {
		lines[i] = fmt.Sprintf(In(tag, "By base year, %s: %s."), books, strings.Join(years[books], In(tag, "between base years")))
	}
	return lines
}

// elsewhere returns what else was stated of a claim's measure, by date.
func elsewhere(tag language.Tag, f check.Finding) []string {
	var lines []string
	for _, s := range f.Said {
		if s.Claim == f.Claim.ID || s.Record == f.Claim.Refers {
			continue // the claim itself, or the pledge that it is of
		}
		when := In(tag, "undated")
		if !s.Date.IsZero() {
			when = During(tag, s.Date)
		}
		lines = append(lines, fmt.Sprintf(In(tag, "Also stated, %s, %s: %s, %s."), when, s.By, Say(tag, stated(s.Stated)), of(tag, s.Period)))
	}
	return lines
}

// During returns a period as people write it: one that is open at an end has no dots.
func During(tag language.Tag, p lac.Period) string {
	text := p.String()
	if tag != language.English {
		return Say(tag, text)
	}
	if rest, ok := strings.CutPrefix(text, "../"); ok {
		return "up to " + rest
	}
	if rest, ok := strings.CutSuffix(text, "/.."); ok {
		return "from " + rest + " on"
	}
	return text
}

// of returns a period behind what was stated of it.
func of(tag language.Tag, p lac.Period) string {
	if p.First().IsZero() || p.Last().IsZero() || tag != language.English {
		return During(tag, p)
	}
	return "of " + During(tag, p)
}

// stated returns a figure with its hedge, as it was stated where the words are
// known.
func stated(s lac.Stated) string {
	if s.Text != "" || s.Vague != "" {
		return s.String()
	}
	hedge := map[lac.Comparator]string{lac.Over: "over ", lac.AtLeast: "at least ", lac.Under: "under ", lac.UpTo: "up to ", lac.Nearly: "nearly ", lac.About: "about "}
	return hedge[s.Comparator] + check.Amount(s.Value)
}

// coveredBy lists the witnesses of a coverage claim with their records.
func coveredBy(tag language.Tag, f check.Finding) string {
	var parts []string
	for _, x := range f.Witnesses {
		if x.State == check.Covered {
			parts = append(parts, fmt.Sprintf("%s %d", x.Area.Name(tag), x.Count))
		}
	}
	return strings.Join(parts, ", ")
}

// sourcesOf returns the sources of a finding's sentence: those of the readings
// that decide, else of the first.
func sourcesOf(f check.Finding) []string {
	var ids []string
	told := map[check.Verdict]bool{}
	for i, r := range f.Readings {
		if told[r.Verdict] || !r.Deciding && i > 0 || r.Verdict == check.Undecided && len(told) > 0 {
			continue
		}
		told[r.Verdict] = true
		for _, id := range r.Basis.Sources {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}
