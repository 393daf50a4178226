package figure_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac/figure"
)

// TestFractionsInText holds what halves, slashes and mixed numbers say.
func TestFractionsInText(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "half a million men", "500000 men"},
		{"en", "half of it", "0.5 number"},
		{"en", "half a percent", "0.5 percent"},
		{"en", "half a dozen ships", "6 ships"},
		{"en", "two dollars and a half", "2.5 USD"},
		{"en", "two dollars and half a million men", "2 USD; 500000 men"},
		{"en", "three quarters of a million men", "750000 men"},
		{"en", "a quarter-million men", "250000 men"},
		{"en", "a quarter of the men", "0.25 men"},
		{"en", "3/4 of the firms", "0.75 companies"},
		{"en", "3/2 of the firms", "1.5 companies"},
		{"en", "1/1000 of the firms", "0.001 companies"},
		{"en", "16/16 of the firms", "1 companies"},
		{"en", "2 1/2 tons", "2.5 t"},
		{"en", "2½ tons", "2.5 t"},
		{"en", "½ of the firms", "0.5 companies"},
		{"es", "medio millón de hombres", "500000 hombres"},
		{"es", "medio punto porcentual", "0.5 percentage-points"},
		{"es", "un cuarto de punto porcentual", "0.25 percentage-points"},
		{"es", "un millón y medio de hombres", "1500000 hombres"},
		{"pt", "meio milhão de homens", "500000 homens"},
		{"zh", "每十家企业中有三家亏损", "0.3 number"},
		{"zh", "每100名学生中就有15名来自巴西", "0.15 number"},
		{"zh", "每3个月中有两次会议", "3 months; 2 meetings"},
		{"zh", "每10公里有3座桥", "10 km; 3 number"},
	} {
		var got []string
		for _, f := range figure.Find(tt.text, language.MustParse(tt.lang)) {
			got = append(got, f.Stated.Value.String())
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s: %s, want %s", tt.text, strings.Join(got, "; "), tt.want)
		}
	}
}

// Dates and the hours of the day are no fractions.
func TestSlashesThatAreNoFractions(t *testing.T) {
	for _, text := range []string{"on 1/2/2020 it came", "open 24/7 since then", "the year 2019/20 was it", "01/02 was it", "1/0 was it"} {
		for _, f := range figure.Find(text, language.English) {
			if f.Denominator != 0 {
				t.Errorf("%s: %s is %d/%d", text, f.Core.Of(text), f.Numerator, f.Denominator)
			}
		}
	}
}
