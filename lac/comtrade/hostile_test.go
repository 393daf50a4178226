package comtrade_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac/comtrade"
)

func compress(t *testing.T, plain []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(plain); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestGzip(t *testing.T) {
	plain, err := os.ReadFile(filepath.Join(fixtures, "web.csv"))
	if err != nil {
		t.Fatal(err)
	}
	packed := compress(t, plain)
	path := filepath.Join(t.TempDir(), "web") // the name does not matter
	if err := os.WriteFile(path, packed, 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := comtrade.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	records, _ := read(t, r)
	if len(records) != 11 {
		t.Errorf("%d records, want 11", len(records))
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	for cut := 1; cut < len(packed); cut++ {
		if _, _, err := comtrade.NewReader(bytes.NewReader(packed[:cut])).ReadAll(context.Background()); err == nil {
			t.Fatalf("cut at byte %d of %d: no error", cut, len(packed))
		}
	}
}

// repeat gives text n times without holding it.
type repeat struct {
	text string
	n    int
	rest string
}

func TestHostileRowsInBoundedMemory(t *testing.T) {
	block := strings.Repeat("x", 1<<20)
	tests := []struct {
		name string
		row  io.Reader
		want string
	}{
		{"1 GB line", &repeat{text: block, n: 1 << 10}, "row too long: more than 1048576 bytes"},
		{"1 GB in quotation marks", io.MultiReader(strings.NewReader(`"`), &repeat{text: block, n: 1 << 10}), "row too long: more than 1048576 bytes"},
		{"ten million columns", &repeat{text: strings.Repeat(",", 1000), n: 10_000}, "too many fields: more than 4096"},
		{"a million digits", strings.NewReader(strings.TrimSuffix(row("32", strings.Repeat("9", 1_000_000)), "\n")), "out of range"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			in := io.MultiReader(strings.NewReader(header+row("32", "1")), tt.row, strings.NewReader("\n"+row("76", "2")))
			r := comtrade.NewReader(in)
			records, rejected, err := r.ReadAll(context.Background())
			runtime.ReadMemStats(&after)
			if err != nil || len(records) != 2 || len(rejected) != 1 {
				t.Fatalf("%d records, rejected %v, %v", len(records), rejected, err)
			}
			if records[1].ID != "comtrade#4" {
				t.Errorf("second record is %s, want comtrade#4", records[1].ID)
			}
			text := rejected[0].Error()
			if !strings.HasPrefix(text, "comtrade:3:") || !strings.Contains(text, tt.want) || len(text) > 300 {
				t.Errorf("got %.300s\nwant %s", text, tt.want)
			}
			if took := after.TotalAlloc - before.TotalAlloc; took > 32<<20 {
				t.Errorf("allocated %d MiB", took>>20)
			}
		})
	}
	for _, text := range []string{block, strings.Repeat(",", 1<<20)} {
		r := comtrade.NewReader(&repeat{text: text, n: 10})
		if _, _, err := r.ReadAll(context.Background()); err == nil {
			t.Error("hostile header: no error")
		}
	}
}

func TestRowErrorsAreCapped(t *testing.T) {
	const n = 10_001
	r := comtrade.NewReader(io.MultiReader(strings.NewReader(header), &repeat{text: "?\n", n: n}))
	_, rejected, err := r.ReadAll(context.Background())
	if err != nil || len(rejected) != 10_000 || r.Stats().Rejected != n {
		t.Errorf("%d errors kept, %+v, %v", len(rejected), r.Stats(), err)
	}
}

func TestReaderError(t *testing.T) {
	broken := errors.New("broken")
	r := comtrade.NewReader(io.MultiReader(strings.NewReader(header+row("32", "1")+"2022,"), iotest.ErrReader(broken)))
	records, rejected, err := r.ReadAll(context.Background())
	if len(records) != 1 || rejected != nil || !errors.Is(err, broken) {
		t.Errorf("%d records, rejected %v, %v", len(records), rejected, err)
	}
	if _, _, err := r.ReadAll(context.Background()); !errors.Is(err, broken) {
		t.Errorf("read again: %v", err)
	}
}

func TestTruncatedTable(t *testing.T) {
	records, rejected := read(t, open(t, "truncated.csv"))
	if len(records) != 1 {
		t.Errorf("%d records, want 1", len(records))
	}
	want := []string{"truncated.csv:3:288: field isReported: malformed: quotation mark not closed"}
	if diff := cmp.Diff(want, rejected); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	// Wherever the file is cut, no row is lost in silence.
	whole, err := os.ReadFile(filepath.Join(fixtures, "web.csv"))
	if err != nil {
		t.Fatal(err)
	}
	begin := bytes.IndexByte(whole, '\n') + 1
	for cut := begin; cut < len(whole); cut++ {
		r := comtrade.NewReader(bytes.NewReader(whole[:cut]))
		if _, _, err := r.ReadAll(context.Background()); err != nil {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		rows := bytes.Count(whole[begin:cut], []byte("\n"))
		if s := r.Stats(); s.Rows < rows || s.Rows > rows+1 || s.Records+s.Rejected != s.Rows {
			t.Fatalf("cut at %d after %d rows: %+v", cut, rows, s)
		}
	}
}
