package extract_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
)

func TestUndatedNamesTheTimesThatNeedADate(t *testing.T) {
	tests := []struct {
		lang, text string
		want       []string
	}{
		{"en", "On Monday the ministry said that exports rose 5 percent in May and fell last year. In 2023 they rose.", []string{"Monday", "May", "last year"}},
		{"es", "El año pasado las ventas crecieron 5%.", []string{"año pasado"}},
		{"zh", "去年贸易额增长5%。", []string{"去年"}},
		{"pt", "Em 2023 as vendas cresceram 5%.", nil},
	}
	for _, tt := range tests {
		o := extract.Options{Language: language.Make(tt.lang)}
		if diff := cmp.Diff(tt.want, extract.Undated(tt.text, o)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.text, diff)
		}
		o.Date = lac.DateOf(2024, 5, 14)
		if got := extract.Undated(tt.text, o); got != nil {
			t.Errorf("%s: %q with a date", tt.text, got)
		}
	}
}
