// Package dbtest tests package sqltrade against real databases: PostgreSQL, which it
// starts for itself, SQLite and DuckDB. It is a module of its own, so that nobody who
// imports the library downloads their drivers.
//
// PostgreSQL's programs are looked for in the PATH and where Debian puts them; its tests
// are skipped where there are none. These variables make the tests longer:
//
//	SQLTRADE_SETS=2500     so many random sets of records for each engine
//	SQLTRADE_ROWS=1000000  rows of the large table
//	SQLTRADE_KILLS=30      loads that are killed
package dbtest
