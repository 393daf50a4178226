package lac

import "slices"

// A Figure is one of the numbers of a trade record.
type Figure string

const (
	FigureValue     Figure = ""           // the trade value
	FigureNetWeight Figure = "net_weight" // in kilograms
	FigureQuantity  Figure = "quantity"   // in the unit that the source gives
)

func (f Figure) isValid() bool { return f == FigureValue || slices.Contains(otherFigures, f) }

var otherFigures = []Figure{FigureNetWeight, FigureQuantity}

// of returns the figure of a record.
func (f Figure) of(r *TradeRecord) Quantity {
	switch f {
	case FigureNetWeight:
		return r.NetWeight
	case FigureQuantity:
		return r.Quantity
	}
	return r.Value.Quantity()
}

// column returns the figure's column in a table.
func (f Figure) column() int {
	switch f {
	case FigureNetWeight:
		return figureWeight
	case FigureQuantity:
		return figureQuantity
	}
	return figureValue
}

// The figures of a record, as columns.
const (
	figureValue = iota
	figureWeight
	figureQuantity
)
