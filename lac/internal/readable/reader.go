package readable

import "strings"

// A reader makes one text readable.
type reader struct {
	raw     string
	out     strings.Builder
	edits   []edit
	done    int // raw bytes that are copied or replaced
	changed bool

	asWritten bool // traditional characters stay

	noComment, noScript bool // none ends behind here
	item                int  // the number of the list item read last
}

// copyTo copies what is left of the raw text before position at.
func (r *reader) copyTo(at int) {
	r.out.WriteString(r.raw[r.done:at])
	r.done = at
}

// replace puts plain in place of the raw bytes from start to end.
func (r *reader) replace(start, end int, plain string) {
	if !r.changed {
		r.changed = true
		r.out.Grow(len(r.raw))
	}
	r.copyTo(start)
	if len(plain) != end-start {
		r.edits = append(r.edits, edit{r.out.Len(), start, len(plain), end - start})
	}
	r.out.WriteString(plain)
	r.done = end
}

// before returns up to n bytes of what was read last.
func (r *reader) before(at, n int) string {
	if at-r.done >= n || !r.changed {
		return r.raw[max(at-n, 0):at]
	}
	s := r.out.String()
	return s[max(len(s)-n, 0):] + r.raw[r.done:at]
}

// looks are the bytes at which something may have to be done.
var looks = func() (t [256]bool) {
	for _, c := range []byte{'<', '&', '[', '\n', '-', '\f', 0xC2, 0xE2, 0xEF, 0xE1} {
		t[c] = true
	}
	for c := range leads {
		t[c] = true
	}
	return t
}()
