package bulk

import "testing"

// Heads keep their numbers when there is room made for more, up to a limit.
func TestHeadsKeepTheirNumbers(t *testing.T) {
	var h headNumbers
	h.clear()
	key := func(i int) packedHead { return packHead(uint32(i%501)+1, uint32(i/501)+1, uint32(i%7)+1) }
	n := 0
	for more := true; more; more = h.grow() {
		for ; !h.isFull(); n++ {
			s := h.find(key(n))
			if s.number != 0 {
				t.Fatalf("head %d is there before it was put", n)
			}
			*s = headNumber{key(n), int32(n + 2)}
			h.n++
		}
	}
	if want := 3 << (mostHeadBits - 2); n != want {
		t.Errorf("there is room for %d heads, want %d", n, want)
	}
	for i := range n {
		if s := h.find(key(i)); s.number != int32(i+2) {
			t.Fatalf("head %d has number %d, want %d", i, s.number, i+2)
		}
	}
}
