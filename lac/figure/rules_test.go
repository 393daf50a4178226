package figure_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// Words are data: the rules hold no character of Chinese, nor look for a word by its
// letters.
func TestRulesHoldNoWords(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, e.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if text, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING && strings.IndexFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0 {
					t.Errorf("%v: %s stands in a rule", fset.Position(n.Pos()), n.Value)
				}
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.SelectorExpr); ok && (f.Sel.Name == "is" || f.Sel.Name == "hanWord") && len(n.Args) == 2 {
					if word, ok := n.Args[1].(*ast.BasicLit); ok && len(word.Value) > len(`"×"`) {
						t.Errorf("%v: a rule looks for %s", fset.Position(n.Pos()), word.Value)
					}
				}
			}
			return true
		})
	}
}
