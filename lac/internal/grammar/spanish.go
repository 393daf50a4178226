package grammar

import (
	"fmt"
	"strings"
)

// spanish is the language's rules; its words stand in spanish_words.go.
type spanish struct{}

// A romanceNoun is what is measured in Spanish or Portuguese: with its article,
// number and gender, and the words before each side.
type romanceNoun struct {
	word    string
	article string // el, la, los, las; o, a, os, as
	by      string // before the first side
	to      string // before the second side
	goods   string // before the goods; empty: de
}

func (n romanceNoun) many() bool { return strings.HasSuffix(n.article, "s") }

func (e spanish) Sentence(verdict string, c Clause, s Shown) string {
	return e.Verdict(verdict) + ": " + e.Claim(c) + "; " + e.Shown(c, s) + "."
}

func (spanish) Verdict(v string) string { return lookup(spanishVerdicts, v) }

func (spanish) Short(code, name string) string {
	if s, ok := spanishShort[code]; ok {
		return s
	}
	return name
}

func (e spanish) Books(recorded string) string {
	if rest, ok := strings.CutPrefix(recorded, pledgedIn); ok {
		return "una promesa (" + e.Books(rest) + ")"
	}
	return lookup(spanishBooks, recorded)
}

// area returns a name with its article.
func (spanish) area(n Name) string {
	if a := spanishArticles[n.Code]; a != "" {
		return a + " " + n.Text
	}
	return n.Text
}

// with joins a preposition and a noun phrase: de + el is del, a + el is al.
func (spanish) with(preposition, phrase string) string {
	if rest, ok := strings.CutPrefix(phrase, "el "); ok {
		switch preposition {
		case "de":
			return "del " + rest
		case "a":
			return "al " + rest
		}
	}
	return preposition + " " + phrase
}

func (e spanish) noun(m Measure, f Figure) romanceNoun {
	n, ok := spanishNouns[m.Subject]
	if !ok {
		n = romanceNoun{word: strings.ReplaceAll(m.Subject, "-", " "), article: "el", by: "de", to: "con"}
	}
	if m.Subject == "balance" && f.Value != nil && f.Value.Sign() != 0 {
		n.word = "superávit comercial"
		if f.Value.Sign() < 0 {
			n.word = "déficit comercial"
		}
	}
	return n
}

// measure returns what is measured with its article.
func (e spanish) measure(m Measure, f Figure) string {
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
		out += " entre " + e.area(m.A) + " y " + e.area(m.B)
	case m.Subject == "jobs":
		if m.A.Text != "" {
			out += " creados por proyectos " + e.with("de", e.area(m.A))
		}
		if m.B.Text != "" {
			out += " en " + e.area(m.B)
		}
	case m.Subject == "ties":
		if m.B.Text != "" {
			out += " " + e.with("de", e.area(m.B))
		}
		out += " con relaciones diplomáticas con " + e.area(m.A)
	default:
		if m.A.Text != "" {
			out += " " + e.with(n.by, e.area(m.A))
		}
		if m.B.Text != "" {
			out += " " + e.with(n.to, e.area(m.B))
		}
	}
	if m.Real {
		out += ", a precios constantes,"
	}
	return out
}

// verb returns the form of one or of many.
func verb(n romanceNoun, one, many string) string {
	if n.many() {
		return many
	}
	return one
}

func (e spanish) Claim(c Clause) string {
	n := e.noun(c.Measure, c.Figure)
	what := e.measure(c.Measure, c.Figure)
	figure := c.Figure
	if c.Measure.Subject == "balance" {
		figure, _ = falling(figure)
	}
	when, base := e.before(c.Time), e.bare(c.Base)
	been := verb(n, "habría sido", "habrían sido")
	switch c.Form {
	case "level":
		return fmt.Sprintf("%s%s %s de %s", what, when, been, e.Figure(figure))
	case "average":
		return fmt.Sprintf("%s%s %s, en promedio, de %s al año", what, when, been, e.Figure(figure))
	case "count":
		return fmt.Sprintf("%s%s serían %s", what, when, e.Figure(uncounted(figure)))
	case "pledge":
		return fmt.Sprintf("%s ha prometido %s", e.area(c.Measure.A), e.promised(c))
	case "pledged":
		return fmt.Sprintf("%s habría prometido%s %s", e.area(c.Measure.A), when, e.promised(c))
	case "change":
		if c.Of.Subject != "" {
			return fmt.Sprintf("la parte %s en %s habría %s %s", e.with("de", what), e.measure(c.Of, Figure{}), e.change(c.Figure), e.between(c))
		}
		return fmt.Sprintf("%s %s %s %s", what, verb(n, "habría", "habrían"), e.change(c.Figure), e.between(c))
	case "multiple":
		return fmt.Sprintf("%s%s %s %s", what, when, been, e.times(figure, n.article+" "+e.with("de", base)))
	case "share":
		return fmt.Sprintf("%s%s %s %s", what, when, verb(n, "representaría", "representarían"), e.Figure(figure)+" "+e.with("de", e.measure(c.Of, Figure{})))
	case "ratio":
		if figure.Unit == "percent" {
			return fmt.Sprintf("%s%s %s %s", what, when, verb(n, "equivaldría", "equivaldrían"), "a "+e.Figure(figure)+" "+e.with("de", e.measure(c.Of, Figure{})))
		}
		return fmt.Sprintf("%s%s, por %s, %s de %s", what, when, e.measure(c.Of, Figure{}), been, e.Figure(figure))
	case "comparison":
		return fmt.Sprintf("%s%s %s", what, when, e.compared(c, n))
	case "record":
		return fmt.Sprintf("%s%s %s", what, when, e.record(c, n))
	case "trend":
		return fmt.Sprintf("%s %s", what, e.trend(c, n))
	case "rank":
		return fmt.Sprintf("%s habría sido%s %s %s", e.area(c.Measure.A), when, e.place(c.Figure, c.Measure.Subject), e.with("de", e.area(c.Measure.B)))
	case "streak":
		return fmt.Sprintf("%s habría sido durante %s %s %s", e.area(c.Measure.A), e.running(c.Figure), e.ordinalPlace(c.Place, c.Measure.Subject), e.with("de", e.area(c.Measure.B)))
	case "coverage":
		m := c.Measure
		m.B = Name{}
		set := "todos los miembros " + e.with("de", e.area(c.Measure.B))
		if c.WithTies {
			set = "todos los países " + e.with("de", e.area(c.Measure.B)) + " con relaciones diplomáticas"
		}
		return fmt.Sprintf("%s %s%s a %s", e.measure(m, Figure{}), verb(n, "llegaría", "llegarían"), when, set)
	case "ties":
		return fmt.Sprintf("%s y %s tendrían relaciones diplomáticas%s", e.area(c.Measure.A), e.area(c.Measure.B), when)
	case "event":
		switch c.Measure.Subject {
		case "ties":
			return fmt.Sprintf("%s y %s habrían establecido relaciones diplomáticas%s", e.area(c.Measure.A), e.area(c.Measure.B), when)
		case "agreement":
			if c.Measure.Ends {
				return fmt.Sprintf("se habría puesto fin%s al acuerdo%s entre %s y %s", when, topic(c.Measure, spanishTopics), e.area(c.Measure.A), e.area(c.Measure.B))
			}
			return fmt.Sprintf("%s y %s habrían firmado%s un acuerdo%s", e.area(c.Measure.A), e.area(c.Measure.B), when, topic(c.Measure, spanishTopics))
		}
	}
	return "«" + c.Gist + "»"
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
func (e spanish) promised(c Clause) string {
	m := c.Measure
	m.A = Name{}
	_, things, _ := strings.Cut(e.measure(m, Figure{}), " ")
	return e.Figure(uncounted(c.Figure)) + " " + things
}

// between returns from when to when: de 2023 a 2024, del primer trimestre de 2024 al
// de 2025.
func (e spanish) between(c Clause) string {
	return e.with("de", e.bare(c.Base)) + " " + e.with("a", e.bare(c.Time))
}

func (e spanish) change(f Figure) string {
	down, fell := falling(f)
	switch {
	case f.Value != nil && f.Value.Sign() == 0 && f.Hedge == "":
		return "quedado igual"
	case fell:
		return "caído " + e.by(down)
	}
	return "crecido " + e.by(f)
}

// by returns the size of a change: un 6,5 %, más de un 5 %.
func (e spanish) by(f Figure) string {
	if f.Unit == "percent" && f.Value != nil && f.High == nil {
		return spanishHedges[f.Hedge] + "un " + grouped(f.Value, ".", ",", 5) + " %"
	}
	return e.Figure(f)
}

// times returns a multiple of something: el doble que el de 2014, 3 veces el de 2014.
func (e spanish) times(f Figure, than string) string {
	if whole(f.Value) == 2 {
		return e.Figure(f) + " que " + than
	}
	return e.Figure(f) + " " + than
}

func (e spanish) compared(c Clause, n romanceNoun) string {
	would := verb(n, "habría sido", "habrían sido")
	larger := map[bool]map[bool]string{true: {true: "mayores", false: "menores"}, false: {true: "mayor", false: "menor"}}[n.many()][c.Up]
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
	return would + " " + larger + " que " + than + ", en " + e.Figure(c.Figure)
}

func (e spanish) record(c Clause, n romanceNoun) string {
	if c.Threshold.Value != nil {
		beyond := "por debajo de "
		if c.Up {
			beyond = "por encima de "
		}
		return verb(n, "habría estado", "habrían estado") + " por primera vez " + beyond + e.Figure(c.Threshold)
	}
	size := "menor"
	if c.Up {
		size = "mayor"
	}
	most := n.article + " " + size
	if n.many() {
		most += "es"
	}
	out := verb(n, "habría sido ", "habrían sido ") + most
	if c.Base.First == (Day{}) {
		return out + " de toda la serie"
	}
	return out + " desde " + plain(c.Base.First.Year)
}

func (e spanish) trend(c Clause, n romanceNoun) string {
	years := "durante " + e.running(c.Figure)
	if c.Figure.Value == nil && c.Figure.Quoted == "" {
		years = strings.TrimSpace(e.Time(c.Time))
	}
	switch {
	case c.Threshold.Value != nil && c.Up:
		return verb(n, "se habría mantenido", "se habrían mantenido") + " por encima de " + e.Figure(c.Threshold) + " " + years
	case c.Threshold.Value != nil:
		return verb(n, "se habría mantenido", "se habrían mantenido") + " por debajo de " + e.Figure(c.Threshold) + " " + years
	case c.Up:
		return verb(n, "habría crecido", "habrían crecido") + " cada año " + years
	}
	return verb(n, "habría caído", "habrían caído") + " cada año " + years
}

func (e spanish) running(f Figure) string {
	if f.Value == nil || isOne(f.Value) {
		return e.Figure(f)
	}
	return e.Figure(f) + " seguidos"
}

// place returns a rank: el segundo mayor socio comercial.
func (e spanish) place(f Figure, subject string) string {
	n := whole(f.Value)
	if n == 0 {
		return e.Figure(f)
	}
	switch f.Hedge {
	case "le", "lt":
		if f.Hedge == "lt" {
			n--
		}
		if n > 1 {
			return "uno de los " + e.small(n) + " mayores " + lookup(spanishPlaces, subject+" many")
		}
	case "ge", "gt":
		if f.Hedge == "gt" {
			n++
		}
		return "a lo sumo " + e.ordinalPlace(n, subject)
	}
	return e.ordinalPlace(n, subject)
}

func (e spanish) ordinalPlace(n int, subject string) string {
	place := lookup(spanishPlaces, subject)
	if n == 1 {
		return "el mayor " + place
	}
	return "el " + e.ordinal(n) + " mayor " + place
}

// ordinal returns an ordinal before a masculine noun.
func (spanish) ordinal(n int) string {
	if n >= 1 && n <= len(spanishOrdinals) {
		return spanishOrdinals[n-1]
	}
	return plain(n) + ".º"
}

func (spanish) small(n int) string {
	if n >= 1 && n <= len(spanishNumbers) {
		return spanishNumbers[n-1]
	}
	return plain(n)
}
