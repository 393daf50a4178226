package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"unicode"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/extract"
)

// width is the number of columns that prose is wrapped to.
const width = 100

// writeFull prints the whole briefing for a terminal or a plain file.
func writeFull(w io.Writer, b Briefing) error {
	var out bytes.Buffer
	s := b.Statement
	heading(&out, '=', "Briefing: %s", listed(cmp.Or(s.Event, s.Title, s.ID), s.Place, dayOf(s.Date)))
	for _, p := range s.Speakers {
		fmt.Fprintln(&out, listed(p.Name, p.Office, p.Organisation))
	}
	wrap(&out, "", fmt.Sprintf("Figures are read under the %s policy; pledges as of %s. Numbers in brackets are sources.", b.Policy.Name, b.On))
	heading(&out, '-', "At a glance")
	glance(&out, b)
	heading(&out, '-', "Claims")
	for i, f := range b.Findings {
		finding(&out, b, i+1, f)
	}
	if len(b.Unchecked) > 0 {
		heading(&out, '-', "Not held against the records")
		for _, c := range b.Unchecked {
			unchecked(&out, b, c)
		}
	}
	heading(&out, '-', "China's trade with Latin America and the Caribbean by year, billion US dollars")
	years(&out, b)
	heading(&out, '-', "Trade by partner: %s", b.PartnersOf)
	partners(&out, b)
	if len(b.Published) > 0 {
		heading(&out, '-', "Published totals against the records")
		for _, r := range b.Published {
			reconciliation(&out, b, r)
		}
	}
	heading(&out, '-', "Pledges as of %s", b.On)
	pledges(&out, b)
	heading(&out, '-', "Sources")
	for i, s := range b.Sources {
		text := fmt.Sprintf("[%d] %s: %s. %s.", i+1, s.Publisher, s.Title, s.Basis)
		if s.URL != "" {
			text += " " + s.URL
		}
		wrap(&out, "    ", text)
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
func unchecked(w io.Writer, b Briefing, c extract.Claim) {
	what := listed(string(c.Form), c.Subject, c.Speaker)
	indented(w, "- ", fmt.Sprintf("“%s” (%s): missing %s", b.Statement.Words(c.Claim), what, strings.Join(c.Missing, "; ")))
}

func heading(w io.Writer, line rune, format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	if line == '-' {
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "%s\n%s\n", text, strings.Repeat(string(line), utf8.RuneCountInString(text)))
}

// wrap prints text in lines of at most width columns; those after the first
// begin with indent.
func wrap(w io.Writer, indent, text string) { hanging(w, "", indent, text) }

// indented wraps text with every line behind the indent.
func indented(w io.Writer, indent, text string) { hanging(w, indent, indent+"  ", text) }

// hanging wraps text behind first, with later lines behind rest. A line may end
// between words, and between Chinese characters, which take two columns.
func hanging(w io.Writer, first, rest, text string) {
	fmt.Fprint(w, first)
	column, start := utf8.RuneCountInString(first), true
	for _, word := range strings.Fields(text) {
		for i, piece := range breakable(word) {
			space := 0
			if i == 0 && !start {
				space = 1
			}
			n := columns(piece)
			switch {
			case !start && column+space+n > width:
				fmt.Fprint(w, "\n", rest)
				column = utf8.RuneCountInString(rest)
			case space > 0:
				fmt.Fprint(w, " ")
				column++
			}
			fmt.Fprint(w, piece)
			column += n
			start = false
		}
	}
	fmt.Fprintln(w)
}

// breakable cuts a word where a line may end within it: behind a Chinese character,
// unless punctuation follows.
func breakable(word string) []string {
	var out []string
	from := 0
	for i, r := range word {
		next, _ := utf8.DecodeRuneInString(word[i+utf8.RuneLen(r):])
		if unicode.Is(unicode.Han, r) && unicode.Is(unicode.Han, next) {
			out = append(out, word[from:i+utf8.RuneLen(r)])
			from = i + utf8.RuneLen(r)
		}
	}
	return append(out, word[from:])
}

// columns returns the columns that text takes in a terminal.
func columns(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r >= 0x2e80 && r <= 0xffef {
			n++ // Chinese characters and their punctuation
		}
	}
	return n
}

// by names a speaker in brackets, if there is one.
func by(speaker string) string {
	if speaker == "" {
		return ""
	}
	return " (" + speaker + ")"
}

func glance(w io.Writer, b Briefing) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for i, f := range b.Findings {
		fmt.Fprintf(t, "%2d  %s\t%s\n", i+1, strings.ToUpper(string(f.Verdict)), f.Claim.Gist)
	}
	t.Flush()
}

func finding(w io.Writer, b Briefing, n int, f check.Finding) {
	if n > 1 {
		fmt.Fprintln(w)
	}
	indented(w, "", fmt.Sprintf("%d. %s: %s", n, f.Claim.Gist, strings.ToUpper(string(f.Verdict))))
	if words := b.Statement.Words(f.Claim); words != "" {
		indented(w, "   ", fmt.Sprintf("As reported: “%s”%s", words, by(f.Claim.Speaker)))
	}
	if !f.Stated.IsUnknown() {
		indented(w, "   ", "Right if: "+check.Text(f.Stated, f.Unit))
	}
	for _, r := range f.Readings {
		reading(w, b, r)
	}
	for _, x := range f.Witnesses {
		if x.State != check.Covered {
			indented(w, "   ", fmt.Sprintf("%s: %s, %s", areaName(x.Area), x.State, x.Why))
		}
	}
	if covered := coveredBy(f); covered != "" {
		indented(w, "   ", "Witnesses: "+covered)
	}
	for _, m := range f.Missing {
		indented(w, "   ", "Missing: "+m)
	}
	for _, line := range slices.Concat(baseYears(f), elsewhere(f)) {
		indented(w, "   ", line)
	}
	for _, note := range f.Notes {
		indented(w, "   ", "Note: "+note)
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

func reading(w io.Writer, b Briefing, r check.Reading) {
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
		text += "; " + r.Basis.Period.String()
	}
	if r.Basis.Valuation != "" {
		text += "; " + r.Basis.Valuation
	}
	if r.Basis.Conversion != "" {
		text += "; at " + r.Basis.Conversion
	}
	indented(w, "   ", text+" "+b.citation(r.Basis.Sources))
	if !r.Margin.IsZero() && r.Deciding {
		indented(w, "       ", "margin: "+r.Margin.Text)
	}
	if texts := steps(r); len(texts) > 0 {
		indented(w, "       ", strings.Join(texts, "; "))
	}
	if len(r.Missing) > 0 {
		indented(w, "       ", "no record: "+areaNames(r.Missing))
	}
	for _, note := range r.Notes {
		indented(w, "       ", note)
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
		lines = append(lines, fmt.Sprintf("Also stated, %s, %s: %s, of %v.", when, s.By, stated(s.Stated), s.Period))
	}
	return lines
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

func years(w io.Writer, b Briefing) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "year\tChina customs\tLCN region\tLAC exports\tLAC imports\tLAC turnover\treporters\t sources\t")
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
		fmt.Fprintf(t, "%d\t%s\t%s\t%s\t%s\t%s\t%s\t %s\t\n", y.Year, customs, sum(y.Region), sum(y.Exports), sum(y.Imports), turnover, reporters, b.citation(y.Sources))
	}
	t.Flush()
	wrap(w, "", "China customs: turnover as published; * computed from another year's figure and its growth. "+
		"LCN region: turnover on the books of the World Bank's region. "+
		"LAC columns: the members' own books, exports to China FOB and imports from China CIF, of those that report.")
}

func partners(w io.Writer, b Briefing) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "partner\texports\timports\tturnover\tbalance\tshare %\t")
	for _, p := range b.Partners {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\t\n", areaName(p.Partner), billions(p.Exports), billions(p.Imports), billions(p.Total), billions(p.Balance), p.Share.StringFixed(2))
	}
	t.Flush()
}

func reconciliation(w io.Writer, b Briefing, r ReconRow) {
	m := r.Result
	indented(w, "", fmt.Sprintf("%s: %s bn %s published; the members' records come to exports %s and imports %s bn, together %s %s.",
		r.Period, billions(m.Published), m.Published.Currency(), exact(r.Parts.Exports), exact(r.Parts.Imports), exact(m.Members), b.citation([]string{r.Source})))
	if m.Territories.Records > 0 {
		indented(w, "  ", fmt.Sprintf("territories of the region beside the members: %s bn (%s)", exact(m.Territories), areaNames(m.Others)))
	}
	if len(m.Absent) > 0 {
		indented(w, "  ", "members without a record: "+areaNames(m.Absent))
	}
	if len(m.Unrecorded) > 0 {
		indented(w, "  ", "territories without a record: "+areaNames(m.Unrecorded))
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
	indented(w, "  ", text)
}

func pledges(w io.Writer, b Briefing) {
	meeting := ""
	for i, p := range b.Pledges {
		if i == 0 || p.Pledge.Meeting != meeting {
			meeting = p.Pledge.Meeting
			indented(w, "", b.meeting(meeting))
		}
		window := p.Pledge.Window.String()
		if window == "" {
			window = "no end named"
		}
		indented(w, "  ", fmt.Sprintf("%s: %s; %s %s", strings.ToUpper(string(p.State)), promised(p), window, b.citation([]string{p.Pledge.Source})))
		for _, note := range p.Notes {
			indented(w, "      ", note)
		}
		if p.Pledge.Note != "" {
			indented(w, "      ", p.Pledge.Note)
		}
	}
}
