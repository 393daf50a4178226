package lac

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"
)

// A TransactionType is what a transaction does with money (IATI TransactionType).
type TransactionType string

const (
	IncomingFunds      TransactionType = "incoming-funds"      // received for the project (1)
	Commitment         TransactionType = "commitment"          // promised in a signed agreement (2)
	Disbursement       TransactionType = "disbursement"        // paid to the recipient (3)
	Expenditure        TransactionType = "expenditure"         // spent on goods and services for the project (4)
	Interest           TransactionType = "interest"            // paid on a loan (5)
	Repayment          TransactionType = "repayment"           // of a loan's principal (6)
	Reimbursement      TransactionType = "reimbursement"       // of what was spent before (7)
	EquityPurchase     TransactionType = "equity-purchase"     // (8)
	EquitySale         TransactionType = "equity-sale"         // (9)
	CreditGuarantee    TransactionType = "credit-guarantee"    // (10)
	IncomingCommitment TransactionType = "incoming-commitment" // promised to the project in a signed agreement (11)
	OutgoingPledge     TransactionType = "outgoing-pledge"     // announced, not signed (12)
	IncomingPledge     TransactionType = "incoming-pledge"     // (13)
)

// IsValid reports whether t is one of the constants.
func (t TransactionType) IsValid() bool { return slices.Contains(transactionTypes, t) }

var transactionTypes = []TransactionType{
	IncomingFunds, Commitment, Disbursement, Expenditure, Interest, Repayment, Reimbursement, EquityPurchase, EquitySale,
	CreditGuarantee, IncomingCommitment, OutgoingPledge, IncomingPledge,
}

// A Transaction is money promised, paid or repaid under a project.
type Transaction struct {
	Type      TransactionType `json:"type,omitempty"`      // empty: not known
	Date      Period          `json:"date,omitzero"`       // to the precision that the source gives
	Value     Money           `json:"value,omitzero"`      // Money{} if the source gives none
	ValueDate Date            `json:"value_date,omitzero"` // the day whose exchange rate Value is to be converted at
	// PriceYear is the year in whose prices Value is (constant prices); 0: in
	// those of its own date.
	PriceYear   int         `json:"price_year,omitempty"`
	FinanceType string      `json:"finance_type,omitempty"` // as in [Project]; empty: the project's
	Provider    Participant `json:"provider,omitzero"`
	Receiver    Participant `json:"receiver,omitzero"`
	// Areas and Sectors are the transaction's own, in place of the project's.
	Areas   []AreaShare   `json:"areas,omitempty"`
	Sectors []SectorShare `json:"sectors,omitempty"`
	Note    string        `json:"note,omitempty"` // the source's description
}

func (t Transaction) validate(v *validation, field string) {
	checkWord(v, field+".type", t.Type, transactionTypes)
	v.check(0 <= t.PriceYear && t.PriceYear <= 9999, field+".price_year", fmt.Sprint(t.PriceYear), ErrRange)
	v.areaShares(field+".areas", t.Areas)
	v.sectorShares(field+".sectors", t.Sectors)
}

// A Budget is money set aside for a project over a period: a plan, not a
// transaction.
type Budget struct {
	Period    Period `json:"period"`
	Value     Money  `json:"value,omitzero"`
	ValueDate Date   `json:"value_date,omitzero"`
	Revised   bool   `json:"revised,omitempty"`   // replaces the original (IATI BudgetType 2)
	Committed bool   `json:"committed,omitempty"` // binding, not indicative (IATI BudgetStatus 2)
}

// A Result is what a project aims at or has brought about, with the indicators
// that measure it.
type Result struct {
	Type       string      `json:"type"` // output, outcome, impact or other (IATI ResultType)
	Title      string      `json:"title"`
	Indicators []Indicator `json:"indicators,omitempty"`
}

// An Indicator measures a result.
type Indicator struct {
	Title    string           `json:"title"`
	Unit     string           `json:"unit,omitempty"`    // unit, percentage, nominal, ordinal or qualitative (IATI IndicatorMeasure)
	Falling  bool             `json:"falling,omitempty"` // it improves as it falls
	Baseline IndicatorValue   `json:"baseline,omitzero"`
	Periods  []IndicatorValue `json:"periods,omitempty"`
}

// An IndicatorValue is what an indicator stood or stands at in a period: as text,
// for indicators need not be numbers.
type IndicatorValue struct {
	Period     Period               `json:"period,omitzero"`
	Target     string               `json:"target,omitempty"`
	Actual     string               `json:"actual,omitempty"`
	Dimensions []IndicatorDimension `json:"dimensions,omitempty"` // what part of the whole it is of; empty: the whole
}

// IsZero reports whether nothing is stated.
func (v IndicatorValue) IsZero() bool {
	return v.Period.IsZero() && v.Target == "" && v.Actual == "" && len(v.Dimensions) == 0
}

// An IndicatorDimension is a value by which a result is broken down: sex, female.
type IndicatorDimension struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// shares checks that percentages are positive and add up to exactly 100 where
// there are any.
func (v *validation) shares(field string, percents []decimal.Decimal) {
	if len(percents) == 0 {
		return
	}
	sum := decimal.Decimal{}
	for i, p := range percents {
		part := fmt.Sprintf("%s[%d].percent", field, i)
		if v.decimal(part, p) {
			v.check(p.Sign() > 0, part, p.String(), ErrRange)
			sum = sum.Add(p)
		}
	}
	v.check(sum.Equal(decimal.NewFromInt(100)), field, sum.String(), fmt.Errorf("%w: percentages add up to %s, not 100", ErrRange, sum))
}

func (v *validation) areaShares(field string, shares []AreaShare) {
	percents := make([]decimal.Decimal, len(shares))
	for i, s := range shares {
		if s.Area != 0 || s.Code == "" {
			v.area(fmt.Sprintf("%s[%d].area", field, i), s.Area)
		}
		v.check(s.Area == 0 || s.Code == "", fmt.Sprintf("%s[%d].code", field, i), s.Code, fmt.Errorf("%w: the area has a code of its own", ErrRange))
		v.check((s.Code == "") == (s.Vocabulary == ""), fmt.Sprintf("%s[%d].vocabulary", field, i), s.Vocabulary, ErrMissing)
		percents[i] = s.Percent
	}
	v.shares(field, percents)
}

// sectorShares checks sectors. Each vocabulary divides the whole among its own.
func (v *validation) sectorShares(field string, shares []SectorShare) {
	var lists []string
	percents := map[string][]decimal.Decimal{}
	for i, s := range shares {
		s.Sector.validate(v, fmt.Sprintf("%s[%d].sector", field, i))
		if percents[s.Sector.Vocabulary] == nil {
			lists = append(lists, s.Sector.Vocabulary)
		}
		percents[s.Sector.Vocabulary] = append(percents[s.Sector.Vocabulary], s.Percent)
	}
	for _, list := range lists {
		v.shares(field, percents[list])
	}
}
