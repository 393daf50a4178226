package lac_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
)

func TestCommodityNames(t *testing.T) {
	for _, tt := range []struct {
		rule, code string
		tag        language.Tag
		want       string
	}{
		{"a chapter", "H6:26", language.English, "Ores, slag and ash"},
		{"the same in every edition", "H0:26", language.BritishEnglish, "Ores, slag and ash"},
		{"in Spanish", "HS:26", language.LatinAmericanSpanish, "Minerales metalíferos, escorias y cenizas"},
		{"in Portuguese", "H6:26", language.BrazilianPortuguese, "Minérios, escórias e cinzas"},
		{"in Chinese", "H6:26", language.SimplifiedChinese, "矿砂、矿渣和矿灰"},
		{"in English where there is no name", "H6:26", language.French, "Ores, slag and ash"},
		{"goods without a kind", "H6:99", language.English, "Commodities not specified by kind"},
		{"all goods", "TOTAL", language.Portuguese, "Todas as mercadorias"},
		{"a heading has none", "H6:2603", language.English, ""},
		{"SITC has none", "S4:26", language.English, ""},
		{"chapter 77 is reserved", "H6:77", language.English, ""},
	} {
		if got := commodity(tt.code).Name(tt.tag); got != tt.want {
			t.Errorf("%s: %s is named %q, want %q", tt.rule, tt.code, got, tt.want)
		}
	}
	if got := lac.Commodity(0).Name(language.English); got != "" {
		t.Errorf("the zero Commodity is named %q", got)
	}
}

func TestSectionsHoldTheirChapters(t *testing.T) {
	seen := 0
	for s := lac.HSSection(1); s.IsValid(); s++ {
		chapters := s.Chapters("H6")
		if len(chapters) == 0 || !slices.IsSortedFunc(chapters, lac.Commodity.Compare) {
			t.Errorf("chapters of %v: %v", s, chapters)
		}
		seen += len(chapters)
		for _, c := range chapters {
			subheading := commodity("H6:" + c.Code() + "0110")
			if c.Section() != s || subheading.Section() != s || c.Name(language.English) == "" {
				t.Errorf("%v, %q, is of %v, want %v", c, c.Name(language.English), c.Section(), s)
			}
		}
		for _, tag := range []language.Tag{language.English, language.Spanish, language.Portuguese, language.Chinese} {
			if s.Name(tag) == "" {
				t.Errorf("%v has no name in %v", s, tag)
			}
		}
	}
	if seen != 96 {
		t.Errorf("%d chapters are in a section, want 96: 01 to 97 without 77", seen)
	}
	for _, c := range []string{"TOTAL", "H6:99", "H6:98", "H6:77", "S4:26", "B4:111", "H6:A"} {
		if s := commodity(c).Section(); s.IsValid() || s.String() != "" || s.Name(language.English) != "" {
			t.Errorf("%s is of section %v", c, s)
		}
	}
	for _, edition := range []string{"S4", "H9", ""} {
		if got := lac.HSSection(5).Chapters(edition); got != nil {
			t.Errorf("chapters in %q: %v", edition, got)
		}
	}
	if got := lac.HSSection(22).Chapters("H6"); got != nil || lac.HSSection(0).Chapters("H6") != nil {
		t.Errorf("chapters of no section: %v", got)
	}
}

// The table of reference gives each chapter its section and a long description,
// which has a word of ours.
func TestChaptersAgreeWithTheReference(t *testing.T) {
	words := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
	}
	rows := realTable(t, "reference/hs-chapters.csv")
	if len(rows) < 97 {
		t.Fatalf("%d rows", len(rows))
	}
	for _, row := range rows {
		c := commodity("H6:" + row["hscode"])
		section := row["section"]
		if section == "TOTAL" {
			section = ""
		}
		if got := c.Section().String(); got != section {
			t.Errorf("%v is of section %q, want %q", c, got, section)
		}
		name, description := words(c.Name(language.English)), words(row["description"])
		if !slices.ContainsFunc(name, func(w string) bool { return len(w) > 2 && w != "and" && slices.Contains(description, w) }) {
			t.Errorf("%v is named %q, but described as %q", c, c.Name(language.English), row["description"])
		}
	}
}

func ExampleCommodity_Section() {
	ores, err := lac.ParseCommodity("H6:2603")
	if err != nil {
		fmt.Println(err)
		return
	}
	section := ores.Section()
	fmt.Println(section, section.Name(language.English))
	for _, chapter := range section.Chapters("H6") {
		fmt.Println(chapter, chapter.Name(language.English))
	}
	// Output:
	// V Mineral products
	// H6:25 Salt, sulphur, earths, stone and cement
	// H6:26 Ores, slag and ash
	// H6:27 Mineral fuels and oils
}
