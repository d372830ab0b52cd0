// Types, constants and functions that came to ntifs.h later than the base headers.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

typedef PVOID OPLOCK, *POPLOCK;

#ifdef __cplusplus
typedef struct _FSRTL_ADVANCED_FCB_HEADER : FSRTL_COMMON_FCB_HEADER {
#else
typedef struct _FSRTL_ADVANCED_FCB_HEADER {
  FSRTL_COMMON_FCB_HEADER_LAYOUT
#endif
  PFAST_MUTEX FastMutex;
  LIST_ENTRY FilterContexts;
  EX_PUSH_LOCK PushLock;
  PVOID* FileContextSupportPointer;
  union {
    OPLOCK Oplock;
    PVOID ReservedForRemote;
  };
  PVOID AePushLock;
  ULONG BypassIoOpenCount;
  PVOID ReservedContext;
} FSRTL_ADVANCED_FCB_HEADER, *PFSRTL_ADVANCED_FCB_HEADER;

#ifndef OPLOCK_FLAG_PARENT_OBJECT
#define OPLOCK_FLAG_COMPLETE_IF_OPLOCKED 0x00000001
#define OPLOCK_FLAG_OPLOCK_KEY_CHECK_ONLY 0x00000002
#define OPLOCK_FLAG_BACK_OUT_ATOMIC_OPLOCK 0x00000004
#define OPLOCK_FLAG_IGNORE_OPLOCK_KEYS 0x00000008
#define OPLOCK_FLAG_PARENT_OBJECT 0x00000010
#define OPLOCK_FLAG_CLOSING_DELETE_ON_CLOSE 0x00000020
#define OPLOCK_FLAG_REMOVING_FILE_OR_LINK 0x00000040
#endif

#ifndef CC_ENABLE_DISK_IO_ACCOUNTING
#define CC_ENABLE_DISK_IO_ACCOUNTING 0x00000010
#endif
VOID CcSetAdditionalCacheAttributesEx(PFILE_OBJECT FileObject, ULONG Flags);
BOOLEAN CcCopyReadEx(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, BOOLEAN Wait, PVOID Buffer,
                     PIO_STATUS_BLOCK IoStatus, PETHREAD IoIssuerThread);
BOOLEAN CcCopyWriteEx(PFILE_OBJECT FileObject, PLARGE_INTEGER FileOffset, ULONG Length, BOOLEAN Wait, PVOID Buffer,
                      PETHREAD IoIssuerThread);

#ifndef FSCTL_SET_PURGE_FAILURE_MODE
#define FSCTL_SET_PURGE_FAILURE_MODE CTL_CODE(FILE_DEVICE_FILE_SYSTEM, 156, METHOD_NEITHER, FILE_ANY_ACCESS)
#endif
#ifndef SET_PURGE_FAILURE_MODE_ENABLED
#define SET_PURGE_FAILURE_MODE_ENABLED 0x00000001
#define SET_PURGE_FAILURE_MODE_DISABLED 0x00000002
typedef struct _SET_PURGE_FAILURE_MODE_INPUT {
  ULONG Flags;
} SET_PURGE_FAILURE_MODE_INPUT, *PSET_PURGE_FAILURE_MODE_INPUT;
#endif

typedef struct _FILE_FS_SECTOR_SIZE_INFORMATION {
  ULONG LogicalBytesPerSector;
  ULONG PhysicalBytesPerSectorForAtomicity;
  ULONG PhysicalBytesPerSectorForPerformance;
  ULONG FileSystemEffectivePhysicalBytesPerSectorForAtomicity;
  ULONG Flags;
  ULONG ByteOffsetForSectorAlignment;
  ULONG ByteOffsetForPartitionAlignment;
} FILE_FS_SECTOR_SIZE_INFORMATION, *PFILE_FS_SECTOR_SIZE_INFORMATION;

_IRQL_requires_max_(PASSIVE_LEVEL) VOID SeCaptureSubjectContextEx(PETHREAD Thread, PEPROCESS Process,
    PSECURITY_SUBJECT_CONTEXT SubjectContext);
_IRQL_requires_max_(DISPATCH_LEVEL) LOGICAL FsRtlIsSystemPagingFile(PFILE_OBJECT FileObject);
NTSTATUS FsRtlKernelFsControlFile(PFILE_OBJECT FileObject, ULONG FsControlCode, PVOID InputBuffer,
                                  ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength,
                                  PULONG RetOutputBufferSize);
NTSTATUS FsRtlQueryKernelEaFile(PFILE_OBJECT FileObject, PVOID ReturnedEaData, ULONG Length, BOOLEAN ReturnSingleEntry,
                                PVOID EaList, ULONG EaListLength, PULONG EaIndex, BOOLEAN RestartScan,
                                PULONG LengthReturned);
NTSTATUS FsRtlSetKernelEaFile(PFILE_OBJECT FileObject, PVOID EaBuffer, ULONG Length);
NTSTATUS FsRtlGetSectorSizeInformation(PDEVICE_OBJECT DeviceObject, PFILE_FS_SECTOR_SIZE_INFORMATION SectorSizeInfo);
VOID FsRtlDismountComplete(PDEVICE_OBJECT DeviceObject, NTSTATUS DismountStatus);
VOID FsRtlUpdateDiskCounters(ULONG64 BytesRead, ULONG64 BytesWritten);
BOOLEAN FsRtlCheckLockForOplockRequest(PFILE_LOCK FileLock, PLARGE_INTEGER AllocationSize);
BOOLEAN FsRtlAreThereWaitingFileLocks(PFILE_LOCK FileLock);
PEPROCESS PsGetThreadProcess(PETHREAD Thread);
NTSTATUS IoRetrievePriorityInfo(PIRP Irp, PFILE_OBJECT FileObject, PETHREAD Thread, PIO_PRIORITY_INFO PriorityInfo);
NTSTATUS IoVolumeDeviceToGuid(PVOID VolumeDeviceObject, GUID* Guid);
NTSTATUS IoVolumeDeviceToGuidPath(PVOID VolumeDeviceObject, PUNICODE_STRING GuidPath);
NTSTATUS KeExpandKernelStackAndCalloutEx(PEXPAND_STACK_CALLOUT Callout, PVOID Parameter, SIZE_T Size, BOOLEAN Wait,
                                         PVOID Context);

#ifndef IOCTL_DISK_COPY_DATA
#define IOCTL_DISK_COPY_DATA CTL_CODE(FILE_DEVICE_DISK, 0x0019, METHOD_BUFFERED, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
typedef struct _DISK_COPY_DATA_PARAMETERS {
  LARGE_INTEGER SourceOffset;
  LARGE_INTEGER DestinationOffset;
  LARGE_INTEGER CopyLength;
  ULONGLONG Reserved;
} DISK_COPY_DATA_PARAMETERS, *PDISK_COPY_DATA_PARAMETERS;
#endif

// Levels of trust in a signature
typedef UCHAR SE_SIGNING_LEVEL, *PSE_SIGNING_LEVEL;
#ifndef SE_SIGNING_LEVEL_UNCHECKED
#define SE_SIGNING_LEVEL_UNCHECKED 0x00
#define SE_SIGNING_LEVEL_UNSIGNED 0x01
#define SE_SIGNING_LEVEL_ENTERPRISE 0x02
#define SE_SIGNING_LEVEL_DEVELOPER 0x03
#define SE_SIGNING_LEVEL_AUTHENTICODE 0x04
#define SE_SIGNING_LEVEL_STORE 0x06
#define SE_SIGNING_LEVEL_ANTIMALWARE 0x07
#define SE_SIGNING_LEVEL_MICROSOFT 0x08
#define SE_SIGNING_LEVEL_DYNAMIC_CODEGEN 0x0B
#define SE_SIGNING_LEVEL_WINDOWS 0x0C
#define SE_SIGNING_LEVEL_WINDOWS_TCB 0x0E
#endif

// Asynchronous procedure calls
typedef VOID KNORMAL_ROUTINE(PVOID NormalContext, PVOID SystemArgument1, PVOID SystemArgument2);
typedef VOID KKERNEL_ROUTINE(struct _KAPC* Apc, PKNORMAL_ROUTINE* NormalRoutine, PVOID* NormalContext,
                             PVOID* SystemArgument1, PVOID* SystemArgument2);
typedef VOID KRUNDOWN_ROUTINE(struct _KAPC* Apc);

#ifdef __cplusplus
}
#endif
