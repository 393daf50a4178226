package lexicon

// Abbreviations are words of all languages whose dot does not end a sentence. Of
// NumberSigns among them it does unless a number follows: "no." is more often the end
// of a sentence.
const (
	Abbreviations = `no, nos, mr, mrs, ms, dr, prof, st, vol, art, sr, sra, núm, nº, n, vs, gen, sen, approx, ca, cf,
		jan, feb, aug, sept, sep, oct, nov, dec, ee, uu, eua, ltd, co`
	NumberSigns = `no, n`
)

// Offices are what joins an office with the body in which it is held, with the
// spaces around; OfficeArticles may stand before either.
const (
	Offices        = `of, at, for, del, de, do, da, dos`
	OfficeArticles = `the, la`
)
