package iati_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/iati"
)

// FuzzReader holds any bytes against four promises: reading ends without a panic,
// every activity is a record or rejected, every record is valid, and a record that
// can be written is read as it was.
func FuzzReader(f *testing.F) {
	f.Add([]byte(document()))
	f.Add([]byte(document("2.03", "2.04", `status code="2"`, `status code="x"`)))
	f.Add([]byte(document("A road.", "<![CDATA[&]]>&#13;", `ref="A-2"`, "ref='&quot;\n&#10;'")))
	f.Add([]byte(document("<title><narrative>", `<title xml:lang="es"><narrative xml:lang="en">`, `sector code="21020" percentage="100"/`, `sector vocabulary="2" code="210"/><sector vocabulary="9" code="x"/`)))
	f.Add([]byte(document(`country code="CU" percentage="100"/`, `country code="CU" percentage="60"/><recipient-region code="389" percentage="40"/`, `"2023"/>`, `"2023" value="1"/><period><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/><actual value="2"><dimension name="a"/></actual></period>`)))
	f.Add([]byte(document("2.03", "1.05", "<title><narrative>Road</narrative></title>", "<title>Road</title>")))
	f.Add([]byte(document(`country code="CU" percentage="100"/`, `country code="CUB" percentage="33.3"/><recipient-country code="ZZ" percentage="66.6"/`, ">5<", ">5,0<", `code="21020" percentage="100"/`, `vocabulary="99" code="1"><narrative>Road</narrative></sector><sector code="210"/`)))
	f.Fuzz(func(t *testing.T, in []byte) {
		r := iati.NewReader(bytes.NewReader(in))
		r.MaxActivityBytes = 1 << 16
		records, rejected, err := r.ReadAll(context.Background())
		s := r.Stats()
		if s.Rows != s.Records+s.Rejected || s.Records != len(records) || min(s.Rejected, 10_000) != len(rejected) {
			t.Fatalf("%d records, %d rejected, %+v, %v", len(records), len(rejected), s, err)
		}
		for _, e := range rejected {
			if e.Line < 1 || e.Column < 1 || e.Source != "iati" || e.Field == "" || len(e.Error()) > 30_000 {
				t.Errorf("error at line %d, column %d of %d bytes", e.Line, e.Column, len(e.Error()))
			}
		}
		for _, p := range records {
			if err := p.Validate(); err != nil {
				t.Fatal(err)
			}
			doc, err := write(p)
			var field *lac.FieldError
			if errors.As(err, &field) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			again, rejected, err := iati.NewReader(strings.NewReader(doc)).ReadAll(context.Background())
			if err != nil || len(rejected) > 0 {
				t.Fatalf("rejected %v, %v of\n%s", rejected, err, doc)
			}
			p = assumed(p) // what breaks a rule is not written
			for i := range again {
				again[i] = assumed(again[i])
			}
			if diff := cmp.Diff([]lac.Project{p}, again); diff != "" {
				t.Fatalf("%s\nin\n%s", diff, doc)
			}
		}
	})
}
