package iati

import (
	"github.com/sinolac/sinolac/lac"
)

// A codeList is a code list of the standard: what each code is in package lac.
// Where several codes are one thing there, or several things one code, the first
// is written.
type codeList[T comparable] []struct {
	code  string
	value T
}

// value returns what a code stands for.
func (l codeList[T]) value(code string) (T, bool) {
	for _, c := range l {
		if c.code == code {
			return c.value, true
		}
	}
	var zero T
	return zero, false
}

// code returns the code for a value.
func (l codeList[T]) code(value T) (string, bool) {
	for _, c := range l {
		if c.value == value {
			return c.code, true
		}
	}
	return "", false
}

// activityStatuses is ActivityStatus. Finalisation (3) and closed (4) both say
// that the work is done. A project that is agreed and has not begun is in the
// pipeline (1), as one is that is announced.
var activityStatuses = codeList[lac.ProjectStatus]{
	{"1", lac.StatusPledge}, {"2", lac.StatusImplementation}, {"4", lac.StatusCompleted}, {"3", lac.StatusCompleted},
	{"5", lac.StatusCancelled}, {"6", lac.StatusSuspended}, {"1", lac.StatusCommitment},
}

// A dateType is what a date of ActivityDateType is of.
type dateType struct {
	status  lac.ProjectStatus
	planned bool
}

var dateTypes = codeList[dateType]{
	{"1", dateType{lac.StatusImplementation, true}}, {"2", dateType{lac.StatusImplementation, false}},
	{"3", dateType{lac.StatusCompleted, true}}, {"4", dateType{lac.StatusCompleted, false}},
}

// organisationRoles is OrganisationRole.
var organisationRoles = codeList[string]{{"1", "funding"}, {"2", "accountable"}, {"3", "extending"}, {"4", "implementing"}}

// The codes of version 1 that became others in version 2, in lower case.
var (
	firstDateTypes = map[string]string{"start-planned": "1", "start-actual": "2", "end-planned": "3", "end-actual": "4"}
	firstRoles     = map[string]string{"funding": "1", "accountable": "2", "extending": "3", "implementing": "4"}
	firstTypes     = map[string]string{"if": "1", "c": "2", "d": "3", "e": "4", "ir": "5", "lr": "6", "r": "7", "qp": "8", "qs": "9", "cg": "10"}
	firstBudgets   = map[string]string{"original": "1", "revised": "2"}
	firstSectors   = map[string]string{"dac": "1", "dac-3": "2", "cofog": "3", "nace": "4", "ntee": "5", "ro": "99", "ro2": "98"}
)

// reporting is the role of a project's reporting organisation.
const reporting = "reporting"

// organisationTypes is OrganisationType, which is kept by code.
var organisationTypes = map[string]bool{
	"10": true, "11": true, "15": true, "21": true, "22": true, "23": true, "24": true, "30": true, "40": true,
	"60": true, "70": true, "71": true, "72": true, "73": true, "80": true, "90": true,
}

// transactionTypes is TransactionType.
var transactionTypes = codeList[lac.TransactionType]{
	{"1", lac.IncomingFunds}, {"2", lac.Commitment}, {"3", lac.Disbursement}, {"4", lac.Expenditure}, {"5", lac.Interest},
	{"6", lac.Repayment}, {"7", lac.Reimbursement}, {"8", lac.EquityPurchase}, {"9", lac.EquitySale}, {"10", lac.CreditGuarantee},
	{"11", lac.IncomingCommitment}, {"12", lac.OutgoingPledge}, {"13", lac.IncomingPledge},
}

// relatedTypes is RelatedActivityType.
var relatedTypes = codeList[lac.LinkKind]{
	{"1", lac.PartOf}, {"2", lac.HasPart}, {"3", lac.Sibling}, {"4", lac.CoFunded}, {"5", lac.ThirdParty},
}

// resultTypes is ResultType, measures IndicatorMeasure.
var (
	resultTypes = codeList[string]{{"1", "output"}, {"2", "outcome"}, {"3", "impact"}, {"9", "other"}}
	measures    = codeList[string]{{"1", "unit"}, {"2", "percentage"}, {"3", "nominal"}, {"4", "ordinal"}, {"5", "qualitative"}}
)

// budgetTypes is BudgetType: whether it is revised. budgetStatuses is
// BudgetStatus: whether it is committed.
var (
	budgetTypes    = codeList[bool]{{"1", false}, {"2", true}}
	budgetStatuses = codeList[bool]{{"1", false}, {"2", true}}
)

// The lists of sectors and of regions that are read into codes of package lac,
// by their numbers in SectorVocabulary and RegionVocabulary. Each is the default.
const (
	sectorsDAC5 = "1" // purposes of the OECD DAC
	sectorsDAC3 = "2" // groups of them
	regionsDAC  = "1"
	regionsM49  = "2"
)

// ofReporter is, in both lists of lists, the reporting organisation's own list, and
// ofReporter2 in that of sectors a second one.
const ofReporter, ofReporter2 = "99", "98"

// regions is Region, the OECD DAC's list, with the M49 region of the same name
// and extent. Others, such as Caribbean and Central America in one, have none:
// they stay codes.
var regions = codeList[lac.Area]{
	{"89", lac.Europe}, {"298", lac.Africa}, {"498", lac.Americas}, {"798", lac.Asia}, {"889", lac.Oceania},
	{"489", lac.SouthAmerica}, {"1031", lac.Caribbean}, {"1032", lac.CentralAmerica},
	{"88", 0}, {"189", 0}, {"289", 0}, {"380", 0}, {"389", 0}, {"589", 0}, {"619", 0}, {"679", 0}, {"689", 0}, {"789", 0},
	{"998", 0}, {"1027", 0}, {"1028", 0}, {"1029", 0}, {"1030", 0}, {"1033", 0}, {"1034", 0}, {"1035", 0},
}
