package comtrade

import (
	"slices"

	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// A field is a place in a row and what stands there.
type field struct {
	index  int
	column column
}

// A textRun is texts of a row that no commodity or figure comes between. Most of
// them are what they were in the row before, and so they are compared as one, with
// what stands between them.
type textRun struct {
	fields      []field
	first, last int          // fields
	before      csvscan.Span // in the row before; it ends before it begins: unknown
}

// findFields finds the fields that p looks at. The unit, which goes with the
// commodity, is a run of its own.
func (p *parser) findFields() {
	var wanted []field
	for c, i := range p.table.index {
		if i >= 0 && c < int(colAltQuantity) {
			wanted = append(wanted, field{i, column(c)})
		}
	}
	p.flagged = p.table.index[colFlag] >= 0 || p.table.index[colQuantityEstimated] >= 0 || p.table.index[colWeightEstimated] >= 0
	slices.SortFunc(wanted, func(a, b field) int { return a.index - b.index })
	open := false // the last run takes the next text
	for _, f := range wanted {
		switch f.column {
		case colCommodity:
			p.commodity, open = f.index, false
			continue
		case colValue:
			p.value, open = f.index, false
			continue
		case colCIF, colFOB:
			p.parts, open = append(p.parts, f), false
			continue
		case colQuantity, colNetWeight:
			p.figures, open = append(p.figures, f), false
			p.quantities = p.quantities || f.column == colQuantity
			continue
		}
		if !open || f.column == colUnit {
			p.runs = append(p.runs, textRun{first: f.index})
		}
		r := &p.runs[len(p.runs)-1]
		r.fields, r.last = append(r.fields, f), f.index
		open = f.column != colUnit
	}
}
