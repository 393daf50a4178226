// Package iati reads files of activities in the form of the International Aid
// Transparency Initiative (iatistandard.org), versions 2.01, 2.02 and 2.03, as
// project records, and writes project records in that of 2.03.
//
//	r, err := iati.Open("activities.xml")
//	if err != nil { … }
//	defer r.Close()
//	for project, err := range r.All(ctx) {
//		var rejected *lac.RowError
//		switch {
//		case errors.As(err, &rejected): // one activity; reading goes on
//		case err != nil:
//			return err // the end
//		default:
//			…
//		}
//	}
//
// One activity is held at a time: a file of any length takes little memory.
//
// # What becomes of what
//
//	iati-identifier          ID; where it is empty the source, "#" and the activity's number
//	title                    Title, and Titles with their languages
//	description              Descriptions, whatever their type
//	activity-status          Status: 1 pledge, 2 implementation, 3 and 4 completed, 5 cancelled, 6 suspended
//	activity-date            Stages: start (1, 2) of implementation, end (3, 4) as completed; 1 and 3 planned
//	reporting-org            Participants, role reporting
//	participating-org        Participants: 1 funding, 2 accountable, 3 extending, 4 implementing
//	recipient-country        Areas
//	recipient-region         Areas: M49's regions, and those of the DAC's that are one of M49's; others by
//	                         Vocabulary and Code
//	sector                   Sectors: the DAC's purposes (vocabulary 1) and groups (2) as Purpose, with Field;
//	                         others by Vocabulary and Code; groups too, where purposes stand beside them
//	location                 Locations: name and point
//	default-finance-type     FinanceType
//	budget                   Budgets: type 2 revised, status 2 committed
//	transaction              Transactions, types 1 to 13, with both organisations, and a recipient, sectors
//	                         and finance type of their own
//	related-activity         Links: 1 part of, 2 has part, 3 sibling, 4 co-funded, 5 third party
//	result                   Results, with the baseline and the periods of each indicator
//
// An amount without a currency is in the activity's default-currency. A text
// without xml:lang is in the language of the element around it. Where there is one
// text in the record and several languages in the file, as for an organisation's
// name, the first is taken. Of several baselines the one without dimensions is.
//
// Read, and left alone: other-identifier, contact-info, activity-scope, tag,
// country-budget-items, humanitarian-scope, policy-marker, collaboration-type,
// default-flow-type, default-aid-type, default-tied-status, planned-disbursement,
// capital-spend, document-link, legacy-data, conditions, crs-add, fss, the comments
// of results, and every element and attribute of another namespace.
//
// Written, the other way round: of a [lac.Project] the standard has no place for
// Kind, JobsDirect, JobsIndirect, Umbrella, LeaveOut, Fulfils, Evidence, Note, for
// stages other than a start and an end, for links of other kinds than those five,
// and for the Area of a participant. A commitment that has not begun is in the
// pipeline, as a pledge is.
//
// # What is refused
//
// An activity with a fault is rejected as a whole, with a [*lac.RowError] for each
// fault, up to twenty: the line and byte column, and as Field the element or
// attribute as an XPath, such as iati-activity[3]/transaction[2]/value/@currency.
// Faults are those of form, by the standard's schema: an element or attribute that
// is missing, given twice or not the standard's, text where there is none, a day,
// amount or truth value that is none. (The order of elements is not held.) And
// they are those of the standard's rules:
//
//   - codes that the standard's lists do not have. Of a DAC purpose the group is
//     held against the list;
//   - percentages of recipients, and of the sectors of each vocabulary, that do not
//     add up to exactly 100. A part alone is 100. Regions of a further vocabulary may
//     divide the same whole once more: then one vocabulary is kept;
//   - a transaction with two sectors of one vocabulary; an amount without currency.
//
// A text that is no XML ends reading, and so does a document type declaration,
// which could make entities expand. Text is UTF-8, UTF-16, ISO-8859-1, ISO-8859-15
// or windows-1252, as declared. Columns count the bytes of UTF-8.
//
// # Versions
//
// 2.02 and 2.03 added to 2.01 and took nothing away, and all three are held against
// the schema of 2.03. Version 1 is refused. Of any other version the rules are not
// known: a code or sum that breaks one is left out, and the record's Note says so.
// A transaction whose type is not known keeps its amount and has no type. In 2.04
// and later, which may add to the schema, elements and attributes that it does not
// have are passed over.
package iati
