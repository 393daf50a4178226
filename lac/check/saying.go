package check

import (
	"cmp"
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// A Saying is one figure that somebody stated of a measure: in a statement, as a
// pledge or as a published figure.
type Saying struct {
	Date     lac.Period `json:"date,omitzero"` // when it was said or published; zero: not known
	By       string     `json:"by"`            // who said or printed it
	Record   string     `json:"record"`
	Claim    string     `json:"claim,omitempty"` // ID of the claim, if Record is a statement
	Source   string     `json:"source"`
	Period   lac.Period `json:"period,omitzero"` // what it is about
	Coverage string     `json:"coverage,omitempty"`
	Stated   lac.Stated `json:"stated"`
	// Changed says in what it differs from the saying before it.
	Changed []string `json:"changed,omitempty"`

	form     lac.ClaimForm
	baseline lac.Period
}

// when returns the day by which a saying is ordered: that of an undated one is the
// end of what it is about, for it was not said before.
func (s Saying) when() lac.Date {
	if s.Date.IsZero() {
		return s.Period.Last()
	}
	return s.Date.Last()
}

// sayings returns what the dataset has of sayings on each measure, by date.
func sayings(data *lac.Dataset) map[lac.Measure][]Saying {
	said := map[lac.Measure][]Saying{}
	add := func(m lac.Measure, s Saying) {
		if s.Stated.IsZero() {
			return
		}
		source, _ := data.Source(s.Source)
		if s.Date.IsZero() {
			s.Date = source.Published
		}
		if s.By == "" {
			s.By = source.Publisher
		}
		m = broad(m)
		said[m] = append(said[m], s)
	}
	for st := range data.Statements() {
		for _, c := range st.Claims {
			add(c.Measure, Saying{Date: st.Date.Period(), By: c.Speaker, Record: st.ID, Claim: c.ID, Source: st.Source,
				Period: c.Period, Stated: c.Stated, form: c.Form, baseline: c.Baseline})
		}
	}
	for o := range data.Observations() {
		if o.Table == "" && o.Evidence != lac.Derived { // nobody said what is worked out
			s := Saying{Record: o.ID, Source: o.Source, Period: o.Period, Coverage: o.Coverage, Stated: o.Figure}
			if o.Measure.Subject == lac.SubjectTradeRank {
				s.form = lac.FormRank
			}
			add(o.Measure, s)
		}
	}
	for p := range data.Pledges() {
		add(p.Measure, Saying{Date: p.Made, Record: p.ID, Source: p.Source, Period: p.Window, Stated: p.Target, form: lac.FormPledge})
	}
	for _, list := range said {
		slices.SortStableFunc(list, func(a, b Saying) int {
			return cmp.Or(a.when().Compare(b.when()), cmp.Compare(a.Record, b.Record), cmp.Compare(a.Claim, b.Claim))
		})
	}
	return said
}

// broad returns a measure as it is compared between sayings: scholarships are
// scholarships, whatever the programme, a project of any stage is one, and a place
// among partners is one in their trade.
func broad(m lac.Measure) lac.Measure {
	if m.Subject == lac.SubjectTradeRank {
		m.Subject = lac.SubjectTrade
	}
	m = normal(m)
	m.Status = ""
	if m.Subject != lac.SubjectTrade && m.Subject != lac.SubjectProjects {
		m.Sector = ""
	}
	return m
}

func figureText(s lac.Stated) string {
	if !s.Value.IsReported() {
		return s.Vague
	}
	if s.High.IsReported() {
		return Amount(s.Value) + " to " + Amount(s.High)
	}
	return Amount(s.Value)
}

// hedge returns a comparator as prose has it.
func hedge(s lac.Stated) string {
	switch s.Comparator {
	case lac.Over:
		return "over"
	case lac.AtLeast:
		return "at least"
	case lac.Under:
		return "under"
	case lac.UpTo:
		return "up to"
	case lac.Nearly:
		return "nearly"
	case lac.About:
		return "about"
	case lac.Between:
		return "from … to"
	}
	return ""
}

// kindOf says whether something was promised or said to be so.
func kindOf(s Saying) string {
	if s.form == lac.FormPledge {
		return "promised"
	}
	return "stated"
}
