package fixed

import (
	"math/big"
	"reflect"
	"unsafe"

	"github.com/shopspring/decimal"
)

// decimalLayout is what a [decimal.Decimal] is made of. The package has no method
// that says whether a coefficient fits an int64 without counting its digits, which
// takes longer than all else that a [Run] does with it.
//
// BenchmarkRunAddDecimal adds a number 3.2 times as fast with this as without (8.5
// and 27 ns, medians of five), and lac.Sum a million of them 1.6 times. That is the
// worth of it; the risk is none but speed, for where the package changes, laidOut is
// false and all goes the long way. Nothing else in the library reads a layout.
type decimalLayout struct {
	value *big.Int
	exp   int32
}

// laidOut says whether a Decimal is what decimalLayout says.
var laidOut = sameLayout(reflect.TypeFor[decimal.Decimal](), reflect.TypeFor[decimalLayout]())

// sameLayout reports whether two structs have the same fields at the same places.
func sameLayout(is, want reflect.Type) bool {
	if is.Size() != want.Size() || is.NumField() != want.NumField() {
		return false
	}
	for i := range want.NumField() {
		a, b := is.Field(i), want.Field(i)
		if a.Name != b.Name || a.Type != b.Type || a.Offset != b.Offset {
			return false
		}
	}
	return true
}

// valueOf returns the coefficient of d, which must not be changed; nil if it is 0,
// or cannot be had like this.
func valueOf(d *decimal.Decimal) *big.Int {
	if !laidOut {
		return nil
	}
	return (*decimalLayout)(unsafe.Pointer(d)).value
}
