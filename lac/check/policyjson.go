package check

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// MarshalJSON writes the numbers as text, in one form for one value.
func (p Policy) MarshalJSON() ([]byte, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	type plain Policy
	b, err := json.Marshal(plain(p))
	if err != nil {
		return nil, err
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(b, &fields); err != nil {
		return nil, err
	}
	for _, n := range p.numbers() {
		fields[n.field] = json.RawMessage(`"` + n.value.String() + `"`)
	}
	return json.Marshal(fields)
}

// UnmarshalJSON reads a policy as [Policy.MarshalJSON] writes it and validates
// it. A field that it does not know is an error ([lac.ErrUnknownCode]), not
// passed over: it may be a rule that somebody counts on. What is known of sources,
// from units to lag_days, is that of [Default] where it is left out.
func (p *Policy) UnmarshalJSON(b []byte) error {
	d := Default()
	got := Policy{Units: d.Units, Revision: d.Revision, Provisional: d.Provisional, Conversion: d.Conversion, Estimation: d.Estimation, Mirror: d.Mirror, Rest: d.Rest,
		Deflator: d.Deflator, Freight: d.Freight, Quorum: d.Quorum, Nearest: d.Nearest, Selected: d.Selected, GapYears: d.GapYears, EverYears: d.EverYears, RoundYears: d.RoundYears, LagDays: d.LagDays}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(b, &fields); err != nil {
		return fmt.Errorf("policy: %w", err)
	}
	for name := range fields {
		// The standard decoder would take "NEAR", too, and past what bounds a number.
		if !policyField(name) {
			return fmt.Errorf("policy: field %q: %w", name, lac.ErrUnknownCode)
		}
	}
	for _, n := range got.numbers() {
		var text amountText
		if raw, ok := fields[n.field]; ok {
			_ = text.UnmarshalJSON(raw) // takes every text
			delete(fields, n.field)
		}
		if text == "" {
			continue
		}
		q, err := lac.ParseNumber(string(text), lac.UnitTimes)
		if err != nil {
			return fmt.Errorf("policy: %s: %w", n.field, err)
		}
		*n.value = q.Amount()
	}
	rest, err := json.Marshal(fields)
	if err != nil {
		return fmt.Errorf("policy: %w", err)
	}
	type plain Policy
	decoder := json.NewDecoder(bytes.NewReader(rest))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode((*plain)(&got)); err != nil {
		if field, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
			return fmt.Errorf("policy: field %s: %w", field, lac.ErrUnknownCode)
		}
		return fmt.Errorf("policy: %w", err)
	}
	if len(got.Vague) == 0 {
		got.Vague = nil
	}
	if len(got.Complete) == 0 {
		got.Complete = nil // as it is read where it is left out
	}
	if err := got.Validate(); err != nil {
		return err
	}
	*p = got
	return nil
}

// policyField reports whether a policy has a field of this name in JSON.
func policyField(name string) bool {
	t := reflect.TypeFor[Policy]()
	for i := range t.NumField() {
		if tag, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); tag == name {
			return true
		}
	}
	return false
}

// An amountText is a number in JSON, quoted or not, before it is parsed.
type amountText string

// UnmarshalJSON takes the text as it stands.
func (t *amountText) UnmarshalJSON(b []byte) error {
	*t = amountText(bytes.Trim(b, `"`))
	if *t == "null" {
		*t = ""
	}
	return nil
}
