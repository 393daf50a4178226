package main

import (
	"errors"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	_ "github.com/cockroachdb/apd/v3" // whose module has the cases
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

// TestDecimalSuite holds amounts against the cases of the General Decimal Arithmetic
// (https://speleotrove.com/decimal/dectest.html): where these are exact the library
// gives what they say, and where they round it gives the number that they round, or
// says that it does not hold it.
func TestDecimalSuite(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/cockroachdb/apd/v3").Output()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(out)), "testdata", "*.decTest"))
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	held, exact, refused := 0, 0, 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			c, ok := caseOf(line)
			if !ok {
				continue
			}
			got, err := c.asked()
			switch want := c.exactly(); {
			case errors.Is(err, lac.ErrRange):
				refused++
				if c.fits(want) {
					t.Errorf("%s: %v", c.name, err)
				}
			case err != nil:
				t.Errorf("%s: %v", c.name, err)
			case got.Cmp(want) != 0:
				t.Errorf("%s: %s %s %s is %s, want %s", c.name, c.operands[0], c.operation, c.operands[1], got, want)
			default:
				held++
				if c.result != nil {
					exact++
					if got.Cmp(c.result) != 0 {
						t.Errorf("%s: %s, and the case says %s", c.name, got, c.result)
					}
				}
			}
		}
	}
	t.Logf("%d cases: %d held, of which %d are exact in the suite; %d beyond 38 digits", held+refused, held, exact, refused)
	if exact < 2500 || refused < 100 {
		t.Errorf("%d exact, %d refused", exact, refused)
	}
}

// A decimalCase is a case of the suite with finite numbers.
type decimalCase struct {
	name, operation string
	operands        [2]string
	values          [2]*big.Rat
	result          *big.Rat // nil where the suite rounds
}

// operations have, by the suite's name, what the number is.
var operations = map[string]func(z, a, b *big.Rat) *big.Rat{
	"add":      (*big.Rat).Add,
	"subtract": (*big.Rat).Sub,
	"multiply": (*big.Rat).Mul,
	"compare":  func(z, a, b *big.Rat) *big.Rat { return z.SetInt64(int64(a.Cmp(b))) },
	"plus":     func(z, a, _ *big.Rat) *big.Rat { return z.Set(a) },
	"toSci":    func(z, a, _ *big.Rat) *big.Rat { return z.Set(a) },
	"minus":    func(z, a, _ *big.Rat) *big.Rat { return z.Neg(a) },
}

// caseOf reads a line of the suite; false if it is no case of these operations, or one
// of an infinite number or of none.
func caseOf(line string) (c decimalCase, ok bool) {
	line, _, _ = strings.Cut(line, "--")
	fields := strings.Fields(strings.NewReplacer("'", "", `"`, "").Replace(line))
	arrow := slices.Index(fields, "->")
	if arrow < 3 || arrow > 4 || len(fields) < arrow+2 || operations[fields[1]] == nil {
		return c, false
	}
	c.name, c.operation = fields[0], fields[1]
	for i, s := range fields[2:arrow] {
		if c.values[i], ok = rational(s); !ok {
			return c, false
		}
		c.operands[i] = s
	}
	result, finite := rational(fields[arrow+1])
	conditions := fields[arrow+2:]
	if finite && !slices.Contains(conditions, "Inexact") {
		c.result = result
	}
	return c, true
}

// rational returns a number that is written as the suite writes it, unless it is so
// large or small that it is of no use here.
func rational(s string) (*big.Rat, bool) {
	if _, exponent, has := strings.Cut(strings.ToLower(s), "e"); has && len(strings.TrimLeft(exponent, "+-0")) > 3 {
		return nil, false
	}
	if strings.Trim(s, "0123456789.+-eE") != "" {
		return nil, false
	}
	return new(big.Rat).SetString(s)
}

// exactly returns the number that the case is about.
func (c *decimalCase) exactly() *big.Rat {
	return operations[c.operation](new(big.Rat), c.values[0], c.values[1])
}

// asked returns what the library says.
func (c *decimalCase) asked() (*big.Rat, error) {
	var m [2]lac.Money
	for i, s := range c.operands {
		if s == "" {
			continue
		}
		d, err := decimal.NewFromString(s)
		if err != nil {
			return nil, err
		}
		if m[i], err = lac.NewMoney(d, lac.USD); err != nil {
			return nil, err
		}
	}
	out := m[0]
	var err error
	switch c.operation {
	case "add":
		out, err = m[0].Add(m[1])
	case "subtract":
		out, err = m[0].Sub(m[1])
	case "multiply":
		out, err = m[0].Mul(m[1].Amount())
	case "minus":
		out = m[0].Neg()
	case "compare":
		n, err := m[0].Cmp(m[1])
		return new(big.Rat).SetInt64(int64(n)), err
	}
	if err != nil {
		return nil, err
	}
	r, _ := new(big.Rat).SetString(out.Amount().String())
	return r, nil
}

// fits reports whether the operands and the number have at most 38 digits, all of which
// may stand behind the point.
func (c *decimalCase) fits(want *big.Rat) bool {
	for _, r := range []*big.Rat{c.values[0], c.values[1], want} {
		if r == nil {
			continue
		}
		places := 0
		for n := new(big.Rat).Set(r); !n.IsInt(); n.Mul(n, big.NewRat(10, 1)) {
			places++
		}
		scaled := new(big.Rat).Mul(r, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)))
		if places > 38 || len(new(big.Int).Abs(scaled.Num()).String()) > 38 {
			return false
		}
	}
	return true
}
