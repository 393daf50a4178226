// Package almanac embeds the facts that the library was grown from: what China
// customs, UN Comtrade, the World Bank, AidData and others published of
// cooperation between China and Latin America and the Caribbean, each figure with
// its source, and the statement of 9 June 2025 with its claims.
//
// [Dataset] loads all of it at once; [Records] gives the records, to be put
// into a dataset together with records of one's own:
//
//	facts, err := almanac.Records()
//	data, err := lac.NewDataset(facts, mine)
//
// The embedded files are tables in the form of package tabular, one or more for
// each family. Figures that no source confirms are marked [lac.Unconfirmed]; no
// verdict rests on them. Where sources disagree, every figure is kept.
//
// Diplomatic relations are known through 6 March 2026: of later days the state is
// [lac.TiesUnknown]. China customs' own figure in dollars for 2025 is not known; the
// 565.28 billion that the press has is a conversion, marked [lac.Derived]. Those of
// 2009, 2010, 2013 and 2019 were not found on the customs' basis. In yuan the customs'
// trade with the region and with Brazil is known to March 2026.
//
// By country the customs' trade is here in dollars of 2022 and in yuan of 2024. Of 2024 in
// dollars there is what China reports to UN Comtrade of its exports to 18 members, Brazil by
// Forum Macao, and Mexico and Guyana by China's embassies; its imports from members other
// than Brazil were not found in dollars. The totals by country of a file that names no
// source are marked [lac.Unconfirmed].
//
// The members' and China's gross domestic product and population are of 2020 and of 2024,
// from different releases, so that no growth is read between them; of 2024 Cuba has neither.
// The partners of the region as a whole end in 2019.
package almanac

import (
	"embed"
	"fmt"
	"io/fs"

	"github.com/sinolac/sinolac/lac"
)

//go:generate go run ../internal/gen/contents -in data -out zz_contents.go

//go:embed data
var files embed.FS

// Statement20250609 is the ID of the statement of 9 June 2025.
const Statement20250609 = "mfa-salon-2025-06-09"

// Dataset returns the almanac as a dataset.
func Dataset() (*lac.Dataset, error) {
	records, err := Records()
	if err != nil {
		return nil, err
	}
	return lac.NewDataset(records)
}

// Records returns the almanac's records and their sources.
func Records() (lac.Records, error) {
	data, err := fs.Sub(files, "data")
	if err != nil {
		return lac.Records{}, fmt.Errorf("almanac: %w", err)
	}
	records, err := loadTables(data)
	if err != nil {
		return lac.Records{}, fmt.Errorf("almanac: %w", err)
	}
	statement, err := loadStatement(data)
	if err != nil {
		return lac.Records{}, fmt.Errorf("almanac: %w", err)
	}
	records.Statements = append(records.Statements, statement)
	return records, nil
}
