package comtrade_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
)

// record is a record in JSON with more members.
func jsonRecord(more string) string {
	return `{"period":"2022","reporterCode":156,"flowCode":"X","partnerCode":32,"classificationCode":"H6","cmdCode":"TOTAL","primaryValue":1` + more + `}`
}

// What is wrong with an answer as a whole ends reading, after the records before it.
func TestJSONErrors(t *testing.T) {
	good := jsonRecord("")
	for _, tt := range []struct {
		name, in string
		records  int
		want     string
	}{
		{"an error of the gateway", `{"statusCode":429,"message":"Rate limit is exceeded."}`, 0, "t.json: UN Comtrade answered: 429 Rate limit is exceeded."},
		{"an error beside no data", `{"count":0,"data":null,"error":"Period is required"}`, 0, "t.json: UN Comtrade answered: Period is required"},
		{"an error after the data", `{"data":[` + good + `],"error":"timeout"}`, 1, "t.json: after 1 rows: UN Comtrade answered: timeout"},
		{"an error as an object", `{"error":{"code":"x"}}`, 0, `t.json: UN Comtrade answered: {"code":"x"}`},
		{"an error of the legacy API", `{"validation":{"status":{"value":5003},"message":"too large"},"dataset":[]}`, 0, "t.json: UN Comtrade answered: too large"},
		{"no data", `{"count":0}`, 0, "t.json: malformed: not an answer of UN Comtrade: no array data"},
		{"data that is no array", `{"data":{}}`, 0, "t.json: malformed: not an answer of UN Comtrade: no array data"},
		{"two arrays", `{"data":[],"data":[]}`, 0, "t.json: after 0 rows: malformed: line 1, column 20: JSON: a second array of records"},
		{"cut before the data", `{"count":`, 0, "t.json: line 1, column 10: JSON: unexpected EOF"},
		{"cut in a record", `[` + good + `,` + good[:20], 1, "t.json: after 1 rows: line 1, column 152: JSON: unexpected EOF"},
		{"cut after a record", `{"data":[` + good, 1, "t.json: after 1 rows: line 1, column 139: JSON: unexpected EOF"},
		{"cut after the data", `{"data":[` + good + `]`, 1, "t.json: after 1 rows: line 1, column 140: JSON: unexpected EOF"},
		{"no comma", `[` + good + "\n" + good + `]`, 1, "t.json: after 1 rows: malformed: line 2, column 1: JSON: want a comma or the end of the array"},
		{"the wrong bracket", `{"data":[}`, 0, "t.json: after 0 rows: malformed: line 1, column 10: JSON: want a record"},
		{"text after the end", `[] x`, 0, "t.json: after 0 rows: malformed: line 1, column 4: JSON: text after the end"},
		{"a name without quotation marks", `{data:[]}`, 0, "t.json: malformed: line 1, column 2: JSON: want a name in quotation marks"},
		{"no colon", `{"data"[]}`, 0, "t.json: malformed: line 1, column 8: JSON: want a colon"},
		{"nested too deep", `{"x":` + strings.Repeat("[", 100), 0, "t.json: malformed: line 1, column 70: JSON: nested more than 64 deep"},
		{"a record nested too deep", `[` + good + `,` + strings.Repeat(`{"a":`, 100), 1, "t.json: after 1 rows: malformed: line 1, column 452: JSON: nested more than 64 deep"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := comtrade.NewReader(strings.NewReader(tt.in))
			r.Name = "t.json"
			records, rejected, err := r.ReadAll(context.Background())
			if fmt.Sprint(err) != tt.want || len(records) != tt.records || rejected != nil {
				t.Errorf("%d records, %v\ngot  %v\nwant %s", len(records), rejected, err, tt.want)
			}
			if _, _, again := r.ReadAll(context.Background()); again == nil || again.Error() != tt.want {
				t.Errorf("then %v", again)
			}
		})
	}
}

// A malformed record takes no other with it.
func TestJSONRejectsRecords(t *testing.T) {
	good := jsonRecord("")
	for _, tt := range []struct{ name, in, want string }{
		{"no object", `12`, `comtrade:1:2: malformed: want an object`},
		{"nothing", ``, `comtrade:1:2: malformed: want an object`},
		{"text", `"a, ] \" }"`, `comtrade:1:2: malformed: want an object`},
		{"columns missing", `{"period":2022}`, `comtrade:1:2: malformed: not a table of UN Comtrade: expected also the columns reporterCode, flowCode, partnerCode, cmdCode, classificationCode, primaryValue`},
		{"a member twice", jsonRecord(`,"cmdCode":"26"`), `comtrade:1:2: malformed: column cmdCode stands twice`},
		{"no value", `{"period":}`, `comtrade:1:2: malformed: JSON: `},
		{"a name without quotation marks", `{period:1}`, `comtrade:1:2: malformed: JSON: `},
		{"not UTF-8", jsonRecord(`,"customsCode":"` + "\xe9" + `"`), `comtrade:1:2: malformed: not UTF-8`},
		{"a NUL byte", jsonRecord(`,"customsCode":"` + "\x00" + `"`), `comtrade:1:2: malformed: JSON: `},
		{"an amount as an object", jsonRecord(`,"netWgt":{"kg":1}`), `comtrade:1:140: field netWgt "{\"kg\":1}": number "{\"kg\":1}": malformed`},
		{"a hostile exponent", jsonRecord(`,"netWgt":1e999999999`), `comtrade:1:140: field netWgt "1e999999999": number "1e999999999": out of range`},
		{"on a line of its own", "\n\n" + jsonRecord(",\n  \"netWgt\": \"x\""), `comtrade:3:13: field netWgt "x": number "x": malformed`},
		{"brackets that do not match", `{"period":[}}`, `comtrade:1:2: malformed: JSON: `},
	} {
		t.Run(tt.name, func(t *testing.T) {
			records, rejected := read(t, comtrade.NewReader(strings.NewReader("["+tt.in+",\n"+good+"]\n")))
			if len(records) != 1 || records[0].ID != "comtrade#2" || len(rejected) != 1 || !strings.HasPrefix(rejected[0], tt.want) {
				t.Errorf("%d records, rejected\n     %q\nwant %s", len(records), rejected, tt.want)
			}
		})
	}
}

func TestJSONIsReadAnyhow(t *testing.T) {
	want, _ := read(t, open(t, "api.json"))
	whole, err := os.ReadFile(filepath.Join(fixtures, "api.json"))
	if err != nil {
		t.Fatal(err)
	}
	for name, in := range map[string]io.Reader{
		"one byte at a time": iotest.OneByteReader(bytes.NewReader(whole)),
		"compressed":         bytes.NewReader(compress(t, whole)),
		"with a mark":        strings.NewReader("\uFEFF \n" + string(whole)),
	} {
		if got, _ := read(t, comtrade.NewReader(in)); len(got) != len(want) || got[0] != want[0] {
			t.Errorf("%s: %d records, want %d", name, len(got), len(want))
		}
	}
	packed := compress(t, whole)
	for cut := 1; cut < len(packed); cut += 7 {
		if _, _, err := comtrade.NewReader(bytes.NewReader(packed[:cut])).ReadAll(context.Background()); err == nil {
			t.Errorf("compressed and cut at byte %d of %d: no error", cut, len(packed))
		}
	}
	broken := errors.New("broken")
	in := io.MultiReader(bytes.NewReader(whole[:len(whole)*3/4]), iotest.ErrReader(broken))
	if records, _, err := comtrade.NewReader(in).ReadAll(context.Background()); !errors.Is(err, broken) || len(records) == 0 {
		t.Errorf("%d records, %v", len(records), err)
	}
}

// bomb is a text and then so many megabytes of another in some kilobytes of gzip.
func bomb(t *testing.T, start, block string, n int) io.Reader {
	t.Helper()
	return io.MultiReader(bytes.NewReader(compress(t, []byte(start))), &repeat{text: string(compress(t, []byte(block))), n: n})
}

func TestHostileJSONInBoundedMemory(t *testing.T) {
	if testing.Short() { // it measures memory, and with the race detector a minute
		t.Skip("long")
	}
	block := strings.Repeat("x", 1<<20)
	good := jsonRecord("")
	for _, tt := range []struct {
		name    string
		in      io.Reader
		records int
		want    string // of the end, or of the only rejected record
	}{
		{"a record of 1 GB", io.MultiReader(strings.NewReader(`[{"a":"`), &repeat{text: block, n: 1 << 10}, strings.NewReader(`"},`+good+`]`)), 1, "row too long: more than 1048576 bytes"},
		{"128 MB before the records", io.MultiReader(strings.NewReader(`{"x":"`), &repeat{text: block, n: 128}, strings.NewReader(`","data":[`+good+`]}`)), 1, "<nil>"},
		{"a name of 128 MB", io.MultiReader(strings.NewReader(`{"`), &repeat{text: block, n: 128}), 0, "unexpected EOF"},
		{"ten million members", io.MultiReader(strings.NewReader(`[{"a":1`), &repeat{text: `,"a":1`, n: 10_000_000}, strings.NewReader(`},`+good+`]`)), 1, "row too long"},
		{"brackets without end", &repeat{text: strings.Repeat("[", 1000), n: 1_000_000}, 0, "nested more than 64 deep"},
		{"128 MB of a string in gzip", bomb(t, `{"data":["`, block, 128), 0, "unexpected EOF"},
		{"1 GB of a row in gzip", bomb(t, header, block, 1<<10), 0, "row too long"},
		{"128 MB of a header in gzip", bomb(t, "", block, 128), 0, "row too long"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			records, rejected, err := comtrade.NewReader(tt.in).ReadAll(context.Background())
			runtime.ReadMemStats(&after)
			got := fmt.Sprint(err)
			if len(rejected) > 0 {
				got = rejected[0].Error()
			}
			if len(records) != tt.records || len(rejected) > 1 || !strings.Contains(got, tt.want) || len(got) > 300 {
				t.Errorf("%d records, %d rejected, %.300s; want %d and %s", len(records), len(rejected), got, tt.records, tt.want)
			}
			if took := after.TotalAlloc - before.TotalAlloc; took > 32<<20 {
				t.Errorf("allocated %d MiB", took>>20)
			}
		})
	}
}

func ExampleNewReader_json() {
	r := comtrade.NewReader(strings.NewReader(`{"count":1,"data":[{"period":"2022","reporterCode":156,"flowCode":"M",
		"partnerCode":152,"classificationCode":"H6","cmdCode":"TOTAL","cifvalue":44.5,"primaryValue":44.50}],"error":""}`))
	for record, err := range r.All(context.Background()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(record.ID, record.Partner, record.Value, record.Valuation)
	}
	// Output: comtrade#1 CHL 44.5 USD cif
}

// FuzzJSON holds any bytes against the promises of FuzzReader, read as JSON.
func FuzzJSON(f *testing.F) {
	names, err := filepath.Glob(filepath.Join(fixtures, "*.json"))
	if err != nil || len(names) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, name := range names {
		seed, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(seed)
	}
	f.Add([]byte(`[,` + jsonRecord(`,"qty":1e5,"qtyUnitCode":8`) + `,[{}],"x\"",` + jsonRecord(`}`)))
	f.Fuzz(func(t *testing.T, in []byte) {
		in = append([]byte("["), in...)
		if len(in) > 1 && in[1] == '{' {
			in = in[1:]
		}
		r := comtrade.NewReader(bytes.NewReader(in))
		r.MaxRowBytes = 1 << 12
		records, rejected, err := r.ReadAll(context.Background())
		s := r.Stats()
		if s.Rows != s.Records+s.Rejected || s.Records != len(records) || min(s.Rejected, 10_000) != len(rejected) {
			t.Fatalf("%d records, %d rejected, %+v, %v", len(records), len(rejected), s, err)
		}
		for i, record := range records {
			if err := record.Validate(); err != nil {
				t.Error(err)
			}
			if i > 0 && record.ID == records[i-1].ID {
				t.Errorf("two records %s", record.ID)
			}
		}
		for _, e := range rejected {
			if e.Line < 1 || e.Column < 0 || len(e.Error()) > 1000 || !errors.Is(e, lac.ErrSyntax) && !errors.Is(e, lac.ErrRange) &&
				!errors.Is(e, lac.ErrUnknownCode) && !errors.Is(e, lac.ErrMissing) {
				t.Errorf("at line %d, column %d: %v", e.Line, e.Column, e)
			}
		}
	})
}
