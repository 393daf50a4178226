// Package csvscan reads comma-separated text (RFC 4180) row by row in bounded
// memory and knows the line and byte column of every field.
//
// What encoding/csv does not do and this package does: a row or a field count
// beyond a limit is an error of that row, not an allocation; a malformed row
// takes only its first line with it, so that a stray quotation mark does not
// swallow the rows after it.
//
// Where bars separate fields, a row that is malformed for its quotation marks is its
// first line, split at the bars: tables of bars, such as those of the OECD, leave
// quotation marks in their texts as they are.
//
// Lines end in LF or CRLF. Empty lines are no rows. A UTF-8 byte order mark at
// the start is skipped. Bytes are not interpreted otherwise: NUL and bytes that
// are no UTF-8 are data.
package csvscan

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// What a [RowError] wraps.
var (
	ErrBareQuote     = errors.New("quotation mark inside a field without quotation marks")
	ErrAfterQuote    = errors.New("text after the closing quotation mark")
	ErrOpenQuote     = errors.New("quotation mark not closed")
	ErrRowTooLong    = errors.New("row too long")
	ErrTooManyFields = errors.New("too many fields")
)

// A RowError says why a row is malformed. Scanning goes on at the line after
// the row's first line.
type RowError struct {
	Line   int // where the row starts
	Field  int // index of the field, from 0
	Column int // byte column of that field in its own line, from 1; 0 if the row as a whole is meant
	Err    error
}

func (e *RowError) Error() string {
	if e.Column > 0 {
		return fmt.Sprintf("line %d, column %d: %v", e.Line, e.Column, e.Err)
	}
	return fmt.Sprintf("line %d: %v", e.Line, e.Err)
}

// Unwrap returns the cause.
func (e *RowError) Unwrap() error { return e.Err }

// Defaults of the limits.
const (
	DefaultRowBytes = 1 << 20
	DefaultFields   = 4096
)

// A Scanner reads rows. Set the limits before the first call of [Scanner.Next].
type Scanner struct {
	MaxRowBytes int  // bytes of a row with its line end; 0: DefaultRowBytes
	MaxFields   int  // 0: DefaultFields
	Comma       byte // what separates fields; 0: a comma

	r     io.Reader
	rerr  error  // why r gives no more, io.EOF included
	buf   []byte // what was read
	start int    // of what is not consumed in buf
	moved int    // bytes that stood before buf
	line  int    // on which buf[start] is
	begun bool

	row Row
}

// NewScanner returns a scanner of r.
func NewScanner(r io.Reader) *Scanner { return &Scanner{r: r, line: 1} }

// NewScannerAt returns a scanner of r, which is text from within a table and begins
// on the given line.
func NewScannerAt(r io.Reader, line int) *Scanner { return &Scanner{r: r, line: line, begun: true} }

// Reset makes s read the rows of data, which is text from within a table and
// begins on the given line. After them s gives end, as if a reader had failed
// with it: unless end is [io.EOF], data that ends inside a row may go on.
func (s *Scanner) Reset(data []byte, line int, end error) {
	s.r, s.rerr, s.buf, s.start, s.moved, s.line, s.begun = nil, end, data, 0, 0, line, true
}

// Offset returns the number of bytes that s has consumed.
func (s *Scanner) Offset() int { return s.moved + s.start }

// Line returns the line of the next byte, from 1.
func (s *Scanner) Line() int { return s.line }

// Rest returns a reader of what s has not consumed. It takes the place of s.
func (s *Scanner) Rest() io.Reader { return &rest{s} }

type rest struct{ s *Scanner }

func (r *rest) Read(b []byte) (int, error) {
	s := r.s
	if n := copy(b, s.buf[s.start:]); n > 0 || len(b) == 0 {
		s.start += n
		return n, nil
	}
	if s.rerr != nil {
		return 0, s.rerr
	}
	n, err := s.r.Read(b)
	s.rerr = err
	return n, err
}

// A Row is one row. It is valid until the next call of [Scanner.Next].
type Row struct {
	line   int
	data   []byte // the fields' bytes, one after another
	fields []field
}

type field struct {
	end          int // in data
	line, column int
}

// Len returns the number of fields.
func (r *Row) Len() int { return len(r.fields) }

// Line returns the line on which the row starts, from 1.
func (r *Row) Line() int { return r.line }

// Field returns the bytes of field i without its quotation marks.
func (r *Row) Field(i int) []byte {
	begin := 0
	if i > 0 {
		begin = r.fields[i-1].end
	}
	return r.data[begin:r.fields[i].end]
}

// Position returns the line and the byte column, both from 1, where field i
// starts, at its quotation mark if it has one.
func (r *Row) Position(i int) (line, column int) { return r.fields[i].line, r.fields[i].column }

// Next returns the next row. The error is a [*RowError] if the row is
// malformed, in which case the next call reads on; [io.EOF] at the end; or
// the reader's error, after every row that is complete before it.
func (s *Scanner) Next() (*Row, error) {
	if s.MaxRowBytes <= 0 {
		s.MaxRowBytes = DefaultRowBytes
	}
	if s.MaxFields <= 0 {
		s.MaxFields = DefaultFields
	}
	if s.Comma == 0 {
		s.Comma = ','
	}
	if !s.begun {
		s.begun = true
		s.skipMark()
	}
	for {
		switch {
		case s.has(1) && s.buf[s.start] == '\n':
			s.start++
		case s.has(2) && s.buf[s.start] == '\r' && s.buf[s.start+1] == '\n':
			s.start += 2
		case !s.has(1):
			return nil, s.rerr
		default:
			return s.scan()
		}
		s.line++
	}
}

func (s *Scanner) skipMark() {
	if mark := "\uFEFF"; s.has(len(mark)) && string(s.buf[s.start:s.start+len(mark)]) == mark {
		s.start += len(mark)
	}
}

// scan reads the row at s.start, where there is at least one byte.
func (s *Scanner) scan() (*Row, error) {
	row := &s.row
	row.line, row.data, row.fields = s.line, row.data[:0], row.fields[:0]
	n := 0                       // bytes of the row that are scanned
	line, lineStart := s.line, 0 // of byte n, and where that line starts
	for {
		if len(row.fields) == s.MaxFields {
			return s.reject(&RowError{Line: row.line, Err: fmt.Errorf("%w: more than %d", ErrTooManyFields, s.MaxFields)})
		}
		f := field{line: line, column: n - lineStart + 1}
		fail := func(err error) (*Row, error) {
			if s.Comma == '|' {
				return s.split()
			}
			return s.reject(&RowError{Line: row.line, Field: len(row.fields), Column: f.column, Err: err})
		}
		tooLong := func() (*Row, error) {
			return s.reject(&RowError{Line: row.line, Err: fmt.Errorf("%w: more than %d bytes", ErrRowTooLong, s.MaxRowBytes)})
		}
		quoted := s.has(n+1) && s.buf[s.start+n] == '"'
		if quoted {
			n++
			for closed := false; !closed; n++ {
				switch {
				case n >= s.MaxRowBytes && s.Comma == '|':
					return s.split()
				case n >= s.MaxRowBytes:
					return tooLong()
				case !s.has(n + 1):
					if s.rerr != io.EOF {
						return nil, s.rerr
					}
					return fail(ErrOpenQuote)
				}
				c := s.buf[s.start+n]
				switch {
				case c != '"':
					row.data = append(row.data, c)
					if c == '\n' {
						line, lineStart = line+1, n+1
					}
				case s.has(n+2) && s.buf[s.start+n+1] == '"':
					row.data = append(row.data, '"')
					n++
				default:
					closed = true
				}
			}
		}
		for {
			if n >= s.MaxRowBytes {
				return tooLong()
			}
			end, newline := !s.has(n+1), false
			if end && s.rerr != io.EOF {
				return nil, s.rerr
			}
			var c byte
			if !end {
				c = s.buf[s.start+n]
				newline = c == '\n' || c == '\r' && s.has(n+2) && s.buf[s.start+n+1] == '\n'
			}
			if end || newline || c == s.Comma {
				f.end = len(row.data)
				row.fields = append(row.fields, f)
				if c == s.Comma {
					n++
					break
				}
				if newline {
					n++
					line++
					if c == '\r' {
						n++
					}
				}
				s.start, s.line = s.start+n, line
				return row, nil
			}
			switch {
			case quoted:
				return fail(ErrAfterQuote)
			case c == '"':
				return fail(ErrBareQuote)
			}
			row.data = append(row.data, c)
			n++
		}
	}
}

// split reads the line at s.start as a row of fields between separators. Quotation
// marks around a whole field are none of its text, others are.
func (s *Scanner) split() (*Row, error) {
	n := 0
	for ; s.has(n+1) && s.buf[s.start+n] != '\n'; n++ {
		if n == s.MaxRowBytes {
			return s.reject(&RowError{Line: s.line, Err: fmt.Errorf("%w: more than %d bytes", ErrRowTooLong, s.MaxRowBytes)})
		}
	}
	ended := s.has(n + 1)
	if !ended && s.rerr != io.EOF {
		return nil, s.rerr
	}
	row := &s.row
	row.line, row.data, row.fields = s.line, row.data[:0], row.fields[:0]
	line := s.buf[s.start : s.start+n]
	if ended {
		n++
		line = bytes.TrimSuffix(line, []byte("\r"))
	}
	column := 1
	for text := range bytes.SplitSeq(line, []byte{s.Comma}) {
		if len(row.fields) == s.MaxFields {
			return s.reject(&RowError{Line: s.line, Err: fmt.Errorf("%w: more than %d", ErrTooManyFields, s.MaxFields)})
		}
		f := field{line: s.line, column: column}
		column += len(text) + 1
		if len(text) > 1 && text[0] == '"' && text[len(text)-1] == '"' {
			text = text[1 : len(text)-1]
		}
		row.data = append(row.data, text...)
		f.end = len(row.data)
		row.fields = append(row.fields, f)
	}
	s.start += n
	if ended {
		s.line++
	}
	return row, nil
}

// reject consumes the line at s.start and returns err. Only that line: of the
// lines of a malformed row, one with an even number of quotation marks is a row
// of its own, and one with an odd number starts the search anew, so that each
// byte is scanned twice at most.
func (s *Scanner) reject(err *RowError) (*Row, error) {
	for {
		if i := bytes.IndexByte(s.buf[s.start:], '\n'); i >= 0 {
			s.start += i + 1
			s.line++
			return nil, err
		}
		s.start = len(s.buf)
		if !s.has(1) {
			return nil, err // what ended the reader comes with the next call
		}
	}
}

// has reports whether n bytes from s.start on are in the buffer, after reading
// as many as are there.
func (s *Scanner) has(n int) bool {
	for len(s.buf)-s.start < n {
		if s.rerr != nil {
			return false
		}
		s.fill()
	}
	return true
}

// fill reads once. The buffer holds what is not consumed, at most a row, and
// doubles when that fills it.
func (s *Scanner) fill() {
	const chunk = 64 << 10
	if len(s.buf) == cap(s.buf) {
		rest := s.buf[s.start:]
		if 2*len(rest) > cap(s.buf) || s.buf == nil {
			s.buf = make([]byte, len(rest), 2*cap(s.buf)+chunk)
		}
		s.buf = s.buf[:copy(s.buf[:len(rest)], rest)]
		s.moved += s.start
		s.start = 0
	}
	for range 100 {
		n, err := s.r.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+n]
		if err != nil {
			s.rerr = err
		}
		if n > 0 || err != nil {
			return
		}
	}
	s.rerr = io.ErrNoProgress
}
