package tabular_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

func TestLines(t *testing.T) {
	const tie = `{"family":"ties","id":"t","source":"s","a":"CHN","b":"PER","event":"none","date":"1971"}`
	with := func(old, new string) string { return strings.Replace(tie, old, new, 1) }
	tests := []struct {
		name, in string
		want     []string
	}{
		{"a record", tie + "\n", []string{`t s CHN-PER none 1971 ""`}},
		{"byte order mark, CRLF, empty lines, no end of the last", "\ufeff" + tie + "\r\n\r\n \n" + tie, []string{`t s CHN-PER none 1971 ""`, `t s CHN-PER none 1971 ""`}},
		{"the family anywhere, and space", "  {\t\"id\" : \"t\", \"source\":\"s\",\"a\":\"CHN\",\"b\":\"PER\",\"date\":\"1971\" , \"event\":\"none\",\"family\":\"ties\" } ",
			[]string{`t s CHN-PER none 1971 ""`}},
		{"null is not stated", with(`}`, `,"note":null}`), []string{`t s CHN-PER none 1971 ""`}},
		{"escapes", with(`}`, `,"note":"\u00e9\n\ud83d\ude00\ufffd\\"}`), []string{`t s CHN-PER none 1971 "é\n😀�\\"`}},
		{"half of a surrogate pair", with(`}`, `,"note":"\ud83d"}`), []string{`rejected 1:96: field note "\\ud83d": malformed: half of a surrogate pair`}},
		{"no family", with(`"family":"ties",`, ``), []string{`rejected 1:1: field family: not reported`}},
		{"an unknown family", with(`"ties"`, `"tie"`), []string{`rejected 1:11: field family "tie": unknown code`}},
		{"a family that is no string", with(`"ties"`, `["ties"]`), []string{`rejected 1:11: field family "[\"ties\"]": malformed: want a string`}},
		{"two families", with(`"id"`, `"family":"ties","id"`), []string{`rejected 1:27: field family "ties": malformed: the field stands twice`}},
		{"no object", `"ties"`, []string{`rejected 1:1: "ties": malformed: want an object`}},
		{"no JSON", "{\"family\":\n" + tie, []string{`rejected 1:10: malformed: unexpected end of JSON input`, `t s CHN-PER none 1971 ""`}},
		{"two values on a line", tie + " " + tie, []string{`rejected 1:90: malformed: invalid character '{' after top-level value`}},
		{"an unknown field", with(`}`, `,"notes":"x"}`), []string{`rejected 1:97: field notes "x": unknown code: no such field`}},
		{"a field in other letters", with(`"id"`, `"ID"`), []string{`rejected 1:23: field ID "t": unknown code: no such field`}},
		{"a field twice", with(`}`, `,"id":"u"}`), []string{`rejected 1:94: field id "u": malformed: the field stands twice`}},
		{"a value that is wrong", with(`"PER"`, `"Atlantis"`), []string{`rejected 1:54: field b "Atlantis": area "Atlantis": unknown code`}},
		{"a number where a text should be", with(`"PER"`, `604`), []string{`rejected 1:54: field b "604": malformed: want a string`}},
		{"a field that is not there", with(`,"b":"PER"`, ``), []string{`rejected 1:1: field b: not reported`}},
		{"a field that is not valid", with(`"none"`, `"broken"`), []string{`rejected 1:68: field event "broken": unknown code: want established, suspended, resumed or none`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := tabular.NewLineReader(strings.NewReader(tt.in))
			got := []string{}
			for record, err := range r.All(context.Background()) {
				var rejected *lac.RowError
				switch {
				case err == nil:
					got = append(got, showTie(record.(lac.Tie)))
				case errors.As(err, &rejected):
					got = append(got, "rejected "+strings.TrimPrefix(err.Error(), "lines:"))
				default:
					got = append(got, err.Error())
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if s := r.Stats(); s.Rows != len(tt.want) || s.Rows != s.Records+s.Rejected {
				t.Errorf("%+v", s)
			}
		})
	}
}

// The place of an error is that of the innermost value that is wrong.
func TestLinesNameThePlaceInAPart(t *testing.T) {
	const begin, end = `{"family":"projects","id":"p","source":"s","title":"t",`, `}`
	tests := []struct{ name, in, field, text string }{
		{"an amount in a list", `"transactions":[{"type":"commitment"},{"type":"commitment","value":"12,5 USD"}]`, "transactions[1].value", "12,5 USD"},
		{"a number for an amount", `"transactions":[{"type":"commitment","value":12.5}]`, "transactions[0].value", "12.5"},
		{"an integer with decimals", `"transactions":[{"type":"commitment","price_year":2021.0}]`, "transactions[0].price_year", "2021.0"},
		{"an integer that is too large", `"jobs_direct":{"digits":99999999999999999999}`, "jobs_direct.digits", "99999999999999999999"},
		{"an integer in quotation marks", `"jobs_direct":{"digits":"2"}`, "jobs_direct.digits", "2"},
		{"a flag in quotation marks", `"umbrella":"true"`, "umbrella", "true"},
		{"a flag that is a number", `"umbrella":1`, "umbrella", "1"},
		{"a percentage of too many digits", `"areas":[{"area":"PER","percent":1e-99}]`, "areas[0].percent", "1e-99"},
		{"an unknown field in a part", `"jobs_direct":{"valeu":"2 jobs"}`, "jobs_direct.valeu", "2 jobs"},
		{"a field twice in a part", `"stages":[{"status":"completed","status":"pledge"}]`, "stages[0].status", "pledge"},
		{"a part that is none", `"jobs_direct":"2 jobs"`, "jobs_direct", "2 jobs"},
		{"a list that is none", `"stages":{"status":"completed"}`, "stages", `{"status":"completed"}`},
		{"what is not valid", `"stages":[{"status":"completed"},{"status":"begun","date":"2020"}]`, "stages[1].status", "begun"},
		{"what is not there", `"links":[{"kind":"sibling"}]`, "links[0].id", `{"kind":"sibling"}`},
		{"percentages that do not add up", `"areas":[{"area":"PER","percent":"99"}]`, "areas", `[{"area":"PER","percent":"99"}]`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := begin + tt.in + end
			_, rejected, err := tabular.NewLineReader(strings.NewReader(in)).ReadAll(t.Context())
			if len(rejected) != 1 || err != nil {
				t.Fatal(rejected, err)
			}
			e := rejected[0]
			if e.Field != tt.field || !strings.HasPrefix(strings.TrimPrefix(in[e.Column-1:], `"`), tt.text) {
				t.Errorf("%v; want field %s at %s", e, tt.field, tt.text)
			}
		})
	}
}

func TestLineWriterRefuses(t *testing.T) {
	tie := lac.Tie{ID: "t", Source: "s", A: lac.China, B: lac.Peru, Event: lac.TiesNone, Date: lac.Year(1971)}
	bad := tie
	bad.Note = "\xff"
	for _, tt := range []struct {
		record any
		want   string
	}{
		{bad, `record "t": field note "\xff": malformed: not UTF-8`},
		{lac.Tie{ID: "t"}, "not reported"},
		{&tie, "record of type *lac.Tie: unknown code"},
		{nil, "record of type <nil>: unknown code"},
	} {
		var b bytes.Buffer
		w := tabular.NewLineWriter(&b)
		if err := w.Write(tt.record); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v: got %v, want %s", tt.record, err, tt.want)
		}
		if err := w.Flush(); err != nil || b.Len() > 0 {
			t.Errorf("%v: wrote %q, %v", tt.record, b.String(), err)
		}
	}
}

// TestLinesThatAreADocument reads arrays and objects over several lines, and holds
// that a line that is cut off does not make a document of the others.
func TestLinesThatAreADocument(t *testing.T) {
	const tie = `{"family":"ties","id":"t%d","source":"s","a":"CHN","b":"PER","event":"established","date":"1971-11-02"}`
	one, two := fmt.Sprintf(tie, 1), fmt.Sprintf(tie, 2)
	pretty := strings.NewReplacer(`,"`, ",\n  \"", "{", "{\n  ", "}", "\n}").Replace(one)
	bad := strings.Replace(pretty, "PER", "P\\\"}ER", 1)
	for _, tt := range []struct {
		rule, text string
		records    int
		rejected   []string
	}{
		{"an array", "[\n" + one + ",\n" + two + "\n]\n", 2, nil},
		{"an array on one line", "\uFEFF[" + one + "," + two + "]", 2, nil},
		{"objects over several lines", pretty + "\n" + strings.Replace(pretty, "t1", "t2", 1), 2, nil},
		{"places in them", bad + "\n" + pretty, 1, []string{"lines:6:7: field b"}},
		{"the end is cut off", pretty + "\n" + pretty[:30], 1, []string{"lines:12:9: malformed"}},
		{"a line is cut off", one[:30] + "\n" + two, 1, []string{"lines:1:30: malformed"}},
		{"nothing in it", "[]", 0, nil},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			r := tabular.NewLineReader(strings.NewReader(tt.text))
			records, rejected, err := r.ReadAll(t.Context())
			if err != nil || len(records.Ties) != tt.records || len(rejected) != len(tt.rejected) {
				t.Fatalf("%d records, rejected %v, %v", len(records.Ties), rejected, err)
			}
			for i, want := range tt.rejected {
				if !strings.HasPrefix(rejected[i].Error(), want) {
					t.Errorf("rejected %v, want %s", rejected[i], want)
				}
			}
		})
	}
	if _, _, err := tabular.NewLineReader(strings.NewReader("[" + one + ",1]")).ReadAll(t.Context()); !errors.Is(err, lac.ErrSyntax) {
		t.Error(err)
	}
}
