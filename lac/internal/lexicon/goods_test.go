package lexicon

import (
	"strings"
	"testing"
)

// TestEveryLanguageHasTheSameGoods holds the tables of goods against the list of
// codes: what one language can say of, the others can too.
func TestEveryLanguageHasTheSameGoods(t *testing.T) {
	for _, l := range []*Language{&English, &Spanish, &Portuguese, &Chinese} {
		seen, names := map[string]bool{}, map[string]string{}
		for line := range strings.Lines(l.Claims.Goods) {
			code, list, ok := strings.Cut(strings.TrimSpace(line), ":")
			if !ok {
				continue
			}
			seen[code] = true
			if Goods[code] == "" && code != "-" {
				t.Errorf("%s: %s is not in Goods", l.Tag, code)
			}
			for name := range strings.SplitSeq(list, ";") {
				name = strings.TrimSpace(name)
				if other := names[name]; other != "" {
					t.Errorf("%s: %q stands for %s and for %s", l.Tag, name, other, code)
				}
				names[name] = code
			}
		}
		for code := range Goods {
			if !seen[code] {
				t.Errorf("%s: no name for %s", l.Tag, code)
			}
		}
	}
}
