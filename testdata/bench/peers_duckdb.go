package main

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strings"

	"github.com/duckdb/duckdb-go/v2"
	"github.com/shopspring/decimal"
)

// openDuckDB opens a database in memory, with DuckDB's own defaults: as many
// threads as there are cores.
func openDuckDB() (*sql.DB, error) {
	db, err := sql.Open("duckdb", "")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, db.Ping()
}

// tableColumns are what a table keeps of a file: what lac.TradeTable keeps.
const tableColumns = "refYear, reporterISO, flowCode, partnerISO, partner2Code, classificationCode, cmdCode, customsCode, " +
	"motCode, mosCode, qtyUnitAbbr, qty, netWgt, cifvalue, fobvalue, primaryValue"

// readCSV returns the table function that reads a generated file. Columns that
// a question does not name are skipped, not converted. Nothing is left to
// guess; buffers of 16 MiB are a tenth faster here than DuckDB's default.
func readCSV(path string) string {
	types := map[string]string{"refYear": "INTEGER"}
	for _, figure := range []string{"qty", "netWgt", "cifvalue", "fobvalue", "primaryValue"} {
		types[figure] = "DECIMAL(18,3)"
	}
	var columns []string
	for _, name := range append(strings.Split(header, ","), "nothing") { // after the comma at a row's end
		kind := types[name]
		if kind == "" {
			kind = "VARCHAR"
		}
		columns = append(columns, fmt.Sprintf("'%s': '%s'", name, kind))
	}
	return fmt.Sprintf(`read_csv('%s', auto_detect=false, header=false, skip=1, delim=',', quote='"', escape='"', buffer_size=16777216, columns={%s})`,
		strings.ReplaceAll(path, "'", "''"), strings.Join(columns, ", "))
}

// duckReporters answers question 1 from the file.
func duckReporters(db *sql.DB, path string) (result, error) {
	return duckAnswer(db, "SELECT reporterISO || ' ' || refYear || ' ' || flowCode, s::VARCHAR, '0' FROM "+
		"(SELECT reporterISO, refYear, flowCode, sum(primaryValue) s FROM "+readCSV(path)+" GROUP BY ALL)")
}

// duckGoods answers question 2 from the file.
func duckGoods(db *sql.DB, path string) (result, error) {
	return duckAnswer(db, "SELECT cmdCode, sum(primaryValue)::VARCHAR, sum(netWgt)::VARCHAR FROM "+readCSV(path)+" GROUP BY ALL")
}

// duckWorld answers question 1 from the rows of trade with the World.
func duckWorld(db *sql.DB, path string) (result, error) {
	return duckAnswer(db, "SELECT reporterISO || ' ' || refYear || ' ' || flowCode, s::VARCHAR, '0' FROM "+
		"(SELECT reporterISO, refYear, flowCode, sum(primaryValue) s FROM "+readCSV(path)+
		" WHERE partnerISO = 'W00' AND cmdCode = 'TOTAL' AND motCode = '0' GROUP BY ALL)")
}

// duckWorldGoods answers question 2 from the rows of trade with countries.
func duckWorldGoods(db *sql.DB, path string) (result, error) {
	return duckAnswer(db, "SELECT cmdCode, sum(primaryValue)::VARCHAR, sum(netWgt)::VARCHAR FROM "+readCSV(path)+
		" WHERE partnerISO <> 'W00' AND motCode = '0' GROUP BY ALL")
}

// duckTable makes a table of the file.
func duckTable(db *sql.DB, path string) (result, error) {
	if _, err := db.Exec("CREATE OR REPLACE TABLE trade AS SELECT " + tableColumns + " FROM " + readCSV(path)); err != nil {
		return nil, err
	}
	return func() (answer, error) {
		r, err := duckAnswer(db, "SELECT 'all', sum(primaryValue)::VARCHAR, sum(netWgt)::VARCHAR FROM trade UNION ALL SELECT 'rows', count(*)::VARCHAR, '0' FROM trade")
		if err != nil {
			return nil, err
		}
		return r()
	}, nil
}

// duckLoad makes the table m of n generated rows: the row's group, code, pair
// of partner and code, and value in thousandths.
func duckLoad(db *sql.DB, n int) error {
	if _, err := db.Exec("CREATE OR REPLACE TABLE m (g INTEGER, h INTEGER, p INTEGER, v BIGINT)"); err != nil {
		return err
	}
	conn, err := db.Conn(context.Background())
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Raw(func(c any) error {
		a, err := duckdb.NewAppenderFromConn(c.(driver.Conn), "", "m")
		if err != nil {
			return err
		}
		for r := range rows(n) {
			if err := a.AppendRow(int32(r.group()), int32(r.good), int32(r.pair()), r.value.thousandths()); err != nil {
				a.Close()
				return err
			}
		}
		return a.Close()
	})
}

// duckGroups sums the table m by one of its columns. What comes back is the
// number of groups and the sum of their sums, so that no time goes into
// fetching groups.
func duckGroups(db *sql.DB, key string) (result, error) {
	return duckOne(db, "SELECT count(*)::VARCHAR, sum(s)::VARCHAR FROM (SELECT "+key+", sum(v) s FROM m GROUP BY "+key+")")
}

// duckSum sums the table m.
func duckSum(db *sql.DB) (result, error) {
	return duckOne(db, "SELECT '1', sum(v)::VARCHAR FROM m")
}

func duckOne(db *sql.DB, query string) (result, error) {
	var groups, sum string
	if err := db.QueryRow(query).Scan(&groups, &sum); err != nil {
		return nil, err
	}
	return func() (answer, error) {
		n, err := decimal.NewFromString(groups)
		if err != nil {
			return nil, err
		}
		s, err := decimal.NewFromString(sum)
		return answer{"groups": {value: n}, "all": {value: s.Shift(-3)}}, err
	}, nil
}

// duckAnswer runs a query whose rows are a key, a value and a weight.
func duckAnswer(db *sql.DB, query string) (result, error) {
	found, err := db.Query(query)
	if err != nil {
		return nil, err
	}
	defer found.Close()
	var lines [][3]string
	for found.Next() {
		var l [3]string
		if err := found.Scan(&l[0], &l[1], &l[2]); err != nil {
			return nil, err
		}
		lines = append(lines, l)
	}
	return func() (answer, error) { return parseAnswer(lines) }, found.Err()
}
