package extract

// A frameReader follows who speaks in a text.
type frameReader struct{ text string }

func (f *frameReader) read(s *sentence)                  {}
func (f *frameReader) attribute(s *sentence, ds []draft) {}
