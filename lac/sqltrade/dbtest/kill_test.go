package dbtest

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"iter"
	"os"
	"os/exec"
	"slices"
	"testing"

	"github.com/sinolac/sinolac/lac"
)

// killRecords is how many records are being loaded when the program is killed.
const killRecords = 6_000

var killInput = lac.TradeInput{Name: "killed.csv", SHA256: "dd", Rows: killRecords}

// lines gives records of many lines, n in all, each with a value of its own.
func lines(n int) iter.Seq[lac.TradeRecord] {
	return func(yield func(lac.TradeRecord) bool) {
		for i := range n {
			r := lac.TradeRecord{ID: fmt.Sprint("a#", i), Source: "a", Reporter: lac.China, Partner: lac.Brazil, Flow: lac.Import,
				Period: lac.Year(1000 + i/500), Commodity: goods(fmt.Sprintf("H6:%06d", i%500)), Value: lac.MoneyOf(int64(i), lac.USD)}
			if !yield(r) {
				return
			}
		}
	}
}

// loadSlowly loads records and says at each how many they are. After the last it says
// "committed" once they are there.
func loadSlowly(name, at string) {
	for _, e := range engines {
		if e.name != name {
			continue
		}
		db, err := sql.Open(e.driver, at)
		if err == nil {
			i := 0
			_, err = e.table.Load(context.Background(), db, killInput, func(yield func(lac.TradeRecord, error) bool) {
				for r := range lines(killRecords) {
					if i++; i%100 == 0 {
						fmt.Println(i)
					}
					if !yield(r, nil) {
						return
					}
				}
				fmt.Println("read")
			})
		}
		fmt.Println("committed", err)
	}
}

// A load that is killed at any time, before its end or at its commit, leaves all or
// nothing, and can be done again.
func TestKilledLoad(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			ctx := context.Background()
			none, all := 0, 0
			kills := number(t, "SQLTRADE_KILLS", 3)
			for i := range kills {
				at := e.at(t)
				db := open(t, e, at)
				if err := e.table.Create(ctx, db); err != nil {
					t.Fatal(err)
				}
				if err := db.Close(); err != nil { // DuckDB's files are of one program at a time
					t.Fatal(err)
				}
				// The last is killed when all rows are read, about its commit.
				killWhen(t, e.name, at, (i+1)*killRecords/kills/100*100)
				db = open(t, e, at)
				if e.name == "postgres" {
					waitForServer(t, db)
				}
				records, loads := 0, 0
				if err := db.QueryRow("SELECT (SELECT COUNT(*) FROM trade), (SELECT COUNT(*) FROM trade_loads)").Scan(&records, &loads); err != nil {
					t.Fatal(err)
				}
				again := 0
				switch {
				case records == 0 && loads == 0:
					none++
					again = killRecords
				case records == killRecords && loads == 1:
					all++
				default:
					t.Fatalf("after a kill there are %d records of %d loads", records, loads)
				}
				if n, err := e.table.Load(ctx, db, killInput, ok(lines(killRecords))); err != nil || n != again {
					t.Fatalf("loaded again: %d, want %d: %v", n, again, err)
				}
				totals, err := e.table.Totals(ctx, db, lac.TradeQuery{})
				if err != nil {
					t.Fatal(err)
				}
				want := fmt.Sprintf("%d USD (%d records, 0 missing)", killRecords*(killRecords-1)/2, killRecords)
				if total, _ := totals.Get(lac.TradeKey{}); total.Imports.String() != want {
					t.Fatalf("total is %v, want %s", total.Imports, want)
				}
				db.Close()
			}
			t.Logf("%d killed loads left nothing, %d all", none, all)
			if none == 0 {
				t.Error("no load was killed before its end")
			}
		})
	}
}

// waitForServer waits until the server has noticed that the other program is gone.
func waitForServer(t *testing.T, db *sql.DB) {
	t.Helper()
	for n := 2; n > 1; {
		if err := db.QueryRow("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()").Scan(&n); err != nil {
			t.Fatal(err)
		}
	}
}

// killWhen loads in another process, and kills that when it has read some records.
func killWhen(t *testing.T, name, at string, records int) {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(program)
	c.Env = append(os.Environ(), "SQLTRADE_LOAD="+name, "SQLTRADE_AT="+at)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	var said []string
	for s := bufio.NewScanner(out); s.Scan(); {
		said = append(said, s.Text())
		if s.Text() == fmt.Sprint(records) {
			if err := c.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	err = c.Wait()
	if !slices.Contains(said, fmt.Sprint(records)) {
		t.Fatalf("it was not killed after %d records: %v, it says %q", records, err, said)
	}
}
