package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// event looks for the meeting, or the event of diplomatic relations, that a claim
// mentions.
func (k *checker) event(f *Finding) {
	if k.claim.Measure.Subject == lac.SubjectTies && k.claim.Refers == "" {
		k.tie(f)
		return
	}
	if k.claim.Measure.Subject == lac.SubjectAgreement && k.claim.Refers == "" {
		k.agreement(f)
		return
	}
	switch e := k.ev.data.Record(k.claim.Refers).(type) {
	case lac.Meeting:
		finish(f, []Reading{k.meeting(e)})
	case lac.Tie:
		r := k.tieReading(e)
		finish(f, k.days(e, r))
	default:
		f.Verdict = Insufficient
		f.Missing = append(f.Missing, fmt.Sprintf("No meeting %q in the dataset.", k.claim.Refers))
	}
}

func (k *checker) meeting(m lac.Meeting) Reading {
	r := k.happened(m.ID, m.Source, m.Title, m.Date, m.Evidence)
	r.Basis.Place = m.Place
	r.Interval, r.Unit = interval.Point(big.NewRat(int64(m.Ordinal), 1)), lac.UnitRank
	r.Arithmetic = working(nil).then(OpRead, r.Interval, r.Unit, fmt.Sprintf("%s, %s, %s", m.Title, m.Date, m.Place), Operand{Record: m.ID, Value: r.Interval})
	if v := k.claim.Stated.Value; m.Ordinal > 0 && v.Unit() == lac.UnitRank && v != lac.QuantityOf(int64(m.Ordinal), lac.UnitRank) {
		r.Verdict = Contradicted
		r.Notes = append(r.Notes, fmt.Sprintf("It was number %d of its series.", m.Ordinal))
	}
	where, said := k.place()
	same, other := located(where, m.Place)
	switch {
	case where == "" || same:
	case m.Place == "":
		if said && r.Verdict == Supported {
			r.Verdict = Undecided
		}
		r.Notes = append(r.Notes, fmt.Sprintf("The record has no place; the claim says %s.", where))
	case other:
		r.Verdict = Contradicted
		r.Notes = append(r.Notes, fmt.Sprintf("Its place was %s, not %s.", m.Place, where))
	default:
		if said && r.Verdict == Supported {
			r.Verdict = Undecided
		}
		r.Notes = append(r.Notes, fmt.Sprintf("The record has %s for its place; whether that is %s is not known.", m.Place, where))
	}
	return r
}

// place returns the place that the claim gives, and whether in its own field: else
// one that its words name, of the places of the dataset's meetings.
func (k *checker) place() (where string, said bool) {
	if k.claim.Where != "" {
		return k.claim.Where, true
	}
	for m := range k.ev.data.Meetings() {
		if m.Place != "" && len(m.Place) > len(where) && holds(k.claim.Gist, m.Place) {
			where = m.Place
		}
	}
	return where, false
}

// happened returns the reading of something that took place, without a figure.
func (k *checker) happened(id, source, title string, date lac.Period, e lac.Evidence) Reading {
	s, _ := k.ev.data.Source(source)
	r := Reading{
		Basis:   Basis{Books: s.Basis, Sources: []string{source}, Definition: title, Period: date, Evidence: []lac.Evidence{evidenceOf(e)}},
		Verdict: Supported, Deciding: e != lac.Unconfirmed, Records: []string{id},
	}
	if e == lac.Unconfirmed {
		r.Why = unconfirmed
	}
	if !k.claim.Period.IsZero() && !k.claim.Period.Contains(date) {
		r.Verdict = Undecided
		if !aDayApart(k.claim.Period, date) {
			r.Verdict = Contradicted
		}
		r.Notes = append(r.Notes, fmt.Sprintf("It took place on %s, not within %s.", date, k.claim.Period))
	}
	return r
}

// aDayApart reports whether one period overlaps another or begins on the day after
// it: what happens on an evening in one place is on the next day in another.
func aDayApart(a, b lac.Period) bool {
	wide := func(p lac.Period) lac.Period {
		first, last := p.First(), p.Last()
		if !first.IsZero() {
			first = first.AddDays(-1)
		}
		if !last.IsZero() {
			last = last.AddDays(1)
		}
		return lac.Days(first, last)
	}
	return a.Overlaps(b) || wide(a).Overlaps(b)
}

// tie looks for the establishment of relations between the claim's two sides, or for
// their end if the claim points down. A record of another day contradicts the claim, and
// so does one that there never were any, and for an end one that they held throughout; no
// record at all does not.
func (k *checker) tie(f *Finding) {
	var readings []Reading
	supported, known := false, false
	for t := range k.ev.data.Ties() {
		ends := t.Event == lac.TiesSuspended
		if !k.between(t) || t.Event == lac.TiesNone || ends != (k.claim.Direction == lac.Down) {
			continue
		}
		r := k.tieReading(t)
		known = true
		for _, r := range k.days(t, r) {
			supported = supported || r.Deciding && r.Verdict == Supported
			readings = append(readings, r)
		}
	}
	// Of several events, those of other days do not speak against the one.
	for i := range readings {
		if supported && readings[i].Verdict != Supported && !slices.ContainsFunc(readings, func(r Reading) bool {
			return r.Verdict == Supported && slices.Equal(r.Records, readings[i].Records) // other days of the same event
		}) {
			readings[i].Deciding, readings[i].Why = false, "another event of the same two sides"
		}
	}
	if r, ok := k.never(); ok && !known {
		readings = append(readings, r)
	} else if r, ok := k.held(); ok && !known && k.claim.Direction == lac.Down {
		readings = append(readings, r)
	}
	finish(f, readings)
}

// held returns the reading of relations that the records have held from before the
// claim's time to its end, and of which they know no end.
func (k *checker) held() (Reading, bool) {
	m, p := k.claim.Measure, k.claim.Period
	if p.First().IsZero() || p.Last().IsZero() {
		return Reading{}, false
	}
	state, t := k.ev.data.TiesOn(m.Reporter, m.Partner, p.First())
	after, last := k.ev.data.TiesOn(m.Reporter, m.Partner, p.Last())
	if last.ID == "" {
		return Reading{}, false
	}
	r := k.tieReading(last)
	r.Verdict, r.Notes = Undecided, nil
	if state == lac.TiesHeld && after == lac.TiesHeld && t.ID == last.ID {
		r.Verdict = Contradicted
		r.Notes = append(r.Notes, "The records know of no end of the relations.")
	}
	return r, true
}

// days returns the reading of an event, and beside it that on another day that is
// given for it, if the claim is of that: then it depends on whose day is meant.
func (k *checker) days(t lac.Tie, r Reading) []Reading {
	if r.Verdict == Supported {
		return []Reading{r}
	}
	for _, day := range t.Also {
		t.Date = day
		if other := k.tieReading(t); other.Verdict == Supported {
			other.Basis.Definition += ", as others date it"
			if t.Note != "" {
				other.Notes = append(other.Notes, t.Note)
			}
			r.Verdict = Contradicted
			return []Reading{r, other}
		}
	}
	return []Reading{r}
}

// never returns the reading of a record that there never were relations, looked for
// after the time in which the claim has them begin.
func (k *checker) never() (Reading, bool) {
	for t := range k.ev.data.Ties() {
		if !k.between(t) || t.Event != lac.TiesNone {
			continue
		}
		r := k.tieReading(t)
		r.Verdict = Undecided
		r.Notes = []string{fmt.Sprintf("There had never been relations when the source looked, in %s.", t.Date)}
		if !k.asOf().IsZero() && !t.Date.First().Before(k.asOf()) {
			r.Verdict = Contradicted
		}
		return r, true
	}
	return Reading{}, false
}

func (k *checker) tieReading(t lac.Tie) Reading {
	r := k.happened(t.ID, t.Source, fmt.Sprintf("relations of %s and %s %s", name(t.A), name(t.B), t.Event), t.Date, t.Evidence)
	r.Basis.Tie = t.Event
	return r
}

// agreement looks for an agreement of the claim's two sides, on what the measure's
// sector says, among published signatures. One within the claim's time supports it.
// Two sides sign many papers, so that those of other times are shown and do not
// speak against it, and where none is on record nothing is known.
func (k *checker) agreement(f *Finding) {
	m := k.claim.Measure
	var readings []Reading
	for o := range k.ev.data.Observations() {
		if o.Measure.Subject != lac.SubjectAgreement || o.Table != "" || !sameSides(o.Measure, m) || !o.Figure.Value.IsReported() || o.Figure.Value.Sign() <= 0 {
			continue
		}
		// An end of an agreement is no agreement, unless the claim is of an end.
		if m.Sector != o.Measure.Sector && (m.Sector != "" || strings.HasSuffix(o.Measure.Sector, exitSuffix)) {
			continue
		}
		r := k.happened(o.ID, o.Source, signature(o.Measure), o.Period, o.Evidence)
		if r.Verdict != Supported {
			r.Verdict = Undecided
			if !o.Period.Overlaps(k.claim.Period) {
				r.Deciding, r.Why = false, "another time; the two may have signed more than one"
			}
		}
		if why := k.bar(o.Source, o.Evidence); why != "" {
			r.Deciding, r.Why = false, why
		}
		if o.Note != "" {
			r.Notes = append(r.Notes, o.Note)
		}
		readings = append(readings, r)
	}
	finish(f, readings)
	if f.Verdict == Insufficient {
		f.Missing = append(f.Missing, fmt.Sprintf("A record of %s in %v.", signature(m), k.claim.Period))
	}
}

// signature names an agreement in words.
func signature(m lac.Measure) string {
	what, of := "an agreement", m.Sector
	if topic, ok := strings.CutSuffix(of, exitSuffix); ok {
		what, of = "the end of an agreement", topic
	}
	if of != "" {
		what += " on " + strings.ReplaceAll(of, "-", " ")
	}
	return fmt.Sprintf("%s of %s and %s", what, name(m.Reporter), name(m.Partner))
}

// sameSides reports whether two measures are of the same two sides, in either order.
func sameSides(a, b lac.Measure) bool {
	return a.Reporter == b.Reporter && a.Partner == b.Partner || a.Reporter == b.Partner && a.Partner == b.Reporter
}

// exitSuffix ends the sector of an agreement's end: belt-and-road-exit is the notice
// that one on belt-and-road is given up.
const exitSuffix = "-exit"

// between reports whether an event is of the claim's two sides.
func (k *checker) between(t lac.Tie) bool {
	m := k.claim.Measure
	return t.A == m.Reporter && t.B == m.Partner || t.A == m.Partner && t.B == m.Reporter
}
