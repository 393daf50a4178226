package census

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"

	"github.com/sinolac/sinolac/lac"
)

// isAnswer reports whether a text begins as the Bureau's API answers: a list of rows,
// each a list of texts, the first of them the names of the columns.
func isAnswer(start []byte) bool {
	start = bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\uFEFF")), " \t\r\n")
	rest, found := bytes.CutPrefix(start, []byte("["))
	return found && bytes.HasPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte("["))
}

// maxAnswerRow is how many bytes a row of an answer may have.
const maxAnswerRow = 1 << 20

// An answer reads an answer of the API as a table in CSV, a row a line.
type answer struct {
	in   io.Reader
	left int // bytes that may be read for the row
	dec  *json.Decoder
	rows int
	text bytes.Buffer
	end  error
}

func newAnswer(in io.Reader) *answer {
	start := bufio.NewReader(in)
	if mark, _ := start.Peek(3); string(mark) == "\uFEFF" { // an error comes again with what is read
		_, _ = start.Discard(3)
	}
	a := &answer{in: start, left: maxAnswerRow}
	a.dec = json.NewDecoder(boundedAnswer{a})
	_, a.end = a.dec.Token() // the bracket that opens the list
	return a
}

func (a *answer) Read(p []byte) (int, error) {
	for a.text.Len() == 0 && a.end == nil {
		a.end = a.row()
	}
	if a.text.Len() == 0 {
		return 0, a.end
	}
	return a.text.Read(p)
}

// row writes the next row, or returns what ends the answer.
func (a *answer) row() error {
	a.left = maxAnswerRow
	var row []*string
	var err error
	if a.dec.More() {
		err = a.dec.Decode(&row)
	} else if _, err = a.dec.Token(); err == nil {
		return io.EOF
	}
	a.rows++
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return fmt.Errorf("row %d of the answer: %w: %w", a.rows, lac.ErrSyntax, err)
	}
	cells := make([]string, len(row))
	for i, s := range row {
		if s != nil {
			cells[i] = *s
		}
	}
	w := csv.NewWriter(&a.text)
	if err := w.Write(cells); err != nil {
		return err
	}
	w.Flush()
	return w.Error()
}

// A boundedAnswer errs where a row of an answer is too long.
type boundedAnswer struct{ *answer }

func (b boundedAnswer) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, fmt.Errorf("%w: more than %d bytes", lac.ErrRange, maxAnswerRow)
	}
	n, err := b.in.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}
