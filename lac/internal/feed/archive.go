package feed

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// maxArchive is how much of an archive is kept that cannot be read at any place.
const maxArchive = 256 << 20

// openArchive returns the one file in a ZIP archive. r is what in reads, and may
// be one that can be read at any place; in has not been read yet.
func openArchive(r, in io.Reader) (io.Reader, error) {
	places, size := placesOf(r)
	if places == nil {
		all, err := io.ReadAll(io.LimitReader(in, maxArchive+1))
		if err != nil {
			return nil, err
		}
		if len(all) > maxArchive {
			return nil, fmt.Errorf("%w: an archive (ZIP) of more than %d bytes that comes as a stream: want the file in it", lac.ErrRange, maxArchive)
		}
		places, size = bytes.NewReader(all), int64(len(all))
	}
	z, err := zip.NewReader(places, size)
	if err != nil {
		return nil, fmt.Errorf("%w: archive (ZIP): %w", lac.ErrSyntax, err)
	}
	var files []*zip.File
	var names []string
	for _, f := range z.File {
		hidden := strings.HasPrefix(f.Name, "__MACOSX/") || strings.HasSuffix(f.Name, ".DS_Store") || isAbout(path.Base(f.Name))
		if f.Name == "xl/workbook.xml" {
			return nil, fmt.Errorf("%w: a workbook (XLSX); save its sheet as CSV, or read it with package tabular/xlsx", lac.ErrSyntax)
		}
		if !hidden && !f.FileInfo().IsDir() {
			files = append(files, f)
			names = append(names, f.Name)
		}
	}
	if len(files) != 1 {
		slices.Sort(names)
		return nil, fmt.Errorf("%w: an archive (ZIP) of %d files; want one of them: %s",
			lac.ErrSyntax, len(files), Shorten(strings.Join(names, ", ")))
	}
	file, err := files[0].Open()
	if err != nil {
		return nil, fmt.Errorf("%w: archive (ZIP): %w", lac.ErrSyntax, err)
	}
	return file, nil
}

// isAbout reports whether a file of an archive tells of the data and has none.
func isAbout(name string) bool {
	name = strings.ToLower(name)
	for _, word := range []string{"readme", "read_me", "license", "licence", "metadata"} {
		if strings.HasPrefix(name, word) {
			return true
		}
	}
	return strings.HasSuffix(name, ".pdf")
}

// placesOf returns r if it can be read at any place and says its size.
func placesOf(r io.Reader) (io.ReaderAt, int64) {
	places, ok := r.(io.ReaderAt)
	seeker, seeks := r.(io.Seeker)
	if !ok || !seeks {
		return nil, 0
	}
	at, err := seeker.Seek(0, io.SeekCurrent)
	if err != nil {
		return nil, 0
	}
	size, err := seeker.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, 0
	}
	if _, err := seeker.Seek(at, io.SeekStart); err != nil {
		return nil, 0
	}
	return places, size
}
