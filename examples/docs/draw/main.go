// Draw draws the picture of the README and of chart.md: the readings of one claim
// beside the figure that was stated.
//
//	go generate ./examples/docs
package main

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/almanac"
	"github.com/sinolac/sinolac/lac/chart"
	"github.com/sinolac/sinolac/lac/check"
)

func main() {
	if err := draw("double.svg"); err != nil {
		fmt.Fprintln(os.Stderr, "draw:", err)
		os.Exit(1)
	}
}

func draw(name string) error {
	data, err := almanac.Dataset()
	if err != nil {
		return err
	}
	speech, ok := data.Record(almanac.Statement20250609).(lac.Statement)
	if !ok || len(speech.Claims) < 2 {
		return errors.New("the almanac's statement has no second claim")
	}
	finding, err := check.Claim(data, speech.Claims[1], check.Default())
	if err != nil {
		return err
	}
	picture, err := chart.Claim(finding, language.English)
	if err != nil {
		return err
	}
	svg, err := picture.SVG(chart.Style{})
	if err != nil {
		return err
	}
	return os.WriteFile(name, svg, 0o644)
}
