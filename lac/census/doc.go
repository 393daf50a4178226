// Package census reads tables of the United States Census Bureau: answers of its API of
// international trade, as it gives them in JSON or saved as a table, and its table of trade by country with a
// column for each month.
//
//	CTY_CODE,CTY_NAME,I_COMMODITY,COMM_LVL,GEN_VAL_MO,GEN_VAL_YR,YEAR,MONTH
//	3510,BRAZIL,-,-,3000,3000,2024,01
//
//	[["CTY_CODE","CTY_NAME","GEN_VAL_MO","YEAR","MONTH"],
//	["3510","BRAZIL","3000","2024","01"]]
//
//	year,CTY_CODE,CTYNAME,IJAN,IFEB,…,IYR,EJAN,EFEB,…,EYR
//	2024,3510,Brazil,3450.1,…
//
// # Where each field is from
//
//   - Reporter: the United States. Partner: by its name; "-", all countries, is the
//     World. Groups of countries, whose codes begin with 00 or have an X, are left out
//     and counted: [lac.Stats].
//   - Flow: imports in GEN_VAL_MO (general imports, or CON_VAL_MO, for consumption), exports
//     in ALL_VAL_MO. The year to date, in GEN_VAL_YR, is left out: months make it up.
//   - Commodity: I_COMMODITY or E_COMMODITY, two to ten digits in the edition of the
//     Harmonized System of that year; "-" is all goods.
//   - Value: US dollars; millions in the table by country, where 0 is a month to come or
//     no trade, and no record; a row of such alone is left out and counted. Its years, IYR and EYR, are left out: months make them
//     up. Valuation: not stated, for the Bureau's are customs value and FAS,
//     neither of which is CIF or FOB.
package census
