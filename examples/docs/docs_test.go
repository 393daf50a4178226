package docs_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// maxLines is how long the program of a page may be, its imports apart.
const maxLines = 40

var (
	block   = regexp.MustCompile("(?s)```go\n(.*?)```")
	printed = regexp.MustCompile("(?s)```text\n(.*?)```")
	imports = regexp.MustCompile(`(?s)import \(.*?\n\)\n`)
)

// The program of each page builds in a module of somebody else's, and prints what the
// page says.
func TestPages(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds programs in a module of their own")
	}
	pages, err := filepath.Glob("*.md")
	if err != nil || len(pages) == 0 {
		t.Fatalf("%v: no pages", err)
	}
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	command := func(name string, args ...string) string {
		t.Helper()
		c := exec.Command(name, args...)
		c.Dir, c.Env = folder, append(os.Environ(), "GOWORK=off", "CGO_ENABLED=1", "GOFLAGS=-mod=mod", "CGO_CFLAGS=-O0")
		var errs bytes.Buffer
		c.Stderr = &errs
		out, err := c.Output()
		if err != nil {
			t.Fatalf("%s %q: %v\n%s", name, args, err, &errs)
		}
		return string(out)
	}
	command("go", "mod", "init", "example.com/docs")
	command("go", "mod", "edit", "-replace", "github.com/sinolac/sinolac="+root, "-require", "github.com/mattn/go-sqlite3@v1.14.53")
	compiler, _, _ := strings.Cut(strings.TrimSpace(command("go", "env", "CC")), " ")
	programs := map[string]string{}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := exec.LookPath(compiler); err != nil && bytes.Contains(text, []byte("go-sqlite3")) {
			t.Logf("%s: left out, for its driver is in C: %v", page, err)
			continue
		}
		m := block.FindSubmatch(text)
		if m == nil {
			t.Errorf("%s: no program", page)
			continue
		}
		program := string(m[1])
		if n := strings.Count(imports.ReplaceAllString(program, ""), "\n"); n > maxLines {
			t.Errorf("%s: %d lines", page, n)
		}
		name := strings.TrimSuffix(page, ".md")
		if err := os.Mkdir(filepath.Join(folder, name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name, "main.go"), []byte(program), 0o666); err != nil {
			t.Fatal(err)
		}
		want := ""
		if m := printed.FindSubmatch(text); m != nil {
			want = string(m[1])
		}
		programs[name] = want
	}
	command("go", "mod", "tidy")
	command("go", "build", "-o", "bin"+string(filepath.Separator), "./...")
	for name, want := range programs {
		if got := command(filepath.Join(folder, "bin", name)); got != want {
			t.Errorf("%s.md prints\n%s\nand says\n%s", name, got, want)
		}
	}
	drawn, err := os.ReadFile(filepath.Join(folder, "double.svg"))
	if err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadFile("double.svg")
	if err != nil || !bytes.Equal(kept, drawn) {
		t.Errorf("double.svg is not what chart.md draws: go generate ./examples/docs (%v)", err)
	}
}

// The first program of the README prints what stands below it.
func TestReadme(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds a program")
	}
	text, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	program, want := block.FindSubmatch(text), printed.FindSubmatch(text)
	if program == nil || want == nil {
		t.Fatal("the README has no program, or not what it prints")
	}
	file := filepath.Join(t.TempDir(), "readme.go")
	if err := os.WriteFile(file, program[1], 0o666); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("go", "run", file)
	c.Dir = filepath.Join("..", "..")
	got, err := c.Output()
	if err != nil || string(got) != string(want[1]) {
		t.Errorf("%v: it prints\n%s\nand the README says\n%s", err, got, want[1])
	}
}
