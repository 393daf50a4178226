package lexicon

// Endings of words, of all languages whose words have them.
const (
	PluralEndings    = `s`                   // of nouns for several
	SingularEndings  = `ss, us, is`          // of nouns that only look like it
	MenEndings       = `men`                 // fishermen
	PeopleEndings    = `ns`                  // Africans
	PersonEndings    = `ers, ists, ysts`     // workers, tourists
	LandEndings      = `countries, states`   // of names of groups: Arab states
	ScaleEndings     = `n, nes, ão, ões`     // millón: what is counted follows with "de"
	AdverbEndings    = `ly, ing`             // steadily
	PastEndings      = `ed`                  // of regular verbs of the past
	TimesEndings     = `times, veces, vezes` // three times: occasions too
	TimesHalfEndings = `倍半`                  // two times and a half
	MeetingEndings   = `expo`                // of names of fairs in one word
	OrdinalEndings   = `dhnrst`              // letters behind a day of a month: 11th
)

// Single Chinese characters that name a side beside a word of trade.
const (
	HeadOf    = "长" // behind a ministry, for who leads it
	Ministry  = "部" // how its name ends
	Stationed = "驻" // before the place where an ambassador is
	Us        = "我" // China, before a word such as 自
	SideOf    = "方" // behind the character of an area: 秘方
	Middle    = "中" // China, behind such a character: 厄中贸易
)
