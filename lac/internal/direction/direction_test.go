package direction_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/sinolac/sinolac"

// libraries are the modules that a program which imports lac and its formats
// builds with; testLibraries are what tests may use besides.
var (
	libraries     = []string{"github.com/shopspring/decimal", "golang.org/x/text"}
	testLibraries = []string{"github.com/google/go-cmp", "pgregory.net/rapid"}
)

// mayImport lists what each package of the design's map may import of the
// module, besides lac/internal/…, which each of them may.
var mayImport = map[string][]string{
	"lac":           {},
	"lac/check":     {"lac", "lac/indicator", "lac/interval", "lac/projects"},
	"lac/chart":     {"lac", "lac/check", "lac/indicator", "lac/interval", "lac/projects"},
	"lac/extract":   {"lac", "lac/figure"},
	"lac/figure":    {"lac"},
	"lac/almanac":   {"lac", "lac/tabular"},
	"lac/indicator": {"lac"},
	"lac/interval":  {"lac"},
	"lac/projects":  {"lac"},
	"lac/sqltrade":  {"lac"},
	// Formats never import each other.
	"lac/aduana":       {"lac"},
	"lac/atlas":        {"lac"},
	"lac/baci":         {"lac"},
	"lac/census":       {"lac"},
	"lac/claimreview":  {"lac"},
	"lac/comexstat":    {"lac"},
	"lac/comext":       {"lac"},
	"lac/crs":          {"lac"},
	"lac/dots":         {"lac"},
	"lac/comtrade":     {"lac", "lac/comtrade/internal/bulk"},
	"lac/comtrade/api": {"lac"},
	"lac/gacc":         {"lac"},
	"lac/gcdf":         {"lac"},
	"lac/iati":         {"lac"},
	"lac/tabular":      {"lac"},
	// The one place that knows every format.
	"lac/load": {"lac", "lac/aduana", "lac/atlas", "lac/baci", "lac/census", "lac/comexstat", "lac/comext", "lac/crs", "lac/dots", "lac/claimreview", "lac/comtrade", "lac/gacc", "lac/gcdf", "lac/iati", "lac/projects", "lac/tabular", "lac/wits"},
	"lac/wits": {"lac"},
	// The bulk path of the reader stands below it.
	"lac/comtrade/internal/bulk": {"lac"},
	// What all readers share stands between lac, whose errors it gives, and the
	// formats.
	"lac/internal/feed":          {"lac"},
	"lac/internal/feed/feedtest": {"lac"}, // of tests alone
}

// onMap reports whether the design's map has a place for package p.
func onMap(p string) bool {
	_, ok := mayImport[p]
	return ok || p == "" || within(p, "lac/internal") || within(p, "examples")
}

// refuse returns why package p of the module must not import package q of it,
// if it must not. Both are paths within the module, "" for its root.
func refuse(p, q string) error {
	allowed := mayImport[p]
	switch {
	case p == "":
		return errors.New("the root package is documentation alone")
	case within(p, "examples"):
		if !within(q, "examples/internal") && (!within(q, "lac") || within(q, "lac/internal")) {
			return errors.New("examples import public packages, and what they share")
		}
	case within(p, "lac/internal") && allowed == nil:
		if !within(q, "lac/internal") {
			return errors.New("internal packages import nothing of lac, but for feed")
		}
	case !within(q, "lac/internal") && !slices.Contains(allowed, q):
		return fmt.Errorf("of the module it may import lac/internal/… and %q", allowed)
	}
	return nil
}

// refuseOutside returns why package p of the module must not build with package
// q of another module, if it must not; the examples and the pictures may with any.
func refuseOutside(p, q string, inTest bool) error {
	allowed := libraries
	if inTest {
		allowed = append(slices.Clip(libraries), testLibraries...)
	}
	if within(p, "examples") || p == "lac/chart" || slices.ContainsFunc(allowed, func(m string) bool { return within(q, m) }) {
		return nil
	}
	return fmt.Errorf("of other modules it may use %q", allowed)
}

// within reports whether path is dir or lies below it.
func within(path, dir string) bool { return path == dir || strings.HasPrefix(path, dir+"/") }

// inModule returns the part of an import path after the module's.
func inModule(path string) (string, bool) {
	if !within(path, module) {
		return "", false
	}
	return strings.TrimPrefix(strings.TrimPrefix(path, module), "/"), true
}

// isStandard reports whether path is of the standard library: no path of it
// begins with a host name.
func isStandard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

func TestDirection(t *testing.T) {
	packages := list(t)
	for _, p := range packages {
		path, ok := inModule(p.ImportPath)
		if !ok {
			t.Errorf("%s is not in module %s", p.ImportPath, module)
			continue
		}
		t.Run("./"+path, func(t *testing.T) {
			if !onMap(path) {
				t.Errorf("%s is not on the design's map", p.ImportPath)
			}
			for _, q := range p.Imports {
				if q, ok := inModule(q); ok {
					if err := refuse(path, q); err != nil {
						t.Errorf("%s imports %s: %v", p.ImportPath, q, err)
					}
				}
			}
			if path == "" && len(p.Imports) > 0 {
				t.Errorf("the root package imports %q", p.Imports)
			}
			outside(t, path, p.Deps, path == "lac/internal/readback") // of tests alone
			outside(t, path, slices.Concat(p.TestImports, p.XTestImports), true)
		})
	}
	if !slices.ContainsFunc(packages, func(p listed) bool { return p.ImportPath == module+"/lac" }) {
		t.Error("go list does not list package lac")
	}
}

func outside(t *testing.T, p string, imports []string, inTest bool) {
	t.Helper()
	for _, q := range imports {
		if _, ok := inModule(q); ok || isStandard(q) {
			continue
		}
		if err := refuseOutside(p, q, inTest); err != nil {
			t.Errorf("./%s builds with %s: %v", p, q, err)
		}
	}
}

type listed struct {
	ImportPath                               string
	Imports, Deps, TestImports, XTestImports []string
}

// list returns the packages of the module.
func list(t *testing.T) []listed {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	// The test cache knows only the files that the test itself opens. Walking
	// the tree makes a change anywhere in it run this test again.
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && path != root && strings.HasPrefix(d.Name(), ".") {
			return fs.SkipDir
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,Deps,TestImports,XTestImports", "./...")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOWORK=off")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s", cmd, err, &stderr)
	}
	var packages []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

func TestRefuse(t *testing.T) {
	for _, tt := range []struct {
		p, q string
		ok   bool
	}{
		{"", "lac", false},
		{"lac", "lac/internal/fixed", true},
		{"lac", "lac/check", false},
		{"lac", "lac/almanac", false},
		{"lac/internal/fixed", "lac", false},
		{"lac/internal/fixed", "lac/internal/golden", true},
		{"lac/internal/feed", "lac", true},
		{"lac/internal/feed", "lac/comtrade", false},
		{"lac/check", "lac", true},
		{"lac/check", "lac/internal/fixed", true},
		{"lac/check", "lac/almanac", false},
		{"lac/check", "lac/chart", false},
		{"lac/chart", "lac/check", true},
		{"lac/check", "lac/extract", false},
		{"lac/comtrade", "lac", true},
		{"lac/comtrade", "lac/tabular", false},
		{"lac/comtrade", "lac/check", false},
		{"lac/almanac", "lac/tabular", true},
		{"lac/almanac", "lac/comtrade", false},
		{"lac/almanac", "lac/check", false},
		{"lac/almanac", "examples/briefing", false},
		{"lac/unmapped", "lac", false},
		{"examples/briefing", "lac/check", true},
		{"examples/briefing", "lac/internal/fixed", false},
		{"examples/briefing", "examples/other", false},
	} {
		if err := refuse(tt.p, tt.q); (err == nil) != tt.ok {
			t.Errorf("%q imports %q: got %v, want allowed = %t", tt.p, tt.q, err, tt.ok)
		}
	}
}

func TestRefuseOutside(t *testing.T) {
	for _, tt := range []struct {
		p, q   string
		inTest bool
		ok     bool
	}{
		{"lac", "github.com/shopspring/decimal", false, true},
		{"lac/almanac", "golang.org/x/text/language", false, true},
		{"lac", "golang.org/x/textual", false, false},
		{"lac", "pgregory.net/rapid", false, false},
		{"lac", "pgregory.net/rapid", true, true},
		{"lac/check", "github.com/google/go-cmp/cmp", true, true},
		{"lac/check", "example.com/charts", true, false},
		{"examples/briefing", "example.com/charts", false, true},
		{"lac/chart", "example.com/charts", false, true},
	} {
		if err := refuseOutside(tt.p, tt.q, tt.inTest); (err == nil) != tt.ok {
			t.Errorf("%q builds with %q: got %v, want allowed = %t", tt.p, tt.q, err, tt.ok)
		}
	}
}
