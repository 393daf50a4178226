package claimreview

import (
	"cmp"
	"context"
	"fmt"
	"hash/maphash"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// DefaultSource is the source ID of statements where [Reader.Source] is empty.
const DefaultSource = "claimreview"

// A Reader reads ClaimReviews from JSON-LD: one or a list, a @graph, a DataFeed as
// the registers of fact checks publish, JSON Lines, an article or whatever else has
// reviews in it, and the scripts of a web page. Set the exported fields before the
// first read.
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
	// Notes, if set, is called for what is wrong with a review that is read all the
	// same, before it is given. Stats counts it in any case.
	Notes func(*lac.RowError)

	feed feed.Feed[Review]
	seen map[uint64]bool
	seed maphash.Seed
}

// NewReader returns a reader of r, which may be compressed with gzip or ZIP.
func NewReader(r io.Reader) *Reader { return &Reader{feed: feed.New[Review](r)} }

// Open opens a file. It errs if there is no such file, or if it is a directory or
// empty.
func Open(path string) (*Reader, error) {
	f, name, err := feed.Open[Review](DefaultSource, path)
	if err != nil {
		return nil, err
	}
	return &Reader{Name: name, feed: f}, nil
}

// Close closes the file that [Open] opened. For other readers it does nothing.
func (r *Reader) Close() error { return r.feed.Close() }

// All returns the reviews that are still to be read, in the order of the file; one
// that names objects which stand behind it comes after them.
//
// An error that is a [*lac.RowError] rejects one review, and reading goes on unless
// Strict is set. Any other error ends the sequence, such as that the text is no JSON
// or has no review in it. The review beside an error is zero.
func (r *Reader) All(ctx context.Context) iter.Seq2[Review, error] {
	return r.feed.All(ctx, r.format())
}

// ReadAll returns the reviews that are still to be read and the errors of the rejected
// ones: the first 10,000, [Reader.Stats] counts them all. The last result is the error
// that ended reading, if any; what was read before it is returned all the same.
func (r *Reader) ReadAll(ctx context.Context) ([]Review, []*lac.RowError, error) {
	return r.feed.ReadAll(ctx, r.format())
}

// Stats returns the counts so far. Objects of other types are not counted; a review
// that is given again is left out.
func (r *Reader) Stats() lac.Stats { return r.feed.Stats() }

func (r *Reader) source() string { return cmp.Or(r.Source, DefaultSource) }

func (r *Reader) name() string { return cmp.Or(r.Name, r.source()) }

// format returns what the feed must know of the reader.
func (r *Reader) format() feed.Format[Review] {
	return feed.Format[Review]{Name: r.name(), Strict: r.Strict, Unit: "reviews", Begin: r.begin}
}

// begin begins to read, a web page by its scripts.
func (r *Reader) begin(text *feed.Text) (feed.Next[Review], error) {
	most := r.MaxReviewBytes
	if most <= 0 {
		most = 1 << 20
	}
	start := text.Start
	if trimmed, ok := strings.CutPrefix(string(start[:min(len(start), 3)]), "\uFEFF"); ok && trimmed == "" {
		start = start[3:]
		if _, err := io.CopyN(io.Discard, text, 3); err != nil {
			return nil, err
		}
	}
	w := newWalker(text, most)
	if strings.HasPrefix(strings.TrimLeft(string(start), " \t\r\n"), "<") {
		w.page = newPage(text, most)
		w.in.in = w.page
	}
	r.seen, r.seed = map[uint64]bool{}, maphash.MakeSeed()
	return func() (Review, *lac.RowError, error) { return r.next(w) }, nil
}

// next returns the next review that was not given before.
func (r *Reader) next(w *walker) (Review, *lac.RowError, error) {
	for {
		f, err := w.next()
		if rejected := w.broken(); rejected != nil {
			if err == nil {
				w.ready = append([]found{f}, w.ready...)
			}
			return Review{}, rejected, nil
		}
		if err != nil {
			if s := r.feed.Stats(); err == io.EOF && s.Rows+s.LeftOut == 0 {
				err = fmt.Errorf("%w: no ClaimReview in it%s", lac.ErrMissing, others(w.types))
			}
			return Review{}, nil, err
		}
		b := builder{source: r.source(), number: r.feed.Stats().Rows + 1, place: f.place}
		review, rejected := b.review(f.node)
		if rejected != nil {
			return Review{}, rejected, nil
		}
		if r.isRepeated(review) {
			r.feed.Count().LeftOut++
			again := b.at("url", review.URL, fmt.Errorf("%w: the review is given twice, and left out here", lac.ErrDuplicateID))
			r.feed.Note(r.Notes, r.name(), again)
			continue
		}
		for _, n := range b.notes {
			r.feed.Note(r.Notes, r.name(), n)
		}
		return review, nil, nil
	}
}

// others says of which types the objects are that are no reviews.
func others(types map[string]bool) string {
	if len(types) == 0 {
		return ""
	}
	return ", only " + strings.Join(slices.Sorted(maps.Keys(types)), ", ")
}

// maxSeen is how many reviews are remembered, so that one that is given again is
// noticed.
const maxSeen = 1 << 20

// isRepeated reports whether the same review of the same page was given before.
func (r *Reader) isRepeated(review Review) bool {
	if review.URL == "" {
		return false
	}
	review.Statement.ID = ""
	sum := maphash.String(r.seed, fmt.Sprintf("%+v", review))
	if r.seen[sum] {
		return true
	}
	if len(r.seen) < maxSeen {
		r.seen[sum] = true
	}
	return false
}
