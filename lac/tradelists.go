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

func (l *goodList) find(c Commodity) (uint32, bool) {
	if len(l.slots) == 0 {
		return 0, false
	}
	n := *l.slot(c)
	return n - 1, n > 0
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

func (l *chunkList[T]) len() int { return l.n }

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
// numbering that takes some 20 bytes each.
type headList struct {
	list  chunkList[head]
	slots []uint32 // 1 + number of a head, 0: free; a power of two of them
}

func (l *headList) len() int { return l.list.n }

func (l *headList) at(i uint32) head { return *l.list.at(i) }

func (l *headList) of(h head) uint32 {
	if 4*l.len() >= 3*len(l.slots) {
		l.grow()
	}
	i := l.find(h)
	if n := l.slots[i]; n != 0 {
		return n - 1
	}
	l.list.add(h)
	l.slots[i] = uint32(l.len())
	return l.slots[i] - 1
}

// find returns the slot of h, or the free one where it belongs.
func (l *headList) find(h head) uint64 {
	mask := uint64(len(l.slots) - 1)
	i := column.Hash(uint64(h.reporter)<<48|uint64(h.partner)<<32|uint64(h.period)) + uint64(h.kind)
	for i = column.Hash(i) & mask; ; i = (i + 1) & mask {
		if n := l.slots[i]; n == 0 || l.at(n-1) == h {
			return i
		}
	}
}

func (l *headList) grow() {
	l.slots = make([]uint32, max(64, 2*len(l.slots)))
	for i := range uint32(l.len()) {
		l.slots[l.find(l.at(i))] = i + 1
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
