// Package dots reads the International Monetary Fund's Direction of Trade Statistics,
// as its bulk download gives them: a row a country, indicator and counterpart, with a
// column for each period.
//
//	"Country Name","Country Code","Indicator Name","Indicator Code","Counterpart Country Name","Counterpart Country Code","Attribute","2021","2022",
//	"Brazil","223","Goods, Value of Exports, Free on board (FOB), US Dollars","TXG_FOB_USD","China, P.R.: Mainland","924","Value","87907.9","89719.7",
//
// A row has a figure for each period, and each that is not empty is a record. Rows of
// trade balances, and of the status of figures, are left out and counted: [lac.Stats].
//
// # What becomes of what
//
//   - Reporter and Partner: by their names; the Fund's codes are not those of M49. Its
//     own groups, such as "Advanced Economies", are rejected as [lac.ErrUnknownCode].
//   - Flow and Valuation: TXG_FOB_USD is exports FOB, TMG_CIF_USD imports CIF,
//     TMG_FOB_USD imports FOB.
//   - Period: a year, 2021M05 or 2021Q2. Commodity: all goods.
//   - Value: millions of US dollars.
package dots
