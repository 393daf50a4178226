package tabular_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

// outcome reads a table and returns its records as lac prints them, the errors of
// its rows, and what ended it.
func outcome[R tabular.Record](r *tabular.Reader[R], show func(R) string) []string {
	got := []string{}
	for record, err := range r.All(context.Background()) {
		var rejected *lac.RowError
		switch {
		case err == nil:
			got = append(got, show(record))
		case errors.As(err, &rejected):
			got = append(got, "rejected "+err.Error())
		default:
			got = append(got, "end "+err.Error())
		}
	}
	return got
}

func showTie(t lac.Tie) string {
	return fmt.Sprintf("%s %s %v-%v %s %v %q", t.ID, t.Source, t.A, t.B, t.Event, t.Date, t.Note)
}

const tieHeader = "id,source,a,b,event,date,note\n"

func TestTables(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"columns in any order, without those that may be left out", "date,event,b,a,source,id\n1971,established,PER,CHN,s,t\n",
			[]string{`t s CHN-PER established 1971 ""`}},
		{"names of columns in any case, with space around them", "ID, Source ,A,B,Event,DATE\nt,s,CHN,PER,none,1971\n",
			[]string{`t s CHN-PER none 1971 ""`}},
		{"byte order mark, CRLF and empty lines", "\ufeff" + strings.ReplaceAll(tieHeader+"\nt,s,CHN,PER,none,1971,\n", "\n", "\r\n"),
			[]string{`t s CHN-PER none 1971 ""`}},
		{"quoted cells with line ends", tieHeader + "t,s,CHN,PER,none,1971,\"a\nb\"\nu,s,CHN,PER,none,1971,\n",
			[]string{`t s CHN-PER none 1971 "a\nb"`, `u s CHN-PER none 1971 ""`}},
		{"ISO-8859-1 where a cell is not UTF-8", tieHeader + "t,s,CHN,Per\xfa,none,1971,se\xf1or\nu,s,CHN,Perú,none,1971,señor\n",
			[]string{`t s CHN-PER none 1971 "señor"`, `u s CHN-PER none 1971 "señor"`}},
		{"NUL is text in a note and an error in a code", tieHeader + "t,s,CHN,PER,none,1971,a\x00\nt,s,CHN,P\x00R,none,1971,\n",
			[]string{`t s CHN-PER none 1971 "a\x00"`, `rejected table:3:9: field b "P\x00R": area "P\x00R": malformed`}},
		{"space is kept in texts and left out around codes", tieHeader + "t,s, CHN ,PER,none, 1971 , a \n",
			[]string{`t s CHN-PER none 1971 " a "`}},
		{"no record", tieHeader, []string{}},
		{"empty cells after the last", "id,source,a,b,event,date,,\nt,s,CHN,PER,none,1971,,\nt,s,CHN,PER,none,1971,,,,\n",
			[]string{`t s CHN-PER none 1971 ""`, `t s CHN-PER none 1971 ""`}},
		{"a cell in a column without a name", "id,source,a,b,event,date,\nt,s,CHN,PER,none,1971,x\n",
			[]string{`rejected table:2:23: "x": malformed: a cell in a column without a name`}},
		{"too few and too many cells", tieHeader + "t,s,CHN\nt,s,CHN,PER,none,1971,,x\n",
			[]string{"rejected table:2: malformed: 3 cells, but the header has 7", "rejected table:3: malformed: 8 cells, but the header has 7"}},
		{"an error of a code", tieHeader + "t,s,CHN,Atlantis,none,1971,\n",
			[]string{`rejected table:2:9: field b "Atlantis": area "Atlantis": unknown code`}},
		{"an error of a field that is not parsed", tieHeader + "t,s,CHN,PER,broken,1971,\n",
			[]string{`rejected table:2:13: field event "broken": unknown code: want established, suspended, resumed or none`}},
		{"an empty cell that is needed", tieHeader + "t,s,CHN,PER,none,,\n,s,CHN,PER,none,1971,\n",
			[]string{`rejected table:2:18: field date: not reported`, `rejected table:3:1: field id: not reported`}},
		{"a quotation mark where none may be", tieHeader + "t,s,C\"N,PER,none,1971,\nu,s,CHN,PER,none,1971,\n",
			[]string{`rejected table:2:5: field a: malformed: quotation mark inside a field without quotation marks`, `u s CHN-PER none 1971 ""`}},
		{"a column named as what the mapping leaves out", "id,source,a,b,event,date,-\n", []string{`end table: header: unknown code: column "-"`}},
		{"no header", "", []string{"end table: malformed: no header, the table is empty"}},
		{"a malformed header", "id,\"so\"urce\n", []string{"end table: malformed: header: line 1, column 4: text after the closing quotation mark"}},
		{"columns that are unknown, there twice, or missing", "id,ID,source,a,event,date,dat,measure\n",
			[]string{"end table: header: malformed: columns \"id\" and \"ID\" are both id\nunknown code: column \"dat\"\nunknown code: column \"measure\"\nnot reported: columns b"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := tabular.NewReader[lac.Tie](strings.NewReader(tt.in))
			if diff := cmp.Diff(tt.want, outcome(r, showTie)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if s := r.Stats(); s.Rows != s.Records+s.Rejected {
				t.Errorf("%+v", s)
			}
		})
	}
}

func showTrade(r lac.TradeRecord) string {
	return fmt.Sprintf("%s %v %v %v %s", r.ID, r.Value, r.NetWeight, r.Commodity, r.Status)
}

func TestAmounts(t *testing.T) {
	const fixed = ",CHN,PER,import,2024,TOTAL\n"
	tests := []struct{ name, columns, row, want string }{
		{"a unit in its column", "value,value.currency", "12.50,USD", "t#2 12.5 USD not reported TOTAL "},
		{"a unit in the cell", "value,net_weight", "12.50 USD,3 kg", "t#2 12.5 USD 3 kg TOTAL "},
		{"zero is a value", "value,value.currency", "0,USD", "t#2 0 USD not reported TOTAL "},
		{"a unit without a number is not reported", "value,value.currency", ",USD", "t#2 not reported not reported TOTAL "},
		{"a number without a unit", "value,value.currency", "12,", `rejected table:2:4: field value.currency: not reported`},
		{"a number without a unit in the cell", "value", "12", `rejected table:2:1: field value "12": money "12": malformed: want amount and currency code`},
		{"an unknown currency", "value,value.currency", "12,XXX", `rejected table:2:4: field value.currency "XXX": currency "XXX": unknown code`},
		{"a unit that is none", "quantity,quantity.unit", "12,%", `rejected table:2:4: field quantity.unit "%": malformed: want a unit`},
		{"an exponent", "value,value.currency", "1.5e3,USD", "t#2 1500 USD not reported TOTAL "},
		{"38 digits", "value,value.currency", strings.Repeat("9", 38) + ",USD", "t#2 " + strings.Repeat("9", 38) + " USD not reported TOTAL "},
		{"39 digits", "value,value.currency", strings.Repeat("9", 39) + ",USD", `rejected table:2:1: field value "` + strings.Repeat("9", 39) + `": amount "` + strings.Repeat("9", 39) + `": out of range`},
		{"an exponent that only makes work", "value,value.currency", "1e999999999,USD", `rejected table:2:1: field value "1e999999999": amount "1e999999999": out of range`},
		{"below zero", "value,value.currency", "-1,USD", `rejected table:2:1: field value "-1": out of range: negative`},
		{"a weight in another unit than kilograms", "net_weight,net_weight.unit", "1,t", `rejected table:2:1: field net_weight "1": units differ`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := tabular.NewReader[lac.TradeRecord](strings.NewReader(tt.columns + ",reporter,partner,flow,period,commodity\n" + tt.row + fixed))
			r.Source = "t"
			if diff := cmp.Diff([]string{tt.want}, outcome(r, showTrade)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestLists(t *testing.T) {
	show := func(p lac.Project) string {
		b := "["
		for _, a := range p.Areas {
			b += fmt.Sprintf("{%v %v}", a.Area, a.Percent)
		}
		b += "]"
		for _, tr := range p.Transactions {
			b += fmt.Sprintf(" %s %v %v %s", tr.Type, tr.Value, tr.Date, tr.Provider.Name)
		}
		return b
	}
	tests := []struct{ name, columns, row, want string }{
		{"areas with percentages", "areas", "PER 60.5;  Costa Rica 39.5", "[{PER 60.5}{CRI 39.5}]"},
		{"one area alone has all", "areas", "Costa Rica", "[{CRI 100}]"},
		{"areas as JSON", "areas", `"[{""area"":""PER"",""percent"":100}]"`, "[{PER 100}]"},
		{"percentages that do not add up", "areas", "PER 60; CHL 39", `rejected table:2:4: field areas "PER 60; CHL 39": out of range: percentages add up to 99, not 100`},
		{"an unknown area", "areas", "PER 60; Atlantis 40", `rejected table:2:4: field areas "PER 60; Atlantis 40": area "Atlantis": unknown code`},
		{"a percentage that is none", "areas", "PER 6x; CHL 40", `rejected table:2:4: field areas "PER 6x; CHL 40": percentage "6x": malformed: want a number`},
		{"areas without end", "areas", strings.Repeat("PER;", 2000), `rejected table:2:4: field areas "` + strings.Repeat("PER;", 15) + `…": out of range: more than 1000 areas`},
		{"transactions as JSON", "transactions", `"[{""type"":""commitment"",""value"":""12 USD""}]"`, "[] commitment 12 USD  "},
		{"a place in JSON", "transactions", `"[{""type"":""commitment"",""value"":12}]"`,
			`rejected table:2:4: field transactions "[{\"type\":\"commitment\",\"value\":12}]": at byte 31 of the cell: field [0].value "12": malformed: want a string`},
		{"what is no JSON", "transactions", "commitment", `rejected table:2:4: field transactions "commitment": at byte 1 of the cell: malformed: invalid character 'c' looking for beginning of value`},
		{"elements with columns of their own", "transactions[1].type,transactions[0].type,transactions[0].provider.name,transactions[1].value", "disbursement,commitment,Bank,1 USD",
			"[] commitment not reported  Bank disbursement 1 USD  "},
		{"an element that is not there", "transactions[0].type,transactions[1].type", "commitment,", "[] commitment not reported  "},
		{"a gap in the elements", "transactions[0].type,transactions[2].type", ",", "end table: header: not reported: columns of transactions[1], which is before transactions[2]"},
		{"a list and an element", "transactions,transactions[0].type", ",", "end table: header: malformed: columns transactions and transactions[0] are of one list"},
		{"names that mean nothing", "transactions[x].type,transactions[0]type,transactions[01].type", ",,",
			"end table: header: unknown code: column \"transactions[x].type\"\nunknown code: column \"transactions[0]type\"\nunknown code: column \"transactions[01].type\""},
		{"a part that is wrong", "areas[0].area,areas[0].percent", "PER,99", `rejected table:2:4: field areas[0].area "PER": areas: out of range: percentages add up to 99, not 100`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := tabular.NewReader[lac.Project](strings.NewReader("id,title," + tt.columns + "\np,," + tt.row + "\n"))
			r.Source = "s"
			r.Mapping.Values = map[string]map[string]string{"title": {"": "T"}}
			if diff := cmp.Diff([]string{tt.want}, outcome(r, show)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestSourceAndIDAreFilledOnlyWhereThereIsNoColumn(t *testing.T) {
	tests := []struct{ name, source, in, want string }{
		{"neither", "s", "a,b,event,date\nCHN,PER,none,1971\n", `s#2 s CHN-PER none 1971 ""`},
		{"an ID", "s", "id,a,b,event,date\nt,CHN,PER,none,1971\n", `t s CHN-PER none 1971 ""`},
		{"a source", "s", "source,a,b,event,date\nu,CHN,PER,none,1971\n", `u#2 u CHN-PER none 1971 ""`},
		{"an empty ID", "s", "id,a,b,event,date\n,CHN,PER,none,1971\n", `rejected table:2:1: field id: not reported`},
		{"no source at all", "", "a,b,event,date\n", `end table: header: not reported: columns source`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := tabular.NewReader[lac.Tie](strings.NewReader(tt.in))
			r.Source = tt.source
			if diff := cmp.Diff([]string{tt.want}, outcome(r, showTie)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	if _, _, err := tabular.NewReader[lac.Source](strings.NewReader("publisher\n")).ReadAll(t.Context()); !errors.Is(err, lac.ErrMissing) || !strings.Contains(err.Error(), "id, basis") {
		t.Errorf("sources without ID and basis: %v", err)
	}
}

func TestStrictEndsAtTheFirstRejectedRow(t *testing.T) {
	r := tabular.NewReader[lac.Tie](strings.NewReader(tieHeader + "t,s,CHN,PER,none,1971,\nu,s,CHN,,none,1971,\nv,s,CHN,PER,none,1971,\n"))
	r.Strict, r.Name = true, "ties.csv"
	records, rejected, err := r.ReadAll(t.Context())
	var row *lac.RowError
	if len(records) != 1 || rejected != nil || !errors.As(err, &row) || row.Line != 3 || row.Source != "ties.csv" {
		t.Errorf("%v, %v, %v", records, rejected, err)
	}
	if got, want := r.Stats(), (lac.Stats{Rows: 2, Records: 1, Rejected: 1}); got != want {
		t.Errorf("%+v", got)
	}
}

func TestReaderErrorsEndReading(t *testing.T) {
	broken := errors.New("broken")
	r := tabular.NewReader[lac.Tie](io.MultiReader(strings.NewReader(tieHeader+"t,s,CHN,PER,none,1971,\nu,s"), iotest.ErrReader(broken)))
	records, rejected, err := r.ReadAll(t.Context())
	if len(records) != 1 || rejected != nil || !errors.Is(err, broken) || err.Error() != "table: after 1 rows: broken" {
		t.Errorf("%v, %v, %v", records, rejected, err)
	}
	if _, _, again := r.ReadAll(t.Context()); again != err {
		t.Errorf("read again: %v", again)
	}
}

func TestRowsFromElsewhere(t *testing.T) {
	rows := func(yield func([]string, error) bool) {
		_ = yield([]string{"a", "b", "event", "date"}, nil) &&
			yield([]string{"CHN", "PER", "none", "1971"}, nil) &&
			yield(nil, nil) &&
			yield(nil, &lac.RowError{Line: 99, Column: 4, Field: "D3", Err: lac.ErrRange}) &&
			yield([]string{"CHN", "Atlantis", "none", "1971"}, nil) &&
			yield(nil, errors.New("broken"))
	}
	r := tabular.NewRowReader[lac.Tie](iter.Seq2[[]string, error](rows))
	r.Source = "s"
	want := []string{`s#2 s CHN-PER none 1971 ""`, `rejected table:4:4: field D3: out of range`,
		`rejected table:5:2: field b "Atlantis": area "Atlantis": unknown code`, "end table: after 3 rows: broken"}
	if diff := cmp.Diff(want, outcome(r, showTie)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	tabs := strings.ReplaceAll(tieHeader+"t,s,CHN,PER,none,1971,\n", ",", "\t")
	for _, path := range []string{
		file("ties.csv", tieHeader+"t,s,CHN,PER,none,1971,\n"), file("ties.tsv", tabs), file("ties.tsv.gz", packed(t, tabs)),
	} {
		r, err := tabular.Open[lac.Tie](path)
		if err != nil {
			t.Fatal(err)
		}
		r.Mapping = tabular.Mapping{Missing: []string{"NA"}} // which does not say what is between cells
		records, rejected, err := r.ReadAll(t.Context())
		if len(records) != 1 || rejected != nil || err != nil {
			t.Errorf("%s: %v, %v, %v", path, records, rejected, err)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
	for _, path := range []string{dir, file("empty.csv", ""), filepath.Join(dir, "none.csv")} {
		if r, err := tabular.Open[lac.Tie](path); err == nil || r != nil || !strings.HasPrefix(err.Error(), "tabular: ") {
			t.Errorf("%s: %v", path, err)
		}
		if r, err := tabular.OpenLines(path); err == nil || r != nil {
			t.Errorf("%s as lines: %v", path, err)
		}
	}
}

// What was read before a context ended is counted, and the rest is not read.
func TestReadAll(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r := tabular.NewRowReader[lac.Source](func(yield func([]string, error) bool) {
		rows := [][]string{{"id", "publisher", "basis"}, {"a", "A", "table"}, {"b", "B", "table"}, {"c", "C", "table"}}
		for i, row := range rows {
			if i == 2 {
				cancel()
			}
			if !yield(row, nil) {
				return
			}
		}
	})
	sources, rejected, err := r.ReadAll(ctx)
	if !errors.Is(err, context.Canceled) || len(rejected) > 0 || len(sources) == 0 || len(sources) > 2 || r.Stats().Rows != len(sources) {
		t.Errorf("%d sources, %v, %v", len(sources), rejected, err)
	}
}
