package xlsx

import (
	"bytes"

	"github.com/sinolac/sinolac/lac"
)

// ReadOld returns the workbook in the old form that is in a text.
func ReadOld(text []byte) (*Workbook, error) {
	o, err := readOld(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		return nil, err
	}
	return &Workbook{old: o, from: lac.DateOf(1899, 12, 30), looks: map[int]look{}}, nil
}

// Decimal returns what the bits of a number stand for.
func Decimal(bits uint64) (string, bool, error) {
	d, entered, err := binary64(bits).decimal()
	return d.String(), entered, err
}
