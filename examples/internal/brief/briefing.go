// Package brief makes a briefing: what a statement's claims come to on a dataset, with
// the tables and pledges beside them, as text in four languages, one HTML page or JSON.
package brief

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"sync"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/examples/internal/program"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/extract"
	"github.com/sinolac/sinolac/lac/indicator"
)

// A Briefing is everything that the briefing prints, in any form.
type Briefing struct {
	Statement  lac.Statement         `json:"statement"`
	On         lac.Date              `json:"on"`
	Policy     check.Policy          `json:"policy"`
	Findings   []check.Finding       `json:"findings"`
	Unchecked  []extract.Claim       `json:"unchecked,omitempty"` // found in a text, and not to be checked
	Years      []YearRow             `json:"years"`
	Partners   []PartnerRow          `json:"partners"`
	PartnersOf string                `json:"partners_of"` // what the partner table shows
	Published  []ReconRow            `json:"reconciliations,omitempty"`
	Meetings   []lac.Meeting         `json:"meetings"`
	Pledges    []check.PledgeFinding `json:"pledges"`
	Sources    []lac.Source          `json:"sources"` // those that the findings rest on, in the order of first use

	// Lang is the language of the page: English, Spanish, Portuguese or Chinese, English
	// if it is none of these.
	Lang language.Tag `json:"-"`

	base *Base // what it was made on
}

// A YearRow is one year of trade between China and the region.
type YearRow struct {
	Year      int       `json:"year"`
	Customs   lac.Money `json:"customs"` // turnover as China customs published it, to the most digits
	Derived   bool      `json:"derived"` // Customs is computed from another year and its growth
	Region    lac.Total `json:"region"`  // turnover on the books of the World Bank's region
	Sources   []string  `json:"sources"`
	Exports   lac.Total `json:"exports"`   // the region's exports to China, on its own books
	Imports   lac.Total `json:"imports"`   // its imports from China
	Reporters int       `json:"reporters"` // members that report both
	Members   int       `json:"members"`   // members of CELAC in that year
	digits    int       // of Customs
}

// A PartnerRow is one partner's trade with China on China's books.
type PartnerRow struct {
	Partner lac.Area        `json:"partner"`
	Exports lac.Money       `json:"exports"`
	Imports lac.Money       `json:"imports"`
	Total   lac.Money       `json:"total"`
	Balance lac.Money       `json:"balance"`
	Share   decimal.Decimal `json:"share"` // percent of the members' sum
}

// A ReconRow holds a published total against the records of one source.
type ReconRow struct {
	Source string                   `json:"source"`
	Period lac.Period               `json:"period"`
	Parts  lac.TradeTotal           `json:"parts"`
	Result indicator.Reconciliation `json:"result"`
}

// The almanac's sources and basis that the tables show.
const (
	customsBasis  = "China customs (GACC)" // basis of the turnover by year
	regionSource  = "wits-lcn"             // the World Bank's region
	membersSource = "comtrade-cipf-mirror" // CELAC's members on their own books
	partnerSource = "gacc-2024-table"      // China's trade by partner
)

// cited returns the sources of the findings in the order of first use.
func cited(data *lac.Dataset, b Briefing) []lac.Source {
	var out []lac.Source
	seen := map[string]bool{}
	cite := func(ids ...string) {
		for _, id := range ids {
			if s, ok := data.Source(id); ok && !seen[id] {
				seen[id] = true
				out = append(out, s)
			}
		}
	}
	cite(b.Statement.Source)
	for _, f := range b.Findings {
		for _, r := range f.Readings {
			cite(r.Basis.Sources...)
		}
	}
	for _, y := range b.Years {
		cite(y.Sources...)
	}
	for _, r := range b.Published {
		cite(r.Source)
	}
	for _, p := range b.Pledges {
		cite(p.Pledge.Source)
	}
	return out
}

// billions returns an amount in billions of its currency, to two places.
func billions(m lac.Money) string {
	if !m.IsReported() {
		return "-"
	}
	return m.Amount().Shift(-9).StringFixed(2)
}

// sum returns a total in billions, "-" if there is none.
func sum(t lac.Total) string {
	m, err := t.Money()
	if err != nil {
		return "-"
	}
	return billions(m)
}

func areaNamesIn(tag language.Tag, areas []lac.Area) string {
	var names []string
	for _, a := range areas {
		names = append(names, a.Name(tag))
	}
	comma := In(tag, ", ")
	if comma == "，" {
		comma = "、"
	}
	return strings.Join(names, comma)
}

// citation returns the marks of sources: their numbers in the list of sources.
func (b Briefing) citation(ids []string) string {
	s := ""
	for _, id := range ids {
		i := slices.IndexFunc(b.Sources, func(s lac.Source) bool { return s.ID == id })
		if i >= 0 {
			s += fmt.Sprintf("[%d]", i+1)
		}
	}
	return s
}

// billionsExact returns an amount in billions with every digit.
func billionsExact(m lac.Money) string {
	if !m.IsReported() {
		return "-"
	}
	return m.Amount().Shift(-9).String()
}

// exact returns a total in billions with every digit.
func exact(t lac.Total) string {
	m, err := t.Money()
	if err != nil {
		return "-"
	}
	return billionsExact(m)
}

// meeting returns a meeting's title with its day and place.
func (b Briefing) meeting(id string) string {
	for _, m := range b.Meetings {
		if m.ID == id {
			tag := b.spoken()
			return strings.Join([]string{Say(tag, m.Title), During(tag, m.Date), Say(tag, m.Place)}, In(tag, ", "))
		}
	}
	return In(b.spoken(), "At no meeting")
}

// promised says what a pledge promises: how much of what.
func promised(p check.PledgeFinding) string {
	m := p.Pledge.Measure
	text := check.Text(p.Target, p.Unit)
	var details []string
	for _, detail := range []string{string(m.Subject), string(m.Kind), m.Sector} {
		if detail != "" && detail != string(p.Unit) {
			details = append(details, strings.ReplaceAll(detail, "-", " "))
		}
	}
	if len(details) > 0 {
		text += " (" + strings.Join(details, ", ") + ")"
	}
	return text
}

// A Base is a dataset with what every briefing on it has: tables, pictures, and how
// pledges stand. It is made once and then safe for concurrent use.
type Base struct {
	data       *lac.Dataset
	years      []YearRow
	partners   []PartnerRow
	partnersOf string
	published  []ReconRow
	meetings   []lac.Meeting
	yearChart  func() (*figure, error)
	bars       func() (*figure, error)

	mu       sync.Mutex
	pledges  map[pledgeKey][]check.PledgeFinding
	prepared map[string]*check.Prepared // by the JSON of the policy
}

// A pledgeKey is a day and a policy, as JSON, under which pledges stand as they do.
type pledgeKey struct {
	on     lac.Date
	policy string
}

// Heading returns what the statement is known by.
func (b Briefing) Heading() string {
	return cmp.Or(b.Statement.Event, b.Statement.Title, b.Statement.ID)
}

// spoken returns the language of the page.
func (b Briefing) spoken() language.Tag {
	if tag, err := program.ParseLanguage(b.Lang.String()); err == nil {
		return tag
	}
	return language.English
}

// A figure is one picture, drawn once for a page and once for a phone, whose
// letters would be too small in a wide one. A style sheet shows one of them.
type figure struct{ Wide, Narrow template.HTML }
