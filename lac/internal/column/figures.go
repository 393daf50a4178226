package column

import (
	"cmp"
	"math"
	"slices"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// Figures is a column of exact numbers: coefficients at one scale, and apart
// from them the numbers that this does not hold.
type Figures struct {
	scale int
	coefs []int64  // nil if all are 0
	small bool     // the coefficients of a block add up to an int64
	wide  []wideAt // in the order of rows; their coefficients are 0
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
		panic("column: coefficient beyond a Dec") // 19 digits with up to 18 places always fit
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
	if f.coefs == nil {
		return Figure{}
	}
	return Figure{Coef: f.coefs[i], Places: uint8(f.scale)}
}

func (f *Figures) bytes() int { return 8*len(f.coefs) + 40*len(f.wide) }

// figuresBuilder is a column that grows.
type figuresBuilder struct {
	Figures
	largest int64 // absolute coefficient, at the scale
}

// add appends a number, at row n.
func (b *figuresBuilder) add(n int, f Figure) {
	coef, ok := b.fit(f)
	if !ok {
		b.wide = append(b.wide, wideAt{int32(n), f.Dec()})
		coef = 0
	}
	b.coefs = append(b.coefs, coef)
}

// fit returns the coefficient of f at the column's scale, which it raises where
// f needs that and every number so far still fits.
func (b *figuresBuilder) fit(f Figure) (int64, bool) {
	if f.Wide != nil || f.Coef == -1<<63 {
		return 0, false
	}
	if f.Coef == 0 {
		return 0, true
	}
	if up := int(f.Places) - b.scale; up > 0 {
		largest, ok := fixed.Rescale(b.largest, up)
		if !ok {
			return 0, false
		}
		if b.largest > 0 {
			for i := range b.coefs {
				b.coefs[i], _ = fixed.Rescale(b.coefs[i], up)
			}
		}
		b.largest, b.scale = largest, int(f.Places)
	}
	coef, ok := fixed.Rescale(f.Coef, b.scale-int(f.Places))
	if ok {
		b.largest = max(b.largest, coef, -coef)
	}
	return coef, ok && coef != -1<<63
}

// seal returns a copy of the column and empties it. The scale stays, so that
// the columns of one table are at one scale where that is possible.
func (b *figuresBuilder) seal() Figures {
	f := Figures{scale: b.scale, wide: slices.Clone(b.wide)}
	if b.largest > 0 {
		f.coefs = slices.Clone(b.coefs)
		f.small = b.largest <= math.MaxInt64/BlockRows
	}
	b.coefs, b.wide, b.largest = b.coefs[:0], b.wide[:0], 0
	return f
}
