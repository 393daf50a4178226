package projects_test

import "github.com/sinolac/sinolac/lac"

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func money(s string) lac.Money       { return must(lac.ParseMoney(s)) }
func period(s string) lac.Period     { return must(lac.ParsePeriod(s)) }
func quantity(s string) lac.Quantity { return must(lac.ParseQuantity(s)) }
