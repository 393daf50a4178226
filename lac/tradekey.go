package lac

import "github.com/sinolac/sinolac/lac/internal/tally"

// A keyMaker numbers the keys of heads, which have every dimension but the
// commodity.
type keyMaker struct {
	dict    *tradeDict
	by      [BySource + 1]bool
	years   []uint32 // by period: the number of its year among periods
	periods tally.Numbering[Period]
	tags    []uint32 // by kind: the number of the source and flow that the key has
	places  tally.Index
	numbers tally.Index
	keys    []TradeKey
}

func newKeyMaker(d *tradeDict, by []Dimension) keyMaker {
	m := keyMaker{dict: d}
	for _, dim := range by {
		if dim <= BySource {
			m.by[dim] = true
		}
	}
	return m
}

// periodOf returns the number of the period that the key has.
func (m *keyMaker) periodOf(period uint32) uint32 {
	if !m.by[ByYear] && !m.by[ByPeriod] {
		return 0
	}
	for i := len(m.years); i <= int(period); i++ {
		m.years = append(m.years, 1+m.periods.Of(m.period(m.dict.periods.Values[i])))
	}
	return m.years[period]
}

// period returns the period that the key of a record has.
func (m *keyMaker) period(p Period) Period {
	if m.by[ByYear] {
		if y := Year(p.Last().Year()); y.Contains(p) {
			return y
		}
	}
	return p
}

// tagOf returns the number of what the key has of a kind.
func (m *keyMaker) tagOf(kind uint32) uint32 {
	if !m.by[BySource] && !m.by[ByFlow] {
		return 0
	}
	if int(kind) >= len(m.tags) {
		tags := map[TradeKey]uint32{}
		m.tags = m.tags[:0]
		for i := range m.dict.kinds.Values {
			k := m.kind(&m.dict.kinds.Values[i])
			if _, ok := tags[k]; !ok {
				tags[k] = uint32(len(tags) + 1)
			}
			m.tags = append(m.tags, tags[k])
		}
	}
	return m.tags[kind]
}

// kind returns the part of a key that comes from a kind.
func (m *keyMaker) kind(k *kind) (key TradeKey) {
	if m.by[BySource] {
		key.Source = k.source
	}
	if m.by[ByFlow] {
		key.Flow = k.flow
	}
	return key
}

// number returns the number of the key of a head.
func (m *keyMaker) number(h tally.Head) uint32 {
	place := uint64(m.periodOf(h.Period))
	if m.by[ByReporter] {
		place |= uint64(h.Reporter) << 48
	}
	if m.by[ByPartner] {
		place |= uint64(h.Partner) << 32
	}
	n, _ := m.places.Number(place)
	n, isNew := m.numbers.Number(uint64(n)<<32 | uint64(m.tagOf(h.Kind)))
	if isNew {
		m.keys = append(m.keys, m.key(h))
	}
	return n
}

func (m *keyMaker) key(h tally.Head) TradeKey {
	k := m.kind(&m.dict.kinds.Values[h.Kind])
	if m.by[ByReporter] {
		k.Reporter = m.dict.areas.Values[h.Reporter]
	}
	if m.by[ByPartner] {
		k.Partner = m.dict.areas.Values[h.Partner]
	}
	if m.by[ByYear] || m.by[ByPeriod] {
		k.Period = m.period(m.dict.periods.Values[h.Period])
	}
	return k
}

// A headSelector says which heads a query selects.
type headSelector struct {
	q                   TradeQuery
	dict                *tradeDict
	reporters, partners areaFilter
	kinds               []kindFate
	periods             []uint8 // 1: selected, 2: not
	// without reports pairs that are not selected; it may be nil.
	without func(reporter, partner Area) bool
}

type kindFate struct {
	selected bool
	fate     tally.Fate
}

func newHeadSelector(q TradeQuery, d *tradeDict) *headSelector {
	return &headSelector{q: q, dict: d, reporters: newAreaFilter(q.Reporter, q), partners: newAreaFilter(q.Partner, q)}
}

// fate returns what a total does with rows with a head that report the figure; false if
// rows with that head are not selected.
func (s *headSelector) fate(h tally.Head) (tally.Fate, bool) {
	for i := len(s.kinds); i < len(s.dict.kinds.Values); i++ {
		s.addKind(&s.dict.kinds.Values[i])
	}
	for i := len(s.periods); i < len(s.dict.periods.Values); i++ {
		s.periods = append(s.periods, 1)
		if p := s.dict.periods.Values[i]; !s.q.Period.IsZero() && (!s.q.Period.Contains(p) || s.q.Whole && p != s.q.Period) {
			s.periods[i] = 2
		}
	}
	k := &s.kinds[h.Kind]
	if !k.selected || s.periods[h.Period] == 2 {
		return 0, false
	}
	reporter, partner := areaInside, areaInside
	if s.q.Reporter != 0 {
		reporter = s.reporters.match(s.dict.areas.Values[h.Reporter], s.dict.periods.Values[h.Period])
	}
	if s.q.Partner != 0 {
		partner = s.partners.match(s.dict.areas.Values[h.Partner], s.dict.periods.Values[h.Period])
	}
	f := k.fate
	switch {
	case reporter == areaOutside || partner == areaOutside,
		s.without != nil && s.without(s.dict.areas.Values[h.Reporter], s.dict.areas.Values[h.Partner]):
		return 0, false
	case f != tally.Unconfirmed && (reporter == areaOwnRow || partner == areaOwnRow):
		f = tally.OfGroup
	}
	return f, true
}

func (s *headSelector) addKind(k *kind) {
	f := kindFate{selected: (s.q.Source == "" || s.q.Source == k.source) && (s.q.Flow == "" || s.q.Flow == k.flow)}
	if k.evidence == Unconfirmed {
		f.fate = tally.Unconfirmed
	}
	s.kinds = append(s.kinds, f)
}

type areaMatch uint8

const (
	areaOutside areaMatch = iota
	areaInside
	areaOwnRow // the group's own row, or a smaller group's, beside their members'
)

// An areaFilter tests areas against the reporter or partner of a query.
type areaFilter struct {
	area        Area
	on          Date
	asPublished bool
	isGroup     bool
	known       map[areaAt]areaMatch
}

type areaAt struct {
	area Area
	on   Date
}

func newAreaFilter(a Area, q TradeQuery) areaFilter {
	on := q.On
	if on.IsZero() {
		on = q.Period.Last()
	}
	return areaFilter{a, on, q.AsPublished, isGroup(a), map[areaAt]areaMatch{}}
}

func (f *areaFilter) match(a Area, p Period) areaMatch {
	if f.area == 0 || f.area == a && (f.asPublished || !f.isGroup) {
		return areaInside
	}
	if f.area == a {
		return areaOwnRow
	}
	if f.asPublished || !f.isGroup {
		return areaOutside
	}
	at := areaAt{a, f.on}
	if at.on.IsZero() {
		at.on = p.Last()
	}
	m, ok := f.known[at]
	if !ok {
		switch {
		case !f.area.Contains(a, at.on):
		case isGroup(a):
			m = areaOwnRow // a group within the group, beside the members of both
		default:
			m = areaInside
		}
		f.known[at] = m
	}
	return m
}
