package hold

import (
	"fmt"
	"strings"
	"syscall"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/sinolac/sinolac/lac"
	lacbeam "github.com/sinolac/sinolac/lac/beam"
	"github.com/sinolac/sinolac/lac/comtrade"
)

// Costs logs what a row costs on a runner, in time of the CPU: in files, in records, and in
// a stream without Beam.
func Costs(b *testing.B, runner string) {
	files := longFiles(b)
	records := recordsOf(b, files[:1])
	q, by := lac.TradeQuery{}, lac.ByYear
	for _, tt := range []struct {
		name string
		rows int
		run  func() error
	}{
		{"a stream", 800_000, func() error {
			s := lac.NewTradeStream(q, by)
			for _, file := range files {
				r, err := comtrade.Open(file.Name)
				if err != nil {
					return err
				}
				defer r.Close()
				if _, err := r.ReadInto(b.Context(), s); err != nil {
					return err
				}
			}
			_, err := s.Totals()
			return err
		}},
		{"files", 800_000, func() error {
			_, err := run(runner, func(s beam.Scope) { lacbeam.Totals(s, beam.CreateList(s, files), q, by) })
			return err
		}},
		{"records, made by the pipeline", len(records), func() error {
			_, err := run(runner, func(s beam.Scope) { lacbeam.TotalsOfRecords(s, beam.CreateList(s, records), q, by) })
			return err
		}},
	} {
		before := cpu(b)
		if err := tt.run(); err != nil {
			b.Fatal(err)
		}
		b.Logf("%s: %d ns a row", tt.name, (cpu(b)-before)/int64(tt.rows))
	}
}

// cpu returns how long the CPU has worked for this process, in nanoseconds.
func cpu(b *testing.B) int64 {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return u.Utime.Nano() + u.Stime.Nano()
}

// longFiles writes the books of 8 reporters, each in a file of 100,000 rows, 500 a line.
func longFiles(b *testing.B) []lac.TradeInput {
	b.Helper()
	var files []lac.TradeInput
	dir := b.TempDir()
	for i, reporter := range []int{32, 76, 152, 170, 188, 218, 484, 604} {
		var text strings.Builder
		text.WriteString(header)
		for year := 2000; year < 2025; year++ {
			for _, partner := range []int{156, 276, 392, 842} {
				for _, flow := range []string{"M", "X"} {
					for code := range 500 {
						fmt.Fprintf(&text, "A,%d,%d,%s,%d,H6,%06d,%d.%02d,%d.%03d,,\n", year, reporter, flow, partner, 10000+10*code, year*code, code%100, year*1234567, code*7+i)
					}
				}
			}
		}
		files = append(files, lac.TradeInput{Name: writeFile(b, dir, fmt.Sprint(i, ".csv"), text.String())})
	}
	return files
}
