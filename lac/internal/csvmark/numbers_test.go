package csvmark_test

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/internal/csvmark"
)

// number is the reference: it reads byte by byte.
func number(text string, end int) csvmark.Number {
	if text == "" {
		return csvmark.Number{}
	}
	digits := text
	places := 0
	if whole, rest, ok := strings.Cut(text, "."); ok {
		if whole == "" || rest == "" {
			return csvmark.NoNumber
		}
		digits, places = whole+rest, len(rest)
	}
	if len(text) > 16 || end < 16 || strings.Trim(digits, "0123456789") != "" {
		return csvmark.NoNumber
	}
	units, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return csvmark.NoNumber
	}
	return csvmark.Number{Units: units, Places: uint8(places), Reported: true}
}

func checkNumbers(t *testing.T, data []byte, parts []csvmark.Span) {
	t.Helper()
	for name, read := range csvmark.NumberWays {
		got := make([]csvmark.Number, len(parts))
		for i := range got {
			got[i] = csvmark.Number{Units: 7, Places: 7, Reported: true}
		}
		read(data, parts, got)
		for i, s := range parts {
			text := string(data[s.Begin:s.End])
			if want := number(text, int(s.End)); got[i] != want {
				t.Errorf("%s: %q to %d: %v, want %v", name, text, s.End, got[i], want)
			}
		}
	}
}

func TestReadNumbers(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 6))
	const alphabet = "0123456789012345678901234567890123456789...-+, e\"/:\x00\xb0\xff"
	var data []byte
	var parts []csvmark.Span
	for range 200_000 {
		begin := len(data)
		n := random.IntN(19)
		letters := len(alphabet)
		switch random.IntN(3) {
		case 0:
			letters = 40 // digits
		case 1:
			letters = 41 // and points
		}
		for range n {
			data = append(data, alphabet[random.IntN(letters)])
		}
		if random.IntN(2) == 0 && n > 0 {
			data[begin+random.IntN(n)] = '.'
		}
		parts = append(parts, csvmark.Span{Begin: int32(begin), End: int32(len(data))})
		data = append(data, '9')
	}
	checkNumbers(t, data, parts)
	checkNumbers(t, data, nil)
}

func FuzzReadNumbers(f *testing.F) {
	for _, s := range []string{"1", "", "1.5", ".5", "5.", "1234567890123456", "12345678.0123456", "1..2", "1e5", "99999999.99999999", "00000000000000.1"} {
		f.Add("0123456789abcdef", s)
		f.Add("\"", s)
	}
	f.Fuzz(func(t *testing.T, before, text string) {
		checkNumbers(t, []byte(before+text+"1"), []csvmark.Span{{Begin: int32(len(before)), End: int32(len(before) + len(text))}})
	})
}

func BenchmarkReadNumbers(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 7))
	data := []byte("0123456789abcdef")
	var parts []csvmark.Span
	for range 1000 {
		begin := len(data)
		data = strconv.AppendInt(data, random.Int64N([]int64{1e3, 1e6, 1e10}[random.IntN(3)]), 10)
		if random.IntN(3) == 0 {
			data = append(data, ".125"[:2+random.IntN(3)]...)
		}
		parts = append(parts, csvmark.Span{Begin: int32(begin), End: int32(len(data))})
	}
	numbers := make([]csvmark.Number, len(parts))
	for name, read := range csvmark.NumberWays {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				read(data, parts, numbers)
			}
		})
	}
}
