// The driver object, interfaces to query, memory, strings, collections, the registry.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _WDF_DRIVER_INIT_FLAGS {
  WdfDriverInitNonPnpDriver = 0x00000001, WdfDriverInitNoDispatchOverride = 0x00000002, WdfVerifyOn = 0x00000004,
  WdfVerifierOn = 0x00000008, WdfDriverInitCompanion = 0x00000010
} WDF_DRIVER_INIT_FLAGS;

typedef _Function_class_(EVT_WDF_DRIVER_DEVICE_ADD) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS
    EVT_WDF_DRIVER_DEVICE_ADD(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit);
typedef EVT_WDF_DRIVER_DEVICE_ADD* PFN_WDF_DRIVER_DEVICE_ADD;

typedef _Function_class_(EVT_WDF_DRIVER_UNLOAD) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL) VOID
    EVT_WDF_DRIVER_UNLOAD(WDFDRIVER Driver);
typedef EVT_WDF_DRIVER_UNLOAD* PFN_WDF_DRIVER_UNLOAD;

typedef _Function_class_(EVT_WDF_TRACE_CALLBACK) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS
    EVT_WDF_TRACE_CALLBACK(UCHAR minorFunction, PVOID dataPath, ULONG bufferLength, PVOID buffer, PVOID context,
    PULONG size);
typedef EVT_WDF_TRACE_CALLBACK* PFN_WDF_TRACE_CALLBACK;

typedef struct _WDF_DRIVER_CONFIG {
  ULONG Size; PFN_WDF_DRIVER_DEVICE_ADD EvtDriverDeviceAdd; PFN_WDF_DRIVER_UNLOAD EvtDriverUnload;
  ULONG DriverInitFlags; ULONG DriverPoolTag;
} WDF_DRIVER_CONFIG, *PWDF_DRIVER_CONFIG;
FORCEINLINE VOID WDF_DRIVER_CONFIG_INIT(PWDF_DRIVER_CONFIG Config, PFN_WDF_DRIVER_DEVICE_ADD EvtDriverDeviceAdd) {
  IRQLINT_SIZED(Config, WDF_DRIVER_CONFIG); Config->EvtDriverDeviceAdd = EvtDriverDeviceAdd;
}

typedef struct _WDF_DRIVER_VERSION_AVAILABLE_PARAMS {
  ULONG Size; ULONG MajorVersion; ULONG MinorVersion;
} WDF_DRIVER_VERSION_AVAILABLE_PARAMS, *PWDF_DRIVER_VERSION_AVAILABLE_PARAMS;
FORCEINLINE VOID WDF_DRIVER_VERSION_AVAILABLE_PARAMS_INIT(PWDF_DRIVER_VERSION_AVAILABLE_PARAMS Params, ULONG
    MajorVersion, ULONG MinorVersion) {
  IRQLINT_SIZED(Params, WDF_DRIVER_VERSION_AVAILABLE_PARAMS); Params->MajorVersion = MajorVersion;
  Params->MinorVersion = MinorVersion;
}
FORCEINLINE WDFDRIVER WdfGetDriver(VOID) { return WdfDriverGlobals->Driver; }
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDriverCreate(PDRIVER_OBJECT DriverObject, PCUNICODE_STRING
    RegistryPath, PWDF_OBJECT_ATTRIBUTES DriverAttributes, PWDF_DRIVER_CONFIG DriverConfig, WDFDRIVER* Driver);
_IRQL_requires_max_(PASSIVE_LEVEL) PWSTR WdfDriverGetRegistryPath(WDFDRIVER Driver);
_IRQL_requires_max_(DISPATCH_LEVEL) PDRIVER_OBJECT WdfDriverWdmGetDriverObject(WDFDRIVER Driver);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDriverOpenParametersRegistryKey(WDFDRIVER Driver, ACCESS_MASK
    DesiredAccess, PWDF_OBJECT_ATTRIBUTES KeyAttributes, WDFKEY* Key);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFDRIVER WdfWdmDriverGetWdfDriverHandle(PDRIVER_OBJECT DriverObject);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDriverRegisterTraceInfo(PDRIVER_OBJECT DriverObject,
    PFN_WDF_TRACE_CALLBACK EvtTraceCallback, PVOID ControlBlock);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDriverRetrieveVersionString(WDFDRIVER Driver, WDFSTRING String);
_IRQL_requires_max_(PASSIVE_LEVEL) BOOLEAN WdfDriverIsVersionAvailable(WDFDRIVER Driver,
    PWDF_DRIVER_VERSION_AVAILABLE_PARAMS VersionAvailableParams);
_IRQL_requires_max_(DISPATCH_LEVEL + 1) NTSTATUS WdfDriverErrorReportApiMissing(WDFDRIVER Driver, PCWSTR
    FrameworkExtensionName, ULONG ApiIndex, BOOLEAN DoesApiReturnNtstatus);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDriverOpenPersistentStateRegistryKey(WDFDRIVER Driver, ACCESS_MASK
    DesiredAccess, PWDF_OBJECT_ATTRIBUTES KeyAttributes, WDFKEY* Key);

typedef _Function_class_(EVT_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST) _IRQL_requires_same_
    _IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS EVT_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST(WDFDEVICE Device,
    LPGUID InterfaceType, PINTERFACE ExposedInterface, PVOID ExposedInterfaceSpecificData);
typedef EVT_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST* PFN_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST;

typedef struct _WDF_QUERY_INTERFACE_CONFIG {
  ULONG Size; PINTERFACE Interface; CONST GUID* InterfaceType; BOOLEAN SendQueryToParentStack;
  PFN_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST EvtDeviceProcessQueryInterfaceRequest; BOOLEAN ImportInterface;
} WDF_QUERY_INTERFACE_CONFIG, *PWDF_QUERY_INTERFACE_CONFIG;
FORCEINLINE VOID WDF_QUERY_INTERFACE_CONFIG_INIT(PWDF_QUERY_INTERFACE_CONFIG InterfaceConfig, PINTERFACE Interface,
    CONST GUID* InterfaceType, PFN_WDF_DEVICE_PROCESS_QUERY_INTERFACE_REQUEST EvtDeviceProcessQueryInterfaceRequest) {
  IRQLINT_SIZED(InterfaceConfig, WDF_QUERY_INTERFACE_CONFIG); InterfaceConfig->Interface = Interface;
  InterfaceConfig->InterfaceType = InterfaceType; InterfaceConfig->EvtDeviceProcessQueryInterfaceRequest =
  EvtDeviceProcessQueryInterfaceRequest;
}
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceAddQueryInterface(WDFDEVICE Device, PWDF_QUERY_INTERFACE_CONFIG
    InterfaceConfig);
FORCEINLINE VOID WdfDeviceInterfaceReferenceNoOp(PVOID Context) { UNREFERENCED_PARAMETER(Context); }
FORCEINLINE VOID WdfDeviceInterfaceDereferenceNoOp(PVOID Context) { UNREFERENCED_PARAMETER(Context); }

typedef enum _WDF_MEMORY_DESCRIPTOR_TYPE {
  WdfMemoryDescriptorTypeInvalid = 0, WdfMemoryDescriptorTypeBuffer, WdfMemoryDescriptorTypeMdl,
  WdfMemoryDescriptorTypeHandle
} WDF_MEMORY_DESCRIPTOR_TYPE;

typedef struct _WDFMEMORY_OFFSET {
  size_t BufferOffset; size_t BufferLength;
} WDFMEMORY_OFFSET, *PWDFMEMORY_OFFSET;

typedef struct _WDF_MEMORY_DESCRIPTOR {
  WDF_MEMORY_DESCRIPTOR_TYPE Type;
  union {
    struct {
      PVOID Buffer; ULONG Length;
    } BufferType;
    struct {
      PMDL Mdl; ULONG BufferLength;
    } MdlType;
    struct {
      WDFMEMORY Memory; PWDFMEMORY_OFFSET Offsets;
    } HandleType;
  } u;
} WDF_MEMORY_DESCRIPTOR, *PWDF_MEMORY_DESCRIPTOR;
FORCEINLINE VOID WDF_MEMORY_DESCRIPTOR_INIT_BUFFER(PWDF_MEMORY_DESCRIPTOR Descriptor, PVOID Buffer, ULONG
    BufferLength) {
  RtlZeroMemory(Descriptor, sizeof(WDF_MEMORY_DESCRIPTOR)); Descriptor->Type = WdfMemoryDescriptorTypeBuffer;
  Descriptor->u.BufferType.Buffer = Buffer; Descriptor->u.BufferType.Length = BufferLength;
}
FORCEINLINE VOID WDF_MEMORY_DESCRIPTOR_INIT_HANDLE(PWDF_MEMORY_DESCRIPTOR Descriptor, WDFMEMORY Memory,
    PWDFMEMORY_OFFSET Offsets) {
  RtlZeroMemory(Descriptor, sizeof(WDF_MEMORY_DESCRIPTOR)); Descriptor->Type = WdfMemoryDescriptorTypeHandle;
  Descriptor->u.HandleType.Memory = Memory; Descriptor->u.HandleType.Offsets = Offsets;
}
FORCEINLINE VOID WDF_MEMORY_DESCRIPTOR_INIT_MDL(PWDF_MEMORY_DESCRIPTOR Descriptor, PMDL Mdl, ULONG BufferLength) {
  RtlZeroMemory(Descriptor, sizeof(WDF_MEMORY_DESCRIPTOR)); Descriptor->Type = WdfMemoryDescriptorTypeMdl;
  Descriptor->u.MdlType.Mdl = Mdl; Descriptor->u.MdlType.BufferLength = BufferLength;
}
_When_(PoolType == 1 || PoolType == 257, _IRQL_requires_max_(APC_LEVEL)) _When_(PoolType == 0 || PoolType == 256 ||
    PoolType == 512, _IRQL_requires_max_(DISPATCH_LEVEL)) NTSTATUS WdfMemoryCreate(PWDF_OBJECT_ATTRIBUTES Attributes,
    POOL_TYPE PoolType, ULONG PoolTag, size_t BufferSize, WDFMEMORY* Memory, PVOID* Buffer);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfMemoryCreatePreallocated(PWDF_OBJECT_ATTRIBUTES Attributes, PVOID
    Buffer, size_t BufferSize, WDFMEMORY* Memory);
_IRQL_requires_max_(DISPATCH_LEVEL) PVOID WdfMemoryGetBuffer(WDFMEMORY Memory, size_t* BufferSize);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfMemoryAssignBuffer(WDFMEMORY Memory, PVOID Buffer, size_t BufferSize);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfMemoryCopyToBuffer(WDFMEMORY SourceMemory, size_t SourceOffset, PVOID
    Buffer, size_t NumBytesToCopyTo);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfMemoryCopyFromBuffer(WDFMEMORY DestinationMemory, size_t
    DestinationOffset, PVOID Buffer, size_t NumBytesToCopyFrom);
_When_(PoolType == 1 || PoolType == 257, _IRQL_requires_max_(APC_LEVEL)) _When_(PoolType == 0 || PoolType == 256,
    _IRQL_requires_max_(DISPATCH_LEVEL)) NTSTATUS WdfLookasideListCreate(PWDF_OBJECT_ATTRIBUTES LookasideAttributes,
    size_t BufferSize, POOL_TYPE PoolType, PWDF_OBJECT_ATTRIBUTES MemoryAttributes, ULONG PoolTag, WDFLOOKASIDE*
    Lookaside);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfMemoryCreateFromLookaside(WDFLOOKASIDE Lookaside, WDFMEMORY* Memory);

_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfStringCreate(PCUNICODE_STRING UnicodeString, PWDF_OBJECT_ATTRIBUTES
    StringAttributes, WDFSTRING* String);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID WdfStringGetUnicodeString(WDFSTRING String, PUNICODE_STRING UnicodeString);

_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfCollectionCreate(PWDF_OBJECT_ATTRIBUTES CollectionAttributes,
    WDFCOLLECTION* Collection);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG WdfCollectionGetCount(WDFCOLLECTION Collection);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfCollectionAdd(WDFCOLLECTION Collection, WDFOBJECT Object);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfCollectionRemove(WDFCOLLECTION Collection, WDFOBJECT Item);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfCollectionRemoveItem(WDFCOLLECTION Collection, ULONG Index);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFOBJECT WdfCollectionGetItem(WDFCOLLECTION Collection, ULONG Index);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFOBJECT WdfCollectionGetFirstItem(WDFCOLLECTION Collection);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFOBJECT WdfCollectionGetLastItem(WDFCOLLECTION Collection);

_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRegistryOpenKey(WDFKEY ParentKey, PCUNICODE_STRING KeyName, ACCESS_MASK
    DesiredAccess, PWDF_OBJECT_ATTRIBUTES KeyAttributes, WDFKEY* Key);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRegistryCreateKey(WDFKEY ParentKey, PCUNICODE_STRING KeyName,
    ACCESS_MASK DesiredAccess, ULONG CreateOptions, PULONG CreateDisposition, PWDF_OBJECT_ATTRIBUTES KeyAttributes,
    WDFKEY* Key);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID WdfRegistryClose(WDFKEY Key);
_IRQL_requires_max_(PASSIVE_LEVEL) HANDLE WdfRegistryWdmGetHandle(WDFKEY Key);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRegistryRemoveKey(WDFKEY Key);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRegistryRemoveValue(WDFKEY Key, PCUNICODE_STRING ValueName);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRegistryQueryValue(WDFKEY Key, PCUNICODE_STRING ValueName, ULONG
    ValueLength, PVOID Value, PULONG ValueLengthQueried, PULONG ValueType);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRegistryQueryMemory(WDFKEY Key, PCUNICODE_STRING ValueName, POOL_TYPE
    PoolType, PWDF_OBJECT_ATTRIBUTES MemoryAttributes, WDFMEMORY* Memory, PULONG ValueType);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRegistryQueryMultiString(WDFKEY Key, PCUNICODE_STRING ValueName,
    PWDF_OBJECT_ATTRIBUTES StringsAttributes, WDFCOLLECTION Collection);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRegistryQueryUnicodeString(WDFKEY Key, PCUNICODE_STRING ValueName,
    PUSHORT ValueByteLength, PUNICODE_STRING Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRegistryQueryString(WDFKEY Key, PCUNICODE_STRING ValueName, WDFSTRING
    String);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRegistryQueryULong(WDFKEY Key, PCUNICODE_STRING ValueName, PULONG
    Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRegistryAssignValue(WDFKEY Key, PCUNICODE_STRING ValueName, ULONG
    ValueType, ULONG ValueLength, PVOID Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRegistryAssignMemory(WDFKEY Key, PCUNICODE_STRING ValueName, ULONG
    ValueType, WDFMEMORY Memory, PWDFMEMORY_OFFSET MemoryOffsets);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRegistryAssignMultiString(WDFKEY Key, PCUNICODE_STRING ValueName,
    WDFCOLLECTION StringsCollection);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRegistryAssignUnicodeString(WDFKEY Key, PCUNICODE_STRING ValueName,
    PCUNICODE_STRING Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRegistryAssignString(WDFKEY Key, PCUNICODE_STRING ValueName, WDFSTRING
    String);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRegistryAssignULong(WDFKEY Key, PCUNICODE_STRING ValueName, ULONG
    Value);

VOID WdfVerifierDbgBreakPoint(VOID);
VOID WdfVerifierKeBugCheck(ULONG BugCheckCode, ULONG_PTR BugCheckParameter1, ULONG_PTR BugCheckParameter2, ULONG_PTR
    BugCheckParameter3, ULONG_PTR BugCheckParameter4);
PVOID WdfGetTriageInfo(VOID);

#ifdef __cplusplus
}
#endif
