package lac

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// The rules as they are defined: record by record. Package tally applies them to
// numbers, and must give the same.

// compareTrade brings the records together that the guards compare: those of
// one flow between one pair, then of one source and period, then of one code.
func compareTrade(a, b *TradeRecord) int {
	return cmp.Or(
		cmp.Compare(a.Flow, b.Flow), a.Reporter.Compare(b.Reporter), a.Partner.Compare(b.Partner),
		cmp.Compare(a.Source, b.Source), a.Period.Compare(b.Period), a.Commodity.Compare(b.Commodity),
		compareBreakdown(a.Breakdown, b.Breakdown), compareID(a.ID, b.ID))
}

// runs yields the longest runs of elements that same holds for.
func runs[T any](all []T, same func(a, b T) bool) func(yield func([]T) bool) {
	return func(yield func([]T) bool) {
		for len(all) > 0 {
			n := 1
			for n < len(all) && same(all[0], all[n]) {
				n++
			}
			if !yield(all[:n]) {
				return
			}
			all = all[n:]
		}
	}
}

func refuse(g Guard, a, b, format string, args ...any) *UnsafeSumError {
	return &UnsafeSumError{Guard: g, Detail: fmt.Sprintf(format, args...), Records: []string{a, b}}
}

// guardLine applies the rules that hold within a line to its records, which are
// in the order of [compareTrade]. It tells exclude what a once-only rule leaves
// out, and returns what is kept or why the sum must be refused. Without a wanted
// commodity every code is kept.
func guardLine(line []*TradeRecord, wanted Commodity, exclude func(*TradeRecord, Guard)) ([]*TradeRecord, error) {
	var err error
	if wanted != 0 {
		if line, err = guardCommodity(line, wanted, exclude); err != nil {
			return nil, err
		}
	}
	var kept []*TradeRecord
	for code := range runs(line, func(a, b *TradeRecord) bool { return a.Commodity == b.Commodity }) {
		if code, err = guardBreakdown(code, exclude); err != nil {
			return nil, err
		}
		kept = append(kept, code...)
	}
	return kept, nil
}

// guardCommodity keeps the rows of the code wanted and leaves out finer ones; if
// there is none, the codes must all be of one edition and depth.
func guardCommodity(line []*TradeRecord, wanted Commodity, exclude func(*TradeRecord, Guard)) ([]*TradeRecord, error) {
	var exact []*TradeRecord
	for _, r := range line {
		if r.Commodity == wanted {
			exact = append(exact, r)
		}
	}
	if len(exact) > 0 {
		for _, r := range line {
			if r.Commodity != wanted {
				exclude(r, GuardCommodity)
			}
		}
		return exact, nil
	}
	first := line[0]
	for _, r := range line[1:] {
		if r.Commodity.level() != first.Commodity.level() {
			return nil, refuse(GuardCommodity, first.ID, r.ID, "%v and %v, without a row for %v", first.Commodity, r.Commodity, wanted)
		}
	}
	return line, nil
}

// guardBreakdown keeps the total among the rows of one code. Without a total,
// the rows must break it down in one and the same way.
func guardBreakdown(code []*TradeRecord, exclude func(*TradeRecord, Guard)) ([]*TradeRecord, error) {
	first := code[0]
	kept := code[:1:1]
	for i, r := range code[1:] {
		previous := code[i]
		switch rule := nextRow(first.Breakdown, kept[len(kept)-1].Breakdown, previous.Breakdown, r.Breakdown, sameFigures(previous, r)); rule {
		case rowKept:
			kept = append(kept, r)
		case rowRepeated:
			exclude(r, GuardDuplicate)
		case rowPart:
			exclude(r, GuardBreakdown)
		case rowDiffers:
			return nil, refuse(GuardDuplicate, previous.ID, r.ID, "%s and %s for one figure", figures(previous), figures(r))
		case rowShape:
			return nil, refuse(GuardBreakdown, first.ID, r.ID, "two breakdowns of a total that is not there")
		}
	}
	return kept, nil
}

// A rowRule is what becomes of a row among the rows of one code in one line.
type rowRule uint8

const (
	rowKept     rowRule = iota
	rowRepeated         // says again what the row before says
	rowPart             // of a total that is there
	rowDiffers          // refused: another figure for what the row before says
	rowShape            // refused: another breakdown of a total that is not there
)

// nextRow returns the rule for a row, given the breakdowns of the code's first
// row, of the last that is kept, of the row before and its own.
func nextRow(first, kept, previous, own Breakdown, sameFigures bool) rowRule {
	switch {
	case own == previous && sameFigures:
		return rowRepeated
	case own == previous:
		return rowDiffers
	case first == Breakdown{} || kept.holds(own):
		return rowPart
	case !sameShape(first, own):
		return rowShape
	}
	return rowKept
}

func sameFigures(a, b *TradeRecord) bool {
	return a.Value == b.Value && a.NetWeight == b.NetWeight && a.Quantity == b.Quantity
}

// sameShape reports whether a and b break a total down in the same ways.
func sameShape(a, b Breakdown) bool {
	return (a.Partner2 == 0) == (b.Partner2 == 0) && (a.Customs == "") == (b.Customs == "") &&
		(a.Transport == "") == (b.Transport == "") && (a.Supply == "") == (b.Supply == "") && (a.Detail == "") == (b.Detail == "")
}

// A unitGuard refuses two units in a cell and two valuations in a flow.
type unitGuard struct {
	any   *TradeRecord
	flows map[TradeFlow]*TradeRecord
}

// check looks at the next record of the cell.
func (g *unitGuard) check(r *TradeRecord, f Figure) error {
	u := f.of(r)
	if !u.IsReported() {
		return nil
	}
	if g.any == nil {
		g.any, g.flows = r, map[TradeFlow]*TradeRecord{}
	}
	if first := f.of(g.any); first.unit != u.unit {
		err := mixedUnits(first.unit, u.unit).(*UnsafeSumError)
		err.Records = []string{g.any.ID, r.ID}
		return err
	}
	first := g.flows[r.Flow]
	if first == nil {
		first, g.flows[r.Flow] = r, r
	}
	if f == FigureValue && first.Valuation != r.Valuation {
		return refuse(GuardValuation, first.ID, r.ID, "%s valued %q and %q", r.Flow, first.Valuation, r.Valuation)
	}
	return nil
}

// A line is the records of one flow between one pair from one source in one
// period, which differ in commodity and breakdown only. What is true of where it
// stands is true of all of them.
type line struct {
	flow              TradeFlow
	reporter, partner Area
	source            string
	period            Period
	id                func() string // of its first record
}

func lineOf(r *TradeRecord) line {
	return line{r.Flow, r.Reporter, r.Partner, r.Source, r.Period, func() string { return r.ID }}
}

func sameLine(a, b line) bool { return samePair(a, b) && a.source == b.source && a.period == b.period }

func samePair(a, b line) bool {
	return a.flow == b.flow && a.reporter == b.reporter && a.partner == b.partner
}

// guardSources refuses one flow between one pair from two sources, or over
// periods that overlap. The lines are in order.
func guardSources(lines []line) error {
	for pair := range runs(lines, samePair) {
		byPeriod := slices.Clone(pair)
		slices.SortStableFunc(byPeriod, func(a, b line) int { return a.period.Compare(b.period) })
		latest := byPeriod[0]
		for _, l := range byPeriod[1:] {
			if latest.period.Overlaps(l.period) {
				if latest.source != l.source {
					return refuse(GuardSources, latest.id(), l.id(), "%s and %s both give %v's %ss with %v in %v",
						latest.source, l.source, l.reporter, l.flow, l.partner, l.period)
				}
				if latest.period != l.period {
					return refuse(GuardPeriod, latest.id(), l.id(), "%v and %v", latest.period, l.period)
				}
			}
			if l.period.last.After(latest.period.last) {
				latest = l
			}
		}
	}
	return nil
}

// guardRegions refuses a group's row beside rows of what it contains, as
// partner or as reporter, and beside rows of a group that shares a member.
func guardRegions(lines []line) error {
	for _, l := range lines {
		if !isSeveral(l.partner) && !isSeveral(l.reporter) {
			continue
		}
		for _, other := range lines {
			if l.flow != other.flow || l.reporter == other.reporter && l.partner == other.partner || !l.period.Overlaps(other.period) {
				continue
			}
			on := l.period.Last()
			if overlap(l.reporter, other.reporter, on) && overlap(l.partner, other.partner, on) {
				err := refuse(GuardRegion, l.id(), other.id(), "%v's %ss with %v and %v's with %v have trade in common",
					l.reporter, l.flow, l.partner, other.reporter, other.partner)
				err.Remedy = plainRemedy(l, other)
				return err
			}
		}
	}
	return nil
}

// guardBooks refuses a flow that both partners' books hold: one side's exports
// with the other side's imports. A group's book holds its members'.
func guardBooks(lines []line) error {
	type book struct {
		reporter, partner Area
		flow              TradeFlow
	}
	books := map[book][]line{}
	for _, l := range lines {
		b := book{l.reporter, l.partner, l.flow}
		books[b] = append(books[b], l)
	}
	for _, l := range lines {
		mirrors := books[book{l.partner, l.reporter, l.flow.Mirror()}]
		if isSeveral(l.partner) || isSeveral(l.reporter) {
			mirrors = lines
		}
		for _, m := range mirrors {
			// One reporter's exports and imports are one book.
			if m.reporter == l.reporter || m.flow != l.flow.Mirror() || !m.period.Overlaps(l.period) {
				continue
			}
			on := l.period.Last()
			if overlap(l.reporter, m.partner, on) && overlap(l.partner, m.reporter, on) {
				return refuse(GuardBooks, l.id(), m.id(), "%v's %ss and %v's %ss of the same trade in %v",
					l.reporter, l.flow, m.reporter, m.flow, l.period)
			}
		}
	}
	return nil
}

// plainRemedy returns what to ask instead of a sum of both lines, of which l is a
// group's.
func plainRemedy(l, other line) string {
	side, group := "Partner", l.partner
	if l.partner == other.partner || !isSeveral(l.partner) {
		side, group = "Reporter", l.reporter
	}
	if !isGroup(group) {
		return fmt.Sprintf("leave %v out, or the areas that it is made of: add By%s and add up those that are apart", group, side)
	}
	if group == World {
		return fmt.Sprintf("set %s to World with AsPublished, or leave World out: ask for each %s, or for a group of them", side, strings.ToLower(side))
	}
	return fmt.Sprintf("set %s to %v, which leaves its own row out, or with AsPublished to take that row alone", side, group)
}

// guardLines applies the rules between the lines of one key.
func guardLines(lines []line) error {
	return cmp.Or(guardSources(lines), guardRegions(lines), guardBooks(lines))
}
