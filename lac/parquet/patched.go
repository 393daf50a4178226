package parquet

import (
	"cmp"
	"io"
	"slices"
)

// A patched file is one of which some bytes are read as others.
type patched struct {
	in      io.ReaderAt
	patches []patch // in order
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
