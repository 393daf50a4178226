package gcdf_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"path/filepath"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/gcdf"
	"github.com/sinolac/sinolac/lac/projects"
)

func Example() {
	// gcdf.Open reads the same from a file.
	r := gcdf.NewReader(strings.NewReader(`AidData.Record.ID,Title,Status,Recipient,Recipient.ISO-3,Sector.Name,Commitment.Year,Amount.(Constant.USD.2021)
51,Blue Lagoon bridge (linked to Umbrella #7),Completion,"America, regional",,TRANSPORT AND STORAGE,2012,1500.25
52,Blue Lagoon school,Finished,Belize,BLZ,EDUCATION,2012,NA
53,Blue Lagoon clinic,Implementation,Jamaica,JAM,HEALTH,2013,NA
`))
	r.Name = "gcdf.csv"
	for p, err := range r.All(context.Background()) {
		var rejected *lac.RowError
		switch {
		case errors.As(err, &rejected):
			fmt.Println("rejected:", err)
		case err != nil:
			fmt.Println("the end:", err)
		default:
			fmt.Println(p.ID, p.Status, p.Areas[0].Area, p.Sectors[0].Sector.Field, p.Transactions[0].Value, p.Links)
		}
	}
	fmt.Println(r.Stats())
	// Output:
	// gcdf#51 completed 019 transport-and-storage 1500.25 USD [{part-of gcdf#7}]
	// rejected: gcdf.csv:3:23: field Status "Finished": unknown code: want one of AidData's six statuses
	// gcdf#53 implementation JAM health not reported []
	// 3 rows = 2 records + 1 rejected
}

// Commitments in constant dollars, by sector, with what they rest on.
func ExampleReader_ReadAll() {
	r, err := gcdf.Open(filepath.Join(fixtures, "release.csv"))
	if err != nil {
		log.Fatal(err)
	}
	defer r.Close()
	all, rejected, err := r.ReadAll(context.Background())
	if err != nil || len(rejected) > 0 {
		log.Fatal(rejected, err)
	}
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{r.SourceRecord()}, Projects: all})
	if err != nil {
		log.Fatal(err)
	}
	q := projects.Query{Type: lac.Commitment, PriceYear: 2021, Recipient: lac.CELAC, On: lac.DateOf(2021, 12, 31)}
	totals, err := projects.Of(data).Totals(q, lac.BySector)
	if err != nil {
		log.Fatal(err)
	}
	for key, total := range totals.All() {
		fmt.Println(key.Sector.Field+":", total.Amount)
		for rule, n := range total.Amount.Excluded() {
			fmt.Println("  left out:", n, rule)
		}
	}
	// Output:
	// education: 12710351.25 USD (2 records, 0 missing)
	// health: no sum (0 records, 1 missing)
	// transport-and-storage: 271850001.25 USD (1 records, 0 missing)
	//   left out: 2 status
	// energy: 177300000 USD (2 records, 0 missing)
	// industry-mining-construction: no sum (0 records, 0 missing)
	//   left out: 1 status
	// other-multisector: no sum (0 records, 0 missing)
	//   left out: 1 umbrella
	// action-relating-to-debt: no sum (0 records, 0 missing)
	//   left out: 1 debt relief
	//   left out: 1 umbrella
}
