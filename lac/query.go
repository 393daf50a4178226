package lac

import (
	"cmp"
	"fmt"
)

// A TradeQuery selects trade records. A zero field selects everything.
//
// A region or bloc as Reporter or Partner stands for its members; its own row,
// where the source prints one, is then left out ([GuardRegion]), unless
// AsPublished asks for that row in place of the members'.
type TradeQuery struct {
	Source   string    `json:"source,omitempty"`
	Reporter Area      `json:"reporter,omitzero"`
	Partner  Area      `json:"partner,omitzero"`
	Flow     TradeFlow `json:"flow,omitempty"`
	Period   Period    `json:"period,omitzero"` // records whose period lies in it
	// Whole takes records of just Period alone, not of parts of it: of a year and its
	// months, the year's.
	Whole     bool      `json:"whole,omitempty"`
	Commodity Commodity `json:"commodity,omitzero"` // itself or its finer codes; zero: AllGoods, without services
	// On is the day whose members a region or bloc has; zero: the last day of
	// Period, or of each record's own period if that is open.
	On Date `json:"on,omitzero"`
	// AsPublished takes a group's own row, as the source defines the group.
	AsPublished bool `json:"as_published,omitempty"`
	// Figure is what is added up, FigureValue if empty.
	Figure Figure `json:"figure,omitempty"`
}

// validate reports why q cannot be answered.
func (q TradeQuery) validate(by []Dimension) error {
	if !q.Figure.isValid() {
		return fmt.Errorf("totals: figure %s: %w", quote(string(q.Figure)), wantOne(otherFigures))
	}
	for _, dim := range by {
		if dim < ByReporter || dim > BySource {
			return fmt.Errorf("totals: dimension %d: %w: not one of trade", dim, ErrRange)
		}
	}
	return nil
}

// A Dimension is a field that totals are kept apart by: of trade the first seven,
// of projects [ByYear], [BySource] and those after it.
type Dimension uint8

const (
	ByReporter Dimension = iota + 1
	ByPartner
	ByFlow      // a key for each flow; within a [TradeTotal] they are apart anyway
	ByPeriod    // as recorded: a year and its months stay apart
	ByYear      // the calendar year in which the record's period lies; as ByPeriod if in none
	ByCommodity // as recorded: a heading and its subheadings stay apart
	BySource
	ByRecipient // of projects, as their sources name recipients
	BySector    // of projects, by the plain word
	ByStatus    // of projects
	ByKind      // of projects
)

// A TradeKey is the place of a total among others: the fields that the
// dimensions name are set, the others zero.
type TradeKey struct {
	Source    string    `json:"source,omitempty"`
	Reporter  Area      `json:"reporter,omitzero"`
	Partner   Area      `json:"partner,omitzero"`
	Flow      TradeFlow `json:"flow,omitempty"`
	Period    Period    `json:"period,omitzero"`
	Commodity Commodity `json:"commodity,omitzero"`
}

// Compare orders keys by source, reporter, partner, period, flow and commodity.
func (k TradeKey) Compare(l TradeKey) int {
	return cmp.Or(cmp.Compare(k.Source, l.Source), k.Reporter.Compare(l.Reporter), k.Partner.Compare(l.Partner),
		k.Period.Compare(l.Period), cmp.Compare(k.Flow, l.Flow), k.Commodity.Compare(l.Commodity))
}

// A TradeTotal is the totals of one key, each flow apart.
type TradeTotal struct {
	Exports   Total `json:"exports"`
	Imports   Total `json:"imports"`
	ReExports Total `json:"re_exports"` // part of Exports, never added to it
	ReImports Total `json:"re_imports"` // part of Imports
	// Published is turnover that sources print as such.
	Published Total `json:"published"`
}

// Flow returns the total of one flow; for [Turnover] the published one.
func (t TradeTotal) Flow(f TradeFlow) Total { return *t.flow(f) }

func (t *TradeTotal) flow(f TradeFlow) *Total {
	switch f {
	case Export:
		return &t.Exports
	case Import:
		return &t.Imports
	case ReExport:
		return &t.ReExports
	case ReImport:
		return &t.ReImports
	}
	return &t.Published
}

// Turnover returns imports plus exports, each on its own valuation as customs
// add them, or the published turnover where neither is recorded. It errs with
// [ErrMissing] if only one of the two is, for half a turnover is not one, or if
// nothing is.
func (t TradeTotal) Turnover() (Total, error) {
	x, m := t.Exports.Records > 0, t.Imports.Records > 0
	switch {
	case x && m:
		return t.Exports.Merge(t.Imports)
	case x:
		return Total{}, fmt.Errorf("turnover: imports: %w", ErrMissing)
	case m:
		return Total{}, fmt.Errorf("turnover: exports: %w", ErrMissing)
	case t.Published.Records > 0:
		return t.Published, nil
	}
	return Total{}, fmt.Errorf("turnover: %w", ErrMissing)
}

// Balance returns exports minus imports, each on its own valuation. It errs with
// [ErrMissing] if either is not recorded and with [ErrRange] if the result does
// not fit.
func (t TradeTotal) Balance() (Money, error) {
	x, err := t.Exports.Money()
	if err != nil {
		return Money{}, fmt.Errorf("balance: exports: %w", err)
	}
	m, err := t.Imports.Money()
	if err != nil {
		return Money{}, fmt.Errorf("balance: imports: %w", err)
	}
	return x.Sub(m)
}

// wantedCommodity returns the commodity whose row stands for all of its finer ones.
func wantedCommodity(q TradeQuery) Commodity { return cmp.Or(q.Commodity, AllGoods) }
