package sqltrade_test

import (
	"context"
	"errors"
	"maps"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/sqltrade"
)

// What cannot be asked is refused before the database is spoken to, of which there is
// none here. The module in dbtest has the tests with databases.
func TestRefusedWithoutDatabase(t *testing.T) {
	ctx := context.Background()
	whole := map[string]string{"id": "n", "source": "'s'", "reporter": "r", "partner": "p", "flow": "f", "period": "y", "edition": "e", "code": "c"}
	lacks, unknown := maps.Clone(whole), maps.Clone(whole)
	delete(lacks, "flow")
	unknown["values"] = "v"
	ask := func(v sqltrade.View) error {
		_, err := v.Totals(ctx, nil, lac.TradeQuery{})
		return err
	}
	_, loadErr := sqltrade.Table{Dialect: sqltrade.DuckDB}.Load(ctx, nil, lac.TradeInput{Name: "a.csv"}, nil)
	_, totalsErr := sqltrade.Table{}.Totals(ctx, nil, lac.TradeQuery{})
	for _, tt := range []struct {
		name string
		err  error
		is   error
		text string
	}{
		{"create in no dialect", sqltrade.Table{}.Create(ctx, nil), lac.ErrUnknownCode, "dialect 0"},
		{"totals in no dialect", totalsErr, lac.ErrUnknownCode, "dialect 0"},
		{"load of what may come twice", loadErr, lac.ErrMissing, `"a.csv": SHA-256`},
		{"view in no dialect", ask(sqltrade.View{Dialect: 9, From: "x", Columns: whole}), lac.ErrUnknownCode, "dialect 9"},
		{"view without flows", ask(sqltrade.View{Dialect: sqltrade.SQLite, From: "x", Columns: lacks}), lac.ErrMissing, "column flow"},
		{"view with a column of another name", ask(sqltrade.View{Dialect: sqltrade.SQLite, From: "x", Columns: unknown}), lac.ErrUnknownCode, `column "values"`},
	} {
		if !errors.Is(tt.err, tt.is) || !strings.Contains(tt.err.Error(), tt.text) {
			t.Errorf("%s: %v", tt.name, tt.err)
		}
	}
}
