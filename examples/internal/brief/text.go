package brief

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/extract"
)

// WriteText prints the whole briefing for a terminal or a plain file. Tables are as
// wide as they are, unless that is wider than the terminal.
func (b Briefing) WriteText(w io.Writer, screen program.Streams) error {
	out := &paper{most: screen.Width(), tables: screen.Columns}
	s := b.Statement
	heading(out, '=', "Briefing: %s", listed(b.Heading(), s.Place, dayOf(s.Date)))
	for _, p := range s.Speakers {
		fmt.Fprintln(out, listed(p.Name, p.Office, p.Organisation))
	}
	out.wrap("", fmt.Sprintf("Figures are read under the %s policy; pledges as of %s. Numbers in brackets are sources.", b.Policy.Name, b.On))
	heading(out, '-', "At a glance")
	glance(out, b)
	heading(out, '-', "Claims")
	for i, f := range b.Findings {
		finding(out, b, i+1, f)
	}
	if len(b.Unchecked) > 0 {
		heading(out, '-', "Not held against the records")
		for _, c := range b.Unchecked {
			unchecked(out, b, c)
		}
	}
	heading(out, '-', "China's trade with Latin America and the Caribbean by year, billion US dollars")
	years(out, b)
	heading(out, '-', "Trade by partner: %s", b.PartnersOf)
	partners(out, b)
	if len(b.Published) > 0 {
		heading(out, '-', "Published totals against the records")
		for _, r := range b.Published {
			reconciliation(out, b, r)
		}
	}
	heading(out, '-', "Pledges as of %s", b.On)
	pledges(out, b)
	heading(out, '-', "Sources")
	for i, s := range b.Sources {
		text := fmt.Sprintf("[%d] %s: %s. %s.", i+1, s.Publisher, s.Title, s.Basis)
		if s.URL != "" {
			text += " " + s.URL
		}
		out.wrap("    ", text)
	}
	_, err := w.Write(out.Bytes())
	return err
}

// listed joins those of the parts that are there.
func listed(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

func dayOf(d lac.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// unchecked prints a claim of a text with what is missing to check it.
func unchecked(w *paper, b Briefing, c extract.Claim) {
	what := listed(string(c.Form), c.Subject, c.Speaker)
	w.indented("- ", fmt.Sprintf("“%s” (%s): missing %s", b.Statement.Words(c.Claim), what, strings.Join(c.Missing, "; ")))
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
	most, tables int
}

// wrap prints text in lines; those after the first begin with indent.
func (w *paper) wrap(indent, text string) { program.Wrap(w, w.most, "", indent, text) }

// indented prints text in lines behind the indent, and later ones two columns on.
func (w *paper) indented(indent, text string) { program.Wrap(w, w.most, indent, indent+"  ", text) }

// hanging prints text behind first, with later lines behind rest.
func (w *paper) hanging(first, rest, text string) { program.Wrap(w, w.most, first, rest, text) }

// by names a speaker in brackets, if there is one.
func by(speaker string) string {
	if speaker == "" {
		return ""
	}
	return " (" + speaker + ")"
}

func glance(w *paper, b Briefing) {
	t := program.Table{Left: 2, Gap: 2}
	for i, f := range b.Findings {
		t.Add(fmt.Sprintf("%2d  %s", i+1, strings.ToUpper(string(f.Verdict))), f.Claim.Gist)
	}
	t.Print(w, w.tables)
}

func finding(w *paper, b Briefing, n int, f check.Finding) {
	if n > 1 {
		fmt.Fprintln(w)
	}
	w.indented("", fmt.Sprintf("%d. %s: %s", n, f.Claim.Gist, strings.ToUpper(string(f.Verdict))))
	if words := b.Statement.Words(f.Claim); words != "" {
		w.indented("   ", fmt.Sprintf("As reported: “%s”%s", words, by(f.Claim.Speaker)))
	}
	if !f.Stated.IsUnknown() {
		w.indented("   ", "Right if: "+check.Text(f.Stated, f.Unit))
	}
	for _, r := range f.Readings {
		reading(w, b, r)
	}
	for _, x := range f.Witnesses {
		if x.State != check.Covered {
			w.indented("   ", fmt.Sprintf("%s: %s, %s", areaName(x.Area), x.State, x.Why))
		}
	}
	if covered := coveredBy(f); covered != "" {
		w.indented("   ", "Witnesses: "+covered)
	}
	for _, m := range f.Missing {
		w.indented("   ", "Missing: "+m)
	}
	for _, line := range slices.Concat(baseYears(f), elsewhere(f)) {
		w.indented("   ", line)
	}
	for _, note := range f.Notes {
		w.indented("   ", "Note: "+b.Plain(note))
	}
}

// coveredBy lists the witnesses of a coverage claim with their records.
func coveredBy(f check.Finding) string {
	var parts []string
	for _, x := range f.Witnesses {
		if x.State == check.Covered {
			parts = append(parts, fmt.Sprintf("%s %d", areaName(x.Area), x.Count))
		}
	}
	return strings.Join(parts, ", ")
}

func reading(w *paper, b Briefing, r check.Reading) {
	mark := "*"
	verdict := string(r.Verdict)
	if !r.Deciding {
		mark, verdict = "-", "does not decide: "+r.Why
	}
	text := fmt.Sprintf("%s %s: %s. %s", mark, check.Text(r.Interval, r.Unit), verdict, r.Basis.Books)
	if r.Basis.Definition != "" {
		text += "; " + r.Basis.Definition
	}
	if !r.Basis.Period.IsZero() {
		text += "; " + during(r.Basis.Period)
	}
	if r.Basis.Valuation != "" {
		text += "; " + r.Basis.Valuation
	}
	if r.Basis.Conversion != "" {
		text += "; at " + r.Basis.Conversion
	}
	w.indented("   ", text+" "+b.citation(r.Basis.Sources))
	if !r.Margin.IsZero() && r.Deciding {
		w.indented("       ", "margin: "+r.Margin.Text)
	}
	if texts := steps(r); len(texts) > 0 {
		w.indented("       ", strings.Join(texts, "; "))
	}
	if len(r.Missing) > 0 {
		w.indented("       ", "no record: "+areaNames(r.Missing))
	}
	for _, note := range r.Notes {
		w.indented("       ", b.Plain(note))
	}
}

// steps returns a reading's arithmetic in words, where there is more to it than
// one figure.
func steps(r check.Reading) []string {
	var texts []string
	for _, s := range r.Arithmetic {
		if s.Op != check.OpBound { // the definition and the notes say so
			texts = append(texts, s.Text)
		}
	}
	const most = 6
	if n := len(texts); n > most { // the JSON has them all
		texts = append(append(texts[:most/2:most/2], fmt.Sprintf("%d more steps", n-most)), texts[n-most/2:]...)
	}
	if len(texts) == 1 && r.Unit != lac.UnitYears && r.Unit != lac.UnitRank {
		return nil
	}
	return texts
}

// baseYears returns what the years beside a claim's base year would give, a line
// for each basis.
func baseYears(f check.Finding) []string {
	var order []string
	years := map[string][]string{}
	for _, v := range f.Window {
		books := v.Basis.Books
		if years[books] == nil {
			order = append(order, books)
		}
		years[books] = append(years[books], fmt.Sprintf("%v %s (%s)", v.Basis.Period, check.Text(v.Interval, v.Unit), v.Verdict))
	}
	lines := make([]string, len(order))
	for i, books := range order {
		lines[i] = fmt.Sprintf("By base year, %s: %s.", books, strings.Join(years[books], ", "))
	}
	return lines
}

// elsewhere returns what else was stated of a claim's measure, by date.
func elsewhere(f check.Finding) []string {
	var lines []string
	for _, s := range f.Said {
		if s.Claim == f.Claim.ID || s.Record == f.Claim.Refers {
			continue // the claim itself, or the pledge that it is of
		}
		when := "undated"
		if !s.Date.IsZero() {
			when = s.Date.String()
		}
		lines = append(lines, fmt.Sprintf("Also stated, %s, %s: %s, %s.", when, s.By, stated(s.Stated), of(s.Period)))
	}
	return lines
}

// during returns a period as people write it: one that is open at an end has no dots.
func during(p lac.Period) string {
	text := p.String()
	if rest, ok := strings.CutPrefix(text, "../"); ok {
		return "up to " + rest
	}
	if rest, ok := strings.CutSuffix(text, "/.."); ok {
		return "from " + rest + " on"
	}
	return text
}

// of returns a period behind what was stated of it.
func of(p lac.Period) string {
	if p.First().IsZero() || p.Last().IsZero() {
		return during(p)
	}
	return "of " + during(p)
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

// stated returns a figure with its hedge, as it was stated where the words are
// known.
func stated(s lac.Stated) string {
	if s.Text != "" || s.Vague != "" {
		return s.String()
	}
	hedge := map[lac.Comparator]string{lac.Over: "over ", lac.AtLeast: "at least ", lac.Under: "under ", lac.UpTo: "up to ", lac.Nearly: "nearly ", lac.About: "about "}
	return hedge[s.Comparator] + check.Amount(s.Value)
}

func years(w *paper, b Briefing) {
	t := program.Table{Indent: "  ", Gap: 2}
	t.Add("year", "China customs", "LCN region", "LAC exports", "LAC imports", "LAC turnover", "reporters", " sources")
	for _, y := range b.Years {
		turnover := "-"
		if both, err := y.Exports.Merge(y.Imports); err == nil {
			turnover = sum(both)
		}
		reporters := "-"
		if y.Reporters > 0 {
			reporters = fmt.Sprintf("%d of %d", y.Reporters, y.Members)
		}
		customs := billions(y.Customs)
		if y.Derived {
			customs = "*" + customs
		}
		t.Add(fmt.Sprint(y.Year), customs, sum(y.Region), sum(y.Exports), sum(y.Imports), turnover, reporters, " "+b.citation(y.Sources))
	}
	t.Print(w, w.tables)
	w.wrap("", "China customs: turnover as published; * computed from another year's figure and its growth. "+
		"LCN region: turnover on the books of the World Bank's region. "+
		"LAC columns: the members' own books, exports to China FOB and imports from China CIF, of those that report.")
}

func partners(w *paper, b Briefing) {
	t := program.Table{Indent: "  ", Gap: 2}
	t.Add("partner", "exports", "imports", "turnover", "balance", "share %")
	for _, p := range b.Partners {
		t.Add(areaName(p.Partner), billions(p.Exports), billions(p.Imports), billions(p.Total), billions(p.Balance), p.Share.StringFixed(2))
	}
	t.Print(w, w.tables)
}

func reconciliation(w *paper, b Briefing, r ReconRow) {
	m := r.Result
	w.indented("", fmt.Sprintf("%s: %s bn %s published; the members' records come to exports %s and imports %s bn, together %s %s.",
		r.Period, billions(m.Published), m.Published.Currency(), exact(r.Parts.Exports), exact(r.Parts.Imports), exact(m.Members), b.citation([]string{r.Source})))
	if m.Territories.Records > 0 {
		w.indented("  ", fmt.Sprintf("territories of the region beside the members: %s bn (%s)", exact(m.Territories), areaNames(m.Others)))
	}
	if len(m.Absent) > 0 {
		w.indented("  ", "members without a record: "+areaNames(m.Absent))
	}
	if len(m.Unrecorded) > 0 {
		w.indented("  ", "territories without a record: "+areaNames(m.Unrecorded))
	}
	share := ""
	if d, err := m.ResidualShare(4); err == nil {
		share = fmt.Sprintf(", %s %% of the published figure", d.Shift(2).StringFixed(2))
	}
	text := fmt.Sprintf("left over: %s bn%s", billionsExact(m.Residual), share)
	if m.Rounding.Sign() > 0 {
		text += fmt.Sprintf("; rounding explains at most %s bn", billionsExact(m.Rounding))
	}
	if m.IsExplained() {
		text += ": explained"
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
		window := during(p.Pledge.Window)
		if window == "" {
			window = "no end named"
		}
		w.indented("  ", fmt.Sprintf("%s: %s; %s %s", strings.ToUpper(string(p.State)), promised(p), window, b.citation([]string{p.Pledge.Source})))
		for _, note := range p.Notes {
			w.indented("      ", b.Plain(note))
		}
		if p.Pledge.Note != "" {
			w.indented("      ", p.Pledge.Note)
		}
	}
}

// sourcesOf returns the sources of a finding's sentence: those of the readings
// that decide, else of the first.
func sourcesOf(f check.Finding) []string {
	var ids []string
	told := map[check.Verdict]bool{}
	for i, r := range f.Readings {
		if told[r.Verdict] || !r.Deciding && i > 0 || r.Verdict == check.Undecided && len(told) > 0 {
			continue
		}
		told[r.Verdict] = true
		for _, id := range r.Basis.Sources {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}
