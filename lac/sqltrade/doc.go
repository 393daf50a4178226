// Package sqltrade keeps trade records in a database, and asks it what
// [lac.Dataset.Totals] answers in memory: the same exact totals, or the same refusal.
//
// It imports [database/sql] alone: the driver is the caller's.
package sqltrade
