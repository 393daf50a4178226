package check

import (
	"cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// A rival is one competitor for a place, with bounds on its trade.
type rival struct {
	area     lac.Area
	interval interval.Interval
	rows     *rowsOf // behind it
	member   bool    // of the European Union in that year
}

// A fieldBasis says who competes, on whose figures.
type fieldBasis struct {
	source string
	rule   string // whether a bloc's members compete apart or as one
}

// A field is the competition in one year on one basis, seen by one of them.
type field struct {
	basis  fieldBasis
	period lac.Period
	unit   lac.Unit
	*lineup
	own   rival
	place interval.Interval
	notes []string
}

// A lineup is the competitors in one year under one bloc rule.
type lineup struct {
	all        []rival // by what is known of them, the largest first
	exact      bool    // all amounts are known
	conversion string  // the rate at which the EU's own figures were converted
	notes      []string
}

// A listing is what a source lists of the reporter's partners in one year, or in
// the period of the claim.
type listing struct {
	source  string
	period  lac.Period // a year, or the claim's own period
	unit    lac.Unit
	rivals  []rival // the largest first
	union   *rival  // the source's own row for the EU
	lineups map[string]*lineup
	// rest is the most that a partner has which is not listed in any flow; none
	// if there is no telling.
	rest interval.Bound
}

// lists are what the sources list of one reporter's partners, the latest year
// first.
type lists struct {
	all     []*listing
	refused []string
}

// rivals returns all but one of the competitors, the largest first.
func (c *field) rivals(yield func(*rival) bool) {
	for i := range c.all {
		if c.all[i].area != c.own.area && !yield(&c.all[i]) {
			return
		}
	}
}

// larger orders rivals by what is surely theirs, the largest first.
func larger(a, b rival) int {
	return cmp.Or(b.interval.Lower.Cmp(a.interval.Lower), a.area.Compare(b.area))
}

// competes reports whether a partner is one of its own: a country or a rest such
// as "other Asia", not a group of partners that are listed too.
func competes(a lac.Area) bool { return a.IsCountry() || a == lac.OtherAsia }
