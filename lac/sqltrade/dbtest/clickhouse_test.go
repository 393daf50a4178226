package dbtest

import (
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/sqltrade"
)

// A cluster is shards with a table of trade, in package sqltrade's columns.
type cluster struct {
	t      *testing.T
	shards []*shard
	table  string // of all; that of a shard has "_part" behind
}

// clickhouseTypes are the columns. Texts are never NULL; units and places are, where a
// figure is not reported, or is a text.
const clickhouseTypes = `id String, source String, reporter String, partner String, flow String, period String, first_day Int32, last_day Int32,
	edition String, code String, value_units Nullable(Int64), value_places Nullable(Int32), value_text Nullable(String), currency String, valuation String,
	net_weight_units Nullable(Int64), net_weight_places Nullable(Int32), net_weight_text Nullable(String),
	quantity_units Nullable(Int64), quantity_places Nullable(Int32), quantity_text Nullable(String), quantity_unit String,
	partner2 String, customs String, transport String, supply String, detail String, confirmed Int32, evidence String, status String, note String`

// escape writes texts as TabSeparated has them.
var escape = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`)

// load makes the table and shares records out, each line whole on one shard. Rows are
// written as package sqltrade writes them.
func (c *cluster) load(records []lac.TradeRecord) {
	c.t.Helper()
	for _, s := range c.shards {
		for _, statement := range []string{
			"DROP TABLE IF EXISTS " + c.table + "_part", "DROP TABLE IF EXISTS " + c.table,
			"CREATE TABLE " + c.table + "_part (" + clickhouseTypes + ") ENGINE = MergeTree ORDER BY (source, reporter, partner, flow, period, edition, code)",
			"CREATE TABLE " + c.table + " AS " + c.table + "_part ENGINE = Distributed(three, default, " + c.table + "_part)",
		} {
			if _, err := s.run(statement, nil); err != nil {
				c.t.Fatal(err)
			}
		}
	}
	shares := make([][]lac.TradeRecord, len(c.shards))
	for _, r := range records {
		h := fnv.New32a()
		fmt.Fprint(h, r.Source, r.Reporter, r.Partner, r.Flow, r.Period)
		n := h.Sum32() % uint32(len(shares))
		shares[n] = append(shares[n], r)
	}
	// SQLite notes what was loaded, and has no row itself.
	sqlite := engines[0]
	db := open(c.t, sqlite, sqlite.inMemory(c.t))
	for i, share := range shares {
		var rows strings.Builder
		notes := sqltrade.Table{Dialect: sqltrade.SQLite, Copy: func(_ context.Context, _ any, _ string, _ []string, next func() ([]any, error)) error {
			for {
				row, err := next()
				if err != nil || row == nil {
					return err
				}
				for i, v := range row {
					if i > 0 {
						rows.WriteByte('\t')
					}
					switch v := v.(type) {
					case nil:
						rows.WriteString(`\N`)
					case string:
						escape.WriteString(&rows, v)
					default:
						fmt.Fprint(&rows, v)
					}
				}
				rows.WriteByte('\n')
			}
		}}
		err := notes.Create(c.t.Context(), db)
		if err == nil {
			_, err = notes.Load(c.t.Context(), db, lac.TradeInput{Name: "share", SHA256: fmt.Sprint(i)}, ok(slices.Values(share)))
		}
		if err == nil {
			_, err = c.shards[i].run("INSERT INTO "+c.table+"_part FORMAT TabSeparated", strings.NewReader(rows.String()))
		}
		if err != nil {
			c.t.Fatal(err)
		}
	}
}

// These are the columns that a record is made of, the commodity and the ID last.
const recordOf = "source, reporter, partner, flow, period, valuation, partner2, customs, transport, supply, detail, evidence, edition"

// again are the lines and commodities that come again among confirmed records: GLOBAL,
// as each shard is asked for the rows, and one for the list.
const again = "(source, reporter, partner, flow, period, edition, code) GLOBAL IN (SELECT source, reporter, partner, flow, period, edition, code" +
	" FROM %s WHERE evidence <> 'unconfirmed' GROUP BY source, reporter, partner, flow, period, edition, code HAVING count() > 1)"

// stream returns a stream that has read the table. A shard that does not answer is an
// error: ClickHouse has it so, unless it is told otherwise by skip_unavailable_shards.
func (c *cluster) stream(s *lac.TradeStream, q lac.TradeQuery, by []lac.Dimension, settings ...string) error {
	comesAgain := fmt.Sprintf(again, c.table)
	// Rows whose commodity comes again in its line are taken one by one, with all figures.
	var figures []string
	for _, of := range []string{"value", "net_weight", "quantity"} {
		figures = append(figures, fmt.Sprintf("if(isNull(%[1]s_text), '', assumeNotNull(%[1]s_text)), toString(%[1]s_units), '0', toString(%[1]s_places)", of))
	}
	rows, err := c.ask("SELECT "+recordOf+", code, id, '1', "+strings.Join(figures, ", ")+", currency, quantity_unit FROM "+c.table+
		" WHERE evidence <> 'unconfirmed' AND "+comesAgain, settings)
	if err != nil {
		return err
	}
	for _, row := range rows {
		r, _, err := recordFrom(row, "1")
		if err == nil {
			err = s.Append(r)
		}
		if err != nil {
			return err
		}
	}
	// The others are added up: of one head, edition, length of code, places and unit.
	figure, unit, other := "value", "currency", "''"
	switch q.Figure {
	case lac.FigureNetWeight:
		figure, unit = "net_weight", "''"
	case lac.FigureQuantity:
		figure, unit, other = "quantity", "''", "quantity_unit"
	}
	wanted := q.Commodity
	if wanted == 0 {
		wanted = lac.AllGoods
	}
	exact := fmt.Sprintf("edition = '%s' AND code = '%s'", wanted.Edition(), wanted.Code())
	good := "''"
	if slices.Contains(by, lac.ByCommodity) {
		good = "code"
	}
	text := fmt.Sprintf("if(isNull(%[1]s_text), '', concat(assumeNotNull(%[1]s_text), ' ', id))", figure) // too long for units: one by one
	// Units are added up in two halves: the sum of Int64 wraps without a word.
	sums := fmt.Sprintf("SELECT "+recordOf+", min(concat(code, ' ', id)) AS first, '', toString(count()), %[1]s AS long,"+
		" toString(sum(intDiv(%[2]s_units, 1000000000))), toString(sum(%[2]s_units %% 1000000000)), toString(%[2]s_places), %[3]s AS unit, %[4]s AS other"+
		" FROM "+c.table+" WHERE NOT (evidence <> 'unconfirmed' AND "+comesAgain+")"+
		" GROUP BY "+recordOf+", length(code), %[5]s, %[6]s, long, %[2]s_places, unit, other", text, figure, unit, other, exact, good)
	if rows, err = c.ask(sums, settings); err != nil {
		return err
	}
	var failed error
	err = s.AppendSums(func(yield func(lac.TradeRecord, int) bool) {
		for _, row := range rows {
			var r lac.TradeRecord
			var n int
			if r, n, failed = recordFrom(row, string(q.Figure)); failed != nil || !yield(r, n) {
				return
			}
		}
	})
	if failed != nil {
		return failed
	}
	return err
}

// ask returns rows, as texts.
func (c *cluster) ask(query string, settings []string) ([][]string, error) {
	text, err := c.shards[0].run(query+" FORMAT JSONCompact", nil, settings...)
	if err != nil {
		return nil, err
	}
	var answer struct{ Data [][]string }
	if err := json.Unmarshal(text, &answer); err != nil {
		return nil, fmt.Errorf("%w in %.200s", err, text)
	}
	return answer.Data, nil
}

// recordFrom returns the record that a row is, and how many it stands for; of "1" it has
// all figures, else one.
func recordFrom(row []string, figure string) (r lac.TradeRecord, n int, err error) {
	r = lac.TradeRecord{Source: row[0], Flow: lac.TradeFlow(row[3]), Valuation: lac.Valuation(row[5]), Evidence: lac.Evidence(row[11]),
		Breakdown: lac.Breakdown{Customs: row[7], Transport: row[8], Supply: row[9], Detail: row[10]}}
	for i, scan := range map[int]func(any) error{1: r.Reporter.Scan, 2: r.Partner.Scan, 4: r.Period.Scan, 6: r.Breakdown.Partner2.Scan} {
		if row[i] != "" && err == nil {
			err = scan(row[i])
		}
	}
	code, id := row[13], row[14]
	if id == "" {
		code, id, _ = strings.Cut(row[13], " ")
	}
	r.ID = id
	if r.Commodity = lac.AllGoods; err == nil && (row[12] != "" || code != "TOTAL") {
		r.Commodity, err = lac.CommodityOf(row[12], code)
	}
	if err == nil {
		n, err = strconv.Atoi(row[15])
	}
	if err != nil {
		return r, n, err
	}
	row = row[16:]
	if figure == "1" {
		for i, figure := range []lac.Figure{lac.FigureValue, lac.FigureNetWeight, lac.FigureQuantity} {
			f := row[4*i : 4*i+4]
			if err := setFigure(&r, figure, f[0], "0", f[1], f[3], row[12], row[13]); err != nil {
				return r, n, err
			}
		}
		return r, n, nil
	}
	text, _, _ := strings.Cut(row[0], " ")
	return r, n, setFigure(&r, lac.Figure(figure), text, row[1], row[2], row[3], row[4], row[5])
}

// setFigure sets a figure of a record: a text, or a sum of units in two halves.
func setFigure(r *lac.TradeRecord, figure lac.Figure, text, high, low, places, currency, unit string) (err error) {
	var amount decimal.Decimal
	switch {
	case text != "":
		if amount, err = decimal.NewFromString(text); err != nil {
			return err
		}
	case places == "":
		return nil // not reported
	default:
		h, ok1 := new(big.Int).SetString(high, 10)
		l, ok2 := new(big.Int).SetString(low, 10)
		n, err := strconv.Atoi(places)
		if !ok1 || !ok2 || err != nil {
			return fmt.Errorf("units %q and %q with %q places", high, low, places)
		}
		amount = decimal.NewFromBigInt(h.Mul(h, big.NewInt(1_000_000_000)).Add(h, l), -int32(n))
	}
	switch figure {
	case lac.FigureNetWeight:
		r.NetWeight, err = lac.NewQuantity(amount, lac.UnitKilograms)
	case lac.FigureQuantity:
		r.Quantity, err = lac.NewQuantity(amount, lac.Unit(unit))
	default:
		var c lac.Currency
		if err := c.Scan(currency); err != nil {
			return err
		}
		r.Value, err = lac.NewMoney(amount, c)
	}
	return err
}

// Three shards of ClickHouse have the answers of a dataset in memory, byte for byte, and
// its refusals; a shard that is lost is an error.
func TestClickHouse(t *testing.T) {
	shards := startShards(t, 3)
	check := func(c *cluster, data *lac.Dataset, q lac.TradeQuery, by []lac.Dimension) bool {
		t.Helper()
		s := lac.NewTradeStream(q, by...)
		if err := c.stream(s, q, by); err != nil {
			t.Fatalf("%+v by %v: %v", q, by, err)
		}
		want, wantErr := data.Totals(q, by...)
		got, err := s.Totals()
		if a, b := answer(t, got, err), answer(t, want, wantErr); a != b {
			t.Fatalf("%s: %+v by %v: got\n%.2000s\nwant\n%.2000s", c.table, q, by, a, b)
		}
		return wantErr == nil
	}
	totals, refused := 0, 0
	for seed := range number(t, "SQLTRADE_SETS", 20) {
		r := rand.New(rand.NewPCG(uint64(seed), 5))
		w := drawWorld(r)
		records := w.records(r, r.IntN(120))
		data, err := datasetOf(slices.Values(records))
		if err != nil {
			t.Fatal(err)
		}
		c := &cluster{t, shards, "random"}
		c.load(records)
		for range 3 {
			q, by := w.query(r)
			if check(c, data, q, by) {
				totals++
			} else {
				refused++
			}
		}
	}
	t.Logf("%d totals the same, %d refused", totals, refused)

	n := number(t, "SQLTRADE_ROWS", 20_000)
	records := slices.Collect(largeRecords(n))
	data, err := datasetOf(slices.Values(records))
	if err != nil {
		t.Fatal(err)
	}
	c := &cluster{t, shards, "large"}
	start := time.Now()
	c.load(records)
	t.Logf("loaded %d records in %v", n, time.Since(start).Round(time.Millisecond))
	start = time.Now()
	q := lac.TradeQuery{Partner: lac.CELAC}
	for _, by := range [][]lac.Dimension{{lac.ByPartner, lac.ByFlow}, {lac.ByCommodity, lac.ByYear}} {
		if !check(c, data, q, by) {
			t.Errorf("by %v is refused", by)
		}
		t.Logf("by %v in %v", by, time.Since(start).Round(time.Millisecond))
	}
	// What the halves are for: added up as they are, units wrap.
	rows, err := c.ask("SELECT toString(sum(value_units)) FROM large WHERE value_places = 0 AND customs = ''", nil)
	if err != nil {
		t.Fatal(err)
	}
	exact := new(big.Int)
	for _, r := range records {
		if d := r.Value.Amount(); r.Value.IsReported() && d.Exponent() >= 0 && r.Breakdown.Customs == "" {
			exact.Add(exact, d.BigInt())
		}
	}
	t.Logf("sum of Int64 %s, exact %v", rows[0][0], exact)
	if wrapped := new(big.Int).SetInt64(int64(new(big.Int).And(exact, new(big.Int).SetUint64(1<<64-1)).Uint64())); exact.IsInt64() || rows[0][0] != wrapped.String() {
		t.Errorf("the sum of Int64 is %s, want %v, which is %v wrapped", rows[0][0], wrapped, exact)
	}

	shards[2].stop()
	s := lac.NewTradeStream(q)
	if err := c.stream(s, q, nil); err == nil {
		t.Error("a shard is lost, without an error")
	} else {
		t.Logf("without a shard: %.150s", err)
	}
	// Told to skip it, ClickHouse gives less and says nothing.
	if err := c.stream(s, q, nil, "skip_unavailable_shards=1"); err != nil {
		t.Error(err)
	}
	less, err := s.Totals()
	whole, wholeErr := data.Totals(q)
	a, _ := less.Get(lac.TradeKey{})
	b, _ := whole.Get(lac.TradeKey{})
	if err != nil || wholeErr != nil || a.Imports.Records == 0 || a.Imports.Records >= b.Imports.Records {
		t.Errorf("skipping a shard: %d records of %d: %v, %v", a.Imports.Records, b.Imports.Records, err, wholeErr)
	}
}
