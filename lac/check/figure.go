package check

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// A figure is what one basis says of a measure in one period.
type figure struct {
	// series is what a figure must share with one of another period so that
	// the two may be compared: books, source kind, definition, currency. Without
	// the source, it is what vintages of one figure share.
	series, vintages string
	basis            Basis
	scope            scope
	books            lac.Area          // whose statistics they are; 0: not a matter of sides
	differs          []ScopeDifference // in what it differs from the question
	// interval is the figure as it is printed or summed. It says what its source
	// says, to the source's precision, and allows what may be so besides.
	interval, says, allows interval.Interval
	revisable              bool // a figure that is revised after it is first published
	unit                   lac.Unit
	// parts holds the figure of each area that has every flow; nil where the
	// figure was published whole.
	parts   map[lac.Area]part
	others  []lac.Area // areas with records that are not whole
	parties string     // what those areas are: reporters or partners
	records []string
	missing []lac.Area
	work    working
	notes   []string
	why     string // why the figure does not decide; empty if it does
	// promised marks a pledge: it is shown and not compared.
	promised bool
	// grain is a unit of the last digit that is printed, 0 of exact records; nil if
	// it is not known.
	grain *big.Rat
	// imports is the part of a balance that has freight and insurance in it.
	imports interval.Interval
	// rest says of a comparison what may be missing on both sides of it.
	rest string
	// query gives the records that were added up; nil of another figure.
	query *lac.TradeQuery
}

// A part is an area's share in a figure, record by record.
type part struct {
	sum      *big.Rat
	operands []Operand
}

// Why a figure is shown and does not decide.
const (
	unconfirmed = "unconfirmed: no source found"
	ownWords    = "the claimant's own words, not independent evidence"
	pledged     = "a pledge is not a delivery"
)

// figures returns what the dataset says of measure m in the given period, on
// every basis that it holds, in a fixed order. They are shared and not to be
// changed.
func (k *checker) figures(m lac.Measure, period lac.Period) []figure {
	set := k.ev.figures.of(figureKey{m, period, k.voice()}, func() figureSet {
		c := checker{ev: k.ev, claim: k.claim, policy: k.policy}
		figs := c.search(m, period)
		c.date(figs)
		return figureSet{figs, c.refused}
	})
	k.note(set.refused)
	return k.priced(set.figures)
}

// note adds notes to those of the finding that it does not have yet.
func (k *checker) note(refused []string) {
	for _, note := range refused {
		if !slices.Contains(k.refused, note) {
			k.refused = append(k.refused, note)
		}
	}
}

func (k *checker) search(m lac.Measure, period lac.Period) []figure {
	switch {
	case m.Real:
		return append(k.observed(m, period), k.deflated(m, period)...)
	case m.Flow == lac.Balance:
		return append(k.observed(m, period), k.balances(m, period)...)
	}
	whole := k.observed(m, period)
	if m.Subject == lac.SubjectTrade {
		other := mirrored(m)
		other.Flow = flowOf(m).Mirror()
		whole = append(whole, k.observed(other, period)...)
	}
	switch {
	case m.Subject != lac.SubjectTrade || m.Sector != "": // trade records are of goods
		return whole
	case isGroup(m.Reporter) && !isGroup(m.Partner):
		// The group's books are its members': read from the other side.
		m = mirrored(m)
		m.Flow = flowOf(m).Mirror()
		return slices.Concat(whole, k.mirrorBooks(m, period), k.ownBooks(m, period))
	}
	return slices.Concat(whole, k.ownBooks(m, period), k.mirrorBooks(m, period))
}

func isGroup(a lac.Area) bool { return a.IsRegion() || a.IsBloc() }

// bar returns why a record does not decide the claim: it is unconfirmed, or the
// claimant's own words. Empty: it may decide.
func (k *checker) bar(sourceID string, e lac.Evidence) string {
	source, _ := k.ev.data.Source(sourceID)
	switch {
	case e == lac.Unconfirmed:
		return unconfirmed
	case source.Voice != 0 && source.Voice == k.voice():
		return ownWords
	}
	return ""
}

// observed returns the figures that somebody published whole. Equal figures on
// one basis are one, with all their sources.
func (k *checker) observed(m lac.Measure, period lac.Period) []figure {
	out := k.printed(m, period)
	questions := asked(m, period)
	for i := range out {
		out[i].place(questions)
	}
	return out
}

// printed returns the figures that somebody published whole as they are printed,
// of the measure or of one that [normal] takes for it.
func (k *checker) printed(m lac.Measure, period lac.Period) []figure {
	var out []figure
	for _, o := range k.ev.observed[normal(m)] {
		if o.Period != period {
			continue
		}
		f, err := k.observation(o)
		if err != nil {
			continue
		}
		if same := slices.IndexFunc(out, func(g figure) bool {
			return g.series == f.series && g.interval.Equal(f.interval) && g.why == f.why
		}); same >= 0 {
			g := &out[same]
			if f.says.Within(g.says) { // printed with more digits
				g.says, g.allows = f.says, f.allows
			}
			g.basis.Sources = append(g.basis.Sources, f.basis.Sources...)
			g.records = append(g.records, f.records...)
			g.notes = append(g.notes, f.notes...)
			continue
		}
		out = append(out, f)
	}
	return out
}

// observation returns an observation as a figure.
func (k *checker) observation(o lac.Observation) (figure, error) {
	printed, says, err := published(o.Figure)
	if err != nil {
		return figure{}, err
	}
	source, _ := k.ev.data.Source(o.Source)
	f := figure{
		basis: Basis{Books: source.Basis, Sources: []string{o.Source}, Definition: coverageOf(o), Period: o.Period,
			Evidence: []lac.Evidence{evidenceOf(o.Evidence)}},
		scope: scopeOf(o.Measure, o.Period), books: o.Measure.Reporter,
		interval: printed, says: says, allows: says, unit: o.Figure.Value.Unit(), records: []string{o.ID}, why: k.bar(o.Source, o.Evidence),
	}
	f.series = strings.Join([]string{"observed", f.basis.Books, region(o.Measure.Reporter).String(), string(f.unit)}, "|")
	f.vintages = f.series
	text := fmt.Sprintf("%s: %s as published by %s", o.Period, Text(printed, f.unit), source.Publisher)
	f.work = f.work.then(OpRead, printed, f.unit, text, Operand{Record: o.ID, Value: printed})
	if o.Figure.Digits > 0 && printed.IsPoint() {
		f.grain = lastDigit(o.Figure.Value.Amount(), o.Figure.Digits)
	}
	if o.Note != "" {
		f.notes = append(f.notes, o.Note)
	}
	return f, nil
}

// date says of figures on one basis that differ which was published first and
// which is the latest, by the dates of their sources. A figure whose source has
// no date has no vintage.
func (k *checker) date(figs []figure) {
	groups := map[string][]int{}
	for i := range figs {
		b := &figs[i].basis
		for _, id := range b.Sources {
			// Of a figure that several print, the first one counts.
			if s, _ := k.ev.data.Source(id); !s.Published.IsZero() && (b.Published.IsZero() || s.Published.Compare(b.Published) < 0) {
				b.Published = s.Published
			}
		}
		if b.Published.IsZero() || figs[i].why == unconfirmed {
			continue
		}
		groups[figs[i].vintages] = append(groups[figs[i].vintages], i)
	}
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		// A rounded or hedged repetition is no other edition: it holds the sharper one.
		all := groups[key]
		same := slices.DeleteFunc(slices.Clone(all), func(i int) bool {
			return slices.ContainsFunc(all, func(j int) bool { return figs[j].sharper(figs[i]) })
		})
		slices.SortStableFunc(same, func(a, b int) int { return figs[a].basis.Published.Compare(figs[b].basis.Published) })
		differ := func(i int) bool { return !figs[i].interval.Equal(figs[same[0]].interval) }
		if !slices.ContainsFunc(same, differ) {
			continue
		}
		spread := figs[same[0]].says
		for _, i := range same {
			spread = spread.Hull(figs[i].says)
		}
		for n, i := range same {
			// What was published first is not contradicted by what is known since.
			figs[i].allows = figs[i].allows.Hull(spread)
			figs[i].basis.Vintage = "between"
			switch n {
			case 0:
				figs[i].basis.Vintage = "first"
			case len(same) - 1:
				figs[i].basis.Vintage = "latest"
			}
		}
	}
}

// sharper reports whether f says what g says, and more exactly.
func (f figure) sharper(g figure) bool { return f.says.Within(g.says) && !g.says.Within(f.says) }

// voice returns the government whose words the claim is: that of the side that
// it speaks of as reporter, where the statement is China's own.
func (k *checker) voice() lac.Area {
	if k.claim.Measure.Partner == lac.China {
		return lac.China
	}
	return k.claim.Measure.Reporter
}

// place sets the figure against the question that is asked: where it is about a
// part of it, or about more, it is a bound, and where about something else it does
// not decide.
func (f *figure) place(questions []scope) {
	differences, narrow := nearest(questions, f.scope)
	if len(differences) == 0 {
		return
	}
	f.differs = append(f.differs, differences...)
	was := f.interval
	var why string
	f.interval, why = bounded(f.scope.subject, f.interval, differences)
	if !narrow { // else the words may mean what the figure is of
		f.says, _ = bounded(f.scope.subject, f.says, differences)
	}
	f.allows, _ = bounded(f.scope.subject, f.allows, differences)
	if f.why == "" {
		f.why = why
	}
	if f.interval.String() == was.String() {
		return
	}
	text := "a lower bound: "
	if f.interval.Lower.IsNone() {
		text = "an upper bound: "
	}
	f.work = f.work.then(OpBound, f.interval, f.unit, text+texts(f.differs), f.work.last())
}

// exactly returns the figure with the given value, which is as precise as its
// records are: an estimate is as precise as estimates are.
func (f figure) exactly(v *big.Rat, p Policy) figure {
	f.interval = interval.Point(v)
	f.says = f.interval
	if f.estimated() {
		f.says = f.says.Widen(p.Estimation.Rat())
		f.notes = append(f.notes, "The source has estimated it: it is not what the reporter has published.")
	}
	f.allows, f.grain = f.says, new(big.Rat)
	return f
}

// estimated reports whether the figure rests on an estimate.
func (f *figure) estimated() bool { return f.basis.Status == lac.Estimated }

// published returns a figure that a source prints, and what it says: what rounds
// to it, or what its own hedge lets in. The source's precision is the source's
// business: it is read under one policy, whatever that of the claim.
func published(s lac.Stated) (printed, says interval.Interval, err error) {
	reader := Default()
	reader.Truncation = false
	if says, err = reader.Interval(s); err != nil {
		return says, says, err
	}
	if !s.Value.IsReported() || s.Comparator != "" && s.Comparator != lac.Equal {
		return says, says, nil
	}
	printed = interval.Point(s.Value.Amount().Rat())
	digits := digitsOf(s)
	if _, money := s.Value.Unit().Currency(); digits == 0 || !money && lastDigit(s.Value.Amount(), digits).Cmp(big.NewRat(1, 1)) == 0 {
		says = printed // as it was counted
	}
	return printed, says, nil
}

func evidenceOf(e lac.Evidence) lac.Evidence {
	if e == "" {
		return lac.Published
	}
	return e
}

func coverageOf(o lac.Observation) string {
	if o.Coverage != "" {
		return o.Coverage + ", as published"
	}
	return o.Measure.Partner.String() + ", as published"
}

// region maps the community of the region's states to the region.
func region(a lac.Area) lac.Area {
	if a == lac.CELAC {
		return lac.LatinAmericaCaribbean
	}
	return a
}

func flowOf(m lac.Measure) lac.TradeFlow {
	if m.Subject == lac.SubjectTrade && m.Flow == "" {
		return lac.Turnover
	}
	return m.Flow
}

// definitions returns the ways in which the members of an area are added up.
func definitions(a lac.Area, on lac.Date) []meaning {
	if region(a) == lac.LatinAmericaCaribbean {
		return []meaning{{area: lac.CELAC, members: extentOf(lac.CELAC, on)}, {area: lac.LatinAmericaCaribbean, members: extentOf(lac.LatinAmericaCaribbean, on)}}
	}
	return meanings(a, on)
}
