// Package plaintext makes text of the bytes that files have: it unpacks gzip, and
// reads as ISO-8859-1 what is not UTF-8.
package plaintext

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"
)

// What is no text that a reader of tables or lines could read.
var (
	ErrUTF16   = errors.New("the text is UTF-16; want UTF-8 or ISO-8859-1")
	ErrArchive = errors.New("an archive (ZIP); want the file in it")
	ErrEmpty   = errors.New("the file is empty")
)

// startBytes is how much of a text [Open] gives to look at.
const startBytes = 4096

// A Text is what a file holds, unpacked.
type Text struct {
	io.Reader
	Start  []byte // up to 4096 bytes with which it starts; they are read again
	Packed bool   // it was compressed with gzip
}

// Open returns the text of r, which may be compressed with gzip. It errs with
// [ErrUTF16] or [ErrArchive], joined to the error malformed, or as r or the
// compression does.
func Open(r io.Reader, malformed error) (Text, error) {
	var t Text
	in := bufio.NewReaderSize(r, startBytes)
	magic, err := in.Peek(2)
	if err != nil && err != io.EOF {
		return t, err
	}
	if string(magic) == "\x1f\x8b" {
		t.Packed = true
		unpacked, err := gzip.NewReader(in)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF // a truncated file has not ended
		}
		if err != nil {
			return t, fmt.Errorf("gzip: %w", err)
		}
		in = bufio.NewReaderSize(unpacked, startBytes)
	}
	t.Start, _ = in.Peek(startBytes) // an error comes again with what is read
	switch {
	case bytes.HasPrefix(t.Start, []byte("\xff\xfe")), bytes.HasPrefix(t.Start, []byte("\xfe\xff")):
		return t, fmt.Errorf("%w: %w", malformed, ErrUTF16)
	case bytes.HasPrefix(t.Start, []byte("PK\x03\x04")):
		return t, fmt.Errorf("%w: %w", malformed, ErrArchive)
	}
	t.Reader = in
	return t, nil
}

// OpenFile opens a file for reading and reports whether it is a regular one, no
// pipe or device. It errs if there is no such file, if it is a directory, and with
// [ErrEmpty], joined to the error malformed.
func OpenFile(path string, malformed error) (f *os.File, regular bool, err error) {
	f, err = os.Open(path)
	if err != nil {
		return nil, false, err
	}
	info, err := f.Stat()
	switch {
	case err != nil:
	case info.IsDir():
		err = fmt.Errorf("%s is a directory, not a file", path)
	case info.Mode().IsRegular() && info.Size() == 0:
		err = fmt.Errorf("%s: %w: %w", path, malformed, ErrEmpty)
	}
	if err != nil {
		_ = f.Close()
		return nil, false, err
	}
	return f, info.Mode().IsRegular(), nil
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
