package check

import (
	"math/big"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// freeOnBoard holds countries whose own publications value imports without freight
// and insurance, where UN Comtrade has them with both: what they say of imports is
// less than what is recorded there. See the United Nations' country notes on
// valuation.
var freeOnBoard = map[string]bool{
	"AUS": true, "BRA": true, "CAN": true, "DOM": true, "MEX": true, "PRY": true, "USA": true, "VEN": true, "ZAF": true,
}

// landed lets a figure of imports that has freight and insurance in it be as much less
// as they may be, where the claim may be of the reporter's own publications, which
// leave them out. It is for amounts alone: two years of one series have both alike.
func (k *checker) landed(r *Reading, fig figure) {
	if !amounts[k.claim.Form] || !freeOnBoard[fig.books.String()] || k.policy.Freight.IsZero() {
		return
	}
	with := one.Add(k.policy.Freight).Rat()
	switch m := k.claim.Measure; {
	case m.Flow == lac.Balance && fig.imports.IsPoint():
		part := new(big.Rat).Quo(k.policy.Freight.Rat(), with)
		most := new(big.Rat).Mul(fig.imports.Upper.Rat(), part)
		if isOf(fig.books, m.Reporter) {
			r.Allows = r.Allows.Hull(r.Allows.Shift(most))
		} else {
			r.Allows = r.Allows.Hull(r.Allows.Shift(most.Neg(most)))
		}
	case strings.Contains(fig.basis.Valuation, importsWithFreight):
		r.Allows = r.Allows.Hull(r.Allows.Mul(new(big.Rat).Inv(with)))
	default:
		return
	}
	r.Notes = append(r.Notes, "Imports have freight and insurance in them here; "+name(fig.books)+"'s own publications leave them out.")
}

// importsWithFreight marks the valuation of such imports.
const importsWithFreight = "imports CIF"

// importsOf returns the imports of a balance, if freight and insurance are in them.
func importsOf(a, b figure) interval.Interval {
	for _, f := range []figure{a, b} {
		if strings.Contains(f.basis.Valuation, importsWithFreight) {
			return f.interval
		}
	}
	return interval.Interval{}
}
