package comtrade_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/comtrade"
)

// TestSuiteOfJSON holds the reader against a public suite of JSON: whatever valid document
// a member has takes no record with it, in a string or not, and of one that is not valid no
// record comes in silence.
func TestSuiteOfJSON(t *testing.T) {
	text, err := os.ReadFile("../../testdata/comtrade/json-test-suite.json")
	if err != nil {
		t.Fatal(err)
	}
	var suite struct{ Documents map[string]string }
	if err := json.Unmarshal(text, &suite); err != nil {
		t.Fatal(err)
	}
	valid := 0
	for name, document := range suite.Documents {
		whole := answer(document)
		if strings.HasPrefix(name, "y_") {
			valid++
		}
		// Some invalid documents are valid in the midst of another, such as an empty object
		// with a comma behind it.
		want := json.Valid([]byte(whole)) || name == "n_number_NaN" // as Python writes it
		if !want && strings.HasPrefix(name, "y_") {
			t.Errorf("%s: the suite is not what it was", name)
		}
		records, rejected, err := comtrade.NewReader(strings.NewReader(whole)).ReadAll(t.Context())
		if got := err == nil && rejected == nil && len(records) == 1; got != want {
			t.Errorf("%s: %q: read %v, want %v: %v, %v, %v", name, document, got, want, records, rejected, err)
		}
		inString, err := json.Marshal(document)
		if err != nil {
			t.Fatal(err)
		}
		if records, rejected, err := comtrade.NewReader(strings.NewReader(answer(string(inString)))).ReadAll(t.Context()); err != nil || rejected != nil || len(records) != 1 {
			t.Errorf("%s in a string: %v, %v, %v", name, records, rejected, err)
		}
	}
	if valid < 90 || len(suite.Documents)-valid < 150 {
		t.Errorf("%d valid documents of %d", valid, len(suite.Documents))
	}
}
