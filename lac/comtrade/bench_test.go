package comtrade_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
	"github.com/sinolac/sinolac/lac/internal/sink"
)

// benchmark runs read on the rows of a fixture, many times over.
func benchmark(b *testing.B, read func(*comtrade.Reader) error) {
	whole, err := os.ReadFile(filepath.Join(fixtures, "web.csv"))
	if err != nil {
		b.Fatal(err)
	}
	head, rows, _ := strings.Cut(string(whole), "\n")
	const n = 1000
	b.SetBytes(int64(n * len(rows)))
	b.ReportAllocs()
	for b.Loop() {
		r := comtrade.NewReader(io.MultiReader(strings.NewReader(head+"\n"), &repeat{text: rows, n: n}))
		if err := read(r); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReader(b *testing.B) {
	benchmark(b, func(r *comtrade.Reader) error {
		for _, err := range r.All(context.Background()) {
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func BenchmarkReadInto(b *testing.B) {
	benchmark(b, func(r *comtrade.Reader) error {
		_, err := r.ReadInto(context.Background(), &counter{})
		return err
	})
}

// A counter is a sink that only counts.
type counter struct {
	heads int32
	rows  int
}

func (c *counter) Bulk() sink.Sink[lac.TradeRecord, lac.Commodity, lac.Figure] { return c }

func (c *counter) Needs(lac.Figure) bool { return true }

func (c *counter) Head(lac.TradeRecord) (int32, error) {
	c.heads++
	return c.heads - 1, nil
}

func (c *counter) Commodity(lac.Commodity) (int32, error) { return 0, nil }

func (c *counter) AppendRows(rows *sink.Rows) error {
	c.rows += rows.Len()
	return nil
}

func (c *counter) Append(lac.TradeRecord) error {
	c.rows++
	return nil
}
