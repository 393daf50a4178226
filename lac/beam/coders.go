package lacbeam

import (
	"encoding/json"
	"fmt"
	"io"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/graph/coder"
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// Beam writes a struct field by field and leaves out, without a word, the fields that
// are not exported: without what is registered here, a Money would arrive as
// Money{}. A coder that is registered for a type does not help where the type is a field of
// another: schema providers do. Errors ([lac.RowError] and others) and [lac.Record] are no
// elements of a pipeline, which Beam says when one is built.
func init() {
	asText[lac.Money]()
	asText[lac.Quantity]()
	asText[lac.Date]()
	asText[lac.Period]()
	asText[decimal.Decimal]()
	asBinary[lac.Total]()
	asBinary[lac.TradeStream]()
	asJSON[lac.TradeTotals]()
	asJSON[lac.TradeTable]()
	asJSON[lac.Dataset]()
}

// asText makes Beam write T as its text.
func asText[T any, P interface {
	*T
	MarshalText() ([]byte, error)
	UnmarshalText([]byte) error
}]() {
	provide(func(v *T) ([]byte, error) { return P(v).MarshalText() }, func(v *T, b []byte) error { return P(v).UnmarshalText(b) })
}

// asBinary makes Beam write T in its binary form.
func asBinary[T any, P interface {
	*T
	MarshalBinary() ([]byte, error)
	UnmarshalBinary([]byte) error
}]() {
	provide(func(v *T) ([]byte, error) { return P(v).MarshalBinary() }, func(v *T, b []byte) error { return P(v).UnmarshalBinary(b) })
}

// asJSON makes Beam write T as JSON.
func asJSON[T any]() {
	provide(func(v *T) ([]byte, error) { return json.Marshal(v) }, func(v *T, b []byte) error { return json.Unmarshal(b, v) })
}

// provide makes Beam write T, wherever it stands, as marshal does.
func provide[T any](marshal func(*T) ([]byte, error), unmarshal func(*T, []byte) error) {
	rt := reflect.TypeFor[T]()
	p := provider[T]{marshal, unmarshal}
	// Under an identifier of its own: RegisterSchemaProvider would take the bare name, which a
	// Money or Date of somebody else has too.
	beam.RegisterSchemaProviderWithURN(rt, p, "sinolac:"+rt.String()+":v1")
	// An element that is a *T is not read by what is registered for T.
	coder.RegisterSchemaProviders(reflect.PointerTo(rt), p.BuildEncoder, p.BuildDecoder)
}

// A provider is a [beam.SchemaProvider] of T.
type provider[T any] struct {
	marshal   func(*T) ([]byte, error)
	unmarshal func(*T, []byte) error
}

// A form is what Beam's schema says of a type: a row of one field, which is empty for the
// zero value.
type form struct{ Form []byte }

func (p provider[T]) FromLogicalType(reflect.Type) (reflect.Type, error) {
	return reflect.TypeFor[form](), nil
}

// BuildEncoder returns an encoder of T or *T.
func (p provider[T]) BuildEncoder(rt reflect.Type) (func(any, io.Writer) error, error) {
	return func(v any, w io.Writer) error {
		var of *T
		if rt.Kind() == reflect.Pointer {
			of = v.(*T)
		} else {
			value := v.(T)
			of = &value
		}
		var b []byte
		if !reflect.ValueOf(of).Elem().IsZero() {
			var err error
			if b, err = p.marshal(of); err != nil {
				return fmt.Errorf("encoding a %v: %w", rt, err)
			}
		}
		if err := coder.WriteSimpleRowHeader(1, w); err != nil {
			return err
		}
		return coder.EncodeBytes(b, w)
	}, nil
}

// BuildDecoder returns a decoder of T or *T.
func (p provider[T]) BuildDecoder(rt reflect.Type) (func(io.Reader) (any, error), error) {
	return func(r io.Reader) (any, error) {
		if err := coder.ReadSimpleRowHeader(1, r); err != nil {
			return nil, err
		}
		b, err := coder.DecodeBytes(r)
		if err != nil {
			return nil, err
		}
		of := new(T)
		if len(b) > 0 {
			if err := p.unmarshal(of, b); err != nil {
				return nil, fmt.Errorf("decoding a %v: %w", rt, err)
			}
		}
		if rt.Kind() == reflect.Pointer {
			return of, nil
		}
		return *of, nil
	}, nil
}
