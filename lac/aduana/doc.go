// Package aduana reads tables of Chile's customs, a row a declaration or a day, country
// and tariff code, as the open-data site gives them.
//
//	FECHA;PAIS_DESTINO;CODIGO_ARANCEL;DESCRIPCION;KILOS;FOB_USD
//	15/01/2024;CHINA;26030000;MINERALES DE COBRE;1.234.567,89;12.345.678,90
//
// # Where each field is from
//
//   - Reporter: Chile. Flow: export where the table has a country of destination, import
//     where it has one of origin.
//   - Partner: by its Spanish name, as the customs or the United Nations spell it.
//   - Period: the month of the day, which stands before the month.
//   - Commodity: the tariff code of eight digits in the edition of the Harmonized System
//     of that year.
//   - Value: in US dollars; FOB, or CIF where the table has that. NetWeight: kilograms.
//     Numbers have a comma before decimals and points between groups.
//   - Breakdown: the day and the row, as Detail: rows that are equal are two
//     declarations.
package aduana
