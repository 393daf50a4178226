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

// Limits of headNumbers. A batch is not begun with manyHeads.
const (
	headBits  = 12 // binary logarithm of the slots
	manyHeads = 1 << (headBits - 1)
	mostHeads = 3 << (headBits - 2)
)

// headNumbers are the numbers of heads: a hash table.
type headNumbers struct {
	slots []headNumber
	n     int
}

type headNumber struct {
	key    headKey
	number int32 // 2 more than that of the head; 1: it is none, 0: not in use
}

// find returns the slot of a key, which is not in use if the key is not there.
func (h *headNumbers) find(key *headKey) *headNumber {
	for i := key.hash() >> (64 - headBits); ; i = (i + 1) % (1 << headBits) {
		if s := &h.slots[i]; s.number == 0 || s.key == *key {
			return s
		}
	}
}

func (h *headNumbers) clear() {
	if h.slots == nil {
		h.slots = make([]headNumber, 1<<headBits)
	}
	if h.n > 0 {
		clear(h.slots)
	}
	h.n = 0
}
