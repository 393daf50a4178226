package check

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// A PledgeFinding is how a pledge stands on a day.
type PledgeFinding struct {
	Pledge lac.Pledge `json:"pledge"`
	AsOf   lac.Date   `json:"as_of"`
	State  Verdict    `json:"state"` // NotDue, OnTrack, Behind, Met, Missed or Unmeasurable
	// Delivered is what records show so far; a lower bound.
	Delivered Interval `json:"delivered"`
	// Target is the whole that was promised: years times a yearly quantity.
	Target  Interval `json:"target"`
	Unit    lac.Unit `json:"unit"`
	Elapsed string   `json:"elapsed,omitempty"` // days gone by of the window's
	Records []string `json:"records,omitempty"`
	Notes   []string `json:"notes,omitempty"`
}

// Pledge returns how a pledge stands at the end of a day. The pace rule is
// linear: on track means that the delivered part is at least the part of the
// window's days gone by. A target for yearly trade is a level to be reached: it
// is met in the first year of the window whose figure reaches it on a deciding
// basis, and has no pace.
func Pledge(data *lac.Dataset, p lac.Pledge, asOf lac.Date, policy Policy) PledgeFinding {
	f := PledgeFinding{Pledge: p, AsOf: asOf, State: Unmeasurable, Unit: p.Target.Value.Unit()}
	if p.Evidence == lac.Unconfirmed {
		f.Notes = append(f.Notes, "Unconfirmed: no source found for the pledge.")
	}
	if asOf.IsZero() {
		f.Notes = append(f.Notes, "No day was given as of which to say how it stands.")
		return f
	}
	if !p.Target.Value.IsReported() {
		f.Notes = append(f.Notes, "No quantity was named.")
		return f
	}
	target := p.Target.Value.Amount().Rat()
	if p.PerYear {
		years, whole := wholeYears(p.Window)
		if !whole {
			f.Notes = append(f.Notes, "A yearly quantity over a window that is not whole years: the target is not known.")
			return f
		}
		target.Mul(target, big.NewRat(years, 1))
		f.Notes = append(f.Notes, fmt.Sprintf("%s a year for %d years.", Amount(p.Target.Value), years))
	}
	f.Target = point(target)
	if p.Target.Comparator == lac.Over {
		f.Target = Interval{open(target), unbounded}
	}
	open := p.Window.Last().IsZero() || !p.Window.Last().Before(asOf)
	begun := p.Window.IsZero() || !p.Window.First().After(asOf)
	if !p.Window.First().IsZero() && !p.Window.Last().IsZero() {
		whole := p.Window.First().DaysUntil(p.Window.Last()) + 1
		gone := min(max(p.Window.First().DaysUntil(asOf)+1, 0), whole)
		f.Elapsed = fmt.Sprintf("%d of %d days", gone, whole)
	}
	if p.Measure.Subject == lac.SubjectTrade {
		f.reachLevel(data, policy, open)
		return f
	}
	delivered, records := deliveries(data, p, asOf)
	f.Records = records
	switch {
	case len(records) > 0:
		f.Delivered = Interval{Lower: closed(delivered)}
		f.State = pace(delivered, f.Target.Lower, p.Window, asOf, open)
		if f.State == Unmeasurable {
			f.Notes = append(f.Notes, "No end was named: there is no pace to keep.")
		}
	case !begun:
		f.State = NotDue
	case p.Window.IsZero() || p.Window.Last().IsZero():
		f.Notes = append(f.Notes, "No end was named and no record shows a delivery.")
	case open:
		f.State = NotDue
		f.Notes = append(f.Notes, fmt.Sprintf("Due by %s; no record shows a delivery yet.", p.Window.Last()))
	default:
		f.Notes = append(f.Notes, "The window has closed; no record shows what was delivered.")
	}
	return f
}

// wholeYears returns how many years from its first day a window lasts, if it
// ends with one of them.
func wholeYears(window lac.Period) (int64, bool) {
	first, next := window.First(), window.Last().AddDays(1)
	whole := !first.IsZero() && !next.IsZero() && first.Month() == next.Month() && first.Day() == next.Day()
	return int64(next.Year() - first.Year()), whole
}

func pace(delivered *big.Rat, target Bound, window lac.Period, asOf lac.Date, open bool) Verdict {
	switch {
	case lowerCovers(target, closed(delivered)):
		return Met
	case !open:
		return Missed
	case window.First().IsZero() || window.Last().IsZero():
		return Unmeasurable
	}
	whole := int64(window.First().DaysUntil(window.Last()) + 1)
	gone := int64(window.First().DaysUntil(asOf) + 1)
	due := new(big.Rat).Mul(target.value, big.NewRat(max(gone, 0), max(whole, 1)))
	if delivered.Cmp(due) >= 0 {
		return OnTrack
	}
	return Behind
}

// deliveries adds up what program and project records say they deliver of p.
func deliveries(data *lac.Dataset, p lac.Pledge, asOf lac.Date) (*big.Rat, []string) {
	sum := new(big.Rat)
	var ids []string
	for r := range data.Programs() {
		if r.Fulfils != p.ID || r.Evidence == lac.Unconfirmed {
			continue
		}
		for _, d := range r.Delivered {
			if d.Places.Unit() == p.Target.Value.Unit() && !d.Period.Last().IsZero() && !d.Period.Last().After(asOf) {
				sum.Add(sum, d.Places.Amount().Rat())
				ids = append(ids, r.ID)
			}
		}
	}
	for r := range data.Projects() {
		begun := func(s lac.Stage) bool { return s.Status.HasBegun() && !s.Planned && !s.Date.Last().After(asOf) }
		if r.Fulfils == p.ID && p.Target.Value.Unit() == lac.UnitProjects && (len(r.Stages) == 0 || slices.ContainsFunc(r.Stages, begun)) && r.Evidence != lac.Unconfirmed && r.Status.HasBegun() && !r.Umbrella && !r.IsPart() {
			sum.Add(sum, big.NewRat(1, 1))
			ids = append(ids, r.ID)
		}
	}
	slices.Sort(ids)
	return sum, slices.Compact(ids)
}

// reachLevel looks for the first year of the window in which the level was
// reached.
func (f *PledgeFinding) reachLevel(data *lac.Dataset, policy Policy, open bool) {
	best, whole := unbounded, true
	for year := range f.Pledge.Window.Years() {
		if year.Last().After(f.AsOf) {
			break
		}
		m := f.Pledge.Measure
		m.Sector = ""
		k := checker{data: data, policy: policy, claim: lac.Claim{Measure: m, Period: year}}
		bounded := false
		for _, fig := range k.figures(m, year) {
			if fig.why != "" || fig.unit != f.Unit || fig.interval.Lower.IsNone() {
				continue
			}
			if best.IsNone() || fig.interval.Lower.value.Cmp(best.value) > 0 {
				best = fig.interval.Lower
				f.Delivered = Interval{Lower: best}
			}
			bounded = bounded || !fig.interval.Upper.IsNone()
			if lowerCovers(f.Target.Lower, fig.interval.Lower) {
				f.State, f.Records = Met, fig.records
				f.Notes = append(f.Notes, fmt.Sprintf("Reached in %s: %s on %s (%s).", year, fig.interval.Text(fig.unit), fig.basis.Books, fig.basis.Definition))
				return
			}
		}
		whole = whole && bounded
	}
	switch {
	case best.IsNone():
	case !open && !whole:
		f.Notes = append(f.Notes, fmt.Sprintf("Not reached in the records, which lack some years; highest: %s.", f.Delivered.Text(f.Unit)))
	case open:
		f.State = Behind
		f.Notes = append(f.Notes, fmt.Sprintf("Highest so far: %s.", f.Delivered.Text(f.Unit)))
	default:
		f.Notes = append(f.Notes, fmt.Sprintf("Not reached on any basis in the records; highest: %s.", f.Delivered.Text(f.Unit)))
		f.State = Missed
	}
}

// pledge reports how the pledge stands that a claim refers to.
func (k *checker) pledge(f *Finding) {
	p, ok := k.data.Record(k.claim.Refers).(lac.Pledge)
	if !ok {
		f.Verdict = Unmeasurable
		f.Missing = append(f.Missing, fmt.Sprintf("No pledge %q in the dataset.", k.claim.Refers))
		return
	}
	state := Pledge(k.data, p, k.asOf(), k.policy)
	if v := k.claim.Stated.Value; v.IsReported() && p.Target.Value.IsReported() && v != p.Target.Value {
		f.Notes = append(f.Notes, fmt.Sprintf("The claim says %s, the pledge on record %s.", Amount(v), Amount(p.Target.Value)))
	}
	source, _ := k.data.Source(p.Source)
	f.Verdict = state.State
	f.Readings = []Reading{{
		Basis:    Basis{Books: source.Basis, Sources: []string{p.Source}, Definition: pledgeText(p), Period: p.Window, Evidence: []lac.Evidence{evidenceOf(p.Evidence)}},
		Interval: state.Delivered, Unit: state.Unit, Verdict: Undecided, Why: "no delivery is recorded",
		Records: append([]string{p.ID}, state.Records...), Notes: state.Notes,
	}}
	if state.Elapsed != "" {
		f.Readings[0].Arithmetic = []string{state.Elapsed + " of the window gone by on " + k.asOf().String()}
	}
	if !state.Delivered.IsUnknown() {
		f.Readings[0].Deciding, f.Readings[0].Why = true, ""
	} else {
		f.Missing = append(f.Missing, "A record of what has been delivered.")
	}
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

// event looks for the meeting that a claim mentions.
func (k *checker) event(f *Finding) {
	m, ok := k.data.Record(k.claim.Refers).(lac.Meeting)
	if !ok {
		f.Verdict = Insufficient
		f.Missing = append(f.Missing, fmt.Sprintf("No meeting %q in the dataset.", k.claim.Refers))
		return
	}
	source, _ := k.data.Source(m.Source)
	r := Reading{
		Basis:    Basis{Books: source.Basis, Sources: []string{m.Source}, Definition: m.Title, Period: m.Date, Evidence: []lac.Evidence{evidenceOf(m.Evidence)}},
		Interval: point(big.NewRat(int64(m.Ordinal), 1)), Unit: lac.UnitRank, Verdict: Supported, Deciding: m.Evidence != lac.Unconfirmed,
		Records: []string{m.ID}, Arithmetic: []string{fmt.Sprintf("%s, %s, %s", m.Title, m.Date, m.Place)},
	}
	if m.Evidence == lac.Unconfirmed {
		r.Why = unconfirmed
	}
	if !k.claim.Period.IsZero() && !k.claim.Period.Contains(m.Date) {
		r.Verdict = Undecided
		if !k.claim.Period.Overlaps(m.Date) {
			r.Verdict = Contradicted
		}
		r.Notes = append(r.Notes, fmt.Sprintf("It took place on %s, not within %s.", m.Date, k.claim.Period))
	}
	if v := k.claim.Stated.Value; m.Ordinal > 0 && v.Unit() == lac.UnitRank && v != lac.QuantityOf(int64(m.Ordinal), lac.UnitRank) {
		r.Verdict = Contradicted
		r.Notes = append(r.Notes, fmt.Sprintf("It was number %d of its series.", m.Ordinal))
	}
	finish(f, []Reading{r})
}
