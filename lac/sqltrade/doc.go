// Package sqltrade keeps trade records in a database, and asks it what
// [lac.Dataset.Totals] answers in memory: the same exact totals with the same coverage,
// or the same refusal with the same records. It speaks to PostgreSQL, SQLite and DuckDB
// through [database/sql]; the driver is the caller's, and the package imports none.
//
//	table := sqltrade.Table{Dialect: sqltrade.SQLite}
//	err := table.Create(ctx, db)
//	n, err := table.Load(ctx, db, input, reader.All(ctx)) // all of them or none
//	totals, err := table.Totals(ctx, db, lac.TradeQuery{Partner: lac.CELAC}, lac.ByYear)
//
// A [View] asks a table that is there already, of whatever form, or a file that the
// engine reads.
//
// # Drivers
//
// SQLite, with github.com/mattn/go-sqlite3 or another driver, takes rows 500 at a time
// and needs no more than the above. So do the others, slowly. PostgreSQL is given rows
// by COPY, with github.com/jackc/pgx/v5 and its package stdlib:
//
//	db, err := sql.Open("pgx", "postgres://…")
//	table := sqltrade.Table{Dialect: sqltrade.PostgreSQL,
//		Copy: func(ctx context.Context, conn any, table string, columns []string, next func() ([]any, error)) error {
//			_, err := conn.(*stdlib.Conn).Conn().CopyFrom(ctx, pgx.Identifier(strings.Split(table, ".")), columns, pgx.CopyFromFunc(next))
//			return err
//		}}
//
// DuckDB has an appender, in github.com/duckdb/duckdb-go/v2. It writes in the
// transaction that Load has begun; one on a connection of its own would not:
//
//	db, err := sql.Open("duckdb", "trade.duckdb")
//	table := sqltrade.Table{Dialect: sqltrade.DuckDB,
//		Copy: func(ctx context.Context, conn any, table string, columns []string, next func() ([]any, error)) error {
//			a, err := duckdb.NewAppenderFromConn(conn.(driver.Conn), "", table)
//			if err != nil {
//				return err
//			}
//			for {
//				row, err := next()
//				if err != nil || row == nil {
//					return errors.Join(err, a.Close())
//				}
//				values := make([]driver.Value, len(row))
//				for i, v := range row {
//					values[i] = v
//				}
//				if err := a.AppendRow(values...); err != nil {
//					return errors.Join(err, a.Close())
//				}
//			}
//		}}
//
// # What is exact, and why
//
// No engine keeps every amount as it is in a type of its own: NUMERIC of SQLite is a
// float as soon as it is long, bare DECIMAL of DuckDB has three places, and sums of
// 64-bit integers overflow, in some engines without a word. A figure is kept as an
// integer and its decimal places instead; what has more digits than an integer holds is
// kept as text. The engine adds up x / 10^9 and x % 10^9 apart, of rows with the same
// places: neither sum overflows below 10^9 rows, and if one did, the cast around it fails.
// Package lac puts both together, without rounding. Nothing passes through a float.
//
// The engine adds up rows of one line (reporter, partner, flow, period and source) that
// [lac.TradeStream.AppendSums] can take as one. Rows whose commodity may come again in
// their line, parts and repetitions, are read one by one. The rules of package lac then
// run as they do for a dataset: there are no others here.
//
// # Transactions
//
// Totals and Stream read in one transaction, which sees the database as it is at one
// time: at level REPEATABLE READ in PostgreSQL, in the only one that SQLite and DuckDB
// have. They take no lock that writers wait for, but with SQLite outside of its WAL mode.
// Files that a view reads are in no transaction.
//
// Load writes in one transaction, and begins with the row in the table of loads that has
// the SHA-256 of its input. A load that fails, or is killed, leaves nothing: a second
// one of the same input starts afresh, and one after a load that ended does nothing. Of two
// at a time PostgreSQL lets the second wait; SQLite and DuckDB refuse it, with an error of
// theirs, unless the driver was told to wait. SQLite has one writer at a time.
//
// # Cost
//
// Of processor time, in program and server together, for customs data of 200,000 rows in
// 160 lines, of which one in eight has parts beside totals (go test -run TestLargeTable in
// dbtest): loading 14 to 18 µs a row; totals of rows that are added up by line 3 µs a row in
// DuckDB, 5 in SQLite, 7 in PostgreSQL; by commodity, where nearly each row is a sum of its
// own, 13, 17 and 34. In memory a dataset takes some 0.05 µs: a table that is asked often and
// fits is better read into one.
//
// # Many databases
//
// A stream of each database is merged as those of files are, if no line is cut:
// [Table.Stream], [lac.TradeStream.Merge]. What was loaded comes along as
// inputs, so that [lac.TradeStream.Expect] makes a database that is lost an error.
//
// Shards of ClickHouse are asked through one of them. There is no dialect for it; a test in
// dbtest shows the table and the queries.
package sqltrade
