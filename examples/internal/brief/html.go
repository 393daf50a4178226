package brief

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/indicator"
	"github.com/sinolac/sinolac/lac/interval"
)

//go:embed page.html.tmpl
var pageText string

// pageTemplate is the page in each language.
var pageTemplate = func() map[language.Tag]*template.Template {
	out := map[language.Tag]*template.Template{}
	for _, tag := range program.Languages {
		out[tag] = template.Must(template.New("page").Funcs(functions(tag)).Parse(pageText))
	}
	return out
}()

// functions are those of the page in one language.
func functions(tag language.Tag) template.FuncMap {
	return template.FuncMap{
		"t": func(key string) string { return In(tag, key) },
		"meta": func(policy string, on lac.Date) string {
			return fmt.Sprintf(In(tag, "Meta"), In(tag, policy), dayIn(tag, on))
		},
		"f":         func(key string, args ...any) string { return fmt.Sprintf(In(tag, key), args...) },
		"lang":      tag.String,
		"class":     func(v check.Verdict) string { return strings.ReplaceAll(string(v), " ", "-") },
		"words":     func(i interval.Interval, u lac.Unit) string { return wordsIn(tag, i, u) },
		"books":     func(b check.Basis) string { return Books(tag, b) },
		"based":     func(books string) string { return Books(tag, check.Basis{Books: books}) },
		"say":       func(text string) string { return Say(tag, text) },
		"line":      func(text string) template.HTML { return line(tag, text) },
		"of":        func(b check.Basis) []template.HTML { return basis(tag, b, line) },
		"word":      func(v check.Verdict) string { return check.Finding{Verdict: v}.Word(tag) },
		"sentence":  func(f check.Finding) string { return sentence(tag, f) },
		"sources":   sourcesOf,
		"headline":  func(f []check.Finding) string { return check.Headline(f, tag) + In(tag, ".") },
		"areas":     func(areas []lac.Area) string { return areaNamesIn(tag, areas) },
		"area":      func(a lac.Area) string { return a.Name(tag) },
		"billions":  func(m lac.Money) string { return decimals(tag, signed(billions(m))) },
		"sum":       func(t lac.Total) string { return decimals(tag, signed(sum(t))) },
		"all":       func(m lac.Money) string { return decimals(tag, signed(billionsExact(m))) },
		"exact":     func(t lac.Total) string { return decimals(tag, signed(exact(t))) },
		"fixed":     func(d interface{ StringFixed(int32) string }) string { return decimals(tag, d.StringFixed(2)) },
		"during":    func(p lac.Period) string { return During(tag, p) },
		"ends":      func(p lac.Period) []string { return strings.Split(During(tag, p), "/") },
		"inc":       func(i int) int { return i + 1 },
		"dec":       func(i int) int { return i - 1 },
		"anchor":    anchor,
		"web":       isWeb,
		"host":      host,
		"coveredBy": func(f check.Finding) string { return coveredBy(tag, f) },
		"promised":  promised,
		"steps":     func(r check.Reading) []string { return steps(tag, r) },
		"beside":    func(f check.Finding) []string { return beside(tag, f) },
		"day":       func(d lac.Date) string { return dayIn(tag, d) },
	}
}

// A page is what the template prints: the briefing and what is made of it.
type page struct {
	Briefing
	Page
	Words        []piece
	Tally        []tally
	Lines        []*figure // of the findings, nil where there is nothing to draw
	First        int       // number of the claim whose line the page begins with, 0 for none
	YearTable    []yearCells
	YearChart    *figure
	PartnerChart *figure
	PledgeChart  *figure
	ByMeeting    []meetingPledges
}

// A tally is the number of claims with one verdict.
type tally struct {
	Verdict check.Verdict
	Count   int
}

// yearCells is a year with the cells that are made of others.
type yearCells struct {
	YearRow
	Turnover lac.Money
}

// meetingPledges is the pledges that were made at one meeting.
type meetingPledges struct {
	Meeting string
	Pledges []check.PledgeFinding
}

// A Link leads from a page to another.
type Link struct{ Text, Address string }

// A Page is what stands on a briefing's page beside the briefing.
type Page struct {
	Links []Link   // above all else
	Notes []string // at its end, such as what became of files
}

// WriteHTML writes the briefing as one page that needs nothing else: no
// network, no scripts, no fonts.
func (b Briefing) WriteHTML(w io.Writer) error { return b.WritePage(w, Page{}) }

// WritePage is WriteHTML of a page with more on it.
func (b Briefing) WritePage(w io.Writer, more Page) error {
	p := page{Briefing: b, Page: more, Words: pieces(b.Statement.Text, b.Findings), Tally: tallies(b.Findings)}
	for _, y := range b.Years {
		both, _ := y.turnover()
		p.YearTable = append(p.YearTable, yearCells{y, both})
	}
	for i, f := range b.Pledges {
		if i == 0 || f.Pledge.Meeting != b.Pledges[i-1].Pledge.Meeting {
			p.ByMeeting = append(p.ByMeeting, meetingPledges{Meeting: b.meeting(f.Pledge.Meeting)})
		}
		m := &p.ByMeeting[len(p.ByMeeting)-1]
		m.Pledges = append(m.Pledges, f)
	}
	for i, f := range b.Findings {
		line, err := claimFigure(f, b.spoken())
		if err != nil {
			return fmt.Errorf("number line of claim %s: %w", f.Claim.ID, err)
		}
		p.Lines = append(p.Lines, line)
		if line != nil && (p.First == 0 || f.Verdict == check.Mixed && b.Findings[p.First-1].Verdict != check.Mixed) {
			p.First = i + 1
		}
	}
	var err error
	if p.PledgeChart, err = pledgeChart(b.Pledges, b.spoken()); err != nil {
		return fmt.Errorf("chart of pledges: %w", err)
	}
	if p.YearChart, err = b.yearFigure(); err != nil {
		return fmt.Errorf("chart of trade by year: %w", err)
	}
	if p.PartnerChart, err = b.partnerFigure(); err != nil {
		return fmt.Errorf("chart of partners: %w", err)
	}
	var out bytes.Buffer
	if err := pageTemplate[b.spoken()].Execute(&out, p); err != nil {
		return err
	}
	_, err = w.Write(out.Bytes())
	return err
}

// yearFigure and partnerFigure are, in English, those of the base, which are
// drawn once.
func (b Briefing) yearFigure() (*figure, error) {
	if b.base == nil || b.spoken() != language.English {
		return yearChart(b.Years, b.spoken())
	}
	return b.base.yearChart()
}

func (b Briefing) partnerFigure() (*figure, error) {
	if b.base == nil || b.spoken() != language.English {
		return partnerChart(b.Partners, b.PartnersOf, b.spoken())
	}
	return b.base.bars()
}

// anchor returns the name of a claim's place on the page: its ID, which stays when
// claims are added, or its number if it has none that can be one.
func anchor(c lac.Claim, number int) string {
	for _, r := range c.ID {
		if !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '-' || r == '_' || r == '.') {
			return fmt.Sprint("claim-", number)
		}
	}
	if c.ID == "" {
		return fmt.Sprint("claim-", number)
	}
	return "claim-" + c.ID
}

// Cite returns the numbers of sources in the list of sources.
func (p page) Cite(ids []string) []int {
	var out []int
	for _, id := range ids {
		if i := slices.IndexFunc(p.Sources, func(s lac.Source) bool { return s.ID == id }); i >= 0 {
			out = append(out, i+1)
		}
	}
	return out
}

// CiteOne is Cite of one source.
func (p page) CiteOne(id string) []int { return p.Cite([]string{id}) }

// Quote returns the statement's words behind a claim.
func (p page) Quote(c lac.Claim) string { return p.Statement.Words(c) }

// Digest returns the digest of the dataset behind the findings.
func (p page) Digest() string {
	if len(p.Findings) == 0 {
		return ""
	}
	return p.Findings[0].Dataset
}

// A piece is a part of the statement's text, or a mark between two parts. The
// texts of all pieces, one after the other, are the statement's.
type piece struct {
	Kind    string // text, open, close, ref, paragraph, end
	Text    string
	Claim   int // number of the claim, for open and ref
	Anchor  string
	Verdict check.Verdict
}

// pieces cuts a text where a claim's words or a paragraph begin or end. Spans
// may come in any order, lie within each other and overlap; where two overlap
// in part, the later one is marked twice. A span that is not in the text, or
// that splits a character, marks nothing.
func pieces(text string, findings []check.Finding) []piece {
	type span struct {
		claim, start, end int
		verdict           check.Verdict
		anchor            string
	}
	var spans []span
	cuts := []int{0, len(text)}
	for i, f := range findings {
		s := span{i + 1, f.Claim.Start, f.Claim.End, f.Verdict, anchor(f.Claim, i+1)}
		if s.start < 0 || s.start >= s.end || s.end > len(text) || !boundary(text, s.start) || !boundary(text, s.end) {
			continue
		}
		spans = append(spans, s)
		cuts = append(cuts, s.start, s.end)
	}
	slices.SortStableFunc(spans, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	paragraphs := map[int]bool{}
	for i := 2; i < len(text); i++ {
		if text[i-2:i] == "\n\n" && text[i] != '\n' {
			paragraphs[i] = true
			cuts = append(cuts, i)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)

	var out []piece
	var open []span
	// closeTo closes marks until n are open, and refers to the claims that end.
	closeTo := func(n, at int) {
		for len(open) > n {
			s := open[len(open)-1]
			open = open[:len(open)-1]
			out = append(out, piece{Kind: "close"})
			if s.end == at {
				out = append(out, piece{Kind: "ref", Claim: s.claim, Anchor: s.anchor, Verdict: s.verdict})
			}
		}
	}
	for i := range len(cuts) - 1 {
		from, to := cuts[i], cuts[i+1]
		var wanted []span
		for _, s := range spans {
			if s.start <= from && to <= s.end {
				wanted = append(wanted, s)
			}
		}
		same := 0
		for same < len(open) && same < len(wanted) && open[same] == wanted[same] {
			same++
		}
		closeTo(same, from)
		switch {
		case from == 0:
			out = append(out, piece{Kind: "paragraph"})
		case paragraphs[from]:
			closeTo(0, from)
			out = append(out, piece{Kind: "end"}, piece{Kind: "paragraph"})
		}
		for _, s := range wanted[len(open):] {
			open = append(open, s)
			out = append(out, piece{Kind: "open", Claim: s.claim, Verdict: s.verdict})
		}
		out = append(out, piece{Kind: "text", Text: text[from:to]})
	}
	if len(out) > 0 {
		closeTo(0, len(text))
		out = append(out, piece{Kind: "end"})
	}
	return out
}

// boundary reports whether a text may be cut at i without splitting a character.
func boundary(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

// tallies counts the verdicts, in the order of the statement.
func tallies(findings []check.Finding) []tally {
	var out []tally
	for _, f := range findings {
		i := slices.IndexFunc(out, func(t tally) bool { return t.Verdict == f.Verdict })
		if i < 0 {
			i = len(out)
			out = append(out, tally{Verdict: f.Verdict})
		}
		out[i].Count++
	}
	return out
}

// signed sets a minus sign for the hyphen of a negative number, and a dash for
// that of no number.
func signed(s string) string {
	if s == "-" {
		return "–"
	}
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		return "−" + rest
	}
	return s
}

// isWeb reports whether an address may become a link.
func isWeb(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// LeftOver returns the share of a published total that nothing explains, in
// percent.
func (p page) LeftOver(r indicator.Reconciliation) string {
	d, err := r.ResidualShare(4)
	if err != nil {
		return ""
	}
	return decimals(p.spoken(), signed(d.Shift(2).StringFixed(2)))
}
