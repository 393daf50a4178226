package brief

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/extract"
)

// WriteText prints the whole briefing for a terminal or a plain file. Tables are as
// wide as they are, unless that is wider than the terminal.
func (b Briefing) WriteText(w io.Writer, screen program.Streams) error {
	tag := b.spoken()
	out := &paper{tag: tag, most: screen.Width(), tables: screen.Columns}
	s := b.Statement
	heading(out, '=', "%s", In(tag, "Briefing")+In(tag, ": ")+listed(tag, Say(tag, b.Heading()), Say(tag, s.Place), dayOf(tag, s.Date)))
	for _, p := range s.Speakers {
		fmt.Fprintln(out, listed(tag, Say(tag, p.Name), Say(tag, p.Office), Say(tag, p.Organisation)))
	}
	out.wrap("", fmt.Sprintf(In(tag, "Meta"), In(tag, b.Policy.Name), dayOf(tag, b.On)))
	heading(out, '-', "%s", In(tag, "At a glance"))
	glance(out, b)
	heading(out, '-', "%s", In(tag, "Claims"))
	for i, f := range b.Findings {
		finding(out, b, i+1, f)
	}
	if len(b.Unchecked) > 0 {
		heading(out, '-', "%s", In(tag, "Not held"))
		for _, c := range b.Unchecked {
			unchecked(out, b, c)
		}
	}
	heading(out, '-', "%s", In(tag, "Trade by year, in text"))
	years(out, b)
	heading(out, '-', "%s", In(tag, "Trade by partner")+In(tag, ": ")+In(tag, b.PartnersOf))
	partners(out, b)
	if len(b.Published) > 0 {
		heading(out, '-', "%s", In(tag, "Published against"))
		for _, r := range b.Published {
			reconciliation(out, b, r)
		}
	}
	heading(out, '-', "%s", In(tag, "Pledges as of")+In(tag, " ")+dayOf(tag, b.On))
	pledges(out, b)
	heading(out, '-', "%s", In(tag, "Sources"))
	for i, s := range b.Sources {
		text := fmt.Sprintf("[%d] %s: %s. %s.", i+1, s.Publisher, s.Title, Books(tag, check.Basis{Books: s.Basis}))
		if s.URL != "" {
			text += " " + s.URL
		}
		out.wrap("    ", text)
	}
	_, err := w.Write(out.Bytes())
	return err
}

// listed joins those of the parts that are there.
func listed(tag language.Tag, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), In(tag, ", "))
}

// dayOf returns a day as the text has it: in English as in 2025-06-09.
func dayOf(tag language.Tag, d lac.Date) string {
	switch {
	case d.IsZero():
		return ""
	case tag == language.English:
		return d.String()
	}
	return dayIn(tag, d)
}

// unchecked prints a claim of a text with what is missing to check it.
func unchecked(w *paper, b Briefing, c extract.Claim) {
	var missing []string
	for _, m := range c.Missing {
		missing = append(missing, Say(w.tag, m))
	}
	what := listed(w.tag, In(w.tag, string(c.Form)), c.Subject, c.Speaker)
	w.hanging("- ", "  ", fmt.Sprintf(In(w.tag, "Lacks"), b.Statement.Words(c.Claim), what, strings.Join(missing, In(w.tag, "; "))))
}

func heading(w *paper, line rune, format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if line == '-' {
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "%s\n%s\n", text, strings.Repeat(string(line), program.Columns(text)))
}

// A paper is what a briefing is printed on, in lines of at most so many columns, and
// tables too unless the number for these is 0.
type paper struct {
	bytes.Buffer
	tag          language.Tag // of what is printed
	most, tables int
}

// wrap prints text in lines; those after the first begin with indent.
func (w *paper) wrap(indent, text string) { program.Wrap(w, w.most, "", indent, text) }

// indented prints text in lines behind the indent, and later ones two columns on.
func (w *paper) indented(indent, text string) { program.Wrap(w, w.most, indent, indent+"  ", text) }

// hanging prints text behind first, with later lines behind rest.
func (w *paper) hanging(first, rest, text string) { program.Wrap(w, w.most, first, rest, text) }

// by names a speaker in brackets, if there is one.
func by(tag language.Tag, speaker string) string {
	if speaker == "" {
		return ""
	}
	return fmt.Sprintf(In(tag, " (%s)"), Say(tag, speaker))
}

func glance(w *paper, b Briefing) {
	t := program.Table{Left: 2, Gap: 2}
	for i, f := range b.Findings {
		t.Add(fmt.Sprintf("%2d  %s", i+1, capitals(w.tag, f.Verdict)), Say(w.tag, f.Claim.Gist))
	}
	t.Print(w, w.tables)
}

func finding(w *paper, b Briefing, n int, f check.Finding) {
	if n > 1 {
		fmt.Fprintln(w)
	}
	label := func(key string) string { return In(w.tag, key) + In(w.tag, ": ") }
	w.indented("", fmt.Sprintf("%d. %s%s", n, Say(w.tag, f.Claim.Gist)+In(w.tag, ": "), capitals(w.tag, f.Verdict)))
	if words := b.Statement.Words(f.Claim); words != "" {
		w.indented("   ", fmt.Sprintf("%s“%s”%s", label("As reported"), words, by(w.tag, f.Claim.Speaker)))
	}
	if !f.Stated.IsUnknown() {
		w.indented("   ", label("Right if")+wordsIn(w.tag, f.Stated, f.Unit))
	}
	for _, r := range f.Readings {
		reading(w, b, r)
	}
	for _, x := range f.Witnesses {
		if x.State != check.Covered {
			w.indented("   ", x.Area.Name(w.tag)+In(w.tag, ": ")+listed(w.tag, In(w.tag, x.State), Say(w.tag, x.Why)))
		}
	}
	if covered := coveredBy(w.tag, f); covered != "" {
		w.indented("   ", label("Witnesses")+covered)
	}
	for _, m := range f.Missing {
		w.indented("   ", label("Missing")+Say(w.tag, m))
	}
	for _, line := range beside(w.tag, f) {
		w.indented("   ", line)
	}
	for _, note := range f.Notes {
		w.indented("   ", label("Note")+Say(w.tag, b.Plain(note)))
	}
}

func reading(w *paper, b Briefing, r check.Reading) {
	mark := "*"
	verdict := said(w.tag, r.Verdict)
	if !r.Deciding {
		mark, verdict = "-", In(w.tag, "does not decide")+In(w.tag, ": ")+Say(w.tag, r.Why)
	}
	text := mark + " " + wordsIn(w.tag, r.Interval, r.Unit) + In(w.tag, ": ") + verdict + In(w.tag, ". ") + capital(w.tag, Books(w.tag, r.Basis))
	for _, part := range basis(w.tag, r.Basis, Say) {
		text += In(w.tag, "; ") + part
	}
	w.indented("   ", text+" "+b.citation(r.Basis.Sources))
	if !r.Margin.IsZero() && r.Deciding {
		w.indented("       ", In(w.tag, "margin")+In(w.tag, ": ")+Say(w.tag, r.Margin.Text))
	}
	if texts := steps(w.tag, r); len(texts) > 0 {
		w.indented("       ", strings.Join(texts, In(w.tag, "; ")))
	}
	if len(r.Missing) > 0 {
		w.indented("       ", In(w.tag, "no record")+In(w.tag, ": ")+areaNamesIn(w.tag, r.Missing))
	}
	for _, note := range r.Notes {
		w.indented("       ", Say(w.tag, b.Plain(note)))
	}
}

// Plain returns a note with what pledges promise in place of their IDs.
func (b Briefing) Plain(note string) string {
	if !strings.Contains(note, "pledge-") {
		return note
	}
	byLength := slices.SortedFunc(slices.Values(b.Pledges), func(x, y check.PledgeFinding) int { return len(y.Pledge.ID) - len(x.Pledge.ID) })
	for _, p := range byLength { // an ID may begin as another does
		made := ""
		if !p.Pledge.Made.IsZero() {
			made = ", " + p.Pledge.Made.String()
		}
		note = strings.ReplaceAll(note, p.Pledge.ID, "that of "+promised(p)+made)
	}
	return note
}

func years(w *paper, b Briefing) {
	t := program.Table{Indent: "  ", Gap: 2}
	var head []string
	for _, column := range []string{"year", "China customs", "LCN region", "LAC exports", "LAC imports", "LAC turnover", "reporters"} {
		head = append(head, In(w.tag, column))
	}
	t.Add(append(head, " "+In(w.tag, "sources"))...)
	for _, y := range b.Years {
		turnover := "-"
		if both, err := y.Exports.Merge(y.Imports); err == nil {
			turnover = sum(both)
		}
		reporters := "-"
		if y.Reporters > 0 {
			reporters = fmt.Sprintf(In(w.tag, "%d of %d"), y.Reporters, y.Members)
		}
		customs := billions(y.Customs)
		if y.Derived {
			customs = "*" + customs
		}
		row := []string{fmt.Sprint(y.Year)}
		for _, cell := range []string{customs, sum(y.Region), sum(y.Exports), sum(y.Imports), turnover} {
			row = append(row, decimals(w.tag, cell))
		}
		t.Add(append(row, reporters, " "+b.citation(y.Sources))...)
	}
	t.Print(w, w.tables)
	w.wrap("", In(w.tag, "Columns of years"))
}

func partners(w *paper, b Briefing) {
	t := program.Table{Indent: "  ", Gap: 2}
	var head []string
	for _, column := range []string{"partner", "exports", "imports", "turnover", "balance", "share %"} {
		head = append(head, In(w.tag, column))
	}
	t.Add(head...)
	for _, p := range b.Partners {
		row := []string{p.Partner.Name(w.tag)}
		for _, cell := range []string{billions(p.Exports), billions(p.Imports), billions(p.Total), billions(p.Balance), p.Share.StringFixed(2)} {
			row = append(row, decimals(w.tag, cell))
		}
		t.Add(row...)
	}
	t.Print(w, w.tables)
}

func reconciliation(w *paper, b Briefing, r ReconRow) {
	m := r.Result
	say := func(key string, args ...any) string {
		for i, a := range args {
			if number, ok := a.(string); ok {
				args[i] = decimals(w.tag, number)
			}
		}
		return fmt.Sprintf(In(w.tag, key), args...)
	}
	w.indented("", During(w.tag, r.Period)+In(w.tag, ": ")+say("Published and recorded", billions(m.Published), In(w.tag, m.Published.Currency().String()), exact(r.Parts.Exports), exact(r.Parts.Imports), exact(m.Members))+
		" "+b.citation([]string{r.Source})+In(w.tag, "."))
	if m.Territories.Records > 0 {
		w.indented("  ", say("Beside the members", exact(m.Territories))+" ("+areaNamesIn(w.tag, m.Others)+")")
	}
	if len(m.Absent) > 0 {
		w.indented("  ", In(w.tag, "members without a record")+In(w.tag, ": ")+areaNamesIn(w.tag, m.Absent))
	}
	if len(m.Unrecorded) > 0 {
		w.indented("  ", In(w.tag, "territories without a record")+In(w.tag, ": ")+areaNamesIn(w.tag, m.Unrecorded))
	}
	text := say("left over: %s bn", billionsExact(m.Residual))
	if d, err := m.ResidualShare(4); err == nil {
		text += In(w.tag, ", ") + say("%s %% of the published figure", d.Shift(2).StringFixed(2))
	}
	if m.Rounding.Sign() > 0 {
		text += In(w.tag, "; ") + say("rounding explains at most %s bn", billionsExact(m.Rounding))
	}
	if m.IsExplained() {
		text += In(w.tag, ": ") + In(w.tag, "explained")
	}
	w.indented("  ", text)
}

func pledges(w *paper, b Briefing) {
	meeting := ""
	for i, p := range b.Pledges {
		if i == 0 || p.Pledge.Meeting != meeting {
			meeting = p.Pledge.Meeting
			w.indented("", b.meeting(meeting))
		}
		window := In(w.tag, "no end named")
		if !p.Pledge.Window.IsZero() {
			window = During(w.tag, p.Pledge.Window)
		}
		w.indented("  ", capitals(w.tag, p.State)+In(w.tag, ": ")+Say(w.tag, promised(p))+In(w.tag, "; ")+window+" "+b.citation([]string{p.Pledge.Source}))
		for _, note := range p.Notes {
			w.indented("      ", Say(w.tag, b.Plain(note)))
		}
		if p.Pledge.Note != "" {
			w.indented("      ", Say(w.tag, p.Pledge.Note))
		}
	}
}
