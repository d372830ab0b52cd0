// The compiler's intrinsics as declarations. Nothing is compiled: their types are all that counts.
//
// Stands in front of every other intrin.h, whose inline assembly and built-ins belong to other compilers. What Clang
// knows by itself (most of the _Interlocked family) is declared here in the same way.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

// Ports
unsigned char __inbyte(unsigned short port);
unsigned short __inword(unsigned short port);
unsigned long __indword(unsigned short port);
void __outbyte(unsigned short port, unsigned char data);
void __outword(unsigned short port, unsigned short data);
void __outdword(unsigned short port, unsigned long data);
void __inbytestring(unsigned short port, unsigned char* buffer, unsigned long count);
void __inwordstring(unsigned short port, unsigned short* buffer, unsigned long count);
void __indwordstring(unsigned short port, unsigned long* buffer, unsigned long count);
void __outbytestring(unsigned short port, unsigned char* buffer, unsigned long count);
void __outwordstring(unsigned short port, unsigned short* buffer, unsigned long count);
void __outdwordstring(unsigned short port, unsigned long* buffer, unsigned long count);

// Strings of memory
void __movsb(unsigned char* destination, unsigned char const* source, __SIZE_TYPE__ count);
void __movsw(unsigned short* destination, unsigned short const* source, __SIZE_TYPE__ count);
void __movsd(unsigned long* destination, unsigned long const* source, __SIZE_TYPE__ count);
void __stosb(unsigned char* destination, unsigned char value, __SIZE_TYPE__ count);
void __stosw(unsigned short* destination, unsigned short value, __SIZE_TYPE__ count);
void __stosd(unsigned long* destination, unsigned long value, __SIZE_TYPE__ count);
#if defined(_M_AMD64)
void __movsq(unsigned __int64* destination, unsigned __int64 const* source, __SIZE_TYPE__ count);
void __stosq(unsigned __int64* destination, unsigned __int64 value, __SIZE_TYPE__ count);
#endif

// Control and debug registers, segments
unsigned __int64 __readcr0(void);
void __writecr0(unsigned __int64 value);
unsigned __int64 __readcr2(void);
void __writecr2(unsigned __int64 value);
unsigned __int64 __readcr3(void);
void __writecr3(unsigned __int64 value);
unsigned __int64 __readcr4(void);
void __writecr4(unsigned __int64 value);
unsigned __int64 __readcr8(void);
void __writecr8(unsigned __int64 value);
unsigned __int64 __readdr(unsigned int index);
void __writedr(unsigned int index, unsigned __int64 value);
unsigned __int64 __readeflags(void);
void __writeeflags(unsigned __int64 value);
unsigned __int64 __readmsr(unsigned long index);
void __writemsr(unsigned long index, unsigned __int64 value);
unsigned char __readfsbyte(unsigned long offset);
void __writefsbyte(unsigned long offset, unsigned char value);
unsigned short __readfsword(unsigned long offset);
void __writefsword(unsigned long offset, unsigned short value);
unsigned long __readfsdword(unsigned long offset);
void __writefsdword(unsigned long offset, unsigned long value);
unsigned __int64 __readfsqword(unsigned long offset);
void __writefsqword(unsigned long offset, unsigned __int64 value);
unsigned char __readgsbyte(unsigned long offset);
void __writegsbyte(unsigned long offset, unsigned char value);
unsigned short __readgsword(unsigned long offset);
void __writegsword(unsigned long offset, unsigned short value);
unsigned long __readgsdword(unsigned long offset);
void __writegsdword(unsigned long offset, unsigned long value);
unsigned __int64 __readgsqword(unsigned long offset);
void __writegsqword(unsigned long offset, unsigned __int64 value);
void __lidt(void* source);
void __sidt(void* destination);
void _lgdt(void* source);
void _sgdt(void* destination);
unsigned long __segmentlimit(unsigned long selector);

// The processor
void __halt(void);
void __nop(void);
void __debugbreak(void);
void __int2c(void);
void __ud2(void);
void __fastfail(unsigned int code);
void __wbinvd(void);
void __invlpg(void* address);
void _disable(void);
void _enable(void);
void _clac(void);
void _stac(void);
void __cpuid(int info[4], int function);
void __cpuidex(int info[4], int function, int subfunction);
unsigned __int64 __rdtsc(void);
unsigned __int64 __rdtscp(unsigned int* aux);
unsigned __int64 __readpmc(unsigned long counter);
unsigned __int64 _xgetbv(unsigned int index);
void _xsetbv(unsigned int index, unsigned __int64 value);
void _ReadWriteBarrier(void);
void _ReadBarrier(void);
void _WriteBarrier(void);
void __faststorefence(void);
void _mm_pause(void);
void _mm_mfence(void);
void _mm_lfence(void);
void _mm_sfence(void);
void _mm_clflush(void const* address);
void _mm_prefetch(char const* address, int hint);
void _m_prefetchw(volatile const void* address);
#define _MM_HINT_T0 3
#define _MM_HINT_T1 2
#define _MM_HINT_T2 1
#define _MM_HINT_NTA 0
void* _ReturnAddress(void);
void* _AddressOfReturnAddress(void);

// Arithmetic
__int64 __mulh(__int64 a, __int64 b);
unsigned __int64 __umulh(unsigned __int64 a, unsigned __int64 b);
__int64 _mul128(__int64 a, __int64 b, __int64* high);
unsigned __int64 _umul128(unsigned __int64 a, unsigned __int64 b, unsigned __int64* high);
unsigned __int64 __shiftleft128(unsigned __int64 low, unsigned __int64 high, unsigned char shift);
unsigned __int64 __shiftright128(unsigned __int64 low, unsigned __int64 high, unsigned char shift);
__int64 __emul(int a, int b);
unsigned __int64 __emulu(unsigned int a, unsigned int b);
unsigned __int64 __ll_lshift(unsigned __int64 value, int shift);
__int64 __ll_rshift(__int64 value, int shift);
unsigned __int64 __ull_rshift(unsigned __int64 value, int shift);
unsigned short __popcnt16(unsigned short value);
unsigned int __popcnt(unsigned int value);
unsigned __int64 __popcnt64(unsigned __int64 value);
unsigned short _byteswap_ushort(unsigned short value);
unsigned long _byteswap_ulong(unsigned long value);
unsigned __int64 _byteswap_uint64(unsigned __int64 value);
unsigned int _rotl(unsigned int value, int shift);
unsigned int _rotr(unsigned int value, int shift);
unsigned __int64 _rotl64(unsigned __int64 value, int shift);
unsigned __int64 _rotr64(unsigned __int64 value, int shift);
unsigned char _rotl8(unsigned char value, unsigned char shift);
unsigned char _rotr8(unsigned char value, unsigned char shift);
unsigned short _rotl16(unsigned short value, unsigned char shift);
unsigned short _rotr16(unsigned short value, unsigned char shift);

// Bits
unsigned char _BitScanForward(unsigned long* index, unsigned long mask);
unsigned char _BitScanReverse(unsigned long* index, unsigned long mask);
unsigned char _BitScanForward64(unsigned long* index, unsigned __int64 mask);
unsigned char _BitScanReverse64(unsigned long* index, unsigned __int64 mask);
unsigned char _bittest(long const* base, long offset);
unsigned char _bittestandset(long* base, long offset);
unsigned char _bittestandreset(long* base, long offset);
unsigned char _bittestandcomplement(long* base, long offset);
unsigned char _bittest64(__int64 const* base, __int64 offset);
unsigned char _bittestandset64(__int64* base, __int64 offset);
unsigned char _bittestandreset64(__int64* base, __int64 offset);

// Interlocked operations
char _InterlockedExchange8(char volatile* target, char value);
short _InterlockedExchange16(short volatile* target, short value);
long _InterlockedExchange(long volatile* target, long value);
__int64 _InterlockedExchange64(__int64 volatile* target, __int64 value);
char _InterlockedExchangeAdd8(char volatile* target, char value);
short _InterlockedExchangeAdd16(short volatile* target, short value);
long _InterlockedExchangeAdd(long volatile* target, long value);
__int64 _InterlockedExchangeAdd64(__int64 volatile* target, __int64 value);
char _InterlockedAnd8(char volatile* target, char value);
short _InterlockedAnd16(short volatile* target, short value);
long _InterlockedAnd(long volatile* target, long value);
__int64 _InterlockedAnd64(__int64 volatile* target, __int64 value);
char _InterlockedOr8(char volatile* target, char value);
short _InterlockedOr16(short volatile* target, short value);
long _InterlockedOr(long volatile* target, long value);
__int64 _InterlockedOr64(__int64 volatile* target, __int64 value);
char _InterlockedXor8(char volatile* target, char value);
short _InterlockedXor16(short volatile* target, short value);
long _InterlockedXor(long volatile* target, long value);
__int64 _InterlockedXor64(__int64 volatile* target, __int64 value);
short _InterlockedIncrement16(short volatile* target);
long _InterlockedIncrement(long volatile* target);
__int64 _InterlockedIncrement64(__int64 volatile* target);
short _InterlockedDecrement16(short volatile* target);
long _InterlockedDecrement(long volatile* target);
__int64 _InterlockedDecrement64(__int64 volatile* target);
char _InterlockedCompareExchange8(char volatile* target, char exchange, char comparand);
short _InterlockedCompareExchange16(short volatile* target, short exchange, short comparand);
long _InterlockedCompareExchange(long volatile* target, long exchange, long comparand);
__int64 _InterlockedCompareExchange64(__int64 volatile* target, __int64 exchange, __int64 comparand);
unsigned char _InterlockedCompareExchange128(__int64 volatile* target, __int64 high, __int64 low, __int64* comparand);
long _InterlockedAdd(long volatile* target, long value);
__int64 _InterlockedAdd64(__int64 volatile* target, __int64 value);
long _InterlockedAddLargeStatistic(__int64 volatile* target, long value);
void* _InterlockedExchangePointer(void* volatile* target, void* value);
void* _InterlockedCompareExchangePointer(void* volatile* target, void* exchange, void* comparand);
unsigned char _interlockedbittestandset(long volatile* base, long offset);
unsigned char _interlockedbittestandreset(long volatile* base, long offset);
unsigned char _interlockedbittestandset64(__int64 volatile* base, __int64 offset);
unsigned char _interlockedbittestandreset64(__int64 volatile* base, __int64 offset);

#ifdef __cplusplus
}
#endif
