package check_test

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
)

// A sentence says what the record is of: relations that were suspended, or that there
// never were, were not established on that day.
func TestSentencesOfRelations(t *testing.T) {
	data := almanacData(t)
	for _, tt := range []struct {
		member lac.Area
		year   int
		want   map[language.Tag]string
	}{
		{lac.Paraguay, 2025, map[language.Tag]string{
			language.English: "there were none in May 2025.", language.Spanish: "no había relaciones en mayo de 2025.",
			language.Portuguese: "não havia relações em maio de 2025.", language.Chinese: "截至2025年5月尚无外交关系。"}},
		{lac.Nicaragua, 2000, map[language.Tag]string{
			language.English: "they were suspended on 9 November 1990.", language.Spanish: "se suspendieron el 9 de noviembre de 1990.",
			language.Portuguese: "foram suspensas em 9 de novembro de 1990.", language.Chinese: "于1990年11月9日中止外交关系。"}},
		{lac.Grenada, 2006, map[language.Tag]string{
			language.English: "they were resumed on 20 January 2005.", language.Spanish: "se reanudaron el 20 de enero de 2005.",
			language.Portuguese: "foram retomadas em 20 de janeiro de 2005.", language.Chinese: "于2005年1月20日复交。"}},
		{lac.Chile, 2006, map[language.Tag]string{
			language.English: "they were established on 15 December 1970.", language.Spanish: "se establecieron el 15 de diciembre de 1970.",
			language.Portuguese: "foram estabelecidas em 15 de dezembro de 1970.", language.Chinese: "于1970年12月15日建交。"}},
	} {
		c := lac.Claim{ID: "ties", Form: lac.FormTies, Period: lac.Year(tt.year), Measure: lac.Measure{Subject: lac.SubjectTies, Reporter: lac.China, Partner: tt.member}}
		f := find(t, data, c, check.Default())
		for tag, want := range tt.want {
			if got := f.Sentence(tag); !strings.HasSuffix(got, want) || strings.Contains(got, "customs") || strings.Contains(got, "海关") {
				t.Errorf("%v: %s, want %s", tag, got, want)
			}
		}
	}
}

// A meeting that was held elsewhere is said to have been held there.
func TestSentenceOfAPlace(t *testing.T) {
	c := lac.Claim{ID: "forum", Form: lac.FormEvent, Where: "Brasilia", Gist: "The fourth ministerial meeting was held in Brasilia"}
	data := almanacData(t)
	for m := range data.Meetings() {
		if m.Ordinal == 4 && m.Place == "Beijing" {
			c.Refers = m.ID
		}
	}
	if got := find(t, data, c, check.Default()).Sentence(language.English); !strings.HasSuffix(got, "it took place on 13 May 2025, in Beijing.") {
		t.Error(got)
	}
}
