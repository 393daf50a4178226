package gcdf_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/gcdf"
)

// repeat reads a text n times.
type repeat struct {
	text string
	n    int
	at   int
}

func (r *repeat) Read(b []byte) (int, error) {
	total := 0
	for len(b) > 0 && r.n > 0 {
		n := copy(b, r.text[r.at:])
		b = b[n:]
		total += n
		if r.at += n; r.at == len(r.text) {
			r.at = 0
			r.n--
		}
	}
	if total == 0 {
		return 0, io.EOF
	}
	return total, nil
}

func TestHostileRowsInBoundedMemory(t *testing.T) {
	good := table(nil)
	header, row, _ := strings.Cut(good, "\n")
	var bomb bytes.Buffer
	w := gzip.NewWriter(&bomb)
	_, _ = io.Copy(w, io.MultiReader(strings.NewReader(header+"\n"+row), &repeat{text: strings.Repeat("x", 1<<20), n: 1 << 8}, strings.NewReader("\n"+row)))
	_ = w.Close()
	plain := func(hostile io.Reader) io.Reader {
		return io.MultiReader(strings.NewReader(header+"\n"+row), hostile, strings.NewReader("\n"+row))
	}
	with := func(column, text string) io.Reader {
		_, row, _ := strings.Cut(table([]cell{{column, text}}), "\n")
		return plain(strings.NewReader(strings.TrimSuffix(row, "\n")))
	}
	for _, tt := range []struct {
		name string
		in   io.Reader
		want string
	}{
		{"1 GB line", plain(&repeat{text: strings.Repeat("x", 1<<20), n: 1 << 10}), "row too long: more than 1048576 bytes"},
		{"1 GB in quotation marks", plain(io.MultiReader(strings.NewReader(`"`), &repeat{text: strings.Repeat("x", 1<<20), n: 1 << 10})), "row too long: more than 1048576 bytes"},
		{"ten million columns", plain(&repeat{text: strings.Repeat(",", 1000), n: 10_000}), "too many fields: more than 4096"},
		{"a million digits", with("Amount (Constant USD 2021)", strings.Repeat("9", 1_000_000)), "out of range"},
		{"a million-digit year", with("Commitment Year", strings.Repeat("9", 1_000_000)), "want a year of four digits"},
		{"gzip bomb", &bomb, "row too long: more than 1048576 bytes"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			projects, rejected, err := gcdf.NewReader(tt.in).ReadAll(context.Background())
			runtime.ReadMemStats(&after)
			if err != nil || len(projects) != 2 || len(rejected) != 1 {
				t.Fatalf("%d projects, rejected %v, %v", len(projects), rejected, err)
			}
			text := rejected[0].Error()
			if !strings.HasPrefix(text, "gcdf:3:") || !strings.Contains(text, tt.want) || len(text) > 400 {
				t.Errorf("got %.400s\nwant %s", text, tt.want)
			}
			if took := after.TotalAlloc - before.TotalAlloc; took > 48<<20 {
				t.Errorf("allocated %d MiB", took>>20)
			}
		})
	}
	for _, text := range []string{strings.Repeat("x", 1<<20), strings.Repeat(",", 1<<20)} {
		if _, _, err := gcdf.NewReader(&repeat{text: text, n: 10}).ReadAll(context.Background()); err == nil {
			t.Error("hostile header: no error")
		}
	}
}

// A title of a megabyte that names a hundred thousand records is read in the time
// that its length takes.
func TestLongListsOfLinks(t *testing.T) {
	var b strings.Builder
	b.WriteString("A (linked to ")
	const n = 100_000
	for i := range n {
		fmt.Fprintf(&b, "#%d,", i+2)
	}
	p := one(t, cell{"Title", b.String()})
	if len(p.Links) != n {
		t.Errorf("%d links", len(p.Links))
	}
}
