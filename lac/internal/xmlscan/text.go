package xmlscan

import (
	"bytes"
	"errors"
	"strconv"
	"unicode/utf8"
)

// scanText reads a piece of text and reports whether there is one to return.
func (s *Scanner) scanText() (done bool, err error) {
	for {
		piece := s.buf[s.pos:]
		i := bytes.IndexByte(piece, '<')
		if i >= 0 {
			piece = piece[:i]
		}
		if s.Depth() == 0 {
			if rest := trimLeft(piece); len(rest) > 0 {
				s.advance(len(piece) - len(rest))
				return false, s.fail(ErrOutside, string(rest))
			}
			s.advance(len(piece))
			return false, nil
		}
		if s.skim {
			s.advance(len(piece))
			return false, nil
		}
		if i < 0 && s.rerr == nil {
			piece = piece[:safe(piece)]
		}
		if len(piece) == 0 {
			_ = s.need(len(s.buf) - s.pos + 1) // an error means: no more is to come
			continue
		}
		s.text, s.tok.Text = s.text[:0], piece
		s.tok.Err = s.check(0, piece)
		if bytes.ContainsAny(piece, "&\r") {
			var bad error
			s.text, bad = s.appendText(s.text, 0, piece, false)
			s.tok.Text, s.tok.Err = s.text, earlier(s.tok.Err, bad)
		}
		s.tok.Kind = Text
		s.advance(len(piece))
		return true, nil
	}
}

// scanCDATA reads a piece of a CDATA section and reports whether there is one to
// return.
func (s *Scanner) scanCDATA() (done bool, err error) {
	const mark = "]]>"
	for {
		piece := s.buf[s.pos:]
		i := bytes.Index(piece, []byte(mark))
		switch {
		case i == 0:
			s.advance(len(mark))
			s.cdata = false
			return false, nil
		case i > 0:
			piece = piece[:i]
		case len(piece) >= len(mark):
			piece = piece[:len(piece)-len(mark)+1]
			piece = piece[:safe(piece)]
		default:
			piece = nil
		}
		if len(piece) == 0 {
			if err := s.need(len(s.buf) - s.pos + 1); err != nil {
				return false, s.broken(err)
			}
			continue
		}
		if s.skim {
			s.advance(len(piece))
			return false, nil
		}
		s.tok.Kind, s.tok.Text = Text, piece
		s.tok.Err = s.check(0, piece)
		if bytes.IndexByte(piece, '\r') >= 0 {
			s.text = appendLines(s.text[:0], piece)
			s.tok.Text = s.text
		}
		s.advance(len(piece))
		return true, nil
	}
}

// safe returns how much of piece can be read before more is known: what follows
// may complete an entity, a line end or a character.
func safe(piece []byte) int {
	n := len(piece)
	if tail := max(0, n-maxEntity); n > 0 {
		if i := bytes.LastIndexByte(piece[tail:], '&'); i >= 0 && bytes.IndexByte(piece[tail+i:], ';') < 0 {
			n = tail + i
		}
	}
	if n > 0 && piece[n-1] == '\r' {
		n--
	}
	for i := n - 1; i >= 0 && i >= n-utf8.UTFMax; i-- {
		if utf8.RuneStart(piece[i]) {
			if !utf8.FullRune(piece[i:n]) {
				n = i
			}
			break
		}
	}
	return n
}

// appendText appends text, which stands that far after pos, with its entities
// replaced. The error, of the first bad entity, does not end it: the entity stays
// as it is.
func (s *Scanner) appendText(to []byte, offset int, text []byte, inAttr bool) ([]byte, error) {
	var bad error
	for rest := text; len(rest) > 0; {
		i := bytes.IndexByte(rest, '&')
		if i < 0 {
			i = len(rest)
		}
		from := len(to)
		to = appendLines(to, rest[:i])
		if inAttr {
			for j, c := range to[from:] {
				if isBlank(c) {
					to[from+j] = ' '
				}
			}
		}
		rest = rest[i:]
		if len(rest) == 0 {
			break
		}
		size := bytes.IndexAny(rest[1:min(len(rest), maxEntity)], ";&") + 2
		if size == 1 || rest[size-1] == '&' {
			size = 1 // an ampersand alone
		}
		r, ok := entity(rest[1:max(size-1, 1)])
		if !ok {
			to = append(to, rest[:size]...)
			if bad == nil {
				bad = s.problem(offset+len(text)-len(rest), string(rest[:size]), ErrEntity)
			}
		} else {
			to = utf8.AppendRune(to, r)
		}
		rest = rest[size:]
	}
	return to, bad
}

// appendLines appends text with every line end as LF.
func appendLines(to, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '\r')
		if i < 0 {
			return append(to, text...)
		}
		to = append(append(to, text[:i]...), '\n')
		text = text[i+1:]
		if len(text) > 0 && text[0] == '\n' {
			text = text[1:]
		}
	}
}

// entity returns the character that a name between & and ; stands for.
func entity(name []byte) (rune, bool) {
	switch string(name) {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	base, number := 10, name[1:]
	if number[0] == 'x' {
		base, number = 16, number[1:]
	}
	n, err := strconv.ParseUint(string(number), base, 32)
	return rune(n), err == nil && n <= utf8.MaxRune && IsChar(rune(n))
}

// earlier returns whichever of two problems stands first, if there are any.
func earlier(a, b error) error {
	var x, y *SyntaxError
	if !errors.As(a, &x) {
		return b
	}
	if errors.As(b, &y) && (y.Line < x.Line || y.Line == x.Line && y.Column < x.Column) {
		return b
	}
	return a
}

// check returns a [*SyntaxError] for the first byte of text, which stands that
// far after pos, that is not of an XML character in UTF-8.
func (s *Scanner) check(offset int, text []byte) error {
	for i := 0; i < len(text); {
		c := text[i]
		if ' ' <= c && c < utf8.RuneSelf || isBlank(c) {
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size < 2 || !IsChar(r) {
			return s.problem(offset+i, string(text[i:i+size]), ErrCharacter)
		}
		i += size
	}
	return nil
}

// IsChar reports whether r is a character as XML 1.0 defines it.
func IsChar(r rune) bool {
	switch {
	case r < ' ':
		return r == '\t' || r == '\n' || r == '\r'
	case r <= 0xD7FF, 0xE000 <= r && r <= 0xFFFD, 0x10000 <= r && r <= utf8.MaxRune:
		return true
	}
	return false
}

// problem returns a SyntaxError at the byte that far after pos.
func (s *Scanner) problem(offset int, text string, err error) error {
	line, column := s.placeOf(offset)
	return &SyntaxError{line, column, text, err}
}

// placeOf returns the line and column of the byte that far after pos.
func (s *Scanner) placeOf(offset int) (line, column int) {
	before := s.buf[s.pos : s.pos+offset]
	if i := bytes.LastIndexByte(before, '\n'); i >= 0 {
		return s.line + bytes.Count(before, []byte{'\n'}), offset - i
	}
	return s.line, int(s.Offset()-s.lineStart) + offset + 1
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func trimLeft(text []byte) []byte {
	for len(text) > 0 && isBlank(text[0]) {
		text = text[1:]
	}
	return text
}
