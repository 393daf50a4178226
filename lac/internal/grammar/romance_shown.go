package grammar

import (
	"cmp"
	"strings"
)

func (e romance) Sentence(verdict string, c Clause, s Shown) string {
	return e.Verdict(verdict) + ": " + e.Claim(c) + "; " + e.Shown(c, s) + "."
}

func (e romance) Shown(c Clause, s Shown) string {
	switch {
	case s.Position:
		return e.say("a view")
	case s.Covered != nil:
		return e.covered(*s.Covered)
	case s.Pledge && len(s.Readings) == 0:
		return e.say("nothing on delivery")
	case len(s.Readings) == 0:
		return e.say("no record")
	}
	holds, fails, open := byVerdict(s.Readings)
	according := func(r Reading) string { return e.say("according", e.booksOf(r)) + ", " + e.answer(c, r) }
	if s.Event {
		according = func(r Reading) string { return e.say("according", e.booksOf(r)) + e.event(c, r) }
	}
	if s.isOpenPledge() {
		according = func(r Reading) string {
			return e.say("according", e.booksOf(r)) + ", " + e.answer(c, r) + " " + e.say("so far")
		}
	}
	aside := func(r Reading) string { return e.booksOf(r) + " (" + inside(e.answer(c, r)) + ")" }
	nearest := func(r Reading) string { return e.say("nearest", e.booksOf(r), e.answer(c, r)) }
	joined := func(readings []Reading, say func(Reading) string) string {
		return list(each(readings, say), "; ", "; ")
	}
	switch {
	case len(holds) > 0 && len(fails) > 0:
		return e.say("holds but not", e.listed(holds, aside, "and"), e.listed(fails, aside, "nor according")) + after("; ", s.Reason)
	case len(holds) > 0:
		return joined(holds, according)
	case len(fails) > 0 && s.Misrounded:
		return e.say("misrounded") + ": " + joined(fails, according)
	case len(fails) > 0:
		return joined(fails, according)
	case s.Pledge:
		return joined(open, according)
	}
	if s.Event {
		return e.say("undecided") + "; " + joined(open, according)
	}
	return joined(open, nearest)
}

// listed returns what is said of each, with a word before the last.
func (e romance) listed(readings []Reading, say func(Reading) string, last string) string {
	return list(each(readings, say), ", ", " "+e.say(last)+" ")
}

func (e romance) Whose(r Reading) string { return e.booksOf(r) }

// booksOf returns whose books a reading rests on.
func (e romance) booksOf(r Reading) string {
	if r.Own.Text != "" {
		office := "own figures"
		if r.Keeper != "" {
			office = r.Keeper
		}
		return e.say(office) + " " + e.with("de", e.area(r.Own))
	}
	return e.Books(r.Books)
}

// answer returns what a reading says: an amount, a fall of 3 percent.
func (e romance) answer(c Clause, r Reading) string {
	f := r.Figure
	switch {
	case c.Form == "change" && f.Value != nil && f.Value.Sign() == 0:
		return e.say("no change") + e.aside(r)
	case c.Form == "change" && f.Value != nil:
		sized, fell := falling(f)
		if fell {
			return e.say("a fall") + " " + e.with("de", e.Figure(sized)) + e.aside(r)
		}
		return e.say("a rise") + " " + e.with("de", e.Figure(f)) + e.aside(r)
	case c.Measure.Subject == "balance" && f.Value != nil && money(f.Unit):
		sized, _ := falling(f)
		short, _, _ := strings.Cut(e.noun(c.Measure, f).word, " ")
		return e.say("a") + " " + short + " de " + e.Figure(sized) + e.aside(r)
	case isApart(c, f):
		by, way := apart(c, f)
		return e.say(way+" by", e.Figure(by)) + e.aside(r)
	case f.Unit == "rank":
		return e.place(f, c.Measure.Subject) + e.aside(r)
	}
	return e.Figure(told(c, f)) + e.aside(r)
}

func (e romance) event(c Clause, r Reading) string {
	out := "took place"
	switch {
	case c.Measure.Subject == "ties":
		out = map[string]string{"suspended": "were suspended", "resumed": "were resumed", "none": "were none"}[r.Tie]
		out = cmp.Or(out, "were established")
	case c.Measure.Subject == "agreement" && c.Measure.Ends:
		out = "was ended"
	case c.Measure.Subject == "agreement":
		out = "was signed"
	}
	out = ", " + e.say(out) + e.before(r.Time)
	if r.Where != "" {
		out += ", " + e.in(r.Where)
	}
	return out
}

func (e romance) aside(r Reading) string {
	var parts []string
	if !r.Time.IsZero() {
		parts = append(parts, e.span(r.Time))
	}
	if r.Want > 0 {
		parts = append(parts, e.say("of members", r.Have, r.Want))
	}
	parts = append(parts, r.Differs...)
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

func (e romance) covered(c Coverage) string {
	and := " " + e.say("and") + " "
	out := e.say("recorded for", c.Shown, c.Of)
	if len(c.Lacking) > 0 {
		out += "; " + e.say("lacking") + " " + list(each(c.Lacking, e.area), ", ", and)
	}
	if len(c.Unknown) > 0 {
		of := func(n Name) string { return e.with("de", e.area(n)) }
		out += "; " + e.say("nothing known") + " " + list(each(c.Unknown, of), ", ", and)
	}
	return out
}

func (e romance) Differs(d Difference) string {
	return differs(d, e.differs, e.area, e.span, func(s string) string { return e.noun(Measure{Subject: s}, Figure{}).word }, " "+e.say("and")+" ")
}
