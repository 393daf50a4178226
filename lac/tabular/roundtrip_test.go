package tabular_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

// eachFamily runs a test of every record family.
func eachFamily(t *testing.T, test func(t *testing.T, f familyTest)) {
	for _, f := range []familyTest{
		testOf[lac.Source]("sources"), testOf[lac.TradeRecord]("trade"), testOf[lac.Project]("projects"), testOf[lac.Program]("programs"),
		testOf[lac.Statement]("statements"), testOf[lac.Meeting]("meetings"), testOf[lac.Pledge]("pledges"),
		testOf[lac.Observation]("observations"), testOf[lac.Tie]("ties"), testOf[lac.Membership]("memberships"), testOf[lac.Rate]("rates"),
	} {
		t.Run(f.name, func(t *testing.T) { test(t, f) })
	}
}

// A familyTest is what tests do with records of one type.
type familyTest struct {
	name    string
	typ     reflect.Type
	draw    func(*rapid.T) any
	write   func(rapid.TB, []any, byte) []byte
	read    func(rapid.TB, []byte, string) []any
	columns []string
}

func testOf[R tabular.Record](name string) familyTest {
	return familyTest{
		name: name, typ: reflect.TypeFor[R](),
		draw: func(t *rapid.T) any { return validRecord[R](t) },
		write: func(t rapid.TB, records []any, comma byte) []byte {
			var b bytes.Buffer
			w := tabular.NewWriter[R](&b)
			w.Comma = comma
			for _, r := range records {
				if err := w.Write(r.(R)); err != nil {
					t.Fatal(err)
				}
			}
			if err := w.Flush(); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		},
		read: func(t rapid.TB, table []byte, comma string) []any {
			r := tabular.NewReader[R](bytes.NewReader(table))
			r.Mapping.Comma = comma
			records, rejected, err := r.ReadAll(context.Background())
			if err != nil || rejected != nil {
				t.Fatalf("%v, %v\n%s", rejected, err, table)
			}
			list := []any{}
			for _, r := range records {
				list = append(list, r)
			}
			return list
		},
		columns: tabular.Columns[R](),
	}
}

func TestTablesGiveBackEveryField(t *testing.T) {
	eachFamily(t, func(t *testing.T, f familyTest) {
		rapid.Check(t, func(t *rapid.T) {
			want := rapid.SliceOfN(rapid.Custom(f.draw), 0, 3).Draw(t, "records")
			comma := rapid.SampledFrom([]byte(",;\t|")).Draw(t, "comma")
			table := f.write(t, want, comma)
			got := f.read(t, table, string(comma))
			if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("(-want +got)\n%s\n%s", diff, table)
			}
			if again := f.write(t, got, comma); !bytes.Equal(table, again) {
				t.Fatalf("written again\n%s\nafter\n%s", again, table)
			}
		})
	})
}

func TestLinesGiveBackEveryField(t *testing.T) {
	eachFamily(t, func(t *testing.T, f familyTest) {
		rapid.Check(t, func(t *rapid.T) {
			want := f.draw(t)
			line := lineOf(t, want)
			var got any
			for record, err := range tabular.NewLineReader(bytes.NewReader(line)).All(context.Background()) {
				if err != nil {
					t.Fatalf("%v\n%s", err, line)
				}
				got = record
			}
			if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("(-want +got)\n%s\n%s", diff, line)
			}
			if again := lineOf(t, got); !bytes.Equal(line, again) {
				t.Fatalf("written again\n%s\nafter\n%s", again, line)
			}
		})
	})
}

// What package lac's types write by themselves is what stands on a line.
func TestLinesAreTheJSONOfTheRecords(t *testing.T) {
	eachFamily(t, func(t *testing.T, f familyTest) {
		rapid.Check(t, func(t *rapid.T) {
			record := f.draw(t)
			var b bytes.Buffer
			e := json.NewEncoder(&b)
			e.SetEscapeHTML(false)
			if err := e.Encode(record); err != nil {
				t.Fatal(err)
			}
			want := `{"family":"` + f.name + `",` + strings.TrimPrefix(b.String(), "{")
			if got := string(lineOf(t, record)); got != want {
				t.Errorf("got  %swant %s", got, want)
			}
		})
	})
}

func lineOf(t rapid.TB, record any) []byte {
	var b bytes.Buffer
	w := tabular.NewLineWriter(&b)
	if err := w.Write(record); err != nil {
		t.Fatal(err)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Every field of every record is a column, or a part of one: a field that is
// added to package lac and not carried fails here.
func TestEveryFieldHasAColumn(t *testing.T) {
	families := map[string]reflect.Type{}
	for i, r := 0, reflect.TypeFor[lac.Records](); i < r.NumField(); i++ {
		if name := jsonName(r.Field(i)); name != "-" {
			families[name] = r.Field(i).Type.Elem()
		}
	}
	eachFamily(t, func(t *testing.T, f familyTest) {
		if families[f.name] != f.typ {
			t.Errorf("lac.Records has a list of %v", families[f.name])
		}
		delete(families, f.name)
		for i := range f.typ.NumField() {
			name := jsonName(f.typ.Field(i))
			if !slices.ContainsFunc(f.columns, func(c string) bool { return c == name || strings.HasPrefix(c, name+".") }) {
				t.Errorf("field %s has no column in %q", name, f.columns)
			}
			if name == "family" || name == "" {
				t.Errorf("a field is named %q, which lines use themselves", name)
			}
		}
	})
	if len(families) > 0 {
		t.Errorf("families without a test: %v", families)
	}
}

func TestFoldersGiveBackADataset(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := dataset(t)
		dir, err := os.MkdirTemp("", "tabular")
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = os.RemoveAll(dir) }()
		if err := tabular.WriteDir(dir, data); err != nil {
			t.Fatal(err)
		}
		records, rejected, err := tabular.ReadDir(context.Background(), os.DirFS(dir), nil)
		if err != nil || rejected != nil {
			t.Fatal(rejected, err)
		}
		same(t, data, records)
	})
}

func TestLinesGiveBackADataset(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := dataset(t)
		var b bytes.Buffer
		if err := tabular.NewLineWriter(&b).WriteDataset(data); err != nil {
			t.Fatal(err)
		}
		records, rejected, err := tabular.NewLineReader(&b).ReadAll(t.Context())
		if err != nil || rejected != nil {
			t.Fatal(rejected, err)
		}
		same(t, data, records)
	})
}

func same(t *rapid.T, want *lac.Dataset, records lac.Records) {
	got, err := lac.NewDataset(records)
	if err != nil {
		t.Fatal(err)
	}
	if want.Digest() != got.Digest() {
		t.Fatalf("a dataset of %v became one of %v", slices.Collect(want.Trade()), slices.Collect(got.Trade()))
	}
}

// dataset draws a dataset with a record of every family.
func dataset(t *rapid.T) *lac.Dataset {
	var r lac.Records
	v := reflect.ValueOf(&r).Elem()
	eachRecord(t, func(name string, record any) {
		for i := range v.NumField() {
			if jsonName(v.Type().Field(i)) == name {
				one := reflect.New(reflect.TypeOf(record)).Elem()
				one.Set(reflect.ValueOf(record))
				one.FieldByName("ID").SetString(name)
				if s := one.FieldByName("Source"); s.IsValid() {
					s.SetString("sources")
				}
				v.Field(i).Set(reflect.Append(v.Field(i), one))
			}
		}
	})
	data, err := lac.NewDataset(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func eachRecord(t *rapid.T, do func(name string, record any)) {
	do("sources", validRecord[lac.Source](t))
	do("trade", validRecord[lac.TradeRecord](t))
	do("projects", validRecord[lac.Project](t))
	do("programs", validRecord[lac.Program](t))
	do("statements", validRecord[lac.Statement](t))
	do("meetings", validRecord[lac.Meeting](t))
	do("pledges", validRecord[lac.Pledge](t))
	do("observations", validRecord[lac.Observation](t))
	do("ties", validRecord[lac.Tie](t))
	do("memberships", validRecord[lac.Membership](t))
	do("rates", validRecord[lac.Rate](t))
}

func packed(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, s); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
