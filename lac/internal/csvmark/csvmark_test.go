package csvmark_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sinolac/sinolac/lac/internal/csvmark"
)

// A mark is what is found at a place: ",", "\n", or "odd".
type mark struct {
	Place int
	Kind  string
}

// marked returns the marks in text before the first odd one, with that. It gives
// the text in parts of the given number of blocks.
func marked(t testing.TB, name, text string, part int) []mark {
	data := append([]byte(text), bytes.Repeat([]byte{'"'}, csvmark.Block)...)
	var m csvmark.Marker
	marks, lines := []int32{-1}, []int32(nil)
	for at := 0; at < len(text); at += part * csvmark.Block {
		n := min(part, (len(text)-at+csvmark.Block-1)/csvmark.Block)
		marks, lines = csvmark.Ways()[name](&m, marks, lines, data, at, n)
	}
	kinds := map[int32]string{}
	for _, l := range lines {
		kinds[l>>1] = []string{"\n", "odd"}[l&1]
	}
	var got []mark
	for i := 1; i < len(marks) && int(marks[i]) < len(text); i++ {
		kind, ok := kinds[int32(i)]
		if !ok {
			kind = ","
		}
		got = append(got, mark{int(marks[i]), kind})
		if kind == "odd" {
			break
		}
	}
	return got
}

// plainly finds the same byte by byte.
func plainly(text string) []mark {
	var all []mark
	at := func(i int) byte {
		if i < len(text) {
			return text[i]
		}
		return 0
	}
	for i := 0; i < len(text); {
		if at(i) == '"' {
			for i++; at(i) != '"' || at(i+1) == '"'; i++ {
				if i >= len(text) {
					return all
				}
				if at(i) == '\n' {
					return append(all, mark{i, "odd"})
				}
				if at(i) == '"' {
					i++
				}
			}
			i++
			if at(i) == '\r' {
				i++
			}
			if i >= len(text) {
				return all
			}
			if c := at(i); c != '\n' && (c != ',' || at(i-1) == '\r') {
				return append(all, mark{i, "odd"})
			}
		}
		for i < len(text) && at(i) != ',' && at(i) != '\n' {
			if at(i) == '"' {
				return append(all, mark{i, "odd"})
			}
			i++
		}
		if i < len(text) {
			all = append(all, mark{i, text[i : i+1]})
			i++
		}
	}
	return all
}

func TestAppend(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []mark
	}{
		{"no quotation marks", "a,,b\n", []mark{{1, ","}, {2, ","}, {4, "\n"}}},
		{"separators in them are none", "\"a,b\",c\r\n", []mark{{5, ","}, {8, "\n"}}},
		{"two stand for one", "\"a\"\",\"\"\"\n", []mark{{8, "\n"}}},
		{"newline in them", "a,\"b\nc\"", []mark{{1, ","}, {4, "odd"}}},
		{"one inside a field", "a,b\"c", []mark{{1, ","}, {3, "odd"}}},
		{"text after the closing one", "\"a\"b", []mark{{3, "odd"}}},
		{"carriage return after the closing one", "\"a\"\r\n\"a\"\rb", []mark{{4, "\n"}, {9, "odd"}}},
		{"carriage return and comma after it", "\"a\"\r,", []mark{{4, "odd"}}},
		{"carriage return in a field", "a\rb,\r\n", []mark{{3, ","}, {5, "\n"}}},
	} {
		for name := range csvmark.Ways() {
			t.Run(tt.name+"/"+name, func(t *testing.T) {
				if diff := cmp.Diff(tt.want, marked(t, name, tt.text, 1)); diff != "" {
					t.Errorf("(-want +got)\n%s", diff)
				}
				if diff := cmp.Diff(tt.want, plainly(tt.text)); diff != "" {
					t.Errorf("plainly (-want +got)\n%s", diff)
				}
			})
		}
	}
}

// What goes over the edge of a block, and blocks full of marks.
func TestAppendRandom(t *testing.T) {
	const characters = "\"\"\",,\n\r\rabcdefg"
	random := rand.New(rand.NewPCG(1, 2))
	for range 1_500 {
		var text []byte
		density := 1 + random.IntN(len(characters))
		for range random.IntN(400) {
			switch random.IntN(8) {
			case 0:
				text = append(text, "\"x\","...)
			case 1:
				text = append(text, "\",\"\""[:random.IntN(5)]...)
			case 2:
				text = append(text, "abcdefghijklmnopqrstuvwxyz"[:random.IntN(27)]...)
			default:
				text = append(text, characters[(random.IntN(density)+5)%len(characters)])
			}
		}
		same(t, string(text), 1+random.IntN(4))
	}
}

func same(t testing.TB, text string, part int) {
	t.Helper()
	want := plainly(text)
	for name := range csvmark.Ways() {
		if got := marked(t, name, text, part); !slices.Equal(got, want) {
			t.Fatalf("%s, %d blocks at a time: %q\n%s", name, part, text, cmp.Diff(want, got))
		}
	}
}

// All ways find the same after what is odd, too, and leave what they do not own
// alone.
func FuzzAppend(f *testing.F) {
	for _, s := range []string{"", "a,\"b\"\"\",\r\n", "\"\n\"", "a\"b", "\"a\"\rb", ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,"} {
		f.Add(s, uint8(1))
		f.Add(fmt.Sprintf("%63s", s), uint8(2))
	}
	f.Fuzz(func(t *testing.T, text string, part uint8) {
		blocks := 1 + int(part%4)
		same(t, text, blocks)
		data := append([]byte(text), make([]byte, csvmark.Block)...)
		n := (len(text) + csvmark.Block - 1) / csvmark.Block
		type all struct {
			Marker       csvmark.Marker
			Marks, Lines []int32
		}
		results := map[string]all{}
		for name, mark := range csvmark.Ways() {
			a := all{Marks: []int32{7}, Lines: []int32{8, 9}}
			for i := 0; i < n; i += blocks {
				a.Marks, a.Lines = mark(&a.Marker, a.Marks, a.Lines, data, i*csvmark.Block, min(blocks, n-i))
			}
			results[name] = a
		}
		for name, got := range results {
			if diff := cmp.Diff(results["words"], got, cmp.AllowUnexported(csvmark.Marker{})); diff != "" {
				t.Errorf("%s of %q (-words +got)\n%s", name, text, diff)
			}
		}
	})
}

func BenchmarkAppend(b *testing.B) {
	row := []byte("\"C\",\"A\",\"20220101\",\"2022\",\"156\",\"CHN\",\"China\",\"M\",\"Import\",,\"Ores, slag and ash\",\"123456.75\",\"0\",\"false\",\r\n")
	data := bytes.Repeat(row, 150)
	blocks := len(data) / csvmark.Block
	for name, mark := range csvmark.Ways() {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(blocks * csvmark.Block))
			var marks, lines []int32
			for b.Loop() {
				var m csvmark.Marker
				marks, lines = mark(&m, marks[:0], lines[:0], data, 0, blocks)
			}
		})
	}
}
