// Package plaintext makes text of the bytes that files have: it unpacks gzip,
// and reads as ISO-8859-1 what is not UTF-8.
package plaintext

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// ErrUTF16 says that a text begins with the byte order mark of UTF-16.
var ErrUTF16 = errors.New("the text is UTF-16; want UTF-8 or ISO-8859-1")

// NewReader returns a reader of what r holds, unpacked if it is compressed with
// gzip. It errs with [ErrUTF16], with what is wrong with the compression, or with
// the error of r.
func NewReader(r io.Reader) (io.Reader, error) {
	in := bufio.NewReader(r)
	mark, err := in.Peek(2)
	if err != nil && err != io.EOF {
		return nil, err
	}
	switch string(mark) {
	case "\x1f\x8b":
		unpacked, err := gzip.NewReader(in)
		if err == io.EOF { // a truncated file is not one that has ended
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, fmt.Errorf("gzip: %w", err)
		}
		return unpacked, nil
	case "\xff\xfe", "\xfe\xff":
		return nil, ErrUTF16
	}
	return in, nil
}

// String returns the text of b, which is UTF-8 or else ISO-8859-1.
func String(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	s := make([]rune, len(b))
	for i, c := range b {
		s[i] = rune(c)
	}
	return string(s)
}

// Shorten cuts s to what an error is to keep of it.
func Shorten(s string) string {
	const most = 80
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}
