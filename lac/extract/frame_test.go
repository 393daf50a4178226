package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/check"
	"github.com/sinolac/sinolac/lac/extract"
)

func dataset(t testing.TB) *lac.Dataset {
	t.Helper()
	data, err := almanac.Dataset()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// verdicts returns form, subject and verdict of each claim but the positions.
func verdicts(t *testing.T, data *lac.Dataset, st lac.Statement) []string {
	t.Helper()
	findings, err := check.Statement(data, st, check.Default())
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range findings {
		if c := f.Claim; c.Form != lac.FormPosition {
			out = append(out, fmt.Sprintf("%s %s %s: %s", c.Form, c.Measure.Subject, c.Measure.Kind, f.Verdict))
		}
	}
	return out
}

// What is extracted has the verdicts of the claims that were put down by hand.
func TestExtractedClaimsHaveTheVerdictsOfTheAlmanacs(t *testing.T) {
	data := dataset(t)
	byHand := data.Record(almanac.Statement20250609).(lac.Statement)
	want := verdicts(t, data, byHand)
	for name, text := range map[string]string{"the almanac's text": byHand.Text, "a text of other words": fixture(t, "statement-en.txt")} {
		st, claims := extract.Statement(text, extract.Options{Date: byHand.Date, Records: data})
		if diff := cmp.Diff(want, verdicts(t, data, st)); diff != "" {
			t.Errorf("%s: verdicts (-want +got):\n%s", name, diff)
		}
		for _, c := range claims {
			if len(c.Missing) > 0 || c.Speaker != "Zhang Run" {
				t.Errorf("%s: %q of %q lacks %q", name, text[c.Start:c.End], c.Speaker, c.Missing)
			}
		}
	}
}

func TestFrameOfTheStatement(t *testing.T) {
	tests := []struct {
		lang, event, place string
		speakers           []string
	}{
		{"en", "Linjia 7 Salon", "Beijing", []string{"Zhang Run, director-general", "Tang Lingyun, deputy director-general"}},
		{"es", "Salón Linjia 7", "", []string{"Zhang Run, director general", "Tang Lingyun, subdirectora general"}},
		{"pt", "Salão Linjia 7", "", []string{"Zhang Run, diretor-geral", "Tang Lingyun, vice-diretora-geral"}},
		{"zh", "", "", []string{"张润, 外交部拉美和加勒比司司长", "唐凌云, 副司长"}},
	}
	for _, tt := range tests {
		st, claims := extract.Statement(fixture(t, "statement-"+tt.lang+".txt"), extract.Options{})
		var speakers []string
		for _, s := range st.Speakers {
			speakers = append(speakers, s.Name+", "+s.Office)
		}
		if diff := cmp.Diff(tt.speakers, speakers); diff != "" {
			t.Errorf("%s: speakers (-want +got):\n%s", tt.lang, diff)
		}
		if st.Language != tt.lang || st.Date != lac.DateOf(2025, 6, 9) || tt.event != "" && st.Event != tt.event || st.Place != tt.place {
			t.Errorf("%s: %q, %q, %s in %s", tt.lang, st.Event, st.Place, st.Date, st.Language)
		}
		for _, c := range claims {
			if c.Form != lac.FormEvent && c.Speaker != st.Speakers[0].Name {
				t.Errorf("%s: %q said by %q", tt.lang, st.Text[c.Start:c.End], c.Speaker)
			}
		}
		last := st.Claims[len(st.Claims)-1]
		if last.Form != lac.FormPosition || last.Speaker != st.Speakers[1].Name {
			t.Errorf("%s: last claim is %s of %q", tt.lang, last.Form, last.Speaker)
		}
	}
}

func TestWhoSaysIt(t *testing.T) {
	tests := []struct{ rule, text, want string }{
		{"name before the verb", "Li Ming said that trade was worth $5 billion.", "Li Ming"},
		{"name after the verb", "Trade was worth $5 billion, said Li Ming.", "Li Ming"},
		{"office before the name", "Vice Minister Li Ming said trade was worth $5 billion.", "Li Ming"},
		{"apposition", "Li Ming, vice minister of commerce, told reporters that trade was worth $5 billion.", "Li Ming"},
		{"family name later", "Li Ming, a minister, spoke. Trade was worth $5 billion, Li said.", "Li Ming"},
		{"pronoun later", "Li Ming said little. Trade was worth $5 billion, he added.", "Li Ming"},
		{"according to", "Li Ming said little. According to Li, trade was worth $5 billion.", "Li Ming"},
		{"an organisation is no speaker", "Trade was worth $5 billion, the commerce ministry said.", ""},
		{"nobody", "Trade was worth $5 billion.", ""},
		{"open quotation", "“We are glad,” said Li Ming. “We are glad. Trade was worth $5 billion.", ""},
	}
	for _, tt := range tests {
		claims := extract.Claims(tt.text, extract.Options{Language: language.English})
		if len(claims) != 1 || claims[0].Speaker != tt.want {
			t.Errorf("%s: %q: %d claims, %+v", tt.rule, tt.text, len(claims), claims)
		}
	}
}

// A claim that the words do not tie to a measure is not tied to one.
func TestMissingIsSaid(t *testing.T) {
	data := dataset(t)
	tests := []struct{ rule, text, missing string }{
		{"a subject without records", "China built 30 dams in Peru.", "a subject that package lac knows"},
		{"a forecast", "China's trade with Peru could reach $50 billion in 2030.", "forecast"},
		{"whose exports", "Between China and Peru, exports came to $5 billion in 2023.", "whose exports"},
		{"one side", "Trade came to $5 billion in 2023.", "the two sides"},
		{"three sides", "Trade of China, Peru and Japan came to $5 billion in 2023.", "the two sides"},
		{"debt is no trade", "China's trade with Peru grew, and Peru's debt to China was $5 billion in 2023.", "a record of it: no record family has debt"},
		{"whose partner", "China is the largest trading partner.", "whose partner"},
		{"a pledge that is not recorded", "China promised Peru 77 scholarships.", "a record of the pledge"},
		{"a meeting that is not recorded", "The ninth forum of China and Peru was held on 5 May 2024.", "a record of the meeting"},
		{"a year to compare with", "China's trade with Peru doubled.", "the time that is compared with"},
		{"a time", "China's trade with Peru came to $5 billion.", "period"},
	}
	for _, tt := range tests {
		st, claims := extract.Statement(tt.text, extract.Options{Language: language.English, Date: lac.DateOf(2025, 6, 9), Records: data})
		var missing []string
		for _, c := range claims {
			missing = append(missing, c.Missing...)
		}
		if !strings.Contains(strings.Join(missing, "; "), tt.missing) {
			t.Errorf("%s: %q lacks %q, want %q", tt.rule, tt.text, missing, tt.missing)
		}
		if len(st.Claims) >= len(claims) && len(claims) > 0 {
			t.Errorf("%s: %q: all in the statement", tt.rule, tt.text)
		}
	}
}

// Who is said to have promised something at a time is asked whether it was promised
// then, whatever was promised at another; of a promise without a time, how far it is.
func TestDatedPromiseIsAskedOfItsTime(t *testing.T) {
	for text, want := range map[string]string{
		"In May 2025, China pledged 3,500 scholarships to the CELAC countries.": "pledged 2025-05 ",
		"In 2018 China promised 6,000 scholarships to the CELAC countries.":     "pledged 2018 ",
		"China promises 3,500 scholarships to the CELAC countries.":             "pledge ../2025-06-09 pledge-forum-4-scholarships",
	} {
		st, _ := extract.Statement(text, extract.Options{Language: language.English, Date: lac.DateOf(2025, 6, 9), Records: dataset(t)})
		if len(st.Claims) != 1 {
			t.Errorf("%q: %d claims", text, len(st.Claims))
			continue
		}
		c := st.Claims[0]
		if got := fmt.Sprintf("%s %v %s", c.Form, c.Period, c.Refers); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func ExampleStatement() {
	data, err := almanac.Dataset()
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "Zhang Run, director-general at the foreign ministry, said that China's trade with Latin America " +
		"was worth $518.4 billion in 2024, double that of a decade ago. More than 40 bridges had been built, he said."
	st, claims := extract.Statement(text, extract.Options{Date: lac.DateOf(2025, 6, 9), Records: data})
	findings, err := check.Statement(data, st, check.Default())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range findings {
		fmt.Printf("%s, %s: %s\n", f.Claim.Form, f.Claim.Speaker, f.Verdict)
	}
	for _, c := range claims {
		if len(c.Missing) > 0 {
			fmt.Printf("%q lacks %s\n", st.Words(c.Claim), c.Missing)
		}
	}
	// Output:
	// level, Zhang Run: supported
	// multiple, Zhang Run: mixed
	// "More than 40 bridges" lacks [a subject that package lac knows: "bridges"]
}

func TestWhoSaysItInOtherLanguages(t *testing.T) {
	tests := []struct{ rule, lang, text, want string }{
		{"a turn in a transcript", "zh", "高峰：大家下午好。上半年出口额为300亿美元。", "高峰"},
		{"a heading with a colon is nobody", "zh", "新闻背景：上半年出口额为300亿美元。", ""},
		{"statistics are nobody", "zh", "智利海关数据显示，出口额为300亿美元。", ""},
		{"a name behind office and verb", "es", "El comercio sumó 300 millones de dólares, aseguró el embajador chino en México, Zeng Gang.", "Zeng Gang"},
		{"an office for the one named before", "es", "El presidente Juan Gómez dijo poco. El mandatario afirmó que el comercio sumó 300 millones de dólares.", "Juan Gómez"},
		{"the verb alone behind a quotation", "pt", "O presidente Filipe Nyusi disse pouco. “O comércio somou US$ 300 milhões”, acrescentou.", "Filipe Nyusi"},
	}
	for _, tt := range tests {
		claims := extract.Claims(tt.text, extract.Options{Language: language.Make(tt.lang), Date: lac.DateOf(2024, 5, 14)})
		if len(claims) != 1 || claims[0].Speaker != tt.want {
			t.Errorf("%s: %s: %+v, want %q", tt.rule, tt.text, claims, tt.want)
		}
	}
}
