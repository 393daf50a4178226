package figure_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac/figure"
)

// TestNumerals holds what digits, their marks and powers of ten say in English.
func TestNumerals(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"3.2e6", "3200000"}, {"1.5E+3", "1500"}, {"2e-3", "0.002"}, {"1e5", "100000"}, {"1e12", "1000000000000"},
		{"3.2×10^6", "3200000"}, {"3.2 x 10^6", "3200000"}, {"3.2 X 10^6", "3200000"}, {"3.2*10^6", "3200000"}, {"3.2 × 10^-3", "0.0032"}, {"3 × 10^−2", "0.03"}, {"3 × 10^12", "3000000000000"},
		{"10^6", "1000000"}, {"10^-2", "0.01"}, {"10^12", "1000000000000"},
		{"1,234", "1234"}, {"1,234.5", "1234.5"}, {"1,234,567", "1234567"}, {"1,23,45,678", "12345678"}, {"12 345 678", "12345678"},
		{"0.123", "0.123"}, {"0.05", "0.05"}, {"100", "100"}, {"1,000.00", "1000"}, {"123456789012345", "123456789012345"},
	} {
		text := "They counted " + tt.text + " of them."
		var got []string
		for _, f := range figure.Find(text, language.English) {
			if f.Core.Of(text) == tt.text {
				got = append(got, f.Stated.Value.Amount().String())
			}
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s is %s, want %s", tt.text, got, tt.want)
		}
	}
}

// A number ends where what follows does not fit into it, and so does its numeral.
func TestNumeralsThatEnd(t *testing.T) {
	for text, want := range map[string]string{
		"two hundred and three hundred men": "two hundred; three hundred",
		"five thousand and two million":     "five thousand; two",
		"two hundred fifty hundred":         "two hundred; fifty hundred",
	} {
		var got []string
		for _, f := range figure.Find(text, language.English) {
			got = append(got, f.Numeral.Of(text))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: %s, want %s", text, strings.Join(got, "; "), want)
		}
	}
}
