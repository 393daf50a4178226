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

// A holding finds what of a record's own amounts the families below it hold too.
type holding struct {
	own []*part
	net amounts // of each recipient: no more than that is its own
}

// hold takes from the record that stands for a family what the families below
// hold, which are done.
func (f *families) hold(at *family) {
	h := holding{net: amounts{}}
	at.have, at.used = amounts{}, amounts{}
	if r := &f.records[at.records[0]]; r.out == "" {
		for k := range r.parts {
			part := &r.parts[k]
			if part.unit != "" && part.out == "" {
				h.own = append(h.own, part)
				amount := part.sum.Decimal()
				h.net.add(&part.partID, levelPlace, amount)
				at.have.add(&part.partID, levelFine, amount)
			}
		}
	}
	same := true // as far as the amounts show, what is held below is the same money
	for _, t := range at.below {
		child := f.all[t.child]
		if t.part {
			at.hasBelow = at.hasBelow || child.isValued || child.hasBelow
		}
		if t.named {
			var passed []*part
			for _, part := range h.own {
				if part.to > 0 && f.of[part.to-1] == t.child {
					passed = append(passed, part)
				}
			}
			h.take(passed, child, nil, true, anyYear)
		}
		if t.part {
			limit := t.limit
			if t.linked {
				limit = nil
			}
			// A payment of one year is none of another, but what is agreed once is
			// paid, and passed on, over years.
			levels := anyYear
			if t.linked && reachOf(f.q.Type) == reachPayment {
				levels = oneYear
			}
			h.take(h.own, child, limit, limit != nil, levels)
			for b, have := range child.have {
				same = same && (b.level != levelAll || have.Equal(child.used[b]))
			}
		}
	}
	for _, part := range h.own {
		same = same && part.left().IsZero()
	}
	for _, part := range h.own {
		if same {
			part.unsure = decimal.Decimal{}
		}
	}
	for _, t := range at.below {
		child := f.all[t.child]
		if child.parents--; child.parents == 0 {
			at.have = at.have.merge(child.have.less(child.used))
			child.have, child.used = nil, nil
		}
	}
}

// The levels on which amounts are compared, the last for regions too.
var (
	anyYear = []level{levelFine, levelSector, levelPlace}
	oneYear = []level{levelFine, levelYear}
)

// take finds the child's amounts in those of parts, level by level, then in those
// for a region of which the recipient is part. limit is the most that there can be;
// nil: no limit.
func (h *holding) take(parts []*part, child *family, limit amounts, sure bool, levels []level) {
	most := func(p *part) decimal.Decimal {
		all := p.on(levelAll)
		m := decimal.Min(p.left(), h.net[p.on(levelPlace)], child.have[all].Sub(child.used[all]))
		if limit != nil {
			m = decimal.Min(m, limit[all])
		}
		return m
	}
	hold := func(p *part, amount decimal.Decimal, from level, of partID) {
		p.held = p.held.Add(amount)
		if !sure {
			p.unsure = p.unsure.Add(amount)
		}
		h.net.add(&p.partID, levelPlace, amount.Neg())
		child.used.add(&of, from, amount)
		if limit != nil {
			all := p.on(levelAll)
			limit[all] = limit[all].Sub(amount)
		}
	}
	for _, l := range levels {
		for _, p := range parts {
			amount := most(p)
			for _, above := range l.above() {
				b := p.on(above)
				amount = decimal.Min(amount, child.have[b].Sub(child.used[b]))
			}
			if amount.Sign() > 0 {
				hold(p, amount, l, p.partID)
			}
		}
	}
	// Only what names places of two kinds is left.
	last := levels[len(levels)-1]
	var places []bucket
	for _, p := range parts {
		if most(p).Sign() <= 0 {
			continue
		}
		if places == nil {
			places = child.have.places(last)
		}
		for _, b := range places {
			of := partID{place: b.place, period: b.period, amountBasis: b.amountBasis}
			if b.amountBasis != p.amountBasis || last == levelYear && b.period != p.period || !contains(p.place, b.place, p.period.Last()) {
				continue
			}
			in := of.on(levelPlace)
			if amount := decimal.Min(most(p), child.have[b].Sub(child.used[b]), child.have[in].Sub(child.used[in])); amount.Sign() > 0 {
				hold(p, amount, last, of)
			}
		}
	}
}

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
	return a.area != 0 && b.area != 0 && a.area.Contains(b.area, on)
}
