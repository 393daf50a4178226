// Package comext reads Eurostat's bulk files of Comext, the trade of the European
// Union's members by partner and product: full_v2_202401.dat and the like.
//
//	REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,…,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,QUANTITY_KG,…
//	ES,BR,E,27090090,…,1,1,,202401,1200000,3000000,
//
// # Where each field is from
//
//   - Reporter and Partner: Eurostat's codes of two letters, which are those of ISO but
//     for XS (Serbia), XC and XL (Ceuta, Melilla), EL and a few; Q codes, such as
//     ships' stores and what is not specified, are [lac.AreasNES].
//   - Flow: 1 is import, 2 export. Valuation: imports CIF, exports FOB.
//   - Period: a month, or the year where the month is 52, as in annual files.
//   - Commodity: PRODUCT_NC, the Combined Nomenclature with the levels above it, in the
//     edition of the Harmonized System of that year; TOTAL is all goods. A file has
//     all levels: a sum takes one of them.
//   - Value: euros. NetWeight: kilograms, 0 for none reported. Breakdown: the
//     statistical procedure as Customs.
//
// # Series
//
// What the data browser and the interface for programs give, SDMX-CSV with a figure a
// row, is read as well:
//
//	DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG
//	ESTAT:DS-045409(1.0),15/09/26 11:00:00,M,ES,BR,TOTAL,1,VALUE_IN_EUROS,2024-01,1300000,p
//
// Rows of VALUE_IN_EUROS or VALUE_EUR are records. Those of quantities, of which the
// value stands in another row, and those of the inside and the outside of the union as
// partners, are left out and counted ([lac.Stats]). Codes of goods are read of
// DS-045409 and DS-059341, which are by the Harmonized System; of another dataset only
// TOTAL is. OBS_FLAG says which figures are estimated (e, s) or provisional (p).
// EU27_2020 is the European Union of that day's members.
package comext
