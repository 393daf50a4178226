package iati_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/iati"
)

func Example() {
	r, err := iati.Open("../../testdata/iati/bridge.xml")
	if err != nil {
		log.Fatal(err)
	}
	defer r.Close()
	for p, err := range r.All(context.Background()) {
		var rejected *lac.RowError
		switch {
		case errors.As(err, &rejected): // one activity; reading goes on
			fmt.Println(rejected)
			continue
		case err != nil:
			log.Fatal(err) // the end
		}
		fmt.Printf("%s %q, %s\n", p.ID, p.Title, p.Status)
		for _, a := range p.Areas {
			fmt.Println(" ", a.Area, a.Code, a.Percent)
		}
		for _, t := range p.Transactions {
			fmt.Println(" ", t.Date, t.Type, t.Value)
		}
	}
	fmt.Println(r.Stats())
	// Output:
	// XX-PUB-1-P "Programa de puentes", implementation
	//   PER  60.5
	//   BOL  14.5
	//    389 25
	// XX-PUB-1-B "Puente & accesos", completed
	//   PER  100
	//   2023-03-01 commitment 70000000 CNY
	//   2023-04-01 disbursement -0.5 USD
	// 2 rows = 2 records + 0 rejected
}

// What the standard's form forbids rejects as little as can be, here one of two
// transactions; what a rule of it forbids is noted. Both have their places.
func ExampleReader_ReadAll() {
	r := iati.NewReader(strings.NewReader(`<iati-activities version="2.03">
  <iati-activity default-currency="USD">
    <iati-identifier>XX-1</iati-identifier>
    <reporting-org ref="XX" type="10"><narrative>Ministry</narrative></reporting-org>
    <title><narrative>School</narrative></title>
    <description><narrative>A school.</narrative></description>
    <participating-org role="1"/>
    <activity-status code="2"/>
    <activity-date type="2" iso-date="2024-02-29"/>
    <sector code="11220" percentage="60"/>
    <sector code="11230" percentage="30"/>
    <transaction><transaction-type code="3"/><transaction-date iso-date="2024-03-01"/><value value-date="2024-03-01">5</value></transaction>
    <transaction><transaction-type code="3"/><transaction-date iso-date="2024-02-30"/><value value-date="2024-03-01">7</value></transaction>
  </iati-activity>
</iati-activities>`))
	r.Name, r.Notes = "schools.xml", func(note *lac.RowError) { fmt.Println("noted:", note) }
	records, rejected, err := r.ReadAll(context.Background())
	fmt.Println(len(records), "records", err)
	for _, e := range rejected {
		fmt.Println(e)
	}
	// Output:
	// noted: schools.xml:10:5: field iati-activity[1]/sector[1] "90": out of range: percentages of the sectors of vocabulary 1 add up to 90: the split is left out
	// 1 records <nil>
	// schools.xml:13:64: field iati-activity[1]/transaction[2]/transaction-date/@iso-date "2024-02-30": out of range
}

func ExampleWriter() {
	school, err := lac.ParseSector("11220")
	if err != nil {
		log.Fatal(err)
	}
	w := iati.NewWriter(os.Stdout)
	w.Reporter = lac.Participant{Name: "Ministry of Education", Ref: "XX-EDU", Type: "10"}
	err = w.Write(lac.Project{
		ID: "XX-EDU-7", Source: "register", Title: "School & library", Status: lac.StatusImplementation,
		Stages:       []lac.Stage{{Status: lac.StatusImplementation, Date: lac.DateOf(2024, 3, 1).Period()}},
		Areas:        []lac.AreaShare{{Area: lac.Cuba, Percent: decimal.NewFromInt(100)}},
		Sectors:      []lac.SectorShare{{Sector: school, Percent: decimal.NewFromInt(100)}},
		Participants: []lac.Participant{{Name: "Development bank", Role: "funding"}},
		Transactions: []lac.Transaction{{Type: lac.Commitment, Date: lac.DateOf(2024, 1, 15).Period(), Value: lac.MoneyOf(250_000, lac.CNY)}},
	})
	if err := errors.Join(err, w.Close()); err != nil {
		log.Fatal(err)
	}
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <iati-activities version="2.03">
	//   <iati-activity>
	//     <iati-identifier>XX-EDU-7</iati-identifier>
	//     <reporting-org ref="XX-EDU" type="10">
	//       <narrative>Ministry of Education</narrative>
	//     </reporting-org>
	//     <title>
	//       <narrative>School &amp; library</narrative>
	//     </title>
	//     <description>
	//       <narrative/>
	//     </description>
	//     <participating-org role="1">
	//       <narrative>Development bank</narrative>
	//     </participating-org>
	//     <activity-status code="2"/>
	//     <activity-date type="2" iso-date="2024-03-01"/>
	//     <recipient-country code="CU" percentage="100"/>
	//     <sector vocabulary="1" code="11220" percentage="100"/>
	//     <transaction>
	//       <transaction-type code="2"/>
	//       <transaction-date iso-date="2024-01-15"/>
	//       <value currency="CNY" value-date="2024-01-15">250000</value>
	//     </transaction>
	//   </iati-activity>
	// </iati-activities>
}
