package comtrade

import (
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvmark"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// columns are what some rows say, column by column: loops over one column each
// are short, and what a processor foresees in one it foresees in most.
type columns struct {
	changes [csvscan.MaxRows]uint32 // the runs of texts that are not those of the row before
	unfit   [csvscan.MaxRows]uint32 // columns of figures that are not for the quick path
	flags   [csvscan.MaxRows]uint16 // for the head
	goods   [csvscan.MaxRows]int32  // in the edition that was known before the rows; -1: unknown
	edition uint16                  // that was known
	codes   [csvscan.MaxRows]csvscan.Span
	spans   [csvscan.MaxRows]csvscan.Span // of figures
	parts   [csvscan.MaxRows]csvscan.Span // of CIF or FOB values
	figures [numColumns][csvscan.MaxRows]csvmark.Number
}

// quick appends rows from b.end on to b, of those that end in data[:n]. It returns
// false if the first is not for it.
func (p *parser) quick(b *batch, data []byte, n int) bool {
	rows := p.cutter.Cut(data, b.end, n)
	count := rows.Len()
	if count == 0 {
		return false
	}
	c := &p.columns
	clear(c.changes[:count])
	clear(c.unfit[:count])
	for i := range p.runs {
		r := &p.runs[i]
		r.before = rows.MarkChanges(&c.changes, 1<<i, r.first, r.last, r.before)
	}
	p.findGoods(data, rows)
	p.readValues(data, rows)
	for _, f := range p.figures {
		p.readFigures(data, rows, f, &c.spans)
	}
	b.rows = slices.Grow(b.rows, count)
	made := b.rows[len(b.rows):][:count]
	for i := range made {
		if rows.Begin(i+1)-b.end > p.most || !p.make(b, &made[i], data, rows, i) {
			// What the texts of the row before say is not known now.
			p.forgetRow()
			count = i
			break
		}
		b.lines++
		b.end = rows.Begin(i + 1)
	}
	b.rows = b.rows[:len(b.rows)+count]
	return count > 0
}

// forgetRow makes p look at all texts of the next row.
func (p *parser) forgetRow() {
	for i := range p.runs {
		p.runs[i].before.End = -1
	}
}

// make makes a row of row i. It returns false if that is not for it.
func (p *parser) make(b *batch, row *lac.TradeRow, data []byte, rows *csvscan.Rows, i int) bool {
	c := &p.columns
	if changes := c.changes[i]; changes != 0 {
		p.setTexts(changes, data, rows, i)
	}
	unfit := p.unfit | c.unfit[i]
	row.Value = lac.Coefficient(c.figures[colValue][i])
	// UN Comtrade prints 0 for what it does not know.
	row.NetWeight = lac.Coefficient(c.figures[colNetWeight][i])
	row.NetWeight.Reported = row.NetWeight.Units != 0
	if p.unit.kind == noUnit {
		unfit &^= 1 << colQuantity
		row.Quantity, row.Unit = lac.Coefficient{}, ""
	} else {
		row.Quantity, row.Unit = lac.Coefficient(c.figures[colQuantity][i]), p.unit.unit
		row.Quantity.Reported = row.Quantity.Units != 0
		if row.Quantity.Reported && p.unit.kind == notedUnit {
			return false
		}
	}
	if unfit != 0 {
		return false
	}
	good := c.goods[i]
	if good < 0 || p.editionKey != c.edition {
		if good = p.good(data, c.codes[i]); good < 0 {
			return false
		}
	}
	if p.head.set(flagsOf, c.flags[i]) {
		p.stale = true
	}
	if p.stale && !p.findHead(b, data[b.end:rows.Begin(i+1)]) {
		return false
	}
	row.Head, row.Number = p.number, uint32(b.lines)
	b.goods = append(b.goods, good)
	return true
}

// findGoods finds the goods of rows that are known in the edition of the row before
// the first.
func (p *parser) findGoods(data []byte, rows *csvscan.Rows) {
	c := &p.columns
	c.edition = p.editionKey
	rows.Fields(&c.codes, p.commodity)
	for i, code := range c.codes[:rows.Len()] {
		c.goods[i] = -1
		if key, ok := goodKeyOf(data, code, p.editionKey); ok {
			c.goods[i] = p.goods.find(key)
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

// setTexts takes over the runs of row i that have changed.
func (p *parser) setTexts(changes uint32, data []byte, rows *csvscan.Rows, i int) {
	for j := range p.runs {
		if changes>>j&1 == 0 {
			continue
		}
		for _, f := range p.runs[j].fields {
			ok := true
			if s := rows.Field(i, f.index); f.column == colClassification {
				text := data[s.Begin:s.End]
				if ok = len(text) <= maxText; ok && p.edition != string(text) {
					p.setEdition(trimmed(text))
				}
			} else {
				ok = p.setText(f.column, data, s)
			}
			p.unfit &^= 1 << f.column
			if !ok {
				p.unfit |= 1 << f.column
			}
		}
	}
}

func (p *parser) setEdition(edition string) {
	p.edition, p.editionKey = edition, 0
	if len(edition) == 2 {
		p.editionKey = uint16(edition[0])<<8 | uint16(edition[1])
	}
}

// readValues reads the values of rows, and the parts of the head that follow from
// them.
func (p *parser) readValues(data []byte, rows *csvscan.Rows) {
	c := &p.columns
	p.readFigures(data, rows, field{p.value, colValue}, &c.spans)
	values := c.figures[colValue][:rows.Len()]
	for i := range values {
		c.flags[i] = 0
		if values[i].Reported {
			c.flags[i] = hasValue
		}
	}
	for _, f := range p.parts {
		flag := isCIF
		if f.column == colFOB {
			flag = isFOB
		}
		rows.Fields(&c.parts, f.index)
		for i, v := range values {
			s := c.parts[i]
			if s.Begin == s.End {
				continue
			}
			// It is mostly the value, in the same digits.
			if v.Reported && string(data[s.Begin:s.End]) == string(data[c.spans[i].Begin:c.spans[i].End]) {
				c.flags[i] |= flag
				continue
			}
			var amount [1]csvmark.Number
			csvmark.ReadNumbers(data, c.parts[i:i+1], amount[:])
			if amount[0] == csvmark.NoNumber {
				c.unfit[i] |= 1 << f.column
			} else if v.Reported && equal(amount[0], v) {
				c.flags[i] |= flag
			}
		}
	}
}

// readFigures reads a column of figures, and leaves their places in spans.
func (p *parser) readFigures(data []byte, rows *csvscan.Rows, f field, spans *[csvscan.MaxRows]csvscan.Span) {
	c := &p.columns
	rows.Fields(spans, f.index)
	figures := c.figures[f.column][:rows.Len()]
	csvmark.ReadNumbers(data, spans[:rows.Len()], figures)
	for i, n := range figures {
		if n.Units < 0 {
			c.unfit[i] |= 1 << f.column
		}
	}
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
