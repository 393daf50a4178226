package check_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
)

var sentenceTags = []language.Tag{language.English, language.Spanish, language.Portuguese, language.Chinese}

// TestSentencesAreTheGolden holds the sentences on the statement of 9 June 2025,
// rewritten where LAC_UPDATE_GOLDEN is set.
func TestSentencesAreTheGolden(t *testing.T) {
	data, err := almanac.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	statement, ok := data.Record(almanac.Statement20250609).(lac.Statement)
	if !ok {
		t.Fatal("the almanac has no statement of 9 June 2025")
	}
	findings, err := check.Statement(data, statement, check.Default())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range findings {
		b.WriteString("# " + f.Claim.ID + "\n")
		for _, tag := range sentenceTags {
			b.WriteString(f.Sentence(tag) + "\n")
		}
	}
	golden := filepath.Join("..", "..", "testdata", "check", "sentences.txt")
	if os.Getenv("LAC_UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
}

func TestSentenceByForm(t *testing.T) {
	data, err := lac.NewDataset(lac.Records{})
	if err != nil {
		t.Fatal(err)
	}
	month := lac.Month(2024, 5)
	since, err := lac.ParsePeriod("2013/..")
	if err != nil {
		t.Fatal(err)
	}
	trade := lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.Brazil, Flow: lac.Export}
	for _, tt := range []struct {
		name  string
		claim lac.Claim
		want  []string // in the languages of sentenceTags, up to the semicolon
	}{
		{"a change is between two times", lac.Claim{Form: lac.FormChange, Measure: trade, Period: lac.Year(2024), Baseline: lac.Year(2023),
			Stated: lac.Stated{Value: quantity("6.5 percent"), Digits: 2}}, []string{
			"Insufficient evidence: the value of exports of China to Brazil is said to have changed by 6.5 percent from 2023 to 2024",
			"Datos insuficientes: la exportación de China a Brasil habría variado en 6,5 por ciento de 2023 a 2024",
			"Dados insuficientes: a exportação da China para o Brasil teria variado em 6,5 por cento de 2023 a 2024",
			"证据不足：称中国对巴西出口额从2023年到2024年变动6.5%"}},
		{"a share is of a whole", lac.Claim{Form: lac.FormShare, Measure: trade, Period: month, Of: lac.Measure{Subject: lac.SubjectTrade, Reporter: lac.China, Partner: lac.World, Flow: lac.Export},
			Stated: lac.Stated{Value: quantity("5 percent"), Comparator: lac.Nearly}}, []string{
			"Insufficient evidence: the value of exports of China to Brazil in May 2024 is said to be nearly 5 percent of the value of exports of China to World",
			"Datos insuficientes: la exportación de China a Brasil en mayo de 2024 representaría casi 5 por ciento de la exportación de China a Mundo",
			"Dados insuficientes: a exportação da China para o Brasil em maio de 2024 representaria quase 5 por cento da exportação da China para o Mundo",
			"证据不足：称2024年5月中国对巴西出口额占中国对世界出口额的近5%"}},
		{"a range has two ends, an amount its scale word", lac.Claim{Form: lac.FormLevel, Measure: trade, Period: lac.Days(lac.DateOf(2024, 1, 1), lac.DateOf(2024, 9, 30)),
			Stated: lac.Stated{Value: quantity("1000000 EUR"), High: quantity("1.5e12 EUR"), Comparator: lac.Between}}, []string{
			"Insufficient evidence: the value of exports of China to Brazil from 1 January 2024 to 30 September 2024 is put at 1 million euros to 1.5 trillion euros",
			"Datos insuficientes: la exportación de China a Brasil desde el 1 de enero de 2024 hasta el 30 de septiembre de 2024 se cifra en 1 millón de euros a 1,5 billones de euros",
			"Dados insuficientes: a exportação da China para o Brasil de 1 de janeiro de 2024 a 30 de setembro de 2024 é estimado em 1 milhão de euros a 1,5 trilhões de euros",
			"证据不足：称2024年1月1日至2024年9月30日中国对巴西出口额为100万欧元至1.5万亿欧元"}},
		{"what has no phrase is named by its word", lac.Claim{Form: lac.FormLevel, Measure: lac.Measure{Subject: "contract-turnover", Reporter: lac.China, Partner: lac.Peru},
			Period: since, Stated: lac.Stated{Value: quantity("12345.678 GW"), Comparator: lac.About}}, []string{
			"Insufficient evidence: contract turnover (China-Peru) since 2013 is put at about 12,345.678 GW",
			"Datos insuficientes: contract turnover (China-Perú) desde 2013 se cifra en unos 12.345,678 GW",
			"Dados insuficientes: contract turnover (a China-o Peru) desde 2013 é estimado em cerca de 12.345,678 GW",
			"证据不足：称自2013年以来contract turnover（中国-秘鲁）为约1.235万 GW"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.claim.ID = "c"
			f, err := check.Claim(data, tt.claim, check.Default())
			if err != nil {
				t.Fatal(err)
			}
			for i, tag := range sentenceTags {
				got := f.Sentence(tag)
				got, _, _ = strings.Cut(strings.ReplaceAll(got, "；", ";"), ";")
				if got != tt.want[i] {
					t.Errorf("%v:\n got %s\nwant %s", tag, got, tt.want[i])
				}
			}
		})
	}
}

func TestOtherLanguagesAreToldInEnglish(t *testing.T) {
	f := check.Finding{Claim: lac.Claim{Form: lac.FormPosition, Gist: "Cooperation is open"}, Verdict: check.NotCheckable}
	want := "Not checkable: “Cooperation is open”; it is a view that no record can confirm or deny."
	for _, tag := range []language.Tag{language.German, language.Und, language.BritishEnglish} {
		if got := f.Sentence(tag); got != want {
			t.Errorf("%v: got %s", tag, got)
		}
	}
	if got := f.Sentence(language.LatinAmericanSpanish); !strings.HasPrefix(got, "No verificable") {
		t.Errorf("es-419: got %s", got)
	}
}
