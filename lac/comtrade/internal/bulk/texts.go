package bulk

import (
	"bytes"

	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// setText takes over a text that the head is made of.
func (p *parser) setText(c column, data []byte, s csvscan.Span) bool {
	text := data[s.Begin:s.End]
	if size := len(text); size <= 8 {
		word := firstBytes(data, s)
		last := &p.last[c]
		if last.word == word && int(last.size) == size && last.known {
			return true
		}
		known := &p.short[word*mixer>>(64-shortTextBits)]
		if known.word != word || int(known.size) != size {
			id, ok := p.idOf(text)
			if !ok {
				return false
			}
			*known = shortText{word, uint16(size), id}
		}
		p.setID(c, known.id, text)
		*last = lastText{word, uint16(size), true}
		return true
	}
	p.last[c] = lastText{}
	id, ok := p.idOf(text)
	if ok {
		p.setID(c, id, text)
	}
	return ok
}

func (p *parser) setID(c column, id uint16, text []byte) {
	if c != colUnit {
		p.stale = true
		p.head.set(int(c), id)
		return
	}
	for int(id) >= len(p.units) {
		p.units = append(p.units, quantityUnit{})
	}
	if u := &p.units[id]; !u.known {
		unit, ok := p.table.Unit(feed.String(text))
		*u = quantityUnit{known: true, other: !ok, unit: unit}
	}
	p.unit = p.units[id]
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
