package lac

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A TradeFlow is the direction of trade as the reporter sees it.
type TradeFlow string

const (
	Export   TradeFlow = "export"    // re-exports included, as UN Comtrade counts them
	Import   TradeFlow = "import"    // re-imports included
	ReExport TradeFlow = "re-export" // foreign goods that leave as they came; part of Export
	ReImport TradeFlow = "re-import" // domestic goods that come back; part of Import
	// Turnover is imports plus exports, for sources that publish nothing else.
	Turnover TradeFlow = "turnover"
	// Balance is exports minus imports, as a [Measure] has it: above zero a
	// surplus of the reporter, below zero a deficit. No record has this flow.
	Balance TradeFlow = "balance"
)

// IsValid reports whether f is a flow that a record can have.
func (f TradeFlow) IsValid() bool { return slices.Contains(tradeFlows, f) }

// tradeFlows are the flows by the numbers that they have in package tally.
var tradeFlows = []TradeFlow{Export, Import, ReExport, ReImport, Turnover}

// Mirror returns the flow as the partner sees it: an export is an import there.
// Turnover is turnover on both sides.
func (f TradeFlow) Mirror() TradeFlow {
	switch f {
	case Export:
		return Import
	case Import:
		return Export
	case ReExport:
		return ReImport
	case ReImport:
		return ReExport
	}
	return f
}

// A Valuation is the point at which goods are valued (UN IMTS 2010, chapter IV).
// Amounts on different valuations of one flow must not be added.
type Valuation string

const (
	NotStated Valuation = ""    // the source does not say
	FOB       Valuation = "fob" // free on board, at the exporter's border
	CIF       Valuation = "cif" // cost, insurance and freight included, at the importer's border
)

var valuations = []Valuation{FOB, CIF}

// An ObsStatus is the observation status of a figure, after the SDMX code list
// CL_OBS_STATUS, whose letters A, E and P are the first three.
type ObsStatus string

const (
	Normal      ObsStatus = ""            // as reported
	Estimated   ObsStatus = "estimated"   // by whoever compiled it, for want of a report
	Provisional ObsStatus = "provisional" // to be revised
	Missing     ObsStatus = "missing"     // known to exist, not reported: it has no value
)

var obsStatuses = []ObsStatus{Estimated, Provisional, Missing}

// A TradeRecord is one figure of one reporter's trade statistics: so much of a
// commodity, in one direction, with one partner, in one period.
type TradeRecord struct {
	ID        string    `json:"id"`
	Source    string    `json:"source"`   // ID of a Source
	Reporter  Area      `json:"reporter"` // whose statistics it is from
	Partner   Area      `json:"partner"`  // World: all partners together
	Flow      TradeFlow `json:"flow"`
	Period    Period    `json:"period"`
	Commodity Commodity `json:"commodity"`
	// Value is the trade value; Money{} if the source gives none.
	Value     Money     `json:"value,omitzero"`
	Valuation Valuation `json:"valuation,omitempty"`
	NetWeight Quantity  `json:"net_weight,omitzero"` // kilograms
	Quantity  Quantity  `json:"quantity,omitzero"`   // in the unit that the source gives
	Breakdown Breakdown `json:"breakdown,omitzero"`
	Status    ObsStatus `json:"status,omitempty"`
	Evidence  Evidence  `json:"evidence,omitempty"`
	Note      string    `json:"note,omitempty"`
}

// A Breakdown says which part of a trade figure a record is. UN Comtrade prints
// such parts in the same file as their total. The zero Breakdown is the total. So
// are the codes that UN Comtrade has for it, World as second partner and customs
// procedure C00: a dataset holds a record without them.
type Breakdown struct {
	Partner2  Area   `json:"partner2,omitzero"`   // second partner: country of consignment
	Customs   string `json:"customs,omitempty"`   // customs procedure code
	Transport string `json:"transport,omitempty"` // mode of transport code
	Supply    string `json:"supply,omitempty"`    // mode of supply code
	// Detail is whatever else tells rows of one figure apart in the source: state,
	// port, declaration. Rows that differ in it alone are parts, not duplicates.
	Detail string `json:"detail,omitempty"`
}

// withoutTotals returns b without the codes that stand for all second partners and all
// customs procedures.
func (b Breakdown) withoutTotals() Breakdown {
	if b.Partner2 == World {
		b.Partner2 = 0
	}
	if b.Customs == allProcedures {
		b.Customs = ""
	}
	return b
}

const allProcedures = "C00"

// depth returns in how many ways b breaks its total down.
func (b Breakdown) depth() int {
	n := 0
	for _, part := range b.parts() {
		if part {
			n++
		}
	}
	return n
}

func (b Breakdown) parts() [5]bool {
	return [...]bool{b.Partner2 != 0, b.Customs != "", b.Transport != "", b.Supply != "", b.Detail != ""}
}

// shape returns in which ways b breaks its total down, a bit each.
func (b Breakdown) shape() (s uint8) {
	for i, part := range b.parts() {
		if part {
			s |= 1 << i
		}
	}
	return s
}

// Amount returns the value: the method that [Sum] and [GroupBy] take.
func (r TradeRecord) Amount() Money { return r.Value }

// Validate reports what is wrong with r, as a join of [*FieldError]: ID, source,
// reporter, partner, flow, period and commodity must be there, codes be known,
// amounts not be negative, the net weight be in kilograms, and a record whose
// status is [Missing] have no value.
func (r TradeRecord) Validate() error {
	v := validation{record: r.ID}
	v.head(r.ID, r.Source)
	v.area("reporter", r.Reporter)
	v.area("partner", r.Partner)
	if !r.Flow.IsValid() {
		v.add("flow", string(r.Flow), wantOne(tradeFlows))
	}
	v.check(!r.Period.IsZero(), "period", "", ErrMissing)
	v.check(r.Commodity != 0, "commodity", "", ErrMissing)
	v.check(r.Commodity == 0 || r.Commodity.IsValid(), "commodity", "", ErrUnknownCode)
	v.money("value", r.Value)
	checkWord(&v, "valuation", r.Valuation, valuations)
	v.check(!r.NetWeight.IsReported() || r.NetWeight.Unit() == UnitKilograms, "net_weight", r.NetWeight.String(), ErrUnitMismatch)
	v.check(r.NetWeight.Sign() >= 0, "net_weight", r.NetWeight.String(), fmt.Errorf("%w: negative", ErrRange))
	v.check(r.Quantity.Sign() >= 0, "quantity", r.Quantity.String(), fmt.Errorf("%w: negative", ErrRange))
	checkWord(&v, "status", r.Status, obsStatuses)
	v.check(r.Status != Missing || !r.Value.IsReported(), "status", string(r.Status), fmt.Errorf("%w: a missing figure has no value", ErrRange))
	v.evidence(r.Evidence)
	return v.err()
}

// compareBreakdown puts the total first, then what breaks it down in the fewest ways.
func compareBreakdown(a, b Breakdown) int {
	return cmp.Or(cmp.Compare(a.depth(), b.depth()), a.Partner2.Compare(b.Partner2), strings.Compare(a.Customs, b.Customs),
		strings.Compare(a.Transport, b.Transport), strings.Compare(a.Supply, b.Supply), strings.Compare(a.Detail, b.Detail))
}

// holds reports whether b is of a mode of transport that has own's in it, and else
// the same: UN Comtrade prints 2000, water, beside 2100, sea. Its codes have four
// digits, of which those at the end are zero in a code that has others in it.
func (b Breakdown) holds(own Breakdown) bool {
	wide := strings.TrimRight(b.Transport, "0")
	if len(b.Transport) != 4 || len(own.Transport) != 4 || wide == "" || b.Transport == own.Transport || !strings.HasPrefix(own.Transport, wide) {
		return false
	}
	own.Transport = b.Transport
	return b == own
}
