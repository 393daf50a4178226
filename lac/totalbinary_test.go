package lac_test

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"hash/crc32"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac"
	"pgregory.net/rapid"
)

func TestTotalBinaryForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		totals := rapid.OneOf(anyTotal(), anyNumbers())
		a, b := totals.Draw(t, "a"), totals.Draw(t, "b")
		data := must(a.MarshalBinary())
		var got lac.Total
		if err := got.UnmarshalBinary(data); err != nil || !got.Equal(a) || !cmp.Equal(got, a) {
			t.Fatalf("%x of %v is read as %v, %v", data, a, got, err)
		}
		if !maps.Equal(maps.Collect(got.Excluded()), maps.Collect(a.Excluded())) {
			t.Errorf("exclusions of %v were lost", a)
		}
		if other := must(b.MarshalBinary()); a.Equal(b) != (string(data) == string(other)) {
			t.Errorf("%v and %v: Equal and binary form disagree", a, b)
		}
		for n := range data {
			if err := got.UnmarshalBinary(data[:n]); err == nil {
				t.Fatalf("%x cut to %d bytes is read as %v", data, n, got)
			}
		}
		if err := got.UnmarshalBinary(append(slices.Clone(data), 0)); err == nil {
			t.Fatalf("%x with a byte more is read as %v", data, got)
		}
		if !got.Equal(a) {
			t.Error("a failed reading changed the total")
		}
		at := rapid.IntRange(0, len(data)-1).Draw(t, "at")
		bad := slices.Clone(data)
		bad[at] ^= byte(rapid.IntRange(1, 255).Draw(t, "flip"))
		if err := got.UnmarshalBinary(bad); err == nil {
			t.Errorf("%x with byte %d changed is read as %v", data, at, got)
		}
	})
}

// sealed appends the checksum that a total's binary form ends in.
func sealed(data ...[]byte) []byte {
	body := slices.Concat(data...)
	return binary.BigEndian.AppendUint32(body, crc32.ChecksumIEEE(body))
}

func TestTotalBinaryRefuses(t *testing.T) {
	total := must(lac.Sum(slicesOf(money("5 USD"), lac.Money{}), same[lac.Money]))
	form := must(total.MarshalBinary())
	good := form[:len(form)-4]
	if string(sealed(good)) != string(form) {
		t.Fatalf("%x does not end in its checksum", form)
	}
	none := []byte{1, 0, 0, 0}                    // no records, none missing, no unit
	zero := must(lac.Total{}.MarshalBinary())[5:] // the sum of nothing
	zero = zero[:len(zero)-4]
	left := func(g lac.Guard, n byte) []byte { return append(append([]byte{byte(len(g))}, g...), n) }
	for rule, data := range map[string][]byte{
		"nothing":                        nil,
		"less than a checksum":           {1, 2, 3},
		"a checksum alone":               sealed(),
		"no checksum":                    good,
		"another version":                sealed([]byte{2}, good[1:]),
		"a count in a longer form":       sealed([]byte{1, 0x81, 0x00}, good[2:]),
		"a unit as long as memory":       sealed([]byte{1, 1, 1}, binary.AppendUvarint(nil, 1<<62)),
		"exclusions as many as memory":   sealed(none, binary.AppendUvarint(nil, 1<<40)),
		"a sum in dollars of no records": sealed([]byte{1, 0}, good[2:]),
		"a sum of no records":            sealed(none, []byte{0}, good[len(good)-3:]),
		"a unit that is none":            sealed([]byte(strings.Replace(string(good), "USD", "US$", 1))),
		"an exclusion under no rule":     sealed(none, []byte{1}, left("", 1), zero),
		"an exclusion of no records":     sealed(none, []byte{1}, left(lac.GuardRegion, 0), zero),
		"exclusions out of order":        sealed(none, []byte{2}, left(lac.GuardRegion, 1), left(lac.GuardBooks, 1), zero),
		"the same exclusion twice":       sealed(none, []byte{2}, left(lac.GuardRegion, 1), left(lac.GuardRegion, 1), zero),
	} {
		t.Run(rule, func(t *testing.T) {
			got := total
			if err := got.UnmarshalBinary(data); !errors.Is(err, lac.ErrSyntax) || !got.Equal(total) {
				t.Errorf("%x is read as %v, %v", data, got, err)
			}
		})
	}
	var got lac.Total
	if err := got.UnmarshalBinary(sealed(none, []byte{1}, left(lac.GuardRegion, 3), zero)); err != nil {
		t.Errorf("what these differ from is refused too: %v", err)
	}
}

func FuzzTotalUnmarshalBinary(f *testing.F) {
	f.Add(must(lac.Total{}.MarshalBinary()))
	f.Add(must(must(lac.Sum(slicesOf(money("518.467 USD"), lac.Money{}, money("-1 USD")), same[lac.Money])).MarshalBinary()))
	f.Add(must(must(lac.Sum(slicesOf(decimal.New(12345678901, -3), decimal.New(-1, 95)), same[decimal.Decimal])).MarshalBinary()))
	for _, t := range excludingTotals() {
		f.Add(must(t.MarshalBinary()))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var total lac.Total
		if len(data) >= 4 && total.UnmarshalBinary(data) != nil {
			data = sealed(data[:len(data)-4]) // else no change would get past the checksum
		}
		if err := total.UnmarshalBinary(data); err != nil {
			if !errors.Is(err, lac.ErrSyntax) || !total.Equal(lac.Total{}) {
				t.Fatalf("%x is read as %v, %v", data, total, err)
			}
			return
		}
		if again := must(total.MarshalBinary()); string(again) != string(data) {
			t.Fatalf("%x is written %x", data, again)
		}
		_, _ = total.String(), must(json.Marshal(total))
		if twice, err := total.Merge(total); err != nil || twice.Records != 2*total.Records {
			t.Fatalf("%v twice is %v, %v", total, twice, err)
		}
	})
}
