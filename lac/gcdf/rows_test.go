package gcdf_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/gcdf"
)

// A row of empty fields is no record.
func TestBlankRows(t *testing.T) {
	text := table(nil)
	text += strings.Repeat(",", strings.Count(text[:strings.Index(text, "\n")], ",")) + "\n , \n"
	r := gcdf.NewReader(strings.NewReader(text))
	all, rejected, err := r.ReadAll(context.Background())
	if s := r.Stats(); err != nil || len(all) != 1 || len(rejected) != 0 || s.Rows != 1 {
		t.Errorf("%d projects, %v, %+v, %v", len(all), rejected, s, err)
	}
}

func TestRejectedRows(t *testing.T) {
	for _, tt := range []struct {
		rule    string
		changes []cell
		field   string
		text    string
		want    error
	}{
		{"a record has a number", []cell{{"AidData Record ID", ""}}, "AidData Record ID", "", lac.ErrMissing},
		{"of digits", []cell{{"AidData Record ID", "12a"}}, "AidData Record ID", "12a", lac.ErrSyntax},
		{"not 0", []cell{{"AidData Record ID", "0"}}, "AidData Record ID", "0", lac.ErrSyntax},
		{"a title", []cell{{"Title", " "}}, "Title", "", lac.ErrMissing},
		{"without NUL", []cell{{"Title", "a\x00b"}}, "Title", "a\x00b", lac.ErrSyntax},
		{"a status", []cell{{"Status", "NA"}}, "Status", "NA", lac.ErrMissing},
		{"of the six", []cell{{"Status", "Pipeline"}}, "Status", "Pipeline", lac.ErrUnknownCode},
		{"a recipient", []cell{{"Recipient", ""}, {"Recipient ISO-3", ""}}, "Recipient", "", lac.ErrMissing},
		{"that is known", []cell{{"Recipient", "Atlantis"}, {"Recipient ISO-3", ""}}, "Recipient", "Atlantis", lac.ErrUnknownCode},
		{"or a known region", []cell{{"Recipient", "Atlantis, regional"}, {"Recipient ISO-3", ""}}, "Recipient", "Atlantis, regional", lac.ErrUnknownCode},
		{"a country is no region", []cell{{"Recipient", "Peru, regional"}, {"Recipient ISO-3", ""}}, "Recipient", "Peru, regional", lac.ErrUnknownCode},
		{"its code is of the country", []cell{{"Recipient", "Dominica"}, {"Recipient ISO-3", "DOM"}}, "Recipient ISO-3", "DOM", lac.ErrRange},
		{"and of three letters", []cell{{"Recipient", "Atlantis"}, {"Recipient ISO-3", "419"}}, "Recipient ISO-3", "419", lac.ErrSyntax},
		{"and known", []cell{{"Recipient", "Atlantis"}, {"Recipient ISO-3", "ATL"}}, "Recipient ISO-3", "ATL", lac.ErrUnknownCode},
		{"a year", []cell{{"Commitment Year", ""}}, "Commitment Year", "", lac.ErrMissing},
		{"of four digits", []cell{{"Commitment Year", "15"}}, "Commitment Year", "15", lac.ErrSyntax},
		{"whole", []cell{{"Completion Year", "2015.5"}}, "Completion Year", "2015.5", lac.ErrSyntax},
		{"a flag is Yes or No", []cell{{"Umbrella", "Maybe"}}, "Umbrella", "Maybe", lac.ErrSyntax},
		{"a flow type is known", []cell{{"Flow Type", "Gift"}}, "Flow Type", "Gift", lac.ErrUnknownCode},
		{"a date is one", []cell{{"Commitment Date (MM/DD/YYYY)", "02/30/2015"}}, "Commitment Date (MM/DD/YYYY)", "02/30/2015", lac.ErrRange},
		{"in a known form", []cell{{"Commitment Date (MM/DD/YYYY)", "42000"}}, "Commitment Date (MM/DD/YYYY)", "42000", lac.ErrSyntax},
		{"with the month first", []cell{{"Actual Completion Date (MM/DD/YYYY)", "23/05/2015"}}, "Actual Completion Date (MM/DD/YYYY)", "23/05/2015", lac.ErrRange},
		{"an amount is a number", []cell{{"Amount (Constant USD 2021)", "1,250"}}, "Amount (Constant USD 2021)", "1,250", lac.ErrSyntax},
		{"that fits", []cell{{"Amount (Constant USD 2021)", "1e999999999"}}, "Amount (Constant USD 2021)", "1e999999999", lac.ErrRange},
		{"not below zero", []cell{{"Amount (Constant USD 2021)", "-1"}}, "Amount (Constant USD 2021)", "-1", lac.ErrRange},
		{"in a currency", []cell{{"Amount (Original Currency)", "1"}}, "Amount (Original Currency)", "1", lac.ErrMissing},
		{"that is known", []cell{{"Amount (Original Currency)", "1"}, {"Original Currency", "ABC"}}, "Original Currency", "ABC", lac.ErrUnknownCode},
		{"a financier is a country", []cell{{"Financier Country", "Atlantis"}}, "Financier Country", "Atlantis", lac.ErrUnknownCode},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			text := table(nil, tt.changes, nil)
			r := gcdf.NewReader(strings.NewReader(text))
			r.Name = "gcdf.csv"
			projects, rejected, err := r.ReadAll(context.Background())
			if err != nil || len(projects) != 2 || len(rejected) != 1 {
				t.Fatalf("%d projects, rejected %v, %v", len(projects), rejected, err)
			}
			e := rejected[0]
			if e.Source != "gcdf.csv" || e.Line != 3 || e.Field != tt.field || e.Text != tt.text || !errors.Is(e, tt.want) {
				t.Errorf("%v, want field %s, text %q, %v", e, tt.field, tt.text, tt.want)
			}
			if !strings.Contains(tt.text, "\x00") {
				line := strings.Split(text, "\n")[2]
				if at := strings.TrimPrefix(line[e.Column-1:], `"`); !strings.HasPrefix(strings.TrimLeft(at, " "), tt.text) {
					t.Errorf("column %d of %q is not %q", e.Column, line, tt.text)
				}
			}
			if got := r.Stats(); got != (lac.Stats{Rows: 3, Records: 2, Rejected: 1}) {
				t.Errorf("%+v", got)
			}
		})
	}
}

// A sector that is not known costs no money: the project is read without one.
func TestSectorsInDoubt(t *testing.T) {
	for name, tt := range map[string]struct {
		change    []cell
		field, of string
		want      error
	}{
		"no sector":                {[]cell{{"Sector Code", ""}}, "Sector Code", "", lac.ErrMissing},
		"a code that is none":      {[]cell{{"Sector Code", "999"}}, "Sector Code", "999", lac.ErrUnknownCode},
		"a name that is none":      {[]cell{{"Sector Code", ""}, {"Sector Name", "MAGIC"}}, "Sector Name", "MAGIC", lac.ErrUnknownCode},
		"a name of another sector": {[]cell{{"Sector Name", "HEALTH"}}, "Sector Name", "HEALTH", lac.ErrRange},
	} {
		r := gcdf.NewReader(strings.NewReader(table(tt.change)))
		r.Name = "table.csv"
		var notes []*lac.RowError
		r.Notes = func(e *lac.RowError) { notes = append(notes, e) }
		projects, rejected, err := r.ReadAll(t.Context())
		if err != nil || len(projects) != 1 || len(rejected) > 0 || len(notes) != 1 || r.Stats().Notes != 1 {
			t.Errorf("%s: %v, rejected %v, noted %v, %v", name, projects, rejected, notes, err)
			continue
		}
		if p := projects[0]; p.Sectors != nil || p.Validate() != nil || p.Transactions[0].Value.String() != "12.5 USD" {
			t.Errorf("%s: %+v, %v", name, p, p.Validate())
		}
		if e := notes[0]; e.Source != "table.csv" || e.Line != 2 || e.Field != tt.field || e.Text != tt.of || !errors.Is(e, tt.want) {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

func TestStrict(t *testing.T) {
	r := gcdf.NewReader(strings.NewReader(table(nil, []cell{{"Status", "?"}}, nil)))
	r.Strict = true
	projects, _, err := r.ReadAll(context.Background())
	var row *lac.RowError
	if len(projects) != 1 || !errors.As(err, &row) || row.Line != 3 {
		t.Errorf("%d projects, %v", len(projects), err)
	}
	if _, _, again := r.ReadAll(context.Background()); again != err {
		t.Errorf("then %v", again)
	}
}

func TestBreakAndGoOn(t *testing.T) {
	r := gcdf.NewReader(strings.NewReader(table(nil, nil, nil)))
	for range r.All(context.Background()) {
		break
	}
	if projects, _, err := r.ReadAll(context.Background()); err != nil || len(projects) != 2 {
		t.Errorf("%d projects, %v", len(projects), err)
	}
}

func TestMalformedRows(t *testing.T) {
	good := table(nil)
	header, row, _ := strings.Cut(good, "\n")
	for _, tt := range []struct{ rule, bad, want string }{
		{"a stray quotation mark takes its line alone", `2,"A" bridge` + strings.Repeat(",", 6), "text after the closing quotation mark"},
		{"a row with too few fields", "2,A bridge", "2 fields, but the header has 8"},
		{"or too many", strings.TrimSuffix(row, "\n") + ",x", "9 fields, but the header has 8"},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			r := gcdf.NewReader(strings.NewReader(header + "\n" + tt.bad + "\n" + row))
			projects, rejected, err := r.ReadAll(context.Background())
			if err != nil || len(projects) != 1 || len(rejected) != 1 {
				t.Fatalf("%d projects, rejected %v, %v", len(projects), rejected, err)
			}
			if e := rejected[0]; e.Line != 2 || !errors.Is(e, lac.ErrSyntax) || !strings.Contains(e.Error(), tt.want) {
				t.Errorf("%v, want %s", e, tt.want)
			}
		})
	}
}

func TestHeaders(t *testing.T) {
	for _, tt := range []struct{ rule, text, want string }{
		{"an empty table", "", "the table is empty"},
		{"another table", "period,reporter\n", `not a header of AidData's GCDF 3.0: expected also the columns AidData Record ID, Title, Status, Recipient, Commitment Year, Sector Code or Sector Name, Amount (Constant USD 2021) or Amount (Original Currency) or Amount (Nominal USD) or Adjusted Amount (Constant USD 2021); the first of 2 columns is "period"`},
		{"a column twice", "Title,title\n", "column Title stands twice"},
		{"a malformed header", "\"Title\"x\n", "header: line 1, column 1: text after the closing quotation mark"},
		{"what is no gzip", "\x1f\x8bTitle", "gzip: unexpected EOF"},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			r := gcdf.NewReader(strings.NewReader(tt.text))
			projects, _, err := r.ReadAll(context.Background())
			if err == nil || !strings.Contains(err.Error(), tt.want) || projects != nil {
				t.Errorf("%v, want %s", err, tt.want)
			}
			var row *lac.RowError
			if errors.As(err, &row) {
				t.Errorf("%v is recoverable", err)
			}
		})
	}
	// The same columns, as R and Python users have them.
	for _, name := range []string{"aid_data_record_id", "AidData.Record.ID", " AIDDATA RECORD ID "} {
		text := strings.Replace(table(nil), "AidData Record ID", name, 1)
		if projects, _, err := gcdf.NewReader(strings.NewReader(text)).ReadAll(context.Background()); err != nil || len(projects) != 1 {
			t.Errorf("%q: %d projects, %v", name, len(projects), err)
		}
	}
}
