package gcdf

import (
	"bytes"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/csvscan"
)

// project makes a project of the next row, or says why it cannot, or what ends the
// table. It calls note for what is wrong with a project and costs no money.
func (t *table) project(source string, note func(*lac.RowError)) (lac.Project, *lac.RowError, error) {
	row, rejected, err := t.Next()
	for err == nil && row != nil && isBlank(row) { // as spreadsheets leave at the end
		row, rejected, err = t.Next()
	}
	if rejected != nil || err != nil {
		return lac.Project{}, rejected, err
	}
	p := rowParser{table: t, row: row, source: source}
	project := p.project()
	if p.rejected != nil {
		return lac.Project{}, p.rejected, nil
	}
	for _, e := range p.broken {
		note(e)
	}
	return project, nil, nil
}

// isBlank reports whether no field of a row has a text.
func isBlank(row *csvscan.Row) bool {
	for i := range row.Len() {
		if len(bytes.TrimSpace(row.Field(i))) > 0 {
			return false
		}
	}
	return true
}

func (p *rowParser) project() lac.Project {
	number := p.number()
	title := p.line(colTitle)
	if title == "" {
		p.reject(colTitle, lac.ErrMissing)
	}
	r := lac.Project{
		ID:        p.id(number),
		Source:    p.source,
		Title:     title,
		Status:    p.status(),
		Sectors:   p.sectors(),
		Umbrella:  p.flag(colUmbrella) == "yes",
		LeaveOut:  p.flag(colRecommended) == "no",
		Locations: p.locations(),
	}
	if p.flag(colInfrastructure) == "yes" {
		r.Kind = lac.Infrastructure
	}
	share := p.recipient()
	share.Percent = whole
	r.Areas = []lac.AreaShare{share}
	recipient := share.Area
	committed := p.year(colCommitmentYear)
	if committed.IsZero() {
		p.reject(colCommitmentYear, lac.ErrMissing)
	}
	signed := p.when(colCommitmentDate, committed)
	r.Stages = p.stages(r.Status, signed)
	flow := p.text(colFlowType)
	r.FinanceType = p.financeType(flow)
	r.Participants = p.participants(recipient)
	r.Transactions = p.transactions(r.Status, signed)
	r.Transactions = p.parties(r.Transactions, r.Participants, recipient)
	r.Links = titleLinks(title, flow, number, p.id)
	for _, n := range packages(p.text(colPackage)) {
		r.Links = append(r.Links, lac.Link{Kind: lac.LinkedTo, ID: p.source + "#package-" + n})
	}
	for _, c := range [...]column{colDescription, colComments, colPlace} {
		if s := p.text(c); s != "" {
			r.Descriptions = append(r.Descriptions, lac.Narrative{Language: "en", Text: s})
		}
	}
	if s := p.line(colFlowClass); s != "" {
		p.note("flow class %s", s)
	}
	r.Note = strings.Join(p.notes, "; ")
	return r
}
