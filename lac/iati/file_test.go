package iati_test

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

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/iati"
)

func TestRows(t *testing.T) {
	good := document()
	activity := good[strings.Index(good, "<iati-activity "):strings.Index(good, "</iati-activities>")]
	bad := strings.Replace(activity, "A-1", strings.Repeat("A", 300), 1)
	doc := `<iati-activities version="2.03" xmlns:x="https://example.org/">` + activity + bad + "<x:meta><iati-activity/></x:meta><activity/>" + activity + "</iati-activities>"
	r := iati.NewReader(strings.NewReader(doc))
	records, rejected, err := r.ReadAll(context.Background())
	if err != nil || len(records) != 2 || len(rejected) != 2 || r.Stats() != (lac.Stats{Rows: 4, Records: 2, Rejected: 2}) {
		t.Errorf("%d records, rejected %v, %v, %+v", len(records), rejected, err, r.Stats())
	}
	if rejected[0].Field != "iati-activity[2]/iati-identifier" || rejected[1].Field != "activity" {
		t.Error(rejected)
	}
	r = iati.NewReader(strings.NewReader(doc))
	r.Strict, r.Source = true, "strict"
	records, rejected, err = r.ReadAll(context.Background())
	var row *lac.RowError
	if len(records) != 1 || len(rejected) != 0 || !errors.As(err, &row) || row.Source != "strict" || records[0].Source != "strict" {
		t.Errorf("strict: %d records, rejected %v, %v", len(records), rejected, err)
	}
	for range r.All(context.Background()) {
		// The error that ended reading is given once more, and nothing else.
		if s := r.Stats(); s.Rows != 2 {
			t.Errorf("read on after the end: %+v", s)
		}
	}
	r = iati.NewReader(strings.NewReader(doc))
	r.MaxActivityBytes = 500
	if _, rejected, err := r.ReadAll(context.Background()); err != nil || len(rejected) != 4 || !errors.Is(rejected[0], lac.ErrRange) || !strings.Contains(rejected[0].Error(), "too long") {
		t.Errorf("a limit of 500 bytes: %v, %v", rejected, err)
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	empty, packed := filepath.Join(dir, "empty.xml"), filepath.Join(dir, "a.xml.gz")
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(document()))
	if err := errors.Join(z.Close(), os.WriteFile(empty, nil, 0o600), os.WriteFile(packed, b.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{dir, empty, filepath.Join(dir, "none.xml")} {
		if _, err := iati.Open(path); err == nil || !strings.HasPrefix(err.Error(), "iati: ") {
			t.Errorf("%s: %v", path, err)
		}
	}
	r, err := iati.Open(packed)
	if err != nil {
		t.Fatal(err)
	}
	records, rejected, err := r.ReadAll(context.Background())
	if err != nil || len(records) != 1 || len(rejected) != 0 {
		t.Errorf("gzip: %d records, %v, %v", len(records), rejected, err)
	}
	if s := r.SourceRecord(); s.Title != "Activities, file a.xml.gz" || s.ID != iati.DefaultSource || s.Validate() != nil {
		t.Errorf("%+v", s)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	r = iati.NewReader(bytes.NewReader(b.Bytes()[:b.Len()/2]))
	if _, _, err := r.ReadAll(context.Background()); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("a truncated gzip: %v", err)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
}

// TestFixtures reads a small file of each kind.
func TestFixtures(t *testing.T) {
	for _, tt := range []struct {
		file, title string
		rejected    []string
	}{
		{file: "latin1.xml", title: "Educação"},
		{file: "utf16.xml", title: "Educação e saúde 学校"},
		{file: "bom.xml", title: "Saúde"},
		{file: "later.xml", title: "Novo"},
		{file: "version-1.05.xml", title: "A text of its own, as before 2.01"},
		{file: "rejected.xml", title: "Sums", rejected: []string{
			`rejected.xml:38:7: field iati-activity[3]/budget[1]/value "1.000.000": malformed: want a decimal number
rejected.xml:42:25: field iati-activity[3]/transaction[1]/transaction-date/@iso-date "31/01/2024": malformed`,
			`rejected.xml:57:5: field iati-activity[4]/sector[1]/@code: not reported
rejected.xml:57:13: field iati-activity[4]/sector[1] "11220": malformed: text where the standard has none
rejected.xml:59:5: field iati-activity[4]/result[1]/title: not reported
rejected.xml:59:5: field iati-activity[4]/result[1]/indicator: not reported`,
		}},
	} {
		t.Run(tt.file, func(t *testing.T) {
			records, rejected, err := open(t, filepath.Join(fixtures, tt.file)).ReadAll(context.Background())
			if err != nil || len(records) == 0 || records[0].Title != tt.title {
				t.Fatalf("%+v, %v", records, err)
			}
			var got []string
			for _, e := range rejected {
				got = append(got, e.Error())
			}
			if diff := cmp.Diff(tt.rejected, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
