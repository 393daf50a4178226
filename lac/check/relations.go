package check

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// relations holds what is said of two sides' diplomatic relations against the
// events on record: whether they have them on the last day of the period, or have
// none, and, if it names a first one, since then.
func (k *checker) relations(f *Finding) {
	m := k.claim.Measure
	day := k.claim.Period.Last()
	if day.IsZero() {
		if day = k.ev.known(m); day.IsZero() {
			f.Verdict = Insufficient
			f.Missing = append(f.Missing, "The day on which the claim speaks.")
			return
		}
		f.Notes = append(f.Notes, fmt.Sprintf("The records know of relations up to %v.", day))
	}
	state, tie := k.ev.data.TiesOn(m.Reporter, m.Partner, day)
	if tie.ID == "" {
		f.Verdict = Insufficient
		f.Missing = append(f.Missing, fmt.Sprintf("A record of the relations of %s and %s.", name(m.Reporter), name(m.Partner)))
		return
	}
	r := k.tieReading(tie)
	r.Notes = nil
	said := lac.TiesHeld
	if k.claim.Direction == lac.Down {
		said = lac.TiesAbsent
	}
	first := k.claim.Period.First()
	since := !first.IsZero() && !lac.Year(first.Year()).Contains(k.claim.Period)
	switch {
	case state == lac.TiesUnknown:
		r.Verdict = Undecided
		if !tie.Through.IsZero() && day.After(tie.Through) {
			f.Missing = append(f.Missing, fmt.Sprintf("What became of the relations after %v.", tie.Through))
		}
	case eveOf(tie, day):
		r.Verdict = Undecided
		r.Notes = append(r.Notes, "The claim is of the day before; clocks differ between the two sides.")
	case state != said:
		r.Verdict = Contradicted
	default:
		r.Verdict = Supported
	}
	// Of a year in which relations began or ended, some days had them and some not.
	within := !since && !first.IsZero() && !tie.Date.First().Before(first) && !tie.Date.Last().After(day)
	if within && (r.Verdict == Contradicted || said == lac.TiesAbsent && r.Verdict == Supported) && tie.Event != lac.TiesNone {
		r.Verdict = Undecided
		r.Notes = append(r.Notes, fmt.Sprintf("That is within %v.", k.claim.Period))
	}
	if since && r.Verdict == Supported {
		k.since(&r, tie, first)
	}
	finish(f, []Reading{r})
}

// eveOf reports whether a day is that before an event: clocks differ between the two
// sides, and on one side it may have been the day itself.
func eveOf(t lac.Tie, day lac.Date) bool {
	return t.Event != lac.TiesNone && day.DaysUntil(t.Date.First()) == 1
}

// since compares the beginning of what a claim says of relations, or of their want, with
// the day or the year that it says they date from.
func (k *checker) since(r *Reading, tie lac.Tie, first lac.Date) {
	said := first.Period()
	if first.Month() == 1 && first.Day() == 1 {
		said = lac.Year(first.Year()) // "since 2007"
	}
	ended := tie.Event == lac.TiesSuspended
	switch {
	case said.Contains(tie.Date):
	case k.claim.Direction == lac.Down && !ended: // there never were any: since when says nothing
		r.Verdict = Undecided
		return
	case aDayApart(said, tie.Date) || slices.ContainsFunc(tie.Also, func(p lac.Period) bool { return aDayApart(said, p) }):
		r.Verdict = Undecided
	default:
		r.Verdict = Contradicted
	}
	if ended {
		r.Notes = append(r.Notes, fmt.Sprintf("Relations ended on %v.", tie.Date))
		return
	}
	r.Notes = append(r.Notes, fmt.Sprintf("Relations date from %v.", tie.Date))
}

// known returns the last day of which the dataset knows anything of relations.
func (ev *evidence) known(m lac.Measure) lac.Date {
	var last lac.Date
	for t := range ev.data.Ties() {
		if d := t.Date.Last(); d.After(last) && (t.A == m.Reporter || t.B == m.Reporter || m.Reporter == 0) {
			last = d
		}
	}
	return last
}

// countRelations counts the members of the partner that have relations with the
// reporter on a day, under each meaning of its name. Members of which nothing is
// known may be more.
func (k *checker) countRelations(f *Finding) {
	day := k.asOf()
	if day.IsZero() {
		f.Verdict = Insufficient
		f.Missing = append(f.Missing, "The day on which the claim speaks.")
		return
	}
	var readings []Reading
	counted := map[string]bool{}
	for _, group := range meanings(k.claim.Measure.Partner, lac.Days(day, day)) {
		members := slices.DeleteFunc(states(group.area, day), func(a lac.Area) bool { return (extent{a}).in(group.without) })
		if key := names(members); !counted[key] {
			counted[key] = true
			if r, ok := k.heldWith(group, members, day); ok {
				readings = append(readings, r)
			}
		}
	}
	finish(f, readings)
}

// heldWith counts the states among some that have relations with the reporter on a
// day; false if none has.
func (k *checker) heldWith(group meaning, members []lac.Area, day lac.Date) (Reading, bool) {
	m := k.claim.Measure
	var held, open int64
	r := Reading{Unit: lac.UnitCountries, Deciding: true, Basis: Basis{Books: "recorded events of relations", Period: day.Period(),
		Definition: fmt.Sprintf("members of %s on %v", group, day), Without: group.without, Evidence: []lac.Evidence{lac.Published}}}
	seen := map[string]bool{}
	var operands []Operand
	for _, a := range members {
		state, tie := k.ev.data.TiesOn(m.Reporter, a, day)
		switch state {
		case lac.TiesHeld:
			held++
			operands = append(operands, Operand{Record: tie.ID, Of: a.String(), Value: interval.Of(1)})
			r.Records = append(r.Records, tie.ID)
		case lac.TiesAbsent:
			continue
		default:
			open++
			r.Missing = append(r.Missing, a)
			continue
		}
		if !seen[tie.Source] {
			seen[tie.Source] = true
			r.Basis.Sources = append(r.Basis.Sources, tie.Source)
		}
	}
	if held == 0 {
		return Reading{}, false
	}
	r.Interval = interval.Point(big.NewRat(held, 1))
	text := fmt.Sprintf("%d have relations", held)
	r.Arithmetic = working(nil).then(OpCount, r.Interval, r.Unit, text, operands...)
	if open > 0 {
		r.Interval = interval.Between(interval.Closed(big.NewRat(held, 1)), interval.Closed(big.NewRat(held+open, 1)))
		r.Arithmetic = working(r.Arithmetic).then(OpBound, r.Interval, r.Unit, fmt.Sprintf("%d more are not known", open), working(r.Arithmetic).last())
	}
	if known := k.ev.known(m); known.Before(day) {
		r.Notes = append(r.Notes, fmt.Sprintf("The last event on record is of %v.", known))
	}
	r.Says, r.Allows = r.Interval, r.Interval
	r.Verdict = judge(r.Interval, k.stated)
	r.Margin = amountMargin("the count", r.Interval, k.stated, r.Unit)
	return r, true
}
