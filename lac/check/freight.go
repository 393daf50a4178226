package check

import (
	"math/big"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// freeOnBoard holds countries whose own publications value imports without freight
// and insurance, where UN Comtrade may have them with both: what they say of imports
// is less than what is recorded there. Each is by the page that says so, or marked as
// not confirmed: then a claim may be of the one or of the other, so both are allowed.
var freeOnBoard = map[string]bool{
	"AUS": true, // Bureau of Statistics, International Merchandise Trade: Concepts, Sources and Methods, 2018, chapter 3 (listed; its text on imports not seen)
	"BRA": true, // wits.worldbank.org, Merchandise Trade Balance with Partners: "Canada, Brazil"
	"CAN": true, // the same; uncomtrade.org/docs/trade-valuation: "Mexico and Canada compile in FOB"
	"DOM": true, // not confirmed
	"ECU": true, // Banco Central del Ecuador, Balanzas Comerciales del Ecuador con sus Principales Socios, 2012: both flows "en términos FOB"
	"MEX": true, // uncomtrade.org/docs/trade-valuation
	"PRY": true, // not confirmed
	"USA": true, // export.gov, Measuring Goods Trade: customs import value, without shipment
	"VEN": true, // not confirmed
	"ZAF": true, // South African Revenue Service, 14 November 2013: imports with freight were yet to be published beside FOB
}

// balanceFreeOnBoard holds countries that publish imports with freight and insurance,
// and their balance without.
var balanceFreeOnBoard = map[string]bool{
	"COL": true, // DANE, by El Tiempo of November 2017: imports in dollars CIF, the deficit in dollars FOB
}

// landed lets a figure of imports that has freight and insurance in it be as much less
// as they may be, where the claim may be of the reporter's own publications, which
// leave them out. It is for amounts alone: two years of one series have both alike.
func (k *checker) landed(r *Reading, fig figure) {
	books := fig.books.String()
	if !amounts[k.claim.Form] || !freeOnBoard[books] && !(balanceFreeOnBoard[books] && k.claim.Measure.Flow == lac.Balance) || k.policy.Freight.IsZero() {
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
