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

// guardLines applies the rules between the lines of one key, which are in order.
func (p *Plan) guardLines(numbers []uint32, good int) *Refusal {
	lines := make([]line, len(numbers))
	for i, n := range numbers {
		lines[i] = p.line(n)
	}
	g := lineGuard{p, good, lines}
	for _, guard := range []func() *Refusal{g.sources, g.regions, g.books} {
		if r := guard(); r != nil {
			return r
		}
	}
	return nil
}

type lineGuard struct {
	*Plan
	good  int
	lines []line
}

// refuse names the first rows of two lines, of the good that it is about.
func (g *lineGuard) refuse(rule Rule, a, b *line) *Refusal {
	return &Refusal{rule, g.rowsOfLine(a.number, g.good, true)[0].at, g.rowsOfLine(b.number, g.good, true)[0].at}
}

// sources refuses one flow between one pair from two sources, or over periods that
// overlap.
func (g *lineGuard) sources() *Refusal {
	for rest := g.lines; len(rest) > 0; {
		n := 1
		for n < len(rest) && samePair(&rest[0], &rest[n]) {
			n++
		}
		byPeriod := slices.Clone(rest[:n])
		rest = rest[n:]
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

// regions refuses a group's row beside rows of what it contains, as partner or as
// reporter, and beside rows of a group that shares a member.
func (g *lineGuard) regions() *Refusal {
	groups := g.order.Groups
	for i := range g.lines {
		l := &g.lines[i]
		if !groups[l.partner] && !groups[l.reporter] {
			continue
		}
		for j := range g.lines {
			other := &g.lines[j]
			if l.flow != other.flow || l.reporter == other.reporter && l.partner == other.partner || !l.days.overlap(other.days) {
				continue
			}
			if g.order.Overlap(l.reporter, other.reporter, l.period) && g.order.Overlap(l.partner, other.partner, l.period) {
				return g.refuse(Region, l, other)
			}
		}
	}
	return nil
}

// books refuses a flow that both partners' books hold: one side's exports with the
// other side's imports. A group's book holds its members'.
func (g *lineGuard) books() *Refusal {
	type book struct {
		reporter, partner uint16
		flow              uint8
	}
	groups := g.order.Groups
	books := map[book][]uint32{}
	all := make([]uint32, len(g.lines))
	for i, l := range g.lines {
		b := book{l.reporter, l.partner, l.flow}
		books[b] = append(books[b], uint32(i))
		all[i] = uint32(i)
	}
	for i := range g.lines {
		l := &g.lines[i]
		mirrors := books[book{l.partner, l.reporter, mirror(l.flow)}]
		if groups[l.partner] || groups[l.reporter] {
			mirrors = all
		}
		for _, j := range mirrors {
			m := &g.lines[j]
			// One reporter's exports and imports are one book.
			if m.reporter == l.reporter || m.flow != mirror(l.flow) || !m.days.overlap(l.days) {
				continue
			}
			if g.order.Overlap(l.reporter, m.partner, l.period) && g.order.Overlap(l.partner, m.reporter, l.period) {
				return g.refuse(Books, l, m)
			}
		}
	}
	return nil
}
