package lac

import "github.com/sinolac/sinolac/lac/internal/tally"

// A goodList numbers commodities.
type goodList struct {
	values []Commodity
	slots  []uint32 // 1 + number of a commodity, 0: free; a power of two of them
}

// slot returns the slot of c, or the free one where it belongs.
func (l *goodList) slot(c Commodity) *uint32 {
	mask := uint64(len(l.slots) - 1)
	for i := tally.Hash(uint64(c)) & mask; ; i = (i + 1) & mask {
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
