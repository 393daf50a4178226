package lac

// A Subject is what a claim, a pledge or an observation is about. Words outside
// the list are allowed; the checker then says that it has no measure for them.
type Subject string

const (
	SubjectTrade        Subject = "trade"      // in goods
	SubjectTradeRank    Subject = "trade-rank" // a published place among trading partners
	SubjectProjects     Subject = "projects"
	SubjectJobs         Subject = "jobs"
	SubjectScholarships Subject = "scholarships"
	SubjectTraining     Subject = "training-places" // on courses and seminars
	SubjectMeasures     Subject = "measures"        // of policy, as an action plan lists them
	SubjectMeeting      Subject = "meeting"
	SubjectTies         Subject = "ties"      // diplomatic relations
	SubjectFDIStock     Subject = "fdi-stock" // foreign direct investment held at the end of a period
	SubjectFDIFlow      Subject = "fdi-flow"  // foreign direct investment made in a period
	SubjectLoans        Subject = "loans"     // committed in a period by the reporter's lenders to the partner
	SubjectAgreement    Subject = "agreement" // memoranda and treaties; Sector says on what
	SubjectGDP          Subject = "gdp"       // gross domestic product, of the reporter
	SubjectPopulation   Subject = "population"
	SubjectDeflator     Subject = "deflator" // index of the reporter's prices, 100 in the year that the coverage names
)

// isOfOne reports whether a subject has one side alone.
func (s Subject) isOfOne() bool {
	return s == SubjectGDP || s == SubjectPopulation || s == SubjectDeflator
}

// A Measure says what a figure measures. The fields that do not apply are zero.
type Measure struct {
	Subject Subject `json:"subject"`
	// Kind, Sector (a plain word, as in [Sector.Field]) and Status narrow
	// projects down; Sector also programs and pledges.
	Kind   ProjectKind   `json:"kind,omitempty"`
	Sector string        `json:"sector,omitempty"`
	Status ProjectStatus `json:"status,omitempty"`
	// Reporter and Partner are the two sides. For trade, the reporter is the
	// side whose books are meant; for projects, programs and pledges it is the
	// provider and Partner the recipient.
	// An index, a product and a population have a reporter alone.
	Reporter Area `json:"reporter"`
	Partner  Area `json:"partner"`
	// Flow and Commodity apply to trade; a zero Commodity is AllGoods.
	Flow      TradeFlow `json:"flow,omitempty"`
	Commodity Commodity `json:"commodity,omitzero"`
	// Figure says which figure of trade is meant: the value if empty, else the
	// net weight or the quantity of the goods.
	Figure Figure `json:"figure,omitempty"`
	// Real says that amounts are in constant prices: a change in real terms.
	Real bool `json:"real,omitempty"`
	// Prices says whose prices a deflator is an index of, or by whose amounts in
	// constant prices were deflated, in a plain word: gdp, consumer, producer, export,
	// import. Empty: it is not said.
	Prices string `json:"prices,omitempty"`
}

func (m Measure) validate() error {
	v := validation{}
	v.require("subject", string(m.Subject))
	checkWord(&v, "kind", m.Kind, projectKinds)
	checkWord(&v, "status", m.Status, projectStatuses)
	v.area("reporter", m.Reporter)
	if !m.Subject.isOfOne() || m.Partner != 0 {
		v.area("partner", m.Partner)
	}
	if m.Flow != Balance {
		checkWord(&v, "flow", m.Flow, tradeFlows)
	}
	checkWord(&v, "figure", m.Figure, otherFigures)
	return v.err()
}
