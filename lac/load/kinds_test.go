package load_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/load"
)

// An activity is as publishers write it but for one thing. Each was judged by the
// standard before it was read: what its form forbids is rejected, what breaks a rule is
// noted, and neither costs more money than it holds.
func TestKindsOfActivities(t *testing.T) {
	const (
		country  = `<recipient-country code="PE"/>`
		sector   = `<sector code="21020"/>`
		day      = `<transaction-date iso-date="2020-03-05"/>`
		value    = `<value value-date="2020-03-05">1000</value>`
		version  = `version="2.03"`
		typeCode = `<transaction-type code="2"/>`
	)
	good := `<?xml version="1.0" encoding="UTF-8"?><iati-activities version="2.03"><iati-activity default-currency="USD"><iati-identifier>XX-1-A</iati-identifier><reporting-org ref="XX-1" type="40"><narrative>Lender</narrative></reporting-org><title><narrative>Road</narrative></title><description><narrative>A road.</narrative></description><participating-org role="1" type="10"><narrative>Funder</narrative></participating-org><activity-status code="2"/><activity-date type="2" iso-date="2020-03-01"/>` + country + sector + `<transaction>` + typeCode + day + value + `</transaction></iati-activity></iati-activities>`
	for _, tt := range []struct {
		rule, old, new    string
		records, rejected int
		said              string // in a note or reject; empty: nothing is
	}{
		{"nothing is wrong", "", "", 1, 0, ""},
		{"rounded to 100.01", sector, `<sector code="21020" percentage="60.01"/><sector code="23210" percentage="40"/>`, 1, 0, "100.01"},
		{"150 per cent", sector, `<sector code="21020" percentage="150"/>`, 1, 0, "150"},
		{"less than nothing", sector, `<sector code="21020" percentage="110"/><sector code="23210" percentage="-10"/>`, 1, 0, "not all from 0 to 100"},
		{"two wholes", country, `<recipient-country code="PE" percentage="100"/><recipient-country code="CL" percentage="100"/>`, 1, 0, "200"},
		{"a sign of per cent", sector, `<sector code="21020" percentage="60%"/>`, 0, 1, "60%"},
		{"a region that is none", country, `<recipient-region code="777"/>`, 1, 0, "777"},
		{"a currency that is none", value, `<value currency="US$" value-date="2020-03-05">1000</value>`, 1, 0, "US$"},
		{"space around an amount", value, "<value value-date=\"2020-03-05\">\n 1000\n</value>", 1, 0, ""},
		{"a sign before an amount", value, `<value value-date="2020-03-05">+1000</value>`, 1, 0, ""},
		{"a currency in an amount", value, `<value value-date="2020-03-05">$1000</value>`, 0, 1, "$1000"},
		{"no number", value, `<value value-date="2020-03-05">NaN</value>`, 0, 1, "NaN"},
		{"a day that there is not", day, `<transaction-date iso-date="2020-02-30"/>`, 0, 1, "2020-02-30"},
		{"a day in another form", day, `<transaction-date iso-date="05/03/2020"/>`, 0, 1, "05/03/2020"},
		{"a day with its zone", day, `<transaction-date iso-date="2020-03-05Z"/>`, 1, 0, ""},
		{"a type that is none", typeCode, `<transaction-type code="99"/>`, 1, 0, "99"},
		{"no type", typeCode, ``, 0, 1, "transaction-type"},
		{"a place that is words", sector, `<location><point srsName="x"><pos>see map</pos></point></location>` + sector, 1, 0, "see map"},
		{"a place beyond the pole", sector, `<location><point srsName="x"><pos>95 -77</pos></point></location>` + sector, 1, 0, "95 -77"},
		{"a version that is none", version, `version="3.0"`, 0, 0, "3.0"},
		{"no identifier", `<iati-identifier>XX-1-A</iati-identifier>`, ``, 0, 1, "iati-identifier"},
		{"two titles", `</title>`, `</title><title><narrative>B</narrative></title>`, 0, 1, "title"},
		{"an element of somebody's own", `</iati-activity>`, `<x:note xmlns:x="http://x.example/">hi</x:note></iati-activity>`, 1, 0, ""},
		{"an element that is nobody's", `</iati-activity>`, `<foo/></iati-activity>`, 0, 1, "foo"},
		{"one of two amounts is garbled", value, `<value value-date="2020-03-05">1,000</value></transaction><transaction>` + typeCode + day + value, 1, 1, "1,000"},
		{"countries without shares", country, `<recipient-country code="PE"/><recipient-country code="CL"/>`, 1, 0, "percentage"},
		{"a file of organisations", `iati-activities`, `iati-organisations`, 0, 0, "organisations"},
		{"thirds", sector, `<sector code="21020" percentage="33.33"/><sector code="23210" percentage="33.33"/><sector code="12220" percentage="33.33"/>`, 1, 0, "99.99"},
		{"a vocabulary that is no whole beside one that is", sector, sector + `<sector vocabulary="2" code="210" percentage="40"/>`, 1, 0, "40"},
		{"a publisher's own vocabulary alone", sector, `<sector vocabulary="99" code="11"><narrative>Transporte</narrative></sector>`, 1, 0, ""},
		{"space around shares", country, `<recipient-country code="PE" percentage=" 60 "/><recipient-country code="CL" percentage="40.0"/>`, 1, 0, ""},
		{"a place with its height", sector, `<location><point srsName="x"><pos>-12.0 -77.0 100</pos></point></location>` + sector, 1, 0, "-12.0 -77.0 100"},
		{"an amount in CDATA", value, `<value value-date="2020-03-05"><![CDATA[1000]]></value>`, 1, 0, ""},
		{"a space in one of two amounts", value, value + `</transaction><transaction>` + typeCode + day + `<value value-date="2020-03-05">1 000</value></transaction><transaction>` + typeCode + day + value, 1, 1, "1 000"},
		{"no reporting organisation", `<reporting-org ref="XX-1" type="40"><narrative>Lender</narrative></reporting-org>`, ``, 0, 1, "reporting-org"},
		{"no day of a transaction", day, ``, 0, 1, "transaction-date"},
		{"a code of another list", country, `<recipient-country code="XK"/>`, 1, 0, ""},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			f, err := load.Read(t.Context(), strings.NewReader(strings.ReplaceAll(good, tt.old, tt.new)), "a.xml", load.Options{})
			if tt.old == "" {
				f, err = load.Read(t.Context(), strings.NewReader(good), "a.xml", load.Options{})
			}
			if got := [2]int{f.Report.Records, f.Report.Rejected}; got != [2]int{tt.records, tt.rejected} {
				t.Errorf("%d records and %d rejected, want %d and %d: %v", got[0], got[1], tt.records, tt.rejected, f.Report)
			}
			said := fmt.Sprint(err, f.Report.Rejects, f.Report.Notes)
			for _, r := range append(f.Report.Rejects, f.Report.Notes...) {
				said += fmt.Sprint(r.First)
			}
			if tt.said == "" && (err != nil || len(f.Report.Rejects)+len(f.Report.Notes) > 0) || !strings.Contains(said, tt.said) {
				t.Errorf("%s, want %q", said, tt.said)
			}
			for _, p := range f.Records.Projects {
				if last := p.Transactions[len(p.Transactions)-1].Value; last.IsReported() == (tt.rule == "a currency that is none") {
					t.Errorf("the amount is %v", last)
				}
			}
		})
	}
}
