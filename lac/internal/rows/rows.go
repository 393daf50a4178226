// Package rows is what readers of formats have in common that do not depend on
// the format: the sequence of what a file holds, and the whole of it.
package rows

import (
	"errors"
	"io"
	"iter"
)

// MaxRejected is how many errors of rows [Collect] keeps.
const MaxRejected = 10_000

// All returns what next returns, until that is [io.EOF] or ended says, after
// another error, that reading has ended.
func All[R any](next func() (R, error), ended func() bool) iter.Seq2[R, error] {
	return func(yield func(R, error) bool) {
		for {
			record, err := next()
			if err == io.EOF || !yield(record, err) || ended() {
				return
			}
		}
	}
}

// Each calls do for the records of a sequence, until it errs, and returns the
// errors of the type E among the sequence's, the first [MaxRejected] of them. The
// last result is the error of do, or the one with which the sequence ended, if
// ended says after it that reading has.
func Each[R any, E error](all iter.Seq2[R, error], ended func() bool, do func(R) error) (rejected []E, err error) {
	for record, err := range all {
		var row E
		switch {
		case err == nil:
			if err := do(record); err != nil {
				return rejected, err
			}
		case ended():
			return rejected, err
		case errors.As(err, &row) && len(rejected) < MaxRejected:
			rejected = append(rejected, row)
		}
	}
	return rejected, nil
}

// Collect returns the records of a sequence, and beside them what [Each] does.
func Collect[R any, E error](all iter.Seq2[R, error], ended func() bool) (records []R, rejected []E, err error) {
	rejected, err = Each[R, E](all, ended, func(record R) error {
		records = append(records, record)
		return nil
	})
	return records, rejected, err
}
