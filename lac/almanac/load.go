package almanac

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/tabular"
)

// mappings has what all rows of a table have in common.
var mappings = map[string]tabular.Mapping{
	// AidData's project records, counted by recipient, sector, infrastructure flag
	// and status, with their amounts in dollars of 2021.
	"observations-gcdf.tsv": {Constants: map[string]string{
		"source":            "aiddata-gcdf-3.0-geocoded",
		"table":             "records by recipient, sector and status",
		"measure.subject":   "projects",
		"measure.reporter":  "CHN",
		"figure.value.unit": "records",
		"amount.currency":   "USD",
		"price_year":        "2021",
	}},
}

// loadTables reads the tables, which are in the form of package tabular. The
// memberships among them are also those of package lac, whose areas know their
// members without a dataset.
func loadTables(data fs.FS) (lac.Records, error) {
	records, rejected, err := tabular.ReadDir(context.Background(), data, mappings)
	errs := []error{err}
	for _, e := range rejected {
		errs = append(errs, e)
	}
	return records, errors.Join(errs...)
}

// loadStatement reads the statement of 9 June 2025. Its file gives each claim's
// words in place of offsets; they must occur once in the text.
func loadStatement(data fs.FS) (lac.Statement, error) {
	const file = "statement-2025-06-09.json"
	raw, err := fs.ReadFile(data, file)
	if err != nil {
		return lac.Statement{}, err
	}
	var s struct {
		lac.Statement
		Claims []struct {
			lac.Claim
			Words string `json:"words"`
		} `json:"claims"`
	}
	if err := json.Unmarshal(raw, &s); err != nil {
		return lac.Statement{}, fmt.Errorf("%s: %w", file, err)
	}
	for _, c := range s.Claims {
		if n := strings.Count(s.Text, c.Words); n != 1 {
			return lac.Statement{}, fmt.Errorf("%s: claim %s: words occur %d times in the text: %w", file, c.ID, n, lac.ErrSyntax)
		}
		c.Start = strings.Index(s.Text, c.Words)
		c.End = c.Start + len(c.Words)
		s.Statement.Claims = append(s.Statement.Claims, c.Claim)
	}
	return s.Statement, nil
}
