package iati

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// areas returns the recipient countries and regions of an activity.
func (a *activity) areas(e elem) []lac.AreaShare {
	var countries group
	var regions []group
	for _, g := range a.groups(e, regionsDAC, "recipient-country", "recipient-region") {
		if g.list == "" {
			countries = g
		} else {
			regions = append(regions, g)
		}
	}
	g := a.oneWhole(countries, regions)
	if len(g.parts) == 0 || !a.settled(&g, "recipient countries and regions") {
		return nil
	}
	slices.SortStableFunc(g.parts, func(p, q part) int { // countries before regions
		return cmp.Or(cmp.Compare(min(len(p.list), 1), min(len(q.list), 1)), cmp.Compare(p.i, q.i))
	})
	shares := make([]lac.AreaShare, 0, len(g.parts))
	for _, p := range g.parts {
		share := a.area(p.elem, p.list)
		switch share.Percent = p.percent; {
		case p.percent.IsZero(): // nothing falls to it
		case share == lac.AreaShare{Percent: p.percent}:
			return nil
		default:
			shares = append(shares, share)
		}
	}
	return shares
}

// oneWhole returns those of the countries and regions that divide one whole. As a
// rule they do so together. But regions of several vocabularies may each do so with
// the countries: then one is kept, M49's regions, else the DAC's, else the first. And
// regions may say once more where the countries lie: then the countries are kept.
func (a *activity) oneWhole(countries group, regions []group) group {
	all := together(append([]group{countries}, regions...)...)
	if len(regions) == 0 || all.isWhole() {
		return all
	}
	of := regions[0].parts[0].elem
	if countries.isWhole() && (countries.unsaid == 0 || restated(countries.parts[0], regions)) {
		a.broken(of, "code", of.attr("code"), fmt.Errorf("%w: recipient-country has all, and recipient-region, which has it once more, is left out", lac.ErrRange))
		return countries
	}
	best := group{}
	for _, g := range regions {
		with := together(countries, g)
		if with.isWhole() && (best.parts == nil || g.list == regionsM49 || g.list == regionsDAC && best.list != regionsM49) {
			best = with
			best.list = g.list
		}
	}
	if best.parts != nil {
		for _, g := range regions {
			if !together(countries, g).isWhole() {
				a.broken(g.parts[0].elem, "", g.total.String(), fmt.Errorf("%w: regions of vocabulary %s are no whole, and are left out", lac.ErrRange, shorten(g.list)))
			}
		}
		return best
	}
	for _, g := range regions {
		if g.unsaid == 0 && g.isWhole() {
			a.broken(of, "code", of.attr("code"), fmt.Errorf("%w: recipient-region has all, and what is beside it is left out", lac.ErrRange))
			return g
		}
	}
	return all
}

// restated reports whether a country lies in each of the regions beside it, of those
// that are known: a region of the reporter's own list, or of none, cannot be told to
// be elsewhere.
func restated(country part, regions []group) bool {
	c, _ := areaOf("", country.attr("code"))
	for _, g := range regions {
		for _, p := range g.parts {
			if r, _ := areaOf(g.list, p.attr("code")); c.Area == 0 || r.Area != 0 && !r.Area.Contains(c.Area, lac.Date{}) {
				return false
			}
		}
	}
	return true
}

// transactionAreas returns the one country or region of a transaction. Where it
// has both the region is that in which the country lies, and says no more.
func (a *activity) transactionAreas(e elem) []lac.AreaShare {
	c, list := e.child("recipient-country"), ""
	if !c.exists() {
		if c = e.child("recipient-region"); !c.exists() {
			return nil
		}
		if list = c.attr("vocabulary"); list == "" {
			list = regionsDAC
		}
	}
	share := a.area(c, list)
	if share.Area == 0 && share.Code == "" {
		return nil
	}
	share.Percent = hundred
	return []lac.AreaShare{share}
}

// area returns the area of an element. A code that no list has is kept as a code, of
// the reporting organisation's own list where it should be a country's, so that its
// part falls to nobody else.
func (a *activity) area(e elem, list string) lac.AreaShare {
	code := e.attr("code")
	share, ok := areaOf(list, code)
	if ok {
		return share
	}
	if c, err := lac.ParseArea(strings.ToUpper(code)); list == "" && len(code) == 3 && err == nil && c.IsCountry() && strings.EqualFold(c.String(), code) {
		a.broken(e, "code", code, fmt.Errorf("%w: three letters, read as %s", lac.ErrUnknownCode, c.Alpha2()))
		return lac.AreaShare{Area: c}
	}
	a.unknown(e, "code")
	if list == "" {
		list = ofReporter
	}
	if code == "" {
		return lac.AreaShare{}
	}
	return lac.AreaShare{Vocabulary: list, Code: code}
}

// areaOf returns the area that a code of a vocabulary stands for, as a code where it
// is none of package lac's. Without a vocabulary it is a country.
func areaOf(list, code string) (lac.AreaShare, bool) {
	switch list {
	case "":
		c, err := lac.ParseArea(strings.ToUpper(code))
		return lac.AreaShare{Area: c}, err == nil && c.IsCountry() && strings.EqualFold(c.Alpha2(), code)
	case regionsM49:
		n, err := strconv.Atoi(code) // with or without zeros before it
		r := lac.AreaOf(n)
		return lac.AreaShare{Area: r}, err == nil && n > 0 && len(code) <= 3 && r.IsRegion()
	case regionsDAC:
		if r, ok := regions.value(code); r != 0 || !ok {
			return lac.AreaShare{Area: r}, ok
		}
	}
	return lac.AreaShare{Vocabulary: list, Code: code}, code != ""
}
