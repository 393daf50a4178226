package projects

import (
	"slices"

	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac"
)

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

// guard counts once what several records of a family hold.
func (f *families) guard() error {
	order, err := f.order()
	if err != nil {
		return err
	}
	for _, i := range slices.Backward(order) {
		f.hold(f.all[i])
	}
	for _, i := range order {
		at := f.all[i]
		counted := false // a part that is not left out is below
		for _, t := range at.below {
			child := f.all[t.child]
			if t.part {
				child.hasAbove = child.hasAbove || at.hasAbove || at.isValued
				counted = counted || f.records[child.records[0]].out == "" || child.hasBelow
			}
		}
		if r := &f.records[at.records[0]]; r.out == "" && !at.isValued && (at.hasBelow || at.hasAbove || counted) {
			r.out = lac.GuardParts
		}
	}
	return nil
}
