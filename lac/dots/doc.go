// Package dots reads the International Monetary Fund's Direction of Trade Statistics,
// as its bulk download gives them: a row a country, indicator and counterpart, with a
// column for each period.
//
//	"Country Name","Country Code","Indicator Name","Indicator Code","Counterpart Country Name","Counterpart Country Code","Attribute","2021","2022",
//	"Brazil","223","Goods, Value of Exports, Free on board (FOB), US Dollars","TXG_FOB_USD","China, P.R.: Mainland","924","Value","87907.9","89719.7",
//
// A row has a figure for each period, and each that is not empty is a record. Rows of
// trade balances, of the status of figures, and of the Fund's own groups, such as
// "Advanced Economies", are left out and counted: [lac.Stats].
//
// # What becomes of what
//
//   - Reporter and Partner: by their names; the Fund's codes are not those of M49.
//   - Flow and Valuation: TXG_FOB_USD is exports FOB, TMG_CIF_USD imports CIF,
//     TMG_FOB_USD imports FOB. The latter have that as their Breakdown's Detail too, so
//     that they are not added to those of the same trade valued CIF.
//   - Period: a year, 2021M05 or 2021Q2. Commodity: all goods.
//   - Value: millions of US dollars.
package dots
