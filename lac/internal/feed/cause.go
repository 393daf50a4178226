package feed

import (
	"errors"

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
