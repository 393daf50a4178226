package parquet

// A walker walks over what is written in the compact protocol of Apache Thrift, in which
// Parquet describes a file and its pages. It holds every length against what is left:
//
//	https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
type walker struct {
	text  []byte
	at    int
	depth int
}

// The kinds of elements in the protocol.
const (
	boolTrue, boolFalse, oneByte    = 1, 2, 3
	int16bits, int32bits, int64bits = 4, 5, 6
	eightBytes, binaryText          = 7, 8
	list, set, mapping, structure   = 9, 10, 11, 12
)

// maxNesting is how deep structures may stand in one another.
const maxNesting = 32

// structure walks over a structure, and calls field, if it is set, with the path and number of
// each integer and logical value in it. It reports whether all is well formed.
func (w *walker) structure(field func(in, id int16, n int64)) bool {
	return w.fields(0, field)
}

func (w *walker) fields(in int16, field func(in, id int16, n int64)) bool {
	if w.depth++; w.depth > maxNesting {
		return false
	}
	defer func() { w.depth-- }()
	var id int16
	for {
		head, ok := w.byte()
		if !ok {
			return false
		}
		if head == 0 {
			return true
		}
		if delta := int16(head >> 4); delta != 0 {
			id += delta
		} else if n, ok := w.integer(); ok {
			id = int16(n)
		} else {
			return false
		}
		switch kind := head & 15; kind {
		case boolTrue, boolFalse: // the value is the kind
			if field != nil {
				field(in, id, int64(boolFalse-kind))
			}
		case int16bits, int32bits, int64bits:
			n, ok := w.integer()
			if !ok {
				return false
			}
			if field != nil {
				field(in, id, n)
			}
		case structure:
			inside := field
			if w.depth > 1 {
				inside = nil
			}
			if !w.fields(id, inside) {
				return false
			}
		default:
			if !w.skip(kind) {
				return false
			}
		}
	}
}

// skip walks over an element of a list or map, or a field that is no integer.
func (w *walker) skip(kind byte) bool {
	if w.depth++; w.depth > maxNesting {
		return false
	}
	defer func() { w.depth-- }()
	switch kind {
	case boolTrue, boolFalse, oneByte:
		return w.pass(1)
	case int16bits, int32bits, int64bits:
		_, ok := w.integer()
		return ok
	case eightBytes:
		return w.pass(8)
	case binaryText:
		n, ok := w.varint()
		return ok && w.pass(n)
	case list, set:
		head, ok := w.byte()
		n := uint64(head >> 4)
		if ok && n == 15 {
			n, ok = w.varint()
		}
		return ok && w.several(n, head&15)
	case mapping:
		n, ok := w.varint()
		if !ok || n == 0 {
			return ok
		}
		kinds, ok := w.byte()
		return ok && w.several(n, kinds>>4, kinds&15)
	case structure:
		return w.fields(0, nil)
	}
	return false
}

// several walks over so many elements of the given kinds, each of which has a byte at least.
func (w *walker) several(n uint64, kinds ...byte) bool {
	if n > uint64(len(w.text)-w.at) {
		return false
	}
	for range n {
		for _, kind := range kinds {
			if !w.skip(kind) {
				return false
			}
		}
	}
	return true
}

func (w *walker) pass(n uint64) bool {
	if n > uint64(len(w.text)-w.at) {
		return false
	}
	w.at += int(n)
	return true
}

func (w *walker) byte() (byte, bool) {
	if w.at >= len(w.text) {
		return 0, false
	}
	w.at++
	return w.text[w.at-1], true
}

func (w *walker) varint() (n uint64, ok bool) {
	for shift := 0; shift < 64; shift += 7 {
		b, ok := w.byte()
		if !ok {
			return 0, false
		}
		n |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return n, true
		}
	}
	return 0, false
}

// integer returns a number whose sign is its lowest bit.
func (w *walker) integer() (int64, bool) {
	n, ok := w.varint()
	return int64(n>>1) ^ -int64(n&1), ok
}
