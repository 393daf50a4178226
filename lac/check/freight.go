package check

import (
	"math/big"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/interval"
)

// freeOnBoard holds countries whose own publications value imports without freight
// and insurance, where UN Comtrade has them with both: what they say of imports is
// less than what is recorded there. Each is by the publication that says so.
var freeOnBoard = map[string]bool{
	"AUS": true, // Bureau of Statistics, International Merchandise Trade: Concepts, Sources and Methods, 2018, chapter 3
	"BRA": true, // MDIC, Comex Stat; World Bank WITS, note on Merchandise Trade Balance with Partners
	"CAN": true, // Statistics Canada, international merchandise trade; the same note of WITS
	"DOM": true, // Banco Central de la República Dominicana, Importaciones FOB
	"MEX": true, // Banco de México, balanza comercial: importaciones FOB
	"PRY": true, // Banco Central del Paraguay, Comercio Exterior: importaciones FOB
	"USA": true, // Census Bureau, Guide to Foreign Trade Statistics: customs value
	"VEN": true, // Banco Central de Venezuela, balanza de pagos: importaciones FOB
	"ZAF": true, // South African Revenue Service, Merchandise Trade Statistics
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
