package check

import (
	"math/big"
	"slices"

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
	revisable              bool   // a figure that is revised after it is first published
	defined                string // what its source says that it counts
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

// sharper reports whether f says what g says, and more exactly.
func (f figure) sharper(g figure) bool { return f.says.Within(g.says) && !g.says.Within(f.says) }

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

// definitions returns the ways in which the members of an area are added up.
func definitions(a lac.Area, period lac.Period) []meaning {
	on := period.Last()
	if region(a) == lac.LatinAmericaCaribbean {
		return []meaning{{area: lac.CELAC, members: extentOf(lac.CELAC, on)}, {area: lac.LatinAmericaCaribbean, members: extentOf(lac.LatinAmericaCaribbean, on)}}
	}
	return meanings(a, period)
}

// pair is a measure's figures of one series in the claim's period and in its
// baseline.
type pair struct {
	now, then figure
	// rest bounds what is missing of both sides; nil if nothing is, or is known.
	rest *[2]interval.Interval
}

// A pairKey is what the pairs of a claim's measure depend on.
type pairKey struct {
	figureKey
	baseline lac.Period
}

// A pairSet is the pairs of a measure, and why there are not more.
type pairSet struct {
	pairs   []pair
	refused []string
}

// A figureKey is a measure in a period, and whose words do not count.
type figureKey struct {
	measure lac.Measure
	period  lac.Period
	voice   lac.Area
}

// A figureSet is what there is of a measure, and why there is not more.
type figureSet struct {
	figures []figure
	refused []string
}

// isOwn reports whether a figure is of one country's own books.
func (f *figure) isOwn() bool { return f.books != 0 && slices.Equal(f.scope.reporter, extent{f.books}) }

// scaled applies an operation on single values to what a figure is, says and allows.
func (f *figure) scaled(op func(interval.Interval) interval.Interval) {
	f.interval, f.says, f.allows = op(f.interval), op(f.says), op(f.allows)
}
