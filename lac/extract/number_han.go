package extract

func (s *scanner) hanNumber(i int) (number, bool) { return number{}, false }
