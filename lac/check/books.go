package check

import (
	"cmp"
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
	figs := k.readAs(m, m.Commodity, period, b)
	for _, code := range otherEditions(m.Commodity) {
		if len(figs) > 0 {
			break
		}
		figs = k.readAs(m, code, period, b)
		inEdition(figs, m.Commodity, code)
	}
	if len(figs) == 0 && len(otherEditions(m.Commodity)) == 0 {
		for _, code := range sameCode(m.Commodity) {
			if len(k.readAs(m, code, period, b)) > 0 {
				k.note([]string{fmt.Sprintf("%v is recorded as %v, a code that may be of other goods.", period, code)})
			}
		}
	}
	return figs
}

// readAs is read of the goods of a code, which stands for that of the measure.
func (k *checker) readAs(m lac.Measure, code lac.Commodity, period lac.Period, b book) []figure {
	var out []figure
	var questions []scope
	for _, source := range b.trade.sources(b.holds) {
		if questions == nil {
			questions = asked(m, period)
		}
		covered := -1
		for _, group := range definitions(m.Partner, period) {
			q := b.query(group.area)
			q.Source, q.Period, q.Commodity, q.Figure = source, period, code, m.Figure
			whole := q
			whole.AsPublished = true
			row, printed := figure{}, false
			if isGroup(group.area) && len(group.without) == 0 {
				row, printed = k.ownRow(b, whole, m)
			}
			// Nobody lists all the world: where its row is printed, it is the world.
			if !isGroup(m.Reporter) && !(printed && group.area == lac.World) {
				if f, ok := k.byArea(b, q, group, m); ok && (len(f.parts) > covered || len(group.without) > 0) {
					covered = len(f.parts)
					f.place(questions)
					out = append(out, f)
				}
			}
			if printed {
				row.place(questions)
				out = append(out, row)
			}
		}
	}
	return out
}

// An areaRows is the rows of one area in a book.
type areaRows struct {
	rows    []lac.TradeRecord // with a value
	missing bool              // one has none
}

// isOverlap reports whether a sum is refused for periods that overlap.
func isOverlap(err error) bool {
	var unsafe *lac.UnsafeSumError
	return errors.As(err, &unsafe) && unsafe.Guard == lac.GuardPeriod
}

// byParty returns the rows that q selects by the area that b adds up, with the
// currency that all values are in. ok is false if there are none. Of a year and its
// months it takes the year's rows, and of periods that overlap else the longest that do
// not: quarters before their months.
func (k *checker) byParty(b book, q lac.TradeQuery) (rows map[lac.Area]areaRows, unit lac.Unit, ok bool) {
	records, err := b.trade.Select(q)
	if isOverlap(err) && b.flow != lac.Turnover {
		q.Flow = b.flow // of which the periods may be apart
		records, err = b.trade.Select(q)
	}
	if isOverlap(err) {
		records, err = nil, nil
		for _, period := range b.trade.apart(q.Source, q.Period) {
			q.Period, q.Whole = period, true
			more, e := b.trade.Select(q)
			records, err = append(records, more...), cmp.Or(err, e)
		}
	}
	rows = map[lac.Area]areaRows{}
	for _, r := range records {
		if !partOf(r.Flow, b.flow) {
			continue
		}
		a := rows[b.party(r)]
		if v := amountIn(r, q.Figure); v.IsReported() {
			u := v.Unit()
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

// amountIn returns the figure of a record that is added up.
func amountIn(r lac.TradeRecord, f lac.Figure) lac.Quantity {
	switch f {
	case lac.FigureNetWeight:
		return r.NetWeight
	case lac.FigureQuantity:
		return r.Quantity
	}
	return r.Value.Quantity()
}

// value adds up an area's rows of a flow, or for turnover its exports and
// imports, or the published turnover where there are none of them. lacks says which
// value, flow, part of the goods or of the period is missing; where the scope is
// declared complete, what is not recorded is none.
func (a areaRows) value(q lac.TradeQuery, flow lac.TradeFlow, complete bool) (p part, rows []lac.TradeRecord, lacks []lack) {
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
		v := amountIn(r, q.Figure).Amount().Rat()
		p.sum.Add(p.sum, v)
		p.operands = append(p.operands, Operand{Record: r.ID, Value: interval.Point(v)})
	}
	if a.missing {
		lacks = append(lacks, lack{ofValue, "a record has no value"})
	}
	if !complete {
		lacks = append(lacks, unfilled(rows, q.Period, wanted)...)
		lacks = append(lacks, someGoods(rows, cmp.Or(q.Commodity, lac.AllGoods))...)
	}
	return p, rows, lacks
}

// byArea adds up a flow over the members of group. Members without a record
// make the sum a lower bound.
func (k *checker) byArea(b book, q lac.TradeQuery, group meaning, m lac.Measure) (figure, bool) {
	areas, unit, ok := k.byParty(b, q)
	if !ok {
		return figure{}, false
	}
	for _, a := range group.without {
		delete(areas, a)
	}
	if len(areas) == 0 {
		return figure{}, false
	}
	reason, complete := k.policy.complete(q.Source, q.Period)
	f := figure{parts: map[lac.Area]part{}, parties: b.parties, unit: unit, query: &q}
	sum := part{sum: new(big.Rat)}
	var rows []lac.TradeRecord
	var lacks []lack
	for _, area := range sortedAreas(areas) {
		p, used, missing := areas[area].value(q, b.flow, complete)
		rows = append(rows, used...)
		sum.sum.Add(sum.sum, p.sum)
		sum.operands = append(sum.operands, p.operands...)
		if len(missing) == 0 {
			f.parts[area] = p
		} else {
			lacks = missing
			f.others = append(f.others, area)
		}
	}
	for _, a := range group.members {
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
	f.basis, f.why = tradeBasis(q, rows, b.label(group.area), ""), k.bar(q.Source, "")
	f = f.exactly(sum.sum, k.policy)
	f.work = f.work.then(OpSum, f.interval, unit, fmt.Sprintf("%s: sum of %d records = %s", q.Period, len(sum.operands), amountOf(sum.sum, unit)), sum.operands...)
	// A side of which some members are whole is those members'. What others have
	// besides is in the sum and only makes it nearer.
	f.scope, f.books, f.revisable = scopeOf(m, q.Period), q.Reporter, true
	f.scope.partner = group.members
	switch known := group.members.less(slices.Sorted(slices.Values(f.missing))); {
	case len(group.members) == 1:
		f.scope.lacks = lacks
	case len(f.missing) > 0:
		f.scope.partner = known
	}
	f.basis.Definition, f.basis.Without = fmt.Sprintf("%s, %d members", group, len(group.members)), group.without
	if n := len(group.members) - len(f.missing); n < len(group.members) || len(group.members) == 0 {
		f.basis.Definition = fmt.Sprintf("%s, %d of %d members with both figures", group, n, len(group.members))
		if b.flow != lac.Turnover {
			f.basis.Definition = fmt.Sprintf("%s, %d of %d members", group, n, len(group.members))
		}
	}
	if !isGroup(group.area) {
		f.basis.Definition = name(group.area)
	}
	if complete {
		f.notes = append(f.notes, fmt.Sprintf("%s is declared complete, so missing means none: %s.", q.Source, reason))
	}
	f.vintages = strings.Join([]string{"sum", f.basis.Books, group.String(), f.basis.Valuation, string(unit)}, "|")
	f.series = f.vintages + "|" + q.Source
	return f, true
}

// ownRow returns the source's own row for a group.
func (k *checker) ownRow(b book, q lac.TradeQuery, m lac.Measure) (figure, bool) {
	areas, unit, ok := k.byParty(b, q)
	if !ok {
		return figure{}, false
	}
	group := q.Partner
	if b.parties == "reporters" {
		group = q.Reporter
	}
	p, rows, lacks := areas[group].value(q, b.flow, false)
	if len(rows) == 0 {
		return figure{}, false
	}
	f := figure{unit: unit}
	for _, o := range p.operands {
		f.records = append(f.records, o.Record)
	}
	f.basis, f.why = tradeBasis(q, rows, b.label(group), "the source's own row for "+name(group)), k.bar(q.Source, "")
	f = f.exactly(p.sum, k.policy)
	f.work = f.work.then(OpSum, f.interval, unit, fmt.Sprintf("%s: sum of %d rows = %s", q.Period, len(p.operands), amountOf(p.sum, unit)), p.operands...)
	f.scope, f.books, f.revisable = scopeOf(m, q.Period), q.Reporter, true
	f.scope.partner, f.scope.lacks = extentOf(group, q.Period.Last()), lacks
	f.vintages = strings.Join([]string{"row", f.basis.Books, group.String(), f.basis.Valuation, string(unit)}, "|")
	f.series = f.vintages + "|" + q.Source
	return f, true
}

func tradeBasis(q lac.TradeQuery, rows []lac.TradeRecord, books, definition string) Basis {
	b := Basis{Books: books, Reporter: q.Reporter, Sources: []string{q.Source}, Definition: definition, Period: q.Period}
	var valuations []string
	for _, r := range rows {
		if e := evidenceOf(r.Evidence); !slices.Contains(b.Evidence, e) {
			b.Evidence = append(b.Evidence, e)
		}
		if r.Status == lac.Estimated || b.Status == lac.Normal {
			b.Status = r.Status
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
