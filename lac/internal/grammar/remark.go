package grammar

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// A pattern is a remark that is ready to be looked for.
type pattern struct {
	begins, ends string // the words before the first slot and behind the last
	english      *regexp.Regexp
	slots        []string
	in           [4]string
}

// amounts matches a number with its scale and unit, as evidence prints them.
const amounts = `-?\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?(?: bn| mn)?(?: percentage-points| [A-Za-z]+)?`

// slotPatterns are what the slots match; those that are not named match anything.
var slotPatterns = map[string]string{
	"fig":   `(?:(?:at least|at most|over|under) ` + amounts + `|from (?:over )?` + amounts + ` to (?:under )?` + amounts + `|` + amounts + `|nothing known)`,
	"num":   `\d[\d,]*`,
	"dec":   `-?\d+(?:\.\d+)?`,
	"code":  `[A-Z]\d?:\d+(?:, [A-Z]\d?:\d+)*`,
	"cur":   `[A-Z]{3}`,
	"one":   `[A-Z]{3}`,
	"year":  `\d{4}`,
	"day":   `\d{4}-\d\d-\d\d`,
	"years": `\d{4}[-\d, ]*`,
	"when":  `(?:\.\.|\d{4}(?:-Q\d|-H\d|-\d\d(?:-\d\d)?)?)(?:/(?:\.\.|\d{4}(?:-Q\d|-H\d|-\d\d(?:-\d\d)?)?))?`,
}

var slot = regexp.MustCompile(`\{(?:([a-z]+(?: [a-z]+)*) )?([a-z]+|\d)\}`)

// patterns are the remarks of all tables, ready to be looked for.
var patterns = sync.OnceValue(func() []pattern {
	var out []pattern
	for _, table := range [][]Remark{changeRemarks, conflictRemarks, basisRemarks, stepRemarks, marginRemarks, noteRemarks, lackRemarks, pledgeRemarks, missingRemarks} {
		for _, r := range table {
			p := pattern{in: r}
			text, at := "^", 0
			for _, m := range slot.FindAllStringSubmatchIndex(r[0], -1) {
				kind := r[0][m[4]:m[5]]
				p.slots = append(p.slots, kind)
				matches := slotPatterns[kind]
				if matches == "" {
					matches = `.+?`
				}
				if at == 0 {
					p.begins = r[0][:m[0]]
				}
				text += regexp.QuoteMeta(r[0][at:m[0]]) + "(" + matches + ")"
				at = m[1]
			}
			p.ends = r[0][at:]
			p.english = regexp.MustCompile("(?s)" + text + regexp.QuoteMeta(r[0][at:]) + "$")
			out = append(out, p)
		}
	}
	return out
})

// mostDepth is how deep remarks stand in each other.
const mostDepth = 6

// Say returns a remark in the language: of several with semicolons between them
// each. False if it is none that is known; then it stays as it is.
func (r Reader) Say(text string) (string, bool) { return r.say(text, mostDepth) }

func (r Reader) say(text string, depth int) (string, bool) {
	if r.Own != nil {
		if own, ok := r.Own(text); ok {
			return own, true
		}
	}
	if depth == 0 {
		return text, false
	}
	for _, p := range patterns() {
		if said, ok := r.match(p, text, depth); ok {
			return said, true
		}
	}
	if name, ok := r.Area(text); ok {
		return name.Text, true
	}
	if said, ok := r.each(text, "; ", r.mark("; ", "；"), depth); ok {
		return said, true
	}
	return r.each(text, ", ", r.mark(", ", "，"), depth)
}

// each returns a text whose parts are all known.
func (r Reader) each(text, between, mark string, depth int) (string, bool) {
	parts := strings.Split(text, between)
	if len(parts) == 1 {
		return text, false
	}
	for i, part := range parts {
		said, ok := r.say(part, depth-1)
		if !ok {
			return text, false
		}
		parts[i] = said
	}
	return strings.Join(parts, mark), true
}

// match returns a text by a pattern, if it is of it.
func (r Reader) match(p pattern, text string, depth int) (string, bool) {
	if !strings.HasPrefix(text, p.begins) || !strings.HasSuffix(text, p.ends) {
		return "", false
	}
	found := p.english.FindStringSubmatch(text)
	if found == nil {
		return "", false
	}
	fill := make([]string, len(p.slots))
	times := make([]Time, len(p.slots))
	for i, kind := range p.slots {
		var ok bool
		if fill[i], times[i], ok = r.fill(kind, found[i+1], depth); !ok {
			return "", false
		}
	}
	return slot.ReplaceAllStringFunc(p.in[r.column()], func(s string) string {
		m := slot.FindStringSubmatch(s)
		n, err := strconv.Atoi(m[2])
		if err != nil || n < 1 || n > len(fill) {
			return s
		}
		switch {
		case m[1] == "":
			return fill[n-1]
		case m[1] == "in" && times[n-1] != Time{}:
			return r.Language.Time(times[n-1])
		}
		if e, ok := r.Language.(romance); ok {
			return e.with(m[1], fill[n-1])
		}
		return m[1] + fill[n-1]
	}), true
}

// fill returns what stands in a slot, in the language; of a period that period too.
func (r Reader) fill(kind, text string, depth int) (string, Time, bool) {
	switch kind {
	case "fig", "units":
		f, ok := readFigure(text)
		if !ok || kind == "units" && f.Unit == "" {
			return "", Time{}, false
		}
		return r.figure(f), Time{}, true
	case "num":
		return r.number(text), Time{}, true
	case "dec":
		return r.decimal(text), Time{}, true
	case "cur", "one":
		return r.unit(text, kind == "one"), Time{}, true
	case "years":
		return strings.ReplaceAll(text, ", ", r.mark(", ", "、")), Time{}, true
	case "day":
		t, ok := readTime(text)
		return r.day(t.First), t, ok
	case "when":
		t, ok := readTime(text)
		return r.when(t), t, ok
	case "areas":
		said, ok := r.areas(text)
		return said, Time{}, ok
	case "books":
		return r.books(text), Time{}, true
	case "vague":
		return r.vague(text), Time{}, true
	case "noun":
		said, ok := r.noun(text)
		return said, Time{}, ok
	case "place":
		said, ok := r.place(text)
		return said, Time{}, ok
	case "known":
		said, ok := r.say(text, depth-1)
		return said, Time{}, ok
	case "line":
		said, ok := r.say(text, depth-1)
		if areas, named := r.areas(text); !ok && named {
			said = areas
		}
		return said, Time{}, true
	case "ground":
		return r.ground(strings.TrimSuffix(text, ")"), depth), Time{}, true
	case "grounds":
		return r.grounds(text, depth), Time{}, true
	case "shares":
		said, _ := r.say(text, depth-1)
		return said, Time{}, true
	}
	return text, Time{}, true
}

// book returns whose books they are.
func (r Reader) book(text string) string {
	if said := r.Whose(text); said != text {
		return said
	}
	said, _ := r.say(text, 1)
	return said
}

// books returns whose books they are, each of several.
func (r Reader) books(text string) string {
	said := r.book(text)
	if said != text || !strings.Contains(text, " and ") {
		return said
	}
	before, last, _ := strings.Cut(text, " and ")
	var all []string
	for _, b := range append(strings.Split(before, ", "), last) {
		all = append(all, r.book(b))
	}
	switch e := r.Language.(type) {
	case romance:
		return list(all, ", ", " "+e.say("and")+" ")
	case chinese:
		return list(all, "、", "和")
	}
	return text
}

// grounds returns books with what they are of in brackets, each of several.
func (r Reader) grounds(text string, depth int) string {
	parts := strings.Split(text, "); ")
	for i, part := range parts {
		parts[i] = r.ground(strings.TrimSuffix(part, ")"), depth)
	}
	return strings.Join(parts, r.mark("; ", "；"))
}

func (r Reader) ground(text string, depth int) string {
	for at := 0; ; {
		i := strings.Index(text[at:], " (")
		if i < 0 {
			return r.book(text)
		}
		at += i + len(" (")
		// The name of books may have brackets of its own: China customs (GACC).
		if books := text[:at-len(" (")]; strings.Count(books, "(") == strings.Count(books, ")") && !strings.HasPrefix(text[at:], "GACC)") {
			what, _ := r.say(text[at:], depth-1)
			return r.book(books) + r.mark(" (", "（") + what + r.mark(")", "）")
		}
	}
}
