package gcdf

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
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
	colAdjustedOriginal
	colAdjustedConstant
	colAdjustedNominal
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
	colAdjustedOriginal:  "Adjusted Amount (Original Currency)",
	colAdjustedConstant:  "Adjusted Amount (Constant USD 2021)",
	colAdjustedNominal:   "Adjusted Amount (Nominal USD)",
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
	{colSectorCode, colSectorName}, {colConstant, colOriginal, colNominal, colAdjustedConstant},
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
	*feed.Table
	index [numColumns]int // of the column in a row; -1: not there
}

func newTable(text *feed.Text, maxRowBytes int) (*table, error) {
	rows, err := feed.OpenTable(text, maxRowBytes)
	if err != nil {
		return nil, err
	}
	t := &table{Table: rows}
	known := map[string]column{}
	for c, name := range columnNames {
		known[foldName(name)] = column(c)
		t.index[c] = -1
	}
	for i, name := range t.Header {
		c, ok := known[foldName(name)]
		if !ok {
			continue
		}
		if t.index[c] >= 0 {
			return nil, fmt.Errorf("%w: header: column %s stands twice", lac.ErrSyntax, columnNames[c])
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
		return nil, feed.Missing("a header of AidData's GCDF 3.0", missing, t.Header)
	}
	return t, nil
}
