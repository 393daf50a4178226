// Package lacbeam answers questions of trade on Apache Beam, where one machine is not
// enough: the same totals as [lac.Dataset.Totals] gives, to the last digit, or the same
// refusal.
package lacbeam
