package load

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// Open reads a file. The error is that of the file as a whole: it is none that
// can be read, or ended in the midst, and then the File has what came before; it
// is never nil. Rows that were rejected are in the report. Where ctx is done, records
// that the file has twice stay in it twice.
func Open(ctx context.Context, name string, o Options) (*File, error) {
	f, err := os.Open(name)
	if err != nil {
		return &File{}, fmt.Errorf("load: %w", err)
	}
	defer f.Close()
	return read(ctx, f, name, filepath.Base(name), o)
}

// FS reads a file of a file system as [Open] does.
func FS(ctx context.Context, fsys fs.FS, name string, o Options) (*File, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return &File{}, fmt.Errorf("load: %w", err)
	}
	defer f.Close()
	return read(ctx, f, "", path.Base(name), o)
}

// Read reads a stream, such as standard input, as [Open] does a file; name stands for
// its own in the report.
func Read(ctx context.Context, in io.Reader, name string, o Options) (*File, error) {
	return readText(ctx, in, "", name, o)
}

// read reads an open file; at is where a reader can open it again, empty if it
// cannot.
func read(ctx context.Context, f fs.File, at, name string, o Options) (*File, error) {
	file := &File{Report: Report{Name: name}}
	info, err := f.Stat()
	switch {
	case err != nil:
		return file, fmt.Errorf("load: %w", err)
	case info.IsDir():
		return file, fmt.Errorf("load: %s is a directory, not a file", name)
	case !info.Mode().IsRegular():
		at = "" // a pipe can be read once
	}
	return readText(ctx, f, at, name, o)
}

// readText reads what a file holds, or a stream.
func readText(ctx context.Context, in io.Reader, at, name string, o Options) (*File, error) {
	file := &File{Report: Report{Name: name}}
	text, err := feed.OpenText(in, o.Mapping.Encoding)
	switch {
	case err != nil:
		return file, fmt.Errorf("load: %s: %w", name, err)
	case len(text.Start) == 0:
		return file, fmt.Errorf("load: %s: %w: %w", name, lac.ErrSyntax, feed.ErrEmpty)
	}
	text.Reader = feed.Until(ctx, text.Reader)
	if o.Format == "" {
		if o.Format, err = detect(text, o.Mapping); err != nil {
			return file, fmt.Errorf("load: %s: %w", name, err)
		}
	}
	if o.Source == "" {
		base := strings.TrimSuffix(name, ".gz")
		o.Source = string(o.Format) + ":" + strings.TrimSuffix(base, path.Ext(base))
	}
	file.Report.Format = o.Format
	err = opening{ctx: ctx, in: text, path: at, name: name, note: file.Report.Notes.add, Options: o}.read(file)
	file.Report.Rejects.order()
	file.Report.Notes.order()
	if ctx.Err() == nil { // else it is to end now, and this takes as long as reading
		file.Report.Duplicates = records{}.drop(&file.Records)
		keepNewest(file)
	}
	if err != nil {
		file.Report.Err = err
		return file, fmt.Errorf("load: %w", err)
	}
	return file, nil
}

// Dataset puts files, and records of another making, into one dataset. A record
// that several files have with the same ID and content is counted in the report of
// the later ones, and is once in the dataset. Of a project whose content differs, as in
// two snapshots of one publisher's file, the newest is in the dataset, and the reports
// of the others note it; where it is not known which that is, there is no dataset. It
// errs as [lac.NewDataset].
func Dataset(files ...*File) (*lac.Dataset, error) {
	seen := records{}
	all := make([]*File, len(files))
	for i, f := range files {
		all[i] = &File{Records: f.Records, Report: f.Report}
		all[i].Report.Duplicates += seen.drop(&all[i].Records)
	}
	keepNewest(all...)
	bundles := make([]lac.Records, len(files))
	for i, f := range files {
		f.Report = all[i].Report
		bundles[i] = all[i].Records
	}
	return lac.NewDataset(bundles...)
}

// records are those seen, by ID.
type records map[string]lac.Record

// drop takes out of a bundle the records that were seen before as they are, and
// returns how many they are. Those of one ID that differ stay: a dataset refuses
// them and says which.
func (seen records) drop(r *lac.Records) int {
	n := 0
	r.Keep(func(x lac.Record) bool {
		id, source := x.Identity()
		if source == "" { // a source: two equal ones are one anyway
			return true
		}
		before, ok := seen[id]
		if ok && reflect.DeepEqual(before, x) {
			n++
			return false
		}
		if !ok {
			seen[id] = x
		}
		return true
	})
	return n
}
