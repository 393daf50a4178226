package gcdf

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/plaintext"
)

// A column is one that projects are made of.
type column int

const (
	colID column = iota
	colRecommended
	colPackage
	colUmbrella
	colFinancier
	colRecipient
	colISO
	colCommitmentYear
	colStartYear
	colCompletionYear
	colTitle
	colDescription
	colComments
	colStatus
	colFlowType
	colFlowClass
	colSectorCode
	colSectorName
	colInfrastructure
	colFunding
	colFundingType
	colCofinancing
	colCofinancingType
	colReceiving
	colReceivingType
	colImplementing
	colImplementingType
	colGuarantor
	colGuarantorType
	colOriginal
	colCurrency
	colConstant
	colNominal
	colCommitmentDate
	colPlannedStart
	colStart
	colPlannedCompletion
	colCompletion
	colPlace
	colFeature
	numColumns
)

var columnNames = [numColumns]string{
	colID:                "AidData Record ID",
	colRecommended:       "Recommended For Aggregates",
	colPackage:           "AidData Parent ID",
	colUmbrella:          "Umbrella",
	colFinancier:         "Financier Country",
	colRecipient:         "Recipient",
	colISO:               "Recipient ISO-3",
	colCommitmentYear:    "Commitment Year",
	colStartYear:         "Implementation Start Year",
	colCompletionYear:    "Completion Year",
	colTitle:             "Title",
	colDescription:       "Description",
	colComments:          "Staff Comments",
	colStatus:            "Status",
	colFlowType:          "Flow Type",
	colFlowClass:         "Flow Class",
	colSectorCode:        "Sector Code",
	colSectorName:        "Sector Name",
	colInfrastructure:    "Infrastructure",
	colFunding:           "Funding Agencies",
	colFundingType:       "Funding Agencies Type",
	colCofinancing:       "Co-financing Agencies",
	colCofinancingType:   "Co-financing Agencies Type",
	colReceiving:         "Direct Receiving Agencies",
	colReceivingType:     "Direct Receiving Agencies Type",
	colImplementing:      "Implementing Agencies",
	colImplementingType:  "Implementing Agencies Type",
	colGuarantor:         "Guarantor",
	colGuarantorType:     "Guarantor Agency Type",
	colOriginal:          "Amount (Original Currency)",
	colCurrency:          "Original Currency",
	colConstant:          "Amount (Constant USD 2021)",
	colNominal:           "Amount (Nominal USD)",
	colCommitmentDate:    "Commitment Date (MM/DD/YYYY)",
	colPlannedStart:      "Planned Implementation Start Date (MM/DD/YYYY)",
	colStart:             "Actual Implementation Start Date (MM/DD/YYYY)",
	colPlannedCompletion: "Planned Completion Date (MM/DD/YYYY)",
	colCompletion:        "Actual Completion Date (MM/DD/YYYY)",
	colPlace:             "Location Narrative",
	colFeature:           "OSM Link",
}

// required lists columns without which no project can be made: of each row, one
// must be there.
var required = [...][]column{
	{colID}, {colTitle}, {colStatus}, {colRecipient}, {colCommitmentYear},
	{colSectorCode, colSectorName}, {colConstant, colOriginal, colNominal},
}

// foldName returns what a column's name has in common among the forms in which
// the table goes round: "Amount (Constant USD 2021) " in AidData's workbook,
// "Amount.(Constant.USD.2021)" in the geocoded subset, and
// "amount_constant_usd_2021" as R users save it.
func foldName(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			return r
		}
		return -1
	}, s)
}

// A table is the layout that a header gives.
type table struct {
	header []string
	index  [numColumns]int // of the column in a row; -1: not there
}

func newTable(header *csvscan.Row) (table, error) {
	var t table
	known := map[string]column{}
	for c, name := range columnNames {
		known[foldName(name)] = column(c)
		t.index[c] = -1
	}
	for i := range header.Len() {
		name := strings.TrimSpace(decode(header.Field(i)))
		t.header = append(t.header, name)
		c, ok := known[foldName(name)]
		if !ok {
			continue
		}
		if t.index[c] >= 0 {
			return table{}, fmt.Errorf("%w: header: column %s stands twice", lac.ErrSyntax, columnNames[c])
		}
		t.index[c] = i
	}
	var missing []string
	for _, any := range required {
		var names []string
		for _, c := range any {
			if t.index[c] >= 0 {
				names = nil
				break
			}
			names = append(names, columnNames[c])
		}
		if names != nil {
			missing = append(missing, strings.Join(names, " or "))
		}
	}
	if missing != nil {
		return table{}, fmt.Errorf("%w: not a header of AidData's GCDF 3.0: expected also the columns %s; the first of %d columns is %q",
			lac.ErrSyntax, strings.Join(missing, ", "), len(t.header), plaintext.Shorten(t.header[0]))
	}
	return t, nil
}

// malformed restates an error of the scanner.
func (t *table) malformed(e *csvscan.RowError) *lac.RowError {
	rejected := &lac.RowError{Line: e.Line, Column: e.Column, Err: fmt.Errorf("%w: %w", lac.ErrSyntax, e.Err)}
	if e.Column > 0 && e.Field < len(t.header) {
		rejected.Field = t.header[e.Field]
	}
	return rejected
}

// project makes a project of a row, or says why it cannot.
func (t *table) project(row *csvscan.Row, source string) (lac.Project, *lac.RowError) {
	if n, want := row.Len(), len(t.header); n != want {
		return lac.Project{}, &lac.RowError{
			Line: row.Line(),
			Err:  fmt.Errorf("%w: %d fields, but the header has %d", lac.ErrSyntax, n, want),
		}
	}
	p := rowParser{table: t, row: row, source: source}
	project := p.project()
	if p.rejected != nil {
		return lac.Project{}, p.rejected
	}
	return project, nil
}
