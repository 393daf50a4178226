package lexicon

// All returns the languages that there are.
func All() []*Language { return []*Language{&English, &Spanish, &Portuguese, &Chinese, &French} }
