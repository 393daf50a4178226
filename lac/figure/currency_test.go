package figure_test

import (
	"testing"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac/figure"
	"github.com/sinolac/sinolac/lac/internal/lexicon"
)

// renamed are the codes that the tables of x/text have and countries no longer use.
var renamed = map[string]string{"VEF": "VES", "STD": "STN", "MRO": "MRU", "SLL": "SLE", "ZWL": "ZWL", "BYR": "BYN", "CUC": "CUP"}

// Every currency that a country uses is read by its code, and by a name in every
// language.
func TestEveryCurrency(t *testing.T) {
	unit := func(text string, lang language.Tag) string {
		f := figure.Find(text, lang)
		if len(f) != 1 || f[0].Kind != figure.KindMoney || f[0].Core.Of(text) != text {
			return ""
		}
		return string(f[0].Stated.Value.Unit())
	}
	n := 0
	for tender := currency.Query(); tender.Next(); {
		code := tender.Unit().String()
		if now := renamed[code]; now != "" {
			code = now
		}
		n++
		if got := unit(code+" 4,000,000", language.English); got != code {
			t.Errorf("%s by its code: got %q", code, got)
		}
		for _, l := range lexicon.All() {
			names := lexicon.List(l.Money[code])
			for _, shared := range lexicon.SharedNames {
				for _, of := range shared.Of {
					if of.Code != code {
						continue
					}
					for _, noun := range lexicon.List(l.Shared[shared.Word]) {
						for _, land := range l.LandForms(code) {
							switch {
							case l.NounFirst:
								names = append(names, noun+" "+land)
							case l.Characters:
								names = append(names, land+noun)
							default:
								names = append(names, land+" "+noun)
							}
						}
					}
				}
			}
			if len(names) == 0 {
				t.Errorf("%s has no name in %s", code, l.Tag)
			}
			for _, name := range names {
				text := "7 " + name
				if l.Characters {
					text = "七亿" + name
				}
				if got := unit(text, language.Make(l.Tag)); got != code {
					t.Errorf("%s in %s, %q: got %q", code, l.Tag, text, got)
				}
			}
		}
	}
	if n < 150 {
		t.Errorf("%d currencies only", n)
	}
}
