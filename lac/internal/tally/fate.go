package tally

// A Fate is what a total does with a row.
type Fate uint8

const (
	Added Fate = iota
	Missing
	Unconfirmed
	OfGroup // a group's own row beside its members'
	Finer   // of a finer good beside the one asked for
	Part    // of a figure that is there
	Duplicate
	refused
)

// A RowRule is what a total does with a row among those of one good in one line.
type RowRule uint8

const (
	RowKept     RowRule = iota
	RowRepeated         // says again what the row before says
	RowPart             // of a total that is there
	RowDiffers          // refused: another figure for what the row before says
	RowShape            // refused: another breakdown of a total that is not there
	RowLost             // refused: what the row before says is forgotten
)

// refuses reports whether a row with this rule must not be added up.
func (r RowRule) refuses() bool { return r >= RowDiffers }

// fate returns what becomes in a total of a row that is left out.
func (r RowRule) fate() Fate {
	switch {
	case r.refuses():
		return refused
	case r == RowRepeated:
		return Duplicate
	}
	return Part
}
