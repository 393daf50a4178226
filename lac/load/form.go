package load

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
	"github.com/sinolac/sinolac/lac/tabular"
)

// A Form is a table that somebody publishes or whose columns researchers share, with
// the mapping that reads it. [Open] tells it by its header.
type Form struct {
	Name      string          `json:"-"` // such as aei-investments
	Title     string          `json:"title"`
	Publisher string          `json:"publisher"`
	URL       string          `json:"url"`
	Basis     string          `json:"basis"`
	Mapping   tabular.Mapping `json:"mapping"`
}

//go:embed forms/*.json
var formFiles embed.FS

// Forms returns the forms that are known, by their names.
//
// Held against a file as published: the AEI's tracker of investments. By the names that the
// publisher's documentation and its users have for the columns: the AEI's contracts, the World
// Bank's projects, by its site and its API, the OECD's Creditor Reporting System, as text with
// bars, whose texts may have quotation marks in them, and, since 2024, in Parquet, and Boston
// University's list of loans, as its map reads it (BU ID, Project name, …, Loan Amount (USD M))
// and as its page of 2020 shows it ($50M, under the heads that the page prints).
//
// For two others no file was at hand, nor a description of its columns. What is said to be
// in them is expected under headings of our own, and a table with others is refused with
// the columns that it has: the mapping is where to begin.
//
//   - The Inter-American Dialogue's list of loans, which stood on the web until 2023: Date,
//     Country, Type, Purpose, Lender, Amount, which is as in $1.7B.
//   - Red ALC-China's monitor of investments, which is published as a document: Año, Empresa
//     china, Empresa destino, País, Sector, Monto (millones de dólares), Empleo.
func Forms() []Form { return append([]Form(nil), forms()...) }

var forms = sync.OnceValue(func() []Form {
	names, err := fs.Glob(formFiles, "forms/*.json")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	all := make([]Form, len(names))
	for i, name := range names {
		text, err := formFiles.ReadFile(name)
		if err == nil {
			err = json.Unmarshal(text, &all[i])
		}
		if err != nil {
			panic(fmt.Sprintf("load: %s: %v", name, err)) // a test reads them all
		}
		all[i].Name = strings.TrimSuffix(path.Base(name), ".json")
	}
	return all
})

// formOf returns the form whose table begins with start, nil if there is none.
func formOf(start []byte) *Form {
	raw, _ := headerOf(start, tabular.Mapping{})
	header := []byte(feed.String(raw)) // names with accents in Windows-1252 too
	for i := range forms() {
		if f := &forms()[i]; f.has(header) {
			return f
		}
	}
	return nil
}

// has reports whether a header has the columns of the form.
func (f *Form) has(header []byte) bool {
	for name := range f.Mapping.Columns {
		if name != "*" && !bytes.Contains(header, []byte(name)) {
			return false // soon told
		}
	}
	return familyOf(header, f.Mapping) != nil
}

// source returns the source of a file of the form.
func (f *Form) source(id, name string) lac.Source {
	return lac.Source{ID: id, Publisher: f.Publisher, Title: f.Title + ", file " + name, URL: f.URL, Basis: f.Basis}
}
