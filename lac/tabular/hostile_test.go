package tabular_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"iter"
	"runtime"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

// repeated is a text n times over, without the memory that it would take.
func repeated(text string, n int) io.Reader {
	chunk := max(1, (1<<16)/len(text))
	block := strings.Repeat(text, chunk)
	parts := make([]io.Reader, 0, n/chunk+1)
	for ; n > 0; n -= chunk {
		parts = append(parts, strings.NewReader(block[:min(n, chunk)*len(text)]))
	}
	return io.MultiReader(parts...)
}

// zipped is what r holds, compressed, and cut short by some bytes.
func zipped(t *testing.T, r io.Reader, cut int) io.Reader {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.Copy(w, r); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	b.Truncate(b.Len() - cut)
	return &b
}

// Files that are made to take memory or time end with an error, in memory that
// does not grow with the file.
func TestHostileFiles(t *testing.T) {
	concat := func(parts ...any) io.Reader {
		readers := make([]io.Reader, len(parts))
		for i, p := range parts {
			switch p := p.(type) {
			case string:
				readers[i] = strings.NewReader(p)
			case io.Reader:
				readers[i] = p
			}
		}
		return io.MultiReader(readers...)
	}
	const project = "id,source,title,transactions\np,s,t,\""
	const line = `{"family":"projects","id":"p","source":"s","title":"t","transactions":`
	tests := []struct {
		name  string
		in    io.Reader
		lines bool
		want  string // in the first error
	}{
		{"a header of 1 GB", repeated("a", 1<<30), false, "row too long: more than 1048576 bytes"},
		{"a row of 1 GB", concat("id,source,title\n", repeated("a", 1<<30), "\np,s,t\n"), false, "row too long: more than 1048576 bytes"},
		{"ten million columns", repeated("a,", 10_000_000), false, "too many fields: more than 4096"},
		{"a row of ten million cells", concat("id,source,title\n", repeated("a,", 10_000_000)), false, "too many fields: more than 4096"},
		{"thousands of unknown columns", concat(repeated("a,", 4095), "b\n"), false, "and 4077 further errors"},
		{"a thousand elements in the header", concat("id,source,title", repeated(",links[9].id", 1000), "\n"), false, `"links[9].id" stands twice`},
		{"a gzip bomb", zipped(t, concat("id,source,title\n", repeated("\x00", 1<<25)), 0), false, "row too long"},
		{"a truncated gzip", zipped(t, concat("id,source,title\n", repeated("p,s,t\n", 1<<16)), 20), false, "cut off: unexpected EOF"},
		{"text that is no number", concat("id,source,title,jobs_direct.value,jobs_direct.value.unit\np,s,t,", repeated("9", 1<<19), ",jobs\n"), false, "out of range"},
		{"deep JSON in a cell", concat(project, repeated("[", 1<<19), "\"\n"), false, "exceeded max depth"},
		{"200,000 elements in a cell", concat(project, "[{}", repeated(",{}", 1<<18), "]\"\n"), false, "lists of more than 33554432 bytes"},
		{"a name of 500 KB in a cell", concat(project, `[{""`, repeated("a", 1<<19), `"":1}]"`+"\n"), false, "no such field"},

		{"a line of 1 GB", concat(repeated("a", 1<<30), "\n{}"), true, "line of more than 1048576 bytes"},
		{"no line end", repeated(`"`, 1<<30), true, "line of more than 1048576 bytes"},
		{"a bomb of lines", zipped(t, repeated("\x00", 1<<25), 0), true, "line of more than 1048576 bytes"},
		{"truncated lines", zipped(t, repeated(line+"null}\n", 1<<12), 20), true, "cut off: unexpected EOF"},
		{"deep JSON", concat(line, repeated("[", 1<<19), "\n"), true, "exceeded max depth"},
		{"deep JSON in a member that is passed over", concat(`{"z":`, repeated(`{"z":`, 9_990), "1", repeated("}", 9_990), `,"family":"ties"}`+"\n"), true, "no such field"},
		{"200,000 elements", concat(line, "[{}", repeated(",{}", 1<<18), "]}\n"), true, "lists of more than 33554432 bytes"},
		{"60,000 members", concat(`{"family":"ties"`, repeated(`,"note":""`, 1<<16), "}\n"), true, "the field stands twice"},
		{"NUL", concat("\x00\n"), true, "invalid character"},
		{"bytes that are not UTF-8", concat("{\"family\":\"ties\",\"note\":\"\xff\"}\n"), true, "not UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			var got error
			var stats lac.Stats
			if tt.lines {
				r := tabular.NewLineReader(tt.in)
				r.MaxRowBytes = 1 << 20
				got, stats = firstError(r.All(context.Background())), r.Stats()
			} else {
				r := tabular.NewReader[lac.Project](tt.in)
				r.MaxRowBytes = 1 << 20
				got, stats = firstError(r.All(context.Background())), r.Stats()
			}
			runtime.ReadMemStats(&after)
			if got == nil || !strings.Contains(got.Error(), tt.want) || len(got.Error()) > 4000 {
				t.Errorf("got %.300v, want %s", got, tt.want)
			}
			if stats.Rows != stats.Records+stats.Rejected {
				t.Errorf("%+v", stats)
			}
			if took := after.TotalAlloc - before.TotalAlloc; took > 256<<20 {
				t.Errorf("took %d MB", took>>20)
			}
		})
	}
}

// firstError reads everything and returns the first error.
func firstError[R any](all iter.Seq2[R, error]) error {
	var first error
	for _, err := range all {
		if first == nil {
			first = err
		}
	}
	return first
}

func TestRejectedRowsAreCountedBeyondThoseThatAreKept(t *testing.T) {
	r := tabular.NewReader[lac.Tie](io.MultiReader(strings.NewReader(tieHeader), repeated("x\n", 20_000)))
	records, rejected, err := r.ReadAll(t.Context())
	if len(records) != 0 || len(rejected) != 10_000 || err != nil || r.Stats().Rejected != 20_000 {
		t.Errorf("%d records, %d errors, %v, %+v", len(records), len(rejected), err, r.Stats())
	}
}

func TestMaxRowBytes(t *testing.T) {
	r := tabular.NewReader[lac.Tie](strings.NewReader(tieHeader + "t,s,CHN,PER,none,1971,123\nt,s,CHN,PER,none,1971,1234\n"))
	r.MaxRowBytes = len(tieHeader) // a byte more than that is too long
	records, rejected, err := r.ReadAll(t.Context())
	if len(records) != 2 || rejected != nil || err != nil {
		t.Errorf("%d, %v, %v", len(records), rejected, err)
	}
	lines := tabular.NewLineReader(strings.NewReader(`{"family":"ties"}` + "\n" + `{"family": "ties"}` + "\n"))
	lines.MaxRowBytes = len(`{"family":"ties"}` + "\n")
	_, rejected, err = lines.ReadAll(t.Context())
	if len(rejected) != 2 || err != nil || !errors.Is(rejected[0], lac.ErrMissing) || !errors.Is(rejected[1], lac.ErrRange) {
		t.Errorf("%v, %v", rejected, err)
	}
}
