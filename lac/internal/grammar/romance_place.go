package grammar

// place returns a rank: el segundo mayor socio comercial.
func (e romance) place(f Figure, subject string) string {
	n := whole(f.Value)
	if n == 0 {
		return e.Figure(f)
	}
	switch f.Hedge {
	case "le", "lt":
		if f.Hedge == "lt" {
			n--
		}
		if n > 1 {
			return e.say("one of the largest", e.small(n), lookup(e.places, subject+" many"))
		}
	case "ge", "gt":
		if f.Hedge == "gt" {
			n++
		}
		return e.say("at best") + " " + e.ordinalPlace(n, subject)
	}
	return e.ordinalPlace(n, subject)
}

func (e romance) ordinalPlace(n int, subject string) string {
	place := e.say("larger of", lookup(e.places, subject))
	if n > 1 {
		place = e.ordinal(n) + " " + place
	}
	return e.say("the") + " " + place
}

// ordinal returns an ordinal before a masculine noun.
func (e romance) ordinal(n int) string {
	if n >= 1 && n <= len(e.ordinals) {
		return e.ordinals[n-1]
	}
	return plain(n) + e.say("th")
}

func (e romance) small(n int) string {
	if n >= 1 && n <= len(e.numbers) {
		return e.numbers[n-1]
	}
	return plain(n)
}
