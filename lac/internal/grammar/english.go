package grammar

import (
	"fmt"
	"strings"
)

func (english) Verdict(v string) string { return lookup(englishVerdicts, v) }

func (english) Short(code, name string) string {
	if s, ok := englishShort[code]; ok {
		return s
	}
	return name
}

func (e english) Books(recorded string) string {
	if rest, ok := strings.CutPrefix(recorded, pledgedIn); ok {
		return "a pledge (" + e.Books(rest) + ")"
	}
	return lookup(englishBooks, recorded)
}

// area returns a name with its article.
func (english) area(n Name) string {
	if englishThe[n.Code] {
		return "the " + n.Text
	}
	return n.Text
}

// of returns the possessive of a name.
func (e english) of(n Name) string {
	name := e.area(n)
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}

// measure returns what is measured, and whether its verb is plural.
func (e english) measure(m Measure, f Figure) (string, bool) {
	n, ok := englishNouns[m.Subject]
	if !ok {
		n = englishNoun{word: strings.ReplaceAll(m.Subject, "-", " "), to: "with"}
	}
	word := n.word
	if m.Subject == "balance" {
		word = e.balance(f)
	}
	if m.Goods != "" {
		switch m.Subject {
		case "trade":
			word += " in " + lower(m.Goods)
		case "balance":
			word += " in " + lower(m.Goods)
		default:
			word += " of " + lower(m.Goods)
		}
	}
	var out string
	switch {
	case m.Subject == "trade" && m.B.Text != "":
		out = fmt.Sprintf("%s between %s and %s", word, e.area(m.A), e.area(m.B))
	case m.Subject == "jobs":
		out = word
		if m.A.Text != "" {
			out = "jobs created by " + e.of(m.A) + " projects"
		}
		if m.B.Text != "" {
			out += " in " + e.area(m.B)
		}
	case m.Subject == "ties":
		out = "countries with diplomatic relations with " + e.area(m.A)
		if m.B.Text != "" {
			out = "countries of " + e.area(m.B) + " with diplomatic relations with " + e.area(m.A)
		}
	case m.A.Text == "" && m.B.Text == "":
		out = word
	case m.A.Text == "":
		out = word + " " + n.to + " " + e.area(m.B)
	case m.B.Text == "":
		out = e.of(m.A) + " " + word
	default:
		out = e.of(m.A) + " " + word + " " + n.to + " " + e.area(m.B)
	}
	if m.Real {
		out += ", in constant prices,"
	}
	return out, n.many
}

// balance returns the word for a balance: a surplus above zero, a deficit below.
func (english) balance(f Figure) string {
	switch {
	case f.Value == nil || f.Value.Sign() == 0:
		return "trade balance"
	case f.Value.Sign() > 0:
		return "trade surplus"
	}
	return "trade deficit"
}

// topic returns what an agreement is on: on the Belt and Road Initiative.
func (english) topic(m Measure) string {
	if m.Topic == "" {
		return ""
	}
	if t, ok := englishTopics[m.Topic]; ok {
		return " on " + t
	}
	return " on " + strings.ReplaceAll(m.Topic, "-", " ")
}

func (e english) Claim(c Clause) string {
	figure := c.Figure
	if c.Measure.Subject == "balance" {
		figure, _ = falling(figure)
	}
	what, many := e.measure(c.Measure, c.Figure)
	said := "is said"
	if many {
		said = "are said"
	}
	when := e.after(c.Time)
	base := e.bare(c.Base)
	switch c.Form {
	case "level":
		return fmt.Sprintf("%s%s %s to have been %s", what, when, said, e.Figure(figure))
	case "average":
		return fmt.Sprintf("%s%s %s to have averaged %s a year", what, when, said, e.Figure(figure))
	case "count":
		if figure.Value == nil {
			return fmt.Sprintf("%s%s %s to be %s", what, when, said, e.Figure(figure))
		}
		return fmt.Sprintf("%s%s %s to number %s", what, when, said, e.Figure(uncounted(figure)))
	case "pledge":
		return fmt.Sprintf("%s has promised %s", e.area(c.Measure.A), e.promised(c))
	case "pledged":
		return fmt.Sprintf("%s is said to have promised %s%s", e.area(c.Measure.A), e.promised(c), when)
	case "change":
		if c.Of.Subject != "" {
			whole, _ := e.measure(c.Of, Figure{})
			return fmt.Sprintf("the share of %s in %s is said to have %s from %s to %s", what, whole, e.change(c.Figure), base, e.bare(c.Time))
		}
		return fmt.Sprintf("%s %s to have %s from %s to %s", what, said, e.change(c.Figure), base, e.bare(c.Time))
	case "multiple":
		return fmt.Sprintf("%s%s %s to have been %s %s of %s", what, when, said, e.Figure(figure), that(many), base)
	case "share":
		whole, _ := e.measure(c.Of, Figure{})
		return fmt.Sprintf("%s%s %s to have been %s of %s", what, when, said, e.Figure(figure), whole)
	case "ratio":
		by, _ := e.measure(c.Of, Figure{})
		if figure.Unit == "percent" {
			return fmt.Sprintf("%s%s %s to have been %s of %s", what, when, said, e.Figure(figure), by)
		}
		by = "divided by " + by
		if c.Of.Subject == "population" {
			by = "per inhabitant of " + e.area(c.Of.A)
		}
		return fmt.Sprintf("%s%s, %s, %s to have been %s", what, when, by, said, e.Figure(figure))
	case "comparison":
		return fmt.Sprintf("%s%s %s to have been %s", what, when, said, e.compared(c))
	case "record":
		return fmt.Sprintf("%s%s %s to have %s", what, when, said, e.record(c))
	case "trend":
		return fmt.Sprintf("%s %s to have %s", what, said, e.trend(c))
	case "rank":
		return fmt.Sprintf("%s is said to have been %s of %s%s", e.area(c.Measure.A), e.place(c.Figure, c.Measure.Subject), e.area(c.Measure.B), when)
	case "streak":
		return fmt.Sprintf("%s is said to have been %s of %s for %s", e.area(c.Measure.A), e.ordinalPlace(c.Place, c.Measure.Subject), e.area(c.Measure.B), e.running(c.Figure))
	case "coverage":
		m := c.Measure
		m.B = Name{}
		what, many = e.measure(m, Figure{})
		said = "is said to reach"
		if many {
			said = "are said to reach"
		}
		set := "every member of "
		if c.WithTies {
			return fmt.Sprintf("%s %s every country of %s with diplomatic relations%s", what, said, e.area(c.Measure.B), when)
		}
		return fmt.Sprintf("%s %s %s%s%s", what, said, set, e.area(c.Measure.B), when)
	case "ties":
		have := "to have"
		if c.Time.First != (Day{}) {
			have = "to have had"
		}
		if c.None {
			have += " no"
		}
		return fmt.Sprintf("%s and %s are said %s diplomatic relations%s", e.area(c.Measure.A), e.area(c.Measure.B), have, when)
	case "event":
		switch c.Measure.Subject {
		case "ties":
			did := "established"
			if c.None {
				did = "broken off"
			}
			return fmt.Sprintf("%s and %s are said to have %s diplomatic relations%s", e.area(c.Measure.A), e.area(c.Measure.B), did, when)
		case "agreement":
			if c.Measure.Ends {
				return fmt.Sprintf("the agreement%s between %s and %s is said to have been ended%s", e.topic(c.Measure), e.area(c.Measure.A), e.area(c.Measure.B), when)
			}
			return fmt.Sprintf("%s and %s are said to have signed an agreement%s%s", e.area(c.Measure.A), e.area(c.Measure.B), e.topic(c.Measure), when)
		}
	}
	return "“" + c.Gist + "”"
}

func (e english) promised(c Clause) string {
	m := c.Measure
	m.A = Name{}
	what, _ := e.measure(m, Figure{})
	return e.Figure(uncounted(c.Figure)) + " " + strings.TrimSpace(what)
}

func (e english) change(f Figure) string {
	down, fell := falling(f)
	switch {
	case f.Value != nil && f.Value.Sign() == 0 && f.Hedge == "":
		return "stayed the same"
	case fell:
		return "fallen by " + e.Figure(down)
	}
	return "risen by " + e.Figure(f)
}

// that stands for what was named before.
func that(many bool) string {
	if many {
		return "those"
	}
	return "that"
}

func (e english) compared(c Clause) string {
	than := e.bare(c.Base)
	if c.Of.Subject != "" {
		than, _ = e.measure(c.Of, Figure{})
		if !c.Base.IsZero() && c.Base != c.Time {
			than += e.after(c.Base)
		}
	} else {
		_, many := e.measure(c.Measure, Figure{})
		than = that(many) + " of " + than
	}
	more := "less than "
	if c.Up {
		more = "more than "
	}
	switch {
	case c.Figure.Value == nil && c.Up:
		return "higher than " + than
	case c.Figure.Value == nil:
		return "lower than " + than
	case c.Figure.Unit == "times":
		return e.Figure(c.Figure) + " " + than
	}
	return e.Figure(c.Figure) + " " + more + than
}

func (e english) record(c Clause) string {
	if c.Threshold.Value != nil {
		beyond := "fallen below "
		if c.Up {
			beyond = "exceeded "
		}
		return beyond + e.Figure(c.Threshold) + " for the first time"
	}
	most := "the lowest"
	if c.Up {
		most = "the highest"
	}
	if c.Base.First == (Day{}) {
		return "been " + most + " ever"
	}
	return "been " + most + " since " + plain(c.Base.First.Year)
}

func (e english) trend(c Clause) string {
	years := e.running(c.Figure)
	if c.Figure.Value == nil && c.Figure.Quoted == "" {
		years = strings.TrimSpace(e.after(c.Time))
	} else {
		years = "for " + years
	}
	switch {
	case c.Threshold.Value != nil && c.Up:
		return "stayed above " + e.Figure(c.Threshold) + " " + years
	case c.Threshold.Value != nil:
		return "stayed below " + e.Figure(c.Threshold) + " " + years
	case c.Up:
		return "risen every year " + years
	}
	return "fallen every year " + years
}

// running returns a number of years in a row.
func (e english) running(f Figure) string {
	if f.Value == nil {
		return e.Figure(f)
	}
	if isOne(f.Value) {
		return e.Figure(f)
	}
	return e.Figure(f) + " in a row"
}

// place returns a rank: the second-largest trading partner.
func (e english) place(f Figure, subject string) string {
	switch n, at := placed(f); at {
	case amongFirst:
		return fmt.Sprintf("one of the %s largest %s", e.small(n), lookup(englishPlaces, subject)+"s")
	case atBest:
		return fmt.Sprintf("at best the %slargest %s", e.rank(n), lookup(englishPlaces, subject))
	case thePlace:
		return e.ordinalPlace(n, subject)
	}
	return e.Figure(f)
}

func (e english) ordinalPlace(n int, subject string) string {
	return "the " + e.rank(n) + "largest " + lookup(englishPlaces, subject)
}
