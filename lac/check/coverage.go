package check

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// coverage looks for a witness in every member of the claim's dated set. A
// member without a record is missing where the source could have seen one, and
// unknown where its window closed before, or within the policy's lag of, the day from
// which the member belongs to the set. Missing from a source is not absent from
// the world: it leaves the claim insufficient, not contradicted, unless the
// policy declares the source complete.
func (k *checker) coverage(f *Finding) {
	set, tie, doubtful := k.set()
	witnesses, window, sources := k.witnesses(set, tie)
	f.Witnesses = witnesses
	counts := map[string][]lac.Area{}
	var records []string
	var operands []Operand
	for _, w := range witnesses {
		counts[w.State] = append(counts[w.State], w.Area)
		if w.State == Covered {
			records = append(records, w.Records...)
			operands = append(operands, Operand{Record: w.Records[0], Of: w.Area.String(), Value: interval.Point(big.NewRat(1, 1))})
		}
	}
	if len(doubtful) > 0 {
		f.Missing = append(f.Missing, fmt.Sprintf("Whether these belong to the set on %s: %s.", k.asOf(), names(doubtful)))
	}
	if len(set) == 0 {
		f.Verdict = Insufficient
		f.Missing = append(f.Missing, "The set over which the claim speaks is not known to the dataset.")
		return
	}
	slices.Sort(records)
	records = slices.Compact(records)
	covered, all, none := int64(len(counts[Covered])), int64(len(set)), int64(len(counts[Without]))
	if k.claim.Stated.IsZero() {
		k.stated = interval.Point(big.NewRat(all, 1))
		f.Stated, f.Unit = k.stated, lac.UnitCountries
	}
	bounds := interval.Between(interval.Closed(big.NewRat(covered, 1)), interval.Closed(big.NewRat(all-none, 1)))
	r := Reading{
		Basis: Basis{Books: "project records", Sources: sources, Definition: fmt.Sprintf("%d members of %s %s", all, name(k.community()), setText(k.claim.Over)),
			Period: window, Evidence: []lac.Evidence{lac.Published}},
		Interval: bounds, Unit: lac.UnitCountries, Deciding: len(doubtful) == 0, Records: records, Missing: slices.Concat(counts[Lacking], counts[Without]),
	}
	w := working(nil).then(OpCount, interval.Point(big.NewRat(covered, 1)), lac.UnitCountries, fmt.Sprintf("%d members with a record", covered), operands...)
	text := fmt.Sprintf("%d of %d covered, %d missing, %d unknown", covered, all, len(counts[Lacking]), len(counts[Unknown]))
	if none > 0 {
		text += fmt.Sprintf(", %d without", none)
	}
	r.Arithmetic = w.then(OpBound, bounds, lac.UnitCountries, text, w.last())
	if !r.Deciding {
		r.Why = "the set is not known"
	}
	r.Verdict = judge(bounds, k.stated)
	r.Margin = countMargin(bounds, k.stated, r.Unit)
	switch {
	case !k.claim.Stated.IsZero():
	case covered < all-none:
		r.Margin = Margin{Of: "the members covered", Is: bounds, Need: k.stated, Gap: interval.Closed(big.NewRat(all-covered, 1)), Unit: r.Unit,
			Text: fmt.Sprintf("%d more to be shown", all-covered)}
	case none == 0:
		r.Margin = Margin{Of: "the members covered", Is: bounds, Need: interval.To(interval.Open(big.NewRat(all, 1))), Gap: interval.Closed(big.NewRat(1, 1)), Unit: r.Unit,
			Text: "flips if one witness falls"}
	}
	finish(f, []Reading{r})
	for _, state := range []string{Lacking, Unknown, Without} {
		if len(counts[state]) > 0 {
			f.Missing = append(f.Missing, fmt.Sprintf("%s: %s.", state, names(counts[state])))
		}
	}
	if outside := k.outside(set); len(outside) > 0 {
		f.Notes = append(f.Notes, fmt.Sprintf("With project records of some kind, but not in the set on %s: %s.", k.asOf(), names(outside)))
	}
}

func setText(s lac.CoverageSet) string {
	if s == lac.WithTies {
		return "with diplomatic ties"
	}
	return "in all"
}

// set returns the members of the claim's set on its day, for ties the event
// that put each there, and the members of which that day's state is not known.
func (k *checker) set() (set []lac.Area, since map[lac.Area]lac.Tie, doubtful []lac.Area) {
	m := k.claim.Measure
	members := states(m.Partner, k.asOf())
	if k.claim.Over == lac.AllMembers {
		return members, nil, nil
	}
	since = map[lac.Area]lac.Tie{}
	recorded := false
	for _, a := range members {
		switch state, tie := k.ev.data.TiesOn(m.Reporter, a, k.asOf()); state {
		case lac.TiesHeld:
			set = append(set, a)
			since[a] = tie
			recorded = true
		case lac.TiesUnknown:
			doubtful = append(doubtful, a)
		default:
			recorded = true
		}
	}
	if !recorded {
		return nil, nil, nil
	}
	return set, since, doubtful
}

// states returns the members of an area on a day. Of the region and its parts they
// are states, which the members of CELAC are: Bouvet Island has no ties to have.
func states(a lac.Area, on lac.Date) []lac.Area {
	members := extentOf(a, on)
	if !isGroup(a) {
		return members
	}
	if on.Before(celacBegins) {
		on = celacBegins
	}
	if region(a) == lac.LatinAmericaCaribbean {
		return extentOf(lac.CELAC, on)
	}
	community := extentOf(lac.CELAC, on)
	region := extentOf(lac.LatinAmericaCaribbean, on)
	return slices.DeleteFunc(slices.Clone(members), func(m lac.Area) bool {
		return (extent{m}).in(region) && !(extent{m}).in(community)
	})
}

// celacBegins is the day of CELAC's first summit: before it, its members of that
// day are the region's states.
var celacBegins = lac.DateOf(2011, 12, 3)

// community returns the area whose members the claim's set is drawn from, by name:
// for the region the community of its 33 states.
func (k *checker) community() lac.Area {
	if region(k.claim.Measure.Partner) == lac.LatinAmericaCaribbean {
		return lac.CELAC
	}
	return k.claim.Measure.Partner
}

// witnesses returns what the records say of each area of the set.
func (k *checker) witnesses(set []lac.Area, since map[lac.Area]lac.Tie) ([]Witness, lac.Period, []string) {
	ids, counts, window, sources := k.evidenceByArea()
	out := make([]Witness, 0, len(set))
	for _, a := range set {
		w := Witness{Area: a, Count: counts[a], Records: ids[a]}
		tie, dated := since[a]
		switch {
		case len(w.Records) > 0:
			w.State = Covered
		case window.IsZero() || window.Last().IsZero():
			w.State, w.Why = Unknown, "no source with a window that could show it"
		case dated && window.Last().DaysUntil(tie.Date.Last()) > -k.policy.LagDays:
			w.State, w.Why = Unknown, fmt.Sprintf("ties since %s, the source's window ends %s", tie.Date, window.Last())
		default:
			w.State, w.Why = Lacking, fmt.Sprintf("no record in %s", window)
		}
		if w.State != Covered {
			for _, source := range sources {
				if reason, ok := k.policy.complete(source, k.claim.Period); ok {
					w.State, w.Why = Without, fmt.Sprintf("%s is declared complete: %s", source, reason)
				}
			}
		}
		out = append(out, w)
	}
	return out, window, sources
}

// evidenceByArea gathers the table cells and project records that bear on the
// claim, completed or under way, by the area that they are in.
func (k *checker) evidenceByArea() (ids map[lac.Area][]string, counts map[lac.Area]int64, window lac.Period, sources []string) {
	ids, counts = map[lac.Area][]string{}, map[lac.Area]int64{}
	see := func(area lac.Area, id, source string, n int64) {
		ids[area] = append(ids[area], id)
		counts[area] += n
		if !slices.Contains(sources, source) {
			sources = append(sources, source)
		}
	}
	for _, o := range k.ev.cells[k.claim.Measure.Subject] {
		m := o.Measure
		if o.Evidence != lac.Unconfirmed && m.Reporter == k.claim.Measure.Reporter && k.ofKind(m) && m.Status.HasBegun() && m.Partner.IsCountry() &&
			k.within(o.Period) && k.bar(o.Source, "") == "" && o.Figure.Value.Sign() > 0 && o.Figure.Comparator != lac.UpTo && o.Figure.Comparator != lac.Under {
			see(m.Partner, o.ID, o.Source, o.Figure.Value.Amount().IntPart())
		}
	}
	for _, u := range k.ev.list().Undertakings(func(p lac.Project) bool { return k.shows(p) && k.bar(p.Source, "") == "" }) {
		counted := map[lac.Area]bool{}
		for _, p := range u.Records {
			for _, s := range p.Areas {
				n := int64(1)
				if counted[s.Area] {
					n = 0
				}
				counted[s.Area] = true
				see(s.Area, p.ID, p.Source, n)
			}
		}
	}
	slices.Sort(sources)
	for _, id := range sources {
		source, _ := k.ev.data.Source(id)
		if window.IsZero() || source.Window.Last().After(window.Last()) {
			window = source.Window
		}
	}
	return ids, counts, window, sources
}

// outside returns the members of the claim's area that have project records of
// any kind and are not in its set.
func (k *checker) outside(set []lac.Area) []lac.Area {
	any := *k
	any.claim.Measure.Kind, any.claim.Measure.Sector = "", ""
	ids, _, _, _ := any.evidenceByArea()
	var out []lac.Area
	for _, a := range states(k.claim.Measure.Partner, k.asOf()) {
		if len(ids[a]) > 0 && !slices.Contains(set, a) {
			out = append(out, a)
		}
	}
	return out
}
