package main

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/load"
	"github.com/sinolac/sinolac/lac/projects"
)

// A report answers the questions over one dataset.
type report struct {
	data      *lac.Dataset
	files     []*load.File
	recipient lac.Area
	on        lac.Date
	period    lac.Period
	list      *projects.List
	most      int // undertakings and matches listed
	out       io.Writer
}

// query returns the question that all tables ask, in US dollars: of constant
// prices of AidData's base year, or of the amounts' own date.
func (r *report) query(t lac.TransactionType, priceYear int) projects.Query {
	return projects.Query{
		Type: t, Currency: lac.USD, PriceYear: priceYear, Recipient: r.recipient, On: r.on, Period: r.period,
	}
}

const priceYear = 2021

func (r *report) print(w io.Writer) error {
	r.out = w
	r.printFiles()
	for _, t := range []struct {
		title string
		by    lac.Dimension
		name  func(projects.Key) string
	}{
		{"Committed, by recipient", lac.ByRecipient, func(k projects.Key) string { return areaName(k.Recipient) }},
		{"Committed, by sector", lac.BySector, func(k projects.Key) string { return cmp.Or(k.Sector.Field, k.Sector.Code) }},
		{"Committed, by year", lac.ByYear, func(k projects.Key) string { return k.Period.String() }},
		{"Committed, by status", lac.ByStatus, func(k projects.Key) string { return string(k.Status) }},
	} {
		if err := r.printCommitted(t.title, t.by, t.name); err != nil {
			return err
		}
	}
	if err := r.printPaid(); err != nil {
		return err
	}
	undertakings, err := r.list.Select(r.query(lac.Commitment, priceYear))
	if err != nil {
		return err
	}
	if err := r.printAgencies("With whose money", undertakings, "funding"); err != nil {
		return err
	}
	if err := r.printAgencies("Who built it", undertakings, "implementing"); err != nil {
		return err
	}
	if err := r.printList(undertakings); err != nil {
		return err
	}
	if err := r.printLeftOut(); err != nil {
		return err
	}
	r.printMatches()
	return nil
}

func (r *report) printFiles() {
	during := "of all years"
	if !r.period.IsZero() {
		during = "of " + r.period.String()
	}
	fmt.Fprintf(r.out, "Projects in %s as of %v, %s\n\n", areaName(r.recipient), r.on, during)
	for _, f := range r.files {
		fmt.Fprintf(r.out, "  %s: %d rows, %d rejected (%s)\n", f.Report.Name, f.Report.Rows, f.Report.Rejected, f.Report.Format.Title())
	}
	fmt.Fprintf(r.out, `
Sums are exact and printed in whole dollars. Beside each stands how many of the
undertakings it rests on; the others have no amount on that basis, which is not zero.
The tables of agencies and undertakings have whole amounts, also where a part goes
to other countries.
`)
}

// printCommitted prints commitments in both prices beside each other.
func (r *report) printCommitted(title string, by lac.Dimension, name func(projects.Key) string) error {
	constant, err := r.list.Totals(r.query(lac.Commitment, priceYear), by)
	if err != nil {
		return err
	}
	own, err := r.list.Totals(r.query(lac.Commitment, 0), by)
	if err != nil {
		return err
	}
	keys := map[projects.Key]bool{}
	for _, totals := range []projects.Totals{constant, own} {
		for k, total := range totals.All() {
			keys[k] = keys[k] || total.Projects > 0
		}
	}
	t := table{title: title, head: []string{"", "undertakings", fmt.Sprintf("USD of %d", priceYear), "rest on", "USD of the day", "rest on"}}
	for _, k := range slices.SortedFunc(maps.Keys(keys), projects.Key.Compare) {
		a, _ := constant.Get(k)
		b, _ := own.Get(k)
		if keys[k] {
			t.add(cmp.Or(name(k), "not stated"), fmt.Sprint(max(a.Projects, b.Projects)),
				dollars(a.Amount), fmt.Sprint(a.Amount.Records), dollars(b.Amount), fmt.Sprint(b.Amount.Records))
		}
	}
	t.print(r.out)
	return nil
}

func (r *report) printPaid() error {
	totals, err := r.list.Totals(r.query(lac.Disbursement, 0), lac.ByYear)
	if err != nil {
		return err
	}
	t := table{title: "Disbursed, by year", head: []string{"", "USD of the day", "rest on"}}
	for k, total := range totals.All() {
		if total.Amount.Records > 0 {
			t.add(k.Period.String(), dollars(total.Amount), fmt.Sprint(total.Amount.Records))
		}
	}
	if t.rows == nil {
		fmt.Fprint(r.out, "\nDisbursed: the files record no payments. A commitment is not a delivery.\n")
		return nil
	}
	t.print(r.out)
	whole, err := r.list.Totals(r.query(lac.Disbursement, 0))
	if err != nil {
		return err
	}
	total, _ := whole.Get(projects.Key{})
	fmt.Fprintf(r.out, "  %d of %d undertakings that have begun record what was paid.\n", total.Amount.Records, total.Projects)
	return nil
}

// printAgencies prints how many undertakings, and of what amount, have
// participants in a role. What several pay or build together is not divided: they
// stand together.
func (r *report) printAgencies(title string, undertakings []lac.Project, role string) error {
	sums, err := lac.GroupBy(slices.Values(undertakings), func(p lac.Project) string { return participants(p, role) }, r.committed)
	if err != nil {
		return err
	}
	t := table{title: title, head: []string{"", "undertakings", fmt.Sprintf("USD of %d", priceYear), "rest on"}}
	for _, name := range slices.SortedFunc(maps.Keys(sums), func(a, b string) int {
		return cmp.Or(sums[b].Decimal().Cmp(sums[a].Decimal()), cmp.Compare(a, b))
	}) {
		s := sums[name]
		t.add(name, fmt.Sprint(s.Records+s.Missing), dollars(s), fmt.Sprint(s.Records))
	}
	t.print(r.out)
	return nil
}

// printList prints the largest undertakings, then those without an amount.
func (r *report) printList(undertakings []lac.Project) error {
	undertakings = slices.Clone(undertakings)
	slices.SortStableFunc(undertakings, func(a, b lac.Project) int { return r.committed(b).Compare(r.committed(a)) })
	t := table{title: "The undertakings", head: []string{"", "where", "what", "status", fmt.Sprintf("USD of %d", priceYear), "money", "built by"}}
	for _, p := range undertakings[:min(r.most, len(undertakings))] {
		amount := "not reported"
		if m := r.committed(p); m.IsReported() {
			amount = grouped(m.Amount())
		}
		t.add(shorten(p.Title, 60), where(p), what(p), string(p.Status), amount, shorten(participants(p, "funding"), 30), shorten(participants(p, "implementing"), 30))
	}
	t.leftAligned = true
	t.print(r.out)
	if more := len(undertakings) - r.most; more > 0 {
		fmt.Fprintf(r.out, "  and %d more\n", more)
	}
	return nil
}

func (r *report) printLeftOut() error {
	totals, err := r.list.Totals(r.query(lac.Commitment, priceYear))
	if err != nil {
		return err
	}
	total, _ := totals.Get(projects.Key{})
	fmt.Fprint(r.out, "\nLeft out of what is committed\n")
	any := false
	for rule, n := range total.Amount.Excluded() {
		any = true
		fmt.Fprintf(r.out, "  %d: %s\n", n, cmp.Or(reasons[rule], string(rule)))
	}
	if !any {
		fmt.Fprint(r.out, "  nothing\n")
	}
	return nil
}

// reasons says why a rule leaves projects out.
var reasons = map[lac.Guard]string{
	lac.GuardStatus:      "merely pledged, suspended or cancelled",
	lac.GuardUmbrella:    "umbrella agreements, whose parts are recorded apart",
	lac.GuardLeaveOut:    "the source advises not to add them up",
	lac.GuardRelief:      "debt relief of loans that are recorded",
	lac.GuardParts:       "a parent beside its parts, or parts whose parent has the amount",
	lac.GuardPassedOn:    "money passed on to another project of the files",
	lac.GuardMatch:       "second records of one undertaking",
	lac.GuardUnconfirmed: "unconfirmed",
}

func (r *report) printMatches() {
	matches := r.list.Matches()
	if len(matches) == 0 {
		return
	}
	fmt.Fprint(r.out, "\nRecorded twice, counted once\n")
	for _, m := range matches[:min(r.most, len(matches))] {
		fmt.Fprintf(r.out, "  %v\n", m)
	}
	if more := len(matches) - r.most; more > 0 {
		fmt.Fprintf(r.out, "  and %d more\n", more)
	}
}

// committed returns what was committed for the whole of a project, wherever it
// goes, in constant dollars; not reported if nothing was or the sum does not fit.
func (r *report) committed(p lac.Project) lac.Money {
	var sum lac.Money
	for _, t := range p.Transactions {
		if t.Type != lac.Commitment || t.PriceYear != priceYear || !t.Value.IsReported() ||
			!r.period.IsZero() && !r.period.Contains(t.Date) {
			continue
		}
		if !sum.IsReported() {
			sum = t.Value
			continue
		}
		var err error
		if sum, err = sum.Add(t.Value); err != nil {
			return lac.Money{}
		}
	}
	return sum
}

// participants returns the names of those in a role.
func participants(p lac.Project, role string) string {
	var names []string
	for a := range inRole(p, role) {
		if !slices.Contains(names, a) {
			names = append(names, a)
		}
	}
	return cmp.Or(strings.Join(names, "; "), "not stated")
}

func inRole(p lac.Project, role string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, a := range p.Participants {
			if a.Role == role && !yield(a.Name) {
				return
			}
		}
	}
}

func where(p lac.Project) string {
	var names []string
	for _, a := range p.Areas {
		name := cmp.Or(areaName(a.Area), a.Code)
		if len(p.Areas) > 1 {
			name += " " + a.Percent.String() + "%"
		}
		names = append(names, name)
	}
	return cmp.Or(strings.Join(names, ", "), "not stated")
}

func what(p lac.Project) string {
	var names []string
	for _, s := range p.Sectors {
		if name := cmp.Or(s.Sector.Field, s.Sector.Code); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return cmp.Or(strings.Join(names, ", "), "not stated")
}

func areaName(a lac.Area) string {
	if a == 0 {
		return ""
	}
	return a.Name(language.English)
}

// dollars returns a sum in whole dollars, a dash if nothing is in it.
func dollars(t lac.Total) string {
	if t.Records == 0 {
		return "-"
	}
	return grouped(t.Decimal())
}

// grouped returns a number rounded to a whole, with its digits in threes.
func grouped(d decimal.Decimal) string {
	digits := d.Abs().Round(0).String()
	var b strings.Builder
	if d.Sign() < 0 {
		b.WriteByte('-')
	}
	for i, c := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// shorten cuts text after a number of letters.
func shorten(s string, most int) string {
	letters := []rune(s)
	if len(letters) <= most {
		return s
	}
	return strings.TrimSpace(string(letters[:most-1])) + "…"
}
