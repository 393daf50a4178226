package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// A Policy says what a stated figure means: it turns words into an interval of
// values. It is data, printed in every finding; a caller may write one of their
// own, in Go or as JSON.
type Policy struct {
	Name string `json:"name"`
	// Truncation lets an unhedged figure stand for what truncates to it at its
	// last stated digit, besides what rounds to it: 518.4 for 518.467.
	Truncation bool `json:"truncation"`
	// Word is the tolerance of a bare word such as "double", as a fraction.
	Word decimal.Decimal `json:"word"`
	// Near is how far below "nearly" may be at most, as a fraction.
	Near decimal.Decimal `json:"near"`
	// Around is the tolerance of "about" at most, as a fraction.
	Around decimal.Decimal `json:"around"`
	// Units is how many units of its last digit that is not 0 a hedged figure may
	// be off: one of "nearly 260" is 10, and of "about 1.35" half a step of 0.05.
	// Near and Around bound it.
	Units decimal.Decimal `json:"units"`
	// Revision is how far a figure may be from what was first published of it, as
	// a fraction: statistics are revised for years.
	Revision decimal.Decimal `json:"revision"`
	// Provisional is how far a record may be off that its source calls provisional, as a
	// fraction: it is published to be revised.
	Provisional decimal.Decimal `json:"provisional"`
	// Conversion is how far an amount may be off that is converted at an average
	// rate, as a fraction, and a product in dollars that trade is put over.
	Conversion decimal.Decimal `json:"conversion"`
	// Estimation is how far an estimate may be off, as a fraction, and how far two
	// agencies may be apart on a country's product in dollars or on its people.
	Estimation decimal.Decimal `json:"estimation"`
	// Mirror is how far the two sides' books of the same trade may be apart, as a
	// fraction, where the dataset has no other year to show it, and where a member
	// that is missing from one is taken from the other.
	Mirror decimal.Decimal `json:"mirror"`
	// Freight is what carriage and insurance may be of the value of imports, as a
	// fraction: some countries publish imports without them.
	Freight decimal.Decimal `json:"freight"`
	// Deflator is how far two indexes of prices of one country may draw apart from one
	// year to the next, as a fraction, with a fifth of it more for each further year:
	// a claim in real terms seldom says by which it deflates.
	Deflator decimal.Decimal `json:"deflator"`
	// Rest is how much of a sum may be missing where the rest stands for all of it
	// in a ratio, as a fraction.
	Rest decimal.Decimal `json:"rest"`
	// Quorum is the least part of a group's members that may stand for it in a ratio,
	// as a fraction.
	Quorum decimal.Decimal `json:"quorum"`
	// Nearest is how many times as much, or as little, an area may have traded as in
	// the nearest year on record; 0: other years say nothing.
	Nearest decimal.Decimal `json:"nearest"`
	// GapYears is how many years around the claim's are looked at for the gap between
	// two sides' books, and for what an area traded in the nearest one.
	GapYears int `json:"gap_years"`
	// EverYears is how many years before its own a series must have for a record of
	// all times to be one: before that trade was a small part of what it is.
	EverYears int `json:"ever_years"`
	// RoundYears is the distance from which on a base year may be one in round words:
	// "a decade ago" may mean 9, 10 or 11 years.
	RoundYears int `json:"round_years"`
	// LagDays is for how many days after relations began a source may still have no
	// record of projects that followed.
	LagDays int `json:"lag_days"`
	// FarAbove is the multiple of an "over" figure above which a note is made.
	FarAbove decimal.Decimal `json:"far_above"`
	// Selected is how many times the least number of a vague word a count must reach
	// if it was derived from a source's records by a selection of one's own: others
	// would read the word, and select, otherwise. 0: such a count is as any other.
	Selected decimal.Decimal `json:"selected"`
	// Vague is the least number that a vague word stands for.
	Vague map[string]int64 `json:"vague"`
	// Pace is the rule by which a pledge whose window is open is on track.
	Pace Pace `json:"pace"`
	// Complete declares scopes in which what is not recorded is not there.
	Complete []Declaration `json:"complete,omitempty"`
}

// mostYears bounds the years, and days, that a policy looks around.
const mostYears = 1000

// A Pace is a rule for pledges whose window is open.
type Pace string

const (
	// PaceDays asks for as great a part of the target as the days gone by are of the
	// window. It is the rule of a policy that names none.
	PaceDays Pace = "days"
	// PaceYears asks for that part by whole years gone by: nothing is due in
	// the first year.
	PaceYears Pace = "years"
	// PaceEnd asks for nothing before the window's last day.
	PaceEnd Pace = "end"
)

// A Declaration is what somebody declares complete: within it, missing means none.
// Records do not show that by themselves.
type Declaration struct {
	Source string `json:"source"` // ID of the source that is complete
	// Period is the time for which it is; zero: all that it speaks of.
	Period lac.Period `json:"period,omitzero"`
	Reason string     `json:"reason"` // why that is known
}

// vagueWords gives each vague word its least number: strict, default, loose.
var vagueWords = map[string][3]int64{
	"a couple": {2, 2, 2}, "a few": {3, 3, 2}, "some": {3, 2, 1}, "several": {4, 3, 2}, "various": {4, 3, 2},
	"multiple": {3, 2, 2}, "many": {10, 5, 3}, "numerous": {24, 10, 5}, "countless": {100, 50, 20},
	"a dozen": {12, 10, 8}, "dozens": {36, 24, 20}, "scores": {60, 40, 40}, "tens": {30, 20, 20},
	"hundreds": {300, 200, 150}, "thousands": {3_000, 2_000, 1_500}, "tens of thousands": {30_000, 20_000, 15_000},
	"hundreds of thousands": {300_000, 200_000, 150_000}, "millions": {3_000_000, 2_000_000, 1_500_000},
	"tens of millions":     {30_000_000, 20_000_000, 15_000_000},
	"hundreds of millions": {300_000_000, 200_000_000, 150_000_000},
	"billions":             {3_000_000_000, 2_000_000_000, 1_500_000_000},
	"tens of billions":     {30_000_000_000, 20_000_000_000, 15_000_000_000},
	"hundreds of billions": {300_000_000_000, 200_000_000_000, 150_000_000_000},
	"trillions":            {3_000_000_000_000, 2_000_000_000_000, 1_500_000_000_000},
}

func vague(column int) map[string]int64 {
	words := map[string]int64{}
	for word, least := range vagueWords {
		words[word] = least[column]
	}
	return words
}

// What is known of a source's precision is the same for friend and opponent:
// only so does a looser policy support what a stricter one does. The yearly
// average of a yuan rate is within 2 percent of the rate at which customs convert.
//
// Prices of goods that cross the border move more than all prices do. The import price
// index of the United States fell by 12.0 percent in the year to September 2009 and by
// 10.5 in that to March 2015, and rose by 13.4 in that to September 2011 and by 11.6 in
// that to May 2021 (BLS, U.S. Import and Export Price Indexes of March 2015, September
// 2011, December 2021); those of GDP rose by 0.6 to 4.6 percent in these years. It stood at 142.2 in December 2011 and at 141.7 in July 2024 (BLS, the table of
// all import commodities), while prices of GDP rose by 37 percent from 2011 to 2024.
// Consumers' prices and those of GDP are at most 1.9 percent apart over a year since
// 1990 and 7.5 over ten (BLS, BEA). So 15 percent over a year, 51 over thirteen.
var (
	deflator                     = decimal.New(15, -2)
	conversion, estimation, rest = decimal.New(2, -2), decimal.New(10, -2), decimal.New(10, -2)
	quorum, twice, freight       = decimal.New(5, -1), decimal.New(2, 0), decimal.New(10, -2)
)

// Default returns the policy that a careful reader would grant.
func Default() Policy {
	return Policy{
		Name: "default", Truncation: true,
		Word: decimal.New(5, -2), Near: decimal.New(10, -2), Around: decimal.New(10, -2), Units: decimal.New(1, 0), FarAbove: decimal.New(2, 0),
		Revision: decimal.New(2, -3), Provisional: decimal.New(3, -2), Conversion: conversion, Estimation: estimation, Mirror: decimal.New(25, -2), Rest: rest,
		Deflator: deflator, Freight: freight, Quorum: quorum, Nearest: twice, Selected: twice, GapYears: 10, EverYears: 20, RoundYears: 5, LagDays: 365,
		Vague: vague(1), Pace: PaceDays,
	}
}

// Strict returns the policy of an opponent: rounding only, narrow words.
func Strict() Policy {
	return Policy{
		Name: "strict", Truncation: false,
		Word: decimal.New(1, -2), Near: decimal.New(5, -2), Around: decimal.New(5, -2), Units: decimal.New(5, -1), FarAbove: decimal.New(15, -1),
		Revision: decimal.New(1, -3), Provisional: decimal.New(1, -2), Conversion: conversion, Estimation: estimation, Mirror: decimal.New(15, -2), Rest: rest,
		Deflator: deflator, Freight: freight, Quorum: quorum, Nearest: twice, Selected: twice, GapYears: 10, EverYears: 30, RoundYears: 5, LagDays: 365,
		Vague: vague(0), Pace: PaceDays,
	}
}

// Loose returns the policy of a friend.
func Loose() Policy {
	return Policy{
		Name: "loose", Truncation: true,
		Word: decimal.New(10, -2), Near: decimal.New(20, -2), Around: decimal.New(20, -2), Units: decimal.New(2, 0), FarAbove: decimal.New(3, 0),
		Revision: decimal.New(5, -3), Provisional: decimal.New(5, -2), Conversion: conversion, Estimation: estimation, Mirror: decimal.New(40, -2), Rest: rest,
		Deflator: deflator, Freight: freight, Quorum: quorum, Nearest: twice, Selected: twice, GapYears: 10, EverYears: 15, RoundYears: 5, LagDays: 365,
		Vague: vague(2), Pace: PaceEnd,
	}
}

// Validate reports a tolerance that is not a fraction from 0 to 1, a number of
// unreasonable size or a vague number below 0 with [lac.ErrRange], an unknown
// pace with [lac.ErrUnknownCode], and a scope without source or reason with
// [lac.ErrMissing]; the text names the field.
func (p Policy) Validate() error {
	fail := func(field string, err error) error { return fmt.Errorf("policy %q: %s: %w", p.Name, field, err) }
	for _, n := range p.numbers() {
		d := *n.value
		// The size first: comparing a number such as 1e999999999 writes it out.
		if e := d.Exponent(); e < -38 || e > 38 || d.Coefficient().BitLen() > 128 ||
			d.Sign() < 0 || d.Cmp(decimal.NewFromInt(n.most)) > 0 {
			return fail(n.field, lac.ErrRange)
		}
	}
	if p.Nearest.Sign() > 0 && p.Nearest.Cmp(one) < 0 {
		return fail("nearest", fmt.Errorf("%w: want 0 or a number from 1", lac.ErrRange))
	}
	for _, n := range []struct {
		field string
		value int
	}{{"gap_years", p.GapYears}, {"ever_years", p.EverYears}, {"round_years", p.RoundYears}, {"lag_days", p.LagDays}} {
		if n.value < 0 || n.value > mostYears {
			return fail(n.field, lac.ErrRange)
		}
	}
	for _, word := range slices.Sorted(maps.Keys(p.Vague)) {
		if p.Vague[word] < 0 || word != strings.ToLower(word) {
			return fail(fmt.Sprintf("vague[%q]", word), fmt.Errorf("%w: want a lower-case word and a number from 0", lac.ErrRange))
		}
	}
	switch p.Pace {
	case "", PaceDays, PaceYears, PaceEnd:
	default:
		return fail("pace", fmt.Errorf("%q: %w", p.Pace, lac.ErrUnknownCode))
	}
	for i, s := range p.Complete {
		if s.Source == "" || s.Reason == "" {
			return fail(fmt.Sprintf("complete[%d]", i), fmt.Errorf("source and reason: %w", lac.ErrMissing))
		}
	}
	return nil
}

// complete returns why what a source does not list of a period is not there.
func (p Policy) complete(source string, period lac.Period) (string, bool) {
	for _, s := range p.Complete {
		if s.Source == source && (s.Period.IsZero() || s.Period.Contains(period)) {
			return s.Reason, true
		}
	}
	return "", false
}

// numbers returns the policy's numbers, to be read or set.
func (p *Policy) numbers() []policyNumber {
	return []policyNumber{
		{"word", &p.Word, 1}, {"near", &p.Near, 1}, {"around", &p.Around, 1}, {"units", &p.Units, 10}, {"far_above", &p.FarAbove, 1_000_000},
		{"revision", &p.Revision, 1}, {"provisional", &p.Provisional, 1}, {"conversion", &p.Conversion, 1}, {"estimation", &p.Estimation, 1}, {"mirror", &p.Mirror, 1}, {"rest", &p.Rest, 1},
		{"deflator", &p.Deflator, 1}, {"freight", &p.Freight, 1}, {"quorum", &p.Quorum, 1}, {"nearest", &p.Nearest, 1000}, {"selected", &p.Selected, 1000},
	}
}

// A policyNumber is one of a policy's numbers with its name and the most that it may be.
type policyNumber struct {
	field string
	value *decimal.Decimal
	most  int64
}

var one, hundred = decimal.NewFromInt(1), decimal.NewFromInt(100)
