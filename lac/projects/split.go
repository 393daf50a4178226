package projects

import (
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/fixed"
)

var hundred = decimal.NewFromInt(100)

// allocate divides an amount by percentages that add up to 100. The parts add up
// to the amount to the last digit: each is exact if it has up to 38 places after
// the point; what of others lies beyond goes to the part after.
func allocate(amount decimal.Decimal, percents []decimal.Decimal) []decimal.Decimal {
	if len(percents) == 1 {
		return []decimal.Decimal{amount}
	}
	parts := make([]decimal.Decimal, len(percents))
	var percent, done decimal.Decimal
	for i, p := range percents {
		percent = percent.Add(p)
		upTo := amount.Mul(percent).Shift(-2).Truncate(fixed.MaxScale)
		parts[i] = upTo.Sub(done)
		done = upTo
	}
	return parts
}

// splits divides an amount by areas and, within each, by sectors, and yields what
// falls to each pair. Areas and sectors that are not stated are zero and take the
// whole.
func splits(amount decimal.Decimal, areas []lac.AreaShare, sectors []lac.SectorShare, yield func(lac.AreaShare, lac.Sector, decimal.Decimal)) {
	if len(areas) == 0 {
		areas = []lac.AreaShare{{Percent: hundred}}
	}
	if len(sectors) == 0 {
		sectors = []lac.SectorShare{{Percent: hundred}}
	}
	byArea, bySector := make([]decimal.Decimal, len(areas)), make([]decimal.Decimal, len(sectors))
	for i, a := range areas {
		byArea[i] = a.Percent
	}
	for i, s := range sectors {
		bySector[i] = s.Percent
	}
	for i, ofArea := range allocate(amount, byArea) {
		for j, part := range allocate(ofArea, bySector) {
			yield(areas[i], sectors[j].Sector, part)
		}
	}
}

// oneVocabulary returns the sectors of one vocabulary, for each divides the
// whole: the OECD DAC's or, if there is none of it, the first.
func oneVocabulary(sectors []lac.SectorShare) []lac.SectorShare {
	if len(sectors) < 2 {
		return sectors
	}
	wanted := sectors[0].Sector.Vocabulary
	for _, s := range sectors {
		if s.Sector.Vocabulary == "" {
			wanted = ""
		}
	}
	var kept []lac.SectorShare
	for _, s := range sectors {
		if s.Sector.Vocabulary == wanted {
			kept = append(kept, s)
		}
	}
	return kept
}
