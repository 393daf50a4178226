package iati

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

var hundred = decimal.NewFromInt(100)

// A part is an element that says what part falls to a sector or an area.
type part struct {
	elem
	list    string // its vocabulary; empty for countries
	percent decimal.Decimal
	said    bool // the percentage is given
}

// A group is parts that divide one whole, such as those of one vocabulary.
type group struct {
	list   string
	parts  []part
	total  decimal.Decimal
	unsaid int // parts without percentage
}

// groups returns the parts of an element by vocabulary, in the order of the file.
// Parts that name no vocabulary are in the one that the standard then means.
func (a *activity) groups(e elem, missing string, names ...string) []group {
	var all []group
	index := map[string]int{}
	for _, name := range names {
		for c := range e.all(name) {
			list := ""
			if name != "recipient-country" {
				if list = a.vocabulary(c, name); list == "" {
					list = missing
				}
			}
			i, ok := index[list]
			if !ok {
				i = len(all)
				index[list] = i
				all = append(all, group{list: list})
			}
			g, p := &all[i], part{elem: c, list: list}
			if p.said = c.has("percentage"); p.said {
				p.percent = a.percentage(c)
				g.total = g.total.Add(p.percent)
			} else {
				g.unsaid++
			}
			g.parts = append(g.parts, p)
		}
	}
	return all
}

func (a *activity) vocabulary(e elem, name string) string {
	if name == "sector" && a.version.isFirst() {
		if code, ok := firstSectors[strings.ToLower(e.attr("vocabulary"))]; ok {
			return code
		}
	}
	return e.attr("vocabulary")
}

func (a *activity) percentage(e elem) decimal.Decimal {
	text := e.attr("percentage")
	v, err := parseDecimal(text)
	if err != nil {
		a.wrong(e, "percentage", text, err)
	}
	return v
}

// near reports whether percentages add up to 100 but for their rounding: each may be
// off by one in its last digit, and all together by one percent.
func near(parts []part, total decimal.Decimal) bool {
	exponent := int32(0)
	for _, p := range parts {
		if p.percent.Sign() < 0 {
			return false
		}
		exponent = min(exponent, p.percent.Exponent())
	}
	off := total.Sub(hundred).Abs()
	return off.LessThanOrEqual(decimal.New(int64(len(parts)), exponent)) && off.LessThanOrEqual(decimal.NewFromInt(1))
}

// scale makes parts of 100 of parts of another total. What rounding leaves, in the
// sixteenth digit after the point, is the first part's: thirds stay thirds.
func scale(parts []part, total decimal.Decimal) {
	rest := hundred
	for i := range parts {
		parts[i].percent = parts[i].percent.Mul(hundred).DivRound(total, 17).Truncate(16)
		rest = rest.Sub(parts[i].percent)
	}
	parts[0].percent = parts[0].percent.Add(rest)
}

// settled reports whether parts are a whole, and makes them one where they are so
// but for rounding. That, and what is missing, is noted.
func (a *activity) settled(g *group, of string) bool {
	switch {
	case len(g.parts) == 0:
		return false
	case len(g.parts) == 1 && g.unsaid == 1:
		g.parts[0].percent = hundred
		return true
	case g.unsaid == len(g.parts) && g.isOneCode():
		a.broken(g.parts[1].elem, "code", g.parts[1].attr("code"), fmt.Errorf("%w: given once more", lac.ErrRange))
		g.parts = g.parts[:1]
		g.parts[0].percent = hundred
		return true
	case g.unsaid > 0 && !g.total.Equal(hundred):
		a.unsaid(g, "the split of "+of+" is not known, and is left out")
		return false
	case g.total.Equal(hundred) && near(g.parts, g.total):
		a.unsaid(g, "nothing is left for it of "+of)
		return true
	case near(g.parts, g.total):
		a.broken(g.parts[0].elem, "", g.total.String(), fmt.Errorf("%w: percentages of %s add up to %s, and are scaled to 100", lac.ErrRange, of, g.total))
		scale(g.parts, g.total)
		return true
	case g.total.Equal(hundred):
		a.broken(g.parts[0].elem, "", "", fmt.Errorf("%w: percentages of %s are not all from 0 to 100: the split is left out", lac.ErrRange, of))
		return false
	}
	a.broken(g.parts[0].elem, "", g.total.String(), fmt.Errorf("%w: percentages of %s add up to %s: the split is left out", lac.ErrRange, of, g.total))
	return false
}

// isOneCode reports whether all parts say the same.
func (g *group) isOneCode() bool {
	for _, p := range g.parts {
		if p.list != g.parts[0].list || p.attr("code") != g.parts[0].attr("code") {
			return false
		}
	}
	return true
}

// unsaid notes the first part of a group that has no percentage, if there is one.
func (a *activity) unsaid(g *group, so string) {
	for _, p := range g.parts {
		if !p.said {
			a.broken(p.elem, "percentage", "", fmt.Errorf("%w: %s", lac.ErrMissing, so))
			return
		}
	}
}

// sectors returns the sectors of an activity or transaction, vocabulary by
// vocabulary: one that does not divide a whole is left out. In a transaction there
// are no percentages: it has one sector of a vocabulary.
func (a *activity) sectors(e elem) []lac.SectorShare {
	groups := a.groups(e, sectorsDAC5, "sector")
	purposes := false
	for i := range groups {
		purposes = purposes || groups[i].list == sectorsDAC5
	}
	shares := map[int]lac.SectorShare{} // by element
	for i := range groups {
		if g := &groups[i]; a.settled(g, "the sectors of vocabulary "+shorten(g.list)) {
			a.sectorShares(g, purposes, shares)
		}
	}
	var out []lac.SectorShare
	for _, i := range slices.Sorted(maps.Keys(shares)) {
		out = append(out, shares[i])
	}
	return out
}

// sectorShares puts the sectors of a vocabulary into shares. A code that the DAC's
// lists do not have is no purpose. Where all codes are such they are kept as codes;
// beside others they leave a split that is not known.
func (a *activity) sectorShares(g *group, purposes bool, shares map[int]lac.SectorShare) {
	known, unknown := 0, 0
	for _, p := range g.parts {
		code := p.attr("code")
		s, ok := sectorOf(g.list, code, purposes)
		if !ok {
			s, ok = a.otherLength(p, g.list, purposes)
		}
		if !ok {
			a.unknown(p.elem, "code")
		}
		if p.percent.IsZero() { // nothing falls to it
			continue
		}
		if known++; !ok {
			known--
			unknown++
			s = lac.Sector{Vocabulary: g.list, Code: code}
		}
		if g.list == ofReporter || g.list == ofReporter2 {
			s.Field = p.narrative() // which the code does not say
		}
		if s.Purpose == "" && s.Code == "" {
			known = 1 // the part of no sector leaves no split either
			continue
		}
		shares[p.i] = lac.SectorShare{Sector: s, Percent: p.percent}
	}
	if unknown > 0 && known > 0 {
		for _, p := range g.parts {
			delete(shares, p.i)
		}
	}
}

// otherLength returns the sector of a code that is of the DAC's other list: a group
// among purposes, or a purpose among groups where no purposes are given beside them.
func (a *activity) otherLength(p part, list string, purposes bool) (lac.Sector, bool) {
	other := map[string]string{sectorsDAC5: sectorsDAC3, sectorsDAC3: sectorsDAC5}[list]
	if other == "" || list == sectorsDAC3 && purposes {
		return lac.Sector{}, false
	}
	s, ok := sectorOf(other, p.attr("code"), false)
	if ok {
		a.broken(p.elem, "code", p.attr("code"), fmt.Errorf("%w: a code of vocabulary %s, read as that", lac.ErrUnknownCode, other))
	}
	return s, ok
}

// sectorOf returns the sector that a code of a vocabulary stands for. Groups of the
// DAC's list are purposes too, unless purposes are given beside them: the two lists
// divide the same whole.
func sectorOf(list, code string, besidePurposes bool) (lac.Sector, bool) {
	size := map[string]int{sectorsDAC5: 5, sectorsDAC3: 3}[list]
	if size == 0 {
		return lac.Sector{Vocabulary: list, Code: code}, code != ""
	}
	s, err := lac.ParseSector(code)
	if list == sectorsDAC3 && besidePurposes {
		return lac.Sector{Vocabulary: list, Code: code}, err == nil && s.Purpose == code && len(code) == size
	}
	return s, err == nil && s.Purpose == code && len(code) == size
}

// together returns several groups as one.
func together(groups ...group) group {
	var all group
	for _, g := range groups {
		all.parts = append(all.parts, g.parts...)
		all.total, all.unsaid = all.total.Add(g.total), all.unsaid+g.unsaid
	}
	return all
}

// isWhole reports whether a group divides a whole, but for rounding.
func (g group) isWhole() bool {
	if len(g.parts) == 1 && g.unsaid == 1 {
		return true
	}
	return len(g.parts) > 0 && g.unsaid == 0 && near(g.parts, g.total)
}
