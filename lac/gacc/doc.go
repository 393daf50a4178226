// Package gacc reads China customs' monthly table of trade by country or region:
// the table that the General Administration of Customs publishes under the name
// 进出口商品国别（地区）总值表, with a column for the month beside one for the year up
// to it, as text with tabs or commas between the columns.
//
//	month	name_zh	name_en	total_month	total_cum	exports_month	exports_cum	imports_month	imports_cum
//	12	智利	Chile	4126535	43870634	1342133.0	14696916.0	2784402.0	29173718.0
//
// The table as the customs publish it is read as well, in Chinese or as their English
// site has it, with its title, its unit and a heading of two rows, as text or as the web
// page of which it is a part, also where that is saved under the name of a workbook;
// and so is the table of their query site (数据年月, 贸易伙伴, 商品编码). What follows is
// of the table above.
//
// A row has three figures of each kind, exports, imports and both together, and
// each is a record of its own: China's exports, imports and turnover with the
// partner. [Reader.All] gives the month's, or with [Reader.Cumulative] those of the
// year up to the month. The latter have the customs' later revisions in them, which
// months added up have not. As they overlap, [lac.Dataset.Totals] refuses to add
// them up: for a year keep those whose Period is the year, December's.
//
// # Where each field is from
//
//   - Partner: by its Chinese name, as the English ones are translated by machine
//     ("Dominic" is Dominica, "Central Africa" the Central African Republic). The
//     rows of continents, of the European Union and of the World are records like
//     any other, with the customs' own members: a query gets them as published
//     ([lac.TradeQuery]'s AsPublished), and [lac.GuardRegion] keeps them from being added
//     to their members. The rests of continents are areas of their own, such as
//     [lac.LatinAmericaNES]. Groups that package lac does not have, whose members have
//     rows of their own, are left out and counted ([lac.Stats]): APEC, the Regional
//     Comprehensive Economic Partnership, the countries of the Belt and Road.
//   - Period: the month, of the year that the table itself does not name:
//     [Reader.Year], or else the year in the file's name.
//   - Value: 10,000 yuan a unit, or 1,000 US dollars if [Reader.Currency] is
//     lac.USD, the two units that the customs publish the table in. An empty figure
//     or a dash is not reported; 0 is less than half a unit.
//   - Valuation: exports FOB and imports CIF, as China's customs value them; that of
//     the turnover is not stated.
//   - ID: the source, the line and the flow, as in gacc#2-export.
package gacc
