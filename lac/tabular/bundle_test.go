package tabular_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

// TestBundles reads the JSON of lac.Records object by object.
func TestBundles(t *testing.T) {
	const source, tie = `{"id":"s","publisher":"p","title":"t","basis":"b"}`, `{"id":"t1","source":"s","a":"CHN","b":"PER","event":"established","date":"1971-11-02"}`
	for _, tt := range []struct {
		rule, text    string
		sources, ties int
		rejected      string
		end           string
	}{
		{"families in any order", "\uFEFF {\"ties\": [" + tie + "],\n \"sources\":[" + source + "], \"projects\": null, \"rates\":[]}\n", 1, 1, "", ""},
		{"a record that is wrong", `{"ties":[` + strings.Replace(tie, "PER", "Atlantis", 1) + ",\n" + tie + "]}", 0, 1, `b.json:1:39: field b "Atlantis"`, ""},
		{"a record with a family of its own", `{"ties":[` + strings.Replace(tie, `{`, `{"family":"ties",`, 1) + "]}", 0, 0, `b.json:1:11: field family "ties": unknown code`, ""},
		{"nothing in place of a record", `{"ties":[null]}`, 0, 0, "", "want an array of objects"},
		{"another name", `{"ties":[` + tie + `],"tie":[]}`, 0, 1, "", `"tie": unknown code`},
		{"a name twice", `{"ties":[` + tie + `],"ties":[]}`, 0, 1, "", `"ties" stands twice`},
		{"an object in place of an array", `{"ties":[],"sources":{}}`, 0, 0, "", "want an array of objects"},
		{"no end", `{"ties":[` + tie, 0, 1, "", "unexpected EOF"},
		{"an end and more", `{"ties":[]} {}`, 0, 0, "", "after the end"},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			r := tabular.NewLineReader(strings.NewReader(tt.text))
			r.Name = "b.json"
			records, rejected, err := r.ReadAll(t.Context())
			if len(records.Sources) != tt.sources || len(records.Ties) != tt.ties || (err == nil) != (tt.end == "") || err != nil && !strings.Contains(err.Error(), tt.end) {
				t.Fatalf("%+v, %v", records, err)
			}
			if (len(rejected) == 1) != (tt.rejected != "") || len(rejected) == 1 && !strings.HasPrefix(rejected[0].Error(), tt.rejected) {
				t.Errorf("rejected %v", rejected)
			}
		})
	}
}

// TestBundlesAreWhatRecordsAre holds that what encoding/json writes of records reads
// back as they were.
func TestBundlesAreWhatRecordsAre(t *testing.T) {
	want := lac.Records{
		Sources:    []lac.Source{{ID: "s", Publisher: "p", Title: `t "]}`, Basis: "b"}},
		Projects:   []lac.Project{{ID: "p1", Source: "s", Title: "Puerto\n[", Transactions: []lac.Transaction{{Type: lac.Commitment, Value: lac.MoneyOf(5, lac.USD)}}}},
		Statements: []lac.Statement{{ID: "x", Source: "s", Date: lac.DateOf(2024, 1, 2), Language: "es", Text: "{", Speakers: []lac.Speaker{{Name: "A"}}, Claims: []lac.Claim{}}},
	}
	for _, indent := range []string{"", " "} {
		text, err := json.MarshalIndent(want, "", indent)
		if err != nil {
			t.Fatal(err)
		}
		got, rejected, err := tabular.NewLineReader(strings.NewReader(string(text))).ReadAll(t.Context())
		if err != nil || len(rejected) > 0 {
			t.Fatalf("rejected %v, %v of\n%s", rejected, err, text)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}

// TestHostileBundles holds that a bundle ends with an error in bounded memory and time,
// and that errors do not quote it.
func TestHostileBundles(t *testing.T) {
	concat := func(parts ...any) io.Reader {
		var all []io.Reader
		for _, part := range parts {
			if text, ok := part.(string); ok {
				part = strings.NewReader(text)
			}
			all = append(all, part.(io.Reader))
		}
		return io.MultiReader(all...)
	}
	million := strings.Repeat("9", 1_000_000)
	for _, tt := range []struct {
		rule string
		in   io.Reader
		want error
	}{
		{"nulls", concat(`{"projects":[`, repeated("null,", 50<<20)), lac.ErrSyntax},
		{"numbers of a million digits", strings.NewReader(`{"projects":[{"id":"p","source":"s","title":"t","transactions":[{"price_year":` + million + `}]}]}`), lac.ErrRange},
		{"amounts of a million digits", strings.NewReader(`{"projects":[{"id":"p","source":"s","title":"t","transactions":[{"value":"` + million + ` USD"}]}]}`), lac.ErrSyntax},
		{"percentages of a million digits", strings.NewReader(`{"projects":[{"id":"p","source":"s","title":"t","areas":[{"area":"PER","percent":"` + million + `"}]}]}`), lac.ErrRange},
		{"a list of nulls in a record", concat(`{"projects":[{"transactions":[null`, repeated(",null", 1<<23), `]}]}`), lac.ErrRange},
		{"a record without end", concat(`{"projects":[{"id":"`, repeated("x", 1<<26)), lac.ErrRange},
		{"blanks", concat(`{"projects":[`, repeated(" ", 1<<26)), io.ErrUnexpectedEOF},
		{"a name without end", concat(`{"projects":[],"`, repeated("x", 1<<20)), lac.ErrUnknownCode},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, rejected, err := tabular.NewLineReader(tt.in).ReadAll(t.Context())
			runtime.ReadMemStats(&after)
			if len(rejected) == 1 {
				err = rejected[0]
			}
			if !errors.Is(err, tt.want) || len(err.Error()) > 1000 {
				t.Errorf("%.500v, want %v", err, tt.want)
			}
			if used := after.TotalAlloc - before.TotalAlloc; used > 256<<20 {
				t.Errorf("%d MiB", used>>20)
			}
		})
	}
}

// FuzzBundle holds any bytes within an object of families against three promises:
// reading ends without a panic, every record is there or rejected, and what is read is
// what reads back from its JSON.
func FuzzBundle(f *testing.F) {
	f.Add(`"sources":[{"id":"s","publisher":"p","title":"t","basis":"b"}],"ties":[{"id":"t1","source":"s","a":"CHN","b":"PER","event":"established","date":"1971-11-02"}]`)
	f.Add(`"trade":[{"id":"a","source":"s","reporter":"BRA","partner":"CHN","flow":"export","period":"2022","commodity":"H6:2603","value":{"amount":"1e5","currency":"USD"}},null]`)
	f.Add(`"projects":null,"rates":[{}],"ties":[[]],"ties":[]`)
	f.Fuzz(func(t *testing.T, in string) {
		r := tabular.NewLineReader(strings.NewReader("{" + in + "}"))
		r.MaxRowBytes = 1 << 12
		records, rejected, err := r.ReadAll(t.Context())
		n := 0
		for range records.All() {
			n++
		}
		if s := r.Stats(); s.Rows != s.Records+s.Rejected || s.Records != n || min(s.Rejected, 10_000) != len(rejected) {
			t.Fatalf("%d records, %d rejected, %+v, %v", n, len(rejected), s, err)
		}
		if n == 0 {
			return // which is written as an object of nothing, no bundle
		}
		text, err := json.Marshal(records)
		if err != nil {
			t.Fatal(err)
		}
		again, rejected, err := tabular.NewLineReader(bytes.NewReader(text)).ReadAll(t.Context())
		if err != nil || rejected != nil {
			t.Fatalf("%v, %v", rejected, err)
		}
		if diff := cmp.Diff(records, again, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("(-read +read again)\n%s", diff)
		}
	})
}
