// Package gcdf reads AidData's Global Chinese Development Finance Dataset, version
// 3.0: the table of the release saved as CSV, and the geocoded subset with its
// dotted column names.
//
//	r, err := gcdf.Open("GCDF_3.0.csv")
//	if err != nil { … }
//	defer r.Close()
//	for project, err := range r.All(ctx) {
//		var rejected *lac.RowError
//		switch {
//		case errors.As(err, &rejected): // one row; reading goes on
//		case err != nil:
//			return err // the end
//		default:
//			…
//		}
//	}
//
// # Columns
//
// Columns are found by the letters and digits of their names, whatever their
// order and case: "Recipient ISO-3", "Recipient.ISO-3" and "recipient_iso_3" are
// one. Of each line of this table, a column that is marked must be there.
//
//	AidData Record ID *            ID: the source, "#" and the number
//	Title *                        Title, and Links to the records that it names
//	Status *                       Status: the dataset's six statuses are the six of lac
//	Recipient *, Recipient ISO-3   Areas: the country, or the M49 region of "Africa, regional"
//	Sector Code or Sector Name *   Sectors: the group, with its plain word
//	Infrastructure                 Kind, if Yes; the dataset names no other kind
//	Umbrella                       Umbrella
//	Recommended For Aggregates     LeaveOut, if No
//	Commitment Year * and Date     Stages: the commitment, of pledges the pledge
//	Implementation Start Year,
//	Actual … Start Date            Stages: implementation
//	Completion Year,
//	Actual Completion Date         Stages: completed
//	Planned … Date                 Stages, Planned
//	Amount (Constant USD 2021),
//	(Original Currency) or
//	(Nominal USD) *                Transactions: a commitment, or an outgoing pledge
//	Adjusted Amount (…)            in place of the amount on the same basis
//	Flow Type                      FinanceType: 421, 110, 610, 620; none for Vague TBD
//	Funding Agencies               Participants, funding; of the Financier Country, or China
//	Co-financing Agencies          Participants, funding
//	Implementing Agencies          Participants, implementing
//	Guarantor                      Participants, accountable
//	Direct Receiving Agencies      the receiver of the transactions
//	AidData Parent ID              Links: linked to the package, "#package-" and the number
//	Description, Staff Comments,
//	Location Narrative             Descriptions
//	OSM link                       Locations, one a link
//	Flow Class                     Note
//
// Other columns (terms of loans, scores, sources) are not read. NA is read as an
// empty field, and a row of empty fields is none.
//
// # Amounts
//
// One commitment stands in the table on up to three bases: in constant US dollars
// of 2021 ([lac.Transaction] with the PriceYear 2021), in its own currency, and in
// nominal dollars where its own currency is another. Each is a transaction;
// package projects refuses to add one basis to another. A record
// without an amount has one transaction without a value. Where the table has an
// adjusted amount, it stands in place of the other: it is zero for a loan that rolls
// over an older one, which is no new money. The Note has the amount before that.
//
// # Dates
//
// Under heads that promise MM/DD/YYYY, files have that and 2001-05-23. The dataset
// writes 1 January where it knows the year alone, and the first of a month where
// it knows the month: such a date is read as that year or month. A commitment date
// outside the commitment year is noted, and the year stands.
//
// # Recipients that are no country
//
// A region of M49 ("Africa, regional", "America, regional") is the recipient. The
// groups that M49 has no region for keep a code in [lac.AreaShare]: "Middle East,
// regional" the OECD DAC's, 589, and "Multi-Region" its name.
//
// # Links
//
// Titles name other records by hand, as in "(Linked to Project ID#450, Umbrella
// #53184)". Those after the words umbrella, ETCA and subproject are
// [lac.PartOf]; those of a rescheduling or forgiveness of debts are
// [lac.Relieves], of a contribution to a syndicated loan [lac.CoFunded], others
// [lac.LinkedTo].
//
// # Text
//
// A field that is valid UTF-8 is read as such, any other as Windows-1252. Files
// compressed with gzip or ZIP are recognised by their first bytes.
package gcdf
