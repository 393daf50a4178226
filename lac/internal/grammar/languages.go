package grammar

// Languages returns the languages with their BCP 47 tags, English first.
func Languages() []Tagged {
	return []Tagged{{"en", english{}}, {"es", spanish}, {"pt", portuguese}, {"zh", chinese{}}}
}

// A Tagged is a language with its tag.
type Tagged struct {
	Tag      string
	Language Language
}
