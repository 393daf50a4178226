package comtrade

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// errMore stands for the end of data that is not the end of the table.
var errMore = errors.New("the table goes on")

// A parser makes batches of the rows of a table. It is quick where a row is as
// rows mostly are, and leaves any other row to table.record. It needs not know
// what a row's texts say: the head of a record follows from the bytes of the
// columns headTexts, from whether the value is reported and which amounts are
// equal to it, so that table.record is asked once for each head.
type parser struct {
	table  *table
	source string
	most   int // bytes in a row
	scan   *csvscan.Scanner
	cutter *csvscan.Cutter // nil if no row is for it

	// Where the row has what records are made of.
	runs      []textRun
	commodity int // field
	figures   []field

	// What the parser has learned. It is forgotten when there is too much of it.
	dict  *dictionary
	next  int32             // number of a head in dict
	ids   map[string]uint16 // of texts; the empty one has 0
	short [shortTexts]shortText
	units []quantityUnit // by the id of a text
	heads headNumbers
	rests map[headKey]*lac.TradeRecord // heads without reporter and partner
	areas map[uint32]lac.Area          // of an ISO code and a number

	// The last number and its text.
	low, high  uint64
	last       [numColumns]lastText
	size       int
	lastNumber lac.Coefficient

	// What the fields of the row before say. It holds until they change.
	unfit    uint32 // columns that are not for the quick path
	head     headKey
	number   int32 // of the head, in dict
	unit     quantityUnit
	edition  string
	code     [maxCode]byte // of the commodity
	codeSize int
	good     lac.Commodity
	amounts  [numColumns]lac.Coefficient
	stale    stale
}

// stale says what of a parser's row does not follow from its fields any more.
type stale uint8

const (
	staleTexts stale = 1 << iota // the head
	staleGood                    // the commodity
)

// headTexts are the columns whose texts a head is made of.
var headTexts = [...]column{
	colReporterISO, colReporterCode, colPartnerISO, colPartnerCode,
	colFreq, colRefYear, colRefMonth, colPeriod, colFlow,
	colPartner2Code, colPartner2ISO, colCustoms, colSupply, colTransport,
}

// flagsOf is where the flags of a headKey are.
const flagsOf = len(headTexts)

// textOf is where headTexts has a column.
var textOf = func() (places [numColumns]int) {
	for i, c := range headTexts {
		places[c] = i
	}
	return places
}()

// Limits of the quick path.
const (
	maxText  = 64 // bytes
	maxCode  = 9  // bytes of a commodity's code
	maxTexts = 1 << 14
	maxAreas = 1 << 14
	maxRests = 1 << 11
)

// What a head is made of beside texts.
const (
	hasValue uint16 = 1 << iota
	isCIF
	isFOB
)

// A quantityUnit is a unit and what becomes of a quantity in it.
type quantityUnit struct {
	known bool
	kind  unitKind
	unit  lac.Unit
}

func newParser(t *table, source string, most int) *parser {
	p := &parser{table: t, source: source, most: most, scan: csvscan.NewScanner(nil)}
	p.forget()
	p.scan.MaxRowBytes = most
	if len(t.header) < csvscan.DefaultFields {
		p.cutter = csvscan.NewCutter(len(t.header))
		p.findFields()
	}
	return p
}

// parse makes b of the rows of data[:n]. They begin with a row; what follows
// them is end: errMore, or what ends the table. The data goes on for
// [csvscan.Slack] bytes.
func (p *parser) parse(b *batch, data []byte, n int, end error) {
	b.reset()
	if len(p.ids) >= maxTexts || p.heads.n >= manyHeads || len(p.rests) >= maxRests || len(p.areas) >= maxAreas {
		p.forget()
	}
	b.dict, b.first = p.dict, p.next
	// The row before is in other data.
	if p.cutter != nil {
		p.cutter.Forget()
	}
	for i := range p.runs {
		p.runs[i].size = -1
	}
	lines := bytes.LastIndexByte(data[:n], '\n') + 1
	quick := p.cutter != nil && n <= csvscan.MaxText
	text := data[:n]
	if end == errMore {
		text = bytes.TrimSuffix(text, []byte{'\r'}) // which may be half a line end
	}
	for {
		switch {
		case quick && b.end < lines && p.quick(b, data, lines):
			continue
		case end == errMore && b.end >= lines && n-b.end <= p.most:
			b.err = end
			return
		}
		if !p.plain(b, text, end) {
			return
		}
		if len(b.odd) == maxOdd {
			b.full = true
			return
		}
	}
}

// forget begins a new dictionary.
func (p *parser) forget() {
	p.dict, p.next = &dictionary{}, 0
	if p.ids == nil {
		p.ids = map[string]uint16{}
		p.rests, p.areas = map[headKey]*lac.TradeRecord{}, map[uint32]lac.Area{}
	}
	clear(p.ids)
	p.units = p.units[:0]
	p.heads.clear()
	clear(p.short[:])
	clear(p.last[:])
	clear(p.rests)
	clear(p.areas)
	p.ids[""] = 0
}

// plain appends the row at b.end to b as it is read by [Reader.All]. It returns
// false if there is none.
func (p *parser) plain(b *batch, data []byte, end error) bool {
	p.scan.Reset(data[b.end:], b.lines, end)
	row, err := p.scan.Next()
	b.end += p.scan.Offset()
	b.lines = p.scan.Line()
	odd := oddRow{before: len(b.rows)}
	var malformed *csvscan.RowError
	switch {
	case err == nil:
		var record lac.TradeRecord
		record, odd.rejected = p.table.record(row, p.source)
		if odd.rejected == nil {
			odd.line, odd.record = row.Line(), &record
		}
	case errors.As(err, &malformed):
		odd.rejected = p.table.malformed(malformed)
		b.cut = data[b.end-1] != '\n'
	default:
		b.stuck = b.end < len(data)
		b.err = err
		return false
	}
	if odd.rejected != nil {
		odd.line = odd.rejected.Line
	}
	b.odd = append(b.odd, odd)
	return true
}

// quick appends the row at b.end to b. It returns false, and changes nothing in
// b, if the row is not for it or does not end in data[:n].
func (p *parser) quick(b *batch, data []byte, n int) bool {
	marks, end, ok := p.cutter.Cut(data, b.end, n)
	if !ok || end-b.end > p.most {
		return false
	}
	for i := range p.runs {
		r := &p.runs[i]
		begin, size := int(marks[r.first])+1, int(marks[r.last+1]-marks[r.first])-1
		same := size == r.size && string(data[begin:begin+size]) == string(data[r.begin:r.begin+size])
		r.begin, r.size = begin, size
		if !same {
			p.setTexts(r, data, marks)
		}
	}
	unfit := p.unfit
	begin, to := unquoted(data, marks, p.commodity)
	if code := data[begin:to]; string(code) != string(p.code[:p.codeSize]) {
		p.stale |= staleGood
		p.codeSize = copy(p.code[:], code)
		if len(code) > maxCode {
			p.codeSize = 0 // which is no code either
		}
	}
	for _, f := range p.figures {
		begin, end := unquoted(data, marks, f.index)
		var ok bool
		if p.amounts[f.column], ok = p.amount(data, begin, end); !ok {
			unfit |= 1 << f.column
		}
	}
	if p.unit.kind == noUnit {
		unfit &^= 1 << colQuantity
	}
	// The row is made in its place. It is not in b before it is complete.
	b.rows = slices.Grow(b.rows, 1)
	rows := b.rows[:len(b.rows)+1]
	row := &rows[len(b.rows)]
	if unfit != 0 || !p.findFigures(row) ||
		p.stale&staleGood != 0 && !p.findCommodity() ||
		p.stale&staleTexts != 0 && !p.findHead(b, data[b.end:end]) {
		return false
	}
	row.Head, row.Number, row.Commodity = p.number, uint32(b.lines), p.good
	b.rows = rows
	b.lines++
	b.end = end
	return true
}

// setTexts takes over the fields of a run.
func (p *parser) setTexts(r *textRun, data []byte, marks []int32) {
	for _, f := range r.fields {
		begin, end := unquoted(data, marks, f.index)
		ok := true
		if f.column == colClassification {
			text := data[begin:end]
			if ok = len(text) <= maxText; ok && p.edition != string(text) {
				p.edition = trimmed(text)
				p.stale |= staleGood
			}
		} else {
			ok = p.setText(f.column, data, begin, end)
		}
		p.unfit &^= 1 << f.column
		if !ok {
			p.unfit |= 1 << f.column
		}
	}
}

// amount returns the number that a field has. The value is mostly what the CIF or
// FOB value before it is.
func (p *parser) amount(data []byte, begin, end int) (lac.Coefficient, bool) {
	n := end - begin
	if n == 0 {
		return lac.Coefficient{}, true
	}
	if n > 16 || end < 16 {
		return lac.Coefficient{}, false
	}
	low := binary.LittleEndian.Uint64(data[end-16:]) & lasts[n].low
	high := binary.LittleEndian.Uint64(data[end-8:]) & lasts[n].high
	if low == p.low && high == p.high && n == p.size {
		return p.lastNumber, true
	}
	number, ok := amountOf(low, high, n)
	if ok {
		p.low, p.high, p.size, p.lastNumber = low, high, n, number
	}
	return number, ok
}

// findCommodity gives the row its commodity; false if there is no such code.
func (p *parser) findCommodity() bool {
	good, err := lac.CommodityOf(p.edition, p.code[:p.codeSize])
	if err != nil {
		return false
	}
	p.good = good
	p.stale &^= staleGood
	return true
}

// findFigures gives a row its figures, and the head what it has of them. It
// returns false if a lac.TradeRow cannot say what is to become of the quantity.
func (p *parser) findFigures(row *lac.TradeRow) bool {
	value, weight, quantity := p.amounts[colValue], p.amounts[colNetWeight], p.amounts[colQuantity]
	// UN Comtrade prints 0 for what it does not know.
	weight.Reported = weight.Units != 0
	quantity.Reported = quantity.Units != 0 && p.unit.kind != noUnit
	if quantity.Reported && p.unit.kind == notedUnit {
		return false
	}
	row.Value, row.NetWeight, row.Quantity, row.Unit = value, weight, quantity, p.unit.unit
	var flags uint16
	if value.Reported {
		flags = hasValue
		if equal(value, p.amounts[colCIF]) {
			flags |= isCIF
		}
		if equal(value, p.amounts[colFOB]) {
			flags |= isFOB
		}
	}
	if p.head.set(flagsOf, flags) {
		p.stale |= staleTexts
	}
	return true
}

// findHead gives the row its head. It returns false if the row is no
// lac.TradeRow.
func (p *parser) findHead(b *batch, row []byte) bool {
	at := p.heads.find(&p.head)
	if at.number == 0 {
		if p.heads.n == mostHeads {
			return false
		}
		at.key, at.number = p.head, p.newHead(b, row)+2
		p.heads.n++
	}
	number := at.number - 2
	if number < 0 {
		return false
	}
	p.number = number
	p.stale &^= staleTexts
	return true
}

// newHead makes the head of a row and returns its number, -1 if the row is
// rejected.
func (p *parser) newHead(b *batch, row []byte) int32 {
	reporter, partner, rest := uint32(p.head[0]), uint32(p.head[0]>>32), p.head
	rest[0] = 0
	head, ok := p.rests[rest]
	var reporterArea, partnerArea lac.Area
	if ok {
		reporterArea, ok = p.areas[reporter]
	}
	if ok {
		partnerArea, ok = p.areas[partner]
	}
	if !ok {
		p.scan.Reset(row, b.lines, errMore)
		row, err := p.scan.Next()
		if err != nil {
			return -1
		}
		record, rejected := p.table.record(row, p.source)
		if rejected != nil {
			return -1
		}
		record = headOf(record)
		head, reporterArea, partnerArea = &record, record.Reporter, record.Partner
		p.rests[rest], p.areas[reporter], p.areas[partner] = head, reporterArea, partnerArea
	}
	b.fresh = append(b.fresh, *head)
	fresh := &b.fresh[len(b.fresh)-1]
	fresh.Reporter, fresh.Partner = reporterArea, partnerArea
	p.next++
	return p.next - 1
}

// headOf returns what [lac.TradeSink] takes as the head of a record.
func headOf(r lac.TradeRecord) lac.TradeRecord {
	r.ID, r.Commodity, r.NetWeight, r.Quantity = "", 0, lac.Quantity{}, lac.Quantity{}
	if r.Value.IsReported() {
		r.Value = lac.MoneyOf(0, r.Value.Currency())
	}
	return r
}
