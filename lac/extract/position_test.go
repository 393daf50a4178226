package extract_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/extract"
)

// A position asserts something, and its heading says that: neither a headline, the
// setting of a speech and its courtesies are positions, nor is who spoke a part of one.
func TestPositionsAreWhatIsAsserted(t *testing.T) {
	tests := []struct {
		lang, text string
		want       []string // speaker: heading
	}{
		{"en", `China and Peru deepen trade ties

LIMA, June 9 (Xinhua) -- Chinese ambassador Song Yang made the remarks at a salon on Monday.

"Good morning, ladies and gentlemen," Song said. "It is a pleasure to be here with you today."

Song said that tariffs hurt both economies. "Free trade has made our two peoples richer," he added.`,
			[]string{"Song Yang: Tariffs hurt both economies", "Song Yang: Free trade has made our two peoples richer"}},
		{"es", `LIMA, 9 jun (EFE).- El embajador de China en Perú, Song Yang, dijo este lunes que los aranceles dañan a todos. "Buenos días y gracias por la invitación", dijo el embajador.

El diplomático sostuvo que la cooperación no se dirige contra terceros. "El libre comercio nos ha hecho más ricos", afirmó.`,
			[]string{"Song Yang: Los aranceles dañan a todos", "Song Yang: La cooperación no se dirige contra terceros", "Song Yang: El libre comercio nos ha hecho más ricos"}},
		{"zh", `新华社利马6月9日电 中国驻秘鲁大使宋扬9日在论坛上致辞。

宋扬表示，中方反对单边主义，愿同秘方深化合作。他说：“大家好，很高兴来到这里。”

宋扬还指出，加征关税损害各国利益。`,
			[]string{"宋扬: 中方反对单边主义，愿同秘方深化合作", "宋扬: 加征关税损害各国利益"}},
	}
	for _, tt := range tests {
		st, _ := extract.Statement(tt.text, extract.Options{Language: language.Make(tt.lang), Date: lac.DateOf(2025, 6, 9)})
		var got []string
		for _, c := range st.Claims {
			got = append(got, c.Speaker+": "+c.Gist)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: positions (-want +got):\n%s", tt.lang, diff)
		}
	}
}
