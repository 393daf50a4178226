package fixed

import (
	"math/big"
	"reflect"
	"unsafe"

	"github.com/shopspring/decimal"
)

// decimalLayout is what a [decimal.Decimal] is made of. The package has no method
// that says whether a coefficient fits an int64 without counting its digits, which
// takes as long as all else that a [Run] does with it.
type decimalLayout struct {
	value *big.Int
	exp   int32
}

// laidOut says whether a Decimal is what decimalLayout says.
var laidOut = func() bool {
	is, want := reflect.TypeFor[decimal.Decimal](), reflect.TypeFor[decimalLayout]()
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
}()

// valueOf returns the coefficient of d, which must not be changed; nil if it is 0,
// or cannot be had like this.
func valueOf(d *decimal.Decimal) *big.Int {
	if !laidOut {
		return nil
	}
	return (*decimalLayout)(unsafe.Pointer(d)).value
}
