package gcdf

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A rowParser reads the fields of one row and keeps the first error.
type rowParser struct {
	*table
	row      *csvscan.Row
	source   string
	notes    []string // what no field of a project can say
	rejected *lac.RowError
	broken   []*lac.RowError // what is wrong and costs no money
}

// text returns a field without surrounding space, empty if there is no such
// column or the field is NA, as R writes what is not there.
func (p *rowParser) text(c column) string {
	if p.index[c] < 0 {
		return ""
	}
	raw := p.row.Field(p.index[c])
	s := strings.TrimSpace(feed.String(raw))
	if s == "NA" {
		return ""
	}
	if strings.IndexByte(s, 0) >= 0 {
		p.reject(c, fmt.Errorf("%w: NUL byte", lac.ErrSyntax))
	}
	return s
}

// line returns a field with every run of space in it as one blank.
func (p *rowParser) line(c column) string { return strings.Join(strings.Fields(p.text(c)), " ") }

func (p *rowParser) reject(c column, err error) {
	if p.rejected == nil {
		p.rejected = p.fault(c, err)
	}
}

// doubt notes what is wrong with a field that is left out.
func (p *rowParser) doubt(c column, err error) { p.broken = append(p.broken, p.fault(c, err)) }

func (p *rowParser) fault(c column, err error) *lac.RowError {
	e := &lac.RowError{Line: p.row.Line(), Field: columnNames[c], Err: err}
	if i := p.index[c]; i >= 0 {
		_, e.Column = p.row.Position(i)
		e.Field = p.Header[i]
		e.Text = feed.Shorten(strings.TrimSpace(feed.String(p.row.Field(i))))
	}
	return e
}

// note adds to the project's note.
func (p *rowParser) note(format string, args ...any) {
	p.notes = append(p.notes, fmt.Sprintf(format, args...))
}

// number reads the AidData Record ID, which identifies the project: digits, with
// ".0" after them where a program took the column for decimals.
func (p *rowParser) number() string {
	s := strings.TrimSuffix(p.text(colID), ".0")
	n, err := strconv.ParseUint(s, 10, 32)
	switch {
	case s == "":
		p.reject(colID, lac.ErrMissing)
	case err != nil || n == 0:
		p.reject(colID, fmt.Errorf("%w: want a whole number from 1 on", lac.ErrSyntax))
	}
	return strconv.FormatUint(n, 10)
}

func (p *rowParser) id(number string) string { return p.source + "#" + number }

// flag returns "yes", "no" or "" if nothing is said.
func (p *rowParser) flag(c column) string {
	switch s := strings.ToLower(p.text(c)); s {
	case "yes", "true", "1":
		return "yes"
	case "no", "false", "0":
		return "no"
	case "":
	default:
		p.reject(c, fmt.Errorf("%w: want Yes or No", lac.ErrSyntax))
	}
	return ""
}

// statuses are the six statuses, under each name that the dataset and its field
// definitions have for them.
var statuses = map[string]lac.ProjectStatus{
	"pipeline: pledge":     lac.StatusPledge,
	"pipeline: commitment": lac.StatusCommitment,
	"implementation":       lac.StatusImplementation,
	"completion":           lac.StatusCompleted,
	"completed":            lac.StatusCompleted,
	"suspended":            lac.StatusSuspended,
	"cancelled":            lac.StatusCancelled,
	"canceled":             lac.StatusCancelled,
}

func (p *rowParser) status() lac.ProjectStatus {
	s := strings.ToLower(p.line(colStatus))
	status, ok := statuses[s]
	switch {
	case s == "":
		p.reject(colStatus, lac.ErrMissing)
	case !ok:
		p.reject(colStatus, fmt.Errorf("%w: want one of AidData's six statuses", lac.ErrUnknownCode))
	}
	return status
}

// sectors reads the code, or the name where there is no code. One that is not known, or a
// code and a name of two sectors, is no sector, and is noted.
func (p *rowParser) sectors() []lac.SectorShare {
	code, name := strings.TrimSuffix(p.text(colSectorCode), ".0"), p.line(colSectorName)
	c := colSectorCode
	if code == "" && p.index[colSectorName] >= 0 {
		c = colSectorName
		if code = sectorAliases[foldName(name)]; code == "" {
			code = name
		}
	}
	if code == "" {
		p.doubt(c, fmt.Errorf("%w: the project has no sector", lac.ErrMissing))
		return nil
	}
	s, err := lac.ParseSector(code)
	if err != nil {
		p.doubt(c, err)
		return nil
	}
	if named, err := lac.ParseSector(name); err == nil && named.Field != s.Field {
		p.doubt(colSectorName, fmt.Errorf("%w: sector code %s is %s: neither is taken", lac.ErrRange, code, s.Field))
		return nil
	}
	return []lac.SectorShare{{Sector: s, Percent: whole}}
}

// sectorAliases are names of sectors in the dataset or its field definitions
// that lac.ParseSector does not know.
var sectorAliases = map[string]string{
	"populationpoliciesprogramsandreproductivehealth":   "130",
	"populationpoliciesprogrammesandreproductivehealth": "130",
	"tradepoliciesandregulation":                        "330",
	"industryminingandconstruction":                     "320",
	"agricultureforestryandfishing":                     "310",
	"developmentalfoodaidfoodsecurityassistance":        "520",
}

// recipient returns the country or region.
func (p *rowParser) recipient() lac.AreaShare {
	name, iso := p.line(colRecipient), p.text(colISO)
	named, unknown := recipientByName(name)
	switch {
	case name == "" && iso == "":
		p.reject(colRecipient, lac.ErrMissing)
	case iso != "":
		a, err := lac.ParseArea(iso)
		if err == nil && (len(iso) != 3 || !a.IsCountry()) {
			err = fmt.Errorf("%w: want a country's ISO 3166-1 alpha-3 code", lac.ErrSyntax)
		}
		switch {
		case err == nil && unknown == nil && named.Area != a:
			p.reject(colISO, fmt.Errorf("%w: %s is not the recipient %q", lac.ErrRange, iso, feed.Shorten(name)))
		case err == nil:
			return lac.AreaShare{Area: a}
		case unknown != nil:
			p.reject(colISO, err)
		}
	case unknown != nil:
		p.reject(colRecipient, unknown)
	}
	return named
}

// recipientByName returns what AidData's name of a recipient means: a country, or
// a region in "Africa, regional". The groups that M49 has no region for have a
// code: of the OECD DAC's list for the Middle East, of AidData's own for others.
func recipientByName(name string) (lac.AreaShare, error) {
	base, isRegion := strings.CutSuffix(strings.ToLower(name), "regional")
	if !isRegion {
		if strings.EqualFold(name, "Multi-Region") {
			return lac.AreaShare{Vocabulary: "99", Code: "Multi-Region"}, nil
		}
		a, err := lac.ParseArea(name)
		return lac.AreaShare{Area: a}, err
	}
	switch base = strings.Trim(base, ", -"); base {
	case "middle east":
		return lac.AreaShare{Vocabulary: "1", Code: "589"}, nil
	case "america", "americas": // which, as a name, could be a country
		base = "019"
	}
	a, err := lac.ParseArea(base)
	if err == nil && !a.IsRegion() {
		err = fmt.Errorf("%w: %s is not a region", lac.ErrUnknownCode, a)
	}
	return lac.AreaShare{Area: a}, err
}

// financeTypes are the dataset's flow types by codes of the OECD DAC's list of
// types of finance. Scholarships and technical assistance are grants in kind.
var financeTypes = map[string]string{
	"loan":                                   "421",
	"grant":                                  "110",
	"scholarships/training in donor country": "110",
	"free-standing technical assistance":     "110",
	"debt forgiveness":                       "610",
	"debt rescheduling":                      "620",
	"vague tbd":                              "",
	"":                                       "",
}

func (p *rowParser) financeType(flow string) string {
	code, ok := financeTypes[strings.ToLower(flow)]
	if !ok {
		p.reject(colFlowType, fmt.Errorf("%w: want one of AidData's seven flow types", lac.ErrUnknownCode))
	}
	return code
}

// whole is the share of a project's one recipient and one sector.
var whole = decimal.NewFromInt(100)
