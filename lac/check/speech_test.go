package check_test

import (
	"testing"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/interval"
)

// Books are named in the reader's language where their own words say whose they are.
func TestWordsOfBooks(t *testing.T) {
	for _, tt := range []struct {
		basis      check.Basis
		want       [4]string
		describing string
	}{
		{check.Basis{Books: "Customs of Chile"}, [4]string{"Customs of Chile", "la aduana de Chile", "a alfândega do Chile", "智利海关"}, "an office"},
		{check.Basis{Books: "Ecuador's customs"}, [4]string{"Ecuador's customs", "la aduana de Ecuador", "a alfândega do Equador", "厄瓜多尔海关"}, "an office behind a country"},
		{check.Basis{Books: "Central Bank of Costa Rica"}, [4]string{"Central Bank of Costa Rica", "el banco central de Costa Rica", "o banco central da Costa Rica", "哥斯达黎加央行"}, "a bank"},
		{check.Basis{Books: "Bolivia's books"}, [4]string{"Bolivia's books", "las cifras propias de Bolivia", "os números próprios da Bolívia", "玻利维亚自身统计"}, "a country"},
		{check.Basis{Books: "Peru's own books", Reporter: lac.Peru}, [4]string{"Peru's own books", "las cifras propias de Perú", "os números próprios do Peru", "秘鲁自身统计"}, "a reporter"},
		{check.Basis{Books: "Customs of Atlantis"}, [4]string{"Customs of Atlantis", "Customs of Atlantis", "Customs of Atlantis", "Customs of Atlantis"}, "nobody knows where"},
	} {
		for i, tag := range []language.Tag{language.English, language.Spanish, language.Portuguese, language.Chinese} {
			if got := tt.basis.Words(tag); got != tt.want[i] {
				t.Errorf("%s: %v: %q, want %q", tt.describing, tag, got, tt.want[i])
			}
		}
	}
}

func TestWordsOfReadings(t *testing.T) {
	scholarships := check.Reading{Interval: interval.Of(17_000), Unit: lac.UnitScholarships}
	for tag, want := range map[language.Tag]string{language.English: "17,000 scholarships", language.Spanish: "17.000", language.Portuguese: "17.000", language.Chinese: "1.7万"} {
		if got := scholarships.Words(tag); got != want {
			t.Errorf("%v: %q, want %q", tag, got, want)
		}
	}
	if got := (check.Reading{}).Words(language.English); got != "Undecided" {
		t.Error(got)
	}
}
