package lac

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The files of the package form floors: a file uses what stands below it. These
// alone need one another, each for the nouns that define each other in them.
var circles = [][]string{
	{"area.go", "area_codes.go", "area_names.go", "zz_m49.go"},
	{"date.go", "period.go"},
	{"project.go", "transaction.go"},
}

func TestFilesFormFloors(t *testing.T) {
	uses := fileUses(t)
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
	if len(reach) < 50 || !reach["dataset.go"]["money.go"] {
		t.Fatalf("%d files use others, and dataset.go uses money.go: %t", len(reach), reach["dataset.go"]["money.go"])
	}
	for a, used := range uses {
		for b, names := range used {
			together := func(c []string) bool { return slices.Contains(c, a) && slices.Contains(c, b) }
			if reach[b][a] && !slices.ContainsFunc(circles, together) {
				t.Errorf("%s uses %q of %s, which needs %s", a, names, b, a)
			}
		}
	}
}

// fileUses returns for each file what it uses of other files of the package.
func fileUses(t *testing.T) map[string]map[string][]string {
	fset := token.NewFileSet()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
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
	pkg, _ := config.Check("lac", fset, files, info)
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
