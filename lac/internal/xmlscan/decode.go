package xmlscan

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Decode returns the text of an XML file as UTF-8 without byte order mark. The
// encoding is UTF-16 where the first bytes say so, otherwise what the XML
// declaration names: UTF-8, ISO-8859-1, ISO-8859-15 or windows-1252. A declaration
// that can be read although it says UTF-16 is wrong, and the text is UTF-8. Decode
// errs if another encoding is named.
func Decode(r io.Reader) (io.Reader, error) {
	in := bufio.NewReaderSize(r, chunk)
	head, err := in.Peek(512)
	if err != nil && err != io.EOF && len(head) == 0 {
		return nil, err
	}
	has := func(mark string) bool { return bytes.HasPrefix(head, []byte(mark)) }
	var enc encoding.Encoding
	switch {
	case has("\xef\xbb\xbf"):
		_, _ = in.Discard(3) // has been read
		return in, nil
	case has("\xfe\xff"), has("\xff\xfe"):
		enc = unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)
	case has("\x00<"):
		enc = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case has("<\x00"):
		enc = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	default:
		name := declared(head)
		switch strings.ToLower(name) {
		case "", "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be":
			return in, nil
		case "iso-8859-1", "iso_8859-1", "latin1":
			enc = charmap.ISO8859_1
		case "iso-8859-15":
			enc = charmap.ISO8859_15
		case "windows-1252", "cp1252":
			enc = charmap.Windows1252
		default:
			return nil, fmt.Errorf("encoding %q is not read: want UTF-8, UTF-16, ISO-8859-1, ISO-8859-15 or windows-1252", name)
		}
	}
	return enc.NewDecoder().Reader(in), nil
}

// declared returns the encoding that an XML declaration names.
func declared(head []byte) string {
	if !bytes.HasPrefix(head, []byte("<?xml")) {
		return ""
	}
	decl, _, _ := bytes.Cut(head, []byte("?>"))
	_, rest, ok := bytes.Cut(decl, []byte("encoding"))
	rest = trimLeft(rest)
	if !ok || len(rest) == 0 || rest[0] != '=' {
		return ""
	}
	_, value, _, ok := cutAttr(append([]byte("encoding"), rest...))
	if !ok {
		return ""
	}
	return string(value)
}
