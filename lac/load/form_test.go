package load_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac/load"
)

// The tables are of our own making; what they hold was written down before reading.
func TestFormsAreToldByTheirHeader(t *testing.T) {
	for _, tt := range []struct {
		form, text string
		want       []string
		rejected   int
	}{
		{"China Global Investment Tracker, investments",
			"Year,Month,Investor,Quantity in Millions,Share Size,Transaction Party,Sector,Subsector,Country,Region,BRI,Greenfield\n" +
				"2010,March,Example Oil,\"$3,100\",50,Bridas,Energy,Oil,Argentina,South America,,\n2012,June,Example Mining,430.5,,,Metals,Copper,Peru,South America,,G\n2012,July,Example Mining,1,,,Metals,Copper,Atlantis,,,\n",
			[]string{"Example Oil, Bridas, Oil; ARG; 2010-03; 3100000000 USD; Energy", "Example Mining, Copper; PER; 2012-06; 430500000 USD; Metals"}, 1},
		{"China Global Investment Tracker, construction contracts",
			"Year,Month,Contractor,Quantity in Millions,Share Size,Transaction Party,Sector,Subsector,Country,Region,BRI\n2015,May,Example Harbour,600,,Example State,Transport,Shipping,Jamaica,North America,1\n",
			[]string{"Example Harbour, Example State, Shipping; JAM; 2015-05; 600000000 USD; Transport"}, 0},
		{"Projects of the World Bank",
			"id,regionname,countryname,projectstatusdisplay,project_name,boardapprovaldate,curr_total_commitment,borrower\nP1,Latin America and Caribbean,Republic of Peru,Active,Rural roads,2018-06-28T00:00:00Z,\"60,000,000\",MEF\nP2,Latin America and Caribbean,Argentine Republic,Closed,Health,6/28/2010,5,MS\n",
			[]string{"Rural roads; PER; 2018-06-28; 60000000 USD"}, 1},
		{"Projects of the World Bank",
			"id,countryname,status,project_name,boardapprovaldate,totalamt\nP3,Federative Republic of Brazil,Closed,Water,1999-01-05T00:00:00Z,0\n",
			[]string{"Water; BRA; 1999-01-05; 0 USD"}, 0},
		{"Creditor Reporting System, activities",
			"Year|DonorCode|DonorName|CrsID|RecipientCode|RecipientName|USD_Commitment|USD_Disbursement|ProjectTitle|PurposeCode|PurposeName\n2019|5|Germany|2019001|454|Peru|1.25|0.5|EXAMPLE WATER|14031|Basic drinking water supply\n2019|5|Germany|2019002|998|Developing countries, unspecified||2||43010|Multisector aid\n",
			[]string{"EXAMPLE WATER, Basic drinking water supply; PER; 2019; 1250000 USD; 2019; 500000 USD; 14031", "Multisector aid; ; 2019; not reported; 2019; 2000000 USD; 43010"}, 0},
		{"Creditor Reporting System, activities", // with quotation marks around texts, and as they are within them
			"\"Year\"|\"DonorName\"|\"RecipientName\"|\"USD_Commitment\"|\"USD_Disbursement\"|\"ProjectTitle\"|\"PurposeCode\"|\"PurposeName\"\r\n2019|\"France\"|\"Brazil\"|1.25||\"The \"Green\" line\"|21030|\"Rail transport\"\r\n2019|France|Peru||2|Road \"B\"|21020|Road transport\r\n",
			[]string{"The \"Green\" line, Rail transport; BRA; 2019; 1250000 USD; 2019; not reported; 21030", "Road \"B\", Road transport; PER; 2019; not reported; 2019; 2000000 USD; 21020"}, 0},
		{"Creditor Reporting System, activities", // as the OECD gives it since 2024, in Parquet
			"year,donor_code,donor_name,crs_id,recipient_code,recipient_name,usd_commitment,usd_disbursement,usd_disbursement_defl,project_title,purpose_code,purpose_name\n2022,5,Germany,2022001,454,Peru,1.25,0.5,0.4,EXAMPLE WATER,14031,Basic drinking water supply\n2022,5,Germany,2022002,489,\"South America, regional\",,3,3,,43010,Multisector aid\n",
			[]string{"EXAMPLE WATER, Basic drinking water supply; PER; 2022; 1250000 USD; 2022; 500000 USD; 14031", "Multisector aid; 005; 2022; not reported; 2022; 3000000 USD; 43010"}, 0},
		{"China-Latin America Finance Database",
			"Date,Country,Type,Purpose,Lender,Amount\n2010,Ecuador,Energy,Example dam,China Eximbank,$1.7B\n2011,Bolivia,Other,Example helicopters,China Development Bank,$300M\n",
			[]string{"Example dam; ECU; 2010; 1700000000 USD; Energy", "Example helicopters; BOL; 2011; 300000000 USD; Other"}, 0},
		{"China's Overseas Development Finance",
			"BU ID,Project name,Country,Region,Borrower,Lender,Year,Loan Amount (USD M),Sector,Rep_lat,Rep_lon,precision\nJM.1,Example road,Jamaica,Latin America and the Caribbean,Government,China Eximbank,2014,\"1,300.5\",Transport,18.1,-77.3,2\n",
			[]string{"Example road; JAM; 2014; 1300500000 USD; Transport"}, 0},
		{"China's Overseas Development Finance", // as its web page shows it
			"Expand All | Collapse All,YEAR,LENDER,SECTOR,BORROWER,SENSITIVE TERRITORY OVERLAP,AMOUNT,Country\nExample dam,2010,EXIMBANK,Energy,Government,Indigenous,\"$1,300M\",Ecuador\nExample line,2011,CDB,Transport,State-owned enterprise,,$1.7B,Bolivia\n",
			[]string{"Example dam; ECU; 2010; 1300000000 USD; Energy", "Example line; BOL; 2011; 1700000000 USD; Transport"}, 0},
		{"Monitor de la OFDI china en América Latina y el Caribe",
			"Año,Empresa china,Empresa destino,País,Sector,Monto (millones de dólares),Empleo\n2017,Ejemplo Energía,Hidro Ejemplo,Brasil,Energía,2250.5,120\n2018,Ejemplo Minas,,Perú,Minería,10,n.d.\n",
			[]string{"Ejemplo Energía, Hidro Ejemplo; BRA; 2017; 2250500000 USD; Energía; 120 jobs", "Ejemplo Minas; PER; 2018; 10000000 USD; Minería"}, 0},
		{"Monitor de la OFDI china en América Latina y el Caribe", // in Windows-1252 with semicolons, as a spreadsheet saves it
			"A\xf1o;Empresa china;Empresa destino;Pa\xeds;Sector;Monto (millones de d\xf3lares);Empleo\r\n2019;Ejemplo Minas;;Per\xfa;Miner\xeda;10;n.d.\r\n",
			[]string{"Ejemplo Minas; PER; 2019; 10000000 USD; Minería"}, 0},
	} {
		t.Run(tt.form, func(t *testing.T) {
			f, err := load.Read(t.Context(), strings.NewReader(tt.text), "a.csv", load.Options{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range f.Records.Projects {
				said := []string{p.Title, ""}
				for _, a := range p.Areas {
					said[1] = a.Area.String()
				}
				for _, tr := range p.Transactions {
					said = append(said, tr.Date.String(), tr.Value.String())
				}
				for _, s := range p.Sectors {
					said = append(said, s.Sector.Field+s.Sector.Purpose)
				}
				if p.JobsDirect.Value.IsReported() {
					said = append(said, p.JobsDirect.Value.String())
				}
				got = append(got, strings.Join(said, "; "))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if f.Report.Form != tt.form || f.Report.Rejected != tt.rejected || f.Report.Rows != f.Report.Records+f.Report.Rejected || !strings.Contains(fmt.Sprint(f.Report), tt.form) {
				t.Errorf("%v", f.Report)
			}
			if _, err := load.Dataset(f); err != nil {
				t.Error(err)
			}
			if s := f.Records.Sources[0]; s.Publisher == "not stated" || s.Basis == "" {
				t.Errorf("source %+v", s)
			}
		})
	}
}

func TestFormsHaveAName(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range load.Forms() {
		if f.Name == "" || f.Title == "" || f.Publisher == "" || f.Basis == "" || f.URL == "" || seen[f.Name] {
			t.Errorf("%+v", f)
		}
		seen[f.Name] = true
	}
	if len(seen) != 10 {
		t.Errorf("%d forms", len(seen))
	}
}

// TestLinesBeforeTheHeader holds that empty lines before a table's header do not hide
// what it is.
func TestLinesBeforeTheHeader(t *testing.T) {
	const table = "id,source,title\np1,s,Port works\n"
	for _, before := range []string{"", "\n\n", "\r\n", "\ufeff\n", "sep=,\n\n"} {
		f, err := load.Read(t.Context(), strings.NewReader(before+table), "a.csv", load.Options{})
		if err != nil || f.Report.Records != 1 || f.Report.Rejected != 0 || f.Records.Projects[0].Title != "Port works" {
			t.Errorf("after %q: %v, %v", before, f, err)
		}
	}
}
