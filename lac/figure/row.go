package figure

import (
	"encoding/json"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac"
)

// A Row is a figure as plain data, for exchange with other programs. Its
// offsets count Unicode code points.
type Row struct {
	Text  string `json:"text"` // of the figure without its hedge
	Start int    `json:"start"`
	End   int    `json:"end"`
	Kind  Kind   `json:"kind"`
	// Value, Low and High are plain decimals. A range has the two ends, any
	// other figure a value; percent is the number before the sign.
	Value string `json:"value"`
	Low   string `json:"low"`
	High  string `json:"high"`
	// Unit is the ISO code of a currency where the text decides it, else the
	// currency's name; a unit of measure; or empty, for numbers and what they count.
	Unit string `json:"unit"`
}

// MarshalJSON writes every key, with null for what the figure does not have.
func (r Row) MarshalJSON() ([]byte, error) {
	type plain Row
	return json.Marshal(struct {
		plain
		Value *string `json:"value"`
		Low   *string `json:"low"`
		High  *string `json:"high"`
		Unit  *string `json:"unit"`
	}{plain(r), orNull(&r.Value), orNull(&r.Low), orNull(&r.High), orNull(&r.Unit)})
}

// orNull returns s, nil if it is empty.
func orNull(s *string) *string {
	if *s == "" {
		return nil
	}
	return s
}

// Rows returns the figures of text as rows. It leaves out what has no value:
// vague words, and numbers of more than 38 digits.
func Rows(text string, figures []Figure) []Row {
	rows := make([]Row, 0, len(figures))
	bytes, points := 0, 0 // how far the text was counted
	count := func(to int) int {
		points += utf8.RuneCountInString(text[bytes:to])
		bytes = to
		return points
	}
	for _, f := range figures {
		if !f.Stated.Value.IsReported() || f.Stated.Vague != "" {
			continue
		}
		r := Row{Text: f.Core.Of(text), Start: count(f.Core.Start), End: count(f.Core.End), Kind: f.Kind}
		value := f.Stated.Value.Amount().String()
		if f.Stated.High.IsReported() {
			r.Low, r.High = value, f.Stated.High.Amount().String()
		} else {
			r.Value = value
		}
		if u := f.Stated.Value.Unit(); f.hasUnit(u) {
			r.Unit = string(u)
		}
		rows = append(rows, r)
	}
	return rows
}

// hasUnit reports whether u measures f, and is not merely what f counts.
func (f *Figure) hasUnit(u lac.Unit) bool {
	switch f.Kind {
	case KindNumber, KindOrdinal:
		return false
	case KindRange:
		return u != UnitNumber && f.Noun == Span{}
	}
	return true
}
