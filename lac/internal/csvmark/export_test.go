package csvmark

// Ways are the ways to mark that this processor has, by name.
func Ways() map[string]func(m *Marker, marks, lines []int32, data []byte, at, blocks int) ([]int32, []int32) {
	all := map[string]func(m *Marker, marks, lines []int32, data []byte, at, blocks int) ([]int32, []int32){}
	for name, way := range ways {
		all[name] = func(m *Marker, marks, lines []int32, data []byte, at, blocks int) ([]int32, []int32) {
			return m.append(way, marks, lines, data, at, blocks)
		}
	}
	return all
}

// SameWays are the ways to compare parts that this processor has, by name.
var SameWays = sameWays

// NumberWays are the ways to read numbers that this processor has, by name.
var NumberWays = numberWays
