// Package readback tests that what a package's types write as JSON reads back as
// it was, or not at all: nothing unknown becomes zero on the way.
package readback

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// Test writes and reads values of the types of the given ones: these themselves,
// and random ones. Every exported type of the package in the working folder must
// be among them, or be named among machines: types that do work and hold no data,
// such as readers. Samples are values, as JSON, of types whose fields are not
// exported, by the types' names. Options say when two values are equal, where
// neither == nor a method Equal does.
func Test(t *testing.T, values []any, machines []string, samples map[string][]string, options ...cmp.Option) {
	t.Helper()
	tested := map[string]bool{}
	for _, v := range values {
		typ := reflect.TypeOf(v)
		name, _, _ := strings.Cut(typ.Name(), "[")
		tested[name] = true
		t.Run(typ.Name(), func(t *testing.T) {
			check(t, reflect.ValueOf(v), options)
			g := generator{rand.New(rand.NewPCG(1, 2)), samples}
			for range 300 {
				x := reflect.New(typ).Elem()
				if err := g.fill(x, 0); err != nil {
					if reflect.ValueOf(v).IsZero() {
						t.Fatal(err)
					}
					return // only the value given
				}
				check(t, x, options)
			}
		})
	}
	for _, m := range machines {
		tested[m] = true
	}
	for _, name := range exported(t) {
		if !tested[name] {
			t.Errorf("type %s is in no list: say whether it reads back", name)
		}
		delete(tested, name)
	}
	for name := range tested {
		t.Errorf("there is no type %s", name)
	}
}

// check holds that v reads back.
func check(t *testing.T, v reflect.Value, options cmp.Options) {
	t.Helper()
	// By address, as what is large is handed around.
	written := reflect.New(v.Type())
	written.Elem().Set(v)
	text, err := json.Marshal(written.Interface())
	if err != nil {
		return // refused, and so not lost
	}
	got := reflect.New(v.Type())
	if err := json.Unmarshal(text, got.Interface()); err != nil {
		return
	}
	// Of an error only its text can come back.
	errorText := cmp.Comparer(func(a, b error) bool { return a == b || a != nil && b != nil && a.Error() == b.Error() })
	options = append(cmp.Options{cmpopts.EquateEmpty(), errorText, cmp.Exporter(func(reflect.Type) bool { return true })}, options...)
	if diff := cmp.Diff(written.Interface(), got.Interface(), options); diff != "" {
		t.Fatalf("%s reads back as something else (-written +read):\n%s", text, diff)
	}
	again, err := json.Marshal(got.Interface())
	if err != nil || string(again) != string(text) {
		t.Fatalf("%s is written again as %s, %v", text, again, err)
	}
}

// generator makes random values.
type generator struct {
	*rand.Rand
	samples map[string][]string
}

var errorType = reflect.TypeFor[error]()

func (g generator) fill(v reflect.Value, depth int) error {
	name := v.Type().String()
	samples := g.samples[name]
	if samples == nil {
		samples = common[name]
	}
	if samples != nil {
		if g.IntN(8) == 0 {
			return nil // the zero value
		}
		text := samples[g.IntN(len(samples))]
		if err := json.Unmarshal([]byte(text), v.Addr().Interface()); err != nil {
			return fmt.Errorf("sample %s of %s: %w", text, name, err)
		}
		return nil
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(g.IntN(2) == 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(g.IntN(120)) - 20)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(g.IntN(100)))
	case reflect.String:
		v.SetString(words[g.IntN(len(words))])
	case reflect.Pointer:
		if depth < 6 && g.IntN(2) == 0 {
			v.Set(reflect.New(v.Type().Elem()))
			return g.fill(v.Elem(), depth+1)
		}
	case reflect.Slice:
		if depth > 6 {
			return nil
		}
		v.Set(reflect.MakeSlice(v.Type(), g.IntN(3), 3))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			if err := g.fill(v.Index(i), depth+1); err != nil {
				return err
			}
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range g.IntN(3) {
			key, elem := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			if err := errors.Join(g.fill(key, depth+1), g.fill(elem, depth+1)); err != nil {
				return err
			}
			v.SetMapIndex(key, elem)
		}
	case reflect.Interface:
		if v.Type() == errorType && g.IntN(2) == 0 {
			v.Set(reflect.ValueOf(errors.New("an error")))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !v.Type().Field(i).IsExported() {
				return fmt.Errorf("%s has fields of its own: give samples of it", name)
			}
			if err := g.fill(v.Field(i), depth+1); err != nil {
				return err
			}
		}
	case reflect.Func, reflect.Chan: // left nil
	default:
		return fmt.Errorf("%s: no values of kind %s", name, v.Kind())
	}
	return nil
}

// words are texts as fields have them.
var words = []string{"", "", "a", "two words", `quotes " and \ marks`, "é 中国 \u2028 <&>", "0", "null", "2024", "line\nline\ttab"}

// common are samples of types that many packages use.
var common = map[string][]string{
	"lac.Money":           {`"0 USD"`, `"518.4 USD"`, `"-0.01 CNY"`, `"12345678901234567890123456789012345678 EUR"`},
	"lac.Quantity":        {`"0 jobs"`, `"2 times"`, `"-5.25 percent"`, `"1000000 projects"`, `"3 USD"`},
	"lac.Currency":        {`"USD"`, `"CNY"`},
	"lac.Date":            {`"2025-06-09"`, `"0001-01-02"`, `"9999-12-30"`},
	"lac.Period":          {`"2024"`, `"2024-Q2"`, `"2024-05"`, `"2024-05-13"`, `"2015/2019"`, `"../2030"`, `"2015/.."`},
	"lac.Area":            {`"BRA"`, `"419"`, `"CELAC"`, `"490"`, `"XEU"`},
	"lac.Commodity":       {`"TOTAL"`, `"H6:2603"`, `"S4:00"`},
	"lac.Total":           {`{"sum":"6 USD","records":3,"missing":1}`, `{"sum":"","records":0,"missing":4,"excluded":{"duplicate row":2}}`, `{"sum":"-1.5","records":2,"missing":0}`},
	"decimal.Decimal":     {`"0"`, `"1.5"`, `"-0.001"`, `"100"`},
	"decimal.NullDecimal": {`"0"`, `"1.5"`, `null`},
	"interval.Bound":      {`"5"`, `"1/3"`},
	"interval.Interval":   {`"5"`, `{"lower":{"value":"1","open":true}}`, `{"lower":{"value":"-1"},"upper":{"value":"2.5"}}`},
	"time.Time":           {`"2025-06-09T00:00:00Z"`},
}

// exported returns the names of the exported types of the package in the working
// folder.
func exported(t *testing.T) []string {
	t.Helper()
	folder, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range folder {
		if !strings.HasSuffix(entry.Name(), ".go") || strings.HasSuffix(entry.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), entry.Name(), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if d, ok := d.(*ast.GenDecl); ok && d.Tok == token.TYPE {
				for _, s := range d.Specs {
					if s := s.(*ast.TypeSpec); s.Name.IsExported() {
						names = append(names, s.Name.Name)
					}
				}
			}
		}
	}
	return names
}
