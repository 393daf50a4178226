package main

import (
	"database/sql"
	"math/rand/v2"
	"os/exec"
	"slices"
	"sync"

	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac"
)

const (
	sinolac    = "sinolac"
	duckDB     = "DuckDB"
	shopspring = "encoding/csv + decimal"
	tuned      = "the same, tuned"
	mawk       = "mawk (floats)"
)

// files are the paths of the generated files.
type files [len(orders)]string

// contests returns all contests, on the files at paths and on n rows in memory.
func contests(db *sql.DB, paths files, n int) []contest {
	inMemory := sync.OnceValues(func() (*store, error) { return newStore(db, n) })
	// stored makes entries of what a store gives.
	stored := func(entries func(*store) []entry) func() ([]entry, error) {
		return func() ([]entry, error) {
			s, err := inMemory()
			if err != nil {
				return nil, err
			}
			return entries(s), nil
		}
	}
	grouped := func(column string, by ...lac.Dimension) func() ([]entry, error) {
		return stored(func(s *store) []entry {
			return []entry{
				{name: sinolac, run: func() (result, error) { return ourGroups(s.data, by...) }},
				{name: duckDB, run: func() (result, error) { return duckGroups(db, column) }},
			}
		})
	}
	constant := func(name string, number func(*store) float64) func() ([]entry, error) {
		return stored(func(s *store) []entry {
			return []entry{{name: name, gauge: func() (float64, error) { return number(s), nil }}}
		})
	}
	perRecord := func(bytes uint64) float64 { return float64(bytes) / float64(n) }
	return []contest{
		{name: "file: value by reporter, year, flow", file: paths[sorted], entries: func() ([]entry, error) { return byReporter(db, paths[sorted]), nil }},
		{name: "file: value and weight by HS6", file: paths[sorted], entries: func() ([]entry, error) { return byGood(db, paths[sorted]), nil }},
		{name: "file: into a table of 16 columns", file: paths[sorted], entries: func() ([]entry, error) {
			return []entry{
				{name: sinolac, run: func() (result, error) { return ourTable(paths[sorted]) }},
				{name: duckDB, run: func() (result, error) { return duckTable(db, paths[sorted]) }},
			}, nil
		}},
		peak("file: peak anonymous memory of the first question", paths[sorted], byReporter(db, paths[sorted])),
		{name: "file, shuffled: value by reporter, year, flow", file: paths[shuffled], entries: func() ([]entry, error) { return exact(byReporter(db, paths[shuffled])), nil }},
		{name: "file, shuffled: value and weight by HS6", file: paths[shuffled], entries: func() ([]entry, error) { return exact(byGood(db, paths[shuffled])), nil }},
		peak("file, shuffled: peak anonymous memory of the first question", paths[shuffled], exact(byReporter(db, paths[shuffled]))),
		{name: "file, as it comes: value with the World by reporter, year, flow", file: paths[asItComes], entries: func() ([]entry, error) { return byWorld(db, paths[asItComes]), nil }},
		{name: "file, as it comes: value and weight with the partners by HS6", file: paths[asItComes], entries: func() ([]entry, error) { return byWorldGood(db, paths[asItComes]), nil }},
		peak("file, as it comes: peak anonymous memory of the first question", paths[asItComes], byWorld(db, paths[asItComes])),
		{name: "memory: one sum of all", entries: stored(func(s *store) []entry {
			return []entry{
				{name: sinolac, run: func() (result, error) { return ourGroups(s.data) }},
				{name: duckDB, run: func() (result, error) { return duckSum(db) }},
				{name: "loop over []float64", approximate: true, run: func() (result, error) { return floatSum(s.floats) }},
			}
		})},
		{name: "memory: sums by reporter, year, flow", entries: grouped("g", lac.ByReporter, lac.ByYear, lac.ByFlow)},
		{name: "memory: sums by HS6", entries: grouped("h", lac.ByCommodity)},
		{name: "memory: sums by partner and HS6", entries: grouped("p", lac.ByPartner, lac.ByCommodity)},
		{name: "memory: filling the table", entries: constant(sinolac, func(s *store) float64 { return s.fill.Seconds() })},
		{name: "memory: first question, index built", entries: constant(sinolac, func(s *store) float64 { return s.first.Seconds() })},
		{name: "memory: table", unit: bytesPerRecord, entries: constant(sinolac, func(s *store) float64 { return perRecord(s.tableBytes) })},
		{name: "memory: table and index", unit: bytesPerRecord, entries: constant(sinolac, func(s *store) float64 { return perRecord(s.allBytes) })},
		{name: "memory: full garbage collection", entries: stored(func(s *store) []entry {
			return []entry{{name: sinolac, gauge: s.collect}}
		})},
		{name: "sum of 1,000,000 decimals", entries: func() ([]entry, error) { return decimalSums(1_000_000), nil }},
	}
}

// peak is the contest of least memory of the entries of another, in processes of
// their own.
func peak(name, path string, entries []entry) contest {
	var gauged []entry
	for _, e := range entries {
		if e.name != mawk {
			gauged = append(gauged, entry{name: e.name, gauge: func() (float64, error) { return peakInChild(path, e.name) }})
		}
	}
	return contest{name: name, unit: megabytes, file: path, entries: func() ([]entry, error) { return gauged, nil }}
}

// exact returns the first two entries: ours and DuckDB's.
func exact(entries []entry) []entry { return entries[:2] }

// byWorld is the first question to a file that has the World's rows beside those of
// partners, totals beside codes, and parts beside both. DuckDB is told which rows to
// take; we find them.
func byWorld(db *sql.DB, path string) []entry {
	return []entry{
		{name: sinolac, run: func() (result, error) { return ourWorld(path) }},
		{name: duckDB, run: func() (result, error) { return duckWorld(db, path) }},
	}
}

// byWorldGood is the second question to such a file.
func byWorldGood(db *sql.DB, path string) []entry {
	return []entry{
		{name: sinolac, run: func() (result, error) { return ourWorldGoods(path) }},
		{name: duckDB, run: func() (result, error) { return duckWorldGoods(db, path) }},
	}
}

func byReporter(db *sql.DB, path string) []entry {
	return withMawk(awkReporters, path,
		entry{name: sinolac, run: func() (result, error) { return ourReporters(path) }},
		entry{name: duckDB, run: func() (result, error) { return duckReporters(db, path) }},
		entry{name: shopspring, run: func() (result, error) { return csvReporters(path) }},
		entry{name: tuned, run: func() (result, error) { return tunedReporters(path) }},
	)
}

func byGood(db *sql.DB, path string) []entry {
	return withMawk(awkGoods, path,
		entry{name: sinolac, run: func() (result, error) { return ourGoods(path) }},
		entry{name: duckDB, run: func() (result, error) { return duckGoods(db, path) }},
		entry{name: shopspring, run: func() (result, error) { return csvGoods(path) }},
		entry{name: tuned, run: func() (result, error) { return tunedGoods(path) }},
	)
}

func withMawk(program, path string, entries ...entry) []entry {
	if _, err := exec.LookPath("mawk"); err != nil {
		return entries
	}
	return append(entries, entry{name: mawk, approximate: true, run: func() (result, error) { return awkAnswer(program, path) }})
}

func floatSum(floats []float64) (result, error) {
	sum := 0.0
	for _, f := range floats {
		sum += f
	}
	return func() (answer, error) {
		return answer{"groups": {value: decimal.NewFromInt(1)}, "all": {value: decimal.NewFromFloat(sum)}}, nil
	}, nil
}

func decimalSums(n int) []entry {
	random := rand.New(rand.NewPCG(2026, 1))
	decimals := make([]decimal.Decimal, n)
	for i := range decimals {
		v := randomNumber(random, 10)
		decimals[i] = decimal.New(v.units, -int32(v.places))
	}
	return []entry{
		{name: sinolac, run: func() (result, error) { return ourSum(slices.Values(decimals)) }},
		{name: "decimal.Sum", run: func() (result, error) {
			sum := decimal.Sum(decimals[0], decimals[1:]...)
			return func() (answer, error) { return answer{"all": {value: sum}}, nil }, nil
		}},
	}
}
