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
}

func (m Measure) validate() error {
	v := validation{}
	v.require("subject", string(m.Subject))
	v.check(m.Kind.IsValid(), "kind", string(m.Kind), ErrUnknownCode)
	v.check(m.Status.IsValid(), "status", string(m.Status), ErrUnknownCode)
	v.area("reporter", m.Reporter)
	if !m.Subject.isOfOne() || m.Partner != 0 {
		v.area("partner", m.Partner)
	}
	v.check(m.Flow == "" || m.Flow == Balance || m.Flow.IsValid(), "flow", string(m.Flow), ErrUnknownCode)
	v.check(m.Figure.IsValid(), "figure", string(m.Figure), ErrUnknownCode)
	return v.err()
}

// A Comparator is the hedge with which a figure is stated. Which values it
// grants is for the checker's policy to say.
type Comparator string

const (
	Equal   Comparator = "eq"     // no hedge
	Over    Comparator = "gt"     // over, more than
	AtLeast Comparator = "ge"     // at least, no fewer than
	Under   Comparator = "lt"     // under, less than
	UpTo    Comparator = "le"     // up to, at most
	Nearly  Comparator = "nearly" // nearly, almost, close to
	About   Comparator = "about"  // about, some, around
	Between Comparator = "range"  // from Value to High
)

// IsValid reports whether c is one of the constants; empty means Equal.
func (c Comparator) IsValid() bool {
	switch c {
	case "", Equal, Over, AtLeast, Under, UpTo, Nearly, About, Between:
		return true
	}
	return false
}

// A Stated is a figure as somebody stated it: the words and what they say. The
// zero Stated means that no figure was given.
type Stated struct {
	// Text is the literal text of the figure with its hedge: "over a million".
	Text string `json:"text,omitempty"`
	// Value is the figure in base units: 518400000000 USD for $518.4 billion.
	// It is not reported where only a vague word was used.
	Value Quantity `json:"value,omitzero"`
	// High is the upper end of a range, in the unit of Value; [Between] alone
	// has one.
	High       Quantity   `json:"high,omitzero"`
	Comparator Comparator `json:"comparator,omitempty"`
	// Digits is the number of significant digits that the text gives, 4 for
	// 518.4 billion. 0: the figure was a word ("double", "a million").
	Digits int `json:"digits,omitempty"`
	// Vague is the word used in place of a figure: numerous, many, several.
	Vague string `json:"vague,omitempty"`
}

// IsZero reports whether no figure was stated.
func (s Stated) IsZero() bool { return s == Stated{} }

// String returns the literal text; where there is none the vague word, or the
// value.
func (s Stated) String() string {
	if s.Text != "" {
		return s.Text
	}
	if s.Vague != "" {
		return s.Vague
	}
	return s.Value.String()
}

func (s Stated) validate() error {
	v := validation{}
	v.check(s.Comparator.IsValid(), "comparator", string(s.Comparator), ErrUnknownCode)
	v.check(s.Digits >= 0 && s.Digits <= 38, "digits", "", ErrRange)
	v.check(s.Value.IsReported() || s.Vague != "" || s.IsZero(), "value", s.Text, ErrMissing)
	v.check((s.Comparator == Between) == s.High.IsReported(), "high", s.High.String(), ErrMissing)
	if s.High.IsReported() {
		c, err := s.Value.Cmp(s.High)
		v.check(err == nil && c <= 0, "high", s.High.String(), ErrRange)
	}
	return v.err()
}
