// The request block that came after SCSI_REQUEST_BLOCK, its addresses and its extended data. Members are those drivers
// use; layouts are not to be relied on.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _STOR_ADDRESS {
  USHORT Type;
  USHORT Port;
  ULONG AddressLength;
  UCHAR AddressData[1];
} STOR_ADDRESS, *PSTOR_ADDRESS;

typedef struct _STOR_ADDR_BTL8 {
  USHORT Type;
  USHORT Port;
  ULONG AddressLength;
  UCHAR Path;
  UCHAR Target;
  UCHAR Lun;
  UCHAR Reserved;
} STOR_ADDR_BTL8, *PSTOR_ADDR_BTL8;

typedef struct _STORAGE_REQUEST_BLOCK_HEADER {
  USHORT Length;
  UCHAR Function;
  UCHAR SrbStatus;
} STORAGE_REQUEST_BLOCK_HEADER, *PSTORAGE_REQUEST_BLOCK_HEADER;

typedef struct _STORAGE_REQUEST_BLOCK {
  USHORT Length;
  UCHAR Function;
  UCHAR SrbStatus;
  UCHAR ReservedUchar1[4];
  ULONG Signature;
  ULONG Version;
  ULONG SrbLength;
  ULONG SrbFunction;
  ULONG SrbFlags;
  ULONG ReservedUlong1;
  ULONG RequestTag;
  USHORT RequestPriority;
  USHORT RequestAttribute;
  ULONG TimeOutValue;
  ULONG SystemStatus;
  ULONG ZeroGuard1;
  ULONG AddressOffset;
  ULONG NumSrbExData;
  ULONG DataTransferLength;
  PVOID DataBuffer;
  PVOID ZeroGuard2;
  PVOID OriginalRequest;
  PVOID ClassContext;
  PVOID PortContext;
  PVOID MiniportContext;
  struct _STORAGE_REQUEST_BLOCK* NextSrb;
  ULONG SrbExDataOffset[1];
} STORAGE_REQUEST_BLOCK, *PSTORAGE_REQUEST_BLOCK;

#define SRB_FUNCTION_STORAGE_REQUEST_BLOCK 0x28
#define SRB_TYPE_FLAG_SCSI_REQUEST_BLOCK 0x1
#define SRB_TYPE_FLAG_STORAGE_REQUEST_BLOCK 0x2
#ifndef SRB_TYPE_STORAGE_REQUEST_BLOCK
#define SRB_TYPE_SCSI_REQUEST_BLOCK 0
#define SRB_TYPE_STORAGE_REQUEST_BLOCK 1
#endif
#define STORAGE_ADDRESS_TYPE_BTL8 0
#define ADDRESS_TYPE_FLAG_BTL8 0x1
#define STOR_ADDRESS_TYPE_UNKNOWN 0x0
#define STOR_ADDRESS_TYPE_BTL8 0x1
#define STOR_ADDR_BTL8_ADDRESS_LENGTH 4
#define SRB_SIGNATURE 0x53524258
#define STORAGE_REQUEST_BLOCK_VERSION_1 0x1

typedef enum _SRBEXDATATYPE {
  SrbExDataTypeUnknown = 0x00,
  SrbExDataTypeBidirectional = 0x01,
  SrbExDataTypeScsiCdb16 = 0x40,
  SrbExDataTypeScsiCdb32 = 0x41,
  SrbExDataTypeScsiCdbVar = 0x42,
  SrbExDataTypeWmi = 0x60,
  SrbExDataTypePower = 0x61,
  SrbExDataTypePnP = 0x62,
  SrbExDataTypeIoInfo = 0x80
} SRBEXDATATYPE, *PSRBEXDATATYPE;

typedef struct _SRBEX_DATA {
  SRBEXDATATYPE Type;
  ULONG Length;
  UCHAR Data[1];
} SRBEX_DATA, *PSRBEX_DATA;

typedef struct _SRBEX_DATA_BIDIRECTIONAL {
  SRBEXDATATYPE Type;
  ULONG Length;
  ULONG DataInTransferLength;
  ULONG Reserved1;
  PVOID DataInBuffer;
} SRBEX_DATA_BIDIRECTIONAL, *PSRBEX_DATA_BIDIRECTIONAL;

typedef struct _SRBEX_DATA_SCSI_CDB16 {
  SRBEXDATATYPE Type;
  ULONG Length;
  UCHAR ScsiStatus;
  UCHAR SenseInfoBufferLength;
  UCHAR CdbLength;
  UCHAR Reserved;
  ULONG Reserved1;
  PVOID SenseInfoBuffer;
  UCHAR Cdb[16];
} SRBEX_DATA_SCSI_CDB16, *PSRBEX_DATA_SCSI_CDB16;

typedef struct _SRBEX_DATA_SCSI_CDB32 {
  SRBEXDATATYPE Type;
  ULONG Length;
  UCHAR ScsiStatus;
  UCHAR SenseInfoBufferLength;
  UCHAR CdbLength;
  UCHAR Reserved;
  ULONG Reserved1;
  PVOID SenseInfoBuffer;
  UCHAR Cdb[32];
} SRBEX_DATA_SCSI_CDB32, *PSRBEX_DATA_SCSI_CDB32;

typedef struct _SRBEX_DATA_SCSI_CDB_VAR {
  SRBEXDATATYPE Type;
  ULONG Length;
  UCHAR ScsiStatus;
  UCHAR SenseInfoBufferLength;
  UCHAR Reserved[2];
  ULONG CdbLength;
  ULONG Reserved1[2];
  PVOID SenseInfoBuffer;
  UCHAR Cdb[1];
} SRBEX_DATA_SCSI_CDB_VAR, *PSRBEX_DATA_SCSI_CDB_VAR;

typedef struct _SRBEX_DATA_WMI {
  SRBEXDATATYPE Type;
  ULONG Length;
  UCHAR WMISubFunction;
  UCHAR WMIFlags;
  UCHAR Reserved[2];
  ULONG Reserved1;
  PVOID DataPath;
} SRBEX_DATA_WMI, *PSRBEX_DATA_WMI;

typedef struct _SRBEX_DATA_POWER {
  SRBEXDATATYPE Type;
  ULONG Length;
  UCHAR SrbPowerFlags;
  UCHAR Reserved[3];
  STOR_DEVICE_POWER_STATE DevicePowerState;
  STOR_POWER_ACTION PowerAction;
} SRBEX_DATA_POWER, *PSRBEX_DATA_POWER;

typedef struct _SRBEX_DATA_PNP {
  SRBEXDATATYPE Type;
  ULONG Length;
  UCHAR PnPSubFunction;
  UCHAR Reserved[3];
  STOR_PNP_ACTION PnPAction;
  ULONG SrbPnPFlags;
} SRBEX_DATA_PNP, *PSRBEX_DATA_PNP;

typedef struct _SRBEX_DATA_IO_INFO {
  SRBEXDATATYPE Type;
  ULONG Length;
  ULONG Flags;
  ULONG Key;
  ULONG RWLength;
  BOOLEAN IsWriteRequest;
  UCHAR CachePriority;
  UCHAR Reserved[2];
  ULONG Reserved1[4];
} SRBEX_DATA_IO_INFO, *PSRBEX_DATA_IO_INFO;

#define SRBEX_DATA_LENGTH(type) ((ULONG)(sizeof(type) - FIELD_OFFSET(SRBEX_DATA, Data)))
#define SRBEX_DATA_BIDIRECTIONAL_LENGTH SRBEX_DATA_LENGTH(SRBEX_DATA_BIDIRECTIONAL)
#define SRBEX_DATA_SCSI_CDB16_LENGTH SRBEX_DATA_LENGTH(SRBEX_DATA_SCSI_CDB16)
#define SRBEX_DATA_SCSI_CDB32_LENGTH SRBEX_DATA_LENGTH(SRBEX_DATA_SCSI_CDB32)
#define SRBEX_DATA_SCSI_CDB_VAR_LENGTH_MIN SRBEX_DATA_LENGTH(SRBEX_DATA_SCSI_CDB_VAR)
#define SRBEX_DATA_WMI_LENGTH SRBEX_DATA_LENGTH(SRBEX_DATA_WMI)
#define SRBEX_DATA_POWER_LENGTH SRBEX_DATA_LENGTH(SRBEX_DATA_POWER)
#define SRBEX_DATA_PNP_LENGTH SRBEX_DATA_LENGTH(SRBEX_DATA_PNP)
#define SRBEX_DATA_IO_INFO_LENGTH SRBEX_DATA_LENGTH(SRBEX_DATA_IO_INFO)

#ifdef __cplusplus
}
#endif

// Functions, flags and what a miniport knows of its devices
#ifndef SRB_FUNCTION_QUIESCE_DEVICE
#define SRB_FUNCTION_QUIESCE_DEVICE 0x1A
#endif
#ifndef SRB_FUNCTION_FREE_DUMP_POINTERS
#define SRB_FUNCTION_FREE_DUMP_POINTERS 0x27
#endif
#ifndef SRB_FLAGS_D3_PROCESSING
#define SRB_FLAGS_D3_PROCESSING 0x00000800
#define SRB_IOCTL_FLAGS_ADAPTER_REQUEST 0x0001
#endif
#define REQUEST_INFO_NO_CACHE_FLAG 0x00000001
#define REQUEST_INFO_PAGING_IO_FLAG 0x00000002
#define REQUEST_INFO_SEQUENTIAL_IO_FLAG 0x00000004
#define REQUEST_INFO_TEMPORARY_FLAG 0x00000008
#define REQUEST_INFO_WRITE_THROUGH_FLAG 0x00000010
#define REQUEST_INFO_HYBRID_WRITE_THROUGH_FLAG 0x00000020
#define REQUEST_INFO_NO_FILE_OBJECT_FLAG 0x00000040
#define REQUEST_INFO_VOLUME_ZERO_OFFSET_FLAG 0x00000080
#define REQUEST_INFO_STREAM_FLAG 0x00000100
#define REQUEST_INFO_VALID_CACHEPRIORITY_FLAG 0x80000000
#ifndef SCSIPORT_API
#define SCSIPORT_API
#endif
#define STOR_DEVICE_CAPABILITIES_EX_VERSION_1 1
typedef struct _STOR_DEVICE_CAPABILITIES_EX {
  USHORT Version, Size;
  ULONG DeviceD1 : 1, DeviceD2 : 1, LockSupported : 1, EjectSupported : 1, Removable : 1, DockDevice : 1, UniqueID : 1;
  ULONG SilentInstall : 1, RawDeviceOK : 1, SurpriseRemovalOK : 1, NoDisplayInUI : 1, DefaultWriteCacheEnabled : 1;
  ULONG Reserved0 : 20, Address, UINumber, Reserved1[2];
} STOR_DEVICE_CAPABILITIES_EX, *PSTOR_DEVICE_CAPABILITIES_EX;
