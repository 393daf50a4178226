package main

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/go-analyze/charts"

	"github.com/sinolac/sinolac/lac"
)

// A figure is one chart, drawn once for a page and once for a phone: an SVG
// that is scaled down scales its text with it. A style sheet shows one of them.
type figure struct {
	Wide, Narrow template.HTML
	From, To     string // first and last label
	Gaps         bool   // a label has no value
}

// A size is what one drawing of a chart is drawn for.
type size struct {
	wide          bool
	width, height int
	font          charts.FontStyle
}

// wide returns the size of a drawing for a page.
func wide(height int) size {
	return size{true, 760, height, charts.FontStyle{FontSize: 10.5}}
}

// narrow returns the size of a drawing for a phone. It is shown some 350 pixels
// wide, so that its letters are larger by as much as it is wider than that.
func narrow(width, height int) size {
	return size{false, width, height, charts.FontStyle{FontSize: float64(width) * 9 / 350}}
}

// A blue and an ochre that differ in lightness too, on light and on dark ground.
var palette = charts.MakeTheme(charts.ThemeOption{
	AxisStrokeColor:    charts.Color{R: 118, G: 126, B: 136, A: 255},
	AxisSplitLineColor: charts.Color{R: 118, G: 126, B: 136, A: 70},
	BackgroundColor:    charts.ColorTransparent,
	TextColor:          charts.Color{R: 74, G: 82, B: 92, A: 255},
	SeriesColors:       []charts.Color{{R: 46, G: 112, B: 180, A: 255}, {R: 199, G: 121, B: 26, A: 255}},
})

// yearChart draws China customs' turnover beside the region's own. It begins
// with the first year that has both, and a year without a figure is a gap.
func yearChart(rows []YearRow) (*figure, error) {
	first, last := 0, 0
	byYear := map[int]YearRow{}
	for _, r := range rows {
		byYear[r.Year] = r
		last = max(last, r.Year)
		if _, ok := r.turnover(); ok && r.Customs.IsReported() && (first == 0 || r.Year < first) {
			first = r.Year
		}
	}
	if first == 0 || first == last {
		return nil, nil
	}
	var labels []string
	var customs, own []float64
	for y := first; y <= last; y++ {
		r := byYear[y]
		labels = append(labels, strconv.Itoa(y))
		customs = append(customs, plotted(r.Customs, 2))
		both, _ := r.turnover()
		own = append(own, plotted(both, 2))
	}
	names := []string{"China customs", "LAC books"}
	what := fmt.Sprintf("Line chart of yearly trade, %d to %d, in billion US dollars: %s; %s. The table has every figure.", first, last,
		ends(names[0], rows, func(r YearRow) lac.Money { return r.Customs }, first),
		ends(names[1], rows, func(r YearRow) lac.Money { m, _ := r.turnover(); return m }, first))
	f, err := draw(what, labels, func(p *charts.Painter, z size) error {
		series := charts.NewSeriesListLine([][]float64{customs, own})
		series[0].Symbol = charts.Symbol{Shape: charts.SymbolCircle, Size: 3.5}
		series[1].Symbol = charts.Symbol{Shape: charts.SymbolSquare, Size: 3.5}
		opt := charts.NewLineChartOptionWithSeries(series)
		opt.Theme = palette
		opt.Padding = charts.NewBoxEqual(8)
		opt.LineStrokeWidth = z.font.FontSize / 5
		opt.Legend = charts.LegendOption{SeriesNames: names, FontStyle: z.font}
		opt.XAxis = charts.XAxisOption{Labels: labels, LabelCount: len(labels), LabelFontStyle: z.font, BoundaryGap: charts.Ptr(true)}
		if !z.wide {
			opt.XAxis.Labels = everySecond(labels)
		}
		opt.YAxis = []charts.YAxisOption{scale(z, customs, own)}
		opt.ValueFormatter = tick
		return p.LineChart(opt)
	}, wide(340), narrow(max(50*len(labels), 500), max(35*len(labels), 350)))
	if err != nil {
		return nil, err
	}
	f.Gaps = slices.Contains(customs, charts.GetNullValue()) || slices.Contains(own, charts.GetNullValue())
	return f, nil
}

// ends says where a series begins and ends.
func ends(name string, rows []YearRow, value func(YearRow) lac.Money, from int) string {
	var known []YearRow
	for _, r := range rows {
		if r.Year >= from && value(r).IsReported() {
			known = append(known, r)
		}
	}
	if len(known) == 0 {
		return name + " without a figure"
	}
	a, b := known[0], known[len(known)-1]
	return fmt.Sprintf("%s %s in %d, %s in %d", name, billions(value(a)), a.Year, billions(value(b)), b.Year)
}

// turnover returns the region's exports and imports together.
func (r YearRow) turnover() (lac.Money, bool) {
	both, err := r.Exports.Merge(r.Imports)
	if err != nil {
		return lac.Money{}, false
	}
	m, err := both.Money()
	return m, err == nil
}

// partnerChart draws the largest partners' exports and imports.
func partnerChart(rows []PartnerRow, of string) (*figure, error) {
	rows = rows[:min(len(rows), 10)]
	if len(rows) == 0 {
		return nil, nil
	}
	var labels, said []string
	var exports, imports []float64
	for _, r := range slices.Backward(rows) { // the library draws from the bottom up
		labels = append(labels, areaName(r.Partner))
		exports = append(exports, plotted(r.Exports, labelPlaces))
		imports = append(imports, plotted(r.Imports, labelPlaces))
	}
	for _, r := range rows {
		said = append(said, areaName(r.Partner)+" "+billions(r.Total))
	}
	what := fmt.Sprintf("Bar chart of the %d largest partners (%s): %s. The table has every figure.", len(rows), of, strings.Join(said, ", "))
	return draw(what, labels, func(p *charts.Painter, z size) error {
		opt := charts.NewBarChartOptionWithData([][]float64{exports, imports})
		opt.Theme = palette
		opt.Padding = charts.NewBoxEqual(8)
		opt.Horizontal = true
		opt.BarMargin = charts.Ptr(0.0)
		opt.Legend = charts.LegendOption{SeriesNames: []string{"China’s exports to", "China’s imports from"}, FontStyle: z.font}
		opt.CategoryAxis = charts.CategoryAxisOption{Labels: labels, LabelFontStyle: z.font}
		axis := scale(z, exports, imports)
		axis.Show = charts.Ptr(false) // every bar has its figure
		opt.ValueAxis = []charts.ValueAxisOption{axis}
		for i := range opt.SeriesList {
			opt.SeriesList[i].Label = charts.SeriesLabel{Show: charts.Ptr(true), FontStyle: z.font,
				LabelFormatter: func(_ int, _ string, v float64) (string, *charts.LabelStyle) {
					return strconv.FormatFloat(v, 'f', labelPlaces, 64), nil
				}}
		}
		opt.ValueFormatter = tick
		return p.BarChart(opt)
	}, wide(460), narrow(500, 60*len(labels)+60))
}

// labelPlaces is the number of decimal places of the figures on bars. They are
// rounded as decimals, before they become floats.
const labelPlaces = 1

// plotted returns an amount in billions as the chart library takes it, its
// null value if there is none. No other value becomes a float.
func plotted(m lac.Money, places int32) float64 {
	if !m.IsReported() {
		return charts.GetNullValue()
	}
	return m.Amount().Shift(-9).Round(places).InexactFloat64()
}

// scale returns an axis from 0 to a round number above all values.
func scale(z size, series ...[]float64) charts.ValueAxisOption {
	top := 0.0
	for _, values := range series {
		for _, v := range values {
			if v != charts.GetNullValue() {
				top = max(top, v)
			}
		}
	}
	most := 4.0 // steps
	if z.wide {
		most = 6
	}
	step := math.Pow(10, math.Floor(math.Log10(max(top, 1)/most)))
	for _, factor := range []float64{1, 2, 2.5, 5, 10} {
		if step*factor*most >= top {
			step *= factor
			break
		}
	}
	steps := max(math.Ceil(top/step), 1)
	return charts.ValueAxisOption{Min: charts.Ptr(0.0), Max: charts.Ptr(steps * step), LabelCount: int(steps) + 1,
		LabelFontStyle: z.font, ValueFormatter: tick, SplitLineShow: charts.Ptr(true)}
}

// everySecond blanks every other label, counted from the last.
func everySecond(labels []string) []string {
	out := slices.Clone(labels)
	for i := len(out) - 2; i >= 0; i -= 2 {
		out[i] = ""
	}
	return out
}

func tick(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func draw(what string, labels []string, paint func(p *charts.Painter, z size) error, sizes ...size) (*figure, error) {
	f := figure{From: labels[0], To: labels[len(labels)-1]}
	var errs []error
	for _, z := range sizes {
		out, class := &f.Narrow, "narrow"
		if z.wide {
			out, class = &f.Wide, "wide"
		}
		p := charts.NewPainter(charts.PainterOptions{OutputFormat: charts.ChartOutputSVG, Width: z.width, Height: z.height, Theme: palette})
		err := paint(p, z)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		svg, err := p.Bytes()
		if err != nil {
			errs = append(errs, err)
			continue
		}
		const start = "<svg "
		body, ok := bytes.CutPrefix(svg, []byte(start))
		if !ok {
			errs = append(errs, fmt.Errorf("drawing a chart: no %q at the start", start))
			continue
		}
		// Safe: the library's own shapes and escaped text, and what is escaped here.
		*out = template.HTML(fmt.Sprintf(`<svg class="chart %s" role="img" aria-label="%s" %s`, class, html.EscapeString(what), body))
	}
	return &f, errors.Join(errs...)
}
