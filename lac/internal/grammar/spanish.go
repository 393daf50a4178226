package grammar

import (
	"fmt"
	"math/big"
	"strings"
)

// spanish is the language's rules; its words stand in spanish_words.go.
type spanish struct{}

// A romanceNoun is what is measured in Spanish or Portuguese: with its article,
// number and gender, and the words before each side.
type romanceNoun struct {
	word      string
	article   string // el, la, los, las; o, a, os, as
	by        string // before the first side
	to        string // before the second side
	goods     string // before the goods; empty: de
	countless bool   // it has no unit of its own to say
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
			return fmt.Sprintf("la parte %s en %s habría %s de %s a %s", e.with("de", what), e.measure(c.Of, Figure{}), e.change(c.Figure), base, e.bare(c.Time))
		}
		return fmt.Sprintf("%s %s %s de %s a %s", what, verb(n, "habría", "habrían"), e.change(c.Figure), base, e.bare(c.Time))
	case "multiple":
		return fmt.Sprintf("%s%s %s %s", what, when, been, e.times(figure, n.article+" de "+base))
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
			return fmt.Sprintf("%s y %s habrían firmado un acuerdo%s", e.area(c.Measure.A), e.area(c.Measure.B), when)
		}
	}
	return "«" + c.Gist + "»"
}

// promised returns a figure with the things that it counts.
func (e spanish) promised(c Clause) string {
	m := c.Measure
	m.A = Name{}
	_, things, _ := strings.Cut(e.measure(m, Figure{}), " ")
	return e.Figure(uncounted(c.Figure)) + " " + things
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
	than := n.article + " de " + e.bare(c.Base)
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

func (e spanish) Shown(c Clause, s Shown) string {
	switch {
	case s.Position:
		return "es una opinión que ningún registro puede confirmar ni desmentir"
	case s.Covered != nil:
		return e.covered(*s.Covered)
	case s.Pledge && len(s.Readings) == 0:
		return "ningún registro dice cuánto se ha entregado"
	case len(s.Readings) == 0:
		return "ningún registro permite decidirlo"
	}
	holds, fails, open := byVerdict(s.Readings)
	according := func(r Reading) string { return "según " + e.books(r) + ", " + e.answer(c, r) }
	if s.Event {
		according = func(r Reading) string { return "según " + e.books(r) + e.event(c, r) }
	}
	aside := func(r Reading) string { return e.books(r) + " (" + e.answer(c, r) + ")" }
	switch {
	case len(holds) > 0 && len(fails) > 0:
		return "es así según " + list(each(holds, aside), ", ", " y ") + ", pero no según " + list(each(fails, aside), ", ", " ni según ")
	case len(holds) > 0:
		return list(each(holds, according), "; ", "; ")
	case len(fails) > 0 && s.Misrounded:
		return "está mal redondeado: " + list(each(fails, according), "; ", "; ")
	case len(fails) > 0:
		return list(each(fails, according), "; ", "; ")
	case s.Pledge:
		return list(each(open, according), "; ", "; ")
	}
	nearest := func(r Reading) string { return "el dato más cercano, según " + e.books(r) + ", es " + e.answer(c, r) }
	if s.Event {
		nearest = according
	}
	return "los registros no permiten decidirlo; " + list(each(open, nearest), "; ", "; ")
}

// books returns whose books a reading rests on.
func (e spanish) books(r Reading) string {
	if r.Own.Text != "" {
		return "las cifras propias " + e.with("de", e.area(r.Own))
	}
	return e.Books(r.Books)
}

// answer returns what a reading says: an amount, a fall of 3 percent.
func (e spanish) answer(c Clause, r Reading) string {
	f := r.Figure
	switch {
	case c.Form == "change" && f.Value != nil && f.Value.Sign() == 0:
		return "sin cambios" + e.aside(r)
	case c.Form == "change" && f.Value != nil:
		sized, fell := falling(f)
		if fell {
			return "una caída " + e.with("de", e.by(sized)) + e.aside(r)
		}
		return "un alza " + e.with("de", e.by(f)) + e.aside(r)
	case c.Measure.Subject == "balance" && f.Value != nil && money(f.Unit):
		sized, _ := falling(f)
		return "un " + strings.TrimSuffix(e.noun(c.Measure, f).word, " comercial") + " de " + e.Figure(sized) + e.aside(r)
	case f.Unit == "rank":
		return e.place(f, c.Measure.Subject) + e.aside(r)
	}
	return e.Figure(told(c, f)) + e.aside(r)
}

func (e spanish) event(c Clause, r Reading) string {
	out := ", tuvo lugar" + e.before(r.Time)
	if c.Measure.Subject == "ties" {
		out = ", se establecieron" + e.before(r.Time)
	}
	if r.Where != "" {
		out += ", " + "en " + r.Where
	}
	return out
}

func (e spanish) aside(r Reading) string {
	var parts []string
	if !r.Time.IsZero() {
		parts = append(parts, e.bare(r.Time))
	}
	if r.Want > 0 {
		parts = append(parts, fmt.Sprintf("%d de %d miembros", r.Have, r.Want))
	}
	for _, d := range r.Differs {
		parts = append(parts, lookup(spanishDiffers, d))
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

func (e spanish) covered(c Coverage) string {
	out := fmt.Sprintf("consta para %d de %d", c.Shown, c.Of)
	if len(c.Lacking) > 0 {
		out += "; falta " + list(each(c.Lacking, e.area), ", ", " y ")
	}
	if len(c.Unknown) > 0 {
		out += "; nada se sabe de " + list(each(c.Unknown, e.area), ", ", " y ")
	}
	return out
}

func (e spanish) Figure(f Figure) string {
	switch {
	case f.Quoted != "":
		return "«" + f.Quoted + "»"
	case f.Value == nil:
		return "nada"
	case f.High != nil:
		return "entre " + e.Amount(f.Value, rangeUnit(f.Unit)) + " y " + e.Amount(f.High, f.Unit)
	}
	hedge, amount := spanishHedges[f.Hedge], e.Amount(f.Value, f.Unit)
	if before, ok := strings.CutSuffix(hedge, "de "); ok {
		return before + e.with("de", amount)
	}
	return hedge + amount
}

func (e spanish) Amount(v *big.Rat, unit string) string {
	size, s := v, scale{}
	if new(big.Rat).Abs(v).Cmp(big.NewRat(1_000_000, 1)) >= 0 {
		size, s = scaled(v, spanishScales)
	}
	word := s.word
	number := grouped(size, ".", ",", 5) + word
	if isOne(size) && s.one != "" {
		number, word = "un"+s.one, s.one
	}
	switch {
	case unit == "":
		return number
	case unit == "percent":
		return "el " + number + " %"
	case unit == "times" && whole(v) == 2:
		return "el doble"
	case isOne(v) && spanishOnes[unit] != "":
		return number + " " + spanishOnes[unit]
	case word != "":
		return number + " de " + lookup(spanishUnits, unit)
	}
	return number + " " + lookup(spanishUnits, unit)
}

// before returns a time with the space before it; nothing for no time.
func (e spanish) before(t Time) string {
	if t.IsZero() {
		return ""
	}
	return " " + e.Time(t)
}

func (e spanish) Time(t Time) string {
	switch k, _ := t.kind(); k {
	case always:
		return ""
	case untilYear, untilDay:
		return e.with("hasta", e.bare(Time{t.Last, t.Last}))
	case sinceYear:
		return "desde " + plain(t.First.Year)
	case sinceDay:
		return "desde " + e.day(t.First)
	case daySpan:
		return e.day(t.First)
	case yearsSpan:
		return "entre " + plain(t.First.Year) + " y " + plain(t.Last.Year)
	case daysSpan:
		return e.with("de", e.day(t.First)) + " " + e.with("a", e.day(t.Last))
	}
	return "en " + e.bare(t)
}

// bare returns a time without a preposition.
func (e spanish) bare(t Time) string {
	k, n := t.kind()
	year := plain(t.Last.Year)
	switch k {
	case always:
		return ""
	case yearSpan:
		return year
	case yearsSpan:
		return plain(t.First.Year) + "-" + year
	case halfSpan:
		return "el " + e.ordinal(n) + " semestre de " + year
	case quarterSpan:
		return "el " + e.ordinal(n) + " trimestre de " + year
	case monthsSpan:
		return "los primeros " + e.small(n) + " meses de " + year
	case monthSpan:
		return spanishMonths[t.Last.Month-1] + " de " + year
	case daysSpan:
		return e.day(t.First) + " " + e.with("a", e.day(t.Last))
	}
	if t.Last.Month == 12 && t.Last.Day == 31 {
		return year
	}
	return e.day(t.Last)
}

func (spanish) day(d Day) string {
	return "el " + plain(d.Day) + " de " + spanishMonths[d.Month-1] + " de " + plain(d.Year)
}
