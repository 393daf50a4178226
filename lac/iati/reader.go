package iati

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/plaintext"
	"github.com/sinolac/sinolac/lac/internal/rows"
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
	// Strict ends reading at the first rejected activity.
	Strict bool
	// MaxActivityBytes is the length above which an activity is rejected,
	// DefaultActivityBytes if zero, and at most 1 GiB. Reading takes ten times that
	// much memory at most, whatever the length of the file.
	MaxActivityBytes int64

	in       io.Reader
	file     *os.File
	scan     *xmlscan.Scanner
	activity activity
	stats    Stats
	end      error // why reading has ended, io.EOF included
}

// Stats counts the activities of a file. Always, Rows = Records + Rejected.
type Stats struct {
	Rows     int
	Records  int
	Rejected int
}

// NewReader returns a reader of r, which may be compressed with gzip.
func NewReader(r io.Reader) *Reader { return &Reader{in: r} }

// Open opens a file, which may be compressed with gzip. It errs if there is no
// such file, or if it is a directory or empty.
func Open(path string) (*Reader, error) {
	f, _, err := plaintext.OpenFile(path, lac.ErrSyntax)
	if err != nil {
		return nil, fmt.Errorf("iati: %w", err)
	}
	r := NewReader(f)
	r.Name, r.file = filepath.Base(path), f
	return r, nil
}

// Close closes the file that [Open] opened. For other readers it does nothing.
func (r *Reader) Close() error {
	if r.file == nil {
		return nil
	}
	return r.file.Close()
}

// All returns the records of the activities that are still to be read, in the
// order of the file.
//
// An error that is a [*lac.RowError] rejects one activity, and reading goes on
// unless Strict is set. It gives the first problem of the activity, and wraps
// those after it. Any other error ends the sequence, such as that the text is no
// XML; so does the end of the file, without an error. The record beside an error
// is zero.
func (r *Reader) All() iter.Seq2[lac.Project, error] { return rows.All(r.next, r.ended) }

func (r *Reader) ended() bool { return r.end != nil }

// ReadAll returns the records that are still to be read and the errors of the
// rejected activities: the first 10,000, [Reader.Stats] counts them all. The last
// result is the error that ended reading before the end of the file, if any; what
// was read before it is returned all the same.
func (r *Reader) ReadAll() ([]lac.Project, []*lac.RowError, error) {
	return rows.Collect[lac.Project, *lac.RowError](r.All(), r.ended)
}

// Stats returns the counts so far.
func (r *Reader) Stats() Stats { return r.stats }

// SourceRecord returns the source that the records name. Who published the file
// is not in it, only who reports each activity. The day of retrieval is not
// either: set Retrieved if it is known.
func (r *Reader) SourceRecord() lac.Source {
	title := "Activities"
	if r.Name != "" {
		title += ", file " + strings.ToValidUTF8(r.Name, "�")
	}
	return lac.Source{
		ID:        r.source(),
		Publisher: "IATI",
		Title:     title,
		URL:       "https://iatistandard.org/",
		Basis:     "IATI, as reported",
	}
}

func (r *Reader) source() string {
	if r.Source == "" {
		return DefaultSource
	}
	return r.Source
}

// name returns how errors call the file.
func (r *Reader) name() string {
	if r.Name == "" {
		return r.source()
	}
	return r.Name
}

// next returns the next record, a [*lac.RowError], or what ends reading.
func (r *Reader) next() (lac.Project, error) {
	if r.end == nil && r.scan == nil {
		if err := r.begin(); err != nil {
			r.end = fmt.Errorf("%s: %w", r.name(), err)
		}
	}
	if r.end != nil {
		return lac.Project{}, r.end
	}
	record, rejected, err := r.read()
	switch {
	case err == io.EOF:
		r.end = err
		return lac.Project{}, err
	case err != nil:
		r.end = fmt.Errorf("%s: after %d activities: %w", r.name(), r.stats.Rows, ofSyntax(err))
		return lac.Project{}, r.end
	}
	r.stats.Rows++
	if rejected != nil {
		r.stats.Rejected++
		for _, p := range r.activity.problems {
			p.Source = r.name()
		}
		if r.Strict {
			r.end = rejected
		}
		return lac.Project{}, rejected
	}
	r.stats.Records++
	return record, nil
}

// read reads the next activity: its record, why it is rejected, or what ends
// reading.
func (r *Reader) read() (lac.Project, *lac.RowError, error) {
	a := &r.activity
	for {
		tok, err := r.scan.Next()
		if err != nil {
			return lac.Project{}, nil, err
		}
		switch {
		case tok.Kind != xmlscan.Start: // blanks, or the end
		case isForeign(tok):
			if err := r.scan.Skip(1); err != nil {
				return lac.Project{}, nil, err
			}
		case string(tok.Name) != "iati-activity":
			a.problems = nil
			a.problemAt(tok.Line, tok.Column, shorten(string(tok.Name)), "", fmt.Errorf("%w: want iati-activity", lac.ErrSyntax))
			if err := r.scan.Skip(1); err != nil {
				return lac.Project{}, nil, err
			}
			return lac.Project{}, a.rejection(), nil
		default:
			a.ordinal = r.stats.Rows + 1
			most := min(r.MaxActivityBytes, maxActivityBytes)
			if most <= 0 {
				most = DefaultActivityBytes
			}
			if err := a.fill(r.scan, tok, most); err != nil {
				return lac.Project{}, nil, err
			}
			var record lac.Project
			if !a.isFull() {
				record = a.project(r.source())
			}
			return record, a.rejection(), nil
		}
	}
}

// begin opens the compression and the encoding, and reads to the root element.
func (r *Reader) begin() error {
	in := bufio.NewReader(r.in)
	var plain io.Reader = in
	magic, err := in.Peek(2)
	if err != nil && err != io.EOF {
		return err
	}
	if string(magic) == "\x1f\x8b" {
		if plain, err = gzip.NewReader(in); err != nil {
			return fmt.Errorf("gzip: %w", unexpected(err))
		}
	}
	if plain, err = xmlscan.Decode(plain); err != nil {
		return ofSyntax(err)
	}
	r.scan = xmlscan.NewScanner(plain)
	root, err := r.scan.Next()
	if err != nil {
		return ofSyntax(err)
	}
	fail := func(format string, args ...any) error {
		return fmt.Errorf("%d:%d: %w: %s", root.Line, root.Column, lac.ErrSyntax, fmt.Sprintf(format, args...))
	}
	if name := string(root.Name); name != "iati-activities" {
		return fail("the root element is %s, want iati-activities", shorten(name))
	}
	if root.Err != nil {
		return ofSyntax(root.Err)
	}
	v := ""
	for _, a := range root.Attrs {
		if string(a.Name) == "version" {
			v = strings.TrimSpace(string(a.Value))
		}
	}
	switch {
	case v == "":
		return fail("the document has no version, want 2.01, 2.02 or 2.03")
	case strings.HasPrefix(v, "1."):
		return fail("the document is of version %s, which is not read: want 2.01, 2.02 or 2.03", shorten(v))
	}
	r.activity.version = version(v)
	r.activity.lenient = r.activity.version.isLater()
	return nil
}

// ofSyntax says of an error of the scanner that it is one of syntax.
func ofSyntax(err error) error {
	var syntax *xmlscan.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("%w: %w", lac.ErrSyntax, err)
	}
	return err
}
