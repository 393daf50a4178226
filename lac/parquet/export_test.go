package parquet

import "github.com/parquet-go/parquet-go/format"

// DeltaMemory returns what memory the texts of a page take that are written as
// differences, each from the one before.
func DeltaMemory(text []byte, values int64) (int64, error) {
	return page{values: values, encoding: int64(format.DeltaByteArray)}.checkDeltas(text, false)
}
