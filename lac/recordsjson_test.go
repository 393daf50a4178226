package lac_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
)

const oneSource = `{"id":"s","publisher":"P","title":"T","basis":"B"}`

// repeated returns a JSON list of so many elements.
func repeated(element string, n int) string {
	return "[" + strings.TrimSuffix(strings.Repeat(element+",", n), ",") + "]"
}

func TestRecordsReadJSON(t *testing.T) {
	tests := []struct {
		name, text string
		sources    int
		want       error
	}{
		{"none", `{}`, 0, nil},
		{"no families but null", `{"sources":null,"trade":null}`, 0, nil},
		{"one", `{"sources":[` + oneSource + `]}`, 1, nil},
		{"the name in capitals", `{"Sources":[` + oneSource + `]}`, 1, nil},
		{"a member that is no family is passed over", `{"made":{"by":["hand"]},"sources":[` + oneSource + `]}`, 1, nil},
		{"what is not valid is read", `{"sources":[{"id":"s"}]}`, 1, nil},
		{"a thousand that are not valid", `{"sources":` + repeated("{}", lac.MaxInvalidRecords) + `}`, 1000, nil},
		{"more that are not valid", `{"sources":` + repeated("{}", lac.MaxInvalidRecords+1) + `}`, 0, lac.ErrRange},
		{"of two families", `{"trade":` + repeated("{}", lac.MaxInvalidRecords) + `,"rates":[{}]}`, 0, lac.ErrRange},
		{"null is no record", `{"sources":[null]}`, 0, lac.ErrSyntax},
		{"text is no record", `{"sources":["s"]}`, 0, lac.ErrSyntax},
		{"an object is no list", `{"sources":{}}`, 0, lac.ErrSyntax},
		{"a list is no bundle", `[]`, 0, lac.ErrSyntax},
		{"a family twice", `{"sources":[],"sources":[` + oneSource + `]}`, 0, lac.ErrSyntax},
		{"lists as long as may be", `{"projects":[{"transactions":` + repeated("{}", lac.MaxRecordElements) + `}],"sources":[` + oneSource + `]}`, 1, nil},
		{"longer lists", `{"projects":[{"transactions":` + repeated("null", lac.MaxRecordElements+1) + `}]}`, 0, lac.ErrRange},
		{"a record as long as may be", `{"sources":[{"id":"` + strings.Repeat("x", lac.MaxRecordBytes-9) + `"}]}`, 1, nil},
		{"a longer record", `{"sources":[{"id":"` + strings.Repeat("x", lac.MaxRecordBytes-8) + `"}]}`, 0, lac.ErrRange},
		{"an amount of many digits", `{"trade":[{"value":"` + strings.Repeat("7", 1<<20) + ` USD"}]}`, 0, lac.ErrSyntax},
		{"a count of many digits", `{"sources":[{"largest":` + strings.Repeat("7", 1<<20) + `}]}`, 0, lac.ErrSyntax},
		{"a rate of many digits", `{"rates":[{"rate":` + strings.Repeat("7", 1<<20) + `}]}`, 0, lac.ErrRange},
	}
	for _, tt := range tests {
		r := lac.Records{Rates: []lac.Rate{{ID: "before"}}}
		err := json.Unmarshal([]byte(tt.text), &r)
		if !errors.Is(err, tt.want) || (err == nil) != (tt.want == nil) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
		if err != nil && (len(err.Error()) > 300 || len(r.Rates) != 1) {
			t.Errorf("%s: %d bytes of message, %d rates", tt.name, len(err.Error()), len(r.Rates))
		}
		if err == nil && len(r.Sources) != tt.sources {
			t.Errorf("%s: %d sources", tt.name, len(r.Sources))
		}
	}
}

// A dataset takes no member of another name, at any depth.
func TestDatasetReadsItsOwnJSONAlone(t *testing.T) {
	for text, want := range map[string]error{
		`{"sources":[` + oneSource + `]}`:                              nil,
		`{"sources":[` + oneSource + `],"projcets":[]}`:                lac.ErrUnknownCode,
		`{"sources":[{"id":"s","publisher":"P","basis":"B","pub":1}]}`: lac.ErrSyntax,
		`{"sources":[{"id":"s"}]}`:                                     lac.ErrMissing,
		`null`:                                                         lac.ErrSyntax,
		`{"` + strings.Repeat("x", 1<<20) + `":[]}`:                    lac.ErrUnknownCode,
		`{"sources":[{"` + strings.Repeat("x", 1<<20) + `":1}]}`:       lac.ErrSyntax,
	} {
		var d lac.Dataset
		err := json.Unmarshal([]byte(text), &d)
		if !errors.Is(err, want) || (err == nil) != (want == nil) || err != nil && len(err.Error()) > 300 {
			t.Errorf("%.60s: %.300s, want %v", text, fmt.Sprint(err), want)
		}
	}
}

// Every family is read, in the order in which it stands.
func TestRecordsReadEveryFamily(t *testing.T) {
	names := []string{"sources", "trade", "projects", "programs", "statements", "meetings", "pledges", "observations", "ties", "memberships", "rates"}
	var text []string
	for _, name := range names {
		text = append(text, fmt.Sprintf(`%q:[{"id":"%s 1"},{"id":"%s 2"}]`, name, name, name))
	}
	slices.Reverse(text)
	var r lac.Records
	if err := json.Unmarshal([]byte("{"+strings.Join(text, ",")+"}"), &r); err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for name, x := range r.All() {
		id, _ := x.Identity()
		got = append(got, name+": "+id)
	}
	for _, name := range names {
		want = append(want, name+": "+name+" 1", name+": "+name+" 2")
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// A table ends with the first record that is not valid.
func TestTradeTableReadsJSON(t *testing.T) {
	const record = `{"id":"s#1","source":"s","reporter":"CHN","partner":"BRA","flow":"export","period":"2024","commodity":"TOTAL","value":"5 USD"}`
	for text, want := range map[string]error{
		`null`: nil, `[]`: nil, `[` + record + `]`: nil, `[` + record + `,{}]`: lac.ErrMissing,
		repeated("null", 1<<20): lac.ErrMissing, `{}`: lac.ErrSyntax, `5`: lac.ErrSyntax, `[5]`: lac.ErrSyntax,
	} {
		var table lac.TradeTable
		err := json.Unmarshal([]byte(text), &table)
		if !errors.Is(err, want) || (err == nil) != (want == nil) {
			t.Errorf("%.60s: %v, want %v", text, err, want)
		}
		if n := strings.Count(text, "s#1"); err == nil && table.Len() != n || err != nil && table.Len() != 0 {
			t.Errorf("%.60s: %d records, %v", text, table.Len(), err)
		}
	}
}
