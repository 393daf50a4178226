package lac

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac/internal/tally"
)

// refusal returns the error that says why two records must not be added up.
func (p *tradePlan) refusal(r *tally.Refusal) error {
	a, b := p.view.record(r.A), p.view.record(r.B)
	q := p.asked.q
	refuse := func(g Guard, format string, args ...any) *UnsafeSumError {
		return &UnsafeSumError{Guard: g, Detail: fmt.Sprintf(format, args...), Records: []string{a.ID, b.ID}}
	}
	switch r.Rule {
	case tally.Levels:
		return refuse(GuardCommodity, "%v and %v, without a row for %v", a.Commodity, b.Commodity, wantedCommodity(q))
	case tally.Differ:
		return refuse(GuardDuplicate, "%s and %s for one figure", figures(&a), figures(&b))
	case tally.Forgotten:
		err := refuse(GuardDuplicate, "%v comes twice, far apart, and a stream has forgotten what one of both says", b.Commodity)
		err.Remedy = "read the records into a table, and ask a dataset of it"
		return err
	case tally.Breakdowns:
		return refuse(GuardBreakdown, "two breakdowns of a total that is not there")
	case tally.Units:
		err := mixedUnits(q.Figure.of(&a).unit, q.Figure.of(&b).unit).(*UnsafeSumError)
		err.Records = []string{a.ID, b.ID}
		return err
	case tally.Valuations:
		return refuse(GuardValuation, "%s valued %q and %q", b.Flow, a.Valuation, b.Valuation)
	case tally.Sources:
		return refuse(GuardSources, "%s and %s both give %v's %ss with %v in %v", a.Source, b.Source, b.Reporter, b.Flow, b.Partner, b.Period)
	case tally.Overlap:
		return refuse(GuardPeriod, "%v and %v", a.Period, b.Period)
	case tally.Region:
		err := refuse(GuardRegion, "%v's %ss with %v and %v's with %v have trade in common", a.Reporter, a.Flow, a.Partner, b.Reporter, b.Partner)
		err.Remedy = regionRemedy(&a, &b)
		return err
	}
	return refuse(GuardBooks, "%v's %ss and %v's %ss of the same trade in %v", a.Reporter, a.Flow, b.Reporter, b.Flow, a.Period)
}

// figures returns the value, or all figures of records whose values agree.
func figures(r *TradeRecord) string {
	s := r.Value.String()
	if r.NetWeight.IsReported() {
		s += ", " + r.NetWeight.String()
	}
	if r.Quantity.IsReported() {
		s += ", " + r.Quantity.String()
	}
	return s
}

// regionRemedy returns what to ask instead of a sum of both, of which r is of a
// group's row.
func regionRemedy(r, other *TradeRecord) string {
	side, group := "Partner", r.Partner
	if r.Partner == other.Partner || !isSeveral(r.Partner) {
		side, group = "Reporter", r.Reporter
	}
	if !isGroup(group) {
		return fmt.Sprintf("leave %v out, or the areas that it is made of: add By%s and add up those that are apart", group, side)
	}
	if group == World {
		return fmt.Sprintf("set %s to World with AsPublished, or leave World out: ask for each %s, or for a group of them", side, strings.ToLower(side))
	}
	return fmt.Sprintf("set %s to %v, which leaves its own row out, or with AsPublished to take that row alone", side, group)
}

// unions are statistical areas of UN Comtrade that are several countries together,
// and countries of which it has parts.
var unions = map[Area][]Area{
	numbered | 58:          {'B'<<16 | 'E'<<8 | 'L', 'L'<<16 | 'U'<<8 | 'X'},                         // Belgium-Luxembourg
	numbered | 717:         {'M'<<16 | 'W'<<8 | 'I', 'Z'<<16 | 'M'<<8 | 'B', 'Z'<<16 | 'W'<<8 | 'E'}, // Rhodesia and Nyasaland
	numbered | 830:         {'G'<<16 | 'G'<<8 | 'Y', 'J'<<16 | 'E'<<8 | 'Y'},                         // Channel Islands
	'M'<<16 | 'Y'<<8 | 'S': {numbered | 457, numbered | 459, numbered | 461},                         // Malaysia: Sarawak, its peninsula, Sabah
	'T'<<16 | 'Z'<<8 | 'A': {numbered | 835, numbered | 836},                                         // Tanzania: Tanganyika, Zanzibar
}

// isSeveral reports whether an area may have others in it.
func isSeveral(a Area) bool { return isGroup(a) || unions[a] != nil }

func isGroup(a Area) bool { return a.IsRegion() || a.IsBloc() }

// overlap reports whether a and b have an area in common on a day.
func overlap(a, b Area, on Date) bool {
	if a == b || a.Contains(b, on) || b.Contains(a, on) || slices.Contains(unions[a], b) || slices.Contains(unions[b], a) {
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

// A commodityLevel is what codes must share to be added up.
type commodityLevel struct {
	edition string
	depth   int
}

func (c Commodity) level() commodityLevel { return commodityLevel{c.Edition(), c.Depth()} }

// compareBreakdown puts the total first, then what breaks it down in the fewest ways.
func compareBreakdown(a, b Breakdown) int {
	return cmp.Or(cmp.Compare(a.depth(), b.depth()), a.Partner2.Compare(b.Partner2), strings.Compare(a.Customs, b.Customs),
		strings.Compare(a.Transport, b.Transport), strings.Compare(a.Supply, b.Supply), strings.Compare(a.Detail, b.Detail))
}

// holds reports whether b is of a mode of transport that has own's in it, and else
// the same: UN Comtrade prints 2000, water, beside 2100, sea. Its codes have four
// digits, of which those at the end are zero in a code that has others in it.
func (b Breakdown) holds(own Breakdown) bool {
	wide := strings.TrimRight(b.Transport, "0")
	if len(b.Transport) != 4 || len(own.Transport) != 4 || wide == "" || b.Transport == own.Transport || !strings.HasPrefix(own.Transport, wide) {
		return false
	}
	own.Transport = b.Transport
	return b == own
}
