package indicator

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// RCA returns Balassa's index of revealed comparative advantage: the share of some
// goods in a country's exports over their share in the exports that it is compared
// with, such as the world's, (goods/exports) / (allGoods/allExports). Above 1 these
// goods are a greater part of the country's exports than of the others'. It is exact
// until it is rounded, half away from zero, to places decimal places. The source is
// B. Balassa, "Trade Liberalisation and 'Revealed' Comparative Advantage", The
// Manchester School 33 (1965).
//
// It errs with [lac.ErrMissing] if an amount is not reported, with
// [lac.ErrCurrencyMismatch] if the currencies differ, and with [lac.ErrRange] if an
// amount is negative, goods are more than all exports, a total or the goods of all
// are zero, or places is not from 0 to 30.
func RCA(goods, exports, allGoods, allExports lac.Money, places int32) (decimal.Decimal, error) {
	fail := func(err error) (decimal.Decimal, error) {
		return decimal.Decimal{}, fmt.Errorf("advantage of [%v of %v, %v of %v]: %w", goods, exports, allGoods, allExports, err)
	}
	for _, share := range [][2]lac.Money{{goods, exports}, {allGoods, allExports}, {goods, allGoods}} {
		if _, err := share[0].Cmp(share[1]); err != nil {
			return fail(err)
		}
	}
	for _, share := range [][2]lac.Money{{goods, exports}, {allGoods, allExports}} {
		if c, _ := share[0].Cmp(share[1]); c > 0 || share[0].Sign() < 0 || share[1].Sign() == 0 {
			return fail(lac.ErrRange)
		}
	}
	if allGoods.Sign() == 0 || places < 0 || places > maxPlaces {
		return fail(lac.ErrRange)
	}
	own := exports.Amount().Mul(allGoods.Amount())
	return goods.Amount().Mul(allExports.Amount()).DivRound(own, places), nil
}
