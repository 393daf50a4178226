package feed

import (
	"errors"
	"fmt"

	"github.com/sinolac/sinolac/lac"
)

// Cause returns the sentinel of package lac that an error wraps, the error itself if it
// wraps none. A [lac.RowError] gives the operands, and the error of a parser would give
// them once more.
func Cause(err error) error {
	for _, sentinel := range [...]error{lac.ErrSyntax, lac.ErrUnknownCode, lac.ErrRange, lac.ErrMissing} {
		if errors.Is(err, sentinel) {
			return sentinel
		}
	}
	return err
}

// Stopped returns why the file of a name cannot be read on after so many rows, or
// what else unit counts.
func Stopped(name string, rows int, unit string, err error) error {
	return fmt.Errorf("%s: after %d %s: %w", name, rows, unit, err)
}
