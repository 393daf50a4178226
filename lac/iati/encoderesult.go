package iati

import (
	"fmt"

	"github.com/sinolac/sinolac/lac"
)

func (m *markup) result(field string, r lac.Result) {
	c, ok := resultTypes.code(r.Type)
	if !ok {
		m.fail(field+".type", r.Type, lac.ErrUnknownCode)
	}
	m.begin(field, "result", "type", c)
	m.narrative(field+".title", "title", r.Title)
	for i, ind := range r.Indicators {
		m.indicator(fmt.Sprintf("%s.indicators[%d]", field, i), ind)
	}
	if len(r.Indicators) == 0 {
		m.fail(field+".indicators", "", lac.ErrMissing)
	}
	m.end()
}

func (m *markup) indicator(field string, i lac.Indicator) {
	c, ok := measures.code(i.Unit)
	if !ok {
		m.fail(field+".unit", i.Unit, lac.ErrUnknownCode)
	}
	ascending := ""
	if i.Falling {
		ascending = "0"
	}
	m.begin(field, "indicator", "measure", c, "ascending", ascending)
	m.narrative(field+".title", "title", i.Title)
	if b := i.Baseline; !b.Period.IsZero() || b.Actual != "" || len(b.Dimensions) > 0 {
		on := ""
		if !b.Period.IsYear() {
			on = m.day(field+".baseline.period", b.Period)
		}
		m.figure(field+".baseline", "baseline", b.Dimensions, "year!", fmt.Sprint(b.Period.First().Year()), "iso-date", on, "value", b.Actual)
	}
	for j, v := range i.Periods {
		at := fmt.Sprintf("%s.periods[%d]", field, j)
		m.begin(at, "period")
		m.period(at+".period", v.Period)
		if v.Target != "" || len(v.Dimensions) > 0 && v.Actual == "" {
			m.figure(at, "target", v.Dimensions, "value", v.Target)
		}
		if v.Actual != "" {
			m.figure(at, "actual", v.Dimensions, "value", v.Actual)
		}
		m.end()
	}
	m.end()
}

func (m *markup) figure(field, name string, dimensions []lac.IndicatorDimension, attrs ...string) {
	if len(dimensions) == 0 {
		m.empty(field, name, attrs...)
		return
	}
	m.begin(field, name, attrs...)
	for _, d := range dimensions {
		m.empty(field, "dimension", "name!", d.Name, "value!", d.Value)
	}
	m.end()
}
