package figure

import (
	"fmt"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/readable"
)

// Decode returns the text that data holds, as UTF-8. Data may be UTF-8, UTF-16, or
// Latin-1, Windows-1252, GBK or Big5 where it names that encoding or plainly is in
// it. All else is refused with an error that wraps [lac.ErrSyntax]: a text read in
// the wrong encoding has words that nobody wrote.
func Decode(data []byte) (string, error) {
	text, err := readable.Decode(data)
	if err != nil {
		return "", fmt.Errorf("%w: %w", lac.ErrSyntax, err)
	}
	return text, nil
}
