package lac

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// MarshalJSON writes a list of keys with their totals, and with the coverage of
// each flow and of all together.
func (t TradeTotals) MarshalJSON() ([]byte, error) {
	list := make([]keyedTotal, 0, t.Len())
	for k, total := range t.All() {
		keyed := keyedTotal{Key: &k, Total: &total}
		for _, f := range [...]TradeFlow{"", Export, Import, ReExport, ReImport, Turnover} {
			if c, ok := t.Coverage(k, f); ok {
				if keyed.Coverage == nil {
					keyed.Coverage = map[TradeFlow]TradeCoverage{}
				}
				keyed.Coverage[f] = c
			}
		}
		list = append(list, keyed)
	}
	return json.Marshal(list)
}

// UnmarshalJSON reads what [TradeTotals.MarshalJSON] writes; null is the zero
// TradeTotals. It errs with [ErrSyntax] if a key or total is absent, if the keys are
// not in order, each once, or if a field is there that is none.
func (t *TradeTotals) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*t = TradeTotals{}
		return nil
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	fail := func(n int, err error) error { return fmt.Errorf("trade totals: the total no. %d: %w", n+1, err) }
	if start, err := d.Token(); err != nil || start != json.Delim('[') {
		return fmt.Errorf("trade totals: %w: want a list", ErrSyntax)
	}
	var read []keyedTotal
	for d.More() {
		// One by one, so that a list that is no totals ends with its first element.
		var k keyedTotal
		if err := d.Decode(&k); err != nil {
			return fail(len(read), jsonError(err))
		}
		if k.Key == nil || k.Total == nil {
			return fail(len(read), ErrMissing)
		}
		if n := len(read); n > 0 && read[n-1].Key.Compare(*k.Key) >= 0 {
			return fail(n, fmt.Errorf("%w: the keys are not in order", ErrSyntax))
		}
		for f := range k.Coverage {
			if f != "" && !f.IsValid() {
				return fail(len(read), fmt.Errorf("%w: the flow %s", ErrUnknownCode, quote(string(f))))
			}
		}
		read = append(read, k)
	}
	*t = TradeTotals{read: read}
	return nil
}
