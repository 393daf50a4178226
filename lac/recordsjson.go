package lac

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac/internal/jsonkeys"
)

// MarshalJSON writes a list for each family that has a record.
func (r Records) MarshalJSON() ([]byte, error) {
	if r.TradeTable != nil {
		r.Trade = slices.AppendSeq(slices.Clip(r.Trade), r.TradeTable.All())
	}
	type plain Records
	return json.Marshal(plain(r))
}

// What the JSON of records may have at most, so that a text which is no records ends
// in an error before it fills the memory.
const (
	MaxRecordBytes    = 16 << 20 // the length of one record
	MaxRecordElements = 100_000  // the elements of all lists within one record
	MaxInvalidRecords = 1000     // the records of a bundle that are not valid
)

// UnmarshalJSON reads what [Records.MarshalJSON] writes; null is the empty bundle. It
// reads records that are not valid, for [NewDataset] to say what is wrong with each.
// It errs with [ErrRange] beyond [MaxRecordBytes], [MaxRecordElements] or
// [MaxInvalidRecords], and with [ErrSyntax] on what is no list of records, or names a
// family twice.
func (r *Records) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*r = Records{}
		return nil
	}
	var got Records
	if err := got.read(data, false); err != nil {
		return fmt.Errorf("records: %w", err)
	}
	*r = got
	return nil
}

// read reads records one by one. Members of other names are an error if strict, else
// passed over.
func (r *Records) read(data []byte, strict bool) error {
	d := json.NewDecoder(bytes.NewReader(data))
	if start, err := d.Token(); err != nil || start != json.Delim('{') {
		return fmt.Errorf("%w: want an object", ErrSyntax)
	}
	seen := map[string]bool{}
	var invalid invalidRecords
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return jsonError(err)
		}
		name, _ := token.(string)
		i := slices.IndexFunc(families[:], func(f family) bool { return strings.EqualFold(f.name, name) })
		switch {
		case i >= 0 && seen[families[i].name]:
			return fmt.Errorf("%w: %s stands twice", ErrSyntax, quote(name))
		case i >= 0:
			seen[families[i].name] = true
			err = r.readFamily(d, &families[i], strict, &invalid)
		case strict:
			return fmt.Errorf("%s: %w: want the name of a family of records", quote(name), ErrUnknownCode)
		default:
			err = d.Decode(&json.RawMessage{})
		}
		if err != nil {
			return jsonError(err)
		}
	}
	return nil
}

func (r *Records) readFamily(d *json.Decoder, f *family, strict bool, invalid *invalidRecords) error {
	switch start, err := d.Token(); {
	case err != nil || start == nil: // null
		return err
	case start != json.Delim('['):
		return fmt.Errorf("%s: %w: want a list", f.name, ErrSyntax)
	}
	for n := 0; d.More(); n++ {
		var text json.RawMessage
		err := d.Decode(&text)
		switch {
		case err != nil:
		case text[0] != '{':
			err = fmt.Errorf("%w: want an object", ErrSyntax)
		case len(text) > MaxRecordBytes:
			err = fmt.Errorf("%w: more than %d bytes", ErrRange, MaxRecordBytes)
		case jsonkeys.Elements(text) > MaxRecordElements:
			err = fmt.Errorf("%w: lists of more than %d elements", ErrRange, MaxRecordElements)
		}
		var record Record
		if err == nil {
			record, err = f.read(r, text, strict)
		}
		if err == nil {
			err = invalid.add(record.Validate())
		}
		if err != nil {
			return fmt.Errorf("%s[%d]: %w", f.name, n, jsonError(err))
		}
	}
	_, err := d.Token()
	return err
}

// invalidRecords counts records that are not valid.
type invalidRecords struct{ n int }

func (i *invalidRecords) add(err error) error {
	if err == nil {
		return nil
	}
	if i.n++; i.n > MaxInvalidRecords {
		return fmt.Errorf("%w: more than %d records are not valid: %w", ErrRange, MaxInvalidRecords, err)
	}
	return nil
}

// jsonError is an error of reading JSON as one of this package's own. Those of package
// json may quote the whole text.
func jsonError(err error) error {
	switch text := err.Error(); {
	case len(text) > 400:
		return fmt.Errorf("%w: %s", ErrSyntax, shortened(text))
	case errors.Is(err, ErrSyntax) || errors.Is(err, ErrRange) || errors.Is(err, ErrUnknownCode) || errors.Is(err, ErrMissing):
		return err
	}
	return fmt.Errorf("%w: %w", ErrSyntax, err)
}

// MarshalJSON writes the records, as [Records.MarshalJSON] does. It errs with
// [ErrMissing] on the zero Dataset, which [NewDataset] has not made.
func (d *Dataset) MarshalJSON() ([]byte, error) {
	if d.trade == nil {
		return nil, fmt.Errorf("dataset: %w", ErrMissing)
	}
	r := d.records
	r.Trade = slices.Collect(d.Trade())
	return json.Marshal(r)
}

// UnmarshalJSON makes a dataset of what [Dataset.MarshalJSON] and
// [Records.MarshalJSON] write. It errs as [NewDataset] and [Records.UnmarshalJSON],
// and with [ErrSyntax] on anything else, null and members of other names included.
func (d *Dataset) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return fmt.Errorf("dataset: %w: null", ErrSyntax)
	}
	var r Records
	if err := r.read(data, true); err != nil {
		return fmt.Errorf("dataset: %w", err)
	}
	made, err := NewDataset(r)
	if err != nil {
		return err
	}
	*d = *made
	return nil
}

// MarshalJSON writes the records as a list.
func (t *TradeTable) MarshalJSON() ([]byte, error) {
	return json.Marshal(slices.AppendSeq([]TradeRecord{}, t.All()))
}

// UnmarshalJSON reads what [TradeTable.MarshalJSON] writes; null is the empty
// table. It errs as [TradeTable.Append] at the first record that is not valid, and with
// [ErrSyntax] on what is no list of records.
func (t *TradeTable) UnmarshalJSON(data []byte) error {
	var got TradeTable
	d := json.NewDecoder(bytes.NewReader(data))
	switch start, err := d.Token(); {
	case err == nil && start == nil: // null
	case err != nil || start != json.Delim('['):
		return fmt.Errorf("trade table: %w: want a list", ErrSyntax)
	}
	for n := 0; d.More(); n++ {
		var r TradeRecord
		err := d.Decode(&r)
		if err == nil {
			err = got.Append(r)
		}
		if err != nil {
			return fmt.Errorf("trade table: [%d]: %w", n, jsonError(err))
		}
	}
	*t = got
	return nil
}
