//go:build !purego

#include "textflag.h"

// func numbersAVX512(data []byte, parts []Span, numbers []Number)
//
// For each part: the last sixteen bytes up to its end are loaded, a mask says
// which of them are the part's, and its digits are moved to the end, without the
// point. Then neighbours are added, with weights, from 16 digits to two halves.
TEXT ·numbersAVX512(SB), NOSPLIT, $0-72
	MOVQ     data_base+0(FP), SI
	MOVQ     parts_base+24(FP), DI
	MOVQ     parts_len+32(FP), CX
	MOVQ     numbers_base+48(FP), R8
	VMOVDQU  ·numberPoints(SB), X0
	VMOVDQU  ·numberZeros(SB), X1
	VMOVDQU  ·numberNines(SB), X2
	VMOVDQU  ·numberTens(SB), X3
	VMOVDQU  ·numberHundreds(SB), X4
	VMOVDQU  ·numberMyriads(SB), X5
	MOVL     $0xffff, R15
	TESTQ    CX, CX
	JEQ      done

part:
	MOVL (DI), AX
	MOVL 4(DI), BX
	MOVL BX, DX
	SUBL AX, DX
	JEQ  empty
	CMPL DX, $16
	JHI  none
	CMPL BX, $16
	JCS  none

	VMOVDQU  -16(SI)(BX*1), X8
	MOVL     $16, R9
	SUBL     DX, R9             // the part's first byte among the sixteen
	SHLXL    R9, R15, R10
	MOVWLZX  R10, R10           // its bytes
	KMOVW    R10, K1
	VPCMPEQB X0, X8, K1, K2
	KMOVW    K2, R11            // points
	BLSRL    R11, R12
	JNE      none               // two
	TESTL    $0x8000, R11
	JNE      none               // at the end
	BTL      R9, R11
	JCS      none               // at the beginning

	ANDNL         R10, R11, R12 // digits
	KMOVW         R12, K3
	VPSUBB        X1, X8, X8
	VPCOMPRESSB.Z X8, K3, X9
	POPCNTL       R12, R13
	MOVL          $16, R14
	SUBL          R13, R14
	SHLXL         R14, R15, R14
	KMOVW         R14, K4
	VPEXPANDB.Z   X9, K4, X9
	VPCMPUB       $6, X2, X9, K5
	KORTESTW      K5, K5
	JNE           none          // no digits

	VPMADDUBSW X3, X9, X9
	VPMADDWD   X4, X9, X9
	VPACKUSDW  X9, X9, X9
	VPMADDWD   X5, X9, X9
	VMOVQ      X9, AX
	MOVL       AX, BX
	SHRQ       $32, AX
	IMULQ      $100000000, BX
	ADDQ       BX, AX
	MOVQ       AX, (R8)
	ORL        $0x8000, R11
	TZCNTL     R11, R11
	MOVL       $15, R12
	SUBL       R11, R12
	ORL        $0x100, R12      // Reported
	MOVQ       R12, 8(R8)

next:
	ADDQ $8, DI
	ADDQ $16, R8
	DECQ CX
	JNE  part

done:
	RET

empty:
	MOVQ $0, (R8)
	MOVQ $0, 8(R8)
	JMP  next

none:
	MOVQ $-1, (R8)
	MOVQ $0, 8(R8)
	JMP  next

DATA ·numberPoints+0(SB)/8, $0x2e2e2e2e2e2e2e2e
DATA ·numberPoints+8(SB)/8, $0x2e2e2e2e2e2e2e2e
GLOBL ·numberPoints(SB), RODATA|NOPTR, $16
DATA ·numberZeros+0(SB)/8, $0x3030303030303030
DATA ·numberZeros+8(SB)/8, $0x3030303030303030
GLOBL ·numberZeros(SB), RODATA|NOPTR, $16
DATA ·numberNines+0(SB)/8, $0x0909090909090909
DATA ·numberNines+8(SB)/8, $0x0909090909090909
GLOBL ·numberNines(SB), RODATA|NOPTR, $16
DATA ·numberTens+0(SB)/8, $0x010a010a010a010a
DATA ·numberTens+8(SB)/8, $0x010a010a010a010a
GLOBL ·numberTens(SB), RODATA|NOPTR, $16
DATA ·numberHundreds+0(SB)/8, $0x0001006400010064
DATA ·numberHundreds+8(SB)/8, $0x0001006400010064
GLOBL ·numberHundreds(SB), RODATA|NOPTR, $16
DATA ·numberMyriads+0(SB)/8, $0x0001271000012710
DATA ·numberMyriads+8(SB)/8, $0x0001271000012710
GLOBL ·numberMyriads(SB), RODATA|NOPTR, $16
