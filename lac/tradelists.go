package lac

import (
	"slices"

	"github.com/sinolac/sinolac/lac/internal/column"
)

// A numbering numbers values from 0 up in the order in which they are met.
type numbering[T comparable] struct {
	values []T
	number map[T]uint32
}

func (n *numbering[T]) of(v T) uint32 {
	i, ok := n.number[v]
	if !ok {
		if n.number == nil {
			n.number = map[T]uint32{}
		}
		i = uint32(len(n.values))
		n.values = append(n.values, v)
		n.number[v] = i
	}
	return i
}

// A goodList numbers commodities.
type goodList struct {
	values []Commodity
	slots  []uint32 // 1 + number of a commodity, 0: free; a power of two of them
}

// slot returns the slot of c, or the free one where it belongs.
func (l *goodList) slot(c Commodity) *uint32 {
	mask := uint64(len(l.slots) - 1)
	for i := column.Hash(uint64(c)) & mask; ; i = (i + 1) & mask {
		if s := &l.slots[i]; *s == 0 || l.values[*s-1] == c {
			return s
		}
	}
}

func (l *goodList) of(c Commodity) uint32 {
	if 4*len(l.values) >= 3*len(l.slots) {
		l.slots = make([]uint32, max(64, 2*len(l.slots)))
		for i, v := range l.values {
			*l.slot(v) = uint32(i + 1)
		}
	}
	s := l.slot(c)
	if *s == 0 {
		l.values = append(l.values, c)
		*s = uint32(len(l.values))
	}
	return *s - 1
}

// A chunkList is a list that is not copied when it grows.
type chunkList[T any] struct {
	chunks [][]T
	n      int
}

const chunkSize = 1 << 12

func (l *chunkList[T]) at(i uint32) *T { return &l.chunks[i/chunkSize][i%chunkSize] }

// from returns values from number i on, if there are any.
func (l *chunkList[T]) from(i int) []T { return l.chunks[i/chunkSize][i%chunkSize:] }

func (l *chunkList[T]) add(v T) {
	if l.n%chunkSize == 0 {
		l.chunks = append(l.chunks, make([]T, 0, chunkSize))
	}
	last := &l.chunks[len(l.chunks)-1]
	*last = append(*last, v)
	l.n++
}

// snapshot returns the list as it is: what is added later changes nothing in it.
func (l *chunkList[T]) snapshot() chunkList[T] {
	return chunkList[T]{slices.Clone(l.chunks), l.n}
}

// A headList numbers heads, of which there may be as many as records: it is a
// numbering that takes some 25 bytes each.
type headList struct {
	list  chunkList[head]
	slots []headSlot // a power of two of them
	shift uint8      // that leaves of a hash the number of a slot
}

// A headSlot has the hash of a head beside its number, so that heads themselves,
// which are elsewhere, are looked at only where the hash is the same.
type headSlot struct {
	hash   uint32
	number uint32 // 1 more than that of the head; 0: free
}

func (l *headList) len() int { return l.list.n }

func (l *headList) at(i uint32) head { return *l.list.at(i) }

func (l *headList) of(h head) uint32 {
	if 4*l.len() >= 3*len(l.slots) {
		l.grow()
	}
	hash := h.hash()
	for i := hash >> l.shift; ; i = (i + 1) & uint32(len(l.slots)-1) {
		s := &l.slots[i]
		if s.number == 0 {
			l.list.add(h)
			*s = headSlot{hash, uint32(l.len())}
			return uint32(l.len()) - 1
		}
		if s.hash == hash && l.at(s.number-1) == h {
			return s.number - 1
		}
	}
}

func (h head) hash() uint32 {
	i := column.Hash(uint64(h.reporter)<<48|uint64(h.partner)<<32|uint64(h.period)) + uint64(h.kind)
	return uint32(column.Hash(i) >> 32)
}

// grow makes room for as many heads again. As slots are in the order of hashes,
// it goes through both lists from the first to the last.
func (l *headList) grow() {
	old := l.slots
	if len(old) == 0 {
		l.slots, l.shift = make([]headSlot, 64), 32-6
		return
	}
	l.slots = make([]headSlot, 2*len(old))
	l.shift--
	for _, s := range old {
		if s.number == 0 {
			continue
		}
		i := s.hash >> l.shift
		for l.slots[i].number != 0 {
			i = (i + 1) & uint32(len(l.slots)-1)
		}
		l.slots[i] = s
	}
}

// A nameList keeps texts one after another.
type nameList struct {
	text []byte
	ends []int
}

func (l *nameList) add(name string) uint32 {
	l.text = append(l.text, name...)
	l.ends = append(l.ends, len(l.text))
	return uint32(len(l.ends) - 1)
}

func (l *nameList) at(i uint32) string {
	begin := 0
	if i > 0 {
		begin = l.ends[i-1]
	}
	return string(l.text[begin:l.ends[i]])
}
