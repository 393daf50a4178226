package tally

import "math/bits"

// An Index numbers the keys that it meets, from 0 up.
type Index struct {
	keys  []uint64
	slots []uint32 // 1 + number of a key, 0: free; a power of two of them
}

// Number returns the number of a key, and whether it is new.
func (x *Index) Number(key uint64) (n uint32, isNew bool) {
	if 4*len(x.keys) >= 3*len(x.slots) {
		x.grow()
	}
	mask := uint64(len(x.slots) - 1)
	for i := Hash(key) & mask; ; i = (i + 1) & mask {
		n := x.slots[i]
		if n == 0 {
			x.keys = append(x.keys, key)
			x.slots[i] = uint32(len(x.keys))
			return uint32(len(x.keys) - 1), true
		}
		if x.keys[n-1] == key {
			return n - 1, false
		}
	}
}

// Len returns the number of keys.
func (x *Index) Len() int { return len(x.keys) }

// Key returns the key with number n.
func (x *Index) Key(n int) uint64 { return x.keys[n] }

func (x *Index) grow() {
	x.slots = make([]uint32, max(16, 2*len(x.slots)))
	mask := uint64(len(x.slots) - 1)
	for n, key := range x.keys {
		i := Hash(key) & mask
		for x.slots[i] != 0 {
			i = (i + 1) & mask
		}
		x.slots[i] = uint32(n + 1)
	}
}

// Hash mixes the bits of a key.
func Hash(key uint64) uint64 {
	hi, lo := bits.Mul64(key^0x9e3779b97f4a7c15, 0xd6e8feb86659fd93)
	return hi ^ lo
}

// Find returns the number of a key; false if it has none.
func (x *Index) Find(key uint64) (n uint32, ok bool) {
	if len(x.slots) == 0 {
		return 0, false
	}
	mask := uint64(len(x.slots) - 1)
	for i := Hash(key) & mask; x.slots[i] != 0; i = (i + 1) & mask {
		if n := x.slots[i] - 1; x.keys[n] == key {
			return n, true
		}
	}
	return 0, false
}
