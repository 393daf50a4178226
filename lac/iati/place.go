package iati

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// location reads a place. The standard's schema takes any text for a point: one that
// is none is left out.
func (a *activity) location(e elem) lac.Location {
	l := lac.Location{Name: e.child("name").narrative()}
	at, first, second := e.child("point").child("pos"), "", ""
	text := at.text()
	if c := e.child("coordinates"); c.exists() { // version 1
		at, first, second = c, c.attr("latitude"), c.attr("longitude")
		text = first + " " + second
	} else if parts := strings.Fields(text); len(parts) == 2 {
		first, second = parts[0], parts[1]
	}
	if strings.TrimSpace(text) == "" {
		return l
	}
	latitude, err := parseDecimal(first)
	if plain, comma := strings.CutSuffix(first, ","); err != nil && comma {
		if latitude, err = parseDecimal(plain); err == nil {
			a.broken(at, "", text, fmt.Errorf("%w: latitude and longitude with a comma between them", lac.ErrSyntax))
		}
	}
	longitude, err2 := parseDecimal(second)
	if err = cmp.Or(err, err2); err == nil && !(onGlobe(latitude, 90) && onGlobe(longitude, 180)) {
		err = fmt.Errorf("%w: beyond 90 or 180 degrees", lac.ErrRange)
	} else if err != nil {
		err = fmt.Errorf("%w: want latitude and longitude", lac.ErrSyntax)
	}
	if err != nil {
		a.broken(at, "", text, err)
		return l
	}
	l.Latitude, l.Longitude = latitude, longitude
	return l
}

// onGlobe reports whether a coordinate is of no more than so many degrees.
func onGlobe(degrees decimal.Decimal, most int64) bool {
	return !degrees.Abs().GreaterThan(decimal.NewFromInt(most))
}
