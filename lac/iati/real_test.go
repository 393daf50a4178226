package iati_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/sinolac/sinolac/lac/iati"
)

// realData returns the folder of IATI's own files, or skips the test.
func realData(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA does not name a folder with IATI's files")
	}
	return filepath.Join(dir, "iati")
}

// files calls f for every XML file below a folder.
func files(t *testing.T, dir string, f func(t *testing.T, path string)) {
	t.Helper()
	n := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".xml" {
			return err
		}
		n++
		name, _ := filepath.Rel(dir, path)
		t.Run(filepath.ToSlash(name), func(t *testing.T) { f(t, path) })
		return nil
	})
	if err != nil || n == 0 {
		t.Errorf("%d files below %s, %v", n, dir, err)
	}
}

func open(t *testing.T, path string) *iati.Reader {
	t.Helper()
	r, err := iati.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// TestShouldPass reads the files that IATI's schema must accept. Their codes are
// placeholders, and their version is one: what cannot be known is left out.
func TestShouldPass(t *testing.T) {
	files(t, filepath.Join(realData(t), "xsd-tests", "should-pass"), func(t *testing.T, path string) {
		r := open(t, path)
		records, rejected, err := r.ReadAll()
		for _, e := range rejected {
			t.Error(e)
		}
		if err != nil || len(records) == 0 {
			t.Errorf("%d records, %v", len(records), err)
		}
		for _, p := range records {
			if err := p.Validate(); err != nil {
				t.Error(err)
			}
			if p.Title != "Xxxxxxx" || p.Note == "" {
				t.Errorf("title %q, note %q", p.Title, p.Note)
			}
		}
	})
}

// TestShouldFail reads the files that IATI's schema must refuse. The fault of
// each is in a part that is read.
func TestShouldFail(t *testing.T) {
	files(t, filepath.Join(realData(t), "xsd-tests", "should-fail"), func(t *testing.T, path string) {
		r := open(t, path)
		records, rejected, err := r.ReadAll()
		if err != nil || len(rejected) != 1 || len(records) != 0 {
			t.Fatalf("%d records, rejected %v, %v", len(records), rejected, err)
		}
		t.Log(rejected[0])
	})
}

func TestRealCodeLists(t *testing.T) {
	dir := filepath.Join(realData(t), "codelists")
	for list := range map[string]bool{} {
		_, err := os.ReadFile(filepath.Join(dir, list))
		if err != nil {
			t.Fatal(err)
		}
	}
}
