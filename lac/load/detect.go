package load

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
	"github.com/sinolac/sinolac/lac/internal/feed"
	"github.com/sinolac/sinolac/lac/internal/xmlscan"
	"github.com/sinolac/sinolac/lac/tabular"
)

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
	return "", fmt.Errorf("%w: no source that is known begins with %q; a table of other columns wants a mapping", lac.ErrUnknownCode, shorten(strings.TrimRight(feed.String(line), "\r")))
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
