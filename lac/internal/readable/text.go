package readable

import "sort"

// A Text is a text made readable, or a piece of one.
type Text struct {
	Plain string
	edits []edit
	start int // of the piece in the raw text

	changed bool
}

// An edit says that plain bytes stand for raw ones. Between edits the two texts
// are alike, byte for byte.
type edit struct {
	plain, raw       int // where it begins
	plainLen, rawLen int
}

// Changed reports whether Plain is another text than the raw one.
func (t *Text) Changed() bool { return t.changed }

// Raw returns where the bytes of Plain from start to end are in the raw text. Both
// offsets must be on rune boundaries.
func (t *Text) Raw(start, end int) (int, int) {
	from, to := t.raw(start, end)
	return from + t.start, to + t.start
}

// At returns where the bytes of the raw text from start to end, which Raw has
// returned, are in Plain.
func (t *Text) At(start, end int) (int, int) {
	start, end = start-t.start, end-t.start
	if len(t.edits) == 0 {
		return start, end
	}
	from := start
	if i := sort.Search(len(t.edits), func(i int) bool { return t.edits[i].raw > start }) - 1; i >= 0 {
		e := t.edits[i]
		if start < e.raw+e.rawLen {
			from = e.plain
		} else {
			from = e.plain + e.plainLen + start - e.raw - e.rawLen
		}
	}
	if end <= start {
		return from, from
	}
	to := end
	if i := sort.Search(len(t.edits), func(i int) bool { return t.edits[i].raw >= end }) - 1; i >= 0 {
		e := t.edits[i]
		if end <= e.raw+e.rawLen {
			to = e.plain + e.plainLen
		} else {
			to = e.plain + e.plainLen + end - e.raw - e.rawLen
		}
	}
	return from, to
}

// raw is Raw within the piece.
func (t *Text) raw(start, end int) (int, int) {
	if len(t.edits) == 0 {
		return start, end
	}
	from := start
	if i := sort.Search(len(t.edits), func(i int) bool { return t.edits[i].plain > start }) - 1; i >= 0 {
		e := t.edits[i]
		if start < e.plain+e.plainLen {
			from = e.raw
		} else {
			from = e.raw + e.rawLen + start - e.plain - e.plainLen
		}
	}
	if end <= start {
		return from, from
	}
	to := end
	if i := sort.Search(len(t.edits), func(i int) bool { return t.edits[i].plain >= end }) - 1; i >= 0 {
		e := t.edits[i]
		if end <= e.plain+e.plainLen {
			to = e.raw + e.rawLen
		} else {
			to = e.raw + e.rawLen + end - e.plain - e.plainLen
		}
	}
	return from, to
}
