package parquet

import (
	"cmp"
	"io"
	"slices"

	"github.com/parquet-go/parquet-go"
)

// contents are a file and what its footer says of it.
type contents struct {
	in     *patched
	file   *parquet.File
	old    map[place]bool // what is compressed with LZ4 and shown as LZ4_RAW
	joined int64          // how many bytes of such pages are kept
}

// A place is that of a column in a row group.
type place struct{ group, column int }

// A patched file is one of which some bytes are read as others.
type patched struct {
	in      io.ReaderAt
	patches []patch // in order
}

// ended returns a file that goes on with other bytes from a place on.
func ended(in io.ReaderAt, at int64, with []byte) io.ReaderAt {
	return &patched{in: longer{in}, patches: []patch{{at, with}}}
}

// A longer reader may be read beyond its end, where it has zeros.
type longer struct{ in io.ReaderAt }

func (l longer) ReadAt(b []byte, at int64) (int, error) {
	n, err := l.in.ReadAt(b, at)
	if err == io.EOF {
		clear(b[n:])
		return len(b), nil
	}
	return n, err
}

type patch struct {
	at    int64
	bytes []byte
}

func (p *patched) ReadAt(b []byte, at int64) (int, error) {
	n, err := p.in.ReadAt(b, at)
	end := at + int64(max(n, 0))
	i, _ := slices.BinarySearchFunc(p.patches, at, func(p patch, at int64) int { return cmp.Compare(p.at+int64(len(p.bytes)), at+1) })
	for ; i < len(p.patches) && p.patches[i].at < end; i++ {
		of := p.patches[i]
		from := max(of.at, at)
		copy(b[from-at:end-at], of.bytes[from-of.at:])
	}
	return n, err
}

// put reads bytes from a place on as others.
func (p *patched) put(at int64, bytes []byte) {
	i, found := slices.BinarySearchFunc(p.patches, at, func(p patch, at int64) int { return cmp.Compare(p.at, at) })
	if !found {
		p.patches = slices.Insert(p.patches, i, patch{at, bytes})
	}
}
