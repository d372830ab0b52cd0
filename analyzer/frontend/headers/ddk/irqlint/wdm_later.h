// Functions of the kernel that came later than the base headers, and the framework for power management of components.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

// Time and processors
VOID KeQuerySystemTimePrecise(PLARGE_INTEGER CurrentTime);
ULONG64 KeQueryInterruptTimePrecise(PULONG64 QpcTimeStamp);
ULONG64 KeQueryUnbiasedInterruptTimePrecise(PULONG64 QpcTimeStamp);
ULONG KeGetCurrentProcessorIndex(VOID);
LOGICAL KeIsExecutingDpc(VOID);
LOGICAL KeShouldYieldProcessor(VOID);
#if defined(_AMD64_)
#ifndef KeSaveFloatingPointState
#define KeSaveFloatingPointState(FloatSave) ((VOID)(FloatSave), (NTSTATUS)0)
#define KeRestoreFloatingPointState(FloatSave) ((VOID)(FloatSave), (NTSTATUS)0)
#endif
#endif

// Locks that the base headers have only macros for, or only for file systems
#ifndef EX_PUSH_LOCK
#define EX_PUSH_LOCK ULONG_PTR
#define PEX_PUSH_LOCK PULONG_PTR
#endif
VOID NTAPI ExInitializePushLock(PEX_PUSH_LOCK PushLock);
#ifndef ExAcquirePushLockExclusive
_IRQL_requires_max_(APC_LEVEL) VOID ExAcquirePushLockExclusiveEx(PULONG_PTR PushLock, ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) VOID ExAcquirePushLockSharedEx(PULONG_PTR PushLock, ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) VOID ExReleasePushLockExclusiveEx(PULONG_PTR PushLock, ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) VOID ExReleasePushLockSharedEx(PULONG_PTR PushLock, ULONG Flags);
#define EX_DEFAULT_PUSH_LOCK_FLAGS 0
#define ExAcquirePushLockExclusive(Lock) ExAcquirePushLockExclusiveEx(Lock, EX_DEFAULT_PUSH_LOCK_FLAGS)
#define ExAcquirePushLockShared(Lock) ExAcquirePushLockSharedEx(Lock, EX_DEFAULT_PUSH_LOCK_FLAGS)
#define ExReleasePushLockExclusive(Lock) ExReleasePushLockExclusiveEx(Lock, EX_DEFAULT_PUSH_LOCK_FLAGS)
#define ExReleasePushLockShared(Lock) ExReleasePushLockSharedEx(Lock, EX_DEFAULT_PUSH_LOCK_FLAGS)
#endif
LOGICAL ExTryAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK SpinLock);
LOGICAL ExTryAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK SpinLock);

#ifndef AFFINITY_MASK
#define AFFINITY_MASK(Processor) ((KAFFINITY)1 << (Processor))
#endif

// Values read and written with the order that is asked for
#define IRQLINT_ORDERED(Name, Type) \
  FORCEINLINE Type Read##Name##NoFence(Type const volatile* Source) { return *Source; } \
  FORCEINLINE Type Read##Name##Acquire(Type const volatile* Source) { return *Source; } \
  FORCEINLINE VOID Write##Name##NoFence(Type volatile* Destination, Type Value) { *Destination = Value; } \
  FORCEINLINE VOID Write##Name##Release(Type volatile* Destination, Type Value) { *Destination = Value; }
#ifndef ReadBooleanNoFence
IRQLINT_ORDERED(Boolean, BOOLEAN)
#endif
#undef IRQLINT_ORDERED
#ifndef BitScanReverse64
#define BitScanForward64 _BitScanForward64
#define BitScanReverse64 _BitScanReverse64
#endif
#ifndef ReadTimeStampCounter
#define ReadTimeStampCounter() __rdtsc()
#endif

// Memory
_When_(AccessMode == 0, _IRQL_requires_max_(DISPATCH_LEVEL)) _When_(AccessMode == 1, _IRQL_requires_max_(APC_LEVEL)) PVOID
    NTAPI MmMapLockedPagesSpecifyCache(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, MEMORY_CACHING_TYPE
    CacheType, PVOID RequestedAddress, ULONG BugCheckOnFailure, ULONG Priority);
typedef struct _MM_COPY_ADDRESS { union { PVOID VirtualAddress; PHYSICAL_ADDRESS PhysicalAddress; }; } MM_COPY_ADDRESS,
    *PMMCOPY_ADDRESS;
#define MM_COPY_MEMORY_PHYSICAL 0x1
#define MM_COPY_MEMORY_VIRTUAL 0x2
_IRQL_requires_max_(APC_LEVEL) NTSTATUS MmCopyMemory(PVOID TargetAddress, MM_COPY_ADDRESS SourceAddress, SIZE_T
    NumberOfBytes, ULONG Flags, PSIZE_T NumberOfBytesTransferred);
PVOID MmAllocateContiguousNodeMemory(SIZE_T NumberOfBytes, PHYSICAL_ADDRESS LowestAcceptableAddress, PHYSICAL_ADDRESS
    HighestAcceptableAddress, PHYSICAL_ADDRESS BoundaryAddressMultiple, ULONG Protect, NODE_REQUIREMENT PreferredNode);
NTSTATUS MmAllocateMdlForIoSpace(PVOID PhysicalAddressList, SIZE_T NumberOfEntries, PMDL* NewMdl);
#ifndef MM_ANY_NODE_OK
#define MM_ANY_NODE_OK 0x80000000
#endif

// Resources that are connections
#ifndef CmResourceTypeConnection
#define CmResourceTypeConnection 132
#endif
#define CM_RESOURCE_CONNECTION_CLASS_GPIO 1
#define CM_RESOURCE_CONNECTION_CLASS_SERIAL 2
#define CM_RESOURCE_CONNECTION_CLASS_FUNCTION_CONFIG 3
#define CM_RESOURCE_CONNECTION_TYPE_GPIO_IO 2
#define CM_RESOURCE_CONNECTION_TYPE_SERIAL_I2C 1
#define CM_RESOURCE_CONNECTION_TYPE_SERIAL_SPI 2
#define CM_RESOURCE_CONNECTION_TYPE_SERIAL_UART 3
#define CM_RESOURCE_CONNECTION_TYPE_FUNCTION_CONFIG 1

// Kinds of devices
#ifndef FILE_DEVICE_GPIO
#define FILE_DEVICE_GPIO 0x00000048
#define FILE_DEVICE_USBEX 0x00000049
#define FILE_DEVICE_CONSOLE 0x00000050
#define FILE_DEVICE_NFP 0x00000051
#define FILE_DEVICE_SYSENV 0x00000052
#define FILE_DEVICE_VIRTUAL_BLOCK 0x00000053
#define FILE_DEVICE_POINT_OF_SERVICE 0x00000054
#define FILE_DEVICE_PERSISTENT_MEMORY 0x00000059
#define FILE_DEVICE_NVDIMM 0x0000005a
#define FILE_DEVICE_USB4 0x00000060
#define FILE_DEVICE_SOUNDWIRE 0x00000061
#endif

// Registers of 64 bits, as functions: what they do to memory does not matter here.
#if defined(_WIN64) && !defined(READ_REGISTER_ULONG64)
ULONG64 READ_REGISTER_ULONG64(volatile ULONG64* Register);
VOID WRITE_REGISTER_ULONG64(volatile ULONG64* Register, ULONG64 Value);
VOID READ_REGISTER_BUFFER_ULONG64(volatile ULONG64* Register, PULONG64 Buffer, ULONG Count);
VOID WRITE_REGISTER_BUFFER_ULONG64(volatile ULONG64* Register, PULONG64 Buffer, ULONG Count);
#endif

// Resetting a device
#define DEVICE_RESET_INTERFACE_VERSION 1
typedef enum _DEVICE_RESET_TYPE { FunctionLevelDeviceReset, PlatformLevelDeviceReset } DEVICE_RESET_TYPE;
typedef NTSTATUS (*PDEVICE_RESET_HANDLER)(PVOID InterfaceContext, DEVICE_RESET_TYPE ResetType, ULONG Flags, PVOID
    ResetParameters);
typedef struct _DEVICE_RESET_INTERFACE_STANDARD {
  USHORT Size, Version;
  PVOID Context;
  PINTERFACE_REFERENCE InterfaceReference;
  PINTERFACE_DEREFERENCE InterfaceDereference;
  PDEVICE_RESET_HANDLER DeviceReset;
  ULONG SupportedResetTypes;
  PVOID Reserved;
} DEVICE_RESET_INTERFACE_STANDARD, *PDEVICE_RESET_INTERFACE_STANDARD;

// Devices
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS IoCreateDeviceSecure(PDRIVER_OBJECT DriverObject, ULONG DeviceExtensionSize,
    PUNICODE_STRING DeviceName, DEVICE_TYPE DeviceType, ULONG DeviceCharacteristics, BOOLEAN Exclusive, PCUNICODE_STRING
    DefaultSDDLString, LPCGUID DeviceClassGuid, PDEVICE_OBJECT* DeviceObject);
typedef enum _DRIVER_REGKEY_TYPE { DriverRegKeyParameters, DriverRegKeyPersistentState, DriverRegKeySharedPersistentState }
    DRIVER_REGKEY_TYPE;
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS IoOpenDriverRegistryKey(PDRIVER_OBJECT DriverObject, DRIVER_REGKEY_TYPE
    RegKeyType, ACCESS_MASK DesiredAccess, ULONG Flags, PHANDLE DriverRegKey);
typedef enum _DRIVER_DIRECTORY_TYPE { DriverDirectoryImage, DriverDirectoryData, DriverDirectorySharedData }
    DRIVER_DIRECTORY_TYPE;
NTSTATUS IoGetDriverDirectory(PDRIVER_OBJECT DriverObject, DRIVER_DIRECTORY_TYPE DirectoryType, ULONG Flags, PHANDLE
    DriverDirectoryHandle);
NTSTATUS IoGetActivityIdIrp(PIRP Irp, LPGUID Guid);
NTSTATUS IoSetActivityIdIrp(PIRP Irp, LPCGUID Guid);
LPCGUID IoGetActivityIdThread(VOID);
NTSTATUS IoSetMasterIrpStatus(PIRP MasterIrp, NTSTATUS Status);
PIRP IoAllocateIrpEx(PDEVICE_OBJECT DeviceObject, CCHAR StackSize, BOOLEAN ChargeQuota);
BOOLEAN IoTryQueueWorkItem(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE_EX WorkerRoutine, WORK_QUEUE_TYPE QueueType,
    PVOID Context);
#if defined(DEVPROPKEY_DEFINED) || defined(DEVPROPID_FIRST_USABLE)
NTSTATUS IoSetDeviceInterfacePropertyData(PUNICODE_STRING SymbolicLinkName, const DEVPROPKEY* PropertyKey, LCID Lcid,
    ULONG Flags, DEVPROPTYPE Type, ULONG Size, PVOID Data);
NTSTATUS IoGetDeviceInterfacePropertyData(PUNICODE_STRING SymbolicLinkName, const DEVPROPKEY* PropertyKey, LCID Lcid,
    ULONG Flags, ULONG Size, PVOID Data, PULONG RequiredSize, PDEVPROPTYPE Type);
#endif

// Registry callbacks and processes
NTSTATUS CmCallbackGetKeyObjectIDEx(PLARGE_INTEGER Cookie, PVOID Object, PULONG_PTR ObjectID, PCUNICODE_STRING*
    ObjectName, ULONG Flags);
VOID CmCallbackReleaseKeyObjectIDEx(PCUNICODE_STRING ObjectName);
ULONG PsGetProcessSessionIdEx(PEPROCESS Process);
ULONGLONG PsGetProcessStartKey(PEPROCESS Process);
BOOLEAN RtlIsStateSeparationEnabled(VOID);

// Power management of components
typedef _Function_class_(PO_FX_DEVICE_POWER_REQUIRED_CALLBACK) _IRQL_requires_max_(DISPATCH_LEVEL) VOID NTAPI
    PO_FX_DEVICE_POWER_REQUIRED_CALLBACK(PVOID Context);
typedef _Function_class_(PO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK) _IRQL_requires_max_(DISPATCH_LEVEL) VOID NTAPI
    PO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK(PVOID Context);
typedef PO_FX_DEVICE_POWER_REQUIRED_CALLBACK* PPO_FX_DEVICE_POWER_REQUIRED_CALLBACK;
typedef PO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK* PPO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK;
#define IRQLINT_PO_FX_DEVICE(Suffix, Flags, Component) \
  typedef struct _PO_FX_DEVICE_##Suffix { \
    ULONG Version; \
    Flags ULONG ComponentCount; \
    PPO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK ComponentActiveConditionCallback; \
    PPO_FX_COMPONENT_IDLE_CONDITION_CALLBACK ComponentIdleConditionCallback; \
    PPO_FX_COMPONENT_IDLE_STATE_CALLBACK ComponentIdleStateCallback; \
    PPO_FX_DEVICE_POWER_REQUIRED_CALLBACK DevicePowerRequiredCallback; \
    PPO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK DevicePowerNotRequiredCallback; \
    PPO_FX_POWER_CONTROL_CALLBACK PowerControlCallback; \
    PVOID DeviceContext; \
    Component Components[ANYSIZE_ARRAY]; \
  } PO_FX_DEVICE_##Suffix, *PPO_FX_DEVICE_##Suffix
IRQLINT_PO_FX_DEVICE(V1, , PO_FX_COMPONENT_V1);
IRQLINT_PO_FX_DEVICE(V2, ULONGLONG Flags;, PO_FX_COMPONENT_V2);
#if PO_FX_VERSION == PO_FX_VERSION_V1
typedef PO_FX_DEVICE_V1 PO_FX_DEVICE, *PPO_FX_DEVICE;
#else
typedef PO_FX_DEVICE_V2 PO_FX_DEVICE, *PPO_FX_DEVICE;
#endif
#define PO_FX_FLAG_BLOCKING 0x1
#define PO_FX_FLAG_ASYNC_ONLY 0x2
#define PO_FX_FLAG_PERF_PEP_OPTIONAL 0x1
#define PO_FX_FLAG_PERF_QUERY_ON_F0 0x2
#define PO_FX_FLAG_PERF_QUERY_ON_ALL_IDLE_STATES 0x4
#define PO_FX_COMPONENT_FLAG_F0_ON_DX 0x0000000000000001
#define PO_FX_COMPONENT_FLAG_NO_DEBOUNCE 0x0000000000000002
#define PO_FX_UNKNOWN_POWER 0xFFFFFFFF
#define PO_FX_UNKNOWN_TIME 0xFFFFFFFFFFFFFFFF
#define IRQLINT_PO_FX _IRQL_requires_max_(DISPATCH_LEVEL) VOID
_IRQL_requires_max_(APC_LEVEL) NTSTATUS PoFxRegisterDevice(PDEVICE_OBJECT Pdo, PPO_FX_DEVICE Device, POHANDLE* Handle);
_IRQL_requires_max_(APC_LEVEL) VOID PoFxUnregisterDevice(POHANDLE Handle);
_IRQL_requires_max_(APC_LEVEL) VOID PoFxStartDevicePowerManagement(POHANDLE Handle);
IRQLINT_PO_FX PoFxActivateComponent(POHANDLE Handle, ULONG Component, ULONG Flags);
IRQLINT_PO_FX PoFxIdleComponent(POHANDLE Handle, ULONG Component, ULONG Flags);
IRQLINT_PO_FX PoFxCompleteDevicePowerNotRequired(POHANDLE Handle);
IRQLINT_PO_FX PoFxCompleteIdleCondition(POHANDLE Handle, ULONG Component);
IRQLINT_PO_FX PoFxCompleteIdleState(POHANDLE Handle, ULONG Component);
IRQLINT_PO_FX PoFxReportDevicePoweredOn(POHANDLE Handle);
IRQLINT_PO_FX PoFxSetComponentLatency(POHANDLE Handle, ULONG Component, ULONGLONG Latency);
IRQLINT_PO_FX PoFxSetComponentResidency(POHANDLE Handle, ULONG Component, ULONGLONG Residency);
IRQLINT_PO_FX PoFxSetComponentWake(POHANDLE Handle, ULONG Component, BOOLEAN WakeHint);
IRQLINT_PO_FX PoFxSetDeviceIdleTimeout(POHANDLE Handle, ULONGLONG IdleTimeout);
IRQLINT_PO_FX PoFxNotifySurprisePowerOn(PDEVICE_OBJECT Pdo);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS PoFxPowerControl(POHANDLE Handle, LPCGUID PowerControlCode, PVOID InBuffer,
    SIZE_T InBufferSize, PVOID OutBuffer, SIZE_T OutBufferSize, PSIZE_T BytesReturned);

#ifdef __cplusplus
}
#endif
