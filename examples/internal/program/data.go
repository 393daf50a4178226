package program

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/load"
)

// Load reads files of records. What became of each is printed on the standard
// error, and how many rows were rejected is returned: nothing is left out in silence.
func (f *Flags) Load(ctx context.Context, names []string) (files []*load.File, rejected int, err error) {
	for _, name := range names {
		file, err := f.LoadFile(ctx, name, load.Options{})
		if err != nil {
			return nil, 0, err
		}
		fmt.Fprint(f.Err, file.Report)
		rejected += file.Report.Rejected
		files = append(files, file)
	}
	return files, rejected, nil
}

// Files returns the records of -data, and before them the almanac's unless it is left
// out, and the number of rows that were rejected.
func (f *Flags) Files(ctx context.Context) (files []*load.File, rejected int, err error) {
	if len(f.Data) == 0 && !f.Almanac {
		return nil, 0, Usage("no records: give files with -data, or leave the almanac in")
	}
	if files, rejected, err = f.Load(ctx, f.Data); err != nil || !f.Almanac {
		return files, rejected, err
	}
	facts, err := almanac.Records()
	return append([]*load.File{{Records: facts}}, files...), rejected, err
}

// Dataset returns the records of Files as one dataset, and the number of rows that
// were rejected.
func (f *Flags) Dataset(ctx context.Context) (data *lac.Dataset, rejected int, err error) {
	if len(f.Data) == 0 && f.Almanac {
		data, err := almanac.Dataset()
		return data, 0, err
	}
	files, rejected, err := f.Files(ctx)
	if err != nil {
		return nil, 0, err
	}
	defer f.Working("putting the records together")()
	data, err = load.Dataset(files...)
	return data, rejected, err
}

// Rejected returns an ErrRejected for a number of rows, nil for none; rest says what
// rests on the others.
func Rejected(n int, rest string) error {
	if n == 0 {
		return nil
	}
	return fmt.Errorf("%w: %d; %s on the others", ErrRejected, n, rest)
}

// LoadFile reads one file of records, or standard input if its name is "-". On a
// terminal a long read is told of.
func (f *Flags) LoadFile(ctx context.Context, name string, o load.Options) (*load.File, error) {
	if name == "-" {
		in, err := f.Open(name)
		if err != nil {
			return &load.File{}, err
		}
		m := f.meter(Called(name), 0)
		defer m.stop()
		return load.Read(ctx, m.of(in), Called(name), o)
	}
	info, err := os.Stat(name)
	if !f.Progress || err != nil || !info.Mode().IsRegular() {
		return load.Open(ctx, name, o)
	}
	m := f.meter(filepath.Base(name), info.Size())
	defer m.stop()
	return load.FS(ctx, metered{os.DirFS(filepath.Dir(name)), m}, filepath.Base(name), o)
}

// metered is a file system whose files are counted as they are read.
type metered struct {
	fs.FS
	m *meter
}

func (m metered) Open(name string) (fs.File, error) {
	file, err := m.FS.Open(name)
	if err != nil {
		return nil, err
	}
	at, ok := file.(seekable)
	if !ok {
		return meteredFile{file, m.m}, nil
	}
	return meteredSeekable{meteredFile{file, m.m}, at}, nil
}

// A seekable file can be read at any place, which archives need.
type seekable interface {
	io.Seeker
	io.ReaderAt
}

type meteredFile struct {
	fs.File
	m *meter
}

func (f meteredFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	f.m.add(n)
	return n, err
}

type meteredSeekable struct {
	meteredFile
	at seekable
}

func (f meteredSeekable) ReadAt(p []byte, off int64) (int, error) {
	n, err := f.at.ReadAt(p, off)
	f.m.add(n)
	return n, err
}

func (f meteredSeekable) Seek(offset int64, whence int) (int64, error) {
	return f.at.Seek(offset, whence)
}

// ReadAll reads a whole file of at most limit bytes, or standard input if its name
// is "-".
func (f *Flags) ReadAll(name string, limit int64) (text []byte, err error) {
	in, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	text, err = io.ReadAll(io.LimitReader(in, limit+1))
	if err == nil && int64(len(text)) > limit {
		err = fmt.Errorf("%s: longer than %d MB", Called(name), limit>>20)
	}
	return text, err
}
