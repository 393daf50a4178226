package lacbeam_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/sinolac/sinolac/lac"
	_ "github.com/sinolac/sinolac/lac/beam"
	"github.com/sinolac/sinolac/lac/beam/internal/hold"
)

// refused are the exported types that are no elements of a pipeline, for they have an
// interface in them.
var refused = map[string]reflect.Type{
	"FieldError":     reflect.TypeFor[struct{ Of lac.FieldError }](),
	"Record":         reflect.TypeFor[struct{ Of lac.Record }](),
	"RowError":       reflect.TypeFor[struct{ Of *lac.RowError }](),
	"UnsafeSumError": reflect.TypeFor[struct{ Of lac.UnsafeSumError }](),
}

// hold.Everything has each exported type of package lac, as the package's files have them.
func TestEveryTypeIsHeld(t *testing.T) {
	files, err := filepath.Glob("../*.go")
	if err != nil || len(files) < 50 {
		t.Fatalf("%d files of package lac: %v", len(files), err)
	}
	n := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			types, ok := d.(*ast.GenDecl)
			if !ok || types.Tok != token.TYPE {
				continue
			}
			for _, spec := range types.Specs {
				name := spec.(*ast.TypeSpec).Name.Name
				if !ast.IsExported(name) || refused[name] != nil {
					continue
				}
				n++
				field, ok := reflect.TypeFor[hold.Everything]().FieldByName(name)
				if !ok || field.Type.String() != "lac."+name {
					t.Errorf("type lac.%s is not held: add it to hold.Everything, and a provider if it has fields that are not exported", name)
				}
			}
		}
	}
	if n < 70 {
		t.Errorf("found %d types", n)
	}
}

// A value of each type of package lac arrives as it was as a field of a user's struct,
// and a zero value as zero: what is not reported does not become 0.
func TestCoders(t *testing.T) {
	v := hold.Filled(t)
	hold.Other(t, v, hold.Everything{})
	hold.Same(t, throughCoder(t, v), v)
	hold.Same(t, throughCoder(t, hold.Everything{}), hold.Everything{})
	// Elements, and pointers to what keeps its fields to itself, are read in other ways.
	got := v
	got.Money, got.Period, got.TradeKey = throughCoder(t, v.Money), *throughCoder(t, &v.Period), throughCoder(t, v.TradeKey)
	got.TradeStream, got.TradeTotals, got.Dataset = *throughCoder(t, &v.TradeStream), throughCoder(t, v.TradeTotals), *throughCoder(t, &v.Dataset)
	got.TradeRecord, got.Rate = *throughCoder(t, &v.TradeRecord), throughCoder(t, v.Rate)
	hold.Same(t, got, v)
}

// What cannot be encoded is refused when a pipeline is built, and does not become zero.
func TestNoCoder(t *testing.T) {
	for name, rt := range refused {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s has a coder", name)
				}
			}()
			beam.NewElementEncoder(rt)
		}()
	}
}

func throughCoder[T any](t *testing.T, v T) T {
	t.Helper()
	var b bytes.Buffer
	if err := beam.NewElementEncoder(reflect.TypeFor[T]()).Encode(v, &b); err != nil {
		t.Fatal(err)
	}
	got, err := beam.NewElementDecoder(reflect.TypeFor[T]()).Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	if b.Len() > 0 {
		t.Errorf("%d bytes are left", b.Len())
	}
	return got.(T)
}
