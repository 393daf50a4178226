package main

import (
	"bufio"
	"encoding/csv"
	"io"
	"os"

	"github.com/shopspring/decimal"
)

// Columns of the file that the questions need.
const (
	colYear     = 3
	colReporter = 7
	colFlow     = 9
	colCode     = 20
	colWeight   = 37
	colValue    = 43
)

// csvReporters answers question 1 with encoding/csv and shopspring/decimal, in the
// way that comes first to mind.
func csvReporters(path string) (result, error) {
	type key struct{ reporter, year, flow string }
	values := map[key]decimal.Decimal{}
	err := csvRecords(path, false, func(record []string) error {
		v, err := decimal.NewFromString(record[colValue])
		k := key{record[colReporter], record[colYear], record[colFlow]}
		values[k] = values[k].Add(v)
		return err
	})
	return func() (answer, error) {
		a := answer{}
		for k, v := range values {
			a[k.reporter+" "+k.year+" "+k.flow] = sums{value: v}
		}
		return a, nil
	}, err
}

// csvGoods answers question 2 in that way.
func csvGoods(path string) (result, error) {
	type both struct{ value, weight decimal.Decimal }
	values := map[string]both{}
	err := csvRecords(path, false, func(record []string) error {
		v, err := decimal.NewFromString(record[colValue])
		if err != nil {
			return err
		}
		w, err := decimal.NewFromString(record[colWeight])
		sum := values[record[colCode]]
		values[record[colCode]] = both{sum.value.Add(v), sum.weight.Add(w)}
		return err
	})
	return func() (answer, error) {
		a := answer{}
		for k, v := range values {
			a[k] = sums{v.value, v.weight}
		}
		return a, nil
	}, err
}

// tunedReporters is csvReporters without what it need not allocate.
func tunedReporters(path string) (result, error) {
	values := map[string]*decimal.Decimal{}
	var key []byte
	err := csvRecords(path, true, func(record []string) error {
		key = append(append(key[:0], record[colReporter]...), ' ')
		key = append(append(key, record[colYear]...), ' ')
		key = append(key, record[colFlow]...)
		return csvAdd(values, key, record[colValue])
	})
	return func() (answer, error) {
		a := answer{}
		for k, v := range values {
			a[k] = sums{value: *v}
		}
		return a, nil
	}, err
}

// tunedGoods is csvGoods without what it need not allocate.
func tunedGoods(path string) (result, error) {
	values, weights := map[string]*decimal.Decimal{}, map[string]*decimal.Decimal{}
	var key []byte
	err := csvRecords(path, true, func(record []string) error {
		key = append(key[:0], record[colCode]...)
		if err := csvAdd(values, key, record[colValue]); err != nil {
			return err
		}
		return csvAdd(weights, key, record[colWeight])
	})
	return func() (answer, error) {
		a := answer{}
		for k, v := range values {
			a[k] = sums{*v, *weights[k]}
		}
		return a, nil
	}, err
}

func csvAdd(to map[string]*decimal.Decimal, key []byte, s string) error {
	d, err := decimal.NewFromString(s)
	if err != nil {
		return err
	}
	if sum, ok := to[string(key)]; ok {
		*sum = sum.Add(d)
	} else {
		to[string(key)] = &d
	}
	return nil
}

func csvRecords(path string, reuse bool, do func(record []string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(bufio.NewReaderSize(f, 1<<20))
	r.ReuseRecord = reuse
	r.FieldsPerRecord = -1 // rows have one field more than the header
	if _, err := r.Read(); err != nil {
		return err
	}
	for {
		record, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = do(record)
		}
		if err != nil {
			return err
		}
	}
}
