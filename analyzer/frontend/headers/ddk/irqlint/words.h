// Words that headers and drivers of today use around declarations.
#pragma once

#ifndef CDECL
#define CDECL __cdecl
#endif
#ifndef DECLSPEC_NOVTABLE
#define DECLSPEC_NOVTABLE __declspec(novtable)
#endif
#ifndef DECLSPEC_NOTHROW
#define DECLSPEC_NOTHROW __declspec(nothrow)
#endif
#ifndef DECLSPEC_UUID
#define DECLSPEC_UUID(Id) __declspec(uuid(Id))
#endif
#ifndef DECLSPEC_SELECTANY
#define DECLSPEC_SELECTANY __declspec(selectany)
#endif
#ifndef DECLSPEC_NOINLINE
#define DECLSPEC_NOINLINE __declspec(noinline)
#endif
#ifndef DECLSPEC_ALIGN
#define DECLSPEC_ALIGN(Size) __declspec(align(Size))
#endif
#ifndef DECLSPEC_CACHEALIGN
#define DECLSPEC_CACHEALIGN DECLSPEC_ALIGN(64)
#endif
#ifndef DECLSPEC_RESTRICT
#define DECLSPEC_RESTRICT __declspec(restrict)
#endif
#ifndef EXTERN_C
#ifdef __cplusplus
#define EXTERN_C extern "C"
#else
#define EXTERN_C extern
#endif
#endif
#ifndef EXTERN_C_START
#ifdef __cplusplus
#define EXTERN_C_START extern "C" {
#define EXTERN_C_END }
#else
#define EXTERN_C_START
#define EXTERN_C_END
#endif
#endif
#ifndef STDMETHODCALLTYPE
#define STDMETHODCALLTYPE __stdcall
#define STDMETHODVCALLTYPE __cdecl
#define STDAPICALLTYPE __stdcall
#define STDAPIVCALLTYPE __cdecl
#endif
#ifndef C_ASSERT
#define C_ASSERT(Condition) typedef char __C_ASSERT__[(Condition) ? 1 : -1]
#endif
#ifndef UFIELD_OFFSET
#define UFIELD_OFFSET(Type, Field) ((ULONG)FIELD_OFFSET(Type, Field))
#endif
#ifndef DEFAULT_UNREACHABLE
#define DEFAULT_UNREACHABLE default: __assume(0)
#endif
// The base headers assign to the parameter, which may be an expression.
#undef UNREFERENCED_PARAMETER
#define UNREFERENCED_PARAMETER(Parameter) ((void)(Parameter))
#ifndef DBG_UNREFERENCED_PARAMETER
#define DBG_UNREFERENCED_PARAMETER(Parameter) ((void)(Parameter))
#define DBG_UNREFERENCED_LOCAL_VARIABLE(Variable) ((void)(Variable))
#endif
#ifndef ARRAYSIZE
#define ARRAYSIZE(Array) (sizeof(Array) / sizeof((Array)[0]))
#endif
#ifndef _ARRAYSIZE
#define _ARRAYSIZE(Array) ARRAYSIZE(Array)
#endif
#ifndef RTL_NUMBER_OF_FIELD
#define RTL_FIELD_TYPE(Type, Member) (((Type*)0)->Member)
#define RTL_NUMBER_OF_FIELD(Type, Member) (RTL_NUMBER_OF(RTL_FIELD_TYPE(Type, Member)))
#endif
#ifndef RTL_PADDING_BETWEEN_FIELDS
#define RTL_PADDING_BETWEEN_FIELDS(Type, A, B) \
  ((FIELD_OFFSET(Type, B) > FIELD_OFFSET(Type, A)) \
       ? (FIELD_OFFSET(Type, B) - FIELD_OFFSET(Type, A) - RTL_FIELD_SIZE(Type, A)) \
       : (FIELD_OFFSET(Type, A) - FIELD_OFFSET(Type, B) - RTL_FIELD_SIZE(Type, B)))
#endif
#ifndef DEFINE_ENUM_FLAG_OPERATORS
#ifdef __cplusplus
#define DEFINE_ENUM_FLAG_OPERATORS(Enum) \
  extern "C++" { \
  inline constexpr Enum operator|(Enum a, Enum b) { return Enum((__underlying_type(Enum))a | (__underlying_type(Enum))b); } \
  inline constexpr Enum operator&(Enum a, Enum b) { return Enum((__underlying_type(Enum))a & (__underlying_type(Enum))b); } \
  inline constexpr Enum operator^(Enum a, Enum b) { return Enum((__underlying_type(Enum))a ^ (__underlying_type(Enum))b); } \
  inline constexpr Enum operator~(Enum a) { return Enum(~(__underlying_type(Enum))a); } \
  inline Enum& operator|=(Enum& a, Enum b) { return a = a | b; } \
  inline Enum& operator&=(Enum& a, Enum b) { return a = a & b; } \
  inline Enum& operator^=(Enum& a, Enum b) { return a = a ^ b; } \
  }
#else
#define DEFINE_ENUM_FLAG_OPERATORS(Enum)
#endif
#endif

#ifndef __on_failure
#define __on_failure(Annotations)
#endif

#ifndef LOCALE_NEUTRAL
#define LOCALE_NEUTRAL 0
#endif
#ifndef LODWORD
#define LODWORD(Value) ((ULONG)((ULONGLONG)(Value) & 0xffffffff))
#define HIDWORD(Value) ((ULONG)(((ULONGLONG)(Value) >> 32) & 0xffffffff))
#endif
#ifndef UINT32_MAX
#define UINT32_MAX 0xffffffffu
#define UINT64_MAX 0xffffffffffffffffull
#define UINT16_MAX 0xffff
#define UINT8_MAX 0xff
#define INT32_MAX 2147483647
#define INT32_MIN (-2147483647 - 1)
#define INT64_MAX 9223372036854775807ll
#endif
#ifndef LONG_MAX
#define LONG_MAX 2147483647L
#define LONG_MIN (-2147483647L - 1)
#define ULONG_MAX 0xffffffffUL
#endif
#ifndef __FUNCTIONW__
#define __FUNCTIONW__ L"function"
#endif
#ifndef USHORT_MAX
#define USHORT_MAX 0xffff
#endif
