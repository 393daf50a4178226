package parquet

import (
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// A textFunc returns the text of a value that is not null. Beside an error it is what to
// show of the value.
type textFunc func(parquet.Value) (string, error)

// textOf returns how the values of a column are written, or why the column is refused.
func textOf(c *parquet.Column, doubles bool) (textFunc, error) {
	switch {
	case !c.Leaf():
		return nil, errors.New("it holds groups or lists, which are no cells: leave it out")
	case c.Repeated():
		return nil, errors.New("it holds lists, which are no cells: leave it out")
	}
	typ := c.Type()
	var logical format.LogicalTypeValue
	if l := typ.LogicalType(); l != nil {
		logical = l.Value
	}
	if _, null := logical.(*format.NullType); null {
		return func(parquet.Value) (string, error) { return "", nil }, nil
	}
	kind := typ.Kind()
	switch l := logical.(type) {
	case nil, *format.StringType, *format.EnumType, *format.JsonType:
		if text := plain(kind, doubles); text != nil {
			return text, nil
		}
	case *format.IntType:
		return integer(kind, l.IsSigned), nil
	case *format.DecimalType:
		return decimals(kind, l.Scale)
	case *format.DateType:
		return func(v parquet.Value) (string, error) {
			return instant(time.Unix(int64(v.Int32())*86_400, 0), false)
		}, nil
	case *format.TimestampType:
		return timestamps(l)
	case *format.UUIDType:
		return func(v parquet.Value) (string, error) {
			b := v.ByteArray()
			if len(b) != 16 {
				return "", fmt.Errorf("%w: %d bytes are no UUID", lac.ErrSyntax, len(b))
			}
			return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:]), nil
		}, nil
	}
	if logical == nil && (kind == parquet.Double || kind == parquet.Float) {
		return nil, fmt.Errorf("it is in binary floating point (%v), in which decimal amounts are not exact: set Doubles if the shortest decimal is what was meant, or leave it out", kind)
	}
	return nil, fmt.Errorf("it is of type %v, which is no text: leave it out", typ)
}

// plain returns the texts of a physical type without another meaning; nil if it has none.
func plain(kind parquet.Kind, doubles bool) textFunc {
	switch kind {
	case parquet.Boolean:
		return func(v parquet.Value) (string, error) { return strconv.FormatBool(v.Boolean()), nil }
	case parquet.Int32, parquet.Int64:
		return integer(kind, true)
	case parquet.Int96:
		return int96
	case parquet.ByteArray:
		return func(v parquet.Value) (string, error) {
			if s := string(v.ByteArray()); utf8.ValidString(s) {
				return s, nil
			}
			return fmt.Sprintf("%x", v.ByteArray()), fmt.Errorf("%w: want text in UTF-8", lac.ErrSyntax)
		}
	case parquet.Float, parquet.Double:
		if doubles {
			return shortest
		}
	}
	return nil
}

func integer(kind parquet.Kind, signed bool) textFunc {
	return func(v parquet.Value) (string, error) {
		switch {
		case kind == parquet.Int32 && signed:
			return strconv.FormatInt(int64(v.Int32()), 10), nil
		case kind == parquet.Int32:
			return strconv.FormatUint(uint64(v.Uint32()), 10), nil
		case signed:
			return strconv.FormatInt(v.Int64(), 10), nil
		}
		return strconv.FormatUint(v.Uint64(), 10), nil
	}
}

// shortest returns the shortest decimal that stands for a binary number, without an
// exponent. Its text is what the value's own method gives.
func shortest(v parquet.Value) (string, error) {
	s := v.String()
	if s == "NaN" {
		return "", nil
	}
	d, err := decimal.NewFromString(s)
	if err != nil {
		return s, fmt.Errorf("%w: want a number", lac.ErrSyntax)
	}
	return d.String(), nil
}

// decimals returns the texts of integers that stand for so many decimals.
func decimals(kind parquet.Kind, scale int32) (textFunc, error) {
	if scale < 0 || scale > 100 {
		return nil, fmt.Errorf("%w: decimals of scale %d", lac.ErrRange, scale)
	}
	return func(v parquet.Value) (string, error) {
		unscaled := new(big.Int)
		switch kind {
		case parquet.Int32:
			unscaled.SetInt64(int64(v.Int32()))
		case parquet.Int64:
			unscaled.SetInt64(v.Int64())
		default: // two's complement, the highest byte first
			b := v.ByteArray()
			if len(b) == 0 || len(b) > 64 {
				return "", fmt.Errorf("%w: a decimal of %d bytes", lac.ErrRange, len(b))
			}
			unscaled.SetBytes(b)
			if b[0] >= 0x80 {
				unscaled.Sub(unscaled, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
			}
		}
		return decimal.NewFromBigInt(unscaled, -scale).String(), nil
	}, nil
}

func timestamps(l *format.TimestampType) (textFunc, error) {
	var at func(int64) time.Time
	switch l.Unit.Value.(type) {
	case *format.MilliSeconds:
		at = time.UnixMilli
	case *format.MicroSeconds:
		at = time.UnixMicro
	case *format.NanoSeconds:
		at = func(n int64) time.Time { return time.Unix(0, n) }
	default:
		return nil, fmt.Errorf("%w: timestamps in no unit that is known", lac.ErrSyntax)
	}
	return func(v parquet.Value) (string, error) { return instant(at(v.Int64()), l.IsAdjustedToUTC) }, nil
}

// int96 returns a timestamp as older programs write it: the nanoseconds of a day, and
// the day counted as astronomers do, on which 1 January 1970 is 2,440,588.
func int96(v parquet.Value) (string, error) {
	i := v.Int96()
	nanoseconds := int64(i[1])<<32 | int64(i[0])
	if nanoseconds < 0 || nanoseconds >= int64(24*time.Hour) {
		return i.String(), fmt.Errorf("%w: want the nanoseconds of a day", lac.ErrRange)
	}
	return instant(time.Unix((int64(i[2])-2_440_588)*86_400, nanoseconds), false)
}

// instant returns the day of an instant, with the time if it is not midnight.
func instant(t time.Time, utc bool) (string, error) {
	t = t.UTC()
	if t.Year() < 1 || t.Year() > 9999 {
		return strconv.FormatInt(t.Unix(), 10), fmt.Errorf("%w: want a day of the years 1 to 9999", lac.ErrRange)
	}
	switch h, m, s := t.Clock(); {
	case h == 0 && m == 0 && s == 0 && t.Nanosecond() == 0:
		return t.Format(time.DateOnly), nil
	case utc:
		return t.Format("2006-01-02T15:04:05.999999999Z"), nil
	}
	return t.Format("2006-01-02T15:04:05.999999999"), nil
}
