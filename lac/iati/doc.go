// Package iati reads files of activities in the form of the International Aid
// Transparency Initiative (iatistandard.org), versions 2.01 to 2.03 and 1.01 to 1.05,
// as project records, and writes project records in that of 2.03.
//
//	r, err := iati.Open("activities.xml")
//	if err != nil { … }
//	defer r.Close()
//	for project, err := range r.All(ctx) {
//		var rejected *lac.RowError
//		switch {
//		case errors.As(err, &rejected): // an activity, or a part of the last; reading goes on
//		case err != nil:
//			return err // the end
//		default:
//			…
//		}
//	}
//
// One activity is held at a time: a file of any length takes little memory.
//
// # Elements and fields
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
//	                         others by Vocabulary and Code; groups too, where purposes stand beside them;
//	                         a reporter's own (98, 99) with its name as Field
//	location                 Locations: name and point
//	default-finance-type     FinanceType
//	budget                   Budgets: type 2 revised, status 2 committed
//	transaction              Transactions, types 1 to 13, with both organisations, and a recipient, sectors
//	                         and finance type of their own
//	related-activity         Links: 1 part of, 2 has part, 3 sibling, 4 co-funded, 5 third party
//	last-updated-datetime    Updated, without the time of day
//	result                   Results, with the baseline and the periods of each indicator
//
// A provider of outgoing funds and a receiver of incoming ones that is left out is the
// reporting organisation, as the standard says, unless that is a secondary reporter.
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
// # What is rejected, and what is noted
//
// What the form of the standard forbids is rejected, with a [*lac.RowError] for each
// thing that is: the line and byte column, and as Field the element or attribute as an
// XPath, such as iati-activity[3]/transaction[2]/value/@currency. A fault in a
// transaction, budget, result or location costs that one, and any other the activity;
// so do faults in all of its transactions, for then its money is not known. In the
// place of a rejected transaction the record has one of no amount, so that sums count
// what they lack. Form is the standard's schema: an element or attribute that is
// missing, given twice or not the standard's, text where there is none, a day, amount
// or truth value that is none. (The order of elements is not held.)
//
// What breaks a rule of the standard is read: [Reader.Notes] is told of it, and the
// record's Note tells it. What is left out then is as little as can be, and money
// stays:
//
//   - a code that the standard's lists do not have is no status, role or type. A
//     country or purpose of that kind is kept as a code. Of a DAC purpose the group is
//     held against the list. Codes of version 1, groups among purposes, and countries
//     of three letters are read as what they are;
//   - percentages that add up to 100 but for their rounding are scaled to it; of
//     others, and where some are missing, the split is left out, by vocabulary;
//   - regions that say once more where the countries are, by themselves or in a further
//     vocabulary, are left out;
//   - an amount without a currency that there is is left out, and so is a point that
//     is no latitude and longitude;
//   - a period that ends before it begins is read the other way round;
//   - a place or sector that is given twice is meant once, if none has a percentage;
//   - a transaction or an actual start or end in the future, an end before the start, a
//     budget of more than a year, an activity related to itself, a title or identifier
//     without text.
//
// A text that is no XML ends reading, and so does a document type declaration,
// which could make entities expand. Text is UTF-8, UTF-16, ISO-8859-1, ISO-8859-15
// or windows-1252, as declared. Columns count the bytes of UTF-8.
//
// # Versions
//
// 2.02 and 2.03 added to 2.01 and took nothing away, and all three are held against
// the schema of 2.03. In 2.04 and later, which may add to the schema, elements and
// attributes that it does not have are passed over; so they are in 1.01 to 1.05, where
// nearly everything is optional and a text stands in its element. A document that
// names one of these and has the form of version 2 ends reading.
package iati
