package feed

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/sinolac/sinolac/lac"
)

// latin has the characters of Windows-1252 and, where that has none, of ISO-8859-1.
var latin = func() (all [256]rune) {
	for i := range all {
		all[i] = rune(i)
		if c := charmap.Windows1252.DecodeByte(byte(i)); c != utf8.RuneError {
			all[i] = c
		}
	}
	return all
}()

// encodings are those that a text may be declared to be in, by their names in lower
// case without hyphens; nil: fields are read as [String] does.
var encodings = map[string]encoding.Encoding{
	"utf8": nil, "latin1": nil, "iso88591": nil, "cp1252": nil, "windows1252": nil,
	"gbk": simplifiedchinese.GB18030, "gb2312": simplifiedchinese.GB18030, "gb18030": simplifiedchinese.GB18030,
	"big5":    traditionalchinese.Big5,
	"utf16":   unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	"utf16le": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	"utf16be": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
}

// CheckEncoding errs with [lac.ErrUnknownCode] if an encoding is none that texts
// are decoded from.
func CheckEncoding(name string) error {
	if name == "" {
		return nil
	}
	if _, ok := encodings[plainName(name)]; !ok {
		return fmt.Errorf("encoding %q: %w: want utf-8, utf-16, latin-1, windows-1252, gbk, gb18030 or big5", Shorten(name), lac.ErrUnknownCode)
	}
	return nil
}

func plainName(name string) string {
	return strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(name))
}

// decode makes UTF-8 of t in a named encoding, or the one in which it seems to be.
func (t *Text) decode(name string) error {
	if err := CheckEncoding(name); err != nil {
		return err
	}
	from := encodings[plainName(name)]
	switch marked := bytes.HasPrefix(t.Start, []byte("\xff\xfe")) || bytes.HasPrefix(t.Start, []byte("\xfe\xff")); {
	case marked:
		from = encodings["utf16"]
	case name == "":
		seems := guess(t.Start)
		if seems == "" && isPage(t.Start) {
			seems = plainName(charsetOf(t.Start))
		}
		from = encodings[seems]
	}
	if from != nil {
		t.put(from.NewDecoder().Reader(t.Reader))
	}
	if bytes.IndexByte(t.Start, '\r') >= 0 && bytes.IndexByte(t.Start, '\n') < 0 {
		t.put(&carriages{in: t.Reader})
	}
	return nil
}

// put puts another reader in place of that of t.
func (t *Text) put(r io.Reader) {
	in := bufio.NewReaderSize(r, startBytes)
	t.Start, _ = in.Peek(startBytes)
	t.Reader, t.Plain = in, false
}

// carriages ends lines in LF that end in CR alone.
type carriages struct{ in io.Reader }

func (c *carriages) Read(b []byte) (int, error) {
	n, err := c.in.Read(b)
	for i, x := range b[:n] {
		if x == '\r' {
			b[i] = '\n'
		}
	}
	return n, err
}

// guess returns the encoding in which a text seems to be that begins with start:
// empty for UTF-8 and for what is read byte by byte.
func guess(start []byte) string {
	if n := len(start); n >= 4 && n%2 == 0 || n == startBytes {
		even, odd := 0, 0
		for i := 0; i+1 < n; i += 2 {
			if start[i] == 0 {
				even++
			}
			if start[i+1] == 0 {
				odd++
			}
		}
		switch {
		case odd*10 > n*3 && even*100 < n:
			return "utf16le"
		case even*10 > n*3 && odd*100 < n:
			return "utf16be"
		}
	}
	if utf8.Valid(start[:max(0, len(start)-utf8.UTFMax)]) && len(start) == startBytes || utf8.Valid(start) {
		return ""
	}
	// What is UTF-8 in most places has lines of another making in it.
	if foreign := bytes.Count(bytes.ToValidUTF8(start, []byte("\uFFFD")), []byte("\uFFFD")); foreign*10 < utf8.RuneCount(start)-asciiIn(start) {
		return ""
	}
	gb, big5 := chineseIn(start, inGBK), chineseIn(start, inBig5)
	switch best := max(gb, big5); {
	case best < 2:
		return ""
	case gb >= big5:
		return "gbk"
	}
	return "big5"
}

func asciiIn(b []byte) (n int) {
	for _, c := range b {
		if c < utf8.RuneSelf {
			n++
		}
	}
	return n
}

// chineseIn returns how many more characters than not of a text are frequent
// Chinese ones, if it is in an encoding of two bytes, of which pair says whether
// they may be a character, and whether that is a frequent one. Runs of characters
// that have Latin letters on both sides are words of another language.
func chineseIn(text []byte, pair func(a, b byte) (valid, frequent bool)) (score int) {
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			continue
		}
		begin, good, bad := i, 0, 0
		for i < len(text) && text[i] >= utf8.RuneSelf {
			if i+1 == len(text) {
				i++
				break
			}
			switch valid, frequent := pair(text[i], text[i+1]); {
			case frequent:
				good++
			case !valid:
				bad++
			}
			i += 2
		}
		if begin > 0 && isLetter(text[begin-1]) && i < len(text) && isLetter(text[i]) {
			bad += good
			good = 0
		}
		score += good - 2*bad
	}
	return score
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// inGBK and inBig5 take the first plane of characters for the frequent ones, in
// which both standards put them.
func inGBK(a, b byte) (valid, frequent bool) {
	return a >= 0x81 && a <= 0xfe && b >= 0x40 && b != 0x7f && b != 0xff, a >= 0xb0 && a <= 0xd7 && b >= 0xa1
}

func inBig5(a, b byte) (valid, frequent bool) {
	valid = a >= 0x81 && a <= 0xfe && (b >= 0x40 && b <= 0x7e || b >= 0xa1 && b <= 0xfe)
	return valid, valid && a >= 0xa4 && a <= 0xc6
}

// String returns the text of b, which is UTF-8 or else Windows-1252, in which
// ISO-8859-1 has no control characters.
func String(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	s := make([]rune, len(b))
	for i, c := range b {
		s[i] = latin[c]
	}
	return string(s)
}
