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
	currency := p.currency()
	constant := adjustable{p.money(colConstant, lac.USD), p.money(colAdjustedConstant, lac.USD)}
	original := adjustable{p.money(colOriginal, currency), p.money(colAdjustedOriginal, currency)}
	nominal := adjustable{p.money(colNominal, lac.USD), p.money(colAdjustedNominal, lac.USD)}
	bases := []adjustable{constant, original, nominal}
	add(constant.among(bases), priceYear, "")
	add(original.among(bases), 0, "")
	if currency != lac.USD {
		add(nominal.among(bases), 0, "converted by AidData at the year's average rate")
	}
	for _, a := range bases {
		if a.amount.IsReported() && a.adjusted.IsReported() && a.amount != a.adjusted {
			p.note("adjusted by AidData for what rolls over older loans: before that, %v", a.amount)
			break
		}
	}
	if transactions == nil {
		transactions = append(transactions, t)
	}
	return transactions
}

// An adjustable is an amount on one basis, as it was announced and as AidData
// adjusts it, so that a loan that rolls over an older one is not counted again.
type adjustable struct{ amount, adjusted lac.Money }

// among returns the amount to add up: the adjusted one. A table may have that on
// another basis alone: the amount is then as it was announced if that one is, zero
// if that one is, and else not known.
func (a adjustable) among(bases []adjustable) lac.Money {
	if a.adjusted.IsReported() || !a.amount.IsReported() {
		return a.adjusted
	}
	for _, b := range bases {
		switch {
		case !b.adjusted.IsReported() || b.amount == b.adjusted || !b.amount.IsReported():
		case b.adjusted.Sign() == 0:
			return lac.MoneyOf(0, a.amount.Currency())
		default:
			return lac.Money{}
		}
	}
	return a.amount
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
