package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/examples/internal/brief"
	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// writeText prints the findings for people.
func writeText(w *page, data *lac.Dataset, in input, policy check.Policy) error {
	s := in.Statement
	findings, err := check.Statement(data, s, policy)
	if err != nil {
		return err
	}
	conflicts, err := check.Consistency(data, s, policy)
	if err != nil {
		return err
	}
	w.print("", "", listed(", ", w.say(cmp.Or(s.Title, s.Event, s.ID)), w.say(s.Place), day(s.Date)))
	for _, p := range s.Speakers {
		fmt.Fprintln(w, listed(", ", w.say(p.Name), w.say(p.Office), w.say(p.Organisation)))
	}
	fmt.Fprintf(w, w.in("%s, read under the %s policy, on dataset %s")+"\n", w.counted(len(findings), "claim"), w.in(cmp.Or(policy.Name, "unnamed")), data.Digest())
	for i, f := range findings {
		fmt.Fprintf(w, "\n%d. %s: %s\n", i+1, f.Claim.ID, strings.ToUpper(w.verdict(f.Verdict)))
		writeFinding(w, s, f)
	}
	if len(conflicts) > 0 {
		fmt.Fprintln(w, "\n"+w.in("What does not fit together, or with the records"))
	}
	for _, c := range conflicts {
		line(w, string(c.Kind), "%s: %s", strings.Join(c.Claims, ", "), w.say(c.Text))
	}
	if len(in.left) > 0 {
		fmt.Fprintln(w, "\n"+w.in("Not held"))
	}
	for _, c := range in.left {
		line(w, string(c.Form), "%s: %s", cmp.Or(s.Words(c.Claim), c.Gist), fmt.Sprintf(w.in("missing %s"), strings.Join(w.sayAll(c.Missing), "; ")))
	}
	fmt.Fprintf(w, "\n%s\n", tally(w, findings, conflicts))
	return nil
}

func writeFinding(w *page, s lac.Statement, f check.Finding) {
	w.print("   ", "   ", f.Sentence(w.tag))
	if words := s.Words(f.Claim); words != "" {
		line(w, "said", "“%s”%s", words, brackets(f.Claim.Speaker))
	}
	if !f.Stated.IsUnknown() {
		line(w, "right if", "%s", w.say(check.Text(f.Stated, f.Unit)))
	}
	for _, r := range f.Readings {
		writeReading(w, r)
	}
	if m := f.Margin(); !m.IsZero() {
		line(w, "margin", "%s", w.say(m.Text))
	}
	for _, state := range []string{check.Covered, check.Lacking, check.Unknown, check.Without} {
		writeWitnesses(w, f, state)
	}
	for _, m := range f.Missing {
		line(w, "missing", "%s", w.say(m))
	}
	for _, v := range f.Window {
		line(w, "base year", "%s: %s, %s (%s)", w.period(v.Basis.Period), w.say(check.Text(v.Interval, v.Unit)), w.verdict(v.Verdict), listed("; ", brief.Books(w.tag, v.Basis), w.say(v.Basis.Definition)))
	}
	for _, o := range f.Said {
		if o.Claim == f.Claim.ID && o.Record == s.ID || o.Record == f.Claim.Refers {
			continue // the claim itself, or the pledge that it is of
		}
		changed := ""
		if len(o.Changed) > 0 {
			changed = w.in("; changed: ") + strings.Join(w.sayAll(o.Changed), "; ")
		}
		line(w, "also said", w.in("%s, %s: %s, of %v [%s]%s"), w.date(o.Date), o.By, figure(w, o.Stated), w.period(o.Period), o.Record, changed)
	}
	for _, n := range f.Notes {
		line(w, "note", "%s", w.say(n))
	}
	line(w, "digest", "%s", f.Digest())
}

// writeReading prints what one basis says, and below it the basis.
func writeReading(w *page, r check.Reading) {
	verdict := w.verdict(r.Verdict)
	if !r.Deciding {
		verdict = w.in("does not decide") + brackets(w.say(r.Why))
	}
	line(w, "reading", "%s: %s", w.say(check.Text(r.Interval, r.Unit)), verdict)
	b := r.Basis
	conversion := ""
	if b.Conversion != "" {
		conversion = w.in("at ") + w.say(b.Conversion)
	}
	vintage := ""
	if b.Vintage != "" {
		vintage = listed(", ", fmt.Sprintf(w.in("%s figure"), w.say(b.Vintage)), w.date(b.Published))
	}
	period := ""
	if !b.Period.IsZero() {
		period = w.period(b.Period)
	}
	line(w, "", "%s [%s]", listed("; ", brief.Books(w.tag, b), w.say(b.Definition), period, w.say(b.Valuation), conversion, vintage), strings.Join(b.Sources, ", "))
	for _, n := range r.Notes {
		line(w, "", "%s", w.say(n))
	}
	if len(r.Missing) > 0 {
		line(w, "", w.in("no record of %s"), areas(w, r.Missing))
	}
}

// writeWitnesses prints the members of a coverage claim's set in one state; those
// of which it matters why, one a line.
func writeWitnesses(w *page, f check.Finding, state string) {
	var covered []string
	for _, x := range f.Witnesses {
		switch {
		case x.State != state:
		case state == check.Covered:
			covered = append(covered, fmt.Sprintf("%s %d", x.Area.Name(w.tag), x.Count))
		default:
			line(w, state, "%s: %s", x.Area.Name(w.tag), w.say(x.Why))
		}
	}
	if len(covered) > 0 {
		line(w, "covered", w.in("%d of %d: %s"), len(covered), len(f.Witnesses), strings.Join(covered, ", "))
	}
}

// print prints a text behind first, on a terminal in lines that begin with rest.
func (w *page) print(first, rest, text string) {
	if w.columns == 0 {
		fmt.Fprintf(w, "%s%s\n", first, text)
		return
	}
	program.Wrap(w, max(w.columns, 40), first, rest, text)
}

// line prints one fact behind its label.
func line(w *page, label, format string, args ...any) {
	label = w.in(label)
	pad := strings.Repeat(" ", max(10-program.Columns(label), 0))
	w.print("   "+label+pad+" ", strings.Repeat(" ", 14), fmt.Sprintf(format, args...))
}

// tally says how many findings have each verdict, and how many conflicts there are.
func tally(w *page, findings []check.Finding, conflicts []check.Conflict) string {
	if len(findings) == 0 {
		return w.in("No claim")
	}
	if w.tag != language.English {
		return check.Headline(findings, w.tag) + "; " + w.counted(len(conflicts), "conflict")
	}
	var order []string
	n := map[string]int{}
	for _, f := range findings {
		if n[string(f.Verdict)] == 0 {
			order = append(order, string(f.Verdict))
		}
		n[string(f.Verdict)]++
	}
	slices.SortStableFunc(order, func(a, b string) int { return n[b] - n[a] })
	for i, v := range order {
		order[i] = fmt.Sprintf("%d %s", n[v], v)
	}
	return fmt.Sprintf("%s: %s; %s", counted(len(findings), "claim"), strings.Join(order, ", "), counted(len(conflicts), "conflict"))
}

// figure returns a stated figure with its hedge, and the words that it was stated
// in.
func figure(w *page, s lac.Stated) string {
	hedge := map[lac.Comparator]string{
		lac.Over: "over ", lac.AtLeast: "at least ", lac.Under: "under ", lac.UpTo: "up to ", lac.Nearly: "nearly ", lac.About: "about ",
	}[s.Comparator]
	amount := w.say(hedge + check.Amount(s.Value))
	switch {
	case !s.Value.IsReported():
		return s.String()
	case s.Comparator == lac.Between:
		amount = w.say(check.Amount(s.Value) + " to " + check.Amount(s.High))
	}
	if s.Text == "" {
		return amount
	}
	return amount + " (“" + s.Text + "”)"
}

func areas(w *page, list []lac.Area) string {
	var names []string
	for _, a := range list {
		names = append(names, a.Name(w.tag))
	}
	return strings.Join(names, ", ")
}

func brackets(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

func (w *page) date(p lac.Period) string {
	if p.IsZero() {
		return w.in("undated")
	}
	return p.String()
}

func day(d lac.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// listed joins those of the parts that are there.
func listed(sep string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), sep)
}
