package comtrade_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/comtrade"
)

func BenchmarkReader(b *testing.B) {
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
		for _, err := range r.All() {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
