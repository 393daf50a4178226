package lac

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// totalVersion is the first byte of a Total's binary form.
const totalVersion = 1

// AppendBinary appends a canonical form: equal totals give equal bytes. It ends
// in a CRC-32, so that bytes cut or changed on the way are not another total.
func (t Total) AppendBinary(b []byte) ([]byte, error) {
	start := len(b)
	b = append(b, totalVersion)
	b = binary.AppendUvarint(b, uint64(t.Records))
	b = binary.AppendUvarint(b, uint64(t.Missing))
	b = appendString(b, string(t.unit))
	b = binary.AppendUvarint(b, uint64(len(t.excluded)))
	for g, n := range t.Excluded() {
		b = appendString(b, string(g))
		b = binary.AppendUvarint(b, uint64(n))
	}
	b, err := t.sum.AppendBinary(b)
	if err != nil {
		return b[:start], fmt.Errorf("binary total: %w", rangeError(err))
	}
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[start:])), nil
}

// MarshalBinary implements [encoding.BinaryMarshaler].
func (t Total) MarshalBinary() ([]byte, error) { return t.AppendBinary(nil) }

// UnmarshalBinary implements [encoding.BinaryUnmarshaler]; malformed data is
// [ErrSyntax].
func (t *Total) UnmarshalBinary(data []byte) error {
	body := data[:max(0, len(data)-crc32.Size)]
	r := byteReader{rest: body}
	if r.byte() != totalVersion || crc32.ChecksumIEEE(body) != binary.BigEndian.Uint32(data[len(body):]) {
		return fmt.Errorf("binary total: %w", ErrSyntax)
	}
	var got Total
	got.Records, got.Missing = r.count(), r.count()
	got.unit = Unit(r.string())
	for range min(r.count(), len(r.rest)) {
		if got.excluded == nil {
			got.excluded = map[Guard]int{}
		}
		g := Guard(r.string())
		got.excluded[g] = r.count()
	}
	// A sum has a unit only if a record is in it, and a rule is listed only if
	// it left something out.
	for g, n := range got.excluded {
		r.failed = r.failed || g == "" || n == 0
	}
	if r.failed || got.unit != "" && (got.Records == 0 || !got.unit.IsValid()) {
		return fmt.Errorf("binary total: %w", ErrSyntax)
	}
	if err := got.sum.UnmarshalBinary(r.rest); err != nil {
		return fmt.Errorf("binary total: %w: %w", ErrSyntax, err)
	}
	if again, err := got.AppendBinary(nil); err != nil || string(again) != string(data) || got.Records == 0 && !got.sum.Equal(fixed.Sum{}) {
		return fmt.Errorf("binary total: %w: not canonical", ErrSyntax)
	}
	*t = got
	return nil
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// byteReader takes a binary form apart; after a failure it yields zeros.
type byteReader struct {
	rest   []byte
	failed bool
}

func (r *byteReader) byte() byte {
	if len(r.rest) == 0 {
		r.failed = true
		return 0
	}
	b := r.rest[0]
	r.rest = r.rest[1:]
	return b
}

func (r *byteReader) count() int {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 || n > 1<<48 {
		r.failed = true
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}

func (r *byteReader) string() string {
	n := r.count()
	if n > len(r.rest) {
		r.failed = true
		return ""
	}
	s := string(r.rest[:n])
	r.rest = r.rest[n:]
	return s
}
