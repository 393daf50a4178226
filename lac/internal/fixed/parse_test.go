package fixed_test

import (
	"math/big"
	"regexp"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/internal/fixed"
)

func TestParse(t *testing.T) {
	tests := []struct {
		in, want string
		err      error
	}{
		{"0", "0", nil},
		{"-0", "0", nil},
		{"-0.000e-999", "0", nil},
		{"0e999", "0", nil},
		{"+1", "1", nil},
		{"007.50", "7.5", nil},
		{"-12.340", "-12.34", nil},
		{"1e3", "1000", nil},
		{"1E-3", "0.001", nil},
		{"1.5e+1", "15", nil},
		{"12300e-2", "123", nil},
		{"1" + strings.Repeat("0", 37), "1" + strings.Repeat("0", 37), nil},
		{"1e37", "1" + strings.Repeat("0", 37), nil},
		{"1e38", "", fixed.ErrRange},
		{"1e-38", tiny, nil},
		{"1e-39", "", fixed.ErrRange},
		{"10e-39", tiny, nil},
		{nines38, nines38, nil},
		{"-" + nines38, "-" + nines38, nil},
		{nines38 + "9", "", fixed.ErrRange},
		{nines38 + ".0000", nines38, nil},
		{nines38 + ".1", "", fixed.ErrRange},
		{nines38 + "e-38", "0." + nines38, nil},
		{"1." + strings.Repeat("0", 98), "1", nil},
		{"1." + strings.Repeat("0", 99), "", fixed.ErrRange},
		{strings.Repeat("0", 99) + "1", "1", nil},
		{strings.Repeat("0", 50) + "1" + strings.Repeat("0", 49) + "e-49", "", fixed.ErrRange},
		{"1" + strings.Repeat("0", 60) + "e-60", "1", nil},
		{"9223372036854775807", "9223372036854775807", nil},
		{"9999999999999999999", "9999999999999999999", nil},
		{"99999999999999999999", "99999999999999999999", nil},
		{"18446744073709551616", "18446744073709551616", nil},
		{"340282366920938463463374607431768211456", "", fixed.ErrRange},
		{"1e0001", "", fixed.ErrRange},
		{"0e1000", "", fixed.ErrRange},
		{"1e999999999", "", fixed.ErrRange},
		{"1e9999999999999999999999x", "", fixed.ErrSyntax},
		{strings.Repeat("9", 101), "", fixed.ErrRange},
		{strings.Repeat("x", 101), "", fixed.ErrSyntax},
		{strings.Repeat("9", 99) + "x9", "", fixed.ErrSyntax},
		{strings.Repeat("9", 40) + "x", "", fixed.ErrSyntax},
		{"", "", fixed.ErrSyntax},
		{"+", "", fixed.ErrSyntax},
		{"--1", "", fixed.ErrSyntax},
		{".5", "", fixed.ErrSyntax},
		{"5.", "", fixed.ErrSyntax},
		{"-.", "", fixed.ErrSyntax},
		{"5.e1", "", fixed.ErrSyntax},
		{"1..2", "", fixed.ErrSyntax},
		{"1.2.3", "", fixed.ErrSyntax},
		{"e1", "", fixed.ErrSyntax},
		{"1e", "", fixed.ErrSyntax},
		{"1e+", "", fixed.ErrSyntax},
		{"1e1.5", "", fixed.ErrSyntax},
		{"1_000", "", fixed.ErrSyntax},
		{"1,000", "", fixed.ErrSyntax},
		{" 1", "", fixed.ErrSyntax},
		{"1 ", "", fixed.ErrSyntax},
		{"0x10", "", fixed.ErrSyntax},
		{"Inf", "", fixed.ErrSyntax},
		{"NaN", "", fixed.ErrSyntax},
		{"\uff11", "", fixed.ErrSyntax},
	}
	for _, tt := range tests {
		d, err := fixed.Parse(tt.in)
		if err != tt.err || err == nil && d.String() != tt.want {
			t.Errorf("Parse(%q) = %v, %v; want %s, %v", tt.in, d, err, tt.want, tt.err)
		}
		b, errB := fixed.Parse([]byte(tt.in))
		if b != d || errB != err {
			t.Errorf("Parse([]byte(%q)) = %v, %v; Parse of the string %v, %v", tt.in, b, errB, d, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"0", "-0.0", "12.50", "+1e3", "1E-38", "1e-39", nines38, nines38 + "e-38", nines38 + "0e-1",
		"1e999", "1e1000", "1_0", ".5", "5.", "1e", "NaN", "0x1p3", "1/2", strings.Repeat("0", 101),
		strings.Repeat("1", 100), "12345678901234567890", "99999999999999999999999999999999999999.0000",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := fixed.Parse(s)
		if b, errB := fixed.Parse([]byte(s)); b != d || errB != err {
			t.Fatalf("%q: %v, %v as string, %v, %v as bytes", s, d, err, b, errB)
		}
		if len(s) > 100 {
			want := fixed.ErrSyntax
			if strings.Trim(s[:100], "0123456789+-.eE") == "" {
				want = fixed.ErrRange
			}
			if err != want {
				t.Fatalf("%q: %v; want %v", s, err, want)
			}
			return
		}
		m := number.FindStringSubmatch(s)
		switch {
		case m == nil:
			if err != fixed.ErrSyntax {
				t.Fatalf("%q: %v, %v; want ErrSyntax", s, d, err)
			}
			return
		case len(m[3]) > 3:
			if err != fixed.ErrRange {
				t.Fatalf("%q: %v, %v; want ErrRange", s, d, err)
			}
			return
		}
		want, ok := new(big.Rat).SetString(s)
		if !ok {
			t.Fatalf("big.Rat refuses %q", s)
		}
		check(t, s, d, err, want)
		if err == nil && parse(t, d.String()) != d {
			t.Fatalf("%q: %v does not come back", s, d)
		}
	})
}

var number = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?([0-9]+))?$`)

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		if _, err := fixed.Parse("1234567890.12"); err != nil {
			b.Fatal(err)
		}
	}
}
