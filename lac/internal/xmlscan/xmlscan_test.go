package xmlscan_test

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/sinolac/sinolac/lac/internal/xmlscan"
)

// scan returns the tokens of a text, one a line: kind, place, name, attributes
// with their places, text, and what is wrong with it. Pieces of one text are put
// together.
func scan(r io.Reader) (string, error) {
	var b strings.Builder
	s := xmlscan.NewScanner(r)
	s.MaxTagBytes = 200
	inText, bad := false, ""
	for {
		tok, err := s.Next()
		if inText && (err != nil || tok.Kind != xmlscan.Text) {
			b.WriteString(bad + "\"\n")
			inText, bad = false, ""
		}
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return b.String(), err
		}
		switch tok.Kind {
		case xmlscan.Start:
			fmt.Fprintf(&b, "%d:%d <%s", tok.Line, tok.Column, tok.Name)
			for _, a := range tok.Attrs {
				fmt.Fprintf(&b, " %d:%d %s=%q", a.Line, a.Column, a.Name, a.Value)
			}
			b.WriteString("\n")
		case xmlscan.End:
			fmt.Fprintf(&b, "%d:%d /%s\n", tok.Line, tok.Column, tok.Name)
		case xmlscan.Text:
			if !inText {
				fmt.Fprintf(&b, "%d:%d \"", tok.Line, tok.Column)
				inText = true
			}
			q := fmt.Sprintf("%q", tok.Text)
			b.WriteString(q[1 : len(q)-1])
		}
		switch {
		case tok.Err != nil && !inText:
			fmt.Fprintf(&b, " !%v ", tok.Err)
		case tok.Err != nil && bad == "":
			bad = fmt.Sprintf(" !%v ", tok.Err)
		}
	}
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ rule, in, want string }{
		{"an element", "<a/>", "1:1 <a\n1:5 /a\n"},
		{"with text", "<a>b</a>", "1:1 <a\n1:4 \"b\"\n1:5 /a\n"},
		{"blanks around the root", "<?xml version='1.0'?>\n<!-- - -- -->\n<a></a >\n", "3:1 <a\n3:4 /a\n"},
		{"attributes have places", "<a\n b='1'\n\tc = \"2\" />", "1:1 <a 2:2 b=\"1\" 3:2 c=\"2\"\n3:12 /a\n"},
		{"a > in an attribute", "<a b='>' c='/'/>", "1:1 <a 1:4 b=\">\" 1:10 c=\"/\"\n1:17 /a\n"},
		{"entities", "<a b='&lt;&#65;&#x42;'>&amp;&gt;&quot;&apos;</a>", "1:1 <a 1:4 b=\"<AB\"\n1:24 \"&>\\\"'\"\n1:45 /a\n"},
		{"line ends", "<a b='1\r\n2\t3&#10;4'>\r\n\r&#13;</a>", "1:1 <a 1:4 b=\"1 2 3\\n4\"\n2:12 \"\\n\\n\\r\"\n3:7 /a\n"},
		{"a section of characters", "<a>1<![CDATA[<&]]]]>2</a>", "1:1 <a\n1:4 \"1<&]]2\"\n1:22 /a\n"},
		{"an empty section", "<a><![CDATA[]]></a>", "1:1 <a\n1:16 /a\n"},
		{"comments and instructions part no text", "<a>1<!-- > -->2<?x > ?>3</a>", "1:1 <a\n1:4 \"123\"\n1:25 /a\n"},
		{"prefixes stay", "<x:a x:b='1'/>", "1:1 <x:a 1:6 x:b=\"1\"\n1:15 /x:a\n"},
		{"letters of any script", "<año é='中文'>ñ</año>", "1:1 <año 1:7 é=\"中文\"\n1:19 \"ñ\"\n1:21 /año\n"},
		{"an unknown entity stays", "<a>1&x;2</a>", "1:1 <a\n1:4 \"1&x;2 !line 1, column 5: \"&x;\": unknown entity \"\n1:9 /a\n"},
		{"an ampersand before an entity", "<a>&b&lt;</a>", "1:1 <a\n1:4 \"&b< !line 1, column 4: \"&\": unknown entity \"\n1:10 /a\n"},
		{"an ampersand alone", "<a>1 & 2</a>", "1:1 <a\n1:4 \"1 & 2 !line 1, column 6: \"&\": unknown entity \"\n1:9 /a\n"},
		{"a character that may not be referred to", "<a>&#0;</a>", "1:1 <a\n1:4 \"&#0; !line 1, column 4: \"&#0;\": unknown entity \"\n1:8 /a\n"},
		{"NUL", "<a>\n1\x00</a>", "1:1 <a\n1:4 \"\\n1\\x00 !line 2, column 2: \"\\x00\": not an XML character in UTF-8 \"\n2:3 /a\n"},
		{"no UTF-8", "<a b='\xff'>\xc3</a>", "1:1 <a 1:4 b=\"\\xff\"\n !line 1, column 7: \"\\xff\": not an XML character in UTF-8 1:10 \"\\xc3 !line 1, column 10: \"\\xc3\": not an XML character in UTF-8 \"\n1:11 /a\n"},
		{"an attribute given twice", "<a b='1' b='2'/>", "1:1 <a 1:4 b=\"1\"\n !line 1, column 10: \"b\": attribute given twice 1:17 /a\n"},
		{"a < in an attribute", "<a b='<'/>", "1:1 <a 1:4 b=\"<\"\n !line 1, column 7: \"<\": malformed tag 1:11 /a\n"},
		{"a tag that is too long is dropped alone", "<a><b c='" + strings.Repeat(">", 300) + "'/><d/></a>", "1:1 <a\n1:4 <b\n !tag too long 1:313 /b\n1:313 <d\n1:317 /d\n1:317 /a\n"},
		{"whether it is empty or not", "<a><b c='" + strings.Repeat("/\"", 150) + "' d=\"/>'\"><d/></b></a>", "1:1 <a\n1:4 <b\n !tag too long 1:320 <d\n1:324 /d\n1:324 /b\n1:328 /a\n"},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			for name, r := range map[string]io.Reader{"whole": strings.NewReader(tt.in), "by byte": iotest.OneByteReader(strings.NewReader(tt.in))} {
				got, err := scan(r)
				if got != tt.want || err != nil {
					t.Errorf("%s:\n%s%v\nwant\n%s", name, got, err, tt.want)
				}
			}
		})
	}
}

func TestSyntaxErrors(t *testing.T) {
	for _, tt := range []struct {
		rule, in     string
		want         error
		line, column int
	}{
		{"nothing", "", xmlscan.ErrNoRoot, 1, 1},
		{"no element", "\n<!-- a -->", xmlscan.ErrNoRoot, 2, 11},
		{"text before the root", "a<a/>", xmlscan.ErrOutside, 1, 1},
		{"text after it", "<a/>\n b", xmlscan.ErrOutside, 2, 2},
		{"a section after it", "<a/><![CDATA[]]>", xmlscan.ErrOutside, 1, 5},
		{"two roots", "<a/><b/>", xmlscan.ErrOutside, 1, 5},
		{"the end is missing", "<a>\n<b/>", io.ErrUnexpectedEOF, 2, 5},
		{"it ends in text", "<a>b", io.ErrUnexpectedEOF, 1, 5},
		{"it ends in a tag", "<a b='", io.ErrUnexpectedEOF, 1, 1},
		{"it ends in an end tag", "<a></a", io.ErrUnexpectedEOF, 1, 4},
		{"it ends in a comment", "<a><!-- -", io.ErrUnexpectedEOF, 1, 8},
		{"it ends in a section", "<a><![CDATA[x]]", io.ErrUnexpectedEOF, 1, 14},
		{"another end", "<a>\n</b>", xmlscan.ErrMismatch, 2, 1},
		{"an end too many", "<a/></a>", xmlscan.ErrMismatch, 1, 5},
		{"an endless end", "<a></" + strings.Repeat("a", 10_000), xmlscan.ErrMismatch, 1, 4},
		{"no name", "<a>< b/></a>", xmlscan.ErrTag, 1, 4},
		{"a name that is a number", "<1/>", xmlscan.ErrTag, 1, 1},
		{"a name out of hand", "<" + strings.Repeat("a", 1200) + "/>", xmlscan.ErrTag, 1, 1},
		{"an attribute without value", "<a b/>", xmlscan.ErrTag, 1, 4},
		{"without quotation marks", "<a b=1/>", xmlscan.ErrTag, 1, 4},
		{"attributes without a blank", "<a b='1'c='2'/>", xmlscan.ErrTag, 1, 9},
		{"a tag in a tag", "<a\n<b/>", xmlscan.ErrTag, 2, 1},
		{"a document type", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", xmlscan.ErrDoctype, 1, 1},
		{"too deep", strings.Repeat("<a>", 300), xmlscan.ErrTooDeep, 1, 769},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			for name, r := range map[string]io.Reader{"whole": strings.NewReader(tt.in), "by byte": iotest.OneByteReader(strings.NewReader(tt.in))} {
				_, err := scan(r)
				var syntax *xmlscan.SyntaxError
				if !errors.Is(err, tt.want) || !errors.As(err, &syntax) || syntax.Line != tt.line || syntax.Column != tt.column {
					t.Errorf("%s: %v, want %v at %d:%d", name, err, tt.want, tt.line, tt.column)
				}
			}
		})
	}
	if _, err := scan(io.MultiReader(strings.NewReader("<a>"), iotest.ErrReader(io.ErrClosedPipe))); err != io.ErrClosedPipe {
		t.Errorf("the reader's error is lost: %v", err)
	}
}

func TestSkip(t *testing.T) {
	s := xmlscan.NewScanner(strings.NewReader("<a><b c='&no;'>\xff<b><![CDATA[</b>]]></b>&no;</b>\n<d/><e/></a>"))
	names := ""
	for {
		tok, err := s.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if tok.Kind == xmlscan.Start {
			names += fmt.Sprintf("%d:%d %s, ", tok.Line, tok.Column, tok.Name)
			if string(tok.Name) == "b" || string(tok.Name) == "d" {
				if err := s.Skip(1); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if want := "1:1 a, 1:4 b, 2:1 d, 2:5 e, "; names != want {
		t.Errorf("%s, want %s", names, want)
	}
}

func TestDecode(t *testing.T) {
	const text = "<a>ñ中</a>"
	utf16 := func(e unicode.Endianness, b unicode.BOMPolicy) string {
		out, err := unicode.UTF16(e, b).NewEncoder().String(`<?xml version="1.0" encoding="UTF-16"?>` + text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	latin, err := charmap.ISO8859_1.NewEncoder().String("<a>ñ</a>")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ rule, in, want string }{
		{"UTF-8 undeclared", text, "ñ中"},
		{"UTF-8 with a mark", "\ufeff" + text, "ñ中"},
		{"UTF-8 declared", `<?xml version="1.0" encoding='utf-8'?>` + text, "ñ中"},
		{"UTF-16 with a mark", utf16(unicode.LittleEndian, unicode.UseBOM), "ñ中"},
		{"big endian", utf16(unicode.BigEndian, unicode.UseBOM), "ñ中"},
		{"without a mark", utf16(unicode.LittleEndian, unicode.IgnoreBOM), "ñ中"},
		{"big endian without a mark", utf16(unicode.BigEndian, unicode.IgnoreBOM), "ñ中"},
		{"UTF-8 that says it is UTF-16", `<?xml version="1.0" encoding="UTF-16"?>` + text, "ñ中"},
		{"ISO-8859-1", `<?xml version="1.0" encoding = "ISO-8859-1"?>` + latin, "ñ"},
		{"ISO-8859-15", "<?xml version='1.0' encoding='iso-8859-15'?><a>\xa4</a>", "€"},
		{"windows-1252", "<?xml version='1.0' encoding='windows-1252'?><a>\x80</a>", "€"},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			r, err := xmlscan.Decode(strings.NewReader(tt.in))
			if err != nil {
				t.Fatal(err)
			}
			s := xmlscan.NewScanner(r)
			got := ""
			for {
				tok, err := s.Next()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				got += string(tok.Text)
			}
			if got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
	if _, err := xmlscan.Decode(strings.NewReader(`<?xml version="1.0" encoding="EBCDIC"?><a/>`)); !errors.Is(err, xmlscan.ErrEncoding) {
		t.Errorf("an encoding that is not known: %v", err)
	}
	if _, err := xmlscan.Decode(iotest.ErrReader(io.ErrClosedPipe)); err != io.ErrClosedPipe {
		t.Errorf("the reader's error is lost: %v", err)
	}
}

// endless gives before, then a piece n times, then after.
func endless(before, piece string, n int, after string) io.Reader {
	return io.MultiReader(strings.NewReader(before), &repeat{strings.Repeat(piece, 1+(1<<16)/len(piece)), n * len(piece), 0}, strings.NewReader(after))
}

type repeat struct {
	text    string
	left, i int
}

func (r *repeat) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), r.left)], r.text[r.i:])
	r.i = (r.i + n) % len(r.text)
	r.left -= n
	return n, nil
}

// TestMemory scans texts of 64 MiB of which no part can be kept.
func TestMemory(t *testing.T) {
	const n = 1 << 26
	for _, tt := range []struct {
		rule string
		r    io.Reader
		want error
	}{
		{"a text", endless("<a>", "x", n, "</a>"), nil},
		{"a comment", endless("<a><!--", "-", n, "--></a>"), nil},
		{"a section", endless("<a><![CDATA[", "]", n, "]]></a>"), nil},
		{"an attribute", endless("<a b='", "x", n, "'/>"), nil},
		{"an end tag", endless("<a></a", " ", n, "></a>"), xmlscan.ErrMismatch},
		{"a name", endless("<", "a", n, "/>"), xmlscan.ErrTag},
		{"blanks before the root", endless("", " ", n, "<a/>"), nil},
		{"depth", endless("", "<a>", n/3, ""), xmlscan.ErrTooDeep},
	} {
		t.Run(tt.rule, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			s := xmlscan.NewScanner(tt.r)
			var err error
			for err == nil {
				_, err = s.Next()
			}
			runtime.ReadMemStats(&after)
			if err == io.EOF {
				err = nil
			}
			if !errors.Is(err, tt.want) {
				t.Errorf("%v, want %v", err, tt.want)
			}
			if used := after.TotalAlloc - before.TotalAlloc; used > 16<<20 {
				t.Errorf("%d bytes allocated", used)
			}
		})
	}
}
