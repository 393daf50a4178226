package check

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/internal/jsonkeys"
)

// MarshalJSON writes the finding in one form for one finding: the fields of every
// object in the order of their names, numbers with a fraction as exact text.
func (f Finding) MarshalJSON() ([]byte, error) {
	type plain Finding
	return canonical(plain(f))
}

// Digest returns the SHA-256, in hexadecimal, of the finding's JSON without white
// space, in which no character is escaped that need not be. It is the same on
// every machine and in whatever order the records came, and another one if
// anything in the finding is.
func (f Finding) Digest() string {
	type plain Finding
	// Every part of a finding marshals: its numbers are finite, its texts UTF-8.
	b, _ := canonical(plain(f))
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// canonical returns v as JSON with sorted names.
func canonical(v any) ([]byte, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	tree, err := parseTree(b)
	if err != nil {
		return nil, err
	}
	return treeText(tree), nil
}

// parseTree reads JSON without reading its numbers.
func parseTree(b []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	var tree any
	if err := d.Decode(&tree); err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, fmt.Errorf("more than one value: %w", lac.ErrSyntax)
	}
	return tree, nil
}

// treeText writes what parseTree read; the names of maps come sorted.
func treeText(tree any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(tree) // a tree of JSON is JSON
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// A Difference is a field of a finding that a replay does not confirm.
type Difference struct {
	Path       string `json:"path"`                 // such as readings[0].interval
	Recorded   string `json:"recorded,omitempty"`   // as JSON; empty: not there
	Recomputed string `json:"recomputed,omitempty"` // as JSON; empty: not there
}

// Replay checks the claim of a finding, given as JSON, once more under the
// finding's own policy, and returns every field in which the finding and what
// comes out of data differ, in the order of the JSON's names. There is none if
// the finding stands as it was written; if the dataset is another, its digest is
// one of them. White space, the order of fields and escapes do not matter.
//
// It errs with [lac.ErrSyntax] if the JSON is not that of a finding or names a
// field twice, of which a reader may take either, and as [Claim].
func Replay(data *lac.Dataset, finding []byte) ([]Difference, error) {
	if err := jsonkeys.Check(finding); err != nil {
		return nil, fmt.Errorf("replay: %w: %w", lac.ErrSyntax, err)
	}
	recorded, err := parseTree(finding)
	if err != nil {
		return nil, fmt.Errorf("replay: %w: %w", lac.ErrSyntax, err)
	}
	var head struct {
		Claim  *lac.Claim `json:"claim"`
		Policy *Policy    `json:"policy"`
	}
	if err := json.Unmarshal(finding, &head); err != nil {
		return nil, fmt.Errorf("replay: %w", err)
	}
	if head.Claim == nil || head.Policy == nil {
		return nil, fmt.Errorf("replay: %w: a finding has a claim and a policy", lac.ErrSyntax)
	}
	f, err := Claim(data, *head.Claim, *head.Policy)
	if err != nil {
		return nil, fmt.Errorf("replay: %w", err)
	}
	b, err := json.Marshal(f)
	if err != nil {
		return nil, fmt.Errorf("replay: %w", err)
	}
	recomputed, err := parseTree(b)
	if err != nil {
		return nil, fmt.Errorf("replay: %w", err)
	}
	return differences(nil, "", recorded, recomputed), nil
}

// absent stands for a field that is not there.
type absent struct{}

// differences appends to out where two trees of JSON differ.
func differences(out []Difference, path string, a, b any) []Difference {
	switch x := a.(type) {
	case map[string]any:
		if y, ok := b.(map[string]any); ok {
			names := maps.Clone(x)
			maps.Copy(names, y)
			for _, name := range slices.Sorted(maps.Keys(names)) {
				at := name
				if path != "" {
					at = path + "." + name
				}
				out = differences(out, at, member(x, name), member(y, name))
			}
			return out
		}
	case []any:
		if y, ok := b.([]any); ok {
			for i := range max(len(x), len(y)) {
				out = differences(out, fmt.Sprintf("%s[%d]", path, i), element(x, i), element(y, i))
			}
			return out
		}
	}
	if recorded, recomputed := leaf(a), leaf(b); recorded != recomputed {
		out = append(out, Difference{path, recorded, recomputed})
	}
	return out
}

func member(m map[string]any, name string) any {
	if v, ok := m[name]; ok {
		return v
	}
	return absent{}
}

func element(list []any, i int) any {
	if i < len(list) {
		return list[i]
	}
	return absent{}
}

func leaf(v any) string {
	if v == (absent{}) {
		return ""
	}
	return string(treeText(v))
}
