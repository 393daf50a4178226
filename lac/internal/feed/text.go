package feed

import (
	"errors"
	"io"
	"strings"
)

// ErrEmpty says that a file has no byte.
var ErrEmpty = errors.New("the file is empty")

// startBytes is how much of a text is there to look at.
const startBytes = 64 << 10

// A Text is what a file holds: unpacked and, unless it is raw, in UTF-8. Fields that
// are not UTF-8 are in Windows-1252 or ISO-8859-1 then: see [String].
type Text struct {
	io.Reader
	Start []byte // up to 64 KiB with which it starts; they are read again
	// Title is that of the web page whose tables the text is.
	Title string
	// Plain says that the text is the file's own bytes, neither unpacked nor
	// decoded.
	Plain bool
}

// Shorten cuts s to what an error is to keep of it.
func Shorten(s string) string {
	const most = 80
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}
