// Package baci reads BACI, CEPII's database of trade by product, in which the reports
// of both partners are reconciled: a file a year, in one edition of the Harmonized
// System.
//
//	t,i,j,k,v,q
//	2022,76,156,120190,  31000000.123,  52000000.5
//
// # Where each field is from
//
//   - Reporter: the exporter i, and Partner: the importer j, by UN Comtrade's numbers:
//     251 is France, 699 India, 842 the United States, 490 Other Asia.
//   - Flow: export. Valuation: FOB, to which CEPII brings both reports.
//   - Commodity: k, or hs6 as it was called until 2016, six digits in the edition that the file's name has (HS92 is H0, HS96
//     H1, HS02 H2, HS07 H3, HS12 H4, HS17 H5, HS22 H6) or [Reader.Edition].
//   - Value: a thousand times v in US dollars. NetWeight: a thousand times q, in kilograms.
package baci
