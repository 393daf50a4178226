package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
)

// A spool keeps what is written until it is wanted: in memory at first, beyond that in
// a temporary file.
type spool struct {
	memory bytes.Buffer
	file   *os.File
	writer *bufio.Writer // to file
}

const inMemory = 1 << 20

func (s *spool) Write(p []byte) (int, error) {
	if s.file == nil && s.memory.Len()+len(p) <= inMemory {
		return s.memory.Write(p)
	}
	if s.file == nil {
		file, err := os.CreateTemp("", "extract-*.jsonl")
		if err != nil {
			return 0, err
		}
		s.file, s.writer = file, bufio.NewWriterSize(file, 1<<20)
	}
	return s.writer.Write(p)
}

// copyTo writes all that was kept.
func (s *spool) copyTo(out io.Writer) error {
	if _, err := s.memory.WriteTo(out); err != nil || s.file == nil {
		return err
	}
	if err := s.writer.Flush(); err != nil {
		return err
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err := io.Copy(out, s.file)
	return err
}

func (s *spool) close() error {
	if s.file == nil {
		return nil
	}
	return errors.Join(s.file.Close(), os.Remove(s.file.Name()))
}
