package lac

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
)

// A TradeQuery selects trade records. A zero field selects everything.
//
// A region or bloc as Reporter or Partner stands for its members; its own row,
// where the source prints one, is then left out ([GuardRegion]), unless
// AsPublished asks for that row in place of the members'.
type TradeQuery struct {
	Source    string    `json:"source,omitempty"`
	Reporter  Area      `json:"reporter,omitzero"`
	Partner   Area      `json:"partner,omitzero"`
	Flow      TradeFlow `json:"flow,omitempty"`
	Period    Period    `json:"period,omitzero"`    // records whose period lies in it
	Commodity Commodity `json:"commodity,omitzero"` // itself or its finer codes; zero: AllGoods
	// On is the day whose members a region or bloc has; zero: the last day of
	// Period, or of each record's own period if that is open.
	On Date `json:"on,omitzero"`
	// AsPublished takes a group's own row, as the source defines the group.
	AsPublished bool `json:"as_published,omitempty"`
}

// A Dimension is a field that totals are kept apart by.
type Dimension uint8

const (
	ByReporter Dimension = iota + 1
	ByPartner
	ByFlow      // a key for each flow; within a [TradeTotal] they are apart anyway
	ByPeriod    // as recorded: a year and its months stay apart
	ByYear      // the calendar year in which the record's period lies; as ByPeriod if in none
	ByCommodity // as recorded: a heading and its subheadings stay apart
	BySource
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

// TradeTotals are the totals of a query, in the order of their keys.
type TradeTotals struct {
	keys   []TradeKey
	totals []TradeTotal
}

// Equal reports whether t and u have the same keys with the same totals.
func (t TradeTotals) Equal(u TradeTotals) bool {
	return slices.Equal(t.keys, u.keys) && slices.EqualFunc(t.totals, u.totals, func(a, b TradeTotal) bool {
		return a.Exports.Equal(b.Exports) && a.Imports.Equal(b.Imports) && a.ReExports.Equal(b.ReExports) &&
			a.ReImports.Equal(b.ReImports) && a.Published.Equal(b.Published)
	})
}

// Len returns the number of keys.
func (t TradeTotals) Len() int { return len(t.keys) }

// All returns every key with its total, in the order of the keys.
func (t TradeTotals) All() iter.Seq2[TradeKey, TradeTotal] {
	return func(yield func(TradeKey, TradeTotal) bool) {
		for i, k := range t.keys {
			if !yield(k, t.totals[i]) {
				return
			}
		}
	}
}

// Get returns the total of one key; false if it does not occur. Without a
// dimension the key is the zero TradeKey.
func (t TradeTotals) Get(k TradeKey) (TradeTotal, bool) {
	i, ok := slices.BinarySearchFunc(t.keys, k, TradeKey.Compare)
	if !ok {
		return TradeTotal{}, false
	}
	return t.totals[i], true
}

// Totals returns exact totals of the trade records that q selects, a key for
// each combination of the dimensions that occurs. Without a dimension there is
// one key, the zero [TradeKey]; if q selects nothing there is none.
//
// What must not be added up within a key is refused with [*UnsafeSumError] or
// counted once; [Guard] lists the rules. Records marked [Unconfirmed] are always
// left out.
func (d *Dataset) Totals(q TradeQuery, by ...Dimension) (TradeTotals, error) {
	cells, err := d.cells(q, by)
	if err != nil {
		return TradeTotals{}, err
	}
	t := TradeTotals{keys: make([]TradeKey, len(cells)), totals: make([]TradeTotal, len(cells))}
	for i, c := range cells {
		t.keys[i] = c.key
		for _, r := range c.records {
			if err := t.totals[i].flow(r.Flow).add(r.Value.Quantity()); err != nil {
				return TradeTotals{}, err
			}
		}
		for _, x := range c.excluded {
			t.totals[i].flow(x.flow).exclude(x.guard)
		}
	}
	return t, nil
}

// Select returns the trade records that [Dataset.Totals] adds up for q with no
// dimension, after every rule, in the order of their IDs, and errs as it does.
func (d *Dataset) Select(q TradeQuery) ([]TradeRecord, error) {
	cells, err := d.cells(q, nil)
	if err != nil || len(cells) == 0 {
		return nil, err
	}
	records := make([]TradeRecord, len(cells[0].records))
	for i, r := range cells[0].records {
		records[i] = *r
	}
	return records, nil
}

// A cell is what one key's total rests on.
type cell struct {
	key      TradeKey
	records  []*TradeRecord
	excluded []exclusion
}

type exclusion struct {
	flow  TradeFlow
	guard Guard
}

// cells selects the records of q and sorts them into the keys of by, guarded.
func (d *Dataset) cells(q TradeQuery, by []Dimension) ([]cell, error) {
	index := map[TradeKey]int{}
	var cells []cell
	reporters, partners := d.newAreaFilter(q.Reporter, q), d.newAreaFilter(q.Partner, q)
	for i := range d.records.Trade {
		r := &d.records.Trade[i]
		if !q.matches(r) {
			continue
		}
		reporter, partner := reporters.match(r.Reporter, r.Period), partners.match(r.Partner, r.Period)
		if reporter == areaOutside || partner == areaOutside {
			continue
		}
		k := keyOf(r, by)
		i, ok := index[k]
		if !ok {
			i = len(cells)
			index[k] = i
			cells = append(cells, cell{key: k})
		}
		c := &cells[i]
		switch {
		case r.Evidence == Unconfirmed:
			c.excluded = append(c.excluded, exclusion{r.Flow, GuardUnconfirmed})
		case reporter == areaOwnRow || partner == areaOwnRow:
			c.excluded = append(c.excluded, exclusion{r.Flow, GuardRegion})
		default:
			c.records = append(c.records, r)
		}
	}
	for i := range cells {
		if err := cells[i].guard(q, slices.Contains(by, ByCommodity)); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(cells, func(a, b cell) int { return a.key.Compare(b.key) })
	return cells, nil
}

// matches applies the parts of q that need no knowledge of areas.
func (q TradeQuery) matches(r *TradeRecord) bool {
	return (q.Source == "" || q.Source == r.Source) &&
		(q.Flow == "" || q.Flow == r.Flow) &&
		(q.Period.IsZero() || q.Period.Contains(r.Period)) &&
		(q.Commodity == 0 || q.Commodity.Contains(r.Commodity))
}

func keyOf(r *TradeRecord, by []Dimension) TradeKey {
	var k TradeKey
	for _, dim := range by {
		switch dim {
		case ByReporter:
			k.Reporter = r.Reporter
		case ByPartner:
			k.Partner = r.Partner
		case ByFlow:
			k.Flow = r.Flow
		case ByPeriod:
			k.Period = r.Period
		case ByYear:
			if y := Year(r.Period.Last().Year()); y.Contains(r.Period) {
				k.Period = y
			} else {
				k.Period = r.Period
			}
		case ByCommodity:
			k.Commodity = r.Commodity
		case BySource:
			k.Source = r.Source
		}
	}
	return k
}

type areaMatch uint8

const (
	areaOutside areaMatch = iota
	areaInside
	areaOwnRow // the group's own row, or a smaller group's, beside their members'
)

// An areaFilter tests areas against the reporter or partner of a query.
type areaFilter struct {
	area        Area
	on          Date
	asPublished bool
	known       map[areaAt]areaMatch
}

type areaAt struct {
	area Area
	on   Date
}

func (d *Dataset) newAreaFilter(a Area, q TradeQuery) areaFilter {
	on := q.On
	if on.IsZero() {
		on = q.Period.Last()
	}
	return areaFilter{a, on, q.AsPublished, map[areaAt]areaMatch{}}
}

func (f areaFilter) match(a Area, p Period) areaMatch {
	if f.area == 0 || f.area == a && (f.asPublished || !isGroup(f.area)) {
		return areaInside
	}
	if f.area == a {
		return areaOwnRow
	}
	if f.asPublished {
		return areaOutside
	}
	at := areaAt{a, f.on}
	if at.on.IsZero() {
		at.on = p.Last()
	}
	m, ok := f.known[at]
	if !ok {
		switch {
		case !f.area.Contains(a, at.on):
		case a.IsRegion() || a.IsBloc():
			m = areaOwnRow // a group within the group, beside the members of both
		default:
			m = areaInside
		}
		f.known[at] = m
	}
	return m
}
