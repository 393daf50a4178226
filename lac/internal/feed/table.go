package feed

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// A Table is the rows of a table and the header above them.
type Table struct {
	Header []string // without surrounding space
	scan   *csvscan.Scanner
}

// OpenTable reads the header of a table, of which rows may have so many bytes. What
// separates its fields is the comma, or the tab or semicolon if the first line has
// more of them, or what a first line "sep=;" says, as spreadsheets write it.
func OpenTable(text *Text, maxRowBytes int, separators ...byte) (*Table, error) {
	t := &Table{scan: csvscan.NewScanner(text)}
	t.scan.MaxRowBytes = maxRowBytes
	t.scan.Comma = Separator(text.Start)
	if len(separators) > 0 {
		t.scan.Comma = separators[0]
	}
	return t, t.readHeader()
}

// OpenRows returns a table of which the header has not been read: the caller reads its
// first rows with Row, and sets Header.
func OpenRows(text *Text, maxRowBytes int) *Table {
	t := &Table{scan: csvscan.NewScanner(text)}
	t.scan.MaxRowBytes = maxRowBytes
	t.scan.Comma = commonest(text.Start)
	return t
}

// commonest returns what separates fields by all lines of a text that begins with
// start, for one whose first lines are no rows.
func commonest(start []byte) byte {
	best := byte(',')
	for _, c := range []byte("\t;") {
		if bytes.Count(start, []byte{c}) > bytes.Count(start, []byte{best}) {
			best = c
		}
	}
	return best
}

// Row returns the next row as a part of the header. It errs with [lac.ErrSyntax] where
// there is none.
func (t *Table) Row() (*csvscan.Row, error) {
	row, err := t.scan.Next()
	var malformed *csvscan.RowError
	switch {
	case errors.As(err, &malformed):
		return nil, fmt.Errorf("%w: header: %w", lac.ErrSyntax, malformed)
	case err == io.EOF:
		return nil, fmt.Errorf("%w: the table ends in its header", lac.ErrSyntax)
	}
	return row, err
}

// Loose is as Next, but takes rows of any number of fields.
func (t *Table) Loose() (*csvscan.Row, *lac.RowError, error) {
	row, err := t.scan.Next()
	var malformed *csvscan.RowError
	if errors.As(err, &malformed) {
		return nil, Malformed(malformed, t.Header), nil
	}
	return row, nil, err
}

func (t *Table) readHeader() error {
	row, err := HeaderOf(t.scan)
	if err == nil {
		t.Header = Names(row)
	}
	return err
}

// HeaderOf reads the first row of a table, after a line that says what separates
// fields.
func HeaderOf(scan *csvscan.Scanner) (*csvscan.Row, error) {
	row, err := scan.Next()
	if err == nil && bytes.HasPrefix(bytes.ToLower(row.Field(0)), []byte("sep=")) && row.Len() <= 2 {
		row, err = scan.Next()
	}
	var malformed *csvscan.RowError
	switch {
	case errors.As(err, &malformed):
		return nil, fmt.Errorf("%w: header: %w", lac.ErrSyntax, malformed)
	case err == io.EOF:
		return nil, fmt.Errorf("%w: no header, the table is empty", lac.ErrSyntax)
	}
	return row, err
}

// Names returns the fields of a row without surrounding space.
func Names(row *csvscan.Row) []string {
	names := make([]string, row.Len())
	for i := range names {
		names[i] = Field(row, i)
	}
	return names
}

// CutSeparator returns what a first line such as "sep=;" says that separates fields, as
// spreadsheets write it, and what stands after that line; 0 and start if there is none.
func CutSeparator(start []byte) (byte, []byte) {
	first, rest, _ := bytes.Cut(bytes.TrimLeft(start, "\ufeff\r\n"), []byte("\n"))
	if says := bytes.ToLower(bytes.Trim(first, "\" \r")); len(says) == 5 && bytes.HasPrefix(says, []byte("sep=")) {
		return says[4], rest
	}
	return 0, start
}

// Separator returns what separates the fields of a table that begins with start.
func Separator(start []byte) byte {
	if says, _ := CutSeparator(start); says != 0 {
		return says
	}
	first, _, _ := bytes.Cut(bytes.TrimLeft(start, "\ufeff\r\n"), []byte("\n"))
	best := byte(',')
	for _, c := range []byte("\t;|") {
		if bytes.Count(first, []byte{c}) > bytes.Count(first, []byte{best}) {
			best = c
		}
	}
	return best
}

// Next returns the next row, or why it is rejected, or what ends the table. A row
// that has more fields or fewer than the header is rejected, but for an empty one
// after the last.
func (t *Table) Next() (*csvscan.Row, *lac.RowError, error) {
	row, rejected, err := t.Loose()
	if rejected == nil && err == nil {
		rejected = CheckFields(row, len(t.Header))
	}
	return row, rejected, err
}

// CheckFields returns why a row is rejected that has not as many fields as wanted.
func CheckFields(row *csvscan.Row, want int) *lac.RowError {
	n := row.Len()
	for n > want && len(row.Field(n-1)) == 0 {
		n--
	}
	if n == want {
		return nil
	}
	return &lac.RowError{Line: row.Line(), Err: fmt.Errorf("%w: %d fields, but the header has %d", lac.ErrSyntax, row.Len(), want)}
}

// Malformed restates an error of a scanner.
func Malformed(e *csvscan.RowError, header []string) *lac.RowError {
	rejected := &lac.RowError{Line: e.Line, Column: e.Column, Err: fmt.Errorf("%w: %w", lac.ErrSyntax, e.Err)}
	if e.Column > 0 && e.Field < len(header) {
		rejected.Field = Shorten(header[e.Field])
	}
	return rejected
}

// Reject returns the error of field i of a row.
func (t *Table) Reject(row *csvscan.Row, i int, err error) *lac.RowError {
	_, column := row.Position(i)
	return &lac.RowError{Line: row.Line(), Column: column, Field: Shorten(t.Header[i]), Text: Shorten(Field(row, i)), Err: err}
}

// Field returns a field without surrounding space.
func Field(row *csvscan.Row, i int) string { return strings.TrimSpace(String(row.Field(i))) }

// Fold returns a name of a column in lower case without spaces and punctuation:
// "Trade Value (US$)", "Trade.Value..US.." and "trade_value_us" are one.
func Fold(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
}

// Find returns the columns of the given names, folded, in a header. It errs if one
// is missing or stands twice; the error says of what the table is none.
func (t *Table) Find(what string, names ...string) ([]int, error) {
	at := make([]int, len(names))
	var missing []string
	for i, name := range names {
		at[i] = -1
		for c, known := range t.Header {
			if Fold(known) != Fold(name) {
				continue
			}
			if at[i] >= 0 {
				return nil, fmt.Errorf("%w: header: column %s stands twice", lac.ErrSyntax, name)
			}
			at[i] = c
		}
		if at[i] < 0 {
			missing = append(missing, name)
		}
	}
	if missing != nil {
		return nil, Missing(what, missing, t.Header)
	}
	return at, nil
}

// Missing returns the error of a header that lacks columns, without which the table
// is not what it is held for.
func Missing(what string, columns, header []string) error {
	return fmt.Errorf("%w: not %s: expected also the columns %s; the first of %d columns is %q",
		lac.ErrSyntax, what, strings.Join(columns, ", "), len(header), Shorten(header[0]))
}
