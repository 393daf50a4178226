package gcdf_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac/gcdf"
)

func TestEncodings(t *testing.T) {
	plain := table([]cell{{"Title", "São Tomé’s “bridge”"}}, nil)
	latin := strings.NewReplacer("ã", "\xe3", "é", "\xe9", "’", "\x92", "“", "\x93", "”", "\x94").Replace(plain)
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, _ = io.WriteString(w, plain)
	_ = w.Close()
	for name, text := range map[string]string{
		"UTF-8": plain, "with a mark": "\ufeff" + plain, "with CRLF": strings.ReplaceAll(plain, "\n", "\r\n"), "Windows-1252": latin, "gzip": packed.String(),
	} {
		projects, rejected, err := gcdf.NewReader(strings.NewReader(text)).ReadAll(context.Background())
		if err != nil || len(rejected) > 0 || len(projects) != 2 || projects[0].Title != "São Tomé’s “bridge”" {
			t.Errorf("%s: %v, rejected %v, %v", name, projects, rejected, err)
		}
	}
	projects, _, err := gcdf.NewReader(bytes.NewReader(packed.Bytes()[:packed.Len()-12])).ReadAll(context.Background())
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("truncated gzip: %d projects, %v", len(projects), err)
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	empty := filepath.Join(dir, "empty.csv")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{dir: "is a directory", empty: "the file is empty", filepath.Join(dir, "none.csv"): "no such file"} {
		if _, err := gcdf.Open(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestSourceRecord(t *testing.T) {
	r := gcdf.NewReader(nil)
	r.Source, r.Name = "aiddata", "GCDF_3.0.csv"
	s := r.SourceRecord()
	if err := s.Validate(); err != nil || s.ID != "aiddata" || !strings.HasSuffix(s.Title, "file GCDF_3.0.csv") {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestRowErrorsAreCapped(t *testing.T) {
	header, _, _ := strings.Cut(table(), "\n")
	const n = 10_001
	r := gcdf.NewReader(io.MultiReader(strings.NewReader(header+"\n"), &repeat{text: "?\n", n: n}))
	_, rejected, err := r.ReadAll(context.Background())
	if err != nil || len(rejected) != 10_000 || r.Stats().Rejected != n {
		t.Errorf("%d errors kept, %+v, %v", len(rejected), r.Stats(), err)
	}
}

// Titles name other records in many ways, all by hand.
func TestTitleLinks(t *testing.T) {
	for _, tt := range []struct{ title, want string }{
		{"A (linked to #450)", "linked-to 450"},
		{"A [Linked to Project #450 & #36064]", "linked-to 450, linked-to 36064"},
		{"A (Linked to Project ID#450, ID#36064, and Project ID #7)", "linked-to 450, linked-to 36064, linked-to 7"},
		{"A (Linked to Project ID#450, 36064. 7)", "linked-to 450, linked-to 36064, linked-to 7"},
		{"A (Linked to 450)", "linked-to 450"},
		{"A (Linked to Project ID450, #7)", "linked-to 450, linked-to 7"},
		{"A (Linked to ProjectID#450)", "linked-to 450"},
		{"A (inked to #450)", "linked-to 450"},
		{"A (Liinked to Project ID##450)", "linked-to 450"},
		{"A (link to #450", "linked-to 450"},
		{"A（link to #450)", "linked-to 450"},
		{"A, linked to #450", "linked-to 450"},
		{"A (#450)", "linked-to 450"},
		{"A (phase 2) (possibly linked to project #450)", "linked-to 450"},
		{"A (Phase 2, linked to #450)", "linked-to 450"},
		{"A (Umbrella #450)", "part-of 450"},
		{"A (Linked to Umbrella Project ID#450)", "part-of 450"},
		{"A (Linked to ETCAs #450, #7)", "part-of 450, part-of 7"},
		{"A (Linked to Umbrella #450, Umbrella Project #7, Project #8)", "part-of 450, part-of 7, linked-to 8"},
		{"A (Linked to #450, Umbrella #7)", "linked-to 450, part-of 7"},
		{"A (Subproject of #450)", "part-of 450"},
		{"Bank forgives debt of A (linked to #450)", "relieves 450"},
		{"Bank restructures $5 million loan for A (linked to #450, umbrella #7)", "relieves 450, part-of 7"},
		{"Bank funds restructured hospital (linked to #450)", "linked-to 450"},
		{"Bank lends to refinance debts of A (linked to #450)", "linked-to 450"},
		{"Bank participates in club loan for A (linked to #450)", "co-funded 450"},
		{"A (linked to #450 and #450, #1)", "linked-to 450"}, // 1 is its own number
		{"A (linked to #0)", ""},
		{"A (linked to #1234567890123)", ""},
		{"A (Lot #3), school #12, Link Road (5 km), No. 4 (linked school)", ""},
	} {
		t.Run(tt.title, func(t *testing.T) {
			var got []string
			for _, l := range one(t, cell{"Title", tt.title}).Links {
				got = append(got, string(l.Kind)+" "+strings.TrimPrefix(l.ID, "gcdf#"))
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, ", ")); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
