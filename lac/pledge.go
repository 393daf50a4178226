package lac

// A Meeting is an occasion on which things were agreed and pledged.
type Meeting struct {
	ID       string   `json:"id"`
	Source   string   `json:"source"`
	Series   string   `json:"series"`            // such as "China-CELAC Forum ministerial meeting"
	Ordinal  int      `json:"ordinal,omitempty"` // 4 for the fourth of the series; 0: not stated
	Title    string   `json:"title"`
	Date     Period   `json:"date"`
	Place    string   `json:"place,omitempty"`
	Outcome  string   `json:"outcome,omitempty"` // the documents that were adopted
	Evidence Evidence `json:"evidence,omitempty"`
	Note     string   `json:"note,omitempty"`
}

// Validate reports what is wrong with m, as a join of [*FieldError]: ID, source,
// title and date must be there.
func (m Meeting) Validate() error {
	v := validation{record: m.ID}
	v.head(m.ID, m.Source)
	v.require("title", m.Title)
	v.check(!m.Date.IsZero(), "date", "", ErrMissing)
	v.evidence(m.Evidence)
	return v.err()
}

// A Pledge is what one side said it would do, how much of it and by when.
type Pledge struct {
	ID      string  `json:"id"`
	Source  string  `json:"source"`
	Meeting string  `json:"meeting,omitempty"` // ID of the meeting at which it was made
	Measure Measure `json:"measure"`           // Reporter gives, Partner receives
	Target  Stated  `json:"target"`
	// PerYear says that Target is promised for every year of Window, not for
	// all of it together.
	PerYear  bool     `json:"per_year,omitempty"`
	Made     Period   `json:"made"`            // to the precision that the source gives
	Window   Period   `json:"window,omitzero"` // in which it is to be done
	Evidence Evidence `json:"evidence,omitempty"`
	Note     string   `json:"note,omitempty"`
}

// Validate reports what is wrong with p, as a join of [*FieldError]: ID, source,
// measure, target and the time at which it was made must be there, and a window
// for a yearly target.
func (p Pledge) Validate() error {
	v := validation{record: p.ID}
	v.head(p.ID, p.Source)
	v.nested("measure", p.Measure.validate())
	v.nested("target", p.Target.validate())
	v.check(!p.Target.IsZero(), "target", "", ErrMissing)
	v.check(!p.Made.IsZero(), "made", "", ErrMissing)
	v.check(!p.PerYear || !p.Window.IsZero(), "window", "", ErrMissing)
	v.evidence(p.Evidence)
	return v.err()
}

// An Observation is a figure that somebody published without the records behind
// it: a total, a number of projects or jobs. It is evidence of its own kind and
// is never added to the records that it sums up.
type Observation struct {
	ID      string  `json:"id"`
	Source  string  `json:"source"`
	Measure Measure `json:"measure"`
	Period  Period  `json:"period"`
	Figure  Stated  `json:"figure"`
	// Coverage is the scope in the publisher's own terms, such as the customs'
	// own "Latin America" row.
	Coverage string `json:"coverage,omitempty"`
	// Table names the table that the figure is a cell of. Cells of one table do
	// not overlap and may be added up; other observations may not.
	Table string `json:"table,omitempty"`
	// Amount is the money behind a counted figure, where the table gives it, in
	// the prices of PriceYear if that is not 0 (constant prices).
	Amount    Money    `json:"amount,omitzero"`
	PriceYear int      `json:"price_year,omitempty"`
	Evidence  Evidence `json:"evidence,omitempty"`
	Note      string   `json:"note,omitempty"`
}

// Validate reports what is wrong with o, as a join of [*FieldError]: ID, source,
// measure, period and figure must be there.
func (o Observation) Validate() error {
	v := validation{record: o.ID}
	v.head(o.ID, o.Source)
	v.nested("measure", o.Measure.validate())
	v.check(!o.Period.IsZero(), "period", "", ErrMissing)
	v.nested("figure", o.Figure.validate())
	v.check(!o.Figure.IsZero(), "figure", "", ErrMissing)
	v.money("amount", o.Amount)
	v.evidence(o.Evidence)
	return v.err()
}
