package xmlscan

import (
	"bytes"
)

func (s *Scanner) scanStart() (*Token, error) {
	if s.rooted && s.Depth() == 0 {
		return nil, s.fail(ErrOutside, "<")
	}
	size, tooLong, err := s.tagEnd()
	if err != nil {
		return nil, err
	}
	tag := s.buf[s.pos : s.pos+size]
	n := nameLength(tag[1:])
	name, rest := tag[1:1+n], tag[1+n:]
	switch {
	case n == 0 || len(rest) == 0: // a name that does not end is out of hand
		return nil, s.fail(ErrTag, string(tag))
	case s.Depth() == maxDepth:
		return nil, s.fail(ErrTooDeep, string(name))
	}
	s.rooted = true
	s.open = append(s.open, name...)
	s.ends = append(s.ends, len(s.open))
	s.tok.Kind, s.tok.Name = Start, s.top()
	if tooLong {
		s.tok.Err = ErrTagLength
		return &s.tok, s.dropTag(size)
	}
	rest = rest[:len(rest)-1]
	if len(rest) > 0 && rest[len(rest)-1] == '/' {
		rest, s.closes = rest[:len(rest)-1], true
	}
	if !s.skim {
		if err := s.scanAttrs(tag, rest); err != nil {
			return nil, err
		}
	}
	s.advance(size)
	return &s.tok, nil
}

// tagEnd returns the length of the start tag at pos; if that is beyond the limit,
// of as much of it as the limit allows.
func (s *Scanner) tagEnd() (size int, tooLong bool, err error) {
	limit := s.MaxTagBytes
	if limit == 0 {
		limit = DefaultTagBytes
	}
	quote := byte(0)
	for i := 1; ; {
		more := s.buf[s.pos+i:]
		var j int
		if quote != 0 {
			j = bytes.IndexByte(more, quote)
		} else {
			j = bytes.IndexAny(more, "\"'><")
		}
		switch {
		case j < 0:
			i += len(more)
		case quote != 0:
			quote = 0
			i += j + 1
		case more[j] == '>':
			if i+j+1 > limit {
				return limit, true, nil
			}
			return i + j + 1, false, nil
		case more[j] == '<':
			if i+j > limit { // the tag is too long before it
				return limit, true, nil
			}
			s.advance(i + j)
			return 0, false, s.fail(ErrTag, "<")
		default:
			quote = more[j]
			i += j + 1
		}
		if i > limit {
			return limit, true, nil
		}
		if j < 0 {
			if err := s.need(i + 1); err != nil {
				return 0, false, s.broken(err)
			}
		}
	}
}

// dropTag consumes a start tag of which the first n bytes, at pos, are known to
// be part.
func (s *Scanner) dropTag(n int) error {
	quote, last := byte(0), byte(0)
	for {
		if n == 0 {
			if err := s.need(1); err != nil {
				return s.broken(err)
			}
			n = len(s.buf) - s.pos
		}
		part, i := s.buf[s.pos:s.pos+n], 0
		if quote != 0 {
			i = bytes.IndexByte(part, quote)
		} else {
			i = bytes.IndexAny(part, "\"'>")
		}
		switch {
		case i < 0:
			i = n - 1
		case quote != 0:
			quote = 0
		case part[i] == '>':
			if i > 0 {
				last = part[i-1]
			}
			s.closes = last == '/'
			s.advance(i + 1)
			return nil
		default:
			quote = part[i]
		}
		last = part[i]
		s.advance(i + 1)
		n -= i + 1
	}
}

// scanAttrs reads the attributes in rest, the part of tag after its name.
func (s *Scanner) scanAttrs(tag, rest []byte) error {
	s.vals = s.vals[:0]
	for {
		from := trimLeft(rest)
		if len(from) == 0 {
			return nil
		}
		offset := cap(tag) - cap(from) // both end where the buffer does
		name, value, after, ok := cutAttr(from)
		if !ok || len(from) == len(rest) {
			s.advance(offset)
			return s.fail(ErrTag, string(from))
		}
		rest = after
		a := Attr{Name: name}
		a.Line, a.Column = s.placeOf(offset)
		var bad error
		a.Value, bad = s.attrValue(offset+cap(from)-cap(value), value)
		switch {
		case len(s.tok.Attrs) == maxAttrs:
			bad = &SyntaxError{a.Line, a.Column, "", ErrTagLength}
		case s.has(name):
			bad = &SyntaxError{a.Line, a.Column, string(name), ErrDuplicate}
		default:
			s.tok.Attrs = append(s.tok.Attrs, a)
		}
		if s.tok.Err == nil {
			s.tok.Err = bad
		}
	}
}

// has reports whether the token has an attribute of that name.
func (s *Scanner) has(name []byte) bool {
	for i := range s.tok.Attrs {
		if bytes.Equal(s.tok.Attrs[i].Name, name) {
			return true
		}
	}
	return false
}

// cutAttr splits text that begins with an attribute.
func cutAttr(text []byte) (name, value, after []byte, ok bool) {
	n := nameLength(text)
	name, text = text[:n], trimLeft(text[n:])
	if n == 0 || len(text) == 0 || text[0] != '=' {
		return nil, nil, nil, false
	}
	text = trimLeft(text[1:])
	if len(text) == 0 || text[0] != '"' && text[0] != '\'' {
		return nil, nil, nil, false
	}
	n = bytes.IndexByte(text[1:], text[0])
	if n < 0 {
		return nil, nil, nil, false
	}
	return name, text[1 : 1+n], text[n+2:], true
}

// attrValue replaces the entities in a value, which stands that far after pos,
// and its line ends and tabs with blanks, as XML has it.
func (s *Scanner) attrValue(offset int, value []byte) ([]byte, error) {
	bad := s.check(offset, value)
	if i := bytes.IndexByte(value, '<'); i >= 0 {
		bad = earlier(bad, s.problem(offset+i, "<", ErrTag))
	}
	if !bytes.ContainsAny(value, "&\t\r\n") {
		return value, bad
	}
	start := len(s.vals)
	var err error
	s.vals, err = s.appendText(s.vals, offset, value, true)
	return s.vals[start:], earlier(bad, err)
}

// nameLength returns the length of the name that text begins with; 0 if there is
// none, or one out of hand.
func nameLength(text []byte) int {
	for i, c := range text {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_', c == ':', c >= 0x80:
		case i > 0 && ('0' <= c && c <= '9' || c == '-' || c == '.'):
		default:
			return i
		}
		if i == maxName {
			return 0
		}
	}
	return len(text)
}
