package almanac_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The page of contents is what its program makes of the tables.
func TestContentsAreThoseOfTheTables(t *testing.T) {
	if testing.Short() {
		t.Skip("runs a program")
	}
	page := filepath.Join(t.TempDir(), "page.go")
	if out, err := exec.Command("go", "run", "../internal/gen/contents", "-in", "data", "-out", page).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	want, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("zz_contents.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, got) {
		t.Error("zz_contents.go is not what go generate writes")
	}
}

// What is embedded stays small, for it is in every program that imports the package.
func TestTheTablesAreSmall(t *testing.T) {
	size := int64(0)
	files, err := os.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		info, err := f.Info()
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
	}
	if size > 1_500_000 {
		t.Errorf("%d bytes", size)
	}
}
