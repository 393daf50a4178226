package csvscan

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// ErrUTF16 says that text is in UTF-16, as its first two bytes show.
var ErrUTF16 = errors.New("the text is UTF-16")

// Plain returns a reader of the text of r, which may be compressed with gzip: it
// is recognised by its first bytes. It errs with [ErrUTF16], or if what looks
// like gzip is not.
func Plain(r io.Reader) (io.Reader, error) {
	in := bufio.NewReader(r)
	magic, err := in.Peek(2)
	if err != nil && err != io.EOF {
		return nil, err
	}
	switch string(magic) {
	case "\x1f\x8b":
		packed, err := gzip.NewReader(in)
		if err == io.EOF { // it must not pass for a table that has ended
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, fmt.Errorf("gzip: %w", err)
		}
		return packed, nil
	case "\xff\xfe", "\xfe\xff":
		return nil, ErrUTF16
	}
	return in, nil
}
