package feed

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"

	"github.com/sinolac/sinolac/lac"
)

// OpenText returns the text of r in an encoding that is given or, if that is empty,
// detected: UTF-8, UTF-16, GBK, Big5, or Windows-1252, of which ISO-8859-1 is a
// part. XML, which says its encoding itself, stays as it is. Lines that end in CR alone
// end in LF after it. Of a web page, unless it has JSON-LD, the text is the rows of its
// tables: lines are counted by these. The text may be compressed with gzip, or be the
// only file in a ZIP archive. It errs with [lac.ErrSyntax] if r is no text but a
// workbook, a web page without a table or the like, and as r and the compression do.
func OpenText(r io.Reader, encoding string) (*Text, error) {
	t, err := Unpack(r, encoding)
	if err != nil {
		return nil, err
	}
	if what := notText(t.Start); what != "" {
		return nil, fmt.Errorf("%w: %s", lac.ErrSyntax, what)
	}
	hasTables := isPage(t.Start) && !bytes.Contains(t.Start, []byte("ld+json"))
	if encoding == "" && isXML(t.Start) && !hasTables {
		return t, nil // which says itself in which encoding it is
	}
	if err := t.decode(encoding); err != nil || !hasTables {
		return t, err
	}
	p := &page{in: bufio.NewReader(t.Reader)}
	t.put(p)
	t.Title = p.title
	if len(t.Start) == 0 && p.err != nil && p.err != io.EOF {
		return nil, p.err
	}
	return t, nil
}

// Unpack returns the text of r as it is, unpacked. It errs as [OpenText], which
// also decodes. A Text is returned as it is.
func Unpack(r io.Reader, _ string) (*Text, error) {
	if t, ok := r.(*Text); ok {
		return t, nil
	}
	in := bufio.NewReaderSize(r, startBytes)
	magic, err := in.Peek(4)
	if err != nil && err != io.EOF {
		return nil, err
	}
	t := &Text{Plain: true}
	switch {
	case bytes.HasPrefix(magic, []byte("\x1f\x8b")):
		t.Plain = false
		unpacked, err := gzip.NewReader(in)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF // a truncated file has not ended
		}
		if err != nil {
			return nil, fmt.Errorf("gzip: %w", err)
		}
		in = bufio.NewReaderSize(whole{unpacked}, startBytes)
	case string(magic) == "PK\x03\x04":
		t.Plain = false
		unpacked, err := openArchive(r, in)
		if err != nil {
			return nil, err
		}
		in = bufio.NewReaderSize(unpacked, startBytes)
	}
	t.Start, _ = in.Peek(startBytes) // an error comes again with what is read
	t.Reader = in
	return t, nil
}

// A whole is compressed text, and says what it means that it ends early.
type whole struct{ io.Reader }

func (w whole) Read(p []byte) (int, error) {
	n, err := w.Reader.Read(p)
	if err == io.ErrUnexpectedEOF {
		err = fmt.Errorf("gzip: the compressed file is cut off: %w", err)
	}
	return n, err
}

// isXML reports whether a text is XML, in whatever encoding.
func isXML(start []byte) bool {
	start = bytes.ReplaceAll(start[:min(len(start), 200)], []byte{0}, nil)
	for _, mark := range []string{"\uFEFF", "\xff\xfe", "\xfe\xff"} {
		start = bytes.TrimPrefix(start, []byte(mark))
	}
	return bytes.HasPrefix(bytes.TrimLeft(start, " \t\r\n"), []byte("<"))
}

// notText says what a file is that begins in a way in which no text does that
// readers read; empty if it may be one.
func notText(start []byte) string {
	for _, f := range [...]struct{ magic, is string }{
		{"PAR1", "a Parquet file, which is no text; read it by module lac/parquet, or save it as CSV"},
		{"\xd0\xcf\x11\xe0", "a workbook in Excel's old form (XLS); read it by module lac/tabular/xlsx, or save it as CSV"},
		{"%PDF", "a PDF document; want the table of which it was made"},
		{"7z\xbc\xaf", "a 7-Zip archive; want the file in it"},
		{"Rar!", "an archive (RAR); want the file in it"},
		{"PK\x03\x04", "an archive (ZIP) in an archive; want the file in it"},
		{"ARROW1", "an Arrow file, which is no text; save it as CSV"},
		{"SQLite format 3", "a database of SQLite; save its table as CSV"},
	} {
		if bytes.HasPrefix(start, []byte(f.magic)) {
			return f.is
		}
	}
	return ""
}

// OpenFile opens a file for reading and reports whether it is a regular one, no
// pipe or device. It errs if there is no such file, if it is a directory, and with
// [ErrEmpty], joined to [lac.ErrSyntax].
func OpenFile(path string) (f *os.File, regular bool, err error) {
	f, err = os.Open(path)
	if err != nil {
		return nil, false, err
	}
	info, err := f.Stat()
	switch {
	case err != nil:
	case info.IsDir():
		err = fmt.Errorf("%s is a directory, not a file", path)
	case info.Mode().IsRegular() && info.Size() == 0:
		err = fmt.Errorf("%s: %w: %w", path, lac.ErrSyntax, ErrEmpty)
	}
	if err != nil {
		_ = f.Close()
		return nil, false, err
	}
	return f, info.Mode().IsRegular(), nil
}
