package almanac

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
)

func loadSources(out *lac.Records) error {
	for _, file := range []string{"sources.tsv", "sources-memberships.tsv"} {
		err := eachRow(file, func(r *row) {
			s := lac.Source{
				ID: r.text("id"), Publisher: r.text("publisher"), Title: r.text("title"), URL: r.text("url"),
				Licence: r.text("licence"), Basis: r.text("basis"),
				Window: r.period("window"), Voice: r.area("voice"), Largest: r.count("largest"),
			}
			r.into("published", &s.Published)
			r.into("retrieved", &s.Retrieved)
			out.Sources = append(out.Sources, s)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func loadTrade(out *lac.Records) error {
	return eachRow("trade.tsv", func(r *row) {
		t := lac.TradeRecord{
			ID: r.text("id"), Source: r.text("source"), Reporter: r.area("reporter"), Partner: r.area("partner"),
			Flow: lac.TradeFlow(r.text("flow")), Period: r.period("period"), Value: r.money("value", r.currency("currency")),
			Valuation: lac.Valuation(r.text("valuation")), Evidence: r.evidence(), Note: r.text("note"),
		}
		r.into("commodity", &t.Commodity)
		out.Trade = append(out.Trade, t)
	})
}

func loadObservations(out *lac.Records) error {
	return eachRow("observations.tsv", func(r *row) {
		out.Observations = append(out.Observations, lac.Observation{
			ID: r.text("id"), Source: r.text("source"),
			Measure: narrowed(r.text("kind"), lac.Measure{
				Subject: lac.Subject(r.text("subject")), Reporter: r.area("reporter"), Partner: r.area("partner"),
				Flow: lac.TradeFlow(r.text("flow")),
			}),
			Period: r.period("period"),
			Figure: lac.Stated{Text: r.text("stated"), Value: r.quantity("value", "unit"), Comparator: lac.Comparator(r.text("comparator")),
				Digits: significant(r.text("value"))},
			Coverage: r.text("coverage"), Evidence: r.evidence(), Note: r.text("note"),
		})
	})
}

// narrowed sets the kind of a measure: a project kind where it is one, else the
// sector.
func narrowed(kind string, m lac.Measure) lac.Measure {
	if k := lac.ProjectKind(kind); k.IsValid() {
		m.Kind = k
	} else {
		m.Sector = kind
	}
	return m
}

// significant returns the number of digits of a numeral that are not trailing
// zeros.
func significant(numeral string) int {
	digits := strings.ReplaceAll(strings.TrimLeft(numeral, "0."), ".", "")
	return max(1, len(strings.TrimRight(digits, "0")))
}

// projectTable names the table of AidData's project records, counted by
// recipient, sector, infrastructure flag and status.
const projectTable = "records by recipient, sector and status"

func loadProjectCounts(out *lac.Records) error {
	statuses := map[string]lac.ProjectStatus{
		"completion": lac.StatusCompleted, "implementation": lac.StatusImplementation, "pipeline-commitment": lac.StatusCommitment,
	}
	return eachRow("projects-gcdf.tsv", func(r *row) {
		status, ok := statuses[r.text("status")]
		if !ok {
			r.note("status", lac.ErrUnknownCode)
		}
		m := lac.Measure{Subject: lac.SubjectProjects, Sector: r.text("sector"), Status: status, Reporter: lac.China, Partner: r.area("recipient")}
		if r.text("infrastructure") == "yes" {
			m.Kind = lac.Infrastructure
		}
		out.Observations = append(out.Observations, lac.Observation{
			ID: r.text("id"), Source: r.text("source"), Measure: m,
			Period: lac.Years(r.count("first_year"), r.count("last_year")),
			Figure: lac.Stated{Value: lac.QuantityOf(int64(r.count("records")), lac.UnitProjects), Digits: len(r.text("records"))},
			Table:  projectTable, Amount: r.money("amount_usd2021", lac.USD), PriceYear: 2021,
			Note: fmt.Sprintf("%s; %d without an amount", r.text("sector_name"), r.count("without_amount")),
		})
	})
}

func loadTies(out *lac.Records) error {
	return eachRow("ties.tsv", func(r *row) {
		t := lac.Tie{
			ID: r.text("id"), Source: r.text("source"), A: r.area("partner"), B: r.area("area"),
			Event: lac.TieEvent(r.text("event")), Date: r.period("date"), Evidence: r.evidence(), Note: r.text("note"),
		}
		if t.Event == lac.TiesNone {
			t.Date = r.period("as_of")
		}
		out.Ties = append(out.Ties, t)
	})
}

func loadMeetings(out *lac.Records) error {
	return eachRow("meetings.tsv", func(r *row) {
		out.Meetings = append(out.Meetings, lac.Meeting{
			ID: r.text("id"), Source: r.text("source"), Series: r.text("series"), Ordinal: r.count("ordinal"),
			Title: r.text("title"), Date: r.period("date"), Place: r.text("place"), Outcome: r.text("outcome"),
			Evidence: r.evidence(), Note: r.text("note"),
		})
	})
}

func loadPledges(out *lac.Records) error {
	made := map[string]lac.Period{}
	for _, m := range out.Meetings {
		made[m.ID] = m.Date
	}
	return eachRow("pledges.tsv", func(r *row) {
		out.Pledges = append(out.Pledges, lac.Pledge{
			ID: r.text("id"), Source: r.text("source"), Meeting: r.text("meeting"), Made: made[r.text("meeting")],
			Measure: narrowed(r.text("kind"), lac.Measure{
				Subject: lac.Subject(r.text("subject")), Reporter: r.area("from"), Partner: r.area("to"),
			}),
			Target: lac.Stated{Text: r.text("stated"), Value: r.quantity("quantity", "unit"),
				Comparator: lac.Comparator(r.text("comparator")), Digits: significant(r.text("quantity"))},
			PerYear: r.text("per") == "year", Window: r.period("window"), Evidence: r.evidence(), Note: r.text("note"),
		})
	})
}

func loadRates(out *lac.Records) error {
	return eachRow("rates.tsv", func(r *row) {
		out.Rates = append(out.Rates, lac.Rate{
			ID: r.text("id"), Source: r.text("source"), Period: r.period("period"),
			Base: r.currency("base"), Quote: r.currency("quote"), Rate: r.decimal("rate"),
		})
	})
}

// loadStatements reads the statement of 9 June 2025. Its file gives each
// claim's words in place of offsets; they must occur once in the text.
func loadStatements(out *lac.Records) error {
	const file = "statement-2025-06-09.json"
	raw, err := files.ReadFile("data/" + file)
	if err != nil {
		return err
	}
	var s struct {
		lac.Statement
		Claims []struct {
			lac.Claim
			Words string `json:"words"`
		} `json:"claims"`
	}
	if err := json.Unmarshal(raw, &s); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for _, c := range s.Claims {
		if n := strings.Count(s.Text, c.Words); n != 1 {
			return fmt.Errorf("%s: claim %s: words occur %d times in the text: %w", file, c.ID, n, lac.ErrSyntax)
		}
		c.Start = strings.Index(s.Text, c.Words)
		c.End = c.Start + len(c.Words)
		s.Statement.Claims = append(s.Statement.Claims, c.Claim)
	}
	out.Statements = append(out.Statements, s.Statement)
	return nil
}

// loadMemberships takes the memberships from package lac, whose areas know their
// members without a dataset. Both are made from data/memberships.tsv.
func loadMemberships(out *lac.Records) error {
	for _, bloc := range []lac.Area{
		lac.AndeanCommunity, lac.CARICOM, lac.CELAC, lac.EuropeanUnion, lac.Mercosur, lac.PacificAlliance, lac.SICA,
	} {
		out.Memberships = slices.AppendSeq(out.Memberships, bloc.Memberships())
	}
	return nil
}
