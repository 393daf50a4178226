package lac

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac/internal/tally"
)

// refusal returns the error that says why two records must not be added up for q.
func (v *tradeView) refusal(q TradeQuery, r *tally.Refusal) error {
	a, b := v.record(r.A), v.record(r.B)
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
