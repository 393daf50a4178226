package csvscan

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// What is no text that a [Scanner] could read.
var (
	ErrUTF16   = errors.New("the text is UTF-16; want UTF-8 or ISO-8859-1")
	ErrArchive = errors.New("an archive (ZIP); want the file in it")
)

// startBytes is how much of a text [Plain] gives to look at.
const startBytes = 4096

// Plain returns the text of r, which may be compressed with gzip, and up to 4096
// bytes with which it starts, valid until text is read. It errs with [ErrUTF16], with [ErrArchive], or as r
// or the compression does.
func Plain(r io.Reader) (text io.Reader, start []byte, packed bool, err error) {
	in := bufio.NewReaderSize(r, startBytes)
	magic, err := in.Peek(2)
	if err != nil && err != io.EOF {
		return nil, nil, false, err
	}
	if string(magic) == "\x1f\x8b" {
		unpacked, err := gzip.NewReader(in)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF // a truncated file has not ended
		}
		if err != nil {
			return nil, nil, true, fmt.Errorf("gzip: %w", err)
		}
		packed = true
		in = bufio.NewReaderSize(unpacked, startBytes)
	}
	start, _ = in.Peek(startBytes) // an error comes again with what is read
	switch {
	case bytes.HasPrefix(start, []byte("\xff\xfe")), bytes.HasPrefix(start, []byte("\xfe\xff")):
		return nil, nil, packed, ErrUTF16
	case bytes.HasPrefix(start, []byte("PK\x03\x04")):
		return nil, nil, packed, ErrArchive
	}
	return in, start, packed, nil
}
