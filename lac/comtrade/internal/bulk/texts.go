package bulk

import (
	"bytes"
	"math/bits"

	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// manyTexts is how many texts of up to 64 rows are found faster together.
const manyTexts = 16

// readTexts puts the ids of the texts that a column has in some rows into the ids of
// p.columns. Rows whose text is not for the quick path are unfit. It returns false if
// all are the text that the column had last.
func (p *parser) readTexts(data []byte, rows *csvscan.Rows, f field, in rowSet) (changed bool) {
	c := &p.columns
	last := p.last[f.column]
	many := bits.OnesCount64(uint64(in)) > manyTexts
	if many {
		rows.Fields(&c.spans, f.index)
	}
	for ; in != 0; in &= in - 1 {
		i := in.first()
		s := c.spans[i]
		if !many {
			s = rows.Field(i, f.index)
		}
		word, size := uint64(0), s.End-s.Begin
		if size <= 8 {
			word = firstBytes(data, s)
		}
		if word != last.word || size != last.size || size > 8 || !last.known {
			changed = true
			id, ok := p.textID(data[s.Begin:s.End], word)
			if !ok {
				c.unfit |= 1 << i
			}
			last = lastText{word, size, id, ok}
		}
		c.ids[i] = last.id
	}
	p.last[f.column] = last
	return changed
}

// textID returns the id of a text, of which word are the bytes if they are up to eight;
// false if it is not for the quick path.
func (p *parser) textID(text []byte, word uint64) (uint16, bool) {
	if len(text) > 8 {
		return p.idOf(text)
	}
	known := &p.short[word*mixer>>(64-shortTextBits)]
	if known.word != word || int(known.size) != len(text) {
		id, ok := p.idOf(text)
		if !ok {
			return 0, false
		}
		*known = shortText{word, uint16(len(text)), id}
	}
	return known.id, true
}

// idOf returns the id of a text.
func (p *parser) idOf(text []byte) (uint16, bool) {
	id, ok := p.ids[string(text)]
	if !ok {
		// One quotation mark is two bytes here.
		if len(text) > maxText || len(p.ids) >= maxTexts || bytes.IndexByte(text, '"') >= 0 {
			return 0, false
		}
		id = uint16(len(p.ids))
		p.ids[string(text)] = id
	}
	return id, true
}

// readUnits reads the units of rows, if there are quantities in them.
func (p *parser) readUnits(data []byte, rows *csvscan.Rows) {
	c := &p.columns
	c.hasUnit, c.otherUnit = 0, 0
	p.unit.in(0, c)
	if p.unitRun < 0 || c.changes[p.unitRun] == 0 {
		return
	}
	p.readTexts(data, rows, p.runs[p.unitRun].fields[0], c.changes[p.unitRun])
	c.unitIDs = c.ids
	for s := c.changes[p.unitRun] &^ c.unfit; s != 0; s &= s - 1 {
		i := s.first()
		id := c.ids[i]
		for int(id) >= len(p.units) {
			p.units = append(p.units, quantityUnit{})
		}
		u := &p.units[id]
		if !u.known {
			text := rows.Field(i, p.runs[p.unitRun].fields[0].index)
			unit, ok := p.table.Unit(feed.String(data[text.Begin:text.End]))
			*u = quantityUnit{known: true, other: !ok, unit: unit}
		}
		u.in(i, c)
	}
}

// in says that the unit is that of row i and of those after it.
func (u *quantityUnit) in(i int, c *columns) {
	rest := ^rowSet(0) << i
	c.hasUnit &^= rest
	c.otherUnit &^= rest
	if u.unit != "" {
		c.hasUnit |= rest
	}
	if u.other {
		c.otherUnit |= rest
	}
}

// readHeads finds the heads of rows. The first row in which it finds
// another text than in the row before has a head of its own; flags are the rows of which
// something else says so.
func (p *parser) readHeads(data []byte, rows *csvscan.Rows, flags rowSet) {
	c := &p.columns
	c.editions = 0
	c.ofHead = flags
	for j := range p.runs {
		if j != p.unitRun {
			c.ofHead |= c.changes[j]
		}
	}
	if c.ofHead == 0 {
		c.newHeads = 0
		return
	}
	last := 0
	for s := c.ofHead; s != 0; s &= s - 1 {
		last = s.first()
		c.keys[last] = p.head
	}
	for j := range p.runs {
		if j == p.unitRun || c.changes[j] == 0 {
			continue
		}
		for _, f := range p.runs[j].fields {
			changed := p.readTexts(data, rows, f, c.changes[j])
			if f.column == colEdition {
				p.findEditions(c.changes[j])
				continue
			}
			if !changed {
				continue
			}
			id := p.head.get(int(f.column))
			for s := c.ofHead; s != 0; s &= s - 1 {
				i := s.first()
				if c.changes[j].has(i) != 0 {
					id = c.ids[i]
				}
				c.keys[i].set(int(f.column), id)
			}
		}
	}
	for s := c.ofHead; s != 0; s &= s - 1 {
		i := s.first()
		c.keys[i].set(flagsOf, c.flags(i))
	}
	p.head = c.keys[last]
	p.findIDs()
}

// flags returns the flags of a row's head.
func (c *columns) flags(i int) uint16 {
	return c.value.has(i)*hasValue | c.cif.has(i)*isCIF | c.fob.has(i)*isFOB | c.weight.has(i)*hasWeight | (c.quantity&c.hasUnit).has(i)*hasQuantity
}

// findEditions finds the rows of which the edition, whose ids are there for some, is not
// that of the row before.
func (p *parser) findEditions(in rowSet) {
	c := &p.columns
	c.editionIDs = c.ids
	for last := p.editionID; in != 0; in &= in - 1 {
		i := in.first()
		if c.ids[i] != last {
			c.editions |= 1 << i
			last = c.ids[i]
		}
	}
}

// findIDs finds the heads whose keys are there, many at a time: which come next cannot
// be foreseen in a file in no order, and what one waits for does not hold up another.
func (p *parser) findIDs() {
	c := &p.columns
	c.newHeads = 0
	for s := c.ofHead; s != 0; s &= s - 1 {
		i := s.first()
		if c.heads[i] = p.headOf(&c.keys[i]); c.heads[i] == 0 {
			c.newHeads |= 1 << i
		}
	}
}
