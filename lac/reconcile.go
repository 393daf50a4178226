package lac

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"
)

// A Reconciliation takes a published total apart: what the members' records
// explain of it, what the territories beside them explain, how much rounding can
// hide, and what is left.
type Reconciliation struct {
	Published Money `json:"published"`
	// Members is the total of the records of the members, after every rule of
	// [Dataset.Totals].
	Members Total `json:"members"`
	// Absent are the members without a record for one of the flows: the
	// published total may hold trade with them that the records do not.
	Absent []Area `json:"absent,omitempty"`
	// Territories is the trade with countries of the wider region that are not
	// members, where the records have it.
	Territories Total  `json:"territories"`
	Others      []Area `json:"others,omitempty"` // the countries in Territories
	// Unrecorded are the other countries of the wider region without a record.
	Unrecorded []Area `json:"unrecorded,omitempty"`
	// Rounding is the most by which rounding can have moved Published: half a
	// unit of its last digit.
	Rounding Money `json:"rounding"`
	// Residual is Published less Members and Territories.
	Residual Money `json:"residual"`
}

// ResidualShare returns the residual as a fraction of the published total,
// rounded half away from zero to places decimal places. It errs as
// [Money.DivRound].
func (r Reconciliation) ResidualShare(places int32) (decimal.Decimal, error) {
	return r.Residual.DivRound(r.Published, places)
}

// IsExplained reports whether rounding alone can account for the residual.
func (r Reconciliation) IsExplained() bool {
	size := r.Residual
	if size.Sign() < 0 {
		size = size.Neg()
	}
	c, err := size.Cmp(r.Rounding)
	return err == nil && c <= 0
}

// Reconcile compares a published total of one flow, or of turnover, with the
// records that q selects. q.Partner is a bloc or region; wider is the region
// whose other countries may be in the published total too, zero for none.
// rounding is half a unit of the last digit published.
//
// It errs with [ErrMissing] if q selects no record, with [ErrCurrencyMismatch]
// if the records are in another currency, and as [Dataset.Totals].
func (d *Dataset) Reconcile(published, rounding Money, q TradeQuery, wider Area) (Reconciliation, error) {
	r := Reconciliation{Published: published, Rounding: rounding}
	members, covered, err := d.totalOf(q)
	if err != nil {
		return Reconciliation{}, fmt.Errorf("reconciling %v: %w", published, err)
	}
	r.Members = members
	on := q.On
	if on.IsZero() {
		on = q.Period.Last()
	}
	for _, a := range q.Partner.Members(on) {
		if !covered[a] {
			r.Absent = append(r.Absent, a)
		}
	}
	if wider != 0 {
		r.Territories, r.Others, err = d.territories(q, wider, on)
		if err != nil {
			return Reconciliation{}, fmt.Errorf("reconciling %v: %w", published, err)
		}
		for _, a := range wider.Members(on) {
			if !q.Partner.Contains(a, on) && !slices.Contains(r.Others, a) {
				r.Unrecorded = append(r.Unrecorded, a)
			}
		}
	}
	explained, err := r.Members.Merge(r.Territories)
	if err != nil {
		return Reconciliation{}, fmt.Errorf("reconciling %v: %w", published, err)
	}
	sum, err := explained.Money()
	if err != nil {
		return Reconciliation{}, fmt.Errorf("reconciling %v: %w", published, err)
	}
	r.Residual, err = published.Sub(sum)
	return r, err
}

// totalOf returns the total of q's flow, turnover if it names none, and the
// partners that have a value for every flow in it.
func (d *Dataset) totalOf(q TradeQuery) (Total, map[Area]bool, error) {
	totals, err := d.Totals(q, ByPartner)
	if err != nil {
		return Total{}, nil, err
	}
	covered := map[Area]bool{}
	for k, t := range totals.All() {
		if q.Flow != "" {
			covered[k.Partner] = t.Flow(q.Flow).IsComplete()
		} else if both, err := t.Turnover(); err == nil {
			covered[k.Partner] = both.IsComplete()
		}
	}
	whole, err := d.Totals(q)
	if err != nil {
		return Total{}, nil, err
	}
	t, _ := whole.Get(TradeKey{})
	if q.Flow != "" {
		if t.Flow(q.Flow).Records == 0 {
			return Total{}, nil, fmt.Errorf("%s: %w", q.Flow, ErrMissing)
		}
		return t.Flow(q.Flow), covered, nil
	}
	both, err := t.Turnover()
	return both, covered, err
}

// territories adds up the trade with the countries of wider outside q.Partner.
func (d *Dataset) territories(q TradeQuery, wider Area, on Date) (Total, []Area, error) {
	members := q.Partner
	q.Partner, q.On = wider, on
	totals, err := d.Totals(q, ByPartner)
	if err != nil {
		return Total{}, nil, err
	}
	var sum Total
	var others []Area
	for k, t := range totals.All() {
		if isGroup(k.Partner) || members.Contains(k.Partner, on) {
			continue
		}
		parts := []Total{t.Exports, t.Imports}
		if q.Flow != "" {
			parts = []Total{t.Flow(q.Flow)}
		}
		for _, p := range parts {
			if p.Records == 0 {
				continue
			}
			if sum, err = sum.Merge(p); err != nil {
				return Total{}, nil, err
			}
			if !slices.Contains(others, k.Partner) {
				others = append(others, k.Partner)
			}
		}
	}
	return sum, others, nil
}

// A MirrorGap holds one flow on both partners' books: the reporter's exports
// against the partners' imports from it, or the other way round. Only partners
// whose both books have the flow are compared. The two sides are valued as
// recorded: where exports are [FOB] and imports [CIF], freight and insurance are
// part of the gap.
type MirrorGap struct {
	Own     Total  `json:"own"`    // the reporter's book
	Mirror  Total  `json:"mirror"` // the partners' books
	Matched []Area `json:"matched"`
	// OwnOnly and MirrorOnly are the partners that one book alone has.
	OwnOnly    []Area `json:"own_only,omitempty"`
	MirrorOnly []Area `json:"mirror_only,omitempty"`
	Gap        Money  `json:"gap"` // Mirror less Own
}

// Ratio returns Mirror/Own, rounded half away from zero to places decimal places.
// It errs as [Total.Money] and [Money.DivRound].
func (g MirrorGap) Ratio(places int32) (decimal.Decimal, error) {
	own, err := g.Own.Money()
	if err != nil {
		return decimal.Decimal{}, err
	}
	mirror, err := g.Mirror.Money()
	if err != nil {
		return decimal.Decimal{}, err
	}
	return mirror.DivRound(own, places)
}

// MirrorGap compares the flow of q, which must be [Export] or [Import]
// ([ErrRange]), with its mirror from mirrorSource, the ID of a source (any source
// if that is empty). It errs with [ErrMissing] if no partner has both books, and
// as [Dataset.Totals].
func (d *Dataset) MirrorGap(q TradeQuery, mirrorSource string) (MirrorGap, error) {
	if q.Flow != Export && q.Flow != Import {
		return MirrorGap{}, fmt.Errorf("mirror gap of flow %q: %w: want export or import", q.Flow, ErrRange)
	}
	mirrorQuery := q
	mirrorQuery.Source, mirrorQuery.Flow = mirrorSource, q.Flow.Mirror()
	mirrorQuery.Reporter, mirrorQuery.Partner = q.Partner, q.Reporter
	own, err := d.Totals(q, ByPartner)
	if err != nil {
		return MirrorGap{}, fmt.Errorf("mirror gap: own book: %w", err)
	}
	mirror, err := d.Totals(mirrorQuery, ByReporter)
	if err != nil {
		return MirrorGap{}, fmt.Errorf("mirror gap: partners' books: %w", err)
	}
	var g MirrorGap
	for k, t := range own.All() {
		a := t.Flow(q.Flow)
		other, ok := mirror.Get(TradeKey{Reporter: k.Partner})
		b := other.Flow(mirrorQuery.Flow)
		if !ok || b.Records == 0 || a.Records == 0 {
			if a.Records > 0 {
				g.OwnOnly = append(g.OwnOnly, k.Partner)
			}
			continue
		}
		g.Matched = append(g.Matched, k.Partner)
		if g.Own, err = g.Own.Merge(a); err == nil {
			g.Mirror, err = g.Mirror.Merge(b)
		}
		if err != nil {
			return MirrorGap{}, fmt.Errorf("mirror gap with %v: %w", k.Partner, err)
		}
	}
	for k, t := range mirror.All() {
		if t.Flow(mirrorQuery.Flow).Records > 0 && !slices.Contains(g.Matched, k.Reporter) {
			g.MirrorOnly = append(g.MirrorOnly, k.Reporter)
		}
	}
	a, err := g.Own.Money()
	if err != nil {
		return MirrorGap{}, fmt.Errorf("mirror gap: no partner with both books: %w", err)
	}
	b, err := g.Mirror.Money()
	if err != nil {
		return MirrorGap{}, fmt.Errorf("mirror gap: %w", err)
	}
	g.Gap, err = b.Sub(a)
	return g, err
}
