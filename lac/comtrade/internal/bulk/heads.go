package bulk

import (
	"sync"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/tally"
)

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

// headRests are the numbers of rests: a hash table.
type headRests struct {
	slots []restSlot // a power of two of them
	shift uint8      // that leaves of a hash the number of a slot
	n     int
}

type restSlot struct {
	rest   headRest
	number uint32 // of its period and kind in a headList; 0: the slot is free
}

// put gives a rest its number.
func (r *headRests) put(rest *headRest, number uint32) {
	s := r.find(rest)
	if s.number == 0 {
		if 2*r.n >= len(r.slots) {
			r.grow()
			s = r.find(rest)
		}
		r.n++
	}
	*s = restSlot{*rest, number}
}

// find returns the slot of a rest, which is free if its number is not known.
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

// areaNumbers are the numbers of the areas that texts name: a hash table.
type areaNumbers struct {
	slots []areaSlot
	n     int
}

type areaSlot struct {
	texts  uint32 // ids of two
	number uint32 // of the area in a headList; 0: the slot is free
}

const (
	areaBits  = 11
	mostAreas = 1 << 10
)

// find returns the slot of texts, which is free if their number is not known.
func (a *areaNumbers) find(texts uint32) *areaSlot {
	for i := uint64(texts) * mixer >> (64 - areaBits); ; i = (i + 1) & (1<<areaBits - 1) {
		if s := &a.slots[i]; s.number == 0 || s.texts == texts {
			return s
		}
	}
}

// put gives texts their number, if there is room.
func (a *areaNumbers) put(texts, number uint32) {
	s := a.find(texts)
	if s.number == 0 {
		if a.n == mostAreas {
			return
		}
		a.n++
	}
	*s = areaSlot{texts, number}
}

func (a *areaNumbers) clear() { *a = areaNumbers{slots: make([]areaSlot, 1<<areaBits)} }

// A headID is a head as the parsers of a table know it: the numbers of its reporter,
// its partner, its period and its kind in a headList; 0: it is none.
type headID uint64

// idOfHead returns the head of numbers, of which rest is those of its period and kind;
// 0 if one is 0.
func idOfHead(reporter, partner, rest uint32) headID {
	if reporter == 0 || partner == 0 || rest == 0 {
		return 0
	}
	return headID(uint64(reporter)<<48 | uint64(partner)<<32 | uint64(rest))
}

// A headList numbers what the heads of a table are made of.
type headList struct {
	mu      sync.Mutex
	areas   tally.Numbering[lac.Area]
	periods tally.Numbering[lac.Period]
	kinds   tally.Numbering[lac.TradeRecord] // heads without areas and period
}

// The most that a list numbers, which bounds its memory. A row with more is not for
// [sink.Rows].
const (
	mostPlain = 1<<16 - 1 // areas, and periods
	mostKinds = 1 << 15
)

// numbers returns the numbers that the head of a record is made of, from 1 up; 0 if
// there are too many.
func (l *headList) numbers(r lac.TradeRecord) (reporter, partner, rest uint32) {
	l.mu.Lock()
	defer l.mu.Unlock()
	reporter, partner = numberOf(&l.areas, r.Reporter, mostPlain), numberOf(&l.areas, r.Partner, mostPlain)
	period := numberOf(&l.periods, r.Period, mostPlain)
	r = headOf(r)
	r.Reporter, r.Partner, r.Period = 0, 0, lac.Period{}
	if kind := numberOf(&l.kinds, r, mostKinds); kind != 0 && period != 0 {
		rest = period<<16 | kind
	}
	return reporter, partner, rest
}

// numberOf returns 1 more than the number of v; 0 if it has none and there is none left.
func numberOf[T comparable](of *tally.Numbering[T], v T, most int) uint32 {
	n, ok := of.Find(v)
	if !ok {
		if len(of.Values) == most {
			return 0
		}
		n = of.Of(v)
	}
	return n + 1
}

// at returns a head.
func (l *headList) at(id headID) lac.TradeRecord {
	l.mu.Lock()
	defer l.mu.Unlock()
	r := l.kinds.Values[id&0xffff-1]
	r.Reporter, r.Partner = l.areas.Values[id>>48-1], l.areas.Values[id>>32&0xffff-1]
	r.Period = l.periods.Values[id>>16&0xffff-1]
	return r
}

// headOf returns what a [Sink] takes as the head of a record.
func headOf(r lac.TradeRecord) lac.TradeRecord {
	r.ID, r.Commodity, r.NetWeight, r.Quantity = "", 0, lac.Quantity{}, lac.Quantity{}
	if r.Value.IsReported() {
		r.Value = lac.MoneyOf(0, r.Value.Currency())
	}
	return r
}

// Binary logarithms of the slots of sinkHeads. There are fewHeadBits unless heads
// come again and again that were forgotten, as in a file in no order.
const (
	fewHeadBits  = 12
	mostHeadBits = 17
)

// fewRowsOfHead is how many rows heads have in a file in no order, where they are
// worth more room.
const fewRowsOfHead = 4

// sinkHeads are the numbers that a sink has for heads: a hash table, which forgets them
// when there are too many.
type sinkHeads struct {
	slots []headNumber
	bits  int // binary logarithm of their number
	n     int // heads in it
	rows  int // that were looked up since heads were forgotten
}

type headNumber struct {
	head   headID // 0: the slot is free
	number int32  // of the sink
}

// number puts the sink's numbers of heads into to.
func (h *sinkHeads) number(to []int32, heads []headID, list *headList, sink Sink) error {
	last, number := headID(0), int32(0)
	h.rows += len(heads)
	for i, head := range heads {
		if head != last {
			s := h.find(head)
			if s.head == 0 {
				n, err := sink.Head(list.at(head))
				if err != nil {
					return err
				}
				s = h.add(head, n)
			}
			last, number = head, s.number
		}
		to[i] = number
	}
	return nil
}

// find returns the slot of a head, which is free if the head is not there.
func (h *sinkHeads) find(head headID) *headNumber {
	if h.slots == nil {
		h.bits = fewHeadBits
		h.slots = make([]headNumber, 1<<h.bits)
	}
	for i := uint64(head) * mixer >> (64 - h.bits); ; i = (i + 1) & (1<<h.bits - 1) {
		if s := &h.slots[i]; s.head == 0 || s.head == head {
			return s
		}
	}
}

// add puts a head that is not there.
func (h *sinkHeads) add(head headID, number int32) *headNumber {
	if h.n == 3<<(h.bits-2) {
		h.makeRoom()
	}
	s := h.find(head)
	*s = headNumber{head, number}
	h.n++
	return s
}

// makeRoom makes room for other heads.
func (h *sinkHeads) makeRoom() {
	if h.bits == mostHeadBits || h.rows > fewRowsOfHead*h.n {
		clear(h.slots)
		h.n, h.rows = 0, 0
		return
	}
	old := h.slots
	h.bits++
	h.slots = make([]headNumber, 1<<h.bits)
	for _, s := range old {
		if s.head != 0 {
			*h.find(s.head) = s
		}
	}
}
