package grammar

import (
	"fmt"
	"strings"
)

// portuguese is the language's rules, as it is written in Brazil; its words stand
// in portuguese_words.go.
type portuguese struct{}

func (e portuguese) Sentence(verdict string, c Clause, s Shown) string {
	return e.Verdict(verdict) + ": " + e.Claim(c) + "; " + e.Shown(c, s) + "."
}

func (portuguese) Verdict(v string) string { return lookup(portugueseVerdicts, v) }

func (portuguese) Short(code, name string) string {
	if s, ok := portugueseShort[code]; ok {
		return s
	}
	return name
}

func (e portuguese) Books(recorded string) string {
	if rest, ok := strings.CutPrefix(recorded, pledgedIn); ok {
		return "uma promessa (" + e.Books(rest) + ")"
	}
	return lookup(portugueseBooks, recorded)
}

// area returns a name with its article, by the end of its first word, as most
// names of countries have it: a China, o Brasil, as Bahamas, os Estados Unidos.
func (portuguese) area(n Name) string {
	if a, ok := portugueseArticles[n.Code]; ok {
		return strings.TrimPrefix(a+" "+n.Text, " ")
	}
	first, _, _ := strings.Cut(n.Text, " ")
	for _, end := range portugueseEndings {
		if strings.HasSuffix(first, end.suffix) {
			return end.article + " " + n.Text
		}
	}
	return n.Text
}

// with joins a preposition and a noun phrase with its article: de + a is da, em + o
// is no, a + a is à.
func (portuguese) with(preposition, phrase string) string {
	article, rest, ok := strings.Cut(phrase, " ")
	before, last := "", preposition
	if i := strings.LastIndexByte(preposition, ' '); i >= 0 {
		before, last = preposition[:i+1], preposition[i+1:]
	}
	if joined := portugueseJoined[last+" "+article]; ok && joined != "" {
		return before + joined + " " + rest
	}
	return preposition + " " + phrase
}

func (e portuguese) noun(m Measure, f Figure) romanceNoun {
	n, ok := portugueseNouns[m.Subject]
	if !ok {
		n = romanceNoun{word: strings.ReplaceAll(m.Subject, "-", " "), article: "o", by: "de", to: "com"}
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
func (e portuguese) measure(m Measure, f Figure) string {
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
		out += " entre " + e.area(m.A) + " e " + e.area(m.B)
	case m.Subject == "jobs":
		if m.A.Text != "" {
			out += " criados por projetos " + e.with("de", e.area(m.A))
		}
		if m.B.Text != "" {
			out += " " + e.with("em", e.area(m.B))
		}
	case m.Subject == "ties":
		if m.B.Text != "" {
			out += " " + e.with("de", e.area(m.B))
		}
		out += " com relações diplomáticas com " + e.area(m.A)
	default:
		if m.A.Text != "" {
			out += " " + e.with(n.by, e.area(m.A))
		}
		if m.B.Text != "" {
			out += " " + e.with(n.to, e.area(m.B))
		}
	}
	if m.Real {
		out += ", a preços constantes,"
	}
	return out
}

func (e portuguese) Claim(c Clause) string {
	n := e.noun(c.Measure, c.Figure)
	what := e.measure(c.Measure, c.Figure)
	figure := c.Figure
	if c.Measure.Subject == "balance" {
		figure, _ = falling(figure)
	}
	when, base := e.before(c.Time), e.bare(c.Base)
	been := verb(n, "teria sido", "teriam sido")
	switch c.Form {
	case "level":
		return fmt.Sprintf("%s%s %s de %s", what, when, been, e.Figure(figure))
	case "average":
		return fmt.Sprintf("%s%s %s, em média, de %s por ano", what, when, been, e.Figure(figure))
	case "count":
		return fmt.Sprintf("%s%s seriam %s", what, when, e.Figure(uncounted(figure)))
	case "pledge":
		return fmt.Sprintf("%s prometeu %s", e.area(c.Measure.A), e.promised(c))
	case "pledged":
		return fmt.Sprintf("%s teria prometido%s %s", e.area(c.Measure.A), when, e.promised(c))
	case "change":
		if c.Of.Subject != "" {
			return fmt.Sprintf("a parcela %s %s teria %s %s", e.with("de", what), e.with("em", e.measure(c.Of, Figure{})), e.change(c.Figure), e.between(c))
		}
		return fmt.Sprintf("%s %s %s %s", what, verb(n, "teria", "teriam"), e.change(c.Figure), e.between(c))
	case "multiple":
		return fmt.Sprintf("%s%s %s %s", what, when, been, e.times(figure, n.article+" "+e.with("de", base)))
	case "share":
		return fmt.Sprintf("%s%s %s %s %s", what, when, verb(n, "representaria", "representariam"), e.Figure(figure), e.with("de", e.measure(c.Of, Figure{})))
	case "ratio":
		if figure.Unit == "percent" {
			return fmt.Sprintf("%s%s %s a %s %s", what, when, verb(n, "equivaleria", "equivaleriam"), e.Figure(figure), e.with("de", e.measure(c.Of, Figure{})))
		}
		return fmt.Sprintf("%s%s, %s, %s de %s", what, when, e.with("por", e.measure(c.Of, Figure{})), been, e.Figure(figure))
	case "comparison":
		return fmt.Sprintf("%s%s %s", what, when, e.compared(c, n))
	case "record":
		return fmt.Sprintf("%s%s %s", what, when, e.record(c, n))
	case "trend":
		return fmt.Sprintf("%s %s", what, e.trend(c, n))
	case "rank":
		return fmt.Sprintf("%s teria sido%s %s %s", e.area(c.Measure.A), when, e.place(c.Figure, c.Measure.Subject), e.with("de", e.area(c.Measure.B)))
	case "streak":
		return fmt.Sprintf("%s teria sido por %s %s %s", e.area(c.Measure.A), e.running(c.Figure), e.ordinalPlace(c.Place, c.Measure.Subject), e.with("de", e.area(c.Measure.B)))
	case "coverage":
		m := c.Measure
		m.B = Name{}
		set := "todos os membros " + e.with("de", e.area(c.Measure.B))
		if c.WithTies {
			set = "todos os países " + e.with("de", e.area(c.Measure.B)) + " com relações diplomáticas"
		}
		return fmt.Sprintf("%s %s%s a %s", e.measure(m, Figure{}), verb(n, "chegaria", "chegariam"), when, set)
	case "ties":
		return fmt.Sprintf("%s e %s teriam relações diplomáticas%s", e.area(c.Measure.A), e.area(c.Measure.B), when)
	case "event":
		switch c.Measure.Subject {
		case "ties":
			return fmt.Sprintf("%s e %s teriam estabelecido relações diplomáticas%s", e.area(c.Measure.A), e.area(c.Measure.B), when)
		case "agreement":
			if c.Measure.Ends {
				return fmt.Sprintf("o acordo%s entre %s e %s teria sido encerrado%s", topic(c.Measure, portugueseTopics), e.area(c.Measure.A), e.area(c.Measure.B), when)
			}
			return fmt.Sprintf("%s e %s teriam assinado%s um acordo%s", e.area(c.Measure.A), e.area(c.Measure.B), when, topic(c.Measure, portugueseTopics))
		}
	}
	return "“" + c.Gist + "”"
}

// promised returns a figure with the things that it counts.
func (e portuguese) promised(c Clause) string {
	m := c.Measure
	m.A = Name{}
	_, things, _ := strings.Cut(e.measure(m, Figure{}), " ")
	return e.Figure(uncounted(c.Figure)) + " " + things
}

// between returns from when to when: de 2023 a 2024, do primeiro trimestre de 2024 ao
// de 2025.
func (e portuguese) between(c Clause) string {
	return e.with("de", e.bare(c.Base)) + " " + e.with("a", e.bare(c.Time))
}

func (e portuguese) change(f Figure) string {
	down, fell := falling(f)
	switch {
	case f.Value != nil && f.Value.Sign() == 0 && f.Hedge == "":
		return "ficado igual"
	case fell:
		return "caído " + e.Figure(down)
	}
	return "crescido " + e.Figure(f)
}

// times returns a multiple of something: o dobro do de 2014, 3 vezes o de 2014.
func (e portuguese) times(f Figure, than string) string {
	if whole(f.Value) == 2 {
		return e.Figure(f) + " " + e.with("de", than)
	}
	return e.Figure(f) + " " + than
}

func (e portuguese) compared(c Clause, n romanceNoun) string {
	would := verb(n, "teria sido", "teriam sido")
	larger := map[bool]map[bool]string{true: {true: "maiores", false: "menores"}, false: {true: "maior", false: "menor"}}[n.many()][c.Up]
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
		return would + " " + e.Figure(c.Figure) + " " + larger + " que " + than
	}
	return would + " " + larger + " que " + than + ", em " + e.Figure(c.Figure)
}

func (e portuguese) record(c Clause, n romanceNoun) string {
	if c.Threshold.Value != nil {
		beyond := "abaixo de "
		if c.Up {
			beyond = "acima de "
		}
		return verb(n, "teria ficado", "teriam ficado") + " pela primeira vez " + beyond + e.Figure(c.Threshold)
	}
	size := "menor"
	if c.Up {
		size = "maior"
	}
	most := n.article + " " + size
	if n.many() {
		most += "es"
	}
	out := verb(n, "teria sido ", "teriam sido ") + most
	if c.Base.First == (Day{}) {
		return out + " de toda a série"
	}
	return out + " desde " + plain(c.Base.First.Year)
}

func (e portuguese) trend(c Clause, n romanceNoun) string {
	years := "por " + e.running(c.Figure)
	if c.Figure.Value == nil && c.Figure.Quoted == "" {
		years = strings.TrimSpace(e.Time(c.Time))
	}
	switch {
	case c.Threshold.Value != nil && c.Up:
		return verb(n, "teria ficado", "teriam ficado") + " acima de " + e.Figure(c.Threshold) + " " + years
	case c.Threshold.Value != nil:
		return verb(n, "teria ficado", "teriam ficado") + " abaixo de " + e.Figure(c.Threshold) + " " + years
	case c.Up:
		return verb(n, "teria crescido", "teriam crescido") + " a cada ano " + years
	}
	return verb(n, "teria caído", "teriam caído") + " a cada ano " + years
}

func (e portuguese) running(f Figure) string {
	if f.Value == nil || isOne(f.Value) {
		return e.Figure(f)
	}
	return e.Figure(f) + " seguidos"
}

// place returns a rank: o segundo maior parceiro comercial.
func (e portuguese) place(f Figure, subject string) string {
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
			return "um dos " + e.small(n) + " maiores " + lookup(portuguesePlaces, subject+" many")
		}
	case "ge", "gt":
		if f.Hedge == "gt" {
			n++
		}
		return "no máximo " + e.ordinalPlace(n, subject)
	}
	return e.ordinalPlace(n, subject)
}

func (e portuguese) ordinalPlace(n int, subject string) string {
	place := lookup(portuguesePlaces, subject)
	if n == 1 {
		return "o maior " + place
	}
	return "o " + e.ordinal(n) + " maior " + place
}

// ordinal returns an ordinal before a masculine noun.
func (portuguese) ordinal(n int) string {
	if n >= 1 && n <= len(portugueseOrdinals) {
		return portugueseOrdinals[n-1]
	}
	return plain(n) + "º"
}

func (portuguese) small(n int) string {
	if n >= 1 && n <= len(portugueseNumbers) {
		return portugueseNumbers[n-1]
	}
	return plain(n)
}
