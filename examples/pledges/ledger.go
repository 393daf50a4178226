package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/interval"
)

const (
	pledgeAt   = 14 // where a pledge begins, behind its state
	labelledAt = 25 // where a text begins, behind its label
)

// writeLedger prints how all pledges stand on a day, in lines of at most so many
// columns.
func writeLedger(w io.Writer, most int, data *lac.Dataset, on lac.Date, policy check.Policy) error {
	pages := check.Ledger(data, on, policy)
	out := &paper{most: most}
	fmt.Fprintf(out, "Pledges as of %s\n", on)
	wrapped(out, "", summary(pages)+" "+rule(policy.Pace))
	var sources []string
	for _, page := range pages {
		writeMeeting(out, page.Meeting)
		if len(page.Pledges) == 0 {
			fmt.Fprintln(out, "\nNo pledge with a quantity is on record.")
		}
		for _, p := range page.Pledges {
			writePledge(out, p)
			sources = append(sources, p.Pledge.Source)
		}
	}
	slices.Sort(sources)
	writeHeading(out, "Sources")
	for _, id := range slices.Compact(sources) {
		s, _ := data.Source(id) // a dataset has the sources that its records name
		wrapped(out, "", listed("["+id+"] "+s.Publisher, s.Title, s.URL))
	}
	_, err := w.Write(out.Bytes())
	return err
}

// summary counts the pledges by state.
func summary(pages []check.LedgerPage) string {
	n := map[check.Verdict]int{}
	all := 0
	for _, page := range pages {
		for _, p := range page.Pledges {
			n[p.State]++
			all++
		}
	}
	if all == 0 {
		return "None is on record by then."
	}
	var parts []string
	for _, state := range []check.Verdict{check.Met, check.Missed, check.OnTrack, check.Behind, check.NotDue, check.Unmeasurable} {
		if n[state] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[state], state))
		}
	}
	return fmt.Sprintf("%d on record: %s.", all, strings.Join(parts, ", "))
}

// rule says what a pace rule asks of a pledge whose window is open.
func rule(p check.Pace) string {
	switch p {
	case check.PaceYears:
		return "Pace rule “years”: each year of the window, once over, has made its part of the target due."
	case check.PaceEnd:
		return "Pace rule “end”: nothing is due before the last day of the window."
	}
	return "Pace rule “days”: that part of the target is due that the days gone by are of the window."
}

func writeHeading(w *paper, title string) {
	fmt.Fprintf(w, "\n%s\n%s\n", title, strings.Repeat("-", program.Columns(title)))
}

func writeMeeting(w *paper, m lac.Meeting) {
	if m.ID == "" {
		writeHeading(w, "At no meeting")
		return
	}
	writeHeading(w, listed(m.Title, m.Place, m.Date.String()))
	if m.Outcome != "" {
		wrapped(w, "", "Outcome: "+m.Outcome+".")
	}
}

func writePledge(w *paper, f check.PledgeFinding) {
	p := f.Pledge
	indent := strings.Repeat(" ", pledgeAt)
	labelled := func(label, text string) {
		wrapped(w, fmt.Sprintf("%s%-*s", indent, labelledAt-pledgeAt, label), text)
	}
	fmt.Fprintln(w)
	wrapped(w, fmt.Sprintf("%-*s", pledgeAt, strings.ToUpper(string(f.State))), promised(p))
	labelled("window", window(f))
	if isLevel(p) {
		labelled("target", check.Text(f.Target, f.Unit)+" in one year of the window")
	} else {
		labelled("target", total(f))
		labelled("delivered", delivered(f))
	}
	if !f.Due.IsNone() {
		due := interval.Interval{Lower: f.Due, Upper: f.Due}
		labelled("pace", "asks for "+check.Text(due, f.Unit)+" by "+f.AsOf.String())
	}
	for _, a := range f.Attained {
		labelled("reached", attained(f, a))
	}
	for _, s := range f.Said {
		labelled("said", said(s))
	}
	for _, note := range f.Notes {
		inAttained := func(a check.Reading) bool { return strings.Contains(note, a.Basis.Books) }
		if !slices.ContainsFunc(f.Attained, inAttained) { // else it repeats what stands above
			labelled("note", note)
		}
	}
	if p.Note != "" {
		labelled("remark", p.Note)
	}
	labelled("source", p.Source)
}

// promised returns a pledge in words: how much of what, and whether each year.
func promised(p lac.Pledge) string {
	plain := func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, "-", " "), "fdi", "FDI") }
	unit := string(p.Target.Value.Unit())
	s, subject := figure(p.Target), plain(string(p.Measure.Subject))
	if strings.HasSuffix(subject, " "+unit) { // 400 training places, not 400 places
		s, subject = strings.TrimSuffix(s, unit)+subject, unit
	}
	details := []string{subject, plain(string(p.Measure.Kind))}
	if !isLevel(p) {
		details = append(details, plain(p.Measure.Sector))
	}
	details = slices.DeleteFunc(details, func(d string) bool { return d == unit })
	if p.PerYear {
		s += " a year"
	}
	if what := listed(details...); what != "" {
		s += ": " + what
	}
	return s
}

// isLevel reports whether a pledge is of a level to be reached, not of a quantity to
// be delivered piece by piece.
func isLevel(p lac.Pledge) bool {
	return p.Measure.Subject == lac.SubjectTrade || p.Measure.Subject == lac.SubjectFDIStock
}

// window returns when a pledge is to be done and how much of that time is over.
func window(f check.PledgeFinding) string {
	if f.Elapsed == "" {
		return span(f.Pledge.Window)
	}
	return span(f.Pledge.Window) + ", " + f.Elapsed + " gone by"
}

func total(f check.PledgeFinding) string {
	switch {
	case f.Target.IsUnknown():
		return "not known"
	case f.Pledge.Window.IsZero():
		return check.Text(f.Target, f.Unit)
	case f.Pledge.PerYear:
		return check.Text(f.Target, f.Unit) + " in the whole window, by the yearly quantity"
	}
	return check.Text(f.Target, f.Unit) + " in the whole window"
}

func delivered(f check.PledgeFinding) string {
	if f.Delivered.IsUnknown() {
		return "nothing on record"
	}
	return check.Text(f.Delivered, f.Unit) + ", by " + strings.Join(f.Records, ", ")
}

// attained says by when a level was reached on a basis, or how near it came.
func attained(f check.PledgeFinding, a check.Reading) string {
	figure := fmt.Sprintf("%s in %s", check.Text(a.Interval, f.Unit), a.Basis.Period)
	s := "by " + a.Basis.Period.Last().String() + ": " + figure
	if a.Verdict != check.Met {
		s = "not shown; highest " + figure
	}
	books := a.Basis.Books
	if books == "none" || books == "not stated" {
		books = "books not stated"
	}
	s += "; " + books
	if a.Basis.Definition != "" {
		s += " (" + a.Basis.Definition + ")"
	}
	if !a.Deciding {
		s += "; does not decide: " + a.Why
	}
	return s
}

func said(s check.Saying) string {
	when := "undated"
	if !s.Date.IsZero() {
		when = s.Date.String()
	}
	return listed(when, s.By) + ": " + listed(figure(s.Stated), span(s.Period))
}

// span returns a period in words where an end is open.
func span(p lac.Period) string {
	switch {
	case p.IsZero():
		return "no time stated"
	case p.First().IsZero():
		return "up to " + p.Last().String()
	case p.Last().IsZero():
		return "from " + p.First().String() + " on"
	}
	return p.String()
}

// figure returns a stated figure with its hedge, or the word in place of one.
func figure(s lac.Stated) string {
	hedge := map[lac.Comparator]string{
		lac.Over: "over ", lac.AtLeast: "at least ", lac.Under: "under ", lac.UpTo: "up to ", lac.Nearly: "nearly ", lac.About: "about ",
	}[s.Comparator]
	switch {
	case !s.Value.IsReported():
		return s.String()
	case s.Comparator == lac.Between:
		return check.Amount(s.Value) + " to " + check.Amount(s.High)
	}
	return hedge + check.Amount(s.Value)
}

// listed joins those of the parts that are there.
func listed(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// A paper is what the ledger is printed on, in lines of at most so many columns.
type paper struct {
	bytes.Buffer
	most int
}

// wrapped prints text behind a first column.
func wrapped(w *paper, first, text string) {
	program.Wrap(w, w.most, first, strings.Repeat(" ", program.Columns(first)), text)
}
