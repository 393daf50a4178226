package lac

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// A Total is an exact sum with its coverage: how many records it rests on, how
// many had no value, and how many were left out by which rule. A value that is
// not reported is counted as missing, never added as zero.
//
// Totals merge; merging is associative and commutative to the last digit, and a
// sum never overflows on the way. The zero Total is the empty one.
type Total struct {
	Records  int // records whose value is in the sum
	Missing  int // records that belong to the sum and have no value
	unit     Unit
	sum      fixed.Sum
	excluded map[Guard]int
}

func (t *Total) add(q Quantity) error {
	if !q.IsReported() {
		t.Missing++
		return nil
	}
	if err := t.admit(q.unit); err != nil {
		return err
	}
	t.sum.Add(q.amount)
	return nil
}

// admit counts a record whose value, in unit u, joins the sum, or returns why it
// must not.
func (t *Total) admit(u Unit) error {
	if err := t.agree(u); err != nil {
		return err
	}
	t.unit = u
	t.Records++
	return nil
}

// agree returns why amounts in unit u, or plain numbers if it is empty, must not
// join the sum, if they must not.
func (t *Total) agree(u Unit) error {
	if t.unit == u || !t.hasSum() {
		return nil
	}
	return mixedUnits(t.unit, u)
}

// hasSum reports whether t has a sum, which may be without a unit.
func (t *Total) hasSum() bool { return t.Records != 0 || t.unit != "" }

// TotalOf returns the total of one record with an amount in unit u, or of a plain
// number if u is empty. It errs with [ErrSyntax] if u is not valid and with
// [ErrRange] as [Sum] does of plain numbers.
func TotalOf(amount decimal.Decimal, u Unit) (Total, error) {
	if u != "" && !u.IsValid() {
		return Total{}, fmt.Errorf("total in unit %s: %w", quote(string(u)), ErrSyntax)
	}
	t := Total{Records: 1, unit: u}
	if err := t.sum.AddDecimal(amount); err != nil {
		return Total{}, fmt.Errorf("total of a number with exponent %d: %w", amount.Exponent(), rangeError(err))
	}
	return t, nil
}

// Excluding returns t with n more records that rule g leaves out.
func (t Total) Excluding(g Guard, n int) Total {
	if n != 0 {
		t.excluded = maps.Clone(t.excluded)
		if t.excluded == nil {
			t.excluded = map[Guard]int{}
		}
		t.excluded[g] += n
	}
	return t
}

// Merge returns the total of the records of t and u together. It errs with
// [*UnsafeSumError] if their currencies or units differ, or if one is of plain
// numbers and the other in a unit. A total in which no record had a value merges
// with every other.
func (t Total) Merge(u Total) (Total, error) {
	if u.hasSum() {
		if err := t.agree(u.unit); err != nil {
			return Total{}, err
		}
		t.unit = u.unit
	}
	t.sum.Merge(u.sum)
	t.Records += u.Records
	t.Missing += u.Missing
	if len(u.excluded) > 0 {
		merged := maps.Clone(u.excluded)
		for g, n := range t.excluded {
			merged[g] += n
		}
		t.excluded = merged
	}
	return t, nil
}

// Quantity returns the sum with its unit. It errs with [ErrMissing] if no
// record had a value, with [ErrUnitMismatch] if the sum is of plain numbers, and
// with [ErrRange] if it needs more than 38 digits: [Total.Decimal] has the sum
// in both cases.
func (t Total) Quantity() (Quantity, error) {
	if t.Records == 0 {
		return Quantity{}, fmt.Errorf("sum of %d records: %w", t.Missing, ErrMissing)
	}
	if t.unit == "" {
		return Quantity{}, fmt.Errorf("sum of %d plain numbers as a quantity: %w", t.Records, ErrUnitMismatch)
	}
	d, err := t.sum.Dec()
	if err != nil {
		return Quantity{}, fmt.Errorf("sum of %d records: %w", t.Records, rangeError(err))
	}
	return Quantity{d, t.unit}, nil
}

// Money returns the sum as money, with the errors of [Total.Quantity] and
// [ErrUnitMismatch] if it is not a sum of money.
func (t Total) Money() (Money, error) {
	q, err := t.Quantity()
	if err != nil {
		return Money{}, err
	}
	m, ok := q.Money()
	if !ok {
		return Money{}, fmt.Errorf("sum in %s as money: %w", q.unit, ErrUnitMismatch)
	}
	return m, nil
}

// Decimal returns the exact sum without its unit, however many digits it has;
// zero if no record had a value.
func (t Total) Decimal() decimal.Decimal { return t.sum.Decimal() }

// Unit returns the unit of the sum, empty if it is of plain numbers or no record
// had a value.
func (t Total) Unit() Unit { return t.unit }

// Excluded returns how many records were left out under each rule, in the
// order of the rules' names.
func (t Total) Excluded() iter.Seq2[Guard, int] {
	return func(yield func(Guard, int) bool) {
		for _, g := range slices.Sorted(maps.Keys(t.excluded)) {
			if !yield(g, t.excluded[g]) {
				return
			}
		}
	}
}

// IsComplete reports whether the sum has a record and none is missing.
func (t Total) IsComplete() bool { return t.Records > 0 && t.Missing == 0 }

// Equal reports whether t and u are the same sum with the same coverage.
func (t Total) Equal(u Total) bool {
	return t.Records == u.Records && t.Missing == u.Missing && t.unit == u.unit &&
		t.sum.Equal(u.sum) && maps.Equal(t.excluded, u.excluded)
}

// String returns the sum and its coverage: "6 USD (3 records, 1 missing)", or "6
// (3 records, 0 missing)" for plain numbers.
func (t Total) String() string {
	if t.Records == 0 {
		return fmt.Sprintf("no sum (0 records, %d missing)", t.Missing)
	}
	return fmt.Sprintf("%s (%d records, %d missing)", t.sumText(), t.Records, t.Missing)
}

// sumText returns the sum with its unit, if it has one.
func (t Total) sumText() string {
	if t.unit == "" {
		return t.Decimal().String()
	}
	return t.Decimal().String() + " " + string(t.unit)
}

// A Guard is a rule that keeps a sum from adding what must not be added. It
// either refuses the sum, with [*UnsafeSumError], or counts a thing once and
// says in [Total.Excluded] what it left out.
type Guard string

const (
	// GuardCurrency refuses a sum of two currencies or units, or of plain
	// numbers and amounts in a unit.
	GuardCurrency Guard = "mixed currencies"
	// GuardValuation refuses a sum of one flow on two valuations (FOB, CIF).
	GuardValuation Guard = "mixed valuations"
	// GuardRegion refuses the row of a region or bloc with rows of what it
	// contains; where the query names the group, its own row is left out
	// beside its members'.
	GuardRegion Guard = "region beside members"
	// GuardBreakdown leaves out rows by second partner, customs procedure, mode
	// of transport or mode of supply beside their total, and refuses two such
	// breakdowns of one total that is not there.
	GuardBreakdown Guard = "breakdown beside total"
	// GuardCommodity leaves out finer commodity codes beside the code asked
	// for, and refuses codes of different depth or edition without it.
	GuardCommodity Guard = "commodity levels"
	// GuardBooks refuses both partners' books of one flow: one side's exports
	// with the other side's imports.
	GuardBooks Guard = "both books of one flow"
	// GuardSources refuses one flow between one pair from two sources at a time.
	GuardSources Guard = "two sources of one flow"
	// GuardPeriod refuses periods that overlap, such as a year and its months.
	GuardPeriod Guard = "overlapping periods"
	// GuardDuplicate counts a row once that a source gives twice with the same
	// value, and refuses it if the values differ.
	GuardDuplicate Guard = "duplicate row"
	// GuardUnconfirmed leaves out records marked [Unconfirmed].
	GuardUnconfirmed Guard = "unconfirmed"
	// GuardType refuses a total of projects that is of no one transaction type:
	// what is pledged, committed and paid is one and the same money.
	GuardType Guard = "transaction types"
	// GuardPrices refuses a sum of amounts in prices of two years, or of constant
	// prices and those of their own date.
	GuardPrices Guard = "mixed price bases"
	// GuardStatus leaves out projects that were suspended or cancelled, or have
	// not come as far as the transaction type says, unless the query asks for
	// their status; it refuses commitments and payments of pledges.
	GuardStatus Guard = "status"
	// GuardUmbrella leaves out frame agreements, whose parts are recorded apart.
	GuardUmbrella Guard = "umbrella"
	// GuardLeaveOut leaves out what its source advises to leave out of sums, but
	// for pledges and suspended or cancelled projects, which GuardStatus judges.
	GuardLeaveOut Guard = "left out by its source"
	// GuardRelief leaves out the forgiving and rescheduling of debts: finance
	// types 6xx, and projects that relieve another one of the dataset. The loans
	// are recorded; no money moves a second time.
	GuardRelief Guard = "debt relief"
	// GuardPassedOn leaves out transactions to another project of the dataset as far
	// as that project has amounts of the type itself: they are added up where they
	// are passed on to.
	GuardPassedOn Guard = "passed on"
	// GuardParts adds up of a parent what its parts do not have, recipient by
	// recipient: a parent is left out if they have all of it. Parts are projects that
	// a link makes parts, or that have their money from it. Without an amount, a
	// parent is left out beside its parts, and parts beside a parent with an amount.
	GuardParts Guard = "parent beside its parts"
	// GuardMatch counts one of several records of one undertaking, as package
	// projects matches them: one that has an amount, and of these the largest.
	GuardMatch Guard = "reported twice"
)

// Remedy returns what to ask instead of a sum that g refuses; empty if g refuses
// none.
func (g Guard) Remedy() string {
	switch g {
	case GuardCurrency:
		return "convert to one currency first, or ask for the records of one currency or unit"
	case GuardValuation:
		return "ask for one source, or for the flow of one reporter, whose valuation is one"
	case GuardRegion:
		return "name the group as Reporter or Partner, which leaves its own row out, or set AsPublished to take that row alone"
	case GuardBreakdown:
		return "leave out all rows but those of one way to break the total down"
	case GuardCommodity:
		return "ask for one edition and one depth of codes: set Commodity, or add ByCommodity"
	case GuardBooks:
		return "ask for one side's books: set Reporter, or add ByReporter"
	case GuardSources:
		return "ask for one source: set Source, or add BySource"
	case GuardPeriod:
		return "ask for one kind of period: set Whole for the rows of just Period, or Period to months of it, or add ByPeriod"
	case GuardDuplicate:
		return "keep the row that the source stands by, or add up its parts before"
	case GuardType:
		return "set Type: pledges, commitments and disbursements are the same money at three times"
	case GuardPrices:
		return "ask for the prices of one year"
	case GuardStatus:
		return "ask for pledges, or for projects that have come further"
	}
	return ""
}

// ErrUnsafeSum is what every [*UnsafeSumError] is.
var ErrUnsafeSum = errors.New("unsafe sum")

// An UnsafeSumError says that a sum would add what must not be added.
type UnsafeSumError struct {
	Guard   Guard
	Detail  string   // what meets what
	Records []string // IDs of two records that must not be added, where known
	Remedy  string   // what to ask instead; empty: as the guard says
	Err     error    // a more special cause, such as ErrCurrencyMismatch
}

// Error returns the rule, what meets what, the records, and what to ask instead.
func (e *UnsafeSumError) Error() string {
	s := fmt.Sprintf("unsafe sum: %s: %s", e.Guard, e.Detail)
	if len(e.Records) > 0 {
		s += fmt.Sprintf(" (records %q)", e.Records)
	}
	if remedy := cmp.Or(e.Remedy, e.Guard.Remedy()); remedy != "" {
		s += "; " + remedy
	}
	return s
}

// Is reports whether target is [ErrUnsafeSum].
func (e *UnsafeSumError) Is(target error) bool { return target == ErrUnsafeSum }

// Unwrap returns the more special cause, if there is one.
func (e *UnsafeSumError) Unwrap() error { return e.Err }

// mixedUnits says that a and b meet in one sum; the empty Unit is that of plain
// numbers.
func mixedUnits(a, b Unit) error {
	cause := ErrUnitMismatch
	_, isMoney := a.Currency()
	if _, ok := b.Currency(); ok && isMoney {
		cause = ErrCurrencyMismatch
	}
	return &UnsafeSumError{Guard: GuardCurrency, Detail: fmt.Sprintf("%s and %s", cmp.Or(a, "no unit"), cmp.Or(b, "no unit")), Err: cause}
}
