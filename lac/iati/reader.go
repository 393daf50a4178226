package iati

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
	"github.com/sinolac/sinolac/lac/internal/xmlscan"
)

// DefaultSource is the source ID of records where [Reader.Source] is empty.
const DefaultSource = "iati"

// DefaultActivityBytes is the length of an activity above which it is rejected
// where [Reader.MaxActivityBytes] is zero: 32 MiB.
const DefaultActivityBytes = 32 << 20

// maxActivityBytes is as much as the indexes of a tree can number.
const maxActivityBytes = 1 << 30

// A Reader reads the activities of one file. Set the exported fields before the
// first read.
type Reader struct {
	// Source is the ID of the source that records name, DefaultSource if empty.
	Source string
	// Name is the file's name, for errors and for [Reader.SourceRecord].
	Name string
	// Strict ends reading at the first rejected activity or part of one.
	Strict bool
	// MaxActivityBytes is the length above which an activity is rejected,
	// DefaultActivityBytes if zero, and at most 1 GiB. Reading takes ten times that
	// much memory at most, whatever the length of the file.
	MaxActivityBytes int64
	// Today is the day after which a transaction is dated in the future; zero: the
	// day of reading.
	Today lac.Date
	// Notes, if set, is called for what breaks a rule of the standard and is read all
	// the same, before the record that it is of. Stats counts it in any case.
	Notes func(*lac.RowError)

	activity  activity
	generated lac.Date // the day on which the file was made, if it says so
	feed      feed.Feed[lac.Project]
}

// NewReader returns a reader of r, which may be compressed with gzip or ZIP.
func NewReader(r io.Reader) *Reader { return &Reader{feed: feed.New[lac.Project](r)} }

// Open opens a file, which may be compressed with gzip or ZIP. It errs if there is no
// such file, or if it is a directory or empty.
func Open(path string) (*Reader, error) {
	f, name, err := feed.Open[lac.Project](DefaultSource, path)
	if err != nil {
		return nil, err
	}
	return &Reader{Name: name, feed: f}, nil
}

// Close closes the file that [Open] opened. For other readers it does nothing.
func (r *Reader) Close() error { return r.feed.Close() }

// All returns the records of the activities that are still to be read, in the
// order of the file.
//
// An error that is a [*lac.RowError] rejects one activity, or a part of the one whose
// record came before, and reading goes on unless Strict is set. It gives the first
// problem of what it rejects, and wraps those after it. Any other error ends the sequence, such as that the text is no
// XML; so does the end of the file, without an error. The record beside an error
// is zero.
func (r *Reader) All(ctx context.Context) iter.Seq2[lac.Project, error] {
	return r.feed.All(ctx, r.format())
}

// ReadAll returns the records that are still to be read and the errors of the
// rejected activities and parts: the first 10,000, [Reader.Stats] counts them all. The last
// result is the error that ended reading before the end of the file, if any; what
// was read before it is returned all the same.
func (r *Reader) ReadAll(ctx context.Context) ([]lac.Project, []*lac.RowError, error) {
	return r.feed.ReadAll(ctx, r.format())
}

// Stats returns the counts so far: of activities, and of the transactions, budgets,
// results and locations that are rejected alone, each a row of its own.
func (r *Reader) Stats() lac.Stats { return r.feed.Stats() }

// SourceRecord returns the source that the records name. Who published the file
// is not in it, only who reports each activity. The day of retrieval is not
// either: set Retrieved if it is known. Published is the day on which the file says it
// was generated, known after the first read.
func (r *Reader) SourceRecord() lac.Source {
	s := lac.Source{
		ID:        r.source(),
		Publisher: "IATI",
		Title:     feed.Title("Activities", r.Name),
		URL:       "https://iatistandard.org/",
		Basis:     "IATI, as reported",
	}
	if !r.generated.IsZero() {
		s.Published = r.generated.Period()
	}
	return s
}

func (r *Reader) source() string { return cmp.Or(r.Source, DefaultSource) }

// name returns how errors call the file.
func (r *Reader) name() string { return cmp.Or(r.Name, r.source()) }

// format returns what the feed must know of the reader.
func (r *Reader) format() feed.Format[lac.Project] {
	return feed.Format[lac.Project]{Name: r.name(), Strict: r.Strict, Unit: "activities", Raw: true, Begin: r.begin}
}

// read appends what is read of the next activity, or returns what ends reading.
func (r *Reader) read(scan *xmlscan.Scanner, into []result) ([]result, error) {
	for {
		tok, err := scan.Next()
		if err != nil {
			return nil, ofSyntax(err)
		}
		switch {
		case tok.Kind != xmlscan.Start: // blanks, or the end
		case isForeign(tok):
			if err := scan.Skip(1); err != nil {
				return nil, ofSyntax(err)
			}
		case string(tok.Name) != "iati-activity":
			rejected := &lac.RowError{Line: tok.Line, Column: tok.Column, Field: shorten(string(tok.Name)), Err: fmt.Errorf("%w: want iati-activity", lac.ErrSyntax)}
			if err := scan.Skip(1); err != nil {
				return nil, ofSyntax(err)
			}
			return append(into, result{Rejected: rejected}), nil
		default:
			return r.activityAt(scan, tok, into)
		}
	}
}

type result = feed.Result[lac.Project]

// activityAt appends the record of the activity whose start tag the scanner has just
// given and what is rejected of it, or why all of it is.
func (r *Reader) activityAt(scan *xmlscan.Scanner, start *xmlscan.Token, into []result) ([]result, error) {
	a := &r.activity
	a.ordinal++
	most := min(r.MaxActivityBytes, maxActivityBytes)
	if most <= 0 {
		most = DefaultActivityBytes
	}
	if err := a.fill(scan, start, most); err != nil {
		return nil, ofSyntax(err)
	}
	if a.version.isFirst() && a.strange == "narrative" {
		return nil, fmt.Errorf("%w: the document is of version %s by its own word, but in the form of version 2: it has narrative", lac.ErrSyntax, a.version)
	}
	var record lac.Project
	if !a.isFull() {
		record = a.project(r.source())
	}
	for _, f := range a.faults {
		f.err.Source = r.name()
	}
	rejected := a.rejections()
	if !a.isRejected() {
		for _, n := range a.notes {
			r.feed.Note(r.Notes, r.name(), n)
		}
		into = append(into, result{Record: record})
	}
	for _, e := range rejected {
		into = append(into, result{Rejected: e})
	}
	return into, nil
}

// begin opens the encoding, and reads to the root element.
func (r *Reader) begin(text *feed.Text) (feed.Next[lac.Project], error) {
	plain, err := xmlscan.Decode(text)
	if err != nil {
		return nil, ofSyntax(err)
	}
	scan := xmlscan.NewScanner(plain)
	root, err := scan.Next()
	if err != nil {
		return nil, ofSyntax(err)
	}
	fail := func(format string, args ...any) error {
		return fmt.Errorf("%d:%d: %w: %s", root.Line, root.Column, lac.ErrSyntax, fmt.Sprintf(format, args...))
	}
	switch name := string(root.Name); name {
	case "iati-activities":
	case "iati-organisations":
		return nil, fail("a file of organisations, which has no activities: the root element is %s", name)
	default:
		return nil, fail("the root element is %s, want iati-activities", shorten(name))
	}
	if root.Err != nil {
		return nil, ofSyntax(root.Err)
	}
	v := ""
	for _, a := range root.Attrs {
		switch string(a.Name) {
		case "version":
			v = strings.TrimSpace(string(a.Value))
		case "generated-datetime":
			r.generated = dayOf(strings.TrimSpace(string(a.Value)))
		}
	}
	switch {
	case v == "":
		return nil, fail("the document has no version, want 2.01, 2.02 or 2.03")
	case '0' <= v[0] && v[0] <= '9' && v[0] != '2' && !version(v).isFirst():
		return nil, fail("the document is of version %s, which is not known: want 1.01 to 1.05, or 2.01 to 2.03", shorten(v))
	}
	r.activity.of(version(v))
	if r.activity.today = r.Today; r.Today.IsZero() {
		now := time.Now().UTC()
		r.activity.today = lac.DateOf(now.Year(), now.Month(), now.Day())
	}
	return feed.Several(func(into []result) ([]result, error) { return r.read(scan, into) }), nil
}

// ofSyntax says of an error of the scanner that it is one of syntax.
func ofSyntax(err error) error {
	var syntax *xmlscan.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("%w: %w", lac.ErrSyntax, err)
	}
	return err
}
