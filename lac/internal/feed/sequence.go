package feed

import (
	"context"
	"errors"
	"io"
	"iter"

	"github.com/sinolac/sinolac/lac"
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
// errors of rows among the sequence's, the first [MaxRejected] of them. The last
// result is the error of do, or the one with which the sequence ended, if ended
// says after it that reading has.
func Each[R any](all iter.Seq2[R, error], ended func() bool, do func(R) error) (rejected []*lac.RowError, err error) {
	for record, err := range all {
		var row *lac.RowError
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
func Collect[R any](all iter.Seq2[R, error], ended func() bool) (records []R, rejected []*lac.RowError, err error) {
	rejected, err = Each(all, ended, func(record R) error {
		records = append(records, record)
		return nil
	})
	return records, rejected, err
}

// Until returns a reader of r that errs as ctx does once it is done.
func Until(ctx context.Context, r io.Reader) io.Reader {
	if ctx.Done() == nil {
		return r
	}
	return &until{ctx, r}
}

type until struct {
	ctx context.Context
	r   io.Reader
}

func (u *until) Read(b []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.r.Read(b)
}
