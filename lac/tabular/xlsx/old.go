package xlsx

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf16"

	"github.com/richardlehane/mscfb"
	"github.com/xuri/excelize/v2"

	"github.com/sinolac/sinolac/lac"
)

// oldMagic is how a file in Excel's old form begins: it is a compound file, with the
// workbook as one of the streams in it.
const oldMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// maxOldBytes is how large a workbook in the old form may be, whose sheets have at most
// 65,536 rows of 256 cells.
const maxOldBytes = 64 << 20

// The kinds of records in a workbook that are read ([MS-XLS], 2.3).
const (
	recFormula, recEOF, recDateMode, recFilePass           = 0x0006, 0x000a, 0x0022, 0x002f
	recContinue, recColumns, recSheet, recMulRK            = 0x003c, 0x007d, 0x0085, 0x00bd
	recRichText, recStyle, recMerged, recStrings           = 0x00d6, 0x00e0, 0x00e5, 0x00fc
	recTextAt, recNumber, recText, recBoolErr, recComputed = 0x00fd, 0x0203, 0x0204, 0x0205, 0x0207
	recRow, recRK, recFormat, recBegin                     = 0x0208, 0x027e, 0x041e, 0x0809
)

var errOld = fmt.Errorf("%w: the workbook is malformed", lac.ErrSyntax)

// An old is a workbook in Excel's old form, BIFF8, as Excel 97 to 2003 write it.
type old struct {
	stream  []byte
	is1904  bool
	sheets  []oldSheet
	strings []string
	styles  []int          // the format of each
	formats map[int]string // those that are not in every workbook
}

// An oldSheet is where a sheet begins.
type oldSheet struct {
	name string
	at   int
}

// isOld reports whether a file begins as a compound file does.
func isOld(in io.ReaderAt) bool {
	start := make([]byte, len(oldMagic))
	_, err := in.ReadAt(start, 0)
	return err == nil && string(start) == oldMagic
}

// openOld returns the workbook in a file, or nil if the file is not in the old form.
func openOld(path string) (*old, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if !isOld(in) {
		return nil, in.Close()
	}
	var o *old
	info, err := in.Stat()
	if err == nil {
		o, err = readOld(in, info.Size())
	}
	return o, errors.Join(err, in.Close())
}

// checkLengths holds the counts of sectors in the header of a compound file ([MS-CFB], 2.2)
// against the file, for they are trusted where it is read.
func checkLengths(in io.ReaderAt, size int64) error {
	head := make([]byte, 76)
	if _, err := in.ReadAt(head, 0); err != nil {
		return err
	}
	shift := binary.LittleEndian.Uint16(head[30:])
	if shift != 9 && shift != 12 {
		return errOld
	}
	for _, at := range []int{40, 44, 64, 72} { // of the directory, and of the tables of sectors
		if n := int64(binary.LittleEndian.Uint32(head[at:])); n<<shift > size {
			return errOld
		}
	}
	return nil
}

// readOld returns the workbook in a compound file of so many bytes.
func readOld(in io.ReaderAt, size int64) (*old, error) {
	if err := checkLengths(in, size); err != nil {
		return nil, fmt.Errorf("%w: %w", lac.ErrSyntax, err)
	}
	doc, err := mscfb.New(in)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", lac.ErrSyntax, err)
	}
	for {
		switch entry, err := doc.Next(); {
		case err == io.EOF:
			return nil, fmt.Errorf("%w: a compound file without a workbook", lac.ErrSyntax)
		case err != nil:
			return nil, fmt.Errorf("%w: %w", lac.ErrSyntax, err)
		case entry.Name == "EncryptedPackage":
			return nil, fmt.Errorf("%w: the workbook is encrypted: save it without a password", lac.ErrSyntax)
		case entry.Name == "Book":
			return nil, fmt.Errorf("%w: a workbook as Excel 95 and before wrote it: save it as .xlsx", lac.ErrSyntax)
		case entry.Name == "Workbook":
			stream, err := io.ReadAll(io.LimitReader(entry, maxOldBytes+1))
			if err != nil {
				return nil, fmt.Errorf("%w: %w", lac.ErrSyntax, err)
			}
			if len(stream) > maxOldBytes {
				return nil, fmt.Errorf("%w: more than %d MiB", lac.ErrRange, maxOldBytes>>20)
			}
			o := &old{stream: stream, formats: map[int]string{}}
			return o, o.globals()
		}
	}
}

// records calls do for the records from a place to the end of the part that begins there.
// A record has with it those that continue it.
func (o *old) records(at int, do func(kind int, parts [][]byte) error) error {
	if at < 0 || at > len(o.stream) {
		return errOld
	}
	rest := o.stream[at:]
	next := func() (kind int, data []byte, ok bool) {
		if len(rest) < 4 {
			return 0, nil, false
		}
		kind, n := int(binary.LittleEndian.Uint16(rest)), int(binary.LittleEndian.Uint16(rest[2:]))
		if n > len(rest)-4 {
			return 0, nil, false
		}
		return kind, rest[4 : 4+n], true
	}
	kind, data, ok := next()
	if !ok || kind != recBegin || len(data) < 4 {
		return errOld
	}
	if version := binary.LittleEndian.Uint16(data); version != 0x0600 {
		return fmt.Errorf("%w: a workbook of version %#x, as Excel 95 and before wrote them: save it as .xlsx", lac.ErrSyntax, version)
	}
	rest = rest[4+len(data):]
	for depth := 1; ; {
		kind, data, ok := next()
		if !ok {
			return errOld
		}
		rest = rest[4+len(data):]
		switch kind {
		case recBegin: // a chart in a sheet
			depth++
			continue
		case recEOF:
			if depth--; depth == 0 {
				return nil
			}
			continue
		}
		parts := [][]byte{data}
		for {
			more, data, ok := next()
			if !ok || more != recContinue {
				break
			}
			parts = append(parts, data)
			rest = rest[4+len(data):]
		}
		if depth > 1 {
			continue
		}
		if err := do(kind, parts); err != nil {
			return err
		}
	}
}

// globals reads what holds for all sheets.
func (o *old) globals() error {
	return o.records(0, func(kind int, parts [][]byte) error {
		data := parts[0]
		text := &oldText{parts: parts}
		switch kind {
		case recFilePass:
			return fmt.Errorf("%w: the workbook is encrypted: save it without a password", lac.ErrSyntax)
		case recDateMode:
			o.is1904 = len(data) > 0 && data[0] == 1
		case recFormat:
			id := text.number(2)
			o.formats[id] = text.string(text.number(2))
		case recStyle:
			text.skip(2) // the font
			o.styles = append(o.styles, text.number(2))
		case recSheet:
			at := text.number(4)
			text.skip(1) // hidden
			isTable := text.number(1) == 0
			name := text.string(text.number(1))
			if isTable {
				o.sheets = append(o.sheets, oldSheet{name, at})
			}
		case recStrings:
			text.skip(4)
			for n := text.number(4); n > 0 && !text.failed; n-- {
				o.strings = append(o.strings, text.string(text.number(2)))
			}
		}
		if text.failed {
			return errOld
		}
		return nil
	})
}

// lookOf returns how a style shows numbers.
func (o *old) lookOf(style int) look {
	if style >= len(o.styles) {
		return asNumber
	}
	id := o.styles[style]
	s := &excelize.Style{NumFmt: id}
	if format, ok := o.formats[id]; ok {
		s.CustomNumFmt = &format
	}
	return lookOf(s)
}

// An oldText reads what is in a record and those that continue it.
type oldText struct {
	parts  [][]byte
	failed bool
}

// part returns what is left of the part that is being read, the next one if it is read.
func (t *oldText) part() []byte {
	for len(t.parts) > 1 && len(t.parts[0]) == 0 {
		t.parts = t.parts[1:]
	}
	if len(t.parts[0]) == 0 {
		t.failed = true
	}
	return t.parts[0]
}

func (t *oldText) skip(n int) {
	for n > 0 && !t.failed {
		p := t.part()
		k := min(n, len(p))
		t.parts[0] = p[k:]
		n -= k
	}
}

// number returns an unsigned number of so many bytes.
func (t *oldText) number(size int) (n int) {
	for i := range size {
		p := t.part()
		if t.failed {
			return 0
		}
		n |= int(p[0]) << (8 * i)
		t.parts[0] = p[1:]
	}
	return n
}

// string returns a text of so many units of UTF-16, before which stands how it is kept. Where
// its characters go on in the next part, that begins with how they are kept there.
func (t *oldText) string(units int) string {
	flags := t.number(1)
	runs, more := 0, 0
	if flags&8 != 0 {
		runs = t.number(2)
	}
	if flags&4 != 0 {
		more = t.number(4)
	}
	var out []uint16
	for len(out) < units && !t.failed {
		if len(t.parts[0]) == 0 && len(t.parts) > 1 {
			t.parts = t.parts[1:]
			flags = t.number(1)
			continue
		}
		size := 1 + flags&1
		p := t.part()
		n := min(units-len(out), len(p)/size)
		if n == 0 {
			t.failed = true
			break
		}
		for i := range n {
			if size == 1 {
				out = append(out, uint16(p[i]))
			} else {
				out = append(out, binary.LittleEndian.Uint16(p[2*i:]))
			}
		}
		t.parts[0] = p[n*size:]
	}
	t.skip(4 * runs)
	t.skip(more)
	return string(bytes.TrimRight([]byte(string(utf16.Decode(out))), "\x00"))
}
