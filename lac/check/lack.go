package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// unfilled says what the rows of one pair lack of the period, in as many flows as
// are wanted: nine months of a year are not the year. Rows of one flow do not
// overlap but by being of one period; the guards of [lac.Dataset.Totals] see to
// that.
func unfilled(rows []lac.TradeRecord, period lac.Period, flows int) []lack {
	if period.First().IsZero() || period.Last().IsZero() {
		return []lack{{ofPeriod, fmt.Sprintf("of no end of %v", period)}}
	}
	type span struct {
		flow   lac.TradeFlow
		period lac.Period
	}
	days, seen := map[lac.TradeFlow]int{}, map[span]bool{}
	var first, last lac.Date
	for _, r := range rows {
		if s := (span{r.Flow, r.Period}); !seen[s] {
			seen[s] = true
			days[r.Flow] += r.Period.First().DaysUntil(r.Period.Last()) + 1
		}
		if first.IsZero() || r.Period.First().Before(first) {
			first = r.Period.First()
		}
		if r.Period.Last().After(last) {
			last = r.Period.Last()
		}
	}
	var out []lack
	for _, n := range days {
		if n != period.First().DaysUntil(period.Last())+1 {
			out = append(out, lack{ofPeriod, fmt.Sprintf("records from %v to %v, not of all %v", first, last, period)})
			break
		}
	}
	if len(days) == 1 && flows == 2 {
		for f := range days {
			out = append(out, lack{ofFlow, fmt.Sprintf("%ss alone", f)})
		}
	} else if len(days) != flows {
		out = append(out, lack{ofFlow, "not every flow"})
	}
	return out
}

// someGoods says which codes the rows have, if none of them is the code that is
// asked for: a file of one heading is not all goods.
func someGoods(rows []lac.TradeRecord, wanted lac.Commodity) []lack {
	var codes []string
	for _, r := range rows {
		if r.Commodity == wanted {
			return nil
		}
		if c := r.Commodity.String(); !slices.Contains(codes, c) {
			codes = append(codes, c)
		}
	}
	slices.Sort(codes)
	text := strings.Join(codes, ", ")
	if len(codes) > 4 {
		text = fmt.Sprintf("%s and %d more codes", strings.Join(codes[:4], ", "), len(codes)-4)
	}
	return []lack{{ofGoods, text + " alone"}}
}
