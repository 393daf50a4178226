package bulk

import "testing"

// Heads keep their numbers when there is room made for more, up to a limit.
func TestHeadsKeepTheirNumbers(t *testing.T) {
	var h headNumbers
	h.clear()
	key := func(i int) (pair uint64, rest uint32) { return uint64(i) << 32, uint32(i % 7) }
	n := 0
	for more := true; more; more = h.grow() {
		for ; !h.isFull(); n++ {
			pair, rest := key(n)
			s := h.find(pair, rest)
			if s.number != 0 {
				t.Fatalf("head %d is there before it was put", n)
			}
			*s = headNumber{pair, rest, int32(n + 2)}
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
