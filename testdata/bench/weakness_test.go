package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac"
)

// What the contestants do with text and sums that the generated file has not:
// recorded here so that the table of times is read with it.

func queryOne(t *testing.T, query string) (string, error) {
	t.Helper()
	db, err := openDuckDB()
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var s string
	err = db.QueryRow(query).Scan(&s)
	return s, err
}

func writeTemp(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "t.csv")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// DuckDB reads a number with more places than its column rounded, and an
// underscore between digits as nothing, without a word.
func TestDecimalColumnRounds(t *testing.T) {
	path := writeTemp(t, "1.2345,1_000\n")
	got, err := queryOne(t, "SELECT a::VARCHAR || ' ' || b::VARCHAR FROM read_csv('"+path+"', header=false, columns={'a': 'DECIMAL(18,3)', 'b': 'DECIMAL(18,3)'})")
	if err != nil || got != "1.235 1000.000" {
		t.Errorf("DuckDB reads %q, %v", got, err)
	}

	m, err := lac.ParseAmount("1.2345", lac.USD)
	if err != nil || m.Amount().String() != "1.2345" {
		t.Errorf("ParseAmount(1.2345) = %v, %v", m, err)
	}
	if m, err := lac.ParseAmount("1_000", lac.USD); !errors.Is(err, lac.ErrSyntax) {
		t.Errorf("ParseAmount(1_000) = %v, %v; want ErrSyntax", m, err)
	}
}

const nine37 = "90000000000000000000000000000000000000"

// DuckDB's sum of DECIMAL(38,0) has 128 bits. It errs when it does not fit, and
// also when only a sum on the way does not; it does not wrap.
func TestSumBeyond128Bits(t *testing.T) {
	for name, values := range map[string][]string{
		"too large":            {nine37, nine37},
		"too large on the way": {nine37, nine37, "-" + nine37},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := queryOne(t, "SELECT sum(v)::VARCHAR FROM (VALUES ('"+strings.Join(values, "'::DECIMAL(38,0)), ('")+"'::DECIMAL(38,0))) t(v)")
			if err == nil || !strings.Contains(err.Error(), "Overflow") {
				t.Errorf("DuckDB: %s, %v; want an overflow", got, err)
			}

			total, err := lac.Sum(slices.Values(values), func(s string) lac.Money {
				m, err := lac.ParseAmount(s, lac.USD)
				if err != nil {
					t.Fatal(err)
				}
				return m
			})
			if err != nil {
				t.Fatal(err)
			}
			want := decimal.Zero
			for _, s := range values {
				want = want.Add(decimal.RequireFromString(s))
			}
			if !total.Decimal().Equal(want) {
				t.Errorf("sum %s, want %s", total.Decimal(), want)
			}
		})
	}
}

// Split at every comma, a name with a comma in quotes shifts the columns after it.
func TestAwkSplitsQuotedCommas(t *testing.T) {
	hongKong := slices.IndexFunc(partners, func(c country) bool { return c.name == "China, Hong Kong SAR" })
	plain := slices.IndexFunc(goods, func(g good) bool { return !strings.Contains(g.name, ",") })
	r := row{partner: hongKong, good: plain, value: number{units: 12345, places: 2}}
	path := writeTemp(t, header+"\r\n"+string(r.appendCSV(nil)))

	if _, err := exec.LookPath("mawk"); err == nil {
		out, err := exec.Command("mawk", "-F,", `NR > 1 { gsub(/"/, ""); s += $44 } END { printf "%.2f", s }`, path).Output()
		if err != nil {
			t.Fatal(err)
		}
		if string(out) != "0.00" { // the empty fobvalue
			t.Errorf("mawk -F, sums to %s", out)
		}
	}

	ours, err := ourTable(path)
	if err != nil {
		t.Fatal(err)
	}
	got, err := ours()
	if err != nil {
		t.Fatal(err)
	}
	if !got["all"].value.Equal(decimal.RequireFromString("123.45")) {
		t.Errorf("sum %s, want 123.45", got["all"].value)
	}
}
