// Status codes, handles, registry callbacks and further functions that came later than the base headers.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

#ifndef STATUS_NOT_SAME_OBJECT
#define STATUS_NOT_SAME_OBJECT ((NTSTATUS)0xC00001ACL)
#endif
#ifndef STATUS_DEVICE_FEATURE_NOT_SUPPORTED
#define STATUS_DEVICE_FEATURE_NOT_SUPPORTED ((NTSTATUS)0xC0000463L)
#endif
#ifndef STATUS_ALREADY_INITIALIZED
#define STATUS_ALREADY_INITIALIZED ((NTSTATUS)0xC0000510L)
#endif
#ifndef STATUS_INVALID_STATE_TRANSITION
#define STATUS_INVALID_STATE_TRANSITION ((NTSTATUS)0xC000A003L)
#endif
#ifndef IRP_MN_NOTIFY_CHANGE_DIRECTORY_EX
#define IRP_MN_NOTIFY_CHANGE_DIRECTORY_EX 0x03
#endif
#ifndef SUBLANG_NEUTRAL
#define SUBLANG_NEUTRAL 0x00
#define SUBLANG_DEFAULT 0x01
#define SUBLANG_SYS_DEFAULT 0x02
#define SUBLANG_ENGLISH_US 0x01
#endif

// Objects, locks and memory
extern POBJECT_TYPE* ExDesktopObjectType;
typedef EX_SPIN_LOCK ALIGNED_EX_SPINLOCK, *PALIGNED_EX_SPINLOCK;
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS ObCloseHandle(HANDLE Handle, KPROCESSOR_MODE PreviousMode);
BOOLEAN KeRemoveQueueDpcEx(PKDPC Dpc, BOOLEAN WaitIfActive);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS IoQueryFullDriverPath(PDRIVER_OBJECT DriverObject, PUNICODE_STRING FullPath);
#define MM_SYSTEM_VIEW_EXCEPTIONS_FOR_INPAGE_ERRORS 0x1
_IRQL_requires_max_(APC_LEVEL) NTSTATUS MmMapViewInSystemSpaceEx(PVOID Section, PVOID* MappedBase, PSIZE_T ViewSize,
    PLARGE_INTEGER SectionOffset, ULONG_PTR Flags);
typedef struct _MEMORY_RANGE_ENTRY { PVOID VirtualAddress; SIZE_T NumberOfBytes; } MEMORY_RANGE_ENTRY,
    *PMEMORY_RANGE_ENTRY;
typedef enum _FIRMWARE_TYPE { FirmwareTypeUnknown, FirmwareTypeBios, FirmwareTypeUefi, FirmwareTypeMax } FIRMWARE_TYPE,
    *PFIRMWARE_TYPE;
#if defined(_WIN64) && !defined(READ_REGISTER_ULONG64)
ULONG64 READ_REGISTER_ULONG64(volatile ULONG64* Register);
VOID WRITE_REGISTER_ULONG64(volatile ULONG64* Register, ULONG64 Value);
#endif

// Keys of opportunistic locks
#define OPLOCK_KEY_VERSION_WIN7 0x0001
#define OPLOCK_KEY_VERSION_WIN8 0x0002
#define OPLOCK_KEY_FLAG_PARENT_KEY 0x0001
#define OPLOCK_KEY_FLAG_TARGET_KEY 0x0002
typedef struct _OPLOCK_KEY_CONTEXT {
  USHORT Version;
  USHORT Flags;
  GUID ParentOplockKey;
  GUID TargetOplockKey;
  ULONG Reserved;
} OPLOCK_KEY_CONTEXT, *POPLOCK_KEY_CONTEXT;
_IRQL_requires_max_(DISPATCH_LEVEL) POPLOCK_KEY_CONTEXT IoGetOplockKeyContextEx(PFILE_OBJECT FileObject);

// Registry callbacks
typedef struct _REG_LOAD_KEY_INFORMATION_V2 {
  PVOID Object;
  PUNICODE_STRING KeyName;
  PUNICODE_STRING SourceFile;
  ULONG Flags;
  PVOID TrustClassObject;
  PVOID UserEvent;
  ACCESS_MASK DesiredAccess;
  PHANDLE RootHandle;
  PVOID CallContext;
  PVOID ObjectContext;
  ULONG_PTR Version;
  PVOID FileAccessToken;
} REG_LOAD_KEY_INFORMATION_V2, *PREG_LOAD_KEY_INFORMATION_V2;
typedef struct _REG_QUERY_KEY_NAME {
  PVOID Object;
  POBJECT_NAME_INFORMATION ObjectNameInfo;
  ULONG Length;
  PULONG ReturnLength;
  PVOID CallContext;
  PVOID ObjectContext;
  PVOID Reserved;
} REG_QUERY_KEY_NAME, *PREG_QUERY_KEY_NAME;
typedef struct _REG_SAVE_MERGED_KEY_INFORMATION {
  PVOID Object;
  HANDLE FileHandle;
  PVOID HighKeyObject;
  PVOID LowKeyObject;
  PVOID CallContext;
  PVOID ObjectContext;
  PVOID Reserved;
} REG_SAVE_MERGED_KEY_INFORMATION, *PREG_SAVE_MERGED_KEY_INFORMATION;

#ifdef __cplusplus
}
#endif
