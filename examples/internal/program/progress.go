package program

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// A meter tells a terminal how far a read is, from the first second on.
type meter struct {
	read atomic.Int64
	stop func()
}

// meter begins to tell of a read of so many bytes, 0 if that is not known.
func (s Streams) meter(name string, size int64) *meter {
	m := new(meter)
	m.stop = s.tell(func(gone time.Duration) string { return Rate(name, m.read.Load(), size, gone) })
	return m
}

func (m *meter) add(n int) { m.read.Add(int64(n)) }

// of returns a reader that counts what it reads.
func (m *meter) of(r io.Reader) io.Reader { return counted{r, m} }

type counted struct {
	io.Reader
	m *meter
}

func (c counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.m.add(n)
	return n, err
}

// Rate says how much was read of a file, how fast, and how long the rest takes at
// that pace.
func Rate(name string, read, size int64, gone time.Duration) string {
	const mega = 1_000_000
	seconds := max(int64(gone/time.Second), 1)
	text := fmt.Sprintf("%s: %d MB read, %d MB/s", name, read/mega, read/mega/seconds)
	if size > 0 && read > 0 {
		read = min(read, size)
		text = fmt.Sprintf("%s: %d of %d MB read, %d MB/s, %d s left", name, read/mega, size/mega, read/mega/seconds, (size-read)/max(read/seconds, 1))
	}
	return text
}

// Working tells a terminal from the first second on that something takes long, until
// the function that it returns is called.
func (s Streams) Working(what string) (done func()) {
	return s.tell(func(gone time.Duration) string { return fmt.Sprintf("%s, %d s", what, gone/time.Second) })
}

// tell prints a line every second, over the one before, and at last wipes it out.
func (s Streams) tell(line func(gone time.Duration) string) (stop func()) {
	if !s.Progress {
		return func() {}
	}
	begun, end, ended := time.Now(), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		wide := 0
		for {
			select {
			case now := <-tick.C:
				text := line(now.Sub(begun))
				fmt.Fprintf(s.Err, "\r%s%s", text, strings.Repeat(" ", max(0, wide-Columns(text))))
				wide = Columns(text)
			case <-end:
				if wide > 0 {
					fmt.Fprintf(s.Err, "\r%s\r", strings.Repeat(" ", wide))
				}
				return
			}
		}
	}()
	return sync.OnceFunc(func() { close(end); <-ended })
}
