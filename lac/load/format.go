package load

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
	"github.com/sinolac/sinolac/lac/internal/feed"
	"github.com/sinolac/sinolac/lac/internal/xmlscan"
	"github.com/sinolac/sinolac/lac/tabular"
)

// A Format is a form of files of one source.
type Format string

const (
	Comtrade    Format = "comtrade"    // UN Comtrade: tables and the API's JSON
	IATI        Format = "iati"        // IATI activities
	GCDF        Format = "gcdf"        // AidData's Global Chinese Development Finance Dataset
	GACC        Format = "gacc"        // China customs: months by country, and the query site's table
	WITS        Format = "wits"        // the World Bank's WITS: trade summaries and bulk downloads
	ComexStat   Format = "comexstat"   // Brazil's Comex Stat
	BACI        Format = "baci"        // CEPII's BACI
	Atlas       Format = "atlas"       // the Atlas of Economic Complexity: by partner and product
	DOTS        Format = "dots"        // the IMF's Direction of Trade Statistics
	Comext      Format = "comext"      // Eurostat's Comext: bulk files
	Census      Format = "census"      // the US Census Bureau: trade by country
	Aduana      Format = "aduana"      // Chile's customs
	ClaimReview Format = "claimreview" // schema.org ClaimReview in JSON-LD
	Table       Format = "table"       // a table of package tabular
	Lines       Format = "lines"       // JSON Lines of package tabular
	Bundle      Format = "bundle"      // the JSON of lac.Records
)

// Title returns the format's name for readers.
func (f Format) Title() string {
	switch f {
	case Comtrade:
		return "UN Comtrade"
	case ClaimReview:
		return "ClaimReview"
	case Table:
		return "table of records"
	case Lines:
		return "JSON Lines of records"
	case Bundle:
		return "JSON of records"
	}
	for _, s := range sources {
		if s.format == f {
			return s.title
		}
	}
	return string(f)
}

// errCut ends the beginning of a file that is given to readers.
var errCut = errors.New("the beginning of the file ends here")

// A begun is the beginning of a file, which does not end as a file does.
type begun struct{ *bytes.Reader }

func (b begun) Read(p []byte) (int, error) {
	n, err := b.Reader.Read(p)
	if err == io.EOF {
		err = errCut
	}
	return n, err
}

// begins reports whether a reader takes what it is given for the beginning of a
// file of its format: whether it finds a record, a row to reject, or no fault
// before its end.
func begins[R any](all iter.Seq2[R, error]) bool {
	for _, err := range all {
		var row *lac.RowError
		return err == nil || errors.As(err, &row) || errors.Is(err, errCut)
	}
	return true
}

// detect tells the format of a file by its beginning.
func detect(in *feed.Text, m tabular.Mapping) (Format, error) {
	start := in.Start
	text := bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\uFEFF")), " \t\r\n")
	if i := bytes.IndexByte(start[:min(len(start), 4)], 0); i >= 0 { // XML in UTF-16: other texts are in UTF-8 by now
		if plain, err := xmlscan.Decode(bytes.NewReader(start)); err == nil {
			text, _ = io.ReadAll(plain)
		}
	}
	switch {
	case len(text) > 0 && (text[0] == '{' || text[0] == '['):
		return detectJSON(text)
	case len(text) > 0 && text[0] == '<' && bytes.Contains(text, []byte("ld+json")):
		return ClaimReview, nil // a web page with reviews in its scripts
	case len(text) > 0 && text[0] == '<':
		for _, err := range newIATI(begun{bytes.NewReader(start)}, opening{}).All(context.Background()) {
			var row *lac.RowError
			if err != nil && !errors.As(err, &row) && !errors.Is(err, errCut) {
				return "", fmt.Errorf("XML that is no IATI activities: %w", err)
			}
			break
		}
		return IATI, nil
	case m.Columns != nil && familyOf(start, m) != nil:
		return Table, nil // whatever else it may be taken for
	case begins(comtrade.NewReader(begun{bytes.NewReader(start)}).All(context.Background())):
		return Comtrade, nil
	}
	for _, s := range sources {
		if s.format != IATI && s.begins(in) {
			return s.format, nil
		}
	}
	if familyOf(start, m) != nil || m.Columns == nil && formOf(start) != nil {
		return Table, nil
	}
	if err := nearest(start, m); err != nil {
		return "", err
	}
	line, _, _ := bytes.Cut(text, []byte("\n"))
	return "", fmt.Errorf("%w: no source that is known begins with %q; a table of other columns wants a mapping", lac.ErrUnknownCode, shorten(strings.TrimRight(string(line), "\r")))
}

// detectJSON tells apart texts of JSON by the names in their first object.
func detectJSON(text []byte) (Format, error) {
	var names []string
	if bytes.Contains(text[:min(len(text), 2000)], []byte(`"CTY_CODE"`)) {
		return Census, nil
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	token, err := dec.Token()
	if token == json.Delim('[') {
		token, err = dec.Token()
	}
	for err == nil && token == json.Delim('{') && dec.More() && len(names) < 1000 {
		var name json.Token
		if name, err = dec.Token(); err == nil {
			names = append(names, fmt.Sprint(name))
			var value json.RawMessage
			err = dec.Decode(&value) // one that is cut off ends the names
		}
	}
	has := func(any ...string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return slices.Contains(any, n) })
	}
	switch {
	case has("@context", "@type", "claimReviewed") || bytes.Contains(text, []byte("ClaimReview")):
		return ClaimReview, nil
	case has("ocid"), has("releases", "records") && has("uri", "version", "publisher"):
		return "", fmt.Errorf("%w: Open Contracting data (OCDS): its tenders and contracts are no records of projects; want a table of projects with a mapping", lac.ErrUnknownCode)
	case has("family"):
		return Lines, nil
	case has("reporterCode", "elapsedTime", "dataset", "data", "error", "statusCode"):
		return Comtrade, nil
	case has("sources", "trade", "projects", "programs", "statements", "meetings", "pledges", "observations", "ties", "memberships", "rates"):
		return Bundle, nil
	}
	return "", fmt.Errorf("%w: JSON of no source that is known; its first names are %q", lac.ErrUnknownCode, names[:min(len(names), 5)])
}

func shorten(s string) string {
	const most = 120
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}
