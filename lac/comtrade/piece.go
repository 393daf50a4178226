package comtrade

import (
	"bytes"
	"io"
	"os"
	"sync"

	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// pieceBytes is the size of the pieces in which a table is read.
const pieceBytes = 384 << 10

// maxWorkers is how many goroutines parse pieces at most. More would take memory
// and wait for the sinks.
const maxWorkers = 8

// A piece is some bytes of a table, wherever they begin and end. Its rows are
// parsed from the second line on in the hope that a row begins there.
type piece struct {
	data  []byte // with csvscan.Slack
	n     int    // bytes without that
	err   error  // that follows them
	first int    // where the second line begins; 0: nowhere
	batch batch  // of data[first:n]
	done  chan struct{}
}

func (p *piece) parse(with *parser) {
	p.batch.reset()
	p.first = bytes.IndexByte(p.data[:p.n], '\n') + 1
	if p.first > 0 {
		with.parse(&p.batch, p.data[p.first:], p.n-p.first, errMore)
	}
	p.done <- struct{}{}
}

// A supply reads a table in pieces, which it puts in line in the table's order.
type supply struct {
	size int
	line chan *piece

	mu    sync.Mutex
	in    io.Reader
	file  *os.File // if not nil, in place of in
	at    int64    // in file
	ended bool
}

// next fills p and puts it in line; false if the table has ended.
func (s *supply) next(p *piece) bool {
	s.mu.Lock()
	if s.ended {
		s.mu.Unlock()
		return false
	}
	if p.data == nil {
		p.data = make([]byte, s.size+csvscan.Slack)
	}
	s.line <- p
	if s.file == nil {
		p.n, p.err = readFull(s.in, p.data[:s.size])
		s.ended = p.err != nil
		s.mu.Unlock()
		return true
	}
	at := s.at
	s.at += int64(s.size)
	s.mu.Unlock()
	if p.n, p.err = s.file.ReadAt(p.data[:s.size], at); p.err != nil {
		s.mu.Lock()
		s.ended = true
		s.mu.Unlock()
	}
	return true
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
