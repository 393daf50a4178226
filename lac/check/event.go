package check

import (
	"fmt"
	"math/big"

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
	switch e := k.ev.data.Record(k.claim.Refers).(type) {
	case lac.Meeting:
		finish(f, []Reading{k.meeting(e)})
	case lac.Tie:
		finish(f, []Reading{k.tieReading(e)})
	default:
		f.Verdict = Insufficient
		f.Missing = append(f.Missing, fmt.Sprintf("No meeting %q in the dataset.", k.claim.Refers))
	}
}

func (k *checker) meeting(m lac.Meeting) Reading {
	r := k.happened(m.ID, m.Source, m.Title, m.Date, m.Evidence)
	r.Interval, r.Unit = interval.Point(big.NewRat(int64(m.Ordinal), 1)), lac.UnitRank
	r.Arithmetic = working(nil).then(OpRead, r.Interval, r.Unit, fmt.Sprintf("%s, %s, %s", m.Title, m.Date, m.Place), Operand{Record: m.ID, Value: r.Interval})
	if v := k.claim.Stated.Value; m.Ordinal > 0 && v.Unit() == lac.UnitRank && v != lac.QuantityOf(int64(m.Ordinal), lac.UnitRank) {
		r.Verdict = Contradicted
		r.Notes = append(r.Notes, fmt.Sprintf("It was number %d of its series.", m.Ordinal))
	}
	return r
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
		if !k.claim.Period.Overlaps(date) {
			r.Verdict = Contradicted
		}
		r.Notes = append(r.Notes, fmt.Sprintf("It took place on %s, not within %s.", date, k.claim.Period))
	}
	return r
}

// tie looks for the establishment of relations between the claim's two sides. A
// record of another day contradicts the claim; no record at all does not.
func (k *checker) tie(f *Finding) {
	m := k.claim.Measure
	var readings []Reading
	supported := false
	for t := range k.ev.data.Ties() {
		if (t.A == m.Reporter && t.B == m.Partner || t.A == m.Partner && t.B == m.Reporter) &&
			(t.Event == lac.TiesEstablished || t.Event == lac.TiesResumed) {
			r := k.tieReading(t)
			supported = supported || r.Deciding && r.Verdict == Supported
			readings = append(readings, r)
		}
	}
	// Of several events, those of other days do not speak against the one.
	for i := range readings {
		if supported && readings[i].Verdict != Supported {
			readings[i].Deciding, readings[i].Why = false, "another event of the same two sides"
		}
	}
	finish(f, readings)
}

func (k *checker) tieReading(t lac.Tie) Reading {
	return k.happened(t.ID, t.Source, fmt.Sprintf("relations of %s and %s %s", name(t.A), name(t.B), t.Event), t.Date, t.Evidence)
}
