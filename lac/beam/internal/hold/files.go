package hold

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/sinolac/sinolac/lac"
	lacbeam "github.com/sinolac/sinolac/lac/beam"
	"github.com/sinolac/sinolac/lac/comtrade"
)

func init() {
	register.Function1x0(keepTotals)
	register.Function1x0(keepRead)
	register.Function1x0(keepEverything)
	beam.RegisterType(reflect.TypeFor[lac.TradeRecord]())
}

// kept is what came out of the pipeline that ran last, in this process.
var kept struct {
	sync.Mutex
	totals     []lac.TradeTotals
	read       []lacbeam.FileRead
	everything []Everything
}

func keep[T any](to *[]T, v T) {
	kept.Lock()
	defer kept.Unlock()
	*to = append(*to, v)
}

func keepTotals(t lac.TradeTotals) { keep(&kept.totals, t) }
func keepRead(r lacbeam.FileRead)  { keep(&kept.read, r) }
func keepEverything(v Everything)  { keep(&kept.everything, v) }

// run runs a pipeline and returns the error with which it ends.
func run(runner string, build func(s beam.Scope)) (beam.PipelineResult, error) {
	kept.totals, kept.read, kept.everything = nil, nil, nil
	p, s := beam.NewPipelineWithRoot()
	build(s)
	return beam.Run(context.Background(), runner, p)
}

// count returns a counter of a pipeline that ran.
func count(r beam.PipelineResult, name string) int64 {
	for _, c := range r.Metrics().AllMetrics().Counters() {
		if c.Name() == name {
			return c.Result()
		}
	}
	return 0
}

const header = "freqCode,period,reporterCode,flowCode,partnerCode,classificationCode,cmdCode,netWgt,primaryValue,qty,qtyUnitAbbr\n"

// writeFiles writes trade of six reporters with eight partners in n files: each file has
// some codes of every line, so that every line comes back in every file.
func writeFiles(t *testing.T, n int) []lac.TradeInput {
	t.Helper()
	var files []lac.TradeInput
	dir := t.TempDir()
	for i := range n {
		var b strings.Builder
		b.WriteString(header)
		for _, reporter := range []int{32, 76, 152, 170, 484, 604} {
			for year := 2020; year < 2025; year++ {
				for p, partner := range []int{156, 842, 276, 251, 699, 392, 410, 826} {
					for code := i; code < 40; code += n {
						fmt.Fprintf(&b, "A,%d,%d,X,%d,H6,%06d,%d.%02d,%d.%03d,,\n", year, reporter, partner, 10000+10*code, p*code, code, 12345678901*(p+1), code*7+i)
					}
				}
			}
		}
		files = append(files, lac.TradeInput{Name: writeFile(t, dir, fmt.Sprint(i, ".csv"), b.String())})
	}
	return files
}

func writeFile(t testing.TB, dir, name, text string) string {
	t.Helper()
	name = filepath.Join(dir, name)
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// recordsOf returns the records of files, each with an ID of its own.
func recordsOf(t testing.TB, files []lac.TradeInput) []lac.TradeRecord {
	t.Helper()
	var all []lac.TradeRecord
	for i, file := range files {
		r, err := comtrade.Open(file.Name)
		if err != nil {
			t.Fatal(err)
		}
		records, _, err := r.ReadAll(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		for _, record := range records {
			record.ID = fmt.Sprintf("file %d, %s", i, record.ID)
			all = append(all, record)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// inMemory answers a question of records without Beam and without streams.
func inMemory(t *testing.T, records []lac.TradeRecord, q lac.TradeQuery, by ...lac.Dimension) (lac.TradeTotals, error) {
	t.Helper()
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{comtrade.NewReader(nil).SourceRecord()}, Trade: records})
	if err != nil {
		t.Fatal(err)
	}
	return data.Totals(q, by...)
}

// sameTotals reports whether the totals that a pipeline gave differ from want in a byte.
func sameTotals(t *testing.T, want lac.TradeTotals) {
	t.Helper()
	if len(kept.totals) != 1 {
		t.Fatalf("%d totals", len(kept.totals))
	}
	a, errA := kept.totals[0].MarshalJSON()
	b, errB := want.MarshalJSON()
	if errA != nil || errB != nil || !bytes.Equal(a, b) || want.Len() == 0 {
		t.Errorf("%v %v got\n%s, want\n%s", errA, errB, a, b)
	}
}
