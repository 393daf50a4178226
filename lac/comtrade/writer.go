package comtrade

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A Writer writes trade records as the table that UN Comtrade's web site gives:
// the same 47 columns, quotation marks, line ends and ISO-8859-1.
//
// What it writes reads back as the same records, but for ID, source, evidence and
// note, which the table has no column for. Written again it is the same bytes. Of
// the columns that records are not made of (the estimation flags, isReported,
// isAggregate, gross weight, second quantities, descriptions) the writer fills
// those that follow from the record; the others stay empty, or 0 and -1 as the web
// site has them for what is not known. The edition of all goods is HS, as a record
// of them has none.
type Writer struct {
	out   *bufio.Writer
	begun bool
	err   error
	row   []byte
	check *csvscan.Scanner
}

// NewWriter returns a writer to w. What it has written is complete after
// [Writer.Flush].
func NewWriter(w io.Writer) *Writer {
	return &Writer{out: bufio.NewWriter(w), check: csvscan.NewScanner(nil)}
}

// Write writes one record. It errs with [*lac.FieldError], and writes nothing, if
// the record is not valid or if the table cannot say what it says: an amount in
// another currency than US dollars, a two-way flow, a period that is neither a
// year nor a month, a bloc other than the European Union, a status, an export
// that is not FOB.
func (w *Writer) Write(r lac.TradeRecord) error {
	if w.err != nil {
		return w.err
	}
	if err := r.Validate(); err != nil {
		return err
	}
	w.row = appendRow(w.row[:0], r)
	if err := w.same(r); err != nil {
		return err
	}
	w.begin()
	if w.err == nil {
		_, w.err = w.out.Write(w.row)
	}
	return w.err
}

// begin writes the header before the first record.
func (w *Writer) begin() {
	if w.err == nil && !w.begun {
		w.begun = true
		_, w.err = w.out.WriteString(webHeader + "\r\n")
	}
}

// WriteAll writes records and flushes. It ends at the first error.
func (w *Writer) WriteAll(records iter.Seq[lac.TradeRecord]) error {
	for r := range records {
		if err := w.Write(r); err != nil {
			return err
		}
	}
	return w.Flush()
}

// Flush writes what is buffered, and the header if there was no record.
func (w *Writer) Flush() error {
	w.begin()
	if w.err == nil {
		w.err = w.out.Flush()
	}
	return w.err
}

// errNotKept is of what the table has no place for.
var errNotKept = fmt.Errorf("%w: a table of UN Comtrade does not keep it", lac.ErrRange)

// same errs unless w.row reads back as r.
func (w *Writer) same(r lac.TradeRecord) error {
	w.check.Reset(w.row, 1, io.EOF)
	row, err := w.check.Next()
	if err != nil {
		return &lac.FieldError{Record: r.ID, Field: "breakdown", Err: fmt.Errorf("%w: %w", errNotKept, err)}
	}
	got, rejected := webTable.record(row, "")
	if rejected != nil {
		return &lac.FieldError{Record: r.ID, Field: rejected.Field, Text: rejected.Text, Err: fmt.Errorf("%w: %w", errNotKept, rejected.Err)}
	}
	for _, f := range [...]struct {
		name       string
		got, wants any
	}{
		{"reporter", got.Reporter, r.Reporter},
		{"partner", got.Partner, r.Partner},
		{"flow", got.Flow, r.Flow},
		{"period", got.Period, r.Period},
		{"commodity", got.Commodity, r.Commodity},
		{"value", got.Value, r.Value},
		{"valuation", got.Valuation, r.Valuation},
		{"net_weight", got.NetWeight, r.NetWeight},
		{"quantity", got.Quantity, r.Quantity},
		{"breakdown", got.Breakdown, r.Breakdown},
		{"status", got.Status, r.Status},
	} {
		if f.got != f.wants {
			return &lac.FieldError{Record: r.ID, Field: f.name, Text: feed.Shorten(fmt.Sprint(f.wants)), Err: errNotKept}
		}
	}
	return nil
}

const webHeader = "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc," +
	"partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,classificationSearchCode," +
	"isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode," +
	"qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt," +
	"isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate"

var webTable = func() table {
	t, err := newTable(strings.Split(webHeader, ","))
	if err != nil {
		panic(err)
	}
	return t
}()

// appendRow appends the row of r. Fields that the record does not decide are
// empty, or 0 where UN Comtrade prints that for what it does not know.
func appendRow(b []byte, r lac.TradeRecord) []byte {
	year, month, _ := strings.Cut(r.Period.String(), "-")
	frequency, refMonth := "A", "52"
	if month != "" {
		frequency, refMonth = "M", strings.TrimPrefix(month, "0")
	}
	kind := "C"
	edition, search, description := r.Commodity.Edition(), "", r.Commodity.Name(language.English)
	if r.Commodity.IsTotal() {
		edition, description = "HS", "All Commodities"
	}
	switch {
	case strings.HasPrefix(edition, "H"):
		search = "HS"
	case strings.HasPrefix(edition, "S"):
		search = "SITC"
	case strings.HasPrefix(edition, "B"):
		search = "BEC"
	case edition == "E1":
		kind, edition, search = "S", "EB10", "EB"
	case edition == "E2":
		kind, edition, search = "S", "EB02", "EB"
	case strings.HasPrefix(edition, "E"):
		kind, search = "S", "EB"
	}
	var cif, fob, value string
	if r.Value.IsReported() {
		value = r.Value.Amount().String()
	}
	switch r.Valuation {
	case lac.CIF:
		cif = value
	case lac.FOB:
		fob = value
	}
	unit := codeOfUnit(r.Quantity.Unit())
	reported := "" // and no sum of what was: an estimate is neither
	if r.Status == lac.Estimated {
		reported = "False"
	}

	b = appendFields(b, kind, frequency, year+cmp.Or(month, "01")+"01", year, refMonth, year+month)
	b = appendArea(b, r.Reporter)
	b = appendFields(b, webFlows[r.Flow].code, webFlows[r.Flow].words)
	b = appendArea(b, r.Partner)
	b = appendArea(b, cmp.Or(r.Breakdown.Partner2, lac.World))
	b = appendFields(b, edition, search, "", r.Commodity.Code(), description, strconv.Itoa(r.Commodity.Depth()), "")
	b = appendPart(b, r.Breakdown.Customs, "C00", "TOTAL CPC")
	b = appendFields(b, cmp.Or(r.Breakdown.Supply, "0"))
	b = appendPart(b, r.Breakdown.Transport, "0", "TOTAL MOT")
	b = appendFields(b, unit.code, unit.abbr, figure(r.Quantity), "", "-1", "N/A", "0", "",
		figure(r.NetWeight), "", "0", "", cif, fob, value, "", reported, reported)
	return append(b, '\r', '\n')
}

// figure returns a quantity as the table has it: 0 is not reported.
func figure(q lac.Quantity) string { return q.Amount().String() }

var webFlows = map[lac.TradeFlow]struct{ code, words string }{
	lac.Import: {"M", "Import"}, lac.Export: {"X", "Export"}, lac.ReExport: {"RX", "Re-export"}, lac.ReImport: {"RM", "Re-import"},
}

// appendPart appends the code of a part and its description, of which those of
// the total alone are known.
func appendPart(b []byte, code, total, description string) []byte {
	if code == "" {
		return appendFields(b, total, description)
	}
	return appendFields(b, code, "")
}

// appendArea appends an area's number, letters and name.
func appendArea(b []byte, a lac.Area) []byte {
	number, letters := strconv.Itoa(a.M49()), a.String()
	for _, known := range customsTerritories {
		if a == known.area {
			number, letters = known.number, known.letters
		}
	}
	switch {
	case a.M49() == 0 && number == "0":
		number = "" // there is no code for it
	case !a.IsCountry() && letters == a.String():
		letters = "N/A"
	}
	return appendFields(b, number, letters, strings.ReplaceAll(a.Name(language.English), "’", "'"))
}

// customsTerritories are areas that have another code in UN Comtrade than in M49.
var customsTerritories = [...]struct {
	area            lac.Area
	number, letters string
}{
	{lac.World, "0", "W00"},
	{lac.UnitedStates, "842", "USA"}, // with Puerto Rico and the Virgin Islands
	{lac.France, "251", "FRA"},       // with Monaco
	{lac.India, "699", "IND"},
	{parsed("NOR"), "579", "NOR"}, // with Svalbard and Jan Mayen
	{parsed("CHE"), "757", "CHE"}, // with Liechtenstein
	{lac.EuropeanUnion, "97", "EUR"},
	{lac.OtherAsia, "490", "S19"},
	{lac.AreasNES, "899", "_X"},
	{lac.EuropeEUNES, europeEUNES, "MCO"},
	{parsed("MCO"), "", "MCO"}, // its number is that of EuropeEUNES here
}

// parsed returns the area of a code that package lac has.
func parsed(code string) lac.Area {
	a, err := lac.ParseArea(code)
	if err != nil {
		panic(err)
	}
	return a
}

// codeOfUnit returns UN Comtrade's code of a unit; the unit alone if it has none.
func codeOfUnit(u lac.Unit) quantityCode {
	if u == "" {
		return quantityCode{code: "-1", abbr: "N/A"}
	}
	for _, q := range quantityCodes {
		if cmp.Or(q.unit, lac.Unit(q.abbr)) == u {
			return q
		}
	}
	return quantityCode{code: string(u)}
}

// appendFields appends fields in quotation marks, each with a comma after it, in
// ISO-8859-1. Empty ones have none.
func appendFields(b []byte, texts ...string) []byte {
	for _, f := range texts {
		if f != "" {
			b = append(b, '"')
			for _, c := range f {
				switch {
				case c == '"':
					b = append(b, '"', '"')
				case c > 0xff:
					b = append(b, '?')
				default:
					b = append(b, byte(c))
				}
			}
			b = append(b, '"')
		}
		b = append(b, ',')
	}
	return b
}
