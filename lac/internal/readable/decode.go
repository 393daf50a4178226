package readable

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// ErrEncoding says that bytes are text in no encoding that they name or show.
var ErrEncoding = errors.New("the text is not UTF-8, and shows no other encoding")

// declared finds the encoding that a page names in its first lines.
var declared = regexp.MustCompile(`(?i)(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_-]+)`)

var encodings = map[string]encoding.Encoding{
	"iso-8859-1": charmap.Windows1252, "latin1": charmap.Windows1252, "latin-1": charmap.Windows1252, "windows-1252": charmap.Windows1252, "cp1252": charmap.Windows1252, "iso-8859-15": charmap.ISO8859_15,
	"gbk": simplifiedchinese.GB18030, "gb2312": simplifiedchinese.GB18030, "gb18030": simplifiedchinese.GB18030, "big5": traditionalchinese.Big5, "big5-hkscs": traditionalchinese.Big5,
}

// Decode returns the text that data holds, as UTF-8: data in UTF-8 as it is, in
// UTF-16 by its mark or its zeros, in Latin-1, Windows-1252, GBK or Big5 if it
// names that encoding or can plainly be nothing else. Other bytes are ErrEncoding.
func Decode(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return decoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), data)
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return decoded(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), data)
	}
	if even, odd := zeros(data); even+odd > 0 {
		switch n := len(data) / 2; {
		case odd > n*3/4 && even < n/16:
			return decoded(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), data)
		case even > n*3/4 && odd < n/16:
			return decoded(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), data)
		}
		return "", ErrEncoding
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	if m := declared.FindSubmatch(data[:min(len(data), 1024)]); m != nil {
		if e := encodings[strings.ToLower(string(m[1]))]; e != nil {
			return decoded(e, data)
		}
	}
	gbk, big5 := common(simplifiedchinese.GB18030, data), common(traditionalchinese.Big5, data)
	switch {
	case western(data):
		return decoded(charmap.Windows1252, data)
	case gbk >= 5 && gbk > big5:
		return decoded(simplifiedchinese.GB18030, data)
	case big5 >= 5 && big5 > gbk:
		return decoded(traditionalchinese.Big5, data)
	}
	return "", ErrEncoding
}

// decoded returns data in UTF-8; it errs if a byte of it is no text in e.
func decoded(e encoding.Encoding, data []byte) (string, error) {
	text, err := e.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return "", ErrEncoding
	}
	return string(text), nil
}

// zeros counts the zero bytes at even and at odd places.
func zeros(data []byte) (even, odd int) {
	for i, c := range data {
		if c == 0 {
			if i%2 == 0 {
				even++
			} else {
				odd++
			}
		}
	}
	return even, odd
}

// common returns how many of a hundred characters of Chinese in data, read as e, are
// among the most common; -1 if data is no text in e.
func common(e encoding.Encoding, data []byte) int {
	const enough = 1 << 16
	data = data[:min(len(data), enough)]
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return -1
	}
	han, known, bad := 0, 0, 0
	for _, c := range string(text) {
		switch {
		case c == utf8.RuneError:
			bad++
		case 0x3041 <= c && c <= 0x30FE:
			return -1 // Japanese, in which the same bytes are its own
		case c >= firstHan && c <= lastHan:
			han++
			if strings.ContainsRune(frequentHan, c) {
				known++
			}
		}
	}
	if han == 0 || bad > 1 { // the last character may be cut
		return -1
	}
	return known * 100 / han
}

// frequentHan are the characters that are the most frequent in news.
const frequentHan = "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產经經方后後面行民得十合元亿億万萬美贸貿易额額关關增进進口长長华華百两兩日月"

// western reports whether the bytes beyond ASCII in data are the accented letters
// and marks of Spanish, Portuguese, French and English, each within or beside plain
// letters.
func western(data []byte) bool {
	high, pairs := 0, 0
	for i, c := range data {
		if c < utf8.RuneSelf {
			continue
		}
		high++
		if i > 0 && data[i-1] >= utf8.RuneSelf {
			pairs++
		}
		if letter := func(i int) bool { return i >= 0 && i < len(data) && 'a' <= data[i]|0x20 && data[i]|0x20 <= 'z' }; strings.ContainsRune("¿¡€£¥§©®½¼¾²³±×", charmap.Windows1252.DecodeByte(c)) && letter(i-1) && letter(i+1) {
			return false // a letter of another alphabet: wzros³a
		}
		if !strings.ContainsRune("áéíóúñüàâãçèêëîïôõùûäößÁÉÍÓÚÑÜÀÂÃÇÈÊËÎÏÔÕÙÛÄÖ¿¡“”‘’«»–—…°ºª€£¥·•§©®½¼¾²³±×", charmap.Windows1252.DecodeByte(c)) {
			return false
		}
	}
	return pairs*8 <= high && high*2 <= len(data)
}
