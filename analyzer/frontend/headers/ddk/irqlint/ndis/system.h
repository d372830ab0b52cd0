// NDIS's services for every kind of driver: memory, locks, timers, events, work items, configuration.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

// Memory
typedef enum _NDIS_EX_POOL_PRIORITY { NdisPoolPriorityUnused = -1 } NDIS_EX_POOL_PRIORITY;
#define NDIS_MEMORY_CONTIGUOUS 0x00000001
#define NDIS_MEMORY_NONCACHED 0x00000002
_IRQL_requires_max_(DISPATCH_LEVEL) NDIS_STATUS NdisAllocateMemoryWithTag(PVOID* VirtualAddress, UINT Length, ULONG Tag);
_IRQL_requires_max_(DISPATCH_LEVEL) PVOID NdisAllocateMemoryWithTagPriority(NDIS_HANDLE NdisHandle, UINT Length,
    ULONG Tag, EX_POOL_PRIORITY Priority);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisFreeMemory(PVOID VirtualAddress, UINT Length, UINT MemoryFlags);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisFreeMemoryWithTag(PVOID VirtualAddress, ULONG Tag);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisFreeMemoryWithTagPriority(NDIS_HANDLE NdisHandle, PVOID VirtualAddress,
    ULONG Tag);
#define NdisMoveMemory(Destination, Source, Length) RtlCopyMemory(Destination, Source, Length)
#define NdisMoveMappedMemory(Destination, Source, Length) RtlCopyMemory(Destination, Source, Length)
#define NdisMoveFromMappedMemory(Destination, Source, Length) RtlCopyMemory(Destination, Source, Length)
#define NdisMoveToMappedMemory(Destination, Source, Length) RtlCopyMemory(Destination, Source, Length)
#define NdisZeroMemory(Destination, Length) RtlZeroMemory(Destination, Length)
#define NdisZeroMappedMemory(Destination, Length) RtlZeroMemory(Destination, Length)
#define NdisFillMemory(Destination, Length, Fill) RtlFillMemory(Destination, Length, Fill)
#define NdisEqualMemory(A, B, Length) RtlEqualMemory(A, B, Length)
#define NdisRetrieveUlong(Destination, Source) RtlRetrieveUlong(Destination, Source)
#define NdisStoreUlong(Destination, Value) RtlStoreUlong(Destination, Value)
#define NdisSetPhysicalAddressLow(Address, Value) ((Address).LowPart = (Value))
#define NdisSetPhysicalAddressHigh(Address, Value) ((Address).HighPart = (Value))
#define NdisGetPhysicalAddressLow(Address) ((Address).LowPart)
#define NdisGetPhysicalAddressHigh(Address) ((Address).HighPart)
#define NDIS_PHYSICAL_ADDRESS_CONST(Low, High) {{(ULONG)(Low), (LONG)(High)}}
typedef NPAGED_LOOKASIDE_LIST* PNDIS_LOOKASIDE;
#define NdisInitializeNPagedLookasideList(List, Allocate, Free, Flags, Size, Tag, Depth) \
  ExInitializeNPagedLookasideList(List, Allocate, Free, Flags, Size, Tag, Depth)
#define NdisDeleteNPagedLookasideList(List) ExDeleteNPagedLookasideList(List)
#define NdisAllocateFromNPagedLookasideList(List) ExAllocateFromNPagedLookasideList(List)
#define NdisFreeToNPagedLookasideList(List, Entry) ExFreeToNPagedLookasideList(List, Entry)

// Memory descriptor lists
_IRQL_requires_max_(DISPATCH_LEVEL) PMDL NdisAllocateMdl(NDIS_HANDLE NdisHandle, PVOID VirtualAddress, UINT Length);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisFreeMdl(PMDL Mdl);
FORCEINLINE VOID NdisQueryMdl(PMDL Mdl, PVOID* VirtualAddress, PUINT Length, MM_PAGE_PRIORITY Priority) {
  if (VirtualAddress) *VirtualAddress = MmGetSystemAddressForMdlSafe(Mdl, Priority);
  *Length = MmGetMdlByteCount(Mdl);
}
#define NdisQueryMdlOffset(Mdl, Offset, Length) \
  ((VOID)(*(Offset) = MmGetMdlByteOffset(Mdl)), (VOID)(*(Length) = MmGetMdlByteCount(Mdl)))
#define NdisGetNextMdl(CurrentMdl, NextMdl) ((VOID)(*(NextMdl) = (CurrentMdl)->Next))
#define NdisAdjustMdlLength(Mdl, Length) ((VOID)((Mdl)->ByteCount = (Length)))
#define NDIS_MDL_LINKAGE(Mdl) ((Mdl)->Next)
#define NDIS_MDL_TO_SPAN_PAGES(Mdl) ADDRESS_AND_SIZE_TO_SPAN_PAGES(MmGetMdlVirtualAddress(Mdl), MmGetMdlByteCount(Mdl))
#define NDIS_BUFFER_TO_SPAN_PAGES(Mdl) NDIS_MDL_TO_SPAN_PAGES(Mdl)

// Spin locks: NDIS keeps the old level inside the lock.
typedef struct _NDIS_SPIN_LOCK {
  KSPIN_LOCK SpinLock;
  KIRQL OldIrql;
} NDIS_SPIN_LOCK, *PNDIS_SPIN_LOCK;
VOID NdisAllocateSpinLock(PNDIS_SPIN_LOCK SpinLock);
VOID NdisFreeSpinLock(PNDIS_SPIN_LOCK SpinLock);
_IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_raises_(DISPATCH_LEVEL) VOID NdisAcquireSpinLock(
    _IRQL_saves_global_(OldIrql, SpinLock) _Acquires_spin_lock_(_Curr_) PNDIS_SPIN_LOCK SpinLock);
_IRQL_requires_(DISPATCH_LEVEL) VOID NdisReleaseSpinLock(
    _IRQL_restores_global_(OldIrql, SpinLock) _Releases_spin_lock_(_Curr_) PNDIS_SPIN_LOCK SpinLock);
_IRQL_requires_min_(DISPATCH_LEVEL) VOID NdisDprAcquireSpinLock(_Acquires_spin_lock_(_Curr_) PNDIS_SPIN_LOCK SpinLock);
_IRQL_requires_min_(DISPATCH_LEVEL) VOID NdisDprReleaseSpinLock(_Releases_spin_lock_(_Curr_) PNDIS_SPIN_LOCK SpinLock);
#define NDIS_LOCK_STATE_FREE 0
#define NDIS_CURRENT_IRQL() KeGetCurrentIrql()
#define NDIS_RAISE_IRQL_TO_DISPATCH(OldIrql) KeRaiseIrql(DISPATCH_LEVEL, (OldIrql))
#define NDIS_LOWER_IRQL(OldIrql, CurrentIrql) do { if ((OldIrql) != (CurrentIrql)) KeLowerIrql(OldIrql); } while (0)

// Reader/writer locks
typedef struct _NDIS_RW_LOCK_EX* PNDIS_RW_LOCK_EX;
typedef struct _NDIS_RW_LOCK_EX NDIS_RW_LOCK_EX;
typedef union _LOCK_STATE_REFCOUNT { UINT RefCount; UCHAR cacheLine[16]; } NDIS_RW_LOCK_REFCOUNT;
typedef struct _NDIS_RW_LOCK {
  KSPIN_LOCK SpinLock;
  PVOID Context;
  NDIS_RW_LOCK_REFCOUNT RefCount[64];
} NDIS_RW_LOCK, *PNDIS_RW_LOCK;
typedef struct _LOCK_STATE { USHORT LockState; KIRQL OldIrql; } LOCK_STATE, *PLOCK_STATE;
typedef struct _LOCK_STATE_EX { KIRQL OldIrql; UCHAR LockState; UCHAR Flags; } LOCK_STATE_EX, *PLOCK_STATE_EX;
#define NDIS_RWL_AT_DISPATCH_LEVEL 1
_IRQL_requires_max_(DISPATCH_LEVEL) PNDIS_RW_LOCK_EX NdisAllocateRWLock(NDIS_HANDLE NdisHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisFreeRWLock(PNDIS_RW_LOCK_EX Lock);
_IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_raises_(DISPATCH_LEVEL) VOID NdisAcquireRWLockRead(
    _Acquires_shared_lock_(_Curr_) PNDIS_RW_LOCK_EX Lock, _IRQL_saves_ PLOCK_STATE_EX LockState, UCHAR Flags);
_IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_raises_(DISPATCH_LEVEL) VOID NdisAcquireRWLockWrite(
    _Acquires_exclusive_lock_(_Curr_) PNDIS_RW_LOCK_EX Lock, _IRQL_saves_ PLOCK_STATE_EX LockState, UCHAR Flags);
_IRQL_requires_(DISPATCH_LEVEL) VOID NdisReleaseRWLock(_Releases_lock_(_Curr_) PNDIS_RW_LOCK_EX Lock,
    _IRQL_restores_ PLOCK_STATE_EX LockState);
VOID NdisInitializeReadWriteLock(PNDIS_RW_LOCK Lock);
_IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_raises_(DISPATCH_LEVEL) VOID NdisAcquireReadWriteLock(PNDIS_RW_LOCK Lock,
    BOOLEAN fWrite, _IRQL_saves_ PLOCK_STATE LockState);
_IRQL_requires_(DISPATCH_LEVEL) VOID NdisReleaseReadWriteLock(PNDIS_RW_LOCK Lock, _IRQL_restores_ PLOCK_STATE LockState);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisDprAcquireReadWriteLock(PNDIS_RW_LOCK Lock, BOOLEAN fWrite, PLOCK_STATE
    LockState);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisDprReleaseReadWriteLock(PNDIS_RW_LOCK Lock, PLOCK_STATE LockState);

// Interlocked lists and numbers
#define NdisInterlockedIncrement(Addend) InterlockedIncrement(Addend)
#define NdisInterlockedDecrement(Addend) InterlockedDecrement(Addend)
ULONG NdisInterlockedAddUlong(PULONG Addend, ULONG Increment, PNDIS_SPIN_LOCK SpinLock);
VOID NdisInterlockedAddLargeStatistic(PLARGE_INTEGER Addend, ULONG Increment);
PLIST_ENTRY NdisInterlockedInsertHeadList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry, PNDIS_SPIN_LOCK SpinLock);
PLIST_ENTRY NdisInterlockedInsertTailList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry, PNDIS_SPIN_LOCK SpinLock);
PLIST_ENTRY NdisInterlockedRemoveHeadList(PLIST_ENTRY ListHead, PNDIS_SPIN_LOCK SpinLock);
#define NdisInitializeListHead(Head) InitializeListHead(Head)
#define NdisInitializeSListHead(Head) ExInitializeSListHead(Head)
#define NdisInterlockedPushEntrySList(Head, Entry, Lock) ExInterlockedPushEntrySList(Head, Entry, &(Lock)->SpinLock)
#define NdisInterlockedPopEntrySList(Head, Lock) ExInterlockedPopEntrySList(Head, &(Lock)->SpinLock)
#define NdisQueryDepthSList(Head) ExQueryDepthSList(Head)

// Events and waiting
typedef struct _NDIS_EVENT { KEVENT Event; } NDIS_EVENT, *PNDIS_EVENT;
VOID NdisInitializeEvent(PNDIS_EVENT Event);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisSetEvent(PNDIS_EVENT Event);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisResetEvent(PNDIS_EVENT Event);
_IRQL_requires_max_(PASSIVE_LEVEL) BOOLEAN NdisWaitEvent(PNDIS_EVENT Event, UINT MsToWait);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID NdisMSleep(ULONG MicrosecondsToSleep);
#define NdisStallExecution(Microseconds) KeStallExecutionProcessor(Microseconds)
VOID NdisGetCurrentSystemTime(PLARGE_INTEGER Time);
VOID NdisGetSystemUpTimeEx(PLARGE_INTEGER SystemUpTime);
#define NdisGetSystemUpTime(Time) NdisGetSystemUpTimeCompat(Time)

// Timers
typedef _Function_class_(NDIS_TIMER_FUNCTION) _IRQL_requires_(DISPATCH_LEVEL) _IRQL_requires_same_ VOID
    NDIS_TIMER_FUNCTION(PVOID SystemSpecific1, PVOID FunctionContext, PVOID SystemSpecific2, PVOID SystemSpecific3);
typedef NDIS_TIMER_FUNCTION* PNDIS_TIMER_FUNCTION;
typedef struct _NDIS_TIMER { KTIMER Timer; KDPC Dpc; } NDIS_TIMER, *PNDIS_TIMER;
typedef struct _NDIS_TIMER_CHARACTERISTICS {
  NDIS_OBJECT_HEADER Header;
  ULONG AllocationTag;
  PNDIS_TIMER_FUNCTION TimerFunction;
  PVOID FunctionContext;
} NDIS_TIMER_CHARACTERISTICS, *PNDIS_TIMER_CHARACTERISTICS;
#define NDIS_TIMER_CHARACTERISTICS_REVISION_1 1
#define NDIS_SIZEOF_TIMER_CHARACTERISTICS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_TIMER_CHARACTERISTICS, FunctionContext)
_IRQL_requires_max_(DISPATCH_LEVEL) NDIS_STATUS NdisAllocateTimerObject(NDIS_HANDLE NdisHandle,
    PNDIS_TIMER_CHARACTERISTICS TimerCharacteristics, PNDIS_HANDLE TimerObject);
_IRQL_requires_max_(DISPATCH_LEVEL) BOOLEAN NdisSetTimerObject(NDIS_HANDLE TimerObject, LARGE_INTEGER DueTime,
    LONG MillisecondsPeriod, PVOID FunctionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) BOOLEAN NdisCancelTimerObject(NDIS_HANDLE TimerObject);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisFreeTimerObject(NDIS_HANDLE TimerObject);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisSetTimer(PNDIS_TIMER Timer, UINT MillisecondsToDelay);
VOID NdisInitializeTimer(PNDIS_TIMER Timer, PNDIS_TIMER_FUNCTION TimerFunction, PVOID FunctionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisCancelTimer(PNDIS_TIMER Timer, PBOOLEAN TimerCancelled);

// Work items
typedef _Function_class_(NDIS_IO_WORKITEM_FUNCTION) _IRQL_requires_(PASSIVE_LEVEL) _IRQL_requires_same_ VOID
    NDIS_IO_WORKITEM_FUNCTION(PVOID WorkItemContext, NDIS_HANDLE NdisIoWorkItemHandle);
typedef NDIS_IO_WORKITEM_FUNCTION NDIS_IO_WORKITEM, *PNDIS_IO_WORKITEM;
typedef NDIS_IO_WORKITEM_FUNCTION* NDIS_IO_WORKITEM_ROUTINE;
_IRQL_requires_max_(DISPATCH_LEVEL) NDIS_HANDLE NdisAllocateIoWorkItem(NDIS_HANDLE NdisObjectHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisFreeIoWorkItem(NDIS_HANDLE NdisIoWorkItemHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisQueueIoWorkItem(NDIS_HANDLE NdisIoWorkItemHandle,
    NDIS_IO_WORKITEM_ROUTINE Routine, PVOID WorkItemContext);
struct _NDIS_WORK_ITEM;
typedef VOID (*NDIS_PROC)(struct _NDIS_WORK_ITEM*, PVOID);
typedef struct _NDIS_WORK_ITEM { PVOID Context; NDIS_PROC Routine; UCHAR WrapperReserved[8 * sizeof(PVOID)]; }
    NDIS_WORK_ITEM, *PNDIS_WORK_ITEM;
_IRQL_requires_max_(DISPATCH_LEVEL) NDIS_STATUS NdisScheduleWorkItem(PNDIS_WORK_ITEM WorkItem);

// Strings
#define NdisInitUnicodeString(Destination, Source) RtlInitUnicodeString(Destination, Source)
#define NDIS_STRING_CONST(Text) {sizeof(L##Text) - sizeof(WCHAR), sizeof(L##Text), (PWSTR)L##Text}
#define NdisUpcaseUnicodeString(Destination, Source) RtlUpcaseUnicodeString(Destination, Source, FALSE)
#define NdisAnsiStringToUnicodeString(Destination, Source) RtlAnsiStringToUnicodeString(Destination, Source, FALSE)
#define NdisUnicodeStringToAnsiString(Destination, Source) RtlUnicodeStringToAnsiString(Destination, Source, FALSE)
#define NdisInitializeString(Destination, Source) RtlCreateUnicodeStringFromAsciiz(Destination, (PCSZ)(Source))
#define NdisFreeString(String) NdisFreeMemory((String).Buffer, (String).MaximumLength, 0)
#define NdisEqualString(A, B, IgnoreCase) RtlEqualUnicodeString(A, B, IgnoreCase)
#define NdisEqualUnicodeString(A, B, IgnoreCase) RtlEqualUnicodeString(A, B, IgnoreCase)

// The registry
typedef struct { USHORT Length; PVOID Buffer; } BINARY_DATA;
typedef enum _NDIS_PARAMETER_TYPE {
  NdisParameterInteger, NdisParameterHexInteger, NdisParameterString, NdisParameterMultiString, NdisParameterBinary
} NDIS_PARAMETER_TYPE, *PNDIS_PARAMETER_TYPE;
typedef struct _NDIS_CONFIGURATION_PARAMETER {
  NDIS_PARAMETER_TYPE ParameterType;
  union { ULONG IntegerData; NDIS_STRING StringData; BINARY_DATA BinaryData; } ParameterData;
} NDIS_CONFIGURATION_PARAMETER, *PNDIS_CONFIGURATION_PARAMETER;
typedef struct _NDIS_CONFIGURATION_OBJECT { NDIS_OBJECT_HEADER Header; NDIS_HANDLE NdisHandle; ULONG Flags; }
    NDIS_CONFIGURATION_OBJECT, *PNDIS_CONFIGURATION_OBJECT;
#define NDIS_CONFIGURATION_OBJECT_REVISION_1 1
#define NDIS_SIZEOF_CONFIGURATION_OBJECT_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_CONFIGURATION_OBJECT, Flags)
#define NDIS_CONFIG_FLAG_FILTER_INSTANCE_CONFIGURATION 0x00000001
_IRQL_requires_(PASSIVE_LEVEL) NDIS_STATUS NdisOpenConfigurationEx(PNDIS_CONFIGURATION_OBJECT ConfigObject,
    PNDIS_HANDLE ConfigurationHandle);
_IRQL_requires_(PASSIVE_LEVEL) VOID NdisOpenConfigurationKeyByName(PNDIS_STATUS Status, NDIS_HANDLE ConfigurationHandle,
    PNDIS_STRING SubKeyName, PNDIS_HANDLE SubKeyHandle);
_IRQL_requires_(PASSIVE_LEVEL) VOID NdisOpenConfigurationKeyByIndex(PNDIS_STATUS Status, NDIS_HANDLE ConfigurationHandle,
    ULONG Index, PNDIS_STRING KeyName, PNDIS_HANDLE KeyHandle);
_IRQL_requires_(PASSIVE_LEVEL) VOID NdisCloseConfiguration(NDIS_HANDLE ConfigurationHandle);
_IRQL_requires_(PASSIVE_LEVEL) VOID NdisReadConfiguration(PNDIS_STATUS Status, PNDIS_CONFIGURATION_PARAMETER*
    ParameterValue, NDIS_HANDLE ConfigurationHandle, PNDIS_STRING Keyword, NDIS_PARAMETER_TYPE ParameterType);
_IRQL_requires_(PASSIVE_LEVEL) VOID NdisWriteConfiguration(PNDIS_STATUS Status, NDIS_HANDLE ConfigurationHandle,
    PNDIS_STRING Keyword, PNDIS_CONFIGURATION_PARAMETER ParameterValue);
_IRQL_requires_(PASSIVE_LEVEL) VOID NdisReadNetworkAddress(PNDIS_STATUS Status, PVOID* NetworkAddress,
    PUINT NetworkAddressLength, NDIS_HANDLE ConfigurationHandle);

// Logging, processors, versions
VOID NdisWriteErrorLogEntry(NDIS_HANDLE NdisAdapterHandle, NDIS_ERROR_CODE ErrorCode, ULONG NumberOfErrorValues, ...);
NDIS_STATUS NdisWriteEventLogEntry(PVOID LogHandle, NDIS_STATUS EventCode, ULONG UniqueEventValue, USHORT NumStrings,
    PVOID StringsList, ULONG DataSize, PVOID Data);
CCHAR NdisSystemProcessorCount(VOID);
ULONG NdisGroupMaxProcessorCount(USHORT Group);
ULONG NdisGroupActiveProcessorCount(USHORT Group);
USHORT NdisMaxGroupCount(VOID);
UINT NdisGetVersion(VOID);
ULONG NdisGetSharedDataAlignment(VOID);
UCHAR NdisGeneratePartialCancelId(VOID);
#define NdisGetRoutineAddress(Name) MmGetSystemRoutineAddress(Name)
_IRQL_requires_max_(PASSIVE_LEVEL) NDIS_STATUS NdisGetProcessorInformation(PNDIS_SYSTEM_PROCESSOR_INFO_EX Info);
_IRQL_requires_max_(PASSIVE_LEVEL) NDIS_STATUS NdisGetProcessorInformationEx(NDIS_HANDLE NdisHandle,
    PNDIS_SYSTEM_PROCESSOR_INFO_EX SystemProcessorInfo, PSIZE_T Size);
_IRQL_requires_max_(PASSIVE_LEVEL) NDIS_STATUS NdisGetRssProcessorInformation(NDIS_HANDLE NdisHandle,
    PNDIS_RSS_PROCESSOR_INFO RssProcessorInfo, PSIZE_T Size);
_IRQL_requires_max_(PASSIVE_LEVEL) NDIS_STATUS NdisGetHypervisorInfo(PNDIS_HYPERVISOR_INFO HypervisorInfo);

// Generic objects
typedef struct _NDIS_GENERIC_OBJECT {
  NDIS_OBJECT_HEADER Header;
  PVOID Caller;
  PVOID CallersCaller;
  PDRIVER_OBJECT DriverObject;
} NDIS_GENERIC_OBJECT, *PNDIS_GENERIC_OBJECT;
NDIS_HANDLE NdisAllocateGenericObject(PDRIVER_OBJECT DriverObject, ULONG Tag, USHORT Size);
VOID NdisFreeGenericObject(NDIS_HANDLE NdisGenericObjectHandle);

#ifdef __cplusplus
}
#endif
