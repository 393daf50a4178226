package lac

import (
	"iter"
	"slices"
)

// Members returns the countries in a on the given day, sorted; nil for a country
// or a statistical area.
//
// The countries of a region are those of the UN M49 standard as it stands,
// whatever the day; Taiwan, which M49 does not list, is counted in Eastern Asia.
// Withdrawn codes are no members. The members of a bloc are those whose
// [Membership] holds that day; none on the zero Date. A suspended member is
// still a member: see [Area.Suspended].
func (a Area) Members(on Date) []Area {
	if a.IsBloc() {
		return a.membersWith(false, on)
	}
	if !a.IsRegion() {
		return nil
	}
	var members []Area
	for i := range areaTable {
		if e := &areaTable[i]; e.kind == kindCountry && e.in(a) {
			members = append(members, e.area)
		}
	}
	return members
}

// States returns the sovereign states among the members of a on the given day,
// sorted; nil for a country or a statistical area. Territories, such as Puerto Rico
// and Hong Kong, are none. A state of [LatinAmericaCaribbean] that became
// independent after 1960 counts from that day, by the CIA's World Factbook, so that
// the states of the region are known for days on which CELAC had no members; states
// elsewhere count whatever the day. States are the members of the United Nations
// with the Holy See and Palestine, by the list of country codes of Open Knowledge.
func (a Area) States(on Date) []Area {
	if on.IsZero() {
		return nil
	}
	var states []Area
	for _, m := range a.Members(on) {
		if m.isState(on) {
			states = append(states, m)
		}
	}
	return states
}

func (a Area) isState(on Date) bool {
	e := a.entry()
	return e != nil && !e.state.IsZero() && !e.state.After(on)
}

// Contains reports whether all of b lies in a on the given day. Every valid area
// contains itself, and the [World] contains everything. A region contains its
// countries, withdrawn codes that lay there, statistical rests that lie there,
// and the regions and blocs all of whose members it has. A bloc contains its
// members of that day, suspended ones included, and the regions and blocs all of
// whose members are its own: CELAC does not contain CARICOM, which has Montserrat.
func (a Area) Contains(b Area, on Date) bool {
	if a == b || a == World {
		return a.IsValid() && b.IsValid()
	}
	bloc := a.IsBloc()
	if !bloc && !a.IsRegion() {
		return false
	}
	if e := b.entry(); e != nil && (!bloc || e.kind != kindRegion) {
		if bloc {
			return a.hasMember(b, on)
		}
		return e.in(a)
	}
	members := b.Members(on)
	for _, m := range members {
		if !a.Contains(m, on) {
			return false
		}
	}
	return len(members) > 0
}

// in reports whether e lies in region r. North America, 003, crosses the chain
// of regions: it is Northern America, Central America and the Caribbean.
func (e *areaEntry) in(r Area) bool {
	if r == World || e.area == r {
		return true
	}
	n := uint16(r &^ numbered)
	if n == 3 {
		return e.within[1] == 21 || e.within[2] == 13 || e.within[2] == 29
	}
	return slices.Contains(e.within[:], n)
}

// unions are statistical areas of UN Comtrade that are several countries together,
// and countries of which it has parts.
var unions = map[Area][]Area{
	numbered | 58:          {'B'<<16 | 'E'<<8 | 'L', 'L'<<16 | 'U'<<8 | 'X'},                         // Belgium-Luxembourg
	numbered | 717:         {'M'<<16 | 'W'<<8 | 'I', 'Z'<<16 | 'M'<<8 | 'B', 'Z'<<16 | 'W'<<8 | 'E'}, // Rhodesia and Nyasaland
	numbered | 830:         {'G'<<16 | 'G'<<8 | 'Y', 'J'<<16 | 'E'<<8 | 'Y'},                         // Channel Islands
	'M'<<16 | 'Y'<<8 | 'S': {numbered | 457, numbered | 459, numbered | 461},                         // Malaysia: Sarawak, its peninsula, Sabah
	'T'<<16 | 'Z'<<8 | 'A': {numbered | 835, numbered | 836},                                         // Tanzania: Tanganyika, Zanzibar
}

// isSeveral reports whether an area may have others in it.
func isSeveral(a Area) bool { return isGroup(a) || unions[a] != nil }

func isGroup(a Area) bool { return a.IsRegion() || a.IsBloc() }

// overlap reports whether a and b have an area in common on a day.
func overlap(a, b Area, on Date) bool {
	if a == b || a.Contains(b, on) || b.Contains(a, on) || slices.Contains(unions[a], b) || slices.Contains(unions[b], a) {
		return true
	}
	if isGroup(a) && isGroup(b) {
		for _, m := range a.Members(on) {
			if b.Contains(m, on) {
				return true
			}
		}
	}
	return false
}

// Memberships returns the memberships and suspensions of a bloc's members, or of
// a country in its blocs; nothing for any other area. They come by bloc, member
// and day. Which sources they rest on is part of the record.
func (a Area) Memberships() iter.Seq[Membership] {
	return func(yield func(Membership) bool) {
		for _, m := range memberships() {
			if (m.Bloc == a || m.Member == a) && !yield(m) {
				return
			}
		}
	}
}

// Suspended returns the countries whose membership of bloc a, or part in its
// work, was suspended on the given day, sorted. They are among [Area.Members].
func (a Area) Suspended(on Date) []Area {
	if !a.IsBloc() {
		return nil
	}
	return a.membersWith(true, on)
}

// membersWith returns the members of bloc a, or its suspended ones, on a day.
func (a Area) membersWith(suspended bool, on Date) []Area {
	var members []Area
	for m := range a.Memberships() {
		// Memberships come by member, so a country that rejoined is met in a row.
		if m.Suspended == suspended && m.Holds(on) && (len(members) == 0 || members[len(members)-1] != m.Member) {
			members = append(members, m.Member)
		}
	}
	return members
}

// hasMember reports whether country b is a member of bloc a on a day.
func (a Area) hasMember(b Area, on Date) bool {
	for m := range a.Memberships() {
		if m.Member == b && !m.Suspended && m.Holds(on) {
			return true
		}
	}
	return false
}
