package iati_test

import (
	"context"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac/iati"
)

// benchmark runs read on the activities of a fixture, many times over.
func benchmark(b *testing.B, read func(io.Reader) (activities int, err error)) {
	whole, err := os.ReadFile(filepath.Join(fixtures, "bridge.xml"))
	if err != nil {
		b.Fatal(err)
	}
	start, end := strings.Index(string(whole), "  <iati-activity "), strings.Index(string(whole), "</iati-activities>")
	const n = 500
	size := n * (end - start)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		activities, err := read(io.MultiReader(
			strings.NewReader(string(whole[:start])),
			&repeat{text: string(whole[start:end]), left: size},
			strings.NewReader(string(whole[end:])),
		))
		if err != nil || activities != 2*n {
			b.Fatal(activities, err)
		}
	}
}

func BenchmarkReader(b *testing.B) {
	benchmark(b, func(in io.Reader) (int, error) {
		r := iati.NewReader(in)
		for _, err := range r.All(context.Background()) {
			if err != nil {
				return 0, err
			}
		}
		return r.Stats().Records, nil
	})
}

// BenchmarkUnmarshal is what a program does that has encoding/xml alone: it takes
// the same parts as text, and checks none of them.
func BenchmarkUnmarshal(b *testing.B) {
	type organisation struct {
		Ref       string   `xml:"ref,attr"`
		Type      string   `xml:"type,attr"`
		Role      string   `xml:"role,attr"`
		Narrative []string `xml:"narrative"`
	}
	type share struct {
		Code       string `xml:"code,attr"`
		Vocabulary string `xml:"vocabulary,attr"`
		Percentage string `xml:"percentage,attr"`
	}
	type value struct {
		Currency string `xml:"currency,attr"`
		Date     string `xml:"value-date,attr"`
		Amount   string `xml:",chardata"`
	}
	type date struct {
		Type string `xml:"type,attr"`
		Date string `xml:"iso-date,attr"`
	}
	type activity struct {
		Currency     string         `xml:"default-currency,attr"`
		Identifier   string         `xml:"iati-identifier"`
		Reporter     organisation   `xml:"reporting-org"`
		Title        []string       `xml:"title>narrative"`
		Description  []string       `xml:"description>narrative"`
		Participants []organisation `xml:"participating-org"`
		Status       share          `xml:"activity-status"`
		Dates        []date         `xml:"activity-date"`
		Countries    []share        `xml:"recipient-country"`
		Regions      []share        `xml:"recipient-region"`
		Locations    []string       `xml:"location>point>pos"`
		Sectors      []share        `xml:"sector"`
		Transactions []struct {
			Type     share        `xml:"transaction-type"`
			Date     date         `xml:"transaction-date"`
			Value    value        `xml:"value"`
			Provider organisation `xml:"provider-org"`
			Receiver organisation `xml:"receiver-org"`
		} `xml:"transaction"`
		Budgets []struct {
			Start date  `xml:"period-start"`
			End   date  `xml:"period-end"`
			Value value `xml:"value"`
		} `xml:"budget"`
	}
	benchmark(b, func(in io.Reader) (int, error) {
		d := xml.NewDecoder(in)
		n := 0
		for {
			tok, err := d.Token()
			if err == io.EOF {
				return n, nil
			}
			if err != nil {
				return 0, err
			}
			if start, ok := tok.(xml.StartElement); ok && start.Name.Local == "iati-activity" {
				var a activity
				if err := d.DecodeElement(&a, &start); err != nil {
					return 0, err
				}
				n++
			}
		}
	})
}
