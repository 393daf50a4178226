package claimreview

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/sinolac/sinolac/lac"
)

// A page gives the JSON-LD in the scripts of a web page. All else is blank, but for
// line ends, so that places stay what they are. So is a script that is no JSON, for it
// is no part of the others.
type page struct {
	in     *bufio.Reader
	within bool   // a script of JSON-LD
	tag    []byte // the beginning of a tag, from "<" on
	script []byte // what stands in the script so far
	long   bool   // the script is given as it comes
	most   int    // how much of a script is kept before it is given
	out    []byte // what is to be given next
	line   int    // of the next byte
	broken []*lac.RowError
}

func newPage(in io.Reader, most int) *page {
	return &page{in: bufio.NewReader(in), most: most, line: 1}
}

// maxTag is how much of a tag is looked at.
const maxTag = 1024

func (p *page) Read(b []byte) (int, error) {
	for len(p.out) < len(b) {
		c, err := p.in.ReadByte()
		if err != nil {
			p.give()
			p.blank()
			if len(p.out) == 0 {
				return 0, err
			}
			break
		}
		if c == '\n' {
			p.line++
		}
		p.take(c)
	}
	n := copy(b, p.out)
	p.out = p.out[:copy(p.out, p.out[n:])]
	return n, nil
}

// take takes one byte of the page.
func (p *page) take(c byte) {
	if len(p.tag) == 0 && c != '<' {
		if !p.within && c != '\n' {
			c = ' '
		}
		p.put(c)
		return
	}
	p.tag = append(p.tag, c)
	word := "<script"
	if p.within {
		word = "</script"
	}
	begun := min(len(p.tag), len(word))
	switch {
	case !bytes.EqualFold(p.tag[:begun], []byte(word[:begun])) || len(p.tag) > maxTag:
		last := p.tag[len(p.tag)-1]
		p.tag = p.tag[:len(p.tag)-1]
		if p.within {
			p.put(p.tag...)
			p.tag = p.tag[:0]
		}
		p.blank()
		p.take(last)
	case begun == len(word) && c == '>':
		if p.within {
			p.check()
			p.give()
		}
		p.within = !p.within && bytes.Contains(bytes.ToLower(p.tag), []byte("ld+json"))
		p.long = false
		p.blank()
	}
}

// put adds bytes to the script, or to what is to be given.
func (p *page) put(text ...byte) {
	if !p.within || p.long {
		p.out = append(p.out, text...)
		return
	}
	if p.script = append(p.script, text...); len(p.script) > p.most {
		p.long = true
		p.give()
	}
}

// maxBroken is how many scripts in a row may be no JSON.
const maxBroken = 10_000

// check blanks a script that is no JSON. It is rejected if it names a review.
func (p *page) check() {
	if p.long || len(p.broken) == maxBroken {
		return
	}
	p.bare()
	d := json.NewDecoder(bytes.NewReader(p.script))
	var err error
	for err == nil {
		var value json.RawMessage
		err = d.Decode(&value)
	}
	if err == io.EOF {
		return
	}
	at := len(p.script)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = min(max(int(syntax.Offset)-1, 0), at)
	}
	if bytes.Contains(p.script, []byte("ClaimReview")) {
		before := p.script[:at]
		first := p.line - bytes.Count(p.script, []byte("\n")) - bytes.Count(p.tag, []byte("\n"))
		p.broken = append(p.broken, &lac.RowError{Line: first + bytes.Count(before, []byte("\n")), Err: fmt.Errorf("%w: a script that is no JSON: %w", lac.ErrSyntax, err)})
	}
	for i, c := range p.script {
		if c != '\n' {
			p.script[i] = ' '
		}
	}
}

// bare blanks the marks around a script by which old pages hide it from readers of HTML or
// of XML.
func (p *page) bare() {
	start := bytes.TrimLeft(p.script, " \t\r\n")
	for _, mark := range []string{"//<![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */", "<![CDATA[", "<!--"} {
		if bytes.HasPrefix(start, []byte(mark)) {
			copy(start, bytes.Repeat([]byte(" "), len(mark)))
			break
		}
	}
	end := bytes.TrimRight(p.script, " \t\r\n")
	for _, mark := range []string{"//]]>", "/*]]>*/", "/* ]]> */", "]]>", "//-->", "-->"} {
		if bytes.HasSuffix(end, []byte(mark)) {
			copy(end[len(end)-len(mark):], bytes.Repeat([]byte(" "), len(mark)))
			break
		}
	}
}

// give gives what is kept of the script.
func (p *page) give() {
	p.out = append(p.out, p.script...)
	p.script = p.script[:0]
}

// blank gives blanks for a tag.
func (p *page) blank() {
	for _, c := range p.tag {
		if c != '\n' {
			c = ' '
		}
		p.out = append(p.out, c)
	}
	p.tag = p.tag[:0]
}
