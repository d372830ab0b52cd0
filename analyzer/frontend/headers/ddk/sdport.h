// Miniports of SD host controllers. Members are those drivers use; layouts are not to be relied on.
#pragma once

#include <ntddk.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _SDPORT_BUS_TYPE { SdBusTypeUndefined = -1, SdBusTypeAcpi, SdBusTypePci } SDPORT_BUS_TYPE;
typedef enum _SDPORT_BUS_OPERATION_TYPE {
  SdBusOperationUndefined, SdResetHw, SdResetHost, SdSetClock, SdSetVoltage, SdSetPower, SdSetBusWidth, SdSetBusSpeed,
  SdSetSignalingVoltage, SdSetDriveStrength, SdSetDriverType, SdSetPresetValue, SdSetBlockGapInterrupt, SdExecuteTuning
} SDPORT_BUS_OPERATION_TYPE;
typedef enum _SDPORT_RESET_TYPE { SdResetTypeUndefined, SdResetTypeAll, SdResetTypeCmd, SdResetTypeDat }
    SDPORT_RESET_TYPE;
typedef enum _SDPORT_BUS_VOLTAGE { SdBusVoltageUndefined, SdBusVoltage33, SdBusVoltage30, SdBusVoltage18,
    SdBusVoltageOff }
    SDPORT_BUS_VOLTAGE;
typedef enum _SDPORT_BUS_WIDTH { SdBusWidthUndefined = 0, SdBusWidth1Bit = 1, SdBusWidth4Bit = 4, SdBusWidth8Bit = 8 }
    SDPORT_BUS_WIDTH;
typedef enum _SDPORT_BUS_SPEED {
  SdBusSpeedUndefined, SdBusSpeedNormal, SdBusSpeedHigh, SdBusSpeedSDR12, SdBusSpeedSDR25, SdBusSpeedSDR50,
  SdBusSpeedDDR50, SdBusSpeedSDR104, SdBusSpeedHS200, SdBusSpeedHS400
} SDPORT_BUS_SPEED;
typedef enum _SDPORT_SIGNALING_VOLTAGE { SdSignalingVoltageUndefined, SdSignalingVoltage33, SdSignalingVoltage18 }
    SDPORT_SIGNALING_VOLTAGE;
typedef enum _SDPORT_DRIVE_STRENGTH { SdDriveStrengthUndefined, SdDriveStrength200mA, SdDriveStrength400mA,
  SdDriveStrength600mA, SdDriveStrength800mA } SDPORT_DRIVE_STRENGTH;
typedef enum _SDPORT_DRIVER_TYPE { SdDriverTypeUndefined, SdDriverTypeA, SdDriverTypeB, SdDriverTypeC, SdDriverTypeD }
    SDPORT_DRIVER_TYPE;
typedef enum _SDPORT_REQUEST_TYPE { SdRequestTypeUndefined, SdRequestTypeCommandNoTransfer,
  SdRequestTypeCommandWithTransfer, SdRequestTypeStartTransfer } SDPORT_REQUEST_TYPE;
typedef enum { SdTransferTypeUndefined, SdTransferTypeNone, SdTransferTypeSingleBlock, SdTransferTypeMultiBlock,
  SdTransferTypeMultiBlockNoStop } SDPORT_TRANSFER_TYPE;
typedef enum { SdTransferDirectionUndefined, SdTransferDirectionRead, SdTransferDirectionWrite }
    SDPORT_TRANSFER_DIRECTION;
typedef enum { SdTransferMethodUndefined, SdTransferMethodPio, SdTransferMethodSgDma } SDPORT_TRANSFER_METHOD;
typedef enum { SdCommandTypeUndefined, SdCommandTypeNormal, SdCommandTypeSuspend, SdCommandTypeResume,
  SdCommandTypeAbort } SDPORT_COMMAND_TYPE;
typedef enum { SdCommandClassUndefined, SdCommandClassStandard, SdCommandClassApp } SDPORT_COMMAND_CLASS;
typedef enum {
  SdResponseTypeUndefined, SdResponseTypeNone, SdResponseTypeR1, SdResponseTypeR1B, SdResponseTypeR2, SdResponseTypeR3,
  SdResponseTypeR4, SdResponseTypeR5, SdResponseTypeR5B, SdResponseTypeR6
} SDPORT_RESPONSE_TYPE;

// What has happened at the controller
#define SDPORT_EVENT_CARD_RESPONSE 0x00000001
#define SDPORT_EVENT_CARD_RW_END 0x00000002
#define SDPORT_EVENT_BLOCK_GAP 0x00000004
#define SDPORT_EVENT_DMA_COMPLETE 0x00000008
#define SDPORT_EVENT_BUFFER_EMPTY 0x00000010
#define SDPORT_EVENT_BUFFER_FULL 0x00000020
#define SDPORT_EVENT_CARD_INSERTION 0x00000040
#define SDPORT_EVENT_CARD_REMOVAL 0x00000080
#define SDPORT_EVENT_CARD_INTERRUPT 0x00000100
#define SDPORT_EVENT_TUNING 0x00001000
#define SDPORT_EVENT_ERROR 0x00008000
#define SDPORT_ERROR_CMD_TIMEOUT 0x00000001
#define SDPORT_ERROR_CMD_CRC_ERROR 0x00000002
#define SDPORT_ERROR_CMD_END_BIT_ERROR 0x00000004
#define SDPORT_ERROR_CMD_INDEX_ERROR 0x00000008
#define SDPORT_ERROR_DATA_TIMEOUT 0x00000010
#define SDPORT_ERROR_DATA_CRC_ERROR 0x00000020
#define SDPORT_ERROR_DATA_END_BIT_ERROR 0x00000040
#define SDPORT_ERROR_BUS_POWER_ERROR 0x00000080
#define SDPORT_ERROR_AUTO_CMD12_ERROR 0x00000100
#define SDPORT_ERROR_ADMA_ERROR 0x00000200
#define SDPORT_GENERIC_IO_ERROR 0x00001000

typedef struct _SDPORT_COMMAND {
  UCHAR Index;
  SDPORT_COMMAND_CLASS Class;
  SDPORT_COMMAND_TYPE Type;
  SDPORT_RESPONSE_TYPE ResponseType;
  SDPORT_TRANSFER_TYPE TransferType;
  SDPORT_TRANSFER_DIRECTION TransferDirection;
  SDPORT_TRANSFER_METHOD TransferMethod;
  ULONG Argument;
  ULONG Response[4];
  USHORT BlockSize;
  ULONG BlockCount, Length;
  PUCHAR DataBuffer;
  PSCATTER_GATHER_LIST ScatterGatherList;
  PVOID DmaVirtualAddress;
  PHYSICAL_ADDRESS DmaPhysicalAddress;
} SDPORT_COMMAND, *PSDPORT_COMMAND;
typedef struct _SDPORT_REQUEST {
  SDPORT_REQUEST_TYPE Type;
  NTSTATUS Status;
  ULONG RequiredEvents;
  SDPORT_COMMAND Command;
} SDPORT_REQUEST, *PSDPORT_REQUEST;
typedef struct _SDPORT_BUS_OPERATION {
  SDPORT_BUS_OPERATION_TYPE Type;
  union {
    SDPORT_RESET_TYPE ResetType;
    ULONG FrequencyKhz;
    SDPORT_BUS_VOLTAGE Voltage;
    BOOLEAN PowerEnabled;
    SDPORT_BUS_WIDTH BusWidth;
    SDPORT_BUS_SPEED BusSpeed;
    SDPORT_SIGNALING_VOLTAGE SignalingVoltage;
    SDPORT_DRIVE_STRENGTH DriveStrength;
    SDPORT_DRIVER_TYPE DriverType;
    BOOLEAN PresetValueEnabled, BlockGapIntEnabled;
  } Parameters;
} SDPORT_BUS_OPERATION, *PSDPORT_BUS_OPERATION;
typedef struct _SDPORT_CAPABILITIES {
  UCHAR SpecVersion, MaximumOutstandingRequests;
  USHORT MaximumBlockSize, MaximumBlockCount;
  ULONG BaseClockFrequencyKhz, DmaDescriptorSize, AlignmentRequirement, PioTransferMaxThreshold;
  UCHAR TuningTimerCountInSeconds;
  struct { ULONG UsePioForRead : 1, UsePioForWrite : 1, Reserved : 30; } Flags;
  struct {
    ULONG ScatterGatherDma : 1, Address64Bit : 1, BusWidth8Bit : 1, HighSpeed : 1, SDR50 : 1, DDR50 : 1, SDR104 : 1;
    ULONG HS200 : 1, HS400 : 1, SignalingVoltage18V : 1, DriverTypeA : 1, DriverTypeB : 1, DriverTypeC : 1;
    ULONG DriverTypeD : 1, TuningForSDR50 : 1, SoftwareTuning : 1, Voltage18V : 1, Voltage30V : 1, Voltage33V : 1;
    ULONG Limit200mA : 1, Limit400mA : 1, Limit600mA : 1, Limit800mA : 1, AutoCmd12 : 1, AutoCmd23 : 1, Reserved : 7;
  } Supported;
} SDPORT_CAPABILITIES, *PSDPORT_CAPABILITIES;

typedef struct _SDPORT_PCI_CONFIG_INFO { USHORT VendorId, DeviceId, RevisionId, SubsystemVendorId, SubsystemId; }
    SDPORT_PCI_CONFIG_INFO;
typedef struct _SDPORT_SLOT_EXTENSION {
  struct _SD_MINIPORT* Miniport;
  PVOID PrivateExtension;
  SDPORT_CAPABILITIES Capabilities;
} SDPORT_SLOT_EXTENSION, *PSDPORT_SLOT_EXTENSION;
typedef struct _SD_MINIPORT {
  struct { SDPORT_BUS_TYPE BusType; SDPORT_PCI_CONFIG_INFO PciConfigInfo; } ConfigurationInfo;
  PDEVICE_OBJECT DeviceObject;
  UCHAR SlotCount;
  PSDPORT_SLOT_EXTENSION* SlotExtensionList;
} SD_MINIPORT, *PSD_MINIPORT;

// What the port driver calls
#define IRQLINT_SDPORT_ROLE(Result, Name, ...) \
  typedef _Function_class_(Name) Result Name(__VA_ARGS__); \
  typedef Name* P##Name
IRQLINT_SDPORT_ROLE(_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS, SDPORT_GET_SLOT_COUNT, PSD_MINIPORT Miniport,
                    PUCHAR SlotCount);
IRQLINT_SDPORT_ROLE(VOID, SDPORT_GET_SLOT_CAPABILITIES, PVOID PrivateExtension, PSDPORT_CAPABILITIES Capabilities);
IRQLINT_SDPORT_ROLE(BOOLEAN, SDPORT_INTERRUPT, PVOID PrivateExtension, PULONG Events, PULONG Errors,
                    PBOOLEAN NotifyCardChange, PBOOLEAN NotifySdioInterrupt, PBOOLEAN NotifyTuning);
IRQLINT_SDPORT_ROLE(NTSTATUS, SDPORT_ISSUE_REQUEST, PVOID PrivateExtension, PSDPORT_REQUEST Request);
IRQLINT_SDPORT_ROLE(VOID, SDPORT_GET_RESPONSE, PVOID PrivateExtension, PSDPORT_COMMAND Command, PVOID ResponseBuffer);
IRQLINT_SDPORT_ROLE(VOID, SDPORT_REQUEST_DPC, PVOID PrivateExtension, PSDPORT_REQUEST Request, ULONG Events,
                    ULONG Errors);
IRQLINT_SDPORT_ROLE(VOID, SDPORT_TOGGLE_EVENTS, PVOID PrivateExtension, ULONG EventMask, BOOLEAN Enable);
IRQLINT_SDPORT_ROLE(VOID, SDPORT_CLEAR_EVENTS, PVOID PrivateExtension, ULONG EventMask);
IRQLINT_SDPORT_ROLE(VOID, SDPORT_SAVE_CONTEXT, PVOID PrivateExtension);
IRQLINT_SDPORT_ROLE(VOID, SDPORT_RESTORE_CONTEXT, PVOID PrivateExtension);
IRQLINT_SDPORT_ROLE(NTSTATUS, SDPORT_INITIALIZE, PVOID PrivateExtension, PHYSICAL_ADDRESS PhysicalBase,
                    PVOID VirtualBase, ULONG Length, BOOLEAN CrashdumpMode);
IRQLINT_SDPORT_ROLE(NTSTATUS, SDPORT_ISSUE_BUS_OPERATION, PVOID PrivateExtension, PSDPORT_BUS_OPERATION BusOperation);
IRQLINT_SDPORT_ROLE(BOOLEAN, SDPORT_GET_CARD_DETECT_STATE, PVOID PrivateExtension);
IRQLINT_SDPORT_ROLE(BOOLEAN, SDPORT_GET_WRITE_PROTECT_STATE, PVOID PrivateExtension);
IRQLINT_SDPORT_ROLE(NTSTATUS, SDPORT_PO_FX_POWER_CONTROL_CALLBACK, PSD_MINIPORT Miniport, LPCGUID PowerControlCode,
                    PVOID InputBuffer, SIZE_T InputBufferSize, PVOID OutputBuffer, SIZE_T OutputBufferSize,
                    PSIZE_T BytesReturned);
IRQLINT_SDPORT_ROLE(VOID, SDPORT_CLEANUP, PSD_MINIPORT Miniport);
#undef IRQLINT_SDPORT_ROLE

typedef struct _SDPORT_INITIALIZATION_DATA {
  ULONG StructureSize;
  PSDPORT_GET_SLOT_COUNT GetSlotCount;
  PSDPORT_GET_SLOT_CAPABILITIES GetSlotCapabilities;
  PSDPORT_INTERRUPT Interrupt;
  PSDPORT_ISSUE_REQUEST IssueRequest;
  PSDPORT_GET_RESPONSE GetResponse;
  PSDPORT_REQUEST_DPC RequestDpc;
  PSDPORT_TOGGLE_EVENTS ToggleEvents;
  PSDPORT_CLEAR_EVENTS ClearEvents;
  PSDPORT_SAVE_CONTEXT SaveContext;
  PSDPORT_RESTORE_CONTEXT RestoreContext;
  PSDPORT_INITIALIZE Initialize;
  PSDPORT_ISSUE_BUS_OPERATION IssueBusOperation;
  PSDPORT_GET_CARD_DETECT_STATE GetCardDetectState;
  PSDPORT_GET_WRITE_PROTECT_STATE GetWriteProtectState;
  PSDPORT_PO_FX_POWER_CONTROL_CALLBACK PowerControlCallback;
  PSDPORT_CLEANUP Cleanup;
  ULONG PrivateExtensionSize;
  BOOLEAN CrashdumpSupported;
} SDPORT_INITIALIZATION_DATA, *PSDPORT_INITIALIZATION_DATA;

// What a miniport calls
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS SdPortInitialize(PVOID DriverObject, PVOID RegistryPath,
    PSDPORT_INITIALIZATION_DATA InitializationData);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID SdPortCompleteRequest(PSDPORT_REQUEST Request, NTSTATUS Status);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID SdPortWait(ULONG MicroSeconds);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS SdPortGetPciConfigSpace(PSD_MINIPORT Miniport, ULONG Offset, PUCHAR Buffer,
    ULONG Length);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS SdPortSetPciConfigSpace(PSD_MINIPORT Miniport, ULONG Offset, PUCHAR Buffer,
    ULONG Length);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS SdPortPoFxPowerControl(PSD_MINIPORT Miniport, LPCGUID PowerControlCode,
    PVOID InputBuffer, SIZE_T InputBufferSize, PVOID OutputBuffer, SIZE_T OutputBufferSize, PSIZE_T BytesReturned);
#define IRQLINT_SDPORT_REGISTER(Width, Type) \
  Type SdPortReadRegister##Width(PVOID BaseAddress, ULONG Register); \
  VOID SdPortWriteRegister##Width(PVOID BaseAddress, ULONG Register, Type Data); \
  VOID SdPortReadRegisterBuffer##Width(PVOID BaseAddress, ULONG Register, Type* Buffer, ULONG Length); \
  VOID SdPortWriteRegisterBuffer##Width(PVOID BaseAddress, ULONG Register, Type* Buffer, ULONG Length)
IRQLINT_SDPORT_REGISTER(Uchar, UCHAR);
IRQLINT_SDPORT_REGISTER(Ushort, USHORT);
IRQLINT_SDPORT_REGISTER(Ulong, ULONG);
#undef IRQLINT_SDPORT_REGISTER

#ifdef __cplusplus
}
#endif
