package comtrade

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"

	"github.com/sinolac/sinolac/lac"
)

// places are those of a table that can be read at any of them.
type places struct {
	in    io.ReaderAt // nil: it cannot
	start int64       // of the table
	size  int64       // of in
}

// placesOf finds whether in can be read at any place.
func placesOf(in io.Reader) places {
	at, ok := in.(io.ReaderAt)
	seeker, seeks := in.(io.Seeker)
	if !ok || !seeks {
		return places{}
	}
	if f, ok := in.(*os.File); ok {
		// Pipes and devices may seem to be what they are not.
		if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
			return places{}
		}
	}
	start, err := seeker.Seek(0, io.SeekCurrent)
	if err != nil {
		return places{}
	}
	size, err := seeker.Seek(0, io.SeekEnd)
	if err != nil {
		return places{}
	}
	if _, err := seeker.Seek(start, io.SeekStart); err != nil {
		return places{}
	}
	return places{at, start, size}
}

// len returns how many bytes the table has.
func (p places) len() int64 { return p.size - p.start }

// cut returns the rows of a table that begin from one byte on and before another, 0
// if there is none, where its header ends at a third; and the line of the first, where
// that is counted from the first line that begins in these bytes, header or not.
func (p places) cut(ctx context.Context, from, to, header int64) (rows *io.SectionReader, line int, err error) {
	if from < 0 || to < 0 || to > 0 && to <= from || from >= p.len() {
		return nil, 0, fmt.Errorf("%w: bytes %d to %d of %d", lac.ErrRange, from, to, p.len())
	}
	begin, err := p.lineStart(ctx, from)
	if err != nil {
		return nil, 0, err
	}
	end := p.len()
	if to > 0 {
		if end, err = p.lineStart(ctx, to); err != nil {
			return nil, 0, err
		}
	}
	first := max(begin, min(header, end))
	lines, err := p.lineEnds(ctx, begin, first)
	return io.NewSectionReader(p.in, p.start+first, end-first), lines + 1, err
}

// lineStart returns where the first line begins that does so at a byte or after it;
// the length of the table if none does.
func (p places) lineStart(ctx context.Context, at int64) (int64, error) {
	if at == 0 {
		return 0, nil
	}
	at--
	for buf := make([]byte, 32<<10); at < p.len(); {
		n, err := p.read(ctx, buf, at, p.len())
		if err != nil {
			return 0, err
		}
		if i := bytes.IndexByte(buf[:n], '\n'); i >= 0 {
			return at + int64(i) + 1, nil
		}
		at += int64(n)
	}
	return p.len(), nil
}

// lineEnds counts the line ends from one byte to another.
func (p places) lineEnds(ctx context.Context, from, to int64) (lines int, err error) {
	for buf := make([]byte, 32<<10); from < to; {
		n, err := p.read(ctx, buf, from, to)
		if err != nil {
			return 0, err
		}
		lines += bytes.Count(buf[:n], []byte{'\n'})
		from += int64(n)
	}
	return lines, nil
}

// read reads some bytes, at least one, from one place to another.
func (p places) read(ctx context.Context, buf []byte, from, to int64) (int, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	n, err := p.in.ReadAt(buf[:min(int64(len(buf)), to-from)], p.start+from)
	if n > 0 {
		return n, nil
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return 0, err
}
