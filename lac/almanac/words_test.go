package almanac_test

import (
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac/almanac"
)

// What has words in other languages is in the almanac, and has them in all three.
func TestWords(t *testing.T) {
	records, err := almanac.Records()
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(records); err != nil {
		t.Fatal(err)
	}
	spanish, portuguese, chinese := almanac.Words(language.Spanish), almanac.Words(language.BrazilianPortuguese), almanac.Words(language.Chinese)
	if len(spanish) < 150 {
		t.Errorf("%d words", len(spanish))
	}
	for english := range spanish {
		if !strings.Contains(text.String(), `"`+english+`"`) && !strings.Contains(text.String(), `"`+strings.ReplaceAll(english, " ", "-")+`"`) {
			t.Errorf("nothing in the almanac says %q", english)
		}
		if spanish[english] == "" || portuguese[english] == "" || chinese[english] == "" {
			t.Errorf("%q is not in every language", english)
		}
	}
	if almanac.Words(language.English) != nil || almanac.Words(language.Japanese) != nil {
		t.Error("words of a language that has none")
	}
}
