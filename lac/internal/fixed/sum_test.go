package fixed_test

import (
	"bytes"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/internal/fixed"
	"pgregory.net/rapid"
)

// sumOf returns the sum of ds and, for reference, the same as a big.Rat.
func sumOf(ds []fixed.Dec) (s fixed.Sum, x *big.Rat) {
	x = new(big.Rat)
	for _, d := range ds {
		s.Add(d)
		x.Add(x, d.Rat())
	}
	return s, x
}

// checkSum fails unless s is want by every way to read it.
func checkSum(t interface {
	Helper()
	Fatalf(string, ...any)
}, s fixed.Sum, want *big.Rat) {
	t.Helper()
	if got := s.Decimal().Rat(); got.Cmp(want) != 0 {
		t.Fatalf("Decimal() = %v; want %v", got, want)
	}
	d, err := s.Dec()
	check(t, "Dec", d, err, want)
	b := encode(t, s)
	var back fixed.Sum
	if err := back.UnmarshalBinary(b); err != nil {
		t.Fatalf("UnmarshalBinary(%x): %v", b, err)
	}
	if !back.Equal(s) || !s.Equal(back) || back.Decimal().Rat().Cmp(want) != 0 {
		t.Fatalf("%v comes back as %v", s.Decimal(), back.Decimal())
	}
	if again := encode(t, back); !bytes.Equal(again, b) {
		t.Fatalf("%x comes back as %x", b, again)
	}
}

func encode(t interface {
	Helper()
	Fatalf(string, ...any)
}, s fixed.Sum) []byte {
	t.Helper()
	b, err := s.AppendBinary(nil)
	if err != nil {
		t.Fatalf("AppendBinary: %v", err)
	}
	return b
}

// wide returns ± the sum of 2^n largest Decs.
func wide(t *testing.T, neg bool, n int) fixed.Sum {
	var s fixed.Sum
	d := parse(t, nines38)
	if neg {
		d = d.Neg()
	}
	s.Add(d)
	for range n {
		s.Merge(s)
	}
	return s
}

func TestSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := rapid.SliceOfN(decs(), 0, 20).Draw(t, "ds")
		s, x := sumOf(ds)
		checkSum(t, s, x)

		shuffled, _ := sumOf(rapid.Permutation(ds).Draw(t, "shuffled"))
		if !s.Equal(shuffled) || !bytes.Equal(encode(t, s), encode(t, shuffled)) {
			t.Fatal("the order of the terms matters")
		}
		k := rapid.IntRange(0, len(ds)).Draw(t, "k")
		left, _ := sumOf(ds[:k])
		right, _ := sumOf(ds[k:])
		right.Merge(left)
		if !s.Equal(right) {
			t.Fatal("the sum of two parts is not that of the whole")
		}

		other, y := sumOf(rapid.SliceOfN(decs(), 0, 3).Draw(t, "other"))
		if s.Equal(other) != (x.Cmp(y) == 0) {
			t.Fatalf("Equal of %v and %v", x, y)
		}
		for _, d := range ds {
			s.Add(d.Neg())
		}
		if !s.Equal(fixed.Sum{}) || !bytes.Equal(encode(t, s), []byte{1, 0}) {
			t.Fatalf("a sum less its terms is %v", s.Decimal())
		}
	})
}

func TestSumLeaves320Bits(t *testing.T) {
	for _, neg := range []bool{false, true} {
		for _, n := range []int{60, 64, 65, 66, 67, 68, 70, 120} {
			s := wide(t, neg, n)
			want := parse(t, nines38).Rat()
			want.Mul(want, new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), uint(n))))
			if neg {
				want.Neg(want)
			}
			checkSum(t, s, want)

			unit := parse(t, tiny)
			s.Add(unit)
			checkSum(t, s, want.Add(want, unit.Rat()))

			s.Merge(wide(t, !neg, n))
			checkSum(t, s, unit.Rat())
			var one fixed.Sum
			one.Add(unit)
			if !s.Equal(one) || !one.Equal(s) {
				t.Errorf("2^%d: what is left is not equal to its only term", n)
			}
		}
	}
	var s fixed.Sum
	s.Merge(wide(t, false, 400))
	if b, err := s.AppendBinary([]byte("x")); err != fixed.ErrRange || string(b) != "x" {
		t.Errorf("AppendBinary of a sum beyond 64 bytes = %x, %v", b, err)
	}
}

func TestSumCopy(t *testing.T) {
	for _, n := range []int{0, 70, 100} {
		s := wide(t, false, n)
		before := encode(t, s)
		c := s
		c.Merge(wide(t, false, 80))
		c.Merge(c)
		c.Merge(s)
		for range 5 {
			c.Add(parse(t, "-0.5"))
		}
		if got := encode(t, s); !bytes.Equal(got, before) {
			t.Errorf("2^%d: changing a copy changes the original", n)
		}
		d := s
		s.Merge(s)
		s.Add(parse(t, "1"))
		if got := encode(t, d); !bytes.Equal(got, before) {
			t.Errorf("2^%d: changing the original changes a copy", n)
		}
		_ = s.Decimal().Coefficient().SetInt64(7)
		if got := encode(t, d); !bytes.Equal(got, before) {
			t.Errorf("2^%d: changing what Decimal returns changes the sum", n)
		}
	}
}

func TestSumUnmarshalBad(t *testing.T) {
	bad := map[string]string{
		"empty":                    "",
		"no scale":                 "\x01",
		"unknown version":          "\x02\x00\x01",
		"version 0":                "\x00\x00",
		"negative zero":            "\x01\x80",
		"zero with a scale":        "\x01\x02",
		"zero spelled out":         "\x01\x00\x00",
		"leading zero":             "\x01\x00\x00\x01",
		"trailing zero":            "\x01\x01\x0a",
		"scale beyond 38":          "\x01\x27\x01",
		"scale beyond 38 negative": "\x01\xff\x01",
		"too long":                 "\x01\x00" + strings.Repeat("\x01", 65),
	}
	for name, b := range bad {
		t.Run(name, func(t *testing.T) {
			s := wide(t, false, 3)
			before := encode(t, s)
			if err := s.UnmarshalBinary([]byte(b)); !errors.Is(err, fixed.ErrSyntax) {
				t.Errorf("UnmarshalBinary(%x): %v; want ErrSyntax", b, err)
			}
			if !bytes.Equal(encode(t, s), before) {
				t.Error("a failed UnmarshalBinary changes the sum")
			}
		})
	}
	var longest fixed.Sum
	if err := longest.UnmarshalBinary([]byte("\x01\x26" + strings.Repeat("\xff", 64))); err != nil {
		t.Errorf("64 bytes: %v", err)
	}
}

// What UnmarshalBinary takes is exactly what AppendBinary writes.
func TestSumUnmarshalAny(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := rapid.SliceOfN(rapid.Byte(), 0, 70).Draw(t, "b")
		if len(b) > 1 && rapid.Bool().Draw(t, "likely") {
			b[0] = 1
			b[1] &= 0x8f
		}
		var s fixed.Sum
		if err := s.UnmarshalBinary(b); err != nil {
			if !errors.Is(err, fixed.ErrSyntax) {
				t.Fatalf("unexpected error %v", err)
			}
			return
		}
		if got := encode(t, s); !bytes.Equal(got, b) {
			t.Fatalf("%x comes back as %x", b, got)
		}
	})
}

func BenchmarkSumAdd(b *testing.B) {
	var s fixed.Sum
	d := parse(b, "1234567890.12")
	for b.Loop() {
		s.Add(d)
	}
}

// A sum that has left its words is equal to no other because the words are.
func TestSumEqualFar(t *testing.T) {
	far := wide(t, false, 66)
	var zero fixed.Sum
	for _, s := range []fixed.Sum{zero, wide(t, true, 66), wide(t, false, 67)} {
		if far.Equal(s) || s.Equal(far) {
			t.Errorf("%v is equal to %v", far.Decimal(), s.Decimal())
		}
	}
	// The same words left over, and so much in excess.
	more := far
	more.Merge(far)
	less := more
	less.Merge(wide(t, true, 66))
	if !less.Equal(far) || !far.Equal(less) || more.Equal(far) || far.Equal(more) {
		t.Error("what is added and taken away again makes a difference")
	}
	near := zero
	near.Merge(far)
	near.Merge(wide(t, true, 66))
	if !near.Equal(zero) || !zero.Equal(near) {
		t.Error("0 that was far is not 0")
	}
}

// An encoding has up to 64 bytes of coefficient, whatever its highest bit.
func TestSumOfMostBytes(t *testing.T) {
	for _, first := range []byte{0x7f, 0x80, 0xff} {
		text := append([]byte{1, 0, first}, bytes.Repeat([]byte{0xff}, 63)...)
		var s fixed.Sum
		if err := s.UnmarshalBinary(text); err != nil {
			t.Fatalf("%x: %v", first, err)
		}
		if again, err := s.AppendBinary(nil); err != nil || !bytes.Equal(again, text) {
			t.Errorf("%x is encoded as %x, %v", text, again, err)
		}
		if s.AddScaled(0, 1, 0); first == 0xff {
			if b, err := s.AppendBinary(nil); err != fixed.ErrRange {
				t.Errorf("2^512 is encoded as %x, %v", b, err)
			}
		}
	}
}
