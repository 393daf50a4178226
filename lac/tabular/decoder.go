package tabular

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/feed"
)

// A decoder sets values to what JSON says. The text must be [wellFormed].
type decoder struct {
	text  []byte
	lists int // bytes that lists take
	at    int // offset of the value that is wrong
}

// wellFormed returns what is wrong with a text that should be one JSON value in
// UTF-8, and the offset at which it is.
func wellFormed(text []byte) (offset int, err error) {
	if json.Valid(text) && utf8.Valid(text) {
		return 0, nil
	}
	var syntax *json.SyntaxError
	if err := json.Unmarshal(text, new(json.RawMessage)); errors.As(err, &syntax) {
		return max(0, int(syntax.Offset)-1), fmt.Errorf("%w: %w", lac.ErrSyntax, err)
	}
	for offset < len(text) {
		r, size := utf8.DecodeRune(text[offset:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		offset += size
	}
	return offset, fmt.Errorf("%w: not UTF-8", lac.ErrSyntax)
}

// space returns the offset of the first byte from i on that is no white space.
func (d *decoder) space(i int) int {
	for i < len(d.text) && strings.IndexByte(" \t\r\n", d.text[i]) >= 0 {
		i++
	}
	return i
}

// end returns the offset after the value that begins at i.
func (d *decoder) end(i int) int {
	for depth := 0; ; {
		switch d.text[i] {
		case '"':
			for i++; d.text[i] != '"'; i++ {
				if d.text[i] == '\\' {
					i++
				}
			}
			i++
		case '{', '[':
			depth++
			i++
		case '}', ']':
			depth--
			i++
		case ',', ':', ' ', '\t', '\r', '\n':
			i++
			continue
		default:
			for i < len(d.text) && strings.IndexByte(",:]} \t\r\n", d.text[i]) < 0 {
				i++
			}
		}
		if depth == 0 {
			return i
		}
	}
}

// wrong returns an error of the value at i.
func (d *decoder) wrong(i int, cause error) error {
	d.at = i
	raw := d.text[i:d.end(i)]
	if raw[0] == '"' {
		raw = raw[1 : len(raw)-1]
	}
	return &lac.FieldError{Text: feed.Shorten(string(raw)), Err: cause}
}

// object calls member for each member of the object at i, with its name and the
// offset of its value; member returns the offset after it.
func (d *decoder) object(i int, member func(name string, i int) (int, error)) (int, error) {
	if d.text[i] != '{' {
		return i, d.wrong(i, fmt.Errorf("%w: want an object", lac.ErrSyntax))
	}
	for i = d.space(i + 1); d.text[i] != '}'; {
		name, err := d.string(i)
		if err != nil {
			return i, err
		}
		i = d.space(d.end(i))
		if i, err = member(name, d.space(i+1)); err != nil {
			return i, under(feed.Shorten(name), err)
		}
		if i = d.space(i); d.text[i] == ',' {
			i = d.space(i + 1)
		}
	}
	return i + 1, nil
}

// string returns the string at i.
func (d *decoder) string(i int) (string, error) {
	if d.text[i] != '"' {
		return "", d.wrong(i, fmt.Errorf("%w: want a string", lac.ErrSyntax))
	}
	raw := d.text[i:d.end(i)]
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw[1 : len(raw)-1]), nil
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		return "", d.wrong(i, fmt.Errorf("%w: %w", lac.ErrSyntax, err))
	}
	// encoding/json makes U+FFFD of half a surrogate pair.
	const replaced = "\uFFFD"
	given := bytes.Count(raw, []byte(replaced)) + bytes.Count(bytes.ToLower(raw), []byte(`\ufffd`))
	if strings.Count(s, replaced) > given {
		return "", d.wrong(i, fmt.Errorf("%w: half of a surrogate pair", lac.ErrSyntax))
	}
	return s, nil
}

// locate returns the offset of the field that a name such as claims[0].end means
// in the object at i; of the innermost part that is there if the field is not.
func (d *decoder) locate(name string, i int) int {
	for at := i; ; {
		word := name
		if j := strings.IndexAny(name, ".["); j >= 0 {
			word = name[:j]
		}
		if strings.HasPrefix(name, "[") {
			digits, rest, _ := strings.Cut(name[1:], "]")
			n, err := strconv.Atoi(digits)
			if err != nil || d.text[at] != '[' {
				return at
			}
			i = d.space(at + 1)
			for ; n > 0 && d.text[i] != ']'; n-- {
				if i = d.space(d.end(i)); d.text[i] == ',' {
					i = d.space(i + 1)
				}
			}
			if d.text[i] == ']' {
				return at
			}
			at, name = i, strings.TrimPrefix(rest, ".")
		} else {
			found := -1
			if d.text[at] == '{' {
				_, _ = d.object(at, func(member string, i int) (int, error) {
					if member == word {
						found = i
					}
					return d.end(i), nil
				})
			}
			if found < 0 {
				return at
			}
			at, name = found, strings.TrimPrefix(name[len(word):], ".")
		}
		if name == "" {
			return at
		}
	}
}
