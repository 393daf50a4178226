package check

import (
	"fmt"

	"github.com/sinolac/sinolac/lac"
)

// sameInAll lists headings of the Harmonized System that no amendment from 1996 to
// 2022 moved goods into or out of: what changed are subheadings within them. Source:
// World Customs Organization, Correlation Tables HS 1996-2002, 2002-2007, 2007-2012,
// 2012-2017 and 2017-2022, and for 1988/92 to 1996 the United Nations Statistics
// Division's conversion table HS 1996 to HS 1988/92. A heading that is not listed may
// mean something else in another edition, and is not read from there.
var sameInAll = map[string]bool{
	"0201": true, "0202": true, "0203": true, // meat of cattle and pigs
	"0901": true, "1001": true, "1005": true, "1201": true, "1507": true, "1701": true, // coffee, wheat, maize, soya, sugar
	"2601": true, "2602": true, "2603": true, "2604": true, "2605": true, "2606": true, "2607": true, "2608": true, "2609": true,
	"2610": true, "2611": true, "2612": true, "2613": true, "2614": true, "2615": true, "2616": true, "2617": true, // ores
	"2701": true, "2709": true, // coal, crude oil
	"4703": true,               // chemical wood pulp
	"7402": true, "7403": true, // copper, unrefined and refined
}

// asReported marks codes of whatever edition the reporter used.
const asReported = "HS"

// hsEditions are the editions of the Harmonized System, the latest first.
var hsEditions = [...]string{"H6", "H5", "H4", "H3", "H2", "H1", "H0", asReported}

// otherEditions returns a code in the other editions of the Harmonized System in
// which it means the same, or, where it is of no certain edition, in which it may
// be recorded.
func otherEditions(c lac.Commodity) []lac.Commodity {
	own := c.Edition()
	if own == "" || own[0] != 'H' || own != asReported && !sameInAll[c.Code()] {
		return nil
	}
	return sameCode(c)
}

// sameCode returns a code of the Harmonized System in its other editions, in which it
// may mean something else.
func sameCode(c lac.Commodity) []lac.Commodity {
	if own := c.Edition(); own == "" || own[0] != 'H' {
		return nil
	}
	var out []lac.Commodity
	for _, e := range hsEditions {
		if d, err := lac.CommodityOf(e, c.Code()); err == nil && d != c {
			out = append(out, d)
		}
	}
	return out
}

// inEdition marks figures that were read in another edition than the question's.
// Those of a heading that may have changed are a series of their own.
func inEdition(figs []figure, asked, found lac.Commodity) {
	for i := range figs {
		f := &figs[i]
		f.basis.Definition += ", " + found.String()
		if sameInAll[asked.Code()] {
			f.notes = append(f.notes, fmt.Sprintf("Heading %s is the same in all editions: it is recorded as %v.", asked.Code(), found))
			continue
		}
		f.series += "|" + found.Edition()
		f.vintages += "|" + found.Edition()
	}
}
