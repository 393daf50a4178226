package main

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"
)

const fewRows = 5000

// fewInFile returns a database and a small generated file.
func fewInFile(t *testing.T) (*sql.DB, string) {
	t.Helper()
	db, err := openDuckDB()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	path := filepath.Join(t.TempDir(), "TradeData.csv")
	if err := writeFile(path, fewRows, sorted); err != nil {
		t.Fatal(err)
	}
	return db, path
}

func TestContestantsAgree(t *testing.T) {
	db, path := fewInFile(t)
	paths := files{sorted: path}
	for _, o := range orders[1:] {
		paths[o] = filepath.Join(t.TempDir(), "TradeData"+o.suffix()+".csv")
		if err := writeFile(paths[o], fewRows, o); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range contests(db, paths, fewRows) {
		if c.unit == megabytes {
			continue // it starts this program again, which here is the test
		}
		t.Run(c.name, func(t *testing.T) {
			entries, err := c.entries()
			if err != nil {
				t.Fatal(err)
			}
			if err := agree(entries); err != nil {
				t.Fatal(err)
			}
			for _, e := range entries {
				if v, err := e.sample(); err != nil || v < 0 {
					t.Errorf("%s: %v, %v", e.name, v, err)
				}
			}
		})
	}
}

// The answers that contestants agree on are those that the generator implies.
func TestAnswersAreTheGenerators(t *testing.T) {
	_, path := fewInFile(t)
	r, err := csvReporters(path)
	if err != nil {
		t.Fatal(err)
	}
	got, err := r()
	if err != nil {
		t.Fatal(err)
	}
	if want := len(reporters) * years * len(flows); len(got) != want {
		t.Errorf("%d groups, want %d", len(got), want)
	}
	var want, sum int64
	for r := range rows(fewRows) {
		want += r.value.thousandths()
	}
	for _, s := range got {
		sum += s.value.Shift(3).IntPart()
	}
	if sum != want {
		t.Errorf("values sum to %d thousandths, the generator's to %d", sum, want)
	}
}

func TestDiffersTellsAnswersApart(t *testing.T) {
	parse := func(value string) answer {
		a, err := parseAnswer([][3]string{{"k", value, "0"}})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	a, b := parse("1000000000000.001"), parse("1000000000000.002")
	if a.differs(a, false) != nil || a.differs(b, false) == nil || a.differs(b, true) != nil || a.differs(parse("1.1"), true) == nil || a.differs(nil, true) == nil {
		t.Error("differs takes different answers for the same, or the other way round")
	}
}

func TestGeneratedRows(t *testing.T) {
	n, last := 0, -1
	for r := range rows(fewRows) {
		at := (r.group()*len(partners)+r.partner)*len(goods) + r.good
		if at <= last {
			t.Fatalf("row %d is not after the one before it", n)
		}
		last = at
		n++
	}
	if n != fewRows {
		t.Errorf("%d rows, want %d", n, fewRows)
	}
	for i, g := range goods {
		if len(g.code) != 6 || i > 0 && g.code <= goods[i-1].code {
			t.Errorf("code %d is %q", i, g.code)
		}
	}
	_, path := fewInFile(t)
	a, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, path = fewInFile(t)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(a) != string(b) {
		t.Error("two files of as many rows differ")
	}
}

// As rows come, the World's and the totals are the sums of what they stand for, and
// parts add up to what they are of.
func TestRowsAsTheyCome(t *testing.T) {
	type at struct{ group, partner, good int }
	rows := map[at]int64{}
	parts := map[at]int64{}
	n, broken := 0, 0
	for r := range rowsIn(asItComes, fewRows) {
		n++
		k := at{r.group(), r.partner, r.good}
		if r.mode != "" {
			parts[k] += r.value.thousandths()
			broken++
			continue
		}
		if _, ok := rows[k]; ok {
			t.Fatalf("%+v comes twice", k)
		}
		rows[k] = r.value.thousandths()
	}
	if broken < n/8 || broken > n/4 {
		t.Errorf("%d rows, of which %d are parts", n, broken)
	}
	sums := map[at]int64{}
	for k, v := range rows {
		if p, ok := parts[k]; ok && p != v {
			t.Errorf("%+v is %d, its parts %d", k, v, p)
		}
		if k.partner >= 0 && k.good >= 0 {
			sums[at{k.group, -1, k.good}] += v
			sums[at{k.group, k.partner, -1}] += v
			sums[at{k.group, -1, -1}] += v
		}
	}
	for k, v := range sums {
		if rows[k] != v {
			t.Errorf("%+v is %d, want %d", k, rows[k], v)
		}
	}
}
