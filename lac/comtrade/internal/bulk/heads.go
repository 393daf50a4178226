package bulk

import "github.com/sinolac/sinolac/lac"

// A headKey is what the head of a row is made of: the ids of its texts, and
// flags.
type headKey [(flagsOf + 4) / 4]uint64

// set sets the field i and reports whether that changes it.
func (k *headKey) set(i int, to uint16) bool {
	word, shift := &k[i/4], i%4*16
	old := *word
	*word = old&^(0xffff<<shift) | uint64(to)<<shift
	return *word != old
}

// get returns the field i.
func (k *headKey) get(i int) uint16 { return uint16(k[i/4] >> (i % 4 * 16)) }

// pair returns what tells heads of one rest apart: the reporter's and the partner's
// texts.
func (k *headKey) pair() uint64 { return k[0] }

// rest returns all but the pair.
func (k *headKey) rest() *headRest { return (*headRest)(k[1:]) }

// A headRest is what a headKey says beside the reporter and the partner. A file has
// few of them.
type headRest [len(headKey{}) - 1]uint64

// mixer spreads the bits of a word to the high bits of the product.
const mixer = 0x9e3779b97f4a7c15

// hash returns a number of which the high bits are to be used.
func (r *headRest) hash() uint64 {
	h := r[0]
	for _, word := range r[1:] {
		h = (h*mixer ^ h>>29) + word
	}
	return h * mixer
}

// headRests are the heads of rests, numbered from 0 up: a hash table.
type headRests struct {
	slots []restSlot // a power of two of them
	shift uint8      // that leaves of a hash the number of a slot
	n     int
}

type restSlot struct {
	rest   headRest
	number uint32           // 1 more than that of the rest; 0: the slot is free
	head   *lac.TradeRecord // without reporter and partner; nil: it is not known
}

// at returns the slot of a rest, which it makes if there is none. It holds until the
// next call.
func (r *headRests) at(rest *headRest) *restSlot {
	s := r.find(rest)
	if s.number == 0 {
		if 2*r.n >= len(r.slots) {
			r.grow()
			s = r.find(rest)
		}
		r.n++
		s.rest, s.number = *rest, uint32(r.n)
	}
	return s
}

func (r *headRests) find(rest *headRest) *restSlot {
	mask := len(r.slots) - 1
	for i := int(rest.hash() >> r.shift); ; i = (i + 1) & mask {
		if s := &r.slots[i]; s.number == 0 || s.rest == *rest {
			return s
		}
	}
}

func (r *headRests) grow() {
	old := r.slots
	r.slots = make([]restSlot, 2*len(old))
	r.shift--
	for i := range old {
		if old[i].number != 0 {
			*r.find(&old[i].rest) = old[i]
		}
	}
}

func (r *headRests) clear() {
	const bits = 6
	*r = headRests{slots: make([]restSlot, 1<<bits), shift: 64 - bits}
}

// Binary logarithms of the slots of headNumbers. There are fewHeadBits unless heads
// come again and again that were forgotten, as in a file in no order.
const (
	fewHeadBits  = 12
	mostHeadBits = 17
)

// headNumbers are the numbers of heads, each of a pair and the number of a rest: a
// hash table.
type headNumbers struct {
	slots []headNumber
	bits  int // binary logarithm of their number
	n     int
}

// isFull reports whether there is no room for another head. A batch is not begun
// with half of that many.
func (h *headNumbers) isFull() bool { return h.n == 3<<(h.bits-2) }

func (h *headNumbers) isHalf() bool { return h.n >= 1<<(h.bits-1) }

// grow makes room for twice as many heads. It returns false if that is too much.
func (h *headNumbers) grow() bool {
	if h.bits == mostHeadBits {
		return false
	}
	old := h.slots
	h.bits++
	h.slots = make([]headNumber, 1<<h.bits)
	for i := range old {
		if s := &old[i]; s.number != 0 {
			*h.find(s.pair, s.rest) = *s
		}
	}
	return true
}

type headNumber struct {
	pair   uint64
	rest   uint32
	number int32 // 2 more than that of the head; 1: it is none, 0: not in use
}

// find returns the slot of a head, which is not in use if the head is not there.
func (h *headNumbers) find(pair uint64, rest uint32) *headNumber {
	hash := (pair*mixer ^ pair>>29) + uint64(rest)
	for i := hash * mixer >> (64 - h.bits); ; i = (i + 1) & (1<<h.bits - 1) {
		if s := &h.slots[i]; s.number == 0 || s.pair == pair && s.rest == rest {
			return s
		}
	}
}

func (h *headNumbers) clear() {
	if h.slots == nil {
		h.bits = fewHeadBits
		h.slots = make([]headNumber, 1<<h.bits)
	}
	if h.n > 0 {
		clear(h.slots)
	}
	h.n = 0
}
