package tally_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/internal/fixed"
	"github.com/sinolac/sinolac/lac/internal/tally"
	"pgregory.net/rapid"
)

func parse(s string) fixed.Dec {
	d, err := fixed.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// limits are coefficients at or near a limit: of an int64, of one that can take
// another place, and of those that add up in a word.
var limits = []int64{
	math.MaxInt64, math.MaxInt64 - 1, math.MaxInt64 / 2, math.MaxInt64/2 + 1,
	math.MaxInt64 / 10, math.MaxInt64/10 + 1, math.MaxInt64 / tally.BlockRows, math.MaxInt64/tally.BlockRows + 1, 1 << 32, 1<<32 - 1, 1,
}

// coefs draws coefficients, many of them at a limit.
func coefs() *rapid.Generator[int64] {
	return rapid.OneOf(
		rapid.Int64Range(-1e6, 1e6), rapid.Int64(), rapid.SampledFrom(limits), rapid.Just[int64](math.MinInt64),
		rapid.Custom(func(t *rapid.T) int64 { return -rapid.SampledFrom(limits).Draw(t, "negative") }))
}

// figures draws numbers in every form: several forms of one number too.
func figures() *rapid.Generator[tally.Figure] {
	usual := rapid.Custom(func(t *rapid.T) tally.Figure {
		return tally.Figure{Coef: rapid.Int64Range(-1e9, 1e9).Draw(t, "coef"), Places: rapid.Uint8Range(0, 3).Draw(t, "places")}
	})
	any := rapid.Custom(func(t *rapid.T) tally.Figure {
		return tally.Figure{Coef: coefs().Draw(t, "coef"), Places: rapid.Uint8Range(0, 18).Draw(t, "places")}
	})
	wide := rapid.Custom(func(t *rapid.T) tally.Figure {
		d := parse(rapid.StringMatching(`-?[1-9][0-9]{18}\.[0-9]{0,18}1`).Draw(t, "digits"))
		return tally.Figure{Wide: &d}
	})
	return rapid.OneOf(usual, usual, rapid.Just(tally.Figure{}), any, wide)
}

// figuresBlock returns a block that has these figures as its first ones.
func figuresBlock(figures ...tally.Figure) *tally.Block {
	var table tally.Table
	for _, f := range figures {
		table.Append(&tally.Row{Figures: [tally.NumFigures]tally.Figure{f}})
	}
	return table.Blocks()[0]
}

func TestFigureOf(t *testing.T) {
	for _, s := range []string{
		"0", "1", "-1", "0.5", "-12.34", "9223372036854775807", "-9223372036854775807", "9.223372036854775807", "0.000000000000000001",
		"9223372036854775808", "-9223372036854775808", "0.0000000000000000001", "-" + strings.Repeat("9", 38), "0." + strings.Repeat("9", 38),
	} {
		d := parse(s)
		f := tally.FigureOf(d)
		if f.Dec() != d {
			t.Errorf("FigureOf(%s) is %v", s, f.Dec())
		}
		if coef, scale, ok := d.Coef(); (f.Wide == nil) != (ok && scale <= 18) || f.Wide == nil && (f.Coef != coef || int(f.Places) != scale) {
			t.Errorf("FigureOf(%s) = %+v", s, f)
		}
	}
	// A coefficient need not be the least one.
	if d := (tally.Figure{Coef: 1500, Places: 3}).Dec(); d != parse("1.5") {
		t.Errorf("1500 with 3 places is %v", d)
	}
	if d := (tally.Figure{Coef: math.MinInt64, Places: 18}).Dec(); d != parse("-9.223372036854775808") {
		t.Errorf("the least coefficient is %v", d)
	}
	defer func() {
		if recover() == nil {
			t.Error("a figure with 39 places is some number")
		}
	}()
	_ = tally.Figure{Coef: 1, Places: 39}.Dec()
}

// A column keeps every digit, whatever scale its numbers bring it to.
func TestFigures(t *testing.T) {
	for _, tt := range []struct {
		name  string
		in    []string
		scale int
		wide  []int // rows
	}{
		{"scale rises", []string{"1", "0.5", "-0.25", "0", "0.000000000000000001"}, 18, nil},
		{"scale rises over zeros", []string{"0", "0", "0.001"}, 3, nil},
		{"scale does not fall", []string{"0.001", "5", "1000000"}, 3, nil},
		{"value does not fit the scale", []string{"0.01", "92233720368547758.07", "92233720368547758.08", "-92233720368547758.07", "-92233720368547758.08", "1e17"}, 2, []int{2, 4, 5}},
		{"scale cannot rise for all", []string{"9223372036854775807", "0.5", "1"}, 0, []int{1}},
		{"scale cannot rise for all, downwards", []string{"-922337203685477581", "0.5"}, 0, []int{1}},
		{"scale can just rise", []string{"-922337203685477580", "0.5"}, 1, nil},
		{"scale rises, then not", []string{"922337203685477580", "0.5", "0.25", "3"}, 1, []int{2}},
		{"limits", []string{"9223372036854775807", "-9223372036854775807", "9223372036854775808", "-9223372036854775808"}, 0, []int{2, 3}},
		{"more places than a coefficient has", []string{"0.0000000000000000001", "1.5"}, 1, []int{0}},
		{"more digits", []string{"99999999999999999999999999999999999999", "-1", "0"}, 0, []int{0}},
		{"zeros", []string{"0", "0", "0"}, 0, nil},
		{"zeros and a wide one", []string{"0", "99999999999999999999", "0"}, 0, []int{1}},
		{"wide ones only", []string{"99999999999999999999", "0.0000000000000000001"}, 0, []int{0, 1}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var in []tally.Figure
			for _, s := range tt.in {
				in = append(in, tally.FigureOf(parse(s)))
			}
			b := figuresBlock(in...)
			if got := b.Scale(0); got != tt.scale {
				t.Errorf("scale %d, want %d", got, tt.scale)
			}
			for i, s := range tt.in {
				if got := b.Figures[0].At(i).Dec(); got != parse(s) {
					t.Errorf("row %d is %v, want %s", i, got, s)
				}
			}
			var wide []int
			b.Wide(0, func(row int, d fixed.Dec) {
				wide = append(wide, row)
				if d != parse(tt.in[row]) {
					t.Errorf("row %d is held apart as %v, want %s", row, d, tt.in[row])
				}
			})
			if fmt.Sprint(wide) != fmt.Sprint(tt.wide) {
				t.Errorf("rows %d are held apart, want %d", wide, tt.wide)
			}
		})
	}
}

// The least int64 is held apart, as its negative is none.
func TestFiguresLeastInt64(t *testing.T) {
	for _, first := range []tally.Figure{{}, {Coef: 1}, {Coef: 1, Places: 2}} {
		for places := range uint8(19) {
			least := tally.Figure{Coef: math.MinInt64, Places: places}
			b := figuresBlock(first, least, first)
			if got := b.Figures[0].At(1); got.Wide == nil || got.Dec() != least.Dec() {
				t.Errorf("%v is %+v, that is %v", least.Dec(), got, got.Dec())
			}
			for _, i := range []int{0, 2} {
				if got := b.Figures[0].At(i).Dec(); got != first.Dec() {
					t.Errorf("beside %v: %v is %v", least.Dec(), first.Dec(), got)
				}
			}
		}
	}
}

// A block of zeros takes no room for them, whatever their places, also after a
// block with figures.
func TestFiguresZero(t *testing.T) {
	var table tally.Table
	for block, f := range []tally.Figure{{}, {Coef: 12, Places: 3}, {}, {Places: 5}, {Coef: 12}} {
		for range 1000 {
			table.Append(&tally.Row{Figures: [tally.NumFigures]tally.Figure{f}})
		}
		b := table.Blocks()[block]
		if got := b.Figures[0].At(500).Dec(); got != f.Dec() {
			t.Errorf("block %d has %v, want %v", block, got, f.Dec())
		}
		if isZero := b.Bytes() < 1000; isZero != (f.Coef == 0) {
			t.Errorf("block %d of %v takes %d bytes", block, f.Dec(), b.Bytes())
		}
	}
	// The scale of one block is that of the next.
	for block, want := range []int{0, 3, 3, 3, 3} {
		if got := table.Blocks()[block].Scale(0); got != want {
			t.Errorf("block %d has scale %d, want %d", block, got, want)
		}
	}
}

func TestFiguresRandom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var table tally.Table
		for block := range rapid.IntRange(1, 3).Draw(t, "blocks") {
			want := rapid.SliceOfN(figures(), 1, 40).Draw(t, "figures")
			for _, f := range want {
				table.Append(&tally.Row{Figures: [tally.NumFigures]tally.Figure{1: f}})
			}
			b := table.Blocks()[block]
			wide := map[int]fixed.Dec{}
			last := -1
			b.Wide(1, func(row int, d fixed.Dec) {
				if row <= last {
					t.Fatalf("row %d after %d", row, last)
				}
				wide[row], last = d, row
			})
			for i, f := range want {
				got := b.Figures[1].At(i)
				if got.Dec() != f.Dec() {
					t.Fatalf("row %d is %v, want %v", i, got.Dec(), f.Dec())
				}
				switch d, ok := wide[i]; {
				case ok != (got.Wide != nil), ok && d != f.Dec():
					t.Fatalf("row %d is %+v, and %v is held apart", i, got, d)
				case !ok && got.Coef != 0 && int(got.Places) != b.Scale(1):
					t.Fatalf("row %d has %d places, the column %d", i, got.Places, b.Scale(1))
				}
			}
		}
	})
}
