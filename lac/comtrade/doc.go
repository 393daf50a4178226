// Package comtrade reads the CSV files that UN Comtrade's web site
// (comtradeplus.un.org) gives for download under the name TradeData.csv, and
// tables with the same columns such as the comtradeapicall package writes.
//
//	r, err := comtrade.Open("TradeData.csv")
//	if err != nil { … }
//	defer r.Close()
//	for record, err := range r.All() {
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
// a [lac.TradeSink], such as a table or a running sum, several times as fast.
//
// # Columns
//
// Columns are found by their names in the first row, whatever their order and
// case. Columns that no record needs are not looked at. A row may have one more
// field than the header if that field is empty: UN Comtrade ends its rows, but
// not its header, with a comma.
//
//   - Reporter and Partner: the ISO alpha-3 column where it holds a code that
//     [lac.ParseArea] knows, otherwise the number, as ParseArea reads it: 0 is the
//     World, 842 the United States, 490 Other Asia. A number that it does not
//     know rejects the row as [lac.ErrUnknownCode], and so does a country's
//     number beside an ISO column that names no country (S19, _X, …).
//   - Flow: M, X, RX and RM. Others (domestic exports, processing, …) are rejected
//     as [lac.ErrUnknownCode].
//   - Period: period, a year or a year and month; refYear where that is empty.
//   - Commodity: classificationCode and cmdCode.
//   - Value: primaryValue in US dollars. Empty is not reported; 0 is zero.
//   - Valuation: exports are FOB (UN IMTS 2010, chapter IV). Imports are CIF or FOB as
//     their primaryValue is the cifvalue or the fobvalue; CIF if it is both, not
//     stated if it is neither.
//   - NetWeight: netWgt in kilograms, and Quantity: qty in the unit of
//     qtyUnitAbbr. Here UN Comtrade prints 0 for what it does not know, so 0 is
//     not reported. A quantity in a unit that [lac.Unit] cannot express goes to
//     the Note.
//   - Breakdown: partner2Code, customsCode, motCode and mosCode, where they are not
//     the code of the total (0, C00, 0 and 0).
//
// # Text
//
// UN Comtrade ships ISO-8859-1. A field that is valid UTF-8 is read as such, any
// other as ISO-8859-1. Files compressed with gzip are recognised by their first
// bytes.
package comtrade
