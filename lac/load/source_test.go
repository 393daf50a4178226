package load_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/crs"
	"github.com/sinolac/sinolac/lac/load"
	"github.com/sinolac/sinolac/lac/tabular"
)

// What agencies publish is known by what it begins with; the name says what a file lacks.
func TestPublishedFilesAreToldByTheirBeginning(t *testing.T) {
	for name, tt := range map[string]struct {
		text    string
		format  load.Format
		records int
	}{
		"EXP_2023.csv":                {"\"CO_ANO\";\"CO_MES\";\"CO_NCM\";\"CO_PAIS\";\"KG_LIQUIDO\";\"VL_FOB\"\n\"2023\";\"01\";\"26011100\";\"160\";1;2\n", load.ComexStat, 1},
		"BACI_HS12_Y2020_V202401.csv": {"t,i,j,k,v,q\n2020,76,156,260111,1,1\n", load.BACI, 1},
		"atlas.csv":                   {"year,export_value,import_value,location_code,partner_code,hs_product_code\n2020,1,2,BRA,CHN,1201\n", load.Atlas, 2},
		"dots.csv":                    {"\"Country Name\",\"Indicator Code\",\"Counterpart Country Name\",\"2020\",\n\"Peru\",\"TXG_FOB_USD\",\"World\",\"1\",\n", load.DOTS, 1},
		"full_v2.dat":                 {"REPORTER,PARTNER,PRODUCT_NC,FLOW,PERIOD,VALUE_EUR\nES,BR,TOTAL,1,202301,5\n", load.Comext, 1},
		"census.csv":                  {"CTY_CODE,CTY_NAME,E_COMMODITY,ALL_VAL_MO,YEAR,MONTH\n3330,PERU,-,5,2023,01\n", load.Census, 1},
		"aduana.csv":                  {"FECHA;PAIS_ORIGEN;CODIGO_ARANCEL;CIF_USD\n02/01/2023;CHINA;85171300;5\n", load.Aduana, 1},
		"wits.csv":                    {"Nomenclature,ReporterISO3,ProductCode,PartnerISO3,Year,TradeFlowName,TradeValue in 1000 USD\nH5,CHL,Total,CHN,2021,Export,5\n", load.WITS, 1},
		"进口.csv":                      {"数据年月,贸易伙伴名称,商品编码,美元\n202301,智利,26030000,5\n", load.GACC, 1},
		"series.csv":                  {"DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\nESTAT:DS-045409(1.0),15/09/26,M,ES,BR,2603,1,VALUE_IN_EUROS,2024-01,5\n", load.Comext, 1},
		"explorer.csv":                {"DATASET,SERIES_CODE,OBS_MEASURE,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,SCALE,2015,2015-M01\nIMF.STA:IMTS(1.0.0),PER.XG_FOB_USD.CHN.A,OBS_VALUE,Peru,Exports,China,Annual,Millions,5,\n", load.DOTS, 1},
		"imts.csv":                    {"DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE\nIMF.STA:IMTS(1.0.0),PER,XG_FOB_USD,CHN,A,2022,5\n", load.DOTS, 1},
		"bulletin.csv":                {"\"(2) Imports and Exports by Country (Region) of Origin/Destination, 12.2023\",,,\n\"Unit: US$1,000\",,,\nCountry (Region),Total,Exports,Imports\n,12,12,12\nPeru,3,1,2\n", load.GACC, 3},
		"总值表.csv":                     {"2023年5月总值表,,,\n单位：千美元,,,\n国家,进出口,出口,进口\n,5月,5月,5月\n智利,3,1,2\n", load.GACC, 3},
	} {
		f, err := load.FS(t.Context(), fstest.MapFS{name: {Data: []byte(tt.text)}}, name, load.Options{})
		if err != nil || f.Report.Format != tt.format || f.Report.Records != tt.records || f.Report.Rejected != 0 || len(f.Records.Trade) != tt.records {
			t.Errorf("%s: %v, %v", name, err, f.Report)
		}
		if _, err := load.Dataset(f); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if tt.format.Title() == string(tt.format) {
			t.Errorf("%s has no title", tt.format)
		}
	}
}

// Aggregates of aid are known by their columns; a pivot table wants its figures stated.
func TestAid(t *testing.T) {
	files := fstest.MapFS{
		"explorer.csv": {Data: []byte("DATAFLOW,DONOR,RECIPIENT,SECTOR,MEASURE,FLOW_TYPE,PRICE_BASE,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,BASE_PER,UNIT_MULT\nOECD.DCD.FSD:DSD_CRS@DF_CRS(1.6),FRA,COL,1000,100,D,V,USD,2022,181.25,,6\n")},
		"pivot.csv":    {Data: []byte("Row Labels,Japan,Italy\nPeru,1.5,\n")},
	}
	f, err := load.FS(t.Context(), files, "explorer.csv", load.Options{})
	if err != nil || f.Report.Format != load.CRS || len(f.Records.Observations) != 1 {
		t.Errorf("%v, %v", err, f.Report)
	}
	if _, err := load.FS(t.Context(), files, "pivot.csv", load.Options{}); err == nil || !strings.Contains(err.Error(), "Options.CRS") {
		t.Error(err)
	}
	thousand, _ := lac.QuantityOf(1000, lac.UnitOf(lac.USD)).Money()
	f, err = load.FS(t.Context(), files, "pivot.csv", load.Options{CRS: crs.Pivot{Flow: lac.Commitment, Unit: thousand, Year: 2019}})
	if err != nil || len(f.Records.Observations) != 1 || f.Records.Observations[0].Figure.Value.String() != "1500 USD" {
		t.Errorf("%v, %v", err, f.Records.Observations)
	}
	if _, err := load.Dataset(f); err != nil || load.CRS.Title() == string(load.CRS) {
		t.Error(err)
	}
}

// A mapping is for a table of one's own, whatever else it may be taken for.
func TestAMappingComesFirst(t *testing.T) {
	const text = "数据年月,贸易伙伴名称,商品编码,美元\n202301,智利,26030000,5\n"
	files := fstest.MapFS{"data.csv": {Data: []byte(text)}}
	if _, err := load.FS(t.Context(), files, "data.csv", load.Options{}); err == nil || !strings.Contains(err.Error(), "数据年月") {
		t.Errorf("neither flow nor mapping: %v", err)
	}
	if f, err := load.FS(t.Context(), files, "data.csv", load.Options{Flow: lac.Export}); err != nil || f.Records.Trade[0].Flow != lac.Export {
		t.Errorf("a flow: %v", err)
	}
	m := tabular.Mapping{
		Columns:   map[string]string{"数据年月": "period", "贸易伙伴名称": "partner", "商品编码": "commodity", "美元": "value"},
		Constants: map[string]string{"reporter": "CHN", "flow": "import"}, Units: map[string]string{"value": "1 USD"}, Dates: "200601", Edition: "H6",
	}
	f, err := load.FS(t.Context(), files, "data.csv", load.Options{Mapping: m})
	if err != nil || f.Report.Format != load.Table || f.Records.Trade[0].Commodity.String() != "H6:26030000" {
		t.Errorf("%v, %v", err, f.Report)
	}
}

func TestAStream(t *testing.T) {
	f, err := load.Read(t.Context(), strings.NewReader(trade), "standard input", load.Options{})
	if err != nil || f.Report.Name != "standard input" || f.Report.Records != 1 {
		t.Errorf("%v, %v", err, f.Report)
	}
}
