package tally

import (
	"cmp"
	"math"
	"slices"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// Figures is a column of exact numbers: coefficients at one scale, and apart
// from them the numbers that this does not hold.
type Figures struct {
	scale    int
	coefs    []int64 // nil if all are 0, or packed
	packed   *packedFigures
	small    bool     // the coefficients of a block add up to an int64
	negative bool     // one of them may be
	wide     []wideAt // in the order of rows; their coefficients are 0
}

type wideAt struct {
	row int32
	dec fixed.Dec
}

// A Figure is Coef × 10^-Places, or Wide if there is one.
type Figure struct {
	Coef   int64
	Places uint8
	Wide   *fixed.Dec
}

// FigureOf returns d as a Figure.
func FigureOf(d fixed.Dec) Figure {
	if coef, scale, ok := d.Coef(); ok && scale <= maxPlaces {
		return Figure{Coef: coef, Places: uint8(scale)}
	}
	return Figure{Wide: &d}
}

// maxPlaces is the most places of a coefficient.
const maxPlaces = 18

// Dec returns the number.
func (f Figure) Dec() fixed.Dec {
	if f.Wide != nil {
		return *f.Wide
	}
	d, err := fixed.New(f.Coef, int(f.Places))
	if err != nil {
		panic("tally: coefficient beyond a Dec") // 19 digits with up to 18 places always fit
	}
	return d
}

// At returns the number in row i.
func (f *Figures) At(i int) Figure {
	if len(f.wide) > 0 {
		if j, ok := slices.BinarySearchFunc(f.wide, int32(i), func(w wideAt, row int32) int { return cmp.Compare(w.row, row) }); ok {
			return Figure{Wide: &f.wide[j].dec}
		}
	}
	if f.coefs == nil && f.packed == nil {
		return Figure{}
	}
	return Figure{Coef: f.coef(i), Places: uint8(f.scale)}
}

// coef returns the coefficient in row i.
func (f *Figures) coef(i int) int64 {
	switch {
	case f.packed != nil:
		return f.packed.at(i)
	case f.coefs == nil:
		return 0
	}
	return f.coefs[i]
}

func (f *Figures) bytes() int {
	n := 8*len(f.coefs) + 40*len(f.wide)
	if f.packed != nil {
		n += f.packed.bytes()
	}
	return n
}

// A FiguresBuilder is a column that grows.
type FiguresBuilder struct {
	Figures
	largest int64 // absolute coefficient, at the scale
	signs   int64 // below 0 if a coefficient is
}

// AddFigure appends a number.
func (b *FiguresBuilder) AddFigure(f Figure) {
	if f.Wide == nil {
		b.Add(f.Coef, f.Places)
		return
	}
	b.wide = append(b.wide, wideAt{int32(len(b.coefs)), *f.Wide})
	b.coefs = append(b.coefs, 0)
}

// Add appends coef × 10^-places.
func (b *FiguresBuilder) Add(coef int64, places uint8) {
	if v, ok := fixed.Rescale(coef, b.scale-int(places)); ok && v != math.MinInt64 {
		b.largest = max(b.largest, v, -v)
		b.signs |= v
		b.coefs = append(b.coefs, v)
		return
	}
	b.addOdd(coef, places)
}

// A Number is Units × 10^-Places, or not reported.
type Number = struct {
	Units    int64
	Places   uint8
	Reported bool
}

// AddNumbers appends numbers, 0 for those that are not reported.
func AddNumbers[N ~Number](b *FiguresBuilder, numbers []N) {
	b.coefs = slices.Grow(b.coefs, len(numbers))
	for len(numbers) > 0 {
		n := addPlain(b, numbers)
		if numbers = numbers[n:]; len(numbers) > 0 {
			odd := Number(numbers[0])
			b.addOdd(odd.Units, odd.Places)
			numbers = numbers[1:]
		}
	}
}

// addPlain appends numbers up to the first that the column does not hold as it is, and
// returns how many there are.
func addPlain[N ~Number](b *FiguresBuilder, numbers []N) int {
	from := len(b.coefs)
	coefs := b.coefs[from : from+len(numbers)]
	scale, largest, signs := b.scale, b.largest, b.signs
	n := 0
	for i := range coefs {
		number := Number(numbers[i])
		if !number.Reported {
			number = Number{}
		}
		v, ok := fixed.Rescale(number.Units, scale-int(number.Places))
		if !ok || v == math.MinInt64 {
			break
		}
		largest = max(largest, v, -v)
		signs |= v
		coefs[i] = v
		n++
	}
	b.coefs, b.largest, b.signs = b.coefs[:from+n], largest, signs
	return n
}

// addOdd appends a number that the column does not hold as it is.
func (b *FiguresBuilder) addOdd(coef int64, places uint8) {
	v, ok := int64(0), coef == 0
	if !ok && b.raise(int(places)) {
		v, ok = fixed.Rescale(coef, b.scale-int(places))
		ok = ok && v != math.MinInt64
	}
	if ok {
		b.largest = max(b.largest, v, -v)
		b.signs |= v
	} else {
		b.wide = append(b.wide, wideAt{int32(len(b.coefs)), Figure{Coef: coef, Places: places}.Dec()})
		v = 0
	}
	b.coefs = append(b.coefs, v)
}

// raise makes the scale at least the one given; false if not every number so far
// fits that.
func (b *FiguresBuilder) raise(scale int) bool {
	up := scale - b.scale
	if up <= 0 {
		return true
	}
	largest, ok := fixed.Rescale(b.largest, up)
	if !ok {
		return false
	}
	if largest > 0 {
		for i := range b.coefs {
			b.coefs[i], _ = fixed.Rescale(b.coefs[i], up)
		}
	}
	b.largest, b.scale = largest, scale
	return true
}

// first returns a column of the first n numbers, which stands in the builder's room.
func (b *FiguresBuilder) first(n int) Figures {
	w := 0
	for w < len(b.wide) && int(b.wide[w].row) < n {
		w++
	}
	f := Figures{scale: b.scale, wide: b.wide[:w:w]}
	if b.largest > 0 {
		f.coefs = b.coefs[:n:n]
		f.small = b.largest <= math.MaxInt64/BlockRows
		f.negative = b.signs < 0
	}
	return f
}

// own makes a column one of its own room.
func (f *Figures) own() { f.coefs, f.wide = slices.Clone(f.coefs), slices.Clone(f.wide) }

// drop takes the first n numbers out. The scale stays, so that the columns of one
// table are at one scale where that is possible.
func (b *FiguresBuilder) drop(n int) {
	b.coefs = b.coefs[:copy(b.coefs, b.coefs[n:])]
	w := 0
	for _, x := range b.wide {
		if int(x.row) >= n {
			b.wide[w] = wideAt{x.row - int32(n), x.dec}
			w++
		}
	}
	b.wide = b.wide[:w]
	if len(b.coefs) == 0 {
		b.largest, b.signs = 0, 0
	}
}
