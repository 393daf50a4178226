package gcdf

import (
	"fmt"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

// priceYear is the year of the dataset's constant prices.
const priceYear = 2021

// transactions returns the commitment, or the pledge where there was none, once
// for each basis on which its amount is given: they are not to be added to one
// another. There is always one, without a value if the amount is not known.
func (p *rowParser) transactions(status lac.ProjectStatus, signed lac.Period) []lac.Transaction {
	t := lac.Transaction{Type: lac.Commitment, Date: signed}
	if status == lac.StatusPledge {
		t.Type = lac.OutgoingPledge
	}
	var transactions []lac.Transaction
	add := func(m lac.Money, priceYear int, note string) {
		if m.IsReported() {
			t := t
			t.Value, t.PriceYear, t.Note = m, priceYear, note
			transactions = append(transactions, t)
		}
	}
	original := p.money(colOriginal, p.currency())
	nominal := p.money(colNominal, lac.USD)
	add(p.money(colConstant, lac.USD), priceYear, "")
	add(original, 0, "")
	if original.Currency() != lac.USD {
		add(nominal, 0, "converted by AidData at the year's average rate")
	}
	if transactions == nil {
		transactions = append(transactions, t)
	}
	return transactions
}

// money reads an amount, which must not be negative.
func (p *rowParser) money(c column, currency lac.Currency) lac.Money {
	s := p.text(c)
	if s == "" || p.rejected != nil {
		return lac.Money{}
	}
	if currency == 0 {
		p.reject(c, fmt.Errorf("%w: its currency", lac.ErrMissing))
		return lac.Money{}
	}
	m, err := lac.ParseAmount(s, currency)
	if err == nil && m.Sign() < 0 {
		err = fmt.Errorf("%w: negative", lac.ErrRange)
	}
	if err != nil {
		p.reject(c, err)
	}
	return m
}

// currency reads the original currency; 0 if it is not stated.
func (p *rowParser) currency() lac.Currency {
	s := p.text(colCurrency)
	switch {
	case s == "":
		return 0
	case strings.EqualFold(s, "RMB"):
		return lac.CNY
	}
	c, err := lac.ParseCurrency(s)
	if err != nil {
		p.reject(colCurrency, err)
	}
	return c
}
