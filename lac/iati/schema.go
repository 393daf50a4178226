package iati

import "strings"

// An element says what the standard's schema has in one of its elements: of the
// parts that are read, everything. What is outside the standard's namespace may
// stand anywhere, and is passed over.
//
// The schema is that of 2.03, of which 2.01 and 2.02 are parts: from one to the
// next the standard only added attributes and elements, made more of them
// optional, and let more of them repeat. The order of elements is not checked.
type element struct {
	attrs    []attribute
	children []child
	named    map[string]int // indexes of children
	text     bool           // it holds text; others hold blanks alone
}

type attribute struct {
	name     string
	required bool
}

// A child is an element within another, which has at least min of it and, unless
// max is 0, at most max.
type child struct {
	name     string
	min, max int
	*element // nil: not read
}

// newElement returns an element with the attributes named, of which those that
// end in "!" are required.
func newElement(attrs string, children ...child) *element {
	e := &element{children: children, named: map[string]int{}}
	for a := range strings.FieldsSeq(attrs) {
		name, required := strings.CutSuffix(a, "!")
		e.attrs = append(e.attrs, attribute{name, required})
	}
	for i, c := range children {
		e.named[c.name] = i
	}
	return e
}

func newText(attrs string) *element {
	e := newElement(attrs)
	e.text = true
	return e
}

func one(name string, e *element) child      { return child{name, 1, 1, e} }
func optional(name string, e *element) child { return child{name, 0, 1, e} }
func some(name string, e *element) child     { return child{name, 1, 0, e} }
func many(name string, e *element) child     { return child{name, 0, 0, e} }

var (
	narrative     = newText("")
	narratives    = newElement("", some("narrative", narrative))
	code          = newElement("code!")
	coded         = newElement("code! vocabulary!")
	aidType       = newElement("code! vocabulary")
	day           = newElement("iso-date!")
	currencyValue = newText("currency value-date!")
)

// named returns an element with an optional name in several languages.
func named(attrs string) *element { return newElement(attrs, many("narrative", narrative)) }

var activitySchema = newElement(
	"last-updated-datetime default-currency humanitarian hierarchy linked-data-uri budget-not-provided",
	one("iati-identifier", newText("")),
	one("reporting-org", newElement("ref! type! secondary-reporter", some("narrative", narrative))),
	one("title", narratives),
	some("description", newElement("type", some("narrative", narrative))),
	some("participating-org", named("ref type role! activity-id crs-channel-code")),
	many("other-identifier", nil),
	one("activity-status", code),
	some("activity-date", named("type! iso-date!")),
	many("contact-info", nil),
	optional("activity-scope", nil),
	many("recipient-country", named("code! percentage")),
	many("recipient-region", named("code! vocabulary vocabulary-uri percentage")),
	many("location", locationSchema),
	many("sector", named("vocabulary vocabulary-uri code! percentage")),
	many("tag", nil),
	optional("country-budget-items", nil),
	many("humanitarian-scope", nil),
	many("policy-marker", nil),
	optional("collaboration-type", code),
	optional("default-flow-type", code),
	optional("default-finance-type", code),
	many("default-aid-type", aidType),
	optional("default-tied-status", code),
	many("budget", newElement("type status",
		one("period-start", day),
		one("period-end", day),
		one("value", currencyValue),
	)),
	many("planned-disbursement", nil),
	optional("capital-spend", nil),
	many("transaction", transactionSchema),
	many("document-link", nil),
	many("related-activity", newElement("ref! type!")),
	many("legacy-data", nil),
	optional("conditions", nil),
	many("result", resultSchema),
	optional("crs-add", nil),
	optional("fss", nil),
)

var transactionSchema = newElement("ref humanitarian",
	one("transaction-type", code),
	one("transaction-date", day),
	one("value", currencyValue),
	optional("description", narratives),
	optional("provider-org", named("ref provider-activity-id type")),
	optional("receiver-org", named("ref receiver-activity-id type")),
	optional("disbursement-channel", code),
	many("sector", named("vocabulary vocabulary-uri code!")),
	optional("recipient-country", named("code!")),
	optional("recipient-region", named("code! vocabulary vocabulary-uri")),
	optional("flow-type", code),
	optional("finance-type", code),
	many("aid-type", aidType),
	optional("tied-status", code),
)

var locationSchema = newElement("ref",
	optional("location-reach", code),
	many("location-id", coded),
	optional("name", narratives),
	optional("description", narratives),
	optional("activity-description", narratives),
	many("administrative", newElement("code! vocabulary! level")),
	optional("point", newElement("srsName!", one("pos", newText("")))),
	optional("exactness", code),
	optional("location-class", code),
	optional("feature-designation", code),
)

var resultSchema = newElement("type! aggregation-status",
	one("title", narratives),
	optional("description", narratives),
	many("document-link", nil),
	many("reference", newElement("code! vocabulary! vocabulary-uri")),
	some("indicator", newElement("measure! ascending aggregation-status",
		one("title", narratives),
		optional("description", narratives),
		many("document-link", nil),
		many("reference", newElement("code! vocabulary! indicator-uri")),
		many("baseline", newElement("iso-date year! value", figureParts...)),
		many("period", newElement("",
			one("period-start", day),
			one("period-end", day),
			many("target", newElement("value", figureParts...)),
			many("actual", newElement("value", figureParts...)),
		)),
	)),
)

// figureParts are what a figure of an indicator has in it.
var figureParts = []child{
	many("location", newElement("ref")),
	many("dimension", newElement("name value")),
	optional("comment", narratives),
	many("document-link", nil),
}
