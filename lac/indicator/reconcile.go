package indicator

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// A Reconciliation takes a published total apart: what the members' records
// explain of it, what the territories beside them explain, how much rounding can
// hide, and what is left.
type Reconciliation struct {
	Published lac.Money `json:"published"`
	// Members is the total of the records of the members, after every rule of
	// [lac.Dataset.Totals].
	Members lac.Total `json:"members"`
	// Absent are the members without a record for one of the flows: the
	// published total may hold trade with them that the records do not.
	Absent []lac.Area `json:"absent,omitempty"`
	// Territories is the trade with countries of the wider region that are not
	// members, where the records have it.
	Territories lac.Total  `json:"territories"`
	Others      []lac.Area `json:"others,omitempty"` // the countries in Territories
	// Unrecorded are the other countries of the wider region without a record.
	Unrecorded []lac.Area `json:"unrecorded,omitempty"`
	// Rounding is the most by which rounding can have moved Published: half a
	// unit of its last digit.
	Rounding lac.Money `json:"rounding"`
	// Residual is Published less Members and Territories.
	Residual lac.Money `json:"residual"`
}

// ResidualShare returns the residual as a fraction of the published total,
// rounded half away from zero to places decimal places. It errs as
// [lac.Money.DivRound].
func (r Reconciliation) ResidualShare(places int32) (decimal.Decimal, error) {
	return r.Residual.DivRound(r.Published, places)
}

// IsExplained reports whether rounding alone can account for the residual.
func (r Reconciliation) IsExplained() bool {
	size := r.Residual
	if size.Sign() == -1 {
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
// It errs with [lac.ErrMissing] if q selects no record, with [lac.ErrCurrencyMismatch]
// if the records are in another currency, and as [lac.Dataset.Totals].
func Reconcile(d *lac.Dataset, published, rounding lac.Money, q lac.TradeQuery, wider lac.Area) (Reconciliation, error) {
	r := Reconciliation{Published: published, Rounding: rounding}
	members, covered, err := totalOf(d, q)
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
		r.Territories, r.Others, err = territories(d, q, wider, on)
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
func totalOf(d *lac.Dataset, q lac.TradeQuery) (lac.Total, map[lac.Area]bool, error) {
	totals, err := d.Totals(q, lac.ByPartner)
	if err != nil {
		return lac.Total{}, nil, err
	}
	covered := map[lac.Area]bool{}
	for k, t := range totals.All() {
		if q.Flow != "" {
			covered[k.Partner] = t.Flow(q.Flow).IsComplete()
		} else if both, err := t.Turnover(); err == nil {
			covered[k.Partner] = both.IsComplete()
		}
	}
	whole, err := d.Totals(q)
	if err != nil {
		return lac.Total{}, nil, err
	}
	t, _ := whole.Get(lac.TradeKey{})
	if q.Flow != "" {
		if t.Flow(q.Flow).Records == 0 {
			return lac.Total{}, nil, fmt.Errorf("%s: %w", q.Flow, lac.ErrMissing)
		}
		return t.Flow(q.Flow), covered, nil
	}
	both, err := t.Turnover()
	return both, covered, err
}

// territories adds up the trade with the countries of wider outside q.Partner.
func territories(d *lac.Dataset, q lac.TradeQuery, wider lac.Area, on lac.Date) (lac.Total, []lac.Area, error) {
	members := q.Partner
	q.Partner, q.On = wider, on
	totals, err := d.Totals(q, lac.ByPartner)
	if err != nil {
		return lac.Total{}, nil, err
	}
	var sum lac.Total
	var others []lac.Area
	for k, t := range totals.All() {
		if k.Partner.IsRegion() || k.Partner.IsBloc() || members.Contains(k.Partner, on) {
			continue
		}
		parts := []lac.Total{t.Exports, t.Imports}
		if q.Flow != "" {
			parts = []lac.Total{t.Flow(q.Flow)}
		}
		for _, p := range parts {
			if p.Records == 0 {
				continue
			}
			if sum, err = sum.Merge(p); err != nil {
				return lac.Total{}, nil, err
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
// recorded: where exports are [lac.FOB] and imports [lac.CIF], freight and insurance are
// part of the gap. Other reasons for one are in the United Nations' International
// Merchandise Trade Statistics: Compilers Manual, Revision 1 (2013), annex 9.C: re-exports
// and transit, the day of recording, what is left out, the partner that is named.
type MirrorGap struct {
	Own     lac.Total  `json:"own"`    // the reporter's book
	Mirror  lac.Total  `json:"mirror"` // the partners' books
	Matched []lac.Area `json:"matched"`
	// OwnOnly and MirrorOnly are the partners that one book alone has.
	OwnOnly    []lac.Area `json:"own_only,omitempty"`
	MirrorOnly []lac.Area `json:"mirror_only,omitempty"`
	Gap        lac.Money  `json:"gap"` // Mirror less Own
}

// Ratio returns Mirror/Own, rounded half away from zero to places decimal places.
// It errs as [lac.Total.Money] and [lac.Money.DivRound].
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

// MirrorGapOf compares the flow of q, which must be [lac.Export] or [lac.Import]
// ([lac.ErrRange]), with its mirror from mirrorSource, the ID of a source (any source
// if that is empty). It errs with [lac.ErrMissing] if no partner has both books, and
// as [lac.Dataset.Totals].
func MirrorGapOf(d *lac.Dataset, q lac.TradeQuery, mirrorSource string) (MirrorGap, error) {
	if q.Flow != lac.Export && q.Flow != lac.Import {
		return MirrorGap{}, fmt.Errorf("mirror gap of flow %q: %w: want export or import", q.Flow, lac.ErrRange)
	}
	mirrorQuery := q
	mirrorQuery.Source, mirrorQuery.Flow = mirrorSource, q.Flow.Mirror()
	mirrorQuery.Reporter, mirrorQuery.Partner = q.Partner, q.Reporter
	own, err := d.Totals(q, lac.ByPartner)
	if err != nil {
		return MirrorGap{}, fmt.Errorf("mirror gap: own book: %w", err)
	}
	mirror, err := d.Totals(mirrorQuery, lac.ByReporter)
	if err != nil {
		return MirrorGap{}, fmt.Errorf("mirror gap: partners' books: %w", err)
	}
	var g MirrorGap
	for k, t := range own.All() {
		a := t.Flow(q.Flow)
		other, ok := mirror.Get(lac.TradeKey{Reporter: k.Partner})
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
