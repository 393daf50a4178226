package check

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// A book says how to read a measure in one side's statistics.
type book struct {
	flow    lac.TradeFlow
	parties string // what the areas that are added up are
	trade   *traded
	holds   func(span) bool
	party   func(lac.TradeRecord) lac.Area // the side whose members are added up
	label   func(group lac.Area) string
	query   func(group lac.Area) lac.TradeQuery
}

// ownBooks returns m on the reporter's books.
func (k *checker) ownBooks(m lac.Measure, period lac.Period) []figure {
	return k.read(m, period, book{
		flow: flowOf(m), parties: "partners", trade: k.ev.between(m.Reporter, m.Partner, period),
		holds: func(s span) bool { return s.reporter == m.Reporter },
		party: func(r lac.TradeRecord) lac.Area { return r.Partner },
		label: func(lac.Area) string {
			if isGroup(m.Reporter) {
				return name(m.Reporter) + "'s own books" // as where they are read from the other side
			}
			return name(m.Reporter) + "'s books"
		},
		query: func(group lac.Area) lac.TradeQuery { return lac.TradeQuery{Reporter: m.Reporter, Partner: group} },
	})
}

// mirrorBooks returns m on the partners' books: the other flow, reported by the
// members of the partner with m's reporter as their partner.
func (k *checker) mirrorBooks(m lac.Measure, period lac.Period) []figure {
	return k.read(m, period, book{
		flow: flowOf(m).Mirror(), parties: "reporters", trade: k.ev.between(m.Partner, m.Reporter, period),
		holds: func(s span) bool { return s.partner == m.Reporter },
		party: func(r lac.TradeRecord) lac.Area { return r.Reporter },
		label: func(group lac.Area) string { return name(group) + "'s own books" },
		query: func(group lac.Area) lac.TradeQuery { return lac.TradeQuery{Reporter: group, Partner: m.Reporter} },
	})
}

// read returns a book's figures from every source: by members under each
// definition of the partner that its records tell apart, and as the source's own
// row for it.
func (k *checker) read(m lac.Measure, period lac.Period, b book) []figure {
	var out []figure
	for _, source := range b.trade.sources(b.holds) {
		covered := -1
		for _, group := range definitions(m.Partner) {
			q := b.query(group)
			q.Source, q.Period, q.Commodity = source, period, m.Commodity
			whole := q
			whole.AsPublished = true
			row, printed := figure{}, false
			if isGroup(group) {
				row, printed = k.ownRow(b, whole, group)
			}
			// Nobody lists all the world: where its row is printed, it is the world.
			if !isGroup(m.Reporter) && !(printed && group == lac.World) {
				if f, ok := k.byArea(b, q, group); ok && len(f.parts) > covered {
					covered = len(f.parts)
					out = append(out, f)
				}
			}
			if printed {
				out = append(out, row)
			}
		}
	}
	return out
}

// refuse keeps why a source's records give no figure, for the finding's notes:
// a basis never drops out in silence.
func (k *checker) refuse(source string, err error) {
	var unsafe *lac.UnsafeSumError
	if !errors.As(err, &unsafe) && !errors.Is(err, lac.ErrCurrencyMismatch) {
		return
	}
	if unsafe != nil {
		err = unsafe
	}
	k.note([]string{fmt.Sprintf("No reading of %s: %v.", source, err)})
}

// An areaRows is the rows of one area in a book.
type areaRows struct {
	rows    []lac.TradeRecord // with a value
	missing bool              // one has none
}

// byParty returns the rows that q selects by the area that b adds up, with the
// currency that all values are in. ok is false if there are none.
func (k *checker) byParty(b book, q lac.TradeQuery) (rows map[lac.Area]areaRows, unit lac.Unit, ok bool) {
	records, err := b.trade.Select(q)
	rows = map[lac.Area]areaRows{}
	for _, r := range records {
		if !partOf(r.Flow, b.flow) {
			continue
		}
		a := rows[b.party(r)]
		if r.Value.IsReported() {
			u := r.Value.Quantity().Unit()
			if unit != "" && u != unit && err == nil {
				err = fmt.Errorf("values in %s and %s: %w", unit, u, lac.ErrCurrencyMismatch)
			}
			unit = u
			a.rows = append(a.rows, r)
		} else {
			a.missing = true
		}
		rows[b.party(r)] = a
	}
	k.refuse(q.Source, err)
	return rows, unit, err == nil && unit != ""
}

// value adds up an area's rows of a flow, or for turnover its exports and
// imports, or the published turnover where there are none of them. whole is false
// if a value, a flow or a part of the period is missing; where the scope is
// declared complete, what is not recorded is none.
func (a areaRows) value(flow lac.TradeFlow, period lac.Period, complete bool) (p part, rows []lac.TradeRecord, whole bool) {
	rows = a.rows
	wanted := 1
	if flow == lac.Turnover {
		apart := func(r lac.TradeRecord) bool { return r.Flow == lac.Turnover }
		if halves := slices.DeleteFunc(slices.Clone(rows), apart); len(halves) > 0 {
			rows, wanted = halves, 2
		}
	}
	p.sum = new(big.Rat)
	for _, r := range rows {
		v := r.Value.Amount().Rat()
		p.sum.Add(p.sum, v)
		p.operands = append(p.operands, Operand{Record: r.ID, Value: interval.Point(v)})
	}
	return p, rows, !a.missing && (complete || fills(rows, period, wanted))
}

// byArea adds up a flow over the members of group. Members without a record
// make the sum a lower bound.
func (k *checker) byArea(b book, q lac.TradeQuery, group lac.Area) (figure, bool) {
	areas, unit, ok := k.byParty(b, q)
	if !ok {
		return figure{}, false
	}
	reason, complete := k.policy.complete(q.Source, q.Period)
	f := figure{parts: map[lac.Area]part{}, parties: b.parties, unit: unit, query: &q}
	sum := part{sum: new(big.Rat)}
	var rows []lac.TradeRecord
	for _, area := range sortedAreas(areas) {
		p, used, whole := areas[area].value(b.flow, q.Period, complete)
		rows = append(rows, used...)
		sum.sum.Add(sum.sum, p.sum)
		sum.operands = append(sum.operands, p.operands...)
		if whole {
			f.parts[area] = p
		} else {
			f.others = append(f.others, area)
		}
	}
	members := group.Members(q.Period.Last())
	if !isGroup(group) {
		members = []lac.Area{group}
	}
	for _, a := range members {
		_, known := f.parts[a]
		if _, recorded := areas[a]; !known && complete && !recorded {
			f.parts[a], known = part{sum: new(big.Rat)}, true
		}
		if !known {
			f.missing = append(f.missing, a)
		}
	}
	for _, o := range sum.operands {
		f.records = append(f.records, o.Record)
	}
	f.interval = interval.Point(sum.sum)
	f.work = f.work.then(OpSum, f.interval, unit, fmt.Sprintf("%s: sum of %d records = %s", q.Period, len(sum.operands), amountOf(sum.sum, unit)), sum.operands...)
	definition := fmt.Sprintf("%s, %d members", name(group), len(members))
	if n := len(members) - len(f.missing); n < len(members) || len(members) == 0 {
		f.bound(fmt.Sprintf("a lower bound: %d of %d members", n, len(members)))
		definition = fmt.Sprintf("%s, %d of %d members with both figures", name(group), n, len(members))
		if b.flow != lac.Turnover {
			definition = fmt.Sprintf("%s, %d of %d members", name(group), n, len(members))
		}
	}
	if !isGroup(group) {
		definition = name(group)
	}
	if complete {
		f.notes = append(f.notes, fmt.Sprintf("%s is declared complete, so missing means none: %s.", q.Source, reason))
	}
	f.basis, f.why = tradeBasis(q, rows, b.label(group), definition), k.bar(q.Source, "")
	f.vintages = strings.Join([]string{"sum", f.basis.Books, group.String(), f.basis.Valuation, string(unit)}, "|")
	f.series = f.vintages + "|" + q.Source
	return f, true
}

// ownRow returns the source's own row for a group.
func (k *checker) ownRow(b book, q lac.TradeQuery, group lac.Area) (figure, bool) {
	areas, unit, ok := k.byParty(b, q)
	if !ok {
		return figure{}, false
	}
	p, rows, whole := areas[group].value(b.flow, q.Period, false)
	if len(rows) == 0 {
		return figure{}, false
	}
	f := figure{interval: interval.Point(p.sum), unit: unit}
	for _, o := range p.operands {
		f.records = append(f.records, o.Record)
	}
	f.work = f.work.then(OpSum, f.interval, unit, fmt.Sprintf("%s: sum of %d rows = %s", q.Period, len(p.operands), amountOf(p.sum, unit)), p.operands...)
	if !whole {
		f.bound("a lower bound: the rows are a part")
		f.notes = append(f.notes, fmt.Sprintf("The rows are a part of the flows or of %s only: a lower bound.", q.Period))
	}
	f.basis, f.why = tradeBasis(q, rows, b.label(group), "the source's own row for "+name(group)), k.bar(q.Source, "")
	f.vintages = strings.Join([]string{"row", f.basis.Books, group.String(), f.basis.Valuation, string(unit)}, "|")
	f.series = f.vintages + "|" + q.Source
	return f, true
}

// bound makes a figure the least that it can be.
func (f *figure) bound(text string) {
	f.interval.Upper = interval.Bound{}
	f.work = f.work.then(OpBound, f.interval, f.unit, text, f.work.last())
}

// fills reports whether the rows of one pair fill the period in as many flows as
// are wanted: nine months of a year are not the year. Rows of one flow do not
// overlap but by being of one period; the guards of [lac.Dataset.Totals] see to
// that.
func fills(rows []lac.TradeRecord, period lac.Period, flows int) bool {
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
	return len(days) == flows
}

func tradeBasis(q lac.TradeQuery, rows []lac.TradeRecord, books, definition string) Basis {
	b := Basis{Books: books, Reporter: q.Reporter, Sources: []string{q.Source}, Definition: definition, Period: q.Period}
	var valuations []string
	for _, r := range rows {
		if e := evidenceOf(r.Evidence); !slices.Contains(b.Evidence, e) {
			b.Evidence = append(b.Evidence, e)
		}
		if v := valued(r); v != "" && !slices.Contains(valuations, v) {
			valuations = append(valuations, v)
		}
	}
	slices.Sort(b.Evidence)
	slices.Sort(valuations)
	b.Valuation = strings.Join(valuations, ", ")
	return b
}

// valued returns a record's flow and valuation in words; empty if the valuation
// is not stated.
func valued(r lac.TradeRecord) string {
	if r.Valuation == lac.NotStated {
		return ""
	}
	return fmt.Sprintf("%ss %s", r.Flow, strings.ToUpper(string(r.Valuation)))
}

func partOf(f, whole lac.TradeFlow) bool {
	return f == whole || whole == lac.Turnover && (f == lac.Export || f == lac.Import)
}

// sortedAreas returns the keys of a map in order.
func sortedAreas[V any](m map[lac.Area]V) []lac.Area {
	areas := make([]lac.Area, 0, len(m))
	for a := range m {
		areas = append(areas, a)
	}
	slices.Sort(areas)
	return areas
}
