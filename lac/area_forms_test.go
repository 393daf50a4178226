package lac_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
)

// The forms in which the members' names are printed, in five languages, with their
// articles and without.
func TestParseAreaReadsPrintedForms(t *testing.T) {
	for want, forms := range map[string]string{
		"ARG": "a Argentina; la República Argentina; Argentine; l'Argentine; 阿根廷",
		"ATG": "Antígua e Barbuda; Antigua y Barbuda; Antigua-et-Barbuda; 安提瓜和巴布达",
		"BHS": "as Bahamas; Baamas; les Bahamas; las Bahamas; Bahamas, The; Commonwealth of The Bahamas; 巴哈马",
		"BIH": "Bosnia; Bosnie; Bósnia; Bosnia-Herzegovina; Bósnia e Herzegovina; Bosnia y Herzegovina",
		"BOL": "a Bolívia; o Estado Plurinacional da Bolívia; Bolivia (Estado Plurinacional de); Bolivia, Plurinational State of; 多民族玻利维亚国",
		"BRA": "o Brasil; a República Federativa do Brasil; le Brésil; République fédérative du Brésil; 巴西",
		"CHN": "a China; la Chine; China, P.R.: Mainland; P.R. China; PR China; China continental; Chine continentale; 中国大陆; 中华人民共和国",
		"DMA": "la Dominique; Commonwealth of Dominica; Comunidade da Dominica; 多米尼克",
		"DOM": "Rep. Dominicana; a República Dominicana; la République dominicaine; Dominican Rep.; 多米尼加",
		"GUY": "a Guiana; Co-operative Republic of Guyana; Cooperative Republic of Guyana; 圭亚那",
		"KNA": "Saint Kitts y Nevis; São Cristóvão e Névis; San Cristóbal y Nieves; Saint-Christophe-et-Niévès; Federation of Saint Christopher and Nevis; St. Kitts-Nevis; 圣基茨和尼维斯",
		"PER": "el Perú; o Peru; le Pérou; República del Perú; 秘鲁",
		"TTO": "Trinidad y Tabago; Trinidad e Tabago; Trinidade e Tobago; Trinité-et-Tobago; Trinidad & Tobago; 特立尼达和多巴哥; 千里达",
		"USA": "os Estados Unidos da América; Estados Unidos de América; les États-Unis d'Amérique; EE. UU.; EUA",
		"VCT": "San Vicente y las Granadinas; São Vicente e Granadinas; Saint-Vincent-et-les-Grenadines; St. Vincent; 圣文森特和格林纳丁斯",
		"VEN": "República Bolivariana da Venezuela; Venezuela (Rep. Bolivariana de); Venezuela, RB; 委内瑞拉玻利瓦尔共和国",
		"ANT": "Netherlands Antilles (...2010)",
		"SDN": "Sudan (...2011); Fmr Sudan (...2011)",
		"SCG": "Serbia and Montenegro (...2005)",
		"":    "Guayana; Trinidad; Tobago; America; Korea; Virgin Islands; a Turkey; a Guinea; the; a; the the; a república",
	} {
		for form := range strings.SplitSeq(forms, "; ") {
			got, err := lac.ParseArea(form)
			if got.String() != want || (err == nil) != (want != "") {
				t.Errorf("%q is %v, %v; want %q", form, got, err, want)
			}
		}
	}
}

// Every short and formal name of the UN, of M49 and of ISO 4217's list, in English,
// Spanish, French and Chinese, with its article and without.
func TestParseAreaReadsTheNamesOfTheUN(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA is not set: the reference files are not at hand")
	}
	f, err := os.Open(filepath.Join(dir, "reference", "country-codes.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	articles := map[string][]string{"English": {"the "}, "Spanish": {"el ", "la ", "los ", "las "}, "French": {"le ", "la ", "les ", "l'"}}
	n := 0
	for _, row := range rows[1:] {
		want, err := lac.ParseArea(row[column["ISO3166-1-Alpha-3"]])
		if err != nil {
			continue
		}
		for name, i := range column {
			if !strings.HasPrefix(name, "UNTERM ") && !strings.HasPrefix(name, "official_name_") && name != "ISO4217-currency_country_name" ||
				strings.Contains(name, "Arabic") || strings.Contains(name, "Russian") || strings.HasSuffix(name, "_ar") || strings.HasSuffix(name, "_ru") || row[i] == "" {
				continue
			}
			forms := []string{strings.TrimSpace(row[i])}
			for language, list := range articles {
				for _, a := range list {
					if bare, ok := strings.CutPrefix(forms[0], a); ok && strings.Contains(name, language) {
						forms = append(forms, bare)
					}
				}
			}
			for _, form := range forms {
				n++
				if got, err := lac.ParseArea(form); got != want {
					t.Errorf("%s: %q is %v, %v; want %v", name, form, got, err, want)
				}
			}
		}
	}
	if n < 3000 {
		t.Errorf("%d forms", n)
	}
}
