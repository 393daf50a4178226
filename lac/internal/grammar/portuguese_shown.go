package grammar

import (
	"fmt"
	"strings"
)

func (e portuguese) Shown(c Clause, s Shown) string {
	switch {
	case s.Position:
		return "é uma opinião que nenhum registro pode confirmar ou desmentir"
	case s.Covered != nil:
		return e.covered(*s.Covered)
	case s.Pledge && len(s.Readings) == 0:
		return "nenhum registro diz quanto foi entregue"
	case len(s.Readings) == 0:
		return "nenhum registro permite decidi-lo"
	}
	holds, fails, open := byVerdict(s.Readings)
	according := func(r Reading) string { return "segundo " + e.books(r) + ", " + e.answer(c, r) }
	if s.Event {
		according = func(r Reading) string { return "segundo " + e.books(r) + e.event(c, r) }
	}
	aside := func(r Reading) string { return e.books(r) + " (" + e.answer(c, r) + ")" }
	switch {
	case len(holds) > 0 && len(fails) > 0:
		return "é assim segundo " + list(each(holds, aside), ", ", " e ") + ", mas não segundo " + list(each(fails, aside), ", ", " nem segundo ")
	case len(holds) > 0:
		return list(each(holds, according), "; ", "; ")
	case len(fails) > 0 && s.Misrounded:
		return "está mal arredondado: " + list(each(fails, according), "; ", "; ")
	case len(fails) > 0:
		return list(each(fails, according), "; ", "; ")
	case s.Pledge:
		return list(each(open, according), "; ", "; ")
	}
	nearest := func(r Reading) string {
		return "o dado mais próximo, segundo " + e.books(r) + ", é " + e.answer(c, r)
	}
	if s.Event {
		nearest = according
	}
	return "os registros não permitem decidi-lo; " + list(each(open, nearest), "; ", "; ")
}

// books returns whose books a reading rests on.
func (e portuguese) books(r Reading) string {
	if r.Own.Text != "" {
		return "os números próprios " + e.with("de", e.area(r.Own))
	}
	return e.Books(r.Books)
}

// answer returns what a reading says: an amount, a fall of 3 percent.
func (e portuguese) answer(c Clause, r Reading) string {
	f := r.Figure
	switch {
	case c.Form == "change" && f.Value != nil && f.Value.Sign() == 0:
		return "sem mudança" + e.aside(r)
	case c.Form == "change" && f.Value != nil:
		sized, fell := falling(f)
		if fell {
			return "uma queda de " + e.Figure(sized) + e.aside(r)
		}
		return "uma alta de " + e.Figure(f) + e.aside(r)
	case c.Measure.Subject == "balance" && f.Value != nil && money(f.Unit):
		sized, _ := falling(f)
		return "um " + strings.TrimSuffix(e.noun(c.Measure, f).word, " comercial") + " de " + e.Figure(sized) + e.aside(r)
	case f.Unit == "rank":
		return e.place(f, c.Measure.Subject) + e.aside(r)
	}
	return e.Figure(told(c, f)) + e.aside(r)
}

func (e portuguese) event(c Clause, r Reading) string {
	out := ", ocorreu" + e.before(r.Time)
	switch {
	case c.Measure.Subject == "ties":
		out = ", foram estabelecidas" + e.before(r.Time)
	case c.Measure.Subject == "agreement" && c.Measure.Ends:
		out = ", foi encerrado" + e.before(r.Time)
	case c.Measure.Subject == "agreement":
		out = ", foi assinado" + e.before(r.Time)
	}
	if r.Where != "" {
		out += ", " + e.with("em", r.Where)
	}
	return out
}

func (e portuguese) aside(r Reading) string {
	var parts []string
	if !r.Time.IsZero() {
		parts = append(parts, e.span(r.Time))
	}
	if r.Want > 0 {
		parts = append(parts, fmt.Sprintf("%d de %d membros", r.Have, r.Want))
	}
	parts = append(parts, r.Differs...)
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

func (e portuguese) covered(c Coverage) string {
	out := fmt.Sprintf("consta para %d de %d", c.Shown, c.Of)
	if len(c.Lacking) > 0 {
		out += "; falta " + list(each(c.Lacking, e.area), ", ", " e ")
	}
	if len(c.Unknown) > 0 {
		out += "; nada se sabe " + list(each(c.Unknown, func(n Name) string { return e.with("de", e.area(n)) }), ", ", " e ")
	}
	return out
}

func (e portuguese) Differs(d Difference) string {
	return differs(d, portugueseDiffers, e.area, e.span, func(s string) string { return e.noun(Measure{Subject: s}, Figure{}).word }, " e ")
}
