package check

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
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
	// Conversion is how far an amount may be off that is converted at an average
	// rate, as a fraction.
	Conversion decimal.Decimal `json:"conversion"`
	// Estimation is how far an estimate may be off, as a fraction.
	Estimation decimal.Decimal `json:"estimation"`
	// Mirror is how far the two sides' books of the same trade may be apart, as a
	// fraction, where the dataset has no other year to show it.
	Mirror decimal.Decimal `json:"mirror"`
	// Rest is how much of a sum may be missing where the rest stands for all of it
	// in a ratio, as a fraction.
	Rest decimal.Decimal `json:"rest"`
	// FarAbove is the multiple of an "over" figure above which a note is made.
	FarAbove decimal.Decimal `json:"far_above"`
	// Vague is the least number that a vague word stands for.
	Vague map[string]int64 `json:"vague"`
	// Pace is the rule by which a pledge whose window is open is on track.
	Pace Pace `json:"pace"`
	// Complete declares scopes in which what is not recorded is not there.
	Complete []Declaration `json:"complete,omitempty"`
}

// A Pace is a rule for pledges whose window is open.
type Pace string

const (
	// PaceDays asks for the part of the target that the days gone by are of
	// the window. It is the rule of a policy that names none.
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
var conversion, estimation, rest = decimal.New(2, -2), decimal.New(10, -2), decimal.New(10, -2)

// Default returns the policy that a careful reader would grant.
func Default() Policy {
	return Policy{
		Name: "default", Truncation: true,
		Word: decimal.New(5, -2), Near: decimal.New(10, -2), Around: decimal.New(10, -2), Units: decimal.New(1, 0), FarAbove: decimal.New(2, 0),
		Revision: decimal.New(2, -3), Conversion: conversion, Estimation: estimation, Mirror: decimal.New(25, -2), Rest: rest,
		Vague: vague(1), Pace: PaceDays,
	}
}

// Strict returns the policy of an opponent: rounding only, narrow words.
func Strict() Policy {
	return Policy{
		Name: "strict", Truncation: false,
		Word: decimal.New(1, -2), Near: decimal.New(5, -2), Around: decimal.New(5, -2), Units: decimal.New(5, -1), FarAbove: decimal.New(15, -1),
		Revision: decimal.New(1, -3), Conversion: conversion, Estimation: estimation, Mirror: decimal.New(15, -2), Rest: rest,
		Vague: vague(0), Pace: PaceDays,
	}
}

// Loose returns the policy of a friend.
func Loose() Policy {
	return Policy{
		Name: "loose", Truncation: true,
		Word: decimal.New(10, -2), Near: decimal.New(20, -2), Around: decimal.New(20, -2), Units: decimal.New(2, 0), FarAbove: decimal.New(3, 0),
		Revision: decimal.New(5, -3), Conversion: conversion, Estimation: estimation, Mirror: decimal.New(40, -2), Rest: rest,
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

// A policyNumber is one of a policy's numbers with its name and the most that it may be.
type policyNumber struct {
	field string
	value *decimal.Decimal
	most  int64
}

// numbers returns the policy's numbers, to be read or set.
func (p *Policy) numbers() []policyNumber {
	return []policyNumber{
		{"word", &p.Word, 1}, {"near", &p.Near, 1}, {"around", &p.Around, 1}, {"units", &p.Units, 10}, {"far_above", &p.FarAbove, 1_000_000},
		{"revision", &p.Revision, 1}, {"conversion", &p.Conversion, 1}, {"estimation", &p.Estimation, 1}, {"mirror", &p.Mirror, 1}, {"rest", &p.Rest, 1},
	}
}

// MarshalJSON writes the numbers as text, in one form for one value.
func (p Policy) MarshalJSON() ([]byte, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	type plain Policy
	b, err := json.Marshal(plain(p))
	if err != nil {
		return nil, err
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(b, &fields); err != nil {
		return nil, err
	}
	for _, n := range p.numbers() {
		fields[n.field] = json.RawMessage(`"` + n.value.String() + `"`)
	}
	return json.Marshal(fields)
}

// UnmarshalJSON reads a policy as [Policy.MarshalJSON] writes it and validates
// it. A field that it does not know is an error ([lac.ErrUnknownCode]), not
// passed over: it may be a rule that somebody counts on. What is known of sources,
// from units to rest, is that of [Default] where it is left out.
func (p *Policy) UnmarshalJSON(b []byte) error {
	d := Default()
	got := Policy{Units: d.Units, Revision: d.Revision, Conversion: d.Conversion, Estimation: d.Estimation, Mirror: d.Mirror, Rest: d.Rest}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(b, &fields); err != nil {
		return fmt.Errorf("policy: %w", err)
	}
	for _, n := range got.numbers() {
		var text amountText
		if raw, ok := fields[n.field]; ok {
			_ = text.UnmarshalJSON(raw) // takes every text
			delete(fields, n.field)
		}
		if text == "" {
			continue
		}
		q, err := lac.ParseNumber(string(text), lac.UnitTimes)
		if err != nil {
			return fmt.Errorf("policy: %s: %w", n.field, err)
		}
		*n.value = q.Amount()
	}
	rest, err := json.Marshal(fields)
	if err != nil {
		return fmt.Errorf("policy: %w", err)
	}
	type plain Policy
	decoder := json.NewDecoder(bytes.NewReader(rest))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode((*plain)(&got)); err != nil {
		if field, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
			return fmt.Errorf("policy: field %s: %w", field, lac.ErrUnknownCode)
		}
		return fmt.Errorf("policy: %w", err)
	}
	if err := got.Validate(); err != nil {
		return err
	}
	*p = got
	return nil
}

// An amountText is a number in JSON, quoted or not, before it is parsed.
type amountText string

// UnmarshalJSON takes the text as it stands.
func (t *amountText) UnmarshalJSON(b []byte) error {
	*t = amountText(bytes.Trim(b, `"`))
	if *t == "null" {
		*t = ""
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

// Interval returns the values for which the stated figure is right under p:
//
//	equal       what rounds (or truncates) to it at its last stated digit;
//	            a word without digits within ±Word; a rank is exact; of years
//	            in a row at least as many
//	over        (v, ∞)     at least  [v, ∞)
//	under       (-∞, v)    up to     (-∞, v]
//	nearly      [v less Units of its last digit, v), at most Near below
//	about       within Units of its last digit, at most ±Around
//	range       from the low figure's interval to the high one's
//	vague word  [Vague, ∞)
//
// A negative figure is a fall, and what is said of figures without a hedge,
// "nearly" and "about" is said of its size; the other comparators order numbers:
// a fall by over 10 percent is under -10.
//
// It errs as [Policy.Validate], with [lac.ErrMissing] if nothing is stated and with
// [lac.ErrUnknownCode] if the policy does not know the vague word.
func (p Policy) Interval(s lac.Stated) (interval.Interval, error) {
	if !s.Value.IsReported() {
		if s.Vague == "" {
			return interval.Interval{}, fmt.Errorf("stated figure: %w", lac.ErrMissing)
		}
		least, ok := p.Vague[strings.ToLower(s.Vague)]
		if !ok {
			return interval.Interval{}, fmt.Errorf("vague word %q under the %s policy: %w", s.Vague, p.Name, lac.ErrUnknownCode)
		}
		return interval.From(interval.Closed(big.NewRat(least, 1))), nil
	}
	if err := p.Validate(); err != nil {
		return interval.Interval{}, err
	}
	v := s.Value.Amount().Rat()
	switch s.Comparator {
	case lac.Over:
		return interval.From(interval.Open(v)), nil
	case lac.AtLeast:
		return interval.From(interval.Closed(v)), nil
	case lac.Under:
		return interval.To(interval.Open(v)), nil
	case lac.UpTo:
		return interval.To(interval.Closed(v)), nil
	case lac.Nearly:
		return mirror(v, func(v *big.Rat) interval.Interval {
			return interval.Between(interval.Closed(new(big.Rat).Sub(v, p.slack(s, p.Near))), interval.Open(v))
		}), nil
	case lac.About:
		return mirror(v, func(v *big.Rat) interval.Interval {
			slack := p.slack(s, p.Around)
			return interval.Between(interval.Closed(new(big.Rat).Sub(v, slack)), interval.Closed(new(big.Rat).Add(v, slack)))
		}), nil
	case lac.Between:
		low := p.unhedged(s.Value, digitsOf(s))
		high := p.unhedged(s.High, digitsOf(s))
		return interval.Between(low.Lower, high.Upper), nil
	}
	return p.unhedged(s.Value, digitsOf(s)), nil
}

// digitsOf returns the significant digits of a stated figure. One that gives more
// than a word can say, 518,467 million, has all that it is written with, even where
// they were not counted; "double", "half" and "a million" are words.
func digitsOf(s lac.Stated) int {
	if s.Digits > 0 || s.Value.Unit() == lac.UnitTimes || s.Value.Unit() == lac.UnitPercent {
		return s.Digits
	}
	if n := significant(s.Value.Amount()); n > 1 {
		return n
	}
	return 0
}

// significant returns how many digits d is written with, without zeros at its end.
func significant(d decimal.Decimal) int {
	return len(strings.TrimRight(new(big.Int).Abs(d.Coefficient()).String(), "0"))
}

// slack returns how far a hedge reaches: Units of the last digit that is not 0, at
// most a fraction of the figure. A word without digits has that fraction.
func (p Policy) slack(s lac.Stated, most decimal.Decimal) *big.Rat {
	d := s.Value.Amount().Abs()
	slack := times(d.Rat(), most)
	if digitsOf(s) == 0 || d.IsZero() {
		return slack
	}
	unit := lastDigit(d, significant(d))
	if last := new(big.Rat).Quo(d.Rat(), unit); new(big.Int).Rem(last.Num(), big.NewInt(10)).Cmp(big.NewInt(5)) == 0 {
		unit.Mul(unit, big.NewRat(5, 2)) // "about 1.35" goes by steps of 0.05
	}
	if units := times(unit, p.Units); units.Cmp(slack) < 0 {
		return units
	}
	return slack
}

var one, hundred = decimal.NewFromInt(1), decimal.NewFromInt(100)

func times(v *big.Rat, f decimal.Decimal) *big.Rat { return new(big.Rat).Mul(v, f.Rat()) }

// within returns the values within a fraction of v.
func within(v *big.Rat, fraction decimal.Decimal) interval.Interval {
	return interval.Between(interval.Closed(times(v, one.Sub(fraction))), interval.Closed(times(v, one.Add(fraction))))
}

// mirror returns the interval that f gives of v, or for a negative v that of its
// size, negated: rounding, cutting and hedging treat a fall as they do a rise.
func mirror(v *big.Rat, f func(*big.Rat) interval.Interval) interval.Interval {
	if v.Sign() >= 0 {
		return f(v)
	}
	return f(new(big.Rat).Neg(v)).Neg()
}

// unhedged returns the interval of a figure stated without a hedge.
func (p Policy) unhedged(q lac.Quantity, digits int) interval.Interval {
	if q.Unit() == lac.UnitRank {
		return interval.Point(q.Amount().Rat())
	}
	return mirror(q.Amount().Rat(), func(v *big.Rat) interval.Interval {
		if digits == 0 {
			return within(v, p.Word)
		}
		step := lastDigit(q.Amount(), digits)
		half := new(big.Rat).Quo(step, big.NewRat(2, 1))
		i := interval.Between(interval.Closed(new(big.Rat).Sub(v, half)), interval.Open(new(big.Rat).Add(v, half)))
		if p.Truncation {
			i.Upper = interval.Open(new(big.Rat).Add(v, step))
		}
		return i
	})
}

// lastDigit returns the value of one unit in the last of the given number of
// significant digits of d.
func lastDigit(d decimal.Decimal, digits int) *big.Rat {
	if d.IsZero() {
		return big.NewRat(1, 1)
	}
	// Decimal.NumDigits takes a binary logarithm, which errs beside powers of ten.
	written := len(new(big.Int).Abs(d.Coefficient()).String())
	places := int64(written) + int64(d.Exponent()) - int64(digits)
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(max(places, -places)), nil)
	if places < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), ten)
	}
	return new(big.Rat).SetInt(ten)
}
