package tabular

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A document gives the objects of a JSON text that is not one object a line: of an
// array, one after another over several lines, or of the arrays of a bundle.
type document struct {
	text *bufio.Reader
	most int
	line int // of the next byte, from 1

	isBundle bool    // an object of arrays, by the names of families
	began    bool    // it has
	family   *family // of the array that is being read
	seen     map[string]bool

	object []byte
	at     int // line on which object begins
	isLong bool
}

var bundleStart = regexp.MustCompile(`^\{\s*"([a-z]+)"\s*:\s*(\[|null)`)

// isBundle reports whether a text begins as the JSON of [lac.Records] does.
func isBundle(start []byte) bool {
	m := bundleStart.FindSubmatch(bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\uFEFF")), " \t\r\n"))
	return m != nil && familyNamed(string(m[1])) != nil
}

// isDocument reports whether a text that begins with start is a document: it is an
// array, or its first line has no end of what it begins and the next goes on with it.
func isDocument(start []byte) bool {
	start = bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\uFEFF")), " \t\r\n")
	if bytes.HasPrefix(start, []byte("[")) {
		return true
	}
	first, rest, found := bytes.Cut(start, []byte("\n"))
	rest = bytes.TrimLeft(rest, " \t\r\n")
	return found && len(rest) > 0 && rest[0] != '{' && bytes.HasPrefix(first, []byte("{")) && !json.Valid(first)
}

// next reads the next object. At the end it errs with io.EOF; one that the text breaks
// off is given as far as it goes.
func (d *document) next() error {
	d.object, d.isLong = d.object[:0], false
	depth, quoted, escaped := 0, false, false
	for {
		c, err := d.byte()
		if err == io.EOF && depth > 0 {
			return nil
		}
		if err == io.EOF && d.isBundle {
			return io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		if depth == 0 {
			switch {
			case d.isBundle && (d.family == nil || c == ']'):
				if err := d.member(c); err != nil {
					return err
				}
				continue
			case c == '{':
				d.at = d.line
			case bytes.IndexByte([]byte("[], \t\r\n\xEF\xBB\xBF"), c) >= 0:
				continue
			default:
				return d.wrong("want an array of objects")
			}
		}
		if len(d.object) < d.most {
			d.object = append(d.object, c)
		} else {
			d.isLong = true
		}
		switch {
		case escaped:
			escaped = false
		case quoted && c == '\\':
			escaped = true
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{':
			depth++
		case c == '}':
			if depth--; depth == 0 {
				return nil
			}
		}
	}
}

// parse makes a record of the object.
func (d *document) parse() (any, *lac.RowError) {
	if d.isLong {
		return nil, &lac.RowError{Line: d.at, Err: fmt.Errorf("%w: object of more than %d bytes", lac.ErrRange, d.most)}
	}
	record, rejected := parseObject(d.object, d.family)
	if rejected != nil {
		before := d.object[:min(max(rejected.Column-1, 0), len(d.object))]
		rejected.Line = d.at + bytes.Count(before, []byte("\n"))
		if i := bytes.LastIndexByte(before, '\n'); i >= 0 {
			rejected.Column -= i + 1
		}
	}
	return record, rejected
}

// byte returns the next byte.
func (d *document) byte() (byte, error) {
	c, err := d.text.ReadByte()
	if err == nil && c == '\n' {
		d.line++
	}
	return c, err
}

func (d *document) wrong(why string) error {
	return fmt.Errorf("line %d: %w: %s", d.line, lac.ErrSyntax, why)
}

// member reads on between the arrays of a bundle: c is a brace, comma or blank, begins
// the name of an array, or ends the last.
func (d *document) member(c byte) error {
	switch {
	case bytes.IndexByte([]byte(", \t\r\n\xEF\xBB\xBF"), c) >= 0:
		return nil
	case c == '{' && !d.began:
		d.began, d.seen = true, map[string]bool{}
		return nil
	case c == ']' && d.family != nil:
		d.family = nil
		return nil
	case c == '}' && d.began && d.family == nil:
		for {
			switch c, err := d.byte(); {
			case err == io.EOF:
				return io.EOF
			case err != nil:
				return err
			case bytes.IndexByte([]byte(" \t\r\n"), c) < 0:
				return d.wrong("text after the end of the bundle")
			}
		}
	case c != '"' || !d.began:
		return d.wrong("want the name of a family of records")
	}
	var name []byte
	for {
		c, err := d.byte()
		switch {
		case err != nil:
			return unexpected(err)
		case c != '"' && len(name) < 60:
			name = append(name, c)
			continue
		case d.seen[string(name)]:
			return d.wrong(fmt.Sprintf("%q stands twice", name))
		}
		break
	}
	d.seen[string(name)] = true
	if d.family = familyNamed(string(name)); d.family == nil {
		return fmt.Errorf("line %d: %q: %w: want the name of a family of records", d.line, name, lac.ErrUnknownCode)
	}
	for {
		switch c, err := d.byte(); {
		case err != nil:
			return unexpected(err)
		case c == '[':
			return nil
		case c == 'n': // null, no records
			d.family = nil
			if rest, err := d.text.Peek(3); err != nil || string(rest) != "ull" {
				return d.wrong("want an array of objects")
			}
			_, err := d.text.Discard(3)
			return err
		case bytes.IndexByte([]byte(": \t\r\n"), c) < 0:
			return d.wrong("want an array of objects")
		}
	}
}

func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// familyNamed returns the family of a name, nil if there is none.
func familyNamed(name string) *family {
	at := slices.IndexFunc(families(), func(f family) bool { return f.name == name })
	if at < 0 {
		return nil
	}
	return &families()[at]
}

// parseObject makes a record of an object, of a family or, if that is nil, the one that
// it names.
func parseObject(line []byte, f *family) (any, *lac.RowError) {
	if offset, err := wellFormed(line); err != nil {
		return nil, &lac.RowError{Column: offset + 1, Err: err}
	}
	d := decoder{text: line}
	start := d.space(0)
	wrong := func(err error) *lac.RowError {
		var e *lac.FieldError
		errors.As(err, &e)
		return &lac.RowError{Column: d.at + 1, Field: e.Field, Text: e.Text, Err: e.Err}
	}
	member := ""
	if f == nil {
		var err error
		if f, err = d.family(start); err != nil {
			return nil, wrong(err)
		}
		member = familyField
	}
	record := reflect.New(f.form.typ).Elem()
	if _, err := d.part(record, f.form, start, member); err != nil {
		return nil, wrong(err)
	}
	if errs := fieldErrors(validate(record)); errs != nil {
		d.at = d.locate(errs[0].Field, start)
		return nil, wrong(errs[0])
	}
	return record.Interface(), nil
}

// family returns the family that the object at i names.
func (d *decoder) family(i int) (*family, error) {
	name, found := "", false
	_, err := d.object(i, func(member string, i int) (int, error) {
		if member != familyField {
			return d.end(i), nil
		}
		if found {
			return i, d.wrong(i, fmt.Errorf("%w: the field stands twice", lac.ErrSyntax))
		}
		found = true
		var err error
		name, err = d.string(i)
		d.at = i
		return d.end(i), err
	})
	if err != nil {
		return nil, err
	}
	if !found {
		d.at = i
		return nil, &lac.FieldError{Field: familyField, Err: lac.ErrMissing}
	}
	f := familyNamed(name)
	if f == nil {
		return nil, &lac.FieldError{Field: familyField, Text: feed.Shorten(name), Err: lac.ErrUnknownCode}
	}
	return f, nil
}

// familyField is the member of a line that names the record's family.
const familyField = "family"
