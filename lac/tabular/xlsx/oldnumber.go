package xlsx

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// A binary64 is the bits of a number as IEEE 754 keeps it in 64 of them.
type binary64 uint64

// exact returns the number as it is: a whole number times a power of two, and that power.
func (b binary64) exact() (d decimal.Decimal, power int, err error) {
	mantissa, exponent := int64(b&(1<<52-1)), int(b>>52&0x7ff)
	switch exponent {
	case 0x7ff:
		return d, 0, fmt.Errorf("%w: infinite, or no number", lac.ErrSyntax)
	case 0:
		exponent = 1
	default:
		mantissa |= 1 << 52
	}
	if b>>63 != 0 {
		mantissa = -mantissa
	}
	power = exponent - 1075
	return decimal.NewFromInt(mantissa).Mul(powerOfTwo(power)), power, nil
}

// powerOfTwo returns 2 to a power, which is 5 to it over 10 to it where it is negative.
func powerOfTwo(n int) decimal.Decimal {
	if n >= 0 {
		return decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), uint(n)), 0)
	}
	return decimal.NewFromBigInt(new(big.Int).Exp(big.NewInt(5), big.NewInt(int64(-n)), nil), int32(n))
}

// decimal returns the number of at most 15 digits that these bits stand for: there is one
// at most, and it is the number that was entered. Where there is none, as of the result of a
// formula, it reports so beside the number rounded to 15 digits.
func (b binary64) decimal() (d decimal.Decimal, entered bool, err error) {
	exact, power, err := b.exact()
	if err != nil || exact.IsZero() {
		return decimal.Zero, true, err
	}
	d = significant(exact, maxDigits)
	// Nearer to these bits than to those of any other number: within half of the distance
	// to the next, which is half as large below a power of two. In the middle between two, the
	// even one of them is meant.
	reach := powerOfTwo(power - 1)
	if b&(1<<52-1) == 0 && d.Abs().LessThan(exact.Abs()) {
		reach = powerOfTwo(power - 2)
	}
	off := d.Sub(exact).Abs().Cmp(reach)
	return d, off < 0 || off == 0 && b&1 == 0, nil
}

// significant returns d at so many significant digits, half away from zero.
func significant(d decimal.Decimal, digits int) decimal.Decimal {
	return d.Round(int32(digits-d.NumDigits()) - d.Exponent())
}
