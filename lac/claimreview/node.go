package claimreview

import (
	"bytes"
	"encoding/json"
	"net/url"
	"strings"
)

// A node is an object of JSON-LD. Publishers write one value, a list of one, a name in
// place of an object that has it, or the identifier of an object that stands
// elsewhere, as they like: the methods take any.
type node struct {
	members map[string]json.RawMessage // by their names without prefix
	known   *objects                   // that identifiers may name; nil: none
}

// propertyOf returns the name of a property without schema.org's prefix.
func propertyOf(name string) string {
	for _, prefix := range [...]string{"schema:", "http://schema.org/", "https://schema.org/"} {
		if plain, ok := strings.CutPrefix(name, prefix); ok {
			return plain
		}
	}
	return name
}

// nodeOf returns the object that a value is.
func nodeOf(raw json.RawMessage, known *objects) (node, bool) {
	var given map[string]json.RawMessage
	if !bytes.HasPrefix(bytes.TrimSpace(raw), []byte("{")) || json.Unmarshal(raw, &given) != nil {
		return node{}, false
	}
	members := make(map[string]json.RawMessage, len(given))
	for name, value := range given {
		members[propertyOf(name)] = value
	}
	return node{members, known}, true
}

// exists reports whether there is an object.
func (n node) exists() bool { return n.members != nil }

// each returns the values of a property: the elements of a list, or the value.
func (n node) each(property string) []json.RawMessage {
	raw := n.members[property]
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
// object with that name or, if it is one, that address; an identifier alone for the
// object that has it.
func (n node) nodes(property string) []node {
	var out []node
	for _, raw := range n.each(property) {
		var text string
		if one, ok := nodeOf(raw, n.known); ok {
			if id := one.plain("@id"); len(one.members) == 1 && n.known != nil && n.known.byID[id] != nil {
				one.members = n.known.byID[id]
			}
			out = append(out, one)
		} else if json.Unmarshal(raw, &text) == nil && text != "" {
			name := "name"
			if isURL(text) {
				name = "url"
			}
			out = append(out, node{map[string]json.RawMessage{name: raw}, n.known})
		}
	}
	return out
}

// node returns the first object of a property, one that does not exist if there is
// none.
func (n node) node(property string) node {
	if all := n.nodes(property); len(all) > 0 {
		return all[0]
	}
	return node{}
}

// texts returns the texts of the first property that has any. A number is its text,
// and an object its @value, text, name or identifier.
func (n node) texts(properties ...string) []string {
	var out []string
	for _, property := range properties {
		for _, raw := range n.each(property) {
			var text string
			var num json.Number
			if one, ok := nodeOf(raw, nil); ok {
				text = one.plain("@value", "text", "name", "url", "@id")
			} else if json.Unmarshal(raw, &text) != nil && json.Unmarshal(raw, &num) == nil {
				text = num.String()
			}
			if text = strings.TrimSpace(text); text != "" {
				out = append(out, text)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// text returns the first of the texts, empty if there is none.
func (n node) text(properties ...string) string {
	if all := n.texts(properties...); len(all) > 0 {
		return all[0]
	}
	return ""
}

// plain is [node.text] without looking into objects: texts nest once.
func (n node) plain(properties ...string) string {
	for _, property := range properties {
		var text string
		if json.Unmarshal(n.members[property], &text) == nil && text != "" {
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

// objects are those with an identifier, which others may name in their place.
type objects struct {
	byID       map[string]map[string]json.RawMessage
	size, most int // bytes: those beyond the most are not kept
}

func (o *objects) add(n node) {
	id := n.plain("@id")
	if id == "" || len(n.members) < 2 {
		return
	}
	size := 0
	for name, raw := range n.members {
		size += len(name) + len(raw)
	}
	if o.size+size > o.most {
		return
	}
	if o.byID == nil {
		o.byID = map[string]map[string]json.RawMessage{}
	}
	o.size += size
	o.byID[id] = n.members
}

// hasAll reports whether all objects that members name by identifiers alone are
// known.
func (o *objects) hasAll(members map[string]json.RawMessage, depth int) bool {
	for _, name := range []string{"author", "itemReviewed", "reviewRating", "appearance", "firstAppearance", "publisher"} {
		for _, raw := range (node{members: members}).each(name) {
			n, ok := nodeOf(raw, nil)
			if !ok {
				continue
			}
			id := n.plain("@id")
			if len(n.members) == 1 && id != "" && o.byID[id] == nil || depth < 4 && !o.hasAll(n.members, depth+1) {
				return false
			}
		}
	}
	return true
}
