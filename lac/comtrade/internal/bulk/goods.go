package bulk

import (
	"sync"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// A goodKey is a commodity's code of up to six bytes, and above these its edition.
type goodKey uint64

// goodKeyOf returns the key of a code in a table; false if it is not for the quick
// path.
func goodKeyOf(data []byte, code csvscan.Span, edition uint16) (goodKey, bool) {
	size := code.End - code.Begin
	// No byte at the end may be zero, as one would not be told from none.
	if size < 1 || size > 6 || data[code.End-1] == 0 {
		return 0, false
	}
	return goodKey(firstBytes(data, code) | uint64(edition)<<48), true
}

// A goodList numbers the commodities that the parsers of a table meet.
type goodList struct {
	most    int
	mu      sync.Mutex
	codes   []lac.Commodity
	numbers map[lac.Commodity]int32
}

// mostGoods is the most commodities that a list numbers: more than all editions
// have, which bounds its memory.
const mostGoods = 1 << 17

// number returns the number of a commodity; negative if there are too many.
func (l *goodList) number(c lac.Commodity) int32 {
	l.mu.Lock()
	defer l.mu.Unlock()
	n, ok := l.numbers[c]
	if !ok {
		if len(l.codes) == l.most {
			return -1
		}
		if l.numbers == nil {
			l.numbers = map[lac.Commodity]int32{}
		}
		n = int32(len(l.codes))
		l.numbers[c] = n
		l.codes = append(l.codes, c)
	}
	return n
}

func (l *goodList) at(n int32) lac.Commodity {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.codes[n]
}

// sinkGoods are the numbers that a sink has for those of a goodList; -1: not asked.
type sinkGoods []int32

// number puts the sink's numbers of goods into to.
func (g *sinkGoods) number(to, goods []int32, list *goodList, sink Sink) error {
	numbers := *g
	to = to[:len(goods)]
	for i, n := range goods {
		for int(n) >= len(numbers) {
			numbers = append(numbers, -1)
		}
		if numbers[n] < 0 {
			var err error
			if numbers[n], err = sink.Commodity(list.at(n)); err != nil {
				return err
			}
		}
		to[i] = numbers[n]
	}
	*g = numbers
	return nil
}

// goodNumbers are the numbers of goods that a parser remembers: a hash table of
// buckets. A bucket that is full goes on in the next, but not for long, however
// codes are chosen: what has no place there is not remembered.
type goodNumbers struct {
	buckets []goodBucket // a power of two of them
	n       int
	shift   uint8 // that leaves of a hash the number of a bucket
}

// A goodBucket is a line of a processor's cache.
type goodBucket struct {
	keys    [5]goodKey
	numbers [5]int32 // 1 more than those of the goods; 0: not in use
	_       int32
}

// mostBuckets is how many buckets are searched for a key.
const mostBuckets = 8

// find returns the number of a key; negative if it is not known.
func (g *goodNumbers) find(key goodKey) int32 {
	i := uint64(key) * mixer >> g.shift
	for range mostBuckets {
		b := &g.buckets[i]
		// Which of the keys it is cannot be foreseen, and so no branch goes by it.
		n0, n1, n2, n3, n4 := b.numbers[0], b.numbers[1], b.numbers[2], b.numbers[3], b.numbers[4]
		n := int32(0)
		if b.keys[0] == key {
			n = n0
		}
		if b.keys[1] == key {
			n = n1
		}
		if b.keys[2] == key {
			n = n2
		}
		if b.keys[3] == key {
			n = n3
		}
		if b.keys[4] == key {
			n = n4
		}
		if n != 0 || n4 == 0 {
			return n - 1
		}
		i = (i + 1) & uint64(len(g.buckets)-1)
	}
	return -1
}

// manyGoods is the most that a parser remembers.
const manyGoods = 1 << 16

// add gives a key its number.
func (g *goodNumbers) add(key goodKey, number int32) {
	if g.n == manyGoods {
		g.clear()
	}
	if 3*g.n >= 2*len(g.buckets)*len(goodBucket{}.keys) {
		old := g.buckets
		g.buckets = make([]goodBucket, 2*len(old))
		g.shift--
		for _, b := range old {
			for i, n := range b.numbers {
				if n != 0 {
					g.put(b.keys[i], n)
				}
			}
		}
	}
	g.n++
	g.put(key, number+1)
}

func (g *goodNumbers) put(key goodKey, number int32) {
	i := uint64(key) * mixer >> g.shift
	for range mostBuckets {
		b := &g.buckets[i]
		for j, n := range b.numbers {
			if n == 0 {
				b.keys[j], b.numbers[j] = key, number
				return
			}
		}
		i = (i + 1) & uint64(len(g.buckets)-1)
	}
}

func (g *goodNumbers) clear() {
	const bits = 6
	*g = goodNumbers{buckets: make([]goodBucket, 1<<bits), shift: 64 - bits}
}
