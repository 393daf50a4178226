//go:build !purego

#include "textflag.h"

// func sameAVX512(data []byte, a, b []Span) uint64
//
// Parts are compared 64 bytes at a time. A mask takes the last bytes: what it
// leaves out is not read, and so may be beyond the data.
TEXT ·sameAVX512(SB), NOSPLIT, $0-80
	MOVQ data_base+0(FP), SI
	MOVQ a_base+24(FP), DI
	MOVQ a_len+32(FP), CX
	MOVQ b_base+48(FP), R8
	XORL R9, R9             // the result
	MOVL $1, R10            // the part's bit
	MOVQ $-1, R15
	TESTQ CX, CX
	JEQ  done

part:
	MOVLQSX (DI), AX
	MOVLQSX 4(DI), R12
	MOVLQSX (R8), BX
	MOVLQSX 4(R8), R13
	SUBQ    AX, R12
	SUBQ    BX, R13
	CMPQ    R12, R13
	JNE     next
	ADDQ    SI, AX
	ADDQ    SI, BX

bytes:
	CMPQ      R12, $64
	JLE       last
	VMOVDQU64 (AX), Z0
	VPCMPUB   $4, (BX), Z0, K1
	KORTESTQ  K1, K1
	JNE       next
	ADDQ      $64, AX
	ADDQ      $64, BX
	SUBQ      $64, R12
	JMP       bytes

last:
	TESTQ       R12, R12
	JLE         equal
	BZHIQ       R12, R15, R14
	KMOVQ       R14, K2
	VMOVDQU8.Z  (AX), K2, Z0
	VPCMPUB     $4, (BX), Z0, K2, K1
	KORTESTQ    K1, K1
	JNE         next

equal:
	ORQ R10, R9

next:
	ADDQ $8, DI
	ADDQ $8, R8
	SHLQ $1, R10
	DECQ CX
	JNE  part
	VZEROUPPER

done:
	MOVQ R9, ret+72(FP)
	RET
