package lac

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// guard applies the rules of a safe sum to the cell: it drops what a once-only
// rule leaves out and returns what must be refused.
func (c *cell) guard(q TradeQuery, byCommodity bool) error {
	slices.SortStableFunc(c.records, compareTrade)
	wanted := cmp.Or(q.Commodity, AllGoods)
	var kept []*TradeRecord
	for line := range runs(c.records, sameLine) {
		if !byCommodity {
			var err error
			if line, err = c.guardCommodity(line, wanted); err != nil {
				return err
			}
		}
		for code := range runs(line, func(a, b *TradeRecord) bool { return a.Commodity == b.Commodity }) {
			code, err := c.guardBreakdown(code)
			if err != nil {
				return err
			}
			kept = append(kept, code...)
		}
	}
	c.records = kept
	for _, check := range []func() error{c.guardUnits, c.guardSources, c.guardRegions, c.guardBooks} {
		if err := check(); err != nil {
			return err
		}
	}
	slices.SortFunc(c.records, func(a, b *TradeRecord) int { return cmp.Compare(a.ID, b.ID) })
	return nil
}

// compareTrade brings the records together that the guards compare: those of
// one flow between one pair, then of one source and period, then of one code.
func compareTrade(a, b *TradeRecord) int {
	return cmp.Or(
		cmp.Compare(a.Flow, b.Flow), a.Reporter.Compare(b.Reporter), a.Partner.Compare(b.Partner),
		cmp.Compare(a.Source, b.Source), a.Period.Compare(b.Period), a.Commodity.Compare(b.Commodity),
		cmp.Compare(a.Breakdown.depth(), b.Breakdown.depth()), compareBreakdown(a.Breakdown, b.Breakdown),
		cmp.Compare(a.ID, b.ID))
}

func compareBreakdown(a, b Breakdown) int {
	return cmp.Or(a.Partner2.Compare(b.Partner2), strings.Compare(a.Customs, b.Customs),
		strings.Compare(a.Transport, b.Transport), strings.Compare(a.Supply, b.Supply))
}

// sameLine reports whether a and b are one flow between one pair from one
// source in one period: they differ in commodity and breakdown only.
func sameLine(a, b *TradeRecord) bool {
	return samePair(a, b) && a.Source == b.Source && a.Period == b.Period
}

func samePair(a, b *TradeRecord) bool {
	return a.Flow == b.Flow && a.Reporter == b.Reporter && a.Partner == b.Partner
}

// runs yields the longest runs of records that same holds for.
func runs(records []*TradeRecord, same func(a, b *TradeRecord) bool) func(yield func([]*TradeRecord) bool) {
	return func(yield func([]*TradeRecord) bool) {
		for len(records) > 0 {
			n := 1
			for n < len(records) && same(records[0], records[n]) {
				n++
			}
			if !yield(records[:n]) {
				return
			}
			records = records[n:]
		}
	}
}

func (c *cell) exclude(r *TradeRecord, g Guard) {
	c.excluded = append(c.excluded, exclusion{r.Flow, g})
}

func refuse(g Guard, a, b *TradeRecord, format string, args ...any) error {
	return &UnsafeSumError{Guard: g, Detail: fmt.Sprintf(format, args...), Records: []string{a.ID, b.ID}}
}

// guardCommodity keeps the rows of the code wanted and leaves out finer ones; if
// there is none, the codes must all be of one edition and depth.
func (c *cell) guardCommodity(line []*TradeRecord, wanted Commodity) ([]*TradeRecord, error) {
	var exact []*TradeRecord
	for _, r := range line {
		if r.Commodity == wanted {
			exact = append(exact, r)
		}
	}
	if len(exact) > 0 {
		for _, r := range line {
			if r.Commodity != wanted {
				c.exclude(r, GuardCommodity)
			}
		}
		return exact, nil
	}
	first := line[0]
	for _, r := range line[1:] {
		if r.Commodity.Edition() != first.Commodity.Edition() || r.Commodity.Depth() != first.Commodity.Depth() {
			return nil, refuse(GuardCommodity, first, r, "%v and %v, without a row for %v", first.Commodity, r.Commodity, wanted)
		}
	}
	return line, nil
}

// guardBreakdown keeps the total among the rows of one code. Without a total,
// the rows must break it down in one and the same way.
func (c *cell) guardBreakdown(code []*TradeRecord) ([]*TradeRecord, error) {
	first := code[0]
	kept := code[:1:1]
	for i, r := range code[1:] {
		previous := code[i]
		switch {
		case r.Breakdown == previous.Breakdown && r.Value == previous.Value:
			c.exclude(r, GuardDuplicate)
		case r.Breakdown == previous.Breakdown:
			return nil, refuse(GuardDuplicate, previous, r, "%v and %v for one figure", previous.Value, r.Value)
		case first.Breakdown == Breakdown{}:
			c.exclude(r, GuardBreakdown)
		case !sameShape(first.Breakdown, r.Breakdown):
			return nil, refuse(GuardBreakdown, first, r, "two breakdowns of a total that is not there")
		default:
			kept = append(kept, r)
		}
	}
	return kept, nil
}

// sameShape reports whether a and b break a total down in the same ways.
func sameShape(a, b Breakdown) bool {
	return (a.Partner2 == 0) == (b.Partner2 == 0) && (a.Customs == "") == (b.Customs == "") &&
		(a.Transport == "") == (b.Transport == "") && (a.Supply == "") == (b.Supply == "")
}

// guardUnits refuses two currencies in a cell and two valuations in a flow.
func (c *cell) guardUnits() error {
	var any *TradeRecord
	flows := map[TradeFlow]*TradeRecord{}
	for _, r := range c.records {
		if !r.Value.IsReported() {
			continue
		}
		if any == nil {
			any = r
		}
		if any.Value.currency != r.Value.currency {
			return &UnsafeSumError{Guard: GuardCurrency, Detail: fmt.Sprintf("%v and %v", any.Value.currency, r.Value.currency),
				Records: []string{any.ID, r.ID}, Err: ErrCurrencyMismatch}
		}
		first := flows[r.Flow]
		if first == nil {
			first, flows[r.Flow] = r, r
		}
		if first.Valuation != r.Valuation {
			return refuse(GuardValuation, first, r, "%s valued %q and %q", r.Flow, first.Valuation, r.Valuation)
		}
	}
	return nil
}

// guardSources refuses one flow between one pair from two sources, or over
// periods that overlap.
func (c *cell) guardSources() error {
	for pair := range runs(c.records, samePair) {
		byPeriod := slices.Clone(pair)
		slices.SortFunc(byPeriod, func(a, b *TradeRecord) int {
			return cmp.Or(a.Period.Compare(b.Period), cmp.Compare(a.ID, b.ID))
		})
		latest := byPeriod[0]
		for _, r := range byPeriod[1:] {
			if latest.Period.Overlaps(r.Period) {
				if latest.Source != r.Source {
					return refuse(GuardSources, latest, r, "%s and %s both give %v's %ss with %v in %v",
						latest.Source, r.Source, r.Reporter, r.Flow, r.Partner, r.Period)
				}
				if latest.Period != r.Period {
					return refuse(GuardPeriod, latest, r, "%v and %v", latest.Period, r.Period)
				}
			}
			if r.Period.last.After(latest.Period.last) {
				latest = r
			}
		}
	}
	return nil
}

// guardRegions refuses a group's row beside rows of what it contains, as
// partner or as reporter, and beside rows of a group that shares a member.
func (c *cell) guardRegions() error {
	lines := c.lines()
	for _, r := range lines {
		if isGroup(r.Partner) || isGroup(r.Reporter) {
			for _, other := range lines {
				if r.Flow != other.Flow || r.Reporter == other.Reporter && r.Partner == other.Partner || !r.Period.Overlaps(other.Period) {
					continue
				}
				on := r.Period.Last()
				if overlap(r.Reporter, other.Reporter, on) && overlap(r.Partner, other.Partner, on) {
					return refuse(GuardRegion, r, other, "%v's %ss with %v and %v's with %v have trade in common",
						r.Reporter, r.Flow, r.Partner, other.Reporter, other.Partner)
				}
			}
		}
	}
	return nil
}

// lines returns one record of each line: what is true of where it stands is
// true of all the codes and breakdowns of the line.
func (c *cell) lines() []*TradeRecord {
	var lines []*TradeRecord
	for line := range runs(c.records, sameLine) {
		lines = append(lines, line[0])
	}
	return lines
}

func isGroup(a Area) bool { return a.IsRegion() || a.IsBloc() }

// overlap reports whether a and b have an area in common on a day.
func overlap(a, b Area, on Date) bool {
	if a == b || a.Contains(b, on) || b.Contains(a, on) {
		return true
	}
	if isGroup(a) && isGroup(b) {
		for _, m := range a.Members(on) {
			if b.Contains(m, on) {
				return true
			}
		}
	}
	return false
}

// guardBooks refuses a flow that both partners' books hold: one side's exports
// with the other side's imports. A group's book holds its members'.
func (c *cell) guardBooks() error {
	type line struct {
		reporter, partner Area
		flow              TradeFlow
	}
	books := map[line][]*TradeRecord{}
	lines := c.lines()
	for _, r := range lines {
		l := line{r.Reporter, r.Partner, r.Flow}
		books[l] = append(books[l], r)
	}
	for _, r := range lines {
		mirrors := books[line{r.Partner, r.Reporter, r.Flow.Mirror()}]
		if isGroup(r.Partner) || isGroup(r.Reporter) {
			mirrors = lines
		}
		for _, m := range mirrors {
			// One reporter's exports and imports are one book.
			if m.Reporter == r.Reporter || m.Flow != r.Flow.Mirror() || !m.Period.Overlaps(r.Period) {
				continue
			}
			on := r.Period.Last()
			if overlap(r.Reporter, m.Partner, on) && overlap(r.Partner, m.Reporter, on) {
				return refuse(GuardBooks, r, m, "%v's %ss and %v's %ss of the same trade in %v",
					r.Reporter, r.Flow, m.Reporter, m.Flow, r.Period)
			}
		}
	}
	return nil
}
