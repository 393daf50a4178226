package iati

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

var hundred = decimal.NewFromInt(100)

// A part is an element that says what part falls to a sector or an area.
type part struct {
	elem
	list    string // its vocabulary; empty for a country
	percent decimal.Decimal
}

// A division is a whole in parts, by several vocabularies at once.
type division struct {
	parts  []part
	lists  []string // the vocabularies in their order
	count  map[string]int
	first  map[string]elem
	totals map[string]decimal.Decimal
}

// divide returns the parts of an element, with their percentages if they have
// any, and whether each has one. A part that is alone in its vocabulary, and not
// beside countries, is the whole.
func (a *activity) divide(e elem, missing string, names ...string) (division, bool) {
	d := division{count: map[string]int{}, first: map[string]elem{}, totals: map[string]decimal.Decimal{}}
	for c := range e.all(names...) {
		p := part{elem: c}
		if c.node().name != "recipient-country" {
			if p.list = c.attr("vocabulary"); p.list == "" {
				p.list = missing
			}
		}
		if d.count[p.list]++; d.count[p.list] == 1 {
			d.lists = append(d.lists, p.list)
			d.first[p.list] = c
		}
		d.parts = append(d.parts, p)
	}
	whole := true
	for i := range d.parts {
		p := &d.parts[i]
		alone := d.count[p.list] == 1 && (d.count[""] == 0 || len(d.parts) == 1)
		switch {
		case p.has("percentage"):
			whole = a.percentage(p) && whole
		case alone:
			p.percent = hundred
		default:
			a.broken(p.elem, "percentage", "", fmt.Errorf("%w: there are several, and this one's part is not said", lac.ErrMissing))
			whole = false
		}
		d.totals[p.list] = d.totals[p.list].Add(p.percent)
	}
	return d, whole
}

func (a *activity) percentage(p *part) bool {
	text := p.attr("percentage")
	v, err := parseDecimal(text)
	if err == nil && (v.Sign() < 0 || v.GreaterThan(hundred)) {
		err = fmt.Errorf("%w: a percentage is from 0 to 100", lac.ErrRange)
	}
	if err != nil {
		a.wrong(p.elem, "percentage", text, err)
		return false
	}
	p.percent = v
	return true
}

// notWhole reports that percentages do not add up.
func (a *activity) notWhole(e elem, of string, total decimal.Decimal) {
	a.broken(e, "", total.String(), fmt.Errorf("%w: percentages of %s add up to %s, not 100", lac.ErrRange, of, total))
}

// sectors returns the sectors of an activity or transaction. In a transaction
// there are no percentages: it has one sector of a vocabulary.
func (a *activity) sectors(e elem) []lac.SectorShare {
	d, whole := a.divide(e, sectorsDAC5, "sector")
	var shares []lac.SectorShare
	for _, p := range d.parts {
		s, ok := sector(p, d.count[sectorsDAC5] > 0)
		if !ok {
			a.unknown(p.elem, "code")
			whole = false
		}
		if !p.percent.IsZero() { // else nothing falls to it
			shares = append(shares, lac.SectorShare{Sector: s, Percent: p.percent})
		}
	}
	if !whole {
		return nil
	}
	for _, list := range d.lists {
		if !d.totals[list].Equal(hundred) {
			a.notWhole(d.first[list], "the sectors of vocabulary "+list, d.totals[list])
			shares = nil
		}
	}
	return shares
}

// sector returns the sector that an element names. Groups of the DAC's list are
// purposes too, unless purposes are given beside them: the two lists divide the
// same whole.
func sector(p part, besidePurposes bool) (lac.Sector, bool) {
	code, size := p.attr("code"), 5
	switch {
	case p.list == sectorsDAC3 && !besidePurposes:
		size = 3
	case p.list != sectorsDAC5:
		return lac.Sector{Vocabulary: p.list, Code: code}, code != ""
	}
	s, err := lac.ParseSector(code)
	return s, err == nil && s.Purpose == code && len(code) == size
}

// areas returns the recipient countries and regions of an activity. Together they
// are a whole. Where regions of several vocabularies each make up a whole with the
// countries they say one thing in several ways, and one is kept: M49's regions,
// else the DAC's, else the first.
func (a *activity) areas(e elem) []lac.AreaShare {
	d, whole := a.divide(e, regionsDAC, "recipient-country", "recipient-region")
	total, parallel, kept := decimal.Decimal{}, true, ""
	for _, list := range d.lists {
		total = total.Add(d.totals[list])
		if list == "" {
			continue
		}
		parallel = parallel && d.totals[""].Add(d.totals[list]).Equal(hundred)
		if kept == "" || list == regionsM49 || list == regionsDAC && kept != regionsM49 {
			kept = list
		}
	}
	parallel = parallel && !total.Equal(hundred)
	var shares []lac.AreaShare
	for _, p := range d.parts {
		share, ok := area(p)
		if !ok {
			a.unknown(p.elem, "code")
			whole = false
		}
		if parallel && p.list != "" && p.list != kept || p.percent.IsZero() {
			continue
		}
		share.Percent = p.percent
		shares = append(shares, share)
	}
	switch {
	case !whole || len(d.parts) == 0:
		return nil
	case !total.Equal(hundred) && !parallel:
		a.notWhole(d.parts[0].elem, "recipient countries and regions", total)
		return nil
	}
	return shares
}

// transactionAreas returns the one country or region of a transaction. Where it
// has both the region is that in which the country lies, and says no more.
func (a *activity) transactionAreas(e elem) []lac.AreaShare {
	p := part{elem: e.child("recipient-country")}
	if !p.exists() {
		p.elem = e.child("recipient-region")
		if p.list = p.attr("vocabulary"); p.list == "" {
			p.list = regionsDAC
		}
	}
	if !p.exists() {
		return nil
	}
	share, ok := area(p)
	if !ok {
		a.unknown(p.elem, "code")
		return nil
	}
	share.Percent = hundred
	return []lac.AreaShare{share}
}

// area returns the area that an element names, as a code where it is none of
// package lac's.
func area(p part) (lac.AreaShare, bool) {
	code := p.attr("code")
	switch p.list {
	case "":
		c, err := lac.ParseArea(code)
		return lac.AreaShare{Area: c}, err == nil && c.IsCountry() && strings.EqualFold(c.Alpha2(), code)
	case regionsM49:
		r, err := lac.ParseArea(code)
		return lac.AreaShare{Area: r}, err == nil && r.IsRegion() && strings.Trim(code, "0123456789") == ""
	case regionsDAC:
		if r, ok := regions.value(code); r != 0 || !ok {
			return lac.AreaShare{Area: r}, ok
		}
	}
	return lac.AreaShare{Vocabulary: p.list, Code: code}, code != ""
}
