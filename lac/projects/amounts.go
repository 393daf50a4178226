package projects

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// amounts are the amounts of a family on each level.
type amounts map[bucket]decimal.Decimal

// A bucket is the place of an amount on one level; what the level does not keep
// apart is zero.
type bucket struct {
	level
	place  place
	sector lac.Sector
	period lac.Period
	amountBasis
}

type level uint8

const (
	levelFine   level = iota // by recipient, sector and year
	levelSector              // by recipient and sector
	levelYear                // by recipient and year
	levelPlace               // by recipient
	levelAll                 // all together
)

// above lists the levels that an amount on a level is in.
func (l level) above() []level {
	switch l {
	case levelFine:
		return []level{levelFine, levelSector, levelYear, levelPlace, levelAll}
	case levelAll:
		return []level{levelAll}
	case levelPlace:
		return []level{levelPlace, levelAll}
	}
	return []level{l, levelPlace, levelAll}
}

// on returns the bucket of a part on a level.
func (id *partID) on(l level) bucket {
	b := bucket{level: l, amountBasis: id.amountBasis}
	if l <= levelPlace {
		b.place = id.place
	}
	if l <= levelSector {
		b.sector = id.sector
	}
	if l == levelFine || l == levelYear {
		b.period = id.period
	}
	return b
}

// add adds an amount to a level and those above it.
func (a amounts) add(id *partID, from level, amount decimal.Decimal) {
	for _, l := range from.above() {
		b := id.on(l)
		a[b] = a[b].Add(amount)
	}
}

// merge returns the amounts of a and b together; it may change either.
func (a amounts) merge(b amounts) amounts {
	if len(a) < len(b) {
		a, b = b, a
	}
	for k, v := range b {
		a[k] = a[k].Add(v)
	}
	return a
}

// less takes amounts away from a.
func (a amounts) less(b amounts) amounts {
	for k, v := range b {
		if left := a[k].Sub(v); left.IsZero() {
			delete(a, k)
		} else {
			a[k] = left
		}
	}
	return a
}

// places returns the recipients on a level, in order.
func (a amounts) places(on level) []bucket {
	var all []bucket
	for b := range a {
		if b.level == on {
			all = append(all, b)
		}
	}
	slices.SortFunc(all, func(a, b bucket) int {
		return cmp.Or(a.place.area.Compare(b.place.area), cmp.Compare(a.place.vocabulary, b.place.vocabulary), cmp.Compare(a.place.code, b.place.code),
			a.period.Compare(b.period), cmp.Compare(a.unit, b.unit), cmp.Compare(a.priceYear, b.priceYear))
	})
	return all
}

// The levels on which amounts are compared, the last for regions too.
var (
	anyYear = []level{levelFine, levelSector, levelPlace}
	oneYear = []level{levelFine, levelYear}
)

// contains reports whether what a goes to may go to b: a is a region and b lies in
// it, or one of the two is not stated.
func contains(a, b place, on lac.Date) bool {
	if a == b {
		return false // done
	}
	if (a == place{}) || (b == place{}) {
		return true
	}
	if on.IsZero() {
		on = lac.DateOf(9999, 12, 31)
	}
	return a.area.Contains(b.area, on)
}
