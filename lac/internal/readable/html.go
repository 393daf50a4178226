package readable

import (
	"strings"
)

// What a tag of HTML leaves in the text.
var tags = map[string]string{}

func init() {
	for _, of := range []struct{ names, plain string }{
		{"a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label link mark meta nobr q s samp small span strike strong sub time tt u var wbr col colgroup input button svg path", ""},
		{"br", "\n"},
		{"td th", " | "},
		{"tr caption thead tbody tfoot dt dd li option", "\n"},
		{"address article aside blockquote body center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe main nav noscript object ol p pre section select summary table textarea title ul", "\n\n"},
	} {
		for _, name := range strings.Fields(of.names) {
			tags[name] = of.plain
		}
	}
}

// tag reads a tag or a comment of HTML at position at. What is none stays.
func (r *reader) tag(at int) int {
	raw := r.raw
	if strings.HasPrefix(raw[at:], "<!--") {
		return r.skip(at, "-->", &r.noComment)
	}
	i := at + 1
	closing := i < len(raw) && raw[i] == '/'
	if closing {
		i++
	}
	start := i
	for i < len(raw) && i < start+12 && (raw[i]|0x20 >= 'a' && raw[i]|0x20 <= 'z' || i > start && '0' <= raw[i] && raw[i] <= '9') {
		i++
	}
	name := strings.ToLower(raw[start:i])
	if i >= len(raw) || name == "" || raw[i] != '>' && raw[i] != '/' && raw[i] != ' ' && raw[i] != '\n' && raw[i] != '\t' && raw[i] != '\r' {
		return at + 1
	}
	if (name == "script" || name == "style") && !closing {
		return r.skip(at, "</"+raw[start:i]+">", &r.noScript)
	}
	plain, known := tags[name]
	if !known && name != "sup" {
		return at + 1
	}
	n := strings.IndexAny(raw[i:], "<>")
	if n < 0 || raw[i+n] == '<' {
		return at + 1
	}
	if more := strings.TrimSpace(raw[i : i+n]); more != "" && more != "/" && !strings.Contains(more, "=") {
		return at + 1 // a <b and c> d
	}
	end := i + n + 1
	if name == "sup" {
		return r.raisedTag(at, end, closing)
	}
	if (plain == " | " || name == "tr") && !closing {
		plain = "" // a cell and a row end, they do not begin
	}
	r.replace(at, end, plain)
	if strings.HasSuffix(plain, "\n") {
		return r.lineStart(end)
	}
	return end
}

// skip leaves out all from position at to the end mark; nothing if there is none.
func (r *reader) skip(at int, mark string, none *bool) int {
	if *none {
		return at + 1
	}
	n := strings.Index(r.raw[at:], mark)
	if n < 0 {
		*none = true
		return at + 1
	}
	end := at + n + len(mark)
	r.replace(at, end, "\n")
	return end
}

// raisedTag reads <sup>3</sup>; at is where the tag begins and end where it ends.
func (r *reader) raisedTag(at, end int, closing bool) int {
	const mark = "</sup>"
	rest := r.raw[end:min(len(r.raw), end+24)]
	n := strings.Index(strings.ToLower(rest), mark)
	if closing || n < 0 {
		r.replace(at, end, "")
		return end
	}
	text := strings.NewReplacer("−", "-", "–", "-").Replace(strings.TrimSpace(rest[:n]))
	digits := strings.TrimPrefix(text, "-")
	stop := end + n + len(mark)
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		r.replace(at, end, "") // st, or a tag within
		return end
	}
	plain, ok := raised(r.before(at, 16), text)
	if !ok {
		plain = strings.NewReplacer("2", "²", "3", "³", "-1", "⁻¹").Replace(text)
	}
	r.replace(at, stop, plain)
	return stop
}
