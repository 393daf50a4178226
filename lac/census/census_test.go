package census_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/census"
	"github.com/sinolac/sinolac/lac/internal/feed/feedtest"
)

const table = "CTY_CODE,CTY_NAME,I_COMMODITY,COMM_LVL,GEN_VAL_MO,GEN_VAL_YR,YEAR,MONTH\n" +
	"-,TOTAL FOR ALL COUNTRIES,-,-,900,900,2023,03\n" +
	"3330,PERU,-,-,70,210,2023,03\n" +
	"3330,PERU,0901110015,HS10,7,21,2023,03\n" +
	"0021,TWENTY LATIN AMERICAN REPUBLICS,-,-,120,120,2023,03\n" +
	"1XXX,NORTH AMERICA,-,-,120,120,2023,03\n" +
	"5800,\"KOREA, SOUTH\",-,-,x,1,2023,03\n" +
	"5800,\"KOREA, SOUTH\",-,-,1,1,2023,00\n" +
	"9999,ATLANTIS,-,-,1,1,2023,01\n"

func reader(text string) *census.Reader {
	r := census.NewReader(strings.NewReader(text))
	r.Name = "imports.csv"
	return r
}

func TestOpen(t *testing.T) { feedtest.Opens(t, census.Open, "imports.csv", table, reader(table)) }

func TestRecords(t *testing.T) {
	feedtest.Records(t, reader(table), census.DefaultSource, 2, []string{
		"census#2 USA import 001 2023-03 TOTAL 900 USD",
		"census#3 USA import PER 2023-03 TOTAL 70 USD",
		"census#4 USA import PER 2023-03 H6:0901110015 7 USD",
		`imports.csv:7:25: field GEN_VAL_MO "x": amount "x": malformed`,
		`imports.csv:8:34: field MONTH "00": out of range: want a month from 1 to 12`,
		`imports.csv:9:6: field CTY_NAME "ATLANTIS": area "ATLANTIS": unknown code`,
	})
}

func TestAnotherTable(t *testing.T) { feedtest.Refuses(t, reader) }

func TestAColumnAMonth(t *testing.T) {
	r := reader("year,CTY_CODE,CTYNAME,IJAN,IFEB,IMAR,IYR,EJAN,EFEB,EMAR,EYR\n" +
		"2023,3330,Peru,1.5,0,2,3.5,4,5,0,9\n2023,0003,European Union,1,1,1,3,1,1,1,3\n")
	records, rejected, err := r.ReadAll(t.Context())
	var got []string
	for _, x := range records {
		got = append(got, fmt.Sprint(x.ID, " ", x.Flow, " ", x.Partner, " ", x.Period, " ", x.Value))
	}
	want := []string{
		"census#2-import-01 import PER 2023-01 1500000 USD", "census#2-import-03 import PER 2023-03 2000000 USD",
		"census#2-export-01 export PER 2023-01 4000000 USD", "census#2-export-02 export PER 2023-02 5000000 USD",
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil || rejected != nil || r.Stats().LeftOut != 1 {
		t.Errorf("%v, %v (-want +got):\n%s", rejected, err, diff)
	}
}

// The API answers with a list of lists of texts.
func TestAnAnswerOfTheAPI(t *testing.T) {
	const answer = "\ufeff[[\"CTY_CODE\",\"CTY_NAME\",\"E_COMMODITY\",\"ALL_VAL_MO\",\"ALL_VAL_YR\",\"YEAR\",\"MONTH\"],\n" +
		`["3330","PERU","-","70","210","2023","03"],` + "\n" +
		`["7480","CÔTE D'IVOIRE","-","5",null,"2023","03"],["5800","KOREA, SOUTH","-","x","1","2023","03"]`
	feedtest.Records(t, reader(answer+"]"), census.DefaultSource, 0, []string{
		"census#2 USA export PER 2023-03 TOTAL 70 USD",
		"census#3 USA export CIV 2023-03 TOTAL 5 USD",
		`imports.csv:4:23: field ALL_VAL_MO "x": amount "x": malformed`,
	})
	for name, text := range map[string]string{"cut off": answer, "a number": answer + `,[1]]`, "a long row": answer + `,["` + strings.Repeat("x", 1<<21) + `"]]`} {
		records, _, err := reader(text).ReadAll(t.Context())
		if len(records) != 2 || !errors.Is(err, lac.ErrSyntax) {
			t.Errorf("%s: %v, %v", name, records, err)
		}
	}
}

func FuzzReader(f *testing.F) {
	feedtest.Fuzz(f, func(text string) *census.Reader {
		r := reader(text)
		r.MaxRowBytes = 1 << 12
		return r
	}, table, `[["CTY_CODE","CTY_NAME","GEN_VAL_MO","YEAR","MONTH"],["3330","PERU","7","2023","03"]]`)
}
