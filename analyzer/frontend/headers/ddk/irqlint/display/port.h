// What the graphics kernel gives a display miniport driver: its devices and the functions to call.
#pragma once

// Children, and the device itself
typedef enum _DXGK_CHILD_DEVICE_TYPE { TypeUninitialized, TypeVideoOutput, TypeOther, TypeIntegratedDisplay }
    DXGK_CHILD_DEVICE_TYPE, *PDXGK_CHILD_DEVICE_TYPE;
typedef struct _DXGK_VIDEO_OUTPUT_CAPABILITIES {
  D3DKMDT_VIDEO_OUTPUT_TECHNOLOGY InterfaceTechnology;
  D3DKMDT_MONITOR_ORIENTATION_AWARENESS MonitorOrientationAwareness;
  BOOLEAN SupportsSdtvModes;
} DXGK_VIDEO_OUTPUT_CAPABILITIES, *PDXGK_VIDEO_OUTPUT_CAPABILITIES;
typedef struct _DXGK_INTEGRATED_DISPLAY_CHILD { D3DKMDT_VIDEO_OUTPUT_TECHNOLOGY InterfaceTechnology; USHORT
    DescriptorLength; } DXGK_INTEGRATED_DISPLAY_CHILD, *PDXGK_INTEGRATED_DISPLAY_CHILD;
typedef struct _DXGK_CHILD_CAPABILITIES {
  union {
    DXGK_VIDEO_OUTPUT_CAPABILITIES VideoOutput;
    struct { UINT MustBeZero; } Other;
    DXGK_INTEGRATED_DISPLAY_CHILD IntegratedDisplayChild;
  } Type;
  DXGK_CHILD_DEVICE_HPD_AWARENESS HpdAwareness;
} DXGK_CHILD_CAPABILITIES, *PDXGK_CHILD_CAPABILITIES;
typedef struct _DXGK_CHILD_DESCRIPTOR {
  DXGK_CHILD_DEVICE_TYPE ChildDeviceType;
  DXGK_CHILD_CAPABILITIES ChildCapabilities;
  ULONG AcpiUid, ChildUid;
} DXGK_CHILD_DESCRIPTOR, *PDXGK_CHILD_DESCRIPTOR;
typedef enum _DXGK_CHILD_STATUS_TYPE { StatusUninitialized, StatusConnection, StatusRotation, StatusMiracastConnection }
    DXGK_CHILD_STATUS_TYPE, *PDXGK_CHILD_STATUS_TYPE;
typedef struct _DXGK_CHILD_STATUS {
  DXGK_CHILD_STATUS_TYPE Type;
  ULONG ChildUid;
  union {
    struct { BOOLEAN Connected; } HotPlug;
    struct { UCHAR Angle; } Rotation;
    struct { BOOLEAN Connected; D3DKMDT_VIDEO_OUTPUT_TECHNOLOGY MiracastMonitorType; } Miracast;
  };
} DXGK_CHILD_STATUS, *PDXGK_CHILD_STATUS;
typedef struct _DXGK_DEVICE_DESCRIPTOR { ULONG DescriptorOffset, DescriptorLength; PVOID DescriptorBuffer; }
    DXGK_DEVICE_DESCRIPTOR, *PDXGK_DEVICE_DESCRIPTOR;
typedef struct _DXGK_START_INFO { ULONG RequiredDmaQueueEntry; GUID AdapterGuid; LUID AdapterLuid; } DXGK_START_INFO,
    *PDXGK_START_INFO;
typedef enum { DockStateUnsupported, DockStateUnDocked, DockStateDocked, DockStateUnknown } DOCKING_STATE;
typedef struct _DXGK_DEVICE_INFO {
  PVOID MiniportDeviceContext;
  PDEVICE_OBJECT PhysicalDeviceObject;
  UNICODE_STRING DeviceRegistryPath;
  PCM_RESOURCE_LIST TranslatedResourceList;
  LARGE_INTEGER SystemMemorySize;
  PHYSICAL_ADDRESS HighestPhysicalAddress, AgpApertureBase;
  SIZE_T AgpApertureSize;
  DOCKING_STATE DockingState;
} DXGK_DEVICE_INFO, *PDXGK_DEVICE_INFO;
typedef enum _DXGK_EVENT_TYPE { DxgkUndefinedEvent, DxgkAcpiEvent, DxgkPowerStateEvent, DxgkDockingEvent,
  DxgkChainedAcpiEvent } DXGK_EVENT_TYPE, *PDXGK_EVENT_TYPE;
typedef enum _DXGK_SURPRISE_REMOVAL_TYPE { DxgkRemovalHibernation, DxgkRemovalPnPNotify } DXGK_SURPRISE_REMOVAL_TYPE;
typedef enum { DxgkServicesAgp, DxgkServicesDebugReport, DxgkServicesTimedOperation, DxgkServicesSPB, DxgkServicesBDD,
  DxgkServicesFirmwareTable, DxgkServicesIDD } DXGK_SERVICES;
#define DISPLAY_ADAPTER_HW_ID 0xffffffff
#define ACPI_METHOD_HARDWARE_ID 'DIH_'
#define ACPI_METHOD_DISPLAY_DOD 'DOD_'
#define ACPI_METHOD_DISPLAY_DOS 'SOD_'
#define ACPI_METHOD_OUTPUT_DCS 'SCD_'
#define ACPI_METHOD_OUTPUT_DDC 'CDD_'
#define ACPI_METHOD_OUTPUT_DGS 'SGD_'
#define ACPI_METHOD_OUTPUT_DSS 'SSD_'
#define DXGK_WHICHSPACE_CONFIG PCI_WHICHSPACE_CONFIG
#define DXGK_WHICHSPACE_ROM PCI_WHICHSPACE_ROM
#define DXGK_WHICHSPACE_MCH 0x80000000
#define DXGK_WHICHSPACE_BRIDGE 0x80000001

// Functions of the graphics kernel. Those without a type are called by drivers with a graphics engine only.
#define IRQLINT_DXGK_CALL(Levels, Return, Name, ...) \
  typedef Levels Return(APIENTRY DXGKCB_##Name)(HANDLE DeviceHandle, __VA_ARGS__); \
  typedef DXGKCB_##Name* PDXGKCB_##Name
#define IRQLINT_DXGK_PASSIVE _IRQL_requires_max_(PASSIVE_LEVEL)
IRQLINT_DXGK_CALL(IRQLINT_DXGK_PASSIVE, NTSTATUS, EVAL_ACPI_METHOD, ULONG DeviceUid,
                  PACPI_EVAL_INPUT_BUFFER_COMPLEX AcpiInputBuffer, ULONG AcpiInputSize, PACPI_EVAL_OUTPUT_BUFFER
                  AcpiOutputBuffer, ULONG AcpiOutputSize);
IRQLINT_DXGK_CALL(IRQLINT_DXGK_PASSIVE, NTSTATUS, GET_DEVICE_INFORMATION, PDXGK_DEVICE_INFO DeviceInfo);
IRQLINT_DXGK_CALL(_IRQL_requires_max_(DISPATCH_LEVEL), NTSTATUS, INDICATE_CHILD_STATUS, PDXGK_CHILD_STATUS ChildStatus);
IRQLINT_DXGK_CALL(IRQLINT_DXGK_PASSIVE, NTSTATUS, MAP_MEMORY, PHYSICAL_ADDRESS TranslatedAddress, ULONG Length, BOOLEAN
                  InIoSpace, BOOLEAN MapToUserMode, MEMORY_CACHING_TYPE CacheType, PVOID* VirtualAddress);
IRQLINT_DXGK_CALL(IRQLINT_DXGK_PASSIVE, NTSTATUS, UNMAP_MEMORY, PVOID VirtualAddress);
typedef BOOLEAN(APIENTRY DXGKCB_QUEUE_DPC)(HANDLE DeviceHandle);
typedef DXGKCB_QUEUE_DPC* PDXGKCB_QUEUE_DPC;
IRQLINT_DXGK_CALL(IRQLINT_DXGK_PASSIVE, NTSTATUS, QUERY_SERVICES, DXGK_SERVICES ServicesType, PINTERFACE Interface);
IRQLINT_DXGK_CALL(IRQLINT_DXGK_PASSIVE, NTSTATUS, READ_DEVICE_SPACE, ULONG DataType, PVOID Buffer, ULONG Offset, ULONG
                  Length, PULONG BytesRead);
IRQLINT_DXGK_CALL(IRQLINT_DXGK_PASSIVE, NTSTATUS, WRITE_DEVICE_SPACE, ULONG DataType, PVOID Buffer, ULONG Offset, ULONG
                  Length, PULONG BytesWritten);
IRQLINT_DXGK_CALL(_IRQL_requires_max_(DISPATCH_LEVEL), NTSTATUS, SYNCHRONIZE_EXECUTION, PKSYNCHRONIZE_ROUTINE
                  SynchronizeRoutine, PVOID Context, ULONG MessageNumber, PBOOLEAN ReturnValue);
IRQLINT_DXGK_CALL(IRQLINT_DXGK_PASSIVE, NTSTATUS, IS_DEVICE_PRESENT, struct _PCI_DEVICE_PRESENCE_PARAMETERS*
                  DevicePresenceParameters, PBOOLEAN DevicePresent);
IRQLINT_DXGK_CALL(IRQLINT_DXGK_PASSIVE, NTSTATUS, EXCLUDE_ADAPTER_ACCESS, ULONG Attributes, PVOID
                  DxgkProtectedCallback, PVOID ProtectedCallbackContext);
IRQLINT_DXGK_CALL(_IRQL_requires_max_(APC_LEVEL), NTSTATUS, ACQUIRE_POST_DISPLAY_OWNERSHIP, PDXGK_DISPLAY_INFORMATION
                  DisplayInfo);
typedef VOID(APIENTRY* DXGKCB_LOG_ETW_EVENT)(const GUID* EventGuid, UCHAR Type, USHORT EventBufferSize, PVOID
    EventBuffer);
#undef IRQLINT_DXGK_PASSIVE
#undef IRQLINT_DXGK_CALL
typedef struct _DXGKRNL_INTERFACE {
  ULONG Size, Version;
  HANDLE DeviceHandle;
  PDXGKCB_EVAL_ACPI_METHOD DxgkCbEvalAcpiMethod;
  PDXGKCB_GET_DEVICE_INFORMATION DxgkCbGetDeviceInformation;
  PDXGKCB_INDICATE_CHILD_STATUS DxgkCbIndicateChildStatus;
  PDXGKCB_MAP_MEMORY DxgkCbMapMemory;
  PDXGKCB_QUEUE_DPC DxgkCbQueueDpc;
  PDXGKCB_QUERY_SERVICES DxgkCbQueryServices;
  PDXGKCB_READ_DEVICE_SPACE DxgkCbReadDeviceSpace;
  PDXGKCB_SYNCHRONIZE_EXECUTION DxgkCbSynchronizeExecution;
  PDXGKCB_UNMAP_MEMORY DxgkCbUnmapMemory;
  PDXGKCB_WRITE_DEVICE_SPACE DxgkCbWriteDeviceSpace;
  PDXGKCB_IS_DEVICE_PRESENT DxgkCbIsDevicePresent;
  PVOID DxgkCbGetHandleData, DxgkCbGetHandleParent, DxgkCbEnumHandleChildren;
  DXGKCB_NOTIFY_INTERRUPT DxgkCbNotifyInterrupt;
  DXGKCB_NOTIFY_DPC DxgkCbNotifyDpc;
  DXGKCB_QUERYVIDPNINTERFACE DxgkCbQueryVidPnInterface;
  PVOID DxgkCbQueryMonitorInterface, DxgkCbGetCaptureAddress;
  DXGKCB_LOG_ETW_EVENT DxgkCbLogEtwEvent;
  PDXGKCB_EXCLUDE_ADAPTER_ACCESS DxgkCbExcludeAdapterAccess;
  PVOID DxgkCbCreateContextAllocation, DxgkCbDestroyContextAllocation;
  PVOID DxgkCbSetPowerComponentActive, DxgkCbSetPowerComponentIdle;
  PDXGKCB_ACQUIRE_POST_DISPLAY_OWNERSHIP DxgkCbAcquirePostDisplayOwnership;
  PVOID DxgkCbPowerRuntimeControlRequest, DxgkCbSetPowerComponentLatency, DxgkCbSetPowerComponentResidency;
  PVOID DxgkCbCompleteFStateTransition, DxgkCbCompletePStateTransition;
  PVOID DxgkCbMapContextAllocation, DxgkCbUpdateContextAllocation, DxgkCbReserveGpuVirtualAddressRange;
  PVOID DxgkCbAcquireHandleData, DxgkCbReleaseHandleData, DxgkCbHardwareContentProtectionTeardown;
  PVOID DxgkCbMultiPlaneOverlayDisabled, DxgkCbMitigatedRangeUpdate;
} DXGKRNL_INTERFACE, *PDXGKRNL_INTERFACE;
