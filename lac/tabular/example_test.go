package tabular_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

func Example() {
	// tabular.Open reads the same from a file.
	r := tabular.NewReader[lac.TradeRecord](strings.NewReader(
		`id,source,reporter,partner,flow,period,commodity,value,value.currency
t1,customs,CHN,PER,import,2024,H6:2603,20.5,USD
t2,customs,CHN,Peru,import,2024,H6:0810,"1,5",USD
t3,customs,CHN,CHL,import,2024,H6:2603,,
`))
	r.Name = "trade.csv"
	for record, err := range r.All(context.Background()) {
		var rejected *lac.RowError
		switch {
		case errors.As(err, &rejected):
			fmt.Println("rejected:", err)
		case err != nil:
			fmt.Println("the end:", err)
		default:
			fmt.Println(record.ID, record.Partner, record.Value)
		}
	}
	fmt.Println(r.Stats())
	// Output:
	// t1 PER 20.5 USD
	// rejected: trade.csv:3:41: field value "1,5": amount "1,5": malformed: a comma may be a point or nothing
	// t3 CHL not reported
	// 3 rows = 2 records + 1 rejected
}

// A spreadsheet with columns of its own, values in tens of thousands of yuan, and
// numbers and dates as they are written in Peru.
func ExampleMapping() {
	mapping, err := tabular.ParseMapping([]byte(`{
		"columns": {"País": "partner", "Flujo": "flow", "Mes": "period", "Importe (万元)": "value", "Fuente": "-"},
		"constants": {"reporter": "CHN", "commodity": "TOTAL"},
		"units": {"value": "10000 CNY"},
		"values": {"flow": {"Exportación": "export", "Importación": "import"}},
		"missing": ["n.d."],
		"decimal": ",", "grouping": ".",
		"dates": "01/2006",
		"comma": ";"
	}`))
	if err != nil {
		log.Fatal(err)
	}
	r := tabular.NewReader[lac.TradeRecord](strings.NewReader(
		"País;Flujo;Mes;Importe (万元);Fuente\n" +
			"Perú;Importación;05/2024;1.234.567,89;aduanas\n" +
			"Chile;Importación;06/2024;n.d.;aduanas\n" +
			"Chile;Importación;06/2024;1.23;aduanas\n"))
	r.Source, r.Mapping = "my-sheet", mapping
	records, rejected, err := r.ReadAll(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	for _, record := range records {
		fmt.Println(record.ID, record.Reporter, record.Flow, record.Partner, record.Period, record.Value)
	}
	for _, e := range rejected {
		fmt.Println(e)
	}
	fmt.Println("left out:", r.Ignored())
	// Output:
	// my-sheet#2 CHN import PER 2024-05 12345678900 CNY
	// my-sheet#3 CHN import CHL 2024-06 not reported
	// table:4:28: field Importe (万元) "1.23": malformed: want groups of three digits
	// left out: [Fuente]
}

// One row is a project with its one transaction.
func ExampleReader_lists() {
	r := tabular.NewReader[lac.Project](strings.NewReader(
		`title,areas,transactions[0].value,transactions[0].date
Port,PER,3500,2019
Railway,PER 60.5; BOL 39.5,,
`))
	r.Source = "desk"
	r.Mapping = tabular.Mapping{
		Constants: map[string]string{"transactions[0].type": "commitment"},
		Units:     map[string]string{"transactions[0].value": "1000000 USD"},
	}
	for p, err := range r.All(context.Background()) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(p.Title, len(p.Areas), p.Areas[0].Percent, p.Transactions[0].Value)
	}
	// Output:
	// Port 1 100 3500000000 USD
	// Railway 2 60.5 not reported
}

func ExampleWriter() {
	w := tabular.NewWriter[lac.Rate](os.Stdout)
	rate := lac.Rate{ID: "r1", Source: "fed", Period: lac.Year(2024), Base: lac.USD, Quote: lac.CNY, Note: `the year's "average"`}
	if err := w.Write(rate); err != nil { // no rate: nothing is written
		fmt.Println(err)
	}
	if err := w.Flush(); err != nil {
		log.Fatal(err)
	}
	// Output:
	// record "r1": field rate "0": out of range
	// id,source,period,base,quote,rate,note
}

func ExampleColumns() {
	fmt.Println(tabular.Columns[lac.Pledge]())
	// Output:
	// [id source meeting measure.subject measure.kind measure.sector measure.status measure.reporter measure.partner measure.flow measure.commodity measure.figure measure.real measure.prices target.text target.value target.value.unit target.high target.high.unit target.comparator target.digits target.vague per_year made window evidence note]
}

func ExampleLineReader() {
	r := tabular.NewLineReader(strings.NewReader(
		`{"family":"sources","id":"mfa","publisher":"Ministry of Foreign Affairs","title":"","basis":"list of states"}
{"family":"ties","id":"t1","source":"mfa","a":"CHN","b":"PER","event":"established","date":"1971-11-02"}
{"family":"ties","id":"t2","source":"mfa","a":"CHN","b":"CUB","event":"established","dat":"1960-09-28"}
{"family":"rates","id":"r1","source":"mfa","period":"2024","base":"USD","quote":"CNY","rate":1e999999999}
`))
	r.Name = "records.jsonl"
	records, rejected, err := r.ReadAll(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(records.Sources), "source,", len(records.Ties), "tie")
	for _, e := range rejected {
		fmt.Println(e)
	}
	// Output:
	// 1 source, 1 tie
	// records.jsonl:3:91: field dat "1960-09-28": unknown code: no such field
	// records.jsonl:4:94: field rate "1e999999999": out of range: number needs more than 38 digits
}

func ExampleLineWriter() {
	w := tabular.NewLineWriter(os.Stdout)
	for _, record := range []any{
		lac.Source{ID: "s", Publisher: "P & Q", Basis: "customs"},
		lac.Tie{ID: "t", Source: "s", A: lac.China, B: lac.Peru, Event: lac.TiesEstablished, Date: lac.Year(1971)},
	} {
		if err := w.Write(record); err != nil {
			log.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		log.Fatal(err)
	}
	// Output:
	// {"family":"sources","id":"s","publisher":"P & Q","title":"","basis":"customs"}
	// {"family":"ties","id":"t","source":"s","a":"CHN","b":"PER","event":"established","date":"1971"}
}

func ExampleWriteDir() {
	dir, err := os.MkdirTemp("", "records")
	if err != nil {
		log.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	data, err := lac.NewDataset(lac.Records{
		Sources: []lac.Source{{ID: "s", Publisher: "P", Basis: "customs"}},
		Ties:    []lac.Tie{{ID: "t", Source: "s", A: lac.China, B: lac.Peru, Event: lac.TiesEstablished, Date: lac.Year(1971)}},
	})
	if err != nil {
		log.Fatal(err)
	}
	if err := tabular.WriteDir(dir, data); err != nil {
		log.Fatal(err)
	}
	records, rejected, err := tabular.ReadDir(context.Background(), os.DirFS(dir), nil)
	if err != nil || rejected != nil {
		log.Fatal(rejected, err)
	}
	again, err := lac.NewDataset(records)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(data.Digest() == again.Digest())
	// Output:
	// true
}
