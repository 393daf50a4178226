package grammar

import (
	"cmp"
	"fmt"
	"strings"
)

func (e english) Sentence(verdict string, c Clause, s Shown) string {
	return e.Verdict(verdict) + ": " + e.Claim(c) + "; " + e.Shown(c, s) + "."
}

func (e english) Shown(c Clause, s Shown) string {
	switch {
	case s.Position:
		return "it is a view that no record can confirm or deny"
	case s.Covered != nil:
		return e.covered(*s.Covered)
	case s.Pledge && len(s.Readings) == 0:
		return "no record says how much has been delivered"
	case len(s.Readings) == 0:
		return "no record decides it"
	}
	holds, fails, open := byVerdict(s.Readings)
	according := func(r Reading) string {
		was := " it was "
		switch n := englishNouns[c.Measure.Subject]; {
		case n.things, c.Form == "streak", c.Form == "trend":
			was = ", "
		case n.many && (c.Form == "level" || c.Form == "multiple" || c.Form == "share" || c.Form == "ratio" || c.Form == "record" || isApart(c, r.Figure)):
			was = " they were "
		}
		return "according to " + e.books(r) + was + e.answer(c, r)
	}
	if s.Event {
		according = func(r Reading) string { return "according to " + e.books(r) + e.event(c, r) }
	}
	if s.isOpenPledge() {
		according = func(r Reading) string { return "according to " + e.books(r) + ", " + e.answer(c, r) + " so far" }
	}
	aside := func(r Reading) string { return e.books(r) + " (" + inside(e.answer(c, r)) + ")" }
	switch {
	case len(holds) > 0 && len(fails) > 0:
		return "it holds according to " + list(each(holds, aside), ", ", " and ") + ", but not according to " + list(each(fails, aside), ", ", " or ") + after("; ", s.Reason)
	case len(holds) > 0:
		return list(each(holds, according), "; ", "; ")
	case len(fails) > 0 && s.Misrounded:
		return "it is misrounded: " + list(each(fails, according), "; ", "; ")
	case len(fails) > 0:
		return list(each(fails, according), "; ", "; ")
	case s.Pledge:
		return list(each(open, according), "; ", "; ")
	}
	if s.Event {
		return "the records do not decide it; " + list(each(open, according), "; ", "; ")
	}
	nearest := func(r Reading) string { return "the nearest, from " + e.books(r) + ", is " + e.answer(c, r) }
	return list(each(open, nearest), "; ", "; ")
}

func (e english) Whose(r Reading) string { return e.books(r) }

// books returns whose books a reading rests on.
func (e english) books(r Reading) string {
	if r.Own.Text != "" {
		return e.of(r.Own) + " own books"
	}
	return e.Books(r.Books)
}

// answer returns what a reading says: $518.467 billion, a fall of 3 percent.
func (e english) answer(c Clause, r Reading) string {
	f := r.Figure
	switch {
	case c.Form == "change" && f.Value != nil && f.Value.Sign() == 0:
		return "unchanged" + e.aside(r)
	case c.Form == "change" && f.Value != nil:
		sized, fell := falling(f)
		if fell {
			return "a fall of " + e.Figure(sized) + e.aside(r)
		}
		return "a rise of " + e.Figure(f) + e.aside(r)
	case c.Measure.Subject == "balance" && f.Value != nil && money(f.Unit):
		sized, _ := falling(f)
		return "a " + strings.TrimPrefix(e.balance(f), "trade ") + " of " + e.Figure(sized) + e.aside(r)
	case isApart(c, f):
		by, way := apart(c, f)
		return e.Figure(by) + " " + way + e.aside(r)
	case f.Unit == "rank":
		return e.place(f, c.Measure.Subject) + e.aside(r)
	}
	return e.Figure(told(c, f)) + e.aside(r)
}

func (e english) event(c Clause, r Reading) string {
	out := " it took place" + e.after(r.Time)
	switch {
	case c.Measure.Subject == "ties":
		out = map[string]string{"suspended": " they were suspended", "resumed": " they were resumed", "none": " there were none"}[r.Tie]
		out = cmp.Or(out, " they were established") + e.after(r.Time)
	case c.Measure.Subject == "agreement" && c.Measure.Ends:
		out = " it was ended" + e.after(r.Time)
	case c.Measure.Subject == "agreement":
		out = " it was signed" + e.after(r.Time)
	}
	if r.Where != "" {
		out += ", in " + r.Where
	}
	return out
}

// aside returns what must be said beside a figure: how much of the group is in
// it, and in what it differs from the claim.
func (e english) aside(r Reading) string {
	var parts []string
	if !r.Time.IsZero() {
		parts = append(parts, e.bare(r.Time))
	}
	if r.Want > 0 {
		parts = append(parts, fmt.Sprintf("%d of %d members", r.Have, r.Want))
	}
	parts = append(parts, r.Differs...)
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

func (e english) covered(c Coverage) string {
	out := fmt.Sprintf("records show it for %d of %d", c.Shown, c.Of)
	if len(c.Lacking) > 0 {
		out += "; not for " + list(each(c.Lacking, e.area), ", ", " and ")
	}
	if len(c.Unknown) > 0 {
		out += "; nothing is known of " + list(each(c.Unknown, e.area), ", ", " and ")
	}
	return out
}

func (e english) Differs(d Difference) string {
	return differs(d, englishDiffers, e.area, e.bare, func(s string) string {
		if n, ok := englishNouns[s]; ok {
			return n.word
		}
		return strings.ReplaceAll(s, "-", " ")
	}, " and ")
}
