package bulk

import (
	"bytes"
	"io"
	"sync"

	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// pieceBytes is the size of the pieces in which a table is read.
const pieceBytes = 384 << 10

// waitingPieces is how many more pieces there are than workers: one that is
// delivered, and some that wait for it.
const waitingPieces = 4

// maxWorkers is how many goroutines parse pieces at most. More would take memory
// and wait for the sinks.
const maxWorkers = 8

// aheadBytes is how much of what follows a piece is read with it, so that the row
// in which the piece ends can be parsed with those before it.
const aheadBytes = 4 << 10

// A piece is some bytes of a table, wherever they begin and end. The rows of the
// lines that begin in it are parsed in the hope that a row begins with the first.
type piece struct {
	at    int64  // in what follows the header, which begins with a row
	data  []byte // with what follows the piece, and csvscan.Slack; nil: it can be read again
	n     int    // bytes of the piece
	ahead int    // bytes that follow it
	err   error  // that follows these
	first int    // where the first line begins; negative: nowhere
	batch batch  // of data[first:]
	// lead is what the piece has before first, or all of it, and rest what it has
	// after the batch.
	lead, rest []byte
	done       chan struct{}
}

func (p *piece) parse(with *parser) {
	p.batch.reset()
	p.lead, p.rest = p.data[:p.n], nil
	p.first = 0
	if p.at > 0 {
		if p.first = bytes.IndexByte(p.data[:p.n], '\n') + 1; p.first == 0 {
			p.first = -1
		}
	}
	if p.first >= 0 {
		end := p.n
		if p.ahead > 0 {
			// The line that begins or goes on at the end.
			end += bytes.IndexByte(p.data[p.n:p.n+p.ahead], '\n') + 1
		}
		with.parse(&p.batch, p.data[p.first:], end-p.first, errMore)
		p.lead, p.rest = p.data[:p.first], p.data[min(p.first+p.batch.end, p.n):p.n]
	}
}

// A supply reads a table in pieces, which it puts in line in the table's order.
type supply struct {
	size, ahead int // bytes in a piece, and of what follows it
	line        chan *piece

	mu sync.Mutex
	*Source
	kept  []byte // bytes from In that follow the last piece
	inErr error  // that follows them
	at    int64  // of the next piece
	ended bool
}

// A worker parses pieces.
type worker struct {
	parser *parser
	// data is for pieces that can be read again: it stays in the processor's
	// cache.
	data []byte
}

// next makes p the next piece, puts it in line and parses it; false if the table
// has ended.
func (s *supply) next(p *piece, w *worker) bool {
	s.mu.Lock()
	if s.ended {
		s.mu.Unlock()
		return false
	}
	s.line <- p
	p.at = s.at
	s.at += int64(s.size)
	if s.Places == nil {
		s.read(p)
		s.mu.Unlock()
		p.parse(w.parser)
		p.done <- struct{}{}
		return true
	}
	s.mu.Unlock()
	if w.data == nil {
		w.data = s.room()
	}
	p.data = w.data
	n, err := s.Places.ReadAt(p.data[:s.size+s.ahead], s.Begin+p.at)
	if err == nil && n < s.size+s.ahead {
		err = io.ErrNoProgress // which no [io.ReaderAt] may do
	}
	if p.fill(n, s.size, err) {
		s.mu.Lock()
		s.ended = true
		s.mu.Unlock()
	}
	lead, rest := p.lead, p.rest
	p.parse(w.parser)
	p.lead, p.rest, p.data = append(lead[:0], p.lead...), append(rest[:0], p.rest...), nil
	p.done <- struct{}{}
	return true
}

// room returns room for the data of a piece.
func (s *supply) room() []byte { return make([]byte, s.size+s.ahead+csvscan.Slack) }

// read reads a piece that cannot be read again.
func (s *supply) read(p *piece) {
	if p.data == nil {
		p.data = s.room()
	}
	n := copy(p.data, s.kept)
	if s.inErr == nil {
		var m int
		m, s.inErr = readFull(s.In, p.data[n:s.size+s.ahead])
		n += m
	}
	s.ended = p.fill(n, s.size, s.inErr)
	s.kept = append(s.kept[:0], p.data[p.n:p.n+p.ahead]...)
}

// bytes returns the bytes of a piece.
func (s *supply) bytes(p *piece) ([]byte, error) {
	switch {
	case p.data != nil:
		return p.data[:p.n], nil
	case p.first < 0:
		return p.lead, nil
	}
	data := make([]byte, p.n)
	_, err := s.Places.ReadAt(data, s.Begin+p.at)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return data, err
}

// fill makes p of n bytes that it has, of which size are its own at most, with the
// error that follows them. It reports whether p is the last one.
func (p *piece) fill(n, size int, err error) bool {
	p.n = min(n, size)
	p.ahead = n - p.n
	p.err = nil
	if p.ahead == 0 {
		p.err = err
	}
	return p.err != nil
}

// readFull fills b unless there is an error before. Like a [csvscan.Scanner] it
// gives up a reader that gives neither bytes nor an error.
func readFull(r io.Reader, b []byte) (n int, err error) {
	for empty := 0; n < len(b) && err == nil; {
		var m int
		m, err = r.Read(b[n:])
		n += m
		if empty++; m > 0 {
			empty = 0
		} else if empty == 100 && err == nil {
			err = io.ErrNoProgress
		}
	}
	return n, err
}
