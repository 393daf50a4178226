package csvmark_test

import (
	"math/rand/v2"
	"testing"

	"github.com/sinolac/sinolac/lac/internal/csvmark"
)

func checkSame(t *testing.T, data []byte, a, b []csvmark.Span) {
	t.Helper()
	for name, same := range csvmark.SameWays {
		got := same(data, a, b)
		for i, s := range a {
			text, other := string(data[s.Begin:s.End]), string(data[b[i].Begin:b[i].End])
			if is := got>>i&1 == 1; is != (text == other) {
				t.Errorf("%s: %q and %q: %t", name, text, other, is)
			}
		}
		if len(a) < 64 && got>>len(a) != 0 {
			t.Errorf("%s: %b of %d parts", name, got, len(a))
		}
	}
}

// TestSame compares parts that are equal, or differ in one byte or in length.
func TestSame(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 3_000 {
		var data []byte
		var a, b []csvmark.Span
		add := func(text []byte) csvmark.Span {
			begin := len(data)
			data = append(data, text...)
			return csvmark.Span{Begin: int32(begin), End: int32(len(data))}
		}
		for range random.IntN(65) {
			text := make([]byte, random.IntN([]int{3, 20, 300}[random.IntN(3)]))
			for i := range text {
				text[i] = "ab"[random.IntN(2)]
			}
			a = append(a, add(text))
			add([]byte("abaababb")[:random.IntN(9)])
			switch n := len(text); random.IntN(4) {
			case 0:
				if n > 0 {
					text[random.IntN(n)] ^= 'a' ^ 'b'
				}
			case 1:
				text = append(text, 'a')
			case 2:
				text = text[:random.IntN(n+1)]
			}
			b = append(b, add(text))
		}
		checkSame(t, data, a, b)
		checkSame(t, data, a, a)
	}
}

func TestSameOfNone(t *testing.T) {
	for name, same := range csvmark.SameWays {
		data := []byte("ab")
		none := csvmark.Span{Begin: 1, End: -1}
		if got := same(data, []csvmark.Span{{}, {Begin: 0, End: 2}, none}, []csvmark.Span{none, none, {Begin: 1, End: 1}}); got != 0 {
			t.Errorf("%s: %b", name, got)
		}
	}
}

func BenchmarkSame(b *testing.B) {
	const size = 110
	data := make([]byte, 65*300)
	var parts []csvmark.Span
	for i := range 65 {
		parts = append(parts, csvmark.Span{Begin: int32(i * 300), End: int32(i*300 + size)})
	}
	for name, same := range csvmark.SameWays {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				same(data, parts[1:], parts[:64])
			}
		})
	}
}
