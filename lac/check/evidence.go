package check

import (
	"cmp"
	"slices"
	"sync"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/projects"
)

// evidence is a dataset as claims under one policy ask of it. What a question has
// to search the dataset for is kept for the next one; it serves many claims at once.
type evidence struct {
	data     *lac.Dataset
	observed map[lac.Measure][]lac.Observation // published whole, by what they measure
	cells    map[lac.Subject][]lac.Observation // of tables
	rates    map[lac.Period][]lac.Rate
	said     map[lac.Measure][]Saying // by date
	trade    cache[sides, *traded]
	figures  cache[figureKey, figureSet]
	pairs    cache[pairKey, pairSet]
	partners cache[competition, partners]
	lists    cache[figureKey, lists]
	list     func() *projects.List
	policy   Policy
}

func newEvidence(data *lac.Dataset, p Policy) *evidence {
	e := &evidence{
		data: data, observed: map[lac.Measure][]lac.Observation{}, cells: map[lac.Subject][]lac.Observation{},
		rates: map[lac.Period][]lac.Rate{}, list: sync.OnceValue(func() *projects.List { return projects.Of(data) }), policy: p,
	}
	for o := range data.Observations() {
		if o.Table == "" {
			m := normal(o.Measure)
			e.observed[m] = append(e.observed[m], o)
		} else {
			e.cells[o.Measure.Subject] = append(e.cells[o.Measure.Subject], o)
		}
	}
	for r := range data.Rates() {
		e.rates[r.Period] = append(e.rates[r.Period], r)
	}
	e.said = sayings(data)
	return e
}

// A cache keeps what was made for a key. It may be used by many at once.
type cache[K comparable, V any] struct {
	mu   sync.Mutex
	made map[K]func() V
}

// of returns the value of a key, made once.
func (c *cache[K, V]) of(key K, create func() V) V {
	c.mu.Lock()
	once, ok := c.made[key]
	if !ok {
		if c.made == nil {
			c.made = map[K]func() V{}
		}
		once = sync.OnceValue(create)
		c.made[key] = once
	}
	c.mu.Unlock()
	return once()
}

// size returns how many values are kept.
func (c *cache[K, V]) size() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.made)
}

// kept returns how many lookups are kept.
func (e *evidence) kept() int {
	return e.trade.size() + e.figures.size() + e.pairs.size() + e.partners.size() + e.lists.size()
}

// sides are the two sides of trade, areas or, as 0, any, in a period, or, as zero,
// at any time.
type sides struct {
	reporter, partner lac.Area
	period            lac.Period
}

// traded is what the dataset has of the trade of two sides.
type traded struct {
	*lac.Dataset
	spans []span
}

// A span is a source's books of an area on another in one period.
type span struct {
	source            string
	reporter, partner lac.Area
	period            lac.Period
}

// between returns the trade of two sides within a period.
func (e *evidence) between(reporter, partner lac.Area, period lac.Period) *traded {
	s := sides{region(reporter), region(partner), period}
	return e.trade.of(s, func() *traded {
		from := e.data
		if !period.IsZero() {
			from = e.between(reporter, partner, lac.Period{}).Dataset
		}
		t := &traded{Dataset: from.Narrow(s.reporter, s.partner, s.period)}
		if period.IsZero() {
			return t
		}
		seen := map[span]bool{}
		for r := range t.Trade() {
			sp := span{r.Source, r.Reporter, r.Partner, r.Period}
			if !seen[sp] {
				seen[sp] = true
				t.spans = append(t.spans, sp)
			}
		}
		return t
	})
}

// sources returns the IDs of the sources of spans that satisfy keep, in order.
func (t *traded) sources(keep func(span) bool) []string {
	var ids []string
	for _, s := range t.spans {
		if keep(s) && !slices.Contains(ids, s.source) {
			ids = append(ids, s.source)
		}
	}
	slices.Sort(ids)
	return ids
}

// apart returns periods within one that a source has rows of and that do not overlap:
// the longest, then the longest of the rest; of equal ones the last.
func (t *traded) apart(source string, within lac.Period) []lac.Period {
	var periods []lac.Period
	for _, s := range t.spans {
		if s.source == source && within.Contains(s.period) && !s.period.First().IsZero() && !s.period.Last().IsZero() && !slices.Contains(periods, s.period) {
			periods = append(periods, s.period)
		}
	}
	days := func(p lac.Period) int { return p.First().DaysUntil(p.Last()) }
	slices.SortFunc(periods, func(a, b lac.Period) int { return cmp.Or(days(b)-days(a), b.Compare(a)) })
	var out []lac.Period
	for _, p := range periods {
		if !slices.ContainsFunc(out, p.Overlaps) {
			out = append(out, p)
		}
	}
	return out
}
