//go:build !purego

#include "textflag.h"

// Both ways make masks of where a block's quotation marks, commas, newlines and
// carriage returns are, one bit a byte, judge them as Marker.judge does, and write
// down the places of the marks. They differ in how masks are made and marks are
// written. Throughout,
//
//	DI  is the next block          end-8(SP)       the end of the text
//	R8  the marks                  R11             their number
//	R10 the next line
//	R13 Marker.quoted              R14             Marker.texted
//	R15 Marker.quote               returned-16(SP) Marker.returned

#define LOAD \
	MOVQ m+0(FP), AX           \
	MOVQ text_base+8(FP), DI   \
	MOVQ text_len+16(FP), BX   \
	ADDQ DI, BX                \
	MOVQ BX, end-8(SP)         \
	MOVQ marks_base+40(FP), R8 \
	MOVQ n+64(FP), R11         \
	MOVQ lines_base+72(FP), CX \
	MOVQ l+96(FP), R10         \
	LEAQ (CX)(R10*4), R10      \
	MOVQ 0(AX), R13            \
	MOVQ 8(AX), R14            \
	MOVQ 16(AX), R15           \
	MOVQ 24(AX), BX            \
	MOVQ BX, returned-16(SP)

#define STORE \
	MOVQ m+0(FP), AX           \
	MOVQ R13, 0(AX)            \
	MOVQ R14, 8(AX)            \
	MOVQ R15, 16(AX)           \
	MOVQ returned-16(SP), BX   \
	MOVQ BX, 24(AX)            \
	MOVQ R11, marked+104(FP)   \
	SUBQ lines_base+72(FP), R10 \
	SHRQ $2, R10               \
	MOVQ R10, lined+112(FP)

// JUDGE takes the masks of quotation marks in AX, commas in BX and newlines in CX.
// It leaves all marks in BX, the odd ones in R12, and those that are no commas in
// CX, unless text follows a quotation mark: that it leaves in DX for RETURNS, which
// must come next if there is any, or if there was a carriage return before; the
// zero flag says so. X7 is all ones: a product with that, without carries, has the
// sums of the bits up to each.
#define JUDGE \
	VMOVQ      AX, X12             \
	VPCLMULQDQ $0, X7, X12, X12    \
	VMOVQ      X12, R12            \
	XORQ       R13, R12            \ // quoted
	MOVQ       R12, R13            \
	SARQ       $63, R13            \
	ORQ        CX, BX              \
	ANDNQ      BX, R12, BX         \ // separators
	LEAQ       (R15)(AX*2), DX     \ // after quotation marks
	MOVQ       AX, R15             \
	SHRQ       $63, R15            \
	MOVQ       R12, R9             \
	ANDQ       CX, R12             \ // newlines that are quoted
	ORQ        BX, R9              \
	ORQ        AX, R9              \
	NOTQ       R9                  \ // text outside quotation marks
	ANDQ       R9, DX              \
	LEAQ       (R14)(R9*2), R14    \
	ANDQ       R14, AX             \
	ORQ        AX, R12             \
	MOVQ       R9, R14             \
	SHRQ       $63, R14            \
	ORQ        R12, BX             \
	ORQ        R12, CX             \
	MOVQ       returned-16(SP), AX \
	ORQ        DX, AX

// RETURNS takes the mask of carriage returns in AX and completes what JUDGE left.
#define RETURNS \
	MOVQ  returned-16(SP), SI \
	MOVQ  DX, R9              \
	ANDQ  AX, R9              \ // carriage returns after quotation marks
	ANDNQ DX, AX, DX          \
	LEAQ  (SI)(R9*2), SI      \
	SHRQ  $63, R9             \
	MOVQ  R9, returned-16(SP) \
	ANDNQ SI, CX, SI          \
	ORQ   SI, DX              \
	ORQ   DX, R12             \
	ORQ   DX, BX              \
	ORQ   DX, CX

// LINE writes down the first of the marks in CX, if there is one, and takes it out.
// The zero flag says whether there are none after it.
#define LINE \
	TZCNTQ  CX, AX     \
	BZHIQ   AX, BX, DX \
	POPCNTQ DX, DX     \
	ADDQ    R11, DX    \
	BTQ     AX, R12    \
	ADCQ    DX, DX     \
	MOVL    DX, (R10)  \
	LEAQ    4(R10), SI \
	TESTQ   CX, CX     \
	CMOVQNE SI, R10    \
	BLSRQ   CX, CX

// func markAVX512(m *Marker, text []byte, at int, marks []int32, n int, lines []int32, l int) (marked, lined int)
TEXT ·markAVX512(SB), NOSPLIT, $16-120
	LOAD
	MOVL         $0x22222222, AX // quotation marks
	VPBROADCASTD AX, Z0
	MOVL         $0x2c2c2c2c, AX // commas
	VPBROADCASTD AX, Z1
	MOVL         $0x0a0a0a0a, AX // newlines
	VPBROADCASTD AX, Z2
	MOVL         $0x0d0d0d0d, AX // carriage returns
	VPBROADCASTD AX, Z3
	VMOVDQU64    ·places(SB), Z4
	MOVQ         at+32(FP), AX
	VPBROADCASTD AX, Z5
	MOVL         $64, AX
	VPBROADCASTD AX, Z6
	VPCMPEQD     X7, X7, X7

block:
	VMOVDQU64 (DI), Z8
	VPCMPEQB  Z8, Z0, K1
	VPCMPEQB  Z8, Z1, K2
	VPCMPEQB  Z8, Z2, K3
	KMOVQ     K1, AX
	KMOVQ     K2, BX
	KMOVQ     K3, CX
	JUDGE
	JEQ       line
	VPCMPEQB  Z8, Z3, K4
	KMOVQ     K4, AX
	RETURNS

line:
	LINE
	JNE line

	// The places of the marks, sixteen at a time.
	KMOVQ         BX, K1
	POPCNTQ       BX, DX
	VPCOMPRESSB.Z Z4, K1, Z10
	VPMOVZXBD     X10, Z11
	VPADDD        Z5, Z11, Z11
	VMOVDQU32     Z11, (R8)(R11*4)
	CMPQ          DX, $16
	JBE           written
	VEXTRACTI32X4 $1, Z10, X11
	VPMOVZXBD     X11, Z11
	VPADDD        Z5, Z11, Z11
	VMOVDQU32     Z11, 64(R8)(R11*4)
	CMPQ          DX, $32
	JBE           written
	VEXTRACTI32X4 $2, Z10, X11
	VPMOVZXBD     X11, Z11
	VPADDD        Z5, Z11, Z11
	VMOVDQU32     Z11, 128(R8)(R11*4)
	VEXTRACTI32X4 $3, Z10, X11
	VPMOVZXBD     X11, Z11
	VPADDD        Z5, Z11, Z11
	VMOVDQU32     Z11, 192(R8)(R11*4)

written:
	ADDQ   DX, R11
	VPADDD Z6, Z5, Z5
	ADDQ   $64, DI
	CMPQ   DI, end-8(SP)
	JB     block
	VZEROUPPER
	STORE
	RET

// MASK makes the mask of the bytes of Y8 and Y9 that are those of Y.
#define MASK(Y, mask) \
	VPCMPEQB  Y8, Y, Y10 \
	VPCMPEQB  Y9, Y, Y11 \
	VPMOVMSKB Y10, mask  \
	VPMOVMSKB Y11, SI    \
	SHLQ      $32, SI    \
	ORQ       SI, mask

// MARK writes down the first of the marks in BX and takes it out.
#define MARK(offset) \
	TZCNTQ BX, AX         \
	ADDL   R9, AX         \
	MOVL   AX, offset(SI) \
	BLSRQ  BX, BX

// func markAVX2(m *Marker, text []byte, at int, marks []int32, n int, lines []int32, l int) (marked, lined int)
TEXT ·markAVX2(SB), NOSPLIT, $16-120
	LOAD
	MOVL         $0x22222222, AX // quotation marks
	VMOVD        AX, X0
	VPBROADCASTD X0, Y0
	MOVL         $0x2c2c2c2c, AX // commas
	VMOVD        AX, X1
	VPBROADCASTD X1, Y1
	MOVL         $0x0a0a0a0a, AX // newlines
	VMOVD        AX, X2
	VPBROADCASTD X2, Y2
	MOVL         $0x0d0d0d0d, AX // carriage returns
	VMOVD        AX, X3
	VPBROADCASTD X3, Y3
	VPCMPEQD     X7, X7, X7

block:
	VMOVDQU (DI), Y8
	VMOVDQU 32(DI), Y9
	MASK(Y0, AX)
	MASK(Y1, BX)
	MASK(Y2, CX)
	JUDGE
	JEQ     line
	MASK(Y3, AX)
	RETURNS

line:
	LINE
	JNE line

	// The places of the marks, eight at a time.
	MOVQ    DI, R9
	SUBQ    text_base+8(FP), R9
	ADDQ    at+32(FP), R9
	LEAQ    (R8)(R11*4), SI
	POPCNTQ BX, DX
	ADDQ    DX, R11

eight:
	MARK(0)
	MARK(4)
	MARK(8)
	MARK(12)
	MARK(16)
	MARK(20)
	MARK(24)
	MARK(28)
	ADDQ $32, SI
	SUBQ $8, DX
	JGT  eight

	ADDQ $64, DI
	CMPQ DI, end-8(SP)
	JB   block
	VZEROUPPER
	STORE
	RET

// func cpuid(leaf, subleaf uint32) (eax, ebx, ecx, edx uint32)
TEXT ·cpuid(SB), NOSPLIT, $0-24
	MOVL leaf+0(FP), AX
	MOVL subleaf+4(FP), CX
	CPUID
	MOVL AX, eax+8(FP)
	MOVL BX, ebx+12(FP)
	MOVL CX, ecx+16(FP)
	MOVL DX, edx+20(FP)
	RET

// func xcr0() uint32
TEXT ·xcr0(SB), NOSPLIT, $0-4
	XORL CX, CX
	XGETBV
	MOVL AX, ret+0(FP)
	RET

// places has the numbers from 0 to 63.
DATA ·places+0(SB)/8, $0x0706050403020100
DATA ·places+8(SB)/8, $0x0f0e0d0c0b0a0908
DATA ·places+16(SB)/8, $0x1716151413121110
DATA ·places+24(SB)/8, $0x1f1e1d1c1b1a1918
DATA ·places+32(SB)/8, $0x2726252423222120
DATA ·places+40(SB)/8, $0x2f2e2d2c2b2a2928
DATA ·places+48(SB)/8, $0x3736353433323130
DATA ·places+56(SB)/8, $0x3f3e3d3c3b3a3938
GLOBL ·places(SB), RODATA|NOPTR, $64
