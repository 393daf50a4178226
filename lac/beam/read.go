package lacbeam

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local" // names without a scheme
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/sinolac/sinolac/lac"
	"github.com/sinolac/sinolac/lac/comtrade"
)

func init() {
	register.DoFn4x1[context.Context, lac.TradeInput, func(*lac.TradeStream), func(FileRead), error](&readFn{})
	register.Emitter1[FileRead]()
	beam.RegisterType(reflect.TypeFor[FileRead]())
}

// A FileRead says what was read of a file.
type FileRead struct {
	Input lac.TradeInput // with the digest of what was there
	Stats lac.Stats
	// Rejected says of each rejected row where it is and what is wrong with it, as
	// [lac.RowError.Error] does: of the first 10,000, Stats counts all.
	Rejected []string
}

// A readFn reads each file into a stream.
type readFn struct{ Asked question }

func (f *readFn) ProcessElement(ctx context.Context, file lac.TradeInput, stream func(*lac.TradeStream), read func(FileRead)) error {
	if file.From != 0 || file.To != 0 {
		return fmt.Errorf("reading %v: %w: files are read whole", file, lac.ErrRange)
	}
	s := f.Asked.stream()
	got, err := readInto(ctx, s, file.Name)
	if err != nil {
		return fmt.Errorf("reading %v: %w", file, err)
	}
	filesRead.Inc(ctx, 1)
	rowsRead.Inc(ctx, int64(got.Stats.Rows))
	rowsRejected.Inc(ctx, int64(got.Stats.Rejected))
	stream(s)
	read(got)
	return nil
}

// readInto reads a file of UN Comtrade into s, which notes that it has.
func readInto(ctx context.Context, s *lac.TradeStream, name string) (FileRead, error) {
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return FileRead{}, err
	}
	defer fs.Close()
	file, err := fs.OpenRead(ctx, name)
	if err != nil {
		return FileRead{}, err
	}
	defer file.Close()
	digest := sha256.New()
	content := io.TeeReader(file, digest)
	r := comtrade.NewReader(content)
	r.Name = path.Base(name)
	rejected, err := r.ReadInto(ctx, s)
	if err != nil {
		return FileRead{}, err
	}
	if _, err := io.Copy(io.Discard, content); err != nil { // what the reader left
		return FileRead{}, err
	}
	got := FileRead{Input: lac.TradeInput{Name: name, SHA256: hex.EncodeToString(digest.Sum(nil)), Rows: r.Stats().Rows}, Stats: r.Stats()}
	for _, row := range rejected {
		got.Rejected = append(got.Rejected, row.Error())
	}
	return got, s.AddInput(got.Input)
}
