package grammar

import (
	"fmt"
	"strings"
)

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
	switch {
	case c.Measure.Subject == "ties":
		out = ", se establecieron" + e.before(r.Time)
	case c.Measure.Subject == "agreement" && c.Measure.Ends:
		out = ", se le puso fin" + e.before(r.Time)
	case c.Measure.Subject == "agreement":
		out = ", se firmó" + e.before(r.Time)
	}
	if r.Where != "" {
		out += ", " + "en " + r.Where
	}
	return out
}

func (e spanish) aside(r Reading) string {
	var parts []string
	if !r.Time.IsZero() {
		parts = append(parts, e.span(r.Time))
	}
	if r.Want > 0 {
		parts = append(parts, fmt.Sprintf("%d de %d miembros", r.Have, r.Want))
	}
	parts = append(parts, r.Differs...)
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

func (e spanish) Differs(d Difference) string {
	return differs(d, spanishDiffers, e.area, e.span, func(s string) string { return e.noun(Measure{Subject: s}, Figure{}).word }, " y ")
}
