package xmlscan_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/sinolac/sinolac/lac/internal/xmlscan"
)

// FuzzScanner holds the scanner against encoding/xml: what that takes, this takes
// with the same tokens, but for what this package refuses by design.
func FuzzScanner(f *testing.F) {
	for _, seed := range []string{"<a/>", "<a b='1'>x&amp;y<!-- c --><![CDATA[d]]>\r\n</a>", "<a>&x;</a>", "<a\n\tb = \"&#65;\"><c/></a>", "<?xml version='1.0'?><x:a xmlns:x='y'/>"} {
		f.Add([]byte(seed))
	}
	f.Add([]byte("<a " + strings.Repeat("b", 198) + "<>")) // too long before it is malformed
	f.Fuzz(func(t *testing.T, in []byte) {
		got, err := scan(strings.NewReader(string(in)))
		byByte, byByteErr := scan(iotest.OneByteReader(strings.NewReader(string(in))))
		if byByte != got || (err == nil) != (byByteErr == nil) {
			t.Fatalf("read at once\n%s%v\nbyte by byte\n%s%v", got, err, byByte, byByteErr)
		}
		var syntax *xmlscan.SyntaxError
		switch {
		case err == nil:
		case !errors.As(err, &syntax):
			t.Fatal(err)
		case errors.Is(err, xmlscan.ErrDoctype), errors.Is(err, xmlscan.ErrTooDeep), errors.Is(err, xmlscan.ErrOutside), errors.Is(err, xmlscan.ErrNoRoot):
			return
		}
		want, ok := reference(in)
		if !ok || strings.Contains(got, " !") {
			return
		}
		if err != nil {
			t.Fatalf("encoding/xml takes %q\n%v", in, err)
		}
		if plain := withoutPlaces(got); plain != want {
			t.Errorf("%q\ngot\n%s\nwant\n%s", in, plain, want)
		}
	})
}

// reference returns the tokens as encoding/xml reads them, in the form of scan
// without places, and whether it takes the text at all.
func reference(in []byte) (string, bool) {
	d := xml.NewDecoder(strings.NewReader(string(in)))
	var b strings.Builder
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			fmt.Fprintf(&b, "%q\n", text.String())
		}
		text.Reset()
	}
	name := func(n xml.Name) string {
		if n.Space != "" {
			return n.Space + ":" + n.Local
		}
		return n.Local
	}
	var open []string
	for {
		tok, err := d.RawToken()
		if err == io.EOF {
			return b.String(), len(open) == 0
		}
		if err != nil {
			return "", false
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			flush()
			fmt.Fprintf(&b, "<%s", name(tok.Name))
			for _, a := range tok.Attr {
				value := strings.NewReplacer("\n", " ", "\t", " ").Replace(a.Value)
				fmt.Fprintf(&b, " %s=%q", name(a.Name), value)
			}
			b.WriteString("\n")
			open = append(open, name(tok.Name))
		case xml.EndElement:
			flush()
			if len(open) == 0 || open[len(open)-1] != name(tok.Name) {
				return "", false
			}
			open = open[:len(open)-1]
			fmt.Fprintf(&b, "/%s\n", name(tok.Name))
		case xml.CharData:
			if len(open) > 0 {
				text.Write(tok)
			}
		case xml.Directive:
			return "", false
		}
	}
}

// withoutPlaces takes the places out of what scan returns. In attributes it
// compares line ends and tabs as blanks, whether they are written or referred to.
func withoutPlaces(tokens string) string {
	var b strings.Builder
	for line := range strings.Lines(tokens) {
		_, line, _ = strings.Cut(line, " ")
		if !strings.HasPrefix(line, "<") {
			b.WriteString(line)
			continue
		}
		head, rest, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		b.WriteString(head)
		for ok {
			var attr string
			_, rest, _ = strings.Cut(rest, " ") // the place
			end := strings.Index(rest, `"`)
			for i := end + 1; i < len(rest); i++ {
				if rest[i] == '\\' {
					i++
				} else if rest[i] == '"' {
					end = i
					break
				}
			}
			attr, rest = rest[:end+1], rest[end+1:]
			b.WriteString(" " + strings.NewReplacer(`\n`, " ", `\t`, " ").Replace(attr))
			rest, ok = strings.CutPrefix(rest, " ")
		}
		b.WriteString("\n")
	}
	return b.String()
}
