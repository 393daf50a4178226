package bulk

import (
	"bytes"
	"errors"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// parse makes b of the rows of data[:n]. They begin with a row; what follows
// them is end: errMore, or what ends the table. The data goes on for
// [csvscan.Slack] bytes.
func (p *parser) parse(b *batch, data []byte, n int, end error) {
	b.reset()
	if len(p.ids) >= maxTexts || p.rests.n >= maxRests || p.areas.n > mostAreas/2 {
		p.forget()
	}
	// The row before is in other data.
	if p.cutter != nil {
		p.cutter.Forget()
	}
	p.forgetRow()
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

// plain appends the row at b.end to b, of which it asks the table. It returns
// false if there is none.
func (p *parser) plain(b *batch, data []byte, end error) bool {
	p.scan.Reset(data[b.end:], b.lines, end)
	row, err := p.scan.Next()
	b.end += p.scan.Offset()
	b.lines = p.scan.Line()
	odd := oddRow{before: len(b.heads)}
	var malformed *csvscan.RowError
	switch {
	case err == nil:
		var record lac.TradeRecord
		record, odd.rejected = p.table.Record(row)
		if odd.rejected == nil {
			odd.line, odd.record = row.Line(), &record
		}
	case errors.As(err, &malformed):
		odd.rejected = feed.Malformed(malformed, p.layout.Header)
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
