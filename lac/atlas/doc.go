// Package atlas reads the tables of the Atlas of Economic Complexity by country,
// partner and product, such as country_partner_hsproduct4digit_year.csv.
//
//	location_id,partner_id,product_id,year,export_value,import_value,location_code,partner_code,hs_product_code
//	32,43,726,2020,1000.5,20.0,BRA,CHN,1201
//
// A row has both flows, and each is a record of its own.
//
// # Where each field is from
//
//   - Reporter and Partner: the three letters of ISO; ANS is [lac.AreasNES]. A table
//     without partners is of the World.
//   - Commodity: HS 1992 (H0), or HS 2012 (H4) or SITC 2 (S2) where the column's name
//     says so. Services, which the tables list among products, are left out and
//     counted: [lac.Stats].
//   - Value: US dollars, corrected by the Growth Lab from both partners' reports. On
//     which valuation it stands is not stated.
package atlas
