package wits_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac/wits"
)

func TestABulkDownload(t *testing.T) {
	r := wits.NewReader(strings.NewReader("Nomenclature,ReporterISO3,ProductCode,ReporterName,PartnerISO3,PartnerName,Year,TradeFlowName,TradeFlowCode,TradeValue in 1000 USD\n" +
		"H5,CHL,080810,Chile,CHN,China,2021,Gross Exp.,6,12.345\n" +
		"H5,CHL,Total,Chile,WLD,World,2021,Gross Imp.,5,7\n" +
		"H5,CHL,Total,Chile,EUN,European Union,2021,Import,1,\n" +
		"H5,CHL,Total,Chile,CHN,China,2021,Tariff,1,5\n" +
		"H5,CHL,Total,Chile,CHN,China,2021,Re-Imp,4,3\n" +
		"H5,CHL,Total,Chile,CHN,China,2021,Re-Exp,3,2\n" +
		"XX,CHL,080810,Chile,CHN,China,2021,Import,1,5\n"))
	records, rejected, err := r.ReadAll(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range records {
		if err := x.Validate(); err != nil {
			t.Error(err)
		}
		got = append(got, fmt.Sprint(x.ID, " ", x.Reporter, " ", x.Flow, " ", x.Partner, " ", x.Period, " ", x.Commodity, " ", x.Value, " ", x.Valuation))
	}
	for _, e := range rejected {
		got = append(got, e.Error())
	}
	want := []string{
		"wits#2 CHL export CHN 2021 H5:080810 12345 USD fob",
		"wits#3 CHL import 001 2021 TOTAL 7000 USD cif",
		"wits#4 CHL import EU 2021 TOTAL not reported ",
		"wits#6 CHL re-import CHN 2021 TOTAL 3000 USD cif",
		"wits#7 CHL re-export CHN 2021 TOTAL 2000 USD fob",
		`wits:5:35: field TradeFlowName "Tariff": unknown code: want gross or other exports or imports`,
		`wits:8:8: field ProductCode "080810": commodity edition "XX": unknown code`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
