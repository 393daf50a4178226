// Package crs reads aggregates of the Creditor Reporting System of the OECD: what donors
// gave to recipients in a year. The activities themselves, as the OECD gives them in bulk,
// are tables with a mapping that package load has.
//
// # The Data Explorer
//
// SDMX-CSV, as the Data Explorer and the OECD's interface for programs give it, with codes
// alone or with labels too:
//
//	DATAFLOW,DONOR,RECIPIENT,SECTOR,MEASURE,CHANNEL,MODALITY,FLOW_TYPE,PRICE_BASE,…,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,BASE_PER,UNIT_MULT
//	OECD.DCD.FSD:DSD_CRS@DF_CRS(1.6),FRA,COL,1000,100,_T,_T,D,V,…,USD,2022,181.25,,6
//
// Each row is a [lac.Observation]: [Disbursements] where FLOW_TYPE is D, [Commitments]
// where it is C. Figures in constant prices, PRICE_BASE Q, say so. The other dimensions
// stand in the Coverage: what overlaps with what is for their reader to say, so these are
// not of one Table and are not added up.
//
// # Pivot tables
//
// Tables of recipients by donors, or by groups of sectors, as researchers share them, do
// not say what their figures are. [Reader.Pivot] says it; without it they are not read:
//
//	Row Labels,Austria,Canada,…
//	Bolivia,0.35,12.1,…
//
// The cells of one such table do not overlap, and have the file's source as their Table.
//
// # What is left out
//
// Figures of donors that are no country, such as banks, funds and foundations, those of
// recipients that are no country, such as "South America, regional", and totals are left
// out and counted: [lac.Stats].
package crs
