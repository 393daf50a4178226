package dbtest

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/duckdb/duckdb-go/v2"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	_ "github.com/mattn/go-sqlite3"

	"github.com/sinolac/sinolac/lac/sqltrade"
)

// An engine is a database to test against.
type engine struct {
	name   string
	driver string
	table  sqltrade.Table // its dialect, and its way to copy
	// at returns a fresh database.
	at func(t testing.TB) string
}

var engines = []engine{
	{"sqlite", "sqlite3", sqltrade.Table{Dialect: sqltrade.SQLite}, func(t testing.TB) string {
		return "file:" + url.PathEscape(filepath.Join(t.TempDir(), "trade.db")) + "?_journal_mode=WAL"
	}},
	{"duckdb", "duckdb", sqltrade.Table{Dialect: sqltrade.DuckDB, Copy: duckCopy}, func(t testing.TB) string {
		return filepath.Join(t.TempDir(), "trade.duckdb")
	}},
	{"postgres", "pgx", sqltrade.Table{Dialect: sqltrade.PostgreSQL, Copy: pgCopy}, postgresDatabase},
}

// pgCopy writes rows by PostgreSQL's COPY.
func pgCopy(ctx context.Context, conn any, table string, columns []string, next func() ([]any, error)) error {
	c := conn.(*stdlib.Conn).Conn()
	_, err := c.CopyFrom(ctx, pgx.Identifier(strings.Split(table, ".")), columns, pgx.CopyFromFunc(next))
	return err
}

// duckCopy writes rows by DuckDB's appender.
func duckCopy(ctx context.Context, conn any, table string, columns []string, next func() ([]any, error)) error {
	a, err := duckdb.NewAppenderFromConn(conn.(driver.Conn), "", table)
	if err != nil {
		return err
	}
	for {
		row, err := next()
		if err != nil || row == nil {
			return errors.Join(err, a.Close())
		}
		values := make([]driver.Value, len(row))
		for i, v := range row {
			values[i] = v
		}
		if err := a.AppendRow(values...); err != nil {
			return errors.Join(err, a.Close())
		}
	}
}

// inMemory returns a fresh database that no disk need keep, for tests of many small
// tables: to wait for the disk takes most of their time.
func (e engine) inMemory(t testing.TB) string {
	switch e.name {
	case "sqlite":
		return e.at(t) + "&_sync=OFF"
	case "duckdb":
		return ""
	}
	return e.at(t)
}

// eachEngine runs f for each engine with a fresh database.
func eachEngine(t *testing.T, f func(t *testing.T, e engine, db *sql.DB)) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) { f(t, e, open(t, e, e.at(t))) })
	}
}

func open(t testing.TB, e engine, at string) *sql.DB {
	t.Helper()
	db, err := sql.Open(e.driver, at)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// number returns a number of the environment.
func number(t testing.TB, name string, otherwise int) int {
	t.Helper()
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("%s is %q", name, text)
	}
	return n
}

// The server that all tests share.
var postgres struct {
	sync.Once
	dir       string
	server    *exec.Cmd
	err       error
	databases int
}

func TestMain(m *testing.M) {
	if name := os.Getenv("SQLTRADE_LOAD"); name != "" {
		loadSlowly(name, os.Getenv("SQLTRADE_AT"))
		return
	}
	code := m.Run()
	stopPostgres()
	os.Exit(code)
}

// postgresDatabase returns a fresh database of a server that listens at a socket alone.
func postgresDatabase(t testing.TB) string {
	t.Helper()
	postgres.Do(func() { postgres.err = startPostgres() })
	if errors.Is(postgres.err, exec.ErrNotFound) {
		t.Skip("there is no PostgreSQL here: ", postgres.err)
	}
	if postgres.err != nil {
		t.Fatal(postgres.err)
	}
	postgres.databases++
	name := fmt.Sprint("trade", postgres.databases)
	db, err := sql.Open("pgx", postgresAt("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("CREATE DATABASE " + name); err != nil {
		t.Fatal(err)
	}
	return postgresAt(name)
}

func postgresAt(database string) string {
	return "host=" + postgres.dir + " user=trade dbname=" + database
}

// program returns the path of a program of PostgreSQL.
func program(name string) (string, error) {
	if path, err := exec.LookPath(name); err == nil {
		return path, nil
	}
	paths, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if len(paths) == 0 {
		return "", fmt.Errorf("%s: %w", name, exec.ErrNotFound)
	}
	return paths[len(paths)-1], nil
}

// startPostgres makes a cluster of databases in a folder of its own, and starts a
// server for it, which refuses to run for the superuser: then it is another user's.
func startPostgres() error {
	initdb, err := program("initdb")
	if err != nil {
		return err
	}
	server, err := program("postgres")
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "pg") // a socket's path is short
	if err != nil {
		return err
	}
	postgres.dir = dir
	var as *syscall.Credential
	if os.Getuid() == 0 {
		u, err := user.Lookup("postgres")
		if err != nil {
			return fmt.Errorf("%w: %w", exec.ErrNotFound, err)
		}
		uid, _ := strconv.Atoi(u.Uid)
		gid, _ := strconv.Atoi(u.Gid)
		if err := os.Chown(dir, uid, gid); err != nil {
			return err
		}
		as = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	}
	command := func(name string, args ...string) *exec.Cmd {
		c := exec.Command(name, args...)
		c.Dir = dir
		c.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "HOME="+dir)
		c.SysProcAttr = &syscall.SysProcAttr{Credential: as}
		endWithParent(c.SysProcAttr)
		return c
	}
	data := filepath.Join(dir, "data")
	if out, err := command(initdb, "-D", data, "-U", "trade", "-A", "trust", "-E", "UTF8", "--no-sync").CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w: %s", err, out)
	}
	log, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		return err
	}
	defer log.Close()
	postgres.server = command(server, "-D", data, "-k", dir, "-c", "listen_addresses=", "-c", "max_connections=20", "-c", "shared_buffers=256MB", "-c", "max_wal_size=4GB",
		"-c", "fsync=off") // a program is killed, never the machine
	postgres.server.Stdout, postgres.server.Stderr = log, log
	if err := postgres.server.Start(); err != nil {
		return err
	}
	db, err := sql.Open("pgx", postgresAt("postgres"))
	if err != nil {
		return err
	}
	defer db.Close()
	for range 300 {
		if err = db.Ping(); err == nil {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	text, _ := os.ReadFile(log.Name())
	return fmt.Errorf("postgres does not answer: %w: %s", err, text)
}

func stopPostgres() {
	if postgres.server != nil && postgres.server.Process != nil {
		postgres.server.Process.Signal(syscall.SIGINT) // fast shutdown
		postgres.server.Wait()
	}
	if postgres.dir != "" {
		os.RemoveAll(postgres.dir)
	}
}
