package check

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// sourcesOf returns the sources whose trade records satisfy keep, in order.
func (k *checker) sourcesOf(keep func(lac.TradeRecord) bool) []string {
	var ids []string
	for r := range k.data.Trade() {
		if keep(r) && !slices.Contains(ids, r.Source) {
			ids = append(ids, r.Source)
		}
	}
	slices.Sort(ids)
	return ids
}

// A book says how to read a measure in one side's statistics.
type book struct {
	flow  lac.TradeFlow
	by    lac.Dimension // the side whose members are added up
	holds func(lac.TradeRecord) bool
	label func(group lac.Area) string
	query func(group lac.Area) lac.TradeQuery
}

// ownBooks returns m on the reporter's books.
func (k *checker) ownBooks(m lac.Measure, period lac.Period) []figure {
	return k.read(m, period, book{
		flow: flowOf(m), by: lac.ByPartner,
		holds: func(r lac.TradeRecord) bool { return r.Reporter == m.Reporter },
		label: func(lac.Area) string { return name(m.Reporter) + "'s books" },
		query: func(group lac.Area) lac.TradeQuery { return lac.TradeQuery{Reporter: m.Reporter, Partner: group} },
	})
}

// mirrorBooks returns m on the partners' books: the other flow, reported by the
// members of the partner with m's reporter as their partner.
func (k *checker) mirrorBooks(m lac.Measure, period lac.Period) []figure {
	return k.read(m, period, book{
		flow: flowOf(m).Mirror(), by: lac.ByReporter,
		holds: func(r lac.TradeRecord) bool { return r.Partner == m.Reporter },
		label: func(group lac.Area) string { return name(group) + "'s own books" },
		query: func(group lac.Area) lac.TradeQuery { return lac.TradeQuery{Reporter: group, Partner: m.Reporter} },
	})
}

// read returns a book's figures from every source: by members under each
// definition of the partner, and as the source's own row for it.
func (k *checker) read(m lac.Measure, period lac.Period, b book) []figure {
	var out []figure
	for _, source := range k.sourcesOf(func(r lac.TradeRecord) bool { return b.holds(r) && period.Contains(r.Period) }) {
		covered := -1
		for _, group := range definitions(m.Partner) {
			q := b.query(group)
			q.Source, q.Period, q.Commodity = source, period, m.Commodity
			f, ok := k.byArea(q, b.flow, b.by, group, b.label(group))
			if ok && len(f.parts) > covered && !isGroup(m.Reporter) {
				covered = len(f.parts)
				out = append(out, f)
			}
			q.AsPublished = true
			if f, ok := k.ownRow(q, b.flow, group, b.label(group)); ok && isGroup(group) {
				out = append(out, f)
			}
		}
	}
	return out
}

// refuse keeps why a source's records give no figure, for the finding's notes:
// a basis never drops out in silence.
func (k *checker) refuse(source string, err error) {
	var unsafe *lac.UnsafeSumError
	if !errors.As(err, &unsafe) {
		return
	}
	if note := fmt.Sprintf("No reading of %s: %v.", source, unsafe); !slices.Contains(k.refused, note) {
		k.refused = append(k.refused, note)
	}
}

// byArea adds up a flow over the members of group. Members without a record
// make the sum a lower bound.
func (k *checker) byArea(q lac.TradeQuery, flow lac.TradeFlow, by lac.Dimension, group lac.Area, books string) (figure, bool) {
	totals, err := k.data.Totals(q, by)
	k.refuse(q.Source, err)
	if err != nil || totals.Len() == 0 {
		return figure{}, false
	}
	f := figure{parts: map[lac.Area]*big.Rat{}, partIDs: map[lac.Area][]string{}, parties: "partners"}
	if by == lac.ByReporter {
		f.parties = "reporters"
	}
	sum := new(big.Rat)
	for key, t := range totals.All() {
		area := max(key.Reporter, key.Partner)
		total, err := flowTotal(t, flow)
		if known, unit := knownOf(t, flow); unit != "" {
			sum.Add(sum, known)
			f.unit = unit
		}
		if err == nil && total.IsComplete() {
			f.parts[area] = total.Decimal().Rat()
		}
	}
	if f.unit == "" {
		return figure{}, false
	}
	records, err := k.rowsOf(q, flow)
	k.refuse(q.Source, err)
	if err != nil {
		return figure{}, false
	}
	rows := map[lac.Area][]lac.TradeRecord{}
	for _, r := range records {
		area := r.Partner
		if by == lac.ByReporter {
			area = r.Reporter
		}
		rows[area] = append(rows[area], r)
		f.partIDs[area] = append(f.partIDs[area], r.ID)
		f.records = append(f.records, r.ID)
	}
	for area := range f.parts {
		if !fills(rows[area], q.Period) {
			delete(f.parts, area)
		}
	}
	members := group.Members(q.Period.Last())
	if !isGroup(group) {
		members = []lac.Area{group}
	}
	for _, a := range members {
		if f.parts[a] == nil {
			f.missing = append(f.missing, a)
		}
	}
	f.interval = point(sum)
	definition := fmt.Sprintf("%s, %d members", name(group), len(members))
	if n := len(members) - len(f.missing); n < len(members) || len(members) == 0 {
		f.interval.Upper = unbounded
		definition = fmt.Sprintf("%s, %d of %d members with both figures", name(group), n, len(members))
		if flow != lac.Turnover {
			definition = fmt.Sprintf("%s, %d of %d members", name(group), n, len(members))
		}
	}
	if !isGroup(group) {
		definition = name(group)
	}
	f.basis, f.why = tradeBasis(q, records, books, definition), k.bar(q.Source, "")
	f.series = strings.Join([]string{"sum", books, q.Source, group.String(), string(f.unit)}, "|")
	f.steps = []string{fmt.Sprintf("%s: sum of %d records = %s", q.Period, len(f.records), amountOf(sum, f.unit))}
	return f, true
}

// ownRow returns the source's own row for a group.
func (k *checker) ownRow(q lac.TradeQuery, flow lac.TradeFlow, group lac.Area, books string) (figure, bool) {
	totals, err := k.data.Totals(q)
	k.refuse(q.Source, err)
	if err != nil || totals.Len() == 0 {
		return figure{}, false
	}
	t, _ := totals.Get(lac.TradeKey{})
	total, err := flowTotal(t, flow)
	if err != nil || !total.IsComplete() {
		return figure{}, false
	}
	records, err := k.rowsOf(q, flow)
	k.refuse(q.Source, err)
	if err != nil {
		return figure{}, false
	}
	f := figure{interval: point(total.Decimal().Rat()), unit: total.Unit()}
	for _, r := range records {
		f.records = append(f.records, r.ID)
	}
	if !fills(records, q.Period) {
		f.interval.Upper = unbounded
		f.notes = append(f.notes, fmt.Sprintf("The rows fill a part of %s only: a lower bound.", q.Period))
	}
	f.basis, f.why = tradeBasis(q, records, books, "the source's own row for "+name(group)), k.bar(q.Source, "")
	f.series = strings.Join([]string{"row", books, q.Source, group.String(), string(f.unit)}, "|")
	f.steps = []string{fmt.Sprintf("%s: sum of %d rows = %s", q.Period, len(f.records), amountOf(f.interval.Lower.value, f.unit))}
	return f, true
}

// rowsOf returns the rows behind the total of a flow: for turnover the exports
// and imports, or the published turnover where there are none of them.
func (k *checker) rowsOf(q lac.TradeQuery, flow lac.TradeFlow) ([]lac.TradeRecord, error) {
	records, err := k.data.Select(q)
	parts := func(r lac.TradeRecord) bool {
		return r.Value.IsReported() && r.Flow != lac.Turnover && partOf(r.Flow, flow)
	}
	halves := slices.ContainsFunc(records, parts)
	return slices.DeleteFunc(records, func(r lac.TradeRecord) bool {
		return !partOf(r.Flow, flow) || halves && r.Flow == lac.Turnover
	}), err
}

// fills reports whether the rows of one pair, each flow apart, fill the period: nine months of a
// year are not the year. Rows of one flow do not overlap but by being of one
// period; the guards of [lac.Dataset.Totals] see to that.
func fills(rows []lac.TradeRecord, period lac.Period) bool {
	if period.First().IsZero() || period.Last().IsZero() {
		return false
	}
	type span struct {
		flow   lac.TradeFlow
		period lac.Period
	}
	days, seen := map[lac.TradeFlow]int{}, map[span]bool{}
	for _, r := range rows {
		if s := (span{r.Flow, r.Period}); !seen[s] {
			seen[s] = true
			days[r.Flow] += r.Period.First().DaysUntil(r.Period.Last()) + 1
		}
	}
	for _, n := range days {
		if n != period.First().DaysUntil(period.Last())+1 {
			return false
		}
	}
	return len(days) > 0
}

func tradeBasis(q lac.TradeQuery, rows []lac.TradeRecord, books, definition string) Basis {
	b := Basis{Books: books, Sources: []string{q.Source}, Definition: definition, Period: q.Period}
	var valuations []string
	for _, r := range rows {
		if e := evidenceOf(r.Evidence); !slices.Contains(b.Evidence, e) {
			b.Evidence = append(b.Evidence, e)
		}
		v := fmt.Sprintf("%ss %s", r.Flow, strings.ToUpper(string(r.Valuation)))
		if r.Valuation != lac.NotStated && !slices.Contains(valuations, v) {
			valuations = append(valuations, v)
		}
	}
	slices.Sort(b.Evidence)
	slices.Sort(valuations)
	b.Valuation = strings.Join(valuations, ", ")
	return b
}

func flowTotal(t lac.TradeTotal, flow lac.TradeFlow) (lac.Total, error) {
	if flow == lac.Turnover {
		return t.Turnover()
	}
	return t.Flow(flow), nil
}

// knownOf returns what is known of a flow, even if half of a turnover is not.
func knownOf(t lac.TradeTotal, flow lac.TradeFlow) (*big.Rat, lac.Unit) {
	sum, unit := new(big.Rat), lac.Unit("")
	for _, f := range []lac.TradeFlow{lac.Export, lac.Import, lac.ReExport, lac.ReImport, lac.Turnover} {
		if part := t.Flow(f); partOf(f, flow) && part.Records > 0 {
			sum.Add(sum, part.Decimal().Rat())
			unit = part.Unit()
		}
		if f == lac.ReImport && unit != "" {
			break
		}
	}
	return sum, unit
}

func partOf(f, whole lac.TradeFlow) bool {
	return f == whole || whole == lac.Turnover && (f == lac.Export || f == lac.Import)
}
