package tally

import "slices"

// A line is where the rows of one stand.
type line struct {
	flow              uint8
	reporter, partner uint16
	source, period    uint32
	days              Days
	number            uint32
}

func (p *Plan) line(n uint32) line {
	h := p.dict.Heads.At(p.lines[n].head)
	k := &p.dict.Kinds[h.Kind]
	return line{k.Flow, h.Reporter, h.Partner, k.Source, h.Period, p.dict.Days[h.Period], n}
}

func samePair(a, b *line) bool {
	return a.flow == b.flow && a.reporter == b.reporter && a.partner == b.partner
}

// A lineGuard applies the rules between the lines of one key at a time.
type lineGuard struct {
	*Plan
	good  int
	lines []line
	pairs []linePair
	held  map[holder]linePair
}

// A holder is whose book a flow is in, and with whom.
type holder struct {
	reporter, partner uint16
	flow              uint8
}

// guard applies the rules to the lines of one key, which are in order.
func (g *lineGuard) guard(numbers []uint32, good int) *Refusal {
	g.good, g.lines, g.pairs = good, slices.Grow(g.lines[:0], len(numbers)), g.pairs[:0]
	for _, n := range numbers {
		g.lines = append(g.lines, g.line(n))
	}
	for i := range g.lines {
		if i == 0 || !samePair(&g.lines[i-1], &g.lines[i]) {
			g.pairs = append(g.pairs, linePair{from: i})
		}
		g.pairs[len(g.pairs)-1].to = i + 1
	}
	for _, guard := range []func() *Refusal{g.sources, g.regions, g.books} {
		if r := guard(); r != nil {
			return r
		}
	}
	return nil
}

// A linePair is the lines of one flow between one pair, from one place to another.
type linePair struct{ from, to int }

// of returns the lines of a pair, and the first of them.
func (g *lineGuard) of(pair linePair) (lines []line, first *line) {
	return g.lines[pair.from:pair.to], &g.lines[pair.from]
}

// mayOverlap reports whether two areas have one in common in any of the periods.
func (p *Plan) mayOverlap(a, b uint16) bool {
	groups := p.order.Groups
	if !groups[a] && !groups[b] {
		return a == b
	}
	pair := [2]uint16{min(a, b), max(a, b)}
	is, known := p.overlaps[pair]
	if !known {
		for period := range uint32(len(p.dict.Days)) {
			if is = p.order.Overlap(pair[0], pair[1], period); is {
				break
			}
		}
		if p.overlaps == nil {
			p.overlaps = map[[2]uint16]bool{}
		}
		p.overlaps[pair] = is
	}
	return is
}

// refuse names the first rows of two lines, of the good that it is about.
func (g *lineGuard) refuse(rule Rule, a, b *line) *Refusal {
	return &Refusal{rule, g.rowsOfLine(a.number, g.good, true)[0].at, g.rowsOfLine(b.number, g.good, true)[0].at}
}

// sources refuses one flow between one pair from two sources, or over periods that
// overlap.
func (g *lineGuard) sources() *Refusal {
	var byPeriod []line
	for _, pair := range g.pairs {
		lines, _ := g.of(pair)
		if apart(lines) {
			continue
		}
		byPeriod = append(byPeriod[:0], lines...)
		slices.SortStableFunc(byPeriod, func(a, b line) int { return a.days.compare(b.days) })
		latest := &byPeriod[0]
		for i := range byPeriod[1:] {
			l := &byPeriod[i+1]
			if latest.days.overlap(l.days) {
				if latest.source != l.source {
					return g.refuse(Sources, latest, l)
				}
				if latest.period != l.period {
					return g.refuse(Overlap, latest, l)
				}
			}
			if l.days.Last > latest.days.Last {
				latest = l
			}
		}
	}
	return nil
}

// apart reports whether each line begins after the one before has ended.
func apart(lines []line) bool {
	for i := range lines[1:] {
		if lines[i].days.Last >= lines[i+1].days.First {
			return false
		}
	}
	return true
}

// regions refuses a group's row beside rows of what it contains, as partner or as
// reporter, and beside rows of a group that shares a member.
func (g *lineGuard) regions() *Refusal {
	for _, pair := range g.pairs {
		own, l := g.of(pair)
		if !g.isGroup(l) {
			continue
		}
		var others []linePair
		for _, other := range g.pairs {
			_, o := g.of(other)
			if o.flow == l.flow && other != pair && g.mayOverlap(l.reporter, o.reporter) && g.mayOverlap(l.partner, o.partner) {
				others = append(others, other)
			}
		}
		if r := g.conflict(Region, own, others, func(l, o *line) bool {
			return g.order.Overlap(l.reporter, o.reporter, l.period) && g.order.Overlap(l.partner, o.partner, l.period)
		}); r != nil {
			return r
		}
	}
	return nil
}

// isGroup reports whether a line is of a group on either side.
func (g *lineGuard) isGroup(l *line) bool {
	return g.order.Groups[l.reporter] || g.order.Groups[l.partner]
}

// conflict refuses the first line of own that meets one of others in a time that both
// are about.
func (g *lineGuard) conflict(rule Rule, own []line, others []linePair, meet func(l, other *line) bool) *Refusal {
	if len(others) == 0 {
		return nil
	}
	for i := range own {
		l := &own[i]
		for _, pair := range others {
			lines, _ := g.of(pair)
			for j := range lines {
				if o := &lines[j]; l.days.overlap(o.days) && meet(l, o) {
					return g.refuse(rule, l, o)
				}
			}
		}
	}
	return nil
}

// books refuses a flow that both partners' books hold: one side's exports with the
// other side's imports. A group's book holds its members'.
func (g *lineGuard) books() *Refusal {
	if g.held == nil {
		g.held = map[holder]linePair{}
	}
	clear(g.held)
	for _, pair := range g.pairs {
		_, l := g.of(pair)
		g.held[holder{l.reporter, l.partner, l.flow}] = pair
	}
	for _, pair := range g.pairs {
		own, l := g.of(pair)
		var others []linePair
		if g.isGroup(l) {
			for _, other := range g.pairs {
				if _, m := g.of(other); m.flow == mirror(l.flow) && g.mayOverlap(l.reporter, m.partner) && g.mayOverlap(l.partner, m.reporter) {
					others = append(others, other)
				}
			}
		} else if mirrored, ok := g.held[holder{l.partner, l.reporter, mirror(l.flow)}]; ok {
			others = append(others, mirrored)
		}
		others = slices.DeleteFunc(others, func(other linePair) bool {
			_, m := g.of(other)
			return m.reporter == l.reporter // one reporter's exports and imports are one book
		})
		if r := g.conflict(Books, own, others, func(l, m *line) bool {
			return g.order.Overlap(l.reporter, m.partner, l.period) && g.order.Overlap(l.partner, m.reporter, l.period)
		}); r != nil {
			return r
		}
	}
	return nil
}
