package xmlscan

import (
	"bytes"
	"io"
)

// Next returns the next token. It returns [io.EOF] after a whole document, and
// a [*SyntaxError], which may wrap [io.ErrUnexpectedEOF], or the reader's own
// error where it cannot go on.
func (s *Scanner) Next() (*Token, error) {
	s.tok = Token{Attrs: s.tok.Attrs[:0]}
	if s.closes {
		s.closes = false
		return s.end(s.top())
	}
	for {
		s.tok.Line, s.tok.Column = s.Place()
		if s.cdata {
			if done, err := s.scanCDATA(); err != nil || done {
				return &s.tok, err
			}
			continue
		}
		if err := s.need(1); err == io.EOF && s.rooted && s.Depth() == 0 {
			return nil, io.EOF
		} else if err == io.EOF && !s.rooted {
			return nil, s.fail(ErrNoRoot, "")
		} else if err != nil {
			return nil, s.broken(err)
		}
		if s.buf[s.pos] != '<' {
			if done, err := s.scanText(); err != nil || done {
				return &s.tok, err
			}
			continue
		}
		if err := s.need(2); err != nil {
			return nil, s.broken(err)
		}
		switch s.buf[s.pos+1] {
		case '!':
			if err := s.scanBang(); err != nil {
				return nil, err
			}
		case '?':
			if err := s.skipPast("?>", 2); err != nil {
				return nil, err
			}
		case '/':
			return s.scanEnd()
		default:
			return s.scanStart()
		}
	}
}

// Skip reads on, without looking at what comes, until no more than depth elements
// are open.
func (s *Scanner) Skip(depth int) error {
	s.skim = true
	defer func() { s.skim = false }()
	for s.Depth() > depth {
		if _, err := s.Next(); err != nil {
			return err
		}
	}
	return nil
}

// scanBang consumes what begins with <!.
func (s *Scanner) scanBang() error {
	const comment, cdata = "<!--", "<![CDATA["
	if s.starts(comment) {
		return s.skipPast("-->", len(comment))
	}
	if !s.starts(cdata) {
		return s.fail(ErrDoctype, "")
	}
	if s.Depth() == 0 {
		return s.fail(ErrOutside, cdata)
	}
	s.advance(len(cdata))
	s.cdata = true
	return nil
}

func (s *Scanner) scanEnd() (*Token, error) {
	for {
		if i := bytes.IndexByte(s.buf[s.pos:], '>'); i >= 0 {
			name := bytes.TrimRight(s.buf[s.pos+2:s.pos+i], " \t\r\n")
			if s.Depth() == 0 || !bytes.Equal(name, s.top()) {
				return nil, s.fail(ErrMismatch, string(name))
			}
			s.advance(i + 1)
			return s.end(name)
		}
		n := len(s.buf) - s.pos
		if n > 2*maxName {
			return nil, s.fail(ErrMismatch, string(s.buf[s.pos+2:s.pos+60]))
		}
		if err := s.need(n + 1); err != nil {
			return nil, s.broken(err)
		}
	}
}

// end closes the open element.
func (s *Scanner) end(name []byte) (*Token, error) {
	s.tok.Kind, s.tok.Name = End, name
	if s.tok.Line == 0 {
		s.tok.Line, s.tok.Column = s.Place()
	}
	s.ends = s.ends[:len(s.ends)-1]
	start := 0
	if n := len(s.ends); n > 0 {
		start = s.ends[n-1]
	}
	s.open = s.open[:start]
	return &s.tok, nil
}
