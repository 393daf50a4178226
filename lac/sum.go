package lac

import (
	"fmt"
	"iter"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// Sum adds up one value of every record: a [Money], a [Quantity] or a plain
// [decimal.Decimal]. Amounts and quantities that are not reported are counted as
// missing. It errs with [*UnsafeSumError] if two values differ in currency or
// unit.
//
//	total, err := lac.Sum(data.Trade(), lac.TradeRecord.Amount)
//
// A plain number has no unit and is always a value, 0 if it is the zero Decimal.
// It may have any number of digits, but at most 96 before the point and 38
// after it: Sum errs with [ErrRange] on others.
//
// It knows nothing of the records but the value: the rules of [Guard] that look
// at regions, books or sources are those of [Dataset.Totals].
func Sum[R any, V Money | Quantity | decimal.Decimal](records iter.Seq[R], value func(R) V) (Total, error) {
	var t adder
	if value, ok := any(value).(func(R) decimal.Decimal); ok {
		// What addTo does, without the two calls that are most of its time.
		for r := range records {
			d := value(r)
			if err := t.run.AddDecimal(d); err != nil {
				return Total{}, t.numberError(d, err)
			}
			t.total.Records++
		}
		return t.sumUp(), nil
	}
	for r := range records {
		if err := addTo(&t, value(r)); err != nil {
			return Total{}, err
		}
	}
	return t.sumUp(), nil
}

// GroupBy adds up one value of every record, as [Sum] does and with its errors,
// but apart for each key.
func GroupBy[R any, K comparable, V Money | Quantity | decimal.Decimal](records iter.Seq[R], key func(R) K, value func(R) V) (map[K]Total, error) {
	tallies := map[K]*adder{}
	for r := range records {
		k := key(r)
		t := tallies[k]
		if t == nil {
			t = new(adder)
			tallies[k] = t
		}
		if err := addTo(t, value(r)); err != nil {
			return nil, fmt.Errorf("group %v: %w", k, err)
		}
	}
	totals := make(map[K]Total, len(tallies))
	for k, t := range tallies {
		totals[k] = t.sumUp()
	}
	return totals, nil
}

// An adder is a total in the making.
type adder struct {
	total    Total    // all but the sum
	currency Currency // of the money in the sum
	run      fixed.Run
}

func addTo[V Money | Quantity | decimal.Decimal](t *adder, v V) error {
	switch v := any(v).(type) {
	case Money:
		return t.addMoney(v)
	case Quantity:
		return t.addQuantity(v)
	case decimal.Decimal:
		return t.addNumber(v)
	}
	return nil
}

func (t *adder) addMoney(m Money) error {
	switch {
	case !m.IsReported():
		t.total.Missing++
		return nil
	case m.currency != t.currency:
		// Only here, as to make a unit takes longer than to add.
		if err := t.total.admit(UnitOf(m.currency)); err != nil {
			return err
		}
		t.currency = m.currency
	default:
		t.total.Records++
	}
	t.run.Add(m.amount)
	return nil
}

func (t *adder) addQuantity(q Quantity) error {
	if !q.IsReported() {
		t.total.Missing++
		return nil
	}
	if err := t.total.admit(q.unit); err != nil {
		return err
	}
	t.run.Add(q.amount)
	return nil
}

func (t *adder) addNumber(d decimal.Decimal) error {
	if err := t.run.AddDecimal(d); err != nil {
		return t.numberError(d, err)
	}
	t.total.Records++
	return nil
}

// numberError says why d is not in the sum. It does not print d, which may have
// a billion digits.
func (t *adder) numberError(d decimal.Decimal, err error) error {
	return fmt.Errorf("sum of %d records and a number with exponent %d: %w", t.total.Records, d.Exponent(), rangeError(err))
}

func (t *adder) sumUp() Total {
	total := t.total
	total.sum = t.run.Sum()
	return total
}
