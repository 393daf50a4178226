// Package hold has what the tests of package lacbeam hold, on whatever runner.
package hold

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/shopspring/decimal"

	"github.com/sinolac/sinolac/lac"
)

func init() { beam.RegisterType(reflect.TypeFor[Everything]()) }

// Everything is a struct of a user with every exported type of package lac.
type Everything struct {
	Before             string
	Area               lac.Area
	AreaShare          lac.AreaShare
	Breakdown          lac.Breakdown
	Budget             lac.Budget
	Claim              lac.Claim
	ClaimForm          lac.ClaimForm
	Commodity          lac.Commodity
	Comparator         lac.Comparator
	CoverageSet        lac.CoverageSet
	Currency           lac.Currency
	Dataset            lac.Dataset
	Date               lac.Date
	Delivery           lac.Delivery
	Dimension          lac.Dimension
	Direction          lac.Direction
	Evidence           lac.Evidence
	Figure             lac.Figure
	Guard              lac.Guard
	HSSection          lac.HSSection
	Indicator          lac.Indicator
	IndicatorDimension lac.IndicatorDimension
	IndicatorValue     lac.IndicatorValue
	Link               lac.Link
	LinkKind           lac.LinkKind
	Location           lac.Location
	Measure            lac.Measure
	Meeting            lac.Meeting
	Membership         lac.Membership
	Money              lac.Money
	Narrative          lac.Narrative
	ObsStatus          lac.ObsStatus
	Observation        lac.Observation
	Participant        lac.Participant
	Period             lac.Period
	Pledge             lac.Pledge
	Program            lac.Program
	ProgramKind        lac.ProgramKind
	Project            lac.Project
	ProjectKind        lac.ProjectKind
	ProjectStatus      lac.ProjectStatus
	Quantity           lac.Quantity
	Rate               lac.Rate
	Records            lac.Records
	Result             lac.Result
	Sector             lac.Sector
	SectorShare        lac.SectorShare
	Source             lac.Source
	SourceGrade        lac.SourceGrade
	Speaker            lac.Speaker
	Stage              lac.Stage
	Stated             lac.Stated
	Statement          lac.Statement
	Stats              lac.Stats
	Subject            lac.Subject
	Tie                lac.Tie
	TieEvent           lac.TieEvent
	TieState           lac.TieState
	Total              lac.Total
	TradeCoverage      lac.TradeCoverage
	TradeFlow          lac.TradeFlow
	TradeInput         lac.TradeInput
	TradeKey           lac.TradeKey
	TradeQuery         lac.TradeQuery
	TradeRecord        lac.TradeRecord
	TradeStream        lac.TradeStream
	TradeTable         lac.TradeTable
	TradeTotal         lac.TradeTotal
	TradeTotals        lac.TradeTotals
	Transaction        lac.Transaction
	TransactionType    lac.TransactionType
	Unit               lac.Unit
	Valuation          lac.Valuation

	Decimal  decimal.Decimal
	Pointer  *lac.Money
	None     *lac.Period
	List     []lac.Quantity
	Pointers []*lac.Money
	Days     map[string]lac.Date
	ByMoney  map[lac.Money]lac.Period
	After    string
}

// Filled returns Everything with a value in each field that is not zero, but for None.
func Filled(t *testing.T) Everything {
	t.Helper()
	var v Everything
	fill(t, reflect.ValueOf(&v).Elem(), "Everything")
	v.None = nil
	return v
}

// Same reports each field in which got differs from want.
func Same(t *testing.T, got, want Everything) {
	t.Helper()
	a, b := reflect.ValueOf(want), reflect.ValueOf(got)
	for i := range a.NumField() {
		if x, y := plain(t, a.Field(i)), plain(t, b.Field(i)); x != y {
			t.Errorf("%s arrives as\n%s, want\n%s", a.Type().Field(i).Name, y, x)
		}
	}
}

// Other reports each field, but for None, in which a and b are the same.
func Other(t *testing.T, a, b Everything) {
	t.Helper()
	v, w := reflect.ValueOf(a), reflect.ValueOf(b)
	for i := range v.NumField() {
		if name := v.Type().Field(i).Name; name != "None" && plain(t, v.Field(i)) == plain(t, w.Field(i)) {
			t.Errorf("%s is the same: %s", name, plain(t, v.Field(i)))
		}
	}
}

// samples are values of the types that keep their fields to themselves.
var samples = sync.OnceValues(func() (map[reflect.Type]any, error) {
	record := lac.TradeRecord{ID: "s#1", Source: "s", Reporter: lac.China, Partner: lac.Brazil, Flow: lac.Export, Period: lac.Year(2024), Commodity: lac.AllGoods, Value: lac.MoneyOf(7, lac.USD)}
	stream := lac.NewTradeStream(lac.TradeQuery{}, lac.ByYear)
	var table lac.TradeTable
	if err := errors.Join(stream.Append(record), table.Append(record), stream.AddInput(lac.TradeInput{Name: "a.csv"})); err != nil {
		return nil, err
	}
	totals, err := stream.Totals()
	if err != nil {
		return nil, err
	}
	data, err := lac.NewDataset(lac.Records{Sources: []lac.Source{{ID: "s", Publisher: "p", Title: "t", Basis: "b"}}, Trade: []lac.TradeRecord{record}})
	if err != nil {
		return nil, err
	}
	var total lac.Total
	for _, sum := range totals.All() {
		total = sum.Exports
	}
	n := decimal.RequireFromString("-12345678901234567890.0125")
	money, err := lac.NewMoney(n, lac.USD)
	if err != nil {
		return nil, err
	}
	quantity, err := lac.NewQuantity(n, lac.UnitKilograms)
	if err != nil {
		return nil, err
	}
	day, err := lac.ParseDate("2024-02-29")
	if err != nil {
		return nil, err
	}
	out := map[reflect.Type]any{}
	for _, v := range []any{money, quantity, day, lac.Year(2024), n, total, *stream, totals, table, *data} {
		out[reflect.TypeOf(v)] = v
	}
	return out, nil
})

func sample(t *testing.T, rt reflect.Type) (any, bool) {
	t.Helper()
	all, err := samples()
	if err != nil {
		t.Fatal(err)
	}
	v, ok := all[rt]
	return v, ok
}

// fill gives everything in v a value that is not zero.
func fill(t *testing.T, v reflect.Value, place string) {
	t.Helper()
	if of, ok := sample(t, v.Type()); ok {
		v.Set(reflect.ValueOf(of))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if !f.IsExported() {
				t.Fatalf("%s has field %s, which is not exported, and no sample", place, f.Name)
			}
			fill(t, v.Field(i), place+"."+f.Name)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(t, v.Index(0), place)
		fill(t, v.Index(1), place)
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fill(t, key, place)
		fill(t, value, place)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(t, v.Elem(), place)
	case reflect.String:
		v.SetString("é " + place)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(-5)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uint:
		v.SetUint(200)
	default:
		t.Fatalf("%s is a %v", place, v.Kind())
	}
}

// plain returns v as a text that tells two values apart, with everything in it.
func plain(t *testing.T, v reflect.Value) string {
	t.Helper()
	if _, ok := sample(t, v.Type()); ok {
		if v.IsZero() {
			return "zero"
		}
		p := reflect.New(v.Type())
		p.Elem().Set(v)
		switch of := p.Interface().(type) {
		case interface{ MarshalBinary() ([]byte, error) }:
			b, err := of.MarshalBinary()
			if err != nil {
				t.Fatal(err)
			}
			return string(b)
		default:
			b, err := json.Marshal(of)
			if err != nil {
				t.Fatal(err)
			}
			return string(b)
		}
	}
	var b strings.Builder
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			b.WriteString(v.Type().Field(i).Name + ":" + plain(t, v.Field(i)) + " ")
		}
	case reflect.Slice:
		for i := range v.Len() {
			b.WriteString(plain(t, v.Index(i)) + ";")
		}
	case reflect.Map:
		for k, e := range v.Seq2() { // of one entry
			b.WriteString(plain(t, k) + "=" + plain(t, e))
		}
	case reflect.Pointer:
		if v.IsNil() {
			return "nil"
		}
		return "&" + plain(t, v.Elem())
	case reflect.String:
		return v.String()
	case reflect.Bool:
		if v.Bool() {
			return "true"
		}
		return "false"
	default:
		j, err := json.Marshal([]any{v.Type().String(), reflect.Zero(v.Type()).Interface() == v.Interface()})
		if err != nil {
			t.Fatal(err)
		}
		if v.CanInt() {
			return string(j) + decimal.NewFromInt(v.Int()).String()
		}
		return string(j) + decimal.NewFromUint64(v.Uint()).String()
	}
	return b.String()
}
