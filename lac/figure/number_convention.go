package figure

// readConvention looks at all numbers of text for those that show what a dot and
// a comma stand for, beginning with what the language has.
func readConvention(text string, comma bool) convention {
	var commas, dots int       // numbers that a comma, a dot splits
	var commaFull, dotFull int // numbers that seem to be grouped by it: 12,500
	var buf [maxGroups]digitGroup
	for at := 0; at < len(text); {
		if c := text[at]; c < '0' || c > '9' {
			at++
			continue
		}
		g := groupsAt(text, at, buf[:0])
		at = g[len(g)-1].end
		if len(g) == 1 || g[1].sep != '.' && g[1].sep != ',' {
			continue
		}
		n := grouped(g)
		group := g[1].sep
		switch {
		case n > 1 && n < len(g) && g[n].sep != group && (g[n].sep == '.' || g[n].sep == ','), n > 2 && n == len(g):
			// 1,234.5 or 1,234,567: the comma groups.
		case len(g) == 2 && (n == 1 && g[1].n != 3 || text[g[0].start] == '0'):
			group = '.' + ',' - group // 2.5, 0.125: the dot splits
		default:
			if n == 2 && len(g) == 2 && filled(text, g[1], comma == (group == ',')) {
				if group == ',' {
					commaFull++
				} else {
					dotFull++
				}
			}
			continue
		}
		if group == '.' {
			commas++
		} else {
			dots++
		}
	}
	switch {
	case commas > 0 && dots > 0:
		return convention{comma: comma, mixed: commas > 1 && dots > 1}
	case commas > 0:
		return convention{comma: true, sure: true}
	case dots > 0:
		return convention{sure: true}
	case comma && commaFull > 0 && dotFull == 0:
		return convention{sure: true}
	case !comma && dotFull > 1 && commaFull == 0:
		return convention{comma: true, sure: true}
	}
	return convention{comma: comma}
}
