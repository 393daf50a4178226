package tabular_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

// benchTrade returns trade records as they are in large tables.
func benchTrade(b *testing.B) []lac.TradeRecord {
	b.Helper()
	records := make([]lac.TradeRecord, 10_000)
	for i := range records {
		commodity, err := lac.ParseCommodity(fmt.Sprintf("H6:%06d", i))
		if err != nil {
			b.Fatal(err)
		}
		records[i] = lac.TradeRecord{
			ID: fmt.Sprintf("s#%d", i+1), Source: "s", Reporter: lac.China, Partner: lac.Peru, Flow: lac.Import, Period: lac.Year(2024),
			Commodity: commodity, Value: lac.MoneyOf(int64(i)*1_234_567, lac.USD), NetWeight: lac.QuantityOf(int64(i)*1_000, lac.UnitKilograms),
		}
	}
	return records
}

// The peers split the same table into cells, or the same lines into records, and
// check nothing.
func BenchmarkRead(b *testing.B) {
	records := benchTrade(b)
	var table, lines bytes.Buffer
	w, l := tabular.NewWriter[lac.TradeRecord](&table), tabular.NewLineWriter(&lines)
	for _, r := range records {
		if err := w.Write(r); err != nil {
			b.Fatal(err)
		}
		if err := l.Write(r); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := l.Flush(); err != nil {
		b.Fatal(err)
	}
	run := func(name string, in []byte, read func(io.Reader) int) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				if n := read(bytes.NewReader(in)); n != len(records) {
					b.Fatalf("%d records", n)
				}
			}
		})
	}
	run("tabular/table", table.Bytes(), func(in io.Reader) int {
		r := tabular.NewReader[lac.TradeRecord](in)
		for _, err := range r.All(context.Background()) {
			if err != nil {
				b.Fatal(err)
			}
		}
		return r.Stats().Records
	})
	run("encoding-csv", table.Bytes(), func(in io.Reader) int {
		r := csv.NewReader(in)
		r.ReuseRecord = true
		n := -1 // the header
		for {
			_, err := r.Read()
			if err == io.EOF {
				return n
			} else if err != nil {
				b.Fatal(err)
			}
			n++
		}
	})
	run("tabular/lines", lines.Bytes(), func(in io.Reader) int {
		r := tabular.NewLineReader(in)
		for _, err := range r.All(context.Background()) {
			if err != nil {
				b.Fatal(err)
			}
		}
		return r.Stats().Records
	})
	run("encoding-json", lines.Bytes(), func(in io.Reader) int {
		d := json.NewDecoder(in)
		for n := 0; ; n++ {
			var r lac.TradeRecord
			if err := d.Decode(&r); err == io.EOF {
				return n
			} else if err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	records := benchTrade(b)
	b.Run("tabular/table", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			w := tabular.NewWriter[lac.TradeRecord](io.Discard)
			for _, r := range records {
				if err := w.Write(r); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("tabular/lines", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			w := tabular.NewLineWriter(io.Discard)
			for _, r := range records {
				if err := w.Write(r); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("encoding-json", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			e := json.NewEncoder(io.Discard)
			for _, r := range records {
				if err := e.Encode(r); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
