package tabular

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/sinolac/sinolac/lac"
)

// A document gives the objects of a JSON text that is not one object a line: of an
// array, or one after another over several lines.
type document struct {
	text *bufio.Reader
	most int
	line int // of the next byte, from 1

	object []byte
	at     int // line on which object begins
	isLong bool
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
		c, err := d.text.ReadByte()
		if err == io.EOF && depth > 0 {
			return nil
		}
		if err != nil {
			return err
		}
		if c == '\n' {
			d.line++
		}
		if depth == 0 {
			switch {
			case c == '{':
				d.at = d.line
			case bytes.IndexByte([]byte("[], \t\r\n\xEF\xBB\xBF"), c) >= 0:
				continue
			default:
				return fmt.Errorf("line %d: %w: want an array of objects", d.line, lac.ErrSyntax)
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
	record, rejected := parseLine(d.object)
	if rejected != nil {
		before := d.object[:min(max(rejected.Column-1, 0), len(d.object))]
		rejected.Line = d.at + bytes.Count(before, []byte("\n"))
		if i := bytes.LastIndexByte(before, '\n'); i >= 0 {
			rejected.Column -= i + 1
		}
	}
	return record, rejected
}
