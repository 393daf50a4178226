package comtrade

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"github.com/sinolac/sinolac/lac"
)

// An objectScanner finds the records in an answer of the API, the objects of the
// array "data", one by one in bounded memory. An array of records alone will do, or
// JSON Lines, as pandas writes them, and so will "dataset", as the legacy API called it.
type objectScanner struct {
	in   *bufio.Reader
	most int // bytes of a record

	line, column int  // of the next byte
	inside       bool // an object around the array
	lines        bool // no array: a record a line
	first        bool // no record has been read
	ended        bool
	raw          []byte               // of a value
	status       string               // the code of an error
	known        map[string]*nameRank // of members; nil: no column
}

// value reads a value into s.raw, or reports that it has more than so many bytes
// and reads over it. It does not look whether brackets match.
func (s *objectScanner) value(most int) (long bool, err error) {
	s.raw = s.raw[:0]
	depth, quoted, escaped := 0, false, false
	for {
		c, err := s.look()
		if err != nil {
			return false, err
		}
		switch {
		case escaped:
			escaped = false
		case quoted:
			escaped, quoted = c == '\\', c != '"'
		case depth == 0 && (isSpace(c) || c == ',' || c == ']' || c == '}'):
			return long, nil
		case c == '"':
			quoted = true
		case c == '{' || c == '[':
			if depth++; depth > maxDepth {
				return false, s.unexpected(fmt.Sprintf("nested more than %d deep", maxDepth))
			}
		case c == '}' || c == ']':
			depth--
		}
		n := 1
		if quoted && !escaped {
			n += s.plain()
		}
		if long = long || len(s.raw)+n > most; !long {
			chunk, _ := s.in.Peek(n)
			s.raw = append(s.raw, chunk...)
		}
		s.skip()
		_, _ = s.in.Discard(n - 1)
		s.column += n - 1
		if depth == 0 && !quoted && (c == '"' || c == ']' || c == '}') {
			return long, nil
		}
	}
}

// plain returns how many bytes of a string follow the next one in the buffer that
// stand for themselves.
func (s *objectScanner) plain() int {
	ahead, _ := s.in.Peek(s.in.Buffered())
	if n := bytes.IndexAny(ahead[1:], "\"\\\n"); n >= 0 {
		return n
	}
	return len(ahead) - 1
}

// token reads the next byte that is no space.
func (s *objectScanner) token() (byte, error) {
	c, err := s.peek()
	if err == nil {
		s.skip()
	}
	return c, err
}

// peek returns the next byte that is no space without reading it.
func (s *objectScanner) peek() (byte, error) {
	for {
		c, err := s.look()
		if err != nil || !isSpace(c) {
			return c, err
		}
		s.skip()
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

// look returns the next byte without reading it. Where there is none JSON has
// not ended.
func (s *objectScanner) look() (byte, error) {
	next, err := s.in.Peek(1)
	if err == io.EOF {
		return 0, fmt.Errorf("line %d, column %d: JSON: %w", s.line, s.column, io.ErrUnexpectedEOF)
	} else if err != nil {
		return 0, err
	}
	return next[0], nil
}

// skip reads the byte that look returned.
func (s *objectScanner) skip() {
	c, _ := s.in.ReadByte()
	if s.column++; c == '\n' {
		s.line, s.column = s.line+1, 1
	}
}

func (s *objectScanner) unexpected(what string) error {
	return fmt.Errorf("%w: line %d, column %d: JSON: %s", lac.ErrSyntax, s.line, s.column, what)
}

// maxDepth is how deep JSON may be nested. That of UN Comtrade is 4 deep at most.
const maxDepth = 64
