package load_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/load"
)

// published returns a file of activities of a version.
func published(version string, all ...string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><iati-activities version="` + version + `">` + strings.Join(all, "\n") + `</iati-activities>`
}

// activity returns one, with what stands in it after its status, and its transactions: the
// code of each one's type and its amount.
func activity(id, inside string, transactions ...string) string {
	text := `<iati-activity default-currency="USD"><iati-identifier>` + id + `</iati-identifier><reporting-org ref="XX-1" type="40"><narrative>Lender</narrative></reporting-org><title><narrative>Road</narrative></title><description><narrative>A road.</narrative></description><participating-org role="1" type="10"><narrative>Funder</narrative></participating-org><activity-status code="2"/><activity-date type="2" iso-date="2020-03-01"/>` + inside
	for _, t := range transactions {
		code, amount, _ := strings.Cut(t, " ")
		text += `<transaction><transaction-type code="` + code + `"/><transaction-date iso-date="2020-03-05"/><value value-date="2020-03-05">` + amount + `</value></transaction>`
	}
	return text + `</iati-activity>`
}

const (
	peru  = `<recipient-country code="PE"/>`
	roads = `<sector code="21020"/>`
)

// Files of projects as they come, and what they are worth, told before they were read: each
// project with its places and payments, how many rows are rejected, and what is said.
func TestOddProjects(t *testing.T) {
	const head = "id,title,areas,status,transactions[0].type,transactions[0].date,transactions[0].value,transactions[0].value.currency\n"
	for _, tt := range []struct {
		name, text string
		rejected   int
		says       string // a regular expression; empty: nothing is noted, nor an error
		want       []string
	}{
		{"money taken back", published("2.03", activity("a", peru+roads, "2 1000", "2 -200")), 0, "",
			[]string{"Road; PER 100; commitment 1000 USD, commitment -200 USD"}},
		{"1.04 has letters and texts of one language", published("1.04", `<iati-activity default-currency="USD"><iati-identifier>a</iati-identifier><reporting-org ref="XX-1" type="40">Lender</reporting-org><title>Road</title><description>A road.</description><participating-org role="Funding">Funder</participating-org><activity-status code="2"/><recipient-country code="PE" percentage="60"/><recipient-country code="CL" percentage="40"/><sector code="21020"/><transaction><transaction-type code="C"/><value value-date="2014-03-05">1000</value><transaction-date iso-date="2014-03-05"/></transaction><transaction><transaction-type code="D"/><value value-date="2014-04-05">400</value><transaction-date iso-date="2014-04-05"/></transaction></iati-activity>`), 0, "",
			[]string{"Road; PER 60, CHL 40; commitment 1000 USD, disbursement 400 USD"}},
		{"an activity twice", published("2.03", activity("a", peru+roads, "2 1000"), activity("a", peru+roads, "2 1000")), 0, "twice|given",
			[]string{"Road; PER 100; commitment 1000 USD"}},
		{"UK is no code of ISO", published("2.03", activity("a", `<recipient-country code="UK"/>`+roads, "2 1000")), 0, "UK",
			[]string{"Road;  100; commitment 1000 USD"}},
		{"a country that is no more", published("2.03", activity("a", `<recipient-country code="AN"/>`+roads, "2 1000")), 0, "",
			[]string{"Road; ANT 100; commitment 1000 USD"}},
		{"a comment in an amount", published("2.03", activity("a", peru+roads, "2 10<!-- thousand -->00")), 0, "",
			[]string{"Road; PER 100; commitment 1000 USD"}},
		{"a file that ends in its second activity", strings.TrimSuffix(published("2.03", activity("a", peru+roads, "2 1000"), activity("b", peru+roads, "2 500")), `</transaction></iati-activity></iati-activities>`), 0, "line 2|ends|EOF",
			[]string{"Road; PER 100; commitment 1000 USD"}},
		{"one vocabulary, named and not", published("2.03", activity("a", peru+`<sector code="21020" percentage="50"/><sector vocabulary="1" code="23210" percentage="50"/>`, "2 1000")), 0, "",
			[]string{"Road; PER 100; commitment 1000 USD"}},
		{"a share of nothing", published("2.03", activity("a", `<recipient-country code="PE" percentage="100"/><recipient-country code="CL" percentage="0"/>`+roads, "2 1000")), 0, "",
			[]string{"Road; PER 100; commitment 1000 USD"}},
		{"a budget without an end", published("2.03", activity("a", peru+roads+`<budget><period-start iso-date="2020-01-01"/><value value-date="2020-01-01">7</value></budget>`, "2 1000")), 1, "period-end",
			[]string{"Road; PER 100; commitment 1000 USD"}},
		{"a kind of day that is none", strings.Replace(published("2.03", activity("a", peru+roads, "2 1000")), `type="2" iso`, `type="9" iso`, 1), 0, "9",
			[]string{"Road; PER 100; commitment 1000 USD"}},
		{"an amount of twenty digits", published("2.03", activity("a", peru+roads, "2 12345678901234567890.12")), 0, "",
			[]string{"Road; PER 100; commitment 12345678901234567890.12 USD"}},
		{"decimals of XML without digits on a side", published("2.03", activity("a", peru+roads, "2 1000.", "3 .5")), 0, "",
			[]string{"Road; PER 100; commitment 1000 USD, disbursement 0.5 USD"}},
		{"a bomb of entities", `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>` + strings.Replace(published("2.03", activity("a", peru+roads, "2 1000")), `<?xml version="1.0" encoding="UTF-8"?>`, "", 1) + "&b;", 0, "(?i)document type|doctype|entit", nil},
		{"Latin letters as an old computer writes them", strings.Replace(strings.Replace(published("2.03", activity("a", peru+roads, "2 1000")), "UTF-8", "windows-1252", 1), ">Road<", ">Caf\xe9 \x96 5 \x80<", 1), 0, "",
			[]string{"Café – 5 €; PER 100; commitment 1000 USD"}},
		{"a row twice", head + "p1,Port,PER,completed,commitment,2015-05-23,1000.50,USD\np1,Port,PER,completed,commitment,2015-05-23,1000.50,USD\n", 0, "twice|given",
			[]string{"Port; PER 100; commitment 1000.5 USD"}},
		{"a day that there is not", head + "p1,Port,PER,completed,commitment,2015-02-30,1,USD\np2,Quay,PER,completed,commitment,2015-05-23,1,USD\n", 1, "2015-02-30",
			[]string{"Quay; PER 100; commitment 1 USD"}},
		{"a space that does not break between thousands", head + "p1,Port,PER,completed,commitment,2015-05-23,1\u00a0000,USD\n", 1, `1\\u00a0000`, nil},
		{"a word of the list in capitals", head + "p1,Port,PER,Completed,commitment,2015-05-23,1,USD\n", 1, "Completed", nil},
		{"a title over two lines", head + "p1,\"Port\nand quay\",PER,completed,commitment,2015-05-23,1,USD\np2,Quay,XXX,completed,commitment,2015-05-23,1,USD\n", 1, ":4:.*XXX",
			[]string{"Port\nand quay; PER 100; commitment 1 USD"}},
		{"semicolons behind a mark of byte order", "\ufeff" + strings.ReplaceAll(head+"p1,Port,PER,completed,commitment,2015-05-23,1,USD\n", ",", ";"), 0, "",
			[]string{"Port; PER 100; commitment 1 USD"}},
		{"tabs in what is called CSV", strings.ReplaceAll(head+"p1,Port,PER,completed,commitment,2015-05-23,1,USD\n", ",", "\t"), 0, "",
			[]string{"Port; PER 100; commitment 1 USD"}},
		{"columns without a name behind the last", strings.Replace(head, "\n", ",,\n", 1) + "p1,Port,PER,completed,commitment,2015-05-23,1,USD,,\n", 0, "",
			[]string{"Port; PER 100; commitment 1 USD"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := load.Read(t.Context(), strings.NewReader(tt.text), "a.csv", load.Options{})
			var got []string
			for _, p := range f.Records.Projects {
				var areas, paid []string
				for _, a := range p.Areas {
					areas = append(areas, fmt.Sprint(a.Area, " ", a.Percent))
				}
				for _, x := range p.Transactions {
					paid = append(paid, fmt.Sprint(x.Type, " ", x.Value))
				}
				got = append(got, p.Title+"; "+strings.Join(areas, ", ")+"; "+strings.Join(paid, ", "))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			s := f.Report.Stats
			if s.Rejected != tt.rejected || s.Rows != s.Records+s.Rejected {
				t.Errorf("%v", f.Report)
			}
			said := fmt.Sprint(f.Report, err)
			if !regexp.MustCompile(tt.says).MatchString(said) || tt.says == "" && (err != nil || len(f.Report.Notes) > 0) {
				t.Errorf("%s, want %q", said, tt.says)
			}
		})
	}
}

const gcdfHead = "AidData Record ID,Recommended For Aggregates,AidData Parent ID,Umbrella,Financier Country,Recipient,Recipient ISO-3,Commitment Year,Completion Year,Title,Description,Status,Flow Type,Flow Class,Sector Code,Sector Name,Infrastructure,Commitment Date (MM/DD/YYYY),Amount (Original Currency),Original Currency,Amount (Constant USD 2021),Amount (Nominal USD),Adjusted Amount (Constant USD 2021)\n"

// review returns a review of a claim, but for one thing.
func review(old, new string) string {
	const good = `{"@context": "https://schema.org", "@type": "ClaimReview", "url": "https://x.example/r1", "datePublished": "2024-03-05", "author": {"@type": "Organization", "name": "Checkers"}, "claimReviewed": "Trade doubled.", "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "A Minister"}, "datePublished": "2024-03-01"}, "reviewRating": {"@type": "Rating", "ratingValue": "2", "bestRating": "5", "worstRating": "1", "alternateName": "False"}}`
	return strings.Replace(good, old, new, 1)
}

// The same of AidData's dataset, of reviews of claims, and of lines of records.
func TestOddTexts(t *testing.T) {
	loan := func(id, title, rest string) string {
		return id + ",Yes,,No,China,Peru,PER,2015,2018," + title + ",,Completion,Loan,OOF-like,210,TRANSPORT AND STORAGE,Yes," + rest + "\n"
	}
	for _, tt := range []struct {
		name, text        string
		records, rejected int
		says              string // a regular expression; empty: nothing is noted, nor an error
	}{
		{"a description over two lines", gcdfHead + loan("1", "\"Road,\r\npart one\"", "05/23/2015,5,USD,6,5,6"), 1, 0, ""},
		{"one record twice", gcdfHead + loan("1", "Road", "05/23/2015,5,USD,6,5,6") + loan("1", "Road", "05/23/2015,5,USD,6,5,6"), 2, 0, "twice|given"},
		{"no amount", gcdfHead + loan("1", "Road", "05/23/2015,,,,,"), 1, 0, ""},
		{"a day that there is not", gcdfHead + loan("1", "Road", "13/23/2015,5,USD,6,5,6"), 0, 1, "13/23/2015"},
		{"no ID", gcdfHead + loan("", "Road", "05/23/2015,5,USD,6,5,6"), 0, 1, "Record ID"},
		{"the head again in the midst", gcdfHead + loan("1", "Road", "05/23/2015,5,USD,6,5,6") + gcdfHead, 1, 1, "Record ID"},

		{"a review", review("", ""), 1, 0, ""},
		{"a review in a graph with its page", `{"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "@id": "p"}, ` + review("", "") + `]}`, 1, 0, ""},
		{"a rating in words", review(`"2", "bestRating"`, `"two of five", "bestRating"`), 1, 0, "two of five"},
		{"a list of kinds", review(`"@type": "ClaimReview"`, `"@type": ["ClaimReview", "CreativeWork"]`), 1, 0, ""},
		{"a day with its time and zone", review(`"2024-03-05"`, `"2024-03-05T23:30:00-05:00"`), 1, 0, ""},
		{"authors in a list", review(`{"@type": "Organization", "name": "Checkers"}`, `[{"@type": "Organization", "name": "Checkers"}, {"@type": "Person", "name": "A. Reporter"}]`), 1, 0, ""},
		{"no claim", review(`"claimReviewed": "Trade doubled.", `, ``), 0, 1, "claimReviewed"},
		{"two scripts of a page, one of them broken", `<html><script type="application/ld+json">` + review("", "") + `</script><script type="application/ld+json">{"@type": "ClaimReview", </script></html>`, 1, 1, "malformed"},

		{"blank lines between records", "\ufeff{\"family\":\"sources\",\"id\":\"s\",\"publisher\":\"x\",\"title\":\"t\",\"basis\":\"b\"}\n\n\r\n{\"family\":\"projects\",\"id\":\"p\",\"source\":\"s\",\"title\":\"Port\"}\n", 2, 0, ""},
		{"a family that there is not", "{\"family\":\"project\",\"id\":\"p\",\"source\":\"s\",\"title\":\"Port\"}\n", 0, 1, `"project"`},
		{"a field that there is not", "{\"family\":\"projects\",\"id\":\"p\",\"source\":\"s\",\"titel\":\"Port\"}\n", 0, 1, "titel"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, err := load.Read(t.Context(), strings.NewReader(tt.text), "a.txt", load.Options{})
			if s := f.Report.Stats; s.Records != tt.records || s.Rejected != tt.rejected || s.Rows != s.Records+s.Rejected {
				t.Errorf("%v, want %d records and %d rejected: %v", err, tt.records, tt.rejected, f.Report)
			}
			said := fmt.Sprint(f.Report, err)
			if !regexp.MustCompile(tt.says).MatchString(said) || tt.says == "" && (err != nil || len(f.Report.Notes) > 0) {
				t.Errorf("%s, want %q", said, tt.says)
			}
		})
	}
}
