//go:build !purego

package csvmark

//go:noescape
func markAVX2(m *Marker, text []byte, at int, marks []int32, n int, lines []int32, l int) (marked, lined int)

//go:noescape
func markAVX512(m *Marker, text []byte, at int, marks []int32, n int, lines []int32, l int) (marked, lined int)

//go:noescape
func sameAVX512(data []byte, a, b []Span) uint64

//go:noescape
func numbersAVX512(data []byte, parts []Span, numbers []Number)

func cpuid(leaf, subleaf uint32) (eax, ebx, ecx, edx uint32)

// xcr0 returns the low half of the register that says what state the system
// keeps.
func xcr0() uint32

func init() {
	avx2, avx512 := features()
	if avx2 {
		fastest = markAVX2
		ways["AVX2"] = markAVX2
	}
	if avx512 {
		fastest, numbersFastest, sameFastest = markAVX512, numbersAVX512, sameAVX512
		ways["AVX-512"], numberWays["AVX-512"], sameWays["AVX-512"] = markAVX512, numbersAVX512, sameAVX512
	}
}

// features reports whether processor and system have what markAVX2 and what
// markAVX512 use (Intel 64 and IA-32 Architectures Software Developer's Manual,
// CPUID and XGETBV).
func features() (avx2, avx512 bool) {
	const (
		// Leaf 1, ECX.
		pclmulqdq, popcnt, osxsave, avx = 1 << 1, 1 << 23, 1 << 27, 1 << 28
		// Leaf 7, EBX and ECX.
		bmi1, avx2Bit, bmi2, avx512f, avx512bw, avx512vl = 1 << 3, 1 << 5, 1 << 8, 1 << 16, 1 << 30, 1 << 31
		avx512vbmi2                                      = 1 << 6
		// XCR0: the vector registers of 16 and 32 bytes, and those of 64.
		vectors, wide = 1<<1 | 1<<2, 1<<5 | 1<<6 | 1<<7
	)
	has := func(register, bits uint32) bool { return register&bits == bits }
	if most, _, _, _ := cpuid(0, 0); most < 7 {
		return false, false
	}
	_, _, ecx1, _ := cpuid(1, 0)
	if !has(ecx1, pclmulqdq|popcnt|osxsave|avx) || !has(xcr0(), vectors) {
		return false, false
	}
	_, ebx7, ecx7, _ := cpuid(7, 0)
	avx2 = has(ebx7, bmi1|avx2Bit|bmi2)
	return avx2, avx2 && has(ebx7, avx512f|avx512bw|avx512vl) && has(ecx7, avx512vbmi2) && has(xcr0(), wide)
}
