package parquet

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"

	"github.com/parquet-go/parquet-go"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A File is an open file. Set the exported fields before the first read.
type File struct {
	// Doubles takes columns in binary floating point at the shortest decimal that stands for
	// the same binary number. Without it they are refused.
	Doubles bool
	// Columns are the names of the columns to read, in their order; all if there are none.
	Columns []string
	// Notes, if set, is called by [File.CSV] for each row that is rejected.
	Notes func(*lac.RowError)

	contents
	name  string
	close func() error
}

// Open opens a file. It errs if there is no such file, or as [NewFile].
func Open(path string) (*File, error) {
	in, regular, err := feed.OpenFile(path)
	if err == nil && !regular {
		err = errors.Join(fmt.Errorf("%s is no regular file", path), in.Close())
	}
	if err != nil {
		return nil, fmt.Errorf("parquet: %w", err)
	}
	return open(in, path)
}

func open(in *os.File, path string) (*File, error) {
	info, err := in.Stat()
	if err == nil {
		var f *File
		if f, err = NewFile(in, info.Size()); err == nil {
			f.name, f.close = path, in.Close
			return f, nil
		}
	}
	return nil, errors.Join(fmt.Errorf("%s: %w", path, err), in.Close())
}

// NewFile returns the file of so many bytes that in has. It errs with [lac.ErrSyntax] if
// that is no Parquet file, or one whose end was cut off.
func NewFile(in io.ReaderAt, size int64) (f *File, err error) {
	defer caught(&err)
	if err := checkFooter(in, size); err != nil {
		return nil, fmt.Errorf("parquet: %w: %w", lac.ErrSyntax, err)
	}
	c, err := openContents(in, size)
	if err == nil {
		var footer []byte
		footer, old, showErr := showRaw(*c.file.Metadata())
		if err = showErr; old != nil && err == nil {
			footer = binary.LittleEndian.AppendUint32(footer, uint32(len(footer)))
			footer = append(footer, "PAR1"...)
			c, err = openContents(ended(in, size, footer), size+int64(len(footer)))
			c.old = old
		}
	}
	if err != nil {
		return nil, fmt.Errorf("parquet: %w: %w", lac.ErrSyntax, err)
	}
	return &File{contents: c, close: func() error { return nil }}, nil
}

func openContents(in io.ReaderAt, size int64) (contents, error) {
	over := &patched{in: in}
	file, err := parquet.OpenFile(over, size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	return contents{in: over, file: file}, err
}

// maxFooter is how many bytes the description of a file may have.
const maxFooter = 64 << 20

// checkFooter holds the lengths in the description of a file against what is there, for
// they are trusted where it is read.
func checkFooter(in io.ReaderAt, size int64) error {
	var end [8]byte
	if size < 12 {
		return errors.New("too short for a Parquet file")
	}
	if _, err := in.ReadAt(end[:], size-8); err != nil {
		return err
	}
	length := int64(binary.LittleEndian.Uint32(end[:]))
	switch {
	case string(end[4:]) == "PARE":
		return errors.New("an encrypted file")
	case string(end[4:]) != "PAR1":
		return errors.New("no Parquet file, or one whose end was cut off")
	case length > maxFooter || length > size-12:
		return fmt.Errorf("its description would have %d bytes", length)
	}
	text := make([]byte, length)
	if _, err := in.ReadAt(text, size-8-length); err != nil {
		return err
	}
	w := walker{text: text}
	if !w.structure(nil) {
		return errors.New("its description is malformed")
	}
	return nil
}

// Close closes the file that [Open] opened.
func (f *File) Close() error { return f.close() }

// Names returns the names of the file's columns.
func (f *File) Names() []string {
	var names []string
	for _, c := range f.file.Root().Columns() {
		names = append(names, c.Name())
	}
	return names
}

// CSV returns the file as a table in CSV, for readers that take no rows. A row that is
// rejected is one cell that says why, so that a reader of several columns rejects it.
// Close it when it is not read to its end.
func (f *File) CSV() io.ReadCloser { return feed.CSV(f.Rows(), f.Notes) }

// Rows returns the names of the columns and then the rows of the file. A [*lac.RowError]
// beside a row says that a cell of it is no value; its line counts the names as the first.
// Any other error ends the rows: it wraps [lac.ErrSyntax] if the file is malformed, and
// names the column if one is refused.
func (f *File) Rows() iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		columns, err := f.columns()
		if err != nil {
			yield(nil, err)
			return
		}
		names := make([]string, len(columns))
		for i, c := range columns {
			names[i] = c.name
		}
		if !yield(names, nil) {
			return
		}
		line := 1
		for i, group := range f.file.RowGroups() {
			g, err := f.open(i, group, columns)
			for err == nil {
				var rows []row
				rows, err = g.next()
				for _, r := range rows {
					line++
					if r.rejected != nil {
						r.rejected.Source, r.rejected.Line = f.name, line
						r.cells = nil
						if !yield(nil, r.rejected) {
							g.close()
							return
						}
					} else if !yield(r.cells, nil) {
						g.close()
						return
					}
				}
			}
			g.close()
			if err != io.EOF {
				yield(nil, fmt.Errorf("parquet: row group %d: %w", i+1, err))
				return
			}
		}
	}
}

// columns returns the columns to read, or why one of them is refused.
func (f *File) columns() (out []column, err error) {
	defer caught(&err)
	all := f.file.Root().Columns()
	names := f.Columns
	if len(names) == 0 {
		names = f.Names()
	}
	for _, name := range names {
		i := slices.IndexFunc(all, func(c *parquet.Column) bool { return c.Name() == name })
		if i < 0 {
			return nil, fmt.Errorf("parquet: column %q: %w: the file has none of this name", feed.Shorten(name), lac.ErrMissing)
		}
		text, err := textOf(all[i], f.Doubles)
		if err != nil {
			return nil, fmt.Errorf("parquet: column %q: %w", feed.Shorten(name), err)
		}
		out = append(out, column{name: name, at: int(all[i].Index()), text: text, optional: all[i].Optional()})
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("parquet: %w: the file has no column", lac.ErrSyntax)
	}
	return out, nil
}
