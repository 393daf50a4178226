package claimreview

import (
	"bytes"
	"encoding/json"
	"net/url"
	"strings"
)

// A node is an object of JSON-LD. Publishers write one value, a list of one, or a
// name in place of an object that has it, as they like: the methods take any.
type node map[string]json.RawMessage

// each returns the values of a property: the elements of a list, or the value.
func (n node) each(property string) []json.RawMessage {
	raw := n[property]
	var list []json.RawMessage
	if isList(raw) && json.Unmarshal(raw, &list) == nil {
		return list
	}
	if len(raw) == 0 || string(raw) == "null" {
		return nil
	}
	return []json.RawMessage{raw}
}

// nodes returns the objects among the values of a property. A text stands for an
// object with that name or, if it is one, that address.
func (n node) nodes(property string) []node {
	var out []node
	for _, raw := range n.each(property) {
		var one node
		var text string
		switch {
		case json.Unmarshal(raw, &one) == nil:
			out = append(out, one)
		case json.Unmarshal(raw, &text) == nil && isURL(text):
			out = append(out, node{"url": raw})
		case text != "":
			out = append(out, node{"name": raw})
		}
	}
	return out
}

// node returns the first object of a property, nil if there is none.
func (n node) node(property string) node {
	if all := n.nodes(property); len(all) > 0 {
		return all[0]
	}
	return nil
}

// text returns the first text of the first property that has one. A number is
// its text, and an object its @value, name or identifier.
func (n node) text(properties ...string) string {
	for _, property := range properties {
		for _, raw := range n.each(property) {
			var text string
			var num json.Number
			var one node
			switch {
			case json.Unmarshal(raw, &text) == nil:
			case json.Unmarshal(raw, &num) == nil:
				text = num.String()
			case json.Unmarshal(raw, &one) == nil:
				text = one.plain("@value", "name", "url", "@id")
			}
			if text = strings.TrimSpace(text); text != "" {
				return text
			}
		}
	}
	return ""
}

// plain is [node.text] without looking into objects: texts nest once.
func (n node) plain(properties ...string) string {
	for _, property := range properties {
		var text string
		if json.Unmarshal(n[property], &text) == nil && text != "" {
			return text
		}
	}
	return ""
}

// is reports whether the node has a type of schema.org.
func (n node) is(kind string) bool {
	for _, raw := range n.each("@type") {
		var text string
		if json.Unmarshal(raw, &text) == nil && text[strings.LastIndexAny(text, "/:#")+1:] == kind {
			return true
		}
	}
	return false
}

func isList(raw json.RawMessage) bool { return bytes.HasPrefix(bytes.TrimSpace(raw), []byte("[")) }

func isURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}
