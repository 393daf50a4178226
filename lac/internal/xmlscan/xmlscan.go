// Package xmlscan reads XML 1.0 token by token in bounded memory and knows the
// line and byte column of every element and attribute.
//
// What encoding/xml does not do and this package does: text comes in pieces, so
// that a text of any length takes no memory; a start tag beyond a limit is an
// error of that tag alone; attributes have places; a byte that is no XML
// character, or an entity that is not defined, is an error of its token, and
// scanning goes on. A document type declaration is refused, so that no entity
// expands to anything.
//
// Names are not resolved: a prefix is part of the name.
package xmlscan

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// What a [SyntaxError] or the Err of a [Token] wraps.
var (
	ErrTag       = errors.New("malformed tag")
	ErrMismatch  = errors.New("end tag does not match")
	ErrTooDeep   = errors.New("elements nested too deep")
	ErrDoctype   = errors.New("document type declaration, which is not read")
	ErrOutside   = errors.New("content outside the root element")
	ErrNoRoot    = errors.New("no element")
	ErrTagLength = errors.New("tag too long")
	ErrDuplicate = errors.New("attribute given twice")
	ErrCharacter = errors.New("not an XML character in UTF-8")
	ErrEncoding  = errors.New("encoding that is not read: want UTF-8, UTF-16, ISO-8859-1, ISO-8859-15 or windows-1252")
	ErrEntity    = errors.New("unknown entity")
)

// A SyntaxError says where a text is no XML. Scanning cannot go on.
type SyntaxError struct {
	Line, Column int
	Text         string
	Err          error
}

func (e *SyntaxError) Error() string {
	if e.Text != "" {
		return fmt.Sprintf("line %d, column %d: %q: %v", e.Line, e.Column, e.Text, e.Err)
	}
	return fmt.Sprintf("line %d, column %d: %v", e.Line, e.Column, e.Err)
}

// Unwrap returns the cause.
func (e *SyntaxError) Unwrap() error { return e.Err }

// Defaults and limits.
const (
	DefaultTagBytes = 1 << 20
	maxDepth        = 256
	maxAttrs        = 256
	maxName         = 1024
	maxEntity       = 32
	chunk           = 64 << 10
)

// A Kind is what a token is.
type Kind uint8

// The kinds of token. An element without content is a start and an end.
const (
	Start Kind = iota
	End
	Text
)

// A Token is a start tag, an end tag or a piece of text. It is valid until the
// next call of [Scanner.Next] or [Scanner.Skip].
type Token struct {
	Kind         Kind
	Name         []byte // of a tag
	Attrs        []Attr // of a start tag
	Text         []byte // with entities replaced; one text may come in several pieces
	Line, Column int    // where the token starts, from 1
	Err          error  // what is wrong with its text or attributes; the rest of it is good
}

// An Attr is an attribute of a start tag.
type Attr struct {
	Name, Value  []byte
	Line, Column int
}

// A Scanner reads tokens. Set MaxTagBytes before the first call of [Scanner.Next].
type Scanner struct {
	MaxTagBytes int // 0: DefaultTagBytes

	r     io.Reader
	rerr  error  // why r gives no more, io.EOF included
	buf   []byte // what was read
	pos   int    // of what is not consumed in buf
	moved int64  // bytes that stood before buf

	line      int   // of buf[pos]
	lineStart int64 // offset of that line's first byte

	open   []byte // the names of the open elements
	ends   []int  // where each name ends in open
	rooted bool   // an element has been seen
	cdata  bool   // within a CDATA section
	closes bool   // the last start tag had no content: its end is next
	skim   bool   // attributes and text are of no interest

	tok  Token
	text []byte // holds text with entities replaced
	vals []byte // holds attribute values with entities replaced
}

// NewScanner returns a scanner of r, whose text is UTF-8.
func NewScanner(r io.Reader) *Scanner { return &Scanner{r: r, line: 1} }

// Offset returns how many bytes have been consumed.
func (s *Scanner) Offset() int64 { return s.moved + int64(s.pos) }

// Depth returns how many elements are open. After a start tag its own is.
func (s *Scanner) Depth() int { return len(s.ends) }

// Place returns the line and column of what comes next.
func (s *Scanner) Place() (line, column int) { return s.line, int(s.Offset()-s.lineStart) + 1 }

// need makes n bytes available from pos on. The reader's error is returned if
// there are fewer.
func (s *Scanner) need(n int) error {
	for len(s.buf)-s.pos < n {
		if s.rerr != nil {
			return s.rerr
		}
		s.fill()
	}
	return nil
}

// fill reads more, after moving what is not consumed to the start of the buffer,
// which grows only if that fills it.
func (s *Scanner) fill() {
	if s.pos > 0 {
		s.moved += int64(s.pos)
		s.buf = s.buf[:copy(s.buf, s.buf[s.pos:])]
		s.pos = 0
	}
	if cap(s.buf)-len(s.buf) < chunk/2 {
		grown := make([]byte, len(s.buf), max(chunk, 2*cap(s.buf)))
		copy(grown, s.buf)
		s.buf = grown
	}
	for range 100 {
		n, err := s.r.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+n]
		if err != nil {
			s.rerr = err
		}
		if n > 0 || err != nil {
			return
		}
	}
	s.rerr = io.ErrNoProgress
}

// advance consumes n bytes.
func (s *Scanner) advance(n int) {
	gone := s.buf[s.pos : s.pos+n]
	if i := bytes.LastIndexByte(gone, '\n'); i >= 0 {
		s.line += bytes.Count(gone, []byte{'\n'})
		s.lineStart = s.Offset() + int64(i) + 1
	}
	s.pos += n
}

func (s *Scanner) fail(err error, text string) error {
	line, column := s.Place()
	if len(text) > 60 {
		text = text[:60]
	}
	return &SyntaxError{line, column, text, err}
}

// broken says that the text ends where it must go on.
func (s *Scanner) broken(err error) error {
	if err == io.EOF {
		return s.fail(io.ErrUnexpectedEOF, "")
	}
	return err
}

// skipPast consumes everything up to and including an end mark, of which no
// byte is among the first n.
func (s *Scanner) skipPast(mark string, n int) error {
	if err := s.need(n); err != nil {
		return s.broken(err)
	}
	s.advance(n)
	for {
		if i := bytes.Index(s.buf[s.pos:], []byte(mark)); i >= 0 {
			s.advance(i + len(mark))
			return nil
		}
		// The mark may begin in what is there.
		s.advance(max(0, len(s.buf)-s.pos-len(mark)+1))
		if err := s.need(len(mark)); err != nil {
			return s.broken(err)
		}
	}
}

func (s *Scanner) starts(mark string) bool {
	return s.need(len(mark)) == nil && string(s.buf[s.pos:s.pos+len(mark)]) == mark
}

// top returns the name of the open element.
func (s *Scanner) top() []byte {
	n := len(s.ends)
	start := 0
	if n > 1 {
		start = s.ends[n-2]
	}
	return s.open[start:]
}
