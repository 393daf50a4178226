package check_test

import (
	"math/big"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/interval"
)

// confirmArithmetic does every step of a finding's readings again: each operand
// that is an earlier step's must be its result, each result follow from the
// operands, and the last be the reading's interval.
func confirmArithmetic(t *testing.T, name string, f check.Finding) {
	t.Helper()
	for i, r := range f.Readings {
		if len(r.Arithmetic) == 0 {
			if r.Interval != (interval.Interval{}) {
				t.Errorf("%s: reading %d has an interval and no arithmetic", name, i)
			}
			continue
		}
		for n, s := range r.Arithmetic {
			if s.Text == "" {
				t.Errorf("%s: reading %d, step %d has no text", name, i, n+1)
			}
			for _, o := range s.Operands {
				if o.Step > n || o.Step > 0 && !o.Value.Equal(r.Arithmetic[o.Step-1].Result) {
					t.Errorf("%s: reading %d, step %d: operand %v is not the result of step %d", name, i, n+1, o.Value, o.Step)
				}
			}
			confirmStep(t, name, s)
		}
		if last := r.Arithmetic[len(r.Arithmetic)-1]; !last.Result.Equal(r.Interval) && !r.Interval.IsUnknown() {
			t.Errorf("%s: reading %d: %v comes out, it says %v", name, i, last.Result, r.Interval)
		}
	}
}

func confirmStep(t *testing.T, name string, s check.Step) {
	t.Helper()
	var values []*big.Rat // of operands that are one value
	for _, o := range s.Operands {
		if o.Value.IsPoint() {
			values = append(values, o.Value.Lower.Rat())
		}
	}
	exact := len(values) == len(s.Operands)
	want := new(big.Rat)
	switch s.Op {
	case check.OpRead:
		if len(s.Operands) != 1 || !s.Operands[0].Value.Equal(s.Result) || s.Operands[0].Record == "" {
			t.Errorf("%s: %+v reads something else", name, s)
		}
		return
	case check.OpBound:
		if from := s.Operands[0].Value; !from.Within(s.Result) && !s.Result.Within(from) {
			t.Errorf("%s: %+v is another bound", name, s)
		}
		return
	case check.OpPlace:
		// The place is between 1 + those surely ahead and 1 + those perhaps.
		own, surely := s.Operands[0].Value, int64(1)
		for _, o := range s.Operands[1:] {
			if low, high := o.Value.Lower.Rat(), own.Upper.Rat(); low != nil && high != nil && low.Cmp(high) > 0 {
				surely++
			}
		}
		want.SetInt64(surely)
		if s.Result.Lower.Rat().Cmp(want) != 0 {
			t.Errorf("%s: place %v, %d are ahead", name, s.Result, surely-1)
		}
		return
	case check.OpRun:
		return // years are counted by indicator.StreakOf, which has tests of its own
	case check.OpSum:
		if !exact {
			sum := s.Operands[0].Value
			for _, o := range s.Operands[1:] {
				sum = sum.Add(o.Value)
			}
			if !sum.Equal(s.Result) {
				t.Errorf("%s: sum gives %v, not %v", name, sum, s.Result)
			}
			return
		}
		for _, v := range values {
			want.Add(want, v)
		}
	case check.OpCount:
		want.SetInt64(int64(len(s.Operands)))
	case check.OpSubtract, check.OpDivide, check.OpMultiply:
		if len(s.Operands) != 2 {
			t.Errorf("%s: %s of %d operands", name, s.Op, len(s.Operands))
			return
		}
		if !exact {
			return // intervals: their bounds are tested with the intervals
		}
		switch s.Op {
		case check.OpSubtract:
			want.Sub(values[0], values[1])
		case check.OpDivide:
			want.Quo(values[0], values[1])
		default:
			want.Mul(values[0], values[1])
		}
	default:
		t.Errorf("%s: unknown operation %q", name, s.Op)
	}
	if !exact || s.Result.Lower.Rat() == nil || s.Result.Lower.Rat().Cmp(want) != 0 || !s.Result.IsPoint() {
		t.Errorf("%s: %s gives %v, not %v", name, s.Op, want.RatString(), s.Result)
	}
}

// The operands of a sum or reading that name a record have the record's value.
func TestOperandsAreTheRecords(t *testing.T) {
	data := almanacData(t)
	findings, err := check.Statement(data, statement(t, data), check.Default())
	if err != nil {
		t.Fatal(err)
	}
	trade := 0
	for _, f := range findings {
		confirmArithmetic(t, f.Claim.ID, f)
		for _, r := range f.Readings {
			for _, s := range r.Arithmetic {
				for _, o := range s.Operands {
					record, ok := data.Record(o.Record).(lac.TradeRecord)
					if !ok || s.Op == check.OpPlace {
						continue
					}
					trade++
					if record.Value.Amount().Rat().Cmp(o.Value.Lower.Rat()) != 0 {
						t.Errorf("%s: %s is %v, the step has %v", f.Claim.ID, o.Record, record.Value, o.Value)
					}
				}
			}
		}
	}
	if trade == 0 {
		t.Error("no step rests on a record of trade")
	}
}
