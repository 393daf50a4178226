package bulk

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvmark"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/feed"
	"github.com/sinolac/sinolac/lac/internal/sink"
)

// quick appends rows from b.end on to b, of those that end in data[:n]. It returns
// false if the first is not for it.
func (p *parser) quick(b *batch, data []byte, n int) bool {
	rows := p.cutter.Cut(data, b.end, n)
	count := rows.Len()
	if count == 0 {
		return false
	}
	if need := len(b.heads) + count; need > cap(b.heads) {
		// As many as there are if the others are as long as these.
		size := rows.Begin(count) - b.end
		p.reserve(b, count+(n-b.end)*count/size)
	}
	c := &p.columns
	c.unfit = 0
	p.findChanges(data, rows)
	p.readUnits(data, rows)
	flags := p.readValues(data, rows)
	flags |= p.readOthers(data, rows)
	p.readHeads(data, rows, flags&firstRows(count))
	p.findGoods(data, rows)
	odd := c.unfit | c.editions | c.newHeads | c.unknown
	if rows.Begin(count)-b.end > p.most {
		odd = ^rowSet(0) // one of them may be too long
	}
	for i := 0; i < count; {
		if plain := p.plainRows(odd, i, count); plain > 0 {
			p.appendPlain(b, rows, i, plain)
			i += plain
		} else if rows.Begin(i+1)-b.end <= p.most && p.appendRow(b, data, rows, i) {
			i++
		} else {
			// What the texts of the row before say is not known now.
			p.forgetRow()
			count = i
		}
	}
	b.rows.Values = appendFigures(b.rows.Values, c.figures[colValue][:count])
	for _, f := range p.figures {
		switch figures := c.figures[f.column][:count]; f.column {
		case colNetWeight:
			b.rows.NetWeights = appendReported(b.rows.NetWeights, figures)
		case colQuantity:
			b.rows.Quantities = appendReported(b.rows.Quantities, figures)
		}
	}
	return count > 0
}

// reserve makes room for n rows more.
func (p *parser) reserve(b *batch, n int) {
	r := &b.rows
	b.heads = slices.Grow(b.heads, n)
	r.Numbers = slices.Grow(r.Numbers, n)
	r.Commodities = slices.Grow(r.Commodities, n)
	r.Values = slices.Grow(r.Values, n)
	for _, f := range p.figures {
		if f.column == colNetWeight {
			r.NetWeights = slices.Grow(r.NetWeights, n)
		} else {
			r.Quantities, r.Units = slices.Grow(r.Quantities, n), slices.Grow(r.Units, n)
		}
	}
}

// plainRows returns how many rows from i on are for the quick path, and have heads and
// goods that are known.
func (p *parser) plainRows(odd rowSet, i, count int) int {
	if p.editionKey != p.columns.edition {
		return 0
	}
	return min((odd >> i).first(), count-i)
}

// appendPlain appends n rows from row i on, all but their figures.
func (p *parser) appendPlain(b *batch, rows *csvscan.Rows, i, n int) {
	r, c := &b.rows, &p.columns
	r.Commodities = append(r.Commodities, c.goods[i:i+n]...)
	heads, numbers := b.heads, r.Numbers
	for row := i; row < i+n; row++ {
		if c.ofHead.has(row) != 0 {
			p.id = c.heads[row]
		}
		heads = append(heads, p.id)
		numbers = append(numbers, uint32(b.lines))
		b.lines++
	}
	b.heads, r.Numbers = heads, numbers
	if p.quantities {
		units := rowSet(0)
		if p.unitRun >= 0 {
			units = c.changes[p.unitRun]
		}
		for row := i; row < i+n; row++ {
			if units.has(row) != 0 {
				p.unit = p.units[c.unitIDs[row]]
			}
			r.Units = append(r.Units, string(p.unit.unit))
		}
	}
	b.end = rows.Begin(i + n)
}

func appendFigures(to []sink.Coefficient, figures []csvmark.Number) []sink.Coefficient {
	n := len(to)
	to = slices.Grow(to, len(figures))[:n+len(figures)]
	for i, f := range figures {
		to[n+i] = sink.Coefficient(f)
	}
	return to
}

// appendReported appends figures of which 0 is not reported.
func appendReported(to []sink.Coefficient, figures []csvmark.Number) []sink.Coefficient {
	n := len(to)
	to = appendFigures(to, figures)
	for i := range figures {
		to[n+i].Reported = to[n+i].Units != 0
	}
	return to
}

// appendRow appends row i to b, all but its figures. It returns false if the row is
// not for it.
func (p *parser) appendRow(b *batch, data []byte, rows *csvscan.Rows, i int) bool {
	c := &p.columns
	if c.unfit.has(i) != 0 {
		return false
	}
	if c.editions.has(i) != 0 {
		text := rows.Field(i, p.layout.Edition)
		p.editionID = c.editionIDs[i]
		p.setEdition(p.table.Edition(feed.String(data[text.Begin:text.End])))
	}
	if c.unknown.has(i) != 0 || p.editionKey != c.edition {
		if c.goods[i] = p.good(data, c.codes[i]); c.goods[i] < 0 {
			return false
		}
	}
	if c.newHeads.has(i) != 0 && !p.findHead(b, i, data[b.end:rows.Begin(i+1)]) {
		return false
	}
	p.appendPlain(b, rows, i, 1)
	return true
}

// findChanges finds the rows of which a text is not that of the row before.
func (p *parser) findChanges(data []byte, rows *csvscan.Rows) {
	c, n := &p.columns, rows.Len()
	for i := range p.runs {
		r := &p.runs[i]
		c.texts[0] = r.before
		rows.Parts(c.texts[1:], r.first, r.last)
		c.changes[i] = ^rowSet(csvmark.Same(data, c.texts[1:n+1], c.texts[:n])) & firstRows(n)
		r.before = c.texts[n]
	}
}

// findGoods finds the goods of rows in the edition of the row before the first.
func (p *parser) findGoods(data []byte, rows *csvscan.Rows) {
	c := &p.columns
	c.edition, c.unknown = p.editionKey, 0
	rows.Fields(&c.codes, p.commodity)
	for i, code := range c.codes[:rows.Len()] {
		c.goods[i] = -1
		if key, ok := goodKeyOf(data, code, p.editionKey); ok {
			c.goods[i] = p.goods.find(key)
		}
		if c.goods[i] < 0 {
			c.unknown |= 1 << i
		}
	}
}

// good returns the number of a good; negative if there is no such code, or it is
// one too many.
func (p *parser) good(data []byte, code csvscan.Span) int32 {
	key, ok := goodKeyOf(data, code, p.editionKey)
	if !ok {
		return -1
	}
	n := p.goods.find(key)
	if n < 0 {
		c, err := lac.CommodityOf(p.edition, data[code.Begin:code.End])
		if err != nil {
			return -1
		}
		if n = p.allGoods.number(c); n >= 0 {
			p.goods.add(key, n)
		}
	}
	return n
}

// readValues reads the values of rows, and the parts of the head that follow from
// them. It returns the rows in which these are not those of the row before.
func (p *parser) readValues(data []byte, rows *csvscan.Rows) rowSet {
	c, n := &p.columns, rows.Len()
	c.unfit |= p.readFigures(data, rows, field{p.value, colValue}, &c.values)
	values := c.figures[colValue][:n]
	c.value, c.cif, c.fob = 0, 0, 0
	for i := range values {
		if values[i].Reported {
			c.value |= 1 << i
		}
	}
	for _, f := range p.parts {
		is := &c.cif
		if f.column == colFOB {
			is = &c.fob
		}
		rows.Fields(&c.spans, f.index)
		// It is mostly the value, in the same digits.
		same := rowSet(csvmark.Same(data, c.spans[:n], c.values[:n])) & c.value
		*is |= same
		for i, s := range c.spans[:n] {
			if s.Begin == s.End || same.has(i) != 0 {
				continue
			}
			var amount [1]csvmark.Number
			csvmark.ReadNumbers(data, c.spans[i:i+1], amount[:])
			if amount[0] == csvmark.NoNumber {
				c.unfit |= 1 << i
			} else if values[i].Reported && equal(amount[0], values[i]) {
				*is |= 1 << i
			}
		}
	}
	flags := p.head.get(flagsOf)
	return c.value.changes(flags&hasValue != 0) | c.cif.changes(flags&isCIF != 0) | c.fob.changes(flags&isFOB != 0)
}

// readOthers reads the other figures of rows, and what of the head follows from them.
// It returns the rows in which that is not what it is in the row before.
func (p *parser) readOthers(data []byte, rows *csvscan.Rows) rowSet {
	c := &p.columns
	c.weight, c.quantity = 0, 0
	for _, f := range p.figures {
		unfit := p.readFigures(data, rows, f, &c.spans)
		if f.column == colNetWeight {
			c.unfit |= unfit
			if p.flagged {
				c.weight = p.reported(colNetWeight, rows.Len())
			}
			continue
		}
		if p.flagged || c.otherUnit != 0 {
			c.quantity = p.reported(colQuantity, rows.Len())
		}
		c.unfit |= unfit&(c.hasUnit|c.otherUnit) | c.quantity&c.otherUnit
		// Without a unit it is not looked at, whatever it says.
		for s := firstRows(rows.Len()) &^ (c.hasUnit | c.otherUnit); s != 0; s &= s - 1 {
			c.figures[colQuantity][s.first()] = csvmark.Number{}
		}
		if !p.flagged {
			c.quantity = 0
		}
	}
	flags := p.head.get(flagsOf)
	return c.weight.changes(flags&hasWeight != 0) | (c.quantity & c.hasUnit).changes(flags&hasQuantity != 0)
}

// reported returns which of the first n rows have another figure than 0 in a column.
func (p *parser) reported(column column, n int) (reported rowSet) {
	for i, figure := range p.columns.figures[column][:n] {
		if figure.Units != 0 {
			reported |= 1 << i
		}
	}
	return reported
}

// readFigures reads a column of figures, whose places it leaves in spans, and
// returns the rows of which they are unfit.
func (p *parser) readFigures(data []byte, rows *csvscan.Rows, f field, spans *[csvscan.MaxRows]csvscan.Span) rowSet {
	c := &p.columns
	rows.Fields(spans, f.index)
	figures := c.figures[f.column][:rows.Len()]
	csvmark.ReadNumbers(data, spans[:len(figures)], figures)
	unfit := rowSet(0)
	for i, n := range figures {
		unfit |= rowSet(uint64(n.Units)>>63) << i
	}
	return unfit
}

// equal reports whether two numbers are the same.
func equal(a, b csvmark.Number) bool {
	if a.Places == b.Places {
		return a == b
	}
	return shortest(a) == shortest(b)
}

func shortest(a csvmark.Number) csvmark.Number {
	for a.Places > 0 && a.Units%10 == 0 {
		a.Units /= 10
		a.Places--
	}
	return a
}
