// Package dbtest tests package sqltrade against real databases: PostgreSQL, which it
// starts for itself, SQLite and DuckDB. It is a module of its own, so that nobody who
// imports the library downloads their drivers.
//
// PostgreSQL's programs are looked for in the PATH and where Debian puts them; its tests
// are skipped where there are none. These variables make the tests longer:
//
//	SQLTRADE_SETS=2500     so many random sets of records for each engine, an hour
//	SQLTRADE_ROWS=1000000  rows of the large table
//	SQLTRADE_KILLS=30      loads that are killed
//
// # ClickHouse
//
// Package sqltrade has no dialect for ClickHouse. A test starts three shards on this
// machine where Debian's clickhouse-server is installed, and shows how to ask them: the
// table has package sqltrade's columns, each line is whole on one shard, and the sums go
// to [lac.TradeStream.AppendSums].
//
//	apt-get install clickhouse-server
//	SQLTRADE_ROWS=200000 go test -run TestClickHouse -v .
//
// With version 18.16 of ClickHouse the answers to 60 questions of 20 random sets, and
// to two of 200,000 rows, were those of a dataset in memory, byte for byte, refusals
// too. Units are added up as intDiv(x, 1000000000) and x % 1000000000: the plain sum
// of Int64 wrapped without a word, to 7225329124626047258 for 2202387873896062689562. A
// shard that was killed made the question fail; with skip_unavailable_shards=1, which
// nobody should set, the answer was smaller. ClickHouse has no transaction in which to
// ask twice: load first, then ask.
package dbtest
