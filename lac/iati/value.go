package iati

import (
	"errors"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

// code returns a code of a list that had other codes in version 1. Of a later
// document that has one of those it is noted.
func (a *activity) code(e elem, attribute string, first map[string]string) string {
	given := e.attr(attribute)
	code, ok := first[strings.ToLower(given)]
	if !ok {
		return given
	}
	if !a.version.isFirst() {
		a.broken(e, attribute, given, fmt.Errorf("%w: a code of version 1, read as %s", lac.ErrUnknownCode, code))
	}
	return code
}

// read returns what a code stands for.
func read[T comparable](a *activity, e elem, attribute string, list codeList[T]) T {
	v, ok := list.value(e.attr(attribute))
	if !ok {
		a.unknown(e, attribute)
	}
	return v
}

// readOr is read with a code that holds where there is none.
func readOr[T comparable](a *activity, e elem, attribute, missing string, list codeList[T]) T {
	if e.attr(attribute) == "" {
		v, _ := list.value(missing)
		return v
	}
	return read(a, e, attribute, list)
}

// date returns the day in an attribute of type xsd:date, which may say a time
// zone: the day is that of the zone.
func (a *activity) date(e elem, attribute string) lac.Date {
	if !e.has(attribute) {
		return lac.Date{} // the schema has said so if it must be there
	}
	text := e.attr(attribute)
	day, zone := text, ""
	if len(text) > len("2006-01-02") {
		day, zone = text[:len("2006-01-02")], text[len("2006-01-02"):]
	}
	d, err := lac.ParseDate(day)
	if err == nil && !isZone(zone) {
		err = lac.ErrSyntax
	}
	if err != nil {
		a.wrong(e, attribute, text, feed.Cause(err))
		return lac.Date{}
	}
	return d
}

// isZone reports whether a text is a time zone of XML Schema, or none.
func isZone(s string) bool {
	if s == "" || s == "Z" {
		return true
	}
	if len(s) != len("+00:00") || s[0] != '+' && s[0] != '-' || s[3] != ':' {
		return false
	}
	for _, i := range [...]int{1, 2, 4, 5} {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// boolean returns an attribute of type xsd:boolean.
func (a *activity) boolean(e elem, attribute string, missing bool) bool {
	if !e.has(attribute) {
		return missing
	}
	switch text := e.attr(attribute); text {
	case "true", "1":
		return true
	case "false", "0":
	default:
		a.wrong(e, attribute, text, fmt.Errorf("%w: want true or false", lac.ErrSyntax))
	}
	return false
}

// plain returns a text of type xsd:decimal in the form that package lac reads:
// without exponent, and with a digit before and after the point.
func plain(text string) (string, error) {
	digits := strings.TrimLeft(text, "+-")
	whole, part, point := strings.Cut(digits, ".")
	switch {
	case len(text) > 100:
		return "", fmt.Errorf("%w: a number of %d bytes", lac.ErrRange, len(text))
	case len(text)-len(digits) > 1, whole+part == "", strings.Trim(whole+part, "0123456789") != "":
		return "", fmt.Errorf("%w: want a decimal number", lac.ErrSyntax)
	case !point:
		return text, nil
	}
	sign := text[:len(text)-len(digits)]
	return sign + "0" + whole + "." + part + "0", nil
}

// parseDecimal reads a text of type xsd:decimal.
func parseDecimal(text string) (decimal.Decimal, error) {
	number, err := plain(text)
	if err != nil {
		return decimal.Decimal{}, err
	}
	d, err := fixed.Parse(number)
	switch {
	case errors.Is(err, fixed.ErrRange):
		err = lac.ErrRange
	case err != nil:
		err = lac.ErrSyntax
	}
	return d.Decimal(), err
}

// dayOf returns the day of a day and time in ISO 8601, zero if it is none.
func dayOf(text string) lac.Date {
	day, _, _ := strings.Cut(strings.Replace(text, " ", "T", 1), "T")
	d, err := lac.ParseDate(strings.TrimSuffix(day, "Z"))
	if err != nil {
		return lac.Date{}
	}
	return d
}

// organisation returns an organisation without its role. The attribute names its
// own record of the activity.
func (a *activity) organisation(e elem, activityID string) lac.Participant {
	if !e.exists() {
		return lac.Participant{}
	}
	o := lac.Participant{Name: e.narrative(), Ref: e.attr("ref"), Type: e.attr("type"), Activity: e.attr(activityID)}
	if o.Type != "" && !organisationTypes[o.Type] {
		a.unknown(e, "type")
		o.Type = ""
	}
	return o
}

// financeType returns the code of a finance type.
func (a *activity) financeType(e elem) string {
	code := e.attr("code")
	if e.exists() && !isFinanceType(code) {
		a.unknown(e, "code")
		return ""
	}
	return code
}

// isFinanceType reports whether a code may be of FinanceType, which grows.
func isFinanceType(code string) bool {
	return code != "" && len(code) <= 4 && strings.Trim(code, "0123456789") == ""
}
