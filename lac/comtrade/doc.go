// Package comtrade reads what UN Comtrade gives, whatever its form, and writes the
// table of its web site.
//
//	r, err := comtrade.Open("TradeData.csv")
//	if err != nil { … }
//	defer r.Close()
//	for record, err := range r.All(ctx) {
//		var rejected *lac.RowError
//		switch {
//		case errors.As(err, &rejected): // one row; reading goes on
//		case err != nil:
//			return err // the end
//		default:
//			…
//		}
//	}
//
// Large files are better read with [Reader.ReadInto], which hands the records to
// a [Sink], such as a table or a running sum, several times as fast.
//
// # Dialects
//
// The form is told from the first bytes and the header. Compression with gzip is
// recognised as well, and so is an archive (ZIP) of one file of data.
//
//	the web site's TradeData.csv       typeCode,freqCode,refPeriodId,…,primaryValue,…
//	what pandas or R save of the API   the same or type_code,…; 156.0, nan, NA, an index column
//	bulk files, final data             the same between tabs, codes without descriptions
//	the legacy web site and its bulk   Classification,Year,Period,…,Trade Value (US$),…,Flag
//	the legacy API, as a table         pfCode,yr,period,…,TradeValue,…,estCode
//	the API, as JSON                   {"data":[{…}],"error":""}, the array alone, or a record a line
//	the legacy API, as JSON            {"validation":…,"dataset":[{…}]}
//
// Columns are found by their names, whatever their order, case, spaces and
// punctuation, and so are the members of JSON. Those that no record needs are not
// looked at. Prtner2Code, as the web site spelt partner2Code for a time, is known:
// who overlooks that column adds parts to their total. If columns without which
// there is no record are missing the error names them. A row may have one more
// field than the header if that field is empty: UN Comtrade ends its rows, but not
// its header, with a comma. Semicolons separate fields as well as commas and tabs.
//
// An answer of the API that is an error ends reading with what it says.
//
// # Where each field is from
//
//   - Reporter and Partner: the number, as [lac.ParseArea] reads it: 0 is the World,
//     842 the United States with Puerto Rico, 490 Other Asia; but 492 is
//     [lac.EuropeEUNES]. Where there is no number, or one that ParseArea does not
//     know, the ISO code: PER, W00, S19. A number and an ISO code that contradict
//     each other reject the row as [lac.ErrUnknownCode]. All partners and reporters
//     that UN Comtrade lists are known; those of a country before and after a change
//     that kept its ISO code (Sudan, 729 and 736) are one area. The Netherlands
//     Antilles (530), Curaçao (531) and Bonaire (535) are three.
//
//   - Flow: M, X, RX and RM; in the legacy tables 1, 2, 3 and 4. The flows that M
//     and X have in them (DX, FM, MIP, XIP, MOP, XOP, MIF, XIF) are rejected as
//     [lac.ErrUnknownCode].
//
//   - Period: period, a year or a year and month; refYear where that is empty.
//
//   - Commodity: the code with its classification, H0 to H6, S1 to S4, …; of services
//     EB, E1 (EB10) and E2 (EB02), whose total is [lac.AllServices]: no sum of goods has
//     them.
//
//   - Value: primaryValue in US dollars. Empty is not reported; 0 is zero.
//
//   - Valuation: exports are FOB (UN IMTS 2010, chapter IV). Imports are CIF or FOB as
//     their primaryValue is the cifvalue or the fobvalue; CIF if it is both, not
//     stated if it is neither, as in most legacy tables.
//
//   - NetWeight: netWgt in kilograms, and Quantity: qty in the unit of
//     qtyUnitCode, or of qtyUnitAbbr in a table without it. UN Comtrade prints 0 for
//     what it does not know, so 0 is not reported. A quantity in a unit that
//     [lac.Unit] cannot express goes to the Note.
//
//   - Breakdown: partner2Code, customsCode, motCode and mosCode, where they are not
//     the code of the total (0, C00, 0 and 0). [lac.GuardBreakdown] keeps such rows
//     from being added to their total.
//
//   - Status: [lac.Estimated] where isReported and isAggregate are both false, as in the
//     trade matrix: UN Comtrade has made the figure of partners' reports. Where the
//     second is true it is a sum of what was reported. That
//     UN Comtrade has estimated the quantity or the net weight, as isQtyEstimated,
//     isNetWgtEstimated and legacyEstimationFlag say, in the legacy tables Flag and
//     estCode (2: quantity, 4: net weight, 6: both), is in the Note. The value is never
//     estimated so (UNSD, Quantity and Weight Information in UN Comtrade).
//
//   - Tariff lines: tables without aggrLevel, isLeaf and isAggregate, but with altQty
//     or grossWgt, are of national tariff lines, of which several have one code of six
//     digits. What they differ in beside a record's fields (altQty, grossWgt, cifvalue,
//     fobvalue) is the Breakdown's Detail: they are parts, not repetitions.
//
// # Text
//
// UN Comtrade ships ISO-8859-1. A field that is valid UTF-8 is read as such, any
// other as ISO-8859-1; JSON is UTF-8. N/A, NA, NaN, None and null are empty fields.
package comtrade
