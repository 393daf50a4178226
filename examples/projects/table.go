package main

import (
	"fmt"
	"io"

	"github.com/sinolac/sinolac/examples/internal/program"
)

// A table has a title and headings. The first column is text, the others are figures.
type table struct {
	title       string
	head        []string
	rows        [][]string
	leftAligned bool // all columns are text
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// print prints the table, no wider than so many columns; 0: as it is.
func (t table) print(w io.Writer, columns int) {
	fmt.Fprintf(w, "\n%s\n", t.title)
	if len(t.rows) == 0 {
		fmt.Fprint(w, "  nothing\n")
		return
	}
	shown := program.Table{Rows: append([][]string{t.head}, t.rows...), Left: 1, Indent: "  ", Gap: 2}
	if t.leftAligned {
		shown.Left = len(t.head)
	}
	shown.Print(w, columns)
}
