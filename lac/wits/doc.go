// Package wits reads the trade summaries of World Integrated Trade Solution, the
// World Bank's site wits.worldbank.org: the CSV file of a country or region for all
// years, such as en_LCN_AllYears_WITS_Trade_Summary.CSV.
//
//	Reporter,Partner,Product categories,Indicator Type,Indicator,2015,2014,…
//	,Brazil,All Products,Export,Trade (US$ Mil)-Top 5 Export Partner,          25672.33,          34565.27,…
//	,World,All Products,Import,Imports (in US$ Mil),         927313.06,        1026193.14,…
//
// A row has a figure for each year, and each figure of trade in all products is a
// record. Rows of other indicators (shares, tariffs, products by group, GDP) are
// left out and counted: [lac.Stats]. Files give the five largest partners of each year
// alone, so an empty figure says nothing and makes no record: it is neither zero
// nor a report that is missing.
//
// It reads the bulk downloads of WITS as well, DataJobID-2345678_PER.csv and the like, a
// row a figure: the value in thousands of US dollars, goods in the edition that the
// column Nomenclature has, gross exports and imports as [lac.Export] and [lac.Import].
//
// # Where each field is from
//
//   - Reporter: by its name or, where the column is empty, as in the file of a
//     region, by the code in the file's name: LCN, the World Bank's Latin America and
//     Caribbean, is [lac.LatinAmericaCaribbean] as published. The World Bank's other
//     regions are not those of M49: set [Reader.Reporter].
//   - Partner: by its name. "Unspecified" is [lac.AreasNES].
//   - Flow: the indicator type, Export or Import.
//   - Value: in US dollars, exactly a million or a thousand times the figure, as the
//     indicator says: US$ Mil or US$ Thousand.
//   - Valuation: exports FOB and imports CIF, as WITS takes them from UN Comtrade.
//   - ID: the source, the line and the year, as in wits#9-2015.
package wits
