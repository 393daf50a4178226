package main

import (
	"cmp"
	"fmt"
	"iter"
	"math/rand/v2"
	"strconv"
	"strings"
)

// A generated file has rows in the order reporter, year, flow, partner, code.
// A reporter trades with some of the partners; every combination of the first
// four that occurs has its even share of the rows, and none of the five occurs
// twice.
const (
	firstYear = 2005
	years     = 20
	trading   = 40 // partners of one reporter
)

// tradingWith returns the partners of a reporter, in order. For neighbouring
// reporters they are others.
func tradingWith(reporter int) []int {
	var some []int
	for p := range partners {
		if (37*p+11*reporter)%len(partners) < trading {
			some = append(some, p)
		}
	}
	return some
}

// flows are imports and exports, in the order in which the file has them.
var flows = []struct{ code, name string }{{"M", "Import"}, {"X", "Export"}}

// A number is units × 10^-places.
type number struct {
	units  int64
	places uint8
}

// thousandths returns n × 1000, which is an integer for every generated number.
func (n number) thousandths() int64 {
	for i := n.places; i < 3; i++ {
		n.units *= 10
	}
	return n.units
}

func (n number) append(b []byte) []byte {
	if n.places == 0 {
		return strconv.AppendInt(b, n.units, 10)
	}
	scale := power10(n.places)
	b = strconv.AppendInt(b, n.units/scale, 10)
	b = append(b, '.')
	for rest := n.units % scale; scale > 1; rest %= scale {
		scale /= 10
		b = append(b, byte('0'+rest/scale))
	}
	return b
}

func power10(n uint8) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// A row is one generated row. Its first fields are indexes; a partner below 0 is the
// World, a good below 0 all goods.
type row struct {
	reporter, year, flow, partner, good int
	quantity, weight, value             number
	mode                                string // of transport; empty: all
}

var (
	world    = country{iso: "W00", name: "World"}
	allGoods = good{code: "TOTAL", name: "All Commodities", unitCode: "-1", unit: "N/A"}
)

// group returns the number of the row's reporter, year and flow.
func (r row) group() int { return (r.reporter*years+r.year)*len(flows) + r.flow }

// pair returns the number of the row's partner and code.
func (r row) pair() int { return r.partner*len(goods) + r.good }

// rows returns n rows, the same for one n in every run.
func rows(n int) iter.Seq[row] {
	return func(yield func(row) bool) {
		random := rand.New(rand.NewPCG(2026, 1124))
		with := make([][]int, len(reporters))
		for i := range with {
			with[i] = tradingWith(i)
		}
		blocks := len(reporters) * years * len(flows) * trading
		for b := range blocks {
			var r row
			rest := b / trading
			r.flow, rest = rest%len(flows), rest/len(flows)
			r.year, r.reporter = rest%years, rest/years
			r.partner = with[r.reporter][b%trading]
			// One code out of each of k equal stretches of the list.
			k := n*(b+1)/blocks - n*b/blocks
			for i := range k {
				from, to := i*len(goods)/k, (i+1)*len(goods)/k
				r.good = from + random.IntN(to-from)
				r.value = randomNumber(random, 10)
				r.weight = number{}
				if random.IntN(16) > 0 {
					r.weight = randomNumber(random, 8)
				}
				r.quantity = r.weight
				if goods[r.good].unit != "kg" {
					r.quantity = randomNumber(random, 6)
				}
				if !yield(r) {
					return
				}
			}
		}
	}
}

// randomNumber returns a number from 1 to below 10^digits, all lengths alike
// likely, with up to three places, mostly none.
func randomNumber(random *rand.Rand, digits int) number {
	least := power10(uint8(random.IntN(digits)))
	n := number{units: least + random.Int64N(9*least)}
	if random.IntN(3) == 0 {
		n.places = uint8(1 + random.IntN(3))
		scale := power10(n.places)
		n.units = n.units*scale + random.Int64N(scale/10)*10 + 1 + random.Int64N(9)
	}
	return n
}

// A good is one six-digit code of the Harmonized System.
type good struct{ code, name, unitCode, unit string }

// goods are about 5,600 codes in ascending order, shaped like those of the
// Harmonized System; their names are made up.
var goods = makeGoods()

func makeGoods() []good {
	nouns := strings.Split("Fish|Meat|Vegetables|Cereals|Ores|Acids|Plastics|Leather|Paper|Yarn|Fabrics|Glass|Steel|Machinery|Vehicles|Instruments", "|")
	qualities := strings.Split("fresh|frozen|dried|refined|unworked|woven|coated|in bulk|of cotton|of iron|for industry|for retail sale|not elsewhere specified", "|")
	units := []struct{ code, abbr string }{{"5", "u"}, {"2", "m²"}, {"7", "l"}, {"12", "m³"}, {"6", "2u"}, {"9", "1000u"}}
	random := rand.New(rand.NewPCG(2022, 6))
	var all []good
	for chapter := 1; chapter <= 97; chapter++ {
		if chapter == 77 { // kept free by the Harmonized System
			continue
		}
		for heading := 1; heading <= 12; heading++ {
			subheadings := []string{"10", "20", "30", "90"}
			if heading > 2 {
				subheadings = []string{"11", "19", "20", "31", "90"}
			}
			for _, sub := range subheadings {
				g := good{code: fmt.Sprintf("%02d%02d%s", chapter, heading, sub), unitCode: "8", unit: "kg"}
				if random.IntN(3) == 0 {
					u := units[random.IntN(len(units))]
					g.unitCode, g.unit = u.code, u.abbr
				}
				g.name = nouns[chapter%len(nouns)] + ";"
				for i := range 1 + random.IntN(2) {
					if i > 0 {
						g.name += ","
					}
					g.name += " " + qualities[random.IntN(len(qualities))]
				}
				all = append(all, g)
			}
		}
	}
	return all
}

// header is the first line of UN Comtrade's TradeData.csv.
const header = "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc," +
	"partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,classificationSearchCode," +
	"isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode," +
	"qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt," +
	"isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate"

// appendCSV appends r as UN Comtrade's web site writes it: every field quoted
// unless it is empty, a comma at the end, and CRLF.
func (r row) appendCSV(b []byte) []byte {
	reporter, partner, flow, g := reporters[r.reporter], world, flows[r.flow], allGoods
	if r.partner >= 0 {
		partner = partners[r.partner]
	}
	level := "0"
	if r.good >= 0 {
		g, level = goods[r.good], "6"
	}
	mode := cmp.Or(r.mode, "0")
	year := strconv.Itoa(firstYear + r.year)
	field := func(fields ...string) {
		for _, f := range fields {
			b = append(append(append(b, '"'), f...), '"', ',')
		}
	}
	figure := func(n number) { b = append(n.append(append(b, '"')), '"', ',') }
	field("C", "A", year+"0101", year, "52", year)
	field(strconv.Itoa(reporter.number), reporter.iso, reporter.name, flow.code, flow.name)
	field(strconv.Itoa(partner.number), partner.iso, partner.name, "0", "W00", "World")
	field("H6", "HS", "true", g.code, g.name, level, "true", "C00", "TOTAL CPC", "0", mode, "TOTAL MOT")
	field(g.unitCode, g.unit)
	figure(r.quantity)
	field("false", "-1", "N/A", "0", "false")
	figure(r.weight)
	field("false", "0", "false")
	if flow.code == "M" {
		figure(r.value)
		b = append(b, ',')
	} else {
		b = append(b, ',')
		figure(r.value)
	}
	figure(r.value)
	field("0", "true", "false")
	return append(b, "\r\n"...)
}
