package gcdf

import (
	"cmp"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// participants returns the agencies that pay, build and answer for the project.
// Where no funding agency is named, the country that the money is from stands in.
func (p *rowParser) participants(recipient lac.Area) []lac.Participant {
	country := cmp.Or(p.line(colFinancier), "China") // the dataset's scope
	financier, err := lac.ParseArea(country)
	if err != nil {
		p.reject(colFinancier, err)
	}
	all := p.agencies(colFunding, colFundingType, "funding", recipient)
	for i := range all {
		all[i].Area = financier // by definition, whatever the type says
	}
	if all == nil {
		all = append(all, lac.Participant{Name: country, Role: "funding", Type: "10", Area: financier})
	}
	all = append(all, p.agencies(colCofinancing, colCofinancingType, "funding", recipient)...)
	all = append(all, p.agencies(colImplementing, colImplementingType, "implementing", recipient)...)
	return append(all, p.agencies(colGuarantor, colGuarantorType, "accountable", recipient)...)
}

// parties gives each transaction its provider, if that is one agency, and its
// receivers.
func (p *rowParser) parties(transactions []lac.Transaction, participants []lac.Participant, recipient lac.Area) []lac.Transaction {
	var provider, receiver lac.Participant
	if funding := p.agencies(colFunding, colFundingType, "", recipient); len(funding) == 1 {
		provider = participants[0]
		provider.Role = ""
	}
	receiving := p.agencies(colReceiving, colReceivingType, "", recipient)
	if len(receiving) > 0 {
		receiver = receiving[0]
	}
	for _, r := range receiving[min(1, len(receiving)):] {
		receiver.Name += "; " + r.Name
		if r.Type != receiver.Type {
			receiver.Type = ""
		}
		if r.Area != receiver.Area {
			receiver.Area = 0
		}
	}
	for i := range transactions {
		transactions[i].Provider, transactions[i].Receiver = provider, receiver
	}
	return transactions
}

// agencies reads names that are separated by vertical bars, and their types from
// the column beside, if it has as many.
func (p *rowParser) agencies(names, types column, role string, recipient lac.Area) []lac.Participant {
	var all []lac.Participant
	kinds := strings.Split(p.text(types), "|")
	listed := strings.Split(p.text(names), "|")
	for i, name := range listed {
		name = strings.Join(strings.Fields(name), " ")
		if name == "" {
			continue
		}
		a := lac.Participant{Name: name, Role: role}
		if len(kinds) == len(listed) {
			a.Type, a.Area = agencyKind(kinds[i], recipient)
		}
		all = append(all, a)
	}
	return all
}

// agencyKinds are the dataset's types of agencies by codes of IATI's
// OrganisationType, where that has one as wide.
var agencyKinds = map[string]string{
	"government agency":              "10",
	"state-owned bank":               "15", // other public sector
	"state-owned policy bank":        "15",
	"state-owned commercial bank":    "15",
	"state-owned company":            "15",
	"state-owned fund":               "15",
	"intergovernmental organization": "40",
	"private sector":                 "70",
	"other":                          "90",
}

// agencyKind reads a type such as "Recipient Government Agency": the code, and
// the country if the first word tells it.
func agencyKind(s string, recipient lac.Area) (code string, country lac.Area) {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	if rest, ok := strings.CutPrefix(s, "chinese "); ok {
		s, country = rest, lac.China
	} else if rest, ok := strings.CutPrefix(s, "recipient "); ok {
		s, country = rest, recipient
	} else if rest, ok := strings.CutPrefix(s, "other "); ok {
		s = rest
	}
	return agencyKinds[s], country
}
