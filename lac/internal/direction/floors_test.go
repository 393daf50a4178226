package direction_test

import (
	"errors"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The files of a package form floors: a file uses what stands below it. These alone
// need one another, each for the nouns that define each other in them.
var circles = map[string][][]string{
	"lac": {
		{"area.go", "area_codes.go", "area_names.go", "zz_m49.go"},
		{"date.go", "period.go"},
		{"project.go", "transaction.go"},
	},
}

func TestFilesFormFloors(t *testing.T) {
	root := filepath.Join("..", "..", "..")
	checked := 0
	for _, top := range []string{"lac", "examples", "testdata/bench"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil || !d.IsDir():
				return err
			case d.Name() == "testdata":
				return fs.SkipDir
			}
			name, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			name = filepath.ToSlash(name)
			for _, fault := range faults(fileUses(t, path), circles[name]) {
				t.Errorf("%s: %s", name, fault)
			}
			checked++
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if checked < 50 {
		t.Errorf("%d folders", checked)
	}
}

// TestFloorsAreFound is of the test itself.
func TestFloorsAreFound(t *testing.T) {
	uses := map[string]map[string][]string{"a": {"b": {"B"}}, "b": {"c": {"C"}}, "c": {"a": {"A"}}, "d": {"a": {"A"}}}
	want := []string{`a uses ["B"] of b, which needs a`, `b uses ["C"] of c, which needs b`, `c uses ["A"] of a, which needs c`}
	if got := faults(uses, nil); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := faults(uses, [][]string{{"c", "b", "a"}}); got != nil {
		t.Errorf("%q", got)
	}
	if uses := fileUses(t, filepath.Join("..", "..")); !slices.Contains(uses["dataset.go"]["records.go"], "Records") {
		t.Errorf("lac/dataset.go uses %q of lac/records.go", uses["dataset.go"]["records.go"])
	}
}

// faults returns what files use of files that need them, but for those that may.
func faults(uses map[string]map[string][]string, may [][]string) []string {
	// reach[a][b]: a uses b, or what uses it.
	reach := map[string]map[string]bool{}
	for a := range uses {
		reach[a] = map[string]bool{}
		for next := []string{a}; len(next) > 0; next = next[1:] {
			for b := range uses[next[0]] {
				if !reach[a][b] {
					reach[a][b] = true
					next = append(next, b)
				}
			}
		}
	}
	var out []string
	for _, a := range slices.Sorted(maps.Keys(uses)) {
		for _, b := range slices.Sorted(maps.Keys(uses[a])) {
			together := func(c []string) bool { return slices.Contains(c, a) && slices.Contains(c, b) }
			if reach[b][a] && !slices.ContainsFunc(may, together) {
				slices.Sort(uses[a][b])
				out = append(out, a+" uses "+quoted(uses[a][b])+" of "+b+", which needs "+a)
			}
		}
	}
	return out
}

func quoted(names []string) string { return `["` + strings.Join(names, `" "`) + `"]` }

// fileUses returns for each file of a folder what it uses of other files there.
func fileUses(t *testing.T, dir string) map[string]map[string][]string {
	fset := token.NewFileSet()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		// What this machine does not build may declare the same again.
		if built, err := build.Default.MatchFile(dir, filepath.Base(name)); err != nil || !built {
			continue
		}
		f, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	// What other packages declare does not matter, and so none is looked at.
	config := types.Config{Importer: noImporter{}, Error: func(error) {}}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	pkg, _ := config.Check(dir, fset, files, info)
	file := func(at token.Pos) string { return filepath.Base(fset.Position(at).Filename) }
	uses := map[string]map[string][]string{}
	for id, object := range info.Uses {
		if object.Pkg() != pkg || !object.Pos().IsValid() {
			continue
		}
		from, to := file(id.Pos()), file(object.Pos())
		if from == to {
			continue
		}
		if uses[from] == nil {
			uses[from] = map[string][]string{}
		}
		if !slices.Contains(uses[from][to], object.Name()) {
			uses[from][to] = append(uses[from][to], object.Name())
		}
	}
	return uses
}

type noImporter struct{}

func (noImporter) Import(string) (*types.Package, error) {
	return nil, errors.New("not looked at")
}
