package chart

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/go-analyze/charts"
	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
)

//go:embed outlines.txt
var outlines string

// A Place is one location of a project.
type Place struct {
	Project  lac.Project
	Location lac.Location
}

// Places returns the locations of projects that have coordinates, in the order of
// the projects.
func Places(projects []lac.Project) []Place {
	var out []Place
	for _, p := range projects {
		for _, l := range p.Locations {
			if !l.Latitude.IsZero() || !l.Longitude.IsZero() {
				out = append(out, Place{p, l})
			}
		}
	}
	return out
}

// GeoJSON returns places as a FeatureCollection of points by RFC 7946: longitude
// before latitude, in WGS 84, as many digits as the source prints. A feature has
// the ID of its project and tells its title, status, source and the name of the
// place.
func GeoJSON(places []Place) ([]byte, error) {
	type geometry struct {
		Type        string         `json:"type"`
		Coordinates [2]json.Number `json:"coordinates"`
	}
	type properties struct {
		Title  string            `json:"title,omitempty"`
		Place  string            `json:"place,omitempty"`
		Status lac.ProjectStatus `json:"status,omitempty"`
		Source string            `json:"source"`
	}
	type feature struct {
		Type       string     `json:"type"`
		ID         string     `json:"id"`
		Geometry   geometry   `json:"geometry"`
		Properties properties `json:"properties"`
	}
	out := struct {
		Type     string    `json:"type"`
		Features []feature `json:"features"`
	}{"FeatureCollection", []feature{}}
	for _, p := range places {
		if err := p.check(); err != nil {
			return nil, err
		}
		at := [2]json.Number{json.Number(p.Location.Longitude.String()), json.Number(p.Location.Latitude.String())}
		out.Features = append(out.Features, feature{"Feature", p.Project.ID, geometry{"Point", at},
			properties{p.Project.Title, p.Location.Name, p.Project.Status, p.Project.Source}})
	}
	return json.Marshal(out)
}

func (p Place) check() error {
	within := func(v decimal.Decimal, limit int64) bool { return v.Abs().Cmp(decimal.NewFromInt(limit)) <= 0 }
	if !within(p.Location.Latitude, 90) || !within(p.Location.Longitude, 180) {
		return fmt.Errorf("project %s: %v, %v: no place on earth: %w", p.Project.ID, p.Location.Latitude, p.Location.Longitude, lac.ErrRange)
	}
	return nil
}

// The part of the earth that a map shows, in tenths of a degree.
const (
	mapWest, mapEast   = -1180, -330
	mapSouth, mapNorth = -565, 335
)

// Map draws places on a map of Latin America and the Caribbean, in the colour of
// their project's status. Degrees are equally long in both directions. Places
// elsewhere are counted below the map. It fails with [ErrNoFigure] if there is no
// place.
func Map(title string, places []Place, sources []string, tag language.Tag) (Picture, error) {
	if len(places) == 0 {
		return Picture{}, fmt.Errorf("chart %q: %w", title, ErrNoFigure)
	}
	w := wordsOf(tag)
	counts := map[lac.ProjectStatus]int{}
	outside := 0
	for _, p := range places {
		if err := p.check(); err != nil {
			return Picture{}, fmt.Errorf("chart %q: %w", title, err)
		}
		counts[p.Project.Status]++
		if _, _, ok := p.at(1); !ok {
			outside++
		}
	}
	var said []string
	for _, status := range statusOrder {
		if counts[status] > 0 {
			said = append(said, fmt.Sprintf("%s %d", w.status[status], counts[status]))
		}
	}
	p := Picture{Title: title, Sources: sources, Alt: strings.Join(said, w.list), tag: tag}
	p.layout = func(c *canvas) {
		var series []Series
		var colors []charts.Color
		statusColor := map[lac.ProjectStatus]charts.Color{}
		for i, status := range statusOrder {
			if counts[status] > 0 {
				series = append(series, Series{Name: fmt.Sprintf("%s (%d)", w.status[status], counts[status])})
				colors = append(colors, c.ink.series[len(colors)%len(c.ink.series)])
				statusColor[statusOrder[i]] = colors[len(colors)-1]
			}
		}
		c.keys(series)
		wide := min(c.right()-margin, 620)
		top := c.y
		for line := range strings.Lines(outlines) {
			if ring := outline(line, wide, top); len(ring) > 0 {
				band, grid := c.ink.band, c.ink.grid
				c.add(func(p *charts.Painter) { p.FillArea(ring, band) })
				c.path(ring, grid, 1)
			}
		}
		for _, p := range slices.Backward(places) {
			if x, y, ok := p.at(wide); ok {
				c.mark(disc, margin+x, top+y, 3, statusColor[p.Project.Status])
			}
		}
		c.y = top + wide*(mapNorth-mapSouth)/(mapEast-mapWest)
		if outside > 0 {
			c.paragraph(margin, c.right()-margin, w.outside+w.colon+strconv.Itoa(outside), small, c.ink.faint)
		}
	}
	return p, nil
}

// at returns where a place is on a map as wide as given, and whether it is on it.
func (p Place) at(wide int) (x, y int, ok bool) {
	scaled := func(v decimal.Decimal) int64 { // tenths of a degree, times a thousand
		return new(big.Int).Div(v.Shift(6).BigInt(), big.NewInt(100)).Int64()
	}
	lon, lat := scaled(p.Location.Longitude), scaled(p.Location.Latitude)
	if lon < mapWest*1000 || lon > mapEast*1000 || lat < mapSouth*1000 || lat > mapNorth*1000 {
		return 0, 0, false
	}
	const span = (mapEast - mapWest) * 1000
	return int((lon - mapWest*1000) * int64(wide) / span), int((mapNorth*1000 - lat) * int64(wide) / span), true
}

// outline returns the ring of a line of outlines, none for a comment.
func outline(line string, wide, top int) []charts.Point {
	if strings.HasPrefix(line, "#") {
		return nil
	}
	var ring []charts.Point
	for _, pair := range strings.Fields(line)[1:] {
		lon, lat, _ := strings.Cut(pair, ",")
		x, _ := strconv.Atoi(lon)
		y, _ := strconv.Atoi(lat)
		ring = append(ring, charts.Point{X: margin + (x-mapWest)*wide/(mapEast-mapWest), Y: top + (mapNorth-y)*wide/(mapEast-mapWest)})
	}
	return ring
}
