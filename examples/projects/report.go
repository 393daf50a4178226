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
	columns   int  // of the terminal, 0 for none
	bounded   bool // a sum that was printed may be more
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
Sums are exact and printed in whole dollars. Beside each stands how many records it
rests on; others have no amount on that basis, which is not zero. An undertaking is
what people count as one project, which may stand in several records.
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
	most := false // some sums are bounds
	for _, totals := range []projects.Totals{constant, own} {
		for k, total := range totals.All() {
			keys[k] = keys[k] || total.Projects > 0
			most = most || hasOverlap(total)
		}
	}
	t := table{title: title, head: []string{"", "undertakings", fmt.Sprintf("USD of %d", priceYear), "rest on", "USD of the day", "rest on"}}
	if most {
		t.head = []string{"", "undertakings", fmt.Sprintf("USD of %d", priceYear), "or up to", "rest on", "USD of the day", "or up to", "rest on"}
	}
	for _, k := range slices.SortedFunc(maps.Keys(keys), projects.Key.Compare) {
		if !keys[k] {
			continue
		}
		row := []string{cmp.Or(name(k), "not stated"), ""}
		undertakings := 0
		for _, totals := range []projects.Totals{constant, own} {
			total, _ := totals.Get(k)
			undertakings = max(undertakings, total.Projects)
			row = append(row, r.sumOf(total, most)...)
		}
		row[1] = fmt.Sprint(undertakings)
		t.add(row...)
	}
	t.print(r.out, r.columns)
	return nil
}

// sumOf returns the cells of a sum: what it is, what it is at most if some sums are
// bounds, and the records that it rests on.
func (r *report) sumOf(t projects.Total, most bool) []string {
	cells := []string{dollars(t.Amount)}
	if most {
		upTo := ""
		if hasOverlap(t) {
			upTo = grouped(t.Amount.Decimal().Add(t.Overlap.Decimal()))
			r.bounded = true
		}
		cells = append(cells, upTo)
	}
	return append(cells, fmt.Sprint(t.Amount.Records))
}

func hasOverlap(t projects.Total) bool { return t.Overlap.Decimal().Sign() > 0 }

func (r *report) printPaid() error {
	totals, err := r.list.Totals(r.query(projects.Payment, 0), lac.ByYear)
	if err != nil {
		return err
	}
	most := false
	for _, total := range totals.All() {
		most = most || hasOverlap(total)
	}
	t := table{title: "Paid (disbursed or spent), by year", head: []string{"", "USD of the day", "rest on"}}
	if most {
		t.head = []string{"", "USD of the day", "or up to", "rest on"}
	}
	for k, total := range totals.All() {
		if total.Amount.Records > 0 {
			t.add(append([]string{k.Period.String()}, r.sumOf(total, most)...)...)
		}
	}
	if t.rows == nil {
		fmt.Fprint(r.out, "\nPaid: the files record no payments. A commitment is not a delivery.\n")
		return nil
	}
	t.print(r.out, r.columns)
	whole, err := r.list.Totals(r.query(projects.Payment, 0))
	if err != nil {
		return err
	}
	total, _ := whole.Get(projects.Key{})
	fmt.Fprintf(r.out, "  %d of %d records of projects that have begun say what was paid.\n", total.Amount.Records, total.Amount.Records+total.Amount.Missing)
	return nil
}

// A financing is a record with what is counted of it.
type financing struct {
	lac.Project
	amount lac.Total
}

func financings(undertakings []projects.Undertaking) []financing {
	var all []financing
	for _, u := range undertakings {
		for i, p := range u.Records {
			all = append(all, financing{p, u.Amounts[i]})
		}
	}
	return all
}

// printAgencies prints how many records, and of what amount, have participants in a
// role. What several pay or build together is not divided: they stand together.
func (r *report) printAgencies(title string, undertakings []projects.Undertaking, role string) error {
	sums := map[string]lac.Total{}
	for _, f := range financings(undertakings) {
		name := participants(f.Project, role)
		sum, err := sums[name].Merge(f.amount)
		if err != nil {
			return err
		}
		sums[name] = sum
	}
	t := table{title: title, head: []string{"", "records", fmt.Sprintf("USD of %d", priceYear), "rest on"}}
	for _, name := range slices.SortedFunc(maps.Keys(sums), func(a, b string) int {
		return cmp.Or(sums[b].Decimal().Cmp(sums[a].Decimal()), cmp.Compare(a, b))
	}) {
		s := sums[name]
		t.add(name, fmt.Sprint(s.Records+s.Missing), dollars(s), fmt.Sprint(s.Records))
	}
	t.print(r.out, r.columns)
	return nil
}

// printList prints the largest undertakings, then those without an amount, each by
// its largest record.
func (r *report) printList(undertakings []projects.Undertaking) error {
	type row struct {
		financing
		sum     lac.Total
		records int
	}
	var rows []row
	for _, u := range undertakings {
		of := financings([]projects.Undertaking{u})
		line := row{of[0], lac.Total{}, len(of)}
		for _, f := range of {
			if f.amount.Decimal().Cmp(line.amount.Decimal()) > 0 {
				line.financing = f
			}
			var err error
			if line.sum, err = line.sum.Merge(f.amount); err != nil {
				return err
			}
		}
		rows = append(rows, line)
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		return cmp.Or(min(b.sum.Records, 1)-min(a.sum.Records, 1), b.sum.Decimal().Cmp(a.sum.Decimal()))
	})
	t := table{title: "The undertakings", head: []string{"", "records", "where", "what", "status", fmt.Sprintf("USD of %d", priceYear), "money", "built by"}}
	for _, p := range rows[:min(r.most, len(rows))] {
		amount := "not reported"
		if p.sum.Records > 0 {
			amount = grouped(p.sum.Decimal())
		}
		t.add(shorten(p.Title, 60), fmt.Sprint(p.records), where(p.Project), what(p.Project), string(p.Status), amount,
			shorten(participants(p.Project, "funding"), 30), shorten(participants(p.Project, "implementing"), 30))
	}
	t.leftAligned = true
	t.print(r.out, r.columns)
	if more := len(rows) - r.most; more > 0 {
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
	if r.bounded {
		fmt.Fprint(r.out, "\nA parent adds what its parts do not have. Whoever reports them may have meant the parts\nto come on top: then the sum is up to the larger amount.\n")
	}
	return nil
}

// reasons says why a rule leaves projects out.
var reasons = map[lac.Guard]string{
	lac.GuardStatus:      "merely pledged, suspended or cancelled",
	lac.GuardUmbrella:    "umbrella agreements, whose parts are recorded apart",
	lac.GuardLeaveOut:    "the source advises not to add them up",
	lac.GuardRelief:      "debt relief of loans that are recorded",
	lac.GuardParts:       "parents whose amount their parts have, or parts whose parent has it",
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
