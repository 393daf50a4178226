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
