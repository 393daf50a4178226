package lac_test

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
)

// Totals read back answer every question as those that were written do: what was
// added up, left out and missing, and what it covers.
func TestTradeTotalsReadBack(t *testing.T) {
	data := tradeOf(t,
		flowOf{"CHL", "CHN", lac.Export, "2024", "TOTAL", 1}, flowOf{"PER", "CHN", lac.Export, "2024", "H6:26", 2},
		flowOf{"COL", "CHN", lac.Import, "2024", "TOTAL", 3}, flowOf{"MEX", "CHN", lac.Turnover, "2023-05", "TOTAL", 4},
		flowOf{"CHL", "CHN", lac.ReExport, "2025", "TOTAL", 5}, flowOf{"PER", "CHN", lac.ReImport, "2025", "TOTAL", 6})
	keys := []lac.TradeKey{{}}
	for _, by := range [][]lac.Dimension{nil, {lac.ByYear}, {lac.ByReporter, lac.ByFlow}, {lac.ByYear, lac.ByPartner, lac.BySource}, {lac.ByReporter, lac.ByPeriod, lac.ByCommodity}} {
		written, err := data.Totals(lac.TradeQuery{Reporter: pacific, Partner: lac.China}, by...)
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(written)
		if err != nil {
			t.Fatal(err)
		}
		var read lac.TradeTotals
		if err := json.Unmarshal(text, &read); err != nil {
			t.Fatalf("%v: %v", by, err)
		}
		if !read.Equal(written) || !written.Equal(read) || read.Len() != written.Len() || written.Len() == 0 {
			t.Errorf("%v: %d totals read back as %d others", by, written.Len(), read.Len())
		}
		if diff := cmp.Diff(maps.Collect(written.All()), maps.Collect(read.All())); diff != "" {
			t.Errorf("%v (-written +read):\n%s", by, diff)
		}
		keys = slices.AppendSeq(keys, maps.Keys(maps.Collect(written.All())))
		for _, k := range keys {
			a, ok := written.Get(k)
			if b, okRead := read.Get(k); ok != okRead || !cmp.Equal(a, b) {
				t.Errorf("%v: of %v %v, read back %v", by, k, a, b)
			}
			for _, f := range []lac.TradeFlow{"", lac.Export, lac.Import, lac.ReExport, lac.ReImport, lac.Turnover} {
				a, ok := written.Coverage(k, f)
				if b, okRead := read.Coverage(k, f); ok != okRead || !cmp.Equal(a, b) {
					t.Errorf("%v: %v %s covers %v, read back %v", by, k, f, a, b)
				}
			}
		}
		again, err := json.Marshal(read)
		if err != nil || string(again) != string(text) {
			t.Errorf("%v: %s is written again as %s, %v", by, text, again, err)
		}
	}
}

func TestTradeTotalsRefuseWhatIsNone(t *testing.T) {
	const nothing = `{"sum":"","records":0,"missing":0}`
	const total = `"total":{"exports":` + nothing + `,"imports":{"sum":"5 USD","records":1,"missing":0},"re_exports":` + nothing +
		`,"re_imports":` + nothing + `,"published":` + nothing + `}`
	tests := []struct {
		name, text string
		want       error
	}{
		{"two keys in order", `[{"key":{"reporter":"BRA"},` + total + `},{"key":{"reporter":"CHL"},` + total + `}]`, nil},
		{"none", `[]`, nil},
		{"an object", `{}`, lac.ErrSyntax},
		{"a number", `5`, lac.ErrSyntax},
		{"no key", `[{` + total + `}]`, lac.ErrMissing},
		{"no total", `[{"key":{}}]`, lac.ErrMissing},
		{"an element that is null", `[null]`, lac.ErrMissing},
		{"a total without its counts", `[{"key":{},"total":{"imports":{"sum":"5 USD"}}}]`, lac.ErrSyntax},
		{"a field that is none", `[{"key":{},` + total + `,"totals":1}]`, lac.ErrSyntax},
		{"one key twice", `[{"key":{},` + total + `},{"key":{},` + total + `}]`, lac.ErrSyntax},
		{"keys out of order", `[{"key":{"reporter":"CHL"},` + total + `},{"key":{"reporter":"BRA"},` + total + `}]`, lac.ErrSyntax},
		{"a flow that is none", `[{"key":{},` + total + `,"coverage":{"exports":{}}}]`, lac.ErrUnknownCode},
	}
	for _, tt := range tests {
		var read lac.TradeTotals
		err := json.Unmarshal([]byte(tt.text), &read)
		if !errors.Is(err, tt.want) || (err == nil) != (tt.want == nil) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
	before := must(tradeOf(t, flowOf{"CHL", "CHN", lac.Export, "2024", "TOTAL", 1}).Totals(lac.TradeQuery{}))
	read := before
	if err := json.Unmarshal([]byte(`[{"key":{}}]`), &read); err == nil || !read.Equal(before) {
		t.Error("an error changes what stood there")
	}
	if err := json.Unmarshal([]byte(`null`), &read); err != nil || read.Len() != 0 {
		t.Errorf("null reads as %d totals, %v", read.Len(), err)
	}
	long := `[{"key":{},"total":{"imports":{"sum":"5 USD","records":` + strings.Repeat("1", 1<<20) + `,"missing":0}}}]`
	if err := json.Unmarshal([]byte(long), &read); err == nil || len(err.Error()) > 300 {
		t.Errorf("a number of a million digits: an error of %d bytes", len(errText(err)))
	}
}

func errText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
