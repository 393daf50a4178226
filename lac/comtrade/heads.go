package comtrade

// A headKey is what the head of a row is made of: the ids of its texts, and
// flags.
type headKey [5]uint64

// set sets the field i and reports whether that changes it.
func (k *headKey) set(i int, to uint16) bool {
	word, shift := &k[i/4], i%4*16
	old := *word
	*word = old&^(0xffff<<shift) | uint64(to)<<shift
	return *word != old
}

// get returns the field i.
func (k *headKey) get(i int) uint16 { return uint16(k[i/4] >> (i % 4 * 16)) }

// mixer spreads the bits of a word to the high bits of the product.
const mixer = 0x9e3779b97f4a7c15

// hash returns a number of which the high bits are to be used.
func (k *headKey) hash() uint64 {
	h := k[0]
	for _, word := range k[1:] {
		h = (h*mixer ^ h>>29) + word
	}
	return h * mixer
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
	for i := range old {
		if s := &old[i]; s.number != 0 {
			*h.find(&s.key) = *s
		}
	}
	return true
}

type headNumber struct {
	key    headKey
	number int32 // 2 more than that of the head; 1: it is none, 0: not in use
}

// find returns the slot of a key, which is not in use if the key is not there.
func (h *headNumbers) find(key *headKey) *headNumber {
	for i := key.hash() >> (64 - h.bits); ; i = (i + 1) & (1<<h.bits - 1) {
		if s := &h.slots[i]; s.number == 0 || s.key == *key {
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
