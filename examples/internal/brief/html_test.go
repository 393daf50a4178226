package brief

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html"
	"html/template"
	"io"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
)

// almanacBriefing returns the briefing on the statement of 9 June 2025.
func almanacBriefing(t *testing.T) Briefing {
	t.Helper()
	data, err := almanac.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	s := data.Record(almanac.Statement20250609).(lac.Statement)
	b, err := Of(data, s, s.Date, check.Default())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func pageOf(t *testing.T, b Briefing) string {
	t.Helper()
	var out bytes.Buffer
	if err := b.WriteHTML(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// spoken returns a briefing of a text alone, with a claim for every span.
func spoken(text string, spans ...[2]int) Briefing {
	b := Briefing{Statement: lac.Statement{ID: "s", Text: text}}
	verdicts := []check.Verdict{check.Supported, check.Mixed, check.Insufficient}
	for i, s := range spans {
		c := lac.Claim{ID: fmt.Sprint("c", i+1), Form: lac.FormPosition, Gist: fmt.Sprint("claim ", i+1), Start: s[0], End: s[1]}
		b.Statement.Claims = append(b.Statement.Claims, c)
		b.Findings = append(b.Findings, check.Finding{Claim: c, Verdict: verdicts[i%len(verdicts)]})
	}
	return b
}

var (
	wordsOf = regexp.MustCompile(`(?s)<blockquote class="words"[^>]*>(.*?)</blockquote>`)
	refs    = regexp.MustCompile(`(?s)<sup>.*?</sup>`)
	tags    = regexp.MustCompile(`(?s)<[^>]*>`)
)

// shown returns the statement as the page shows it: its source and its text.
func shown(t *testing.T, page string) (source, text string) {
	t.Helper()
	m := wordsOf.FindStringSubmatch(page)
	if m == nil {
		t.Fatal("no statement on the page")
	}
	return m[1], html.UnescapeString(tags.ReplaceAllString(refs.ReplaceAllString(m[1], ""), ""))
}

func TestPageHoldsEveryPart(t *testing.T) {
	b := almanacBriefing(t)
	page := pageOf(t, b)
	if _, text := shown(t, page); text != b.Statement.Text {
		t.Errorf("the statement's text is changed:\n%q\nwant\n%q", text, b.Statement.Text)
	}
	plain := html.UnescapeString(page)
	has := func(what, s string) {
		if !strings.Contains(plain, s) {
			t.Errorf("%s is not on the page: %q", what, s)
		}
	}
	for i, f := range b.Findings {
		has("a claim", fmt.Sprintf(`<article id="claim-%s"`, f.Claim.ID))
		has("a mark's link", fmt.Sprintf(`<sup><a href="#claim-%s" aria-label="Claim %d: %s"`, f.Claim.ID, i+1, f.Word(language.English)))
		has("a gist", f.Claim.Gist)
		if f.Verdict != check.NotCheckable {
			has("a sentence", f.Sentence(language.English))
		}
		for _, r := range f.Readings {
			has("a value", check.Text(r.Interval, r.Unit))
			has("a basis", r.Basis.Definition)
			if r.Deciding {
				has("a margin", r.Margin.Text)
			} else {
				has("a reason", r.Why)
			}
			for _, n := range r.Notes {
				has("a note of a reading", n)
			}
		}
		for _, w := range f.Witnesses {
			has("a witness", w.Area.Name(language.English))
		}
		for _, s := range append(f.Missing, f.Notes...) {
			has("a note", s)
		}
	}
	for _, r := range b.Partners {
		has("a partner", r.Partner.Name(language.English)+"</th>")
	}
	for _, r := range b.Years {
		has("a year", fmt.Sprintf(">%d</th>", r.Year))
	}
	for _, p := range b.Pledges {
		has("a pledge", check.Text(p.Target, p.Unit))
		has("a pledge's note", p.Pledge.Note)
	}
	for i, s := range b.Sources {
		has("a source", fmt.Sprintf(`id="source-%d"`, i+1))
		has("a source's title", s.Title)
	}
	if again := pageOf(t, b); again != page {
		t.Error("the same briefing gives other bytes")
	}
}

func TestPageIsSelfContained(t *testing.T) {
	page := pageOf(t, almanacBriefing(t))
	for _, s := range []string{"<script", "<img", "@import", "url(", "src=", "javascript:", "<h1"} {
		want := 0
		if s == "<h1" {
			want = 1
		}
		if n := strings.Count(page, s); n != want {
			t.Errorf("%q occurs %d times, want %d", s, n, want)
		}
	}
	for _, m := range regexp.MustCompile(`<a [^>]*href="(http[^"]*)"[^>]*>`).FindAllString(page, -1) {
		if !strings.Contains(m, `rel="noreferrer"`) {
			t.Errorf("a link to the web without rel=noreferrer: %s", m)
		}
	}
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			t.Errorf("id %q twice", m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range regexp.MustCompile(` (?:href="#|aria-labelledby=")([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if !ids[m[1]] {
			t.Errorf("a link to #%s, which is not there", m[1])
		}
	}
	level := 0
	for _, m := range regexp.MustCompile(`<h([1-6])`).FindAllStringSubmatch(page, -1) {
		next := int(m[1][0] - '0')
		if next > level+1 {
			t.Errorf("a heading of level %d after one of level %d", next, level)
		}
		level = next
	}
	for _, table := range regexp.MustCompile(`(?s)<table.*?</table>`).FindAllString(page, -1) {
		if !strings.Contains(table, "<caption") || strings.Contains(regexp.MustCompile(`<th [^>]*scope=`).ReplaceAllString(table, ""), "<th ") {
			t.Errorf("a table without a caption, or a heading without a scope: %.80s", table)
		}
	}
}

func TestMarksOfSpans(t *testing.T) {
	const text = "Trade & aid grew.\n\nJobs for él too."
	for _, c := range []struct {
		name  string
		text  string
		spans [][2]int
		marks int
		refs  string // the order of the references
	}{
		{"none", text, nil, 0, ""},
		{"whole", text, [][2]int{{0, len(text)}}, 2, "1"},
		{"unsorted", text, [][2]int{{12, 16}, {0, 5}}, 2, "21"},
		{"nested", text, [][2]int{{0, 16}, {8, 11}}, 2, "21"},
		{"the same", text, [][2]int{{0, 5}, {0, 5}}, 2, "21"},
		{"overlapping", text, [][2]int{{0, 11}, {8, 16}}, 3, "12"},
		{"across paragraphs", text, [][2]int{{12, 23}}, 2, "1"},
		{"adjacent", text, [][2]int{{0, 5}, {5, 11}}, 2, "12"},
		{"not in the text", text, [][2]int{{5, 5}, {30, 900}, {-1, 4}, {9, 2}}, 0, ""},
		{"within a character", text, [][2]int{{29, 31}}, 0, ""},
		{"newlines at both ends", "\n\n\n" + text + "\n\n", [][2]int{{0, 9}}, 2, "1"},
		{"quotes and tags", `a "b" 'c' <i>d</i> &amp; e+f`, [][2]int{{2, 20}, {5, 24}}, 3, "12"},
	} {
		t.Run(c.name, func(t *testing.T) {
			source, got := shown(t, pageOf(t, spoken(c.text, c.spans...)))
			if got != c.text {
				t.Errorf("text %q, want %q", got, c.text)
			}
			if n := strings.Count(source, "<mark"); n != c.marks {
				t.Errorf("%d marks, want %d: %s", n, c.marks, source)
			}
			order := ""
			for _, m := range regexp.MustCompile(`<sup><a href="#claim-c(\d+)"`).FindAllStringSubmatch(source, -1) {
				order += m[1]
			}
			if order != c.refs {
				t.Errorf("references in the order %q, want %q: %s", order, c.refs, source)
			}
			if err := wellFormed("<p>" + source + "</p>"); err != nil {
				t.Errorf("%v: %s", err, source)
			}
		})
	}
}

// wellFormed reports tags that are not closed in the order of their opening.
func wellFormed(s string) error {
	d := xml.NewDecoder(strings.NewReader(s))
	d.Entity = xml.HTMLEntity
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestPageEscapes(t *testing.T) {
	const evil = `<script>alert("x")</script>`
	text := "Before " + evil + " after " + evil + "."
	b := spoken(text, [2]int{3, 7 + len(evil) + 3}, [2]int{10, 20})
	b.Statement.Event, b.Statement.Place, b.Statement.Language = evil, evil, `en" onload="x`
	b.Statement.Speakers = []lac.Speaker{{Name: evil, Office: evil}}
	b.Findings[0].Claim.Gist, b.Findings[0].Verdict = evil, check.Verdict(`" onclick="x`)
	b.Findings[0].Missing, b.Findings[0].Notes = []string{evil}, []string{evil}
	b.PartnersOf = evil + `" onload="x`
	b.Partners = []PartnerRow{{Partner: lac.China}}
	b.Sources = []lac.Source{
		{ID: "a", Title: evil, Publisher: evil, URL: "javascript:alert(1)"},
		{ID: "b", Title: "file", URL: "file:///etc/passwd"},
		{ID: "c", Title: "data", URL: "data:text/html,<script>alert(1)</script>"},
		{ID: "d", Title: "relative", URL: "//example.org/x"},
		{ID: "e", Title: "quoted", URL: `https://example.org/"onclick="x`},
		{ID: "f", Title: "upper", URL: "HTTPS://example.org/é"},
	}
	page := pageOf(t, b)
	if strings.Contains(page, "<script") {
		t.Error("a script came through")
	}
	if _, got := shown(t, page); got != text {
		t.Errorf("text %q, want %q", got, text)
	}
	for _, tag := range regexp.MustCompile(`<[a-z][^>]*>`).FindAllString(page, -1) {
		if regexp.MustCompile(`\son[a-z]+="`).MatchString(tag) {
			t.Errorf("an attribute came through: %s", tag)
		}
	}
	links := regexp.MustCompile(`href="([^#"][^"]*)" rel`).FindAllStringSubmatch(page, -1)
	if len(links) != 2 {
		t.Errorf("links %q, want those to https alone", links)
	}
}

// Where a picture would say nothing there is none, and values that are not
// reported are no zeros.
func TestPicturesOfFewRows(t *testing.T) {
	if f, err := yearChart(nil, language.English); f != nil || err != nil {
		t.Errorf("yearChart of nothing = %v, %v", f, err)
	}
	for _, rows := range [][]PartnerRow{nil, {{Partner: lac.China}}} {
		if f, err := partnerChart(rows, "", language.English); f != nil || err != nil {
			t.Errorf("partnerChart of %v = %v, %v", rows, f, err)
		}
	}
	f, err := partnerChart([]PartnerRow{{Partner: lac.Brazil, Exports: lac.MoneyOf(5, lac.USD)}, {Partner: lac.Chile}}, "x", language.English)
	if err != nil {
		t.Fatal(err)
	}
	for _, svg := range []template.HTML{f.Wide, f.Narrow} {
		if !strings.Contains(string(svg), "≥ 5<") || !strings.Contains(string(svg), "no figure<") {
			t.Errorf("a value that is not reported is drawn as one: %s", svg)
		}
		if err := wellFormed(string(svg)); err != nil {
			t.Error(err)
		}
	}
}

// The page as it comes has one picture in sight at once, and folds the rest.
func TestPageFolds(t *testing.T) {
	page := pageOf(t, almanacBriefing(t))
	folded := regexp.MustCompile(`(?s)<details.*?</details>`).ReplaceAllString(page, "")
	if strings.Contains(folded, "<table") {
		t.Error("a table is not folded away")
	}
	if at, list := strings.Index(page, "<svg"), strings.Index(page, `id="claims"`); at < 0 || at > list {
		t.Error("the page does not begin with a picture")
	}
	if !strings.Contains(page, check.Headline(almanacBriefing(t).Findings, language.English)) {
		t.Error("the headline is not the finding")
	}
}

// A year of the table is the region's, never one country's.
func TestYearsAreOfTheRegion(t *testing.T) {
	data, err := almanac.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := tradeByYear(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if !r.Customs.IsReported() {
			continue
		}
		found := false
		for o := range data.Observations() {
			v, ok := o.Figure.Value.Money()
			found = found || ok && v == r.Customs && o.Period == lac.Year(r.Year) && o.Measure.Partner == lac.LatinAmericaCaribbean
		}
		if !found {
			t.Errorf("%d: %v is not the region's", r.Year, r.Customs)
		}
	}
}

// Each word of the frame is said in four languages, and the page is in the one that is
// asked for.
func TestPageInFourLanguages(t *testing.T) {
	for key, words := range frameWords {
		for i, w := range words {
			if w == "" && key != " " {
				t.Errorf("%q has no words in language %d", key, i+1)
			}
		}
	}
	for _, m := range regexp.MustCompile(`{{t "([^"]*)"}}`).FindAllStringSubmatch(pageText, -1) {
		if _, ok := frameWords[m[1]]; !ok {
			t.Errorf("no words for %q", m[1])
		}
	}
	b := almanacBriefing(t)
	for tag, want := range map[language.Tag][]string{
		language.English:    {`<html lang="en">`, "At a glance", "9 June 2025", ">Supported<"},
		language.Spanish:    {`<html lang="es">`, "De un vistazo", "9 de junio de 2025", ">Confirmado<"},
		language.Portuguese: {`<html lang="pt">`, "Em resumo", "9 de junho de 2025", ">Confirmado<"},
		language.Chinese:    {`<html lang="zh">`, "概览", "2025年6月9日"},
		language.French:     {`<html lang="en">`, "At a glance"},
	} {
		b.Lang = tag
		page := html.UnescapeString(pageOf(t, b))
		for _, w := range append(want, check.Headline(b.Findings, b.spoken()), b.Findings[1].Sentence(b.spoken())) {
			if !strings.Contains(page, w) {
				t.Errorf("%v: no %q", tag, w)
			}
		}
	}
}
