package check

import (
	"fmt"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// promises lists the pledges of what the claim says was given, and before them what
// those that were due by the end of the claim's time come to.
func (k *checker) promises() []figure {
	var out []figure
	var due []lac.Pledge
	for p := range k.ev.data.Pledges() {
		if p.Measure.Subject != k.claim.Measure.Subject || region(p.Measure.Partner) != region(k.claim.Measure.Partner) || p.Measure.Reporter != k.claim.Measure.Reporter {
			continue
		}
		printed, says, err := published(p.Target)
		if err != nil {
			continue
		}
		source, _ := k.ev.data.Source(p.Source)
		f := figure{
			basis: Basis{Books: "pledge, " + source.Basis, Sources: []string{p.Source}, Definition: pledgeText(p), Period: p.Window,
				Evidence: []lac.Evidence{evidenceOf(p.Evidence)}},
			unit: p.Target.Value.Unit(), interval: printed, says: says, allows: says, records: []string{p.ID},
			why: pledged, promised: true,
		}
		f.work = f.work.then(OpRead, printed, f.unit, "as pledged", Operand{Record: p.ID, Value: printed})
		if p.Evidence == lac.Unconfirmed {
			f.why = unconfirmed
		}
		if p.Note != "" {
			f.notes = append(f.notes, p.Note)
		}
		out = append(out, f)
		if p.Evidence != lac.Unconfirmed && p.Target.Value.Unit() == unitOf(k.claim) && k.within(p.Window) && !p.Window.Last().IsZero() && !p.PerYear {
			due = append(due, p)
		}
	}
	if sum, ok := k.promisedInAll(due); ok {
		out = slices.Insert(out, 0, sum)
	}
	return out
}

// promisedInAll adds up pledges that were due: what was promised twice counts once. It
// shows how a number of things given compares with what was to be given, and decides
// nothing.
func (k *checker) promisedInAll(due []lac.Pledge) (figure, bool) {
	f := figure{basis: Basis{Books: "pledges that were due", Definition: "one promise counted once", Evidence: []lac.Evidence{lac.Derived}},
		interval: interval.Of(0), unit: unitOf(k.claim), why: pledged, promised: true}
	var operands []Operand
	var windows []lac.Period
	for _, p := range due {
		if slices.ContainsFunc(k.ev.repeatsOf(p), func(id string) bool { return slices.Contains(f.records, id) }) {
			continue
		}
		printed, _, err := published(p.Target)
		if err != nil {
			continue
		}
		f.interval = f.interval.Add(printed)
		f.records = append(f.records, p.ID)
		operands = append(operands, Operand{Record: p.ID, Value: printed})
		windows = append(windows, p.Window)
		if !slices.Contains(f.basis.Sources, p.Source) {
			f.basis.Sources = append(f.basis.Sources, p.Source)
		}
	}
	if len(operands) < 2 {
		return figure{}, false
	}
	first := slices.MinFunc(windows, func(a, b lac.Period) int { return a.First().Compare(b.First()) }).First()
	last := slices.MaxFunc(windows, func(a, b lac.Period) int { return a.Last().Compare(b.Last()) }).Last()
	f.basis.Period = lac.Days(first, last)
	for y := range f.basis.Period.Years() {
		if !slices.ContainsFunc(windows, y.Overlaps) {
			f.notes = append(f.notes, fmt.Sprintf("No pledge on record was due in %v.", y))
		}
	}
	f.says, f.allows = f.interval, f.interval
	f.work = f.work.then(OpSum, f.interval, f.unit, fmt.Sprintf("sum of %d pledges = %s", len(operands), Text(f.interval, f.unit)), operands...)
	return f, true
}
