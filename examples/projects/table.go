package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// A table is printed in columns as wide as their widest cell. The first column is
// text, the others are figures.
type table struct {
	title       string
	head        []string
	rows        [][]string
	leftAligned bool // all columns are text
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) print(w io.Writer) {
	fmt.Fprintf(w, "\n%s\n", t.title)
	if len(t.rows) == 0 {
		fmt.Fprint(w, "  nothing\n")
		return
	}
	widths := make([]int, len(t.head))
	for _, row := range append([][]string{t.head}, t.rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range append([][]string{t.head}, t.rows...) {
		var b strings.Builder
		for i, cell := range row {
			space := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i == 0 || t.leftAligned {
				b.WriteString("  " + cell + space)
			} else {
				b.WriteString("  " + space + cell)
			}
		}
		fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
}
