package check

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// Pledge returns how a pledge stands at the end of a day, under the policy's pace
// rule ([Pace]). A target for yearly trade or for a stock is a level to be
// reached: it is met in the first year of the window whose figure reaches it on a
// deciding basis, and has no pace.
func Pledge(data *lac.Dataset, p lac.Pledge, asOf lac.Date, policy Policy) PledgeFinding {
	return newEvidence(data, policy).pledge(p, asOf)
}

func (ev *evidence) pledge(p lac.Pledge, asOf lac.Date) PledgeFinding {
	policy := ev.policy
	f := PledgeFinding{Pledge: p, AsOf: asOf, State: Unmeasurable, Unit: p.Target.Value.Unit()}
	if p.Evidence == lac.Unconfirmed {
		f.Notes = append(f.Notes, "Unconfirmed: no source found for the pledge.")
	}
	if asOf.IsZero() {
		f.Notes = append(f.Notes, "No day was given as of which to say how it stands.")
		return f
	}
	f.Said, f.Repeats = ev.saidOf(p, asOf), ev.repeatsOf(p)
	if len(f.Repeats) > 0 {
		f.Notes = append(f.Notes, "Likely one promise with "+strings.Join(f.Repeats, ", ")+": not to be added up.")
	}
	if !p.Target.Value.IsReported() {
		f.Notes = append(f.Notes, "No quantity was named.")
		return f
	}
	if !f.aim() {
		return f
	}
	if p.Target.Comparator == lac.Over {
		f.Target = interval.From(interval.Open(f.Target.Lower.Rat()))
	}
	k := checker{ev: ev, policy: policy, claim: lac.Claim{Measure: p.Measure, Period: p.Window}}
	closedBy := !p.Window.Last().IsZero() && p.Window.Last().Before(asOf)
	if levels[p.Measure.Subject] {
		f.elapse()
		k.attain(&f, !closedBy)
		return f
	}
	aim := f.Arithmetic
	f.due(cmp.Or(policy.Pace, PaceDays))
	k.deliver(&f)
	begun := p.Window.IsZero() || !p.Window.First().After(asOf)
	switch {
	case !f.Delivered.IsUnknown():
		f.compare(closedBy)
		if f.State == Unmeasurable {
			f.Notes = append(f.Notes, "No end was named: there is no pace to keep.")
		}
	case !begun:
		f.State = NotDue
	case p.Window.IsZero() || p.Window.Last().IsZero():
		f.Notes = append(f.Notes, "No end was named and no record shows a delivery.")
	case !closedBy:
		f.State = NotDue
		f.Notes = append(f.Notes, fmt.Sprintf("Due by %s; no record shows a delivery yet.", p.Window.Last()))
	default:
		f.Notes = append(f.Notes, "The window has closed; no record shows what was delivered.")
	}
	if f.State == NotDue { // no pace is kept or missed where nothing is due
		f.Due, f.Pace, f.Arithmetic = interval.Bound{}, "", aim
	}
	return f
}

// deliver adds up what program and project records say they deliver, or takes a
// published figure of the window if it is higher.
func (k *checker) deliver(f *PledgeFinding) {
	sum, operands := k.ev.deliveries(f.Pledge, f.AsOf)
	from := working(nil)
	if len(operands) > 0 {
		f.Delivered = interval.From(interval.Closed(sum))
		from = working(f.Arithmetic).then(OpSum, interval.Point(sum), f.Unit, fmt.Sprintf("delivered by %s: %d records = %s", f.AsOf, len(operands), amountOf(sum, f.Unit)), operands...)
	}
	w := f.Pledge.Window
	for _, o := range k.ev.observed[normal(f.Pledge.Measure)] {
		if w.IsZero() || !w.Contains(o.Period) || o.Period.Last().IsZero() || o.Period.Last().After(f.AsOf) || o.Figure.Value.Unit() != f.Unit || k.bar(o.Source, o.Evidence) != "" {
			continue
		}
		i, _, err := published(o.Figure)
		if err != nil || i.Lower.IsNone() || !f.Delivered.Lower.IsNone() && interval.From(f.Delivered.Lower).Within(interval.From(i.Lower)) {
			continue
		}
		f.Delivered = interval.From(i.Lower)
		operands = []Operand{{Record: o.ID, Value: i}}
		from = working(f.Arithmetic).then(OpRead, i, f.Unit, "published: "+Text(i, f.Unit), operands...)
	}
	for _, o := range operands {
		f.Records = append(f.Records, o.Record)
	}
	if sum, ok := k.atLeast(f.Pledge.Measure, w, f.AsOf, f.Unit); ok && (f.Delivered.Lower.IsNone() || sum.interval.Lower.Cmp(f.Delivered.Lower) > 0) {
		f.Delivered, f.Records = sum.interval, slices.Clone(sum.records)
		from, _, _ = working(f.Arithmetic).join(sum.work)
	}
	slices.Sort(f.Records)
	f.Records = slices.Compact(f.Records)
	if len(from) > 0 {
		f.Arithmetic = from.then(OpBound, f.Delivered, f.Unit, "a lower bound: what is not recorded may have been delivered", from.last())
	}
}

// deliveries returns what program and project records say they deliver of p by a
// day, and their sum.
func (ev *evidence) deliveries(p lac.Pledge, asOf lac.Date) (*big.Rat, []Operand) {
	sum := new(big.Rat)
	var operands []Operand
	add := func(id, of string, v *big.Rat) {
		sum.Add(sum, v)
		operands = append(operands, Operand{Record: id, Of: of, Value: interval.Point(v)})
	}
	for r := range ev.data.Programs() {
		if r.Fulfils != p.ID || r.Evidence == lac.Unconfirmed {
			continue
		}
		for _, d := range r.Delivered {
			if d.Places.Unit() == p.Target.Value.Unit() && !d.Period.Last().IsZero() && !d.Period.Last().After(asOf) {
				add(r.ID, d.Period.String(), d.Places.Amount().Rat())
			}
		}
	}
	if p.Target.Value.Unit() != lac.UnitProjects {
		return sum, operands
	}
	for r := range ev.data.Projects() {
		begun := func(s lac.Stage) bool { return s.Status.HasBegun() && !s.Planned && !s.Date.Last().After(asOf) }
		if r.Fulfils == p.ID && r.Evidence != lac.Unconfirmed && r.Status.HasBegun() && !r.Umbrella && !r.IsPart() &&
			(len(r.Stages) == 0 || slices.ContainsFunc(r.Stages, begun)) {
			add(r.ID, "", big.NewRat(1, 1))
		}
	}
	return sum, operands
}

// pledge reports how the pledge stands that a claim refers to, or, if it refers
// to none by ID, the one on record that it can only mean.
func (k *checker) pledge(f *Finding) {
	p, ok := k.meant()
	if !ok {
		f.Verdict = Unmeasurable
		f.Missing = append(f.Missing, fmt.Sprintf("No pledge %q made by %v in the dataset.", k.claim.Refers, k.asOf()))
		return
	}
	state := k.ev.pledge(p, k.asOf())
	if r, other := k.promised(p, state); other {
		finish(f, []Reading{r})
		return
	}
	source, _ := k.ev.data.Source(p.Source)
	f.Verdict = state.State
	r := Reading{
		Basis:    Basis{Books: source.Basis, Sources: []string{p.Source}, Definition: pledgeText(p), Period: p.Window, Evidence: []lac.Evidence{evidenceOf(p.Evidence)}},
		Interval: state.Delivered, Unit: state.Unit, Verdict: Undecided, Why: "no delivery is recorded",
		Records: append([]string{p.ID}, state.Records...), Notes: state.Notes, Arithmetic: state.Arithmetic,
	}
	if state.Elapsed != "" {
		r.Notes = append(slices.Clip(r.Notes), state.Elapsed+" of the window gone by on "+k.asOf().String()+".")
	}
	if !state.Delivered.IsUnknown() {
		r.Deciding, r.Why = true, ""
		r.Verdict = judge(state.Delivered, interval.From(state.Target.Lower))
		r.Margin = amountMargin("what is delivered", state.Delivered, interval.From(state.Target.Lower), state.Unit)
	} else {
		f.Missing = append(f.Missing, "A record of what has been delivered.")
	}
	f.Readings = []Reading{r}
}

// promised returns the reading of a claim that gives another quantity than was
// promised, a year or in all: how far that is done is no answer to it. False if it
// gives the promised one.
func (k *checker) promised(p lac.Pledge, state PledgeFinding) (Reading, bool) {
	v := k.claim.Stated.Value
	if !v.IsReported() || !p.Target.Value.IsReported() || v.Unit() != p.Target.Value.Unit() {
		return Reading{}, false
	}
	printed, says, err := published(p.Target)
	if err != nil || says.Meets(k.stated) || printed.Meets(k.stated) || state.Target.Meets(k.stated) {
		return Reading{}, false
	}
	source, _ := k.ev.data.Source(p.Source)
	aim := PledgeFinding{Pledge: p, Unit: state.Unit}
	if !aim.aim() {
		return Reading{}, false
	}
	work := working(aim.Arithmetic)
	if !state.Target.IsPoint() {
		work = work.then(OpBound, state.Target, state.Unit, "more than that", work.last())
	}
	r := Reading{
		Basis:    Basis{Books: source.Basis, Sources: []string{p.Source}, Definition: pledgeText(p), Period: p.Window, Evidence: []lac.Evidence{evidenceOf(p.Evidence)}},
		Interval: state.Target, Unit: state.Unit, Verdict: Contradicted, Deciding: p.Evidence != lac.Unconfirmed,
		Records: []string{p.ID}, Arithmetic: work,
		Notes: []string{fmt.Sprintf("The claim says %s, the pledge on record %s.", Amount(v), pledgeText(p))},
	}
	switch {
	case !r.Deciding:
		r.Why = unconfirmed
	case k.claim.Refers == "":
		r.Deciding, r.Why = false, "the claim names no pledge"
	}
	return r, true
}

// meant returns the pledge that a claim is of: by its ID; else of those on record
// by the claim's day between the same sides on the same subject, the one of as
// much, or the latest.
func (k *checker) meant() (lac.Pledge, bool) {
	if k.claim.Refers != "" {
		p, ok := k.ev.data.Record(k.claim.Refers).(lac.Pledge)
		return p, ok && !p.Made.First().After(k.asOf()) // what is made later is not there
	}
	want := normal(k.claim.Measure)
	var best lac.Pledge
	found := false
	rank := func(p lac.Pledge) int {
		if p.Target.Value == k.claim.Stated.Value {
			return 1
		}
		return 0
	}
	for p := range k.ev.data.Pledges() {
		m := normal(p.Measure)
		if m.Subject != want.Subject || m.Reporter != want.Reporter || m.Partner != want.Partner || p.Made.First().After(k.asOf()) ||
			want.Kind != "" && m.Kind != want.Kind || want.Sector != "" && m.Sector != want.Sector {
			continue
		}
		if c := cmp.Or(rank(p)-rank(best), p.Made.Compare(best.Made)); !found || c > 0 {
			best, found = p, true
		}
	}
	return best, found
}

// pledgeText returns a pledge in a few words.
func pledgeText(p lac.Pledge) string {
	what := strings.ReplaceAll(p.Measure.Sector, "-", " ")
	if what == "" {
		what = string(p.Measure.Kind)
	}
	s := p.Target.String()
	if p.Target.Text == "" {
		s = Amount(p.Target.Value)
	}
	if what != "" {
		s += " (" + what + ")"
	}
	if p.PerYear {
		s += " a year"
	}
	return s
}

// saidOf returns what was said of a pledge's measure from the pledge to a day,
// without the pledge itself; of a level to be reached, what was said of a time in
// its window.
func (ev *evidence) saidOf(p lac.Pledge, asOf lac.Date) []Saying {
	var out []Saying
	var before *Saying
	m := p.Measure
	if levels[m.Subject] {
		m.Sector = ""
	}
	for _, s := range ev.said[broad(m)] {
		day := s.when()
		if day.IsZero() || day.Before(p.Made.First()) || day.After(asOf) || s.Stated.Value.Unit() != p.Target.Value.Unit() ||
			levels[m.Subject] && !p.Window.Contains(s.Period) {
			continue
		}
		if before != nil {
			s.Changed = changed(*before, s)
		}
		before = &s
		if s.Record != p.ID {
			out = append(out, s)
		}
	}
	return out
}

// repeatsOf returns the pledges that are likely the same promise as p: between
// the same sides, of as much, for times that overlap, at another meeting.
func (ev *evidence) repeatsOf(p lac.Pledge) []string {
	var out []string
	for q := range ev.data.Pledges() {
		if q.ID != p.ID && q.Meeting != p.Meeting && broad(q.Measure) == broad(p.Measure) && q.Target.Value == p.Target.Value &&
			p.Target.Value.IsReported() && !q.Window.IsZero() && q.Window.Overlaps(p.Window) && q.Measure.Kind == p.Measure.Kind {
			out = append(out, q.ID)
		}
	}
	return out
}
