// Package comexstat reads the open data of Comex Stat, Brazil's foreign trade: the
// tables by year, month and product of the Mercosur nomenclature (NCM), EXP_2024.csv
// and IMP_2024.csv, and those by municipality.
//
//	"CO_ANO";"CO_MES";"CO_NCM";"CO_UNID";"CO_PAIS";"SG_UF_NCM";"CO_VIA";"CO_URF";"QT_ESTAT";"KG_LIQUIDO";"VL_FOB"
//	"2024";"01";"26011100";"21";"160";"MG";"01";"0817800";5000;5000000;450000
//
// # Where each field is from
//
//   - Reporter: Brazil. Flow: [Reader.Flow], or what the file's name or columns say.
//   - Partner: CO_PAIS, Secex's own codes, which are not those of M49: 158 is Chile,
//     160 China, 249 the United States. Ships' stores and what is not declared are
//     [lac.AreasNES].
//   - Period: the month. Commodity: the NCM of eight digits, or the heading of four, in
//     the edition of the Harmonized System that the NCM was based on in that month.
//   - Value: VL_FOB in US dollars, FOB for exports and imports alike. NetWeight:
//     KG_LIQUIDO, 0 for none reported.
//   - Breakdown: the mode of transport (CO_VIA), and as Detail what else tells rows
//     apart: state, customs office and municipality. The statistical quantity is in
//     units of Secex's own and is left out.
package comexstat
