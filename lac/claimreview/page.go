package claimreview

import (
	"bufio"
	"bytes"
	"io"
	"strings"
)

// A page gives the JSON-LD in the scripts of a web page. All else is blank, but for
// line ends, so that places stay what they are.
type page struct {
	in     *bufio.Reader
	within bool   // a script of JSON-LD
	tag    []byte // the beginning of a tag, from "<" on
	out    []byte // what is to be given next
}

func newPage(in io.Reader) *page { return &page{in: bufio.NewReader(in)} }

// maxTag is how much of a tag is looked at.
const maxTag = 1024

func (p *page) Read(b []byte) (int, error) {
	for len(p.out) < len(b) {
		c, err := p.in.ReadByte()
		if err != nil {
			p.blank()
			if len(p.out) == 0 {
				return 0, err
			}
			break
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
		p.out = append(p.out, c)
		return
	}
	p.tag = append(p.tag, c)
	word := "<script"
	if p.within {
		word = "</script"
	}
	begun := strings.ToLower(string(p.tag[:min(len(p.tag), len(word))]))
	switch {
	case begun != word[:len(begun)] || len(p.tag) > maxTag:
		last := p.tag[len(p.tag)-1]
		p.tag = p.tag[:len(p.tag)-1]
		if p.within {
			p.out = append(p.out, p.tag...)
			p.tag = p.tag[:0]
		}
		p.blank()
		p.take(last)
	case len(begun) == len(word) && c == '>':
		p.within = !p.within && bytes.Contains(bytes.ToLower(p.tag), []byte("ld+json"))
		p.blank()
	}
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
