package comtrade

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// isJSON reports whether a text that begins with start is JSON, not a table.
func isJSON(start []byte) bool {
	start = bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\uFEFF")), " \t\r\n")
	return len(start) > 0 && (start[0] == '{' || start[0] == '[')
}

func newObjectScanner(in io.Reader, most int) *objectScanner {
	if most <= 0 {
		most = csvscan.DefaultRowBytes
	}
	return &objectScanner{in: bufio.NewReader(in), most: most, line: 1, column: 1, first: true, known: map[string]*nameRank{}}
}

// An object is the fields of a record in JSON.
type object struct {
	layout
	members []member
	raw     []byte // valid until the next record
	line    int    // where it begins
	column  int
}

type member struct {
	name string
	text []byte
	at   int // in raw
}

func (o *object) field(c column) []byte {
	if i := o.index[c]; i >= 0 {
		return o.members[i].text
	}
	return nil
}

func (o *object) place(c column) (name string, at int) {
	i := o.index[c]
	if i < 0 {
		return c.String(), 0
	}
	m := o.members[i]
	if newline := bytes.LastIndexByte(o.raw[:m.at], '\n'); newline >= 0 {
		return m.name, m.at - newline
	}
	return m.name, o.column + m.at
}

// open reads up to the first record.
func (s *objectScanner) open() error {
	if mark, _ := s.in.Peek(3); string(mark) == "\uFEFF" {
		_, _ = s.in.Discard(3)
	}
	if s.lines {
		return nil
	}
	c, err := s.token()
	switch {
	case err != nil:
		return err
	case c == '[':
		return nil
	}
	s.inside = true
	found, err := s.members()
	if err == nil && !found {
		err = fmt.Errorf("%w: not an answer of UN Comtrade: no array data", lac.ErrSyntax)
	}
	return err
}

// next returns the next record, why there is none, or what ends reading.
func (s *objectScanner) next() (*object, *lac.RowError, error) {
	if s.ended {
		return nil, nil, io.EOF
	}
	if s.lines && s.atEnd() {
		return nil, nil, io.EOF
	}
	c, err := s.peek()
	switch {
	case err != nil:
		return nil, nil, err
	case s.lines:
	case c == ']':
		return nil, nil, s.close()
	case !s.first && c != ',':
		return nil, nil, s.unexpected("want a comma or the end of the array")
	case !s.first:
		s.skip()
		if _, err := s.peek(); err != nil {
			return nil, nil, err
		}
	}
	s.first = false
	line, column := s.line, s.column
	long, err := s.value(s.most)
	if err != nil {
		return nil, nil, err
	}
	if c, err = s.peek(); len(s.raw) == 0 && err == nil && (s.lines || c != ',' && c != ']') {
		return nil, nil, s.unexpected("want a record")
	}
	if long {
		err = fmt.Errorf("%w: row too long: more than %d bytes", lac.ErrSyntax, s.most)
	} else {
		var o *object
		if o, err = s.object(line, column); err == nil {
			return o, nil, nil
		}
	}
	return nil, &lac.RowError{Line: line, Column: column, Err: err}, nil
}

// atEnd reports whether nothing but space follows. An error comes again.
func (s *objectScanner) atEnd() bool {
	for {
		next, err := s.in.Peek(1)
		if err != nil || !isSpace(next[0]) {
			s.ended = err == io.EOF
			return s.ended
		}
		s.skip()
	}
}

// isLines reports whether JSON that begins with start is records without an array, as
// in JSON Lines.
func isLines(start []byte) bool {
	first, _, _ := bytes.Cut(start, []byte("}"))
	return !bytes.Contains(first, []byte("[")) && bytes.Contains(first, []byte(`"reporterCode"`))
}

// close reads what follows the array.
func (s *objectScanner) close() error {
	s.skip()
	if s.inside {
		again, err := s.members()
		if err != nil {
			return err
		}
		if again {
			return s.unexpected("a second array of records")
		}
	}
	for {
		next, err := s.in.Peek(1)
		switch {
		case err == io.EOF:
			s.ended = true
			return io.EOF
		case err != nil:
			return err
		case !isSpace(next[0]):
			return s.unexpected("text after the end")
		}
		s.skip()
	}
}

// members reads the members of the object around the records: up to the array of
// records, in which case found is true, or to the object's end. It errs if one
// of them is an error of the API.
func (s *objectScanner) members() (found bool, err error) {
	for {
		c, err := s.peek()
		switch {
		case err != nil:
			return false, err
		case c == '}':
			s.skip()
			return false, nil
		case c == ',':
			s.skip()
			continue
		case c != '"':
			return false, s.unexpected("want a name in quotation marks")
		}
		const most = 1 << 16
		if long, err := s.value(most); err != nil {
			return false, err
		} else if long {
			return false, s.unexpected("name too long")
		}
		name := jsonText(s.raw)
		if c, err = s.peek(); err != nil {
			return false, err
		} else if c != ':' {
			return false, s.unexpected("want a colon")
		}
		s.skip()
		if c, err = s.peek(); err != nil {
			return false, err
		}
		if c == '[' && (name == "data" || name == "dataset") {
			s.skip()
			s.first = true
			return true, nil
		}
		long, err := s.value(most)
		if err != nil {
			return false, err
		}
		if len(s.raw) == 0 {
			return false, s.unexpected("want a value")
		}
		if !long {
			if err := s.refusal(name); err != nil {
				return false, err
			}
		}
	}
}

// refusal returns the error that a member of an answer says, if it says one.
func (s *objectScanner) refusal(name string) error {
	said := jsonText(s.raw)
	switch {
	case name == "statusCode":
		s.status = said + " "
		return nil
	case name == "validation": // of the legacy API
		var validation struct {
			Message string
		}
		if err := json.Unmarshal(s.raw, &validation); err != nil {
			return nil
		}
		said = validation.Message
	case name != "error" && name != "message":
		return nil
	}
	if absent(said) || said == "false" {
		return nil
	}
	return fmt.Errorf("UN Comtrade answered: %s%s", s.status, feed.Shorten(said))
}

// object makes an object of the value in s.raw.
func (s *objectScanner) object(line, column int) (*object, error) {
	if !utf8.Valid(s.raw) {
		return nil, fmt.Errorf("%w: not UTF-8", lac.ErrSyntax)
	}
	blankNaN(s.raw)
	o := &object{layout: newLayout(), raw: s.raw, line: line, column: column}
	decoder := json.NewDecoder(bytes.NewReader(s.raw))
	if start, err := decoder.Token(); err != nil || start != json.Delim('{') {
		return nil, fmt.Errorf("%w: want an object", lac.ErrSyntax)
	}
	for decoder.More() {
		token, err := decoder.Token()
		name, ok := token.(string)
		if err != nil || !ok {
			return nil, malformedJSON(err)
		}
		at := int(decoder.InputOffset())
		at += len(s.raw[at:]) - len(bytes.TrimLeft(s.raw[at:], ": \t\r\n"))
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return nil, malformedJSON(err)
		}
		if known := s.rankOf(name); known != nil {
			if err := o.put(*known, len(o.members), name); err != nil {
				return nil, fmt.Errorf("%w: %w", lac.ErrSyntax, err)
			}
			o.members = append(o.members, member{name, []byte(jsonText(value)), at})
		}
	}
	if _, err := decoder.Token(); err != nil {
		return nil, malformedJSON(err)
	}
	if missing := o.missing(); missing != nil {
		return nil, errNotATable(missing)
	}
	return o, nil
}

// blankNaN puts an empty string of the same length in place of each NaN that is a
// value: JSON has none, but Python writes it for what is missing.
func blankNaN(raw []byte) {
	for i, quoted := 0, false; i < len(raw); i++ {
		switch c := raw[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case !quoted && c == 'N' && bytes.HasPrefix(raw[i:], []byte("NaN")):
			copy(raw[i:], `"" `)
			i += 2
		}
	}
}

func malformedJSON(err error) error { return fmt.Errorf("%w: JSON: %v", lac.ErrSyntax, err) }

// rankOf returns which column a member is, nil if it is none. Members are mostly
// those of the record before.
func (s *objectScanner) rankOf(name string) *nameRank {
	known, ok := s.known[name]
	if !ok {
		if rank, is := columnsByName[foldName(name)]; is {
			known = &rank
		}
		if len(s.known) < 1000 && len(name) < 100 {
			s.known[name] = known
		}
	}
	return known
}

// jsonText returns what a field of a table would have for a JSON value: the
// string itself, nothing for null, the literal of a number.
func jsonText(value []byte) string {
	var s string
	switch {
	case len(value) == 0 || string(value) == "null":
	case value[0] != '"' || json.Unmarshal(value, &s) != nil:
		return string(value)
	}
	return s
}
