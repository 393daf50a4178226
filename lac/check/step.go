package check

import (
	"math/big"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// An Operation is what a [Step] does with its operands.
type Operation string

const (
	OpRead     Operation = "read"     // the figure of a record, as its source prints it
	OpSum      Operation = "sum"      // of all operands; of none it is 0
	OpCount    Operation = "count"    // how many operands there are
	OpSubtract Operation = "subtract" // the second from the first
	OpDivide   Operation = "divide"   // the first by the second
	OpMultiply Operation = "multiply" // the first with the second
	OpBound    Operation = "bound"    // the operand as a bound: more may be there than is recorded, or what is recorded be of more
	OpPlace    Operation = "place"    // of the first operand among all, the largest first
	OpRun      Operation = "run"      // years in a row, of places year by year
)

// A Step is one operation of a reading's arithmetic, with all that it takes to
// do it again. The result of the last step is the reading's interval.
type Step struct {
	Op       Operation         `json:"op"`
	Operands []Operand         `json:"operands"`
	Result   interval.Interval `json:"result"`
	Unit     lac.Unit          `json:"unit,omitempty"`
	Text     string            `json:"text"` // the step in words, its figures rounded
}

// An Operand is a value in a step: a record's, an earlier step's result, or a
// number by itself.
type Operand struct {
	Record string            `json:"record,omitempty"` // ID of the record that it is from
	Step   int               `json:"step,omitempty"`   // number of the step, from 1, that it is the result of
	Of     string            `json:"of,omitempty"`     // whose it is: a rival, a year
	Value  interval.Interval `json:"value"`
}

// working is a run of steps that is being written. It is shared between figures
// and never changed.
type working []Step

// then returns the steps with one more.
func (w working) then(op Operation, result interval.Interval, unit lac.Unit, text string, operands ...Operand) working {
	return append(slices.Clip(w), Step{Op: op, Operands: operands, Result: result, Unit: unit, Text: text})
}

// last returns the result of the last step as an operand.
func (w working) last() Operand {
	if len(w) == 0 {
		return Operand{}
	}
	return Operand{Step: len(w), Value: w[len(w)-1].Result}
}

// join returns the steps of w and then those of v, with the last result of each.
func (w working) join(v working) (joined working, a, b Operand) {
	joined = slices.Clone(w)
	for _, s := range v {
		s.Operands = slices.Clone(s.Operands)
		for i := range s.Operands {
			if s.Operands[i].Step > 0 {
				s.Operands[i].Step += len(w)
			}
		}
		joined = append(joined, s)
	}
	a, b = w.last(), joined.last()
	return joined, a, b
}

// constant returns a number that is an operand by itself.
func constant(n int64) Operand { return Operand{Value: interval.Point(big.NewRat(n, 1))} }
