package aduana

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A table is one that is being read.
type table struct {
	*feed.Table
	source                            string
	flow                              lac.TradeFlow
	valuation                         lac.Valuation
	day, country, goods, value, kilos int // columns
}

func (t *table) row(c *feed.Cells, add func(lac.TradeRecord)) {
	c.Decimal, c.Grouping = ',', '.'
	r := lac.TradeRecord{
		ID: c.ID(t.source, ""), Source: t.source,
		Reporter:  lac.Chile,
		Partner:   c.Area(t.country, country),
		Flow:      t.flow,
		Valuation: t.valuation,
		Value:     c.Amount(t.value, lac.USD, 1),
		NetWeight: c.Quantity(t.kilos, lac.UnitKilograms, 1),
		Breakdown: lac.Breakdown{Detail: c.Text(t.day) + " row " + strconv.Itoa(c.Line())},
	}
	day := c.Text(t.day)
	on, err := time.Parse("2/1/2006", strings.NewReplacer("-", "/", ".", "/").Replace(day))
	if iso, isoErr := time.Parse(time.DateOnly, day); isoErr == nil {
		on, err = iso, nil
	}
	switch {
	case day == "":
		c.Fail(t.day, lac.ErrMissing)
	case err != nil || on.Year() < 1000:
		c.Fail(t.day, fmt.Errorf("%w: want a day as in 15/01/2024", lac.ErrSyntax))
	default:
		r.Period = lac.Month(on.Year(), on.Month())
		r.Commodity = c.Commodity(t.goods, feed.HarmonizedSystem(r.Period))
	}
	add(r)
}

// countries are names that the customs have and package lac has not.
var countries = map[string]string{
	"NUEVA ZELANDIA": "NZL", "EE.UU.": "USA", "ESTADOS UNIDOS": "USA", "EE.UU": "USA", "COREA DEL SUR": "KOR", "COREA DEL NORTE": "PRK",
	"TAIWAN (FORMOSA)": "TWN", "TAIWAN": "TWN", "HOLANDA": "NLD", "INGLATERRA": "GBR", "TRINIDAD Y TABAGO": "TTO", "ORIGENES O DESTINOS NO PRECISADOS": "899",
	"COMBUSTIBLES Y LUBRICANTES": "899", "RANCHO DE NAVES": "899", "OTROS": "899",
}

// plain writes capital letters without their accents, as some tables do.
var plain = strings.NewReplacer("Á", "A", "É", "E", "Í", "I", "Ó", "O", "Ú", "U", "Ü", "U")

// country returns the area of a name.
func country(name string) (lac.Area, error) {
	if code, ok := countries[plain.Replace(strings.ToUpper(name))]; ok {
		return lac.ParseArea(code)
	}
	return lac.ParseArea(name)
}
