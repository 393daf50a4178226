package grammar

import (
	"strings"
)

func (e romance) Verdict(v string) string { return lookup(e.verdicts, v) }

func (e romance) Short(code, name string) string {
	if s, ok := e.short[code]; ok {
		return s
	}
	return name
}

func (e romance) Books(recorded string) string {
	if rest, ok := strings.CutPrefix(recorded, pledgedIn); ok {
		return e.say("a promise", e.Books(rest))
	}
	return lookup(e.books, recorded)
}

// area returns a name with its article: by its code, or by the end of its first
// word.
func (e romance) area(n Name) string {
	if n.Text == "" {
		return ""
	}
	if a, ok := e.articles[n.Code]; ok {
		return strings.TrimPrefix(a+" "+n.Text, " ")
	}
	first, _, _ := strings.Cut(n.Text, " ")
	for _, end := range e.endings {
		if strings.HasSuffix(first, end.suffix) {
			return end.article + " " + n.Text
		}
	}
	return n.Text
}

func (e romance) noun(m Measure, f Figure) romanceNoun {
	n, ok := e.nouns[m.Subject]
	if !ok {
		n = romanceNoun{word: strings.ReplaceAll(m.Subject, "-", " "), article: e.say("the"), by: "de", to: e.say("with")}
	}
	if m.Subject == "balance" && f.Value != nil && f.Value.Sign() != 0 {
		n.word = e.say("surplus")
		if f.Value.Sign() < 0 {
			n.word = e.say("deficit")
		}
	}
	return n
}

// measure returns what is measured with its article.
func (e romance) measure(m Measure, f Figure) string {
	n := e.noun(m, f)
	out := n.article + " " + n.word
	if m.Goods != "" {
		preposition := n.goods
		if preposition == "" {
			preposition = "de"
		}
		out += " " + preposition + " " + lower(m.Goods)
	}
	switch {
	case m.Subject == "trade" && m.B.Text != "":
		out += " " + e.say("between", e.area(m.A), e.area(m.B))
	case m.Subject == "jobs":
		if m.A.Text != "" {
			out += " " + e.say("made by projects", e.with("de", e.area(m.A)))
		}
		if m.B.Text != "" {
			out += " " + e.in(e.area(m.B))
		}
	case m.Subject == "ties":
		if m.B.Text != "" {
			out += " " + e.with("de", e.area(m.B))
		}
		out += " " + e.say("with ties") + " " + e.with(e.say("with"), e.area(m.A))
	default:
		if m.A.Text != "" {
			out += " " + e.with(n.by, e.area(m.A))
		}
		if m.B.Text != "" {
			out += " " + e.with(n.to, e.area(m.B))
		}
	}
	if m.Real {
		out += e.say("real")
	}
	return out
}

func (e romance) Claim(c Clause) string {
	n := e.noun(c.Measure, c.Figure)
	what, a, b := e.measure(c.Measure, c.Figure), e.area(c.Measure.A), e.area(c.Measure.B)
	figure := e.vaguely(c.Figure, n)
	if c.Measure.Subject == "balance" {
		figure, _ = falling(figure)
	}
	when, base := e.before(c.Time), e.bare(c.Base)
	been := e.verb(n, "been")
	switch c.Form {
	case "level":
		return what + when + " " + been + " " + e.of(figure)
	case "average":
		return what + when + " " + been + e.say("average", e.Figure(figure))
	case "count":
		return what + when + " " + e.say("number") + " " + e.Figure(uncounted(figure))
	case "pledge":
		return a + " " + e.say("has promised") + " " + e.promised(c)
	case "pledged":
		return a + " " + e.say("would have promised") + "," + when + ", " + e.promised(c)
	case "change":
		if c.Of.Subject != "" {
			what, n = e.say("share", e.with("de", what), e.in(e.measure(c.Of, Figure{}))), romanceNoun{}
		}
		return what + " " + e.verb(n, "have") + " " + e.change(c.Figure) + " " + e.between(c)
	case "multiple":
		return what + when + " " + been + " " + e.times(figure, n.article+" "+e.with("de", base))
	case "share":
		return what + when + " " + e.verb(n, "make up") + " " + e.Figure(figure) + " " + e.with("de", e.measure(c.Of, Figure{}))
	case "ratio":
		if figure.Unit == "percent" {
			return what + when + " " + e.verb(n, "equal") + " " + e.Figure(figure) + " " + e.with("de", e.measure(c.Of, Figure{}))
		}
		by := e.with("por", e.measure(c.Of, Figure{}))
		if c.Of.Subject == "population" {
			by = e.say("per head") + " " + e.with("de", e.area(c.Of.A))
		}
		return what + when + ", " + by + ", " + been + " " + e.of(figure)
	case "comparison":
		return what + when + " " + e.compared(c, n)
	case "record":
		return what + when + " " + e.record(c, n)
	case "trend":
		return what + " " + e.trend(c, n)
	case "rank":
		return a + " " + e.verb(romanceNoun{}, "been") + when + " " + e.place(c.Figure, c.Measure.Subject) + " " + e.with("de", b)
	case "streak":
		return a + " " + e.verb(romanceNoun{}, "been") + " " + e.say("for time") + " " + e.running(c.Figure) + " " +
			e.ordinalPlace(c.Place, c.Measure.Subject) + " " + e.with("de", b)
	case "coverage":
		m, set := c.Measure, e.say("all members", e.with("de", b))
		m.B = Name{}
		if c.WithTies {
			set = e.say("all countries", e.with("de", b)) + " " + e.say("with ties")
		}
		return e.measure(m, Figure{}) + " " + e.verb(n, "reach") + when + " a " + set
	case "ties":
		if c.None {
			return e.say("have no ties", a, b, when)
		}
		return e.say("have ties", a, b, when)
	case "event":
		switch c.Measure.Subject {
		case "ties":
			if c.None {
				return e.say("broke off ties", a, b, when)
			}
			return e.say("took up ties", a, b, when)
		case "agreement":
			if c.Measure.Ends {
				return e.say("ended", a, b, when, topic(c.Measure, e.topics))
			}
			return e.say("signed", a, b, when, topic(c.Measure, e.topics))
		}
	}
	return e.say("quoted", c.Gist)
}

// topic returns what an agreement is on, with the preposition of its words; of what
// has no words in the language, the word as it is recorded.
func topic(m Measure, words map[string]string) string {
	if m.Topic == "" {
		return ""
	}
	if t, ok := words[m.Topic]; ok {
		return " " + t
	}
	return " (" + strings.ReplaceAll(m.Topic, "-", " ") + ")"
}

// promised returns a figure with the things that it counts.
func (e romance) promised(c Clause) string {
	m := c.Measure
	m.A = Name{}
	_, things, _ := strings.Cut(e.measure(m, Figure{}), " ")
	return e.Figure(uncounted(c.Figure)) + " " + things
}

// between returns from when to when: de 2023 a 2024, del primer trimestre de 2024 al
// de 2025.
func (e romance) between(c Clause) string {
	return e.with("de", e.bare(c.Base)) + " " + e.with("a", e.bare(c.Time))
}

func (e romance) change(f Figure) string {
	down, fell := falling(f)
	switch {
	case f.Value != nil && f.Value.Sign() == 0 && f.Hedge == "":
		return e.say("stayed equal")
	case fell:
		return e.say("fallen") + " " + e.by(down)
	}
	return e.say("grown") + " " + e.by(f)
}

// times returns a multiple of something: el doble que el de 2014, o dobro do de
// 2014, 3 veces el de 2014.
func (e romance) times(f Figure, than string) string {
	if whole(f.Value) == 2 {
		return e.Figure(f) + " " + e.with(e.say("twice of"), than)
	}
	return e.Figure(f) + " " + than
}

func (e romance) compared(c Clause, n romanceNoun) string {
	would, larger := e.verb(n, "been"), e.verb(n, "smaller")
	if c.Up {
		larger = e.verb(n, "larger")
	}
	than := n.article + " " + e.with("de", e.bare(c.Base))
	if c.Of.Subject != "" {
		than = e.measure(c.Of, Figure{})
		if !c.Base.IsZero() && c.Base != c.Time {
			than += e.before(c.Base)
		}
	}
	switch {
	case c.Figure.Value == nil:
		return would + " " + larger + " que " + than
	case c.Figure.Unit == "times":
		return would + " " + e.times(c.Figure, than)
	case c.Figure.Unit == "percent":
		return would + " " + e.by(c.Figure) + " " + larger + " que " + than
	}
	return would + " " + larger + " que " + than + ", " + e.say("in") + " " + e.Figure(c.Figure)
}

func (e romance) record(c Clause, n romanceNoun) string {
	size := "smaller"
	if c.Up {
		size = "larger"
	}
	if c.Threshold.Value != nil {
		verb, amount := e.verb(n, "first "+size), e.Figure(c.Threshold)
		if size, _ := scaled(c.Threshold.Value, e.scales); money(c.Threshold.Unit) && !isOne(size) {
			amount = e.say("the many") + " " + amount
		}
		if before, ok := strings.CutSuffix(verb, " de"); ok {
			return before + " " + e.with("de", amount)
		}
		return verb + " " + amount
	}
	out := e.verb(n, "been") + " " + n.article + " " + e.verb(n, size)
	if c.Base.First == (Day{}) {
		return out + " " + e.say("of the series")
	}
	return out + " desde " + plain(c.Base.First.Year)
}

func (e romance) trend(c Clause, n romanceNoun) string {
	years := e.say("for time") + " " + e.running(c.Figure)
	if c.Figure.Value == nil && c.Figure.Quoted == "" {
		years = strings.TrimSpace(e.Time(c.Time))
	}
	switch {
	case c.Threshold.Value != nil && c.Up:
		return e.verb(n, "stayed above") + " " + e.Figure(c.Threshold) + " " + years
	case c.Threshold.Value != nil:
		return e.verb(n, "stayed below") + " " + e.Figure(c.Threshold) + " " + years
	case c.Up:
		return e.verb(n, "have") + " " + e.say("grown") + " " + e.say("every year") + " " + years
	}
	return e.verb(n, "have") + " " + e.say("fallen") + " " + e.say("every year") + " " + years
}

func (e romance) running(f Figure) string {
	if w := e.vaguely(f, romanceNoun{}); f.Vague != "" && w.Quoted != f.Quoted {
		w.Quoted += " " + e.units["years"]
		return e.Figure(w)
	}
	if f.Value == nil || isOne(f.Value) {
		return e.Figure(f)
	}
	return e.Figure(f) + " " + e.say("in a row")
}
