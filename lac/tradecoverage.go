package lac

import (
	"slices"
)

// A TradeCoverage says what the records behind one flow of a [TradeTotal] cover of
// what the query names. A sum may be exact and yet be less than its name: nine of
// thirty-three members may not have reported, or a file may have some goods only.
//
//	c, _ := totals.Coverage(lac.TradeKey{Period: lac.Year(2025)}, lac.Import)
//	fmt.Println(c.AbsentReporters(), c.AllGoods, c.MissingMonths())
type TradeCoverage struct {
	// Reporters and Partners are the areas that the key or the query names: of a
	// region or bloc each member on the day that the sum goes by, whether it has
	// records or not. If nothing names them they are those that have records. Each
	// has the periods of its records in order, those that follow one another as
	// one, and none if it is absent.
	Reporters, Partners map[Area][]Period
	// Within is the period that the key or the query names; zero if none does.
	Within Period
	// AllGoods is true if all that is added up are rows of the commodity itself
	// that is asked for, which is all goods if none is. It is false if there are
	// rows of finer codes in its place: whether these are all is not known. With
	// ByCommodity each row is of its key's own code.
	AllGoods bool
	// InParts is true if rows by second partner, customs procedure or mode of
	// transport stand in for a total that is not there: whether these are all is
	// not known.
	InParts bool
}

// cover reports whether one of the periods has the whole of p.
func cover(periods []Period, p Period) bool {
	return slices.ContainsFunc(periods, func(q Period) bool { return q.Contains(p) })
}

// AbsentReporters returns the reporters that have no record, in order.
func (c TradeCoverage) AbsentReporters() []Area { return absent(c.Reporters) }

// AbsentPartners returns the partners that have no record, in order. A country that another
// did not trade with has none either.
func (c TradeCoverage) AbsentPartners() []Area { return absent(c.Partners) }

func absent(members map[Area][]Period) []Area {
	var areas []Area
	for a, periods := range members {
		if len(periods) == 0 {
			areas = append(areas, a)
		}
	}
	slices.SortFunc(areas, Area.Compare)
	return areas
}

// MissingMonths returns the months of Within for which a reporter or partner that
// has records has none, in order; none if Within is zero or open.
func (c TradeCoverage) MissingMonths() []Period {
	var missing []Period
	for month := range c.Within.Months() {
		if anyLacks(c.Reporters, month) || anyLacks(c.Partners, month) {
			missing = append(missing, month)
		}
	}
	return missing
}

// anyLacks reports whether a member that is not absent has not the whole of p.
func anyLacks(members map[Area][]Period, p Period) bool {
	for _, periods := range members {
		if len(periods) > 0 && !cover(periods, p) {
			return true
		}
	}
	return false
}

// IsWhole reports whether no reporter and no partner is absent, no month missing,
// and the rows are all goods and not parts of a total that is not there.
func (c TradeCoverage) IsWhole() bool {
	return c.AllGoods && !c.InParts && len(c.AbsentReporters()) == 0 && len(c.AbsentPartners()) == 0 && len(c.MissingMonths()) == 0
}
