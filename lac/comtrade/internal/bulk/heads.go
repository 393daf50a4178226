package bulk

import "github.com/sinolac/sinolac/lac"

// A headKey is what the head of a row is made of: the ids of its texts, and
// flags.
type headKey [(flagsOf + 4) / 4]uint64

// set sets the field i.
func (k *headKey) set(i int, to uint16) {
	word, shift := &k[i/4], i%4*16
	*word = *word&^(0xffff<<shift) | uint64(to)<<shift
}

// get returns the field i.
func (k *headKey) get(i int) uint16 { return uint16(k[i/4] >> (i % 4 * 16)) }

// reporter returns the texts that name the reporter, and partner those of the partner.
func (k *headKey) reporter() uint32 { return uint32(k[0]) }

func (k *headKey) partner() uint32 { return uint32(k[0] >> 32) }

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

// areaNumbers number the texts that name an area, from 1 up: a hash table.
type areaNumbers struct {
	slots []areaSlot
	areas []areaTexts // by number, less 1
}

type areaSlot struct {
	texts  uint32 // ids of two
	number uint32 // 0: the slot is free
}

// areaTexts are the area that texts name, if it is known.
type areaTexts struct {
	area  lac.Area
	known bool
}

const areaBits = 11

// find returns the slot of texts, which is free if they have no number.
func (a *areaNumbers) find(texts uint32) *areaSlot {
	for i := uint64(texts) * mixer >> (64 - areaBits); ; i = (i + 1) & (1<<areaBits - 1) {
		if s := &a.slots[i]; s.number == 0 || s.texts == texts {
			return s
		}
	}
}

// number returns the number of texts; 0 if there is none left for them.
func (a *areaNumbers) number(texts uint32) uint32 {
	s := a.find(texts)
	if s.number == 0 && len(a.areas) < mostAreas {
		a.areas = append(a.areas, areaTexts{})
		*s = areaSlot{texts, uint32(len(a.areas))}
	}
	return s.number
}

func (a *areaNumbers) clear() { *a = areaNumbers{slots: make([]areaSlot, 1<<areaBits)} }

// A packedHead is the numbers of a rest and of the texts of two areas; 0: it is none.
type packedHead uint32

// The most numbers that a packedHead has room for.
const (
	mostAreas = 1<<10 - 1
	mostRests = 1<<12 - 1
)

// packHead returns a head of numbers; 0 if one is 0 or too great.
func packHead(reporter, partner, rest uint32) packedHead {
	if reporter == 0 || partner == 0 || rest-1 >= mostRests {
		return 0
	}
	return packedHead(reporter<<22 | partner<<12 | rest)
}

// Binary logarithms of the slots of headNumbers. There are fewHeadBits unless heads
// come again and again that were forgotten, as in a file in no order.
const (
	fewHeadBits  = 12
	mostHeadBits = 17
)

// headNumbers are the numbers of heads: a hash table.
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
	for _, s := range old {
		if s.number != 0 {
			*h.find(s.head) = s
		}
	}
	return true
}

type headNumber struct {
	head   packedHead
	number int32 // 2 more than that of the head; 1: it is none, 0: not in use
}

// find returns the slot of a head, which is not in use if the head is not there.
func (h *headNumbers) find(head packedHead) *headNumber {
	for i := uint64(head) * mixer >> (64 - h.bits); ; i = (i + 1) & (1<<h.bits - 1) {
		if s := &h.slots[i]; s.number == 0 || s.head == head {
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
