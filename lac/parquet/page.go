package parquet

const (
	// maxMemory is how much the pages that are read at one time may take.
	maxMemory = 512 << 20
	// valueMemory is what is reckoned for a value beside the bytes of its page.
	valueMemory = 16
	// maxPageHeader is how many bytes the description of a page may have.
	maxPageHeader = 1 << 20
)

// A page is what a file says of one.
type page struct {
	header                   int64 // bytes
	compressed, size         int64
	values, dictionary       int64
	encoding                 int64
	definitions, repetitions int64 // bytes before what is compressed, in version 2
	plain                    bool  // version 2 may leave a page as it is
	second                   bool  // it is of version 2
	sum                      int64 // the check sum
	// Where the numbers of its size, what it is compressed to, and the sum end in the header.
	sizeEnd, compressedEnd, sumEnd int
}

// set keeps a number of a page's description, by the numbers of its fields in
// https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift.
func (p *page) set(in, id int16, n int64) {
	switch [2]int16{in, id} {
	case [2]int16{0, 2}:
		p.size = n
	case [2]int16{0, 3}:
		p.compressed = n
	case [2]int16{5, 1}, [2]int16{8, 1}:
		p.values = n
	case [2]int16{7, 1}:
		p.dictionary = n
	case [2]int16{8, 5}:
		p.definitions = n
	case [2]int16{8, 6}:
		p.repetitions = n
	case [2]int16{8, 7}:
		p.plain = n == 0
	case [2]int16{5, 2}, [2]int16{8, 4}:
		p.encoding = n
	}
	p.second = p.second || in == 8
}
