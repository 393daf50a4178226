package dbtest

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
)

// UN Comtrade's own files, with parts by mode of transport and procedure beside their
// totals, have the answers of a dataset.
func TestRealFiles(t *testing.T) {
	dir := os.Getenv("LAC_REAL_DATA")
	if dir == "" {
		t.Skip("LAC_REAL_DATA does not name a folder with UN Comtrade's files")
	}
	ctx := context.Background()
	asked, refused := 0, 0
	for _, name := range []string{"legacy-1.csv", "annual-2022-chn-usa-deu.csv", "pandas-chn-imports-2000-2024.csv"} {
		content, err := os.ReadFile(filepath.Join(dir, "comtrade", name))
		if err != nil {
			t.Fatal(err)
		}
		digest := sha256.Sum256(content)
		in := lac.TradeInput{Name: name, SHA256: hex.EncodeToString(digest[:])}
		// records gives the file's records, without rows that are none.
		records := func() (iter.Seq2[lac.TradeRecord, error], *comtrade.Reader) {
			rd, err := comtrade.Open(filepath.Join(dir, "comtrade", name))
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { rd.Close() })
			return func(yield func(lac.TradeRecord, error) bool) {
				for r, err := range rd.All(ctx) {
					var row *lac.RowError
					if errors.As(err, &row) {
						continue
					}
					if !yield(r, err) {
						return
					}
				}
			}, rd
		}
		all := lac.Records{TradeTable: new(lac.TradeTable)}
		seq, rd := records()
		for r, err := range seq {
			if err == nil {
				err = all.TradeTable.Append(r)
			}
			if err != nil {
				t.Fatal(name, err)
			}
		}
		all.Sources = []lac.Source{rd.SourceRecord()}
		data, err := lac.NewDataset(all)
		if err != nil {
			t.Fatal(name, err)
		}
		eachEngine(t, func(t *testing.T, e engine, db *sql.DB) {
			table := e.table
			table.Repeats = true // the files may have such rows
			if err := table.Create(ctx, db); err != nil {
				t.Fatal(err)
			}
			seq, _ := records()
			if n, err := table.Load(ctx, db, in, seq); err != nil || n != all.TradeTable.Len() {
				t.Fatalf("%s: loaded %d of %d: %v", name, n, all.TradeTable.Len(), err)
			}
			for _, q := range []lac.TradeQuery{{Flow: lac.Import}, {Figure: lac.FigureNetWeight}, {Partner: lac.World, AsPublished: true}} {
				for _, by := range [][]lac.Dimension{{lac.ByReporter, lac.ByPartner, lac.ByYear}, {lac.ByReporter, lac.ByPartner, lac.ByCommodity}} {
					want, wantErr := data.Totals(q, by...)
					got, err := table.Totals(ctx, db, q, by...)
					if a, b := answer(t, got, err), answer(t, want, wantErr); a != b {
						t.Fatalf("%s: %+v by %v: got\n%.1000s\nwant\n%.1000s", name, q, by, a, b)
					}
					if asked++; wantErr != nil {
						refused++
					}
				}
			}
		})
	}
	t.Logf("%d questions, %d of them refused", asked, refused)
}
