// Mutate changes one operator at a time in the given files of one package and says
// which changes no test of the package notices:
//
//	go run ./.ci/mutate lac/money.go lac/guard.go
//
// Tests of other packages that use it are given by -tests:
//
//	go run ./.ci/mutate -short -tests lac,lac/internal/tally lac/internal/tally/sums.go
//
// All mutants are compiled into one test binary a package, which an environment
// variable tells which of them is alive. Each is given the tests that reach it, and is
// killed when one fails or does not end. It prints the survivors and how many of each
// file were killed. With -checks 500 properties draw rare cases too; -again
// gives the tests the survivors of an earlier run alone. -run leaves out all tests but
// some.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

var (
	short   = flag.Bool("short", false, "give the tests -short")
	run     = flag.String("run", ".", "give the tests alone whose names match")
	skip    = flag.String("skip", "^$", "leave out tests whose names match")
	workers = flag.Int("workers", 2, "mutants at a time")
	tests   = flag.String("tests", "", "directories, with commas, of the packages whose tests are given (default that of the files)")
	checks  = flag.Int("checks", 100, "cases that a property draws; a fifth with -short")
	again   = flag.String("again", "", "file with what an earlier run printed: give the tests the survivors in it alone")
)

func main() {
	log.SetFlags(0)
	flag.Parse()
	if flag.NArg() == 0 {
		log.Fatal("want files of one package")
	}
	tmp, err := os.MkdirTemp("", "mutate")
	check(err)
	defer os.RemoveAll(tmp)
	m := &mutator{fset: token.NewFileSet()}
	m.load(filepath.Dir(flag.Arg(0)))
	overlay := map[string]string{}
	for i, name := range flag.Args() {
		to := filepath.Join(tmp, fmt.Sprintf("%d.go", i))
		check(os.WriteFile(to, m.file(name), 0o600))
		overlay[absolute(name)] = to
	}
	machine := filepath.Join(tmp, "machine.go")
	check(os.WriteFile(machine, fmt.Appendf(nil, machinery, m.pkg.Name(), len(m.mutants)), 0o600))
	overlay[absolute(filepath.Join(m.dir, "mutant_machine.go"))] = machine
	text, err := json.Marshal(map[string]any{"Replace": overlay})
	check(err)
	overlayFile := filepath.Join(tmp, "overlay.json")
	check(os.WriteFile(overlayFile, text, 0o600))
	if *tests == "" {
		*tests = m.dir
	}
	r := &runner{tmp: tmp}
	for i, dir := range strings.Split(*tests, ",") {
		b := binary{path: filepath.Join(tmp, fmt.Sprintf("mutants%d.test", i)), dir: filepath.Clean(dir)}
		build := exec.Command("go", "test", "-c", "-vet=off", "-overlay", overlayFile, "-o", b.path, "./"+b.dir)
		if out, err := build.CombinedOutput(); err != nil {
			log.Fatalf("%v\n%s", err, out)
		}
		b.properties = b.drawsCases()
		r.trace(b, len(m.mutants))
	}
	r.kill(m.wanted())
}

// wanted returns the mutants that the tests are given.
func (m *mutator) wanted() []*mutant {
	if *again == "" {
		return m.mutants
	}
	earlier, err := os.ReadFile(*again)
	check(err)
	return slices.DeleteFunc(m.mutants, func(m *mutant) bool {
		return !bytes.Contains(earlier, []byte(m.place+": lives: "+m.change())) && !bytes.Contains(earlier, []byte(m.place+": not reached: "+m.change()))
	})
}

// A mutant is one change.
type mutant struct {
	number                     int
	file, place, before, after string
	fate                       string
}

func (m *mutant) change() string { return m.before + " -> " + m.after }

type mutator struct {
	fset    *token.FileSet
	dir     string
	pkg     *types.Package
	info    types.Info
	files   map[string]*ast.File
	mutants []*mutant
	src     []byte
	base    int // offset of the file in the set
}

// load reads and checks the package in dir.
func (m *mutator) load(dir string) {
	m.dir, m.files = dir, map[string]*ast.File{}
	out, err := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}\t{{.Dir}}\t{{join .GoFiles \" \"}}", "./"+dir).Output()
	check(err)
	exports := map[string]string{}
	var names []string
	for line := range strings.Lines(string(out)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		exports[f[0]] = f[1]
		if len(f) > 3 && f[2] == absolute(dir) {
			names = strings.Fields(f[3])
		}
	}
	var files []*ast.File
	for _, name := range names {
		path := filepath.Join(dir, name)
		f, err := parser.ParseFile(m.fset, path, nil, parser.SkipObjectResolution)
		check(err)
		m.files[path] = f
		files = append(files, f)
	}
	m.info = types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	open := func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }
	conf := types.Config{Importer: importer.ForCompiler(m.fset, "gc", open)}
	m.pkg, err = conf.Check(dir, m.fset, files, &m.info)
	check(err)
}

// file returns the text of a file with all of its mutants in it.
func (m *mutator) file(name string) []byte {
	f := m.files[filepath.Clean(name)]
	if f == nil {
		log.Fatalf("%s is not a file of the package in %s", name, m.dir)
	}
	var err error
	m.src, err = os.ReadFile(name)
	check(err)
	m.base = m.fset.File(f.Pos()).Base()
	var b bytes.Buffer
	m.write(&b, f, m.src)
	return b.Bytes()
}

func (m *mutator) text(n ast.Node) string {
	return string(m.src[int(n.Pos())-m.base : int(n.End())-m.base])
}

// write writes a node, whose text is src, with the mutants inside it.
func (m *mutator) write(b *bytes.Buffer, n ast.Node, src []byte) {
	from := int(n.Pos()) - m.base
	if _, ok := n.(*ast.File); ok {
		from = 0
	}
	at := 0
	for _, inner := range m.inside(n) {
		i := int(inner.Pos()) - m.base - from
		b.Write(src[at:i])
		m.node(b, inner)
		at = int(inner.End()) - m.base - from
	}
	b.Write(src[at:])
}

// inside returns the outermost nodes within n that may be mutated, in order.
func (m *mutator) inside(n ast.Node) []ast.Node {
	var found []ast.Node
	ast.Inspect(n, func(x ast.Node) bool {
		if x == nil {
			return true
		}
		switch x := x.(type) {
		case *ast.GenDecl:
			return x.Tok == token.VAR
		case *ast.ForStmt:
			// A step that goes the other way never ends.
			found = append(found, m.parts(x.Init, x.Cond, x.Body)...)
			return false
		case *ast.IfStmt:
			found = append(found, m.parts(x.Init, x.Cond, x.Body, x.Else)...)
			return false
		case *ast.SwitchStmt:
			found = append(found, m.parts(x.Init, x.Tag, x.Body)...)
			return false
		case *ast.ArrayType, *ast.FuncType:
			return false
		}
		if x != n && m.changes(x) != nil {
			found = append(found, x)
			return false
		}
		return true
	})
	return found
}

// parts returns what may be mutated in the parts of a statement: all but a first
// statement that stands before a semicolon.
func (m *mutator) parts(init ast.Stmt, parts ...ast.Node) []ast.Node {
	var found []ast.Node
	if init != nil {
		found = m.inside(init)
	}
	for _, part := range parts {
		switch {
		case part == nil:
		case m.changes(part) != nil:
			found = append(found, part)
		default:
			found = append(found, m.inside(part)...)
		}
	}
	return found
}

var operators = map[token.Token][]token.Token{
	token.LSS: {token.LEQ, token.GEQ}, token.LEQ: {token.LSS, token.GTR}, token.GTR: {token.GEQ, token.LEQ}, token.GEQ: {token.GTR, token.LSS},
	token.EQL: {token.NEQ}, token.NEQ: {token.EQL}, token.LAND: {token.LOR}, token.LOR: {token.LAND},
	token.ADD: {token.SUB}, token.SUB: {token.ADD}, token.MUL: {token.QUO}, token.QUO: {token.MUL}, token.REM: {token.MUL},
	token.AND: {token.OR}, token.OR: {token.AND}, token.XOR: {token.AND}, token.SHL: {token.SHR}, token.SHR: {token.SHL}, token.AND_NOT: {token.AND},
	token.ADD_ASSIGN: {token.SUB_ASSIGN}, token.SUB_ASSIGN: {token.ADD_ASSIGN}, token.MUL_ASSIGN: {token.QUO_ASSIGN}, token.QUO_ASSIGN: {token.MUL_ASSIGN},
	token.AND_ASSIGN: {token.OR_ASSIGN}, token.OR_ASSIGN: {token.AND_ASSIGN}, token.SHL_ASSIGN: {token.SHR_ASSIGN}, token.SHR_ASSIGN: {token.SHL_ASSIGN},
	token.INC: {token.DEC}, token.DEC: {token.INC},
}

// changes returns the texts that n is changed to; nil if there is none.
func (m *mutator) changes(n ast.Node) []string {
	var texts []string
	switch n := n.(type) {
	case *ast.BinaryExpr:
		t := m.info.Types[n]
		basic, _ := t.Type.Underlying().(*types.Basic)
		// What a type parameter stands for is not known; constants are of no tests' reach.
		if t.Value != nil || basic == nil || basic.Info()&types.IsString != 0 {
			return nil
		}
		for _, to := range operators[n.Op] {
			texts = append(texts, m.text(n.X)+" "+to.String()+" "+m.text(n.Y))
		}
	case *ast.UnaryExpr:
		if m.info.Types[n].Value == nil && (n.Op == token.NOT || n.Op == token.SUB) {
			texts = []string{m.text(n.X)}
		}
	case *ast.IncDecStmt:
		texts = []string{m.text(n.X) + operators[n.Tok][0].String()}
	case *ast.AssignStmt:
		if tos := operators[n.Tok]; tos != nil && len(n.Lhs) == 1 {
			if basic, _ := m.info.Types[n.Lhs[0]].Type.Underlying().(*types.Basic); basic != nil && basic.Info()&types.IsString == 0 {
				texts = []string{m.text(n.Lhs[0]) + " " + tos[0].String() + " " + m.text(n.Rhs[0])}
			}
		}
	}
	return texts
}

// node writes a node that has changes: itself, with the mutants within, or, where a
// mutant is alive, what that makes of it.
func (m *mutator) node(b *bytes.Buffer, n ast.Node) {
	texts := m.changes(n)
	first := len(m.mutants)
	for _, text := range texts {
		at := m.fset.Position(n.Pos())
		m.mutants = append(m.mutants, &mutant{number: len(m.mutants), file: at.Filename, place: at.String(), before: m.text(n), after: text})
	}
	if e, ok := n.(ast.Expr); ok {
		t := types.Default(m.info.Types[e].Type)
		fmt.Fprintf(b, "(func() %s {", types.TypeString(t, func(p *types.Package) string {
			if p == m.pkg {
				return ""
			}
			return p.Name()
		}))
		for i, text := range texts {
			fmt.Fprintf(b, " if mutantLives(%d) { return %s };", first+i, text)
		}
		b.WriteString(" return ")
		m.write(b, n, []byte(m.text(n)))
		b.WriteString(" }())")
		return
	}
	for i, text := range texts {
		fmt.Fprintf(b, "if mutantLives(%d) { %s } else ", first+i, text)
	}
	b.WriteString("{ ")
	m.write(b, n, []byte(m.text(n)))
	b.WriteString(" }")
}

// machinery says which mutant lives, and notes which are reached.
const machinery = `package %s

import (
	"os"
	"strconv"
	"sync/atomic"
)

var (
	mutantAlive = func() int { n, err := strconv.Atoi(os.Getenv("MUTANT")); if err != nil { return -1 }; return n }()
	mutantReached [%d]atomic.Bool
)

func mutantLives(n int) bool { return n == mutantAlive || mutantAlive == -1 && mutantNote(n) }

func mutantNote(n int) bool {
	if !mutantReached[n].Swap(true) {
		if f, err := os.OpenFile(os.Getenv("MUTANT_TRACE"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600); err == nil {
			f.WriteString(strconv.Itoa(n) + "\n")
			f.Close()
		}
	}
	return false
}
`
