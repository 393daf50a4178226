package claimreview

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// DefaultSource is the source ID of statements where [Reader.Source] is empty.
const DefaultSource = "claimreview"

// A Reader reads ClaimReviews: one, a list, a @graph, or a DataFeed as the
// registers of fact checks publish. Set the exported fields before the first
// read.
type Reader struct {
	// Source is the ID of the source that statements name, DefaultSource if
	// empty. A statement's ID is the source, "#" and the number of the review.
	Source string
	// Name is the file's name, for errors.
	Name string
	// Strict ends reading at the first rejected review.
	Strict bool
	// MaxReviewBytes is the length above which reading ends with
	// [lac.ErrRange], 1 MiB if zero.
	MaxReviewBytes int

	in    io.Reader
	file  *os.File
	stats Stats
}

// Stats counts the reviews read. Always, Rows = Records + Rejected. Objects of
// other types are not counted.
type Stats struct {
	Rows     int
	Records  int
	Rejected int
}

// NewReader returns a reader of r.
func NewReader(r io.Reader) *Reader { return &Reader{in: r} }

// Open opens a file. It errs if there is no such file, or if it is a directory or
// empty.
func Open(path string) (*Reader, error) {
	f, _, err := feed.OpenFile(path)
	if err != nil {
		return nil, fmt.Errorf("claimreview: %w", err)
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

// Stats returns the counts so far.
func (r *Reader) Stats() Stats { return r.stats }

// errStop ends a walk that the caller broke off.
var errStop = errors.New("stop")

// All returns the reviews in the order of the file. An error that is a
// [*lac.RowError] rejects one review, and reading goes on unless Strict is set;
// any other ends the sequence. The review beside an error is zero.
func (r *Reader) All() iter.Seq2[Review, error] {
	return func(yield func(Review, error) bool) {
		w := walker{reader: r, yield: yield, in: &limited{in: r.in, most: r.most()}}
		w.lines.in = w.in
		w.dec = json.NewDecoder(&w.lines)
		w.dec.UseNumber()
		if err := w.value(0); err == nil {
			if _, err := w.dec.Token(); err != io.EOF {
				yield(Review{}, fmt.Errorf("%s: %w: text after the end of the JSON", r.name(), lac.ErrSyntax))
			}
		} else if err != errStop {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			yield(Review{}, fmt.Errorf("%s: after %d reviews: %w", r.name(), r.stats.Rows, err))
		}
	}
}

func (r *Reader) most() int {
	if r.MaxReviewBytes > 0 {
		return r.MaxReviewBytes
	}
	return 1 << 20
}

func (r *Reader) source() string {
	if r.Source == "" {
		return DefaultSource
	}
	return r.Source
}

func (r *Reader) name() string {
	if r.Name == "" {
		return r.source()
	}
	return r.Name
}

// A limited reader errs when more is read than most at a time, so that one value
// cannot fill the memory.
type limited struct {
	in         io.Reader
	most, read int
}

func (l *limited) Read(p []byte) (int, error) {
	// The decoder reads ahead by less than it holds.
	if l.read > 2*l.most {
		return 0, fmt.Errorf("%w: one value of more than %d bytes", lac.ErrRange, l.most)
	}
	n, err := l.in.Read(p[:min(len(p), l.most)])
	l.read += n
	return n, err
}

// lines notes where lines begin in what a decoder reads.
type lines struct {
	in     io.Reader
	offset int64
	starts []int64 // of lines after the first, those before the last place asked for cut off
	passed int     // lines before starts
	begun  int64   // start of the line before starts
}

func (l *lines) Read(p []byte) (int, error) {
	n, err := l.in.Read(p)
	for i, c := range p[:n] {
		if c == '\n' {
			l.starts = append(l.starts, l.offset+int64(i)+1)
		}
	}
	l.offset += int64(n)
	return n, err
}

// at returns the line and byte column of an offset that is not before the last
// one asked for.
func (l *lines) at(offset int64) (line, column int) {
	for len(l.starts) > 0 && l.starts[0] <= offset {
		l.begun = l.starts[0]
		l.starts = l.starts[1:]
		l.passed++
	}
	return l.passed + 1, int(offset-l.begun) + 1
}

// A walker goes through one JSON text and yields the reviews in it.
type walker struct {
	reader *Reader
	yield  func(Review, error) bool
	in     *limited
	lines  lines
	dec    *json.Decoder
}

// lists are the properties whose elements are read one at a time.
var lists = map[string]bool{"@graph": true, "dataFeedElement": true, "itemListElement": true, "item": true}

// value reads the next value, whose reviews are yielded: an object, or a list of
// them.
func (w *walker) value(depth int) error {
	if depth > 8 {
		return fmt.Errorf("%w: lists nest deeper than 8", lac.ErrRange)
	}
	w.in.read = 0
	token, err := w.dec.Token()
	if err != nil {
		return err
	}
	at := w.dec.InputOffset() - 1
	switch token {
	case json.Delim('['):
		for w.dec.More() {
			if err := w.value(depth + 1); err != nil {
				return err
			}
		}
		_, err := w.dec.Token()
		return err
	case json.Delim('{'):
		return w.object(at, depth)
	}
	if depth == 0 {
		return fmt.Errorf("%w: want an object or a list of objects, not %v", lac.ErrSyntax, token)
	}
	return nil
}

func (w *walker) object(at int64, depth int) error {
	n, size := node{}, 0
	for w.dec.More() {
		w.in.read = 0
		token, err := w.dec.Token()
		if err != nil {
			return err
		}
		key, _ := token.(string)
		if lists[key] {
			err = w.value(depth + 1)
		} else {
			var raw json.RawMessage
			err = w.dec.Decode(&raw)
			n[key] = raw
			if size += len(key) + len(raw); size > w.in.most && err == nil {
				err = fmt.Errorf("%w: an object of more than %d bytes", lac.ErrRange, w.in.most)
			}
		}
		if err != nil {
			return err
		}
	}
	if _, err := w.dec.Token(); err != nil {
		return err
	}
	if !n.is("ClaimReview") {
		return nil
	}
	r, field, text, err := w.reader.review(n)
	if err != nil {
		return w.reject(at, field, text, err)
	}
	w.reader.stats.Rows++
	w.reader.stats.Records++
	if !w.yield(r, nil) {
		return errStop
	}
	return nil
}

func (w *walker) reject(at int64, field, text string, err error) error {
	w.reader.stats.Rows++
	w.reader.stats.Rejected++
	line, column := w.lines.at(at)
	row := &lac.RowError{Source: w.reader.name(), Line: line, Column: column, Field: field, Text: text, Err: err}
	if !w.yield(Review{}, row) || w.reader.Strict {
		return errStop
	}
	return nil
}

// review makes a review of a ClaimReview; where it cannot it returns the
// property, its text and why.
func (r *Reader) review(n node) (_ Review, field, text string, err error) {
	item := n.node("itemReviewed")
	appearance := item.node("appearance")
	if appearance == nil {
		appearance = item.node("firstAppearance")
	}
	out := Review{
		URL: n.text("url", "@id"), Language: n.text("inLanguage"),
		Author: Organization{Name: n.node("author").text("name"), URL: n.node("author").text("url")},
		Statement: lac.Statement{
			ID: fmt.Sprintf("%s#%d", r.source(), r.stats.Rows+1), Source: r.source(),
			Language: item.text("inLanguage"), Title: appearance.text("headline", "name"), Publisher: appearance.node("publisher").text("name"),
			Text: n.text("claimReviewed"),
		},
		Source: lac.Source{ID: r.source(), Publisher: appearance.node("publisher").text("name"), Title: appearance.text("headline", "name"),
			URL: appearance.text("url", "@id"), Basis: "ClaimReview"},
	}
	if out.Statement.Text == "" {
		out.Statement.Text = item.text("text", "name")
	}
	if out.Statement.Language == "" {
		out.Statement.Language = "und" // BCP 47 for undetermined
	}
	for _, by := range item.nodes("author") {
		if name := by.text("name"); name != "" {
			out.Statement.Speakers = append(out.Statement.Speakers, lac.Speaker{Name: name, Office: by.text("jobTitle"),
				Organisation: by.node("affiliation").text("name")})
		}
	}
	day := func(of string, n node) lac.Date {
		given := n.text("datePublished")
		if given == "" || err != nil {
			return lac.Date{}
		}
		// A date, or the date of a date and time.
		d, wrong := lac.ParseDate(given[:min(len(given), len("2006-01-02"))])
		if wrong != nil {
			field, text, err = of+"datePublished", given, wrong
		}
		return d
	}
	out.Date, out.Statement.Date = day("", n), day("itemReviewed.", item)
	if out.Statement.Date.IsZero() {
		out.Statement.Date = day("itemReviewed.appearance.", appearance)
	}
	given := n.node("reviewRating")
	out.Rating = Rating{Name: given.text("alternateName", "name"), Explanation: given.text("ratingExplanation", "description")}
	number := func(property string) decimal.NullDecimal {
		numeral := given.text(property)
		if numeral == "" || err != nil {
			return decimal.NullDecimal{}
		}
		q, wrong := lac.ParseNumber(numeral, "rating")
		if wrong != nil {
			field, text, err = "reviewRating."+property, numeral, wrong
		}
		return decimal.NewNullDecimal(q.Amount())
	}
	out.Rating.Value, out.Rating.Best, out.Rating.Worst = number("ratingValue"), number("bestRating"), number("worstRating")
	switch {
	case err != nil:
		return Review{}, field, text, err
	case out.Statement.Text == "":
		return Review{}, "claimReviewed", "", lac.ErrMissing
	case len(out.Statement.Speakers) == 0:
		return Review{}, "itemReviewed.author", "", lac.ErrMissing
	case out.Statement.Date.IsZero():
		return Review{}, "itemReviewed.datePublished", "", lac.ErrMissing
	}
	return out, "", "", nil
}
