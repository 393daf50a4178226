package claimreview

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

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

// A place is a line and byte column.
type place struct{ line, column int }

// at returns the place of an offset that is not before the last one asked for.
func (l *lines) at(offset int64) place {
	for len(l.starts) > 0 && l.starts[0] <= offset {
		l.begun = l.starts[0]
		l.starts = l.starts[1:]
		l.passed++
	}
	return place{l.passed + 1, int(offset-l.begun) + 1}
}

// A found is a ClaimReview, with the place of the object that it is, or is in.
type found struct {
	node node
	place
}

// maxDepth is how deep objects and lists nest that are read one at a time.
const maxDepth = 32

// A walker goes through JSON texts and finds the reviews in them, in whatever stands
// around them: lists, graphs, feeds, articles.
type walker struct {
	in    *limited
	lines lines
	dec   *json.Decoder
	stack []frame
	ready []found
	waits []found         // reviews that name objects by identifiers which have not come yet
	known *objects        // of this text, or of the page
	page  *page           // whose scripts the texts are, if any: they share identifiers
	types map[string]bool // of the objects that are no reviews, a few
}

// A frame is an object or a list that is being read.
type frame struct {
	isList  bool
	members map[string]json.RawMessage
	size    int // bytes of the members
	place   place
}

func newWalker(in io.Reader, most int) *walker {
	w := &walker{in: &limited{in: in, most: most}, known: &objects{most: most}, types: map[string]bool{}}
	w.lines.in = w.in
	w.dec = json.NewDecoder(&w.lines)
	w.dec.UseNumber()
	return w
}

// next returns the next review. At the end of the input it errs with io.EOF.
func (w *walker) next() (found, error) {
	for len(w.ready) == 0 {
		if err := w.step(); err != nil {
			return found{}, err
		}
	}
	f := w.ready[0]
	w.ready = w.ready[1:]
	return f, nil
}

// broken returns the next script of the page that is no JSON, nil if there is none.
func (w *walker) broken() (e *lac.RowError) {
	if w.page != nil && len(w.page.broken) > 0 {
		e, w.page.broken = w.page.broken[0], w.page.broken[1:]
	}
	return e
}

// step reads one member, element, beginning or end.
func (w *walker) step() error {
	w.in.read = 0
	if len(w.stack) == 0 {
		token, err := w.dec.Token()
		if err == io.EOF {
			if w.flush(); len(w.ready) > 0 {
				return nil
			}
			return err
		}
		if err != nil {
			return err
		}
		if token != json.Delim('{') && token != json.Delim('[') {
			return fmt.Errorf("%w: want an object or a list of objects, not %.60v", lac.ErrSyntax, token)
		}
		return w.enter(token)
	}
	top := &w.stack[len(w.stack)-1]
	switch more := w.dec.More(); {
	case !more:
		if _, err := w.dec.Token(); err != nil {
			return unexpected(err)
		}
		done := *top
		w.stack = w.stack[:len(w.stack)-1]
		if !done.isList {
			w.object(node{done.members, w.known}, done.place, 0)
		}
		if len(w.stack) == 0 && w.page == nil {
			w.flush()
			w.known = &objects{most: w.in.most}
		}
		return nil
	case top.isList:
		token, err := w.dec.Token()
		if err != nil {
			return unexpected(err)
		}
		return w.enter(token)
	}
	token, err := w.dec.Token()
	if err != nil {
		return unexpected(err)
	}
	given, _ := token.(string)
	if name := propertyOf(given); lists[name] {
		if token, err = w.dec.Token(); err != nil {
			return unexpected(err)
		}
		return w.enter(token)
	}
	var raw json.RawMessage
	if err := w.dec.Decode(&raw); err != nil {
		return unexpected(err)
	}
	top.members[propertyOf(given)] = raw
	if top.size += len(given) + len(raw); top.size > w.in.most {
		return fmt.Errorf("%w: an object of more than %d bytes", lac.ErrRange, w.in.most)
	}
	return nil
}

// lists are the properties whose elements are read one at a time.
var lists = map[string]bool{"@graph": true, "dataFeedElement": true, "itemListElement": true, "item": true}

// enter begins the object or list of which the token is the beginning.
func (w *walker) enter(token json.Token) error {
	if token != json.Delim('{') && token != json.Delim('[') {
		return nil // a value of no use
	}
	if len(w.stack) == maxDepth {
		return fmt.Errorf("%w: lists nest deeper than %d", lac.ErrRange, maxDepth)
	}
	f := frame{isList: token == json.Delim('['), place: w.lines.at(w.dec.InputOffset() - 1)}
	if !f.isList {
		f.members = map[string]json.RawMessage{}
	}
	w.stack = append(w.stack, f)
	return nil
}

// object takes an object that has been read, and those in it.
func (w *walker) object(n node, at place, depth int) {
	isReview := n.is("ClaimReview")
	switch {
	case !isReview:
		if name := n.plain("@type"); name != "" && len(w.types) < 5 {
			w.types[feed.Shorten(name)] = true
		}
	case w.known.hasAll(n.members, 0):
		w.ready = append(w.ready, found{n, at})
	default:
		if w.waits = append(w.waits, found{n, at}); len(w.waits) > 100 {
			w.flush()
		}
	}
	w.known.add(n)
	for _, name := range slices.Sorted(maps.Keys(n.members)) {
		w.inside(n.members[name], at, depth+1, !isReview)
	}
}

// inside takes the objects in a value: reviews among them, if find says so, and what
// other objects may name.
func (w *walker) inside(raw json.RawMessage, at place, depth int, find bool) {
	if depth > maxDepth {
		return
	}
	if isList(raw) {
		var list []json.RawMessage
		if json.Unmarshal(raw, &list) == nil {
			for _, raw := range list {
				w.inside(raw, at, depth+1, find)
			}
		}
		return
	}
	n, ok := nodeOf(raw, w.known)
	switch {
	case !ok:
	case find:
		w.object(n, at, depth)
	default:
		w.known.add(n)
		for _, raw := range n.members {
			w.inside(raw, at, depth+1, false)
		}
	}
}

// flush gives up waiting for objects that have not come.
func (w *walker) flush() { w.ready, w.waits = append(w.ready, w.waits...), nil }

// unexpected makes an end of the input within a value what it is.
func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
