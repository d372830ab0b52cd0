// Accessors of user memory. `ToUser` and `FromUser` take user addresses only, `Mode` leaves the kind to the caller.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

#define IRQLINT_UMA _IRQL_requires_max_(APC_LEVEL)
#define IRQLINT_UMA_TYPE(Name, Type) \
  IRQLINT_UMA Type Read##Name##FromUser(const volatile Type* Source); \
  IRQLINT_UMA Type Read##Name##FromUserAcquire(const volatile Type* Source); \
  IRQLINT_UMA Type Read##Name##FromMode(const volatile Type* Source, KPROCESSOR_MODE Mode); \
  IRQLINT_UMA VOID Write##Name##ToUser(volatile Type* Destination, Type Value); \
  IRQLINT_UMA VOID Write##Name##ToUserRelease(volatile Type* Destination, Type Value); \
  IRQLINT_UMA VOID Write##Name##ToMode(volatile Type* Destination, Type Value, KPROCESSOR_MODE Mode);
IRQLINT_UMA_TYPE(Boolean, BOOLEAN)
IRQLINT_UMA_TYPE(Char, CHAR)
IRQLINT_UMA_TYPE(UChar, UCHAR)
IRQLINT_UMA_TYPE(Short, SHORT)
IRQLINT_UMA_TYPE(UShort, USHORT)
IRQLINT_UMA_TYPE(WChar, WCHAR)
IRQLINT_UMA_TYPE(Long, LONG)
IRQLINT_UMA_TYPE(ULong, ULONG)
IRQLINT_UMA_TYPE(Long64, LONG64)
IRQLINT_UMA_TYPE(ULong64, ULONG64)
IRQLINT_UMA_TYPE(Longlong, LONGLONG)
IRQLINT_UMA_TYPE(ULonglong, ULONGLONG)
IRQLINT_UMA_TYPE(LongPtr, LONG_PTR)
IRQLINT_UMA_TYPE(ULongPtr, ULONG_PTR)
IRQLINT_UMA_TYPE(SizeT, SIZE_T)
IRQLINT_UMA_TYPE(NtStatus, NTSTATUS)
IRQLINT_UMA_TYPE(Handle, HANDLE)
#undef IRQLINT_UMA_TYPE

// Pointers to pointers of any type, and to structures that may be cut in two
#define IRQLINT_UMA_STRUCT(Name, Type) \
  IRQLINT_UMA Type Read##Name##FromUser(const volatile Type* Source); \
  IRQLINT_UMA Type Read##Name##FromMode(const volatile Type* Source, KPROCESSOR_MODE Mode); \
  IRQLINT_UMA VOID Write##Name##ToUser(volatile Type* Destination, Type Value); \
  IRQLINT_UMA VOID Write##Name##ToMode(volatile Type* Destination, Type Value, KPROCESSOR_MODE Mode);
IRQLINT_UMA_STRUCT(LargeInteger, LARGE_INTEGER)
IRQLINT_UMA_STRUCT(ULargeInteger, ULARGE_INTEGER)
IRQLINT_UMA_STRUCT(UnicodeString, UNICODE_STRING)
#undef IRQLINT_UMA_STRUCT
IRQLINT_UMA PVOID ReadPointerFromUser(const volatile VOID* Source);
IRQLINT_UMA PVOID ReadPointerFromMode(const volatile VOID* Source, KPROCESSOR_MODE Mode);
IRQLINT_UMA VOID WritePointerToUser(volatile VOID* Destination, const volatile VOID* Value);
IRQLINT_UMA VOID WritePointerToMode(volatile VOID* Destination, const volatile VOID* Value, KPROCESSOR_MODE Mode);
IRQLINT_UMA VOID ReadStructFromUserHelper(PVOID Destination, const volatile VOID* Source, SIZE_T Size);
IRQLINT_UMA VOID ReadStructFromModeHelper(PVOID Destination, const volatile VOID* Source, SIZE_T Size, KPROCESSOR_MODE
    Mode);
IRQLINT_UMA VOID WriteStructToUserHelper(volatile VOID* Destination, const VOID* Source, SIZE_T Size);
IRQLINT_UMA VOID WriteStructToModeHelper(volatile VOID* Destination, const VOID* Source, SIZE_T Size, KPROCESSOR_MODE
    Mode);
#define ReadStructFromUser(Destination, Source) ReadStructFromUserHelper(Destination, Source, sizeof(*(Source)))
#define ReadStructFromMode(Destination, Source, Mode) \
  ReadStructFromModeHelper(Destination, Source, sizeof(*(Source)), Mode)
#define WriteStructToUser(Destination, Source) WriteStructToUserHelper(Destination, Source, sizeof(*(Source)))
#define WriteStructToMode(Destination, Source, Mode) \
  WriteStructToModeHelper(Destination, Source, sizeof(*(Source)), Mode)

// Copies and fills
IRQLINT_UMA VOID CopyFromUser(PVOID Destination, const volatile VOID* Source, SIZE_T Length);
IRQLINT_UMA VOID CopyToUser(volatile VOID* Destination, const VOID* Source, SIZE_T Length);
IRQLINT_UMA VOID CopyFromMode(PVOID Destination, const volatile VOID* Source, SIZE_T Length, KPROCESSOR_MODE Mode);
IRQLINT_UMA VOID CopyToMode(volatile VOID* Destination, const VOID* Source, SIZE_T Length, KPROCESSOR_MODE Mode);
IRQLINT_UMA VOID CopyFromUserToMode(volatile VOID* Destination, const volatile VOID* Source, SIZE_T Length,
    KPROCESSOR_MODE Mode);
IRQLINT_UMA VOID CopyFromModeToMode(volatile VOID* Destination, const volatile VOID* Source, SIZE_T Length,
    KPROCESSOR_MODE DestinationMode, KPROCESSOR_MODE SourceMode);
IRQLINT_UMA VOID FillUserMemory(volatile VOID* Destination, SIZE_T Length, INT Fill);
IRQLINT_UMA VOID FillModeMemory(volatile VOID* Destination, SIZE_T Length, INT Fill, KPROCESSOR_MODE Mode);
IRQLINT_UMA VOID ZeroUserMemory(volatile VOID* Destination, SIZE_T Length);
IRQLINT_UMA VOID ZeroModeMemory(volatile VOID* Destination, SIZE_T Length, KPROCESSOR_MODE Mode);
IRQLINT_UMA SIZE_T StringLengthFromUser(const volatile CHAR* String);
IRQLINT_UMA SIZE_T StringLengthFromMode(const volatile CHAR* String, KPROCESSOR_MODE Mode);
IRQLINT_UMA SIZE_T WideStringLengthFromUser(const volatile WCHAR* String);
IRQLINT_UMA SIZE_T WideStringLengthFromMode(const volatile WCHAR* String, KPROCESSOR_MODE Mode);

// Interlocked operations
#define IRQLINT_UMA_INTERLOCKED(Suffix, Type) \
  IRQLINT_UMA Type InterlockedCompareExchange##Suffix##ToUser(volatile Type* Destination, Type Value, Type Comperand); \
  IRQLINT_UMA Type InterlockedCompareExchange##Suffix##ToMode(volatile Type* Destination, Type Value, Type Comperand, \
      KPROCESSOR_MODE Mode); \
  IRQLINT_UMA Type InterlockedAnd##Suffix##ToUser(volatile Type* Destination, Type Value); \
  IRQLINT_UMA Type InterlockedAnd##Suffix##ToMode(volatile Type* Destination, Type Value, KPROCESSOR_MODE Mode); \
  IRQLINT_UMA Type InterlockedOr##Suffix##ToUser(volatile Type* Destination, Type Value); \
  IRQLINT_UMA Type InterlockedOr##Suffix##ToMode(volatile Type* Destination, Type Value, KPROCESSOR_MODE Mode);
IRQLINT_UMA_INTERLOCKED(, LONG)
IRQLINT_UMA_INTERLOCKED(64, LONG64)
#undef IRQLINT_UMA_INTERLOCKED
#undef IRQLINT_UMA

#ifdef __cplusplus
}
#endif
