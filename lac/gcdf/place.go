package gcdf

import (
	"regexp"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// feature is a link to OpenStreetMap with the words before it, which some rows
// have: "Juba Teaching Hospital: https://www.openstreetmap.org/way/…".
var feature = regexp.MustCompile(`[^,;|\n]*?https?://[^\s,;|]+`)

// locations returns a location for each link of the geocoded subset, named by
// the link with its words; one for the text if that has no link.
func (p *rowParser) locations() []lac.Location {
	s := p.text(colFeature)
	if s == "" {
		return nil
	}
	var all []lac.Location
	for _, name := range feature.FindAllString(s, -1) {
		name = strings.Join(strings.Fields(name), " ")
		all = append(all, lac.Location{Name: strings.TrimPrefix(name, "and ")})
	}
	if all == nil {
		all = append(all, lac.Location{Name: strings.Join(strings.Fields(s), " ")})
	}
	return all
}
