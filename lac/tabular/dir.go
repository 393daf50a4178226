package tabular

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// ReadDir returns the records of all tables in a folder: the files that end in
// .csv or .tsv, or in these and .gz. The name of a table is that of its family as
// the JSON of [lac.Records] names it, alone or with a hyphen and more words:
// trade.csv, trade-2024.tsv.gz. Mappings are by the names of files; a file
// without one is in the package's own form. A table of another name is an error;
// other files and folders are not looked at.
//
// A folder that [WriteDir] has written is held against its manifest, and errs with
// [ErrIncomplete] where a table is not the one that was written, or is not there.
//
// The errors of the rejected rows are the second result: the first 10,000. The
// last is what ended reading; what was read before it is returned all the same.
func ReadDir(ctx context.Context, folder fs.FS, mappings map[string]Mapping) (lac.Records, []*lac.RowError, error) {
	var records lac.Records
	var rejected []*lac.RowError
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return records, nil, fmt.Errorf("tabular: %w", err)
	}
	manifest, err := readManifest(folder)
	if err != nil {
		return records, nil, fmt.Errorf("tabular: %w", err)
	}
	for name := range manifest {
		if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == name }) {
			return records, nil, fmt.Errorf("tabular: %w: %s, which %s has, is not there", ErrIncomplete, name, manifestName)
		}
	}
	for _, entry := range entries {
		name := entry.Name()
		f, isTable := familyOfFile(name)
		if entry.IsDir() || !isTable {
			continue
		}
		if f == nil {
			return records, rejected, fmt.Errorf("tabular: %s: %w: want the name of a family before the extension", name, lac.ErrUnknownCode)
		}
		m := mappings[name]
		m.Comma = cmp.Or(m.Comma, commaOf(name))
		found, err := readFile(ctx, folder, f, name, m, manifest, &records)
		rejected = append(rejected, found[:min(len(found), feed.MaxRejected-len(rejected))]...)
		if err != nil {
			return records, rejected, err
		}
	}
	for name := range mappings {
		if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == name }) {
			return records, rejected, fmt.Errorf("tabular: %s, which has a mapping: %w", name, fs.ErrNotExist)
		}
	}
	return records, rejected, nil
}

func readFile(ctx context.Context, folder fs.FS, f *family, name string, m Mapping, written map[string]manifestEntry, to *lac.Records) ([]*lac.RowError, error) {
	file, err := folder.Open(name)
	if err != nil {
		return nil, fmt.Errorf("tabular: %w", err)
	}
	defer func() { _ = file.Close() }()
	entry, isWritten := written[name]
	if !isWritten {
		rejected, _, err := f.read(ctx, to, file, name, m)
		return rejected, err
	}
	in := newSummed(file)
	rejected, rows, err := f.read(ctx, to, in, name, m)
	if err == nil || ctx.Err() == nil { // a fault of the table may be of what was cut off
		if wrong := in.check(entry, rows); wrong != nil {
			return rejected, fmt.Errorf("tabular: %w", wrong)
		}
	}
	return rejected, err
}

// familyOfFile reports whether a file is a table by its name, and returns the
// family of its records; nil if there is none of that name.
func familyOfFile(name string) (*family, bool) {
	stem := strings.TrimSuffix(name, ".gz")
	if ext := filepath.Ext(stem); ext != ".csv" && ext != ".tsv" {
		return nil, false
	}
	word, _, _ := strings.Cut(stem[:len(stem)-len(".csv")], "-")
	at := slices.IndexFunc(families(), func(f family) bool { return f.name == word })
	if at < 0 {
		return nil, true
	}
	return &families()[at], true
}

// WriteDir writes the sources and records of a dataset into a folder, which it
// makes if it is not there: a table in CSV for each family, named for it, which is
// a header alone where there are no records. [ReadDir] reads them. Tables of these
// names are overwritten; other files stay. A record that a [Writer] refuses ends
// its table, and the writing.
//
// Last of all it writes manifest.json, with the rows, bytes and SHA-256 of each table.
// Until then that file says that the folder is not complete, so that a folder whose
// writing was broken off is not read.
func WriteDir(folder string, data *lac.Dataset) error {
	if err := writeDir(folder, data); err != nil {
		return fmt.Errorf("tabular: %w", err)
	}
	return nil
}

func writeDir(folder string, data *lac.Dataset) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	var m manifest
	if err := m.write(folder); err != nil {
		return err
	}
	for _, f := range families() {
		entry, err := writeFile(folder, f, data)
		if err != nil {
			return err
		}
		m.Files = append(m.Files, entry)
	}
	m.Complete = true
	return m.write(folder)
}

func writeFile(folder string, f family, data *lac.Dataset) (manifestEntry, error) {
	entry := manifestEntry{Name: f.name + ".csv"}
	file, err := os.Create(filepath.Join(folder, entry.Name))
	if err != nil {
		return entry, err
	}
	sum := sha256.New()
	entry.Rows, err = f.write(io.MultiWriter(file, sum), data)
	if info, wrong := file.Stat(); wrong != nil {
		err = errors.Join(err, wrong)
	} else {
		entry.Bytes = info.Size()
	}
	entry.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return entry, errors.Join(err, file.Close())
}
