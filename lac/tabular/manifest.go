package tabular

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/sinolac/sinolac/lac"
)

// manifestName is the file that [WriteDir] writes last: a folder without it is of
// another making, or was written by hand.
const manifestName = "manifest.json"

// maxManifest is how many bytes a manifest may have.
const maxManifest = 1 << 20

// ErrIncomplete says that a folder of tables is not as it was written: its writing was
// broken off, or a table was changed, cut, emptied or removed since.
var ErrIncomplete = errors.New("not the tables that were written")

// A manifest is what a folder has been written with.
type manifest struct {
	// Complete is false while the tables are being written.
	Complete bool            `json:"complete"`
	Files    []manifestEntry `json:"files"`
}

type manifestEntry struct {
	Name   string `json:"name"`
	Rows   int    `json:"rows"` // without the header
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// write puts the manifest into a folder, all of it or nothing.
func (m manifest) write(folder string) error {
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	temporary := filepath.Join(folder, "."+manifestName)
	f, err := os.Create(temporary)
	if err != nil {
		return err
	}
	_, err = f.Write(append(text, '\n'))
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(temporary, filepath.Join(folder, manifestName))
}

// readManifest returns the manifest of a folder by the names of its files, nil if it
// has none.
func readManifest(folder fs.FS) (map[string]manifestEntry, error) {
	f, err := folder.Open(manifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	text, err := io.ReadAll(io.LimitReader(f, maxManifest+1))
	if err != nil {
		return nil, err
	}
	if len(text) > maxManifest {
		return nil, fmt.Errorf("%s: %w: more than %d bytes", manifestName, lac.ErrRange, maxManifest)
	}
	var m manifest
	dec := json.NewDecoder(bytes.NewReader(text))
	if err := dec.Decode(&m); err != nil {
		return nil, fmt.Errorf("%s: %w: %w", manifestName, lac.ErrSyntax, err)
	}
	if !m.Complete {
		return nil, fmt.Errorf("%w: their writing was broken off, as %s says", ErrIncomplete, manifestName)
	}
	entries := map[string]manifestEntry{}
	for _, e := range m.Files {
		entries[e.Name] = e
	}
	return entries, nil
}

// A summed counts and hashes what is read of it.
type summed struct {
	io.Reader
	bytes int64
	sum   hash.Hash
}

func newSummed(r io.Reader) *summed { return &summed{Reader: r, sum: sha256.New()} }

func (s *summed) Read(b []byte) (int, error) {
	n, err := s.Reader.Read(b)
	s.bytes += int64(n)
	_, _ = s.sum.Write(b[:n]) // a hash does not err
	return n, err
}

// check reads what is left and errs if a table is not the one of an entry.
func (s *summed) check(e manifestEntry, rows int) error {
	if _, err := io.Copy(io.Discard, s); err != nil {
		return err
	}
	switch {
	case s.bytes != e.Bytes:
		return fmt.Errorf("%w: %s has %d bytes and %d rows, not the %d bytes and %d rows of %s", ErrIncomplete, e.Name, s.bytes, rows, e.Bytes, e.Rows, manifestName)
	case hex.EncodeToString(s.sum.Sum(nil)) != e.SHA256 || rows != e.Rows:
		return fmt.Errorf("%w: the content of %s is not that of %s; if it was edited on purpose, remove %s", ErrIncomplete, e.Name, manifestName, manifestName)
	}
	return nil
}
