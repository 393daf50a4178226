package extract_test

import (
	"fmt"
	"slices"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
)

// The names of countries as the United Nations' lists have them in a language, and as
// people on either side of the Atlantic write them.
func TestNamesOfCountries(t *testing.T) {
	sentences := map[string]string{
		"es": "El comercio entre China y %s alcanzó 900 millones de dólares en 2022.",
		"pt": "O comércio entre a China e %s atingiu 900 milhões de dólares em 2022.",
		"zh": "2022年中国与%s贸易额达9亿美元。",
	}
	for lang, names := range map[string]map[lac.Area][]string{
		"es": {
			lac.TrinidadAndTobago: {"Trinidad y Tabago", "Trinidad y Tobago"}, lac.SaintKittsAndNevis: {"Saint Kitts y Nevis", "San Cristóbal y Nieves"},
			lac.Suriname: {"Suriname", "Surinam"}, area(t, "VNM"): {"Viet Nam", "Vietnam"}, area(t, "KOR"): {"la República de Corea", "Corea del Sur"},
			area(t, "PNG"): {"Papua Nueva Guinea"}, area(t, "GNB"): {"Guinea-Bissau"}, area(t, "GIN"): {"Guinea"}, area(t, "CIV"): {"Côte d'Ivoire", "Costa de Marfil"},
			area(t, "KEN"): {"Kenya", "Kenia"}, area(t, "SAU"): {"Arabia Saudita", "Arabia Saudí"}, area(t, "CZE"): {"la República Checa"},
		},
		"pt": {
			lac.TrinidadAndTobago: {"Trinidad e Tobago", "Trindade e Tobago"}, area(t, "VNM"): {"Vietnã", "Vietname"},
			area(t, "IRN"): {"o Irã", "o Irão"}, area(t, "KEN"): {"o Quênia", "o Quénia"}, area(t, "POL"): {"a Polônia", "a Polónia"}, area(t, "SGP"): {"Singapura", "Cingapura"},
			area(t, "NLD"): {"os Países Baixos", "a Holanda"},
		},
		"zh": {lac.DominicanRepublic: {"多米尼加", "多米尼加共和国"}, lac.Dominica: {"多米尼克"}},
	} {
		for want, names := range names {
			for _, name := range names {
				claims := extract.Claims(fmt.Sprintf(sentences[lang], name), extract.Options{Language: language.Make(lang)})
				if len(claims) != 1 || len(claims[0].Parties) != 2 || !slices.Contains(claims[0].Parties, want.String()) {
					t.Errorf("%s: %q: %v, want %v", lang, name, claims, want)
				}
			}
		}
	}
}

func area(t *testing.T, code string) lac.Area {
	t.Helper()
	a, err := lac.ParseArea(code)
	if err != nil {
		t.Fatal(err)
	}
	return a
}
