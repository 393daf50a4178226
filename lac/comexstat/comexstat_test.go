package comexstat_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comexstat"
	"github.com/sinolac/sinolac/lac/internal/feed/feedtest"
)

const table = "\"CO_ANO\";\"CO_MES\";\"CO_NCM\";\"CO_UNID\";\"CO_PAIS\";\"SG_UF_NCM\";\"CO_VIA\";\"CO_URF\";\"QT_ESTAT\";\"KG_LIQUIDO\";\"VL_FOB\"\n" +
	"\"2023\";\"03\";\"26011100\";\"21\";\"160\";\"MG\";\"01\";\"0817800\";7;7000;900\n" +
	"\"2023\";\"03\";\"26011100\";\"21\";\"160\";\"PA\";\"01\";\"0817800\";7;7000;900\n" +
	"\"2022\";\"03\";\"12019000\";\"21\";\"158\";\"MT\";\"01\";\"0927800\";1;0;12.5\n" +
	"\"2023\";\"4\";\"02023000\";\"10\";\"63\";\"RR\";\"07\";\"0230154\";10;10;50\n" +
	"\"2023\";\"04\";\"02023000\";\"10\";\"800\";\"RR\";\"07\";\"0230154\";10;10;\n" +
	"\"2023\";\"04\";\"02023000\";\"10\";\"156\";\"RR\";\"07\";\"0230154\";10;10;50\n" +
	"\"2023\";\"13\";\"02023000\";\"10\";\"160\";\"RR\";\"07\";\"0230154\";10;10;50\n" +
	"\"2023\";\"04\";\"2023000\";\"10\";\"160\";\"RR\";\"07\";\"0230154\";10;10;-50\n"

func reader(text string) *comexstat.Reader {
	r := comexstat.NewReader(strings.NewReader(text))
	r.Name = "EXP_2024.csv"
	return r
}

func TestOpen(t *testing.T) { feedtest.Opens(t, comexstat.Open, "EXP_2024.csv", table, reader(table)) }

func TestRecords(t *testing.T) {
	feedtest.Records(t, reader(table), comexstat.DefaultSource, 0, []string{
		"comexstat#2 BRA export CHN 2023-03 H6:26011100 900 USD fob 7000 kg /01/MG 0817800",
		"comexstat#3 BRA export CHN 2023-03 H6:26011100 900 USD fob 7000 kg /01/PA 0817800",
		"comexstat#4 BRA export CHL 2022-03 H5:12019000 12.5 USD fob /01/MT 0927800",
		"comexstat#5 BRA export ARG 2023-04 H6:02023000 50 USD fob 10 kg /07/RR 0230154",
		"comexstat#6 BRA export TGO 2023-04 H6:02023000 not reported 10 kg /07/RR 0230154",
		`EXP_2024.csv:7:29: field CO_PAIS "156": unknown code: no country of Secex's list`,
		`EXP_2024.csv:8:8: field CO_MES "13": out of range: want a month from 1 to 12`,
		`EXP_2024.csv:9:60: field VL_FOB "-50": out of range: negative`,
	})
}

func TestAnotherTable(t *testing.T) { feedtest.Refuses(t, reader) }

func TestTheFlowMustBeSaid(t *testing.T) {
	r := reader(table)
	r.Name = "data.csv"
	if _, _, err := r.ReadAll(t.Context()); !errors.Is(err, lac.ErrMissing) {
		t.Errorf("a name without the flow: %v", err)
	}
	r = reader(table)
	r.Name, r.Flow = "data.csv", lac.Import
	if records, _, err := r.ReadAll(t.Context()); err != nil || records[0].Flow != lac.Import || records[0].Valuation != lac.FOB {
		t.Errorf("%v, %v", records, err)
	}
}

func FuzzReader(f *testing.F) {
	feedtest.Fuzz(f, func(text string) *comexstat.Reader {
		r := reader(text)
		r.MaxRowBytes = 1 << 12
		return r
	}, table)
}
