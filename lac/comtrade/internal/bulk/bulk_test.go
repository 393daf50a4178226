package bulk_test

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade/internal/bulk"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/sink"
)

// A ledger is a table of an own dialect, which knows what package bulk asks of a table
// and no more: year, from, to, list, code, kg, count, of, usd. All of it is exports.
type ledger struct {
	asked *atomic.Int64
}

var layout = bulk.Layout{
	Header:    []string{"year", "from", "to", "list", "code", "kg", "count", "of", "usd"},
	Reporter:  [2]int{1, -1},
	Partner:   [2]int{2, -1},
	Texts:     [bulk.MaxTexts]int{0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
	Edition:   3,
	Commodity: 4,
	NetWeight: 5,
	Quantity:  6,
	Unit:      7,
	Value:     8,
	CIF:       -1,
	FOB:       -1,
}

func (l ledger) Record(row *csvscan.Row) (lac.TradeRecord, *lac.RowError) {
	l.asked.Add(1)
	reject := func(i int, err error) (lac.TradeRecord, *lac.RowError) {
		return lac.TradeRecord{}, &lac.RowError{Line: row.Line(), Field: layout.Header[i], Text: string(row.Field(i)), Err: err}
	}
	text := func(i int) string { return string(row.Field(i)) }
	if row.Len() != len(layout.Header) {
		return lac.TradeRecord{}, &lac.RowError{Line: row.Line(), Err: lac.ErrSyntax}
	}
	r := lac.TradeRecord{Source: "ledger", Flow: lac.Export}
	var err error
	if r.Period, err = lac.ParsePeriod(text(0)); err != nil {
		return reject(0, err)
	}
	if r.Reporter, err = lac.ParseArea(text(1)); err != nil {
		return reject(1, err)
	}
	if r.Partner, err = lac.ParseArea(text(2)); err != nil {
		return reject(2, err)
	}
	if r.Commodity, err = lac.CommodityOf(l.Edition(text(3)), text(4)); err != nil {
		return reject(4, err)
	}
	if text(5) != "0" {
		if r.NetWeight, err = lac.ParseNumber(text(5), lac.UnitKilograms); err != nil {
			return reject(5, err)
		}
	}
	if unit, ok := l.Unit(text(7)); text(6) != "0" && !ok {
		r.Note = text(6) + " " + text(7)
	} else if text(6) != "0" && unit != "" {
		if r.Quantity, err = lac.ParseNumber(text(6), unit); err != nil {
			return reject(6, err)
		}
	}
	if text(8) != "" {
		if r.Value, err = lac.ParseAmount(text(8), lac.USD); err != nil {
			return reject(8, err)
		}
	}
	return r, nil
}

func (ledger) Edition(text string) string { return strings.ToUpper(text) }

func (ledger) Unit(text string) (lac.Unit, bool) {
	switch text {
	case "pieces":
		return lac.UnitPieces, true
	case "sacks":
		return "", false
	}
	return "", true
}

// read reads rows, which begin on line 2, into a sink.
func read(text string, limits bulk.Limits, places bool) (*recorder, lac.Stats, []string, int64) {
	table := ledger{new(atomic.Int64)}
	r := bulk.Reader{Layout: layout, Table: table, Name: "ledger.csv", Limits: limits, Source: bulk.Source{Line: 2}}
	if places {
		before := "year,…\n"
		r.Source.Places = strings.NewReader(before + text)
		r.Source.Begin, r.Source.End = int64(len(before)), int64(len(before+text))
	} else {
		r.Source.In = strings.NewReader(text)
	}
	var to recorder
	rejected, err := r.ReadInto(context.Background(), &to)
	var reasons []string
	for _, e := range rejected {
		reasons = append(reasons, e.Error())
	}
	if err != nil {
		reasons = append(reasons, "the end: "+err.Error())
	}
	return &to, r.Stats, reasons, table.asked.Load()
}

// A table is read as its dialect has it, wherever pieces end.
func TestReadInto(t *testing.T) {
	text := strings.Join([]string{
		`2020,PE,CN,h6,26,5,0,,1.50`,
		`2020,PE,CN,h6,2603,0,3,pieces,2`,
		`2020,PE,CN,h6,27,7,4,sacks,`, // a note: a record of its own
		`2020,PE,CN,h6,72,7,9,,3`,     // a quantity that is not looked at
		`2020,PE,CN,h6,x,7,9,,3`,      // no such code
		`"2021",PE,"CN",h6,26,5.25,0,"a` + "\n" + `b",1`,
		`2021,PE,XX?,h6,26,5,0,,1`,
		`2020,PE,CN,h6,26,5,0,,-`,
		`2020,PE,CN,h6,26,5,0,,4`,
	}, "\n")
	record := func(line int, year int, code, usd, kg string) lac.TradeRecord {
		value, weight := lac.Money{}, lac.Quantity{}
		var err error
		if usd != "" {
			if value, err = lac.ParseAmount(usd, lac.USD); err != nil {
				t.Fatal(err)
			}
		}
		if kg != "" {
			if weight, err = lac.ParseNumber(kg, lac.UnitKilograms); err != nil {
				t.Fatal(err)
			}
		}
		c, err := lac.CommodityOf("H6", code)
		if err != nil {
			t.Fatal(err)
		}
		return lac.TradeRecord{
			ID: "ledger#" + strconv.Itoa(line), Source: "ledger", Reporter: lac.Peru, Partner: lac.China,
			Flow: lac.Export, Period: lac.Year(year), Commodity: c, Value: value, NetWeight: weight,
		}
	}
	want := []lac.TradeRecord{
		record(2, 2020, "26", "1.5", "5"),
		record(3, 2020, "2603", "2", ""),
		record(4, 2020, "27", "", "7"),
		record(5, 2020, "72", "3", "7"),
		record(7, 2021, "26", "1", "5.25"),
		record(11, 2020, "26", "4", "5"),
	}
	want[1].Quantity, _ = lac.ParseNumber("3", lac.UnitPieces)
	want[2].Note = "4 sacks"
	for size := range 200 {
		for _, places := range []bool{false, true} {
			to, stats, rejected, _ := read(text, bulk.Limits{PieceBytes: size}, places)
			if diff := cmp.Diff(want, to.records, cmp.Comparer(func(a, b lac.TradeRecord) bool { return a == b })); diff != "" {
				t.Fatalf("pieces of %d bytes (-want +got)\n%s", size, diff)
			}
			if stats != (lac.Stats{Rows: 9, Records: 6, Rejected: 3}) {
				t.Fatalf("pieces of %d bytes: %+v", size, stats)
			}
			for i, place := range []string{"ledger.csv:6: field code", "ledger.csv:9: field to", "ledger.csv:10: field usd"} {
				if i >= len(rejected) || !strings.HasPrefix(rejected[i], place) {
					t.Fatalf("pieces of %d bytes: rejected %q, want %s", size, rejected, place)
				}
			}
		}
	}
}

// The table is asked once for a head, not for each row.
func TestAsksOnceForAHead(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // one parser
	var b strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&b, "%d,PE,CN,h6,%02d,%d,0,,%d\n", 2020+i/1000, 10+i%80, i, i)
	}
	to, stats, rejected, asked := read(b.String(), bulk.Limits{}, false)
	if stats.Records != 3000 || rejected != nil || len(to.heads) != 3 {
		t.Fatalf("%+v, %q, %d heads", stats, rejected, len(to.heads))
	}
	if asked > 3 {
		t.Errorf("the table is asked %d times for 3000 rows of 3 heads", asked)
	}
	if n := to.rows; n != 3000 {
		t.Errorf("%d rows in bulk", n)
	}
}

// What a reader that fails has given is delivered, and the error says how far it came.
func TestReadFails(t *testing.T) {
	row := "2020,PE,CN,h6,26,5,0,,1\n"
	in, out := io.Pipe()
	go func() {
		io.WriteString(out, row+row)
		out.CloseWithError(io.ErrUnexpectedEOF)
	}()
	r := bulk.Reader{Layout: layout, Table: ledger{new(atomic.Int64)}, Name: "ledger.csv", Source: bulk.Source{In: in, Line: 2}}
	var to recorder
	_, err := r.ReadInto(context.Background(), &to)
	if want := "ledger.csv: after 2 rows: unexpected EOF"; fmt.Sprint(err) != want || len(to.records) != 2 {
		t.Errorf("%d records, %v; want 2, %s", len(to.records), err, want)
	}
}

// A recorder makes records again of what it takes.
type recorder struct {
	heads   []lac.TradeRecord
	goods   []lac.Commodity
	records []lac.TradeRecord
	rows    int // in bulk
}

func (s *recorder) Needs(lac.Figure) bool { return true }

func (s *recorder) Head(head lac.TradeRecord) (int32, error) {
	if i := slices.Index(s.heads, head); i >= 0 {
		return int32(i), nil
	}
	s.heads = append(s.heads, head)
	return int32(len(s.heads) - 1), nil
}

func (s *recorder) Commodity(c lac.Commodity) (int32, error) {
	s.goods = append(s.goods, c)
	return int32(len(s.goods) - 1), nil
}

func (s *recorder) AppendRows(rows *sink.Rows) error {
	s.rows += rows.Len()
	for i := range rows.Len() {
		row := rows.At(i)
		r := s.heads[row.Head]
		r.ID = r.Source + "#" + strconv.Itoa(int(row.Number))
		r.Commodity = s.goods[row.Commodity]
		r.Value = lac.Money{}
		if row.Value.Reported {
			r.Value, _ = lac.ParseAmount(text(row.Value), lac.USD)
		}
		if row.NetWeight.Reported {
			r.NetWeight, _ = lac.ParseNumber(text(row.NetWeight), lac.UnitKilograms)
		}
		if row.Quantity.Reported {
			r.Quantity, _ = lac.ParseNumber(text(row.Quantity), lac.Unit(row.Unit))
		}
		s.records = append(s.records, r)
	}
	return nil
}

// text returns a coefficient as a decimal fraction.
func text(c sink.Coefficient) string {
	digits := fmt.Sprintf("%0*d", int(c.Places)+1, c.Units)
	return digits[:len(digits)-int(c.Places)] + "." + digits[len(digits)-int(c.Places):] + "0"
}

func (s *recorder) Append(r lac.TradeRecord) error {
	s.records = append(s.records, r)
	return nil
}
