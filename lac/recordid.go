package lac

import (
	"cmp"
	"strconv"
	"strings"
)

// A recordKey is an ID in the form that records are ordered by: IDs that are a
// prefix, # and a number go by the prefix and then the number, so that a#9 comes
// before a#10.
type recordKey struct {
	prefix string // the whole ID if it has no number
	number int64  // -1 if there is none
}

func (k recordKey) compare(l recordKey) int {
	return cmp.Or(strings.Compare(k.prefix, l.prefix), cmp.Compare(k.number, l.number))
}

func keyOfID(id string) recordKey {
	if i := strings.LastIndexByte(id, '#'); i >= 0 {
		digits := id[i+1:]
		n, err := strconv.ParseUint(digits, 10, 32)
		if err == nil && (digits == "0" || digits[0] != '0') {
			return recordKey{id[:i], int64(n)}
		}
	}
	return recordKey{id, -1}
}

// compareID compares IDs in the order of records.
func compareID(a, b string) int { return keyOfID(a).compare(keyOfID(b)) }

func numberedID(source string, number uint32) string {
	return source + "#" + strconv.FormatUint(uint64(number), 10)
}
