package bulk

import (
	"testing"

	"github.com/sinolac/sinolac/lac"
)

// A numberer is a sink that numbers heads, and counts how often it is asked.
type numberer struct {
	Sink
	numbers map[lac.TradeRecord]int32
	asked   int
}

func (s *numberer) Head(head lac.TradeRecord) (int32, error) {
	s.asked++
	n, ok := s.numbers[head]
	if !ok {
		n = int32(len(s.numbers))
		s.numbers[head] = n
	}
	return n, nil
}

// A sink is asked once for a head as long as there is room for its number, and gets
// the same rows if it is forgotten and asked again.
func TestSinkHeads(t *testing.T) {
	var list headList
	var heads []headID
	record := func(i int) lac.TradeRecord {
		return lac.TradeRecord{Reporter: lac.Area(1 + i%500), Partner: lac.Area(1 + i/500), Note: string(rune('a' + i%7))}
	}
	const many = 3 << (mostHeadBits - 2)
	for i := range many + 1 {
		heads = append(heads, idOfHead(list.numbers(record(i))))
	}
	to := &numberer{numbers: map[lac.TradeRecord]int32{}}
	var numbers sinkHeads
	got := make([]int32, len(heads))
	for round := range 2 {
		for from := 0; from < many; from += 1000 {
			some := heads[from:min(from+1000, many)]
			if err := numbers.number(got[:len(some)], some, &list, to); err != nil {
				t.Fatal(err)
			}
			for i := range some {
				if want := to.numbers[record(from+i)]; got[i] != want {
					t.Fatalf("round %d: head %d has number %d, want %d", round, from+i, got[i], want)
				}
			}
		}
		if to.asked != many {
			t.Fatalf("round %d: asked %d times for %d heads", round, to.asked, many)
		}
	}
	// One more is one too many.
	for _, i := range []int{many, 0} {
		if err := numbers.number(got[:1], heads[i:i+1], &list, to); err != nil || got[0] != to.numbers[record(i)] {
			t.Errorf("head %d has number %d, %v; want %d", i, got[0], err, to.numbers[record(i)])
		}
	}
	if to.asked != many+2 {
		t.Errorf("asked %d times, want twice for head 0 alone", to.asked)
	}
}
