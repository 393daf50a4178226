// Package dots reads the International Monetary Fund's Direction of Trade Statistics,
// as its bulk download gives them: a row a country, indicator and counterpart, with a
// column for each period.
//
//	"Country Name","Country Code","Indicator Name","Indicator Code","Counterpart Country Name","Counterpart Country Code","Attribute","2021","2022",
//	"Brazil","223","Goods, Value of Exports, Free on board (FOB), US Dollars","TXG_FOB_USD","China, P.R.: Mainland","924","Value","87907.9","89719.7",
//
// Its other form, a row a country, counterpart and period with a column for each indicator
// (Time Period, Goods, Value of Exports, … (TXG_FOB_USD)), is read as well.
//
// A row has a figure for each period, and each that is not empty is a record. Rows of
// trade balances, of the status of figures, and of the Fund's own groups, such as
// "Advanced Economies", are left out and counted: [lac.Stats].
//
// # Where each field is from
//
//   - Reporter and Partner: by their names; the Fund's codes are not those of M49.
//   - Flow and Valuation: TXG_FOB_USD is exports FOB, TMG_CIF_USD imports CIF,
//     TMG_FOB_USD imports FOB (without the T in IMTS). The latter have that as their Breakdown's Detail too, so
//     that they are not added to those of the same trade valued CIF.
//   - Period: a year, 2021M05 or 2021Q2. Commodity: all goods.
//   - Value: millions of US dollars.
//
// # IMTS
//
// Since 2025 the Fund calls these statistics International Trade in Goods by Partner
// Country, IMTS. What its interface for programs gives, SDMX-CSV, is read as well:
//
//	DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,…,DERIVATION_TYPE,…
//	IMF.STA:IMTS(1.0.0),BRA,XG_FOB_USD,CHN,A,2022,89719700000,6,…,O,…
//
// Codes are those of ISO 3166-1, G001 is the World, and the Fund's groups are left out
// and counted. Values are dollars: SCALE says how they are shown, not what they are. A
// figure of which the DERIVATION_TYPE is not O, official data as reported, is
// [lac.Estimated].
//
// What the Fund's Data Explorer gives is read too, with a row for each figure or a column
// for each period (2015, 2015-Q1, 2015-M01), and with codes, names or both:
//
//	"DATASET","SERIES_CODE","OBS_MEASURE","COUNTRY","INDICATOR","COUNTERPART_COUNTRY","FREQUENCY","SCALE",…,"2023","2024"
//	"IMF.STA:IMTS(1.0.0)","BRA.XG_FOB_USD.CHN.A","OBS_VALUE","Brazil",…,"Annual","Millions",…,"104324.9","94372.5"
//
// The codes are those of the SERIES_CODE. Here figures are in what SCALE says: a row
// without a scale is rejected, for it may be of dollars or of millions.
package dots
