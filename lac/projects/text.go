package projects

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// statedText is a StatedTotal as JSON has it.
type statedText struct {
	Figures *lac.Total             `json:"figures"`
	Vague   *int                   `json:"vague"`
	Hedges  map[lac.Comparator]int `json:"hedges,omitempty"`
}

// MarshalJSON writes the sum, the figures in words alone, and the hedges.
func (t StatedTotal) MarshalJSON() ([]byte, error) {
	return json.Marshal(statedText{&t.Figures, &t.Vague, t.hedges})
}

// UnmarshalJSON reads what [StatedTotal.MarshalJSON] writes; null is the zero
// StatedTotal. It errs with [lac.ErrSyntax] on anything else.
func (t *StatedTotal) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*t = StatedTotal{}
		return nil
	}
	var in statedText
	if err := readStrictly(data, &in); err != nil {
		return fmt.Errorf("stated total: %w", err)
	}
	if in.Figures == nil || in.Vague == nil || *in.Vague < 0 {
		return fmt.Errorf("stated total: %w: want figures and vague", lac.ErrSyntax)
	}
	for c, n := range in.Hedges {
		if !c.IsValid() || n <= 0 {
			return fmt.Errorf("stated total: %w: hedge %.20q", lac.ErrSyntax, string(c))
		}
	}
	*t = StatedTotal{*in.Figures, *in.Vague, in.Hedges}
	return nil
}

// totalsText is one key of Totals, as JSON has it, with its total.
type totalsText struct {
	Key   *Key   `json:"key"`
	Total *Total `json:"total"`
}

// MarshalJSON writes a list of keys with their totals.
func (t Totals) MarshalJSON() ([]byte, error) {
	list := make([]totalsText, len(t.keys))
	for i := range t.keys {
		list[i] = totalsText{&t.keys[i], &t.totals[i]}
	}
	return json.Marshal(list)
}

// UnmarshalJSON reads what [Totals.MarshalJSON] writes, keys in order; null is the
// zero Totals. It errs with [lac.ErrSyntax] on anything else.
func (t *Totals) UnmarshalJSON(data []byte) error {
	var list []totalsText
	if err := readStrictly(data, &list); err != nil {
		return fmt.Errorf("totals: %w", err)
	}
	var got Totals
	for _, x := range list {
		if x.Key == nil || x.Total == nil {
			return fmt.Errorf("totals: %w: want a key and a total", lac.ErrSyntax)
		}
		got.keys, got.totals = append(got.keys, *x.Key), append(got.totals, *x.Total)
	}
	if !slices.IsSortedFunc(got.keys, func(a, b Key) int {
		if c := a.Compare(b); c != 0 {
			return c
		}
		return 1 // equal keys are none in order
	}) {
		return fmt.Errorf("totals: %w: keys out of order", lac.ErrSyntax)
	}
	*t = got
	return nil
}

// readStrictly reads JSON that has no fields but those of v.
func readStrictly(data []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return fmt.Errorf("%w: %w", lac.ErrSyntax, err)
	}
	return nil
}
