package iati

import (
	"errors"
	"fmt"
	"io"

	"github.com/sinolac/sinolac/lac"
)

// A Writer writes project records as a document of IATI 2.03 that is valid by the
// standard's schema. One record is always written as the same bytes.
type Writer struct {
	// Reporter is the reporting organisation of projects that name none: who
	// publishes the document.
	Reporter lac.Participant

	out   io.Writer
	began bool
	end   error // of an earlier call
}

// NewWriter returns a writer to w, which the caller closes after it.
func NewWriter(w io.Writer) *Writer { return &Writer{out: w} }

const (
	head = `<?xml version="1.0" encoding="UTF-8"?>
<iati-activities version="2.03">
`
	foot = "</iati-activities>\n"
)

var errClosed = errors.New("iati: the writer is closed")

// Write writes one project. Where p is not valid, or the standard demands what it
// does not have, nothing is written, and it errs with a join of
// [*lac.FieldError]. It demands a reporting and another organisation, a status,
// and a planned or actual start or end; days rather than months or years; amounts
// that are reported, and not in constant prices; for each result an indicator; for
// each transaction one recipient and one sector of a vocabulary.
//
// What the standard has no place for is left out: see the package's table.
func (w *Writer) Write(p lac.Project) error {
	if w.end != nil {
		return w.end
	}
	m := markup{record: p.ID}
	if err := p.Validate(); err != nil {
		return err
	}
	m.activity(p, w.Reporter)
	if len(m.errs) > 0 {
		return errors.Join(m.errs...)
	}
	if !w.began {
		w.began = true
		w.write(head)
	}
	w.write(m.text.String())
	return w.end
}

// Close ends the document. It errs if no project was written: the standard wants
// at least one.
func (w *Writer) Close() error {
	switch {
	case w.end != nil:
		return w.end
	case !w.began:
		w.end = fmt.Errorf("iati: %w: a document has at least one activity", lac.ErrMissing)
		return w.end
	}
	w.write(foot)
	if w.end != nil {
		return w.end
	}
	w.end = errClosed
	return nil
}

func (w *Writer) write(text string) {
	if w.end == nil {
		_, w.end = io.WriteString(w.out, text)
	}
}
