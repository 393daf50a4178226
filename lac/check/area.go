package check

import (
	"fmt"
	"slices"

	"github.com/sinolac/sinolac/lac"
)

// region maps the community of the region's states to the region.
func region(a lac.Area) lac.Area {
	if a == lac.CELAC {
		return lac.LatinAmericaCaribbean
	}
	return a
}

func isGroup(a lac.Area) bool { return a.IsRegion() || a.IsBloc() }

// sortedAreas returns the keys of a map in order.
func sortedAreas[V any](m map[lac.Area]V) []lac.Area {
	areas := make([]lac.Area, 0, len(m))
	for a := range m {
		areas = append(areas, a)
	}
	slices.Sort(areas)
	return areas
}

// who names a few areas, or says how many there are.
func who(areas []lac.Area) string {
	if len(areas) <= 3 {
		return names(areas)
	}
	return fmt.Sprintf("the %d that are missing", len(areas))
}

// listOf joins texts as prose does.
func listOf(texts []string) string {
	switch n := len(texts); n {
	case 0:
		return ""
	case 1:
		return texts[0]
	default:
		s := texts[0]
		for _, t := range texts[1 : n-1] {
			s += ", " + t
		}
		return s + " and " + texts[n-1]
	}
}

// isOf reports whether statistics are those of one side: its own, or of a group
// that it is or is in.
func isOf(books, side lac.Area) bool {
	if region(books) == region(side) {
		return true
	}
	today := lac.DateOf(9999, 12, 31)
	return isGroup(side) && side.Contains(books, today) || isGroup(books) && books != lac.World && books.Contains(side, today)
}
