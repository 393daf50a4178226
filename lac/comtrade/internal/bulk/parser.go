package bulk

import (
	"errors"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// errMore stands for the end of data that is not the end of the table.
var errMore = errors.New("the table goes on")

// A parser makes batches of the rows of a table. It is quick where a row is as
// rows mostly are, and leaves any other row to [Table.Record]. It need not know
// what a row's texts say: the head of a record follows from their bytes, from whether
// the value is reported and which amounts are equal to it, so that the table is asked
// once for each head.
type parser struct {
	layout   *Layout
	table    Table
	allGoods *goodList
	allHeads *headList
	most     int // bytes in a row
	scan     *csvscan.Scanner
	cutter   *csvscan.Cutter // nil if no row is for it

	// Where the row has what records are made of.
	runs       []textRun
	unitRun    int     // which of them is the unit; -1: none
	commodity  int     // field
	value      int     // field
	parts      []field // CIF and FOB values
	figures    []field // weight and quantity, if they are needed
	quantities bool    // is one of them
	flagged    bool    // there is a column that says which of them are estimated

	// What the parser has learned. It is forgotten when there is too much of it.
	ids   map[string]uint16 // of texts; the empty one has 0
	short [shortTexts]shortText
	units []quantityUnit // by the id of a text
	goods goodNumbers
	rests headRests
	areas areaNumbers

	last [numColumns]lastText

	// What the texts of the row before say. It holds until they change.
	head       headKey
	id         headID // of the head
	unit       quantityUnit
	editionID  uint16 // of the text
	edition    string
	editionKey uint16 // of edition; 0 if it is none

	columns columns
}

// Limits of the quick path.
const (
	maxText  = 64 // bytes
	maxTexts = 1 << 14
	maxRests = 1 << 11
)

// What a head is made of beside texts.
const (
	hasValue uint16 = 1 << iota
	isCIF
	isFOB
	// Where a column says which figures are estimated:
	hasWeight
	hasQuantity
)

// A quantityUnit is what [Table.Unit] says of a text.
type quantityUnit struct {
	known bool // it was asked
	other bool // it is not ok
	unit  lac.Unit
}

// A lastText is the text that a column had last, if it was short, and its id.
type lastText struct {
	word  uint64
	size  int32
	id    uint16
	known bool
}

// A shortText is a text of up to eight bytes and its id.
type shortText struct {
	word     uint64
	size, id uint16
}

const (
	shortTextBits = 12
	shortTexts    = 1 << shortTextBits
)

func newParser(l *Layout, t Table, goods *goodList, heads *headList, most int) *parser {
	p := &parser{layout: l, table: t, allGoods: goods, allHeads: heads, most: most, scan: csvscan.NewScanner(nil)}
	p.forget()
	p.goods.clear()
	p.scan.MaxRowBytes = most
	if len(l.Header) < csvscan.DefaultFields {
		p.cutter = csvscan.NewCutter(len(l.Header))
		p.findFields()
	}
	return p
}

// forget forgets all but goods.
func (p *parser) forget() {
	if p.ids == nil {
		p.ids = map[string]uint16{}
	}
	clear(p.ids)
	p.units = p.units[:0]
	clear(p.short[:])
	clear(p.last[:])
	p.rests.clear()
	p.areas.clear()
	p.ids[""] = 0
	p.editionID = 0
	p.setEdition("")
}

// findHead finds the head of row i, which was not known. It returns false if the row is
// not for [sink.Rows].
func (p *parser) findHead(b *batch, i int, row []byte) bool {
	k := &p.columns.keys[i]
	// A row before may have said it.
	if id := p.headOf(k); id != 0 {
		p.columns.heads[i] = id
		return true
	}
	p.scan.Reset(row, b.lines, errMore)
	fields, err := p.scan.Next()
	if err != nil {
		return false
	}
	record, rejected := p.table.Record(fields)
	if rejected != nil {
		return false
	}
	reporter, partner, rest := p.allHeads.numbers(record)
	if p.columns.heads[i] = idOfHead(reporter, partner, rest); p.columns.heads[i] == 0 {
		return false
	}
	p.areas.put(k.reporter(), reporter)
	p.areas.put(k.partner(), partner)
	p.rests.put(k.rest(), rest)
	return true
}

// headOf returns the head that a key means; 0 if it is not known.
func (p *parser) headOf(k *headKey) headID {
	return idOfHead(p.areas.find(k.reporter()).number, p.areas.find(k.partner()).number, p.rests.find(k.rest()).number)
}

// findFields finds the fields that p looks at. The unit, which goes with the
// commodity, is a run of its own.
func (p *parser) findFields() {
	p.flagged, p.unitRun = p.layout.Flagged, -1
	open := false // the last run takes the next text
	for _, f := range p.layout.fields() {
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
		if f.column == colUnit {
			p.unitRun = len(p.runs)
		}
		if !open || f.column == colUnit {
			p.runs = append(p.runs, textRun{first: f.index})
		}
		r := &p.runs[len(p.runs)-1]
		r.fields, r.last = append(r.fields, f), f.index
		open = f.column != colUnit
	}
}

func (p *parser) setEdition(edition string) {
	p.edition, p.editionKey = edition, 0
	if len(edition) == 2 {
		p.editionKey = uint16(edition[0])<<8 | uint16(edition[1])
	}
}

// forgetRow makes p look at all texts of the next row.
func (p *parser) forgetRow() {
	for i := range p.runs {
		p.runs[i].before.End = -1
	}
}
