// Package jsonkeys finds objects in JSON that name a member twice, for no standard says
// which of the two a reader takes, and counts what lists hold.
package jsonkeys

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// A DuplicateError says which member an object names twice.
type DuplicateError struct {
	Name   string
	Offset int64 // of the end of the second name
}

// Error says the name, shortened, and the place.
func (e *DuplicateError) Error() string {
	name := e.Name
	if len(name) > 60 {
		name = strings.ToValidUTF8(name[:60], "") + "…"
	}
	return fmt.Sprintf("offset %d: %q is named twice", e.Offset, name)
}

// Check returns a [*DuplicateError] if an object in data, at any depth, names a
// member twice, and another error if data
// is not JSON. Names that
// differ in case alone are the same, as they are to encoding/json.
func Check(data []byte) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	// For each object that is open its names; nil for a list.
	var open []map[string]bool
	name := false // whether a name is due
	for {
		token, err := d.Token()
		if err == io.EOF && len(open) == 0 {
			return nil
		}
		if err != nil {
			return err
		}
		text, isText := token.(string)
		if name && isText {
			names, folded := open[len(open)-1], strings.ToLower(text)
			if names[folded] {
				return &DuplicateError{text, d.InputOffset()}
			}
			names[folded] = true
			name = false
			continue
		}
		switch token {
		case json.Delim('{'):
			open = append(open, map[string]bool{})
		case json.Delim('['):
			open = append(open, nil)
		case json.Delim('}'), json.Delim(']'):
			open = open[:len(open)-1]
		}
		name = len(open) > 0 && open[len(open)-1] != nil
	}
}

// Elements returns how many elements all lists in data together have. Data is one JSON
// value that is well formed.
func Elements(data []byte) int {
	n := 0
	var inList []bool // of each list or object that is open
	begins := false   // whether a list has begun, and no element yet
	for i := 0; i < len(data); i++ {
		c := data[i]
		switch c {
		case ' ', '\t', '\r', '\n':
			continue
		case '"':
			for i++; data[i] != '"'; i++ {
				if data[i] == '\\' {
					i++
				}
			}
		case '}', ']':
			inList = inList[:len(inList)-1]
		case ',':
			if inList[len(inList)-1] {
				n++
			}
		}
		if begins && c != ']' {
			n++
		}
		begins = c == '['
		if c == '[' || c == '{' {
			inList = append(inList, c == '[')
		}
	}
	return n
}
