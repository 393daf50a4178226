package tally

import "slices"

// A Numbering numbers values from 0 up in the order in which they are met.
type Numbering[T comparable] struct {
	Values []T
	number map[T]uint32
}

// Of returns the number of v, which it gives to one that has none.
func (n *Numbering[T]) Of(v T) uint32 {
	i, ok := n.number[v]
	if !ok {
		if n.number == nil {
			n.number = map[T]uint32{}
		}
		i = uint32(len(n.Values))
		n.Values = append(n.Values, v)
		n.number[v] = i
	}
	return i
}

// Find returns the number of v; false if it has none.
func (n *Numbering[T]) Find(v T) (uint32, bool) {
	i, ok := n.number[v]
	return i, ok
}

// Snapshot returns the values as they are, to be read only: what is numbered
// later changes nothing in it.
func (n *Numbering[T]) Snapshot() Numbering[T] { return Numbering[T]{Values: n.Values} }

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

// A Head is what rows of one reporter, partner, period and kind have in common, by
// their numbers. A kind is what many heads share.
type Head struct {
	Reporter, Partner uint16
	Period, Kind      uint32
}

// Heads numbers heads, of which there may be as many as rows: it is a numbering
// that takes some 25 bytes each.
type Heads struct {
	list  chunkList[Head]
	slots []headSlot // a power of two of them
	shift uint8      // that leaves of a hash the number of a slot
}

// A headSlot has the hash of a head beside its number, so that heads themselves,
// which are elsewhere, are looked at only where the hash is the same.
type headSlot struct {
	hash   uint32
	number uint32 // 1 more than that of the head; 0: free
}

// Len returns the number of heads.
func (l *Heads) Len() int { return l.list.n }

// At returns head i.
func (l *Heads) At(i uint32) Head { return *l.list.at(i) }

// From returns heads from number i on, if there are any.
func (l *Heads) From(i int) []Head { return l.list.from(i) }

// Of returns the number of h, which it gives to one that has none.
func (l *Heads) Of(h Head) uint32 {
	if 4*l.Len() >= 3*len(l.slots) {
		l.grow()
	}
	hash := h.hash()
	for i := hash >> l.shift; ; i = (i + 1) & uint32(len(l.slots)-1) {
		s := &l.slots[i]
		if s.number == 0 {
			l.list.add(h)
			*s = headSlot{hash, uint32(l.Len())}
			return uint32(l.Len()) - 1
		}
		if s.hash == hash && l.At(s.number-1) == h {
			return s.number - 1
		}
	}
}

func (h Head) hash() uint32 {
	i := Hash(uint64(h.Reporter)<<48|uint64(h.Partner)<<32|uint64(h.Period)) + uint64(h.Kind)
	return uint32(Hash(i) >> 32)
}

// grow makes room for as many heads again. As slots are in the order of hashes,
// it goes through both lists from the first to the last.
func (l *Heads) grow() {
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

// Snapshot returns the heads as they are, to be read only.
func (l *Heads) Snapshot() Heads { return Heads{list: l.list.snapshot()} }

// Bytes returns about how much memory the heads take.
func (l *Heads) Bytes() int { return 12*l.Len() + 8*len(l.slots) }
