// Package lac has the nouns of the record of cooperation between China and Latin
// America and the Caribbean: exact values, areas and time, records with their
// sources, a [Dataset] of them, and totals that refuse what must not be added up.
//
//	data, err := lac.NewDataset(records) // lac.Records, or those of package almanac
//	if err != nil {
//		return err // every invalid record, with its field
//	}
//	q := lac.TradeQuery{Reporter: lac.China, Partner: lac.CELAC, Period: lac.Years(2022, 2024)}
//	totals, err := data.Totals(q, lac.ByYear)
//	if err != nil {
//		return err // two currencies, two sources of one flow, …: see Guard
//	}
//	for key, total := range totals.All() {
//		turnover, err := total.Turnover()
//		fmt.Println(key.Period, turnover, err) // 2022 482964072419 USD (66 records, 0 missing) <nil>
//	}
//
// # Values
//
// [Money] is an exact decimal amount in a [Currency], [Quantity] an exact number
// with a [Unit]. Both keep up to 38 digits, have one representation for one value
// and are comparable with ==, and so fit for map keys. Their zero values mean not
// reported, which is not zero: an operation on one errs with [ErrMissing], a sum
// counts it as missing. Make them with [ParseMoney], [MoneyOf] or [NewMoney], and
// with [ParseQuantity], [QuantityOf] or [NewQuantity].
//
// [Money.Add], [Money.Sub] and [Money.Mul] give the exact result or an error.
// A ratio is rounded once, to the places that the caller states: [Money.DivRound].
// A figure in words, "over a million", is a [Stated] with its hedge, a [Comparator].
//
// # Areas and time
//
// An [Area] is a country, an M49 region such as [LatinAmericaCaribbean], a
// statistical area of UN Comtrade such as [OtherAsia], or a bloc such as [CELAC].
// [ParseArea] reads codes, and names in four languages; [Area.Name] writes these.
// The members of a bloc change: [Area.Members], [Area.Contains] and [Area.Suspended]
// take a day, and [Area.Memberships] gives the records behind the answer.
//
// A [Date] is a day and a [Period] a span of days, open at an end where that is
// not known: 2024, 2024-05, ../2030. Make them with [DateOf] and [ParseDate], and
// with [Year], [Years], [Month], [Days] and [ParsePeriod].
//
// A [Commodity] is a code of goods with its edition, such as H6:2603, in an
// [HSSection]; [AllGoods] is the total.
//
// # Records
//
// Records are plain structs with exported fields and a Validate method. Each has
// an ID and names a [Source], which says whose books it is from; an [Evidence]
// says how well its figures are attested.
//
//   - [TradeRecord]: a reporter's [TradeFlow] with a partner, on a [Valuation]
//     (FOB, CIF), with an [ObsStatus]; a part of a total has a [Breakdown].
//   - [Project]: its [ProjectKind], [ProjectStatus] with each [Stage], areas by
//     [AreaShare] and sectors by [SectorShare], every [Participant], [Location],
//     [Transaction], [Budget] and [Result], and each [Link] to other projects.
//     [ParseSector] reads a [Sector].
//   - [Program]: places pledged, by [ProgramKind], and each [Delivery] of them.
//   - [Statement]: a text, each [Speaker], and a [Claim] for each thing said, in
//     a [ClaimForm], with the words that it rests on.
//   - [Meeting], and the [Pledge] made at it.
//   - [Observation]: a figure published without the records behind it.
//   - [Tie]: a [TieEvent] in the diplomatic relations of two areas;
//     [Membership] of a country in a bloc; [Rate] of exchange.
//
// What a claim, a pledge or an observation is about is a [Measure] of a [Subject].
//
// # A dataset
//
// [Records] is a bundle of records with their sources; it reads and writes as JSON.
// [NewDataset] validates bundles and puts them into one [Dataset], which never
// changes and is safe for concurrent use. It hands out each family as a sequence
// ([Dataset.Trade], [Dataset.Projects], …), one record by its ID ([Dataset.Record]),
// how relations stood on a day, a [TieState] ([Dataset.TiesOn]), and amounts in
// another currency at a recorded rate ([Dataset.Convert]).
//
// # Totals, and what is refused
//
// [Dataset.Totals] adds up the trade that a [TradeQuery] selects, apart for each
// [Dimension]. It returns [TradeTotals]: a [TradeTotal] for each [TradeKey], with
// its [TradeTotal.Turnover] and [TradeTotal.Balance]. What is added up is a
// [Figure]: the value, the net weight or the quantity. [Dataset.Select] gives the
// records behind a total. For anything else there are [Sum] and [GroupBy], over
// any sequence of records.
//
// A [Total] is exact and says what it rests on: the records in it, those without
// a value, and those that a rule left out ([Total.Excluded]). Totals of parts
// merge in any order ([Total.Merge]). [TradeTotals.Coverage] says which members,
// months and goods have no record, and [Dataset.LikeForLike] leaves out whoever
// lacks a year.
//
// A [Guard] is a rule of a safe sum. Two currencies, two valuations of a flow,
// both partners' books, two sources, or periods that overlap are refused with an
// [*UnsafeSumError]. A region's own row beside its members', a part beside its
// total and a row given twice are counted once, where the query or the rows say
// which to keep, else refused.
//
// # Many records
//
// A [TradeTable] keeps trade records in little memory, for [Records.TradeTable]. A
// [TradeStream] answers one query about records that are read once and not kept; what
// machines have read apart, each its [TradeInput], is merged ([TradeStream.Merge]), and
// what a database has added up is taken over ([TradeStream.AppendSums]).
// Readers write to both: ReadInto in package comtrade does so in bulk.
//
// # Files
//
// Values marshal to and from text and JSON, and to and from database columns; the
// zero value is empty text, or NULL. Package load reads a file of any source,
// package tabular writes and reads tables of every record, package sqltrade keeps trade
// records in a database, package almanac embeds facts. Package projects counts projects, package indicator has growth, shares and
// ranks, package extract finds claims in a text, and package check holds them
// against a dataset.
//
// # Errors
//
// Errors wrap a sentinel such as [ErrSyntax], [ErrRange] or [ErrMissing], for
// [errors.Is], with the operands in their text. Three types carry details:
// [*FieldError] on a record's field, [*RowError] on a row of a file, and
// [*UnsafeSumError] on a sum.
package lac
