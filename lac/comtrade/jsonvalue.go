package comtrade

import (
	"bytes"
	"fmt"
	"io"

	"github.com/sinolac/sinolac/lac"
)

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
