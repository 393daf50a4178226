package extract

import (
	"time"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/figure"
)

// yearHead reads a year at word i, such as 2024, 2024年 or 去年; 0 and the end of
// its words if only the document's date would tell.
func (c calendar) yearHead(ws []word, i int) (year, end int) {
	if y := yearAt(ws, i); y != 0 {
		if end = i + 1; end < len(ws) && ws[end].han && has(ws, end, cueYear) { // 2024年
			end++
		}
		return y, end
	}
	return c.relativeYear(ws, i)
}

// relativeYear reads "last year", "the previous year", "this year", 去年.
func (c calendar) relativeYear(ws []word, i int) (year, end int) {
	offset := 0
	switch {
	case i >= len(ws) || ws[i].mark != 0:
		return 0, 0
	case means(ws, i, hintYear):
		offset, end = [...]int{0, -1, 0, 1, -2}[min(ws[i].n, 4)], i+1
	case means(ws, i, hintThat):
		if y := c.before.Last().Year(); !c.before.Last().IsZero() {
			return y, i + 1
		}
		end = i + 1
	case has(ws, i, cueLast|cueNext|cueThis) && has(ws, i+1, cueYear) && !ws[i+1].cue.has(cueMonth):
		offset, end = offsetOf(ws[i].cue), i+2
	case has(ws, i, cueYear) && has(ws, i+1, cueLast|cueNext|cueThis) && !has(ws, i+1, cueFirst): // año pasado
		offset, end = offsetOf(ws[i+1].cue), i+2
	default:
		return 0, 0
	}
	if c.date.IsZero() {
		return 0, end
	}
	return c.date.Year() + offset, end
}

func offsetOf(c cue) int {
	switch {
	case c.has(cueThis):
		return 0
	case c.has(cueLast):
		return -1
	}
	return 1
}

// yearBehind reads the year that stands behind a month or a part of a year: "of
// 2024", "de 2024", "last year". 0 if there is none.
func (c calendar) yearBehind(ws []word, i int) (year, end int) {
	j := i
	if mark(ws, j, ",") {
		j++
	}
	for k := 0; k < 2 && (has(ws, j, cueOf) || has(ws, j, cueDet) || has(ws, j, cueIn) && !has(ws, j, cueThis|cueLast)) && ws[j].mark == 0 && !means(ws, j, hintYear|hintThat); k++ {
		j++
	}
	if y := yearAt(ws, j); y != 0 {
		return y, j + 1
	}
	if mark(ws, i, ",") {
		return 0, i
	}
	if y, end := c.relativeYear(ws, j); end > j {
		return y, end
	}
	return 0, i
}

// yearOf returns the year of a day that is given without one: the last such day
// that is not well after the document.
func (c calendar) yearOf(month, day int) int {
	if c.date.IsZero() {
		return 0
	}
	y := c.date.Year()
	if d := lac.DateOf(y, time.Month(month), max(day, 1)); !d.IsZero() && c.date.AddDays(7).Before(d) {
		y--
	}
	return y
}

// ends returns the two numbers of a range in digits, such as 1-6.
func ends(text string) (low, high int) {
	n, runs, in := 0, 0, false
	for _, r := range text + " " {
		if '0' <= r && r <= '9' {
			n, in = n*10+int(r-'0'), true
			if n > 10000 {
				return 0, 0
			}
			continue
		}
		if in {
			if runs++; runs == 1 {
				low = n
			} else {
				high = n
			}
		}
		n, in = 0, false
	}
	if runs != 2 {
		return 0, 0
	}
	return low, high
}

// years reads "2024", "2017-2023", "from 2015 to 2019".
func (c calendar) years(ws []word, i int) (lac.Period, int) {
	if f := ws[i].figure; f != nil && f.Kind == figure.KindRange && has(ws, i+1, cueYear) && ws[i+1].han { // 2013至2022年
		if y, z := ends(ws[i].text); y >= 1900 && z > y && z <= 2100 {
			return lac.Years(y, z), i + 2
		}
	}
	y := yearAt(ws, i)
	if y == 0 || i > 0 && ws[i-1].cue.has(cueNumbered) && !ws[i-1].han { // Highway 2000
		return lac.Period{}, 0
	}
	end := i + 1
	j, ok := link(ws, end)
	if !ok && has(ws, i-1, cueFrom) && means(ws, end, hintTo) && ws[end].mark == 0 { // de 2022 para 2023
		j, ok = end+1, true
	}
	if ok && j < len(ws) {
		// "and" joins the ends of a range only after "between".
		ranged := !has(ws, end, cueAnd) || has(ws, i-1, cueFrom)
		if z := yearAt(ws, j); z > y && ranged {
			end = j + 1
			if end < len(ws) && ws[end].han && has(ws, end, cueYear) {
				end++
			}
			return lac.Years(y, z), end
		}
		if w := ws[j]; ranged && j == end && w.joined && len(w.text) == 2 && w.n > y%100 && w.figure == nil {
			return lac.Years(y, y-y%100+w.n), j + 1
		}
	}
	if end < len(ws) && ws[end].han && has(ws, end, cueYear) { // 2024年
		end++
	}
	return lac.Year(y), end
}
