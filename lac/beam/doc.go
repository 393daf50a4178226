// Package lacbeam answers questions of trade on Apache Beam, where one machine is not
// enough: with the totals that [lac.Dataset.Totals] gives, to the last digit, or with its
// refusal.
//
//	beam.Init()
//	p, s := beam.NewPipelineWithRoot()
//	files := beam.CreateList(s, []lac.TradeInput{{Name: "gs://trade/2023.csv.gz"}, {Name: "gs://trade/2024.csv.gz"}})
//	totals, read := lacbeam.Totals(s, files, lac.TradeQuery{Partner: lac.China}, lac.ByReporter, lac.ByYear)
//
// Each file is read into one [lac.TradeStream]; the streams of a worker are merged there, and
// those of workers at the end, where the sum is guarded. Nothing is added up by key: whether
// rows may be added shows in all of them together. A file that is lost or read twice is an error,
// never another sum. The rows of [FileRead] that were rejected are for the caller to look at.
//
// A user's struct may have any type of package lac as a field. Beam alone would write a
// [lac.Money] as nothing and read it as Money{}; this package registers how each is written.
//
// # Submitting
//
// The program that builds the pipeline is submitted as any of Beam's Go SDK is. It imports a
// runner and, for files that are not on a local disk, a file system (io/filesystem/gcs, s3):
//
//	go run . -runner=prism
//	go run . -runner=universal -endpoint=localhost:8099 -environment_type=DOCKER   # a job server of Flink or Spark
//	go run . -runner=dataflow -project=P -region=R -staging_location=gs://B/staging
//
// What was run here: Prism in the same process, which encodes what goes from step to step as the others do,
// and Beam's direct runner. Flink, Spark and Dataflow were not: they were not at hand. Collections
// must be bounded, in the global window.
//
// A row costs on Prism, in time of the CPU on a machine that had other work, by
// go test -bench . -benchtime 1x ./internal/prism (8 files of 100,000 rows; 100,000 records):
//
//	a stream, without Beam            0.2 to 0.5 µs
//	Totals                            4 µs, most of it to send what was read and take it in
//	TotalsOfRecords, grouped by line  27 µs, of which some is for making the records
//
// # More than one machine
//
// Measured with examples/trade on two shared cores, in time of the CPU, of files as
// testdata/bench generates them (336 bytes and 1 record a row; 38 rows a line in 2 million
// rows, 190 in 10 million):
//
//	go run ./examples/trade -by reporter,year -partial FILE.part FILE
//	go run ./examples/trade -by reporter,year -merge *.part
//
//	reading, with the SHA-256        2.2 µs a row
//	state, of 10 million rows        2.2 bytes a row, 408 a line
//	state, of  2 million rows        3.6 bytes a row
//	state, in files of 125,000 rows  4.3 bytes a row
//	state, in files of  31,250 rows  17 bytes a row: figures are kept
//	merging 64 parts, cut by line    1.1 µs a row
//	merging 64 parts, lines in each  3.7 µs a row
//	merging 64 parts, cut by bytes   2.0 µs a row, in any order
//	one part of 10 million rows      2.7 µs a row and 3.2 GB of memory to read and ask
//
// What follows is reckoned from these. UN Comtrade's whole record is some 4.5 billion rows in 10
// million lines (reporter, partner, flow, period, source), 1.5 TB as text. Reading it takes
// 2.8 core-hours: five minutes of 32 cores, as long as the disks give 5 GB a second. That
// part grows with the machines.
//
// Merging does not: the last machine holds a row for each record that the question selects. One
// stream takes 2^32-1 rows, and 320 bytes of memory a row while it is merged, so what is merged at
// once should be tens of millions of rows. There are three ways to stay below that:
//
//   - ask for less: a question of one reporter, partner or commodity keeps the rows of these alone;
//   - ask by part: a question for each year, of the files of that year and its months;
//   - add up by line first, where the rows are: [lac.TradeStream.AppendSums] takes a line's
//     sums as one row. The whole record is 10 million rows then, some 170 MB of state, half
//     a minute and 3 GB to merge.
//
// At 10 times this (45 billion rows, 100 million lines) reading is 28 core-hours, and the state even
// of added lines 1.7 GB and five minutes and 32 GB of memory to merge: one large machine. At 100
// times it is none: the question itself must be cut by year, where no period spans two, and
// the answers be put side by side.
//
// A cluster needs: files that are each read by one worker in some minutes (a gigabyte, not a
// terabyte); Totals reads files whole, examples/trade -bytes a part of a longer one, of which
// refusals name the lines of all of it; lines in as few files as may be, as they
// are in files of one reporter and year; workers with a core and 1 GB each; one machine
// with the memory above for the merge; and the list of files with their SHA-256, from whoever
// published them, so that a file that is missing is missed.
package lacbeam
