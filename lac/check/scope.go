package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// A scope is what a question is about, or a figure: whose trade with whom, which
// flow of which goods, when. Scopes are compared on each dimension alone.
type scope struct {
	subject           lac.Subject // with what narrows it down
	kind              lac.ProjectKind
	sector            string
	status            lac.ProjectStatus
	real              bool       // in constant prices
	prices            string     // by which they are, if it is known
	figure            lac.Figure // of trade
	reporter, partner extent
	flow              lac.TradeFlow
	goods             lac.Commodity
	period            lac.Period
	counts            lac.Unit // what is counted; empty: not a count
	// narrow marks the scope of a question whose words stand for more, as the region's
	// do for its 33 states: what is of it may bear the words out, and is else a part.
	narrow bool
	// lacks says on which dimensions the figure has only a part of what it is
	// about: nine months of the year, one heading of the goods.
	lacks []lack
}

// A lack is a dimension on which a figure is a part, and of what.
type lack struct {
	of   dimension
	text string
}

// difference returns a lack as a difference from the question.
func (l lack) difference() ScopeDifference {
	d := ScopeDifference{Of: string(l.of), Is: isPart, Text: l.text}
	if l.of == ofFlow {
		for _, f := range flows {
			if l.text == string(f)+"s alone" {
				d.Word = string(f)
			}
		}
	}
	return d
}

// A dimension is one of the ways in which two scopes may differ.
type dimension string

const (
	ofSubject  dimension = "subject"
	ofPrices   dimension = "prices"
	ofReporter dimension = "reporter"
	ofPartner  dimension = "partner"
	ofFlow     dimension = "flow"
	ofGoods    dimension = "goods"
	ofPeriod   dimension = "period"
	ofCount    dimension = "count"
	ofValue    dimension = "value" // whether every record has one
)

// An extent is a set of countries and areas, in order.
type extent []lac.Area

// extentOf returns the countries of an area on a day, or, on the zero Date, of
// today: itself if it is one.
func extentOf(a lac.Area, on lac.Date) extent {
	if !isGroup(a) {
		return extent{a}
	}
	if on.IsZero() {
		on = lac.DateOf(9999, 12, 31)
	}
	members := a.Members(on)
	if len(members) == 0 {
		return extent{a}
	}
	return slices.Sorted(slices.Values(members))
}

// in reports whether every area of e is one of f.
func (e extent) in(f extent) bool {
	return !slices.ContainsFunc(e, func(a lac.Area) bool {
		_, ok := slices.BinarySearch(f, a)
		return !ok
	})
}

// less returns the areas of e that are none of f.
func (e extent) less(f extent) extent {
	return slices.DeleteFunc(slices.Clone(e), func(a lac.Area) bool {
		_, ok := slices.BinarySearch(f, a)
		return ok
	})
}

// differ compares what a figure is about with the question.
func (asked scope) differ(got scope) []ScopeDifference {
	var out []ScopeDifference
	add := func(of dimension, is string, d ScopeDifference, format string, args ...any) {
		d.Of, d.Is, d.Text = string(of), is, fmt.Sprintf(format, args...)
		out = append(out, d)
	}
	if asked.subject != got.subject || asked.figure != got.figure {
		add(ofSubject, isOther, ScopeDifference{Word: string(got.subject)}, "it is of %s", words(got.subject))
	}
	narrower(&out, ofSubject, string(asked.kind), string(got.kind))
	narrower(&out, ofSubject, asked.sector, got.sector)
	narrower(&out, ofSubject, string(asked.status), string(got.status))
	if asked.real != got.real {
		add(ofPrices, isOther, ScopeDifference{}, "it is in other prices")
	}
	for _, side := range []struct {
		of         dimension
		asked, got extent
	}{{ofReporter, asked.reporter, got.reporter}, {ofPartner, asked.partner, got.partner}} {
		without, with := side.asked.less(side.got), side.got.less(side.asked)
		if len(with) < len(side.got) || len(with) == 0 {
			if len(without) > 0 {
				add(side.of, isPart, ScopeDifference{Areas: without}, "without %s", listed(without))
			}
			if len(with) > 0 {
				add(side.of, isWhole, ScopeDifference{Areas: with}, "with %s", listed(with))
			}
			continue
		}
		add(side.of, isOther, ScopeDifference{Areas: side.got}, "it is of %s", listed(side.got))
	}
	flow := ScopeDifference{Word: string(got.flow)}
	switch {
	case asked.flow == got.flow:
	case asked.flow == lac.Turnover && (got.flow == lac.Export || got.flow == lac.Import):
		add(ofFlow, isPart, flow, "%ss alone", got.flow)
	case got.flow == lac.Turnover && (asked.flow == lac.Export || asked.flow == lac.Import):
		add(ofFlow, isWhole, flow, "both flows")
	default:
		add(ofFlow, isOther, flow, "it is of %ss", got.flow)
	}
	goods := ScopeDifference{Word: got.goods.String()}
	switch {
	case asked.goods == got.goods:
	case asked.goods.Contains(got.goods):
		add(ofGoods, isPart, goods, "%v alone", got.goods)
	case got.goods.Contains(asked.goods):
		add(ofGoods, isWhole, goods, "all of %v", got.goods)
	default:
		add(ofGoods, isOther, goods, "it is of %v", got.goods)
	}
	period := ScopeDifference{Period: got.period}
	switch {
	case asked.period == got.period:
	case stocks[asked.subject]:
		add(ofPeriod, isOther, period, "it is that of %v", got.period)
	case asked.period.Contains(got.period):
		add(ofPeriod, isPart, period, "of %v alone", got.period)
	case got.period.Contains(asked.period):
		add(ofPeriod, isWhole, period, "of all %v", got.period)
	default:
		add(ofPeriod, isOther, period, "it is that of %v", got.period)
	}
	counted := ScopeDifference{Word: string(got.counts)}
	switch {
	case asked.counts == got.counts || asked.counts == "" || got.counts == "":
	case counts(got.counts, asked.counts):
		add(ofCount, isWhole, counted, "counts %s, of which several may be of one", got.counts)
	default:
		add(ofCount, isOther, counted, "it counts %s, not %s", got.counts, asked.counts)
	}
	for _, l := range got.lacks {
		out = append(out, l.difference())
	}
	return out
}

// narrower compares words of which the empty one stands for all.
func narrower(out *[]ScopeDifference, of dimension, asked, got string) {
	d := ScopeDifference{Of: string(of), Word: got}
	switch text := strings.ReplaceAll(got, "-", " "); {
	case asked == got:
		return
	case asked == "":
		d.Is, d.Text = isPart, "of "+text+" alone"
	case got == "":
		d.Is, d.Text = isWhole, "of every kind"
	default:
		d.Is, d.Text = isOther, "it is of "+text
	}
	*out = append(*out, d)
}

// stocks holds the subjects that are what there is at the end of a time: they are
// not more for a longer one.
var stocks = map[lac.Subject]bool{lac.SubjectFDIStock: true, lac.SubjectPopulation: true, lac.SubjectTies: true}

// signed holds the subjects whose parts may be below zero, so that a part bounds
// nothing.
var signed = map[lac.Subject]bool{lac.SubjectFDIFlow: true}

// bounded returns what a figure says of the question, by the differences of their
// scopes, and why it says nothing, if so. It is the one place where a figure
// becomes a bound:
//
//	equal on all                          the figure itself
//	part on some, equal on the others     a lower bound
//	contains on some, equal on the others an upper bound
//	part and contains, or something else  shown, it does not decide
func bounded(subject lac.Subject, i interval.Interval, differences []ScopeDifference) (interval.Interval, string) {
	var texts []string
	seen := map[string]bool{}
	for _, d := range differences {
		seen[d.Is] = true
		texts = append(texts, d.Text)
	}
	switch why := strings.Join(texts, "; "); {
	case len(differences) == 0:
		return i, ""
	case seen[isOther]:
		return i, "something else: " + why
	case seen[isPart] && seen[isWhole]:
		return i, "neither a part nor the whole: " + why
	case signed[subject]:
		return i, "a part of what may be below zero: " + why
	case seen[isPart]:
		return interval.From(i.Lower), ""
	}
	return interval.To(i.Upper), ""
}

// listed lists areas by name, a few of them.
func listed(areas []lac.Area) string {
	const most = 8
	if len(areas) > most {
		return fmt.Sprintf("%s and %d more", names(areas[:most]), len(areas)-most)
	}
	return names(areas)
}

// asked returns the scopes of a question: one for each way in which its words may
// be meant, the first as they stand.
func asked(m lac.Measure, period lac.Period) []scope {
	var out []scope
	for _, partner := range meanings(m.Partner, period) {
		for _, reporter := range meanings(m.Reporter, period) {
			s := scopeOf(m, period)
			s.reporter, s.partner, s.narrow = reporter.members, partner.members, reporter.narrow || partner.narrow
			out = append(out, s)
		}
	}
	return out
}

// scopeOf returns the scope of a measure in a period, as its words stand.
func scopeOf(m lac.Measure, period lac.Period) scope {
	s := scope{
		subject: m.Subject, kind: m.Kind, sector: m.Sector, status: m.Status, real: m.Real, prices: m.Prices, figure: m.Figure,
		reporter: extentOf(m.Reporter, period.Last()), partner: extentOf(m.Partner, period.Last()),
		flow: flowOf(m), goods: m.Commodity, period: period,
	}
	if s.goods == 0 {
		s.goods = lac.AllGoods
	}
	return s
}

// A meaning is a set of countries that the name of an area may stand for.
type meaning struct {
	area    lac.Area // whose members are added up
	without extent   // but for these
	members extent
	narrow  bool // the area's states, without its territories
}

// String returns the meaning as prose has it.
func (m meaning) String() string {
	if len(m.without) > 0 {
		return name(m.area) + " without " + names(m.without)
	}
	return name(m.area)
}

// customary lists areas whose name is used for a part of them too: Central America
// of M49 has Mexico, which its own seven states and their partners leave out.
var customary = map[string][]string{"013": {"MEX"}}

// meanings returns what the name of an area may stand for, the first as the code
// defines it. The community of the region's states and the region are used for one
// isOther, but the community's 33 states are not all of the region. A bloc is spoken
// of with its suspended members and without them: Mercosur since 2016; and in a year
// in which members joined, with them and without them.
func meanings(a lac.Area, period lac.Period) []meaning {
	on := period.Last()
	out := []meaning{{area: a, members: extentOf(a, on)}}
	if a == lac.CELAC {
		out = append(out, meaning{area: lac.LatinAmericaCaribbean, members: extentOf(lac.LatinAmericaCaribbean, on)})
	}
	if a == lac.LatinAmericaCaribbean {
		out = append(out, meaning{area: lac.CELAC, members: extentOf(lac.CELAC, on), narrow: true})
	}
	for _, code := range customary[a.String()] {
		if b, err := lac.ParseArea(code); err == nil {
			without := extent{b}
			out = append(out, meaning{area: a, without: without, members: out[0].members.less(without)})
		}
	}
	// The region's name stands for all its states, whoever stays away from a meeting.
	suspended := extent(a.Suspended(on))
	if region(a) == lac.LatinAmericaCaribbean {
		suspended = nil
	}
	var joined extent
	if first := period.First(); isGroup(a) && !first.IsZero() {
		joined = out[0].members.less(extentOf(a, first))
	}
	both := extent(slices.Sorted(slices.Values(append(slices.Clone(joined), suspended...))))
	for i, without := range []extent{suspended, joined, both} {
		if left := out[0].members.less(without); len(without) > 0 && len(left) > 0 && (i < 2 || len(joined) > 0 && len(suspended) > 0) {
			out = append(out, meaning{area: a, without: without, members: left})
		}
	}
	return out
}

// nearest returns the differences of a figure's scope from the meaning of the
// question to which it is nearest, and whether it is all of a narrow one.
func nearest(questions []scope, got scope) (best []ScopeDifference, narrow bool) {
	for i, q := range questions {
		d := q.differ(got)
		switch {
		case q.narrow:
			narrow = narrow || len(d) == 0
		case i == 0 || len(d) < len(best):
			best = d
		}
	}
	return best, narrow
}
