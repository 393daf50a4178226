package tally

// A Dict says what ids stand for, as far as sums go by it.
type Dict struct {
	Heads Heads
	Kinds []Kind
	Forms []Form
	Goods []Good
	Days  []Days // by period
	// Shapes are by breakdown in which ways it breaks down; the first is that of
	// rows that are no part.
	Shapes []uint8
	// CompareBreakdowns orders breakdowns, those first that break down the least,
	// and CompareIDs rows by what they are named by.
	CompareBreakdowns func(a, b uint32) int
	// Holds reports whether what breakdown a is of has that of b in it, though a is a
	// part itself.
	Holds      func(a, b uint32) bool
	CompareIDs func(a, b ID) int
}

// An ID says which row it is of those with one head.
type ID struct{ Head, Number uint32 }

// A Kind is what many heads have in common.
type Kind struct {
	Source    uint32
	Breakdown uint32
	Unit      uint32 // of values; 0: it has none
	Flow      uint8  // one of the constants
	Valuation uint8
	Confirmed bool
}

// The flows, in order.
const (
	Export = iota
	Import
	ReExport
	ReImport
	Turnover
)

// mirror returns a flow as the partner sees it.
func mirror(flow uint8) uint8 {
	if flow == Turnover {
		return flow
	}
	return flow ^ 1
}

// A Form is which figures a row reports, and the unit of the third.
type Form struct {
	Reports [NumFigures]bool
	Unit    uint32 // 0: none
}

// A row's first figure is in the unit of its kind, the second in UnitWeight, the
// third in that of its form.
const (
	figureValue = iota
	figureWeight
	figureQuantity

	// UnitWeight is the number of the second figure's unit.
	UnitWeight = 1
)

// A Good is a commodity.
type Good struct {
	Order uint64 // goods are in this order
	Level uint32 // goods of two levels are not added up
}

// Days are a period, from the first day to the last.
type Days struct{ First, Last uint32 }

func (d Days) overlap(e Days) bool { return d.First <= e.Last && e.First <= d.Last }

func (d Days) compare(e Days) int {
	if d.First != e.First {
		return order(d.First, e.First)
	}
	return order(d.Last, e.Last)
}

func order(a, b uint32) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// rankBreakdowns returns the place of each breakdown in the order of all.
func (d *Dict) rankBreakdowns() []uint32 {
	all := make([]uint32, len(d.Shapes))
	for i := range all {
		all[i] = uint32(i)
	}
	return Ranks(all, d.CompareBreakdowns)
}

// KindOf returns the kind of a head.
func (d *Dict) KindOf(head uint32) *Kind { return &d.Kinds[d.Heads.At(head).Kind] }

// Snapshot returns the dictionary as it is: what is added later changes nothing
// in it. It needs functions of its own.
func (d *Dict) Snapshot() *Dict {
	s := *d
	s.Heads = d.Heads.Snapshot()
	return &s
}

// An Order says how ids are ordered, and which of them contain others.
type Order struct {
	Areas, Periods, Sources []uint32 // ranks
	Groups                  []bool   // by area: whether it may have others in it
	// Overlap reports whether two areas have one in common, on the last day of a
	// period.
	Overlap func(a, b uint16, period uint32) bool
}
