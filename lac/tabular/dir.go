package tabular

import (
	"cmp"
	"context"
	"errors"
	"fmt"
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
// The errors of the rejected rows are the second result: the first 10,000. The
// last is what ended reading; what was read before it is returned all the same.
func ReadDir(ctx context.Context, folder fs.FS, mappings map[string]Mapping) (lac.Records, []*lac.RowError, error) {
	var records lac.Records
	var rejected []*lac.RowError
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return records, nil, fmt.Errorf("tabular: %w", err)
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
		found, err := readFile(ctx, folder, f, name, m, &records)
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

func readFile(ctx context.Context, folder fs.FS, f *family, name string, m Mapping, to *lac.Records) ([]*lac.RowError, error) {
	file, err := folder.Open(name)
	if err != nil {
		return nil, fmt.Errorf("tabular: %w", err)
	}
	defer func() { _ = file.Close() }()
	return f.read(ctx, to, file, name, m)
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
func WriteDir(folder string, data *lac.Dataset) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return fmt.Errorf("tabular: %w", err)
	}
	for _, f := range families() {
		file, err := os.Create(filepath.Join(folder, f.name+".csv"))
		if err == nil {
			err = errors.Join(f.write(file, data), file.Close())
		}
		if err != nil {
			return fmt.Errorf("tabular: %w", err)
		}
	}
	return nil
}
