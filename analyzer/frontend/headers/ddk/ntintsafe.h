// Arithmetic and conversions that tell of an overflow.
#pragma once

#include <ntdef.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef INTSAFE_UINT_MAX
#define INTSAFE_E_ARITHMETIC_OVERFLOW ((NTSTATUS)0xC0000095L)
#endif
#ifndef SIZE_T_MAX
#define SIZE_T_MAX ((SIZE_T)~(SIZE_T)0)
#endif
// Addition, subtraction and multiplication of one type, under each of its names.
#define IRQLINT_CHECKED(Name, Type) \
  NTSTATUS Rtl##Name##Add(Type Augend, Type Addend, Type* Result); \
  NTSTATUS Rtl##Name##Sub(Type Minuend, Type Subtrahend, Type* Result); \
  NTSTATUS Rtl##Name##Mult(Type Multiplicand, Type Multiplier, Type* Result);
#define IRQLINT_TYPES(Use) \
  Use(Int8, signed char) Use(UInt8, unsigned char) Use(Byte, unsigned char) Use(Char, char) Use(UChar, unsigned char) \
  Use(Short, short) Use(UShort, unsigned short) Use(Word, unsigned short) Use(Int, int) Use(UInt, unsigned int) \
  Use(Long, long) Use(ULong, unsigned long) Use(DWord, unsigned long) Use(LongLong, __int64) \
  Use(ULongLong, unsigned __int64) Use(DWordLong, unsigned __int64) Use(IntPtr, INT_PTR) Use(UIntPtr, UINT_PTR) \
  Use(LongPtr, LONG_PTR) Use(ULongPtr, ULONG_PTR) Use(DWordPtr, ULONG_PTR) Use(PtrdiffT, LONG_PTR) Use(SizeT, SIZE_T) \
  Use(SSIZET, SSIZE_T) Use(SIZET, SIZE_T) Use(Int64, __int64) Use(UInt64, unsigned __int64) Use(Int32, int) \
  Use(UInt32, unsigned int) Use(Int16, short) Use(UInt16, unsigned short)
IRQLINT_TYPES(IRQLINT_CHECKED)
#undef IRQLINT_CHECKED
#undef IRQLINT_TYPES

// From one type into each of the others.
#define IRQLINT_INTO(Name, Type) \
  NTSTATUS Rtl##Name##ToInt8(Type Operand, signed char* Result); \
  NTSTATUS Rtl##Name##ToUInt8(Type Operand, unsigned char* Result); \
  NTSTATUS Rtl##Name##ToByte(Type Operand, unsigned char* Result); \
  NTSTATUS Rtl##Name##ToChar(Type Operand, char* Result); \
  NTSTATUS Rtl##Name##ToUChar(Type Operand, unsigned char* Result); \
  NTSTATUS Rtl##Name##ToShort(Type Operand, short* Result); \
  NTSTATUS Rtl##Name##ToUShort(Type Operand, unsigned short* Result); \
  NTSTATUS Rtl##Name##ToWord(Type Operand, unsigned short* Result); \
  NTSTATUS Rtl##Name##ToInt(Type Operand, int* Result); \
  NTSTATUS Rtl##Name##ToUInt(Type Operand, unsigned int* Result); \
  NTSTATUS Rtl##Name##ToLong(Type Operand, long* Result); \
  NTSTATUS Rtl##Name##ToULong(Type Operand, unsigned long* Result); \
  NTSTATUS Rtl##Name##ToDWord(Type Operand, unsigned long* Result); \
  NTSTATUS Rtl##Name##ToLongLong(Type Operand, __int64* Result); \
  NTSTATUS Rtl##Name##ToULongLong(Type Operand, unsigned __int64* Result); \
  NTSTATUS Rtl##Name##ToIntPtr(Type Operand, INT_PTR* Result); \
  NTSTATUS Rtl##Name##ToUIntPtr(Type Operand, UINT_PTR* Result); \
  NTSTATUS Rtl##Name##ToLongPtr(Type Operand, LONG_PTR* Result); \
  NTSTATUS Rtl##Name##ToULongPtr(Type Operand, ULONG_PTR* Result); \
  NTSTATUS Rtl##Name##ToSizeT(Type Operand, SIZE_T* Result); \
  NTSTATUS Rtl##Name##ToSIZET(Type Operand, SIZE_T* Result);
IRQLINT_INTO(Int8, signed char)
IRQLINT_INTO(UInt8, unsigned char)
IRQLINT_INTO(Byte, unsigned char)
IRQLINT_INTO(Short, short)
IRQLINT_INTO(UShort, unsigned short)
IRQLINT_INTO(Int, int)
IRQLINT_INTO(UInt, unsigned int)
IRQLINT_INTO(Long, long)
IRQLINT_INTO(ULong, unsigned long)
IRQLINT_INTO(DWord, unsigned long)
IRQLINT_INTO(LongLong, __int64)
IRQLINT_INTO(ULongLong, unsigned __int64)
IRQLINT_INTO(IntPtr, INT_PTR)
IRQLINT_INTO(UIntPtr, UINT_PTR)
IRQLINT_INTO(LongPtr, LONG_PTR)
IRQLINT_INTO(ULongPtr, ULONG_PTR)
IRQLINT_INTO(SizeT, SIZE_T)
IRQLINT_INTO(SIZET, SIZE_T)
#undef IRQLINT_INTO

#ifdef __cplusplus
}
#endif
