// The data structures and callbacks of Storport. Members are those drivers use; layouts are not to be relied on.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

typedef PHYSICAL_ADDRESS STOR_PHYSICAL_ADDRESS, *PSTOR_PHYSICAL_ADDRESS;

typedef enum _STOR_SYNCHRONIZATION_MODEL { StorSynchronizeHalfDuplex, StorSynchronizeFullDuplex } STOR_SYNCHRONIZATION_MODEL;

typedef enum _INTERRUPT_SYNCHRONIZATION_MODE {
  InterruptSupportNone,
  InterruptSynchronizeAll,
  InterruptSynchronizePerMessage
} INTERRUPT_SYNCHRONIZATION_MODE;

typedef enum _SCSI_ADAPTER_CONTROL_TYPE {
  ScsiQuerySupportedControlTypes,
  ScsiStopAdapter,
  ScsiRestartAdapter,
  ScsiSetBootConfig,
  ScsiSetRunningConfig,
  ScsiPowerSettingNotification,
  ScsiAdapterPower,
  ScsiAdapterPoFxPowerRequired,
  ScsiAdapterPoFxPowerActive,
  ScsiAdapterPoFxPowerSetFState,
  ScsiAdapterPoFxPowerControl,
  ScsiAdapterPrepareForBusReScan,
  ScsiAdapterSystemPowerHints,
  ScsiAdapterFilterResourceRequirements,
  ScsiAdapterPoFxMaxOperationalPower,
  ScsiAdapterPoFxSetPerfState,
  ScsiAdapterSurpriseRemoval,
  ScsiAdapterSerialNumber,
  ScsiAdapterControlMax
} SCSI_ADAPTER_CONTROL_TYPE, *PSCSI_ADAPTER_CONTROL_TYPE;

typedef enum _SCSI_UNIT_CONTROL_TYPE {
  ScsiQuerySupportedUnitControlTypes,
  ScsiUnitUsage,
  ScsiUnitStart,
  ScsiUnitPower,
  ScsiUnitPoFxPowerInfo,
  ScsiUnitPoFxPowerRequired,
  ScsiUnitPoFxPowerActive,
  ScsiUnitPoFxPowerSetFState,
  ScsiUnitPoFxPowerControl,
  ScsiUnitRemove,
  ScsiUnitSurpriseRemoval,
  ScsiUnitRichDescription,
  ScsiUnitQueryBusType,
  ScsiUnitQueryFruId,
  ScsiUnitReportInternalData,
  ScsiUnitKsrPowerUp,
  ScsiUnitControlMax
} SCSI_UNIT_CONTROL_TYPE, *PSCSI_UNIT_CONTROL_TYPE;

typedef enum _SCSI_UNIT_CONTROL_STATUS { ScsiUnitControlSuccess, ScsiUnitControlUnsuccessful } SCSI_UNIT_CONTROL_STATUS;

typedef struct _STOR_SCATTER_GATHER_ELEMENT {
  STOR_PHYSICAL_ADDRESS PhysicalAddress;
  ULONG Length;
  ULONG_PTR Reserved;
} STOR_SCATTER_GATHER_ELEMENT, *PSTOR_SCATTER_GATHER_ELEMENT;

typedef struct _STOR_SCATTER_GATHER_LIST {
  ULONG NumberOfElements;
  ULONG_PTR Reserved;
  STOR_SCATTER_GATHER_ELEMENT List[];
} STOR_SCATTER_GATHER_LIST, *PSTOR_SCATTER_GATHER_LIST;

typedef struct _MEMORY_REGION {
  PUCHAR VirtualBase;
  PHYSICAL_ADDRESS PhysicalBase;
  ULONG Length;
} MEMORY_REGION, *PMEMORY_REGION;

typedef enum _STOR_SPINLOCK { DpcLock = 1, StartIoLock, InterruptLock, ThreadedDpcLock, DpcLevelLock } STOR_SPINLOCK;

typedef struct _STOR_LOCK_HANDLE {
  STOR_SPINLOCK Lock;
  struct {
    struct {
      PVOID Next;
      PVOID Lock;
    } LockQueue;
    KIRQL OldIrql;
  } Context;
} STOR_LOCK_HANDLE, *PSTOR_LOCK_HANDLE;

struct _STOR_DPC;
struct _PORT_CONFIGURATION_INFORMATION;
struct _MESSAGE_INTERRUPT_INFORMATION;

// What the port driver calls.
typedef ULONG sp_DRIVER_INITIALIZE(_In_ PVOID DriverObject, _In_ PVOID RegistryPath);
typedef BOOLEAN HW_INITIALIZE(_In_ PVOID DeviceExtension);
typedef BOOLEAN HW_BUILDIO(_In_ PVOID DeviceExtension, _In_ struct _SCSI_REQUEST_BLOCK* Srb);
typedef BOOLEAN HW_STARTIO(_In_ PVOID DeviceExtension, _In_ struct _SCSI_REQUEST_BLOCK* Srb);
typedef BOOLEAN HW_INTERRUPT(_In_ PVOID DeviceExtension);
typedef VOID HW_TIMER(_In_ PVOID DeviceExtension);
typedef VOID HW_TIMER_EX(_In_ PVOID DeviceExtension, _In_opt_ PVOID Context);
typedef VOID HW_DMA_STARTED(_In_ PVOID DeviceExtension);
typedef ULONG HW_FIND_ADAPTER(_In_ PVOID DeviceExtension, _In_ PVOID HwContext, _In_ PVOID BusInformation,
                              _In_z_ PCHAR ArgumentString,
                              _Inout_ struct _PORT_CONFIGURATION_INFORMATION* ConfigInfo,
                              _In_ PBOOLEAN Reserved3);
typedef BOOLEAN HW_RESET_BUS(_In_ PVOID DeviceExtension, _In_ ULONG PathId);
typedef BOOLEAN HW_ADAPTER_STATE(_In_ PVOID DeviceExtension, _In_ PVOID Context, _In_ BOOLEAN SaveState);
typedef SCSI_ADAPTER_CONTROL_STATUS HW_ADAPTER_CONTROL(_In_ PVOID DeviceExtension,
                                                       _In_ SCSI_ADAPTER_CONTROL_TYPE ControlType,
                                                       _In_ PVOID Parameters);
typedef SCSI_UNIT_CONTROL_STATUS HW_UNIT_CONTROL(_In_ PVOID DeviceExtension, _In_ SCSI_UNIT_CONTROL_TYPE ControlType,
                                                 _In_ PVOID Parameters);
typedef BOOLEAN HW_PASSIVE_INITIALIZE_ROUTINE(_In_ PVOID DeviceExtension);
typedef VOID HW_DPC_ROUTINE(_In_ struct _STOR_DPC* Dpc, _In_ PVOID HwDeviceExtension, _In_opt_ PVOID SystemArgument1,
                            _In_opt_ PVOID SystemArgument2);
typedef BOOLEAN HW_MESSAGE_SIGNALED_INTERRUPT_ROUTINE(_In_ PVOID HwDeviceExtension, _In_ ULONG MessageId);
typedef BOOLEAN STOR_SYNCHRONIZED_ACCESS(_In_ PVOID HwDeviceExtension, _In_ PVOID Context);
typedef VOID HW_WORKITEM(_In_ PVOID HwDeviceExtension, _In_opt_ PVOID Context, _In_ PVOID Worker);
typedef VOID HW_STATE_CHANGE(_In_ PVOID HwDeviceExtension, _In_opt_ PVOID Context, _In_ SHORT AddressType,
                             _In_ PVOID Address, _In_ ULONG Status);
typedef VOID HW_PROCESS_SERVICE_REQUEST(_In_ PVOID DeviceExtension, _In_ PVOID Irp);
typedef VOID HW_COMPLETE_SERVICE_IRP(_In_ PVOID DeviceExtension);
typedef VOID HW_INITIALIZE_TRACING(_In_ PVOID Arg1, _In_ PVOID Arg2);
typedef VOID HW_CLEANUP_TRACING(_In_ PVOID Arg1);
typedef VOID HW_TRACING_ENABLED(_In_ PVOID HwDeviceExtension, _In_ BOOLEAN Enabled);

typedef HW_INITIALIZE* PHW_INITIALIZE;
typedef HW_BUILDIO* PHW_BUILDIO;
typedef HW_STARTIO* PHW_STARTIO;
typedef HW_INTERRUPT* PHW_INTERRUPT;
typedef HW_TIMER* PHW_TIMER;
typedef HW_TIMER_EX* PHW_TIMER_EX;
typedef HW_DMA_STARTED* PHW_DMA_STARTED;
typedef HW_FIND_ADAPTER* PHW_FIND_ADAPTER;
typedef HW_RESET_BUS* PHW_RESET_BUS;
typedef HW_ADAPTER_STATE* PHW_ADAPTER_STATE;
typedef HW_ADAPTER_CONTROL* PHW_ADAPTER_CONTROL;
typedef HW_UNIT_CONTROL* PHW_UNIT_CONTROL;
typedef HW_PASSIVE_INITIALIZE_ROUTINE* PHW_PASSIVE_INITIALIZE_ROUTINE;
typedef HW_DPC_ROUTINE* PHW_DPC_ROUTINE;
typedef HW_MESSAGE_SIGNALED_INTERRUPT_ROUTINE* PHW_MESSAGE_SIGNALED_INTERRUPT_ROUTINE;
typedef STOR_SYNCHRONIZED_ACCESS* PSTOR_SYNCHRONIZED_ACCESS;
typedef HW_WORKITEM* PHW_WORKITEM;
typedef HW_STATE_CHANGE* PHW_STATE_CHANGE;
typedef HW_PROCESS_SERVICE_REQUEST* PHW_PROCESS_SERVICE_REQUEST;
typedef HW_COMPLETE_SERVICE_IRP* PHW_COMPLETE_SERVICE_IRP;
typedef HW_INITIALIZE_TRACING* PHW_INITIALIZE_TRACING;
typedef HW_CLEANUP_TRACING* PHW_CLEANUP_TRACING;
typedef HW_TRACING_ENABLED* PHW_TRACING_ENABLED;

typedef struct _STOR_DPC {
  KDPC Dpc;
  KSPIN_LOCK Lock;
} STOR_DPC, *PSTOR_DPC;

typedef struct _PORT_CONFIGURATION_INFORMATION {
  ULONG Length;
  ULONG SystemIoBusNumber;
  INTERFACE_TYPE AdapterInterfaceType;
  ULONG BusInterruptLevel;
  ULONG BusInterruptVector;
  KINTERRUPT_MODE InterruptMode;
  ULONG MaximumTransferLength;
  ULONG NumberOfPhysicalBreaks;
  ULONG DmaChannel;
  ULONG DmaPort;
  DMA_WIDTH DmaWidth;
  DMA_SPEED DmaSpeed;
  ULONG AlignmentMask;
  ULONG NumberOfAccessRanges;
  ACCESS_RANGE (*AccessRanges)[];
  PVOID MiniportDumpData;
  UCHAR NumberOfBuses;
  UCHAR InitiatorBusId[8];
  BOOLEAN ScatterGather;
  BOOLEAN Master;
  BOOLEAN CachesData;
  BOOLEAN AdapterScansDown;
  BOOLEAN AtdiskPrimaryClaimed;
  BOOLEAN AtdiskSecondaryClaimed;
  BOOLEAN Dma32BitAddresses;
  BOOLEAN DemandMode;
  UCHAR MapBuffers;
  BOOLEAN NeedPhysicalAddresses;
  BOOLEAN TaggedQueuing;
  BOOLEAN AutoRequestSense;
  BOOLEAN MultipleRequestPerLu;
  BOOLEAN ReceiveEvent;
  BOOLEAN RealModeInitialized;
  BOOLEAN BufferAccessScsiPortControlled;
  UCHAR MaximumNumberOfTargets;
  UCHAR SrbType;
  UCHAR AddressType;
  ULONG SlotNumber;
  ULONG BusInterruptLevel2;
  ULONG BusInterruptVector2;
  KINTERRUPT_MODE InterruptMode2;
  ULONG DmaChannel2;
  ULONG DmaPort2;
  DMA_WIDTH DmaWidth2;
  DMA_SPEED DmaSpeed2;
  ULONG DeviceExtensionSize;
  ULONG SpecificLuExtensionSize;
  ULONG SrbExtensionSize;
  UCHAR Dma64BitAddresses;
  BOOLEAN ResetTargetSupported;
  UCHAR MaximumNumberOfLogicalUnits;
  BOOLEAN WmiDataProvider;
  STOR_SYNCHRONIZATION_MODEL SynchronizationModel;
  PHW_MESSAGE_SIGNALED_INTERRUPT_ROUTINE HwMSInterruptRoutine;
  INTERRUPT_SYNCHRONIZATION_MODE InterruptSynchronizationMode;
  MEMORY_REGION DumpRegion;
  ULONG RequestedDumpBufferSize;
  BOOLEAN VirtualDevice;
  UCHAR DumpMode;
  UCHAR DmaAddressWidth;
  ULONG ExtendedFlags1;
  ULONG MaxNumberOfIO;
  ULONG MaxIOsPerLun;
  ULONG InitialLunQueueDepth;
  ULONG BusResetHoldTime;
  ULONG FeatureSupport;
} PORT_CONFIGURATION_INFORMATION, *PPORT_CONFIGURATION_INFORMATION;

typedef struct _HW_INITIALIZATION_DATA {
  ULONG HwInitializationDataSize;
  INTERFACE_TYPE AdapterInterfaceType;
  PHW_INITIALIZE HwInitialize;
  PHW_STARTIO HwStartIo;
  PHW_INTERRUPT HwInterrupt;
  PHW_FIND_ADAPTER HwFindAdapter;
  PHW_RESET_BUS HwResetBus;
  PHW_DMA_STARTED HwDmaStarted;
  PHW_ADAPTER_STATE HwAdapterState;
  ULONG DeviceExtensionSize;
  ULONG SpecificLuExtensionSize;
  ULONG SrbExtensionSize;
  ULONG NumberOfAccessRanges;
  PVOID Reserved;
  UCHAR MapBuffers;
  BOOLEAN NeedPhysicalAddresses;
  BOOLEAN TaggedQueuing;
  BOOLEAN AutoRequestSense;
  BOOLEAN MultipleRequestPerLu;
  BOOLEAN ReceiveEvent;
  USHORT VendorIdLength;
  PVOID VendorId;
  USHORT PortVersionFlags;
  USHORT DeviceIdLength;
  PVOID DeviceId;
  PHW_ADAPTER_CONTROL HwAdapterControl;
  PHW_BUILDIO HwBuildIo;
  PHW_INITIALIZE_TRACING HwInitializeTracing;
  PHW_CLEANUP_TRACING HwCleanupTracing;
  PHW_TRACING_ENABLED HwTracingEnabled;
  ULONG FeatureSupport;
  ULONG SrbTypeFlags;
  ULONG AddressTypeFlags;
  ULONG Reserved1;
  PHW_UNIT_CONTROL HwUnitControl;
} HW_INITIALIZATION_DATA, *PHW_INITIALIZATION_DATA;

typedef struct _VIRTUAL_HW_INITIALIZATION_DATA {
  HW_INITIALIZATION_DATA Common;
  PHW_PROCESS_SERVICE_REQUEST HwProcessServiceRequest;
  PHW_COMPLETE_SERVICE_IRP HwCompleteServiceIrp;
} VIRTUAL_HW_INITIALIZATION_DATA, *PVIRTUAL_HW_INITIALIZATION_DATA;

typedef struct _PERF_CONFIGURATION_DATA {
  ULONG Version;
  ULONG Size;
  ULONG Flags;
  ULONG ConcurrentChannels;
  ULONG FirstRedirectionMessageNumber;
  ULONG LastRedirectionMessageNumber;
  ULONG DeviceNode;
  ULONG Reserved;
  PVOID MessageTargets;
} PERF_CONFIGURATION_DATA, *PPERF_CONFIGURATION_DATA;

typedef struct _STOR_REQUEST_INFO {
  USHORT Version;
  USHORT Size;
  ULONG PriorityHint;
  ULONG Flags;
  ULONG Key;
  ULONG Length;
  BOOLEAN IsWriteRequest;
  UCHAR Reserved[3];
} STOR_REQUEST_INFO, *PSTOR_REQUEST_INFO;

#define STOR_MAP_NO_BUFFERS 0
#define STOR_MAP_ALL_BUFFERS 1
#define STOR_MAP_NON_READ_WRITE_BUFFERS 2
#define STOR_MAP_ALL_BUFFERS_INCLUDING_READ_WRITE 3

#define STOR_STATUS_SUCCESS 0x00000000UL
#define STOR_STATUS_UNSUCCESSFUL 0xC1000001UL
#define STOR_STATUS_NOT_IMPLEMENTED 0xC1000002UL
#define STOR_STATUS_INSUFFICIENT_RESOURCES 0xC1000003UL
#define STOR_STATUS_BUFFER_TOO_SMALL 0xC1000004UL
#define STOR_STATUS_ACCESS_DENIED 0xC1000005UL
#define STOR_STATUS_INVALID_PARAMETER 0xC1000006UL
#define STOR_STATUS_INVALID_DEVICE_REQUEST 0xC1000007UL
#define STOR_STATUS_INVALID_IRQL 0xC1000008UL
#define STOR_STATUS_INVALID_DEVICE_STATE 0xC1000009UL
#define STOR_STATUS_INVALID_BUFFER_SIZE 0xC100000AUL
#define STOR_STATUS_UNSUPPORTED_VERSION 0xC100000BUL
#define STOR_STATUS_BUSY 0xC100000CUL

#ifdef __cplusplus
}
#endif

// Events for telemetry and tracing
typedef enum _STORPORT_ETW_LEVEL { StorportEtwLevelLogAlways, StorportEtwLevelCritical, StorportEtwLevelError,
  StorportEtwLevelWarning, StorportEtwLevelInformational, StorportEtwLevelVerbose, StorportEtwLevelMax = 15 }
    STORPORT_ETW_LEVEL, *PSTORPORT_ETW_LEVEL;
typedef enum _STORPORT_ETW_EVENT_OPCODE { StorportEtwEventOpcodeInfo, StorportEtwEventOpcodeStart,
  StorportEtwEventOpcodeStop, StorportEtwEventOpcodeDC_Start, StorportEtwEventOpcodeDC_Stop,
  StorportEtwEventOpcodeExtension, StorportEtwEventOpcodeReply, StorportEtwEventOpcodeResume,
  StorportEtwEventOpcodeSuspend, StorportEtwEventOpcodeSend, StorportEtwEventOpcodeReceive = 240 }
    STORPORT_ETW_EVENT_OPCODE, *PSTORPORT_ETW_EVENT_OPCODE;
typedef enum _STORPORT_ETW_EVENT_CHANNEL { StorportEtwEventDiagnostic, StorportEtwEventOperational,
  StorportEtwEventHealth } STORPORT_ETW_EVENT_CHANNEL, *PSTORPORT_ETW_EVENT_CHANNEL;
#define STORPORT_ETW_EVENT_KEYWORD_IO 0x01
#define STORPORT_ETW_EVENT_KEYWORD_PERFORMANCE 0x02
#define STORPORT_ETW_EVENT_KEYWORD_POWER 0x04
#define STORPORT_ETW_EVENT_KEYWORD_ENUMERATION 0x08
#define STORPORT_ETW_EVENT_KEYWORD_COMMAND_TRACE 0x10
#define IRQLINT_TELEMETRY_PAIR(Number) \
  UCHAR ParameterName##Number[32]; \
  ULONGLONG ParameterValue##Number
typedef struct _STORPORT_TELEMETRY_EVENT {
  ULONG DriverVersion;
  ULONG EventId;
  UCHAR EventName[32];
  ULONG EventVersion;
  ULONG Flags;
  ULONG EventBufferLength;
  PUCHAR EventBuffer;
  IRQLINT_TELEMETRY_PAIR(0);
  IRQLINT_TELEMETRY_PAIR(1);
  IRQLINT_TELEMETRY_PAIR(2);
  IRQLINT_TELEMETRY_PAIR(3);
  IRQLINT_TELEMETRY_PAIR(4);
  IRQLINT_TELEMETRY_PAIR(5);
  IRQLINT_TELEMETRY_PAIR(6);
  IRQLINT_TELEMETRY_PAIR(7);
} STORPORT_TELEMETRY_EVENT, *PSTORPORT_TELEMETRY_EVENT;

// Power settings and units
#ifndef IRQLINT_STOR_POWER_SETTING
#define IRQLINT_STOR_POWER_SETTING
typedef struct _STOR_POWER_SETTING_INFO { GUID PowerSettingGuid; PVOID Value; ULONG ValueLength; }
    STOR_POWER_SETTING_INFO, *PSTOR_POWER_SETTING_INFO;
typedef struct _STOR_UNIT_ATTRIBUTES {
  ULONG DeviceAttentionSupported : 1, AsyncNotificationSupported : 1, D3ColdNotSupported : 1, BypassIOSupported : 1;
  ULONG Reserved : 28;
} STOR_UNIT_ATTRIBUTES, *PSTOR_UNIT_ATTRIBUTES;
#endif
